/* A row a doubt: which entry, which terms, where they stand, and what speaks for it. */
#include "write/rows.h"

static const char *const HEADS[] = {"kind",         "id",       "language",       "term",
                                    "clause",       "other_id", "other_language", "other_term",
                                    "other_clause", "evidence", "confidence",     "doubt"};

static void
field(const clausary_rows *rows, clausary_slice text)
{
	rows->field(rows->payload, text);
}

/* The language, the best term and the clause of one side. */
static void
put_side(const clausary_rows *rows, const clausary_termbase *termbase,
         const clausary_concept *concept, clausary_slice language)
{
	const clausary_language_section *section =
	        concept ? clausary_concept_find_section(concept, language) : NULL;
	const clausary_term *term = NULL;
	if (section)
		term = clausary_section_first(section, false);
	if (section && term == NULL)
		term = clausary_section_first(section, true);
	field(rows, concept ? clausary_termbase_tag(termbase, language) : CLAUSARY_SLICE(""));
	field(rows, term ? term->form : CLAUSARY_SLICE(""));
	field(rows, section   ? section->place->source.clause
	            : concept ? concept->source->clause
	                      : CLAUSARY_SLICE(""));
}

static clausary_slice
sentence_of(const clausary_doubt *doubt)
{
	if (doubt->kind == CLAUSARY_DOUBT_LANGUAGE)
		return CLAUSARY_SLICE("no term was found in this language");
	if (doubt->kind == CLAUSARY_DOUBT_PAIR)
		return CLAUSARY_SLICE("the short form may not stand for the full form");
	if (doubt->link->refused)
		return CLAUSARY_SLICE(
		        "they may be one concept, but both have a term of one language");
	return CLAUSARY_SLICE("they may be one concept");
}

static void
put_confidence(const clausary_rows *rows, float confidence)
{
	clausary_buffer text = {0};
	clausary_buffer_print(&text, "0.%02d",
	                      confidence < 0.99f ? (int)(confidence * 100 + 0.5f) : 99);
	field(rows, clausary_buffer_slice(&text));
	clausary_buffer_finish(&text);
}

static void
put_doubt(const clausary_rows *rows, const clausary_termbase *termbase, const clausary_doubt *doubt)
{
	field(rows, clausary_slice_of(clausary_doubt_name(doubt->kind)));
	field(rows, doubt->concept->id);
	put_side(rows, termbase, doubt->concept, doubt->language);
	if (doubt->kind == CLAUSARY_DOUBT_PAIR) {
		const clausary_term *short_form = clausary_section_first(
		        clausary_concept_find_section(doubt->concept, doubt->language), true);
		field(rows, CLAUSARY_SLICE(""));
		field(rows, CLAUSARY_SLICE(""));
		field(rows, short_form ? short_form->form : CLAUSARY_SLICE(""));
		field(rows, CLAUSARY_SLICE(""));
		field(rows, CLAUSARY_SLICE("pair"));
		put_confidence(rows, doubt->term->confidence);
	} else {
		field(rows, doubt->other ? doubt->other->id : CLAUSARY_SLICE(""));
		put_side(rows, termbase, doubt->other, doubt->other_language);
		field(rows, doubt->link ? clausary_slice_of(clausary_evidence_name(
		                                  doubt->link->link.evidence))
		                        : CLAUSARY_SLICE(""));
		if (doubt->link)
			put_confidence(rows, doubt->link->link.confidence);
		else
			field(rows, CLAUSARY_SLICE(""));
	}
	field(rows, sentence_of(doubt));
	rows->end(rows->payload);
}

void
clausary_rows_doubts(const clausary_rows *rows, const clausary_termbase *termbase)
{
	for (size_t i = 0; i < sizeof HEADS / sizeof HEADS[0]; i++)
		field(rows, clausary_slice_of(HEADS[i]));
	rows->end(rows->payload);
	for (size_t i = 0; i < termbase->doubts.count; i++)
		put_doubt(rows, termbase, &termbase->doubts.items[i]);
}
