/* clausary_show: one stage of one document, a line for each thing, for people and tests. */
#include "base/locale.h"
#include "language/tokens.h"
#include "mining/finding.h"
#include "write/sink.h"
#include "write/writer.h"

#include <stdlib.h>

static const char *const BLOCK_KINDS[] = {"paragraph", "heading",     "item",     "cell",
                                          "term",      "description", "note",     "caption",
                                          "quote",     "code",        "contents", "furniture"};
static const char *const TOKEN_KINDS[] = {"word", "number", "mark"};

static void
put_folded(clausary_sink *to, const clausary_document *document, clausary_span span)
{
	clausary_buffer text = {0};
	clausary_document_clean(document, span, &text);
	clausary_sink_put(to, clausary_buffer_slice(&text));
	clausary_buffer_finish(&text);
}

static void
put_span(clausary_sink *to, const clausary_document *document, clausary_span span)
{
	clausary_sink_number(to, clausary_document_code_points(document, span.start));
	clausary_sink_put_byte(to, '-');
	clausary_sink_number(to, clausary_document_code_points(document, span.end));
}

static clausary_slice
key_of(const clausary_document *document, uint32_t clause)
{
	return clause == CLAUSARY_NONE ? CLAUSARY_SLICE("-") : document->clauses.items[clause].key;
}

static void
show_text(clausary_sink *to, const clausary_document *document)
{
	clausary_sink_put(to, clausary_document_text(document));
}

/* line; kind and level, table place, language where it is not the document's; clause; text */
static void
show_blocks(clausary_sink *to, const clausary_document *document)
{
	for (size_t i = 0; i < document->blocks.count; i++) {
		const clausary_block *block = &document->blocks.items[i];
		clausary_sink_number(to, block->line);
		clausary_sink_put_byte(to, '\t');
		clausary_sink_put(to, clausary_slice_of(BLOCK_KINDS[block->kind]));
		if (block->level)
			clausary_sink_number(to, block->level);
		if (block->kind == CLAUSARY_BLOCK_CELL) {
			clausary_sink_put_byte(to, ' ');
			clausary_sink_number(to, block->table);
			clausary_sink_put_byte(to, ':');
			clausary_sink_number(to, block->row);
			clausary_sink_put_byte(to, ',');
			clausary_sink_number(to, block->column);
		}
		if (block->language) {
			clausary_sink_put_byte(to, ' ');
			clausary_sink_put(to, clausary_slice_of(block->language));
		}
		clausary_sink_put_byte(to, '\t');
		clausary_sink_put(to, key_of(document, block->clause));
		clausary_sink_put_byte(to, '\t');
		put_folded(to, document, block->span);
		clausary_sink_put_byte(to, '\n');
	}
}

/* key, label, span in code points, text */
static void
show_clauses(clausary_sink *to, const clausary_document *document)
{
	clausary_sink_literal(to, "# profile ");
	clausary_sink_put(to, clausary_slice_of(document->profile));
	clausary_sink_literal(to, ", language ");
	clausary_sink_put(to, clausary_slice_of(document->language));
	clausary_sink_put_byte(to, '\n');
	for (size_t i = 0; i < document->clauses.count; i++) {
		const clausary_clause *clause = &document->clauses.items[i];
		clausary_sink_put(to, clause->key);
		clausary_sink_put_byte(to, '\t');
		clausary_sink_put(to, clause->label);
		clausary_sink_put_byte(to, '\t');
		put_span(to, document, clause->span);
		clausary_sink_put_byte(to, '\t');
		put_folded(to, document, clause->span);
		clausary_sink_put_byte(to, '\n');
	}
}

/* span in code points, kind, text */
static void
show_tokens(clausary_sink *to, const clausary_document *document)
{
	clausary_tokens tokens = {0};
	for (size_t i = 0; i < document->blocks.count; i++) {
		tokens.count = 0;
		clausary_tokens_read(&tokens, document, document->blocks.items[i].span);
		for (size_t j = 0; j < tokens.count; j++) {
			clausary_token token = tokens.items[j];
			put_span(to, document,
			         (clausary_span){token.start, clausary_token_end(token)});
			clausary_sink_put_byte(to, '\t');
			clausary_sink_put(to, clausary_slice_of(TOKEN_KINDS[token.kind]));
			clausary_sink_put_byte(to, '\t');
			clausary_sink_put(to, clausary_token_text(document, token));
			clausary_sink_put_byte(to, '\n');
		}
	}
	clausary_array_finish(&tokens);
}

static void
put_place(clausary_sink *to, const clausary_document *document, const char *what, uint32_t clause,
          clausary_span span)
{
	clausary_sink_put(to, clausary_slice_of(what));
	clausary_sink_put_byte(to, '\t');
	clausary_sink_put(to, key_of(document, clause));
	clausary_sink_put_byte(to, '\t');
	put_span(to, document, span);
	clausary_sink_put_byte(to, '\t');
}

/* what, clause, span in code points, text */
static clausary_status
show_findings(clausary_sink *to, clausary_context *context, const clausary_document *document)
{
	clausary_findings *findings;
	clausary_status status = clausary_find(&findings, context, document);
	if (status != CLAUSARY_OK)
		return status;
	for (size_t i = 0; i < findings->pairs.count; i++) {
		const clausary_pair *pair = &findings->pairs.items[i];
		put_place(to, document, "pair", pair->clause, pair->short_span);
		clausary_sink_put(to, pair->written);
		clausary_sink_literal(to, " = ");
		clausary_sink_put(to, pair->text);
		clausary_sink_literal(to, " [");
		clausary_sink_put(to, clausary_slice_of(pair->rule));
		clausary_sink_literal(to, "]\n");
	}
	for (size_t i = 0; i < findings->definitions.count; i++) {
		const clausary_definition *definition = &findings->definitions.items[i];
		put_place(to, document, "definition", definition->clause, definition->term_span);
		clausary_sink_put(to, definition->term);
		clausary_sink_literal(to, " = ");
		put_folded(to, document, definition->definition_span);
		clausary_sink_literal(to, " [");
		clausary_sink_put(to, clausary_slice_of(definition->rule));
		clausary_sink_literal(to, "]\n");
	}
	for (size_t i = 0; i < findings->mentions.count; i++) {
		const clausary_mention *mention = &findings->mentions.items[i];
		put_place(to, document, "mention", mention->clause, mention->span);
		clausary_sink_put(to, findings->designations.items[mention->designation].form);
		clausary_sink_put_byte(to, '\n');
	}
	clausary_findings_free(findings);
	return CLAUSARY_OK;
}

clausary_status
clausary_show(clausary_context *context, const clausary_output *output, const char *stage,
              const clausary_document *document)
{
	clausary_status status = CLAUSARY_OK;
	clausary_sink *to = clausary_sink_new(output);
	if (strcmp(stage, "text") == 0)
		show_text(to, document);
	else if (strcmp(stage, "blocks") == 0)
		show_blocks(to, document);
	else if (strcmp(stage, "clauses") == 0)
		show_clauses(to, document);
	else if (strcmp(stage, "tokens") == 0)
		show_tokens(to, document);
	else if (strcmp(stage, "findings") == 0)
		status = show_findings(to, context, document);
	else
		status = clausary_context_fail(
		        context, CLAUSARY_EUSAGE,
		        "no stage '%s': text, blocks, clauses, tokens or findings", stage);
	if (status == CLAUSARY_OK)
		status = clausary_sink_flush(to);
	free(to);
	return status;
}
