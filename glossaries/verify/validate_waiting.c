/* Ids and terms that were seen before. A file has millions, and to look each up is to wait for
 * memory far away: the strings of an entry are asked for one after the other, and looked up at its
 * end. */
#include "verify/validate.h"

enum { MOST_WAITING = 64 }; /* an entry may have any number */

static bool
wait_in(clausary_validating *v, const clausary_open_element *open, clausary_seen *in,
        uint32_t place, uint64_t hash)
{
	if (place == CLAUSARY_NONE)
		return false;
	clausary_array_push(&v->waiting, ((clausary_waiting_string){in, hash, place, open->line,
	                                                            open->column}));
	if (v->waiting.count == MOST_WAITING)
		clausary_validate_waiting(v);
	return true;
}

void
clausary_validate_wait_id(clausary_validating *v, const clausary_open_element *open,
                          clausary_slice id)
{
	clausary_seen *in = &v->ids.others;
	uint64_t hash = clausary_slice_hash(id);
	wait_in(v, open, in, clausary_seen_keep(in, id, (clausary_slice){0}, hash, open->line),
	        hash);
}

void
clausary_validate_wait_term(clausary_validating *v, const clausary_open_element *open,
                            clausary_slice term, uint64_t hash)
{
	clausary_slice language = clausary_validate_language(&v->entry);
	clausary_seen *in = &v->terms;
	language.size++; /* the NUL that parts it from the term */
	uint32_t place = clausary_seen_keep(in, language, term, hash, (uint32_t)v->result->entries);
	if (!wait_in(v, open, in, place, hash))
		v->entry.has_new = true;
}

static void
look_up_id(clausary_validating *v, const clausary_waiting_string *next)
{
	uint32_t number;
	clausary_slice id = clausary_records_at(&next->in->records, next->place, &number);
	uint32_t first = clausary_given_ids_find(&v->ids, id);
	if (first == CLAUSARY_NONE)
		first = clausary_seen_look_up(next->in, next->place, next->hash);
	if (first != CLAUSARY_NONE)
		clausary_validate_tell(v, CLAUSARY_FAULT_ID_TWICE, next->line, next->column,
		                       "the id '%.*s' was given before, in line %u",
		                       CLAUSARY_SHOWN(id), first);
}

/* The bytes of what is dropped stay where they are until something else is kept. */
static void
look_up_term(clausary_validating *v, const clausary_waiting_string *next)
{
	clausary_entry_state *entry = &v->entry;
	uint32_t number, first = clausary_seen_look_up(next->in, next->place, next->hash);
	if (first == CLAUSARY_NONE) {
		entry->has_new = true;
		return;
	}
	if (first > entry->last)
		entry->last = first;
	clausary_slice text = clausary_records_at(&next->in->records, next->place, &number);
	if (first == number)
		return;
	clausary_slice shown =
	        clausary_slice_part(text, strlen(text.data) + 1, text.size); /* past the language */
	clausary_validate_tell(v, CLAUSARY_FAULT_HOMONYM, next->line, next->column,
	                       "'%.*s' is a term of entry number %u too", CLAUSARY_SHOWN(shown),
	                       first);
}

void
clausary_validate_waiting(clausary_validating *v)
{
	for (size_t i = 0; i < v->waiting.count; i++) {
		const clausary_waiting_string *next = &v->waiting.items[i];
		if (next->in == &v->terms)
			look_up_term(v, next);
		else
			look_up_id(v, next);
	}
	v->waiting.count = 0;
}
