/* Where writers write: buffered, and the first failure is remembered, so that writers need not
 * look. */
#ifndef CLAUSARY_WRITE_SINK_H
#define CLAUSARY_WRITE_SINK_H

#include "base/slice.h"

enum { CLAUSARY_SINK_BYTES = 1 << 16 };

struct clausary_losses;

struct clausary_sink {
	const clausary_output *output;
	struct clausary_losses *losses; /* NULL: nobody counts them (losses.h) */
	clausary_status status;         /* the first failure; nothing is written after it */
	size_t used;
	char bytes[CLAUSARY_SINK_BYTES];
};
typedef struct clausary_sink clausary_sink;

/** An empty sink that writes to `output`; its bytes are not zeroed, for a stream makes one for each
 * document. Owner: caller, with free(). Fails: ends the program. */
clausary_sink *clausary_sink_new(const clausary_output *output);

/** Hand the buffered bytes on. Returns the first failure of all writing so far. */
clausary_status clausary_sink_flush(clausary_sink *sink);

/** Write text that does not fit, or is long. */
void clausary_sink_put_slow(clausary_sink *sink, const char *data, size_t size);

/** Room for `size` bytes, at most CLAUSARY_SINK_BYTES, to be written in place; then move `used`. */
static inline char *
clausary_sink_room(clausary_sink *sink, size_t size)
{
	if (CLAUSARY_SINK_BYTES - sink->used < size)
		clausary_sink_flush(sink);
	return sink->bytes + sink->used;
}

static inline void
clausary_sink_put(clausary_sink *sink, clausary_slice text)
{
	if (text.size > CLAUSARY_SINK_BYTES - sink->used) {
		clausary_sink_put_slow(sink, text.data, text.size);
		return;
	}
	if (text.size)
		memcpy(sink->bytes + sink->used, text.data, text.size);
	sink->used += text.size;
}

static inline void
clausary_sink_put_byte(clausary_sink *sink, char byte)
{
	if (sink->used == CLAUSARY_SINK_BYTES)
		clausary_sink_flush(sink);
	sink->bytes[sink->used++] = byte;
}

/** Write a string literal. */
#define clausary_sink_literal(sink, literal) clausary_sink_put((sink), CLAUSARY_SLICE(literal))

/** Write a number in decimal to `to`, which has room for 20 bytes; returns where it ends. */
char *clausary_decimal(char *to, uint64_t number);

/** Write a number in decimal. */
void clausary_sink_number(clausary_sink *sink, uint64_t number);

#endif
