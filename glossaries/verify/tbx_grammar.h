/* What may stand where in a TBX file: structures in a small notation (tbx_structures.c), read into
 * tables that answer for one element at a time.
 *
 *     conceptEntry id!=ID : %auxiliary* langSec+
 *
 * Left of the colon an element and its attributes: `!` it must have, then a type in capitals or
 * the values it may have. Right of it what it holds, in this order (`&`: in any): names or groups
 * with `?`, `*` or `+`; `#text`, `#date`, or the values that its text may be. `%name` and `@name`
 * stand for what a line of that name lists. */
#ifndef CLAUSARY_VERIFY_TBX_GRAMMAR_H
#define CLAUSARY_VERIFY_TBX_GRAMMAR_H

#include "base/arena.h"
#include "base/slice.h"

typedef enum clausary_tbx_kind {
	CLAUSARY_TBX_3,
	CLAUSARY_TBX_2,
	CLAUSARY_TBX_2_BASIC,
	CLAUSARY_TBX_MIN_OLD,
	CLAUSARY_TBX_KINDS
} clausary_tbx_kind;

typedef struct clausary_tbx_structure {
	const char *title; /* for people */
	const char *root, *space;
	const char *const *lines; /* ended by NULL */
} clausary_tbx_structure;

extern const clausary_tbx_structure CLAUSARY_TBX_STRUCTURES[CLAUSARY_TBX_KINDS];

enum {
	CLAUSARY_TBX_NAMES = 128, /* of elements and attributes, over all kinds */
	CLAUSARY_TBX_PARTICLES = 8,
	CLAUSARY_TBX_ATTRIBUTES = 10,      /* of an element */
	CLAUSARY_TBX_ALL_ATTRIBUTES = 1024 /* of all, over all kinds */
};

/* Places in what an element holds, a bit each. */
typedef uint8_t clausary_particles;

typedef enum clausary_value_type {
	CLAUSARY_VALUE_ANY,
	CLAUSARY_VALUE_ID,
	CLAUSARY_VALUE_IDREF,
	CLAUSARY_VALUE_LANGUAGE,
	CLAUSARY_VALUE_URI,
	CLAUSARY_VALUE_DATE,
	CLAUSARY_VALUE_LISTED
} clausary_value_type;

typedef struct clausary_attribute_rule {
	uint32_t name;         /* the local one */
	const char *address;   /* where the parser has it; set by who validates */
	clausary_slice as;     /* "xml:lang" */
	clausary_slice values; /* "dca|dct" */
	clausary_value_type type;
	bool is_xml;
} clausary_attribute_rule;

typedef struct clausary_element_rule {
	bool known, has_text;
	clausary_particles needed, repeated, ordered; /* all or none of the last */
	clausary_value_type text;                     /* of its text */
	clausary_slice values;                        /* … */
	uint32_t particle_count, attribute_count;
	clausary_particles takes[CLAUSARY_TBX_NAMES]; /* where an element may stand; one at most */
	uint32_t needed_attributes;                   /* bits */
	bool type_suffices; /* one `type` of any value is all it needs; set by who validates */
	clausary_attribute_rule *attributes;
} clausary_element_rule;

/* Names are numbers that all kinds share. */
typedef struct clausary_tbx_grammars {
	const char *names[CLAUSARY_TBX_NAMES + 1]; /* ended by NULL */
	uint32_t name_count;
	clausary_element_rule rules[CLAUSARY_TBX_KINDS][CLAUSARY_TBX_NAMES];
	clausary_attribute_rule attributes[CLAUSARY_TBX_ALL_ATTRIBUTES];
	size_t attribute_count;
	clausary_arena arena;
} clausary_tbx_grammars;

/**
 * Read the structures.
 *
 * Owner: caller calls clausary_tbx_grammars_free(). Fails: never; a mistake in a structure ends the
 * program, and the tests.
 */
clausary_tbx_grammars *clausary_tbx_grammars_new(void);

void clausary_tbx_grammars_free(clausary_tbx_grammars *grammars);

/** The number of a name, or CLAUSARY_NONE. */
uint32_t clausary_tbx_name(const clausary_tbx_grammars *grammars, clausary_slice name);

enum { CLAUSARY_TBX_SPELLED = 320 };

/** "a, b, c" of "a|b|c" or "a b c", for people. Fails: cut after CLAUSARY_TBX_SPELLED bytes. Owner:
 * `to`. */
const char *clausary_tbx_spell(char to[CLAUSARY_TBX_SPELLED], clausary_slice values);

/** Whether `value` is one of "a|b|c". */
bool clausary_tbx_is_listed(clausary_slice values, clausary_slice value);

#endif
