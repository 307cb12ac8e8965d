/* Concept entries: finding and adding their parts. The model is that of ISO 30042:2019. */
#include "termbase/concept.h"

const char *const clausary_term_type_names[] = {
        [CLAUSARY_TERM_PLAIN] = "",
        [CLAUSARY_TERM_FULL_FORM] = "fullForm",
        [CLAUSARY_TERM_ACRONYM] = "acronym",
        [CLAUSARY_TERM_ABBREVIATION] = "abbreviation",
        [CLAUSARY_TERM_SHORT_FORM] = "shortForm",
        [CLAUSARY_TERM_VARIANT] = "variant",
        [CLAUSARY_TERM_PHRASE] = "phrase",
};

const char *const clausary_term_status_names[] = {
        [CLAUSARY_TERM_STATUS_NONE] = "",
        [CLAUSARY_TERM_STATUS_PREFERRED] = "preferredTerm-admn-sts",
        [CLAUSARY_TERM_STATUS_ADMITTED] = "admittedTerm-admn-sts",
        [CLAUSARY_TERM_STATUS_DEPRECATED] = "deprecatedTerm-admn-sts",
        [CLAUSARY_TERM_STATUS_SUPERSEDED] = "supersededTerm-admn-sts",
};

const char *const clausary_term_status_words[] = {
        [CLAUSARY_TERM_STATUS_NONE] = "",
        [CLAUSARY_TERM_STATUS_PREFERRED] = "preferred",
        [CLAUSARY_TERM_STATUS_ADMITTED] = "admitted",
        [CLAUSARY_TERM_STATUS_DEPRECATED] = "deprecated",
        [CLAUSARY_TERM_STATUS_SUPERSEDED] = "superseded",
};

clausary_language_section *
clausary_concept_find_section(const clausary_concept *concept, clausary_slice language)
{
	for (uint32_t i = 0; i < concept->languages.count; i++)
		if (clausary_slice_equal_ascii(concept->languages.items[i]->language, language))
			return concept->languages.items[i];
	return NULL;
}

clausary_language_section *
clausary_concept_section(clausary_arena *arena, clausary_concept *concept, clausary_slice language)
{
	clausary_language_section *section = clausary_concept_find_section(concept, language);
	if (section)
		return section;
	section = clausary_arena_allocate(arena, sizeof *section);
	section->language = language;
	section->place = &CLAUSARY_PLACE_NONE;
	clausary_list_push(arena, &concept->languages, section);
	uint32_t at = concept->languages.count - 1;
	clausary_language_section **all = concept->languages.items;
	for (; at > 0 && clausary_slice_compare(all[at - 1]->language, language) > 0; at--)
		all[at] = all[at - 1];
	all[at] = section;
	return section;
}

clausary_term *
clausary_section_find_term(const clausary_language_section *section, clausary_slice key)
{
	for (uint32_t i = 0; i < section->terms.count; i++)
		if (clausary_slice_equal(section->terms.items[i]->key, key))
			return section->terms.items[i];
	return NULL;
}

clausary_term *
clausary_section_first(const clausary_language_section *section, bool is_short)
{
	for (uint32_t i = 0; i < section->terms.count; i++)
		if (clausary_term_is_short(section->terms.items[i]) == is_short)
			return section->terms.items[i];
	return NULL;
}

bool
clausary_term_is_short(const clausary_term *term)
{
	return term->type == CLAUSARY_TERM_ACRONYM || term->type == CLAUSARY_TERM_ABBREVIATION
	       || term->type == CLAUSARY_TERM_SHORT_FORM;
}

clausary_term *
clausary_section_add_term(clausary_arena *arena, clausary_language_section *section,
                          clausary_slice form, clausary_slice key, clausary_term_type type)
{
	clausary_term *term = clausary_arena_allocate(arena, sizeof *term);
	*term = (clausary_term){.form = form, .key = key, .type = type, .confidence = 1};
	clausary_list_push(arena, &section->terms, term);
	uint32_t at = section->terms.count - 1;
	clausary_term **all = section->terms.items;
	if (!clausary_term_is_short(term))
		for (; at > 0 && clausary_term_is_short(all[at - 1]); at--)
			all[at] = all[at - 1];
	all[at] = term;
	return term;
}

bool
clausary_source_same(const clausary_source *a, const clausary_source *b)
{
	return a->document == b->document && clausary_slice_equal(a->key, b->key)
	       && clausary_slice_equal(a->citation, b->citation);
}

void
clausary_term_add_source(clausary_arena *arena, clausary_term *term, clausary_source source)
{
	for (uint32_t i = 0; i < term->sources.count; i++)
		if (clausary_source_same(&term->sources.items[i], &source))
			return;
	term->introductions++;
	if (term->sources.count < CLAUSARY_TERM_SOURCES)
		clausary_list_push(arena, &term->sources, source);
}

void
clausary_term_add_variant(clausary_arena *arena, clausary_term *term, clausary_slice variant)
{
	if (variant.size == 0 || clausary_slice_equal(term->form, variant)
	    || term->variants.count == CLAUSARY_TERM_VARIANTS)
		return;
	for (uint32_t i = 0; i < term->variants.count; i++)
		if (clausary_slice_equal(term->variants.items[i], variant))
			return;
	clausary_list_push(arena, &term->variants, clausary_arena_copy(arena, variant));
}

static void
drop_variant(clausary_term *term, clausary_slice variant)
{
	uint32_t kept = 0;
	for (uint32_t i = 0; i < term->variants.count; i++)
		if (!clausary_slice_equal(term->variants.items[i], variant))
			term->variants.items[kept++] = term->variants.items[i];
	term->variants.count = kept;
}

void
clausary_term_show(clausary_arena *arena, clausary_term *term, clausary_slice form,
                   clausary_slice key)
{
	clausary_slice shown = term->form;
	if (clausary_slice_equal(form, shown))
		return;
	drop_variant(term, form);
	term->form = clausary_arena_copy(arena, form);
	term->key = clausary_arena_copy(arena, key);
	clausary_term_add_variant(arena, term, shown);
}

void
clausary_term_offer_form(clausary_arena *arena, clausary_term *term, clausary_slice form,
                         clausary_slice key, clausary_form_standing standing)
{
	bool better = standing > term->standing;
	if (form.size == 0 || key.size == 0)
		return;
	if (better)
		term->standing = standing;
	if (better && (standing == CLAUSARY_FORM_DEFINED || !clausary_slice_equal(key, term->key)))
		clausary_term_show(arena, term, form, key);
	else
		clausary_term_add_variant(arena, term, form);
}

bool
clausary_term_wants_context(const clausary_term *term, const clausary_source *source)
{
	if (term->contexts.count >= CLAUSARY_TERM_CONTEXTS)
		return false;
	for (uint32_t i = 0; i < term->contexts.count; i++)
		if (clausary_source_same(&term->contexts.items[i].source, source))
			return false;
	return true;
}

const clausary_place CLAUSARY_PLACE_NONE = {.source = {.document = CLAUSARY_NONE},
                                            .work = CLAUSARY_NONE,
                                            .position = UINT32_MAX,
                                            .kind = CLAUSARY_PLACE_MENTION};

/* The first document, in whatever language, that says what the concept is has it; there the
 * definition comes first. A mention alone says nothing. */
static bool
is_better(const clausary_place *a, const clausary_place *b)
{
	bool a_mention = a->kind == CLAUSARY_PLACE_MENTION,
	     b_mention = b->kind == CLAUSARY_PLACE_MENTION;
	if (a_mention != b_mention)
		return b_mention;
	if (a->work != b->work)
		return a->work < b->work;
	if (a->kind != b->kind)
		return a->kind < b->kind;
	if (a->row != b->row)
		return a->row < b->row;
	if (a->source.document != b->source.document)
		return a->source.document < b->source.document;
	return a->position < b->position;
}

void
clausary_place_improve(const clausary_place **at, const clausary_place *place)
{
	if (is_better(place, *at))
		*at = place;
}
