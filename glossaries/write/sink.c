/* Buffered output. */
#include "write/sink.h"

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

void
clausary_sink_number(clausary_sink *sink, uint64_t number)
{
	static const char pairs[] =
	        "0001020304050607080910111213141516171819202122232425262728293031323334"
	        "3536373839404142434445464748495051525354555657585960616263646566676869"
	        "707172737475767778798081828384858687888990919293949596979899";
	char digits[20];
	size_t at = sizeof digits;
	for (; number >= 100; number /= 100) {
		at -= 2;
		memcpy(digits + at, pairs + number % 100 * 2, 2);
	}
	if (number >= 10)
		digits[--at] = (char)('0' + number % 10);
	digits[--at] = (char)('0' + (number >= 10 ? number / 10 : number));
	clausary_sink_put(sink, (clausary_slice){digits + at, sizeof digits - at});
}
