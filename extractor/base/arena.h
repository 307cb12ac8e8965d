/* Memory with one lifetime: allocate many, free once. */
#ifndef CLAUSARY_BASE_ARENA_H
#define CLAUSARY_BASE_ARENA_H

#include "base/slice.h"

typedef struct clausary_arena {
	struct clausary_arena_page *pages;
	char *next, *end;
} clausary_arena;

/** `size` bytes of zeros, aligned for any type that holds pointers and numbers of 64 bits. Owner:
 * the arena. Fails: ends the program. */
void *clausary_arena_allocate(clausary_arena *arena, size_t size);

/** A NUL-terminated copy of `text`. Owner: the arena. Fails: ends the program. */
clausary_slice clausary_arena_copy(clausary_arena *arena, clausary_slice text);

/** A copy of three texts, one after the other, with a NUL after it. Owner: the arena. */
clausary_slice clausary_arena_join(clausary_arena *arena, clausary_slice a, clausary_slice b,
                                   clausary_slice c);

/** Free everything; the arena is empty and usable again. */
void clausary_arena_finish(clausary_arena *arena);

/** realloc() and calloc() that end the program when memory is out. */
void *clausary_memory_resize(void *memory, size_t size);
void *clausary_memory_zeros(size_t count, size_t size);

/** The same as clausary_memory_resize() for a block of `old` bytes that grows; a large one moves to
 * where memory comes in huge pages. */
void *clausary_memory_grow(void *memory, size_t old, size_t size);

#endif
