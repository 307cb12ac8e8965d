/* What the source marks: <dfn>term</dfn>, and <abbr title="long form">SHORT</abbr>. The long form
 * of an <abbr> stands in no text: its span is empty. */
#include "mining/entry.h"
#include "mining/clue.h"
#include "mining/short_form.h"

#include "base/fold.h"

static void
keep_definition(clausary_mining *mining, const clausary_passage *passage, clausary_span term)
{
	clausary_entry entry = {.clause = passage->clause, .rule = "marked", .confidence = 0.85f};
	if (mining->document->blocks.items[passage->block].kind == CLAUSARY_BLOCK_TERM)
		return; /* a definition list has its definition in the next block: find_entry.c */
	entry.term = clausary_entry_trim(mining, term);
	entry.definition =
	        clausary_entry_trim(mining, (clausary_span){term.end, passage->span.end});
	clausary_entry_keep(mining, &entry);
}

/* The designation of a form that may be new; `how` as for clausary_fold(). */
static uint32_t
designate(clausary_mining *mining, uint32_t kind, clausary_slice form, clausary_slice shown)
{
	clausary_slice key = form;
	if (kind == CLAUSARY_EXPANSION) {
		mining->scratch.size = 0;
		clausary_fold(&mining->scratch, form, CLAUSARY_FOLD_CASE);
		key = clausary_buffer_slice(&mining->scratch);
	}
	return clausary_findings_designate(mining->findings, kind, key, shown);
}

static void
keep_abbreviation(clausary_mining *mining, const clausary_passage *passage,
                  const clausary_mark *mark)
{
	clausary_findings *findings = mining->findings;
	clausary_pair pair = {.short_span = clausary_entry_trim(mining, mark->span),
	                      .clause = passage->clause,
	                      .rule = "marked",
	                      .clues = clausary_clue_bit(CLAUSARY_CLUE_LIST)
	                               | clausary_clue_bit(CLAUSARY_CLUE_LETTERS_ALL)};
	pair.confidence = clausary_clue_weigh(pair.clues);
	pair.written = clausary_findings_text(findings, pair.short_span);
	pair.text = clausary_arena_copy(&findings->arena, clausary_slice_trim(mark->value));
	if (pair.written.size == 0 || pair.text.size <= pair.written.size)
		return;
	pair.long_span = (clausary_span){pair.short_span.start, pair.short_span.start};
	clausary_short_form_key(mining->cues, pair.written, &mining->scratch);
	clausary_slice key = clausary_buffer_slice(&mining->scratch);
	pair.acronym = designate(mining, CLAUSARY_ACRONYM, key, key);
	pair.expansion = designate(mining, CLAUSARY_EXPANSION, pair.text, pair.text);
	clausary_array_push(&findings->pairs, pair);
}

static void
find(clausary_mining *mining)
{
	const clausary_document *document = mining->document;
	size_t at = 0;
	for (size_t i = 0; i < document->marks.count; i++) {
		const clausary_mark *mark = &document->marks.items[i];
		while (at < mining->passages.count
		       && mining->passages.items[at].span.end <= mark->span.start)
			at++;
		if (at == mining->passages.count)
			break;
		if (mark->span.start < mining->passages.items[at].span.start)
			continue;
		if (mark->kind == CLAUSARY_MARK_DEFINED)
			keep_definition(mining, &mining->passages.items[at], mark->span);
		else if (mark->kind == CLAUSARY_MARK_ABBREVIATION && mark->value.size)
			keep_abbreviation(mining, &mining->passages.items[at], mark);
	}
}

const clausary_finder clausary_finder_marked = {"marked", "what HTML marks: dfn, abbr", find};
