/* Which profile fits: how often what it expects is seen in the first blocks, times its weights. */
#include "document/outline_private.h"

#include <limits.h>

enum { LOOKED_AT = 4000, LONGEST_HEADING = 300 };

static bool
number_follows(const clausary_features *features)
{
	clausary_slice after = clausary_slice_trim(
	        clausary_slice_part(features->rest, features->keyword.size, features->rest.size));
	return after.size && clausary_ascii_is_digit(after.data[0]);
}

/*
 * ITU: the keyword alone on a line, or with those it speaks to, and items after it. UN: the keyword
 * opens a paragraph that ends in a comma or semicolon. A paragraph of plain text that happens to
 * begin with such a word ends in a full stop.
 */
clausary_keyword_use
clausary_keyword_use_of(const clausary_features *features, const clausary_features *next)
{
	clausary_slice rest = features->rest;
	if (features->keyword.role == NULL || features->block->kind == CLAUSARY_BLOCK_CELL)
		return CLAUSARY_KEYWORD_NONE;
	if (features->keyword_alone) /* "2 Requirements" is a title like any other */
		return features->label.kind == CLAUSARY_LABEL_NONE ? CLAUSARY_KEYWORD_HEADS
		                                                   : CLAUSARY_KEYWORD_NONE;
	if (features->keyword.operative
	    && number_follows(features)) /* "resolves 1 above": a reference */
		return CLAUSARY_KEYWORD_NONE;
	/* without capitals, a text that goes on looks like any other: the comma tells them apart */
	bool goes_on = next->lower_start || (next->uncased_start && features->end != ',');
	bool items_follow = next->block && (next->label.kind != CLAUSARY_LABEL_NONE || goes_on);
	bool open_end = features->end != '.' && features->end != ';'
	                && features->label.kind == CLAUSARY_LABEL_NONE;
	if (items_follow && open_end && rest.size <= LONGEST_HEADING && !next->keyword.role)
		return CLAUSARY_KEYWORD_HEADS;
	bool numbered = features->label.kind == CLAUSARY_LABEL_NUMBER;
	if ((features->end && strchr(",;:", features->end))
	    || features->block->flags & CLAUSARY_BLOCK_OPENS
	    || (numbered && features->keyword.operative))
		return CLAUSARY_KEYWORD_OPENS;
	return CLAUSARY_KEYWORD_NONE;
}

typedef struct evidence {
	int keyword, title_number, decimal, section, annex, article, recital, furniture;
	int top_stop, decimal_stop;
	int title; /* of a section, without a number */
} evidence;

static void
count_labels(evidence *seen, const clausary_features *features)
{
	bool numbered = features->label.kind == CLAUSARY_LABEL_NUMBER;
	bool column_zero = features->start == features->block->span.start && !features->label.open;
	if (features->label.kind == CLAUSARY_LABEL_DECIMAL
	    && (features->label.wide || features->title_like)) {
		seen->decimal++;
		seen->decimal_stop += features->label.close == '.' && column_zero;
	}
	if (numbered && (features->section || features->block->flags & CLAUSARY_BLOCK_IN_SEQUENCE))
		seen->section++;
	seen->title += features->section && features->label.kind == CLAUSARY_LABEL_NONE;
	if (numbered && features->label.close == '.' && features->title_like && column_zero)
		seen->top_stop++;
	if (numbered && features->label.open == '(' && features->label.number > 0)
		seen->recital++;
}

static void
count(evidence *seen, const clausary_features *features, const clausary_features *next)
{
	if (features->block->kind == CLAUSARY_BLOCK_FURNITURE)
		seen->furniture++;
	if (features->block->kind == CLAUSARY_BLOCK_CELL || features->text.size == 0)
		return;
	seen->keyword += clausary_keyword_use_of(features, next) != CLAUSARY_KEYWORD_NONE;
	seen->title_number += features->title_number;
	if (features->structure.role && features->number.size) {
		seen->article += strcmp(features->structure.role, "article") == 0;
		seen->annex += strcmp(features->structure.role, "annex") == 0
		               || strcmp(features->structure.role, "appendix") == 0;
	}
	count_labels(seen, features);
}

/* One clause word may be any word that happens to stand alone, as an entry of a list does, or to
 * begin a definition: among titles of sections it says nothing. */
static int
score(const clausary_evidence_weights *weights, const evidence *seen)
{
	bool titled = seen->section || seen->title;
	int keyword = seen->keyword > 1 || seen->title_number || !titled ? seen->keyword : 0;
	return weights->keyword * keyword + weights->title_number * seen->title_number
	       + weights->decimal * seen->decimal + weights->section * seen->section
	       + weights->annex * seen->annex + weights->article * seen->article
	       + weights->recital * (seen->article > 1 ? seen->recital : 0)
	       + weights->furniture * (seen->top_stop > 1 ? seen->furniture : 0)
	       + weights->top_stop * seen->top_stop + weights->decimal_stop * seen->decimal_stop
	       + weights->always;
}

/* Keeps what the blocks look like. */
static const clausary_profile *
by_evidence(clausary_outliner *o, const clausary_profile *profiles, size_t count_of_profiles)
{
	evidence seen = {0};
	const clausary_profile *best = &profiles[count_of_profiles - 1];
	int best_score = INT_MIN;
	size_t all = o->document->blocks.count, blocks = all < LOOKED_AT ? all : LOOKED_AT;
	clausary_array_reserve(&o->looked_at, blocks + 1);
	for (size_t i = 0; i <= blocks; i++)
		clausary_features_read(clausary_array_add(&o->looked_at), o->vocabulary,
		                       o->document, i);
	for (size_t i = 0; i < blocks; i++)
		if (o->looked_at.items[i].block->kind != CLAUSARY_BLOCK_CONTENTS)
			count(&seen, &o->looked_at.items[i], &o->looked_at.items[i + 1]);
	for (size_t i = 0; i < count_of_profiles; i++) {
		int found = score(&profiles[i].weights, &seen);
		if (found > best_score) {
			best_score = found;
			best = &profiles[i];
		}
	}
	return best;
}

clausary_status
clausary_outline_choose_profile(clausary_outliner *o, const char *wanted)
{
	const clausary_profile *profiles;
	size_t count;
	clausary_context *context = o->document->context;
	clausary_status status = clausary_profiles(&profiles, &count, context);
	if (status != CLAUSARY_OK)
		return status;
	if (wanted == NULL) {
		o->profile = by_evidence(o, profiles, count);
		return CLAUSARY_OK;
	}
	for (size_t i = 0; i < count; i++)
		if (strcmp(profiles[i].name, wanted) == 0)
			o->profile = &profiles[i];
	if (o->profile)
		return CLAUSARY_OK;
	return clausary_context_fail(context, CLAUSARY_EUSAGE,
	                             "no outline profile '%s': 'clausary list profiles' shows them",
	                             wanted);
}
