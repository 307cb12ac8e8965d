/* clausary_termbase_select(): of a termbase, the entries that occur in a document. */
#include "update/occurrence.h"

#include <stdlib.h>

enum { MOST_NAMED = 12 /* clauses that a remark names */ };

static clausary_slice
key_of(const clausary_document *document, uint32_t clause)
{
	return clause == CLAUSARY_NONE ? CLAUSARY_SLICE("") : document->clauses.items[clause].key;
}

/* Whether a key is one of those asked for, or begins with one: "3" has "3.2", of which an extract
 * may leave 3 itself out. */
static bool
is_named(const char *asked, clausary_slice key)
{
	for (const char *at = asked; at && *at;) {
		size_t size = strcspn(at, ",");
		clausary_slice part = clausary_slice_trim((clausary_slice){at, size});
		bool below = key.size > part.size
		             && (key.data[part.size] == '/' || key.data[part.size] == '.');
		if (part.size && clausary_slice_starts(key, part)
		    && (below || key.size == part.size))
			return true;
		at += size + (at[size] == ',');
	}
	return false;
}

/* Whether a clause is one of those asked for, or stands below one in the outline: annex-B has
 * B.3.1. */
static bool
is_asked(const char *asked, const clausary_document *document, uint32_t clause)
{
	for (; clause != CLAUSARY_NONE; clause = document->clauses.items[clause].parent)
		if (is_named(asked, key_of(document, clause)))
			return true;
	return false;
}

/* Drop what stands in clauses that nobody asked for. */
static void
keep_asked(clausary_occurrences *found, const clausary_document *document, const char *asked)
{
	size_t kept = 0;
	for (size_t i = 0; asked && i < found->count; i++)
		if (is_asked(asked, document, found->items[i].clause))
			found->items[kept++] = found->items[i];
	if (asked)
		found->count = kept;
}

static int
compare(const void *a, const void *b)
{
	const clausary_occurrence *one = a, *other = b;
	if (one->concept != other->concept)
		return one->concept < other->concept ? -1 : 1;
	return one->at < other->at ? -1 : one->at > other->at;
}

/* "recalling a); resolves 1; …" */
static void
print_clauses(clausary_buffer *to, const clausary_document *document,
              const clausary_occurrence *items, size_t count)
{
	size_t named = 0;
	uint32_t last = CLAUSARY_NONE;
	for (size_t i = 0; i < count; i++) {
		uint32_t clause = items[i].clause;
		if (clause == CLAUSARY_NONE || clause == last)
			continue;
		if (named == MOST_NAMED) {
			clausary_buffer_add(to, CLAUSARY_SLICE("; …"));
			break;
		}
		clausary_slice label = document->clauses.items[clause].label;
		clausary_buffer_add(to, named++ ? CLAUSARY_SLICE("; ") : CLAUSARY_SLICE(": "));
		clausary_buffer_add(to, label.size ? label : key_of(document, clause));
		last = clause;
	}
}

/* Say in an entry where it occurs, and how often. */
static void
remark(clausary_termbase *termbase, clausary_concept *concept, const clausary_document *document,
       const clausary_occurrence *items, size_t count)
{
	clausary_buffer text = {0};
	clausary_slice name = clausary_document_identifier(document);
	clausary_buffer_add(&text, name.size ? name : clausary_slice_of(document->name));
	clausary_buffer_print(&text, " (%zu)", count);
	print_clauses(&text, document, items, count);
	clausary_list_push(&termbase->arena, &concept->remarks,
	                   clausary_termbase_copy(termbase, clausary_buffer_slice(&text), false));
	clausary_buffer_finish(&text);
}

/* An entry that stays, and where it occurs first. */
typedef struct chosen {
	clausary_concept *concept;
	uint32_t at, order;
} chosen;

static int
compare_chosen(const void *a, const void *b)
{
	const chosen *one = a, *other = b;
	if (one->at != other->at)
		return one->at < other->at ? -1 : 1;
	return one->order < other->order ? -1 : 1;
}

static void
choose(clausary_termbase *termbase, const clausary_document *document, clausary_occurrences *found)
{
	CLAUSARY_ARRAY(chosen) all = {0};
	if (found->count)
		qsort(found->items, found->count, sizeof *found->items, compare);
	for (size_t i = 0, end; i < found->count; i = end) {
		const clausary_occurrence *first = &found->items[i];
		for (end = i; end < found->count && found->items[end].concept == first->concept;)
			end++;
		clausary_concept *concept = termbase->ordered.items[first->concept];
		remark(termbase, concept, document, first, end - i);
		clausary_array_push(&all, ((chosen){concept, first->at, first->concept}));
	}
	if (all.count)
		qsort(all.items, all.count, sizeof *all.items, compare_chosen);
	for (size_t i = 0; i < all.count; i++)
		termbase->ordered.items[i] = all.items[i].concept;
	termbase->ordered.count = all.count;
	clausary_array_finish(&all);
}

/* Whether a language is one of those asked for, or one of their regions. */
static bool
is_wanted(const char *asked, clausary_slice language)
{
	for (const char *at = asked; *at;) {
		size_t size = strcspn(at, ",");
		clausary_slice part = clausary_slice_trim((clausary_slice){at, size});
		bool whole = language.size == part.size
		             || (language.size > part.size && language.data[part.size] == '-');
		if (whole && part.size
		    && clausary_slice_equal_ascii(clausary_slice_part(language, 0, part.size),
		                                  part))
			return true;
		at += size + (at[size] == ',');
	}
	return false;
}

/* Leave the other languages out; an entry without any of those asked for goes. */
static void
keep_languages(clausary_termbase *termbase, const char *asked)
{
	size_t kept = 0;
	for (size_t i = 0; i < termbase->ordered.count; i++) {
		clausary_concept *concept = termbase->ordered.items[i];
		uint32_t sections = 0;
		for (uint32_t j = 0; j < concept->languages.count; j++)
			if (is_wanted(asked, concept->languages.items[j]->language))
				concept->languages.items[sections++] = concept->languages.items[j];
		concept->languages.count = sections;
		if (sections)
			termbase->ordered.items[kept++] = concept;
	}
	termbase->ordered.count = kept;
}

clausary_status
clausary_termbase_select(clausary_termbase *termbase, clausary_context *context,
                         const clausary_findings *findings, const clausary_select_options *options)
{
	static const clausary_select_options DEFAULTS = {0};
	clausary_occurrences found = {0};
	if (options == NULL)
		options = &DEFAULTS;
	clausary_termbase_finish(termbase);
	clausary_status status = clausary_occurrences_find(&found, context, termbase, findings);
	if (status == CLAUSARY_OK) {
		keep_asked(&found, findings->document, options->clauses);
		choose(termbase, findings->document, &found);
		if (options->languages)
			keep_languages(termbase, options->languages);
	}
	clausary_array_finish(&found);
	return status;
}
