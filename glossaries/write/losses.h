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

/* What a writer keeps of a termbase, for those that walk no data. What a definition or a context
 * that is left out says besides is left out with it. */
enum {
	CLAUSARY_KEEPS_DEFINITION = 1,          /* the first of a language */
	CLAUSARY_KEEPS_DEFINITIONS = 2,         /* … all */
	CLAUSARY_KEEPS_CONCEPT_DEFINITIONS = 4, /* those that are in no language */
	CLAUSARY_KEEPS_DEFINITION_SOURCE = 8,   /* of each definition the first */
	CLAUSARY_KEEPS_DEFINITION_SOURCES = 16,
	CLAUSARY_KEEPS_SECTION_CONTEXT = 32, /* the first of a language, without its source */
	CLAUSARY_KEEPS_CONTEXT = 64,         /* the first of each term, with its source */
	CLAUSARY_KEEPS_CONTEXTS = 128,       /* … all */
	CLAUSARY_KEEPS_SECTION_SOURCE = 256, /* of all terms of a language the first */
	CLAUSARY_KEEPS_SOURCES = 512,        /* of terms */
	CLAUSARY_KEEPS_CONCEPT_NOTES = 1024,
	CLAUSARY_KEEPS_SECTION_NOTES = 2048,
	CLAUSARY_KEEPS_TERM_NOTES = 4096,
	CLAUSARY_KEEPS_NOTES = CLAUSARY_KEEPS_CONCEPT_NOTES | CLAUSARY_KEEPS_SECTION_NOTES
	        | CLAUSARY_KEEPS_TERM_NOTES,
	CLAUSARY_KEEPS_STATUS = 8192,
	CLAUSARY_KEEPS_TYPE = 16384,
	CLAUSARY_KEEPS_PART_OF_SPEECH = 32768,
	CLAUSARY_KEEPS_SUBJECTS = 65536,
	CLAUSARY_KEEPS_TITLE = 131072,
	CLAUSARY_KEEPS_ORIGINS = 524288, /* where the termbase is from */
	CLAUSARY_KEEPS_PAIRS = 262144 /* the terms of two languages; it counts the others itself */
};

/** Count everything of a termbase that is not among `kept`. */
void clausary_losses_count(clausary_sink *sink, const clausary_termbase *termbase, unsigned kept);

#endif
