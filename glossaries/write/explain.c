/* clausary_explain: the evidence of findings in words, and why a form is none. */
#include "base/locale.h"
#include "mining/clue.h"
#include "mining/refusal.h"
#include "write/sink.h"

#include <stdio.h>
#include <stdlib.h>

typedef struct explaining {
	clausary_sink *to;
	const clausary_context *context;
	const clausary_findings *findings;
	const clausary_document *document;
	clausary_slice form; /* empty: everything */
	clausary_buffer line;
	size_t told;
} explaining;

/* What rules that weigh nothing go by. */
static const struct {
	const char *rule, *sentence;
} RULES[] = {
        {"numbered-entry", "a numbered entry of a terms clause"},
        {"entry", "an entry of a terms clause"},
        {"definition-list", "an entry of a definition list"},
        {"means", "a cue such as “means” after a quoted term"},
        {"short-name", "a name that the text gives for short"},
        {"marked", "marked up as a definition or an abbreviation"},
        {"sentence", "a sentence that defines"},
};

static void
put_line(explaining *e)
{
	clausary_buffer_add_byte(&e->line, '\n');
	clausary_sink_put(e->to, clausary_buffer_slice(&e->line));
	e->line.size = 0;
}

/* The clause as printed; its key where nothing is printed. */
static void
add_clause(explaining *e, uint32_t clause)
{
	if (clause == CLAUSARY_NONE)
		return;
	const clausary_clause *of = &e->document->clauses.items[clause];
	clausary_buffer_print(&e->line, "  [%.*s]", (int)of->key.size, of->key.data);
}

static void
put_head(explaining *e, clausary_slice term, clausary_slice is, uint32_t clause)
{
	if (e->told++)
		put_line(e);
	clausary_buffer_add(&e->line, term);
	clausary_buffer_add(&e->line, CLAUSARY_SLICE(" = "));
	clausary_buffer_add_folded(&e->line, is);
	add_clause(e, clause);
	put_line(e);
}

/* A share in two decimals, for a message. */
typedef struct share {
	char text[16];
} share;

static share
share_of(float value)
{
	share made;
	snprintf(made.text, sizeof made.text, "%.2f", (double)value);
	return made;
}

static void
put_confidence(explaining *e, float confidence, const char *rule)
{
	const char *sentence = NULL;
	for (size_t i = 0; i < sizeof RULES / sizeof *RULES; i++)
		if (strcmp(RULES[i].rule, rule) == 0)
			sentence = RULES[i].sentence;
	clausary_buffer_add(&e->line, CLAUSARY_SLICE("  "));
	clausary_buffer_print(&e->line, clausary_message(e->context, "confidence %s, rule %s"),
	                      share_of(confidence).text, rule);
	if (sentence)
		clausary_buffer_print(&e->line, ": %s", clausary_message(e->context, sentence));
	put_line(e);
}

static void
put_weight(explaining *e, float weight, const char *sentence)
{
	clausary_buffer_print(&e->line, "  %+.2f  %s", (double)weight,
	                      clausary_message(e->context, sentence));
	put_line(e);
}

static clausary_clue
clue_at(size_t index, bool sentence)
{
	return sentence ? clausary_clue_of_sentences(index) : clausary_clue_of_pairs(index);
}

/* The evidence, the weightiest first, whatever its sign, after what all findings of the kind have.
 */
static void
put_clues(explaining *e, uint64_t clues, bool sentence)
{
	if (clues && sentence)
		put_weight(e, clausary_clue_bias(true), "as every sentence that may define");
	else if (clues)
		put_weight(e, clausary_clue_bias(false), "as every pair");
	while (clues) {
		size_t heaviest = 64;
		float most = -1;
		for (size_t i = 0; i < 64; i++) {
			float weight = clue_at(i, sentence).weight;
			weight = weight < 0 ? -weight : weight;
			if (clues >> i & 1 && weight > most) {
				most = weight;
				heaviest = i;
			}
		}
		clausary_clue clue = clue_at(heaviest, sentence);
		clues &= ~((uint64_t)1 << heaviest);
		put_weight(e, clue.weight, clue.sentence);
	}
}

static bool
is_asked(const explaining *e, clausary_slice a, clausary_slice b)
{
	return e->form.size == 0 || clausary_refusal_is_same(e->form, a)
	       || clausary_refusal_is_same(e->form, b);
}

static void
put_pairs(explaining *e)
{
	for (size_t i = 0; i < e->findings->pairs.count; i++) {
		const clausary_pair *pair = &e->findings->pairs.items[i];
		clausary_slice form = e->findings->designations.items[pair->acronym].form;
		if (!is_asked(e, pair->written, pair->text) && !is_asked(e, form, form))
			continue;
		put_head(e, pair->written, pair->text, pair->clause);
		put_confidence(e, pair->confidence, pair->rule);
		put_clues(e, pair->clues, false);
	}
}

static void
put_definitions(explaining *e)
{
	for (size_t i = 0; i < e->findings->definitions.count; i++) {
		const clausary_definition *definition = &e->findings->definitions.items[i];
		if (!is_asked(e, definition->term, definition->term))
			continue;
		put_head(e, definition->term, definition->definition, definition->clause);
		put_confidence(e, definition->confidence, definition->rule);
		put_clues(e, definition->clues, true);
	}
}

static void
put_refusal(explaining *e)
{
	clausary_refusal why = clausary_refusal_of(e->findings, e->form);
	clausary_buffer_print(
	        &e->line, clausary_message(e->context, "%.*s is in no pair and has no definition:"),
	        (int)e->form.size, e->form.data);
	put_line(e);
	clausary_buffer_print(&e->line, "  %s", clausary_message(e->context, why.sentence));
	put_line(e);
	if (why.count) {
		clausary_buffer_add(&e->line, CLAUSARY_SLICE("  "));
		clausary_buffer_print(
		        &e->line, clausary_message(e->context, "times in the text: %u; first in:"),
		        why.count);
		add_clause(e, why.clause);
		put_line(e);
	}
	if (why.words.end > why.words.start) {
		clausary_buffer_add(&e->line, CLAUSARY_SLICE("  "));
		clausary_buffer_print(
		        &e->line,
		        clausary_message(e->context,
			                 "letters that fit: %s, and %s would do; words:"),
		        share_of(why.score).text, share_of(why.least).text);
		clausary_buffer_add(&e->line, CLAUSARY_SLICE(" "));
		clausary_document_clean(e->document, why.words, &e->line);
		put_line(e);
	}
}

clausary_status
clausary_explain(clausary_context *context, const clausary_output *output,
                 const clausary_findings *findings, clausary_slice form)
{
	clausary_sink *to = clausary_sink_new(output);
	explaining e = {.to = to,
	                .context = context,
	                .findings = findings,
	                .document = findings->document,
	                .form = clausary_slice_trim(form)};
	put_pairs(&e);
	put_definitions(&e);
	if (e.told == 0 && e.form.size)
		put_refusal(&e);
	clausary_status status = clausary_sink_flush(to);
	clausary_buffer_finish(&e.line);
	free(to);
	return status;
}
