/* Two expansions of one acronym that are not the same, and what makes them one after all. */
#include "verify/likeness.h"

#include "base/fold.h"
#include "base/utf8.h"
#include "verify/acronym.h"
#include "verify/place.h"

#include <unicode/uchar.h>

static bool
is_listed(const clausary_index *index, const clausary_pair *pair)
{
	return strcmp(pair->rule, "list") == 0
	       && clausary_index_zone(index, pair->clause, pair->short_span.start)
	                  == CLAUSARY_ZONE_LIST;
}

/* The long form with the word behind the bracket: "Physical (PHY) layer" is the physical layer. */
static clausary_slice
with_next_word(clausary_buffer *to, const clausary_index *index, const clausary_pair *pair)
{
	clausary_slice text = clausary_document_text(index->document);
	size_t at = pair->short_span.end;
	clausary_buffer_add(to, pair->text);
	if (pair->long_span.end > pair->short_span.start || at + 2 >= text.size
	    || text.data[at] != ')' || text.data[at + 1] != ' ')
		return clausary_buffer_slice(to);
	size_t end = at += 2;
	while (end < text.size
	       && (clausary_ascii_is_letter(text.data[end])
	           || (unsigned char)text.data[end] >= 0x80))
		end++;
	clausary_buffer_add_byte(to, ' ');
	clausary_buffer_add(to, clausary_slice_part(text, at, end));
	return clausary_buffer_slice(to);
}

/* Whether the words of a longer expansion stand where a pair took fewer of them: its letters were
 * counted otherwise. */
static bool
stands_whole(const clausary_index *index, const clausary_pair *pair, clausary_slice longer)
{
	return longer.size > pair->text.size
	       && clausary_place_follows(clausary_document_text(index->document),
	                                 pair->long_span.end, longer);
}

/* The long form with the words that stand between it and the bracket: the name may go on to there.
 */
static clausary_slice
up_to_bracket(const clausary_index *index, const clausary_pair *pair)
{
	clausary_slice text = clausary_document_text(index->document);
	size_t end = pair->short_span.start;
	if (pair->long_span.end >= end)
		return pair->text;
	while (end > pair->long_span.end && strchr(" (\n", text.data[end - 1]))
		end--;
	return clausary_slice_part(text, pair->long_span.start, end);
}

/* How alike two expansions are, as written or with what stands before them or behind the bracket.
 */
static clausary_likeness
compare(const clausary_index *index, const clausary_pair *a, const clausary_pair *b)
{
	clausary_buffer x = {0}, y = {0};
	clausary_likeness likeness = clausary_likeness_of(index->cues, a->text, b->text);
	if (likeness > CLAUSARY_SAME_WORDS
	    && (stands_whole(index, a, b->text) || stands_whole(index, b, a->text)
	        || clausary_likeness_of(index->cues, up_to_bracket(index, a), b->text)
	                   <= CLAUSARY_SAME_WORDS
	        || clausary_likeness_of(index->cues, a->text, up_to_bracket(index, b))
	                   <= CLAUSARY_SAME_WORDS
	        || clausary_likeness_of(index->cues, with_next_word(&x, index, a), b->text)
	                   <= CLAUSARY_SAME_WORDS
	        || clausary_likeness_of(index->cues, a->text, with_next_word(&y, index, b))
	                   <= CLAUSARY_SAME_WORDS))
		likeness = CLAUSARY_SAME_WORDS;
	clausary_buffer_finish(&x);
	clausary_buffer_finish(&y);
	return likeness;
}

/* Whether a pair says nothing of this document's usage: it stands in the title of another one, in a
 * row of a list where another acronym is listed, names some of several ("the bodies (HRC, HDC)"),
 * gives the form with more to it ("(HRC+b)"), or begins with the form itself. */
static bool
is_foreign(const clausary_index *index, const clausary_pair *pair)
{
	clausary_zone zone = clausary_index_zone(index, pair->clause, pair->short_span.start);
	clausary_slice form = index->forms[pair->acronym].designation->form;
	clausary_slice text = clausary_document_text(index->document);
	size_t next = clausary_slice_skip_blanks(text, pair->short_span.end + 1);
	return zone == CLAUSARY_ZONE_REFERENCES
	       || (next < text.size && text.data[pair->short_span.end] == ','
	           && clausary_ascii_is_upper(text.data[next]))
	       || (next > 1 && next < text.size && text.data[next - 1] == '+'
	           && u_isalnum((UChar32)(unsigned char)text.data[next]))
	       || (zone == CLAUSARY_ZONE_LIST && strcmp(pair->rule, "list") != 0)
	       || clausary_slice_starts(pair->text, form);
}

/* Whether the letters of an expansion, found by its letters, are not those of the form. */
static bool
is_misread(const clausary_pair *pair, clausary_slice form)
{
	return strstr(pair->rule, "translated") == NULL
	       && !clausary_acronym_letters_in(form, pair->text);
}

/* Whether two expansions that are not alike may be no conflict: one is misread, or the name in
 * another language. Words that are half alike are neither. */
static bool
may_agree(const clausary_index *index, const clausary_pair *first, const clausary_pair *second,
          clausary_likeness likeness)
{
	bool inside;
	clausary_slice form = index->forms[first->acronym].designation->form;
	if (likeness < CLAUSARY_DIFFERENT
	    || clausary_likeness_differs_inside(index->cues, first->text, second->text, &inside))
		return false;
	return is_misread(first, form) || is_misread(second, form)
	       || clausary_acronym_fits(form, second->text)
	                  != clausary_acronym_fits(form, first->text);
}

/* Whether an expansion has an acronym: a word of capitals and digits. */
static bool
has_acronym(clausary_slice text)
{
	size_t capitals = 0;
	bool other = false;
	for (size_t at = 0; at < text.size;) {
		UChar32 c = (UChar32)clausary_utf8_next(text, &at);
		bool word = u_isalnum(c);
		if (!word && capitals > 1 && !other)
			return true;
		capitals = word ? capitals + (u_isupper(c) || u_isdigit(c)) : 0;
		other = word && (other || (!u_isupper(c) && !u_isdigit(c)));
	}
	return capitals > 1 && !other;
}

bool
clausary_conflict_next(clausary_conflict *out, const clausary_index *index,
                       const clausary_form *acronym, uint32_t *at)
{
	enum { MOST_COMPARED = 16 }; /* expansions of one acronym: work stays linear */
	const clausary_pair *pairs = index->findings->pairs.items;
	if (acronym->pair_count == 0)
		return false;
	const clausary_pair *first = &pairs[acronym->pairs[0]];
	bool guessed = clausary_acronym_is_unsure(index, acronym), inside;
	while (++*at < acronym->pair_count) {
		const clausary_pair *second = &pairs[acronym->pairs[*at]];
		clausary_likeness nearest = CLAUSARY_DIFFERENT;
		if (is_foreign(index, first) || is_foreign(index, second)
		    || first->short_span.start == second->short_span.start)
			continue; /* one row may say the name in two languages */
		for (uint32_t i = 0; i < *at && i < MOST_COMPARED; i++) {
			clausary_likeness likeness =
			        compare(index, &pairs[acronym->pairs[i]], second);
			if (likeness < nearest)
				nearest = likeness;
		}
		if (nearest < CLAUSARY_SAME_MARKS || nearest == CLAUSARY_SAME_WORDS)
			continue;
		if (guessed) { /* two letters are often no acronym at all: "Regulation (EC)" */
			if (clausary_utf8_count(acronym->designation->form) < 3
			    || !clausary_likeness_differs_inside(index->cues, first->text,
			                                         second->text, &inside))
				continue;
			nearest = CLAUSARY_SAME_MOST;
		}
		bool one = is_listed(index, first), other = is_listed(index, second);
		if (may_agree(index, first, second, nearest))
			continue;
		*out = (clausary_conflict){
		        .first = first,
		        .second = second,
		        .likeness = nearest,
		        .guessed = guessed && !inside,
		        .listed = one || other,
		        .both_listed = one && other,
		        .shortened = nearest < CLAUSARY_DIFFERENT
		                     && has_acronym(first->text) != has_acronym(second->text),
		        .translated =
		                !clausary_acronym_fits(acronym->designation->form, first->text)};
		return true;
	}
	return false;
}
