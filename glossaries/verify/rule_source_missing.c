/* D14: a term that is defined elsewhere does not say where. */
#include "verify/check.h"

static void
look(clausary_checking *check, const clausary_index *index)
{
	if (!clausary_house_is(&check->house, CLAUSARY_HOUSE_SOURCES, "yes"))
		return;
	for (size_t i = 0; i < index->findings->definitions.count; i++) {
		const clausary_definition *entry = &index->findings->definitions.items[i];
		if (entry->elsewhere && entry->source.size == 0
		    && !memchr(entry->term.data, '(', entry->term.size)
		    && !memchr(entry->term.data, '[', entry->term.size)) /* cited without a blank */
			clausary_check_report(
			        check,
			        &(clausary_report){
			                .index = index,
			                .clause = entry->clause,
			                .span = entry->term_span,
			                .form = entry->term,
			                .message = "%s is defined elsewhere, without a source",
			                .arguments = {entry->term}});
	}
}

const clausary_rule clausary_rule_source_missing = {
        .text = {.id = "D14",
	         .name = "source-missing",
	         .title = "a term that is defined elsewhere does not say where",
	         .why = "The reader cannot look it up, nor learn of a new edition.",
	         .advice = "Cite the document and its clause.",
	         .source = "ITU-T author's guide 8.3; ISO/IEC Directives part 2, 16.5.9",
	         .level = CLAUSARY_WARNING},
        .document = look,
};
