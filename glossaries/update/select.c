/* clausary_termbase_select(): of a termbase, the entries that occur in a document. */
#include "mining/finding.h"
#include "termbase/termbase.h"
#include "update/term_search.h"

#include <stdlib.h>

enum { MOST_NAMED = 12 /* clauses that a remark names */ };

typedef struct occurrence {
	uint32_t concept; /* place in the termbase's order */
	uint32_t at;      /* byte of the document's text */
	uint32_t clause;  /* index, or CLAUSARY_NONE */
} occurrence;

/* A form that is looked for: whose it is, and the next entry that has it too. */
typedef struct wanted {
	uint32_t concept, next;
} wanted;

typedef struct finding_terms {
	const clausary_cues *cues;
	clausary_term_search search;
	CLAUSARY_ARRAY(wanted) forms;
	CLAUSARY_ARRAY(occurrence) found;
} finding_terms;

/* Several entries may have one form: it is found for each of them, once. */
static void
add_form(finding_terms *f, uint32_t concept, clausary_slice form, bool is_short)
{
	uint32_t number = (uint32_t)f->forms.count;
	uint32_t known = clausary_term_search_add(&f->search, f->cues, form, number, is_short);
	for (uint32_t i = known; known != number && i != CLAUSARY_NONE; i = f->forms.items[i].next)
		if (f->forms.items[i].concept == concept)
			return;
	clausary_array_push(&f->forms, ((wanted){concept, CLAUSARY_NONE}));
	if (known != number) {
		f->forms.items[number].next = f->forms.items[known].next;
		f->forms.items[known].next = number;
	}
}

/* Whether two tags are of one language: regions and scripts do not matter here. */
static bool
same_language(clausary_slice a, clausary_slice b)
{
	size_t i = 0, j = 0;
	while (i < a.size && a.data[i] != '-' && a.data[i] != '_')
		i++;
	while (j < b.size && b.data[j] != '-' && b.data[j] != '_')
		j++;
	return clausary_slice_equal_ascii(clausary_slice_part(a, 0, i),
	                                  clausary_slice_part(b, 0, j));
}

static void
add_terms(finding_terms *f, const clausary_termbase *termbase, clausary_slice language)
{
	for (uint32_t i = 0; i < termbase->ordered.count; i++) {
		const clausary_concept *concept = termbase->ordered.items[i];
		for (uint32_t j = 0; j < concept->languages.count; j++) {
			const clausary_language_section *section = concept->languages.items[j];
			if (!same_language(section->language, language))
				continue;
			for (uint32_t k = 0; k < section->terms.count; k++) {
				const clausary_term *term = section->terms.items[k];
				bool is_short = clausary_term_is_short(term);
				add_form(f, i, term->form, is_short);
				for (uint32_t m = 0; m < term->variants.count; m++)
					add_form(f, i, term->variants.items[m], is_short);
			}
		}
	}
}

static void
add_place(void *payload, const clausary_term_place *place)
{
	finding_terms *f = payload;
	for (uint32_t i = place->value; i != CLAUSARY_NONE; i = f->forms.items[i].next)
		clausary_array_push(&f->found, ((occurrence){f->forms.items[i].concept,
		                                             place->span.start, place->clause}));
}

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

static int
compare(const void *a, const void *b)
{
	const occurrence *one = a, *other = b;
	if (one->concept != other->concept)
		return one->concept < other->concept ? -1 : 1;
	return one->at < other->at ? -1 : one->at > other->at;
}

/* By entry and place, each place once: a term may stand in another one of the same entry. */
static void
order_found(finding_terms *f)
{
	size_t kept = 0;
	if (f->found.count)
		qsort(f->found.items, f->found.count, sizeof *f->found.items, compare);
	for (size_t i = 0; i < f->found.count; i++)
		if (kept == 0 || compare(&f->found.items[kept - 1], &f->found.items[i]) != 0)
			f->found.items[kept++] = f->found.items[i];
	f->found.count = kept;
}

/* Drop what stands in clauses that nobody asked for. */
static void
keep_asked(finding_terms *f, const clausary_document *document, const char *asked)
{
	size_t kept = 0;
	for (size_t i = 0; asked && i < f->found.count; i++)
		if (is_asked(asked, document, f->found.items[i].clause))
			f->found.items[kept++] = f->found.items[i];
	if (asked)
		f->found.count = kept;
}

/* "recalling a); resolves 1; …" */
static void
print_clauses(clausary_buffer *to, const clausary_document *document, const occurrence *items,
              size_t count)
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
       const occurrence *items, size_t count)
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
choose(clausary_termbase *termbase, const clausary_document *document, finding_terms *f)
{
	CLAUSARY_ARRAY(chosen) all = {0};
	order_found(f);
	for (size_t i = 0, end; i < f->found.count; i = end) {
		const occurrence *first = &f->found.items[i];
		for (end = i;
		     end < f->found.count && f->found.items[end].concept == first->concept;)
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
	const clausary_document *document = findings->document;
	finding_terms f = {0};
	clausary_locale *locale;
	if (options == NULL)
		options = &DEFAULTS;
	clausary_termbase_finish(termbase);
	clausary_status status = clausary_locale_open(&locale, context, document->language);
	if (status != CLAUSARY_OK)
		return status;
	f.cues = clausary_cues_of(locale);
	add_terms(&f, termbase, clausary_slice_of(document->language));
	clausary_term_search_run(&f.search, document, f.cues, true, add_place, &f);
	keep_asked(&f, document, options->clauses);
	choose(termbase, document, &f);
	if (options->languages)
		keep_languages(termbase, options->languages);
	clausary_term_search_finish(&f.search);
	clausary_array_finish(&f.forms);
	clausary_array_finish(&f.found);
	return CLAUSARY_OK;
}
