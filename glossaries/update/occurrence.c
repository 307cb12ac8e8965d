/* Terms become patterns: the hashes of their words, each a stem or, in short forms, the letters as
 * they stand. A pattern is looked for where a word of the document has the hash of its first, so
 * that the work grows with the document and not with the termbase. Scripts without blanks have no
 * words to go by: there a form is a run of bytes, found by its first code point. */
#include "update/occurrence.h"

#include "base/fold.h"
#include "base/language_tag.h"
#include "base/utf8.h"
#include "language/tokens.h"
#include "mining/stem.h"

#include <stdlib.h>

enum { MOST_WORDS = 16 /* of a term: longer ones are sentences */ };

typedef struct pattern {
	uint64_t first; /* its first word, or code point */
	uint32_t concept;
	uint32_t words, count; /* place in `words`; 0: of bytes, and … */
	clausary_slice form;   /* … these */
} pattern;

/* A word of the document: what a word of a pattern may be the same as. */
typedef struct word {
	uint64_t stem, form, singular;
	clausary_span span;
	uint32_t clause;
	bool breaks; /* no phrase goes on from the word before it */
} word;

typedef struct search {
	const clausary_document *document;
	const clausary_cues *cues;
	CLAUSARY_ARRAY(pattern) patterns; /* by `first` */
	CLAUSARY_ARRAY(uint64_t) hashes;  /* of the words of patterns */
	CLAUSARY_ARRAY(word) words;       /* of the document */
	uint64_t *filter;                 /* bits of what patterns begin with */
	size_t filter_mask;
	clausary_buffer folded;
	clausary_occurrences *to;
} search;

/* The hash of a word without case, number and what is joined to it. Odd, so that it is never that
 * of a form as it stands. */
static uint64_t
hash_stem(search *s, clausary_slice text)
{
	s->folded.size = 0;
	clausary_fold(&s->folded, text, CLAUSARY_FOLD_CASE);
	return clausary_slice_hash(clausary_stem_bare(s->cues, clausary_buffer_slice(&s->folded)))
	       | 1;
}

static uint64_t
hash_form(search *s, clausary_slice text)
{
	s->folded.size = 0;
	clausary_fold(&s->folded, text, 0);
	return clausary_slice_hash(clausary_buffer_slice(&s->folded)) & ~(uint64_t)1;
}

static bool
has_square(clausary_slice text)
{
	for (size_t at = 0; at < text.size;)
		if (clausary_utf8_is_square(clausary_utf8_next(text, &at)))
			return true;
	return false;
}

/* Blanks, hyphens and slashes part the words of a term, and nothing else need stand between them.
 */
static bool
parts(char c)
{
	return clausary_ascii_is_blank(c) || c == '-' || c == '/';
}

static void
add_words(search *s, uint32_t concept, clausary_slice form, bool is_short)
{
	pattern next = {.concept = concept, .words = (uint32_t)s->hashes.count};
	clausary_buffer plain = {0};
	clausary_fold(&plain, form, 0);
	clausary_slice text = clausary_buffer_slice(&plain);
	for (size_t start = 0, end; start < text.size; start = end + 1) {
		for (end = start; end < text.size && !parts(text.data[end]);)
			end++;
		clausary_slice part = clausary_slice_part(text, start, end);
		if (part.size == 0)
			continue;
		next.count++;
		clausary_array_push(&s->hashes, is_short ? hash_form(s, part) : hash_stem(s, part));
	}
	clausary_buffer_finish(&plain);
	if (next.count == 0 || next.count > MOST_WORDS) {
		s->hashes.count = next.words;
		return;
	}
	next.first = s->hashes.items[next.words];
	clausary_array_push(&s->patterns, next);
}

static void
add_form(search *s, uint32_t concept, clausary_slice form, bool is_short)
{
	size_t at = 0;
	if (form.size == 0)
		return;
	if (has_square(form))
		clausary_array_push(&s->patterns, ((pattern){.first = clausary_utf8_next(form, &at),
		                                             .concept = concept,
		                                             .form = form}));
	else
		add_words(s, concept, form, is_short);
}

/* Whether two tags are of one language: regions and scripts do not matter here. */
static bool
same_language(clausary_slice a, clausary_slice b)
{
	size_t i = 0, j = 0;
	while (i < a.size && a.data[i] != '-' && a.data[i] != '_')
		i++;
	while (j < b.size && b.data[j] != '-' && b.data[j] != '_')
		j++;
	return clausary_slice_equal_ascii(clausary_slice_part(a, 0, i),
	                                  clausary_slice_part(b, 0, j));
}

static void
add_terms(search *s, const clausary_termbase *termbase)
{
	clausary_slice language = clausary_slice_of(s->document->language);
	for (uint32_t i = 0; i < termbase->ordered.count; i++) {
		const clausary_concept *concept = termbase->ordered.items[i];
		for (uint32_t j = 0; j < concept->languages.count; j++) {
			const clausary_language_section *section = concept->languages.items[j];
			if (!same_language(section->language, language))
				continue;
			for (uint32_t k = 0; k < section->terms.count; k++) {
				const clausary_term *term = section->terms.items[k];
				bool is_short = clausary_term_is_short(term);
				add_form(s, i, term->form, is_short);
				for (uint32_t m = 0; m < term->variants.count; m++)
					add_form(s, i, term->variants.items[m], is_short);
			}
		}
	}
}

static int
compare_patterns(const void *a, const void *b)
{
	const pattern *one = a, *other = b;
	if (one->first != other->first)
		return one->first < other->first ? -1 : 1;
	return one->concept < other->concept ? -1 : one->concept > other->concept;
}

static size_t
bit_of(const search *s, uint64_t first)
{
	return (size_t)((first >> 1) * 0x9e3779b97f4a7c15u >> 24) & s->filter_mask;
}

static void
order_patterns(search *s)
{
	size_t bits = 1024;
	qsort(s->patterns.items, s->patterns.count, sizeof *s->patterns.items, compare_patterns);
	while (bits < s->patterns.count * 8)
		bits *= 2;
	s->filter_mask = bits - 1;
	s->filter = clausary_memory_zeros(bits / 64, sizeof *s->filter);
	for (size_t i = 0; i < s->patterns.count; i++) {
		size_t bit = bit_of(s, s->patterns.items[i].first);
		s->filter[bit / 64] |= (uint64_t)1 << bit % 64;
	}
}

/* The first pattern that begins so; one past the last where there is none. */
static size_t
find_first(const search *s, uint64_t first)
{
	size_t low = 0, high = s->patterns.count, bit = bit_of(s, first);
	if (!(s->filter[bit / 64] >> bit % 64 & 1))
		return high;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (s->patterns.items[middle].first < first)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* A word without the small "s" of a plural: "TSRs". */
static clausary_slice
singular_of(clausary_slice text)
{
	bool plural = text.size > 2 && text.data[text.size - 1] == 's'
	              && clausary_ascii_is_upper(text.data[text.size - 2]);
	return clausary_slice_part(text, 0, text.size - plural);
}

/* The words of a block; hyphens and slashes between them do not count, other marks break. */
static void
read_block(search *s, clausary_tokens *tokens, const clausary_block *block)
{
	bool breaks = true;
	tokens->count = 0;
	clausary_tokens_read(tokens, s->document, block->span);
	for (size_t i = 0; i < tokens->count; i++) {
		const clausary_token *token = &tokens->items[i];
		clausary_slice text = clausary_token_text(s->document, *token);
		if (token->kind == CLAUSARY_TOKEN_MARK) {
			char mark = clausary_fold_end(text);
			breaks |= mark != '-' && mark != '/' && text.data[0] != (char)0xe2;
			continue;
		}
		clausary_array_push(&s->words,
		                    ((word){.stem = hash_stem(s, text),
		                            .form = hash_form(s, text),
		                            .singular = hash_form(s, singular_of(text)),
		                            .span = {token->start, clausary_token_end(*token)},
		                            .clause = block->clause,
		                            .breaks = breaks}));
		breaks = false;
	}
}

static bool
is_same(const word *found, uint64_t wanted)
{
	return wanted == found->stem || wanted == found->form || wanted == found->singular;
}

static bool
fits(const search *s, const pattern *wanted, size_t at)
{
	for (uint32_t i = 0; i < wanted->count; i++)
		if (at + i >= s->words.count || (i && s->words.items[at + i].breaks)
		    || !is_same(&s->words.items[at + i], s->hashes.items[wanted->words + i]))
			return false;
	return wanted->count > 0;
}

static void
look_at(search *s, size_t at, uint64_t first)
{
	for (size_t i = find_first(s, first);
	     i < s->patterns.count && s->patterns.items[i].first == first; i++)
		if (fits(s, &s->patterns.items[i], at))
			clausary_array_push(s->to,
			                    ((clausary_occurrence){s->patterns.items[i].concept,
			                                           s->words.items[at].span.start,
			                                           s->words.items[at].clause}));
}

/* Forms of scripts without blanks, in one block. */
static void
look_at_bytes(search *s, const clausary_block *block)
{
	clausary_slice text = clausary_slice_span(clausary_document_text(s->document), block->span);
	for (size_t at = 0, next; at < text.size; at = next) {
		next = at;
		uint32_t first = clausary_utf8_next(text, &next);
		for (size_t i = find_first(s, first);
		     i < s->patterns.count && s->patterns.items[i].first == first; i++) {
			const pattern *wanted = &s->patterns.items[i];
			if (wanted->count == 0
			    && clausary_slice_starts(clausary_slice_part(text, at, text.size),
			                             wanted->form))
				clausary_array_push(s->to, ((clausary_occurrence){
				                                   wanted->concept,
				                                   block->span.start + (uint32_t)at,
				                                   block->clause}));
		}
	}
}

static int
compare_occurrences(const void *a, const void *b)
{
	const clausary_occurrence *one = a, *other = b;
	if (one->at != other->at)
		return one->at < other->at ? -1 : 1;
	return one->concept < other->concept ? -1 : one->concept > other->concept;
}

static void
look(search *s)
{
	clausary_tokens tokens = {0};
	for (size_t i = 0; i < s->document->blocks.count; i++) {
		const clausary_block *block = &s->document->blocks.items[i];
		if (block->kind == CLAUSARY_BLOCK_CONTENTS
		    || block->kind == CLAUSARY_BLOCK_FURNITURE)
			continue;
		read_block(s, &tokens, block);
		look_at_bytes(s, block);
	}
	for (size_t i = 0; i < s->words.count; i++) {
		const word *found = &s->words.items[i];
		look_at(s, i, found->stem);
		look_at(s, i, found->form);
		if (found->singular != found->form)
			look_at(s, i, found->singular);
	}
	clausary_array_finish(&tokens);
	if (s->to->count)
		qsort(s->to->items, s->to->count, sizeof *s->to->items, compare_occurrences);
}

clausary_status
clausary_occurrences_find(clausary_occurrences *to, clausary_context *context,
                          const clausary_termbase *termbase, const clausary_findings *findings)
{
	clausary_locale *locale;
	search s = {.document = findings->document, .to = to};
	clausary_status status = clausary_locale_open(&locale, context, s.document->language);
	if (status != CLAUSARY_OK)
		return status;
	s.cues = clausary_cues_of(locale);
	add_terms(&s, termbase);
	order_patterns(&s);
	look(&s);
	free(s.filter);
	clausary_array_finish(&s.patterns);
	clausary_array_finish(&s.hashes);
	clausary_array_finish(&s.words);
	clausary_buffer_finish(&s.folded);
	return CLAUSARY_OK;
}
