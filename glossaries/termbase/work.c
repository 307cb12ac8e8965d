/* Works, and what their ids begin with. */
#include "termbase/work.h"

#include "base/language_tag.h"
#include "termbase/key.h"

clausary_slice
clausary_work_stem(clausary_slice name)
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

static bool
is_separator(char c)
{
	return c == '.' || c == '-' || c == '_' || c == ' ';
}

static clausary_slice
trim_separators(clausary_slice text)
{
	while (text.size && is_separator(text.data[text.size - 1]))
		text.size--;
	return text;
}

/* Whether a name ends with a tag, parted from what stands before it. */
static bool
ends_with_tag(clausary_slice stem, clausary_slice tag)
{
	return tag.size && stem.size > tag.size + 1
	       && is_separator(stem.data[stem.size - tag.size - 1])
	       && clausary_slice_equal_ascii(
	               clausary_slice_part(stem, stem.size - tag.size, stem.size), tag);
}

/* "report.fr" without the tag of its language, "R-17-F" without its letter. */
static clausary_slice
without_language(clausary_slice stem, clausary_slice language)
{
	char letter = clausary_language_letter(language);
	clausary_slice tag = CLAUSARY_SLICE("");
	for (size_t size = language.size; size > 0 && tag.size == 0; size--) {
		clausary_slice part = clausary_slice_part(language, 0, size);
		if ((size == language.size || language.data[size] == '-')
		    && ends_with_tag(stem, part))
			tag = part;
	}
	if (tag.size == 0 && letter && ends_with_tag(stem, (clausary_slice){&letter, 1}))
		tag.size = 1;
	return tag.size ? trim_separators(clausary_slice_part(stem, 0, stem.size - tag.size))
	                : stem;
}

clausary_slice
clausary_work_name(clausary_slice file, clausary_slice language)
{
	return without_language(clausary_work_stem(file), language);
}

/* What all names begin with, at least two characters of it; else the first. */
static clausary_slice
common_stem(const clausary_findings *const *versions, size_t count)
{
	clausary_slice common = CLAUSARY_SLICE(""), first = common;
	for (size_t i = 0; i < count; i++) {
		const clausary_document *document = versions[i]->document;
		clausary_slice stem = clausary_work_name(clausary_slice_of(document->name),
		                                         clausary_slice_of(document->language));
		if (i == 0)
			common = first = stem;
		size_t same = 0;
		while (same < common.size && same < stem.size
		       && common.data[same] == stem.data[same])
			same++;
		common.size = same;
	}
	clausary_slice trimmed = trim_separators(common);
	return trimmed.size >= 2 ? trimmed : first;
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

uint32_t
clausary_work_begin(clausary_termbase *termbase, const clausary_findings *const *versions,
                    size_t count)
{
	clausary_termbase_work work = {.slug = unique_slug(termbase, common_stem(versions, count)),
	                               .document = (uint32_t)termbase->documents.count,
	                               .documents = (uint32_t)count};
	clausary_array_push(&termbase->works, work);
	return (uint32_t)termbase->works.count - 1;
}
