/* Fuzz target: what a person has, what the last run wrote (the file `.generated`) and what a new
 * run wrote, compared and updated. A line "@@" parts the three; each is read by the reader of
 * termbases that bids highest. What comes out is written by every writer. */
#include "fuzz_check.h"

#include <string.h>

enum { PARTS = 3 };

/* The termbase up to a line "@@", past which `rest` is moved; NULL: none. */
static clausary_termbase *
read_part(clausary_slice *rest)
{
	clausary_termbase *termbase = NULL;
	const char *stop = rest->size ? memmem(rest->data, rest->size, "\n@@\n", 4) : NULL;
	clausary_slice part = {rest->data, stop ? (size_t)(stop - rest->data) : rest->size};
	size_t passed = stop ? part.size + 4 : part.size;
	clausary_input input = clausary_input_of(&part);
	*rest = (clausary_slice){rest->data + passed, rest->size - passed};
	if (clausary_termbase_read(&termbase, fuzz_context(), &input, "fuzz", NULL) != CLAUSARY_OK)
		return NULL;
	return termbase;
}

static void
read_parts(clausary_termbase *parts[PARTS], const uint8_t *data, size_t size)
{
	clausary_slice rest = {(const char *)data, size};
	for (int i = 0; i < PARTS; i++)
		parts[i] = read_part(&rest);
}

static void
see_change(void *payload, const clausary_change *change)
{
	size_t *changes = payload;
	FUZZ_ASSERT(change->field.data && change->entry.size <= UINT32_MAX);
	++*changes;
}

static void
see_conflict(void *payload, const clausary_merge_conflict *conflict)
{
	size_t *changes = payload;
	FUZZ_ASSERT(conflict->field);
	++*changes;
}

/* `last` and `run` may be missing; what a person has is there. */
static void
update(clausary_termbase *parts[PARTS])
{
	clausary_termbase *updated = NULL, *generated = NULL;
	clausary_update_counts counts = {0};
	size_t changes = 0;
	clausary_update_options options = {.generated = &generated,
	                                   .conflict = see_conflict,
	                                   .change = see_change,
	                                   .payload = &changes};
	FUZZ_ASSERT(clausary_termbase_update(&updated, fuzz_context(), parts[1], parts[0], parts[2],
	                                     &options, &counts)
	            == CLAUSARY_OK);
	fuzz_write(fuzz_context(), updated, NULL, 0);
	fuzz_write(fuzz_context(), generated, NULL, 0);
	clausary_termbase_free(generated);
	clausary_termbase_free(updated);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	clausary_termbase *parts[PARTS];
	size_t changes = 0;
	read_parts(parts, data, size);
	if (parts[0] && parts[2]) {
		FUZZ_ASSERT(clausary_termbase_compare(fuzz_context(), parts[0], parts[2],
		                                      see_change, &changes)
		            == CLAUSARY_OK);
		for (int i = 0; i < PARTS; i++)
			clausary_termbase_free(parts[i]);
		read_parts(parts, data, size);
		update(parts);
		return 0;
	}
	for (int i = 0; i < PARTS; i++)
		clausary_termbase_free(parts[i]);
	return 0;
}
