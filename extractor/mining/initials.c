/* How well the letters of a short form are those of some words: the cheapest way to lay the letters
 * on the words from left to right, found by dynamic programming. Costs are in COSTS; what they
 * weigh is said beside them. */
#include "mining/initials.h"

#include "base/fold.h"
#include "base/lookalike.h"
#include "base/utf8.h"
#include "mining/form_letters.h"

#include <unicode/uchar.h>

enum { MOST_LETTERS = 16, MOST_WORDS = 32 };

static const struct {
	float initial;       /* a letter that begins a word */
	float initial_small; /* … a word that usually gives none, such as "of" */
	float spoken;        /* a letter that is said as the word begins: the X of "extensible" */
	float next;          /* a letter right after one that is used: "CO" of "Community" */
	float next_small;    /* … written small after a capital: "es" of "ResNet" */
	float inner;         /* any other letter of a word whose initial is used */
	float stray;    /* a letter inside a word whose initial is not used: the D of "in-depth" */
	float skipped;  /* a word of weight between two used ones */
	float trailing; /* a word of weight after the last used one */
	float unused_digit; /* a digit of the short form that no word has */
	float order;        /* the letters are the initials in another order: "ISO" */
	float strange;      /* … and a word of the name gives none of them */
	float edge; /* the first word is one that begins no expansion as a rule: "named entity" */
} COSTS = {1.0f, 0.8f, 0.55f, 0.75f, 1.0f, 0.4f, 0.2f, 0.55f, 0.65f, -0.1f, 0.76f, 0.1f, 0.6f};

typedef struct word {
	size_t token;
	uint32_t letters[24]; /* folded, the first of them */
	size_t count;
	uint32_t set;    /* of its letters, a bit for each by its lowest five bits */
	uint32_t digit;  /* that the word may be written as; CLAUSARY_NONE for most */
	uint32_t spoken; /* the letter that is said as it begins; CLAUSARY_NONE for most */
	bool small;      /* gives no letter as a rule */
	bool edge;       /* begins no expansion as a rule; asked only where the first letter fits */
	bool capital;    /* in capitals throughout: an acronym itself */
	bool name;       /* begins with a capital, as the words of a name do */
} word;

typedef struct reading {
	uint32_t form[MOST_LETTERS];
	bool small[MOST_LETTERS]; /* written small in a form that has capitals */
	size_t length;
	bool has_digit;
	bool has_spoken; /* a letter that may be said for the beginning of a word */
	word words[MOST_WORDS];
	size_t count;
	float weight[MOST_WORDS + 1];    /* of the words before each: what leaving them out costs */
	uint32_t laid[MOST_LETTERS + 1]; /* a bit for each word that the last of so many letters
	                                     can lie on */
} reading;

static size_t
fold_letters(clausary_slice text, uint32_t *to, size_t room)
{
	size_t at = 0, count = 0;
	for (; at < text.size && count < room && (unsigned char)text.data[at] < 0x80; at++) {
		char c = clausary_ascii_lower(text.data[at]);
		if (clausary_ascii_is_lower(c) || clausary_ascii_is_digit(c))
			to[count++] = (uint32_t)c;
	}
	while (at < text.size && count < room) { /* É is the E of an acronym */
		uint32_t c =
		        clausary_fold_next(text, &at, CLAUSARY_FOLD_CASE | CLAUSARY_FOLD_MARKS);
		if (u_isalnum((UChar32)c))
			to[count++] = c;
	}
	return count;
}

/* The letters of a short form, those that look alike all of one script. */
static size_t
fold_form(clausary_slice form, uint32_t to[MOST_LETTERS])
{
	clausary_buffer unified = {0};
	if (clausary_utf8_ascii(form) == form.size)
		return fold_letters(form, to, MOST_LETTERS);
	clausary_lookalike_unify(&unified, form);
	size_t count = fold_letters(clausary_buffer_slice(&unified), to, MOST_LETTERS);
	clausary_buffer_finish(&unified);
	return count;
}

/* Which letters are written small, in a form of ASCII that begins with a capital. */
static void
mark_small(reading *r, clausary_slice form)
{
	memset(r->small, 0, sizeof r->small);
	if (!clausary_ascii_is_upper(form.data[0]))
		return;
	for (size_t at = 0, count = 0; at < form.size && count < r->length; at++) {
		if ((unsigned char)form.data[at] >= 0x80)
			return;
		r->small[count] = clausary_ascii_is_lower(form.data[at]);
		count += r->small[count] || clausary_ascii_is_upper(form.data[at])
		         || clausary_ascii_is_digit(form.data[at]);
	}
}

/* The letters of "EE. UU." stand for one word each two. */
static void
halve_doubled(reading *r, clausary_slice form)
{
	if (r->length < 4 || r->length % 2 || !memchr(form.data, '.', form.size))
		return;
	for (size_t i = 0; i < r->length; i += 2)
		if (r->form[i] != r->form[i + 1])
			return;
	r->length /= 2;
	for (size_t i = 0; i < r->length; i++)
		r->form[i] = r->form[2 * i];
}

/* The letter of the short form that is said as a word begins: "x" for "extensible". */
static uint32_t
spoken_letter(const clausary_mining *mining, clausary_slice text)
{
	enum { BEGINNING = 2 /* bytes */ };
	if (text.size <= BEGINNING)
		return CLAUSARY_NONE;
	return clausary_cues_value(&mining->cues->spoken, clausary_slice_part(text, 0, BEGINNING));
}

/* Words met last, by the lowest bits of their tokens: most are read again at once, for the same
 * form with other bounds, or for the clues of a pair. */
enum { MET = 64 };

struct clausary_met_words {
	const clausary_cues *cues[MET]; /* by which a word was read; NULL: none was */
	word words[MET];
};

clausary_met_words *
clausary_met_words_new(void)
{
	clausary_met_words *met = clausary_memory_resize(NULL, sizeof *met);
	memset(met->cues, 0, sizeof met->cues);
	return met;
}

/* Whether a word is the first part of a compound, which is a word of weight even where it is small:
 * "on-off", "in-vehicle". */
static bool
begins_compound(const clausary_mining *mining, size_t token)
{
	return clausary_mining_is_hyphen(mining, token + 1)
	       && !(token > 0 && clausary_mining_is_hyphen(mining, token - 1));
}

/* What a word is for any form. */
static void
read_word(word *read, const clausary_mining *mining, size_t token, clausary_slice text)
{
	const clausary_token *t = &mining->tokens.items[token];
	read->token = token;
	read->count = fold_letters(text, read->letters, sizeof read->letters / sizeof(uint32_t));
	read->set = 0;
	for (size_t i = 0; i < read->count; i++)
		read->set |= (uint32_t)1 << read->letters[i] % 32;
	read->small =
	        clausary_cues_has(&mining->cues->initials, text) && !begins_compound(mining, token);
	read->name = t->traits & CLAUSARY_TOKEN_CAPITAL_FIRST;
	read->capital = t->traits & CLAUSARY_TOKEN_CAPITAL && !(t->traits & CLAUSARY_TOKEN_LOWER)
	                && read->count > 1;
}

static void
add_word(const clausary_mining *mining, reading *r, size_t token)
{
	word *added = &r->words[r->count++];
	clausary_met_words *met = mining->met_words;
	size_t place = token % MET;
	clausary_slice text = clausary_mining_word(mining, token);
	if (met && met->cues[place] == mining->cues && met->words[place].token == token) {
		*added = met->words[place];
	} else {
		read_word(added, mining, token, text);
		if (met) {
			met->cues[place] = mining->cues;
			met->words[place] = *added;
		}
	}
	added->digit = CLAUSARY_NONE;
	if (r->has_digit)
		added->digit = clausary_cues_value(&mining->cues->numerals, text);
	added->spoken = r->has_spoken ? spoken_letter(mining, text) : CLAUSARY_NONE;
	added->edge = added->count && added->letters[0] == r->form[0]
	              && !begins_compound(mining, token)
	              && clausary_cues_has(&mining->cues->edge, text);
}

static bool
is_digit(uint32_t c)
{
	return c >= '0' && c <= '9';
}

/* What `count` letters of the form, from letter `from` on, earn in one word; below 0: they are not
 * in it. */
static float
earn(const reading *r, const word *w, size_t from, size_t count)
{
	size_t at = 0;
	float sum;
	if (w->digit == r->form[from] && count == 1)
		return COSTS.initial;
	if (w->letters[0] == r->form[from]) {
		sum = w->small ? COSTS.initial_small : COSTS.initial;
	} else if (w->spoken == r->form[from]) {
		sum = COSTS.spoken;
		while (at + 1 < w->count && w->letters[at] != r->form[from])
			at++;
	} else {
		if (from == 0 || is_digit(r->form[from]))
			return -1;
		while (at < w->count && w->letters[at] != r->form[from])
			at++;
		if (at == w->count)
			return -1;
		sum = COSTS.stray;
	}
	if (count == w->count
	    && memcmp(&r->form[from], w->letters, count * sizeof *w->letters) == 0)
		return COSTS.initial
		       * (float)count; /* a part of the short form is this very word */
	for (size_t k = 1; k < count; k++) {
		size_t next = at + 1;
		while (next < w->count && w->letters[next] != r->form[from + k])
			next++;
		if (next >= w->count)
			return -1;
		sum += w->capital || is_digit(r->form[from + k]) ? COSTS.initial
		       : next > at + 1                           ? COSTS.inner
		       : r->small[from + k]                      ? COSTS.next_small
		                                                 : COSTS.next;
		at = next;
	}
	return sum;
}

typedef struct cell {
	float score; /* of the first letters laid so that the last of them lies on this word */
	uint8_t start;
} cell;

static float
weight_between(const reading *r, size_t from, size_t to)
{
	return r->weight[to] - r->weight[from];
}

static const float NEVER = -1000;

/* Whether a word has a letter, as far as the lowest bits of its letters tell, or `alone` is a digit
 * that it may be written as. */
static bool
may_give(const word *w, uint32_t letter, bool alone)
{
	return w->set >> letter % 32 & 1 || (alone && w->digit == letter);
}

/* The words on which letter `k` of the form may lie, a bit for each: a digit may lie on any. */
static uint32_t
words_for(const reading *r, size_t k)
{
	uint32_t words = 0, any = is_digit(r->form[k - 1]);
	for (size_t w = 0; w < r->count; w++)
		words |= (any | may_give(&r->words[w], r->form[k - 1], true)) << w;
	return words;
}

/* The best way to lay the first `k` letters with the last of them on word `w`. */
static cell
best_cell(const reading *r, cell table[MOST_LETTERS + 1][MOST_WORDS], size_t k, size_t w,
          bool anchor_first)
{
	cell best = {NEVER, 0};
	uint32_t words_before = ((uint32_t)1 << w) - 1;
	for (size_t taken = 1; taken <= k; taken++) {
		if (!may_give(&r->words[w], r->form[k - taken], taken == 1))
			break; /* more letters have this one among them */
		if (taken < k && !(r->laid[k - taken] & words_before))
			continue;
		float earned = r->words[w].count ? earn(r, &r->words[w], k - taken, taken) : -1;
		if (earned < 0)
			continue;
		if (taken == k) {
			bool start = !r->words[w].small && (!anchor_first || w == 0);
			earned -= r->words[w].edge && !anchor_first ? COSTS.edge : 0;
			if (start && earned >= best.score)
				best = (cell){earned, (uint8_t)w};
			continue;
		}
		for (uint32_t left = r->laid[k - taken] & words_before; left; left &= left - 1) {
			size_t before = (unsigned)__builtin_ctz(left);
			cell *from = &table[k - taken][before];
			float score = from->score + earned - weight_between(r, before + 1, w);
			if (score >= best.score)
				best = (cell){score, from->start};
		}
	}
	/* a digit may be a count that no word shows: "3GPP" has it, "Web2" has not */
	if (k > 1 && is_digit(r->form[k - 1]) && r->laid[k - 1] >> w & 1
	    && table[k - 1][w].score + COSTS.unused_digit > best.score)
		best = (cell){table[k - 1][w].score + COSTS.unused_digit, table[k - 1][w].start};
	return best;
}

static float
trailing(const reading *r, size_t from)
{
	float sum = 0;
	for (size_t i = from; i < r->count; i++)
		sum += r->words[i].small ? 0 : COSTS.trailing;
	return sum;
}

/* A name goes back to its first word: "West African Economic Community (CEAO)". */
static size_t
name_start(const reading *r, size_t first)
{
	while (first > 0 && r->words[first - 1].name && !r->words[first - 1].small
	       && r->words[first - 1].token + 1 == r->words[first].token)
		first--;
	return first;
}

/* The letters are the initials of the last words, each once, in another order; those of a name that
 * was shortened in another language are most of them: "United Nations Population Fund (UNFPA)". */
static clausary_initials
read_order(const reading *r)
{
	clausary_initials best = {0, 0, -1};
	uint32_t left[MOST_LETTERS];
	size_t open = r->length, w = r->count, strange = 0;
	bool name = true;
	memcpy(left, r->form, sizeof left);
	while (r->length >= 3 && w > 0 && open > 0) {
		const word *tried = &r->words[--w];
		size_t i = 0;
		if (tried->small)
			continue;
		while (i < open && left[i] != tried->letters[0])
			i++;
		strange += i == open;
		if (i < open)
			left[i] = left[--open];
		name &= tried->name;
		if (!name && strange)
			break;
		float used = (float)(r->length - open) / (float)r->length;
		float score = COSTS.order * used - COSTS.strange * (float)strange;
		size_t first = name ? name_start(r, w) : w;
		if ((name || open == 0) && !tried->edge && score > best.score)
			best = (clausary_initials){r->words[first].token,
			                           r->words[r->count - 1].token, score};
	}
	return best;
}

static clausary_initials
lay_letters(reading *r, bool anchor_first)
{
	cell table[MOST_LETTERS + 1][MOST_WORDS];
	clausary_initials best = {0, 0, -1};
	float length = (float)r->length;
	r->weight[0] = 0;
	for (size_t w = 0; w < r->count; w++)
		r->weight[w + 1] = r->weight[w] + (r->words[w].small ? 0 : COSTS.skipped);
	for (size_t k = 1; k <= r->length; k++) {
		r->laid[k] = 0;
		for (uint32_t left = words_for(r, k); left; left &= left - 1) {
			size_t w = (unsigned)__builtin_ctz(left);
			table[k][w] = best_cell(r, table, k, w, anchor_first);
			r->laid[k] |= (uint32_t)(table[k][w].score > NEVER) << w;
		}
	}
	for (uint32_t left = r->laid[r->length]; left; left &= left - 1) {
		size_t w = (unsigned)__builtin_ctz(left);
		const cell *end = &table[r->length][w];
		float score = (end->score - trailing(r, w + 1)) / length;
		if (score >= best.score)
			best = (clausary_initials){r->words[end->start].token, r->words[w].token,
			                           score};
	}
	return best;
}

/* Whether a word may give the first letter of the form; what is not ASCII, and letters that are
 * said or counted, are left to the closer look. */
static bool
may_begin(const clausary_mining *mining, const reading *r, size_t token)
{
	unsigned char first =
	        (unsigned char)mining->document->text.data[mining->tokens.items[token].start];
	return first >= 0x80
	       || !(clausary_ascii_is_letter((char)first) || clausary_ascii_is_digit((char)first))
	       || (uint32_t)clausary_ascii_lower((char)first) == r->form[0];
}

/* Whether letters can be laid on the words at all: one gives the first of them, or they are those
 * of a name in another order, which ends with a capital or a small word. */
static bool
may_fit(const clausary_mining *mining, const reading *r, size_t first, size_t last,
        bool anchor_first)
{
	const clausary_token *tokens = mining->tokens.items;
	if (is_digit(r->form[0]) || mining->cues->spoken_letters >> r->form[0] % 32 & 1)
		return true;
	for (size_t i = first; i <= last; i++) {
		bool mark = tokens[i].kind == CLAUSARY_TOKEN_MARK;
		if (!mark && may_begin(mining, r, i))
			return true;
		if (!mark && anchor_first)
			return false;
	}
	return !anchor_first && r->length >= 3
	       && (tokens[last].traits & CLAUSARY_TOKEN_CAPITAL_FIRST
	           || clausary_cues_has(&mining->cues->initials,
	                                clausary_mining_word(mining, last)));
}

clausary_initials
clausary_initials_read(const clausary_mining *mining, clausary_slice form, size_t first,
                       size_t last, bool anchor_first)
{
	form = clausary_form_without_number(form);
	reading r;
	clausary_initials best = {0, 0, -1};
	r.count = 0;
	r.length = fold_form(form, r.form);
	mark_small(&r, form);
	halve_doubled(&r, form);
	r.has_digit = r.has_spoken = false;
	for (size_t i = 0; i < r.length; i++) {
		r.has_digit |= is_digit(r.form[i]);
		r.has_spoken |= (mining->cues->spoken_letters >> r.form[i] % 32) & 1;
	}
	if (r.length > 2 && r.form[r.length - 1] == 's'
	    && clausary_slice_ends(form, CLAUSARY_SLICE("s"))
	    && !clausary_ascii_is_lower(form.data[form.size - 2]))
		r.length--;
	if (r.length == 0 || !may_fit(mining, &r, first, last, anchor_first))
		return best;
	for (size_t i = first; i <= last && r.count < MOST_WORDS; i++)
		if (mining->tokens.items[i].kind != CLAUSARY_TOKEN_MARK)
			add_word(mining, &r, i);
	if (r.count == 0)
		return best;
	best = lay_letters(&r, anchor_first);
	if (best.score < COSTS.order && !anchor_first) {
		clausary_initials order = read_order(&r);
		if (order.score > best.score)
			best = order;
	}
	return best;
}
