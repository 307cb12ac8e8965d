/* What attributes and texts may be: ids, references, languages, dates, addresses, listed values
 * (XML Schema part 2: ID, IDREF, language, date, dateTime). */
#include "verify/validate.h"

#include "base/language_tag.h"

/* NCName; of letters past ASCII all are let through. */
static bool
is_name(clausary_slice text)
{
	for (size_t i = 0; i < text.size; i++) {
		char c = text.data[i];
		if (clausary_ascii_is_letter(c) || c == '_' || (unsigned char)c >= 0x80)
			continue;
		if (i == 0 || !(clausary_ascii_is_digit(c) || c == '.' || c == '-'))
			return false;
	}
	return text.size > 0;
}

static bool
is_address(clausary_slice text)
{
	return (clausary_slice_starts(text, CLAUSARY_SLICE("http://")) && text.size > 7)
	       || (clausary_slice_starts(text, CLAUSARY_SLICE("https://")) && text.size > 8);
}

/* The number that `count` digits at `*at` make, or -1; `*at` is moved past them. */
static int
digits(clausary_slice text, size_t *at, size_t count)
{
	int number = 0;
	for (size_t i = 0; i < count; i++, (*at)++) {
		if (*at >= text.size || !clausary_ascii_is_digit(text.data[*at]))
			return -1;
		number = number * 10 + (text.data[*at] - '0');
	}
	return number;
}

static bool
mark(clausary_slice text, size_t *at, char c)
{
	if (*at >= text.size || text.data[*at] != c)
		return false;
	++*at;
	return true;
}

static bool
read_day(clausary_slice text, size_t *at)
{
	static const int days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	mark(text, at, '-');
	int year = digits(text, at, 4);
	if (year < 0 || !mark(text, at, '-'))
		return false;
	int month = digits(text, at, 2);
	if (month < 1 || month > 12 || !mark(text, at, '-'))
		return false;
	int day = digits(text, at, 2);
	bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
	return day >= 1 && day <= days[month - 1] - (month == 2 && !leap);
}

static bool
read_clock(clausary_slice text, size_t *at)
{
	int hour = digits(text, at, 2);
	if (hour < 0 || hour > 24 || !mark(text, at, ':'))
		return false;
	int minute = digits(text, at, 2);
	if (minute < 0 || minute > 59 || !mark(text, at, ':'))
		return false;
	int second = digits(text, at, 2);
	if (second < 0 || second > 59)
		return false;
	if (mark(text, at, '.')) {
		size_t start = *at;
		while (*at < text.size && clausary_ascii_is_digit(text.data[*at]))
			++*at;
		return *at > start;
	}
	return true;
}

/* "Z", "+01:00" or nothing, to the end. */
static bool
read_zone(clausary_slice text, size_t *at)
{
	if (mark(text, at, 'Z') || *at == text.size)
		return *at == text.size;
	if (!mark(text, at, '+') && !mark(text, at, '-'))
		return false;
	int hour = digits(text, at, 2);
	if (hour < 0 || hour > 14 || !mark(text, at, ':'))
		return false;
	int minute = digits(text, at, 2);
	return minute >= 0 && minute <= 59 && *at == text.size;
}

/* TBX v3 takes a day or a moment, TBX-Basic v2 a day, the old TBX-Min a moment. */
static bool
is_date(clausary_tbx_kind kind, clausary_slice text)
{
	size_t at = 0;
	if (!read_day(text, &at))
		return false;
	if (!mark(text, &at, 'T'))
		return kind != CLAUSARY_TBX_MIN_OLD && read_zone(text, &at);
	return kind != CLAUSARY_TBX_2_BASIC && read_clock(text, &at) && read_zone(text, &at);
}

static void
take_id(clausary_validating *v, const clausary_open_element *open, clausary_slice id)
{
	if (!is_name(id)) {
		clausary_validate_tell(v, CLAUSARY_FAULT_ID, open->line, open->column,
		                       "'%.*s' is no id: letters, digits, '.', '-' and '_', and "
		                       "first a letter",
		                       CLAUSARY_SHOWN(id));
		return;
	}
	if (!clausary_given_ids_append(&v->ids, id, open->line))
		clausary_validate_wait_id(v, open, id);
}

/* What is referred to may come later. */
static void
take_reference(clausary_validating *v, const clausary_open_element *open, clausary_slice target)
{
	if (clausary_given_ids_get(&v->ids, target) == CLAUSARY_NONE)
		clausary_array_push(
		        &v->pending,
		        ((clausary_pending_reference){clausary_arena_copy(&v->arena, target),
			                              clausary_arena_copy(&v->arena, v->entry_id),
			                              open->line, open->column}));
}

void
clausary_validate_references(clausary_validating *v)
{
	for (size_t i = 0; i < v->pending.count; i++) {
		const clausary_pending_reference *reference = &v->pending.items[i];
		if (clausary_given_ids_get(&v->ids, reference->target) != CLAUSARY_NONE)
			continue;
		v->entry_id = reference->entry;
		clausary_validate_tell(v, CLAUSARY_FAULT_REFERENCE, reference->line,
		                       reference->column,
		                       "nothing in the file has the id '%.*s' that is referred to",
		                       CLAUSARY_SHOWN(reference->target));
	}
}

static void
check_language(clausary_validating *v, const clausary_open_element *open, clausary_slice tag)
{
	if (!clausary_is_language_tag(tag))
		clausary_validate_tell(
		        v,
		        v->kind == CLAUSARY_TBX_3 ? CLAUSARY_FAULT_LANGUAGE
			                          : CLAUSARY_FAULT_OLD_TAG,
		        open->line, open->column,
		        "'%.*s' is no language tag (BCP 47): write it as in fr, pt-BR, zh-Hans",
		        CLAUSARY_SHOWN(tag));
}

static void
check_link(clausary_validating *v, const clausary_open_element *open, clausary_slice target)
{
	if (v->kind == CLAUSARY_TBX_3 && !is_address(target))
		clausary_validate_tell(
		        v, CLAUSARY_FAULT_LINK, open->line, open->column,
		        "an external reference is an address with http:// or https://, not '%.*s'",
		        CLAUSARY_SHOWN(target));
}

static void
check_listed(clausary_validating *v, const clausary_open_element *open,
             const clausary_attribute_rule *rule, clausary_slice value)
{
	char list[CLAUSARY_TBX_SPELLED];
	if (!clausary_tbx_is_listed(rule->values, value))
		clausary_validate_tell(v, CLAUSARY_FAULT_VALUE, open->line, open->column,
		                       "%.*s is '%.*s'; it can be %s", CLAUSARY_SHOWN(rule->as),
		                       CLAUSARY_SHOWN(value),
		                       clausary_tbx_spell(list, rule->values));
}

static void
check_value(clausary_validating *v, const clausary_open_element *open,
            const clausary_attribute_rule *rule, clausary_slice value)
{
	switch (rule->type) {
	case CLAUSARY_VALUE_ID:
		take_id(v, open, clausary_slice_trim(value));
		break;
	case CLAUSARY_VALUE_IDREF:
		take_reference(v, open, clausary_slice_trim(value));
		break;
	case CLAUSARY_VALUE_LANGUAGE:
		check_language(v, open, value);
		break;
	case CLAUSARY_VALUE_URI:
		check_link(v, open, value);
		break;
	case CLAUSARY_VALUE_LISTED:
		check_listed(v, open, rule, value);
		break;
	default:
		break;
	}
}

/* The attribute's place in the rule, or one past the end. */
static uint32_t
find_rule(const clausary_element_rule *rule, const clausary_markup_attribute *attribute)
{
	bool is_xml = clausary_markup_is_xml(attribute);
	if (attribute->space && !is_xml)
		return rule->attribute_count;
	uint32_t i = 0;
	while (i < rule->attribute_count
	       && (rule->attributes[i].address != (const char *)attribute->name
	           || rule->attributes[i].is_xml != is_xml))
		i++;
	return i;
}

static void
tell_attribute(clausary_validating *v, const clausary_markup_element *element,
               const clausary_markup_attribute *attribute)
{
	clausary_validate_tell(v, CLAUSARY_FAULT_ATTRIBUTE, element->line, element->column,
	                       "<%.*s> has no attribute '%.*s': remove it",
	                       CLAUSARY_SHOWN_NAME(element->as),
	                       CLAUSARY_SHOWN_NAME((const char *)attribute->name));
}

void
clausary_validate_attributes(clausary_validating *v, const clausary_markup_element *element,
                             const clausary_open_element *open)
{
	const clausary_element_rule *rule = open->rule;
	uint32_t seen = 0;
	for (size_t i = 0; i < element->attribute_count; i++) {
		const clausary_markup_attribute *attribute = &element->attributes[i];
		uint32_t at = find_rule(rule, attribute);
		if (at == rule->attribute_count) {
			tell_attribute(v, element, attribute);
			continue;
		}
		seen |= 1u << at;
		check_value(v, open, &rule->attributes[at],
		            clausary_markup_attribute_value(attribute));
	}
	uint32_t missing = rule->needed_attributes & ~seen;
	for (uint32_t i = 0; missing >> i; i++)
		if (missing >> i & 1)
			clausary_validate_tell(v, CLAUSARY_FAULT_NO_ATTRIBUTE, open->line,
			                       open->column, "<%.*s> needs the attribute '%.*s'",
			                       CLAUSARY_SHOWN_NAME(element->as),
			                       CLAUSARY_SHOWN(rule->attributes[i].as));
}

/* In the style dct an element has a target or nothing; of what kind depends on its carrier. */
void
clausary_validate_module(clausary_validating *v, const clausary_markup_element *element,
                         const clausary_open_element *open)
{
	clausary_datum_element carrier = open->category->element;
	bool link = carrier == CLAUSARY_DATUM_XREF, seen = false;
	bool may = link || carrier == CLAUSARY_DATUM_REF || carrier == CLAUSARY_DATUM_TRANSAC_NOTE;
	for (size_t i = 0; i < element->attribute_count; i++) {
		const clausary_markup_attribute *attribute = &element->attributes[i];
		clausary_slice value = clausary_markup_attribute_value(attribute);
		bool target = may && attribute->space == NULL
		              && strcmp((const char *)attribute->name, "target") == 0;
		if (!target)
			tell_attribute(v, element, attribute);
		else if (link)
			check_link(v, open, value);
		else
			take_reference(v, open, clausary_slice_trim(value));
		seen |= target;
	}
	if (may && !seen && carrier != CLAUSARY_DATUM_TRANSAC_NOTE)
		clausary_validate_tell(v, CLAUSARY_FAULT_NO_ATTRIBUTE, open->line, open->column,
		                       "<%.*s> needs the attribute '%.*s'",
		                       CLAUSARY_SHOWN_NAME(element->as), 6, "target");
}

/* Whether a category has a value. */
static bool
has_value(clausary_validating *v, const clausary_category *category, clausary_slice text)
{
	if (text.size == 0)
		return false;
	struct clausary_known_value *recent = &v->values[clausary_validate_recent(text)];
	if (recent->category == category && clausary_slice_equal_short(recent->value, text))
		return true;
	clausary_slice value = clausary_category_value(category->values, text);
	if (value.data == NULL)
		return false;
	*recent = (struct clausary_known_value){category, value};
	return true;
}

/* Dialects before 2019 left the values to their description, so there it is a warning; and a noun
 * could be a proper one. */
static void
check_category_text(clausary_validating *v, const clausary_open_element *open, clausary_slice text)
{
	char list[CLAUSARY_TBX_SPELLED];
	bool old = v->kind != CLAUSARY_TBX_3;
	if (has_value(v, open->category, text)
	    || (old && clausary_slice_equal(text, CLAUSARY_SLICE("properNoun"))))
		return;
	clausary_validate_tell(v, old ? CLAUSARY_FAULT_DIALECT_VALUE : CLAUSARY_FAULT_VALUE,
	                       open->line, open->column, "%.*s is '%.*s'; it can be %s",
	                       CLAUSARY_SHOWN(clausary_slice_of(open->category->name)),
	                       CLAUSARY_SHOWN(text),
	                       clausary_tbx_spell(list, clausary_slice_of(open->category->values)));
}

void
clausary_validate_text(clausary_validating *v, const clausary_open_element *open)
{
	clausary_slice text = clausary_buffer_slice(&v->text);
	clausary_slice trimmed = clausary_slice_trim(text);
	char list[CLAUSARY_TBX_SPELLED];
	if (open->category && open->category->values) {
		check_category_text(v, open, v->dct ? trimmed : text);
	} else if (open->rule->text == CLAUSARY_VALUE_DATE) {
		if (!is_date(v->kind, trimmed))
			clausary_validate_tell(
			        v, CLAUSARY_FAULT_DATE, open->line, open->column,
			        "'%.*s' is no date: write it as in %s", CLAUSARY_SHOWN(text),
			        v->kind == CLAUSARY_TBX_MIN_OLD ? "2026-01-31T12:00:00"
				                                : "2026-01-31");
	} else if (!clausary_tbx_is_listed(open->rule->values, trimmed)) {
		clausary_validate_tell(
		        v, CLAUSARY_FAULT_VALUE, open->line, open->column,
		        "%.*s is '%.*s'; it can be %s",
		        CLAUSARY_SHOWN(clausary_slice_of(v->grammars->names[open->name])),
		        CLAUSARY_SHOWN(trimmed), clausary_tbx_spell(list, open->rule->values));
	}
}
