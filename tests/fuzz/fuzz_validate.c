/* Fuzz target: any bytes as a TBX file to be validated. */
#include "fuzz.h"

#include <clausary.h>

#include <string.h>

typedef struct bytes {
	const uint8_t *data;
	size_t size;
} bytes;

static ptrdiff_t
read_bytes(void *payload, char *to, size_t size)
{
	bytes *from = payload;
	size_t taken = from->size < size ? from->size : size;
	if (taken)
		memcpy(to, from->data, taken);
	from->data += taken;
	from->size -= taken;
	return (ptrdiff_t)taken;
}

static void
count(void *payload, const clausary_fault *fault)
{
	FUZZ_ASSERT(fault->message.size > 0 && fault->id != NULL);
	++*(uint64_t *)payload;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static clausary_context *context;
	clausary_validation found;
	bytes from = {data, size};
	clausary_input input = {read_bytes, &from};
	uint64_t told = 0;
	if (!context && clausary_context_new(&context, NULL) != CLAUSARY_OK)
		abort();
	clausary_status status = clausary_validate(&found, context, &input, count, &told);
	FUZZ_ASSERT(told == found.faults[0] + found.faults[1] + found.faults[2]);
	FUZZ_ASSERT(status != CLAUSARY_OK || found.format[0] || found.faults[CLAUSARY_ERROR]);
	return 0;
}
