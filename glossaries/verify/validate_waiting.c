/* Ids and terms that were seen before. A file has millions, and to look each up is to wait for
 * memory far away: the strings of an entry are asked for one after the other, and looked up at its
 * end. */
#include "verify/validate.h"

enum { MOST_WAITING = 64 }; /* an entry may have any number */

static clausary_slice
text_of(const clausary_validating *v, const clausary_waiting_string *next)
{
	return clausary_slice_part(clausary_buffer_slice(&v->waiting_bytes), next->start,
	                           next->end);
}

void
clausary_validate_wait(clausary_validating *v, clausary_waiting_kind kind,
                       const clausary_open_element *open, clausary_slice text, uint64_t hash)
{
	clausary_buffer *bytes = &v->waiting_bytes;
	clausary_waiting_string *next = clausary_array_add(&v->waiting);
	clausary_seen_expect(kind == CLAUSARY_WAITING_TERM ? &v->terms : &v->ids.others, hash);
	next->kind = kind;
	next->line = open->line;
	next->column = open->column;
	next->hash = hash;
	next->start = bytes->size;
	if (kind == CLAUSARY_WAITING_TERM) {
		clausary_buffer_add(bytes, clausary_validate_language(&v->entry));
		clausary_buffer_add_byte(bytes, '\0');
	}
	next->shown = bytes->size;
	clausary_buffer_add(bytes, text);
	next->end = bytes->size;
	if (v->waiting.count == MOST_WAITING)
		clausary_validate_waiting(v);
}

static void
look_up_id(clausary_validating *v, const clausary_waiting_string *next)
{
	clausary_slice id = text_of(v, next);
	uint32_t first = clausary_given_ids_find(&v->ids, id);
	if (first == CLAUSARY_NONE)
		first = clausary_seen_add(&v->ids.others, id, next->hash, next->line);
	if (first != CLAUSARY_NONE)
		clausary_validate_tell(v, CLAUSARY_FAULT_ID_TWICE, next->line, next->column,
		                       "the id '%.*s' was given before, in line %u",
		                       CLAUSARY_SHOWN(id), first);
}

/* What is referred to may come later. */
static void
look_up_reference(clausary_validating *v, const clausary_waiting_string *next)
{
	clausary_slice target = text_of(v, next);
	if (clausary_given_ids_get(&v->ids, target, next->hash) == CLAUSARY_NONE)
		clausary_array_push(
		        &v->pending,
		        ((clausary_pending_reference){clausary_arena_copy(&v->arena, target),
			                              clausary_arena_copy(&v->arena, v->entry_id),
			                              next->line, next->column}));
}

static void
look_up_term(clausary_validating *v, const clausary_waiting_string *next)
{
	clausary_entry_state *entry = &v->entry;
	clausary_slice text = text_of(v, next);
	uint32_t number = (uint32_t)v->result->entries;
	uint32_t first = clausary_seen_add(&v->terms, text, next->hash, number);
	if (first == CLAUSARY_NONE) {
		entry->has_new = true;
		return;
	}
	if (first > entry->last)
		entry->last = first;
	clausary_slice shown = clausary_slice_part(text, next->shown - next->start, text.size);
	if (first != number)
		clausary_validate_tell(v, CLAUSARY_FAULT_HOMONYM, next->line, next->column,
		                       "'%.*s' is a term of entry number %u too",
		                       CLAUSARY_SHOWN(shown), first);
}

void
clausary_validate_waiting(clausary_validating *v)
{
	for (size_t i = 0; i < v->waiting.count; i++) {
		const clausary_waiting_string *next = &v->waiting.items[i];
		if (next->kind == CLAUSARY_WAITING_TERM)
			look_up_term(v, next);
		else if (next->kind == CLAUSARY_WAITING_ID)
			look_up_id(v, next);
		else
			look_up_reference(v, next);
	}
	v->waiting.count = 0;
	v->waiting_bytes.size = 0;
}
