/* X14: the long form of an acronym is the same text in two language versions that have their own
 * for others. */
#include "base/fold.h"
#include "verify/check.h"
#include "verify/concept_use.h"

#include <stdlib.h>

enum { FEW_ALIKE = 4 /* one of so many long forms at most, or the versions keep them */ };

/* What a version says of a concept: its first pair, and whether all others give the same words. */
typedef struct long_form {
	const clausary_pair *pair;
	bool several;
} long_form;

/* Two versions side by side. */
typedef struct side_by_side {
	const clausary_versions *versions;
	size_t version[2];
	const long_form *forms[2]; /* by concept */
} side_by_side;

static bool
are_alike(clausary_slice a, clausary_slice b)
{
	clausary_buffer x = {0}, y = {0};
	clausary_fold(&x, a, CLAUSARY_FOLD_CASE);
	clausary_fold(&y, b, CLAUSARY_FOLD_CASE);
	bool alike = clausary_slice_equal(clausary_buffer_slice(&x), clausary_buffer_slice(&y));
	clausary_buffer_finish(&x);
	clausary_buffer_finish(&y);
	return alike;
}

static void
read_forms(const clausary_versions *versions, size_t version, long_form *forms)
{
	const clausary_concept_uses *uses = &versions->uses[version];
	const clausary_findings *findings = uses->index->findings;
	for (size_t i = 0; i < findings->pairs.count; i++) {
		const clausary_pair *pair = &findings->pairs.items[i];
		uint32_t concept = uses->concepts[pair->acronym];
		if (concept == CLAUSARY_NONE)
			continue;
		long_form *form = &forms[concept];
		if (form->pair == NULL)
			form->pair = pair;
		form->several |= !are_alike(form->pair->text, pair->text);
	}
}

static void
report(clausary_checking *check, const side_by_side *at, size_t concept)
{
	const clausary_index *one = at->versions->items[at->version[0]];
	const clausary_index *other = at->versions->items[at->version[1]];
	const clausary_pair *there = at->forms[0][concept].pair;
	const clausary_pair *here = at->forms[1][concept].pair;
	clausary_slice form = other->forms[here->acronym].designation->form;
	clausary_check_report(
	        check, &(clausary_report){
	                       .index = other,
	                       .clause = here->clause,
	                       .span = here->short_span,
	                       .other = one,
	                       .other_clause = there->clause,
	                       .other_span = there->short_span,
	                       .form = form,
	                       .message = "the long form of %s is the text of the version in %s",
	                       .arguments = {form, clausary_slice_of(one->document->language)}});
}

/* A version that keeps most long forms does so on purpose. */
static void
compare(clausary_checking *check, const side_by_side *at)
{
	size_t count = at->versions->termbase->concepts.count, both = 0, alike = 0;
	bool *same = clausary_memory_zeros(count + 1, sizeof *same);
	for (size_t i = 0; i < count; i++) {
		const long_form *one = &at->forms[0][i], *other = &at->forms[1][i];
		if (!one->pair || !other->pair)
			continue;
		same[i] = !one->several && !other->several
		          && are_alike(one->pair->text, other->pair->text);
		both++;
		alike += same[i];
	}
	for (size_t i = 0; i < count && alike * FEW_ALIKE <= both; i++)
		if (same[i])
			report(check, at, i);
	free(same);
}

static void
look(clausary_checking *check, const clausary_versions *versions)
{
	size_t concepts = versions->termbase->concepts.count;
	long_form *forms = clausary_memory_zeros(versions->count * (concepts + 1), sizeof *forms);
	for (size_t i = 0; i < versions->count; i++)
		read_forms(versions, i, forms + i * concepts);
	for (size_t i = 0; i < versions->count; i++)
		for (size_t j = i + 1; j < versions->count; j++)
			compare(check,
			        &(side_by_side){versions,
			                        {i, j},
			                        {forms + i * concepts, forms + j * concepts}});
	free(forms);
}

const clausary_rule clausary_rule_expansion_untranslated = {
        .text = {.id = "X14",
	         .name = "untranslated-expansion",
	         .title = "a long form is the same text in two language versions",
	         .why = "Other long forms have been translated.",
	         .advice = "Translate it, unless it is the name of a body that has none other.",
	         .source = "UN and ITU editorial practice; Xbench, untranslated segments",
	         .level = CLAUSARY_NOTE},
        .versions = look,
};
