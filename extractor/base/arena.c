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

enum { FIRST_PAGE = 4096, LARGEST_PAGE = 1 << 20 };

struct clausary_arena_page {
	struct clausary_arena_page *older;
	size_t size;
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

/* Ask the system for huge pages under a block of many, where it has them: to be handed 4 KiB at a
 * time costs as much as half the work that is done on them. What it says to this changes nothing. */
static void *
with_huge_pages(void *memory, size_t size)
{
#ifdef MADV_HUGEPAGE
	enum { HUGE = 1 << 21, LEAST = 2 * HUGE };
	if (size >= LEAST) {
		uintptr_t start = ((uintptr_t)memory + HUGE - 1) & ~(uintptr_t)(HUGE - 1);
		uintptr_t end = ((uintptr_t)memory + size) & ~(uintptr_t)(HUGE - 1);
		madvise((void *)start, end - start, MADV_HUGEPAGE);
	}
#else
	(void)size;
#endif
	return memory;
}

void *
clausary_memory_resize(void *memory, size_t size)
{
	return with_huge_pages(checked(realloc(memory, size ? size : 1)), size);
}

void *
clausary_memory_zeros(size_t count, size_t size)
{
	return with_huge_pages(checked(calloc(count ? count : 1, size ? size : 1)), count * size);
}

static void
add_page(clausary_arena *arena, size_t least)
{
	size_t size = arena->pages ? arena->pages->size * 2 : FIRST_PAGE;
	if (size > LARGEST_PAGE)
		size = LARGEST_PAGE;
	if (size < least || ONE_PAGE_EACH)
		size = least;
	struct clausary_arena_page *page = checked(calloc(1, sizeof *page + size));
	page->size = size;
	page->older = arena->pages;
	arena->pages = page;
	arena->next = (char *)page->bytes;
	arena->end = arena->next + size;
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
	return take(arena, size, _Alignof(max_align_t));
}

/* Bytes need no place of their own: many short copies lie side by side. */
clausary_slice
clausary_arena_copy(clausary_arena *arena, clausary_slice text)
{
	char *copy = take(arena, text.size + 1, 1);
	if (text.size)
		memcpy(copy, text.data, text.size);
	return (clausary_slice){copy, text.size};
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
