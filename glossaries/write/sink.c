/* Buffered output. */
#include "write/sink.h"

#include "base/arena.h"

clausary_sink *
clausary_sink_new(const clausary_output *output)
{
	clausary_sink *sink = clausary_memory_resize(NULL, sizeof *sink);
	sink->output = output;
	sink->losses = NULL;
	sink->status = CLAUSARY_OK;
	sink->used = 0;
	return sink;
}

clausary_status
clausary_sink_flush(clausary_sink *sink)
{
	if (sink->used && sink->status == CLAUSARY_OK)
		sink->status = sink->output->write(sink->output->payload, sink->bytes, sink->used);
	sink->used = 0;
	return sink->status;
}

void
clausary_sink_put_slow(clausary_sink *sink, const char *data, size_t size)
{
	clausary_sink_flush(sink);
	if (size <= CLAUSARY_SINK_BYTES) {
		memcpy(sink->bytes, data, size);
		sink->used = size;
	} else if (sink->status == CLAUSARY_OK) {
		sink->status = sink->output->write(sink->output->payload, data, size);
	}
}

/* Eight digits of a number under 10^8, the first in the lowest byte: halves, pairs and digits are
 * parted side by side, each by a multiplication that divides. */
static uint64_t
eight_digits(uint32_t number)
{
	uint64_t word = number / 10000 | (uint64_t)(number % 10000) << 32;
	uint64_t quotients = (word * 5243 >> 19) & 0x0000007f0000007fu; /* by 100 */
	word = quotients | (word - quotients * 100) << 16;
	quotients = (word * 103 >> 10) & 0x000f000f000f000fu; /* by 10 */
	return quotients | (word - quotients * 10) << 8;
}

char *
clausary_decimal(char *to, uint64_t number)
{
	enum { DIGITS = 8, EIGHT_DIGITS = 100000000 };
	if (number >= EIGHT_DIGITS) {
		to = clausary_decimal(to, number / EIGHT_DIGITS);
		uint64_t digits = eight_digits((uint32_t)(number % EIGHT_DIGITS));
		for (int i = 0; i < DIGITS; i++)
			to[i] = (char)('0' + (digits >> 8 * i & 0xff));
		return to + DIGITS;
	}
	uint64_t digits = eight_digits((uint32_t)number);
	int zeros = digits ? __builtin_ctzll(digits) / 8 : DIGITS - 1;
	digits = (digits | 0x3030303030303030u) >> 8 * zeros;
	for (int i = 0; i < DIGITS; i++) /* one store where bytes stand so */
		to[i] = (char)(digits >> 8 * i);
	return to + DIGITS - zeros;
}

void
clausary_sink_number(clausary_sink *sink, uint64_t number)
{
	enum { MOST_DIGITS = 20 };
	char *to = clausary_sink_room(sink, MOST_DIGITS);
	sink->used += (size_t)(clausary_decimal(to, number) - to);
}
