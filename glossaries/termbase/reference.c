/* Reference glossaries: the list of this build, opening one, and asking it. Scanning is in
 * reference_scan.c. */
#include "termbase/reference.h"

#include "termbase/load_tbx.h"

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

/* The bytes of a file that is ours; false where it cannot be read. */
static bool
read_file(clausary_buffer *to, const char *path)
{
	FILE *file = fopen(path, "rb");
	size_t got;
	if (file == NULL)
		return false;
	do {
		clausary_buffer_reserve(to, 65536);
		got = fread(to->data + to->size, 1, 65536, file);
		to->size += got;
	} while (got > 0);
	bool good = !ferror(file);
	fclose(file);
	return good;
}

static clausary_status
load(const clausary_reference **out, clausary_context *context, const char *name, bool must)
{
	clausary_buffer path = {0}, bytes = {0};
	clausary_termbase *glossary = NULL;
	clausary_status status = CLAUSARY_OK;
	clausary_buffer_print(&path, "%s/glossaries/reference/%s.tbx%c", context->data_directory,
	                      name, '\0');
	if (read_file(&bytes, path.data))
		status = clausary_termbase_load_tbx(&glossary, context,
		                                    clausary_buffer_slice(&bytes), path.data);
	else if (must)
		status = clausary_context_fail(
		        context, CLAUSARY_EUSAGE,
		        "the reference glossary '%s' is not installed: no file '%s'", name,
		        path.data);
	if (glossary) {
		clausary_reference *reference = clausary_memory_zeros(1, sizeof *reference);
		reference->name = name;
		reference->glossary = glossary;
		reference->next = context->references.value;
		context->references.value = reference;
		context->references.free = free_references;
		*out = reference;
	}
	clausary_buffer_finish(&bytes);
	clausary_buffer_finish(&path);
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
