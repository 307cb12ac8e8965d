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

/* Past an ending in brackets at byte `at`, "system(s)"; `at` where there is none. */
static size_t
skip_ending(const clausary_cues *cues, clausary_slice text, size_t at)
{
	clausary_slice rest = clausary_slice_part(text, at + 1, text.size);
	for (size_t i = 0; i < cues->numbers.count; i++) {
		size_t end = at + 1 + cues->numbers.words[i].size;
		if (clausary_slice_starts(rest, cues->numbers.words[i]) && end < text.size
		    && text.data[end] == ')')
			return end + 1;
	}
	return at;
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
		if (c == '(' && at > start && skip_ending(cues, text, at) > at) {
			add_word(to, cues, clausary_slice_part(text, start, at));
			start = next = skip_ending(cues, text, at);
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

bool
clausary_likeness_differs_inside(const clausary_cues *cues, clausary_slice a, clausary_slice b,
                                 bool *inside)
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
