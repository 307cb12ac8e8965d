/* A01: an acronym is used and nowhere expanded. */
#include "base/fold.h"
#include "mining/form_letters.h"
#include "verify/acronym.h"
#include "verify/check.h"
#include "verify/letter_groups.h"
#include "verify/place.h"

/* Running text counts, and an abstract; not what only names other documents, shows code, or gives
 * the document its title. */
enum {
	ZONES = CLAUSARY_RUNNING | CLAUSARY_IN(ABSTRACT) | CLAUSARY_IN(CAPTION),
	ASIDE = CLAUSARY_IN(TABLE) | CLAUSARY_IN(NOTE) | CLAUSARY_IN(FRONT)
};

/* Whether the parts of a form such as "TLV-NIT" are explained, or known to this house. */
static bool
has_known_parts(const clausary_checking *check, const clausary_index *index, clausary_slice form)
{
	clausary_slice rest = form;
	for (size_t hyphen; rest.size; rest = clausary_slice_part(rest, hyphen + 1, rest.size)) {
		hyphen = clausary_slice_find(rest, CLAUSARY_SLICE("-"));
		if (hyphen == SIZE_MAX && rest.size == form.size)
			return false;
		bool last = hyphen == SIZE_MAX;
		clausary_slice part = clausary_slice_part(rest, 0, last ? rest.size : hyphen);
		uint32_t known = clausary_map_get(&index->findings->acronyms, part);
		if (part.size > 1 && (known == CLAUSARY_NONE || index->forms[known].pair_count == 0)
		    && !clausary_check_knows(check, index, part))
			return false;
		if (last)
			return true;
	}
	return true;
}

/* Whether the form is itself a term that has an entry: "6.4 TDX: …" says what it is. */
static bool
heads_entry(const clausary_index *index, const clausary_form *form)
{
	for (uint32_t i = 0; i < form->use_count; i++)
		if (clausary_acronym_heads_clause(index, &form->uses[i]))
			return true;
	return false;
}

/* Whether the same is written without stops, which is told by a rule of its own, or is known so. */
static bool
has_stops(const clausary_checking *check, const clausary_index *index, clausary_slice form)
{
	clausary_buffer plain = {0};
	for (size_t i = 0; i < form.size; i++)
		if (form.data[i] != '.')
			clausary_buffer_add_byte(&plain, form.data[i]);
	bool known = plain.size < form.size
	             && (clausary_map_get(&index->findings->acronyms, clausary_buffer_slice(&plain))
	                         != CLAUSARY_NONE
	                 || clausary_check_knows(check, index, clausary_buffer_slice(&plain)));
	clausary_buffer_finish(&plain);
	return known;
}

/* Whether it is an acronym that the author would expand. */
static bool
is_wanted(const clausary_checking *check, const clausary_index *index, const clausary_form *form)
{
	clausary_slice written = form->designation->form;
	return form->pair_count == 0 && !form->symbol && !clausary_form_is_listed(form)
	       && !clausary_form_is_unit(index->cues, written) && !clausary_acronym_is_code(written)
	       && clausary_form_first(form, ZONES) && !clausary_acronym_is_name(index, form, ZONES)
	       && !clausary_check_is_known(check, index, form)
	       && !has_known_parts(check, index, written)
	       && !clausary_acronym_heads_row(index, form)
	       && !clausary_acronym_is_reckoned(index, form)
	       && !clausary_acronym_seems_introduced(index, form) && !heads_entry(index, form)
	       && !clausary_acronym_is_term(index, written) && !has_stops(check, index, written);
}

/* Whether a use is the word that opens a clause of a resolution, printed in capitals. */
static bool
opens_clause(const clausary_index *index, const clausary_use *use)
{
	if (use->clause == CLAUSARY_NONE)
		return false;
	const clausary_clause *clause = &index->document->clauses.items[use->clause];
	return clause->role.size > 0 && clause->span.start == use->span.start;
}

/* Whether something stands beside a use in running text that makes it another thing: a word in
 * capitals that is no acronym either, a given name, an amount, words that explain it. */
static bool
is_other(const clausary_checking *check, const clausary_index *index, const clausary_use *use)
{
	clausary_slice text = clausary_document_text(index->document), beside;
	if (clausary_place_is_surname(text, use->span) || clausary_place_is_glossed(text, use->span)
	    || clausary_place_is_currency(text, use->span)
	    || clausary_place_is_in_capitals(index, use->span)
	    || clausary_place_is_in_name(index->cues, text, use->span)
	    || clausary_place_is_called_out(index, use->span)
	    || clausary_place_is_literal(text, use->span) || opens_clause(index, use)
	    || clausary_place_is_counted(text, use->span)
	    || (use->zone != CLAUSARY_ZONE_TABLE && clausary_place_is_line(index, use->span)))
		return true;
	if (!clausary_place_is_shouted(text, use->span, &beside))
		return false;
	uint32_t known = clausary_map_get(&index->findings->acronyms, beside);
	return (known == CLAUSARY_NONE || index->forms[known].pair_count == 0)
	       && !clausary_check_knows(check, index, beside);
}

/* Whether a form is in capitals what the language has as a small word: "IT", "WHO". */
static bool
is_small_word(const clausary_cues *cues, clausary_slice form)
{
	return clausary_cues_has(&cues->edge, form) || clausary_cues_has(&cues->initials, form)
	       || clausary_cues_has(&cues->numerals, form);
}

/* Whether all uses are of that kind. */
static bool
is_never_alone(const clausary_checking *check, const clausary_index *index,
               const clausary_form *form)
{
	for (uint32_t i = 0; i < form->use_count; i++)
		if (1u << form->uses[i].zone & ZONES && !form->uses[i].inside
		    && !is_other(check, index, &form->uses[i]))
			return false;
	return true;
}

/* Whether words in brackets follow some use, or it is the label of a reference. */
static bool
has_remark(const clausary_index *index, const clausary_form *form)
{
	clausary_slice text = clausary_document_text(index->document);
	for (uint32_t i = 0; i < form->use_count; i++)
		if (clausary_place_has_remark(index->cues, text, form->uses[i].span)
		    || clausary_place_is_label(text, form->uses[i].span))
			return true;
	return false;
}

/* A form without the small letters at its end: "OSes". */
static clausary_slice
without_ending(clausary_slice form)
{
	while (form.size && clausary_ascii_is_lower(form.data[form.size - 1]))
		form.size--;
	return form;
}

/* Whether a part between hyphens is so long that it is more often a word or a name. */
static bool
has_long_part(clausary_slice form)
{
	enum { MOST = 6 /* letters */ };
	for (size_t start = 0, at = 0; at <= form.size; at++)
		if (at == form.size || form.data[at] == '-') {
			if (clausary_acronym_letters(clausary_slice_part(form, start, at)) > MOST)
				return true;
			start = at + 1;
		}
	return false;
}

/* Whether the letters alone leave a doubt: two may be a symbol, a code or a country, a name with
 * "&" is a company's, a small letter in front may begin a symbol, and what is long, or made of the
 * same groups of letters as the words of the text, is as often a word in capitals. */
static bool
looks_otherwise(const clausary_index *index, clausary_slice form,
                const clausary_letter_groups *groups)
{
	enum { FEWEST = 3 };
	return clausary_acronym_letters(without_ending(form)) < FEWEST || has_long_part(form)
	       || memchr(form.data, '&', form.size) || clausary_ascii_is_lower(form.data[0])
	       || is_small_word(index->cues, form) || clausary_letter_groups_make(groups, form);
}

/* Whether it stands once only. Then nothing else in the text tells an acronym from a name or a
 * code; but where a house wants every acronym in a list, one that is missing there is missing. */
static bool
is_single(const clausary_checking *check, const clausary_form *form)
{
	return clausary_form_count(form, ZONES) < 2
	       && !clausary_house_is(&check->house, CLAUSARY_HOUSE_LIST_DEFINES, "yes");
}

/* Besides, "the SYNC message" names a part of a protocol, "[HRC]" the label of a reference that
 * says what it is; what only stands in tables may have its explanation in a legend that is not
 * read, and nobody rewrites a foreword or a title page for one document. */
static bool
is_doubtful(const clausary_checking *check, const clausary_index *index, const clausary_form *form,
            const clausary_letter_groups *groups)
{
	return looks_otherwise(index, form->designation->form, groups) || is_single(check, form)
	       || has_remark(index, form) || clausary_acronym_is_part_name(index, form, ZONES)
	       || is_never_alone(check, index, form) || !clausary_form_first(form, ZONES & ~ASIDE);
}

static void
report(clausary_checking *check, const clausary_index *index, const clausary_form *form,
       const clausary_letter_groups *groups)
{
	const clausary_use *first = clausary_form_first(form, ZONES);
	clausary_check_report(
	        check,
	        &(clausary_report){.index = index,
		                   .clause = first->clause,
		                   .span = first->span,
		                   .form = form->designation->form,
		                   .message = "%s is nowhere expanded; uses: %s",
		                   .arguments = {form->designation->form,
		                                 clausary_check_number(
	                                                 check, clausary_form_count(form, ZONES))},
		                   .lower = is_doubtful(check, index, form, groups)});
}

/* The form as a word in small letters, where it has such. Owner: `arena`. */
static clausary_slice
small_of(clausary_arena *arena, const clausary_cues *cues, clausary_slice form)
{
	clausary_buffer small = {0};
	clausary_slice kept = clausary_arena_copy(arena, clausary_acronym_word(&small, cues, form));
	clausary_buffer_finish(&small);
	return clausary_slice_equal(kept, form) ? CLAUSARY_SLICE("") : kept;
}

static void
look(clausary_checking *check, const clausary_index *index)
{
	CLAUSARY_ARRAY(uint32_t) wanted = {0};
	clausary_arena arena = {0};
	clausary_map words = {0};
	clausary_letter_groups groups = {0};
	for (uint32_t i = 0; i < index->findings->designations.count; i++) {
		const clausary_form *form = &index->forms[i];
		if (form->designation->kind != CLAUSARY_ACRONYM || !is_wanted(check, index, form))
			continue;
		clausary_array_push(&wanted, i);
		clausary_map_put(&words, small_of(&arena, index->cues, form->designation->form), 0);
	}
	if (wanted.count) {
		clausary_acronym_find_words(index, &words);
		clausary_letter_groups_read(&groups, index);
	}
	for (size_t i = 0; i < wanted.count; i++) {
		const clausary_form *form = &index->forms[wanted.items[i]];
		clausary_slice small = small_of(&arena, index->cues, form->designation->form);
		if (small.size == 0 || clausary_map_get(&words, small) != 1)
			report(check, index, form, &groups);
	}
	clausary_array_finish(&wanted);
	clausary_map_finish(&words);
	clausary_letter_groups_finish(&groups);
	clausary_arena_finish(&arena);
}

const clausary_rule clausary_rule_undefined = {
        .text = {.id = "A01",
	         .name = "undefined-acronym",
	         .title = "an acronym is used and nowhere expanded",
	         .why = "A reader who does not know the acronym cannot find out what it means.",
	         .advice = "Write the full form with the acronym in brackets where it is first "
	                   "used, or put it into the list of abbreviations.",
	         .source = "ITU-T author's guide 8.4; RFC 7322 3.6; UN Editorial Manual",
	         .level = CLAUSARY_WARNING},
        .document = look,
};
