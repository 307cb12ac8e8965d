/* Keys and labels of clauses, once all of them are known: likes get ordinals, parents come first.
 */
#include "document/outline_private.h"

#include "base/limits.h"
#include "base/map.h"
#include "base/utf8.h"

#include <stdlib.h>

/* Clauses with the same part under the same parent. */
typedef struct likes {
	clausary_map counts; /* "<parent>:<part>" -> number of them */
	clausary_arena arena;
	uint32_t *total;  /* by clause: how many are like it */
	uint32_t *number; /* by clause: which of them it is, from 1 */
} likes;

static clausary_slice
like_key(clausary_buffer *scratch, const clausary_node *node)
{
	scratch->size = 0;
	clausary_buffer_add_number(scratch, node->scope);
	clausary_buffer_add_byte(scratch, ':');
	clausary_buffer_add(scratch, node->part);
	if (node->heading)
		clausary_buffer_add_byte(scratch, '/');
	return clausary_buffer_slice(scratch);
}

static void
count_likes(likes *all, const clausary_document *document, const clausary_nodes *nodes)
{
	clausary_buffer scratch = {0};
	size_t count = document->clauses.count;
	CLAUSARY_ARRAY(uint32_t) totals = {0};
	uint32_t *group = clausary_memory_zeros(count, sizeof *group);
	all->total = clausary_memory_zeros(count, sizeof *all->total);
	all->number = clausary_memory_zeros(count, sizeof *all->number);
	for (size_t i = 0; i < count; i++) {
		if (nodes->items.items[i].place) { /* a paragraph: counted where it was opened */
			all->number[i] = all->total[i] = 1;
			continue;
		}
		clausary_slice key = like_key(&scratch, &nodes->items.items[i]);
		group[i] = clausary_map_get(&all->counts, key);
		if (group[i] == CLAUSARY_NONE) {
			group[i] = (uint32_t)totals.count;
			clausary_array_push(&totals, 0);
			clausary_map_put(&all->counts, clausary_arena_copy(&all->arena, key),
			                 group[i]);
		}
		all->number[i] = ++totals.items[group[i]];
	}
	for (size_t i = 0; i < count; i++)
		if (nodes->items.items[i].place == 0)
			all->total[i] = totals.items[group[i]];
	clausary_array_finish(&totals);
	clausary_buffer_finish(&scratch);
	free(group);
}

static void
finish_likes(likes *all)
{
	clausary_map_finish(&all->counts);
	clausary_arena_finish(&all->arena);
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

static void
compose_key(clausary_document *document, const clausary_nodes *nodes, const likes *all,
            uint32_t index, clausary_buffer *to)
{
	clausary_clause *clause = &document->clauses.items[index];
	const clausary_node *node = &nodes->items.items[index];
	to->size = 0;
	if (node->scope != CLAUSARY_NONE) {
		clausary_buffer_add(to, prefix_of(&document->clauses.items[node->scope],
		                                  &nodes->items.items[node->scope]));
		if (to->size)
			clausary_buffer_add_byte(to, '/');
	}
	clausary_buffer_add(to, node->part);
	if (to->size > CLAUSARY_LIMIT_KEY_BYTES)
		to->size = CLAUSARY_LIMIT_KEY_BYTES;
	if (node->ordinal ? all->total[index] > 1 : all->number[index] > 1) {
		clausary_buffer_add_byte(to, '-');
		clausary_buffer_add_number(to, all->number[index]);
	}
	if (node->heading)
		clausary_buffer_add(to, CLAUSARY_SLICE("/heading"));
	clause->key = clausary_arena_copy(&document->arena, clausary_buffer_slice(to));
}

/* "recalling a)", "Annex A, A.2", "foreword, paragraph 2". */
static void
compose_label(clausary_document *document, const clausary_nodes *nodes, const likes *all,
              uint32_t index, clausary_vocabulary *vocabulary, clausary_buffer *to)
{
	clausary_clause *clause = &document->clauses.items[index];
	const clausary_node *node = &nodes->items.items[index];
	const clausary_clause *parent =
	        node->scope == CLAUSARY_NONE ? NULL : &document->clauses.items[node->scope];
	clausary_slice own = clause->label;
	to->size = 0;
	if (parent && parent->label.size) {
		clausary_buffer_add(to, parent->label);
		const clausary_node *above = &nodes->items.items[node->scope];
		bool comma = node->printed || (above->heading && !above->ordinal);
		clausary_buffer_add(to, comma ? CLAUSARY_SLICE(", ") : CLAUSARY_SLICE(" "));
	}
	if (node->printed) {
		clausary_buffer_add(to, clausary_vocabulary_printed(vocabulary, node->printed));
		if (node->place) {
			clausary_buffer_add_byte(to, ' ');
			clausary_buffer_add_number(to, node->place);
		} else if (own.size)
			clausary_buffer_add_byte(to, ' ');
	}
	clausary_buffer_add_folded(to, own);
	if (node->ordinal && all->total[index] > 1)
		clausary_buffer_print(to, " (%u)", all->number[index]);
	if (to->size > CLAUSARY_LIMIT_KEY_BYTES)
		to->size = clausary_utf8_start(clausary_buffer_slice(to), CLAUSARY_LIMIT_KEY_BYTES);
	clause->label = clausary_arena_copy(&document->arena, clausary_buffer_slice(to));
}

void
clausary_outline_name(clausary_document *document, const clausary_nodes *nodes,
                      clausary_vocabulary *vocabulary)
{
	likes all = {0};
	clausary_buffer scratch = {0};
	count_likes(&all, document, nodes);
	for (uint32_t i = 0; i < document->clauses.count; i++) {
		compose_key(document, nodes, &all, i, &scratch);
		compose_label(document, nodes, &all, i, vocabulary, &scratch);
	}
	clausary_buffer_finish(&scratch);
	finish_likes(&all);
}
