/* Letters and neighbours of a short form. */
#include "verify/acronym.h"

#include "base/fold.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "mining/stem.h"
#include "verify/place.h"

#include <unicode/uchar.h>

size_t
clausary_acronym_letters(clausary_slice form)
{
	size_t count = 0;
	for (size_t at = 0; at < form.size;)
		count += u_isalpha((UChar32)clausary_utf8_next(form, &at)) != 0;
	return count;
}

/* Whether every letter stands beside its like, and there are four or more, or all are the same:
 * "DD-MM", "AAA". */
static bool
is_paired(clausary_slice form)
{
	enum { FEWEST = 4 };
	size_t count = 0;
	bool same = true;
	for (size_t i = 0; i < form.size; i++) {
		char c = form.data[i];
		if (c == '-' || c == '/' || c == '.' || c == ':')
			continue;
		if (!(i > 0 && form.data[i - 1] == c)
		    && !(i + 1 < form.size && form.data[i + 1] == c))
			return false;
		same &= c == form.data[0];
		count++;
	}
	return count >= FEWEST || (same && count > 1);
}

/* Whether capitals have one or two small letters behind them, as symbols of formulas have their
 * index: "TBn"; an ending of the plural is none. */
static bool
has_index(clausary_slice form, size_t capital, size_t small)
{
	size_t end = form.size;
	while (end > 0 && clausary_ascii_is_lower(form.data[end - 1]))
		end--;
	return capital >= 2 && small > 0 && form.size - end == small && small <= 2
	       && form.data[form.size - 1] != 's';
}

/* Whether three letters or more stand beside a stop inside: "I.GEN", a part of a name. */
static bool
has_long_part(clausary_slice form)
{
	enum { LONGEST = 2 }; /* "B.Sc." */
	size_t letters = 0, longest = 0;
	bool stop = false;
	for (size_t i = 0; i < form.size; i++) {
		letters = form.data[i] == '.' ? 0 : letters + 1;
		longest = letters > longest ? letters : longest;
		stop |= form.data[i] == '.' && i + 1 < form.size;
	}
	return stop && longest > LONGEST;
}

/* Whether Roman numbers are joined by a hyphen: "I-IV". */
static bool
is_range(clausary_slice form)
{
	bool hyphen = false;
	for (size_t i = 0; i < form.size; i++) {
		if (!strchr("IVXLC-", form.data[i]))
			return false;
		hyphen |= form.data[i] == '-';
	}
	return hyphen;
}

bool
clausary_acronym_is_code(clausary_slice form)
{
	enum { LONGEST_SMALL = 2 }; /* small letters in a row: more make a word of a name */
	size_t capital = 0, small = 0, row = 0, rows = 0, joined = 0;
	for (size_t at = 0; at < form.size;) {
		UChar32 c = (UChar32)clausary_utf8_next(form, &at);
		joined = u_isupper(c) && (joined || row == LONGEST_SMALL) ? joined + 1 : 0;
		if (joined > 1) /* "MaxLUX": words written as one, the name of a field */
			return true;
		bool greek = c >= 0x370 && c < 0x400; /* as in formulas */
		row = u_islower(c) ? row + 1 : 0;
		rows += row == 1;
		if (u_isdigit(c) || c == '_' || c == '/' || c == ',' || greek
		    || row > LONGEST_SMALL)
			return true;
		capital += u_isupper(c) != 0;
		small += u_islower(c) != 0;
	}
	/* small letters in two places are indices: "YCbCr" */
	return small > capital || is_range(form) || (rows > 1 && form.data[form.size - 1] != 's')
	       || is_paired(form) || has_long_part(form)
	       || (form.size && has_index(form, capital, small));
}

bool
clausary_acronym_is_words(clausary_slice expansion)
{
	bool blank = false, code = false, digit = false;
	if (expansion.size == 0)
		return true; /* it stands in no text: the title of <abbr> */
	for (size_t at = 0; at < expansion.size;) {
		size_t start = at;
		UChar32 c = (UChar32)clausary_utf8_next(expansion, &at);
		if (c == '_' || c == '=' || c == '+' || c == 0xd7 || c == '<' || c == '>')
			return false;
		blank |= c == ' ' || clausary_utf8_is_square((uint32_t)c);
		code |= start > 0 && u_isupper(c)
		        && clausary_ascii_is_lower(expansion.data[start - 1]);
		digit |= start == 0 && u_isdigit(c);
	}
	return !digit && (blank || !code);
}

bool
clausary_acronym_letters_in(clausary_slice form, clausary_slice text)
{
	size_t at = 0;
	for (size_t i = 0; i < form.size;) {
		uint32_t wanted =
		        clausary_fold_next(form, &i, CLAUSARY_FOLD_CASE | CLAUSARY_FOLD_MARKS);
		bool found = !u_isalpha((UChar32)wanted);
		while (!found && at < text.size)
			found = clausary_fold_next(text, &at,
			                           CLAUSARY_FOLD_CASE | CLAUSARY_FOLD_MARKS)
			        == wanted;
		if (!found)
			return false;
	}
	return true;
}

bool
clausary_acronym_fits(clausary_slice form, clausary_slice text)
{
	const unsigned how = CLAUSARY_FOLD_CASE | CLAUSARY_FOLD_MARKS;
	size_t letters = 0, found = 0, at = 0;
	for (size_t i = 0; i < form.size;) {
		uint32_t wanted = clausary_fold_next(form, &i, how);
		bool begins = at == 0, matches = false;
		if (!u_isalpha((UChar32)wanted))
			continue;
		letters++;
		for (size_t j = at; j < text.size && !matches;) {
			uint32_t c = clausary_fold_next(text, &j, how);
			matches = c == wanted && (begins || clausary_utf8_is_square(c));
			begins = !u_isalpha((UChar32)c);
			at = matches ? j : at;
		}
		found += matches;
	}
	return found * 4 >= letters * 3;
}

bool
clausary_acronym_is_loose(const clausary_pair *pair)
{
	const float sure = 0.7f;
	return strstr(pair->rule, "translated") != NULL && pair->confidence < sure;
}

bool
clausary_acronym_is_unsure(const clausary_index *index, const clausary_form *form)
{
	for (uint32_t i = 1; i < form->pair_count; i++) {
		const clausary_pair *pair = &index->findings->pairs.items[form->pairs[i]];
		const clausary_pair *first = &index->findings->pairs.items[form->pairs[0]];
		if (pair->expansion != first->expansion
		    && (clausary_acronym_is_loose(pair) || clausary_acronym_is_loose(first)))
			return true;
	}
	return false;
}

/* The end of the letters and digits that stand at `at`; most are of ASCII. */
static size_t
end_of_word(clausary_slice text, size_t at)
{
	while (at < text.size) {
		size_t next = at + 1;
		char c = text.data[at];
		if ((unsigned char)c < 0x80
		            ? !clausary_ascii_is_letter(c) && !clausary_ascii_is_digit(c)
			    : (next = at, !u_isalnum((UChar32)clausary_utf8_next(text, &next))))
			break;
		at = next;
	}
	return at;
}

/* A word without case and accents, and from five letters on without its ending: "VOTED" is "votes".
 * ASCII words are taken as they stand. */
static clausary_slice
key_of_word(clausary_buffer *to, const clausary_cues *cues, clausary_slice word, bool small)
{
	enum { SHORTEST = 5 };
	bool plain = small;
	for (size_t i = 0; plain && i < word.size; i++)
		plain = (unsigned char)word.data[i] < 0x80;
	to->size = 0;
	if (!plain)
		clausary_fold(to, word, CLAUSARY_FOLD_CASE | CLAUSARY_FOLD_MARKS);
	clausary_slice key = plain ? word : clausary_buffer_slice(to);
	clausary_slice stem = key.size < SHORTEST ? key : clausary_stem_bare(cues, key);
	return stem.size + 1 < SHORTEST ? key : stem;
}

clausary_slice
clausary_acronym_word(clausary_buffer *to, const clausary_cues *cues, clausary_slice form)
{
	return key_of_word(to, cues, form, false);
}

void
clausary_acronym_find_words(const clausary_index *index, clausary_map *forms)
{
	clausary_slice text = clausary_document_text(index->document);
	clausary_buffer folded = {0};
	for (size_t start = 0, end; start < text.size; start = end) {
		bool ascii = (unsigned char)text.data[start] < 0x80;
		end = end_of_word(text, start);
		if (end == start) {
			clausary_utf8_next(text, &end);
			continue;
		}
		clausary_slice word = clausary_slice_part(text, start, end), key;
		size_t letters = 0;
		bool small = ascii ? !clausary_ascii_is_upper(text.data[start])
		                   : !u_isupper((UChar32)clausary_utf8_next(word, &letters));
		if (!small || word.size > CLAUSARY_LIMIT_SHORT_FORM_BYTES)
			continue;
		key = key_of_word(&folded, index->cues, word, true);
		if (clausary_map_get(forms, key) != CLAUSARY_NONE)
			clausary_map_put(forms, key, 1);
	}
	clausary_buffer_finish(&folded);
}
