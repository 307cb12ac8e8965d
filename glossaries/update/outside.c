/* From documents to citations. */
#include "update/outside.h"

#include "termbase/work.h"
#include "update/order.h"

#include <stdio.h>

clausary_slice
clausary_object_item(const clausary_datum *object, const char *category)
{
	for (uint32_t i = 0; i < object->parts.count; i++)
		if (clausary_slice_equal(object->parts.items[i].category,
		                         clausary_slice_of(category)))
			return object->parts.items[i].text;
	return CLAUSARY_SLICE("");
}

void
clausary_termbase_list_works(clausary_map *works, const clausary_termbase *termbase)
{
	clausary_buffer folded = {0};
	for (uint32_t i = 0; i < termbase->objects.count; i++) {
		const clausary_datum *object = &termbase->objects.items[i];
		clausary_slice name = clausary_work_name(clausary_object_item(object, "file"),
		                                         clausary_object_item(object, "language"));
		folded.size = 0;
		clausary_termbase_fold(&folded, name);
		if (name.size)
			clausary_map_put(
			        works, object->target,
			        (uint32_t)clausary_slice_hash(clausary_buffer_slice(&folded)) >> 1);
	}
	clausary_buffer_finish(&folded);
}

/* Ids of the bibliography by content: the same object has the same id in every termbase. */
static clausary_slice
object_id(clausary_termbase *termbase, const clausary_datum *object)
{
	char id[32];
	uint64_t hash = clausary_slice_hash(object->category);
	for (uint32_t i = 0; i < object->parts.count; i++) {
		hash = hash * 0x100000001b3u ^ clausary_slice_hash(object->parts.items[i].category);
		hash = hash * 0x100000001b3u ^ clausary_slice_hash(object->parts.items[i].text);
	}
	snprintf(id, sizeof id, "ref-%08x", (unsigned)(hash ^ hash >> 32));
	return clausary_arena_copy(&termbase->arena, clausary_slice_of(id));
}

static void
add_item(clausary_termbase *termbase, clausary_datum *object, const char *category,
         clausary_slice text)
{
	if (text.size)
		clausary_list_push(&termbase->arena, &object->parts,
		                   ((clausary_datum){.element = CLAUSARY_DATUM_ITEM,
		                                     .category = clausary_slice_of(category),
		                                     .text = text}));
}

static void
make_objects(clausary_termbase *termbase)
{
	for (size_t i = 0; i < termbase->documents.count; i++) {
		const clausary_termbase_document *document = &termbase->documents.items[i];
		clausary_datum object = {.element = CLAUSARY_DATUM_OBJECT,
		                         .category = CLAUSARY_SLICE("bibl")};
		add_item(termbase, &object, "title", document->title);
		add_item(termbase, &object, "identifier", document->identifier);
		add_item(termbase, &object, "language",
		         clausary_termbase_tag(termbase, document->language));
		add_item(termbase, &object, "file", document->name);
		object.target = object_id(termbase, &object);
		clausary_list_push(&termbase->arena, &termbase->objects, object);
	}
}

static void
cite(clausary_termbase *termbase, clausary_buffer *text, clausary_source *source)
{
	if (source->document == CLAUSARY_NONE)
		return;
	text->size = 0;
	clausary_source_print(text, termbase, source);
	*source = (clausary_source){
	        .document = CLAUSARY_NONE,
	        .citation = clausary_arena_copy(&termbase->arena, clausary_buffer_slice(text)),
	        .key = termbase->objects.items[source->document].target};
}

static void
cite_definitions(clausary_termbase *termbase, clausary_buffer *text,
                 clausary_concept_definition *items, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		for (uint32_t j = 0; j < items[i].sources.count; j++)
			cite(termbase, text, &items[i].sources.items[j]);
		for (uint32_t j = 0; j < items[i].cited.count; j++)
			clausary_list_push(
			        &termbase->arena, &items[i].sources,
			        ((clausary_source){.document = CLAUSARY_NONE,
				                   .citation = items[i].cited.items[j]}));
		items[i].cited.count = 0;
	}
}

/* Our remarks are in English. */
static void
add_remark(clausary_arena *arena, clausary_data *data, clausary_slice remark)
{
	clausary_list_push(arena, data,
	                   ((clausary_datum){.element = CLAUSARY_DATUM_NOTE,
	                                     .text = remark,
	                                     .language = CLAUSARY_SLICE("en")}));
}

/* A short form points at the full form beside it, as in a file of TBX. */
static void
refer_to_full_form(clausary_arena *arena, const clausary_language_section *section,
                   clausary_term *term)
{
	const clausary_term *full = clausary_section_first(section, false);
	if (full && full->id.size && clausary_term_is_short(term))
		clausary_list_push(arena, &term->data,
		                   ((clausary_datum){.element = CLAUSARY_DATUM_REF,
		                                     .category = CLAUSARY_SLICE("crossReference"),
		                                     .text = full->form,
		                                     .target = full->id}));
}

static void
convert_term(clausary_termbase *termbase, clausary_buffer *text,
             const clausary_language_section *section, clausary_term *term)
{
	refer_to_full_form(&termbase->arena, section, term);
	for (uint32_t i = 0; i < term->sources.count; i++)
		cite(termbase, text, &term->sources.items[i]);
	for (uint32_t i = 0; i < term->contexts.count; i++)
		cite(termbase, text, &term->contexts.items[i].source);
	for (uint32_t i = 0; i < term->remarks.count; i++)
		add_remark(&termbase->arena, &term->data, term->remarks.items[i]);
	term->remarks.count = 0;
	if (term->part_of_speech.size == 0
	    && (clausary_term_is_short(term) || term->type == CLAUSARY_TERM_FULL_FORM))
		term->part_of_speech = CLAUSARY_SLICE("noun");
}

static void
convert_concept(clausary_termbase *termbase, clausary_buffer *text, clausary_concept *concept)
{
	clausary_arena *arena = &termbase->arena;
	uint32_t document = concept->source->document;
	if (termbase->subject.size)
		clausary_list_push(arena, &concept->subjects, termbase->subject);
	if (document != CLAUSARY_NONE)
		clausary_list_push(
		        arena, &concept->data,
		        ((clausary_datum){.element = CLAUSARY_DATUM_ADMIN,
			                  .category = CLAUSARY_SLICE("projectSubset"),
			                  .text = termbase->documents.items[document].identifier}));
	for (uint32_t i = 0; i < concept->remarks.count; i++)
		add_remark(arena, &concept->data, concept->remarks.items[i]);
	concept->remarks.count = 0;
	cite_definitions(termbase, text, concept->definitions.items, concept->definitions.count);
	for (uint32_t i = 0; i < concept->languages.count; i++) {
		clausary_language_section *section = concept->languages.items[i];
		section->language = clausary_termbase_tag(termbase, section->language);
		section->place = &CLAUSARY_PLACE_NONE;
		cite_definitions(termbase, text, section->definitions.items,
		                 section->definitions.count);
		for (uint32_t j = 0; j < section->terms.count; j++)
			convert_term(termbase, text, section, section->terms.items[j]);
	}
	concept->place = &CLAUSARY_PLACE_NONE;
	concept->source = &CLAUSARY_PLACE_NONE.source;
}

/* Objects that were read get ids by content too; `ids` takes the old id to the new one. */
static void
rename_target(const clausary_map *ids, const clausary_termbase *termbase, clausary_slice *target)
{
	uint32_t at = target->size ? clausary_map_get(ids, *target) : CLAUSARY_NONE;
	if (at != CLAUSARY_NONE)
		*target = termbase->objects.items[at].target;
}

static void
rename_in_data(const clausary_map *ids, const clausary_termbase *termbase, clausary_data *data)
{
	for (uint32_t i = 0; i < data->count; i++) {
		rename_target(ids, termbase, &data->items[i].target);
		rename_in_data(ids, termbase, &data->items[i].parts);
	}
}

static void
rename_in_definitions(const clausary_map *ids, const clausary_termbase *termbase,
                      clausary_concept_definition *items, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		for (uint32_t j = 0; j < items[i].sources.count; j++)
			rename_target(ids, termbase, &items[i].sources.items[j].key);
		rename_in_data(ids, termbase, &items[i].data);
	}
}

static void
rename_in_term(const clausary_map *ids, const clausary_termbase *termbase, clausary_term *term)
{
	for (uint32_t i = 0; i < term->sources.count; i++)
		rename_target(ids, termbase, &term->sources.items[i].key);
	for (uint32_t i = 0; i < term->contexts.count; i++) {
		rename_target(ids, termbase, &term->contexts.items[i].source.key);
		rename_in_data(ids, termbase, &term->contexts.items[i].data);
	}
	rename_in_data(ids, termbase, &term->data);
}

static void
rename_objects(clausary_termbase *termbase)
{
	clausary_map ids = {0};
	for (uint32_t i = 0; i < termbase->objects.count; i++) {
		clausary_datum *object = &termbase->objects.items[i];
		clausary_map_put(&ids, object->target, i);
		clausary_order_data(&object->parts);
		object->target = object_id(termbase, object);
	}
	for (size_t i = 0; ids.count && i < termbase->ordered.count; i++) {
		clausary_concept *concept = termbase->ordered.items[i];
		rename_in_definitions(&ids, termbase, concept->definitions.items,
		                      concept->definitions.count);
		rename_in_data(&ids, termbase, &concept->data);
		for (uint32_t j = 0; j < concept->languages.count; j++) {
			clausary_language_section *section = concept->languages.items[j];
			rename_in_definitions(&ids, termbase, section->definitions.items,
			                      section->definitions.count);
			rename_in_data(&ids, termbase, &section->data);
			for (uint32_t k = 0; k < section->terms.count; k++)
				rename_in_term(&ids, termbase, section->terms.items[k]);
		}
	}
	clausary_map_finish(&ids);
}

void
clausary_termbase_go_outside(clausary_termbase *termbase)
{
	clausary_buffer text = {0};
	if (termbase->documents.count) {
		make_objects(termbase);
		for (size_t i = 0; i < termbase->ordered.count; i++)
			convert_concept(termbase, &text, termbase->ordered.items[i]);
		clausary_termbase_print_title(&text, termbase);
		termbase->documents.count = 0;
		termbase->subject = CLAUSARY_SLICE("");
	}
	rename_objects(termbase);
	termbase->was_read = true;
	clausary_buffer_finish(&text);
}
