/* Growing bytes, for text that is being built. Zeros are the empty buffer. */
#ifndef CLAUSARY_BASE_BUFFER_H
#define CLAUSARY_BASE_BUFFER_H

#include "base/slice.h"

typedef struct clausary_buffer {
	char *data;
	size_t size, capacity;
} clausary_buffer;

/** Make room for `more` bytes; the bytes themselves are the caller's to write. Fails: ends the
 * program. */
void clausary_buffer_reserve(clausary_buffer *buffer, size_t more);

static inline void
clausary_buffer_add(clausary_buffer *buffer, clausary_slice text)
{
	if (text.size == 0)
		return;
	if (text.size > buffer->capacity - buffer->size)
		clausary_buffer_reserve(buffer, text.size);
	memcpy(buffer->data + buffer->size, text.data, text.size);
	buffer->size += text.size;
}

/** Add a formatted piece; `format` as for printf. */
__attribute__((format(printf, 2, 3))) void clausary_buffer_print(clausary_buffer *buffer,
                                                                 const char *format, ...);

/** Add a number in decimal. */
void clausary_buffer_add_number(clausary_buffer *buffer, uint32_t number);

/** Add `text` with runs of blanks made one blank, none at its ends. */
void clausary_buffer_add_folded(clausary_buffer *buffer, clausary_slice text);

static inline void
clausary_buffer_add_byte(clausary_buffer *buffer, char byte)
{
	if (buffer->size == buffer->capacity)
		clausary_buffer_reserve(buffer, 1);
	buffer->data[buffer->size++] = byte;
}

/** What has been built. Owner: the buffer, until it changes. */
static inline clausary_slice
clausary_buffer_slice(const clausary_buffer *buffer)
{
	return (clausary_slice){buffer->data ? buffer->data : "", buffer->size};
}

void clausary_buffer_finish(clausary_buffer *buffer);

#endif
