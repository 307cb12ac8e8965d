/* Every mention: acronyms by their letters or because the text declares them, and the words of
 * every expansion, wherever they stand. */
#include "mining/phrase_index.h"
#include "mining/short_form.h"

#include "base/fold.h"
#include "base/utf8.h"
#include "mining/clitic.h"
#include "mining/stem.h"

#include <stdlib.h>
#include <unicode/uchar.h>

/* Bits for numbers of words, so many that few are set. */
typedef struct number_set {
	uint64_t *bits;
	unsigned shift; /* of a number, to the place of its bit */
} number_set;

/* Words to look for, by a hash of the folded word; bit sets first, so that most words cost one
 * look. */
typedef struct watch {
	number_set starts;             /* of both of these: most words are the start of nothing */
	number_set words;              /* that are declared, small, or an expansion of one word */
	number_set pairs;              /* first and second words of longer expansions, together */
	const clausary_cues *stems;    /* of words that stand in other forms elsewhere; else NULL */
	clausary_phrase_index phrases; /* expansions, and acronyms of several words */
	clausary_map declared; /* acronym as written that its letters do not show -> designation */
	clausary_map small;    /* an acronym in small letters -> designation: is it a word? */
	size_t pair; /* the first whose short form begins after the place that is looked at */
	clausary_arena arena;
	clausary_buffer scratch;
} watch;

static bool
is_ascii(clausary_slice word)
{
	for (size_t i = 0; i < word.size; i++)
		if ((unsigned char)word.data[i] >= 0x80)
			return false;
	return true;
}

/* A number for a word: of its first four bytes without ASCII case, and its length. */
static inline uint32_t
number_of(uint32_t head, size_t size)
{
	static const uint32_t THERE[] = {0, 0xff, 0xffff, 0xffffff, 0xffffffff};
	head &= THERE[size < 4 ? size : 4]; /* no branch: short words come as they like */
	head |= 0x20202020u;
	return head * 0x9e3779b1u + (uint32_t)size * 0x85ebca6bu;
}

/* The same of a word beyond ASCII; a hyphen is one in whatever form. */
static uint32_t
number_of_wide(const watch *w, clausary_slice word)
{
	size_t at = 0;
	uint32_t head = 0, c = clausary_utf8_next(word, &at);
	if (at == word.size && clausary_fold_same_letter(c, '-'))
		return number_of('-', 1);
	if (w->stems)
		return clausary_stem_number(w->stems, word);
	memcpy(&head, word.data, word.size < 4 ? word.size : 4);
	return number_of(head, word.size);
}

static uint32_t
number_of_word(const watch *w, clausary_slice word)
{
	uint32_t head = 0;
	if (!is_ascii(word))
		return number_of_wide(w, word);
	memcpy(&head, word.data, word.size < 4 ? word.size : 4);
	return number_of(head, word.size);
}

/* The same of a token: the document's text has padding after it. */
static inline uint32_t
number_of_token(const watch *w, const char *text, const clausary_token *token)
{
	uint32_t head;
	if (token->traits & CLAUSARY_TOKEN_NON_ASCII)
		return number_of_wide(w, (clausary_slice){text + token->start, token->size});
	memcpy(&head, text + token->start, 4);
	return number_of(head, token->size);
}

/* An empty set for `most` numbers. */
static number_set
new_set(size_t most)
{
	enum { FEWEST = 9, FEW = 16, MOST = 30 /* as powers of two */ };
	enum { BITS_EACH = 64, BITS_EACH_OF_MANY = 16 };
	unsigned power = FEWEST;
	while (power < MOST
	       && (size_t)1 << power < most * (power < FEW ? BITS_EACH : BITS_EACH_OF_MANY))
		power++;
	return (number_set){clausary_memory_zeros((size_t)1 << (power - 6), sizeof(uint64_t)),
	                    32 - power};
}

static void
set_bit(number_set set, uint32_t number)
{
	number >>= set.shift;
	set.bits[number / 64] |= (uint64_t)1 << number % 64;
}

static bool
has_bit(number_set set, uint32_t number)
{
	number >>= set.shift;
	return set.bits[number / 64] >> number % 64 & 1;
}

static uint32_t
both(uint32_t first, uint32_t second)
{
	return (first ^ (second << 7 | second >> 25)) * 0x9e3779b1u;
}

static clausary_slice
fold_word(watch *w, clausary_slice word)
{
	w->scratch.size = 0;
	clausary_buffer_reserve(&w->scratch, word.size);
	while (w->scratch.size < word.size && (unsigned char)word.data[w->scratch.size] < 0x80) {
		w->scratch.data[w->scratch.size] = clausary_ascii_lower(word.data[w->scratch.size]);
		w->scratch.size++;
	}
	if (w->scratch.size == word.size)
		return clausary_buffer_slice(&w->scratch);
	w->scratch.size = 0;
	clausary_fold(&w->scratch, word, CLAUSARY_FOLD_CASE);
	return clausary_buffer_slice(&w->scratch);
}

/* Whether a word has one number in whatever form it stands: the case of Latin letters up to U+00FF
 * is a bit of their bytes, as that of ASCII is. */
static bool
has_one_number(watch *w, clausary_slice word)
{
	if (w->stems)
		return is_ascii(word) == is_ascii(fold_word(w, word));
	for (size_t at = 0; at < word.size;) {
		uint32_t c = clausary_utf8_next(word, &at);
		if (c >= 0x80 && (c < 0xc0 || c > 0xff))
			return false;
	}
	return true;
}

/* Watch for a word by itself. */
static void
watch_word(watch *w, clausary_slice word)
{
	uint32_t number = number_of_word(w, word);
	set_bit(w->starts, number);
	set_bit(w->words, number);
}

static void
watch_expansions(clausary_mining *mining, watch *w)
{
	for (size_t i = 0; i < mining->expansions.count; i++) {
		const clausary_expansion_words *words = &mining->expansions.items[i];
		if (clausary_mining_has_square(
		            mining->findings->designations.items[words->designation].form))
			continue;
		clausary_phrase_add(&w->phrases, mining, words->first, words->count,
		                    words->designation);
		clausary_slice first = clausary_mining_word(mining, words->first);
		clausary_slice second = clausary_mining_word(mining, words->first + 1);
		if (words->count == 1 || !has_one_number(w, first) || !has_one_number(w, second)) {
			watch_word(w, first);
			watch_word(w, fold_word(w, first));
			continue;
		}
		uint32_t number = number_of_word(w, first);
		set_bit(w->starts, number);
		set_bit(w->pairs, both(number, number_of_word(w, second)));
	}
}

/* The token that begins at byte `start`. */
static size_t
token_at(const clausary_mining *mining, uint32_t start)
{
	size_t low = 0, high = mining->tokens.count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (mining->tokens.items[middle].start < start)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* A declared form of several tokens that is no acronym by its letters, such as "UN-Women". */
static bool
watch_parts(clausary_mining *mining, const clausary_pair *pair)
{
	size_t first = token_at(mining, pair->short_span.start), last = first;
	size_t form = clausary_short_form_at(mining, first);
	while (last + 1 < mining->tokens.count
	       && clausary_token_end(mining->tokens.items[last + 1]) <= pair->short_span.end)
		last++;
	bool whole = form < mining->short_forms.count
	             && mining->short_forms.items[form].first == first
	             && mining->short_forms.items[form].span.end == pair->short_span.end;
	if (first == last || whole || last >= mining->tokens.count)
		return false;
	clausary_array_push(&mining->expansions,
	                    ((clausary_expansion_words){first, last - first + 1, pair->acronym}));
	return true;
}

/* Letters and digits of ASCII: one word, and most acronyms. */
static bool
is_plain(clausary_slice form)
{
	for (size_t i = 0; i < form.size; i++)
		if (!clausary_ascii_is_letter(form.data[i])
		    && !clausary_ascii_is_digit(form.data[i]))
			return false;
	return true;
}

/* Forms that pairs declare but that the letters alone do not show, such as "fps". */
static void
watch_declared(clausary_mining *mining, watch *w)
{
	clausary_findings *findings = mining->findings;
	for (size_t i = 0; i < findings->pairs.count; i++) {
		const clausary_pair *pair = &findings->pairs.items[i];
		clausary_slice form = pair->written;
		bool more = !is_plain(form)
		            && (clausary_mining_has_square(form) || watch_parts(mining, pair));
		if (form.size < 2 || more || clausary_short_form_usual(mining->cues, form))
			continue;
		clausary_map_put(&w->declared, form, pair->acronym);
		watch_word(w, form);
	}
}

static bool
is_word_in_capitals(clausary_slice form)
{
	enum { SHORTEST_WORD = 5 };
	size_t letters = 0;
	for (size_t at = 0; at < form.size; letters++)
		if (!u_isupper((UChar32)clausary_utf8_next(form, &at)))
			return false;
	return letters >= SHORTEST_WORD;
}

/* Whether a pair of the text declares the designation. */
static bool *
declared_designations(const clausary_findings *findings)
{
	bool *declared = clausary_memory_zeros(findings->designations.count + 1, sizeof *declared);
	for (size_t i = 0; i < findings->pairs.count; i++)
		declared[findings->pairs.items[i].acronym] = true;
	return declared;
}

static clausary_slice
key_of(clausary_mining *mining, const clausary_short_form *form)
{
	clausary_slice text = clausary_mining_text(mining, form->span);
	clausary_short_form_key(mining->cues, text, &mining->scratch);
	return clausary_buffer_slice(&mining->scratch);
}

/* The forms met last, by their bytes: most acronyms come again and again. */
enum { RECENT = 1024, RECENT_BYTES = 8, RECENT_FROM = 64 /* short forms of a text */ };

typedef struct recent {
	uint64_t form; /* up to eight bytes; 0: none */
	uint32_t designation;
} recent;

/* The entry of a form of capitals and digits; NULL for forms that are longer or need folding. */
static recent *
recent_of(recent *all, const char *text, const clausary_short_form *form, uint64_t *bytes)
{
	uint32_t size = form->span.end - form->span.start;
	if (all == NULL || size > RECENT_BYTES
	    || !clausary_ascii_is_upper(text[form->span.end - 1]))
		return NULL;
	memcpy(bytes, text + form->span.start, RECENT_BYTES);
	if (size < RECENT_BYTES)
		*bytes &= ((uint64_t)1 << 8 * size) - 1;
	return *bytes & 0x8080808080808080u ? NULL : &all[(*bytes * 0x9e3779b97f4a7c15u) >> 54];
}

static uint32_t
designate(clausary_mining *mining, recent *all, const clausary_short_form *form)
{
	uint64_t bytes = 0;
	recent *entry = recent_of(all, mining->document->text.data, form, &bytes);
	if (entry && entry->form == bytes)
		return entry->designation;
	clausary_slice key = key_of(mining, form);
	uint32_t designation =
	        clausary_findings_designate(mining->findings, CLAUSARY_ACRONYM, key, key);
	if (entry)
		*entry = (recent){bytes, designation};
	return designation;
}

/* Designate what the letters show, and watch whether it is a word in small letters elsewhere. */
static void
designate_short_forms(clausary_mining *mining, watch *w)
{
	clausary_findings *findings = mining->findings;
	bool *declared = declared_designations(findings);
	size_t before = findings->designations.count;
	recent *all = mining->short_forms.count >= RECENT_FROM
	                      ? clausary_memory_zeros(RECENT, sizeof *all)
	                      : NULL;
	for (size_t i = 0; i < mining->short_forms.count; i++) {
		clausary_short_form *form = &mining->short_forms.items[i];
		if (form->shouted)
			continue;
		clausary_mining_enter(mining, form->passage);
		form->designation = designate(mining, all, form);
	}
	free(all);
	for (uint32_t i = 0; i < findings->designations.count; i++) {
		clausary_slice form = findings->designations.items[i].form;
		if (findings->designations.items[i].kind != CLAUSARY_ACRONYM
		    || !is_word_in_capitals(form) || (i < before && declared[i]))
			continue;
		clausary_slice small = clausary_arena_copy(&w->arena, fold_word(w, form));
		clausary_map_put(&w->small, small, i);
		watch_word(w, small);
	}
	free(declared);
}

/* Whether a pair mentions a form at a place. */
static bool
has(const clausary_pair *pair, uint32_t form, clausary_span span)
{
	clausary_span place = form == pair->acronym ? pair->short_span : pair->long_span;
	return (form == pair->acronym || form == pair->expansion) && place.start == span.start
	       && place.end == span.end;
}

/* Mention a form unless a pair does, with which both of its forms are mentioned: the last one whose
 * short form begins no later, `*pair` before the next one, or that one. */
static void
mention(clausary_findings *findings, size_t *pair, uint32_t designation, uint32_t clause,
        clausary_span span)
{
	const clausary_pair *pairs = findings->pairs.items;
	size_t count = findings->pairs.count;
	while (*pair < count && pairs[*pair].short_span.start <= span.start)
		++*pair;
	for (size_t i = *pair - (*pair > 0); i < count && i <= *pair; i++)
		if (has(&pairs[i], designation, span))
			return;
	clausary_findings_mention(findings, designation, clause, span);
}

/* Mention what the letters show; a shouted form only when the same form stands unshouted somewhere.
 */
static void
mention_short_forms(clausary_mining *mining, const bool *is_word)
{
	for (size_t i = 0, pair = 0; i < mining->short_forms.count; i++) {
		const clausary_short_form *form = &mining->short_forms.items[i];
		if (form->covered)
			continue;
		clausary_mining_enter(mining, form->passage);
		uint32_t acronym = form->designation;
		if (acronym == CLAUSARY_NONE)
			acronym =
			        clausary_map_get(&mining->findings->acronyms, key_of(mining, form));
		if (acronym != CLAUSARY_NONE && !is_word[acronym])
			mention(mining->findings, &pair, acronym,
			        mining->passages.items[form->passage].clause, form->span);
	}
}

/* The words of a use, without what is joined to the front of the first one; the form is remembered
 * when it is the one that dictionaries cite. */
static clausary_span
span_of_use(clausary_mining *mining, uint32_t designation, size_t first, size_t last)
{
	clausary_span span = clausary_mining_span(mining, first, last);
	const clausary_designation *used = &mining->findings->designations.items[designation];
	if (!clausary_stem_varies(mining->cues) || used->kind != CLAUSARY_EXPANSION)
		return span;
	clausary_slice word = clausary_mining_word(mining, first);
	clausary_clitic joined = clausary_clitic_read(mining->cues, word);
	size_t letters = 0;
	clausary_utf8_next(used->form, &letters);
	if (!joined.definite)
		joined.size = clausary_clitic_before(mining->cues, word,
		                                     clausary_slice_part(used->form, 0, letters));
	span.start += (uint32_t)joined.size;
	if (!clausary_stem_is_cited(mining->cues, used->form))
		clausary_mining_cite(mining, designation,
		                     clausary_findings_text(mining->findings, span));
	return span;
}

static void
look_at(clausary_mining *mining, watch *w, const clausary_passage *passage, size_t at,
        bool *is_word)
{
	const clausary_token *token = &mining->tokens.items[at];
	clausary_slice word = clausary_mining_word(mining, at);
	size_t end = passage->first + passage->count;
	uint32_t designation;
	if (token->traits & CLAUSARY_TOKEN_LOWER) {
		uint32_t small = clausary_map_get(&w->small, word);
		if (small == CLAUSARY_NONE && token->traits & CLAUSARY_TOKEN_CAPITAL_FIRST)
			small = clausary_map_get(&w->small, fold_word(w, word));
		if (small != CLAUSARY_NONE)
			is_word[small] = true;
	}
	designation = clausary_map_get(&w->declared, word);
	if (designation != CLAUSARY_NONE)
		mention(mining->findings, &w->pair, designation, passage->clause,
		        clausary_mining_span(mining, at, at));
	size_t after = clausary_phrase_find(&w->phrases, mining, at, end, &designation);
	if (after == 0)
		return;
	mention(mining->findings, &w->pair, designation, passage->clause,
	        span_of_use(mining, designation, at, after - 1));
	if (mining->findings->designations.items[designation].kind == CLAUSARY_ACRONYM)
		clausary_short_form_cover(mining, at, after);
}

/* Whether a word of which this is the number is watched for, alone or with the one after it. */
static bool
may_start(const watch *w, const char *text, const clausary_token *token, uint32_t number)
{
	return has_bit(w->words, number)
	       || has_bit(w->pairs, both(number, number_of_token(w, text, token + 1)));
}

/* Look at every token of a passage where anything watched for may begin; after the last token of
 * all stands a mark of no size. */
static void
look_over(clausary_mining *mining, watch *w, const clausary_passage *passage, bool *is_word)
{
	const char *text = mining->document->text.data;
	const clausary_token *tokens = mining->tokens.items;
	const number_set starts = w->starts;
	for (size_t at = passage->first; at < passage->first + passage->count; at++) {
		uint32_t number = number_of_token(w, text, &tokens[at]);
		if (has_bit(starts, number) && may_start(w, text, &tokens[at], number))
			look_at(mining, w, passage, at, is_word);
	}
}

static void
find(clausary_mining *mining)
{
	size_t forms = mining->findings->designations.count;
	watch w = {.starts = new_set(forms),
	           .words = new_set(forms),
	           .pairs = new_set(forms),
	           .stems = clausary_stem_varies(mining->cues) ? mining->cues : NULL};
	clausary_findings_sort_pairs(mining->findings);
	watch_declared(mining, &w);
	watch_expansions(mining, &w);
	const clausary_cues *cues = mining->cues;
	designate_short_forms(mining, &w);
	mining->cues = cues; /* what is watched for is looked for by the same stems */
	bool *is_word =
	        clausary_memory_zeros(mining->findings->designations.count + 1, sizeof *is_word);
	for (size_t i = 0; i < mining->passages.count; i++)
		look_over(mining, &w, &mining->passages.items[i], is_word);
	clausary_array_finish(&mining->tokens); /* nothing asks for them any more */
	mention_short_forms(mining, is_word);
	free(is_word);
	free(w.starts.bits);
	free(w.words.bits);
	free(w.pairs.bits);
	clausary_phrase_finish(&w.phrases);
	clausary_map_finish(&w.declared);
	clausary_map_finish(&w.small);
	clausary_buffer_finish(&w.scratch);
	clausary_arena_finish(&w.arena);
}

const clausary_finder clausary_finder_mention = {"mention", "every use of an acronym or expansion",
                                                 find};
