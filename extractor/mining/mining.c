/* clausary_find: tokens of every passage, then every finder of the list, then the findings in
 * order. */
#include "mining/mining.h"

#include "base/diagnostic.h"
#include "base/fold.h"
#include "base/lookalike.h"
#include "base/utf8.h"
#include "mining/clitic.h"
#include "mining/clue.h"
#include "mining/initials.h"
#include "mining/word_cut.h"
#include "mining/opener.h"
#include "mining/sentence_words.h"
#include "mining/short_form.h"
#include "mining/stem.h"

#include <stdlib.h>
#include <unicode/uchar.h>

#define CLAUSARY_FINDER(name) extern const clausary_finder clausary_finder_##name;
#include "mining/finders.def"
#undef CLAUSARY_FINDER

static const clausary_finder *const FINDERS[] = {
#define CLAUSARY_FINDER(name) &clausary_finder_##name,
#include "mining/finders.def"
#undef CLAUSARY_FINDER
};

clausary_list_entry
clausary_mining_list(size_t index)
{
	if (index >= sizeof FINDERS / sizeof *FINDERS)
		return (clausary_list_entry){0};
	return (clausary_list_entry){FINDERS[index]->name, FINDERS[index]->label};
}

static bool
is_read(const clausary_block *block)
{
	return block->kind != CLAUSARY_BLOCK_CONTENTS && block->kind != CLAUSARY_BLOCK_FURNITURE
	       && block->kind != CLAUSARY_BLOCK_CODE;
}

static bool
is_in_capitals(const clausary_mining *mining, const clausary_passage *passage)
{
	for (size_t i = passage->first; i < passage->first + passage->count; i++) {
		const clausary_token *token = &mining->tokens.items[i];
		bool uncased = token->kind == CLAUSARY_TOKEN_WORD
		               && !(token->traits & CLAUSARY_TOKEN_CAPITAL);
		if (token->traits & CLAUSARY_TOKEN_LOWER || uncased)
			return false;
	}
	return true;
}

/* The cues of a block's language; those of the text where it has none of its own. */
static const clausary_cues *
cues_of(const clausary_mining *mining, const clausary_block *block)
{
	clausary_locale *locale;
	if (block->language == NULL
	    || clausary_locale_open(&locale, mining->document->context, block->language)
	               != CLAUSARY_OK)
		return mining->cues;
	return clausary_cues_of(locale);
}

/* Whether a mark with this first byte may open a bracket or a quote, in ASCII or beyond it. */
static inline bool
may_open(unsigned char first)
{
	return first == '(' || first == '[' || first == '"' || first >= 0x80;
}

/* The marks and the tokens with capitals from `at` to `end`; how many. They are picked without a
 * branch, for which of them are such cannot be foreseen. */
static size_t
pick(const clausary_token *tokens, size_t at, size_t end, uint32_t *picked)
{
	size_t count = 0;
	for (; at < end; at++) {
		picked[count] = (uint32_t)at;
		count += ((tokens[at].kind & CLAUSARY_TOKEN_MARK)
		          | (tokens[at].traits & CLAUSARY_TOKEN_CAPITALS))
		         != 0;
	}
	return count;
}

/* Whether blanks stand before most of the commas, stops and brackets that close, as a tokenizer
 * leaves them: then they stand around hyphens, too. */
static bool
is_set_apart(const clausary_mining *mining, const uint32_t *picked, size_t count, size_t end)
{
	size_t apart = 0, joined = 0;
	for (size_t i = 0; i < count && picked[i] < end; i++) {
		char mark = clausary_mining_mark(mining, picked[i]);
		if (mark != ',' && mark != '.' && mark != ')')
			continue;
		if (mining->tokens.items[picked[i]].traits & CLAUSARY_TOKEN_JOINED)
			joined++;
		else
			apart++;
	}
	return apart > joined;
}

/* Whether a hyphen that a tokenizer set apart joins two parts of a compound, "non - negative": a
 * word in small letters goes on from a word, anything from a short one, "k - NN"; else the hyphen
 * may as well be a dash. */
static bool
joins_parts(const clausary_token *hyphen)
{
	enum { SHORT = 2 /* bytes */ };
	const clausary_token *before = hyphen - 1, *after = hyphen + 1;
	if ((hyphen->traits | after->traits) & CLAUSARY_TOKEN_JOINED
	    || before->kind != CLAUSARY_TOKEN_WORD || after->kind != CLAUSARY_TOKEN_WORD
	    || before->traits & CLAUSARY_TOKEN_CAPITALS)
		return false;
	return !(after->traits & CLAUSARY_TOKEN_CAPITAL) || before->size <= SHORT;
}

/* Take compounds that a tokenizer set apart for what they are; see joins_parts(). */
static void
join_compounds(clausary_mining *mining, const clausary_passage *passage, const uint32_t *picked,
               size_t count)
{
	const char *text = mining->document->text.data;
	for (size_t i = 0; i < count; i++) {
		clausary_token *token = &mining->tokens.items[picked[i]];
		if (text[token->start] == '-' && token->size == 1 && picked[i] > passage->first
		    && picked[i] + 1 < passage->first + passage->count && joins_parts(token)) {
			token[0].traits |= CLAUSARY_TOKEN_JOINED;
			token[1].traits |= CLAUSARY_TOKEN_JOINED;
		}
	}
}

/* Collect what finders start from: acronyms by their letters, brackets and quotes. */
static void
look_over(clausary_mining *mining, uint32_t index)
{
	enum { AT_ONCE = 256, TELLING = 64 /* tokens that tell how the passage is written */ };
	clausary_passage *passage = &mining->passages.items[index];
	const clausary_token *tokens = mining->tokens.items;
	const char *text = mining->document->text.data;
	size_t end = passage->first + passage->count, next = passage->first;
	uint32_t picked[AT_ONCE];
	clausary_mining_enter(mining, index);
	for (size_t at = next, stop; at < end; at = stop) {
		stop = end - at < AT_ONCE ? end : at + AT_ONCE;
		size_t count = pick(tokens, at, stop, picked);
		if (at == passage->first)
			passage->apart = is_set_apart(mining, picked, count, at + TELLING);
		if (passage->apart)
			join_compounds(mining, passage, picked, count);
		for (size_t i = 0; i < count; i++) {
			const clausary_token *token = &tokens[picked[i]];
			if (picked[i] < next)
				continue; /* inside the one before it */
			if (token->traits & CLAUSARY_TOKEN_CAPITALS)
				next = clausary_short_form_read(mining, index, picked[i]);
			else if (may_open((unsigned char)text[token->start]))
				clausary_opener_read(mining, index, picked[i]);
		}
	}
}

static clausary_reach
reach_of(const clausary_mining *mining)
{
	return (clausary_reach){mining->tokens.count, mining->passages.count,
	                        mining->short_forms.count, mining->openers.count,
	                        mining->findings->pairs.count};
}

/* Run the finders that look at what lies near, or the others. */
static void
run_finders(clausary_mining *mining, bool near)
{
	const clausary_cues *cues = mining->cues;
	for (size_t i = 0; i < sizeof FINDERS / sizeof *FINDERS; i++) {
		mining->cues = cues;
		if (FINDERS[i]->near == near)
			FINDERS[i]->find(mining);
	}
	mining->cues = cues;
}

/* Run the finders of what lies near over the stretch read before the last one: tokens are still in
 * the processor's cache, and what comes after a place has been read for a whole stretch. */
static void
find_near(clausary_mining *mining)
{
	run_finders(mining, true);
	mining->from = mining->to;
	mining->from.pairs = mining->findings->pairs.count;
	mining->to = reach_of(mining);
}

/* What people read of an expansion is as it stands first in the text, or first in the form that
 * dictionaries cite. */
static void
choose_forms(clausary_mining *mining)
{
	clausary_findings *findings = mining->findings;
	size_t count = findings->designations.count;
	uint32_t *first = clausary_memory_resize(NULL, (count + 1) * sizeof *first);
	memset(first, 0xff, count * sizeof *first);
	for (size_t i = 0; i < findings->pairs.count; i++) {
		const clausary_pair *pair = &findings->pairs.items[i];
		clausary_slice *form = &findings->designations.items[pair->expansion].form;
		bool cited = clausary_stem_is_cited(mining->cues, pair->text);
		bool known = clausary_stem_is_cited(mining->cues, *form);
		if (cited == known ? pair->long_span.start >= first[pair->expansion] : known)
			continue;
		first[pair->expansion] = pair->long_span.start;
		*form = pair->text;
	}
	free(first);
}

/* Cut the document into passages and these into tokens, and look them over while they are near. */
static void
read_passages(clausary_mining *mining)
{
	enum { STRETCH = 8192 /* tokens, of which two stretches and their text fit in a cache */ };
	const clausary_document *document = mining->document;
	const clausary_cues *cues = mining->cues;
	for (size_t i = 0; i < document->blocks.count; i++) {
		const clausary_block *block = &document->blocks.items[i];
		clausary_span span = block->span;
		if (!is_read(block))
			continue;
		size_t last = i;
		while (last + 1 < document->blocks.count
		       && document->blocks.items[last + 1].flags & CLAUSARY_BLOCK_CONTINUES)
			span.end = document->blocks.items[++last].span.end;
		clausary_passage passage = {.first = (uint32_t)mining->tokens.count,
		                            .span = span,
		                            .clause = block->clause,
		                            .block = (uint32_t)i,
		                            .cues = cues_of(mining, block)};
		clausary_tokens_read(&mining->tokens, document, span);
		clausary_word_cut(mining, passage.first);
		passage.count = (uint32_t)mining->tokens.count - passage.first;
		passage.capitals = is_in_capitals(mining, &passage);
		if (block->clause != CLAUSARY_NONE)
			passage.flags = document->clauses.items[block->clause].flags;
		clausary_array_push(&mining->passages, passage);
		look_over(mining, (uint32_t)mining->passages.count - 1);
		mining->cues = cues;
		i = last;
		if (mining->tokens.count - mining->to.tokens >= STRETCH)
			find_near(mining);
	}
	/* so that the token after any other may be looked at */
	clausary_array_push(&mining->tokens,
	                    ((clausary_token){.start = (uint32_t)document->text.size,
	                                      .kind = CLAUSARY_TOKEN_MARK}));
	find_near(mining);
	find_near(mining);
	clausary_array_finish(&mining->openers); /* only those finders ask for them */
	choose_forms(mining);
}

bool
clausary_mining_has_square(clausary_slice form)
{
	for (size_t at = clausary_utf8_ascii(form); at < form.size;)
		if (clausary_utf8_is_square(clausary_utf8_next(form, &at)))
			return true;
	return false;
}

/* Whether a word stands near token `at` where it surely begins: by itself, or after the article. */
static bool
stands_alone(const clausary_mining *mining, clausary_slice word, size_t at)
{
	enum { NEAR = 2000 /* tokens before and after */ };
	size_t end = at + NEAR < mining->tokens.count ? at + NEAR : mining->tokens.count;
	for (size_t i = at > NEAR ? at - NEAR : 0; i < end; i++) {
		clausary_slice other = clausary_mining_word(mining, i);
		if (!clausary_slice_ends(other, word))
			continue;
		clausary_clitic joined = clausary_clitic_read(mining->cues, other);
		if (other.size - word.size == (joined.definite ? joined.size + joined.article : 0))
			return true;
	}
	return false;
}

/* The bytes of what is joined to the first word of a long form and no part of it. After a noun with
 * the article, what may be a preposition is one; so is what leaves a word that stands alone
 * elsewhere.
 */
static size_t
clitics_before(const clausary_mining *mining, const clausary_pair_candidate *candidate)
{
	const clausary_passage *passage = &mining->passages.items[candidate->passage];
	size_t first = candidate->long_first, possible[CLAUSARY_CLITIC_WAYS];
	clausary_slice word = clausary_mining_word(mining, first);
	clausary_clitic here = clausary_clitic_read(mining->cues, word);
	if (here.doubtful && first > passage->first
	    && clausary_clitic_read(mining->cues, clausary_mining_word(mining, first - 1)).definite)
		return here.doubtful;
	clausary_clitic_possible(mining->cues, word, possible);
	for (size_t i = 0; !here.definite && i < CLAUSARY_CLITIC_WAYS; i++)
		if (possible[i]
		    && stands_alone(mining, clausary_slice_part(word, possible[i], word.size),
		                    first))
			return possible[i];
	return here.size;
}

/* The words of a long form without a conjunction and a preposition that are joined to the first of
 * them, and without marks of direction after the last. */
static clausary_span
long_span_of(const clausary_mining *mining, const clausary_pair_candidate *candidate)
{
	clausary_span span =
	        clausary_mining_span(mining, candidate->long_first, candidate->long_last);
	clausary_slice text = clausary_document_text(mining->document);
	size_t end = span.end;
	span.start += (uint32_t)clitics_before(mining, candidate);
	while (end > span.start
	       && u_charType((UChar32)clausary_utf8_previous(text, &end)) == U_FORMAT_CHAR)
		span.end = (uint32_t)end;
	return span;
}

void
clausary_mining_cite(clausary_mining *mining, uint32_t expansion, clausary_slice form)
{
	clausary_designation *designation = &mining->findings->designations.items[expansion];
	if (!clausary_stem_is_cited(mining->cues, designation->form)
	    && clausary_stem_is_cited(mining->cues, form))
		designation->form = clausary_arena_copy(&mining->findings->arena, form);
}

void
clausary_mining_pair(clausary_mining *mining, const clausary_pair_candidate *candidate)
{
	clausary_findings *findings = mining->findings;
	const clausary_passage *passage = &mining->passages.items[candidate->passage];
	clausary_pair pair = {.short_span = candidate->short_span,
	                      .clause = passage->clause,
	                      .rule = candidate->rule};
	pair.long_span = long_span_of(mining, candidate);
	pair.written = clausary_findings_text(findings, pair.short_span);
	pair.text = clausary_findings_text(findings, pair.long_span);
	if (clausary_slice_equal_ascii(pair.written, pair.text))
		return; /* "the CODE (code)": the same word explains nothing */
	pair.clues = clausary_clue_of_pair(mining, candidate, pair.written);
	pair.confidence = clausary_clue_weigh(pair.clues);
	clausary_short_form_key(mining->cues, pair.written, &mining->scratch);
	clausary_slice key = clausary_buffer_slice(&mining->scratch);
	pair.acronym = clausary_findings_designate(findings, CLAUSARY_ACRONYM, key, key);
	mining->scratch.size = 0;
	clausary_stem_phrase(mining->cues, pair.text, &mining->scratch);
	size_t known = findings->designations.count;
	pair.expansion = clausary_findings_designate(
	        findings, CLAUSARY_EXPANSION, clausary_buffer_slice(&mining->scratch), pair.text);
	if (findings->designations.count > known)
		clausary_array_push(
		        &mining->expansions,
		        ((clausary_expansion_words){
		                candidate->long_first,
		                candidate->long_last - candidate->long_first + 1, pair.expansion}));
	clausary_array_push(&findings->pairs, pair);
}

/* Tell, once, that acronyms mix Latin and Cyrillic letters that look alike: searches miss them. */
static void
report_mixed_scripts(const clausary_mining *mining)
{
	const clausary_document *document = mining->document;
	clausary_buffer unified = {0};
	clausary_slice first = {0};
	unsigned count = 0;
	for (size_t i = 0; i < mining->short_forms.count; i++) {
		clausary_slice form = clausary_slice_span(clausary_document_text(document),
		                                          mining->short_forms.items[i].span);
		unified.size = 0;
		if (mining->short_forms.items[i].letters) /* of ASCII: not to be read again */
			continue;
		if (clausary_utf8_ascii(form) == form.size)
			continue;
		if (!clausary_lookalike_unify(&unified, form)
		    || clausary_slice_equal(clausary_buffer_slice(&unified), form))
			continue;
		if (count++ == 0)
			first = form;
	}
	if (count)
		clausary_diagnose(document->context, CLAUSARY_DIAGNOSTIC_MIXED_SCRIPTS,
		                  document->name, 0,
		                  "Latin and Cyrillic letters that look alike are mixed in %u "
		                  "acronyms, first in '%.*s'",
		                  count, (int)first.size, first.data);
	clausary_buffer_finish(&unified);
}

/* Memory for what a text of this size holds as a rule: a token in four bytes, a passage in each
 * block, an acronym in 64 bytes. */
static void
reserve(clausary_mining *mining)
{
	size_t size = mining->document->text.size;
	clausary_array_reserve(&mining->tokens, size / 4 + 16);
	clausary_array_reserve(&mining->passages, mining->document->blocks.count + 1);
	clausary_array_reserve(&mining->short_forms, size / 64 + 16);
	clausary_array_reserve(&mining->openers, size / 128 + 16);
	clausary_array_reserve(&mining->findings->mentions, size / 64 + 16);
}

static void
finish(clausary_mining *mining)
{
	clausary_array_finish(&mining->tokens);
	clausary_array_finish(&mining->passages);
	clausary_array_finish(&mining->short_forms);
	clausary_array_finish(&mining->forms_before);
	clausary_array_finish(&mining->openers);
	clausary_array_finish(&mining->expansions);
	clausary_array_finish(&mining->cuts);
	free(mining->met_words);
	free(mining->met_forms);
	clausary_buffer_finish(&mining->scratch);
}

clausary_status
clausary_find(clausary_findings **out, clausary_context *context, const clausary_document *document)
{
	return clausary_find_with(out, context, document, NULL);
}

clausary_status
clausary_find_with(clausary_findings **out, clausary_context *context,
                   const clausary_document *document, const clausary_find_options *options)
{
	clausary_locale *locale;
	clausary_status status = clausary_locale_open(&locale, context, document->language);
	if (status != CLAUSARY_OK)
		return status;
	clausary_findings *findings = clausary_memory_zeros(1, sizeof *findings);
	const clausary_cues *cues = clausary_cues_of(locale);
	clausary_mining mining = {.findings = findings,
	                          .document = document,
	                          .cues = cues,
	                          .met_words = clausary_met_words_new()};
	findings->document = document;
	if (options && options->sentences)
		mining.sentences = clausary_sentence_words_of(locale);
	mining.unbelieved = options && options->sentences > 1;
	reserve(&mining);
	read_passages(&mining);
	run_finders(&mining, false);
	report_mixed_scripts(&mining);
	finish(&mining); /* before the findings are sorted, which needs memory again */
	clausary_findings_sort(findings);
	*out = findings;
	return CLAUSARY_OK;
}
