/* Opening clauses: by level, as items nested by their labels, as notes beside the outline, as
 * paragraphs. */
#include "document/outline_private.h"

#include "base/limits.h"
#include "document/numeral.h"

#include <stdlib.h>

static clausary_open_clause *
top_of(clausary_outliner *o)
{
	return o->depth ? &o->stack[o->depth - 1] : &o->root;
}

/* The innermost open clause that is no item. */
clausary_open_clause *
clausary_outline_nearest(clausary_outliner *o)
{
	int at = o->depth;
	while (at > 0 && o->stack[at - 1].level == CLAUSARY_LEVEL_ITEM)
		at--;
	return at ? &o->stack[at - 1] : &o->root;
}

bool
clausary_outline_in_preamble(clausary_outliner *o)
{
	uint32_t clause = clausary_outline_nearest(o)->clause;
	return clause != CLAUSARY_NONE
	       && clausary_slice_equal(o->document->clauses.items[clause].role,
	                               CLAUSARY_SLICE("preamble"));
}

static clausary_slice
copy(clausary_outliner *o, clausary_slice text)
{
	return clausary_arena_copy(&o->nodes.arena, text);
}

/* Put a block into a clause. */
void
clausary_outline_attach(clausary_outliner *o, uint32_t clause, clausary_block *block)
{
	block->clause = clause;
	if (clause != CLAUSARY_NONE
	    && block->span.end > o->document->clauses.items[clause].span.end)
		o->document->clauses.items[clause].span.end = block->span.end;
}

static uint32_t
zone_flags(const char *section)
{
	static const struct {
		const char *name;
		uint32_t flags;
	} ZONES[] = {{"terms", CLAUSARY_CLAUSE_TERMS},
	             {"terms-here", CLAUSARY_CLAUSE_TERMS},
	             {"terms-elsewhere", CLAUSARY_CLAUSE_TERMS | CLAUSARY_CLAUSE_TERMS_ELSEWHERE},
	             {"abbreviations", CLAUSARY_CLAUSE_ABBREVIATIONS},
	             {"references", CLAUSARY_CLAUSE_REFERENCES},
	             {"bibliography", CLAUSARY_CLAUSE_REFERENCES},
	             {"foreword", CLAUSARY_CLAUSE_FRONT},
	             {"contents", CLAUSARY_CLAUSE_FRONT}};
	for (size_t i = 0; section && i < sizeof ZONES / sizeof *ZONES; i++)
		if (strcmp(ZONES[i].name, section) == 0)
			return ZONES[i].flags;
	return 0;
}

enum {
	ZONES = CLAUSARY_CLAUSE_TERMS | CLAUSARY_CLAUSE_TERMS_ELSEWHERE
	| CLAUSARY_CLAUSE_ABBREVIATIONS | CLAUSARY_CLAUSE_REFERENCES | CLAUSARY_CLAUSE_FRONT
};

/* Add a clause under `parent` for the block that opens it. */
static uint32_t
add_clause(clausary_outliner *o, uint32_t parent, const clausary_features *f, clausary_node node)
{
	uint32_t index = (uint32_t)o->document->clauses.count;
	clausary_clause *clause = clausary_array_add(&o->document->clauses);
	uint32_t zone = zone_flags(f->section);
	*clause = (clausary_clause){
	        .parent = parent, .label = f->label.mark, .role = CLAUSARY_SLICE("")};
	clause->span = (clausary_span){f->start, f->block->span.end};
	clause->mark = (clausary_span){f->start, f->start + (uint32_t)f->label.mark.size};
	if (zone)
		clause->flags = zone;
	else if (parent != CLAUSARY_NONE)
		clause->flags = o->document->clauses.items[parent].flags & ZONES;
	if (f->section)
		clause->role = clausary_slice_of(f->section);
	if (f->label.mark.size == 0)
		clause->label = CLAUSARY_SLICE("");
	clausary_array_push(&o->nodes.items, node);
	return index;
}

static clausary_open_clause *
push(clausary_outliner *o, uint32_t clause, int level, bool own, clausary_label label)
{
	clausary_open_clause *open = &o->stack[o->depth++];
	*open = (clausary_open_clause){
	        .clause = clause, .level = level, .own = own, .label = label};
	return open;
}

/* The number of a part in ASCII, whatever its numerals. */
static void
add_number(clausary_buffer *to, clausary_slice number)
{
	uint32_t value;
	if (number.size && (unsigned char)number.data[0] >= 0x80
	    && clausary_numeral_read(number, &value))
		clausary_buffer_add_number(to, value);
	else
		clausary_buffer_add(to, number);
}

clausary_slice
clausary_outline_number(clausary_outliner *o, clausary_slice number)
{
	o->scratch.size = 0;
	add_number(&o->scratch, number);
	return clausary_buffer_slice(&o->scratch);
}

/* What a hole in a rule's key stands for. */
static void
fill_hole(clausary_buffer *to, clausary_slice hole, const clausary_features *f, const char *role,
          uint32_t ordinal)
{
	if (clausary_slice_equal(hole, CLAUSARY_SLICE("label")))
		clausary_label_write(&f->label, to);
	else if (clausary_slice_equal(hole, CLAUSARY_SLICE("role")))
		clausary_buffer_add(to, clausary_slice_of(role));
	else if (clausary_slice_equal(hole, CLAUSARY_SLICE("number")))
		add_number(to, f->number);
	else if (clausary_slice_equal(hole, CLAUSARY_SLICE("ordinal")))
		clausary_buffer_add_number(to, ordinal);
}

/* Fill the holes of a rule's key. */
static clausary_slice
make_part(clausary_outliner *o, const clausary_outline_rule *rule, const clausary_features *f,
          const char *role, uint32_t ordinal)
{
	clausary_buffer *to = &o->scratch;
	clausary_slice key = rule->key;
	to->size = 0;
	while (key.size) {
		const char *end = key.data[0] == '{' ? memchr(key.data, '}', key.size) : NULL;
		size_t size = end ? (size_t)(end - key.data) : 0;
		if (end)
			fill_hole(to, clausary_slice_part(key, 1, size), f, role, ordinal);
		else
			clausary_buffer_add_byte(to, key.data[0]);
		key = clausary_slice_part(key, size + 1, key.size);
	}
	while (to->size
	       && to->data[to->size - 1] == '-') /* "annex-" of an annex without a number */
		to->size--;
	return copy(o, clausary_buffer_slice(to));
}

void
clausary_outline_close(clausary_outliner *o, int level)
{
	while (o->depth && o->stack[o->depth - 1].level >= level)
		o->depth--;
}

/* The clause whose key that of a clause begins with: its parent, its annex or none. */
static uint32_t
scope_of(clausary_outliner *o, const clausary_outline_rule *rule, const clausary_features *f,
         uint32_t parent)
{
	if (rule->absolute || clausary_outline_names_annex(o, &f->label))
		return CLAUSARY_NONE;
	return rule->annexed ? clausary_outline_annex(o) : parent;
}

uint32_t
clausary_outline_open_at(clausary_outliner *o, const clausary_outline_rule *rule, int level,
                         const clausary_features *f, const char *role)
{
	clausary_outline_close(o, level);
	if (o->depth == CLAUSARY_LIMIT_CLAUSE_DEPTH)
		o->depth--;
	clausary_open_clause *parent = top_of(o);
	clausary_node node = {.scope = scope_of(o, rule, f, parent->clause),
	                      .heading = rule->heading};
	node.part = make_part(o, rule, f, role, ++parent->headings);
	node.ordinal = role && f->number.size == 0;
	uint32_t clause = add_clause(o, parent->clause, f, node);
	clausary_clause *made = &o->document->clauses.items[clause];
	if (role)
		made->role = clausary_slice_of(role);
	if (rule->heading)
		made->flags |= CLAUSARY_CLAUSE_HEADING;
	if (rule->title)
		made->flags |= CLAUSARY_CLAUSE_TITLE;
	push(o, clause, level + rule->stands - rule->level, rule->own, (clausary_label){0});
	return clause;
}

static bool
same_list(const clausary_label *a, const clausary_label *b)
{
	return a->kind == b->kind && a->open == b->open && a->close == b->close
	       && a->capital == b->capital;
}

/* Whether `next` goes on from `last` in one list: the next one, or up to two left out. */
static bool
goes_on(const clausary_label *last, const clausary_label *next)
{
	if (!same_list(last, next))
		return false;
	if (last->kind == CLAUSARY_LABEL_DECIMAL)
		return clausary_label_compare(last, next) < 0;
	return next->number > last->number && next->number <= last->number + 3;
}

static bool
is_first(const clausary_label *label)
{
	return label->kind == CLAUSARY_LABEL_DECIMAL ? label->components[label->count - 1] == 1
	                                             : label->number == 1;
}

/* Of an alphabet whose letters look like Latin ones in other places of a list: the letter that
 * comes next in a list that is open, else that of its own alphabet. */
static clausary_label
settle_twin(const clausary_outliner *o, clausary_label label)
{
	clausary_label twin = label;
	if (label.kind != CLAUSARY_LABEL_LETTER || label.twin == 0)
		return label;
	twin.number = label.twin;
	for (int i = o->depth; i > 0 && o->stack[i - 1].level == CLAUSARY_LEVEL_ITEM; i--) {
		const clausary_label *last = &o->stack[i - 1].label;
		if (last->kind != CLAUSARY_LABEL_LETTER || last->number + 1 == label.number)
			return label;
		if (last->number + 1 == twin.number)
			return twin;
	}
	return label;
}

/* "i)" is a letter after h) and a Roman number elsewhere: decided by the lists that are open. */
static clausary_label
settle_roman(const clausary_outliner *o, clausary_label label)
{
	if (label.kind != CLAUSARY_LABEL_LETTER || label.roman == 0)
		return label;
	clausary_label roman = label;
	roman.kind = CLAUSARY_LABEL_ROMAN;
	roman.number = label.roman;
	for (int i = o->depth; i > 0 && o->stack[i - 1].level == CLAUSARY_LEVEL_ITEM; i--) {
		if (goes_on(&o->stack[i - 1].label, &label))
			return label;
		if (goes_on(&o->stack[i - 1].label, &roman))
			return roman;
	}
	return label.roman == 1 ? roman : label;
}

/* The open item that `label` goes on from, or that a list like its own begins again after; 0 for
 * none. A list inside another is marked in another way. */
static int
sibling_of(const clausary_outliner *o, const clausary_label *label)
{
	int again = 0;
	for (int i = o->depth; i > 0 && o->stack[i - 1].level == CLAUSARY_LEVEL_ITEM; i--) {
		if (goes_on(&o->stack[i - 1].label, label))
			return i;
		if (!again && same_list(&o->stack[i - 1].label, label)
		    && o->stack[i - 1].label.count == label->count)
			again = i;
	}
	return again;
}

/* Close the items that the source says stand at this nesting or deeper. */
static void
close_nested(clausary_outliner *o, uint32_t nesting)
{
	while (nesting && o->depth && top_of(o)->level == CLAUSARY_LEVEL_ITEM
	       && top_of(o)->nesting >= nesting)
		o->depth--;
}

/* Whether the open item is the one that a decimal label belongs to: "1" or "1.2" for "1.2.1". */
static bool
stands_under(clausary_outliner *o, const clausary_label *label)
{
	const clausary_open_clause *item = top_of(o);
	const clausary_label *above = &item->label;
	if (item->level != CLAUSARY_LEVEL_ITEM)
		return false;
	if (above->kind == CLAUSARY_LABEL_NUMBER)
		return label->count == 2 && label->components[0] == above->number;
	return above->kind == CLAUSARY_LABEL_DECIMAL && label->count == above->count + 1
	       && memcmp(above->components, label->components,
	                 above->count * sizeof *above->components)
	                  == 0;
}

/* Open an item, nested by its label. False when the label is likely no label. */
bool
clausary_outline_open_item(clausary_outliner *o, const clausary_outline_rule *rule,
                           clausary_features *f, clausary_block *block)
{
	clausary_label label = settle_roman(o, settle_twin(o, f->label));
	bool sure = block->flags & CLAUSARY_BLOCK_NUMBERED || block->kind == CLAUSARY_BLOCK_ITEM;
	if (label.kind == CLAUSARY_LABEL_NONE || label.kind == CLAUSARY_LABEL_BULLET
	    || block->kind == CLAUSARY_BLOCK_CELL)
		return false;
	int sibling = sibling_of(o, &label);
	bool bare = !label.open && !label.close && !label.wide;
	if (!sure && !sibling && (!is_first(&label) && !(label.wide && !label.capital)))
		return false;
	if (!sure && bare && !f->lower_start && !f->uncased_start)
		return false;
	if (!sure && bare && !sibling && label.kind == CLAUSARY_LABEL_DECIMAL
	    && !stands_under(o, &label))
		return false; /* "2.1 of the plan" */
	if (block->level)
		close_nested(o, block->level);
	else if (sibling)
		o->depth = sibling - 1;
	if (o->depth == CLAUSARY_LIMIT_CLAUSE_DEPTH)
		o->depth--;
	f->label.kind = label.kind;
	f->label.number = label.number;
	clausary_open_clause *parent = top_of(o);
	clausary_node node = {.scope = scope_of(o, rule, f, parent->clause)};
	node.part = make_part(o, rule, f, NULL, 0);
	uint32_t clause = add_clause(o, parent->clause, f, node);
	clausary_outline_attach(o, clause, block);
	clausary_open_clause *item = push(o, clause, CLAUSARY_LEVEL_ITEM, false, label);
	item->nesting = block->level;
	item->awaits = f->rest.size == 0;
	return true;
}

/* A footnote: beside the outline, closes nothing. */
void
clausary_outline_open_note(clausary_outliner *o, const clausary_outline_rule *rule,
                           const clausary_features *f, clausary_block *block)
{
	clausary_features labelled = *f;
	clausary_slice text = clausary_document_text(o->document);
	clausary_slice mark = clausary_slice_span(text, block->label);
	clausary_label parsed = clausary_label_parse(mark);
	labelled.label.value = parsed.kind ? parsed.value : mark;
	labelled.label.mark = mark;
	clausary_node node = {.scope = CLAUSARY_NONE, .printed = "footnote"};
	if (labelled.label.value.size == 0 || (unsigned char)labelled.label.value.data[0] >= 0x80
	    || !(clausary_ascii_is_letter(labelled.label.value.data[0])
	         || clausary_ascii_is_digit(labelled.label.value.data[0]))) {
		labelled.label.value = CLAUSARY_SLICE("x"); /* a mark such as "*" */
		node.ordinal = true;
	}
	node.part = make_part(o, rule, &labelled, NULL, 0);
	uint32_t clause = add_clause(o, CLAUSARY_NONE, &labelled, node);
	o->document->clauses.items[clause].flags = CLAUSARY_CLAUSE_NOTE;
	clausary_outline_attach(o, clause, block);
}

/* Whether the entries of a terms clause have no numbers: several paragraphs, and no decimal label
 * before another clause begins. Each of them is a place of its own then, as it is where the clause
 * has no number either. */
static bool
has_bare_entries(const clausary_outliner *o, const clausary_open_clause *open,
                 const clausary_block *block)
{
	enum { LOOKED_AT = 40, ENOUGH = 4 };
	const clausary_document *document = o->document;
	const clausary_clause *clause = &document->clauses.items[open->clause];
	const clausary_block *end = document->blocks.items + document->blocks.count;
	size_t paragraphs = 0;
	if (!(clause->flags & CLAUSARY_CLAUSE_TERMS) || clause->role.size == 0)
		return false;
	for (; block < end && paragraphs < LOOKED_AT; block++) {
		clausary_label label = clausary_label_parse(clausary_slice_trim(
		        clausary_slice_span(clausary_document_text(document), block->span)));
		if (label.kind == CLAUSARY_LABEL_DECIMAL)
			return false;
		if (label.kind != CLAUSARY_LABEL_NONE || block->kind != CLAUSARY_BLOCK_PARAGRAPH)
			break;
		paragraphs++;
	}
	return paragraphs >= ENOUGH;
}

/* Text without a label: goes on with what is open, or becomes a paragraph clause. */
void
clausary_outline_open_paragraph(clausary_outliner *o, const clausary_outline_rule *rule,
                                const clausary_features *f, clausary_block *block)
{
	clausary_open_clause *item = top_of(o), *parent = clausary_outline_nearest(o);
	bool goes_on_item =
	        item->level == CLAUSARY_LEVEL_ITEM
	        && (f->lower_start || item->awaits || f->label.kind == CLAUSARY_LABEL_BULLET);
	item->awaits = f->rest.size == 0;
	if (parent->clause != CLAUSARY_NONE && !parent->own && !parent->looked) {
		parent->looked = true;
		parent->own = has_bare_entries(o, parent, block);
	}
	if (goes_on_item || (parent->clause != CLAUSARY_NONE && !parent->own)) {
		clausary_outline_attach(o, goes_on_item ? item->clause : parent->clause, block);
		return;
	}
	clausary_node node = {
	        .scope = parent->clause, .printed = "paragraph", .place = ++parent->paragraphs};
	bool front = rule->level == CLAUSARY_LEVEL_CLAUSE && parent->clause == CLAUSARY_NONE;
	o->scratch.size = 0;
	clausary_buffer_add(&o->scratch, front ? CLAUSARY_SLICE("front/p") : CLAUSARY_SLICE("p"));
	clausary_buffer_add_number(&o->scratch, node.place);
	node.part = copy(o, clausary_buffer_slice(&o->scratch));
	clausary_features unlabelled = *f;
	unlabelled.label.mark.size = 0;
	uint32_t clause = add_clause(o, parent->clause, &unlabelled, node);
	o->document->clauses.items[clause].mark.end = f->start;
	if (front)
		o->document->clauses.items[clause].flags |= CLAUSARY_CLAUSE_FRONT;
	clausary_outline_attach(o, clause, block);
}

bool
clausary_outline_names_part(clausary_outliner *o, const clausary_features *f, clausary_block *block)
{
	uint32_t open = clausary_outline_nearest(o)->clause;
	if (block == o->document->blocks.items || open == CLAUSARY_NONE || block[-1].clause != open
	    || !o->nodes.items.items[open].bare)
		return false;
	clausary_outline_attach(o, open, block);
	o->document->clauses.items[open].flags |= zone_flags(f->section);
	return true;
}

/* "This Recommendation uses the following terms defined elsewhere:" */
void
clausary_outline_read_intro(clausary_outliner *o, const clausary_features *f)
{
	if (f->end != ':')
		return;
	const clausary_open_clause *open = clausary_outline_nearest(o);
	if (open->clause == CLAUSARY_NONE)
		return;
	uint32_t terms = CLAUSARY_CLAUSE_TERMS | CLAUSARY_CLAUSE_TERMS_ELSEWHERE;
	uint32_t *flags = &o->document->clauses.items[open->clause].flags;
	bool expected = *flags & (terms | CLAUSARY_CLAUSE_ABBREVIATIONS);
	if (!expected && !clausary_vocabulary_opens(o->vocabulary, f->rest))
		return;
	const char *zone = clausary_vocabulary_intro(o->vocabulary, f->rest);
	if (zone == NULL)
		return;
	*flags &= ~terms;
	*flags |= strcmp(zone, "terms-elsewhere") == 0 ? terms
	          : strcmp(zone, "terms-here") == 0    ? CLAUSARY_CLAUSE_TERMS
	                                               : CLAUSARY_CLAUSE_ABBREVIATIONS;
}

/* Whether a block is what stands below a term: text, and no sentence that introduces a list. */
static bool
is_definition(const clausary_outliner *o, const clausary_features *f)
{
	return f->block && f->block->kind == CLAUSARY_BLOCK_PARAGRAPH
	       && f->label.kind == CLAUSARY_LABEL_NONE && f->section == NULL && f->end != ':'
	       && clausary_slice_find(f->text, CLAUSARY_SLICE("\t")) == SIZE_MAX
	       && clausary_vocabulary_intro(o->vocabulary, f->rest) == NULL;
}

bool
clausary_outline_is_term(clausary_outliner *o, const clausary_features *f,
                         const clausary_features *next)
{
	const clausary_open_clause *open = clausary_outline_nearest(o);
	if (open->clause == CLAUSARY_NONE
	    || clausary_slice_find(f->rest, CLAUSARY_SLICE(" ")) != SIZE_MAX)
		return false;
	const clausary_clause *before = &o->document->clauses.items[open->clause];
	bool among = open->label.count == f->label.count && before->role.size == 0;
	return before->flags & CLAUSARY_CLAUSE_TERMS
	       && (f->lower_start || (f->uncased_start && among)) && is_definition(o, next);
}
