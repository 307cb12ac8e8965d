/* Why a form is no finding: where it stands, what its letters show, and, where a bracket holds it,
 * how far its letters are from those of the words before. */
#include "mining/refusal.h"

#include "base/fold.h"
#include "base/utf8.h"
#include "document/label.h"
#include "mining/initials.h"
#include "mining/short_form.h"

#include <unicode/uchar.h>

typedef enum refusal_kind {
#define REFUSAL(id, sentence) id,
#include "mining/refusal.def"
#undef REFUSAL
} refusal_kind;

static const char *const SENTENCES[] = {
#define REFUSAL(id, sentence) sentence,
#include "mining/refusal.def"
#undef REFUSAL
};

enum {
	MOST_WORDS = 24,
	MOST_PLACES = 16,  /* that are looked at for brackets */
	MOST_BEFORE = 2048 /* bytes before a bracket */
};

typedef struct search {
	const clausary_findings *findings;
	const clausary_document *document;
	clausary_slice text, form;
	const clausary_cues *cues;
	size_t after_mark[128]; /* how often a mark of ASCII joins it to what stands beside */
	clausary_refusal *found;
} search;

bool
clausary_refusal_is_same(clausary_slice a, clausary_slice b)
{
	clausary_buffer first = {0}, second = {0};
	clausary_fold(&first, a, CLAUSARY_FOLD_CASE);
	clausary_fold(&second, b, CLAUSARY_FOLD_CASE);
	bool same =
	        clausary_slice_equal(clausary_buffer_slice(&first), clausary_buffer_slice(&second));
	clausary_buffer_finish(&first);
	clausary_buffer_finish(&second);
	return same;
}

static bool
is_letter_at(clausary_slice text, size_t at)
{
	return at < text.size && u_isalnum((UChar32)clausary_utf8_next(text, &at));
}

static bool
is_letter_before(clausary_slice text, size_t at)
{
	return at > 0 && u_isalnum((UChar32)clausary_utf8_previous(text, &at));
}

static const clausary_block *
block_of(const clausary_document *document, uint32_t at)
{
	for (size_t i = 0; i < document->blocks.count; i++)
		if (document->blocks.items[i].span.start <= at
		    && at < document->blocks.items[i].span.end)
			return &document->blocks.items[i];
	return NULL;
}

/* A mark that no long form goes over. */
static bool
stops(const clausary_mining *mining, size_t token)
{
	char mark = clausary_mining_mark(mining, token);
	return mark && strchr(";:()[].", mark);
}

/* How well the letters fit the words before the bracket that the form at byte `at` stands in. */
static void
read_bracket(search *s, const clausary_block *block, uint32_t at)
{
	clausary_mining mining = {.document = s->document, .cues = s->cues};
	uint32_t from =
	        at > MOST_BEFORE ? (uint32_t)clausary_utf8_start(s->text, at - MOST_BEFORE) : 0;
	if (from < block->span.start)
		from = block->span.start;
	clausary_tokens_read(&mining.tokens, s->document, (clausary_span){from, at});
	size_t end = mining.tokens.count, words = 0;
	while (end > 0 && mining.tokens.items[end - 1].kind == CLAUSARY_TOKEN_MARK)
		end--;
	size_t first = end;
	while (first > 0 && words < MOST_WORDS && !stops(&mining, first - 1))
		words += mining.tokens.items[--first].kind != CLAUSARY_TOKEN_MARK;
	while (first < end && mining.tokens.items[first].kind == CLAUSARY_TOKEN_MARK)
		first++;
	if (first < end) {
		clausary_initials fit =
		        clausary_initials_read(&mining, s->form, first, end - 1, false);
		if (s->found->words.end == 0 || fit.score > s->found->score) {
			size_t start = fit.score > 0 ? fit.first : first;
			s->found->score = fit.score > 0 ? fit.score : 0;
			s->found->words = clausary_mining_span(&mining, start, end - 1);
		}
	}
	clausary_array_finish(&mining.tokens);
}

/* Look at the form where it stands at byte `at`. */
static void
read_place(search *s, size_t at)
{
	size_t end = at + s->form.size;
	unsigned char before = at > 0 ? (unsigned char)s->text.data[at - 1] : ' ';
	unsigned char after = end < s->text.size ? (unsigned char)s->text.data[end] : ' ';
	const clausary_block *block =
	        s->found->count < MOST_PLACES ? block_of(s->document, (uint32_t)at) : NULL;
	if (s->found->count++ == 0 && block)
		s->found->clause = block->clause;
	s->after_mark[before & 127] += before < 128;
	s->after_mark[after & 127] += after < 128 && is_letter_at(s->text, end + 1);
	if (block && before == '(')
		read_bracket(s, block, (uint32_t)at);
}

static void
look_everywhere(search *s)
{
	size_t from = 0, at;
	while (from < s->text.size) {
		at = clausary_slice_find(clausary_slice_part(s->text, from, s->text.size), s->form);
		if (at == SIZE_MAX)
			return;
		at += from;
		from = at + s->form.size;
		if (!is_letter_before(s->text, at) && !is_letter_at(s->text, from))
			read_place(s, at);
	}
}

static bool
is_acronym_of_text(const search *s)
{
	for (size_t i = 0; i < s->findings->designations.count; i++) {
		const clausary_designation *one = &s->findings->designations.items[i];
		if (one->kind == CLAUSARY_ACRONYM && one->mentions
		    && clausary_slice_equal(one->form, s->form))
			return true;
	}
	return false;
}

/* Whether a form is one word that an acronym might be, not a phrase. */
static bool
is_word(clausary_slice form)
{
	return memchr(form.data, ' ', form.size) == NULL;
}

static refusal_kind
judge(const search *s)
{
	clausary_slice form = s->form;
	if (s->found->count == 0)
		return ABSENT;
	if (is_acronym_of_text(s))
		return s->found->words.end ? UNFIT : UNEXPANDED;
	if (!is_word(form))
		return UNDEFINED;
	if (clausary_roman_value(form) && u_isupper((UChar32)form.data[0]))
		return ROMAN;
	if (clausary_map_get(&s->cues->not_acronyms.words, form) != CLAUSARY_NONE
	    || clausary_form_is_unit(s->cues, form))
		return LISTED;
	if (!clausary_short_form_shown(form))
		return NO_ACRONYM;
	if (!clausary_short_form_usual(s->cues, form))
		return INITIALS;
	if (s->after_mark['/'] || s->after_mark['.'])
		return SYMBOL;
	return s->after_mark['-'] ? PART : SHOUTED;
}

clausary_refusal
clausary_refusal_of(const clausary_findings *findings, clausary_slice form)
{
	clausary_refusal found = {.clause = CLAUSARY_NONE};
	const clausary_document *document = findings->document;
	clausary_locale *locale;
	search s = {.findings = findings,
	            .document = document,
	            .text = clausary_document_text(document),
	            .form = form,
	            .found = &found};
	if (form.size == 0
	    || clausary_locale_open(&locale, document->context, document->language)
	               != CLAUSARY_OK) {
		found.sentence = SENTENCES[ABSENT];
		return found;
	}
	s.cues = clausary_cues_of(locale);
	look_everywhere(&s);
	found.least = clausary_utf8_count(form) <= 2 ? 0.6f : 0.5f;
	found.sentence = SENTENCES[judge(&s)];
	return found;
}
