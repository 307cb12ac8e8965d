/* Fuzz target: the lines of a stream, as `clausary extract --stream` reads them. */
#include "fuzz.h"
#include "stream_line.h"

#include <string.h>

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static clausary_context *context;
	const cli_stream_plan plan = {.writer = "jsonl"};
	cli_text text = {0};
	const char *at = (const char *)data, *end = at + size;
	if (!context && clausary_context_new(&context, NULL) != CLAUSARY_OK)
		abort();
	for (size_t number = 1; at < end; number++) {
		const char *stop = memchr(at, '\n', (size_t)(end - at));
		size_t length = (size_t)((stop ? stop : end) - at);
		cli_stream_line(&text, &plan, context, (clausary_slice){at, length}, number);
		at += length + 1;
	}
	FUZZ_ASSERT(text.size == 0 || text.data[text.size - 1] == '\n');
	cli_text_finish(&text);
	return 0;
}
