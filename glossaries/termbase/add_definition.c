/* Adding definitions. A definition belongs to the concept that has its term, or the acronym in
 * brackets behind the term; a second one with the same text adds its source only (ISO 30042: one
 * concept, all its evidence). */
#include "termbase/add.h"

#include "base/fold.h"
#include "base/limits.h"
#include "termbase/key.h"

enum { DEFINITIONS_COMPARED = 16, NOTES_COMPARED = 32, SENSES_COMPARED = 16 };

/* Split "artificial intelligence (AI)": the bracket at the end holds an acronym that the text
 * knows. */
static bool
split_bracket(clausary_adding *adding, clausary_slice term, clausary_slice *name,
              clausary_slice *acronym)
{
	static const struct {
		clausary_slice open, close;
	} brackets[] = {{CLAUSARY_SLICE("("), CLAUSARY_SLICE(")")},
	                {CLAUSARY_SLICE("["), CLAUSARY_SLICE("]")},
	                {CLAUSARY_SLICE("\xef\xbc\x88"), CLAUSARY_SLICE("\xef\xbc\x89")}};
	for (size_t i = 0; i < sizeof brackets / sizeof brackets[0]; i++) {
		clausary_slice open = brackets[i].open, close = brackets[i].close;
		if (!clausary_slice_ends(term, close))
			continue;
		size_t at = clausary_slice_find(term, open);
		if (at == SIZE_MAX || at == 0 || term.size - at > CLAUSARY_LIMIT_SHORT_FORM_BYTES)
			return false;
		*name = clausary_slice_trim(clausary_slice_part(term, 0, at));
		*acronym = clausary_slice_trim(
		        clausary_slice_part(term, at + open.size, term.size - close.size));
		clausary_slice key =
		        clausary_termbase_key(&adding->key, adding->language, *acronym);
		return name->size
		       && clausary_map_get(&adding->to->acronyms_by_key, key) != CLAUSARY_NONE;
	}
	return false;
}

/* The concept that a defined acronym stands for: the one the document or all of the termbase gives
 * it. */
static clausary_sense
sense_of_acronym(clausary_adding *adding, clausary_slice form)
{
	clausary_slice key = clausary_termbase_key(&adding->key, adding->language, form);
	clausary_sense sense = {NULL, NULL};
	if (clausary_map_get(&adding->to->acronyms_by_key, key) == CLAUSARY_NONE)
		return sense;
	const clausary_acronym *known = clausary_termbase_acronym(adding->to, key);
	sense.concept = known->senses.count ? known->senses.items[0] : known->lone;
	uint32_t count =
	        known->senses.count < SENSES_COMPARED ? known->senses.count : SENSES_COMPARED;
	for (uint32_t i = count; i > 0; i--) /* this document's own before another's */
		if (known->senses.items[i - 1]->place->source.document == adding->number)
			sense.concept = known->senses.items[i - 1];
	clausary_language_section *section =
	        sense.concept ? clausary_concept_find_section(sense.concept, adding->language)
		              : NULL;
	if (section)
		sense.term = clausary_section_find_term(section, clausary_termbase_key_form(key));
	return sense;
}

/* The full form that the text has beside an acronym in the plural, "buoys (BYs)", when its singular
 * is defined. */
static clausary_sense
sense_of_plural(clausary_adding *adding, clausary_slice form)
{
	clausary_sense sense = {NULL, NULL};
	clausary_slice key = clausary_termbase_key(&adding->key, adding->language, form);
	size_t size = key.size;
	for (size_t i = 0; i < adding->plurals.count && sense.term == NULL; i++) {
		adding->key.size = size;
		clausary_buffer_add(&adding->key, adding->plurals.words[i]);
		sense.concept =
		        clausary_termbase_named(adding->to, clausary_buffer_slice(&adding->key));
		clausary_language_section *section =
		        sense.concept
		                ? clausary_concept_find_section(sense.concept, adding->language)
		                : NULL;
		clausary_term *full = section ? clausary_section_first(section, false) : NULL;
		if (full && full->standing == CLAUSARY_FORM_INFLECTED)
			sense.term = full;
	}
	adding->key.size = size;
	if (sense.term)
		clausary_termbase_name(adding->to, clausary_buffer_slice(&adding->key),
		                       sense.concept);
	return sense;
}

static clausary_sense
sense_of(clausary_adding *adding, const clausary_definition *definition)
{
	clausary_slice name, acronym_form;
	clausary_sense acronym = {NULL, NULL}, sense = {NULL, NULL};
	if (split_bracket(adding, definition->term, &name, &acronym_form)) {
		if (!clausary_adding_join(adding, acronym_form, acronym_form, name, &acronym,
		                          &sense))
			return sense;
		clausary_term_add_source(&adding->to->arena, acronym.term,
		                         clausary_adding_source(adding, definition->clause));
		clausary_adding_offer_definition(adding, sense.term, name);
		return sense;
	}
	clausary_slice key =
	        clausary_termbase_key(&adding->key, adding->language, definition->term);
	bool named = clausary_termbase_named(adding->to, key) != NULL;
	if (!named)
		sense = sense_of_acronym(adding, definition->term);
	if (sense.term)
		return sense;
	if (!named)
		sense = sense_of_plural(adding, definition->term);
	if (sense.term == NULL)
		sense = clausary_adding_name(adding, definition->term, CLAUSARY_TERM_PLAIN);
	if (sense.term)
		clausary_adding_offer_definition(adding, sense.term, definition->term);
	return sense;
}

static clausary_concept_definition *
same_definition(clausary_language_section *section, clausary_slice key)
{
	uint32_t count = section->definitions.count;
	for (uint32_t i = 0; i < count && i < DEFINITIONS_COMPARED; i++)
		if (clausary_slice_equal(section->definitions.items[i].key, key))
			return &section->definitions.items[i];
	return NULL;
}

static void
add_text(clausary_adding *adding, clausary_language_section *section,
         const clausary_definition *definition)
{
	clausary_arena *arena = &adding->to->arena;
	clausary_slice text = clausary_termbase_copy(adding->to, definition->definition, true);
	if (text.size == 0)
		return;
	adding->key.size = 0;
	clausary_fold(&adding->key, text, CLAUSARY_FOLD_CASE);
	clausary_concept_definition *to =
	        same_definition(section, clausary_buffer_slice(&adding->key));
	if (to == NULL) {
		to = clausary_list_add(arena, &section->definitions);
		*to = (clausary_concept_definition){
		        .text = text,
		        .key = clausary_arena_copy(arena, clausary_buffer_slice(&adding->key)),
		        .elsewhere = definition->elsewhere != 0};
	}
	to->elsewhere &= definition->elsewhere != 0;
	if (to->sources.count < CLAUSARY_TERM_SOURCES)
		clausary_list_push(arena, &to->sources,
		                   clausary_adding_source(adding, definition->clause));
	clausary_slice cited = clausary_termbase_copy(adding->to, definition->source, false);
	for (uint32_t i = 0; i < to->cited.count; i++)
		if (clausary_slice_equal(to->cited.items[i], cited))
			cited.size = 0;
	if (cited.size && to->cited.count < CLAUSARY_TERM_SOURCES)
		clausary_list_push(arena, &to->cited, cited);
}

static void
add_note(clausary_adding *adding, clausary_language_section *section, clausary_slice note)
{
	clausary_slice text = clausary_termbase_copy(adding->to, note, true);
	for (uint32_t i = 0; i < section->notes.count && i < NOTES_COMPARED; i++)
		if (clausary_slice_equal(section->notes.items[i], text))
			return;
	if (text.size)
		clausary_list_push(&adding->to->arena, &section->notes, text);
}

/* A synonym is a term of the same concept that the document admits, or tells not to use. */
static void
add_synonym(clausary_adding *adding, clausary_sense sense, clausary_language_section *section,
            const clausary_definition *definition, size_t number)
{
	clausary_slice synonym = definition->synonyms[number];
	clausary_termbase *to = adding->to;
	clausary_slice key = clausary_termbase_key(&adding->key, adding->language, synonym);
	clausary_slice form = clausary_termbase_key_form(key);
	bool is_acronym = clausary_map_get(&to->acronyms_by_key, key) != CLAUSARY_NONE;
	if (form.size == 0 || section->terms.count >= CLAUSARY_SECTION_TERMS)
		return;
	clausary_term *term = clausary_section_find_term(section, form);
	if (term == NULL) {
		term = clausary_section_add_term(
		        &to->arena, section, clausary_termbase_copy(to, synonym, false),
		        clausary_arena_copy(&to->arena, form),
		        is_acronym ? CLAUSARY_TERM_ACRONYM : CLAUSARY_TERM_PLAIN);
		if (is_acronym)
			clausary_list_push(&to->arena, &clausary_termbase_acronym(to, key)->senses,
			                   sense.concept);
		else
			clausary_termbase_name(to, key, sense.concept);
	}
	if (term != sense.term && term->status == CLAUSARY_TERM_STATUS_NONE)
		term->status = definition->deprecated >> number & 1
		                       ? CLAUSARY_TERM_STATUS_DEPRECATED
		                       : CLAUSARY_TERM_STATUS_ADMITTED;
	clausary_term_add_source(&to->arena, term,
	                         clausary_adding_source(adding, definition->clause));
}

/* A definition found by an uncertain rule says so; one certain definition is enough to be
 * certain. */
static void
set_confidence(clausary_term *term, float confidence)
{
	if (confidence <= 0 || term->paired)
		return;
	if (term->introductions == 0 || confidence > term->confidence)
		term->confidence = confidence;
}

void
clausary_adding_definition(clausary_adding *adding, uint32_t index)
{
	const clausary_definition *definition = &adding->findings->definitions.items[index];
	clausary_sense sense = sense_of(adding, definition);
	if (sense.term == NULL)
		return;
	clausary_language_section *section =
	        clausary_concept_section(&adding->to->arena, sense.concept, adding->language);
	set_confidence(sense.term, definition->confidence);
	add_text(adding, section, definition);
	clausary_term_add_source(&adding->to->arena, sense.term,
	                         clausary_adding_source(adding, definition->clause));
	const clausary_place *place =
	        clausary_adding_place(adding, sense.concept, definition->clause,
		                      definition->term_span.start, CLAUSARY_PLACE_DEFINITION);
	clausary_adding_event_add(adding, sense.concept, place, index);
	for (size_t i = 0; i < definition->note_count; i++)
		add_note(adding, section, definition->notes[i]);
	for (size_t i = 0; i < definition->synonym_count; i++)
		add_synonym(adding, sense, section, definition, i);
}
