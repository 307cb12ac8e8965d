/* Adding the findings of one document: pairs, acronyms without one, definitions, then the mentions,
 * which give counts and contexts. Everything is looked up in maps: the work is linear in the
 * findings. */
#include "termbase/add.h"

#include "document/document_language.h"
#include "termbase/key.h"
#include "termbase/work.h"

#include <stdlib.h>

clausary_source
clausary_adding_source(clausary_adding *adding, uint32_t clause)
{
	clausary_source source = {.document = adding->number};
	if (clause < adding->document->clauses.count) {
		const clausary_clause *found = &adding->document->clauses.items[clause];
		source.clause = clausary_termbase_string(adding->to, found->label);
		source.key = clausary_termbase_string(adding->to, found->key);
	}
	return source;
}

/* The row of a clause; all of a document alone is one row. */
static uint32_t
row_of(const clausary_adding *adding, uint32_t clause)
{
	uint32_t row = adding->alignment ? clausary_alignment_row_of(adding->alignment,
	                                                             adding->version, clause)
	                                 : 0;
	return row == CLAUSARY_NONE ? 0 : row;
}

const clausary_place *
clausary_adding_place(clausary_adding *adding, clausary_concept *concept, uint32_t clause,
                      uint32_t position, clausary_place_kind kind)
{
	clausary_place *place = clausary_arena_allocate(&adding->to->arena, sizeof *place);
	*place = (clausary_place){.source = clausary_adding_source(adding, clause),
	                          .work = adding->work,
	                          .row = row_of(adding, clause),
	                          .position = position,
	                          .kind = kind};
	clausary_language_section *section =
	        clausary_concept_section(&adding->to->arena, concept, adding->language);
	clausary_place_improve(&section->place, place);
	clausary_place_improve(&concept->place, place);
	return place;
}

void
clausary_adding_event_add(clausary_adding *adding, const clausary_concept *concept,
                          const clausary_place *place, uint32_t definition)
{
	if (adding->alignment)
		clausary_array_push(
		        &adding->events,
		        ((clausary_adding_event){concept->number, place->row, place->position,
			                         place->kind, definition}));
}

void
clausary_adding_context(clausary_adding *adding, clausary_term *term, clausary_span mention,
                        uint32_t clause)
{
	if (term->contexts.count >= CLAUSARY_TERM_CONTEXTS
	    || clause >= adding->document->clauses.count)
		return;
	const clausary_clause *found = &adding->document->clauses.items[clause];
	if (found->flags & CLAUSARY_CLAUSE_ABBREVIATIONS) /* a line of a list is no sentence */
		return;
	clausary_source source = clausary_adding_source(adding, clause);
	if (!clausary_term_wants_context(term, &source))
		return;
	clausary_slice text = clausary_sentences_at(adding->sentences, found, mention);
	if (text.size == 0)
		return;
	clausary_context_sentence *context = clausary_list_add(&adding->to->arena, &term->contexts);
	context->text = clausary_termbase_copy(adding->to, text, false);
	context->source = source;
}

static void
add_document(clausary_adding *adding)
{
	clausary_termbase *to = adding->to;
	const clausary_document *document = adding->document;
	clausary_slice name = clausary_slice_of(document->name);
	clausary_termbase_document added = {
	        .name = clausary_termbase_copy(to, name, false),
	        .work = adding->work,
	        .identifier =
	                clausary_termbase_copy(to, clausary_document_identifier(document), false),
	        .title = clausary_termbase_copy(to, clausary_document_title(document), false),
	        .language =
	                clausary_termbase_copy(to, clausary_slice_of(document->language), false)};
	clausary_slice stem = clausary_work_stem(added.name);
	if (added.language.size == 0)
		added.language = CLAUSARY_SLICE(CLAUSARY_LANGUAGE_UNKNOWN);
	if (added.identifier.size == 0)
		added.identifier = stem.size ? stem : CLAUSARY_SLICE("document");
	adding->number = (uint32_t)to->documents.count;
	adding->language = added.language;
	clausary_array_push(&to->documents, added);
}

static uint32_t
least(uint32_t a, uint32_t b)
{
	return a < b ? a : b;
}

/* Take what stands at a byte for a finding in the language of its passage. */
static void
enter_passage(clausary_adding *adding, uint32_t at)
{
	const char *language = clausary_document_language_at(adding->document, at);
	adding->language = adding->to->documents.items[adding->number].language;
	if (language != adding->document->language)
		adding->language =
		        clausary_termbase_copy(adding->to, clausary_slice_of(language), false);
}

/* A term in one language, defined in another, belongs to its definition: to the language of the
 * text. */
static void
add_definition(clausary_adding *adding, uint32_t index)
{
	const clausary_definition *definition = &adding->findings->definitions.items[index];
	uint32_t term = definition->term_span.start, text = definition->definition_span.start;
	bool alike = clausary_document_language_at(adding->document, term)
	             == clausary_document_language_at(adding->document, text);
	adding->language = adding->to->documents.items[adding->number].language;
	if (alike && definition->term_span.end > term)
		enter_passage(adding, term);
	clausary_adding_definition(adding, index);
}

static void
add_pair(clausary_adding *adding, size_t index)
{
	const clausary_pair *pair = &adding->findings->pairs.items[index];
	enter_passage(adding, pair->long_span.start < pair->long_span.end ? pair->long_span.start
	                                                                  : pair->short_span.start);
	const clausary_designation *designations = adding->findings->designations.items;
	clausary_arena *arena = &adding->to->arena;
	clausary_sense acronym, expansion;
	if (!clausary_adding_join(adding, designations[pair->acronym].form, pair->written,
	                          designations[pair->expansion].form, &acronym, &expansion))
		return;
	clausary_source source = clausary_adding_source(adding, pair->clause);
	if (!expansion.term->paired || pair->confidence > expansion.term->confidence)
		expansion.term->confidence = pair->confidence;
	expansion.term->paired = true;
	clausary_term_add_source(arena, acronym.term, source);
	clausary_term_add_source(arena, expansion.term, source);
	clausary_term_add_variant(arena, acronym.term, pair->written);
	clausary_adding_offer_use(adding, expansion.term, designations[pair->expansion].form);
	clausary_adding_offer_pair(adding, expansion.term, pair->text,
	                           designations[pair->acronym].form, pair->written, pair->clause);
	const clausary_place *place = clausary_adding_place(
	        adding, acronym.concept, pair->clause,
	        least(pair->short_span.start, pair->long_span.start), CLAUSARY_PLACE_INTRODUCTION);
	clausary_adding_event_add(adding, acronym.concept, place, CLAUSARY_NONE);
	clausary_adding_context(adding, expansion.term, pair->long_span, pair->clause);
	clausary_adding_context(adding, acronym.term, pair->short_span, pair->clause);
	adding->pair_senses[index] = acronym;
	if (adding->senses[pair->acronym].concept == NULL)
		adding->senses[pair->acronym] = acronym;
	if (adding->senses[pair->expansion].concept == NULL)
		adding->senses[pair->expansion] = expansion;
}

/* Whether the mention is the term at the head of its own definition: that is no context. */
static bool
is_defined_here(const clausary_adding *adding, const clausary_concept *concept,
                const clausary_mention *mention)
{
	const clausary_language_section *section =
	        clausary_concept_find_section(concept, adding->language);
	return section && section->place->kind == CLAUSARY_PLACE_DEFINITION
	       && section->place->source.document == adding->number
	       && section->place->position == mention->span.start;
}

/* Mentions give counts and contexts. An acronym with two expansions stands for the one that was
 * introduced last before the mention; before the first, for the first. */
static void
add_mentions(clausary_adding *adding)
{
	const clausary_findings *findings = adding->findings;
	clausary_slice text = clausary_document_text(adding->document);
	size_t pair = 0;
	for (size_t i = 0; i < findings->mentions.count; i++) {
		const clausary_mention *mention = &findings->mentions.items[i];
		for (; pair < findings->pairs.count
		       && findings->pairs.items[pair].short_span.start <= mention->span.start;
		     pair++)
			if (adding->pair_senses[pair].concept)
				adding->senses[findings->pairs.items[pair].acronym] =
				        adding->pair_senses[pair];
		clausary_sense *sense = &adding->senses[mention->designation];
		if (sense->concept == NULL)
			continue;
		sense->term->mentions++;
		if (!is_defined_here(adding, sense->concept, mention))
			clausary_adding_context(adding, sense->term, mention->span,
			                        mention->clause);
		clausary_adding_offer_use(adding, sense->term,
		                          clausary_slice_span(text, mention->span));
		clausary_place place = {.row = row_of(adding, mention->clause),
		                        .position = mention->span.start,
		                        .kind = CLAUSARY_PLACE_MENTION};
		clausary_adding_event_add(adding, sense->concept, &place, CLAUSARY_NONE);
	}
}

/* Without language data the plurals of expansions are known only where the text ties them. */
static void
learn_endings(clausary_adding *adding)
{
	clausary_locale *locale;
	clausary_context *context = adding->to->context;
	if (context->data_directory == NULL
	    || clausary_locale_open(&locale, context, adding->document->language) != CLAUSARY_OK)
		return;
	adding->plurals = clausary_locale_entry_of(locale, "Plurals", "acronym");
	adding->cited = clausary_locale_entry_of(locale, "Endings", "citation");
	adding->uncited = clausary_locale_entry_of(locale, "Endings", "uncited");
}

void
clausary_adding_run(clausary_adding *adding)
{
	const clausary_findings *findings = adding->findings;
	adding->senses =
	        clausary_memory_zeros(findings->designations.count, sizeof *adding->senses);
	adding->pair_senses =
	        clausary_memory_zeros(findings->pairs.count, sizeof *adding->pair_senses);
	adding->sentences = clausary_sentences_new(findings->document);
	add_document(adding);
	learn_endings(adding);
	for (size_t i = 0; i < findings->pairs.count; i++)
		add_pair(adding, i);
	adding->language = adding->to->documents.items[adding->number].language;
	clausary_adding_lone_acronyms(adding);
	for (size_t i = 0; i < findings->definitions.count; i++)
		add_definition(adding, (uint32_t)i);
	adding->language = adding->to->documents.items[adding->number].language;
	add_mentions(adding);
	clausary_adding_reference(adding);
}

void
clausary_adding_finish(clausary_adding *adding)
{
	clausary_sentences_free(adding->sentences);
	clausary_buffer_finish(&adding->key);
	clausary_buffer_finish(&adding->second_key);
	clausary_array_finish(&adding->events);
	free(adding->senses);
	free(adding->pair_senses);
}

clausary_status
clausary_termbase_add(clausary_termbase *termbase, const clausary_findings *findings)
{
	return clausary_termbase_add_versions(termbase, &findings, 1, NULL);
}
