/* Whether an element may stand where it stands, and whether its parent has all it needs. */
#include "verify/validate.h"

#include <stdio.h>

static const char *
name_of(const clausary_validating *v, uint32_t name)
{
	return name == CLAUSARY_NONE ? "?" : v->grammars->names[name];
}

/* The names in a set, "a or b or c", for people. */
static void
list_names(const clausary_validating *v, const clausary_element_set *set, char *to, size_t size)
{
	size_t used = 0;
	to[0] = '\0';
	for (uint32_t i = 0; i < v->grammars->name_count && used < size; i++)
		if (clausary_element_set_has(set, i))
			used += (size_t)snprintf(to + used, size - used, "%s%s", used ? ", " : "",
			                         v->grammars->names[i]);
}

static void
tell_missing(clausary_validating *v, const clausary_open_element *parent, uint32_t particle,
             uint32_t line, uint32_t column)
{
	char names[200];
	list_names(v, &parent->rule->particles[particle].elements, names, sizeof names);
	clausary_validate_tell(v, CLAUSARY_FAULT_MISSING, line, column,
	                       "<%s> needs %s here; add it", name_of(v, parent->name), names);
}

/* Whether an element of a module (DCT) may stand in a particle: wherever something may that
 * carries a category, as the core structure has it. */
static bool
takes(const clausary_validating *v, const clausary_particle *particle, uint32_t name)
{
	if (name != CLAUSARY_NONE)
		return clausary_element_set_has(&particle->elements, name);
	for (size_t i = 0; i < sizeof particle->elements.bits / sizeof *particle->elements.bits;
	     i++)
		if (particle->elements.bits[i] & v->carrier_names.bits[i])
			return true;
	return false;
}

static bool
place_in_any_order(clausary_validating *v, clausary_open_element *parent, uint32_t name)
{
	for (uint32_t i = 0; i < parent->rule->particle_count; i++) {
		const clausary_particle *particle = &parent->rule->particles[i];
		if (takes(v, particle, name) && (particle->repeats || !(parent->filled >> i & 1))) {
			parent->filled |= 1u << i;
			return true;
		}
	}
	return false;
}

/* The particle that an element goes into, at or after the one its parent has come to. */
static bool
place_in_order(clausary_validating *v, clausary_open_element *parent, uint32_t name, uint32_t line,
               uint32_t column)
{
	uint32_t at = parent->particle, count = parent->rule->particle_count;
	for (uint32_t i = at; i < count; i++) {
		const clausary_particle *particle = &parent->rule->particles[i];
		bool full = parent->filled >> i & 1 && !particle->repeats;
		if (!takes(v, particle, name) || full)
			continue;
		for (uint32_t j = at; j < i; j++)
			if (parent->rule->particles[j].needed && !(parent->filled >> j & 1)) {
				tell_missing(v, parent, j, line, column);
				parent->filled |= 1u << j;
			}
		parent->particle = i;
		parent->filled |= 1u << i;
		return true;
	}
	return false;
}

void
clausary_validate_place(clausary_validating *v, clausary_open_element *parent,
                        const clausary_markup_element *element, uint32_t name)
{
	char names[200];
	if (parent->rule->any_order
	            ? place_in_any_order(v, parent, name)
		    : place_in_order(v, parent, name, element->line, element->column))
		return;
	for (uint32_t i = 0; i < parent->rule->particle_count; i++) {
		if (!takes(v, &parent->rule->particles[i], name))
			continue;
		if (i < parent->particle) {
			list_names(v, &parent->rule->particles[parent->particle].elements, names,
			           sizeof names);
			clausary_validate_tell(
			        v, CLAUSARY_FAULT_PLACE, element->line, element->column,
			        "<%.*s> stands too late in <%s>: move it before %s",
			        CLAUSARY_SHOWN(element->as), name_of(v, parent->name), names);
		} else {
			clausary_validate_tell(
			        v, CLAUSARY_FAULT_PLACE, element->line, element->column,
			        "<%s> has one <%.*s> only: remove this one",
			        name_of(v, parent->name), CLAUSARY_SHOWN(element->as));
		}
		return;
	}
	clausary_validate_tell(v, CLAUSARY_FAULT_PLACE, element->line, element->column,
	                       "<%.*s> cannot stand in <%s>", CLAUSARY_SHOWN(element->as),
	                       name_of(v, parent->name));
}

void
clausary_validate_complete(clausary_validating *v, const clausary_open_element *open)
{
	uint32_t missing = open->rule->needed_particles & ~open->filled;
	for (uint32_t i = 0; missing >> i; i++)
		if (missing >> i & 1)
			tell_missing(v, open, i, open->line, open->column);
}
