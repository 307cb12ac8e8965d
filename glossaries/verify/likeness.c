/* Expansions compared word by word. The steps of likeness are those an editor sees: capitals,
 * hyphens, forms of words, another word. */
#include "verify/likeness.h"

#include "base/fold.h"
#include "base/utf8.h"
#include "mining/stem.h"
#include "verify/acronym.h"

#include <unicode/uchar.h>

enum { MOST_WORDS = 512 }; /* of a long definition: what follows them is not compared */

/* The words of a phrase, folded; a square letter is a word of its own. */
typedef struct words {
	clausary_buffer text;
	clausary_slice items[MOST_WORDS];
	size_t count;
	bool whole;     /* all words, as they stand */
	bool inflected; /* the language inflects them */
} words;

/* Without zeroing all that is never read: most phrases have a few words. */
static void
begin(words *all, bool whole)
{
	all->text = (clausary_buffer){0};
	all->count = 0;
	all->whole = whole;
}

static bool
is_mark(uint32_t c)
{
	return c == ' ' || c == '_' || c == '*' || c == '-' || c == '/' || c == '\'' || c == ','
	       || c == '.';
}

/* Whether a letter follows a digit at the end: "dBm0s" is no plural of "dBm0". */
static bool
is_symbol(clausary_slice word)
{
	return word.size > 1 && clausary_ascii_is_digit(word.data[word.size - 2]);
}

static void
add_word(words *to, const clausary_cues *cues, clausary_slice word)
{
	if (word.size && to->count < MOST_WORDS
	    && (to->whole || !clausary_cues_has(&cues->initials, word)))
		to->items[to->count++] =
		        to->whole || is_symbol(word) ? word : clausary_stem_bare(cues, word);
}

/* Past the bracket that opens at byte `at`. */
static size_t
end_of_brackets(clausary_slice text, size_t at)
{
	while (at < text.size && text.data[at] != ')')
		at++;
	return at < text.size ? at + 1 : at;
}

static void
read_words(words *to, const clausary_cues *cues, clausary_slice phrase)
{
	to->inflected = cues->inflections.count > 0;
	clausary_fold(&to->text, phrase, CLAUSARY_FOLD_CASE);
	clausary_slice text = clausary_buffer_slice(&to->text);
	size_t start = 0;
	for (size_t at = 0, next; at < text.size; at = next) {
		next = at;
		uint32_t c = clausary_utf8_next(text, &next);
		if (c == '(' && at > start) { /* "system(s)" */
			add_word(to, cues, clausary_slice_part(text, start, at));
			start = next = end_of_brackets(text, at);
			continue;
		}
		if (!is_mark(c) && !clausary_utf8_is_square(c))
			continue;
		bool whole = to->whole;
		to->whole |= start == 0 && c == '-'; /* "under-keeper": a prefix is no small word */
		add_word(to, cues, clausary_slice_part(text, start, at));
		to->whole = whole;
		if (clausary_utf8_is_square(c))
			add_word(to, cues, clausary_slice_part(text, at, next));
		start = next;
	}
	add_word(to, cues, clausary_slice_part(text, start, text.size));
}

/* The words with blanks around each. */
static clausary_slice
join(clausary_arena *arena, words *from)
{
	clausary_buffer joined = {0};
	clausary_buffer_add_byte(&joined, ' ');
	for (size_t i = 0; i < from->count; i++) {
		clausary_buffer_add(&joined, from->items[i]);
		clausary_buffer_add_byte(&joined, ' ');
	}
	clausary_slice kept = clausary_arena_copy(arena, clausary_buffer_slice(&joined));
	clausary_buffer_finish(&joined);
	clausary_buffer_finish(&from->text);
	return kept;
}

clausary_slice
clausary_likeness_words(clausary_arena *arena, const clausary_cues *cues, clausary_slice phrase)
{
	words all;
	begin(&all, true);
	read_words(&all, cues, phrase);
	return join(arena, &all);
}

clausary_slice
clausary_likeness_key(clausary_arena *arena, const clausary_cues *cues, clausary_slice phrase)
{
	words all;
	begin(&all, false);
	read_words(&all, cues, phrase);
	return join(arena, &all);
}

bool
clausary_likeness_holds(clausary_slice text, clausary_slice part)
{
	clausary_buffer word = {0};
	if (!clausary_slice_starts(part, CLAUSARY_SLICE(" ")))
		clausary_buffer_print(&word, " %.*s ", (int)part.size, part.data);
	bool found = part.size > 2
	             && clausary_slice_find(text, word.size ? clausary_buffer_slice(&word) : part)
	                        != SIZE_MAX;
	clausary_buffer_finish(&word);
	return found;
}

/* Whether two stems are of one word: where words are inflected, a short one may change all but its
 * first letters. */
static bool
same_word(const words *in, clausary_slice a, clausary_slice b)
{
	enum { LONGEST = 5, FEWEST = 2 }; /* letters of a short word; that stay */
	size_t at = 0, letters = 0;
	if (clausary_slice_equal(a, b))
		return true;
	if (!in->inflected || clausary_utf8_count(a) > LONGEST || clausary_utf8_count(b) > LONGEST)
		return false;
	while (at < a.size && at < b.size) {
		size_t i = at, j = at;
		if (clausary_utf8_next(a, &i) != clausary_utf8_next(b, &j))
			break;
		at = i;
		letters++;
	}
	return letters >= FEWEST;
}

/* How many words both begin with, or end with. */
static size_t
common(const words *a, const words *b, bool end)
{
	size_t least = a->count < b->count ? a->count : b->count, i = 0;
	while (i < least
	       && same_word(a, a->items[end ? a->count - 1 - i : i],
	                    b->items[end ? b->count - 1 - i : i]))
		i++;
	return i;
}

/* Whether all words of one but one at most are those of the other. */
static bool
shares_most(const words *a, const words *b)
{
	size_t least = a->count < b->count ? a->count : b->count;
	return common(a, b, false) + common(a, b, true) + 1 >= least && least >= 2;
}

/* The letters of a phrase without marks, as one word. */
static clausary_slice
letters_of(clausary_buffer *to, clausary_slice phrase)
{
	for (size_t at = 0; at < phrase.size;) {
		uint32_t c = clausary_fold_next(phrase, &at, CLAUSARY_FOLD_CASE);
		if (c && !is_mark(c))
			clausary_utf8_add(to, c);
	}
	return clausary_buffer_slice(to);
}

/* Whether two phrases are alike when marks are left out of both, and where `cues` are given the
 * ending of the whole. */
static bool
alike_without_marks(const clausary_cues *cues, clausary_slice a, clausary_slice b)
{
	clausary_buffer x = {0}, y = {0};
	clausary_slice one = letters_of(&x, a), other = letters_of(&y, b);
	bool same = cues ? clausary_slice_equal(clausary_stem_bare(cues, one),
	                                        clausary_stem_bare(cues, other))
	                 : clausary_slice_equal(one, other);
	clausary_buffer_finish(&x);
	clausary_buffer_finish(&y);
	return same;
}

static bool
alike(clausary_slice a, clausary_slice b, unsigned how)
{
	clausary_buffer x = {0}, y = {0};
	clausary_fold(&x, a, how);
	clausary_fold(&y, b, how);
	bool same = clausary_slice_equal(clausary_buffer_slice(&x), clausary_buffer_slice(&y));
	clausary_buffer_finish(&x);
	clausary_buffer_finish(&y);
	return same;
}

clausary_likeness
clausary_likeness_of(const clausary_cues *cues, clausary_slice a, clausary_slice b)
{
	words x, y;
	clausary_likeness likeness = CLAUSARY_DIFFERENT;
	if (alike(a, b, 0))
		return CLAUSARY_SAME;
	if (alike(a, b, CLAUSARY_FOLD_CASE))
		return CLAUSARY_SAME_CASE;
	if (alike_without_marks(NULL, a, b))
		return CLAUSARY_SAME_MARKS;
	begin(&x, false);
	begin(&y, false);
	read_words(&x, cues, a);
	read_words(&y, cues, b);
	if (x.count == y.count && common(&x, &y, false) == x.count)
		likeness = CLAUSARY_SAME_WORDS;
	else if (alike_without_marks(cues, a, b))
		likeness = CLAUSARY_SAME_MARKS;
	else if (shares_most(&x, &y))
		likeness = CLAUSARY_SAME_MOST;
	clausary_buffer_finish(&x.text);
	clausary_buffer_finish(&y.text);
	return likeness;
}

/* Whether two words look like forms of one: they begin or end with the same letters, half of those
 * of the shorter one. Broken plurals and joined particles are known to no table of endings. */
static bool
may_be_forms(clausary_slice a, clausary_slice b)
{
	size_t least = a.size < b.size ? a.size : b.size, front = 0, end = 0;
	while (front < least && a.data[front] == b.data[front])
		front++;
	while (end < least && a.data[a.size - 1 - end] == b.data[b.size - 1 - end])
		end++;
	return 2 * front >= least || 2 * end >= least;
}

/* Whether two expansions, of which one has edges that are a guess, are surely meant to be the same
 * words and are not: as many, half of them alike from the front or from the end; or one more
 * between words that are alike. `*inside` where they begin and end alike, so that the guess was
 * right. */
static bool
differ_inside(const clausary_cues *cues, clausary_slice a, clausary_slice b, bool *inside)
{
	words x = {0}, y = {0};
	read_words(&x, cues, a);
	read_words(&y, cues, b);
	size_t front = common(&x, &y, false), end = common(&x, &y, true);
	size_t least = x.count < y.count ? x.count : y.count;
	bool near = x.count == y.count ? front < x.count && 2 * (front + end) >= x.count
	                               : front > 0 && end > 0 && x.count + y.count == 2 * least + 1
	                                         && front + end >= least;
	for (size_t i = front; near && x.count == y.count && i + end < x.count; i++)
		near = !may_be_forms(x.items[i], y.items[i]);
	*inside = front > 0 && end > 0;
	clausary_buffer_finish(&x.text);
	clausary_buffer_finish(&y.text);
	return near;
}

/* The words of the least end of a text that has `count` of them; `*tail` is that end. */
static bool
read_end(words *to, const clausary_cues *cues, clausary_slice text, size_t count,
         clausary_slice *tail)
{
	enum { MOST_READ = 256 }; /* bytes of an expansion */
	size_t start = text.size;
	while (start > 0 && text.size - start < MOST_READ) {
		uint32_t c = clausary_utf8_previous(text, &start), before = ' ';
		for (size_t at = start; at > 0; at = 0)
			before = clausary_utf8_previous(text, &at);
		if (!clausary_utf8_is_square(c) && !clausary_utf8_is_square(before) && before != ' '
		    && before != '\n')
			continue;
		*tail = clausary_slice_part(text, start, text.size);
		to->text.size = to->count = 0;
		read_words(to, cues, *tail);
		if (to->count >= count)
			break;
	}
	return to->count == count;
}

bool
clausary_likeness_ends(const clausary_cues *cues, clausary_slice text, clausary_slice expansion,
                       clausary_slice *tail)
{
	words x = {0}, y = {0};
	size_t alike_words = 0;
	bool edge = false;
	read_words(&x, cues, expansion);
	bool read = x.count >= 2 && read_end(&y, cues, text, x.count, tail);
	for (size_t i = 0; read && i < x.count; i++)
		if (same_word(&x, x.items[i], y.items[i])) {
			alike_words++;
			edge |= i == 0 || i + 1 == x.count;
		}
	bool near = read && edge && alike_words < x.count && 2 * alike_words >= x.count;
	clausary_buffer_finish(&x.text);
	clausary_buffer_finish(&y.text);
	return near;
}

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
	clausary_slice text = clausary_document_text(index->document);
	size_t at = pair->long_span.end, rest = longer.size;
	if (longer.size <= pair->text.size)
		return false;
	while (at > 0 && rest > 0) { /* a blank may be the end of a line there */
		bool blank = clausary_ascii_is_blank(text.data[at - 1]);
		while (blank && at > 1 && clausary_ascii_is_blank(text.data[at - 2]))
			at--;
		if (blank ? longer.data[rest - 1] != ' '
		          : clausary_ascii_lower(text.data[at - 1])
		                    != clausary_ascii_lower(longer.data[rest - 1]))
			return false;
		at--;
		rest--;
	}
	return rest == 0;
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
 * or begins with the form itself. */
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
	    || differ_inside(index->cues, first->text, second->text, &inside))
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
			    || !differ_inside(index->cues, first->text, second->text, &inside))
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
