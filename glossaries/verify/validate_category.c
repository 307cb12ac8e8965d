/* Data categories: whether the dialect has them, and whether they may stand where they stand. */
#include "verify/validate.h"

#include <stdio.h>

/* What an element is to its entry by its category. */
static clausary_entry_role
role_of(const clausary_category *category)
{
	static const struct {
		const char *name;
		clausary_entry_role role;
	} roles[] = {{"definition", CLAUSARY_ROLE_DESCRIPTION},
	             {"context", CLAUSARY_ROLE_DESCRIPTION},
	             {"source", CLAUSARY_ROLE_SOURCE},
	             {"termType", CLAUSARY_ROLE_TERM_TYPE},
	             {"administrativeStatus", CLAUSARY_ROLE_STATUS}};
	for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
		if (strcmp(category->name, roles[i].name) == 0)
			return roles[i].role;
	return CLAUSARY_ROLE_NONE;
}

/* Put the category of that name into a place of the recent ones; false where there is none. */
__attribute__((cold)) static bool
remember(clausary_known_category *recent, clausary_slice name)
{
	const clausary_category *found = clausary_category_named(name);
	if (found)
		*recent = (clausary_known_category){clausary_slice_of(found->name), found,
		                                    role_of(found)};
	return found != NULL;
}

/* The category of that name that a dialect has, or NULL. */
static inline const clausary_known_category *
find(clausary_validating *v, clausary_dialect dialect, clausary_slice name)
{
	if (name.size == 0)
		return NULL;
	clausary_known_category *recent = &v->recent[clausary_validate_recent(name)];
	if (!clausary_slice_equal_short(recent->name, name) && !remember(recent, name))
		return NULL;
	return (int)recent->category->module <= (int)dialect ? recent : NULL;
}

__attribute__((cold)) static void
tell_unknown(clausary_validating *v, const clausary_markup_element *element,
             clausary_datum_element carrier, clausary_slice type)
{
	char names[320];
	clausary_dialect_categories(v->dialect, carrier, names, sizeof names);
	clausary_fault_kind kind = v->dialect == CLAUSARY_DIALECT_LINGUIST
	                                   ? CLAUSARY_FAULT_DIALECT_CATEGORY
	                                   : CLAUSARY_FAULT_CATEGORY;
	if (names[0])
		clausary_validate_tell(
		        v, kind, element->line, element->column,
		        "'%.*s' is no data category that <%s> may have in this dialect: %s",
		        CLAUSARY_SHOWN(type), clausary_datum_element_name(carrier), names);
	else
		clausary_validate_tell(v, kind, element->line, element->column,
		                       "this dialect has no data category for <%s>: '%.*s'",
		                       clausary_datum_element_name(carrier), CLAUSARY_SHOWN(type));
}

/* Where a category may stand, for people. */
static const char *
spell_levels(const clausary_validating *v, unsigned levels, char *to, size_t size)
{
	const char *names[] = {clausary_message(v->context, "the entry"),
	                       clausary_message(v->context, "the language section"),
	                       clausary_message(v->context, "the term section")};
	size_t used = 0;
	to[0] = '\0';
	for (unsigned i = 0; i < 3 && used < size; i++)
		if (levels >> i & 1)
			used += (size_t)snprintf(to + used, size - used, "%s%s", used ? ", " : "",
			                         names[i]);
	return to;
}

__attribute__((cold)) static void
tell_level(clausary_validating *v, const clausary_markup_element *element,
           const clausary_category *category)
{
	char levels[240];
	clausary_validate_tell(
	        v, v->kind == CLAUSARY_TBX_3 ? CLAUSARY_FAULT_LEVEL : CLAUSARY_FAULT_DIALECT_LEVEL,
	        element->line, element->column, "'%s' cannot stand here; move it to: %s",
	        category->name, spell_levels(v, category->levels, levels, sizeof levels));
}

__attribute__((cold)) static void
tell_empty(clausary_validating *v, const clausary_markup_element *element)
{
	clausary_validate_tell(v, CLAUSARY_FAULT_CATEGORY, element->line, element->column,
	                       "the type of <%.*s> is empty; say which data category it is",
	                       CLAUSARY_SHOWN_NAME(element->as));
}

__attribute__((cold)) static void
tell_style(clausary_validating *v, const clausary_markup_element *element,
           clausary_datum_element carrier)
{
	clausary_validate_tell(v, CLAUSARY_FAULT_STYLE, element->line, element->column,
	                       "<%s type> is of the style dca, the file says dct",
	                       clausary_datum_element_name(carrier));
}

const clausary_known_category *
clausary_validate_category(clausary_validating *v, const clausary_markup_element *element,
                           unsigned level)
{
	clausary_slice type = clausary_validate_value(element, v->type);
	if (type.size == 0) {
		if (type.data && v->kind == CLAUSARY_TBX_3)
			tell_empty(v, element);
		return NULL;
	}
	if (v->carriers[element->name] < 0)
		return NULL;
	clausary_datum_element carrier = (clausary_datum_element)v->carriers[element->name];
	if (v->dct) {
		tell_style(v, element, carrier);
		return NULL;
	}
	if (!v->has_categories)
		return NULL;
	const clausary_known_category *known = find(v, v->dialect, type);
	if (known == NULL || known->category->element != carrier) {
		tell_unknown(v, element, carrier, type);
		return NULL;
	}
	if (!(known->category->levels & level))
		tell_level(v, element, known->category);
	return known;
}

const clausary_known_category *
clausary_validate_module_category(clausary_validating *v, const clausary_markup_element *element,
                                  unsigned level)
{
	clausary_dialect dialect = clausary_dialect_of_space(clausary_slice_of(element->space));
	if (v->dialect == CLAUSARY_DIALECT_PRIVATE)
		return NULL;
	if (!v->dct) {
		clausary_validate_tell(
		        v, CLAUSARY_FAULT_NAMESPACE, element->line, element->column,
		        "<%.*s> is of the namespace '%.*s', which the style dca has no place for",
		        CLAUSARY_SHOWN_NAME(element->as), CLAUSARY_SHOWN_NAME(element->space));
		return NULL;
	}
	const clausary_known_category *known =
	        dialect <= v->dialect ? find(v, dialect, clausary_slice_of(element->as)) : NULL;
	if (known == NULL || (int)known->category->module != (int)dialect) {
		clausary_validate_tell(v, CLAUSARY_FAULT_CATEGORY, element->line, element->column,
		                       "<%.*s> is no data category of this dialect in the "
		                       "namespace '%.*s'",
		                       CLAUSARY_SHOWN_NAME(element->as),
		                       CLAUSARY_SHOWN_NAME(element->space));
		return NULL;
	}
	if (!(known->category->levels & level))
		tell_level(v, element, known->category);
	return known;
}
