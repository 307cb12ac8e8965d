/* Looking for the names of a reference glossary in a text, in one pass: a table of first bytes
 * passes over nearly all of it. */
#include "termbase/reference.h"

#include "base/utf8.h"
#include "termbase/key.h"

#include <stdlib.h>
#include <unicode/uchar.h>

typedef struct name {
	clausary_slice form;
	uint32_t entry;
} name;

typedef struct scan {
	const clausary_findings *findings;
	clausary_slice text;
	CLAUSARY_ARRAY(name) names; /* by first byte, then longest first */
	uint32_t first[256],
	        last[256]; /* of the names that begin with a byte: a range of `names` */
	const clausary_mention *mentions; /* sorted; `mention` is the first that may still matter */
	size_t mention, mention_count;
	const clausary_designation *designations;
	clausary_reference_hit *hits;
} scan;

static int
compare_names(const void *a, const void *b)
{
	const name *x = a, *y = b;
	unsigned char first = (unsigned char)x->form.data[0],
	              second = (unsigned char)y->form.data[0];
	if (first != second)
		return first < second ? -1 : 1;
	if (x->form.size != y->form.size)
		return x->form.size > y->form.size ? -1 : 1;
	return clausary_slice_compare(x->form, y->form);
}

static void
sort_names(scan *s)
{
	if (s->names.count)
		qsort(s->names.items, s->names.count, sizeof *s->names.items, compare_names);
	for (uint32_t i = 0; i < s->names.count; i++) {
		unsigned char byte = (unsigned char)s->names.items[i].form.data[0];
		if (s->last[byte] == 0)
			s->first[byte] = i;
		s->last[byte] = i + 1;
	}
}

/* U+2010 and U+2011 for a hyphen, U+2019 for an apostrophe: their size, or 0. */
static size_t
other_mark(clausary_slice text, size_t at, char wanted)
{
	if (at + 3 > text.size || memcmp(text.data + at, "\xe2\x80", 2) != 0)
		return 0;
	char third = text.data[at + 2];
	bool same = wanted == '-' ? third == '\x90' || third == '\x91'
	                          : wanted == '\'' && third == '\x99';
	return same ? 3 : 0;
}

/* Where `form` ends when it stands at `at`: words with the case of their first letters; or 0. */
static size_t
match(clausary_slice text, size_t at, clausary_slice form)
{
	for (size_t i = 0; i < form.size; i++) {
		char wanted = form.data[i];
		size_t step = 0;
		if (wanted == ' ') {
			for (size_t blank; at < text.size; at += blank, step += blank)
				if ((blank = clausary_slice_blank(
				             clausary_slice_part(text, at, text.size)))
				    == 0)
					break;
			if (step == 0)
				return 0;
			continue;
		}
		if (at >= text.size)
			return 0;
		bool word_start = i == 0 || form.data[i - 1] == ' ' || form.data[i - 1] == '-';
		char found = text.data[at];
		if (found == wanted
		    || (!word_start && clausary_ascii_lower(found) == clausary_ascii_lower(wanted)))
			at++;
		else if ((step = other_mark(text, at, wanted)) > 0)
			at += step;
		else
			return 0;
	}
	return at;
}

/* Whether a word could go on over byte `at`: both sides are letters or digits of a script with
 * words. */
static bool
is_inside_word(clausary_slice text, size_t at)
{
	size_t before = at, after = at;
	if (at == 0 || at >= text.size)
		return false;
	UChar32 left = (UChar32)clausary_utf8_previous(text, &before);
	UChar32 right = (UChar32)clausary_utf8_next(text, &after);
	return u_isalnum(left) && u_isalnum(right) && !u_hasBinaryProperty(left, UCHAR_IDEOGRAPHIC)
	       && !u_hasBinaryProperty(right, UCHAR_IDEOGRAPHIC);
}

/* Whether an expansion that the text itself explains covers the span. */
static bool
is_explained(scan *s, clausary_span span)
{
	while (s->mention < s->mention_count && s->mentions[s->mention].span.end <= span.start)
		s->mention++;
	for (size_t i = s->mention; i < s->mention_count && s->mentions[i].span.start <= span.start;
	     i++)
		if (s->mentions[i].span.end >= span.end
		    && s->designations[s->mentions[i].designation].kind == CLAUSARY_EXPANSION)
			return true;
	return false;
}

static uint32_t
clause_at(const clausary_document *document, clausary_span span)
{
	enum { STEPS = 64 };
	size_t count, low = 0;
	const clausary_clause *clauses = clausary_document_clauses(document, &count);
	size_t high = count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (clauses[middle].span.start <= span.start)
			low = middle + 1;
		else
			high = middle;
	}
	for (size_t steps = 0; low > 0 && steps < STEPS; low--, steps++)
		if (clauses[low - 1].span.end >= span.end)
			return (uint32_t)low - 1;
	return CLAUSARY_NONE;
}

static void
record(scan *s, uint32_t entry, clausary_span span)
{
	clausary_reference_hit *hit = &s->hits[entry];
	hit->seen = true;
	if (is_explained(s, span))
		return;
	uint32_t clause = clause_at(s->findings->document, span);
	if (clause == CLAUSARY_NONE)
		return;
	hit->count++;
	if (hit->places == CLAUSARY_TERM_SOURCES
	    || (hit->places && hit->place[hit->places - 1].clause == clause))
		return;
	hit->place[hit->places].span = span;
	hit->place[hit->places++].clause = clause;
}

static void
scan_text(scan *s)
{
	for (size_t at = 0; at < s->text.size;) {
		unsigned char byte = (unsigned char)s->text.data[at];
		size_t end = 0;
		for (uint32_t i = s->first[byte]; i < s->last[byte] && end == 0; i++) {
			end = match(s->text, at, s->names.items[i].form);
			if (end && (is_inside_word(s->text, at) || is_inside_word(s->text, end)))
				end = 0;
			if (end)
				record(s, s->names.items[i].entry,
				       (clausary_span){(uint32_t)at, (uint32_t)end});
		}
		at = end ? end : at + 1;
	}
}

/* Short forms are looked up among the designations: what counts as an acronym was decided by
 * mining. */
static void
see_designations(scan *s, const clausary_reference *reference, clausary_slice language)
{
	clausary_buffer key = {0};
	const clausary_designation *all = s->findings->designations.items;
	for (size_t i = 0; i < s->findings->designations.count; i++) {
		if (all[i].kind != CLAUSARY_ACRONYM)
			continue;
		const clausary_concept *entry = clausary_reference_by_acronym(
		        reference, clausary_termbase_key(&key, language, all[i].form));
		if (entry)
			s->hits[entry->number].seen = true;
	}
	clausary_buffer_finish(&key);
}

clausary_reference_hit *
clausary_reference_scan(const clausary_reference *reference, const clausary_findings *findings)
{
	const clausary_document *document = findings->document;
	clausary_slice language = clausary_slice_of(clausary_document_language(document));
	size_t count = reference->glossary->concepts.count;
	scan s = {.findings = findings, .text = clausary_document_text(document)};
	for (uint32_t i = 0; i < count; i++) {
		const clausary_language_section *section = clausary_reference_section(
		        reference->glossary->concepts.items[i], language);
		for (uint32_t j = 0; section && j < section->terms.count; j++)
			if (!clausary_term_is_short(section->terms.items[j]))
				clausary_array_push(&s.names,
				                    ((name){section->terms.items[j]->form, i}));
	}
	if (s.names.count == 0)
		return NULL;
	sort_names(&s);
	s.mentions = findings->mentions.items;
	s.mention_count = findings->mentions.count;
	s.designations = findings->designations.items;
	s.hits = clausary_memory_zeros(count, sizeof *s.hits);
	scan_text(&s);
	see_designations(&s, reference, language);
	clausary_array_finish(&s.names);
	return s.hits;
}
