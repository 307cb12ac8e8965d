/* Losses: each kind of each field once, with how often. */
#include "write/losses.h"

#include "write/writer.h"

#include <stdlib.h>

void
clausary_losses_add(clausary_sink *sink, clausary_loss_kind kind, clausary_slice field)
{
	enum { LONGEST = 64, DIFFERENT = 1000 };
	clausary_losses *losses = sink->losses;
	char name[LONGEST + 1];
	if (losses == NULL)
		return;
	size_t size = field.size < LONGEST ? field.size : LONGEST;
	name[0] = (char)('a' + kind);
	memcpy(name + 1, field.data, size);
	clausary_slice key = {name, size + 1};
	uint32_t at = clausary_map_get(&losses->places, key);
	if (at != CLAUSARY_NONE) {
		losses->items.items[at].count++;
		return;
	}
	if (losses->items.count == DIFFERENT)
		return;
	key = clausary_arena_copy(&losses->arena, key);
	clausary_map_put(&losses->places, key, (uint32_t)losses->items.count);
	clausary_array_push(&losses->items,
	                    ((clausary_loss){.field = clausary_slice_part(key, 1, key.size),
	                                     .kind = kind,
	                                     .count = 1}));
}

static void
drop(clausary_sink *sink, const char *field, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		clausary_losses_add(sink, CLAUSARY_LOSS_DROPPED, clausary_slice_of(field));
}

static void
count_data(clausary_sink *sink, const clausary_data *data)
{
	for (uint32_t i = 0; i < data->count; i++) {
		const clausary_datum *datum = &data->items[i];
		clausary_losses_add(sink, CLAUSARY_LOSS_DROPPED,
		                    datum->category.size ? datum->category
		                                         : CLAUSARY_SLICE("note"));
	}
}

static bool
has_text(const clausary_source *source)
{
	return source->document != CLAUSARY_NONE || source->citation.size;
}

/* `first` and `all`: whether the first definition is kept, or all of them. */
static void
count_definitions(clausary_sink *sink, const clausary_concept_definition *items, uint32_t count,
                  unsigned kept, bool first, bool all)
{
	uint32_t whole = all ? count : first && count ? 1 : 0;
	drop(sink, "definition", count - whole);
	for (uint32_t i = 0; i < count; i++) {
		bool one = i < whole && kept & CLAUSARY_KEEPS_DEFINITION_SOURCE;
		uint32_t sources = items[i].sources.count;
		if (i >= whole || !(kept & CLAUSARY_KEEPS_DEFINITION_SOURCES))
			drop(sink, "source", sources - (one && sources ? 1 : 0));
		drop(sink, "source", items[i].cited.count);
		count_data(sink, &items[i].data);
	}
}

static void
count_contexts(clausary_sink *sink, const clausary_term *term, unsigned kept, bool is_shown)
{
	uint32_t whole = kept & CLAUSARY_KEEPS_CONTEXTS ? term->contexts.count
	                 : (kept & CLAUSARY_KEEPS_CONTEXT) && term->contexts.count ? 1
	                                                                           : 0;
	for (uint32_t i = 0; i < term->contexts.count; i++) {
		const clausary_context_sentence *context = &term->contexts.items[i];
		if (i >= whole) {
			drop(sink, "context", i == 0 && is_shown ? 0 : 1);
			drop(sink, "source", has_text(&context->source));
		}
		count_data(sink, &context->data);
	}
}

static void
count_term(clausary_sink *sink, const clausary_term *term, unsigned kept)
{
	if (term->type != CLAUSARY_TERM_PLAIN && !(kept & CLAUSARY_KEEPS_TYPE))
		drop(sink, "termType", 1);
	bool pairs = kept & CLAUSARY_KEEPS_PAIRS;
	if (term->status != CLAUSARY_TERM_STATUS_NONE && !pairs && !(kept & CLAUSARY_KEEPS_STATUS))
		drop(sink, "administrativeStatus", 1);
	if (term->part_of_speech.size && !pairs && !(kept & CLAUSARY_KEEPS_PART_OF_SPEECH))
		drop(sink, "partOfSpeech", 1);
	if (!(kept & CLAUSARY_KEEPS_TERM_NOTES))
		drop(sink, "note", term->notes.count);
	count_data(sink, &term->data);
}

static void
count_section(clausary_sink *sink, const clausary_language_section *section, unsigned kept)
{
	bool source = !(kept & CLAUSARY_KEEPS_SECTION_SOURCE);
	bool context = !(kept & CLAUSARY_KEEPS_SECTION_CONTEXT);
	if (!(kept & CLAUSARY_KEEPS_SECTION_NOTES))
		drop(sink, "note", section->notes.count);
	count_definitions(sink, section->definitions.items, section->definitions.count, kept,
	                  kept & CLAUSARY_KEEPS_DEFINITION, kept & CLAUSARY_KEEPS_DEFINITIONS);
	count_data(sink, &section->data);
	for (uint32_t i = 0; i < section->terms.count; i++) {
		const clausary_term *term = section->terms.items[i];
		count_term(sink, term, kept);
		count_contexts(sink, term, kept, !context && term->contexts.count);
		context |= term->contexts.count > 0;
		if (!(kept & (CLAUSARY_KEEPS_SOURCES | CLAUSARY_KEEPS_PAIRS)))
			drop(sink, "source",
			     term->sources.count - (!source && term->sources.count ? 1 : 0));
		source |= term->sources.count > 0;
	}
}

static void
count_concept(clausary_sink *sink, const clausary_concept *concept, unsigned kept)
{
	bool all = kept & CLAUSARY_KEEPS_CONCEPT_DEFINITIONS;
	if (!(kept & CLAUSARY_KEEPS_SUBJECTS))
		drop(sink, "subjectField", concept->subjects.count);
	if (!(kept & CLAUSARY_KEEPS_CONCEPT_NOTES))
		drop(sink, "note", concept->notes.count);
	count_definitions(sink, concept->definitions.items, concept->definitions.count, kept, all,
	                  all);
	count_data(sink, &concept->data);
	for (uint32_t i = 0; i < concept->languages.count; i++)
		count_section(sink, concept->languages.items[i], kept);
}

void
clausary_losses_count(clausary_sink *sink, const clausary_termbase *termbase, unsigned kept)
{
	if (sink->losses == NULL)
		return;
	for (size_t i = 0; i < termbase->ordered.count; i++)
		count_concept(sink, termbase->ordered.items[i], kept);
	drop(sink, "bibliography", termbase->objects.count);
	if (!(kept & CLAUSARY_KEEPS_ORIGINS))
		drop(sink, "sourceDesc", termbase->origins.count);
	if (!(kept & CLAUSARY_KEEPS_TITLE))
		drop(sink, "title", termbase->title.size > 0);
}

static int
by_field(const void *a, const void *b)
{
	const clausary_loss *left = a, *right = b;
	int order = clausary_slice_compare(left->field, right->field);
	return order ? order : (int)left->kind - (int)right->kind;
}

static clausary_status
discard(void *payload, const char *data, size_t size)
{
	(void)payload, (void)data, (void)size;
	return CLAUSARY_OK;
}

clausary_status
clausary_write_losses(clausary_context *context, const char *name, const clausary_results *results,
                      clausary_loss_sink tell, void *payload)
{
	clausary_losses losses = {0};
	clausary_output nowhere = {discard, NULL};
	clausary_status status = clausary_write_counted(context, &nowhere, name, results, &losses);
	if (losses.items.count)
		qsort(losses.items.items, losses.items.count, sizeof *losses.items.items, by_field);
	for (size_t i = 0; status == CLAUSARY_OK && i < losses.items.count; i++)
		tell(payload, &losses.items.items[i]);
	clausary_array_finish(&losses.items);
	clausary_map_finish(&losses.places);
	clausary_arena_finish(&losses.arena);
	return status;
}
