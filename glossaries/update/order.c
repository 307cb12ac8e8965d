/* Canonical order. Lists are short; each is sorted in place. */
#include "update/order.h"

#include <stdlib.h>

int
clausary_order_source(const clausary_source *a, const clausary_source *b)
{
	int order = clausary_slice_compare(a->citation, b->citation);
	return order ? order : clausary_slice_compare(a->key, b->key);
}

static int
compare_data(const clausary_data *a, const clausary_data *b)
{
	for (uint32_t i = 0; i < a->count && i < b->count; i++) {
		int order = clausary_order_datum(&a->items[i], &b->items[i]);
		if (order)
			return order;
	}
	return (a->count > b->count) - (a->count < b->count);
}

int
clausary_order_datum(const clausary_datum *a, const clausary_datum *b)
{
	int order = (int)a->element - (int)b->element;
	if (order == 0)
		order = clausary_slice_compare(a->category, b->category);
	if (order == 0)
		order = clausary_slice_compare(a->text, b->text);
	if (order == 0)
		order = clausary_slice_compare(a->target, b->target);
	if (order == 0)
		order = clausary_slice_compare(a->language, b->language);
	return order ? order : compare_data(&a->parts, &b->parts);
}

static int
by_bytes(const void *a, const void *b)
{
	return clausary_slice_compare(*(const clausary_slice *)a, *(const clausary_slice *)b);
}

static int
by_source(const void *a, const void *b)
{
	return clausary_order_source(a, b);
}

static int
by_datum(const void *a, const void *b)
{
	return clausary_order_datum(a, b);
}

static int
by_definition(const void *a, const void *b)
{
	const clausary_concept_definition *left = a, *right = b;
	return clausary_slice_compare(left->text, right->text);
}

static int
by_context(const void *a, const void *b)
{
	const clausary_context_sentence *left = a, *right = b;
	int order = clausary_slice_compare(left->text, right->text);
	if (order == 0)
		order = clausary_order_source(&left->source, &right->source);
	return order ? order : compare_data(&left->data, &right->data);
}

static int
by_form(const void *a, const void *b)
{
	const clausary_term *const *left = a, *const *right = b;
	return clausary_slice_compare((*left)->form, (*right)->form);
}

/* As people read them: the preferred first, short forms last. */
static int
by_rank(const void *a, const void *b)
{
	const clausary_term *const *left = a, *const *right = b;
	static const int ranks[] = {1, 0, 2, 3, 4}; /* of clausary_term_status */
	int order = ranks[(*left)->status] - ranks[(*right)->status];
	if (order == 0)
		order = clausary_term_is_short(*left) - clausary_term_is_short(*right);
	return order ? order : by_form(a, b);
}

static int
by_language(const void *a, const void *b)
{
	const clausary_language_section *const *left = a, *const *right = b;
	clausary_slice x = (*left)->language, y = (*right)->language;
	for (size_t i = 0; i < x.size && i < y.size; i++) {
		int order = clausary_ascii_lower(x.data[i]) - clausary_ascii_lower(y.data[i]);
		if (order)
			return order;
	}
	return (x.size > y.size) - (x.size < y.size);
}

/* Sort the items of a list and drop what is there twice; returns how many are left. */
static uint32_t
sort_unique(void *items, uint32_t count, size_t size, int (*compare)(const void *, const void *))
{
	char *all = items;
	uint32_t kept = count > 0;
	if (count > 1)
		qsort(items, count, size, compare);
	for (uint32_t i = 1; i < count; i++)
		if (compare(all + (kept - 1) * size, all + i * size) != 0)
			memmove(all + kept++ * size, all + i * size, size);
	return kept;
}

#define SORT_UNIQUE(list, compare)                                                                 \
	((list)->count =                                                                           \
	         sort_unique((list)->items, (list)->count, sizeof *(list)->items, (compare)))

void
clausary_order_data(clausary_data *data)
{
	for (uint32_t i = 0; i < data->count; i++)
		clausary_order_data(&data->items[i].parts);
	SORT_UNIQUE(data, by_datum);
}

/* Definitions of one text are one, with all their sources. */
static void
order_definitions(clausary_arena *arena, clausary_concept_definition *items, uint32_t *count)
{
	uint32_t kept = 0;
	if (*count > 1)
		qsort(items, *count, sizeof *items, by_definition);
	for (uint32_t i = 0; i < *count; i++) {
		clausary_concept_definition *last = kept ? &items[kept - 1] : NULL;
		if (last == NULL || by_definition(last, &items[i]) != 0) {
			items[kept++] = items[i];
			continue;
		}
		clausary_list_append(arena, &last->sources, &items[i].sources);
		clausary_list_append(arena, &last->cited, &items[i].cited);
		clausary_list_append(arena, &last->data, &items[i].data);
		last->elsewhere |= items[i].elsewhere;
	}
	*count = kept;
	for (uint32_t i = 0; i < kept; i++) {
		SORT_UNIQUE(&items[i].sources, by_source);
		SORT_UNIQUE(&items[i].cited, by_bytes);
		clausary_order_data(&items[i].data);
	}
}

/* Whether a datum is one value of a category and nothing else. */
static bool
is_value_of(const clausary_datum *datum, const char *category)
{
	return datum->element == CLAUSARY_DATUM_TERM_NOTE && datum->parts.count == 0
	       && datum->target.size == 0 && datum->language.size == 0
	       && clausary_slice_equal(datum->category, clausary_slice_of(category));
}

static void
put_beside(clausary_arena *arena, clausary_term *term, const char *category, clausary_slice value)
{
	if (value.size)
		clausary_list_push(arena, &term->data,
		                   ((clausary_datum){.element = CLAUSARY_DATUM_TERM_NOTE,
		                                     .category = clausary_slice_of(category),
		                                     .text = value}));
}

/* Of all values of a category the first in `names` is the field's, the others stand beside it:
 * returns its place. */
static unsigned
settle_name(clausary_arena *arena, clausary_term *term, const char *category,
            const char *const *names, unsigned count, unsigned field)
{
	uint32_t kept = 0;
	unsigned values = 1u << field;
	for (uint32_t i = 0; i < term->data.count; i++) {
		const clausary_datum *datum = &term->data.items[i];
		unsigned place = is_value_of(datum, category) ? 1 : count;
		while (place < count
		       && !clausary_slice_equal(datum->text, clausary_slice_of(names[place])))
			place++;
		if (place < count)
			values |= 1u << place;
		else
			term->data.items[kept++] = term->data.items[i];
	}
	term->data.count = kept;
	field = 0;
	for (unsigned i = 1; i < count; i++) {
		if (!(values & 1u << i))
			continue;
		if (field)
			put_beside(arena, term, category, clausary_slice_of(names[i]));
		else
			field = i;
	}
	return field;
}

/* The same for the part of speech, the first by its bytes. */
static void
settle_part_of_speech(clausary_term *term)
{
	uint32_t kept = 0;
	for (uint32_t i = 0; i < term->data.count; i++) {
		clausary_datum *datum = &term->data.items[i];
		clausary_slice field = term->part_of_speech;
		if (is_value_of(datum, "partOfSpeech")
		    && (field.size == 0 || clausary_slice_compare(datum->text, field) < 0)) {
			term->part_of_speech = datum->text;
			datum->text = field;
		}
		if (!is_value_of(datum, "partOfSpeech")
		    || (datum->text.size
		        && !clausary_slice_equal(datum->text, term->part_of_speech)))
			term->data.items[kept++] = *datum;
	}
	term->data.count = kept;
}

static void
order_term(clausary_arena *arena, clausary_term *term)
{
	term->type = (clausary_term_type)settle_name(
	        arena, term, "termType", clausary_term_type_names, CLAUSARY_TERM_TYPES, term->type);
	term->status = (clausary_term_status)settle_name(arena, term, "administrativeStatus",
	                                                 clausary_term_status_names,
	                                                 CLAUSARY_TERM_STATUSES, term->status);
	settle_part_of_speech(term);
	SORT_UNIQUE(&term->sources, by_source);
	for (uint32_t i = 0; i < term->contexts.count; i++)
		clausary_order_data(&term->contexts.items[i].data);
	SORT_UNIQUE(&term->contexts, by_context);
	SORT_UNIQUE(&term->variants, by_bytes);
	SORT_UNIQUE(&term->notes, by_bytes);
	clausary_order_data(&term->data);
}

/* One term of two that have the same form. */
static void
unite_terms(clausary_arena *arena, clausary_term *to, const clausary_term *from)
{
	put_beside(arena, to, "partOfSpeech", from->part_of_speech);
	put_beside(arena, to, "termType", clausary_slice_of(clausary_term_type_names[from->type]));
	put_beside(arena, to, "administrativeStatus",
	           clausary_slice_of(clausary_term_status_names[from->status]));
	if (to->mentions < from->mentions)
		to->mentions = from->mentions;
	if (to->confidence < from->confidence)
		to->confidence = from->confidence;
	clausary_list_append(arena, &to->sources, &from->sources);
	clausary_list_append(arena, &to->contexts, &from->contexts);
	clausary_list_append(arena, &to->variants, &from->variants);
	clausary_list_append(arena, &to->notes, &from->notes);
	clausary_list_append(arena, &to->data, &from->data);
}

static void
order_section(clausary_arena *arena, clausary_language_section *section)
{
	uint32_t kept = 0, count = section->terms.count;
	clausary_term **terms = section->terms.items;
	order_definitions(arena, section->definitions.items, &section->definitions.count);
	SORT_UNIQUE(&section->notes, by_bytes);
	clausary_order_data(&section->data);
	if (count > 1)
		qsort(terms, count, sizeof *terms, by_form);
	for (uint32_t i = 0; i < count; i++)
		if (kept && clausary_slice_equal(terms[kept - 1]->form, terms[i]->form))
			unite_terms(arena, terms[kept - 1], terms[i]);
		else
			terms[kept++] = terms[i];
	section->terms.count = kept;
	for (uint32_t i = 0; i < kept; i++)
		order_term(arena, terms[i]);
	if (kept > 1)
		qsort(terms, kept, sizeof *terms, by_rank);
}

void
clausary_order_concept(clausary_arena *arena, clausary_concept *concept)
{
	uint32_t kept = 0, count = concept->languages.count;
	clausary_language_section **sections = concept->languages.items;
	SORT_UNIQUE(&concept->subjects, by_bytes);
	SORT_UNIQUE(&concept->notes, by_bytes);
	order_definitions(arena, concept->definitions.items, &concept->definitions.count);
	clausary_order_data(&concept->data);
	if (count > 1)
		qsort(sections, count, sizeof *sections, by_language);
	for (uint32_t i = 0; i < count; i++) {
		clausary_language_section *last = kept ? sections[kept - 1] : NULL;
		if (last == NULL || by_language(&last, &sections[i]) != 0) {
			sections[kept++] = sections[i];
			continue;
		}
		if (clausary_slice_compare(sections[i]->language, last->language) < 0)
			last->language = sections[i]->language;
		clausary_list_append(arena, &last->definitions, &sections[i]->definitions);
		clausary_list_append(arena, &last->notes, &sections[i]->notes);
		clausary_list_append(arena, &last->terms, &sections[i]->terms);
		clausary_list_append(arena, &last->data, &sections[i]->data);
	}
	concept->languages.count = kept;
	for (uint32_t i = 0; i < kept; i++)
		order_section(arena, sections[i]);
}
