/* L02: an acronym of the list of abbreviations is never used. */
#include "base/fold.h"
#include "base/utf8.h"
#include "verify/check.h"

#include <unicode/uchar.h>

enum { MOST_SEARCHED = 512 }; /* rows whose letters are looked for: work stays linear */

static bool
is_joined(clausary_slice text, size_t start, size_t end)
{
	size_t before = start, after = end;
	return (start > 0 && u_isalpha((UChar32)clausary_utf8_previous(text, &before)))
	       || (end < text.size && u_isalpha((UChar32)clausary_utf8_next(text, &after)));
}

/* Whether the letters stand anywhere outside of the list, also as a part of a name such as
 * "HDC2031" that is no use of the acronym to anyone but a careful editor. */
static bool
is_written(const clausary_index *index, clausary_slice form, clausary_span list)
{
	clausary_slice text = clausary_document_text(index->document);
	for (size_t from = 0, at;; from += at + form.size) {
		at = clausary_slice_find(clausary_slice_part(text, from, text.size), form);
		if (at == SIZE_MAX)
			return false;
		size_t start = from + at, end = start + form.size;
		if ((end <= list.start || start >= list.end) && !is_joined(text, start, end))
			return true;
	}
}

/* From the first to the last clause of the list. */
static clausary_span
span_of_list(const clausary_index *index)
{
	clausary_span span = {UINT32_MAX, 0};
	for (size_t i = 0; i < index->document->clauses.count; i++) {
		clausary_span clause = index->document->clauses.items[i].span;
		if (index->zones[i] != CLAUSARY_ZONE_LIST)
			continue;
		span.start = clause.start < span.start ? clause.start : span.start;
		span.end = clause.end > span.end ? clause.end : span.end;
	}
	return span;
}

static bool
is_used(const clausary_form *form)
{
	for (uint32_t i = 0; i < form->use_count; i++)
		if (form->uses[i].zone != CLAUSARY_ZONE_LIST)
			return true;
	return false;
}

/* Whether a block is the caption of a figure: what a picture says is not read. */
static bool
is_caption(const clausary_index *index, clausary_slice text)
{
	enum { LONGEST_WORD = 40 };
	clausary_buffer start = {0};
	bool found = false;
	size_t size =
	        text.size < LONGEST_WORD ? text.size : clausary_utf8_start(text, LONGEST_WORD);
	clausary_fold(&start, clausary_slice_part(text, 0, size), CLAUSARY_FOLD_CASE);
	clausary_slice folded = clausary_buffer_slice(&start);
	for (size_t i = 0; i < index->cues->figures.count && !found; i++) {
		clausary_slice word = index->cues->figures.words[i];
		size_t at = clausary_slice_skip_blanks(folded, word.size);
		found = clausary_slice_starts(folded, word) && at < folded.size
		        && clausary_ascii_is_digit(folded.data[at]);
	}
	clausary_buffer_finish(&start);
	return found;
}

static bool
has_figures(const clausary_index *index)
{
	const clausary_document *document = index->document;
	for (size_t i = 0; i < document->blocks.count; i++)
		if (is_caption(index, clausary_index_text(index, document->blocks.items[i].span)))
			return true;
	return false;
}

static void
look(clausary_checking *check, const clausary_index *index)
{
	clausary_span list = span_of_list(index);
	size_t searched = 0;
	bool figures = index->listed && has_figures(index);
	for (size_t i = 0;
	     index->listed && !index->vocabulary && i < index->findings->designations.count; i++) {
		const clausary_form *form = &index->forms[i];
		clausary_slice written = form->designation->form;
		if (form->designation->kind != CLAUSARY_ACRONYM || is_used(form))
			continue;
		const clausary_pair *row = clausary_form_pair(index, form, CLAUSARY_IN(LIST));
		if (!row || searched++ >= MOST_SEARCHED || is_written(index, written, list))
			continue;
		clausary_check_report(check,
		                      &(clausary_report){.index = index,
		                                         .clause = row->clause,
		                                         .span = row->short_span,
		                                         .form = written,
		                                         .message = "%s is listed and never used",
		                                         .arguments = {written},
		                                         .lower = figures});
	}
}

const clausary_rule clausary_rule_not_used = {
        .text = {.id = "L02",
	         .name = "listed-not-used",
	         .title = "an acronym of the list of abbreviations is never used",
	         .why = "A row without a use is a remnant of an earlier draft.",
	         .advice = "Take the row out, or use the acronym.",
	         .source = "ITU-T author's guide 8.4",
	         .level = CLAUSARY_WARNING},
        .document = look,
};
