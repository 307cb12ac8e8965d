/* L09: other text stands among the rows of the list of abbreviations. */
#include "verify/check.h"

#include "base/fold.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <unicode/uchar.h>

enum { SHORTEST = 60 /* bytes of a sentence that is no row */ };

/* The first row of the list in each clause, or nothing. */
static void
read_rows(const clausary_index *index, uint32_t *first, bool *rows)
{
	for (size_t i = 0; i < index->findings->pairs.count; i++) {
		const clausary_pair *pair = &index->findings->pairs.items[i];
		if (strcmp(pair->rule, "list") != 0 || pair->clause == CLAUSARY_NONE)
			continue;
		const clausary_block *block = clausary_index_block(index, pair->short_span.start);
		rows[block - index->document->blocks.items] = true;
		if (first[pair->clause] == 0)
			first[pair->clause] = pair->short_span.start;
	}
}

/* The first word of a text. */
static clausary_slice
first_word(clausary_slice text)
{
	size_t end = 0;
	for (size_t at = 0; at < text.size; end = at)
		if (!u_isalnum((UChar32)clausary_utf8_next(text, &at)))
			break;
	return clausary_slice_part(text, 0, end);
}

/* Whether a block is a sentence: notes belong to their row, and what begins with capitals or has a
 * tab may be one. */
static bool
is_sentence(const clausary_index *index, const clausary_block *block)
{
	clausary_slice text = clausary_slice_trim(clausary_index_text(index, block->span));
	clausary_slice word = first_word(text);
	bool plain = block->kind == CLAUSARY_BLOCK_PARAGRAPH;
	size_t at = 0, second = 0;
	if (!plain || text.size < SHORTEST || clausary_fold_end(text) != '.'
	    || clausary_slice_find(text, CLAUSARY_SLICE("\t")) != SIZE_MAX
	    || clausary_cues_has(&index->cues->entry_parts, word))
		return false;
	UChar32 first = (UChar32)clausary_utf8_next(text, &at);
	second = at;
	return u_isalpha(first) && second < text.size
	       && !u_isupper((UChar32)clausary_utf8_next(text, &second));
}

static void
look(clausary_checking *check, const clausary_index *index)
{
	const clausary_document *document = index->document;
	if (!index->listed)
		return;
	uint32_t *first = clausary_memory_zeros(document->clauses.count + 1, sizeof *first);
	bool *rows = clausary_memory_zeros(document->blocks.count + 1, sizeof *rows);
	read_rows(index, first, rows);
	for (size_t i = 0; i < document->blocks.count; i++) {
		const clausary_block *block = &document->blocks.items[i];
		uint32_t clause = block->clause;
		if (clause == CLAUSARY_NONE || rows[i] || first[clause] == 0
		    || block->span.start < first[clause]
		    || !(document->clauses.items[clause].flags & CLAUSARY_CLAUSE_ABBREVIATIONS)
		    || !is_sentence(index, block))
			continue;
		clausary_check_report(
		        check,
		        &(clausary_report){.index = index,
			                   .clause = clause,
			                   .span = block->span,
			                   .form = document->clauses.items[clause].key,
			                   .message = "a sentence stands among the abbreviations"});
		first[clause] = 0; /* one says it for all */
	}
	free(first);
	free(rows);
}

const clausary_rule clausary_rule_list_prose = {
        .text = {.id = "L09",
	         .name = "list-prose",
	         .title = "other text stands among the rows of the list of abbreviations",
	         .why = "What a list says besides its rows is not looked for there.",
	         .advice = "Move the text into a clause of its own, or into a note.",
	         .source = "Metanorma ISO_26; ISO/IEC Directives part 2, 17",
	         .level = CLAUSARY_NOTE},
        .document = look,
};
