/* T01: a term is written as one word, as several, or with a hyphen. */
#include "verify/place.h"
#include "verify/writing.h"

#include "base/fold.h"
#include "base/utf8.h"

#include <unicode/uchar.h>

/* Behind an acronym in brackets: "lamp-on-demand (LoD) service". */
static size_t
skip_brackets(clausary_slice text, size_t at)
{
	enum { LONGEST = 16 };
	size_t start = clausary_slice_skip_blanks(text, at);
	if (start == text.size || text.data[start] != '(')
		return at;
	for (size_t end = start; end < text.size && end < start + LONGEST; end++)
		if (text.data[end] == ')')
			return end + 1;
	return at;
}

/* Whether a noun group may go on behind byte `at`: then a hyphen may join the words before a noun,
 * as in "end-user device". */
static bool
goes_on(const clausary_index *index, size_t at)
{
	clausary_slice text = clausary_document_text(index->document);
	at = skip_brackets(text, at);
	size_t start = clausary_slice_skip_blanks(text, at), end = start;
	for (size_t next = start; next < text.size; end = next)
		if (!u_isalpha((UChar32)clausary_utf8_next(text, &next)))
			break;
	return start > at && end > start
	       && !clausary_cues_has(&index->cues->edge, clausary_slice_part(text, start, end));
}

/* What parts the last word of a form from the one before: a hyphen or a blank; 0 for nothing. */
static char
last_joint(clausary_slice form)
{
	char found = 0;
	for (size_t at = 0; at < form.size;) {
		uint32_t c = clausary_fold_next(form, &at, 0);
		if (c == ' ' || c == '-')
			found = (char)c;
	}
	return found;
}

/* Whether a word has a capital behind a small letter: the words of a name of a field or a class. */
static bool
is_camel(clausary_slice text)
{
	for (size_t at = 0, small = 0; at < text.size;) {
		UChar32 c = (UChar32)clausary_utf8_next(text, &at);
		if (small && u_isupper(c))
			return true;
		small = u_islower(c);
	}
	return false;
}

/* Whether words written as one with a capital, inside of a sentence, are the name of a thing: "an
 * element of Beaconlog". */
static bool
is_name(clausary_slice all, clausary_slice form, const clausary_written_place *place)
{
	clausary_slice text = clausary_slice_span(all, place->span);
	size_t i = 0, j = 0;
	return last_joint(form) && !last_joint(text) && !clausary_place_begins(all, place->span)
	       && u_isupper((UChar32)clausary_utf8_next(text, &i))
	       && u_islower((UChar32)clausary_utf8_next(form, &j));
}

/* How many words parted by a blank or a hyphen are small ones. */
static size_t
small_words(const clausary_index *index, clausary_slice text)
{
	size_t found = 0;
	for (size_t start = 0, at = 0; at <= text.size; at++)
		if (at == text.size || text.data[at] == ' ' || text.data[at] == '-') {
			found += clausary_cues_has(&index->cues->edge,
			                           clausary_slice_part(text, start, at));
			start = at + 1;
		}
	return found;
}

/* A line may end at a hyphen that stands for nothing; a title that is quoted, an address and a
 * longer word are written as they are. */
static bool
believes(const clausary_index *index, const clausary_written_term *term,
         const clausary_written_place *place)
{
	clausary_slice text = clausary_index_text(index, place->span);
	if (memchr(text.data, '\n', text.size)
	    || small_words(index, text)
	               > small_words(index, term->form) /* "direct or", "a symmetric" */
	    || is_camel(text) != is_camel(term->form))
		return false;
	clausary_slice all = clausary_document_text(index->document);
	if (place->span.end < all.size && all.data[place->span.end] == '(') /* a call in code */
		return false;
	bool line = clausary_place_is_line(index, place->span);
	if (line && (place->clause == term->clause || last_joint(text) == '-'))
		return false; /* another name that its entry allows, or the name of a value */
	if (clausary_place_is_quoted(index, place->span)
	    || clausary_place_is_address(all, place->span)
	    || clausary_place_is_joined(all, place->span)
	    || clausary_place_is_label(all, place->span) || is_name(all, term->form, place))
		return false;
	return last_joint(term->form) != ' ' || last_joint(text) != '-'
	       || !goes_on(index, place->span.end);
}

static void
look(clausary_checking *check, const clausary_index *index)
{
	clausary_written_report(check, index, CLAUSARY_WRITTEN_JOINTS, believes);
}

const clausary_rule clausary_rule_joints = {
        .text = {.id = "T01",
	         .name = "hyphen-or-blank",
	         .title = "a term is written as one word, as several, or with a hyphen",
	         .why = "Searches for one do not find the other.",
	         .advice = "Write the term as it is defined or introduced.",
	         .source = "PerfectIt, hyphenation; Chicago Manual of Style 7.81",
	         .level = CLAUSARY_WARNING},
        .document = look,
};
