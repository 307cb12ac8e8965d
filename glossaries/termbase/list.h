/* A growing array in an arena: { T *items; uint32_t count, capacity; }. For the many short lists of
 * a termbase: nothing to free, room for one item first. Zeros are the empty list. */
#ifndef CLAUSARY_TERMBASE_LIST_H
#define CLAUSARY_TERMBASE_LIST_H

#include "base/arena.h"

#define CLAUSARY_LIST(T)                                                                           \
	struct {                                                                                   \
		T *items;                                                                          \
		uint32_t count, capacity;                                                          \
	}

/** Room for one item more; the new item is the value, an lvalue. Owner: the arena. */
#define clausary_list_add(arena, list)                                                             \
	((list)->count < (list)->capacity                                                          \
	         ? (void)0                                                                         \
	         : (void)((list)->items =                                                          \
	                          clausary_list_grow((arena), (list)->items, &(list)->capacity,    \
	                                             sizeof *(list)->items)),                      \
	 &(list)->items[(list)->count++])

#define clausary_list_push(arena, list, value)                                                     \
	((void)(*clausary_list_add((arena), (list)) = (value)))

static inline void *
clausary_list_grow(clausary_arena *arena, const void *items, uint32_t *capacity, size_t size)
{
	uint32_t larger = *capacity ? *capacity * 2 : 1;
	void *memory = clausary_arena_allocate(arena, larger * size);
	if (items)
		memcpy(memory, items, *capacity * size);
	*capacity = larger;
	return memory;
}

#endif
