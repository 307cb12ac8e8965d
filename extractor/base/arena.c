/* Arenas: pages of growing size; an AddressSanitizer build makes every allocation its own page, so
 * that an overrun is seen. Out of memory ends the program: every size that input drives has a limit
 * (limits.h). */
#define _DEFAULT_SOURCE /* madvise() */
#include "base/arena.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#if defined(__SANITIZE_ADDRESS__)
#define ONE_PAGE_EACH 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ONE_PAGE_EACH 1
#endif
#endif
#ifndef ONE_PAGE_EACH
#define ONE_PAGE_EACH 0
#endif

enum {
	HUGE_PAGE = 1 << 21,
	MOST_HUGE = 16 * HUGE_PAGE,
	FIRST_PAGE = 4096,
	LARGEST_PAGE = HUGE_PAGE
};

struct clausary_arena_page {
	struct clausary_arena_page *older;
	size_t size; /* of all of it */
	max_align_t bytes[];
};

static void *
checked(void *memory)
{
	if (memory == NULL) {
		fputs("clausary: out of memory\n", stderr);
		abort();
	}
	return memory;
}

/* Memory of which the system is asked for huge pages, where it has them: to be handed a large block
 * 4 KiB at a time costs as much as a tenth of the work on it. Blocks of up to half of such
 * a page are left alone, and so are blocks of many: to find so many pages costs more again. */
static void *
allocate(size_t size)
{
	if (size <= HUGE_PAGE / 2 || size > MOST_HUGE)
		return checked(malloc(size ? size : 1));
	size_t whole = (size + HUGE_PAGE - 1) / HUGE_PAGE * HUGE_PAGE;
	void *memory = checked(aligned_alloc(HUGE_PAGE, whole));
#ifdef MADV_HUGEPAGE
	madvise(memory, whole, MADV_HUGEPAGE); /* a wish: nothing depends on the answer */
#endif
	return memory;
}

void *
clausary_memory_resize(void *memory, size_t size)
{
	return memory ? checked(realloc(memory, size ? size : 1)) : allocate(size);
}

void *
clausary_memory_grow(void *memory, size_t old, size_t size)
{
	if (memory == NULL || size < HUGE_PAGE / 2)
		return clausary_memory_resize(memory, size);
	void *larger = memcpy(allocate(size), memory, old);
	free(memory);
	return larger;
}

void *
clausary_memory_zeros(size_t count, size_t size)
{
	if (count && size > HUGE_PAGE / 2 / count && size <= MOST_HUGE / count)
		return memset(allocate(count * size), 0, count * size);
	return checked(calloc(count ? count : 1, size ? size : 1));
}

static void
add_page(clausary_arena *arena, size_t least)
{
	size_t size = arena->pages ? arena->pages->size * 2 : FIRST_PAGE;
	least += sizeof(struct clausary_arena_page);
	if (size > LARGEST_PAGE)
		size = LARGEST_PAGE;
	if (size < least || ONE_PAGE_EACH)
		size = least;
	struct clausary_arena_page *page = clausary_memory_resize(NULL, size);
	page->size = size;
	page->older = arena->pages;
	arena->pages = page;
	arena->next = (char *)page->bytes;
	arena->end = (char *)page + size;
}

/* `size` bytes from the first place that is a multiple of `align`. */
static void *
take(clausary_arena *arena, size_t size, size_t align)
{
	size_t gap = (align - (uintptr_t)arena->next % align) % align;
	if (ONE_PAGE_EACH || arena->next == NULL
	    || (size_t)(arena->end - arena->next) < gap + size) {
		add_page(arena, size);
		gap = 0;
	}
	char *memory = arena->next + gap;
	arena->next = memory + size;
	return memory;
}

void *
clausary_arena_allocate(clausary_arena *arena, size_t size)
{
	return memset(take(arena, size, _Alignof(uint64_t)), 0, size);
}

/* Bytes need no place of their own: many short copies lie side by side. */
clausary_slice
clausary_arena_copy(clausary_arena *arena, clausary_slice text)
{
	char *copy = take(arena, text.size + 1, 1);
	if (text.size)
		memcpy(copy, text.data, text.size);
	copy[text.size] = '\0';
	return (clausary_slice){copy, text.size};
}

clausary_slice
clausary_arena_join(clausary_arena *arena, clausary_slice a, clausary_slice b, clausary_slice c)
{
	size_t size = a.size + b.size + c.size;
	char *joined = take(arena, size + 1, 1), *to = joined;
	if (a.size)
		to = (char *)memcpy(to, a.data, a.size) + a.size;
	if (b.size)
		to = (char *)memcpy(to, b.data, b.size) + b.size;
	if (c.size)
		memcpy(to, c.data, c.size);
	joined[size] = '\0';
	return (clausary_slice){joined, size};
}

void
clausary_arena_finish(clausary_arena *arena)
{
	while (arena->pages) {
		struct clausary_arena_page *older = arena->pages->older;
		free(arena->pages);
		arena->pages = older;
	}
	arena->next = arena->end = NULL;
}
