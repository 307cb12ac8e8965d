/* How much speaks for it that two units are the same: length, outline, anchors, letters, words,
 * each as the logarithm of odds, measured against any two units of these versions. */
#include "align/pairing.h"

#include <math.h>
#include <stdlib.h>

enum { WORDS_BACK = CLAUSARY_FAMILIES }; /* the words of the second version, seen from the first */

/* What the outline says. Labels may be lost or renumbered in one version: none of these is proof.
 */
static const float SAME_LABEL = 2, OTHER_LABEL = -0.5f, OTHER_TRUSTED = -12, SAME_PLACE = 0.7f,
                   OTHER_KIND = -1.5f, SAME_ROLE = 1, OTHER_ROLE = -1.5f, SAME_PARENT = 1,
                   OTHER_PARENT = -2;

/* The least of each is what anything may be wrong by: a missing numeral, a free translation. */
static const float LEAST_LENGTH = -5, LEAST_FAMILY = -3, MOST_FAMILY = 6;
/* Families see the same words: together they count less than their sum. */
static const float FAMILY_SHARE = 0.7f;

static const clausary_clause *
head_of(const clausary_pairing *pairing, int side, uint32_t unit)
{
	return &pairing->versions[side]
	                ->document->clauses.items[pairing->units[side]->items.items[unit].first];
}

/* Gale and Church 1993: lengths of translations go together; here the logarithm of their ratio is
 * taken as normal, the wider the shorter the text. */
static float
score_length(const clausary_pairing *pairing, uint32_t one, uint32_t other)
{
	enum { LEAST_SAID = 4 }; /* a label alone has no length to compare */
	const clausary_unit *here = &pairing->units[0]->items.items[one];
	const clausary_unit *there = &pairing->units[1]->items.items[other];
	bool below = here->known_by > here->count && there->known_by > there->count;
	uint32_t length = below ? here->length_below : here->length;
	uint32_t other_length = below ? there->length_below : there->length;
	if (length < LEAST_SAID && other_length < LEAST_SAID)
		return 0;
	float a = (float)length * pairing->length_ratio + 2, b = (float)other_length + 2;
	float same = 0.03f + 4 / (a + b), any = pairing->length_spread + same;
	float off = logf(b / a);
	float score = 0.5f * (logf(any / same) + off * off * (1 / any - 1 / same));
	return score < LEAST_LENGTH ? LEAST_LENGTH : score;
}

static float
score_parent(const clausary_pairing *pairing, uint32_t one, uint32_t other)
{
	uint32_t parent = pairing->units[0]->items.items[one].group;
	uint32_t other_parent = pairing->units[1]->items.items[other].group;
	if (parent == CLAUSARY_NONE || other_parent == CLAUSARY_NONE)
		return 0;
	uint32_t known = pairing->partner[0][pairing->units[0]->of_clause[parent]];
	if (known == CLAUSARY_NONE)
		return 0;
	return known == pairing->units[1]->of_clause[other_parent] ? SAME_PARENT : OTHER_PARENT;
}

/* Whether the labels of two units are of one series, in which every label is trusted. */
static bool
in_one_series(const clausary_pairing *pairing, uint32_t one, uint32_t other)
{
	uint32_t series = pairing->series[0][one];
	return series != CLAUSARY_NONE && series == pairing->series[1][other];
}

static float
score_outline(const clausary_pairing *pairing, uint32_t one, uint32_t other)
{
	const uint32_t KINDS = CLAUSARY_CLAUSE_HEADING | CLAUSARY_CLAUSE_TERMS
	                       | CLAUSARY_CLAUSE_ABBREVIATIONS | CLAUSARY_CLAUSE_REFERENCES
	                       | CLAUSARY_CLAUSE_TITLE;
	const clausary_clause *a = head_of(pairing, 0, one), *b = head_of(pairing, 1, other);
	bool printed = pairing->units[0]->items.items[one].printed;
	bool both = printed && pairing->units[1]->items.items[other].printed;
	float score = score_parent(pairing, one, other);
	if (clausary_slice_equal(a->key, b->key))
		score += both ? SAME_LABEL : SAME_PLACE;
	else if (both)
		score += in_one_series(pairing, one, other) ? OTHER_TRUSTED : OTHER_LABEL;
	if ((a->flags ^ b->flags) & KINDS)
		score += OTHER_KIND;
	if (a->role.size && b->role.size)
		score += clausary_slice_equal(a->role, b->role) ? SAME_ROLE : OTHER_ROLE;
	return score;
}

/* What is shared speaks for a pair by its rarity; what one has and the other lacks against it. */
static float
score_anchors(const clausary_pairing *pairing, uint32_t one, uint32_t other)
{
	float shared = pairing->sums[CLAUSARY_FAMILY_ANCHORS][other];
	float lost = pairing->anchor_total[0][one] - shared;
	float added = pairing->anchor_total[1][other] - shared;
	float score = shared - 0.4f * (fminf(fmaxf(lost, 0), 6) + fminf(fmaxf(added, 0), 6));
	return fminf(fmaxf(score, 1.5f * LEAST_FAMILY), 1.5f * MOST_FAMILY);
}

/* How alike two units are in a family, 0 to 1. */
static float
likeness(const clausary_pairing *pairing, clausary_family family, uint32_t one, uint32_t other)
{
	const clausary_traits *a = &pairing->units[0]->traits[family];
	const clausary_traits *b = &pairing->units[1]->traits[family];
	float both = a->norm[one] * b->norm[other];
	if (both <= 0)
		return 0;
	if (family == CLAUSARY_FAMILY_LETTERS)
		return pairing->sums[family][other] / both;
	/* words: the share of each unit's weight that the other one answers */
	return 0.5f
	       * (pairing->sums[CLAUSARY_FAMILY_WORDS][other] / (b->norm[other] * b->norm[other])
	          + pairing->sums[WORDS_BACK][other] / (a->norm[one] * a->norm[one]));
}

/* Two normal distributions of one width; while nothing is known of matched units, only what is
 * rare among any two speaks, and only for a pair. */
static float
score_family(const clausary_pairing *pairing, clausary_family family, uint32_t one, uint32_t other)
{
	const clausary_likeness *known = &pairing->likeness[family];
	float alike = likeness(pairing, family, one, other);
	if (known->spread <= 0)
		return 0;
	if (!known->known) {
		float rare = (alike - known->any) / known->spread;
		return rare > 1 ? fminf(0.7f * (rare - 1), MOST_FAMILY) : 0;
	}
	float apart = known->same - known->any;
	if (apart < 0.5f * known->spread)
		return 0;
	float middle = 0.5f * (known->same + known->any);
	float score = apart / (known->spread * known->spread) * (alike - middle);
	return fminf(fmaxf(score, LEAST_FAMILY), MOST_FAMILY);
}

/* The first place of a trait that is not before `unit`. */
static uint32_t
first_place(const clausary_traits *traits, uint32_t trait, uint32_t unit)
{
	uint32_t low = traits->place_start[trait], high = traits->place_start[trait + 1];
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (traits->places[middle] < unit)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Sum up what a unit shares with each of the others by the traits that are the same in both. */
static void
add_shared(clausary_pairing *pairing, clausary_family family, uint32_t unit, uint32_t low,
           uint32_t high)
{
	const clausary_traits *a = &pairing->units[0]->traits[family];
	const clausary_traits *b = &pairing->units[1]->traits[family];
	float *sums = pairing->sums[family];
	for (uint32_t i = a->start.items[unit]; i < a->start.items[unit + 1]; i++) {
		uint32_t trait = a->items.items[i];
		float weight = family == CLAUSARY_FAMILY_ANCHORS
		                       ? fminf(a->weight[trait], b->weight[trait])
		                       : a->weight[trait] * b->weight[trait];
		if (weight <= 0)
			continue;
		uint32_t end = b->place_start[trait + 1];
		for (uint32_t j = first_place(b, trait, low); j < end && b->places[j] < high; j++)
			sums[b->places[j]] += weight;
	}
}

/* One meaning of a word, in all units that have it. The surest meaning that a unit has speaks for
 * the word; `best` holds how sure that is. */
static void
add_meaning(clausary_pairing *pairing, uint32_t unit, uint32_t word,
            const clausary_meaning *meaning, uint32_t low, uint32_t high)
{
	const clausary_traits *a = &pairing->units[0]->traits[CLAUSARY_FAMILY_WORDS];
	const clausary_traits *b = &pairing->units[1]->traits[CLAUSARY_FAMILY_WORDS];
	float own = a->weight[word] * a->weight[word];
	float weight = b->weight[meaning->word] * b->weight[meaning->word];
	uint32_t end = b->place_start[meaning->word + 1];
	for (uint32_t j = first_place(b, meaning->word, low); j < end && b->places[j] < high; j++) {
		uint32_t other = b->places[j];
		float sure = clausary_lexicon_sure(&pairing->lexicon, word, meaning,
		                                   other == pairing->partner[0][unit]);
		float more = sure - pairing->best[other];
		pairing->sums[CLAUSARY_FAMILY_WORDS][other] += weight * sure;
		if (more > 0) {
			pairing->sums[WORDS_BACK][other] += own * more;
			pairing->best[other] = sure;
		}
	}
}

static void
forget_best(clausary_pairing *pairing, uint32_t word, uint32_t low, uint32_t high)
{
	const clausary_traits *b = &pairing->units[1]->traits[CLAUSARY_FAMILY_WORDS];
	uint32_t end = b->place_start[word + 1];
	for (uint32_t j = first_place(b, word, low); j < end && b->places[j] < high; j++)
		pairing->best[b->places[j]] = 0;
}

/* The same by the words and what they mean. */
static void
add_words(clausary_pairing *pairing, uint32_t unit, uint32_t low, uint32_t high)
{
	const clausary_traits *a = &pairing->units[0]->traits[CLAUSARY_FAMILY_WORDS];
	if (pairing->lexicon.meanings == NULL)
		return;
	for (uint32_t i = a->start.items[unit]; i < a->start.items[unit + 1]; i++) {
		uint32_t word = a->items.items[i];
		const clausary_meaning *all = pairing->lexicon.meanings[word];
		if (a->weight[word] <= 0)
			continue;
		for (int m = 0; m < CLAUSARY_MEANINGS && all[m].together; m++)
			add_meaning(pairing, unit, word, &all[m], low, high);
		for (int m = 0; m < CLAUSARY_MEANINGS && all[m].together; m++)
			forget_best(pairing, all[m].word, low, high);
	}
}

static void
sum_row(clausary_pairing *pairing, uint32_t unit, uint32_t low, uint32_t high)
{
	for (int i = 0; i <= CLAUSARY_FAMILIES; i++)
		memset(pairing->sums[i] + low, 0, (high - low) * sizeof(float));
	add_shared(pairing, CLAUSARY_FAMILY_ANCHORS, unit, low, high);
	add_shared(pairing, CLAUSARY_FAMILY_LETTERS, unit, low, high);
	add_words(pairing, unit, low, high);
}

static clausary_score
score(const clausary_pairing *pairing, uint32_t one, uint32_t other)
{
	float label = score_outline(pairing, one, other);
	float outline = label + score_length(pairing, one, other);
	float anchors = score_anchors(pairing, one, other);
	float letters = score_family(pairing, CLAUSARY_FAMILY_LETTERS, one, other);
	float words = score_family(pairing, CLAUSARY_FAMILY_WORDS, one, other);
	clausary_reason reason = CLAUSARY_REASON_OUTLINE;
	if (anchors > outline && anchors > letters + words)
		reason = CLAUSARY_REASON_ANCHORS;
	else if (letters + words > outline)
		reason = CLAUSARY_REASON_WORDS;
	float said = outline - label + anchors + FAMILY_SHARE * (letters + words);
	return (clausary_score){label + said, said, reason};
}

void
clausary_pairing_score(clausary_pairing *pairing, uint32_t unit, uint32_t low, uint32_t high,
                       clausary_score *scores)
{
	sum_row(pairing, unit, low, high);
	for (uint32_t other = low; other < high; other++)
		scores[other - low] = score(pairing, unit, other);
}

/* How alike any two units are, from some rows, and those that are matched. */
static void
measure_likeness(clausary_pairing *pairing)
{
	enum { ROWS = 200, ENOUGH = 8 };
	uint32_t count = (uint32_t)pairing->units[0]->items.count;
	uint32_t others = (uint32_t)pairing->units[1]->items.count, step = count / ROWS + 1;
	double any[CLAUSARY_FAMILIES] = {0}, squares[CLAUSARY_FAMILIES] = {0};
	double same[CLAUSARY_FAMILIES] = {0}, all = 0, matched = 0;
	for (uint32_t i = 0; i < count && others; i += step) {
		uint32_t partner = pairing->partner[0][i];
		sum_row(pairing, i, 0, others);
		for (int family = CLAUSARY_FAMILY_LETTERS; family < CLAUSARY_FAMILIES; family++) {
			for (uint32_t j = 0; j < others; j++) {
				double alike = likeness(pairing, family, i, j);
				if (j == partner) {
					same[family] += alike;
					continue;
				}
				any[family] += alike;
				squares[family] += alike * alike;
			}
		}
		matched += partner != CLAUSARY_NONE;
		all += others - (partner != CLAUSARY_NONE);
	}
	for (int family = CLAUSARY_FAMILY_LETTERS; family < CLAUSARY_FAMILIES && all > 0;
	     family++) {
		double mean = any[family] / all, spread = squares[family] / all - mean * mean;
		clausary_likeness *to = &pairing->likeness[family];
		*to = (clausary_likeness){.any = (float)mean,
		                          .spread = spread > 1e-9 ? (float)sqrt(spread) : 0,
		                          .known = matched >= ENOUGH};
		if (to->known)
			to->same = (float)(same[family] / matched);
		/* units that are the same differ more among each other than any two do */
		if (to->known && to->spread < 0.35f * (to->same - to->any))
			to->spread = 0.35f * (to->same - to->any);
	}
}

static void
total_anchors(clausary_pairing *pairing, int side)
{
	const clausary_units *units = pairing->units[side];
	const clausary_traits *here = &units->traits[CLAUSARY_FAMILY_ANCHORS];
	const clausary_traits *there = &pairing->units[!side]->traits[CLAUSARY_FAMILY_ANCHORS];
	pairing->anchor_total[side] = clausary_memory_zeros(units->items.count + 1, sizeof(float));
	for (size_t unit = 0; unit < units->items.count; unit++)
		for (uint32_t i = here->start.items[unit]; i < here->start.items[unit + 1]; i++) {
			uint32_t trait = here->items.items[i];
			pairing->anchor_total[side][unit] +=
			        fminf(here->weight[trait], there->weight[trait]);
		}
}

void
clausary_pairing_start(clausary_pairing *pairing, const clausary_aligned_version *one,
                       const clausary_aligned_version *other)
{
	*pairing =
	        (clausary_pairing){.versions = {one, other}, .units = {one->units, other->units}};
	size_t count = other->units->items.count + 1;
	for (int side = 0; side < 2; side++) {
		size_t units = pairing->units[side]->items.count + 1;
		pairing->partner[side] = clausary_memory_zeros(units, sizeof(uint32_t));
		memset(pairing->partner[side], 0xff, units * sizeof(uint32_t));
		pairing->series[side] = clausary_memory_zeros(units, sizeof(uint32_t));
		memset(pairing->series[side], 0xff, units * sizeof(uint32_t));
		total_anchors(pairing, side);
	}
	for (int i = 0; i <= CLAUSARY_FAMILIES; i++)
		pairing->sums[i] = clausary_memory_zeros(count, sizeof(float));
	pairing->best = clausary_memory_zeros(count, sizeof(float));
	pairing->length_ratio =
	        (float)(other->units->total_length + 1) / (float)(one->units->total_length + 1);
	pairing->length_spread = one->units->spread + other->units->spread;
}

void
clausary_pairing_learn(clausary_pairing *pairing)
{
	double lengths[2] = {1, 1};
	pairing->matched = 0;
	for (uint32_t i = 0; i < pairing->units[0]->items.count; i++) {
		uint32_t partner = pairing->partner[0][i];
		if (partner == CLAUSARY_NONE)
			continue;
		pairing->matched++;
		lengths[0] += pairing->units[0]->items.items[i].length;
		lengths[1] += pairing->units[1]->items.items[partner].length;
	}
	if (pairing->matched)
		pairing->length_ratio = (float)(lengths[1] / lengths[0]);
	clausary_lexicon_finish(&pairing->lexicon);
	clausary_lexicon_learn(&pairing->lexicon, pairing);
	measure_likeness(pairing);
}

void
clausary_pairing_finish(clausary_pairing *pairing)
{
	clausary_lexicon_finish(&pairing->lexicon);
	for (int side = 0; side < 2; side++) {
		free(pairing->partner[side]);
		free(pairing->series[side]);
		free(pairing->anchor_total[side]);
	}
	for (int i = 0; i <= CLAUSARY_FAMILIES; i++)
		free(pairing->sums[i]);
	free(pairing->best);
}
