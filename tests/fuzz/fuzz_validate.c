/* Fuzz target: any bytes as a TBX file to be validated. */
#include "fuzz.h"

#include <clausary.h>

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
	clausary_slice from = {(const char *)data, size};
	clausary_input input = clausary_input_of(&from);
	uint64_t told = 0;
	if (!context && clausary_context_new(&context, NULL) != CLAUSARY_OK)
		abort();
	clausary_status status = clausary_validate(&found, context, &input, count, &told);
	FUZZ_ASSERT(told == found.faults[0] + found.faults[1] + found.faults[2]);
	FUZZ_ASSERT(status != CLAUSARY_OK || found.format[0] || found.faults[CLAUSARY_ERROR]);
	return 0;
}
