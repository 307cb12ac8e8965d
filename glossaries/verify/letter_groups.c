/* Groups of three letters, by hash. */
#include "verify/letter_groups.h"

#include "base/fold.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <unicode/uchar.h>

enum {
	BITS = 18,             /* of a hash: a text has some thousand groups */
	MOST_READ = 256 * 1024 /* bytes of text: more of it brings hardly a new group */
};

/* Past the end of a word a group has this for a letter. */
enum { EDGE = '#' };

typedef struct word {
	const clausary_letter_groups *groups;
	uint32_t letters[2]; /* the last two */
} word;

static uint32_t
hash(const word *w, uint32_t letter)
{
	uint32_t group = (w->letters[0] * 0x10001u + w->letters[1]) * 0x101u + letter;
	return group * 0x9e3779b1u >> (32 - BITS);
}

static void
move_on(word *w, uint32_t letter)
{
	w->letters[0] = w->letters[1];
	w->letters[1] = letter;
}

static void
add(word *w, uint32_t letter)
{
	uint32_t bit = hash(w, letter);
	uint64_t mask = (uint64_t)1 << (bit & 63);
	w->groups->more[bit >> 6] |= w->groups->once[bit >> 6] & mask;
	w->groups->once[bit >> 6] |= mask;
	move_on(w, letter);
}

/* The letter at `*at` without case and accents; 0 where none stands there. */
static uint32_t
next_letter(clausary_slice text, size_t *at, bool *small)
{
	size_t start = *at;
	char c = text.data[start];
	if ((unsigned char)c < 0x80) {
		++*at;
		*small = clausary_ascii_is_lower(c);
		return clausary_ascii_is_letter(c) ? (uint32_t)c | 0x20 : 0;
	}
	*small = u_islower((UChar32)clausary_utf8_next(text, at));
	size_t one = start;
	uint32_t letter = clausary_fold_next(text, &one, CLAUSARY_FOLD_CASE | CLAUSARY_FOLD_MARKS);
	return u_isalpha((UChar32)letter) ? letter : 0;
}

static void
read_block(word *w, clausary_slice text)
{
	bool in_word = false, counts = false, small;
	for (size_t at = 0; at < text.size;) {
		uint32_t letter = next_letter(text, &at, &small);
		if (letter && !in_word) {
			w->letters[0] = w->letters[1] = EDGE;
			counts = small;
		} else if (!letter && in_word && counts)
			add(w, EDGE);
		in_word = letter != 0;
		if (letter && counts)
			add(w, letter);
	}
	if (in_word && counts)
		add(w, EDGE);
}

/* Words of another language have other groups. */
void
clausary_letter_groups_read(clausary_letter_groups *out, const clausary_index *index)
{
	const clausary_document *document = index->document;
	clausary_slice text = clausary_document_text(document);
	word w = {out, {EDGE, EDGE}};
	out->once = clausary_memory_zeros((size_t)1 << (BITS - 6), sizeof *out->once);
	out->more = clausary_memory_zeros((size_t)1 << (BITS - 6), sizeof *out->more);
	for (size_t i = 0, left = MOST_READ; i < document->blocks.count && left; i++) {
		clausary_span span = document->blocks.items[i].span;
		size_t size = span.end - span.start < left ? span.end - span.start : left;
		if (document->blocks.items[i].language)
			continue;
		size_t end = clausary_utf8_start(text, span.start + size);
		read_block(&w, clausary_slice_part(text, span.start, end));
		left -= size;
	}
}

bool
clausary_letter_groups_make(const clausary_letter_groups *groups, clausary_slice form)
{
	word w = {groups, {EDGE, EDGE}};
	bool small;
	for (size_t at = 0; at <= form.size;) {
		bool last = at == form.size, hyphen = !last && form.data[at] == '-';
		uint32_t letter = last ? EDGE : next_letter(form, &at, &small);
		if (letter == 0 && !hyphen)
			return false;
		uint32_t bit = hash(&w, hyphen ? EDGE : letter);
		if (!(groups->more[bit >> 6] >> (bit & 63) & 1))
			return false;
		if (last)
			break;
		if (hyphen)
			w.letters[0] = w.letters[1] = EDGE;
		else
			move_on(&w, letter);
	}
	return form.size > 0;
}

void
clausary_letter_groups_finish(clausary_letter_groups *groups)
{
	free(groups->once);
	free(groups->more);
	*groups = (clausary_letter_groups){0};
}
