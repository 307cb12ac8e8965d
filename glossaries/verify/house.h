/* House styles: how strict each rule is and what it asks for, as data (profiles/house/<name>.txt).
 *
 * A line is a name and its value: `inherit plain`, `A03 note`, `list-defines yes`. A later line
 * replaces an earlier one, except that lists grow: `well-known`, `reference` and `glossary`. */
#ifndef CLAUSARY_VERIFY_HOUSE_H
#define CLAUSARY_VERIFY_HOUSE_H

#include "base/arena.h"
#include "base/context.h"
#include "base/map.h"

typedef enum clausary_parameter {
#define PARAMETER(name, text, value, meaning) CLAUSARY_HOUSE_##name,
#include "verify/house.def"
#undef PARAMETER
	CLAUSARY_HOUSE_PARAMETERS
} clausary_parameter;

/* The level of a rule that says nothing. */
#define CLAUSARY_RULE_OFF (-1)

typedef struct clausary_house {
	clausary_arena arena;
	clausary_slice values[CLAUSARY_HOUSE_PARAMETERS];
	int *levels;             /* by rule: clausary_level, or CLAUSARY_RULE_OFF */
	clausary_map well_known; /* acronyms, as printed */
	clausary_map forbidden;  /* acronyms that the house never uses */
	clausary_map references; /* names of reference glossaries: no expansion is asked for */
	clausary_map glossaries; /* names of reference glossaries: what acronyms stand for here */
} clausary_house;

/**
 * Read a house style: `text` where it is given, which `name` calls in messages, else the one of the
 * data directory with that name.
 *
 * Owner: caller calls clausary_house_finish(), also when it fails.
 * Fails: CLAUSARY_EUSAGE no such house, or a line that means nothing; the failure names it.
 */
clausary_status clausary_house_read(clausary_house *out, clausary_context *context,
                                    const char *name, clausary_slice text);

void clausary_house_finish(clausary_house *house);

/** Set the levels of rules: "A03,A06" those alone, "-L04" all but that one, "D05=error" a level.
 * Fails: CLAUSARY_EUSAGE no such rule or level. */
clausary_status clausary_house_choose(clausary_house *house, clausary_context *context,
                                      const char *rules);

/** Whether a parameter has a value. */
bool clausary_house_is(const clausary_house *house, clausary_parameter parameter,
                       const char *value);

/** Whether one of the words of a parameter is `word`. */
bool clausary_house_has(const clausary_house *house, clausary_parameter parameter,
                        const char *word);

/** A parameter that is a number. */
uint32_t clausary_house_number(const clausary_house *house, clausary_parameter parameter);

/** House style `index` of this build: its name and its first comment. Owner: the context. */
clausary_list_entry clausary_house_at(size_t index);

#endif
