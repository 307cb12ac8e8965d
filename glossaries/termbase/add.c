/* Adding the findings of one document: pairs, acronyms without one, definitions, then the mentions,
 * which give counts and contexts. Everything is looked up in maps: the work is linear in the
 * findings. */
#include "termbase/add.h"

#include "base/limits.h"
#include "termbase/key.h"

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

void
clausary_adding_place(clausary_adding *adding, clausary_concept *concept, uint32_t clause,
                      uint32_t position, clausary_place_kind kind)
{
	clausary_place place = {.source = clausary_adding_source(adding, clause),
	                        .position = position,
	                        .kind = kind};
	clausary_concept_place(concept, &place);
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

/* The base name of a file without its suffix. */
static clausary_slice
stem_of(clausary_slice name)
{
	size_t start = 0, end = name.size;
	for (size_t i = 0; i + 1 < name.size; i++)
		if (name.data[i] == '/' || name.data[i] == '\\')
			start = i + 1;
	for (size_t i = end; i > start + 1; i--)
		if (name.data[i - 1] == '.') {
			end = i - 1;
			break;
		}
	return clausary_slice_part(name, start, end);
}

static clausary_slice
unique_slug(clausary_termbase *termbase, clausary_slice stem)
{
	clausary_buffer slug = {0};
	enum { SLUG_BYTES = 60 };
	clausary_key_slug(&slug, stem, SLUG_BYTES);
	if (slug.size == 0)
		clausary_buffer_add(&slug, CLAUSARY_SLICE("document"));
	size_t size = slug.size;
	uint32_t count = clausary_map_get(&termbase->slugs, clausary_buffer_slice(&slug));
	for (uint32_t n = count == CLAUSARY_NONE ? 1 : count; count != CLAUSARY_NONE;) {
		clausary_slice base = clausary_slice_part(clausary_buffer_slice(&slug), 0, size);
		clausary_map_put(&termbase->slugs, base, ++n);
		slug.size = size;
		clausary_buffer_print(&slug, "-%u", n);
		count = clausary_map_get(&termbase->slugs, clausary_buffer_slice(&slug));
	}
	clausary_slice copy = clausary_arena_copy(&termbase->arena, clausary_buffer_slice(&slug));
	clausary_map_put(&termbase->slugs, copy, 1);
	clausary_buffer_finish(&slug);
	return copy;
}

static void
add_document(clausary_adding *adding)
{
	clausary_termbase *to = adding->to;
	const clausary_document *document = adding->document;
	clausary_slice name = clausary_slice_of(document->name);
	clausary_termbase_document added = {
	        .name = clausary_termbase_copy(to, name, false),
	        .identifier =
	                clausary_termbase_copy(to, clausary_document_identifier(document), false),
	        .title = clausary_termbase_copy(to, clausary_document_title(document), false),
	        .language =
	                clausary_termbase_copy(to, clausary_slice_of(document->language), false)};
	clausary_slice stem = stem_of(added.name);
	if (added.language.size == 0)
		added.language = CLAUSARY_SLICE("und");
	if (added.identifier.size == 0)
		added.identifier = stem.size ? stem : CLAUSARY_SLICE("document");
	added.slug = unique_slug(to, stem);
	adding->number = (uint32_t)to->documents.count;
	adding->language = added.language;
	clausary_array_push(&to->documents, added);
}

static uint32_t
least(uint32_t a, uint32_t b)
{
	return a < b ? a : b;
}

static void
add_pair(clausary_adding *adding, size_t index)
{
	const clausary_pair *pair = &adding->findings->pairs.items[index];
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
	clausary_term_add_variant(arena, expansion.term, pair->text);
	clausary_adding_place(adding, acronym.concept, pair->clause,
	                      least(pair->short_span.start, pair->long_span.start),
	                      CLAUSARY_PLACE_INTRODUCTION);
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
	return concept->place.kind == CLAUSARY_PLACE_DEFINITION
	       && concept->place.source.document == adding->number
	       && concept->place.position == mention->span.start;
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
		clausary_slice form = clausary_slice_span(text, mention->span);
		if (sense->term->variants.count < CLAUSARY_TERM_VARIANTS
		    && !clausary_slice_equal(form, sense->term->form)) {
			adding->key.size = 0;
			clausary_key_clean(&adding->key, form, false);
			clausary_term_add_variant(&adding->to->arena, sense->term,
			                          clausary_buffer_slice(&adding->key));
		}
	}
}

/* Without language data the plurals of expansions are known only where the text ties them. */
static void
learn_plurals(clausary_adding *adding)
{
	clausary_locale *locale;
	clausary_context *context = adding->to->context;
	if (context->data_directory
	    && clausary_locale_open(&locale, context, adding->document->language) == CLAUSARY_OK)
		adding->plurals = clausary_locale_entry_of(locale, "Plurals", "acronym");
}

static void
add_all(clausary_adding *adding)
{
	const clausary_findings *findings = adding->findings;
	add_document(adding);
	learn_plurals(adding);
	for (size_t i = 0; i < findings->pairs.count; i++)
		add_pair(adding, i);
	clausary_adding_lone_acronyms(adding);
	for (size_t i = 0; i < findings->definitions.count; i++)
		clausary_adding_definition(adding, &findings->definitions.items[i]);
	add_mentions(adding);
	clausary_adding_reference(adding);
}

clausary_status
clausary_termbase_add(clausary_termbase *termbase, const clausary_findings *findings)
{
	clausary_adding adding = {
	        .to = termbase, .findings = findings, .document = findings->document};
	termbase->finished = false;
	adding.senses = clausary_memory_zeros(findings->designations.count, sizeof *adding.senses);
	adding.pair_senses =
	        clausary_memory_zeros(findings->pairs.count, sizeof *adding.pair_senses);
	adding.sentences = clausary_sentences_new(findings->document);
	add_all(&adding);
	clausary_sentences_free(adding.sentences);
	clausary_buffer_finish(&adding.key);
	clausary_buffer_finish(&adding.second_key);
	free(adding.senses);
	free(adding.pair_senses);
	if (adding.full)
		return clausary_context_fail(
		        termbase->context, CLAUSARY_ELIMIT,
		        "the termbase is full: it holds %d concepts; write it and "
		        "start another",
		        CLAUSARY_LIMIT_CONCEPTS);
	return CLAUSARY_OK;
}

clausary_status
clausary_termbase_add_versions(clausary_termbase *termbase,
                               const clausary_findings *const *findings, size_t count,
                               const clausary_alignment *alignment)
{
	clausary_status status = CLAUSARY_OK;
	(void)alignment;
	for (size_t i = 0; i < count && status == CLAUSARY_OK; i++)
		status = clausary_termbase_add(termbase, findings[i]);
	return status;
}
