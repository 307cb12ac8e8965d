/* Evidence as hashed keys: sorted, so that what shares one lies side by side. Keys are made in
 * parts of the hash's range when there are many, so that memory stays bounded. */
#include "update/evidence.h"

#include "base/limits.h"
#include "termbase/key.h"
#include "update/content.h"
#include "update/fact.h"
#include "update/term_kind.h"
#include "update/withdrawal.h"

#include <stdlib.h>

enum {
	KEYS_AT_ONCE = 1 << 23,
	TERMS = 32,    /* of a language section that make pairs */
	LANGUAGES = 32 /* of a class that make pairs */
};

typedef struct key {
	uint64_t hash;
	uint32_t member;
	uint32_t language; /* a hash; not 0: it joins only what says so in another language too */
} key;

typedef struct term_key {
	uint64_t language, form; /* hashes */
	bool is_short;           /* a termbase says so, or it is in capitals */
	bool is_full; /* it is not in capitals: whatever anybody says, it may be a word */
	bool several_words;
} term_key;

typedef struct id_key {
	clausary_slice id;
	uint64_t hash;
	bool of_clause; /* "term_3.1": every second document has such a clause */
} id_key;

typedef struct joining {
	clausary_member *members;
	uint32_t count;
	const clausary_evidence_options *options;
	CLAUSARY_ARRAY(key) keys;
	CLAUSARY_ARRAY(term_key) terms;       /* of the class at hand, by section */
	CLAUSARY_ARRAY(id_key) ids;           /* of the class at hand */
	CLAUSARY_ARRAY(uint64_t) definitions; /* of the section at hand */
	clausary_content content;
	clausary_buffer text;
	uint64_t parts, part; /* of the hash's range */
	bool joined;
} joining;

uint32_t
clausary_class_of(clausary_member *members, uint32_t member)
{
	while (members[member].parent != member) {
		members[member].parent = members[members[member].parent].parent;
		member = members[member].parent;
	}
	return member;
}

clausary_slice
clausary_former_id(clausary_slice note)
{
	static const char start[] = "formerId: ";
	size_t size = sizeof start - 1;
	if (!clausary_slice_starts(note, clausary_slice_of(start))
	    || !clausary_key_is_id(clausary_slice_part(note, size, note.size)))
		return CLAUSARY_SLICE("");
	return clausary_slice_part(note, size, note.size);
}

static uint64_t
mix(uint64_t a, uint64_t b)
{
	uint64_t mixed =
	        (a ^ (b + 0x9e3779b97f4a7c15u + (a << 12) + (a >> 4))) * 0xff51afd7ed558ccdu;
	return mixed ^ mixed >> 32;
}

static void
add_key(joining *j, uint32_t member, uint64_t hash)
{
	if ((hash >> 40) % j->parts != j->part)
		return;
	clausary_array_push(&j->keys, ((key){hash, member, 0}));
}

static uint64_t
fold_hash(joining *j, clausary_slice text)
{
	j->text.size = 0;
	clausary_termbase_fold(&j->text, text);
	return clausary_slice_hash(clausary_buffer_slice(&j->text));
}

static uint64_t
language_hash(joining *j, clausary_slice language)
{
	j->text.size = 0;
	for (size_t i = 0; i < language.size; i++)
		clausary_buffer_add_byte(&j->text, clausary_ascii_lower(language.data[i]));
	return clausary_slice_hash(clausary_buffer_slice(&j->text));
}

/* What a term is must be known of it alone, or be said and never be taken back: what is joined has
 * the keys of its parts. */
static void
learn_terms(joining *j, const clausary_language_section *section)
{
	uint64_t language = language_hash(j, section->language);
	for (uint32_t i = 0; i < section->terms.count; i++) {
		const clausary_term *term = section->terms.items[i];
		bool capitals = clausary_form_is_in_capitals(term->form);
		if (j->options->current && clausary_term_is_withdrawn(term))
			continue;
		clausary_array_push(
		        &j->terms,
		        ((term_key){.language = language,
			            .form = mix(language, fold_hash(j, term->form)),
			            .is_short = capitals || clausary_term_is_said_short(term),
			            .is_full = !capitals,
			            .several_words = memchr(term->form.data, ' ', term->form.size)
		                                     != NULL}));
	}
}

/* A definition that says something, and one of its terms. */
static void
learn_definitions(joining *j, const clausary_concept_definition *items, uint32_t count)
{
	enum { SAYS_SOMETHING = 16 }; /* bytes: "see 3.2" is no definition */
	for (uint32_t i = 0; i < count; i++)
		if (items[i].text.size >= SAYS_SOMETHING)
			clausary_array_push(&j->definitions, fold_hash(j, items[i].text));
}

static void
add_id(joining *j, clausary_slice id)
{
	clausary_array_push(&j->ids,
	                    ((id_key){id, clausary_slice_hash(id),
	                              clausary_slice_starts(id, CLAUSARY_SLICE("term_"))}));
}

static void
learn_ids(joining *j, const clausary_concept *concept)
{
	add_id(j, concept->id);
	for (uint32_t i = 0; i < concept->notes.count; i++) {
		clausary_slice id = clausary_former_id(concept->notes.items[i]);
		if (id.size)
			add_id(j, id);
	}
}

static int
by_id(const void *a, const void *b)
{
	const id_key *left = a, *right = b;
	return (left->hash > right->hash) - (left->hash < right->hash);
}

static int
by_term(const void *a, const void *b)
{
	const term_key *left = a, *right = b;
	int order = (left->language > right->language) - (left->language < right->language);
	return order ? order : (left->form > right->form) - (left->form < right->form);
}

/* Each term once; one that is a short form anywhere is one. */
static void
sort_terms(joining *j)
{
	size_t kept = 0;
	if (j->terms.count > 1)
		qsort(j->terms.items, j->terms.count, sizeof *j->terms.items, by_term);
	for (size_t i = 0; i < j->terms.count; i++) {
		term_key *last = kept ? &j->terms.items[kept - 1] : NULL;
		if (last && last->form == j->terms.items[i].form)
			last->is_short |= j->terms.items[i].is_short;
		else
			j->terms.items[kept++] = j->terms.items[i];
	}
	j->terms.count = kept;
}

/* Keys of the terms of one language: a short form with a full form. */
static void
add_short_keys(joining *j, uint32_t member, const term_key *terms, size_t count)
{
	for (size_t i = 0; i < count && i < TERMS; i++)
		for (size_t k = 0; k < count && k < TERMS && terms[i].is_short; k++)
			if (i != k && terms[k].is_full)
				add_key(j, member, mix(mix(1, terms[i].form), terms[k].form));
}

/* Keys of the terms of two languages. Two acronyms are alike too often, and under care two
 * single words are. */
static void
add_pair_keys(joining *j, uint32_t member, const term_key *left, size_t left_count,
              const term_key *right, size_t right_count)
{
	for (size_t i = 0; i < left_count && i < TERMS; i++)
		for (size_t k = 0; k < right_count && k < TERMS; k++) {
			bool both_short = !left[i].is_full && !right[k].is_full;
			bool single = !left[i].several_words && !right[k].several_words;
			if (!both_short && !(single && j->options->careful))
				add_key(j, member, mix(mix(2, left[i].form), right[k].form));
		}
}

static void
add_term_keys(joining *j, uint32_t member)
{
	size_t starts[LANGUAGES + 1], languages = 0;
	const term_key *terms = j->terms.items;
	for (size_t i = 0; i < j->terms.count; i++)
		if ((i == 0 || terms[i].language != terms[i - 1].language) && languages < LANGUAGES)
			starts[languages++] = i;
	if (languages == 0)
		return;
	size_t end = starts[languages - 1];
	while (end < j->terms.count && terms[end].language == terms[starts[languages - 1]].language)
		end++;
	starts[languages] = end;
	for (size_t i = 0; i < languages; i++) {
		add_short_keys(j, member, terms + starts[i], starts[i + 1] - starts[i]);
		for (size_t k = i + 1; k < languages; k++)
			add_pair_keys(j, member, terms + starts[i], starts[i + 1] - starts[i],
			              terms + starts[k], starts[k + 1] - starts[k]);
	}
}

/* Whether a source names a clause: after its last comma stands a label with a figure or a bracket,
 * and that is no year. */
static bool
names_clause(clausary_slice citation)
{
	size_t at = citation.size;
	bool label = false;
	while (at > 0 && citation.data[at - 1] != ',')
		at--;
	clausary_slice clause =
	        clausary_slice_trim(clausary_slice_part(citation, at, citation.size));
	for (size_t i = 0; i < clause.size; i++)
		label |= clausary_ascii_is_digit(clause.data[i]) || clause.data[i] == ')';
	return at > 0 && label && clause.size != 4;
}

/* A term at a clause, and one with an id that was made of a clause of its document. */
static void
add_citation_keys(joining *j, uint32_t member, uint64_t form, clausary_slice citation)
{
	uint64_t document = clausary_slice_hash(clausary_citation_document(citation));
	if (names_clause(citation))
		add_key(j, member, mix(mix(3, form), clausary_slice_hash(citation)));
	for (size_t i = 0; i < j->ids.count; i++)
		if (j->ids.items[i].of_clause)
			add_key(j, member, mix(mix(mix(7, j->ids.items[i].hash), form), document));
}

static void
add_source_keys(joining *j, uint32_t member, const clausary_language_section *section)
{
	uint64_t language = language_hash(j, section->language);
	for (uint32_t i = 0; i < section->terms.count; i++) {
		const clausary_term *term = section->terms.items[i];
		uint64_t form = mix(language, fold_hash(j, term->form));
		if (j->options->current && clausary_term_is_withdrawn(term))
			continue;
		for (uint32_t k = 0; k < term->sources.count; k++)
			add_citation_keys(j, member, form, term->sources.items[k].citation);
	}
}

/* Keys of a clause in versions of one document: its numbers ("17 2031"), which are the same in
 * every language, the printed label where that is a number too ("A.2.2"), and an id that was made
 * of it ("term_A.2.2"), which is given only where the clause introduces one concept. Two numbers,
 * because one alone ("5") is that of many documents. Drafts have the same numbers and say another
 * thing in the same clause; nothing tells them apart in another language but the names of their
 * files, which are therefore part of the key. */
static void
add_clause_keys(joining *j, uint32_t member, uint32_t language, const clausary_source *source)
{
	clausary_slice label;
	uint64_t work;
	uint32_t name = clausary_map_get(j->options->works, source->key);
	if (name == CLAUSARY_NONE
	    || !clausary_citation_place(&j->text, source->citation, &work, &label))
		return;
	for (size_t i = 0; i < j->ids.count; i++) {
		clausary_slice id = j->ids.items[i].id;
		if (!clausary_slice_ends(id, label) || id.size == label.size)
			continue;
		/* "term_A.2.2", "term_recalling.b", "term_foreword.p2" */
		size_t start = id.size - label.size;
		start -= start > 1 && id.data[start - 1] == 'p' && id.data[start - 2] == '.';
		char before = start > 0 ? id.data[start - 1] : 0;
		uint64_t hash = mix(mix(mix(6, mix(work, name)), clausary_slice_hash(label)),
		                    clausary_slice_hash(id));
		if ((before == '_' || before == '.') && (hash >> 40) % j->parts == j->part)
			clausary_array_push(&j->keys, ((key){hash, member, language}));
	}
}

static void
add_places(joining *j, uint32_t member, const clausary_language_section *section)
{
	uint64_t hash = language_hash(j, section->language);
	uint32_t language = (uint32_t)(hash ^ hash >> 32) | 1u;
	for (uint32_t i = 0; i < section->definitions.count; i++)
		for (uint32_t k = 0; k < section->definitions.items[i].sources.count; k++)
			add_clause_keys(j, member, language,
			                &section->definitions.items[i].sources.items[k]);
	for (uint32_t i = 0; i < section->terms.count; i++)
		for (uint32_t k = 0; k < section->terms.items[i]->sources.count; k++)
			add_clause_keys(j, member, language,
			                &section->terms.items[i]->sources.items[k]);
}

/* Each id once. */
static void
sort_ids(joining *j)
{
	size_t kept = 0;
	if (j->ids.count > 1)
		qsort(j->ids.items, j->ids.count, sizeof *j->ids.items, by_id);
	for (size_t i = 0; i < j->ids.count; i++)
		if (kept == 0 || j->ids.items[kept - 1].hash != j->ids.items[i].hash)
			j->ids.items[kept++] = j->ids.items[i];
	j->ids.count = kept;
}

/* Whether an id and a term are evidence. Of several documents an id that was made of a clause is
 * none without the document. Of states of one termbase it is, but not with a short form that has a
 * full form beside it: in the same clause of the next edition it may stand for something else. */
static bool
is_told_by_id(const joining *j, const id_key *id, const term_key *term)
{
	if (!j->options->current || !id->of_clause)
		return !id->of_clause;
	for (size_t i = 0; term->is_short && i < j->terms.count; i++)
		if (j->terms.items[i].language == term->language && !j->terms.items[i].is_short)
			return false;
	return true;
}

/* An entry with an id that was made of a clause is the same as one that says the very same. */
static void
add_content_keys(joining *j, uint32_t member)
{
	j->content.count = 0;
	for (size_t i = 0; i < j->ids.count; i++) {
		if (!j->ids.items[i].of_clause)
			continue;
		if (j->content.count == 0)
			clausary_content_add(&j->content, j->members[member].concept);
		add_key(j, member,
		        mix(mix(8, j->ids.items[i].hash), clausary_content_hash(&j->content)));
	}
}

/* All of a class: its definitions, ids and terms together, as if they stood in one entry. */
static void
add_class_keys(joining *j, uint32_t class)
{
	j->terms.count = j->ids.count = j->definitions.count = 0;
	for (uint32_t i = class; i != CLAUSARY_NONE; i = j->members[i].next)
		learn_ids(j, j->members[i].concept);
	sort_ids(j);
	for (uint32_t i = class; i != CLAUSARY_NONE; i = j->members[i].next) {
		const clausary_concept *concept = j->members[i].concept;
		learn_definitions(j, concept->definitions.items, concept->definitions.count);
		for (uint32_t k = 0; k < concept->languages.count; k++) {
			const clausary_language_section *section = concept->languages.items[k];
			learn_terms(j, section);
			learn_definitions(j, section->definitions.items,
			                  section->definitions.count);
			add_source_keys(j, class, section);
		}
	}
	if (!j->options->current && j->members[class].next == CLAUSARY_NONE)
		add_content_keys(j, class);
	for (uint32_t i = class; j->options->works && i != CLAUSARY_NONE; i = j->members[i].next)
		for (uint32_t k = 0; k < j->members[i].concept->languages.count; k++)
			add_places(j, class, j->members[i].concept->languages.items[k]);
	sort_terms(j);
	for (size_t i = 0; i < j->terms.count; i++) {
		for (size_t k = 0; k < j->ids.count; k++)
			if (is_told_by_id(j, &j->ids.items[k], &j->terms.items[i]))
				add_key(j, class,
				        mix(mix(4, j->ids.items[k].hash), j->terms.items[i].form));
		for (size_t k = 0; k < j->definitions.count; k++)
			add_key(j, class,
			        mix(mix(5, j->definitions.items[k]), j->terms.items[i].form));
	}
	add_term_keys(j, class);
}

static int
by_hash(const void *a, const void *b)
{
	const key *left = a, *right = b;
	return (left->hash > right->hash) - (left->hash < right->hash);
}

/* The smaller number stands for the class. */
static void
join(joining *j, uint32_t one, uint32_t other)
{
	uint32_t a = clausary_class_of(j->members, one);
	uint32_t b = clausary_class_of(j->members, other);
	if (a == b)
		return;
	j->members[a > b ? a : b].parent = a < b ? a : b;
	j->joined = true;
}

/* Join what shares a key; with a language all that share it, or none where all say the same
 * language. More of them can only join more, so that this, too, is the same in any order. */
static void
join_keys(joining *j)
{
	const key *keys = j->keys.items;
	if (j->keys.count > 1)
		qsort(j->keys.items, j->keys.count, sizeof *j->keys.items, by_hash);
	for (size_t i = 0, end; i < j->keys.count; i = end) {
		bool joins = keys[i].language == 0;
		for (end = i + 1; end < j->keys.count && keys[end].hash == keys[i].hash; end++)
			joins |= keys[end].language != keys[i].language;
		for (size_t k = i + 1; joins && k < end; k++)
			join(j, keys[k - 1].member, keys[k].member);
	}
}

void
clausary_link_classes(clausary_member *members, uint32_t count)
{
	uint32_t *last = clausary_memory_zeros(count, sizeof *last);
	for (uint32_t i = 0; i < count; i++) {
		uint32_t class = clausary_class_of(members, i);
		members[i].next = CLAUSARY_NONE;
		if (class != i)
			members[last[class]].next = i;
		last[class] = i;
	}
	free(last);
}

static void
make_keys(joining *j)
{
	j->keys.count = 0;
	for (uint32_t i = 0; i < j->count; i++)
		if (j->members[i].parent == i)
			add_class_keys(j, i);
}

void
clausary_join_by_evidence(clausary_member *members, uint32_t count,
                          const clausary_evidence_options *options)
{
	enum { KEYS_OF_A_CONCEPT = 12 }; /* with three terms in two languages */
	joining j = {.members = members,
	             .count = count,
	             .options = options,
	             .parts = (uint64_t)count * KEYS_OF_A_CONCEPT / KEYS_AT_ONCE + 1};
	clausary_link_classes(members, count);
	do {
		j.joined = false;
		for (j.part = 0; j.part < j.parts; j.part++) {
			make_keys(&j);
			join_keys(&j);
			clausary_link_classes(members, count);
		}
	} while (j.joined);
	clausary_array_finish(&j.keys);
	clausary_array_finish(&j.terms);
	clausary_array_finish(&j.ids);
	clausary_array_finish(&j.definitions);
	clausary_array_finish(&j.content);
	clausary_buffer_finish(&j.text);
}
