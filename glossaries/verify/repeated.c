/* One map of all definitions by their words. */
#include "verify/repeated.h"

#include "verify/likeness.h"

enum { SHORTEST = 24 /* bytes: "See clause 5." says nothing */ };

/* The first entry with each text. */
typedef struct texts {
	clausary_arena arena;
	clausary_map first; /* language and words of a definition -> index into `entries` */
	CLAUSARY_ARRAY(clausary_definition_pair) entries; /* each is `other` */
} texts;

static clausary_slice
key_of(texts *all, const clausary_index *index, clausary_slice definition)
{
	clausary_buffer key = {0};
	clausary_buffer_add(&key, clausary_slice_of(index->document->language));
	clausary_buffer_add(&key, clausary_likeness_key(&all->arena, index->cues, definition));
	clausary_slice kept = clausary_arena_copy(&all->arena, clausary_buffer_slice(&key));
	clausary_buffer_finish(&key);
	return kept;
}

static bool
are_apart(const clausary_checking *check, const clausary_index *one, const clausary_index *other)
{
	return one != other
	       && !(check->groups && check->groups[one->number] == check->groups[other->number]);
}

/* The first entry with the text of one, with it; false where it is itself the first, or the
 * other one is of the same document or a version of it. */
static bool
find_first(texts *all, const clausary_checking *check, clausary_definition_pair *pair)
{
	clausary_slice key = key_of(all, pair->other_index, pair->other->definition);
	uint32_t known = clausary_map_get(&all->first, key);
	if (known == CLAUSARY_NONE) {
		clausary_map_put(&all->first, key, (uint32_t)all->entries.count);
		clausary_array_push(&all->entries, *pair);
		return false;
	}
	pair->one_index = all->entries.items[known].other_index;
	pair->one = all->entries.items[known].other;
	return are_apart(check, pair->one_index, pair->other_index);
}

void
clausary_repeated_each(clausary_checking *check,
                       void (*found)(clausary_checking *check,
                                     const clausary_definition_pair *pair))
{
	texts all = {0};
	for (size_t i = 0; i < check->document_count; i++) {
		const clausary_index *index = &check->documents[i];
		for (size_t j = 0; j < index->findings->definitions.count; j++) {
			const clausary_definition *entry = &index->findings->definitions.items[j];
			clausary_definition_pair pair = {.other_index = index, .other = entry};
			if (entry->definition.size >= SHORTEST
			    && clausary_index_is_entry(index, entry)
			    && find_first(&all, check, &pair))
				found(check, &pair);
		}
	}
	clausary_array_finish(&all.entries);
	clausary_map_finish(&all.first);
	clausary_arena_finish(&all.arena);
}
