/* Every mention: acronyms by their letters or because the text declares them, and the words of
 * every expansion, wherever they stand. */
#include "mining/met_form.h"
#include "mining/phrase_index.h"
#include "mining/short_form.h"
#include "mining/word_number.h"

#include "base/fold.h"
#include "base/utf8.h"
#include "mining/clitic.h"
#include "mining/stem.h"

#include <stdlib.h>
#include <unicode/uchar.h>

/* Words to look for, by a hash of the folded word; bit sets first, so that most words cost one
 * look. */
typedef struct watch {
	clausary_number_set starts;    /* of both of these: most words are the start of nothing */
	clausary_number_set words;     /* that are declared, small, or an expansion of one word */
	clausary_number_set pairs;     /* first and second words of longer expansions, together */
	const clausary_cues *stems;    /* of words that stand in other forms elsewhere; else NULL */
	clausary_phrase_index phrases; /* expansions, and acronyms of several words */
	clausary_map declared; /* acronym as written that its letters do not show -> designation */
	clausary_map small;    /* an acronym in small letters -> designation: is it a word? */
	size_t pair; /* the first whose short form begins after the place that is looked at */
	clausary_arena arena;
	clausary_buffer scratch;
} watch;

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

static bool
is_ascii(clausary_slice word)
{
	return clausary_utf8_ascii(word) == word.size;
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
	uint32_t number = clausary_number_of_word(w->stems, word);
	clausary_number_set_add(w->starts, number);
	clausary_number_set_add(w->words, number);
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
		uint32_t number = clausary_number_of_word(w->stems, first);
		clausary_number_set_add(w->starts, number);
		clausary_number_set_add(
		        w->pairs,
		        clausary_number_of_both(number, clausary_number_of_word(w->stems, second)));
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

static uint32_t
designate(clausary_mining *mining, const clausary_short_form *form)
{
	clausary_met_form *met = clausary_met_form_of(mining, form->letters);
	if (met && met->designation != CLAUSARY_NONE)
		return met->designation;
	clausary_slice key = key_of(mining, form);
	uint32_t designation =
	        clausary_findings_designate(mining->findings, CLAUSARY_ACRONYM, key, key);
	if (met)
		met->designation = designation;
	return designation;
}

/* Designate what the letters show, and watch whether it is a word in small letters elsewhere. */
static void
designate_short_forms(clausary_mining *mining, watch *w)
{
	clausary_findings *findings = mining->findings;
	bool *declared = declared_designations(findings);
	size_t before = findings->designations.count;
	for (size_t i = 0; i < mining->short_forms.count; i++) {
		clausary_short_form *form = &mining->short_forms.items[i];
		if (form->shouted)
			continue;
		clausary_mining_enter(mining, form->passage);
		form->designation = designate(mining, form);
	}
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

enum { AT_ONCE = 256 /* tokens whose numbers are reckoned before any of them is looked at */ };

/* The places of those of `count` numbers that may start something. They are picked without
 * a branch, for which of them do cannot be foreseen. */
static size_t
pick(clausary_number_set starts, const uint32_t *numbers, size_t count, uint32_t *picked)
{
	size_t found = 0;
	for (size_t i = 0; i < count; i++) {
		picked[found] = (uint32_t)i;
		found += clausary_number_set_has(starts, numbers[i]);
	}
	return found;
}

/* Look at every token where anything watched for may begin, by itself or with the one after it;
 * after the last token of all stands a mark of no size. */
static void
look_over(clausary_mining *mining, watch *w, bool *is_word)
{
	const char *text = mining->document->text.data;
	const clausary_token *tokens = mining->tokens.items;
	const clausary_passage *passage = mining->passages.items;
	size_t end = mining->tokens.count - 1;
	uint32_t numbers[AT_ONCE + 1], picked[AT_ONCE];
	for (size_t at = 0; at < end; at += AT_ONCE) {
		size_t count = end - at < AT_ONCE ? end - at : AT_ONCE;
		for (size_t i = 0; i <= count; i++)
			numbers[i] = clausary_number_of_token(w->stems, text, &tokens[at + i]);
		size_t found = pick(w->starts, numbers, count, picked);
		for (size_t i = 0; i < found; i++) {
			const uint32_t *number = &numbers[picked[i]];
			size_t token = at + picked[i];
			if (!clausary_number_set_has(w->words, number[0])
			    && !clausary_number_set_has(
			            w->pairs, clausary_number_of_both(number[0], number[1])))
				continue;
			while (token >= passage->first + passage->count)
				passage++;
			look_at(mining, w, passage, token, is_word);
		}
	}
}

static void
find(clausary_mining *mining)
{
	size_t forms = mining->findings->designations.count;
	watch w = {.starts = clausary_number_set_new(forms),
	           .words = clausary_number_set_new(forms),
	           .pairs = clausary_number_set_new(forms),
	           .stems = clausary_stem_varies(mining->cues) ? mining->cues : NULL};
	clausary_findings_sort_pairs(mining->findings);
	watch_declared(mining, &w);
	watch_expansions(mining, &w);
	const clausary_cues *cues = mining->cues;
	designate_short_forms(mining, &w);
	mining->cues = cues; /* what is watched for is looked for by the same stems */
	bool *is_word =
	        clausary_memory_zeros(mining->findings->designations.count + 1, sizeof *is_word);
	look_over(mining, &w, is_word);
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
