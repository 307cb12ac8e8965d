/* Languages: the order that was asked for, then that of the documents; and other names for them. */
#include "termbase/language_order.h"

#include "base/language_tag.h"

#include <stdlib.h>

/* The next part of a list with commas, blanks trimmed; false at its end. */
static bool
next_part(clausary_slice *list, clausary_slice *part)
{
	if (list->size == 0)
		return false;
	const char *comma = memchr(list->data, ',', list->size);
	size_t size = comma ? (size_t)(comma - list->data) : list->size;
	*part = clausary_slice_trim(clausary_slice_part(*list, 0, size));
	*list = clausary_slice_part(*list, comma ? size + 1 : size, list->size);
	return true;
}

static clausary_status
no_tag(clausary_termbase *termbase, clausary_slice part)
{
	return clausary_context_fail(termbase->context, CLAUSARY_EUSAGE,
	                             "'%.*s' is no language tag: say en, or zh-Hans",
	                             (int)(part.size < 80 ? part.size : 80), part.data);
}

clausary_status
clausary_termbase_read_languages(clausary_termbase *termbase,
                                 const clausary_termbase_options *options)
{
	clausary_slice list = clausary_slice_of(options->languages), part;
	while (next_part(&list, &part)) {
		if (!clausary_is_language_tag(part))
			return no_tag(termbase, part);
		clausary_termbase_see_language(termbase, part);
	}
	list = clausary_slice_of(options->language_map);
	while (next_part(&list, &part)) {
		size_t equals = clausary_slice_find(part, CLAUSARY_SLICE("="));
		if (equals == SIZE_MAX)
			return clausary_context_fail(
			        termbase->context, CLAUSARY_EUSAGE,
			        "'%.*s' gives no language another name: say en=en-US",
			        (int)(part.size < 80 ? part.size : 80), part.data);
		clausary_language_name name = {
		        clausary_slice_trim(clausary_slice_part(part, 0, equals)),
		        clausary_slice_trim(clausary_slice_part(part, equals + 1, part.size))};
		if (!clausary_is_language_tag(name.language) || !clausary_is_language_tag(name.tag))
			return no_tag(termbase, part);
		name.language = clausary_arena_copy(&termbase->arena, name.language);
		name.tag = clausary_arena_copy(&termbase->arena, name.tag);
		clausary_array_push(&termbase->language_names, name);
	}
	return CLAUSARY_OK;
}

clausary_slice
clausary_termbase_tag(const clausary_termbase *termbase, clausary_slice language)
{
	for (size_t i = 0; i < termbase->language_names.count; i++)
		if (clausary_slice_equal_ascii(termbase->language_names.items[i].language,
		                               language))
			return termbase->language_names.items[i].tag;
	return language;
}

/* "en" asks for "en-GB" too. */
static bool
is_of(clausary_slice language, clausary_slice asked)
{
	return language.size >= asked.size
	       && clausary_slice_equal_ascii(clausary_slice_part(language, 0, asked.size), asked)
	       && (language.size == asked.size || language.data[asked.size] == '-');
}

size_t
clausary_termbase_language_rank(const clausary_termbase *termbase, clausary_slice language)
{
	size_t count = termbase->languages.count;
	for (size_t i = 0; i < count; i++)
		if (clausary_slice_equal_ascii(termbase->languages.items[i], language))
			return i;
	for (size_t i = 0; i < count; i++)
		if (is_of(language, termbase->languages.items[i]))
			return i;
	return count;
}

void
clausary_termbase_see_language(clausary_termbase *termbase, clausary_slice language)
{
	if (clausary_termbase_language_rank(termbase, language) == termbase->languages.count)
		clausary_array_push(&termbase->languages,
		                    clausary_arena_copy(&termbase->arena, language));
}

/* What is sorted: rank first, then the tag, for languages that nobody named. */
typedef struct ranked {
	size_t rank;
	clausary_slice language;
} ranked;

static int
compare_ranked(const void *a, const void *b)
{
	const ranked *x = a, *y = b;
	if (x->rank != y->rank)
		return x->rank < y->rank ? -1 : 1;
	return clausary_slice_compare(x->language, y->language);
}

size_t
clausary_termbase_languages(const clausary_termbase *termbase, clausary_slice **out)
{
	clausary_map seen = {0};
	for (size_t i = 0; i < termbase->ordered.count; i++) {
		const clausary_concept *concept = termbase->ordered.items[i];
		for (uint32_t j = 0; j < concept->languages.count; j++)
			clausary_map_put(&seen, concept->languages.items[j]->language, 0);
	}
	size_t count = seen.count;
	ranked *sorted = clausary_memory_zeros(count, sizeof *sorted);
	for (uint32_t i = 0; i < count; i++)
		sorted[i] = (ranked){clausary_termbase_language_rank(termbase, seen.entries[i].key),
		                     seen.entries[i].key};
	qsort(sorted, count, sizeof *sorted, compare_ranked);
	*out = clausary_memory_zeros(count, sizeof **out);
	for (uint32_t i = 0; i < count; i++)
		(*out)[i] = sorted[i].language;
	free(sorted);
	clausary_map_finish(&seen);
	return count;
}

const char *
clausary_termbase_language(const clausary_termbase *termbase, size_t index)
{
	clausary_slice *languages;
	clausary_termbase_finish(termbase);
	size_t count = clausary_termbase_languages(termbase, &languages);
	const char *tag = NULL;
	if (index < count) /* every tag is a copy that ends with a NUL */
		tag = clausary_termbase_tag(termbase, languages[index]).data;
	free(languages);
	return tag;
}
