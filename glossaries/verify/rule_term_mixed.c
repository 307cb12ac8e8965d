/* X09: a term that one language version defines in several clauses is another term in each of them
 * in another version. */
#include "termbase/termbase.h"
#include "verify/check.h"
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

/* Forms of the same words are one term; two definitions of one word may be of two concepts, which
 * the other language need not call alike: only where both say the same it is one concept. */
static bool
is_mixed(const clausary_definition_pair *pair, const clausary_definition_pair *before)
{
	return clausary_likeness_of(pair->other_index->cues, pair->other->term, before->other->term)
	               > CLAUSARY_SAME_WORDS
	       && clausary_likeness_of(pair->one_index->cues, pair->one->definition,
	                               before->one->definition)
	                  <= CLAUSARY_SAME_WORDS;
}

static void
compare(clausary_checking *check, const clausary_versions *versions, renderings *all,
        const clausary_definition_pair *pair)
{
	const clausary_definition_pair *before = seen_before(all, pair);
	if (!before || !is_mixed(pair, before))
		return;
	clausary_check_report(check,
	                      &(clausary_report){.index = pair->other_index,
	                                         .clause = pair->other->clause,
	                                         .span = pair->other->term_span,
	                                         .other = before->other_index,
	                                         .other_clause = before->other->clause,
	                                         .other_span = before->other->term_span,
	                                         .form = pair->other->term,
	                                         .message = "%s is %s here, before it is %s",
	                                         .arguments = {pair->one->term, pair->other->term,
	                                                       before->other->term},
	                                         .lower = versions->doubtful});
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

static void
look(clausary_checking *check, const clausary_versions *versions)
{
	renderings all = {0};
	clausary_definition_pair pair;
	for (clausary_definition_cursor at = {0};
	     clausary_versions_definitions(versions, &at, &pair);) {
		clausary_definition_pair other = turned(&pair);
		compare(check, versions, &all, &pair);
		compare(check, versions, &all, &other);
	}
	clausary_array_finish(&all.pairs);
	clausary_map_finish(&all.first);
	clausary_arena_finish(&all.arena);
}

const clausary_rule clausary_rule_term_mixed = {
        .text = {.id = "X09",
	         .name = "term-mixed",
	         .title = "a term is rendered in two ways in a language version",
	         .why = "The reader takes them for two things.",
	         .advice = "Write the same term wherever the other version does.",
	         .source = "Xbench, consistency checks; ISO 704 7.4",
	         .level = CLAUSARY_WARNING},
        .versions = look,
};
