/* Filling: the entry that is open, and the place of each datum in it. */
#include "transfer/filling.h"

#include "base/language_tag.h"
#include "base/limits.h"
#include "termbase/category.h"
#include "termbase/key.h"
#include "transfer/identify_entries.h"

#include <stdlib.h>

void
clausary_filling_begin(clausary_filling *filling, clausary_context *context, const char *name)
{
	*filling = (clausary_filling){.to = clausary_memory_zeros(1, sizeof *filling->to),
	                              .name = name};
	filling->to->context = context;
	filling->to->was_read = true;
}

static void
finish(clausary_filling *filling)
{
	clausary_buffer_finish(&filling->text);
	clausary_map_finish(&filling->strings);
	clausary_map_finish(&filling->languages);
	clausary_map_finish(&filling->odd);
	clausary_array_finish(&filling->oddities);
}

void
clausary_filling_drop(clausary_filling *filling)
{
	finish(filling);
	clausary_termbase_free(filling->to);
	filling->to = NULL;
}

clausary_slice
clausary_filling_copy(clausary_filling *filling, clausary_slice text, bool lines)
{
	filling->text.size = 0;
	clausary_key_clean(&filling->text, text, lines);
	if (filling->text.size == 0)
		return CLAUSARY_SLICE("");
	return clausary_arena_copy(&filling->to->arena, clausary_buffer_slice(&filling->text));
}

clausary_slice
clausary_filling_string(clausary_filling *filling, clausary_slice text)
{
	enum { KEPT = 64, MOST = 8192 }; /* bytes, strings: longer ones, or more, are no names */
	filling->text.size = 0;
	clausary_key_clean(&filling->text, text, false);
	clausary_slice clean = clausary_buffer_slice(&filling->text);
	if (clean.size == 0)
		return CLAUSARY_SLICE("");
	uint32_t at = clausary_map_get(&filling->strings, clean);
	if (at != CLAUSARY_NONE)
		return filling->strings.entries[at].key;
	clausary_slice copy = clausary_arena_copy(&filling->to->arena, clean);
	if (copy.size <= KEPT && filling->strings.count < MOST)
		clausary_map_put(&filling->strings, copy, filling->strings.count);
	return copy;
}

void
clausary_filling_odd(clausary_filling *filling, clausary_oddity_kind kind, clausary_slice about)
{
	enum { TOLD = 200 }; /* different ones: more are no help to anybody */
	clausary_buffer key = {0};
	clausary_buffer_add_byte(&key, (char)('a' + kind));
	clausary_key_clean(&key, about, false);
	uint32_t at = clausary_map_get(&filling->odd, clausary_buffer_slice(&key));
	if (at != CLAUSARY_NONE) {
		filling->oddities.items[at].count++;
	} else if (filling->oddities.count < TOLD) {
		clausary_slice copy =
		        clausary_arena_copy(&filling->to->arena, clausary_buffer_slice(&key));
		clausary_map_put(&filling->odd, copy, (uint32_t)filling->oddities.count);
		clausary_array_push(
		        &filling->oddities,
		        ((clausary_oddity){.kind = kind,
			                   .about = clausary_slice_part(copy, 1, copy.size),
			                   .count = 1,
			                   .line = filling->line}));
	}
	clausary_buffer_finish(&key);
}

void
clausary_filling_concept(clausary_filling *filling, clausary_slice id)
{
	clausary_filling_end_concept(filling);
	filling->concept = clausary_termbase_concept(filling->to);
	if (filling->concept == NULL) {
		filling->status = CLAUSARY_ELIMIT;
		return;
	}
	filling->concept->id = clausary_filling_copy(filling, id, false);
}

/* What a section without a term says goes to the entry, with its language. */
static void
keep_data(clausary_filling *filling, clausary_concept *concept,
          const clausary_language_section *section)
{
	clausary_arena *arena = &filling->to->arena;
	for (uint32_t i = 0; i < section->definitions.count; i++) {
		const clausary_concept_definition *definition = &section->definitions.items[i];
		clausary_datum datum = {.element = CLAUSARY_DATUM_DESCRIP,
		                        .category = CLAUSARY_SLICE("definition"),
		                        .text = definition->text,
		                        .language = section->language,
		                        .parts = definition->data};
		for (uint32_t j = 0; j < definition->sources.count; j++)
			clausary_list_push(
			        arena, &datum.parts,
			        ((clausary_datum){.element = CLAUSARY_DATUM_ADMIN,
				                  .category = CLAUSARY_SLICE("source"),
				                  .text = definition->sources.items[j].citation,
				                  .target = definition->sources.items[j].key}));
		clausary_list_push(arena, &concept->data, datum);
	}
	for (uint32_t i = 0; i < section->notes.count; i++)
		clausary_list_push(arena, &concept->data,
		                   ((clausary_datum){.element = CLAUSARY_DATUM_NOTE,
		                                     .text = section->notes.items[i],
		                                     .language = section->language}));
	for (uint32_t i = 0; i < section->data.count; i++) {
		clausary_datum datum = section->data.items[i];
		if (datum.language.size == 0)
			datum.language = section->language;
		clausary_list_push(arena, &concept->data, datum);
	}
}

/* A section keeps its place only with a term in it. */
static void
drop_empty_sections(clausary_filling *filling, clausary_concept *concept)
{
	uint32_t kept = 0;
	for (uint32_t i = 0; i < concept->languages.count; i++) {
		clausary_language_section *section = concept->languages.items[i];
		if (section->terms.count)
			concept->languages.items[kept++] = section;
		else
			keep_data(filling, concept, section);
	}
	concept->languages.count = kept;
}

void
clausary_filling_end_concept(clausary_filling *filling)
{
	clausary_concept *concept = filling->concept;
	clausary_filling_end_term(filling);
	filling->concept = NULL;
	filling->section = NULL;
	if (concept == NULL)
		return;
	drop_empty_sections(filling, concept);
	if (concept->languages.count == 0) {
		filling->to->concepts.count--; /* it is the last one */
		clausary_filling_odd(filling, CLAUSARY_ODD_ENTRY, concept->id);
	}
}

/* A BCP 47 tag for whatever a file calls a language: "fr_FR" is "fr-FR", "French (old)" is
 * "x-french-old". */
static clausary_slice
language_tag(clausary_filling *filling, clausary_slice name)
{
	clausary_buffer tag = {0};
	clausary_slice clean = clausary_slice_trim(name);
	if (clausary_is_language_tag(clean))
		return clausary_filling_string(filling, clean);
	clausary_filling_odd(filling, CLAUSARY_ODD_LANGUAGE, clean);
	for (size_t i = 0; i < clean.size; i++)
		clausary_buffer_add_byte(&tag, clean.data[i] == '_' ? '-' : clean.data[i]);
	if (!clausary_is_language_tag(clausary_buffer_slice(&tag))) {
		enum { LONGEST_PART = 8, LONGEST = 40 };
		size_t part = 0;
		tag.size = 0;
		clausary_buffer_add(&tag, CLAUSARY_SLICE("x-"));
		clausary_key_slug(&tag, clean, LONGEST);
		for (size_t i = 2; i < tag.size; i++) {
			if (tag.data[i] == '.' || tag.data[i] == '-' || part == LONGEST_PART) {
				tag.data[i] = '-';
				part = 0;
			} else {
				part++;
			}
		}
	}
	clausary_slice found = clausary_is_language_tag(clausary_buffer_slice(&tag))
	                               ? clausary_buffer_slice(&tag)
	                               : CLAUSARY_SLICE("und");
	found = clausary_filling_string(filling, found);
	clausary_buffer_finish(&tag);
	return found;
}

void
clausary_filling_section(clausary_filling *filling, clausary_slice language)
{
	clausary_filling_end_term(filling);
	if (filling->concept == NULL)
		return;
	clausary_slice tag = language_tag(filling, language);
	filling->section = clausary_concept_find_section(filling->concept, tag);
	if (filling->section)
		return;
	if (filling->concept->languages.count == CLAUSARY_LIMIT_LANGUAGES) {
		filling->status = CLAUSARY_ELIMIT;
		return;
	}
	clausary_arena *arena = &filling->to->arena;
	filling->section = clausary_arena_allocate(arena, sizeof *filling->section);
	filling->section->language = tag;
	filling->section->place = &CLAUSARY_PLACE_NONE;
	clausary_list_push(arena, &filling->concept->languages, filling->section);
	clausary_termbase_see_language(filling->to, tag);
}

void
clausary_filling_term(clausary_filling *filling, clausary_slice id)
{
	clausary_filling_end_term(filling);
	if (filling->section == NULL)
		return;
	filling->term = clausary_arena_allocate(&filling->to->arena, sizeof *filling->term);
	filling->term->confidence = 1;
	filling->term->id = clausary_filling_copy(filling, id, false);
}

void
clausary_filling_form(clausary_filling *filling, clausary_slice form, clausary_slice id)
{
	/* a second term in one section is a section of its own */
	if (filling->section && (filling->term == NULL || filling->term->form.size))
		clausary_filling_term(filling, CLAUSARY_SLICE(""));
	clausary_term *term = filling->term;
	if (term == NULL)
		return;
	term->form = clausary_filling_copy(filling, form, false);
	if (term->id.size == 0)
		term->id = clausary_filling_copy(filling, id, false);
	if (term->form.size)
		clausary_list_push(&filling->to->arena, &filling->section->terms, term);
}

void
clausary_filling_end_term(clausary_filling *filling)
{
	if (filling->term && filling->term->form.size == 0)
		clausary_filling_odd(filling, CLAUSARY_ODD_TERM, filling->section->language);
	filling->term = NULL;
}

static bool
is_named(const clausary_datum *datum, clausary_datum_element element, clausary_slice category)
{
	return datum->element == element && clausary_slice_equal(datum->category, category);
}

/* Whether it is a text and nothing else. */
static bool
is_bare(const clausary_datum *datum)
{
	return datum->parts.count == 0 && datum->target.size == 0 && datum->language.size == 0
	       && datum->text.size > 0;
}

static bool
is_source(const clausary_datum *datum)
{
	return is_named(datum, CLAUSARY_DATUM_ADMIN, CLAUSARY_SLICE("source"))
	       && datum->parts.count == 0 && datum->language.size == 0 && datum->text.size > 0;
}

static clausary_source
source_of(const clausary_datum *datum)
{
	return (clausary_source){
	        .document = CLAUSARY_NONE, .citation = datum->text, .key = datum->target};
}

/* The parts of a datum are where they belong: what held them may hold others. */
static void
spare_parts(clausary_filling *filling, const clausary_datum *datum)
{
	if (datum->parts.capacity)
		filling->spare = (clausary_data){datum->parts.items, 0, datum->parts.capacity};
}

static void
put_definition(clausary_filling *filling, const clausary_datum *datum)
{
	clausary_arena *arena = &filling->to->arena;
	clausary_concept_definition *definition =
	        filling->section ? clausary_list_add(arena, &filling->section->definitions)
		                 : clausary_list_add(arena, &filling->concept->definitions);
	*definition = (clausary_concept_definition){.text = datum->text};
	for (uint32_t i = 0; i < datum->parts.count; i++) {
		const clausary_datum *part = &datum->parts.items[i];
		if (is_source(part))
			clausary_list_push(arena, &definition->sources, source_of(part));
		else
			clausary_list_push(arena, &definition->data, *part);
	}
	spare_parts(filling, datum);
}

static void
put_context(clausary_filling *filling, const clausary_datum *datum)
{
	clausary_arena *arena = &filling->to->arena;
	clausary_context_sentence *context = clausary_list_add(arena, &filling->term->contexts);
	*context =
	        (clausary_context_sentence){.text = datum->text, .source.document = CLAUSARY_NONE};
	for (uint32_t i = 0; i < datum->parts.count; i++) {
		const clausary_datum *part = &datum->parts.items[i];
		if (is_source(part) && context->source.citation.size == 0)
			context->source = source_of(part);
		else
			clausary_list_push(arena, &context->data, *part);
	}
	spare_parts(filling, datum);
}

/* The place of `value` in `names`, or 0. */
static unsigned
place_in(const char *const *names, size_t count, clausary_slice value)
{
	for (size_t i = 1; i < count; i++)
		if (clausary_slice_equal(clausary_slice_of(names[i]), value))
			return (unsigned)i;
	return 0;
}

/* A term note that the term section has a field for; false where it has none, or a value already.
 */
static bool
put_term_note(clausary_term *term, const clausary_datum *datum)
{
	unsigned place = 0;
	if (clausary_slice_equal(datum->category, CLAUSARY_SLICE("termType"))) {
		place = place_in(clausary_term_type_names, CLAUSARY_TERM_TYPES, datum->text);
		if (place && term->type == CLAUSARY_TERM_PLAIN)
			return term->type = (clausary_term_type)place, true;
	} else if (clausary_slice_equal(datum->category, CLAUSARY_SLICE("administrativeStatus"))) {
		place = place_in(clausary_term_status_names, CLAUSARY_TERM_STATUSES, datum->text);
		if (place && term->status == CLAUSARY_TERM_STATUS_NONE)
			return term->status = (clausary_term_status)place, true;
	} else if (clausary_slice_equal(datum->category, CLAUSARY_SLICE("usageStatus"))) {
		place = place_in(clausary_term_status_words, CLAUSARY_TERM_STATUSES, datum->text);
		if (place && term->status == CLAUSARY_TERM_STATUS_NONE)
			return term->status = (clausary_term_status)place, true;
	} else if (clausary_slice_equal(datum->category, CLAUSARY_SLICE("partOfSpeech"))
	           && term->part_of_speech.size == 0) {
		return term->part_of_speech = datum->text, true;
	}
	return false;
}

static void
put_at_term(clausary_filling *filling, const clausary_datum *datum)
{
	clausary_arena *arena = &filling->to->arena;
	clausary_term *term = filling->term;
	if (datum->element == CLAUSARY_DATUM_NOTE && is_bare(datum))
		clausary_list_push(arena, &term->notes, datum->text);
	else if (is_source(datum))
		clausary_list_push(arena, &term->sources, source_of(datum));
	else if (is_named(datum, CLAUSARY_DATUM_DESCRIP, CLAUSARY_SLICE("context"))
	         && datum->text.size && datum->target.size == 0 && datum->language.size == 0)
		put_context(filling, datum);
	else if (datum->element != CLAUSARY_DATUM_TERM_NOTE || !is_bare(datum)
	         || !put_term_note(term, datum))
		clausary_list_push(arena, &term->data, *datum);
}

static void
put_above_term(clausary_filling *filling, const clausary_datum *datum)
{
	clausary_arena *arena = &filling->to->arena;
	clausary_language_section *section = filling->section;
	clausary_concept *concept = filling->concept;
	if (is_named(datum, CLAUSARY_DATUM_DESCRIP, CLAUSARY_SLICE("definition"))
	    && datum->text.size && datum->target.size == 0 && datum->language.size == 0) {
		put_definition(filling, datum);
	} else if (datum->element == CLAUSARY_DATUM_NOTE && is_bare(datum)) {
		if (section)
			clausary_list_push(arena, &section->notes, datum->text);
		else
			clausary_list_push(arena, &concept->notes, datum->text);
	} else if (section) {
		clausary_list_push(arena, &section->data, *datum);
	} else if (is_named(datum, CLAUSARY_DATUM_DESCRIP, CLAUSARY_SLICE("subjectField"))
	           && is_bare(datum)) {
		clausary_list_push(arena, &concept->subjects, datum->text);
	} else {
		clausary_list_push(arena, &concept->data, *datum);
	}
}

void
clausary_filling_datum(clausary_filling *filling, const clausary_datum *datum)
{
	if (filling->concept == NULL
	    || (datum->text.size == 0 && datum->target.size == 0 && datum->parts.count == 0))
		return;
	if (filling->term)
		put_at_term(filling, datum);
	else
		put_above_term(filling, datum);
}

void
clausary_filling_value(clausary_filling *filling, const char *name, clausary_slice text)
{
	const clausary_category *category = clausary_category_named(clausary_slice_of(name));
	bool picked = category && (category->values || filling->term == NULL);
	clausary_datum datum = {.element = category ? category->element : CLAUSARY_DATUM_NOTE,
	                        .category = category ? clausary_slice_of(category->name)
	                                             : CLAUSARY_SLICE(""),
	                        .text = picked ? clausary_filling_string(filling, text)
	                                       : clausary_filling_copy(filling, text, true)};
	clausary_filling_datum(filling, &datum);
}

static void
tell(const clausary_filling *filling, const clausary_oddity *odd)
{
	clausary_context *context = filling->to->context;
	const char *name = filling->name;
	int size = odd->about.size > 80 ? 80 : (int)odd->about.size;
	const char *about = odd->about.data;
	switch (odd->kind) {
	case CLAUSARY_ODD_LEFT_OUT:
		clausary_diagnose(context, CLAUSARY_DIAGNOSTIC_LEFT_OUT, name, odd->line,
		                  "left out, for a termbase has no place for it: '%.*s' (%u)", size,
		                  about, odd->count);
		break;
	case CLAUSARY_ODD_MARKUP:
		clausary_diagnose(context, CLAUSARY_DIAGNOSTIC_MARKUP_IN_TEXT, name, odd->line,
		                  "markup inside of text is left out, the text is kept: "
		                  "'%.*s' (%u)",
		                  size, about, odd->count);
		break;
	case CLAUSARY_ODD_COMMENT:
		clausary_diagnose(context, CLAUSARY_DIAGNOSTIC_COMMENTS, name, odd->line,
		                  "comments are left out (%u)", odd->count);
		break;
	case CLAUSARY_ODD_ENTRY:
		clausary_diagnose(context, CLAUSARY_DIAGNOSTIC_EMPTY_ENTRY, name, odd->line,
		                  "an entry without a term is left out: '%.*s' (%u)", size, about,
		                  odd->count);
		break;
	case CLAUSARY_ODD_TERM:
		clausary_diagnose(context, CLAUSARY_DIAGNOSTIC_EMPTY_TERM, name, odd->line,
		                  "a section without a term is left out, in language '%.*s' (%u)",
		                  size, about, odd->count);
		break;
	case CLAUSARY_ODD_ID:
		clausary_diagnose(context, CLAUSARY_DIAGNOSTIC_NEW_ID, name, odd->line,
		                  "an id that is missing, given twice or no XML name becomes "
		                  "another one: '%.*s' (%u)",
		                  size, about, odd->count);
		break;
	case CLAUSARY_ODD_LANGUAGE:
		clausary_diagnose(context, CLAUSARY_DIAGNOSTIC_LANGUAGE_CODE, name, odd->line,
		                  "this is no language tag (BCP 47) and becomes one: '%.*s' (%u)",
		                  size, about, odd->count);
		break;
	}
}

void
clausary_filling_end(clausary_filling *filling)
{
	clausary_termbase *termbase = filling->to;
	clausary_filling_end_concept(filling);
	filling->line = 0;
	clausary_identify_entries(filling);
	for (size_t i = 0; i < termbase->concepts.count; i++)
		clausary_array_push(&termbase->ordered, termbase->concepts.items[i]);
	termbase->finished = true;
	for (size_t i = 0; i < filling->oddities.count; i++)
		tell(filling, &filling->oddities.items[i]);
	finish(filling);
}
