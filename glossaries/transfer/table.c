/* Rows of a table that become entries, however the table is written down. A row is a concept with a
 * column for each language, or, where a column says the language, a term: rows that follow each
 * other with one id are one concept. */
#include "transfer/table.h"

#include "base/utf8.h"
#include "termbase/category.h"
#include "transfer/field_name.h"

static clausary_slice
cell_at(clausary_table *t, size_t at)
{
	clausary_buffer *cell = &t->cells.items[at];
	clausary_slice text = clausary_buffer_slice(cell);
	if (clausary_utf8_check(text) != text.size) {
		clausary_buffer good = {0};
		clausary_utf8_repair(&good, text);
		clausary_buffer_finish(cell);
		*cell = good;
		text = clausary_buffer_slice(cell);
	}
	return clausary_slice_trim(text);
}

static void
put_datum(clausary_table *t, const clausary_column *column, clausary_slice value)
{
	clausary_filling *filling = t->filling;
	clausary_term *term = filling->term;
	const clausary_category *category = clausary_category_named(column->field);
	clausary_datum datum;
	bool at_term = term && category && (category->levels & CLAUSARY_LEVEL_TERM)
	               && !(category->levels & CLAUSARY_LEVEL_LANGUAGE
	                    && category->element == CLAUSARY_DATUM_DESCRIP);
	at_term |= term && category == NULL;
	if (category && category->levels == CLAUSARY_LEVEL_CONCEPT)
		filling->section = NULL; /* subject fields are of the entry, wherever they stand */
	if (!at_term || filling->section == NULL)
		filling->term = NULL;
	clausary_field_datum(filling, &datum, column->field, filling->term != NULL, value);
	clausary_filling_datum(filling, &datum);
	filling->term = term;
}

/* The source of the definition or context that came last. */
static void
put_source(clausary_table *t, const clausary_column *column, clausary_slice value)
{
	clausary_filling *filling = t->filling;
	clausary_source source = {.document = CLAUSARY_NONE,
	                          .citation = clausary_filling_copy(filling, value, false)};
	clausary_language_section *section = filling->section;
	if (clausary_slice_equal(column->field, CLAUSARY_SLICE("context"))) {
		if (filling->term && filling->term->contexts.count)
			filling->term->contexts.items[filling->term->contexts.count - 1].source =
			        source;
	} else if (section && section->definitions.count) {
		clausary_list_push(
		        &filling->to->arena,
		        &section->definitions.items[section->definitions.count - 1].sources,
		        source);
	}
}

static void
put_term(clausary_table *t, clausary_slice forms, bool is_short)
{
	while (forms.size) {
		size_t size =
		        t->is_ours ? clausary_slice_find(forms, CLAUSARY_SLICE("; ")) : SIZE_MAX;
		clausary_slice form =
		        clausary_slice_part(forms, 0, size < forms.size ? size : forms.size);
		forms = clausary_slice_part(forms, size < forms.size ? size + 2 : forms.size,
		                            forms.size);
		clausary_filling_term(t->filling, CLAUSARY_SLICE(""));
		clausary_filling_form(t->filling, form, CLAUSARY_SLICE(""));
		if (is_short && t->filling->term)
			t->filling->term->type = CLAUSARY_TERM_ACRONYM;
	}
}

/* Whether the entry has the value already: every row of an entry repeats what is of the entry. */
static bool
has_value(const clausary_concept *concept, const clausary_column *column, clausary_slice value)
{
	bool subject = clausary_slice_equal(column->field, CLAUSARY_SLICE("subjectField"));
	for (uint32_t i = 0; subject && i < concept->subjects.count; i++)
		if (clausary_slice_equal(concept->subjects.items[i], value))
			return true;
	for (uint32_t i = 0; i < concept->data.count; i++)
		if (clausary_slice_equal(concept->data.items[i].category, column->field)
		    && clausary_slice_equal(concept->data.items[i].text, value))
			return true;
	return false;
}

static void
put_at_entry(clausary_table *t, const clausary_column *column, clausary_slice value)
{
	clausary_filling *filling = t->filling;
	clausary_language_section *section = filling->section;
	clausary_term *term = filling->term;
	if (filling->concept == NULL || has_value(filling->concept, column, value))
		return;
	filling->section = NULL;
	filling->term = NULL;
	put_datum(t, column, value);
	filling->section = section;
	filling->term = term;
}

/* Go to the section of a column, at its last term. */
static void
go_to(clausary_table *t, clausary_slice language)
{
	clausary_filling *filling = t->filling;
	if (filling->concept == NULL || (language.size == 0 && t->has_language))
		return;
	if (language.size == 0) {
		filling->section = NULL;
		filling->term = NULL;
		return;
	}
	if (filling->section && clausary_slice_equal_ascii(filling->section->language, language))
		return;
	clausary_filling_section(filling, language);
	if (filling->section && filling->section->terms.count)
		filling->term = filling->section->terms.items[filling->section->terms.count - 1];
}

static void
put_cell(clausary_table *t, const clausary_column *column, clausary_slice value)
{
	if (value.size == 0)
		return;
	if (column->of_entry) {
		put_at_entry(t, column, value);
		return;
	}
	go_to(t, column->language);
	switch (column->kind) {
	case CLAUSARY_COLUMN_TERM:
	case CLAUSARY_COLUMN_SHORT_FORM:
		put_term(t, value, column->kind == CLAUSARY_COLUMN_SHORT_FORM);
		break;
	case CLAUSARY_COLUMN_SOURCE_OF:
		put_source(t, column, value);
		break;
	case CLAUSARY_COLUMN_FIELD:
		put_datum(t, column, value);
		break;
	default:
		break;
	}
}

/* The cell of the first column of a kind; empty where there is none. */
static clausary_slice
cell_of(clausary_table *t, clausary_column_kind kind)
{
	for (size_t i = 0; i < t->column_count && i < t->count; i++)
		if (t->columns[i].kind == kind)
			return cell_at(t, i);
	return CLAUSARY_SLICE("");
}

void
clausary_table_row(clausary_table *t)
{
	clausary_filling *filling = t->filling;
	clausary_slice id = cell_of(t, CLAUSARY_COLUMN_ID);
	bool goes_on = t->has_language && t->has_id && id.size && filling->concept
	               && clausary_slice_equal(id, t->id);
	bool empty = true;
	for (size_t i = 0; i < t->count && empty; i++)
		empty = cell_at(t, i).size == 0;
	if (empty)
		return;
	if (!goes_on) {
		clausary_filling_concept(filling, id);
		t->id = clausary_filling_copy(filling, id, false);
	}
	filling->section = NULL;
	filling->term = NULL;
	if (t->has_language)
		clausary_filling_section(filling, cell_of(t, CLAUSARY_COLUMN_LANGUAGE));
	/* terms first: fields before them in the row are theirs too */
	for (int terms = 1; terms >= 0; terms--)
		for (size_t i = 0; i < t->column_count && i < t->count; i++) {
			const clausary_column *column = &t->columns[i];
			bool is_term = column->kind == CLAUSARY_COLUMN_TERM
			               || column->kind == CLAUSARY_COLUMN_SHORT_FORM;
			if (is_term == (terms == 1))
				put_cell(t, column, cell_at(t, i));
		}
}

/* A bare language is the column of its terms. */
static void
learn_column(clausary_table *t, clausary_slice head)
{
	clausary_column column = clausary_column_of(t->filling, head);
	if (column.kind == CLAUSARY_COLUMN_FIELD && column.field.size == 0)
		column.kind = CLAUSARY_COLUMN_TERM;
	t->has_language |= column.kind == CLAUSARY_COLUMN_LANGUAGE;
	t->has_id |= column.kind == CLAUSARY_COLUMN_ID;
	if (t->column_count < CLAUSARY_TABLE_COLUMNS)
		t->columns[t->column_count++] = column;
}

static bool
learn_columns(clausary_table *t, const char *given)
{
	bool terms = false, places = false;
	t->column_count = 0;
	t->has_language = t->has_id = false;
	t->is_ours &= given != NULL;
	for (size_t i = 0; i < t->count && !given; i++) {
		clausary_slice head = cell_at(t, i);
		t->is_ours |= clausary_slice_find(head, CLAUSARY_SLICE(":short_form")) != SIZE_MAX;
		learn_column(t, head);
	}
	while (given) {
		size_t size = strcspn(given, ",");
		learn_column(t, (clausary_slice){given, size});
		given = given[size] ? given + size + 1 : NULL;
	}
	for (size_t i = 0; i < t->column_count; i++) {
		bool term = t->columns[i].kind == CLAUSARY_COLUMN_TERM;
		terms |= term;
		places |= term && t->columns[i].language.size;
	}
	return terms && (places || t->has_language);
}

static void
show_columns(clausary_table *t)
{
	clausary_buffer text = {0};
	for (size_t i = 0; i < t->column_count; i++) {
		if (i)
			clausary_buffer_add_byte(&text, ',');
		clausary_column_print(&text, &t->columns[i]);
	}
	clausary_diagnose(t->reading->context, CLAUSARY_DIAGNOSTIC_COLUMNS, t->reading->name, 1,
	                  "the columns are taken for %.*s; --columns says otherwise",
	                  (int)text.size, text.data ? text.data : "");
	clausary_buffer_finish(&text);
}

bool
clausary_table_head(clausary_table *t)
{
	const char *given = t->reading->options->columns;
	bool is_head = learn_columns(t, NULL);
	if (given ? !learn_columns(t, given) : !is_head)
		return false;
	show_columns(t);
	if (given && !is_head)
		clausary_table_row(t);
	return true;
}

clausary_status
clausary_table_refuse(clausary_table *t)
{
	return clausary_context_fail(t->reading->context, CLAUSARY_EFORMAT,
	                             "the head of the table names no term in a language; "
	                             "say with --columns what "
	                             "the columns are, as in en:term,fr:term,note");
}

clausary_buffer *
clausary_table_cell(clausary_table *t, size_t at)
{
	if (at >= CLAUSARY_TABLE_COLUMNS)
		return NULL;
	while (t->count <= at) {
		if (t->count == t->cells.count)
			clausary_array_push(&t->cells, ((clausary_buffer){0}));
		t->cells.items[t->count++].size = 0;
	}
	return &t->cells.items[at];
}

void
clausary_table_begin(clausary_table *t, clausary_reading *reading)
{
	*t = (clausary_table){.reading = reading, .filling = &reading->filling};
}

void
clausary_table_finish(clausary_table *t)
{
	for (size_t i = 0; i < t->cells.count; i++)
		clausary_buffer_finish(&t->cells.items[i]);
	clausary_array_finish(&t->cells);
}
