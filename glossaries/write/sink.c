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

char *
clausary_decimal(char *to, uint64_t number)
{
	static const char pairs[] =
	        "0001020304050607080910111213141516171819202122232425262728293031323334"
	        "3536373839404142434445464748495051525354555657585960616263646566676869"
	        "707172737475767778798081828384858687888990919293949596979899";
	enum { MOST_DIGITS = 20 };
	char digits[2 * MOST_DIGITS] = {0}, *at = digits + MOST_DIGITS;
	for (; number > UINT32_MAX; number /= 100)
		memcpy(at -= 2, pairs + number % 100 * 2, 2);
	uint32_t rest = (uint32_t)number; /* by which to divide costs less */
	for (; rest >= 100; rest /= 100)
		memcpy(at -= 2, pairs + rest % 100 * 2, 2);
	if (rest >= 10)
		memcpy(at -= 2, pairs + rest * 2, 2);
	else
		*--at = (char)('0' + rest);
	memcpy(to, at, MOST_DIGITS); /* a size that the compiler knows: no call */
	return to + (digits + MOST_DIGITS - at);
}

void
clausary_sink_number(clausary_sink *sink, uint64_t number)
{
	enum { MOST_DIGITS = 20 };
	char *to = clausary_sink_room(sink, MOST_DIGITS);
	sink->used += (size_t)(clausary_decimal(to, number) - to);
}
