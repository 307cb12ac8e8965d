/* X05: a clause has one acronym in a language version and another one in the next. */
#include "base/fold.h"
#include "base/utf8.h"
#include "verify/acronym.h"
#include "verify/check.h"
#include "verify/concept_use.h"

#include <unicode/uchar.h>

enum { MOST_COMPARED = 256 /* uses of a clause: in a table of acronyms it says nothing */ };

/* Two versions at the same clause. */
typedef struct place {
	const clausary_versions *versions;
	size_t version[2];
	uint32_t clause[2];
} place;

static bool
is_acronym(const clausary_concept_uses *uses, const clausary_concept_use *use)
{
	const clausary_index *index = uses->index;
	const clausary_designation *form = index->forms[use->form].designation;
	return form->kind == CLAUSARY_ACRONYM && clausary_acronym_letters(form->form) > 1;
}

/* Whether the other version could have said the same: it has a name for the concept, or the same
 * letters elsewhere. */
static bool
has_counterpart(const place *at, uint32_t concept, clausary_slice letters, size_t other)
{
	const clausary_index *index = at->versions->items[at->version[other]];
	return clausary_concept_section_of(at->versions, concept, at->version[other])
	       || clausary_map_get(&index->findings->acronyms, letters) != CLAUSARY_NONE;
}

/* Whether a character beside a form makes it a part of a longer one: "ITU-T". */
static bool
joins(uint32_t c)
{
	return u_charType((UChar32)c) == U_DASH_PUNCTUATION || c == '/'
	       || (u_isalnum((UChar32)c) && !clausary_utf8_is_square(c));
}

/* Whether a text has letters that are no part of a longer form. */
static bool
holds(clausary_slice text, clausary_slice letters)
{
	for (size_t found; (found = clausary_slice_find(text, letters)) != SIZE_MAX;) {
		size_t before = found, after = found + letters.size;
		if ((before == 0 || !joins(clausary_utf8_previous(text, &before)))
		    && (after == text.size || !joins(clausary_utf8_next(text, &after))))
			return true;
		text = clausary_slice_part(text, found + letters.size, text.size);
	}
	return false;
}

/* Whether the clause has the letters in the other version, though nobody explains them there, or
 * as a word in small letters. */
static bool
has_letters(const place *at, size_t side, clausary_slice letters)
{
	const clausary_concept_uses *uses = &at->versions->uses[at->version[side]];
	uint32_t clause = at->clause[side];
	for (uint32_t i = uses->start[clause]; i < uses->start[clause + 1]; i++)
		if (clausary_slice_equal(uses->index->forms[uses->items[i].form].designation->form,
		                         letters))
			return true;
	const clausary_index *index = at->versions->items[at->version[side]];
	clausary_slice text =
	        clausary_index_text(index, index->document->clauses.items[at->clause[side]].span);
	clausary_buffer small = {0};
	clausary_fold(&small, letters, CLAUSARY_FOLD_CASE);
	bool found = holds(text, letters) || holds(text, clausary_buffer_slice(&small));
	clausary_buffer_finish(&small);
	return found;
}

/* How often a clause names a concept. */
static uint32_t
count_uses(const place *at, size_t side, uint32_t concept)
{
	uint32_t count = 0;
	const clausary_concept_uses *uses = &at->versions->uses[at->version[side]];
	uint32_t clause = at->clause[side];
	for (uint32_t i = uses->start[clause]; i < uses->start[clause + 1]; i++)
		count += uses->concepts[uses->items[i].form] == concept;
	return count;
}

/* How many names of concepts a clause has. */
static uint32_t
size_of(const place *at, size_t side)
{
	const clausary_concept_uses *uses = &at->versions->uses[at->version[side]];
	return uses->start[at->clause[side] + 1] - uses->start[at->clause[side]];
}

/* The next acronym of one side that the other names less often, from use `from` on, or NULL. */
static const clausary_concept_use *
lacking(const place *at, size_t side, uint32_t *from, bool wholly)
{
	const clausary_concept_uses *uses = &at->versions->uses[at->version[side]];
	uint32_t start = uses->start[at->clause[side]], size = size_of(at, side);
	while (*from < size) {
		const clausary_concept_use *use = &uses->items[start + (*from)++];
		uint32_t concept = uses->concepts[use->form];
		clausary_slice letters = uses->index->forms[use->form].designation->form;
		if (!is_acronym(uses, use) || !has_counterpart(at, concept, letters, !side))
			continue;
		bool counted = concept != CLAUSARY_NONE;
		uint32_t there = counted ? count_uses(at, !side, concept) : 0;
		if (wholly ? there == 0 && !has_letters(at, !side, letters)
		           : counted && there < count_uses(at, side, concept))
			return use;
	}
	return NULL;
}

/* What the first version has where the second has an acronym that the first lacks: one that it has
 * and the second lacks, else one that it has more often. `*sure` where both clauses have as many
 * names, or nothing had to be counted. */
static const clausary_concept_use *
counterpart_of(const place *at, uint32_t *here, bool *sure)
{
	uint32_t again = 0;
	const clausary_concept_use *found = lacking(at, 0, here, true);
	*sure = found || size_of(at, 0) == size_of(at, 1);
	return found ? found : lacking(at, 0, &again, false);
}

/* A translation may name a thing that the other only points to ("the Union"). Where each side names
 * one that the other does not, they speak of different things. */
static void
compare(clausary_checking *check, const place *at)
{
	const clausary_index *one = at->versions->items[at->version[0]];
	const clausary_index *other = at->versions->items[at->version[1]];
	if (size_of(at, 0) > MOST_COMPARED || size_of(at, 1) > MOST_COMPARED)
		return;
	for (uint32_t here = 0, there = 0;;) {
		bool sure;
		const clausary_concept_use *use = lacking(at, 1, &there, true);
		const clausary_concept_use *counterpart =
		        use ? counterpart_of(at, &here, &sure) : NULL;
		if (!counterpart)
			return;
		clausary_slice form = other->forms[use->form].designation->form;
		clausary_check_report(
		        check,
		        &(clausary_report){
		                .index = other,
		                .clause = use->clause,
		                .span = use->span,
		                .other = one,
		                .other_clause = counterpart->clause,
		                .other_span = counterpart->span,
		                .form = form,
		                .message = "%s is written where the version in %s has %s",
		                .arguments = {form, clausary_slice_of(one->document->language),
				              one->forms[counterpart->form].designation->form},
		                .lower = at->versions->doubtful || !sure});
	}
}

static void
look(clausary_checking *check, const clausary_versions *versions)
{
	for (size_t i = 0; i < versions->count; i++)
		for (size_t j = i + 1; j < versions->count; j++)
			for (uint32_t k = 0; k < versions->items[i]->document->clauses.count; k++) {
				place at = {versions, {i, j}, {k, 0}};
				at.clause[1] = clausary_versions_clause(versions, i, k, j);
				if (at.clause[1] != CLAUSARY_NONE)
					compare(check, &at);
			}
}

const clausary_rule clausary_rule_acronym_swapped = {
        .text = {.id = "X05",
	         .name = "acronym-swapped",
	         .title = "a clause has another acronym in a language version",
	         .why = "The versions of a text are meant to say the same.",
	         .advice = "Look at both and mend the wrong one.",
	         .source = "language versions are equally authentic; Xbench, key term mismatch",
	         .level = CLAUSARY_WARNING},
        .versions = look,
};
