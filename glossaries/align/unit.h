/* What is compared: the units of a version and their traits. A unit is a clause, or a run of
 * unlabelled paragraphs that stand together, such as the lines of an entry without a number. */
#ifndef CLAUSARY_ALIGN_UNIT_H
#define CLAUSARY_ALIGN_UNIT_H

#include "align/alignment.h"

/* What two versions may have in common, whatever their languages. */
typedef enum clausary_family {
	CLAUSARY_FAMILY_ANCHORS, /* numerals, citations, acronyms, addresses: written alike */
	CLAUSARY_FAMILY_LETTERS, /* runs of three letters, in Latin script: words of one origin */
	CLAUSARY_FAMILY_WORDS,   /* words, each version its own: what they mean is learnt */
	CLAUSARY_FAMILIES
} clausary_family;

typedef struct clausary_unit {
	uint32_t first, count; /* clauses */
	uint32_t known_by;     /* how many of them, and after them, are compared: a label alone says
	                          nothing, what stands under it does */
	uint32_t length;       /* code points, without the printed label */
	uint32_t length_below; /* with what else it is known by */
	uint32_t group;        /* parent clause */
	bool printed;          /* its label is printed: the key is an identity */
	bool note;             /* a footnote: where it stands differs */
	bool sorted;           /* of an alphabetical list: its place depends on the language */
} clausary_unit;

/* The traits of one family in one version, by unit and back. */
typedef struct clausary_traits {
	CLAUSARY_ARRAY(uint32_t) items; /* the traits of each unit, rising, each once */
	CLAUSARY_ARRAY(uint32_t) start; /* by unit, and the end: into items */
	uint32_t count;                 /* of different traits */
	uint32_t *places;               /* the units that have each trait */
	uint32_t *place_start;          /* by trait, and the end: into places */
	float *weight;                  /* by trait: how rare it is, 0 where it says nothing */
	float *norm;                    /* by unit: of the vector of weights */
} clausary_traits;

typedef struct clausary_units {
	CLAUSARY_ARRAY(clausary_unit) items;
	uint32_t *of_clause; /* by clause: its unit */
	clausary_traits traits[CLAUSARY_FAMILIES];
	clausary_arena arena;
	clausary_map words;
	uint64_t total_length;
	float spread; /* variance of the logarithms of the lengths */
} clausary_units;

/** Part a version into units. Owner: caller calls clausary_units_finish(). */
void clausary_units_read(clausary_units *out, const clausary_document *document);

/** Read the traits of all units. `anchors` numbers those of all versions. */
void clausary_units_read_traits(clausary_units *units, const clausary_document *document,
                                clausary_map *anchors, clausary_arena *arena);

/** Find the units that stand in alphabetical order, by the rules of the language. */
void clausary_units_find_lists(clausary_units *units, const clausary_document *document);

/** Make the way back from traits to units, once `anchor_count` is known. */
void clausary_units_index(clausary_units *units, uint32_t anchor_count);

void clausary_units_finish(clausary_units *units);

#endif
