/* L15: the definition of an entry is only the long form of its acronym. */
#include "base/utf8.h"
#include "verify/acronym.h"
#include "verify/check.h"

#include <unicode/uchar.h>

/* How many words a text has. */
static size_t
count_words(clausary_slice text)
{
	size_t count = 0;
	for (size_t i = 0; i < text.size; i++)
		count += !clausary_ascii_is_blank(text.data[i])
		         && (i == 0 || clausary_ascii_is_blank(text.data[i - 1]));
	return count;
}

/* Whether a term is written in capitals alone. */
static bool
is_capitals(clausary_slice term)
{
	for (size_t at = 0; at < term.size;) {
		UChar32 c = (UChar32)clausary_utf8_next(term, &at);
		if (u_isalpha(c) && !u_isupper(c))
			return false;
	}
	return true;
}

/* Whether the term is an acronym, and its letters take nearly all words of the definition. */
static bool
is_expansion(const clausary_definition *entry)
{
	size_t letters = clausary_acronym_letters(entry->term);
	return letters > 1 && is_capitals(entry->term) && !clausary_acronym_is_code(entry->term)
	       && clausary_slice_find(entry->term, CLAUSARY_SLICE(" ")) == SIZE_MAX
	       && count_words(entry->definition) <= letters + 2
	       && clausary_acronym_fits(entry->term, entry->definition);
}

static void
look(clausary_checking *check, const clausary_index *index)
{
	for (size_t i = 0; i < index->findings->definitions.count; i++) {
		const clausary_definition *entry = &index->findings->definitions.items[i];
		if (!clausary_index_is_entry(index, entry) || !is_expansion(entry))
			continue;
		clausary_check_report(
		        check, &(clausary_report){.index = index,
			                          .clause = entry->clause,
			                          .span = entry->definition_span,
			                          .form = entry->term,
			                          .message = "the entry of %s expands it and "
			                                     "defines nothing",
			                          .arguments = {entry->term}});
	}
}

const clausary_rule clausary_rule_expansion_defines = {
        .text = {.id = "L15",
	         .name = "expansion-as-definition",
	         .title = "the definition of an entry is only the long form of its acronym",
	         .why = "The reader learns what the letters stand for, not what the thing is.",
	         .advice = "Write a definition, or move the acronym to the list of abbreviations.",
	         .source = "ITU-T author's guide 8.3, 8.4; ISO/IEC Directives part 2, 16 and 17",
	         .level = CLAUSARY_NOTE},
        .document = look,
};
