/* Reference glossaries: the list of this build, opening one, and asking it. Scanning is in
 * reference_scan.c. */
#include "termbase/reference.h"

#include <stdio.h>
#include <stdlib.h>

static const clausary_list_entry REFERENCES[] = {
#define CLAUSARY_REFERENCE(name, label) {#name, label},
#include "termbase/references.def"
#undef CLAUSARY_REFERENCE
};

enum { REFERENCE_COUNT = sizeof REFERENCES / sizeof REFERENCES[0] };

clausary_list_entry
clausary_reference_at(size_t index)
{
	return index < REFERENCE_COUNT ? REFERENCES[index] : (clausary_list_entry){NULL, NULL};
}

static void
free_references(void *value)
{
	clausary_reference *reference = value;
	while (reference) {
		clausary_reference *next = reference->next;
		clausary_termbase_free(reference->glossary);
		free(reference);
		reference = next;
	}
}

static ptrdiff_t
read_file(void *payload, char *to, size_t size)
{
	FILE *file = payload;
	size_t got = fread(to, 1, size, file);
	return ferror(file) ? -1 : (ptrdiff_t)got;
}

/* What is asked of a glossary: its terms are found by their keys. */
static void
give_keys(clausary_termbase *glossary)
{
	clausary_buffer key = {0};
	for (size_t i = 0; i < glossary->ordered.count; i++)
		for (uint32_t j = 0; j < glossary->ordered.items[i]->languages.count; j++) {
			clausary_language_section *section =
			        glossary->ordered.items[i]->languages.items[j];
			for (uint32_t k = 0; k < section->terms.count; k++) {
				key.size = 0;
				clausary_termbase_fold(&key, section->terms.items[k]->form);
				section->terms.items[k]->key = clausary_arena_copy(
				        &glossary->arena, clausary_buffer_slice(&key));
			}
		}
	clausary_buffer_finish(&key);
}

/* A glossary is a termbase like any other: the readers of a later stage read it, by the public
 * call. */
static clausary_status
load(const clausary_reference **out, clausary_context *context, const char *name, bool must)
{
	clausary_buffer path = {0}, why = {0};
	clausary_termbase *glossary = NULL;
	clausary_status status = CLAUSARY_OK;
	clausary_buffer_print(&path, "%s/glossaries/reference/%s.tbx%c", context->data_directory,
	                      name, '\0');
	FILE *file = fopen(path.data, "rb");
	if (file) {
		clausary_input input = {read_file, file};
		status = clausary_termbase_read(&glossary, context, &input, path.data, NULL);
		fclose(file);
		if (status != CLAUSARY_OK) {
			clausary_buffer_print(&why, "%s%c", clausary_context_failure(context),
			                      '\0');
			clausary_context_fail(context, status, "the reference glossary '%s': %s",
			                      path.data, why.data);
		}
	} else if (must) {
		status = clausary_context_fail(
		        context, CLAUSARY_EUSAGE,
		        "the reference glossary '%s' is not installed: no file '%s'", name,
		        path.data);
	}
	if (glossary) {
		give_keys(glossary);
		clausary_reference *reference = clausary_memory_zeros(1, sizeof *reference);
		reference->name = name;
		reference->glossary = glossary;
		reference->next = context->references.value;
		context->references.value = reference;
		context->references.free = free_references;
		*out = reference;
	}
	clausary_buffer_finish(&path);
	clausary_buffer_finish(&why);
	return status;
}

clausary_status
clausary_reference_open(const clausary_reference **out, clausary_context *context, const char *name)
{
	const char *wanted = name;
	*out = NULL;
	if (name && strcmp(name, "none") == 0)
		return CLAUSARY_OK;
	for (size_t i = 0; i < REFERENCE_COUNT; i++)
		if (name == NULL || strcmp(REFERENCES[i].name, name) == 0) {
			wanted = REFERENCES[i].name;
			break;
		} else if (i + 1 == REFERENCE_COUNT) {
			return clausary_context_fail(
			        context, CLAUSARY_EUSAGE,
			        "no reference glossary '%s': see `clausary list "
			        "references`, or say 'none'",
			        name);
		}
	const clausary_reference *open = context->references.value;
	for (; open; open = open->next)
		if (strcmp(open->name, wanted) == 0) {
			*out = open;
			return CLAUSARY_OK;
		}
	return load(out, context, wanted, name != NULL);
}

bool
clausary_reference_speaks(const clausary_reference *reference, const clausary_reference_hit *hits)
{
	size_t others = 0, count = reference->glossary->concepts.count;
	for (size_t i = 1; i < count; i++)
		others += hits[i].seen;
	return count > 0 && hits[0].seen && others > 0;
}

const clausary_language_section *
clausary_reference_section(const clausary_concept *entry, clausary_slice language)
{
	const clausary_language_section *section = clausary_concept_find_section(entry, language);
	const char *hyphen = language.size ? memchr(language.data, '-', language.size) : NULL;
	if (section == NULL && hyphen)
		section = clausary_concept_find_section(
		        entry, clausary_slice_part(language, 0, (size_t)(hyphen - language.data)));
	return section;
}

const clausary_concept *
clausary_reference_by_acronym(const clausary_reference *reference, clausary_slice key)
{
	const clausary_termbase *glossary = reference->glossary;
	clausary_slice form = clausary_termbase_key_form(key);
	clausary_slice language = clausary_termbase_key_language(key);
	for (size_t i = 0; i < glossary->concepts.count; i++) {
		const clausary_language_section *section =
		        clausary_reference_section(glossary->concepts.items[i], language);
		const clausary_term *term =
		        section ? clausary_section_find_term(section, form) : NULL;
		if (term && clausary_term_is_short(term))
			return glossary->concepts.items[i];
	}
	return NULL;
}
