/* Fuzz target: bytes through the reader of termbases that bids highest, then every writer; what is
 * written as JSON is read again and written the same. */
#include "fuzz_check.h"

#include <string.h>

typedef struct bytes {
	const char *data;
	size_t size, capacity;
} bytes;

static clausary_status
keep(void *payload, const char *data, size_t size)
{
	bytes *to = payload;
	if (to->size + size > to->capacity) {
		to->capacity = (to->size + size) * 2;
		to->data = realloc((void *)(uintptr_t)to->data, to->capacity);
		FUZZ_ASSERT(to->data);
	}
	memcpy((char *)(uintptr_t)to->data + to->size, data, size);
	to->size += size;
	return CLAUSARY_OK;
}

static clausary_status
read_termbase(clausary_termbase **out, const char *data, size_t size)
{
	clausary_slice from = {data, size};
	clausary_input input = clausary_input_of(&from);
	return clausary_termbase_read(out, fuzz_context(), &input, "fuzz", NULL);
}

static bytes
write_json(const clausary_termbase *termbase)
{
	bytes written = {0};
	clausary_output output = {keep, &written};
	clausary_results results = {.termbase = termbase};
	if (clausary_write(fuzz_context(), &output, "json", &results) != CLAUSARY_OK) {
		free((void *)(uintptr_t)written.data);
		return (bytes){0};
	}
	return written;
}

int
fuzz_one(const uint8_t *data, size_t size)
{
	clausary_termbase *termbase = NULL, *again = NULL;
	if (read_termbase(&termbase, (const char *)data, size) != CLAUSARY_OK)
		return 0;
	fuzz_write(fuzz_context(), termbase, NULL, 0);
	bytes first = write_json(termbase);
	if (first.size) {
		FUZZ_ASSERT(read_termbase(&again, first.data, first.size) == CLAUSARY_OK);
		bytes second = write_json(again);
		FUZZ_ASSERT(first.size == second.size
		            && memcmp(first.data, second.data, first.size) == 0);
		free((void *)(uintptr_t)second.data);
		clausary_termbase_free(again);
	}
	free((void *)(uintptr_t)first.data);
	clausary_termbase_free(termbase);
	return 0;
}
