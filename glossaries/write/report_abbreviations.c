/* The abbreviations of each document: a row for each acronym with what is known of it; the list of
 * abbreviations that the document ought to have, in the order of its language; and how that differs
 * from the list that it has. Markdown; the list has tabs, ready to be pasted. */
#include "verify/acronym.h"
#include "write/report.h"

#include <stdlib.h>
#include <unicode/ucol.h>

typedef struct row {
	clausary_slice form;
	clausary_slice expansion; /* empty: none is known */
	const clausary_form *evidence;
	bool listed, used;
} row;

typedef struct abbreviations {
	clausary_sink *to;
	clausary_context *context;
	const clausary_issues *issues;
	clausary_index index;
	CLAUSARY_ARRAY(row) rows;
	UCollator *collator; /* NULL: by code points */
	clausary_map first;  /* form -> its first issue in the document … */
	uint32_t *next;      /* … and the next one of each issue, or CLAUSARY_NONE */
} abbreviations;

/* The expansion that the list has, else the first. */
static clausary_slice
expansion_of(const clausary_index *index, const clausary_form *form)
{
	const clausary_pair *pair = clausary_form_pair(index, form, CLAUSARY_IN(LIST));
	if (!pair && form->pair_count)
		pair = &index->findings->pairs.items[form->pairs[0]];
	return pair ? pair->text : CLAUSARY_SLICE("");
}

/* Whether the form is an acronym: it is explained, or it would have to be. */
static bool
is_acronym(const clausary_index *index, const clausary_form *form)
{
	return form->designation->kind == CLAUSARY_ACRONYM && !form->symbol
	       && (form->pair_count || !clausary_acronym_is_code(form->designation->form))
	       && !clausary_acronym_is_unsure(index, form);
}

/* Where a use asks for a row in the list: not on title pages and in a foreword, which are those of
 * the house. */
enum {
	USED = (CLAUSARY_RUNNING & ~CLAUSARY_IN(FRONT)) | CLAUSARY_IN(HEADING)
	| CLAUSARY_IN(CAPTION)
};

static void
read_rows(abbreviations *a)
{
	const clausary_index *index = &a->index;
	for (size_t i = 0; i < index->findings->designations.count; i++) {
		const clausary_form *form = &index->forms[i];
		if (!is_acronym(index, form))
			continue;
		row one = {.form = form->designation->form,
		           .expansion = expansion_of(index, form),
		           .evidence = form,
		           .listed = clausary_form_is_listed(form),
		           .used = clausary_form_first(form, USED) != NULL};
		if (one.listed || clausary_form_first(form, ~CLAUSARY_IN(REFERENCES)))
			clausary_array_push(&a->rows, one);
	}
}

static int
compare_forms(const abbreviations *a, clausary_slice x, clausary_slice y)
{
	UErrorCode status = U_ZERO_ERROR;
	int order = a->collator ? ucol_strcollUTF8(a->collator, x.data, (int32_t)x.size, y.data,
	                                           (int32_t)y.size, &status)
	                        : 0;
	return order ? order : clausary_slice_compare(x, y);
}

static void
merge(abbreviations *a, row *spare, size_t start, size_t middle, size_t end)
{
	row *rows = a->rows.items;
	size_t i = start, j = middle;
	for (size_t k = start; k < end; k++) {
		bool left = j == end
		            || (i < middle && compare_forms(a, rows[i].form, rows[j].form) <= 0);
		spare[k] = left ? rows[i++] : rows[j++];
	}
	memcpy(rows + start, spare + start, (end - start) * sizeof *rows);
}

/* Merge sort, as qsort() has no place for the collator. */
static void
sort_rows(abbreviations *a)
{
	row *spare = clausary_memory_zeros(a->rows.count + 1, sizeof *spare);
	for (size_t width = 1; width < a->rows.count; width *= 2)
		for (size_t start = 0; start + width < a->rows.count; start += 2 * width) {
			size_t end = start + 2 * width;
			merge(a, spare, start, start + width,
			      end < a->rows.count ? end : a->rows.count);
		}
	free(spare);
}

/* A cell of a Markdown table. */
static void
put_cell(abbreviations *a, clausary_slice text)
{
	clausary_sink_literal(a->to, " ");
	for (size_t i = 0; i < text.size; i++) {
		if (text.data[i] == '|')
			clausary_sink_put_byte(a->to, '\\');
		clausary_sink_put_byte(a->to, text.data[i] == '\n' ? ' ' : text.data[i]);
	}
	clausary_sink_literal(a->to, " |");
}

static clausary_slice
label_of(const abbreviations *a, uint32_t clause)
{
	if (clause == CLAUSARY_NONE)
		return CLAUSARY_SLICE("");
	const clausary_clause *found = &a->index.document->clauses.items[clause];
	return found->label.size ? found->label : found->key;
}

/* Chain the issues of each form of the document. */
static void
chain_issues(abbreviations *a)
{
	size_t count = a->issues->items.count;
	a->next = clausary_memory_zeros(count + 1, sizeof *a->next);
	for (size_t i = count; i-- > 0;) {
		const clausary_issue *issue = &a->issues->items.items[i];
		if (issue->place.document != a->index.number
		    || issue->state == CLAUSARY_ISSUE_SUPPRESSED)
			continue;
		a->next[i] = clausary_map_get(&a->first, issue->form);
		clausary_map_put(&a->first, issue->form, (uint32_t)i);
	}
}

/* The rules that say something of an acronym, each once. */
static void
put_rules(abbreviations *a, clausary_slice form)
{
	clausary_buffer rules = {0};
	for (uint32_t i = clausary_map_get(&a->first, form); i != CLAUSARY_NONE; i = a->next[i]) {
		clausary_slice id = clausary_slice_of(a->issues->items.items[i].rule->id);
		if (clausary_slice_find(clausary_buffer_slice(&rules), id) != SIZE_MAX)
			continue;
		if (rules.size)
			clausary_buffer_add_byte(&rules, ' ');
		clausary_buffer_add(&rules, id);
	}
	put_cell(a, clausary_buffer_slice(&rules));
	clausary_buffer_finish(&rules);
}

static void
put_row(abbreviations *a, const row *one)
{
	const clausary_pair *pair =
	        clausary_form_pair(&a->index, one->evidence, ~CLAUSARY_IN(REFERENCES));
	const clausary_use *first = clausary_form_first(one->evidence, ~CLAUSARY_IN(LIST));
	clausary_buffer count = {0};
	clausary_buffer_add_number(&count, clausary_form_count(one->evidence, ~CLAUSARY_IN(LIST)));
	clausary_sink_literal(a->to, "|");
	put_cell(a, one->form);
	put_cell(a, one->expansion.size ? one->expansion : CLAUSARY_SLICE("?"));
	put_cell(a, first ? label_of(a, first->clause) : CLAUSARY_SLICE(""));
	put_cell(a, pair ? label_of(a, pair->clause) : CLAUSARY_SLICE(""));
	put_cell(a, clausary_buffer_slice(&count));
	put_rules(a, one->form);
	clausary_sink_literal(a->to, "\n");
	clausary_buffer_finish(&count);
}

static void
put_table(abbreviations *a)
{
	const char *heads[] = {clausary_message(a->context, "acronym"),
	                       clausary_message(a->context, "expansion"),
	                       clausary_message(a->context, "first use"),
	                       clausary_message(a->context, "introduced"),
	                       clausary_message(a->context, "uses"),
	                       clausary_message(a->context, "issues")};
	clausary_sink_literal(a->to, "|");
	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
		put_cell(a, clausary_slice_of(heads[i]));
	clausary_sink_literal(a->to, "\n|---|---|---|---|---|---|\n");
	for (size_t i = 0; i < a->rows.count; i++)
		put_row(a, &a->rows.items[i]);
}

/* A line of the list, after a mark of its own. */
static void
put_line(abbreviations *a, const char *mark, const row *one)
{
	clausary_sink_put(a->to, clausary_slice_of(mark));
	clausary_sink_put(a->to, one->form);
	clausary_sink_literal(a->to, "\t");
	clausary_sink_put(a->to, one->expansion.size ? one->expansion : CLAUSARY_SLICE("?"));
	clausary_sink_literal(a->to, "\n");
}

static void
put_heading(abbreviations *a, const char *text)
{
	clausary_sink_literal(a->to, "\n## ");
	clausary_sink_put(a->to, clausary_slice_of(text));
	clausary_sink_literal(a->to, "\n\n");
}

static void
put_lists(abbreviations *a)
{
	put_heading(a, clausary_message(a->context, "List of abbreviations"));
	for (size_t i = 0; i < a->rows.count; i++)
		if (a->rows.items[i].used)
			put_line(a, "", &a->rows.items[i]);
	if (!a->index.listed)
		return;
	put_heading(a, clausary_message(a->context, "Difference to the list of the document"));
	for (size_t i = 0; i < a->rows.count; i++) {
		const row *one = &a->rows.items[i];
		if (one->used != one->listed)
			put_line(a, one->used ? "+ " : "- ", one);
	}
}

static void
write_abbreviations(clausary_sink *to, clausary_context *context, const clausary_issues *issues,
                    const clausary_report_options *options)
{
	(void)options;
	for (size_t i = 0; i < issues->document_count; i++) {
		abbreviations a = {.to = to, .context = context, .issues = issues};
		UErrorCode status = U_ZERO_ERROR;
		const clausary_document *document = issues->findings[i]->document;
		if (clausary_index_read(&a.index, context, issues->findings[i], (uint32_t)i)
		    != CLAUSARY_OK)
			continue;
		a.collator = ucol_open(document->language, &status);
		read_rows(&a);
		sort_rows(&a);
		chain_issues(&a);
		clausary_sink_put(to, i ? CLAUSARY_SLICE("\n# ") : CLAUSARY_SLICE("# "));
		clausary_sink_put(to, clausary_slice_of(document->name));
		clausary_sink_literal(to, "\n\n");
		put_table(&a);
		put_lists(&a);
		if (a.collator)
			ucol_close(a.collator);
		clausary_array_finish(&a.rows);
		clausary_map_finish(&a.first);
		free(a.next);
		clausary_index_finish(&a.index);
	}
}

const clausary_report_writer clausary_report_abbreviations = {
        .name = "abbreviations",
        .label = "Each abbreviation, and the list that the document ought to have",
        .suffix = "md",
        .write = write_abbreviations,
};
