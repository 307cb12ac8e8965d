/* D15: the source of a definition is not among the references. */
#include "base/fold.h"
#include "base/utf8.h"
#include "verify/check.h"

#include <unicode/uchar.h>

enum { SHORTEST = 4 /* bytes of a document's number */ };

/* What a citation calls the document: "ITU-T X.800" of "[b-ITU-T X.800, 3.1]". */
static clausary_slice
cited(clausary_slice source)
{
	size_t start = source.size && source.data[0] == '[', end = start;
	if (clausary_slice_starts(clausary_slice_part(source, start, source.size),
	                          CLAUSARY_SLICE("b-")))
		start += 2;
	for (end = start; end < source.size && !strchr("],;:()", source.data[end]);)
		end++;
	return clausary_slice_trim(clausary_slice_part(source, start, end));
}

/* The text of the references, folded; empty where there are none. */
static void
read_references(const clausary_index *index, clausary_buffer *to)
{
	for (size_t i = 0; i < index->document->clauses.count; i++)
		if (index->document->clauses.items[i].flags & CLAUSARY_CLAUSE_REFERENCES) {
			clausary_fold(
			        to,
			        clausary_index_text(index, index->document->clauses.items[i].span),
			        CLAUSARY_FOLD_CASE);
			clausary_buffer_add_byte(to, '\n');
		}
}

static bool
is_referenced(clausary_slice references, clausary_slice document)
{
	clausary_buffer folded = {0};
	clausary_fold(&folded, document, CLAUSARY_FOLD_CASE);
	bool found = clausary_slice_find(references, clausary_buffer_slice(&folded)) != SIZE_MAX;
	clausary_buffer_finish(&folded);
	return found;
}

/* Whether small letters and no capital make it words in brackets, "[optional]", no document's
 * number. */
static bool
is_words(clausary_slice document)
{
	bool small = false;
	for (size_t at = 0; at < document.size;) {
		UChar32 c = (UChar32)clausary_utf8_next(document, &at);
		if (u_isupper(c))
			return false;
		small |= u_islower(c) != 0;
	}
	return small;
}

static void
look(clausary_checking *check, const clausary_index *index)
{
	clausary_buffer references = {0};
	clausary_map known = {0};
	read_references(index, &references);
	for (size_t i = 0; references.size && i < index->findings->definitions.count; i++) {
		const clausary_definition *entry = &index->findings->definitions.items[i];
		clausary_slice document = cited(entry->source);
		if (document.size < SHORTEST || is_words(document)
		    || clausary_cues_has(&index->cues->entry_parts, document)
		    || clausary_map_get(&known, document) != CLAUSARY_NONE)
			continue;
		clausary_map_put(&known, document, 1);
		if (!is_referenced(clausary_buffer_slice(&references), document))
			clausary_check_report(
			        check,
			        &(clausary_report){
			                .index = index,
			                .clause = entry->clause,
			                .span = entry->term_span,
			                .form = entry->term,
			                .message =
			                        "the source of %s is not among the references: %s",
			                .arguments = {entry->term, document}});
	}
	clausary_map_finish(&known);
	clausary_buffer_finish(&references);
}

const clausary_rule clausary_rule_source_unresolved = {
        .text = {.id = "D15",
	         .name = "source-unresolved",
	         .title = "the source of a definition is not among the references",
	         .why = "The reader cannot find the document that is cited.",
	         .advice = "Add it to the references or the bibliography.",
	         .source = "ITU-T author's guide 8.3; Metanorma STANDOC_28",
	         .level = CLAUSARY_WARNING},
        .document = look,
};
