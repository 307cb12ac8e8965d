/* Whether an element may stand where it stands, and whether its parent has all it needs. */
#include "verify/validate.h"

#include <stdio.h>

static const char *
name_of(const clausary_validating *v, uint32_t name)
{
	return name == CLAUSARY_NONE ? "?" : v->grammars->names[name];
}

/* The names of what may stand in a particle, "a, b, c", for people. */
static void
list_names(const clausary_validating *v, const clausary_element_rule *rule, uint32_t particle,
           char *to, size_t size)
{
	size_t used = 0;
	to[0] = '\0';
	for (uint32_t i = 0; i < v->grammars->name_count && used < size; i++)
		if (rule->takes[i] >> particle & 1)
			used += (size_t)snprintf(to + used, size - used, "%s%s", used ? ", " : "",
			                         v->grammars->names[i]);
}

static void
tell_missing(clausary_validating *v, const clausary_open_element *parent, uint32_t particle,
             uint32_t line, uint32_t column)
{
	char names[200];
	list_names(v, parent->rule, particle, names, sizeof names);
	clausary_validate_tell(v, CLAUSARY_FAULT_MISSING, line, column,
	                       "<%s> needs %s here; add it", name_of(v, parent->name), names);
}

/* Tell which of some particles nothing stands in. */
static void
tell_all_missing(clausary_validating *v, const clausary_open_element *parent, uint32_t missing,
                 uint32_t line, uint32_t column)
{
	for (uint32_t i = 0; missing >> i; i++)
		if (missing >> i & 1)
			tell_missing(v, parent, i, line, column);
}

void
clausary_validate_misplaced(clausary_validating *v, clausary_open_element *parent,
                            const clausary_markup_element *element, uint32_t takers)
{
	const clausary_element_rule *rule = parent->rule;
	char names[200];
	uint32_t open = takers & ~(uint32_t)parent->closed, first = open & -open;
	uint32_t current = rule->ordered && parent->current
	                           ? (uint32_t)__builtin_ctz(parent->current)
	                           : 0;
	if (open) {
		uint32_t missing = parent->missing & ~parent->closed & (first - 1);
		tell_all_missing(v, parent, missing, element->line, element->column);
		parent->missing &= (clausary_particles)~missing;
		clausary_validate_fill(parent, first);
		return;
	}
	if (takers) {
		if ((uint32_t)__builtin_ctz(takers) < current) {
			list_names(v, rule, current, names, sizeof names);
			clausary_validate_tell(
			        v, CLAUSARY_FAULT_PLACE, element->line, element->column,
			        "<%.*s> stands too late in <%s>: move it before %s",
			        CLAUSARY_SHOWN_NAME(element->as), name_of(v, parent->name), names);
		} else {
			clausary_validate_tell(
			        v, CLAUSARY_FAULT_PLACE, element->line, element->column,
			        "<%s> has one <%.*s> only: remove this one",
			        name_of(v, parent->name), CLAUSARY_SHOWN_NAME(element->as));
		}
		return;
	}
	clausary_validate_tell(v, CLAUSARY_FAULT_PLACE, element->line, element->column,
	                       "<%.*s> cannot stand in <%s>", CLAUSARY_SHOWN_NAME(element->as),
	                       name_of(v, parent->name));
}

void
clausary_validate_incomplete(clausary_validating *v, const clausary_open_element *open)
{
	tell_all_missing(v, open, open->missing, open->line, open->column);
}
