/* A07: an acronym has two expansions that differ a little. */
#include "base/utf8.h"
#include "verify/acronym.h"
#include "verify/check.h"
#include "verify/likeness.h"

/* What stands before a use in brackets, "long form (SHORT)", from the start of its block on; empty
 * where there are no brackets. */
static clausary_slice
before_brackets(const clausary_index *index, const clausary_use *use)
{
	clausary_slice text = clausary_document_text(index->document);
	uint32_t start = clausary_index_block(index, use->span.start)->span.start;
	size_t at = use->span.start, end = use->span.end;
	uint32_t opens = at > start ? clausary_utf8_previous(text, &at) : 0;
	uint32_t closes = end < text.size ? clausary_utf8_next(text, &end) : 0;
	if (!(opens == '(' && closes == ')') && !(opens == 0xff08 && closes == 0xff09))
		return (clausary_slice){0};
	while (at > start && clausary_ascii_is_blank(text.data[at - 1]))
		at--;
	return clausary_slice_part(text, start, at);
}

/* Whether a line broke a word where the end of a text begins: "har- bour lamps". */
static bool
is_broken(clausary_slice text, clausary_slice end)
{
	size_t at = (size_t)(end.data - text.data);
	while (at > 0 && clausary_ascii_is_blank(text.data[at - 1]))
		at--;
	return at > 0 && text.data[at - 1] == '-';
}

/* Words before the acronym that are nearly its expansion were not read as one: their letters are
 * not those of the acronym. */
static void
look_before_brackets(clausary_checking *check, const clausary_index *index,
                     const clausary_form *form)
{
	enum { SHORTEST = 3 }; /* two letters in brackets are often something else: "(EC) No 7" */
	if (form->pair_count == 0 || clausary_utf8_count(form->designation->form) < SHORTEST)
		return;
	for (uint32_t i = 0; i < form->use_count; i++) {
		const clausary_use *use = &form->uses[i];
		bool other = use->pair == CLAUSARY_NONE && use->zone != CLAUSARY_ZONE_REFERENCES;
		clausary_slice before = other ? before_brackets(index, use) : (clausary_slice){0};
		clausary_slice tail;
		const clausary_pair *pair = &index->findings->pairs.items[form->pairs[0]];
		if (before.size == 0
		    || !clausary_likeness_ends(index->cues, before, pair->text, &tail)
		    || is_broken(before, tail))
			continue;
		clausary_check_report(
		        check, &(clausary_report){
		                       .index = index,
		                       .clause = use->clause,
		                       .span = use->span,
		                       .other = index,
		                       .other_clause = pair->clause,
		                       .other_span = pair->short_span,
		                       .form = form->designation->form,
		                       .message = "%s stands after %s, but is the acronym of %s",
		                       .arguments = {form->designation->form, tail, pair->text}});
	}
}

static void
look(clausary_checking *check, const clausary_index *index, const clausary_form *form)
{
	clausary_conflict conflict;
	look_before_brackets(check, index, form);
	for (uint32_t at = 0; clausary_conflict_next(&conflict, index, form, &at);)
		if (conflict.likeness != CLAUSARY_DIFFERENT && !conflict.listed)
			clausary_check_conflict(check, index, form, &conflict,
			                        clausary_conflict_is_doubtful(&conflict));
}

const clausary_rule clausary_rule_near_expansions = {
        .text = {.id = "A07",
	         .name = "near-expansions",
	         .title = "an acronym has two expansions that differ a little",
	         .why = "Either one is a slip, or two things are meant: the reader cannot tell.",
	         .advice = "Write the same expansion everywhere.",
	         .source = "RFC Editor, list of abbreviations; 3GPP TR 21.801",
	         .level = CLAUSARY_WARNING},
        .acronym = look,
};
