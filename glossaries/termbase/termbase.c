/* The termbase's life, and the small things that adding, finishing and writing all need. */
#include "termbase/termbase.h"

#include "base/fold.h"
#include "base/limits.h"
#include "termbase/key.h"
#include "termbase/language_order.h"
#include "termbase/reference.h"

#include <stdlib.h>

clausary_status
clausary_termbase_new(clausary_termbase **out, clausary_context *context,
                      const clausary_termbase_options *options)
{
	static const clausary_termbase_options defaults = {0};
	const clausary_termbase_options *given = options ? options : &defaults;
	const struct clausary_reference *reference = NULL;
	clausary_status status = clausary_reference_open(&reference, context, given->reference);
	if (status != CLAUSARY_OK)
		return status;
	clausary_termbase *termbase = clausary_memory_zeros(1, sizeof *termbase);
	termbase->context = context;
	termbase->reference = reference;
	termbase->reference_by_evidence = given->reference == NULL;
	termbase->title = clausary_arena_copy(&termbase->arena, clausary_slice_of(given->title));
	termbase->subject =
	        clausary_arena_copy(&termbase->arena, clausary_slice_of(given->subject));
	status = clausary_termbase_read_languages(termbase, given);
	if (status != CLAUSARY_OK) {
		clausary_termbase_free(termbase);
		return status;
	}
	*out = termbase;
	return CLAUSARY_OK;
}

void
clausary_termbase_free(clausary_termbase *termbase)
{
	if (termbase == NULL)
		return;
	for (size_t i = 0; i < termbase->adopted.count; i++)
		clausary_termbase_free(termbase->adopted.items[i]);
	clausary_array_finish(&termbase->adopted);
	clausary_array_finish(&termbase->documents);
	clausary_array_finish(&termbase->works);
	clausary_array_finish(&termbase->languages);
	clausary_array_finish(&termbase->language_names);
	clausary_array_finish(&termbase->doubtful_links);
	clausary_array_finish(&termbase->doubts);
	clausary_array_finish(&termbase->concepts);
	clausary_array_finish(&termbase->ordered);
	clausary_array_finish(&termbase->acronyms);
	clausary_map_finish(&termbase->names);
	clausary_map_finish(&termbase->acronyms_by_key);
	clausary_map_finish(&termbase->strings);
	clausary_map_finish(&termbase->slugs);
	clausary_arena_finish(&termbase->arena);
	free(termbase);
}

size_t
clausary_termbase_size(const clausary_termbase *termbase)
{
	clausary_termbase_finish(termbase);
	return termbase->ordered.count;
}

clausary_slice
clausary_termbase_string(clausary_termbase *termbase, clausary_slice text)
{
	uint32_t at = clausary_map_get(&termbase->strings, text);
	if (at != CLAUSARY_NONE)
		return termbase->strings.entries[at].key;
	clausary_slice copy = clausary_termbase_copy(termbase, text, false);
	if (clausary_slice_equal(copy, text))
		clausary_map_put(&termbase->strings, copy, termbase->strings.count);
	return copy;
}

clausary_slice
clausary_termbase_copy(clausary_termbase *termbase, clausary_slice text, bool lines)
{
	clausary_buffer buffer = {0};
	clausary_key_clean(&buffer, text, lines);
	clausary_slice copy = clausary_arena_copy(&termbase->arena, clausary_buffer_slice(&buffer));
	clausary_buffer_finish(&buffer);
	return copy;
}

void
clausary_termbase_fold(clausary_buffer *buffer, clausary_slice form)
{
	size_t start = buffer->size, blanks = 0, hyphens = 0;
	clausary_fold(buffer, form, CLAUSARY_FOLD_CASE);
	for (size_t i = start; i < buffer->size; i++) {
		blanks += buffer->data[i] == ' ';
		hyphens += buffer->data[i] == '-';
	}
	for (size_t i = start; i < buffer->size && (blanks > 0 || hyphens > 1); i++)
		if (buffer->data[i] == '-')
			buffer->data[i] = ' ';
}

clausary_slice
clausary_termbase_key(clausary_buffer *buffer, clausary_slice language, clausary_slice form)
{
	buffer->size = 0;
	for (size_t i = 0; i < language.size; i++)
		clausary_buffer_add_byte(buffer, clausary_ascii_lower(language.data[i]));
	clausary_buffer_add_byte(buffer, '\n');
	clausary_termbase_fold(buffer, form);
	return clausary_buffer_slice(buffer);
}

clausary_slice
clausary_termbase_key_language(clausary_slice key)
{
	const char *end = memchr(key.data, '\n', key.size);
	return clausary_slice_part(key, 0, end ? (size_t)(end - key.data) : 0);
}

clausary_slice
clausary_termbase_key_form(clausary_slice key)
{
	const char *end = memchr(key.data, '\n', key.size);
	return end ? clausary_slice_part(key, (size_t)(end - key.data) + 1, key.size) : key;
}

clausary_concept *
clausary_termbase_concept(clausary_termbase *termbase)
{
	if (termbase->concepts.count >= CLAUSARY_LIMIT_CONCEPTS)
		return NULL;
	clausary_concept *concept = clausary_arena_allocate(&termbase->arena, sizeof *concept);
	concept->number = (uint32_t)termbase->concepts.count;
	concept->place = &CLAUSARY_PLACE_NONE;
	concept->source = &CLAUSARY_PLACE_NONE.source;
	clausary_array_push(&termbase->concepts, concept);
	return concept;
}

clausary_acronym *
clausary_termbase_acronym(clausary_termbase *termbase, clausary_slice key)
{
	uint32_t at = clausary_map_get(&termbase->acronyms_by_key, key);
	if (at != CLAUSARY_NONE)
		return &termbase->acronyms.items[at];
	clausary_map_put(&termbase->acronyms_by_key, clausary_arena_copy(&termbase->arena, key),
	                 (uint32_t)termbase->acronyms.count);
	clausary_acronym *acronym = clausary_array_add(&termbase->acronyms);
	*acronym = (clausary_acronym){.lone = NULL};
	return acronym;
}

clausary_concept *
clausary_termbase_named(const clausary_termbase *termbase, clausary_slice key)
{
	uint32_t at = clausary_map_get(&termbase->names, key);
	clausary_concept *concept = at == CLAUSARY_NONE ? NULL : termbase->concepts.items[at];
	while (concept && concept->into)
		concept = concept->into;
	return concept;
}

void
clausary_termbase_name(clausary_termbase *termbase, clausary_slice key,
                       const clausary_concept *concept)
{
	if (clausary_map_get(&termbase->names, key) == CLAUSARY_NONE)
		clausary_map_put(&termbase->names, clausary_arena_copy(&termbase->arena, key),
		                 concept->number);
}
