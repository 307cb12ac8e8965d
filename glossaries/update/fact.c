/* Facts of an entry. */
#include "update/fact.h"

#include "update/evidence.h"

#include <stdlib.h>

typedef struct telling {
	clausary_arena *arena;
	clausary_facts *facts;
	clausary_slice language, term;
	clausary_buffer text;
} telling;

static void
add(telling *t, clausary_slice field, clausary_slice value)
{
	if (value.size)
		clausary_list_push(t->arena, t->facts,
		                   ((clausary_fact){t->language, t->term, field, value}));
}

static void
add_words(clausary_buffer *to, const clausary_datum *datum)
{
	clausary_buffer_add(to, datum->text.size ? datum->text : datum->target);
	for (uint32_t i = 0; i < datum->parts.count; i++) {
		const clausary_datum *part = &datum->parts.items[i];
		clausary_buffer_add(to, i ? CLAUSARY_SLICE("; ") : CLAUSARY_SLICE(" ("));
		if (part->category.size) {
			clausary_buffer_add(to, part->category);
			clausary_buffer_add(to, CLAUSARY_SLICE(": "));
		}
		add_words(to, part);
	}
	if (datum->parts.count)
		clausary_buffer_add_byte(to, ')');
}

static void
add_data(telling *t, const clausary_data *data)
{
	for (uint32_t i = 0; i < data->count; i++) {
		const clausary_datum *datum = &data->items[i];
		t->text.size = 0;
		add_words(&t->text, datum);
		add(t, datum->category.size ? datum->category : CLAUSARY_SLICE("note"),
		    clausary_arena_copy(t->arena, clausary_buffer_slice(&t->text)));
	}
}

static void
add_definitions(telling *t, const clausary_concept_definition *items, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		add(t, CLAUSARY_SLICE("definition"), items[i].text);
		for (uint32_t k = 0; k < items[i].sources.count; k++)
			add(t, CLAUSARY_SLICE("definition source"),
			    items[i].sources.items[k].citation);
		add_data(t, &items[i].data);
	}
}

static void
add_notes(telling *t, const clausary_slice *notes, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		if (clausary_former_id(notes[i]).size == 0)
			add(t, CLAUSARY_SLICE("note"), notes[i]);
}

static void
add_term(telling *t, const clausary_term *term)
{
	t->term = term->form;
	add(t, CLAUSARY_SLICE("term"), term->form);
	add(t, CLAUSARY_SLICE("termType"), clausary_slice_of(clausary_term_type_names[term->type]));
	add(t, CLAUSARY_SLICE("administrativeStatus"),
	    clausary_slice_of(clausary_term_status_words[term->status]));
	add(t, CLAUSARY_SLICE("partOfSpeech"), term->part_of_speech);
	for (uint32_t i = 0; i < term->sources.count; i++)
		add(t, CLAUSARY_SLICE("source"), term->sources.items[i].citation);
	for (uint32_t i = 0; i < term->contexts.count; i++) {
		add(t, CLAUSARY_SLICE("context"), term->contexts.items[i].text);
		add(t, CLAUSARY_SLICE("context source"), term->contexts.items[i].source.citation);
		add_data(t, &term->contexts.items[i].data);
	}
	add_notes(t, term->notes.items, term->notes.count);
	add_data(t, &term->data);
	t->term = CLAUSARY_SLICE("");
}

void
clausary_facts_add(clausary_arena *arena, clausary_facts *facts, const clausary_concept *concept)
{
	telling t = {.arena = arena,
	             .facts = facts,
	             .language = CLAUSARY_SLICE(""),
	             .term = CLAUSARY_SLICE("")};
	for (uint32_t i = 0; i < concept->subjects.count; i++)
		add(&t, CLAUSARY_SLICE("subjectField"), concept->subjects.items[i]);
	add_notes(&t, concept->notes.items, concept->notes.count);
	add_definitions(&t, concept->definitions.items, concept->definitions.count);
	add_data(&t, &concept->data);
	for (uint32_t i = 0; i < concept->languages.count; i++) {
		const clausary_language_section *section = concept->languages.items[i];
		t.language = section->language;
		add_definitions(&t, section->definitions.items, section->definitions.count);
		add_notes(&t, section->notes.items, section->notes.count);
		add_data(&t, &section->data);
		for (uint32_t k = 0; k < section->terms.count; k++)
			add_term(&t, section->terms.items[k]);
	}
	clausary_buffer_finish(&t.text);
}

int
clausary_fact_field_order(const clausary_fact *a, const clausary_fact *b)
{
	int order = clausary_slice_compare(a->language, b->language);
	if (order == 0)
		order = clausary_slice_compare(a->term, b->term);
	return order ? order : clausary_slice_compare(a->field, b->field);
}

int
clausary_fact_order(const clausary_fact *a, const clausary_fact *b)
{
	int order = clausary_fact_field_order(a, b);
	return order ? order : clausary_slice_compare(a->value, b->value);
}

bool
clausary_fact_same_field(const clausary_fact *a, const clausary_fact *b)
{
	return clausary_slice_equal(a->language, b->language)
	       && clausary_slice_equal(a->term, b->term)
	       && clausary_slice_equal(a->field, b->field);
}

static int
by_order(const void *a, const void *b)
{
	return clausary_fact_order(a, b);
}

void
clausary_facts_sort(clausary_facts *facts)
{
	uint32_t kept = 0;
	if (facts->count > 1)
		qsort(facts->items, facts->count, sizeof *facts->items, by_order);
	for (uint32_t i = 0; i < facts->count; i++)
		if (kept == 0
		    || clausary_fact_order(&facts->items[kept - 1], &facts->items[i]) != 0)
			facts->items[kept++] = facts->items[i];
	facts->count = kept;
}

clausary_slice
clausary_citation_document(clausary_slice citation)
{
	unsigned depth = 0;
	for (size_t i = 0; i + 1 < citation.size; i++) {
		char c = citation.data[i];
		depth += c == '(' || c == '[';
		depth -= depth && (c == ')' || c == ']');
		if (depth == 0 && c == ',' && citation.data[i + 1] == ' ')
			return clausary_slice_part(citation, 0, i);
	}
	return citation;
}

/* What all languages print the same of a label: "A.2.2" of "Annex A, A.2.2", "b" of "recalling b)".
 * Empty where the last word is a word, or in other letters. */
static clausary_slice
number_label(clausary_slice clause)
{
	enum { LETTERS = 4 }; /* of "b)", "(iv)" */
	bool number = false;
	size_t start = clause.size, end = clause.size;
	while (start > 0 && clause.data[start - 1] != ' ')
		start--;
	while (end > start && (clause.data[end - 1] == ')' || clause.data[end - 1] == '.'))
		end--;
	start += start < end && clause.data[start] == '(';
	for (size_t i = start; i < end; i++) {
		char c = clause.data[i];
		number |= clausary_ascii_is_digit(c);
		if (!clausary_ascii_is_digit(c) && !clausary_ascii_is_letter(c) && c != '.')
			return CLAUSARY_SLICE("");
	}
	return number || end - start <= LETTERS ? clausary_slice_part(clause, start, end)
	                                        : CLAUSARY_SLICE("");
}

bool
clausary_citation_place(clausary_buffer *text, clausary_slice citation, uint64_t *work,
                        clausary_slice *label)
{
	clausary_slice document = clausary_citation_document(citation);
	unsigned numbers = 0;
	text->size = 0;
	for (size_t i = 0; i < document.size; i++) {
		bool digit = clausary_ascii_is_digit(document.data[i]);
		bool first = digit && (i == 0 || !clausary_ascii_is_digit(document.data[i - 1]));
		numbers += first;
		if (first)
			clausary_buffer_add_byte(text, ' ');
		if (digit)
			clausary_buffer_add_byte(text, document.data[i]);
	}
	*work = clausary_slice_hash(clausary_buffer_slice(text));
	*label = number_label(clausary_slice_part(
	        citation, document.size < citation.size ? document.size + 2 : citation.size,
	        citation.size));
	return numbers >= 2 && label->size;
}
