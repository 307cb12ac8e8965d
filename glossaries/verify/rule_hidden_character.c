/* T10: a term has a character that nobody sees, or a word with letters of two alphabets that look
 * alike. */
#include "base/lookalike.h"
#include "base/utf8.h"
#include "verify/check.h"

#include <unicode/uchar.h>

/* Characters that are printed as nothing. A soft hyphen is none of them: programs that search pass
 * over it, and printers want it. */
static bool
is_hidden(uint32_t c)
{
	return (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e)
	       || (c >= 0x2060 && c <= 0x2069) || c == 0xfeff || c == 0x61c;
}

/* Whether a letter is of a script that needs hidden characters: to join letters, to show the
 * direction, to part words. */
static bool
needs_hidden(uint32_t c)
{
	UCharDirection direction = u_charDirection((UChar32)c);
	return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC
	       || u_getIntPropertyValue((UChar32)c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT
	       || u_getIntPropertyValue((UChar32)c, UCHAR_INDIC_SYLLABIC_CATEGORY) != 0;
}

/* Add a term to `to` as it should be written: false where it is written so. */
static bool
mend(clausary_buffer *to, clausary_slice term)
{
	size_t word = 0;
	bool hidden = false;
	for (size_t at = 0, next; at < term.size; at = next) {
		next = at;
		uint32_t c = clausary_utf8_next(term, &next);
		if (needs_hidden(c))
			return false;
		if (u_isalnum((UChar32)c))
			continue;
		clausary_lookalike_unify(to, clausary_slice_part(term, word, at));
		if (is_hidden(c))
			hidden = true;
		else
			clausary_buffer_add(to, clausary_slice_part(term, at, next));
		word = next;
	}
	clausary_lookalike_unify(to, clausary_slice_part(term, word, term.size));
	return hidden || !clausary_slice_equal(clausary_buffer_slice(to), term);
}

static bool
look_at(clausary_checking *check, const clausary_index *index, uint32_t clause, clausary_span span,
        clausary_slice term)
{
	clausary_buffer mended = {0};
	bool wrong = mend(&mended, clausary_index_text(index, span));
	if (wrong)
		clausary_check_report(
		        check,
		        &(clausary_report){
		                .index = index,
		                .clause = clause,
		                .span = span,
		                .form = term,
		                .message = "%s has a hidden character, or letters of two alphabets",
		                .arguments = {clausary_buffer_slice(&mended)},
		                .edit = clausary_buffer_slice(&mended),
		                .mends = true});
	clausary_buffer_finish(&mended);
	return wrong;
}

/* Terms where they are defined, and the long forms of acronyms wherever they stand. */
static void
look(clausary_checking *check, const clausary_index *index)
{
	for (size_t i = 0; i < index->findings->definitions.count; i++) {
		const clausary_definition *entry = &index->findings->definitions.items[i];
		look_at(check, index, entry->clause, entry->term_span, entry->term);
	}
	for (size_t i = 0; i < index->findings->designations.count; i++) {
		const clausary_form *form = &index->forms[i];
		bool wrong = form->designation->kind == CLAUSARY_ACRONYM;
		for (uint32_t j = 0; j < form->use_count && !wrong; j++)
			wrong = look_at(check, index, form->uses[j].clause, form->uses[j].span,
			                form->designation->form);
	}
}

const clausary_rule clausary_rule_hidden_character = {
        .text = {.id = "T10",
	         .name = "hidden-character",
	         .title = "a term has a hidden character, or letters of two alphabets",
	         .why = "Searches do not find it, and it is sorted wrongly.",
	         .advice = "Write it anew, in the letters of one alphabet.",
	         .source = "Unicode Technical Standard 39",
	         .level = CLAUSARY_WARNING},
        .document = look,
};
