/* Growing bytes. */
#include "base/buffer.h"
#include "base/arena.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

void
clausary_buffer_reserve(clausary_buffer *buffer, size_t more)
{
	size_t needed = buffer->size + more;
	if (needed <= buffer->capacity)
		return;
	size_t capacity = buffer->capacity + buffer->capacity / 2;
	if (capacity < needed)
		capacity = needed < 64 ? 64 : needed;
	buffer->data = clausary_memory_resize(buffer->data, capacity);
	buffer->capacity = capacity;
}

void
clausary_buffer_print(clausary_buffer *buffer, const char *format, ...)
{
	va_list arguments, again;
	va_start(arguments, format);
	va_copy(again, arguments);
	int length = vsnprintf(NULL, 0, format, arguments);
	va_end(arguments);
	if (length > 0) {
		clausary_buffer_reserve(buffer, (size_t)length + 1);
		vsnprintf(buffer->data + buffer->size, (size_t)length + 1, format, again);
		buffer->size += (size_t)length;
	}
	va_end(again);
}

void
clausary_buffer_add_number(clausary_buffer *buffer, uint32_t number)
{
	char digits[10];
	size_t at = sizeof digits;
	do
		digits[--at] = (char)('0' + number % 10);
	while (number /= 10);
	clausary_buffer_add(buffer, (clausary_slice){digits + at, sizeof digits - at});
}

void
clausary_buffer_add_folded(clausary_buffer *buffer, clausary_slice text)
{
	if (clausary_slice_is_folded(text)) {
		clausary_buffer_add(buffer, text);
		return;
	}
	text = clausary_slice_trim(text);
	if (text.size == 0)
		return;
	clausary_buffer_reserve(buffer, text.size);
	char *out = buffer->data + buffer->size;
	for (size_t at = 0, next; at < text.size; at = next) {
		next = at;
		if (clausary_may_be_blank((unsigned char)text.data[at]))
			next = clausary_slice_skip_blanks(text, at);
		*out++ = next > at ? ' ' : text.data[next++];
	}
	buffer->size = (size_t)(out - buffer->data);
}

void
clausary_buffer_finish(clausary_buffer *buffer)
{
	free(buffer->data);
	*buffer = (clausary_buffer){0};
}
