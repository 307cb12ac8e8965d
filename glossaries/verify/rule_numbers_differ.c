/* X11: definitions of one clause have different numbers, units or sources in two language versions.
 */
#include "base/utf8.h"
#include "mining/form_letters.h"
#include "verify/check.h"

#include <unicode/uchar.h>

enum { MOST_NUMBERS = 64 };

/* A number, without what groups its digits, and the word or symbol after it. */
typedef struct number {
	uint64_t value;
	size_t digits;
	clausary_slice unit;
} number;

typedef struct numbers {
	number items[MOST_NUMBERS];
	size_t count;
} numbers;

/* Two versions of an entry that are compared. */
typedef struct compared {
	clausary_checking *check;
	const clausary_versions *versions;
	const clausary_definition_pair *pair;
} compared;

static bool
is_blank(uint32_t c)
{
	return c == ' ' || c == 0xa0 || c == 0x202f;
}

/* What stands after a number: letters and signs such as the degree, one blank before them. */
static clausary_slice
unit_at(clausary_slice text, size_t at)
{
	size_t next = at, start = at;
	if (at < text.size && is_blank(clausary_utf8_next(text, &next)))
		start = at = next;
	for (next = at; at < text.size; at = next) {
		uint32_t c = clausary_utf8_next(text, &next);
		if (!u_isalpha((UChar32)c) && c != 0xb0)
			break;
	}
	return clausary_slice_part(text, start, at);
}

static void
add(numbers *to, clausary_slice text, number found, size_t at)
{
	if (found.digits && to->count < MOST_NUMBERS) {
		found.unit = unit_at(text, at);
		to->items[to->count++] = found;
	}
}

static void
read_numbers(numbers *to, clausary_slice text)
{
	number found = {0};
	for (size_t at = 0, next; at < text.size; at = next) {
		next = at;
		UChar32 c = (UChar32)clausary_utf8_next(text, &next);
		int32_t digit = u_charDigitValue(c);
		bool groups = is_blank((uint32_t)c) || c == ',' || c == '.' || c == 0x66b
		              || c == 0x66c || c == '\'';
		size_t after = next;
		if (digit >= 0 && found.digits < 18) {
			found.value = found.value * 10 + (uint64_t)digit;
			found.digits++;
		} else if (!(found.digits && groups && next < text.size
		             && u_charDigitValue((UChar32)clausary_utf8_next(text, &after)) >= 0)) {
			add(to, text, found, at);
			found = (number){0};
		}
	}
	add(to, text, found, text.size);
}

/* A number of two digits and more of `a` that `b` lacks, or NULL. */
static const number *
lacking(const numbers *a, const numbers *b)
{
	for (size_t i = 0; i < a->count; i++) {
		bool found = a->items[i].digits < 2;
		for (size_t j = 0; j < b->count; j++)
			found |= a->items[i].value == b->items[j].value;
		if (!found)
			return &a->items[i];
	}
	return NULL;
}

/* Whether two units are of one kind and differ in size: kHz and MHz. Other units may be the same in
 * another language: GB is Go in French; and K is written for k. */
static bool
differ_in_size(const clausary_cues *cues, clausary_slice a, clausary_slice b)
{
	size_t alike = 0;
	if (clausary_slice_equal(a, b) || !clausary_form_is_unit(cues, a)
	    || !clausary_form_is_unit(cues, b))
		return false;
	while (alike < a.size && alike < b.size
	       && a.data[a.size - alike - 1] == b.data[b.size - alike - 1])
		alike++;
	bool kilo = a.size == b.size && alike + 1 == a.size && (a.data[0] | 32) == 'k'
	            && (b.data[0] | 32) == 'k';
	bool degrees = (unsigned char)a.data[0] == 0xc2 && b.data[0] == a.data[0];
	return (alike > 0 || degrees) && !kilo;
}

/* A number that both have, each with a unit of its own, or NULL. */
static const number *
measured(const clausary_cues *cues, const numbers *a, const numbers *b, const number **there)
{
	for (size_t i = 0; i < a->count; i++) {
		bool same = false;
		*there = NULL;
		for (size_t j = 0; j < b->count; j++) {
			if (a->items[i].value != b->items[j].value)
				continue;
			if (differ_in_size(cues, a->items[i].unit, b->items[j].unit))
				*there = &b->items[j];
			else
				same = true;
		}
		if (*there && !same)
			return &a->items[i];
	}
	return NULL;
}

/* A number as it is reported, with its unit where that is what differs. */
static clausary_slice
print(clausary_checking *check, const number *found, bool unit)
{
	clausary_buffer text = {0};
	clausary_buffer_print(&text, "%llu", (unsigned long long)found->value);
	if (unit) {
		clausary_buffer_add_byte(&text, ' ');
		clausary_buffer_add(&text, found->unit);
	}
	clausary_slice kept =
	        clausary_arena_copy(&check->issues->arena, clausary_buffer_slice(&text));
	clausary_buffer_finish(&text);
	return kept;
}

static void
report(const compared *c, clausary_slice here, clausary_slice there)
{
	const clausary_definition_pair *pair = c->pair;
	clausary_check_report(
	        c->check,
	        &(clausary_report){.index = pair->other_index,
		                   .clause = pair->other->clause,
		                   .span = pair->other->definition_span,
		                   .other = pair->one_index,
		                   .other_clause = pair->one->clause,
		                   .other_span = pair->one->definition_span,
		                   .form = pair->other->term,
		                   .message =
		                           "the definition of %s says %s, in the other version %s",
		                   .arguments = {pair->other->term, there, here},
		                   .lower = c->versions->doubtful});
}

/* A number is written as a word in one language and in digits in another; only where each has one
 * that the other lacks do they differ. */
static void
compare(const compared *c)
{
	numbers a = {0}, b = {0};
	read_numbers(&a, c->pair->one->definition);
	read_numbers(&b, c->pair->other->definition);
	const number *here = lacking(&a, &b), *there = lacking(&b, &a);
	bool unit = !here || !there;
	if (unit)
		here = measured(c->pair->one_index->cues, &a, &b, &there);
	if (here && there)
		report(c, print(c->check, here, unit), print(c->check, there, unit));
}

/* The same of what they cite. */
static void
compare_sources(const compared *c)
{
	numbers a = {0}, b = {0};
	read_numbers(&a, c->pair->one->source);
	read_numbers(&b, c->pair->other->source);
	if (lacking(&a, &b) && lacking(&b, &a))
		report(c, c->pair->one->source, c->pair->other->source);
}

static void
look(clausary_checking *check, const clausary_versions *versions)
{
	clausary_definition_pair pair;
	for (clausary_definition_cursor at = {0};
	     clausary_versions_definitions(versions, &at, &pair);) {
		compared c = {check, versions, &pair};
		compare(&c);
		compare_sources(&c);
	}
}

const clausary_rule clausary_rule_numbers_differ = {
        .text = {.id = "X11",
	         .name = "numbers-differ",
	         .title = "definitions of one clause have different numbers, units or sources in "
	                  "two versions",
	         .why = "The versions of a text are meant to say the same.",
	         .advice = "Look at both and mend the wrong one.",
	         .source = "language versions are equally authentic; Xbench, numeric mismatch",
	         .level = CLAUSARY_ERROR},
        .versions = look,
};
