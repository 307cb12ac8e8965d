/* L13: the long form in the list of abbreviations has small letters where the acronym has its own.
 */
#include "base/utf8.h"
#include "verify/acronym.h"
#include "verify/check.h"

#include <unicode/uchar.h>

/* The first letter of the next word from `*at` on that may give a letter, or 0; `*at` moves past
 * it.
 */
static UChar32
next_initial(const clausary_index *index, clausary_slice text, size_t *at)
{
	while (*at < text.size) {
		size_t start = *at, after = *at;
		UChar32 first = (UChar32)clausary_utf8_next(text, &after);
		*at = after;
		if (!u_isalnum(first))
			continue;
		while (*at < text.size) {
			size_t next = *at;
			if (!u_isalnum((UChar32)clausary_utf8_next(text, &next)))
				break;
			*at = next;
		}
		if (!clausary_cues_has(&index->cues->initials,
		                       clausary_slice_part(text, start, *at)))
			return first;
	}
	return 0;
}

/* Whether a capital of the acronym is the small initial of a word. A letter from inside a word
 * gives none. */
static bool
has_small_letters(const clausary_index *index, clausary_slice form, clausary_slice text)
{
	size_t word = 0;
	for (size_t at = 0; at < form.size;) {
		UChar32 c = (UChar32)clausary_utf8_next(form, &at), initial;
		size_t from = word;
		if (!u_isupper(c))
			continue;
		while ((initial = next_initial(index, text, &from)) && u_toupper(initial) != c)
			;
		if (initial && u_islower(initial))
			return true;
		word = initial ? from : word;
	}
	return false;
}

/* The first row says it for all: who writes small letters does so throughout. */
static void
look(clausary_checking *check, const clausary_index *index)
{
	if (!clausary_house_is(&check->house, CLAUSARY_HOUSE_LETTERS, "yes"))
		return;
	for (size_t i = 0; index->listed && i < index->findings->pairs.count; i++) {
		const clausary_pair *pair = &index->findings->pairs.items[i];
		clausary_slice form = index->forms[pair->acronym].designation->form;
		if (strcmp(pair->rule, "list") != 0 || pair->clause == CLAUSARY_NONE
		    || index->zones[pair->clause] != CLAUSARY_ZONE_LIST
		    || clausary_acronym_is_code(form) || !clausary_acronym_fits(form, pair->text)
		    || !has_small_letters(index, form, pair->text))
			continue;
		clausary_check_report(
		        check, &(clausary_report){.index = index,
			                          .clause = pair->clause,
			                          .span = pair->long_span,
			                          .form = form,
			                          .message = "%s has small letters where %s has "
			                                     "its own",
			                          .arguments = {pair->text, form}});
		return;
	}
}

const clausary_rule clausary_rule_list_letters = {
        .text = {.id = "L13",
	         .name = "list-letters",
	         .title = "a long form of the list has small letters where the acronym has its own",
	         .why = "Capitals show where the letters of the acronym come from.",
	         .advice = "Write these letters of the long form as capitals, in the whole list.",
	         .source = "ITU-T author's guide 8.4",
	         .languages = "en",
	         .level = CLAUSARY_NOTE},
        .document = look,
};
