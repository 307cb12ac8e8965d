/* Ids and terms that were seen before. A file has millions, and to look each up is to wait for
 * memory far away: the strings of an entry are asked for one after the other, and looked up at its
 * end. */
#include "verify/validate.h"

enum { MOST_WAITING = 64 }; /* an entry may have any number */

void
clausary_validate_wait(clausary_validating *v, clausary_seen *seen, clausary_slice text,
                       size_t shown, const clausary_waiting_string *place)
{
	clausary_waiting_string next = *place;
	next.seen = seen;
	next.start = v->waiting_bytes.size;
	next.size = text.size;
	next.shown = shown;
	clausary_seen_expect(seen, text);
	clausary_buffer_add(&v->waiting_bytes, text);
	clausary_array_push(&v->waiting, next);
	if (v->waiting.count == MOST_WAITING)
		clausary_validate_waiting(v);
}

static void
tell_again(clausary_validating *v, const clausary_waiting_string *next, uint32_t first)
{
	clausary_slice shown = {v->waiting_bytes.data + next->start + next->shown,
	                        next->size - next->shown};
	if (next->seen == &v->ids)
		clausary_validate_tell(v, CLAUSARY_FAULT_ID_TWICE, next->line, next->column,
		                       "the id '%.*s' was given before, in line %u",
		                       CLAUSARY_SHOWN(shown), first);
	else if (first != next->number)
		clausary_validate_tell(v, CLAUSARY_FAULT_HOMONYM, next->line, next->column,
		                       "'%.*s' is a term of entry number %u too",
		                       CLAUSARY_SHOWN(shown), first);
}

void
clausary_validate_waiting(clausary_validating *v)
{
	clausary_entry_state *entry = &v->entry;
	for (size_t i = 0; i < v->waiting.count; i++) {
		const clausary_waiting_string *next = &v->waiting.items[i];
		clausary_slice text = {v->waiting_bytes.data + next->start, next->size};
		uint32_t first = clausary_seen_add(next->seen, text, next->number);
		if (next->seen == &v->terms) {
			entry->has_new |= first == CLAUSARY_NONE;
			if (first != CLAUSARY_NONE && first > entry->last)
				entry->last = first;
		}
		if (first != CLAUSARY_NONE)
			tell_again(v, next, first);
	}
	v->waiting.count = 0;
	v->waiting_bytes.size = 0;
}
