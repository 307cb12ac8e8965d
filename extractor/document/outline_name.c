/* Keys and labels of clauses, once all of them are known: likes get ordinals, parents come first.
 */
#include "document/outline_private.h"

#include "base/limits.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <unicode/uchar.h>

enum { AHEAD = 8 /* clauses whose printed label is asked for before it is read */ };

/* Clauses with the same part under the same parent. */
typedef struct likes {
	uint32_t *slots;  /* of a hash table: the first clause of its kind plus one, 0 for free */
	uint32_t *first;  /* by clause: the first that is like it */
	uint32_t *total;  /* by clause that is a first: how many are like it */
	uint32_t *number; /* by clause: which of them it is, from 1 */
	size_t mask;
} likes;

static bool
is_like(const clausary_node *a, const clausary_node *b)
{
	return a->scope == b->scope && a->heading == b->heading
	       && clausary_slice_equal(a->part, b->part);
}

/* The first clause like clause `index`, which may be itself. */
static uint32_t
first_like(likes *all, const clausary_node *nodes, uint32_t index)
{
	const clausary_node *node = &nodes[index];
	uint64_t hash = (clausary_slice_hash(node->part)
	                 ^ ((uint64_t)node->scope << 1 | node->heading) << 32)
	                * 0x9e3779b97f4a7c15u;
	for (size_t at = hash >> 32 & all->mask;; at = (at + 1) & all->mask) {
		if (all->slots[at] == 0)
			all->slots[at] = index + 1;
		if (is_like(&nodes[all->slots[at] - 1], node))
			return all->slots[at] - 1;
	}
}

static void
count_likes(likes *all, const clausary_document *document, const clausary_nodes *nodes)
{
	size_t count = document->clauses.count, slots = 32;
	while (slots < count * 2)
		slots *= 2;
	all->mask = slots - 1;
	all->slots = clausary_memory_zeros(slots, sizeof *all->slots);
	all->first = clausary_memory_zeros(count, sizeof *all->first);
	all->total = clausary_memory_zeros(count, sizeof *all->total);
	all->number = clausary_memory_zeros(count, sizeof *all->number);
	for (uint32_t i = 0; i < count; i++) {
		/* a paragraph was counted where it was opened */
		all->first[i] =
		        nodes->items.items[i].place ? i : first_like(all, nodes->items.items, i);
		all->number[i] = ++all->total[all->first[i]];
	}
}

static uint32_t
total_of(const likes *all, uint32_t clause)
{
	return all->total[all->first[clause]];
}

static void
finish_likes(likes *all)
{
	free(all->slots);
	free(all->first);
	free(all->total);
	free(all->number);
}

/* The key without "/heading": what its children's keys begin with. */
static clausary_slice
prefix_of(const clausary_clause *clause, const clausary_node *node)
{
	clausary_slice key = clause->key;
	if (node->heading)
		key.size -= strlen("/heading");
	return key;
}

/* What keys and labels are composed with. */
typedef struct composer {
	clausary_document *document;
	const clausary_node *nodes;
	likes likes;
	clausary_vocabulary *vocabulary;
	const char *part; /* that was asked for last, and its printed word */
	clausary_slice printed;
	clausary_buffer scratch;
} composer;

static void
compose_key(composer *c, uint32_t index)
{
	clausary_clause *clause = &c->document->clauses.items[index];
	const clausary_node *node = &c->nodes[index];
	clausary_slice prefix = CLAUSARY_SLICE("");
	uint32_t number = c->likes.number[index];
	bool numbered = node->ordinal ? total_of(&c->likes, index) > 1 : number > 1;
	if (node->scope != CLAUSARY_NONE)
		prefix =
		        prefix_of(&c->document->clauses.items[node->scope], &c->nodes[node->scope]);
	clausary_slice slash = prefix.size ? CLAUSARY_SLICE("/") : CLAUSARY_SLICE("");
	if (!numbered && !node->heading
	    && prefix.size + slash.size + node->part.size <= CLAUSARY_LIMIT_KEY_BYTES) {
		clause->key = clausary_arena_join(&c->document->arena, prefix, slash, node->part);
		return;
	}
	clausary_buffer *to = &c->scratch;
	to->size = 0;
	clausary_buffer_add(to, prefix);
	clausary_buffer_add(to, slash);
	clausary_buffer_add(to, node->part);
	if (to->size > CLAUSARY_LIMIT_KEY_BYTES)
		to->size = CLAUSARY_LIMIT_KEY_BYTES;
	if (numbered) {
		clausary_buffer_add_byte(to, '-');
		clausary_buffer_add_number(to, number);
	}
	if (node->heading)
		clausary_buffer_add(to, CLAUSARY_SLICE("/heading"));
	clause->key = clausary_arena_copy(&c->document->arena, clausary_buffer_slice(to));
}

/* The printed word for a part; the same is asked for again and again. */
static clausary_slice
printed_word(composer *c, const char *part)
{
	if (part != c->part) {
		c->part = part;
		c->printed = clausary_vocabulary_printed(c->vocabulary, part);
	}
	return c->printed;
}

/* The clause's own part of its label for people: "a)", "paragraph 2". */
static void
add_own_label(composer *c, uint32_t index)
{
	const clausary_node *node = &c->nodes[index];
	clausary_slice own = c->document->clauses.items[index].label;
	if (node->printed) {
		clausary_buffer_add(&c->scratch, printed_word(c, node->printed));
		if (node->place || own.size)
			clausary_buffer_add_byte(&c->scratch, ' ');
		if (node->place)
			clausary_buffer_add_number(&c->scratch, node->place);
	}
	clausary_buffer_add_folded(&c->scratch, own);
	if (node->ordinal && total_of(&c->likes, index) > 1)
		clausary_buffer_print(&c->scratch, " (%u)", c->likes.number[index]);
}

/* "recalling a)", "Annex A, A.2", "foreword, paragraph 2". */
static void
compose_label(composer *c, uint32_t index)
{
	clausary_clause *clause = &c->document->clauses.items[index];
	const clausary_node *node = &c->nodes[index];
	clausary_slice before = CLAUSARY_SLICE(""), between = before;
	if (node->scope != CLAUSARY_NONE)
		before = c->document->clauses.items[node->scope].label;
	if (before.size) {
		const clausary_node *above = &c->nodes[node->scope];
		bool comma = node->printed || (above->heading && !above->ordinal);
		between = comma ? CLAUSARY_SLICE(", ") : CLAUSARY_SLICE(" ");
	}
	c->scratch.size = 0;
	add_own_label(c, index);
	clausary_slice own = clausary_buffer_slice(&c->scratch);
	clause->label = clausary_arena_join(&c->document->arena, before, between, own);
	if (clause->label.size > CLAUSARY_LIMIT_KEY_BYTES) {
		size_t end = clausary_utf8_start(clause->label, CLAUSARY_LIMIT_KEY_BYTES);
		clause->label = clausary_arena_copy(&c->document->arena,
		                                    clausary_slice_part(clause->label, 0, end));
	}
}

/* Add `text` with its first word as it stands in a sentence, where it is a word of capitals:
 * "RÉSOLUTION 17" -> "Résolution 17". Up to three capitals are an acronym. */
static void
add_lowered(clausary_buffer *to, clausary_slice text)
{
	enum { LONGEST_ACRONYM = 3 };
	size_t letters = 0, end = 0, first = 0, at = 0;
	while (at < text.size && u_isupper((UChar32)clausary_utf8_next(text, &at))) {
		end = at;
		first = letters++ ? first : at;
	}
	if (letters <= LONGEST_ACRONYM)
		end = first;
	clausary_buffer_add(to, clausary_slice_part(text, 0, first));
	for (at = first; at < end;)
		clausary_utf8_add(to, (uint32_t)u_tolower((UChar32)clausary_utf8_next(text, &at)));
	clausary_buffer_add(to, clausary_slice_part(text, end, text.size));
}

/* The identifier and the title as people write them: clean, and not in capitals where only the word
 * is. */
static void
name_document(clausary_document *document)
{
	clausary_buffer text = {0}, lowered = {0};
	clausary_slice *named[] = {&document->identifier, &document->title};
	for (size_t i = 0; i < 2; i++) {
		if (named[i]->size == 0)
			continue;
		uint32_t start = (uint32_t)(named[i]->data - document->text.data);
		text.size = 0;
		clausary_document_clean(
		        document, (clausary_span){start, start + (uint32_t)named[i]->size}, &text);
		*named[i] = clausary_arena_copy(&document->arena, clausary_buffer_slice(&text));
	}
	if (document->identifier.size) {
		add_lowered(&lowered, document->identifier);
		document->identifier =
		        clausary_arena_copy(&document->arena, clausary_buffer_slice(&lowered));
	}
	clausary_buffer_finish(&lowered);
	clausary_buffer_finish(&text);
}

void
clausary_outline_name(clausary_document *document, const clausary_nodes *nodes,
                      clausary_vocabulary *vocabulary)
{
	composer c = {.document = document, .nodes = nodes->items.items, .vocabulary = vocabulary};
	count_likes(&c.likes, document, nodes);
	for (uint32_t i = 0; i < document->clauses.count; i++) {
		if (i + AHEAD < document->clauses.count)
			__builtin_prefetch(document->clauses.items[i + AHEAD].label.data);
		compose_key(&c, i);
		compose_label(&c, i);
	}
	clausary_buffer_finish(&c.scratch);
	finish_likes(&c.likes);
	name_document(document);
}
