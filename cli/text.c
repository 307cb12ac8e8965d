/* Growing bytes, and text made safe to print: control characters and bytes that are not well-formed
 * UTF-8 (Unicode 15, table 3-7) are shown as \xHH. */
#define _DEFAULT_SOURCE /* madvise() */
#include "text.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

enum { HUGE_PAGE = 1 << 21, MOST_HUGE = 16 * HUGE_PAGE };

/* A new block; a large one, such as a whole file, where the system has it in huge pages: to be
 * handed it 4 KiB at a time costs as much as to read it. */
static void *
allocate(size_t size)
{
	if (size < HUGE_PAGE / 2 || size > MOST_HUGE)
		return malloc(size ? size : 1);
	size_t whole = (size + HUGE_PAGE - 1) / HUGE_PAGE * HUGE_PAGE;
	void *memory = aligned_alloc(HUGE_PAGE, whole);
#ifdef MADV_HUGEPAGE
	if (memory)
		madvise(memory, whole, MADV_HUGEPAGE);
#endif
	return memory;
}

void *
cli_resize(void *memory, size_t size)
{
	memory = memory ? realloc(memory, size ? size : 1) : allocate(size);
	if (!memory) {
		fputs("clausary: out of memory\n", stderr);
		exit(CLI_FAILED);
	}
	return memory;
}

char *
cli_copy(const char *data, size_t size)
{
	char *copy = cli_resize(NULL, size + 1);
	if (size)
		memcpy(copy, data, size);
	copy[size] = '\0';
	return copy;
}

void
cli_text_reserve(cli_text *text, size_t more)
{
	if (text->capacity - text->size >= more)
		return;
	size_t capacity = text->capacity + text->capacity / 2;
	if (capacity < text->size + more)
		capacity = text->size + more;
	text->data = cli_resize(text->data, capacity);
	text->capacity = capacity;
}

void
cli_text_add(cli_text *text, const char *data, size_t size)
{
	if (size == 0)
		return;
	cli_text_reserve(text, size);
	memcpy(text->data + text->size, data, size);
	text->size += size;
}

void
cli_text_print(cli_text *text, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	int size = vsnprintf(NULL, 0, format, arguments);
	va_end(arguments);
	if (size <= 0)
		return;
	cli_text_reserve(text, (size_t)size + 1);
	va_start(arguments, format);
	vsnprintf(text->data + text->size, (size_t)size + 1, format, arguments);
	va_end(arguments);
	text->size += (size_t)size;
}

/* The size of the well-formed sequence at `data`, or 0. */
static size_t
sequence_size(const unsigned char *data, size_t size)
{
	unsigned char first = data[0], low = 0x80, high = 0xBF;
	if (first < 0x80)
		return 1;
	size_t wanted = first < 0xC2   ? 0
	                : first < 0xE0 ? 2
	                : first < 0xF0 ? 3
	                : first < 0xF5 ? 4
	                               : 0;
	if (wanted == 0 || wanted > size)
		return 0;
	if (first == 0xE0)
		low = 0xA0;
	else if (first == 0xED)
		high = 0x9F;
	else if (first == 0xF0)
		low = 0x90;
	else if (first == 0xF4)
		high = 0x8F;
	if (data[1] < low || data[1] > high)
		return 0;
	for (size_t i = 2; i < wanted; i++)
		if (data[i] < 0x80 || data[i] > 0xBF)
			return 0;
	return wanted;
}

/* The size of what may be printed as it is, or 0: C0, DEL and C1 controls may not, nor U+2028 to
 * U+202E and U+2066 to U+2069, which break lines or turn the direction of what follows. */
static size_t
visible_size(const unsigned char *data, size_t size)
{
	size_t taken = sequence_size(data, size);
	if (taken == 1)
		return data[0] >= 0x20 && data[0] != 0x7F;
	if (taken == 2 && data[0] == 0xC2 && data[1] < 0xA0)
		return 0;
	if (taken == 3 && data[0] == 0xE2 && data[1] == 0x80 && data[2] >= 0xA8 && data[2] <= 0xAE)
		return 0;
	if (taken == 3 && data[0] == 0xE2 && data[1] == 0x81 && data[2] >= 0xA6 && data[2] <= 0xA9)
		return 0;
	return taken;
}

void
cli_text_add_visible(cli_text *text, const char *data, size_t size)
{
	const unsigned char *bytes = (const unsigned char *)data;
	for (size_t at = 0; at < size;) {
		size_t taken = visible_size(bytes + at, size - at);
		if (taken)
			cli_text_add(text, data + at, taken);
		else
			cli_text_print(text, "\\x%02X", bytes[at]);
		at += taken ? taken : 1;
	}
}

bool
cli_text_is_visible(const char *data, size_t size)
{
	const unsigned char *bytes = (const unsigned char *)data;
	for (size_t at = 0; at < size;) {
		size_t taken = visible_size(bytes + at, size - at);
		if (taken == 0)
			return false;
		at += taken;
	}
	return true;
}

char *
cli_text_string(cli_text *text)
{
	cli_text_reserve(text, 1);
	text->data[text->size] = '\0';
	return text->data;
}

void
cli_text_finish(cli_text *text)
{
	free(text->data);
	*text = (cli_text){0};
}
