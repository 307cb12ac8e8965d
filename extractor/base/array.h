/* A growing array of any type: { T *items; size_t count, capacity; }. Zeros are the empty array. */
#ifndef CLAUSARY_BASE_ARRAY_H
#define CLAUSARY_BASE_ARRAY_H

#include "base/arena.h"

#include <stdlib.h>

#define CLAUSARY_ARRAY(T)                                                                          \
	struct {                                                                                   \
		T *items;                                                                          \
		size_t count, capacity;                                                            \
	}

/** Room for one item more; the new item is the value, an lvalue holding garbage. */
#define clausary_array_add(array)                                                                  \
	((array)->count < (array)->capacity                                                        \
	         ? (void)0                                                                         \
	         : (void)((array)->items = clausary_array_grow((array)->items, &(array)->capacity, \
	                                                       sizeof *(array)->items)),           \
	 &(array)->items[(array)->count++])

#define clausary_array_push(array, value) ((void)(*clausary_array_add(array) = (value)))

/** Room for `most` items: memory that is never touched costs nothing, an array that grows is
 * copied. */
#define clausary_array_reserve(array, most)                                                        \
	((array)->capacity >= (most) ? (void)0                                                     \
	                             : ((array)->items = clausary_memory_resize(                   \
	                                        (array)->items, (most) * sizeof *(array)->items),  \
	                                (void)((array)->capacity = (most))))

#define clausary_array_finish(array)                                                               \
	(free((array)->items), (array)->items = NULL, (array)->count = (array)->capacity = 0,      \
	 (void)0)

static inline void *
clausary_array_grow(void *items, size_t *capacity, size_t size)
{
	*capacity = *capacity ? *capacity + *capacity / 2 + 1 : 16;
	return clausary_memory_resize(items, *capacity * size);
}

#endif
