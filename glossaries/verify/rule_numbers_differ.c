/* X11: definitions of one clause have different numbers in two language versions. */
#include "base/utf8.h"
#include "verify/check.h"

#include <stdlib.h>
#include <unicode/uchar.h>

enum { MOST_NUMBERS = 64 };

/* The numbers of a text of two digits and more, without what groups their digits. */
typedef struct numbers {
	uint64_t items[MOST_NUMBERS];
	size_t count;
} numbers;

static void
add(numbers *to, uint64_t number, size_t digits)
{
	if (digits >= 2 && to->count < MOST_NUMBERS)
		to->items[to->count++] = number;
}

static void
read_numbers(numbers *to, clausary_slice text)
{
	uint64_t number = 0;
	size_t digits = 0;
	for (size_t at = 0; at < text.size;) {
		UChar32 c = (UChar32)clausary_utf8_next(text, &at);
		int32_t digit = u_charDigitValue(c);
		bool groups = c == ',' || c == '.' || c == ' ' || c == 0xa0 || c == 0x202f
		              || c == 0x66b || c == 0x66c || c == '\'';
		size_t next = at;
		if (digit >= 0 && digits < 18) {
			number = number * 10 + (uint64_t)digit;
			digits++;
		} else if (!(digits && groups && at < text.size
		             && u_charDigitValue((UChar32)clausary_utf8_next(text, &next)) >= 0)) {
			add(to, number, digits);
			number = digits = 0;
		}
	}
	add(to, number, digits);
}

/* A number of `a` that `b` lacks, or 0. */
static uint64_t
lacking(const numbers *a, const numbers *b)
{
	for (size_t i = 0; i < a->count; i++) {
		bool found = false;
		for (size_t j = 0; j < b->count; j++)
			found |= a->items[i] == b->items[j];
		if (!found)
			return a->items[i];
	}
	return 0;
}

static clausary_slice
print(clausary_checking *check, uint64_t number)
{
	clausary_buffer digits = {0};
	clausary_buffer_print(&digits, "%llu", (unsigned long long)number);
	clausary_slice kept =
	        clausary_arena_copy(&check->issues->arena, clausary_buffer_slice(&digits));
	clausary_buffer_finish(&digits);
	return kept;
}

/* A number is written as a word in one language and in digits in another; only where each has one
 * that the other lacks do they differ. */
static void
compare(clausary_checking *check, const clausary_versions *versions,
        const clausary_definition_pair *pair)
{
	numbers a = {0}, b = {0};
	read_numbers(&a, pair->one->definition);
	read_numbers(&b, pair->other->definition);
	uint64_t here = lacking(&a, &b), there = lacking(&b, &a);
	if (here == 0 || there == 0)
		return;
	clausary_check_report(
	        check,
	        &(clausary_report){
	                .index = pair->other_index,
	                .clause = pair->other->clause,
	                .span = pair->other->definition_span,
	                .other = pair->one_index,
	                .other_clause = pair->one->clause,
	                .other_span = pair->one->definition_span,
	                .form = pair->other->term,
	                .message = "the definition of %s says %s, in the other version %s",
	                .arguments = {pair->other->term, print(check, there), print(check, here)},
	                .lower = versions->doubtful});
}

static void
look(clausary_checking *check, const clausary_versions *versions)
{
	clausary_definition_pair pair;
	for (clausary_definition_cursor at = {0};
	     clausary_versions_definitions(versions, &at, &pair);)
		compare(check, versions, &pair);
}

const clausary_rule clausary_rule_numbers_differ = {
        .text = {.id = "X11",
	         .name = "numbers-differ",
	         .title = "definitions of one clause have different numbers in two versions",
	         .why = "The versions of a text are meant to say the same.",
	         .advice = "Look at both and mend the wrong one.",
	         .source = "language versions are equally authentic; Xbench, numeric mismatch",
	         .level = CLAUSARY_ERROR},
        .versions = look,
};
