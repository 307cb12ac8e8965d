/* JSON Lines: every finding, a line each, spans in code points: what scripts and streams read. The
 * hot path of a stream: nothing is formatted by printf, nothing is allocated for a line. */
#include "write/json_out.h"
#include "write/jsonl_out.h"
#include "write/writer.h"

#include <stdlib.h>

typedef struct lines {
	clausary_sink *to;
	const clausary_findings *findings;
	const clausary_document *document;
	clausary_slice text;
	const clausary_clause *clauses;
	clausary_buffer name;    /* of the document, escaped */
	clausary_buffer head[2]; /* of a mention line, by kind */
	clausary_buffer clause_head;
	bool *plain_forms;     /* of designations: nothing to escape */
	uint32_t plain_clause; /* the key met last that has nothing to escape */
	bool evidence;         /* is written too */
	bool is_ascii;         /* a byte is a code point */
} lines;

static inline uint32_t
code_points(const lines *l, uint32_t at)
{
	return l->is_ascii ? at : clausary_document_code_points(l->document, at);
}

/* `12,15]` */
static void
put_span(lines *l, clausary_span span)
{
	clausary_sink_number(l->to, code_points(l, span.start));
	clausary_sink_put_byte(l->to, ',');
	clausary_sink_number(l->to, code_points(l, span.end));
	clausary_sink_put_byte(l->to, ']');
}

static bool
is_line_break(char c)
{
	return c >= '\n' && c <= '\r';
}

/* A form that goes over a line end: the break and the blanks round it are one blank. */
static void
put_broken_form(lines *l, clausary_slice form)
{
	clausary_buffer folded = {0};
	for (size_t i = 0; i < form.size;) {
		size_t end = i;
		bool breaks = false;
		while (end < form.size && clausary_ascii_is_blank(form.data[end]))
			breaks |= is_line_break(form.data[end++]);
		if (breaks)
			clausary_buffer_add_byte(&folded, ' ');
		else if (end > i)
			clausary_buffer_add(&folded, clausary_slice_part(form, i, end));
		else
			clausary_buffer_add_byte(&folded, form.data[end++]);
		i = end;
	}
	clausary_json_escape(l->to, clausary_buffer_slice(&folded));
	clausary_buffer_finish(&folded);
}

static void
put_form(lines *l, clausary_slice form)
{
	if (clausary_json_is_plain(form))
		clausary_sink_put(l->to, form);
	else
		put_broken_form(l, form);
}

static void
begin(lines *l, clausary_slice type)
{
	clausary_sink_put(l->to, type);
	clausary_sink_put(l->to, clausary_buffer_slice(&l->name));
	clausary_sink_put_byte(l->to, '"');
}

/* `,"name":"text"` */
static void
put_string(lines *l, clausary_slice name, clausary_slice text)
{
	clausary_sink_put(l->to, name);
	clausary_json_escape(l->to, text);
	clausary_sink_put_byte(l->to, '"');
}

static clausary_slice
key_of(const lines *l, uint32_t clause)
{
	return clause < l->document->clauses.count ? l->clauses[clause].key : CLAUSARY_SLICE("");
}

static void
put_mention_slowly(lines *l, const clausary_mention *mention, const clausary_designation *of)
{
	clausary_sink_put(l->to, clausary_buffer_slice(&l->head[of->kind == CLAUSARY_EXPANSION]));
	put_form(l, clausary_slice_span(l->text, mention->span));
	clausary_sink_literal(l->to, "\",\"of\":\"");
	clausary_json_escape(l->to, of->form);
	clausary_sink_literal(l->to, "\",\"clause\":\"");
	clausary_json_escape(l->to, key_of(l, mention->clause));
	clausary_sink_literal(l->to, "\",\"span\":[");
	put_span(l, mention->span);
	clausary_sink_literal(l->to, "}\n");
}

enum {
	SHORT = 4096,
	FIXED = 128, /* bytes of a line, and of what is the same in all */
	AHEAD = 8 /* lines for whose text is asked before they are written: see document.h, foresee
	           */
};

static inline char *
copy(char *to, clausary_slice text)
{
	return (char *)memcpy(to, text.data, text.size) + text.size;
}

/* `","span":[12,15]}` */
static inline char *
copy_end(lines *l, char *to, clausary_span span)
{
	to = copy(to, CLAUSARY_SLICE("\",\"span\":["));
	to = clausary_decimal(to, code_points(l, span.start));
	*to++ = ',';
	to = clausary_decimal(to, code_points(l, span.end));
	return copy(to, CLAUSARY_SLICE("]}\n"));
}

/* Whether nothing in a mention's line needs escaping; keys and forms come again and again. */
static bool
is_plain(lines *l, const clausary_mention *mention, clausary_slice form, clausary_slice key)
{
	if (mention->clause != l->plain_clause && !clausary_json_is_plain(key))
		return false;
	l->plain_clause = mention->clause;
	return l->plain_forms[mention->designation] && clausary_json_is_plain(form);
}

/* The same line for most mentions: short, nothing to escape, room asked for once. */
static void
put_mention(lines *l, const clausary_mention *mention)
{
	const clausary_designation *of = &l->findings->designations.items[mention->designation];
	clausary_slice head = clausary_buffer_slice(&l->head[of->kind == CLAUSARY_EXPANSION]);
	clausary_slice form = clausary_slice_span(l->text, mention->span);
	clausary_slice key = key_of(l, mention->clause);
	size_t size = head.size + form.size + of->form.size + key.size + FIXED;
	if (size > SHORT || !is_plain(l, mention, form, key)) {
		put_mention_slowly(l, mention, of);
		return;
	}
	char *start = clausary_sink_room(l->to, size), *to = start;
	to = copy(to, head);
	to = copy(to, form);
	to = copy(to, CLAUSARY_SLICE("\",\"of\":\""));
	to = copy(to, of->form);
	to = copy(to, CLAUSARY_SLICE("\",\"clause\":\""));
	to = copy(to, key);
	to = copy_end(l, to, mention->span);
	l->to->used += (size_t)(to - start);
}

static void
put_clause_slowly(lines *l, const clausary_clause *clause)
{
	begin(l, CLAUSARY_SLICE("{\"type\":\"clause\",\"document\":\""));
	put_string(l, CLAUSARY_SLICE(",\"key\":\""), clause->key);
	put_string(l, CLAUSARY_SLICE(",\"label\":\""), clausary_slice_span(l->text, clause->mark));
	put_string(l, CLAUSARY_SLICE(",\"role\":\""), clause->role);
	clausary_sink_literal(l->to, ",\"span\":[");
	put_span(l, clause->span);
	clausary_sink_literal(l->to, "}\n");
}

/* The same line for most clauses. */
static void
put_clause(lines *l, const clausary_clause *clause)
{
	clausary_slice label = clausary_slice_span(l->text, clause->mark);
	size_t size = l->clause_head.size + clause->key.size + label.size + clause->role.size;
	if (size + FIXED > SHORT || !clausary_json_is_plain(clause->key)
	    || !clausary_json_is_plain(label) || !clausary_json_is_plain(clause->role)) {
		put_clause_slowly(l, clause);
		return;
	}
	char *start = clausary_sink_room(l->to, size + FIXED), *to = start;
	to = copy(to, clausary_buffer_slice(&l->clause_head));
	to = copy(to, clause->key);
	to = copy(to, CLAUSARY_SLICE("\",\"label\":\""));
	to = copy(to, label);
	to = copy(to, CLAUSARY_SLICE("\",\"role\":\""));
	to = copy(to, clause->role);
	to = copy_end(l, to, clause->span);
	l->to->used += (size_t)(to - start);
}

static void
put_evidence(lines *l, uint64_t evidence, bool sentence)
{
	bool first = true;
	clausary_sink_literal(l->to, ",\"evidence\":[");
	for (size_t i = 0; evidence; i++, evidence >>= 1)
		if (evidence & 1) {
			clausary_sink_put(l->to,
			                  first ? CLAUSARY_SLICE("\"") : CLAUSARY_SLICE(",\""));
			clausary_clue clue = sentence ? clausary_clue_of_sentences(i)
			                              : clausary_clue_of_pairs(i);
			clausary_sink_put(l->to, clausary_slice_of(clue.name));
			clausary_sink_put_byte(l->to, '"');
			first = false;
		}
	clausary_sink_put_byte(l->to, ']');
}

static void
end_with_rule(lines *l, const char *rule, float confidence, uint64_t evidence, bool sentence)
{
	put_string(l, CLAUSARY_SLICE(",\"rule\":\""), clausary_slice_of(rule));
	clausary_sink_literal(l->to, ",\"confidence\":");
	clausary_json_fraction(l->to, confidence);
	if (l->evidence && evidence)
		put_evidence(l, evidence, sentence);
	clausary_sink_literal(l->to, "}\n");
}

static void
put_pair(lines *l, const clausary_pair *pair)
{
	begin(l, CLAUSARY_SLICE("{\"type\":\"pair\",\"document\":\""));
	put_string(l, CLAUSARY_SLICE(",\"short\":\""), pair->written);
	put_string(l, CLAUSARY_SLICE(",\"long\":\""), pair->text);
	put_string(l, CLAUSARY_SLICE(",\"clause\":\""), key_of(l, pair->clause));
	clausary_sink_literal(l->to, ",\"short_span\":[");
	put_span(l, pair->short_span);
	if (pair->long_span.end
	    > pair->long_span.start) { /* a long form in markup stands in no text */
		clausary_sink_literal(l->to, ",\"long_span\":[");
		put_span(l, pair->long_span);
	}
	end_with_rule(l, pair->rule, pair->confidence, pair->clues, false);
}

/* An array of those texts whose bit is set, or nothing. */
static void
put_texts(lines *l, const char *name, const clausary_slice *texts, size_t count, uint64_t bits)
{
	bool any = false;
	for (size_t i = 0; i < count; i++) {
		if (i < 64 && !(bits >> i & 1))
			continue;
		if (!any)
			clausary_sink_put(l->to, clausary_slice_of(name));
		clausary_sink_put(l->to, any ? CLAUSARY_SLICE(",\"") : CLAUSARY_SLICE("[\""));
		clausary_json_escape(l->to, texts[i]);
		clausary_sink_put_byte(l->to, '"');
		any = true;
	}
	if (any)
		clausary_sink_put_byte(l->to, ']');
}

static void
put_definition(lines *l, const clausary_definition *definition)
{
	begin(l, CLAUSARY_SLICE("{\"type\":\"definition\",\"document\":\""));
	put_string(l, CLAUSARY_SLICE(",\"term\":\""), definition->term);
	put_string(l, CLAUSARY_SLICE(",\"definition\":\""), definition->definition);
	put_string(l, CLAUSARY_SLICE(",\"clause\":\""), key_of(l, definition->clause));
	clausary_sink_literal(l->to, ",\"term_span\":[");
	put_span(l, definition->term_span);
	clausary_sink_literal(l->to, ",\"definition_span\":[");
	put_span(l, definition->definition_span);
	if (definition->source.size)
		put_string(l, CLAUSARY_SLICE(",\"source\":\""), definition->source);
	put_texts(l, ",\"notes\":", definition->notes, definition->note_count, UINT64_MAX);
	put_texts(l, ",\"synonyms\":", definition->synonyms, definition->synonym_count,
	          ~definition->deprecated);
	put_texts(l, ",\"deprecated\":", definition->synonyms, definition->synonym_count,
	          definition->deprecated);
	if (definition->elsewhere)
		clausary_sink_literal(l->to, ",\"elsewhere\":true");
	end_with_rule(l, definition->rule, definition->confidence, definition->clues, true);
}

/* Add `text` escaped to a buffer, through a sink of its own whose payload is the buffer. */
static clausary_status
add_to_buffer(void *payload, const char *data, size_t size)
{
	clausary_buffer_add(payload, (clausary_slice){data, size});
	return CLAUSARY_OK;
}

static void
prepare(lines *l)
{
	static const clausary_slice kinds[] = {
	        CLAUSARY_SLICE("\",\"kind\":\"acronym\",\"form\":\""),
	        CLAUSARY_SLICE("\",\"kind\":\"expansion\",\"form\":\"")};
	clausary_output output = {add_to_buffer, &l->name};
	clausary_sink *sink = clausary_sink_new(&output);
	clausary_json_escape(sink, clausary_slice_of(l->document->name));
	clausary_sink_flush(sink);
	free(sink);
	for (size_t i = 0; i < 2; i++) {
		clausary_buffer_add(&l->head[i],
		                    CLAUSARY_SLICE("{\"type\":\"mention\",\"document\":\""));
		clausary_buffer_add(&l->head[i], clausary_buffer_slice(&l->name));
		clausary_buffer_add(&l->head[i], kinds[i]);
	}
	clausary_buffer_add(&l->clause_head,
	                    CLAUSARY_SLICE("{\"type\":\"clause\",\"document\":\""));
	clausary_buffer_add(&l->clause_head, clausary_buffer_slice(&l->name));
	clausary_buffer_add(&l->clause_head, CLAUSARY_SLICE("\",\"key\":\""));
	size_t count = l->findings->designations.count;
	l->plain_clause = CLAUSARY_NONE;
	l->plain_forms = clausary_memory_zeros(count, sizeof *l->plain_forms);
	for (size_t i = 0; i < count; i++)
		l->plain_forms[i] = clausary_json_is_plain(l->findings->designations.items[i].form);
}

static void
put_document(clausary_sink *to, const clausary_findings *findings, bool evidence)
{
	const clausary_document *document = findings->document;
	lines l = {.to = to,
	           .findings = findings,
	           .document = document,
	           .text = clausary_document_text(document),
	           .clauses = document->clauses.items,
	           .evidence = evidence,
	           .is_ascii = document->checkpoints == NULL};
	prepare(&l);
	for (size_t i = 0; i < document->clauses.count; i++) {
		if (i + AHEAD < document->clauses.count)
			__builtin_prefetch(l.text.data + l.clauses[i + AHEAD].mark.start);
		put_clause(&l, &document->clauses.items[i]);
	}
	for (size_t i = 0; i < findings->pairs.count; i++)
		put_pair(&l, &findings->pairs.items[i]);
	for (size_t i = 0; i < findings->mentions.count; i++) {
		if (i + AHEAD < findings->mentions.count)
			__builtin_prefetch(l.text.data
			                   + findings->mentions.items[i + AHEAD].span.start);
		put_mention(&l, &findings->mentions.items[i]);
	}
	for (size_t i = 0; i < findings->definitions.count; i++)
		put_definition(&l, &findings->definitions.items[i]);
	free(l.plain_forms);
	clausary_buffer_finish(&l.name);
	clausary_buffer_finish(&l.head[0]);
	clausary_buffer_finish(&l.head[1]);
	clausary_buffer_finish(&l.clause_head);
}

void
clausary_jsonl_write(clausary_sink *to, const clausary_results *results, bool evidence)
{
	for (size_t i = 0; i < results->findings_count; i++)
		put_document(to, results->findings[i], evidence);
}

static clausary_status
write_jsonl(clausary_sink *to, clausary_context *context, const clausary_results *results)
{
	(void)context;
	clausary_jsonl_write(to, results, false);
	return CLAUSARY_OK;
}

const clausary_writer clausary_writer_jsonl = {
        .name = "jsonl",
        .label = "JSON Lines, every finding with its span",
        .suffix = "jsonl",
        .needs = CLAUSARY_NEEDS_FINDINGS,
        .write = write_jsonl,
};
