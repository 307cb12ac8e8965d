/* Findings: designations, their mentions, pairs, definitions. Finders add, everyone after reads. */
#ifndef CLAUSARY_MINING_FINDING_H
#define CLAUSARY_MINING_FINDING_H

#include "base/array.h"
#include "base/map.h"
#include "document/document.h"

struct clausary_findings {
	clausary_arena arena;
	const clausary_document *document;
	CLAUSARY_ARRAY(clausary_designation) designations;
	clausary_map acronyms, expansions; /* folded key -> designation */
	CLAUSARY_ARRAY(clausary_mention) mentions;
	CLAUSARY_ARRAY(clausary_pair) pairs;
	CLAUSARY_ARRAY(clausary_definition) definitions;
};

/**
 * The designation of an acronym or expansion, added when it is new. `key` is what tells it from
 * others, `form` what people read; both are copied.
 */
uint32_t clausary_findings_designate(clausary_findings *findings, uint32_t kind, clausary_slice key,
                                     clausary_slice form);

/** Add a mention. */
void clausary_findings_mention(clausary_findings *findings, uint32_t designation, uint32_t clause,
                               clausary_span span);

/** Put pairs in the order of their short forms in the text. */
void clausary_findings_sort_pairs(clausary_findings *findings);

/** Mention both forms of every pair, then put mentions, pairs and definitions in the order of the
 * text, the same mention once. */
void clausary_findings_sort(clausary_findings *findings);

/** The text of a span without what is skipped, blanks folded. Owner: the findings. */
clausary_slice clausary_findings_text(clausary_findings *findings, clausary_span span);

#endif
