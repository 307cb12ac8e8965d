/* The outline: each block is held against the rules of the profile; the first that fits opens a
 * clause, closes those of its own and of higher levels, and gives it its key. Sequence decides what
 * one block cannot: "3.2 of the plan" opens no clause after 7.1, "1" under "resolves" does. */
#include "document/outline.h"

#include "base/utf8.h"
#include "document/damage.h"
#include "document/document_language.h"
#include "document/label_script.h"
#include "document/outline_private.h"
#include "document/split.h"

#include <unicode/uchar.h>

/* One block held against the rules. */
typedef struct trial {
	clausary_outliner *o;
	const clausary_outline_rule *rule;
	clausary_block *block;
	clausary_features *here;
	const clausary_features *next;
} trial;

/* A number before running text is a label when it is the next one, and stands among terms or before
 * a capital. */
static bool
is_entry_number(const trial *t)
{
	const clausary_open_clause *open = clausary_outline_nearest(t->o);
	bool terms = open->clause != CLAUSARY_NONE
	             && t->o->document->clauses.items[open->clause].flags & CLAUSARY_CLAUSE_TERMS;
	const clausary_label *last = &t->o->last, *label = &t->here->label;
	return last->count
	       && (clausary_label_is_inserted(last, label)
	           || (clausary_label_is_next(last, label) && (terms || !t->here->lower_start)));
}

/* A decimal label opens a clause when it comes after the last one and stays in the clause that is
 * open. */
static bool
decimal_follows(const trial *t)
{
	const clausary_label *label = &t->here->label, *last = &t->o->last;
	uint32_t first = label->components[0];
	if (t->block->kind == CLAUSARY_BLOCK_HEADING)
		return true;
	if (t->block->kind == CLAUSARY_BLOCK_CELL || label->open || label->close == ')')
		return false;
	if (!label->wide && !is_entry_number(t))
		return false;
	int order = last->count ? clausary_label_compare(label, last) : 1;
	bool again = label->wide || clausary_label_is_inserted(last, label);
	if (order < 0 || (order == 0 && !again)) /* the same number twice is a clause twice */
		return false;
	if (first >= 0x10000u)
		return t->o->in_annex;
	if (t->o->top == CLAUSARY_NONE)
		return last->count == 0 || first == last->components[0]
		       || first == last->components[0] + 1;
	return first == t->o->top || first == t->o->top + 1;
}

/* An extract may leave clauses out: 3.4.1.4 after 3.1.4 does not stand in it. */
static void
close_others(clausary_outliner *o, const clausary_outline_rule *rule, const clausary_label *label)
{
	while (o->depth && o->stack[o->depth - 1].level >= rule->level
	       && !clausary_label_begins(&o->stack[o->depth - 1].label, label))
		o->depth--;
}

static bool
try_decimal(trial *t)
{
	const clausary_label *label = &t->here->label;
	if (label->kind != CLAUSARY_LABEL_DECIMAL || !decimal_follows(t))
		return false;
	if (t->here->section && clausary_outline_is_term(t->o, t->here, t->next))
		t->here->section = NULL;
	close_others(t->o, t->rule, label);
	uint32_t clause = clausary_outline_open_at(
	        t->o, t->rule, t->rule->level + (int)label->count - 2, t->here, NULL);
	clausary_outline_nearest(t->o)->label = *label;
	clausary_outline_attach(t->o, clause, t->block);
	t->o->last = *label;
	if (label->components[0] < 0x10000u)
		t->o->top = label->components[0];
	return true;
}

/* "1 Scope": a number alone opens a clause when a title follows and it goes on from the last one.
 */
static bool
try_top(trial *t)
{
	const clausary_label *label = &t->here->label;
	bool heading = t->block->kind == CLAUSARY_BLOCK_HEADING;
	bool known = t->here->section != NULL;
	bool shown = known || label->wide || label->close == '.'
	             || t->block->flags & CLAUSARY_BLOCK_IN_SEQUENCE;
	if (label->kind != CLAUSARY_LABEL_NUMBER || label->open || label->close == ')'
	    || !(t->here->title_like || heading) || t->here->lower_start)
		return false;
	if (!heading) {
		uint32_t expected = t->o->top == CLAUSARY_NONE ? 0 : t->o->top + 1;
		uint32_t furthest = expected + (known ? 3 : 1);
		if (known && t->o->top == CLAUSARY_NONE)
			furthest = label->number; /* an extract may begin with its clause 3 */
		if (t->block->kind != CLAUSARY_BLOCK_PARAGRAPH || label->number < expected
		    || label->number > furthest || !shown)
			return false;
	}
	uint32_t clause = clausary_outline_open_at(t->o, t->rule, t->rule->level, t->here, NULL);
	clausary_outline_attach(t->o, clause, t->block);
	t->o->other_top |= !(t->o->document->clauses.items[clause].flags & CLAUSARY_CLAUSE_TERMS);
	t->o->top = label->number;
	t->o->last = (clausary_label){.count = 1, .components = {label->number}};
	return true;
}

static bool
try_structure(trial *t)
{
	const clausary_features *f = t->here;
	if (f->structure.role == NULL || !clausary_profile_names(t->rule->roles, f->structure.role)
	    || t->block->kind == CLAUSARY_BLOCK_CELL)
		return false;
	clausary_features named = *f;
	named.label.mark = f->printed;
	uint32_t clause =
	        clausary_outline_open_at(t->o, t->rule, t->rule->level, &named, f->structure.role);
	clausary_outline_attach(t->o, clause, t->block);
	t->o->nodes.items.items[clause].bare = f->tail.size == 0;
	if (strcmp(f->structure.role, "article") != 0) {
		/* in a vocabulary, whose numbered clauses all hold terms, an annex without a title
		 * holds terms as well */
		if (t->o->top != CLAUSARY_NONE && !t->o->other_top && f->tail.size == 0)
			t->o->document->clauses.items[clause].flags |= CLAUSARY_CLAUSE_TERMS;
		clausary_outline_enter_annex(t->o, clause,
		                             clausary_outline_number(t->o, f->number));
	}
	return true;
}

static bool
try_section(trial *t)
{
	const clausary_features *f = t->here;
	if (f->section == NULL || f->label.kind != CLAUSARY_LABEL_NONE
	    || t->block->kind == CLAUSARY_BLOCK_CELL)
		return false;
	if (clausary_outline_names_part(t->o, f, t->block))
		return true;
	clausary_features named = *f;
	named.label.mark = f->rest;
	uint32_t clause =
	        clausary_outline_open_at(t->o, t->rule, t->rule->level, &named, f->section);
	clausary_clause *made = &t->o->document->clauses.items[clause];
	made->mark.end = made->mark.start;
	clausary_outline_attach(t->o, clause, t->block);
	t->o->title_open = false;
	return true;
}

static bool
try_heading(trial *t)
{
	if (t->block->kind != CLAUSARY_BLOCK_HEADING)
		return false;
	clausary_features named = *t->here;
	named.label.mark = t->here->text;
	int level = t->rule->level + (int)(t->block->level ? t->block->level - 1 : 0);
	uint32_t clause = clausary_outline_open_at(t->o, t->rule, level, &named, NULL);
	clausary_outline_attach(t->o, clause, t->block);
	return true;
}

/* "1. Sends its greetings …" after the reasons: whatever its verb is, it begins the decisions. */
static bool
is_first_decision(const trial *t, const clausary_features *features)
{
	const clausary_label *label = &features->label;
	return t->o->opens_seen && !t->o->in_annex && label->kind == CLAUSARY_LABEL_NUMBER
	       && label->number == 1 && label->close == '.' && !label->open
	       && !features->lower_start;
}

static bool
try_keyword(trial *t)
{
	if (t->here->keyword.as_decision && t->o->decides)
		clausary_features_decide(t->here);
	clausary_keyword_use use = clausary_keyword_use_of(t->here, t->next);
	bool labelled = t->here->label.kind != CLAUSARY_LABEL_NONE;
	bool among = (t->o->opens_seen || clausary_outline_in_preamble(t->o))
	             && t->here->keyword.role && !labelled;
	if (use == CLAUSARY_KEYWORD_NONE && among
	    && (!t->here->keyword.operative || clausary_outline_nearest(t->o)->keyword))
		use = CLAUSARY_KEYWORD_OPENS; /* among paragraphs opened so, whatever its last mark
		                               */
	if (use == CLAUSARY_KEYWORD_HEADS && !t->here->keyword_alone
	    && is_first_decision(t, t->next))
		use = CLAUSARY_KEYWORD_OPENS; /* the last of the reasons */
	if (use == CLAUSARY_KEYWORD_OPENS && t->o->in_annex)
		return false;
	bool first = clausary_outline_nearest(t->o)->keyword && is_first_decision(t, t->here);
	if (labelled && (use == CLAUSARY_KEYWORD_OPENS || first)) {
		/* an operative paragraph of the UN: its number is its key, beside the reasons */
		if (t->o->opens_seen && clausary_outline_nearest(t->o)->level >= t->rule->level)
			clausary_outline_close(t->o, t->rule->level - 1);
		return false;
	}
	if (use == CLAUSARY_KEYWORD_NONE)
		return false;
	t->o->opens_seen |= use == CLAUSARY_KEYWORD_OPENS;
	clausary_outline_rule rule = *t->rule;
	clausary_features named = *t->here;
	const char *role = clausary_profile_role(t->o->profile, t->here->keyword.role);
	rule.heading = rule.heading && use == CLAUSARY_KEYWORD_HEADS;
	named.label.mark = clausary_slice_part(t->here->rest, 0, t->here->keyword.size);
	uint32_t clause = clausary_outline_open_at(t->o, &rule, rule.level, &named, role);
	clausary_clause *made = &t->o->document->clauses.items[clause];
	made->flags &= ~(uint32_t)CLAUSARY_CLAUSE_FRONT;
	clausary_outline_nearest(t->o)->keyword = true;
	clausary_outline_attach(t->o, clause, t->block);
	t->o->keyword_seen = true;
	t->o->decides |= t->here->keyword.operative;
	t->o->title_open = false;
	return true;
}

static bool
try_title_number(trial *t)
{
	if (!t->here->title_number || t->o->title_number_seen || t->o->keyword_seen)
		return false;
	uint32_t clause = clausary_outline_open_at(t->o, t->rule, t->rule->level, t->here, NULL);
	clausary_outline_attach(t->o, clause, t->block);
	t->o->title_number_seen = t->o->title_open = true;
	t->o->document->identifier = t->here->text;
	return true;
}

static bool
heads_next(const trial *t)
{
	return t->next->block && clausary_keyword_use_of(t->next, &(clausary_features){0});
}

/* The title may go on in this line; not in one in brackets, which has the place and the date. */
static void
lengthen_title(trial *t)
{
	clausary_slice *title = &t->o->document->title, line = t->here->text;
	const char *end = title->data + title->size;
	size_t at = 0;
	if (title->size == 0 || line.size == 0 || line.data < end
	    || clausary_slice_trim((clausary_slice){end, (size_t)(line.data - end)}).size)
		return;
	UChar32 first = (UChar32)clausary_utf8_next(line, &at);
	if (u_getIntPropertyValue(first, UCHAR_BIDI_PAIRED_BRACKET_TYPE) != U_BPT_OPEN)
		title->size = (size_t)(line.data + line.size - title->data);
}

/* The lines after the number are the title, until the opening or the first clause. */
static bool
try_title(trial *t)
{
	enum { MOST_LINES = 4 };
	clausary_open_clause *open = clausary_outline_nearest(t->o);
	clausary_block *before = t->block - 1;
	if (!t->o->title_open || t->block->kind == CLAUSARY_BLOCK_CELL || t->here->keyword_alone
	    || (heads_next(t) && t->here->end == ','))
		return false;
	if (open->paragraphs == 0) {
		uint32_t clause =
		        clausary_outline_open_at(t->o, t->rule, t->rule->level, t->here, NULL);
		clausary_outline_attach(t->o, clause, t->block);
		open = clausary_outline_nearest(t->o);
		t->o->document->clauses.items[clause].label = CLAUSARY_SLICE("");
		t->o->nodes.items.items[clause].printed = "title";
		open->paragraphs = 1;
		t->o->document->title = t->here->text;
		return true;
	}
	if (open->paragraphs++ == MOST_LINES)
		return t->o->title_open = false;
	lengthen_title(t);
	t->block->flags |= CLAUSARY_BLOCK_CONTINUES;
	clausary_outline_attach(t->o, before->clause, t->block);
	return true;
}

/* "The Assembly (New Delhi, 2024),": the last paragraph before the first clause word. */
static bool
try_opening(trial *t)
{
	if (t->o->keyword_seen || !t->o->title_number_seen || !heads_next(t)
	    || t->here->keyword.role || t->here->end != ',')
		return false;
	t->o->title_open = false;
	uint32_t clause = clausary_outline_open_at(t->o, t->rule, t->rule->level, t->here, NULL);
	t->o->nodes.items.items[clause].printed = "opening";
	clausary_outline_attach(t->o, clause, t->block);
	return true;
}

static bool
try_recital(trial *t)
{
	const clausary_label *label = &t->here->label;
	if (label->kind != CLAUSARY_LABEL_NUMBER || label->open != '(' || t->o->in_annex
	    || t->o->last.count)
		return false;
	for (int i = 0; i < t->o->depth; i++) /* recitals stand before the first article */
		if (t->o->stack[i].level >= t->rule->level)
			if (!clausary_slice_starts(
			            t->o->nodes.items.items[t->o->stack[i].clause].part,
			            CLAUSARY_SLICE("recital")))
				return false;
	uint32_t clause = clausary_outline_open_at(t->o, t->rule, t->rule->level, t->here, NULL);
	clausary_outline_attach(t->o, clause, t->block);
	return true;
}

static bool
try_rule(trial *t)
{
	switch (t->rule->feature) {
	case CLAUSARY_FEATURE_NOTE:
		if (t->block->kind != CLAUSARY_BLOCK_NOTE)
			return false;
		clausary_outline_open_note(t->o, t->rule, t->here, t->block);
		return true;
	case CLAUSARY_FEATURE_TITLE_NUMBER:
		return try_title_number(t);
	case CLAUSARY_FEATURE_TITLE:
		return try_title(t);
	case CLAUSARY_FEATURE_OPENING:
		return try_opening(t);
	case CLAUSARY_FEATURE_SECTION:
		return try_section(t);
	case CLAUSARY_FEATURE_STRUCTURE:
		return try_structure(t);
	case CLAUSARY_FEATURE_KEYWORD:
		return try_keyword(t);
	case CLAUSARY_FEATURE_RECITAL:
		return try_recital(t);
	case CLAUSARY_FEATURE_DECIMAL:
		return try_decimal(t);
	case CLAUSARY_FEATURE_TOP:
		return try_top(t);
	case CLAUSARY_FEATURE_HEADING:
		return try_heading(t);
	case CLAUSARY_FEATURE_LABEL:
		return clausary_outline_open_item(t->o, t->rule, t->here, t->block);
	default:
		clausary_outline_open_paragraph(t->o, t->rule, t->here, t->block);
		return true;
	}
}

static unsigned
bit(clausary_feature feature)
{
	return 1u << feature;
}

/* What a block may open, a bit for each feature: most rules need not be tried on most blocks. */
static unsigned
possible(const trial *t)
{
	const clausary_features *f = t->here;
	clausary_label_kind label = f->label.kind;
	bool number = label == CLAUSARY_LABEL_NUMBER;
	return bit(CLAUSARY_FEATURE_PARAGRAPH) | bit(CLAUSARY_FEATURE_TITLE)
	       | bit(CLAUSARY_FEATURE_OPENING)
	       | (t->block->kind == CLAUSARY_BLOCK_NOTE ? bit(CLAUSARY_FEATURE_NOTE) : 0)
	       | (t->block->kind == CLAUSARY_BLOCK_HEADING ? bit(CLAUSARY_FEATURE_HEADING) : 0)
	       | (f->title_number ? bit(CLAUSARY_FEATURE_TITLE_NUMBER) : 0)
	       | (f->section ? bit(CLAUSARY_FEATURE_SECTION) : 0)
	       | (f->structure.role ? bit(CLAUSARY_FEATURE_STRUCTURE) : 0)
	       | (f->keyword.role || number ? bit(CLAUSARY_FEATURE_KEYWORD) : 0)
	       | (number ? bit(CLAUSARY_FEATURE_RECITAL) | bit(CLAUSARY_FEATURE_TOP) : 0)
	       | (label == CLAUSARY_LABEL_DECIMAL ? bit(CLAUSARY_FEATURE_DECIMAL) : 0)
	       | (label ? bit(CLAUSARY_FEATURE_LABEL) : 0);
}

/* Whether a cell stands in the row of the block before it. */
static bool
goes_on_row(const clausary_outliner *o, const clausary_block *block)
{
	const clausary_block *before = block - 1;
	return block > o->document->blocks.items && block->kind == CLAUSARY_BLOCK_CELL
	       && before->kind == CLAUSARY_BLOCK_CELL && before->table == block->table
	       && before->row == block->row && before->column != block->column;
}

/* Lay one block out. Cells, contents and page furniture open nothing. */
static void
lay_out(trial *t)
{
	if (t->block->kind == CLAUSARY_BLOCK_CONTENTS || t->block->kind == CLAUSARY_BLOCK_FURNITURE
	    || t->here->text.size == 0)
		return;
	if (t->block->kind == CLAUSARY_BLOCK_CELL && t->o->depth) {
		clausary_outline_attach(t->o, t->o->stack[t->o->depth - 1].clause, t->block);
		return;
	}
	if (goes_on_row(t->o, t->block)) { /* a row before any clause is one paragraph */
		clausary_outline_attach(t->o, (t->block - 1)->clause, t->block);
		return;
	}
	unsigned may_open = possible(t);
	for (size_t i = 0; i < t->o->profile->rule_count; i++) {
		t->rule = &t->o->profile->rules[i];
		if (may_open & bit(t->rule->feature) && try_rule(t))
			break;
	}
	clausary_outline_read_intro(t->o, t->here);
}

/* What block `index` looks like: as it was seen before, or now, in `room`. */
static clausary_features *
features_of(clausary_outliner *o, size_t index, clausary_features *room)
{
	if (index < o->looked_at.count)
		return &o->looked_at.items[index];
	clausary_features_read(room, o->vocabulary, o->document, index);
	return room;
}

static void
lay_out_all(clausary_outliner *o)
{
	clausary_document *document = o->document;
	clausary_features pair[2]; /* this block and the next one, in turn */
	clausary_features *here = features_of(o, 0, &pair[0]);
	for (size_t i = 0; i < document->blocks.count; i++) {
		clausary_features *next = features_of(o, i + 1, &pair[(i + 1) % 2]);
		trial t = {.o = o, .block = &document->blocks.items[i], .here = here, .next = next};
		lay_out(&t);
		here = next;
	}
}

clausary_status
clausary_outline(clausary_document *document, const clausary_read_options *options)
{
	clausary_locale *locale;
	clausary_outliner *o;
	clausary_document_count(document);
	clausary_status status = clausary_document_check(document);
	if (status != CLAUSARY_OK)
		return status;
	clausary_document_find_language(document, options ? options->language : NULL);
	status = clausary_locale_open(&locale, document->context, document->language);
	if (status != CLAUSARY_OK)
		return status;
	o = clausary_memory_resize(NULL, sizeof *o);
	*o = (clausary_outliner){.document = document, .top = CLAUSARY_NONE};
	o->stack = clausary_memory_resize(NULL, CLAUSARY_LIMIT_CLAUSE_DEPTH * sizeof *o->stack);
	o->root.clause = CLAUSARY_NONE;
	o->vocabulary = clausary_vocabulary_of(locale);
	if (options == NULL || options->profile == NULL
	    || strcmp(options->profile, "resolution") == 0)
		clausary_split_blocks(document, o->vocabulary);
	clausary_mark_contents(document);
	clausary_mark_headings(document);
	document->backwards = clausary_label_runs_backwards(document);
	clausary_array_reserve(&document->clauses, document->blocks.count + 1);
	clausary_array_reserve(&o->nodes.items, document->blocks.count + 1);
	status = clausary_outline_choose_profile(o, options ? options->profile : NULL);
	if (status == CLAUSARY_OK) {
		document->profile = o->profile->name;
		lay_out_all(o);
		clausary_outline_find_terms(document);
		clausary_outline_name(document, &o->nodes, o->vocabulary);
	}
	clausary_map_finish(&o->annex_letters);
	clausary_array_finish(&o->looked_at);
	clausary_array_finish(&o->nodes.items);
	clausary_arena_finish(&o->nodes.arena);
	clausary_buffer_finish(&o->scratch);
	free(o->stack);
	free(o);
	return status;
}
