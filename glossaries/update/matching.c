/* Matching entries by the evidence that also merges them; then by what is too little for a merge
 * of any two termbases and enough for two editions of one: what only one entry of each side has. */
#include "update/matching.h"

#include "update/outside.h"

#include <stdlib.h>

enum { SAYS_SOMETHING = 16 }; /* bytes of a definition: "see 3.2" is none */

/* What may join entries of different sides, the surest first. */
typedef enum leftover {
	BY_ID,         /* of the last run and what people made of it: people keep ids */
	BY_FULL_FORM,  /* a term that no other entry of its side has */
	BY_DEFINITION, /* the same of a definition: the term was changed */
	BY_SHORT_FORM, /* the same of a short form, where one of the two has no full form */
	LEFTOVERS
} leftover;

/* A key of a class. */
typedef struct left_key {
	uint64_t hash;
	uint32_t class;
	bool is_alone; /* a short form without a full form beside it */
} left_key;

typedef struct joining {
	clausary_matching *matching;
	unsigned all;         /* sides that there are, a bit each */
	unsigned char *sides; /* of each class those that it has */
	CLAUSARY_ARRAY(left_key) keys;
	clausary_buffer text;
} joining;

unsigned
clausary_matching_side(const clausary_matching *matching, uint32_t member)
{
	unsigned side = 0;
	while (side + 1 < CLAUSARY_MOST_SIDES && member >= matching->starts[side + 1])
		side++;
	return side;
}

static void
add_key(joining *j, uint32_t class, clausary_slice language, clausary_slice text, bool is_alone)
{
	j->text.size = 0;
	for (size_t i = 0; i < language.size; i++)
		clausary_buffer_add_byte(&j->text, clausary_ascii_lower(language.data[i]));
	clausary_buffer_add_byte(&j->text, '\0');
	clausary_termbase_fold(&j->text, text);
	clausary_array_push(&j->keys,
	                    ((left_key){clausary_slice_hash(clausary_buffer_slice(&j->text)), class,
	                                is_alone}));
}

static void
add_term_keys(joining *j, uint32_t class, const clausary_language_section *section, bool is_short)
{
	bool has_full_form = clausary_section_first(section, false) != NULL;
	for (uint32_t i = 0; i < section->terms.count; i++)
		if (clausary_term_is_short(section->terms.items[i]) == is_short)
			add_key(j, class, section->language, section->terms.items[i]->form,
			        is_short && !has_full_form);
}

static void
add_concept_keys(joining *j, uint32_t class, const clausary_concept *concept, leftover by)
{
	if (by == BY_ID)
		add_key(j, class, CLAUSARY_SLICE(""), concept->id, false);
	for (uint32_t i = 0; i < concept->languages.count; i++) {
		const clausary_language_section *section = concept->languages.items[i];
		if (by == BY_FULL_FORM || by == BY_SHORT_FORM)
			add_term_keys(j, class, section, by == BY_SHORT_FORM);
		for (uint32_t k = 0; by == BY_DEFINITION && k < section->definitions.count; k++)
			if (section->definitions.items[k].text.size >= SAYS_SOMETHING)
				add_key(j, class, section->language,
				        section->definitions.items[k].text, false);
	}
}

static int
by_hash(const void *a, const void *b)
{
	const left_key *left = a, *right = b;
	int order = (left->hash > right->hash) - (left->hash < right->hash);
	return order ? order : (left->class > right->class) - (left->class < right->class);
}

/* Whether the classes that share a key have no side in common, so that each is the only one of its
 * sides; of short forms, whether at most one has full forms, which would differ. */
static bool
are_apart(const joining *j, const left_key *keys, size_t count, leftover by)
{
	unsigned seen = 0, full = 0;
	for (size_t i = 0; i < count; i++) {
		if (i && keys[i].class == keys[i - 1].class)
			continue;
		if (seen & j->sides[keys[i].class])
			return false;
		seen |= j->sides[keys[i].class];
		full += by == BY_SHORT_FORM && !keys[i].is_alone;
	}
	return full < 2;
}

static void
join_apart(joining *j, left_key *keys, size_t count, leftover by)
{
	clausary_member *members = j->matching->members;
	for (size_t i = 0; i < count; i++)
		keys[i].class = clausary_class_of(members, keys[i].class);
	if (count > 1)
		qsort(keys, count, sizeof *keys, by_hash);
	if (!are_apart(j, keys, count, by))
		return;
	for (size_t i = 1; i < count; i++) {
		members[keys[i].class].parent = keys[0].class;
		if (keys[i].class != keys[0].class)
			j->sides[keys[0].class] |= j->sides[keys[i].class];
	}
}

/* Ids of a new run say where something stands now, and elsewhere something else stood there. */
static bool
may_have(const joining *j, uint32_t class, leftover by)
{
	const clausary_matching *m = j->matching;
	bool is_new = j->sides[class] >> (CLAUSARY_MOST_SIDES - 1);
	return m->members[class].parent == class && j->sides[class] != j->all
	       && (by != BY_ID || (m->side_count == CLAUSARY_MOST_SIDES && !is_new));
}

static void
join_leftovers(joining *j, leftover by)
{
	clausary_matching *m = j->matching;
	j->keys.count = 0;
	for (uint32_t class = 0; class < m->count; class++)
		for (uint32_t i = class; may_have(j, class, by) && i != CLAUSARY_NONE;
		     i = m->members[i].next)
			add_concept_keys(j, class, m->members[i].concept, by);
	if (j->keys.count > 1)
		qsort(j->keys.items, j->keys.count, sizeof *j->keys.items, by_hash);
	for (size_t i = 0, end; i < j->keys.count; i = end) {
		for (end = i + 1;
		     end < j->keys.count && j->keys.items[end].hash == j->keys.items[i].hash;)
			end++;
		join_apart(j, j->keys.items + i, end - i, by);
	}
	clausary_link_classes(m->members, m->count);
}

/* Of all members, which are of what side. */
static void
join_all_leftovers(clausary_matching *matching)
{
	joining j = {.matching = matching,
	             .sides = clausary_memory_zeros(matching->count, sizeof *j.sides)};
	for (uint32_t i = 0; i < matching->count; i++) {
		unsigned side = 1u << clausary_matching_side(matching, i);
		j.sides[clausary_class_of(matching->members, i)] |= (unsigned char)side;
		j.all |= side;
	}
	for (leftover by = BY_ID; by < LEFTOVERS; by++)
		join_leftovers(&j, by);
	clausary_array_finish(&j.keys);
	clausary_buffer_finish(&j.text);
	free(j.sides);
}

void
clausary_matching_begin(clausary_matching *matching, clausary_termbase *const *sides, size_t count)
{
	*matching = (clausary_matching){.side_count = (unsigned)count};
	for (size_t i = 0; i < count; i++) {
		matching->starts[i] = matching->count;
		if (sides[i] == NULL)
			continue;
		clausary_termbase_finish(sides[i]);
		clausary_termbase_go_outside(sides[i]);
		matching->count += (uint32_t)sides[i]->ordered.count;
	}
	for (size_t i = count; i <= CLAUSARY_MOST_SIDES; i++)
		matching->starts[i] = matching->count;
	matching->members = clausary_memory_zeros(matching->count, sizeof *matching->members);
	matching->classes = clausary_memory_zeros(matching->count, sizeof *matching->classes);
	uint32_t at = 0;
	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; sides[i] && k < sides[i]->ordered.count; k++, at++)
			matching->members[at] =
			        (clausary_member){.concept = sides[i]->ordered.items[k],
				                  .parent = at,
				                  .next = CLAUSARY_NONE};
	clausary_join_by_evidence(matching->members, matching->count,
	                          &(clausary_evidence_options){.current = true});
	join_all_leftovers(matching);
	for (uint32_t i = 0; i < matching->count; i++)
		if (matching->members[i].parent == i)
			matching->classes[matching->class_count++] = i;
}

/* An id of the person's file stays; one of the run gives way. */
static void
settle_id(clausary_map *ids, clausary_arena *arena, clausary_concept *concept)
{
	clausary_buffer id = {0};
	clausary_buffer_add(&id, concept->id);
	size_t size = id.size;
	for (unsigned n = 2; clausary_map_get(ids, clausary_buffer_slice(&id)) != CLAUSARY_NONE;
	     n++) {
		id.size = size;
		clausary_buffer_print(&id, "-%u", n);
	}
	if (id.size != size)
		concept->id = clausary_arena_copy(arena, clausary_buffer_slice(&id));
	clausary_map_put(ids, concept->id, 1);
	clausary_buffer_finish(&id);
}

void
clausary_matching_give_ids(clausary_matching *m, clausary_arena *arena)
{
	enum { LAST, MINE, NEW };
	static const int order[CLAUSARY_MOST_SIDES] = {MINE, NEW, LAST};
	clausary_map ids = {0};
	for (int at = 0; at < CLAUSARY_MOST_SIDES; at++)
		for (uint32_t i = 0; i < m->class_count; i++) {
			int side = order[at];
			clausary_concept *found[CLAUSARY_MOST_SIDES] = {NULL};
			for (uint32_t k = m->classes[i]; k != CLAUSARY_NONE;
			     k = m->members[k].next) {
				unsigned of = clausary_matching_side(m, k);
				if (found[of] == NULL)
					found[of] = m->members[k].concept;
			}
			if (found[side] == NULL || (side != MINE && found[MINE])
			    || (side == LAST && found[NEW]))
				continue;
			settle_id(&ids, arena, found[side]);
			for (uint32_t k = 0; k < CLAUSARY_MOST_SIDES; k++)
				if (found[k])
					found[k]->id = found[side]->id;
			m->members[m->classes[i]].concept->id = found[side]->id;
		}
	clausary_map_finish(&ids);
}

void
clausary_matching_finish(clausary_matching *matching)
{
	free(matching->members);
	free(matching->classes);
}
