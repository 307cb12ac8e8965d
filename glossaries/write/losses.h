/* What a format has no place for, counted while it is written. */
#ifndef CLAUSARY_WRITE_LOSSES_H
#define CLAUSARY_WRITE_LOSSES_H

#include "base/array.h"
#include "base/map.h"
#include "termbase/termbase.h"
#include "write/sink.h"

typedef struct clausary_losses {
	clausary_arena arena;
	clausary_map places; /* kind and field -> place in `items` */
	CLAUSARY_ARRAY(clausary_loss) items;
} clausary_losses;

/** Count a loss where somebody counts; `field` is copied. */
void clausary_losses_add(clausary_sink *sink, clausary_loss_kind kind, clausary_slice field);

/* What a writer keeps of a termbase, for those that walk no data. */
enum {
	CLAUSARY_KEEPS_FIRST = 1, /* of definitions and contexts the first only */
	CLAUSARY_KEEPS_ALL = 2,   /* … all */
	CLAUSARY_KEEPS_NOTES = 4,
	CLAUSARY_KEEPS_SOURCES = 8,
	CLAUSARY_KEEPS_STATUS = 16,
	CLAUSARY_KEEPS_TYPE = 32,
	CLAUSARY_KEEPS_PART_OF_SPEECH = 64,
	CLAUSARY_KEEPS_SUBJECTS = 128,
	CLAUSARY_KEEPS_DATA = 256,
	CLAUSARY_KEEPS_CONTEXTS = 512
};

/** Count everything of a termbase that is not among `kept`. */
void clausary_losses_count(clausary_sink *sink, const clausary_termbase *termbase, unsigned kept);

#endif
