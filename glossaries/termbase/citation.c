/* Which of its written forms a term section shows. Dictionaries cite the singular, in the
 * nominative; a text may have that form only at the head of a definition or in its list of
 * abbreviations, or never. Forms are not made up, only chosen; but the capital that a list gives
 * its first word is taken back where running text has none. */
#include "termbase/add.h"
#include "termbase/finish.h"

#include "base/utf8.h"
#include "termbase/key.h"
#include "termbase/number.h"

#include <unicode/uchar.h>

static clausary_slice
first_word(clausary_slice form)
{
	size_t size = 0;
	while (size < form.size && form.data[size] != ' ')
		size++;
	return clausary_slice_part(form, 0, size);
}

static bool
ends_with_any(clausary_slice word, clausary_locale_entry endings)
{
	for (size_t i = 0; i < endings.count; i++)
		if (clausary_slice_ends(word, endings.words[i]))
			return true;
	return false;
}

clausary_form_standing
clausary_adding_standing(const clausary_adding *adding, clausary_slice form)
{
	clausary_slice word = first_word(form);
	if (ends_with_any(word, adding->cited))
		return CLAUSARY_FORM_CITED;
	return ends_with_any(word, adding->uncited) ? CLAUSARY_FORM_INFLECTED : CLAUSARY_FORM_FOUND;
}

/* The number that an acronym shows is that of the expansion beside it. A singular acronym may stand
 * beside a plural ("buoys (AB)"): it proves nothing where the expansion ends as plurals do. */
static clausary_form_standing
standing_in_pair(const clausary_adding *adding, clausary_slice form, bool plural)
{
	clausary_form_standing standing = clausary_adding_standing(adding, form);
	if (plural)
		return CLAUSARY_FORM_INFLECTED;
	if (standing == CLAUSARY_FORM_FOUND && adding->shows_number
	    && !ends_with_any(form, adding->plurals))
		return CLAUSARY_FORM_CITED;
	return standing;
}

static void
offer(clausary_adding *adding, clausary_term *term, clausary_slice form,
      clausary_form_standing standing)
{
	adding->second_key.size = 0;
	clausary_key_clean(&adding->second_key, form, false);
	clausary_slice clean = clausary_buffer_slice(&adding->second_key);
	clausary_slice key = clausary_termbase_key(&adding->key, adding->language, clean);
	clausary_term_offer_form(&adding->to->arena, term, clean, clausary_termbase_key_form(key),
	                         standing);
}

void
clausary_adding_offer_pair(clausary_adding *adding, clausary_term *term, clausary_slice form,
                           clausary_slice acronym, clausary_slice written, uint32_t clause)
{
	const clausary_clause *clauses = adding->document->clauses.items;
	bool plural = clausary_number_is_plural(acronym, written);
	clausary_form_standing standing = standing_in_pair(adding, form, plural);
	if (!plural && clause < adding->document->clauses.count
	    && clauses[clause].flags & CLAUSARY_CLAUSE_ABBREVIATIONS)
		standing = CLAUSARY_FORM_LISTED;
	offer(adding, term, form, standing);
}

static bool
is_known(const clausary_term *term, clausary_slice form)
{
	bool known = clausary_slice_equal(form, term->form);
	for (uint32_t i = 0; i < term->variants.count && !known; i++)
		known = clausary_slice_equal(form, term->variants.items[i]);
	return known;
}

/* Only what is surely cited is shown: any other use is one form of many. */
void
clausary_adding_offer_use(clausary_adding *adding, clausary_term *term, clausary_slice form)
{
	if (term->variants.count == CLAUSARY_TERM_VARIANTS || is_known(term, form))
		return;
	clausary_form_standing standing = CLAUSARY_FORM_UNKNOWN;
	clausary_slice key = clausary_termbase_key_form(
	        clausary_termbase_key(&adding->key, adding->language, form));
	if (!clausary_term_is_short(term) && term->standing < CLAUSARY_FORM_CITED
	    && ((key.size < term->key.size
	         && clausary_number_differs(key, term->key, adding->plurals))
	        || clausary_adding_standing(adding, form) == CLAUSARY_FORM_CITED))
		standing = CLAUSARY_FORM_CITED;
	offer(adding, term, form, standing);
}

void
clausary_adding_offer_definition(clausary_adding *adding, clausary_term *term, clausary_slice form)
{
	if (!clausary_term_is_short(term))
		offer(adding, term, form, CLAUSARY_FORM_DEFINED);
}

clausary_term *
clausary_section_written_as(const clausary_language_section *section, clausary_slice key)
{
	clausary_buffer folded = {0};
	clausary_term *found = NULL;
	for (uint32_t i = 0; i < section->terms.count && found == NULL; i++) {
		clausary_term *term = section->terms.items[i];
		for (uint32_t j = 0; j < term->variants.count && found == NULL; j++) {
			folded.size = 0;
			clausary_termbase_fold(&folded, term->variants.items[j]);
			if (!clausary_term_is_short(term)
			    && clausary_slice_equal(clausary_buffer_slice(&folded), key))
				found = term;
		}
	}
	clausary_buffer_finish(&folded);
	return found;
}

/* The code point at the start of word `index` of a form, and where it stands. */
static uint32_t
initial_of(clausary_slice form, uint32_t index, size_t *start)
{
	size_t at = 0;
	for (; index > 0 && at < form.size; at++)
		index -= form.data[at] == ' ' || form.data[at] == '-';
	*start = at;
	return at < form.size ? clausary_utf8_next(form, &at) : 0;
}

/* Whether some form of the term has word `index` with a small initial where `capital` is the one
 * that is shown. */
static bool
is_small_elsewhere(const clausary_term *term, uint32_t index, uint32_t capital)
{
	size_t start;
	for (uint32_t i = 0; i < term->variants.count; i++)
		if (initial_of(term->variants.items[i], index, &start)
		    == (uint32_t)u_tolower((UChar32)capital))
			return true;
	return false;
}

/* The form of a list in the letters of running text. */
static void
fold_initials(clausary_termbase *termbase, clausary_term *term)
{
	clausary_buffer made = {0};
	size_t start, done = 0;
	for (uint32_t word = 0;; word++) {
		uint32_t initial = initial_of(term->form, word, &start);
		if (initial == 0)
			break;
		if (!u_isupper((UChar32)initial) || !is_small_elsewhere(term, word, initial))
			continue;
		clausary_buffer_add(&made, clausary_slice_part(term->form, done, start));
		clausary_utf8_add(&made, (uint32_t)u_tolower((UChar32)initial));
		done = start;
		clausary_utf8_next(term->form, &done);
	}
	clausary_buffer_add(&made, clausary_slice_part(term->form, done, term->form.size));
	clausary_term_show(&termbase->arena, term, clausary_buffer_slice(&made), term->key);
	clausary_buffer_finish(&made);
}

void
clausary_termbase_cite(clausary_termbase *termbase)
{
	for (size_t i = 0; i < termbase->ordered.count; i++) {
		const clausary_concept *concept = termbase->ordered.items[i];
		for (uint32_t j = 0; j < concept->languages.count; j++) {
			const clausary_language_section *section = concept->languages.items[j];
			for (uint32_t k = 0; k < section->terms.count; k++)
				if (section->terms.items[k]->standing == CLAUSARY_FORM_LISTED)
					fold_initials(termbase, section->terms.items[k]);
		}
	}
}
