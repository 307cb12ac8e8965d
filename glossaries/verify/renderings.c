/* Renderings of terms: the first of each term is kept, those after it are held against it. */
#include "verify/renderings.h"

#include "termbase/termbase.h"
#include "verify/likeness.h"

/* The first rendering of each term of a version in another one. */
typedef struct renderings {
	clausary_arena arena;
	clausary_map first; /* "version other term" -> index into `pairs` */
	CLAUSARY_ARRAY(clausary_definition_pair) pairs;
} renderings;

/* The rendering that was seen before, or NULL where this is the first. */
static const clausary_definition_pair *
seen_before(renderings *all, const clausary_definition_pair *pair)
{
	clausary_buffer key = {0};
	clausary_buffer_print(&key, "%u %u ", pair->one_index->number, pair->other_index->number);
	clausary_termbase_fold(&key, pair->one->term);
	uint32_t known = clausary_map_get(&all->first, clausary_buffer_slice(&key));
	if (known == CLAUSARY_NONE) {
		clausary_map_put(&all->first,
		                 clausary_arena_copy(&all->arena, clausary_buffer_slice(&key)),
		                 (uint32_t)all->pairs.count);
		clausary_array_push(&all->pairs, *pair);
	}
	clausary_buffer_finish(&key);
	return known == CLAUSARY_NONE ? NULL : &all->pairs.items[known];
}

/* A pair of definitions with its sides changed. */
static clausary_definition_pair
turned(const clausary_definition_pair *pair)
{
	return (clausary_definition_pair){.one_index = pair->other_index,
	                                  .other_index = pair->one_index,
	                                  .one = pair->other,
	                                  .other = pair->one};
}

bool
clausary_renderings_are_one(const clausary_definition_pair *pair,
                            const clausary_definition_pair *before)
{
	return clausary_likeness_of(pair->one_index->cues, pair->one->definition,
	                            before->one->definition)
	       <= CLAUSARY_SAME_WORDS;
}

void
clausary_renderings_each(clausary_checking *check, const clausary_versions *versions,
                         void (*found)(clausary_checking *check, const clausary_versions *versions,
                                       const clausary_definition_pair *pair,
                                       const clausary_definition_pair *before))
{
	renderings all = {0};
	clausary_definition_pair pair;
	for (clausary_definition_cursor at = {0};
	     clausary_versions_definitions(versions, &at, &pair);) {
		const clausary_definition_pair sides[] = {pair, turned(&pair)};
		for (size_t i = 0; i < 2; i++) {
			const clausary_definition_pair *before = seen_before(&all, &sides[i]);
			if (before
			    && clausary_likeness_of(sides[i].other_index->cues,
			                            sides[i].other->term, before->other->term)
			               > CLAUSARY_SAME_WORDS)
				found(check, versions, &sides[i], before);
		}
	}
	clausary_array_finish(&all.pairs);
	clausary_map_finish(&all.first);
	clausary_arena_finish(&all.arena);
}
