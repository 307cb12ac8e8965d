/* The findings of a document, form by form: a counting sort of its mentions and pairs. */
#include "verify/index.h"

#include "base/fold.h"
#include "base/locale.h"
#include "verify/acronym.h"

#include <stdlib.h>

static const struct {
	const char *key; /* that a clause's key begins with, up to a mark */
	clausary_zone zone;
} KEYS[] = {{"annex", CLAUSARY_ZONE_ANNEX},
            {"appendix", CLAUSARY_ZONE_ANNEX},
            {"attachment", CLAUSARY_ZONE_ANNEX},
            {"schedule", CLAUSARY_ZONE_ANNEX},
            {"supplement", CLAUSARY_ZONE_ANNEX},
            {"summary", CLAUSARY_ZONE_ABSTRACT},
            {"foreword", CLAUSARY_ZONE_FRONT},
            {"front", CLAUSARY_ZONE_TITLE},
            {"footnote", CLAUSARY_ZONE_NOTE},
            {"history", CLAUSARY_ZONE_REFERENCES},
            {"contents", CLAUSARY_ZONE_REFERENCES},
            {"bibliography", CLAUSARY_ZONE_REFERENCES},
            {"acknowledgements", CLAUSARY_ZONE_NAMES},
            {"keywords", CLAUSARY_ZONE_NAMES}};

/* The zone that a key names: "annex-A/heading" an annex; the body where it names none. */
static clausary_zone
zone_of_key(clausary_slice key)
{
	size_t slash = clausary_slice_find(key, CLAUSARY_SLICE("/"));
	size_t part = slash == SIZE_MAX ? key.size : slash;
	for (size_t i = 0; i < sizeof KEYS / sizeof *KEYS; i++) {
		size_t size = strlen(KEYS[i].key);
		if (size <= part && memcmp(key.data, KEYS[i].key, size) == 0
		    && (size == part || key.data[size] == '-'))
			return KEYS[i].zone;
	}
	return CLAUSARY_ZONE_BODY;
}

/* The zone of a clause that stands in a part of the document with the zone `zone`. */
static clausary_zone
zone_of_clause(const clausary_clause *clause, clausary_zone zone)
{
	if (clause->flags & CLAUSARY_CLAUSE_TITLE)
		return CLAUSARY_ZONE_TITLE;
	if (clause->flags & CLAUSARY_CLAUSE_REFERENCES)
		return CLAUSARY_ZONE_REFERENCES;
	if (clause->flags & CLAUSARY_CLAUSE_ABBREVIATIONS)
		return CLAUSARY_ZONE_LIST;
	if (clause->flags & (CLAUSARY_CLAUSE_TERMS | CLAUSARY_CLAUSE_TERMS_ELSEWHERE))
		return CLAUSARY_ZONE_TERMS;
	if (zone == CLAUSARY_ZONE_BODY && clause->flags & CLAUSARY_CLAUSE_FRONT)
		return CLAUSARY_ZONE_FRONT;
	return zone == CLAUSARY_ZONE_BODY && clause->flags & CLAUSARY_CLAUSE_NOTE
	               ? CLAUSARY_ZONE_NOTE
		       : zone;
}

/* Parts of a document that are read by themselves: title pages, the foreword, a summary, every
 * annex. What stands in one the outline knows: A.1 is a clause of annex A, though its key does not
 * say so. The part of a clause is the first clause of it, that of the body is 0. */
static void
read_clauses(clausary_index *index)
{
	const unsigned apart = CLAUSARY_IN(FRONT) | CLAUSARY_IN(ABSTRACT) | CLAUSARY_IN(ANNEX);
	const clausary_document *document = index->document;
	size_t count = document->clauses.count;
	uint8_t *named = clausary_memory_zeros(count + 1, sizeof *named); /* zones that keys name */
	index->zones = clausary_memory_zeros(count + 1, sizeof *index->zones);
	index->parts = clausary_memory_zeros(count + 1, sizeof *index->parts);
	for (size_t i = 0; i < count; i++) {
		const clausary_clause *clause = &document->clauses.items[i];
		bool within = clause->parent != CLAUSARY_NONE;
		/* a numbered clause has its number as its key: "7 Acknowledgements" */
		bool thanks =
		        clausary_slice_equal(clause->role, CLAUSARY_SLICE("acknowledgements"));
		named[i] = (uint8_t)zone_of_key(thanks ? clause->role : clause->key);
		if (named[i] == CLAUSARY_ZONE_BODY && within)
			named[i] = named[clause->parent];
		index->zones[i] = zone_of_clause(clause, (clausary_zone)named[i]);
		if (!(apart & (1u << named[i] | 1u << index->zones[i])))
			continue;
		uint32_t part = within ? index->parts[clause->parent] : 0;
		index->parts[i] = part ? part : (uint32_t)i + 1;
	}
	free(named);
}

const clausary_block *
clausary_index_block(const clausary_index *index, uint32_t at)
{
	const clausary_block *blocks = index->document->blocks.items;
	size_t low = 0, high = index->document->blocks.count;
	while (low + 1 < high) {
		size_t middle = low + (high - low) / 2;
		if (blocks[middle].span.start <= at)
			low = middle;
		else
			high = middle;
	}
	while (low > 0 && blocks[low].span.end <= at && blocks[low - 1].span.end > at)
		low--; /* past a footnote that lies inside the block */
	return &blocks[low];
}

/* Whether a block is the title line of its clause: its first, short, without a stop at its end,
 * with more below it. */
static bool
is_title_line(const clausary_index *index, uint32_t clause, const clausary_block *block)
{
	enum { LONGEST_TITLE = 120 /* bytes */ };
	const clausary_document *document = index->document;
	if (clause == CLAUSARY_NONE || block->span.end - block->span.start > LONGEST_TITLE)
		return false;
	const clausary_clause *found = &document->clauses.items[clause];
	bool below = clause + 1 < document->clauses.count && found[1].parent == clause;
	char end = clausary_fold_end(clausary_slice_trim(clausary_index_text(index, block->span)));
	return found->mark.end > found->mark.start && block->span.start <= found->mark.start
	       && below && end != '.' && end != ';' && end != ':' && end != ',';
}

/* Whether a block begins with a tag, as examples of XML and HTML do. */
static bool
is_markup(const clausary_index *index, const clausary_block *block)
{
	clausary_slice text = clausary_document_text(index->document);
	size_t at = clausary_slice_skip_blanks(text, block->span.start);
	return at + 1 < block->span.end && text.data[at] == '<'
	       && (clausary_ascii_is_letter(text.data[at + 1]) || text.data[at + 1] == '/');
}

clausary_zone
clausary_index_zone(const clausary_index *index, uint32_t clause, uint32_t at)
{
	clausary_zone zone =
	        clause == CLAUSARY_NONE ? CLAUSARY_ZONE_BODY : (clausary_zone)index->zones[clause];
	if (zone != CLAUSARY_ZONE_BODY && zone != CLAUSARY_ZONE_ANNEX
	    && zone != CLAUSARY_ZONE_FRONT)
		return zone;
	bool heading = clause != CLAUSARY_NONE
	               && index->document->clauses.items[clause].flags & CLAUSARY_CLAUSE_HEADING;
	const clausary_block *block = clausary_index_block(index, at);
	switch ((clausary_block_kind)block->kind) {
	case CLAUSARY_BLOCK_HEADING:
		return CLAUSARY_ZONE_HEADING;
	case CLAUSARY_BLOCK_CAPTION:
		return CLAUSARY_ZONE_CAPTION;
	case CLAUSARY_BLOCK_CODE:
		return CLAUSARY_ZONE_CODE;
	case CLAUSARY_BLOCK_CELL:
		return CLAUSARY_ZONE_TABLE;
	default:
		if (is_markup(index, block))
			return CLAUSARY_ZONE_CODE;
		return heading || is_title_line(index, clause, block) ? CLAUSARY_ZONE_HEADING
		                                                      : zone;
	}
}

/* Where the uses and pairs of each form go: counts become starts. */
static void
share_out(clausary_index *index)
{
	const clausary_findings *f = index->findings;
	clausary_use *uses = index->uses;
	uint32_t *pairs = index->pair_indices;
	for (size_t i = 0; i < f->mentions.count; i++)
		index->forms[f->mentions.items[i].designation].use_count++;
	for (size_t i = 0; i < f->pairs.count; i++) {
		const clausary_pair *pair = &f->pairs.items[i];
		index->forms[pair->acronym].symbol |= !clausary_acronym_is_words(pair->text);
		index->forms[pair->acronym].pair_count += clausary_acronym_explains(index, pair);
		index->forms[pair->expansion].pair_count += clausary_acronym_explains(index, pair);
	}
	for (size_t i = 0; i < f->designations.count; i++) {
		clausary_form *form = &index->forms[i];
		form->designation = &f->designations.items[i];
		form->uses = uses;
		form->pairs = pairs;
		uses += form->use_count;
		pairs += form->pair_count;
		form->symbol &= form->pair_count == 0;
		form->use_count = form->pair_count = 0;
	}
}

static void
read_pairs(clausary_index *index)
{
	const clausary_findings *f = index->findings;
	for (size_t i = 0; i < f->pairs.count; i++) {
		const clausary_pair *pair = &f->pairs.items[i];
		if (!clausary_acronym_explains(index, pair))
			continue;
		clausary_form *forms[] = {&index->forms[pair->acronym],
		                          &index->forms[pair->expansion]};
		for (size_t j = 0; j < 2; j++)
			index->pair_indices[forms[j]->pairs - index->pair_indices
			                    + forms[j]->pair_count++] = (uint32_t)i;
	}
}

/* The pair of a form whose short or long form stands at a span, or CLAUSARY_NONE; `*from` moves on
 * with the text. */
static uint32_t
pair_at(const clausary_index *index, const clausary_form *form, clausary_span span, uint32_t *from)
{
	for (uint32_t i = *from; i < form->pair_count; i++) {
		const clausary_pair *pair = &index->findings->pairs.items[form->pairs[i]];
		clausary_span short_span = pair->short_span, long_span = pair->long_span;
		if ((short_span.start < span.end && span.start < short_span.end)
		    || (long_span.start < span.end && span.start < long_span.end))
			return form->pairs[i];
		if (short_span.end <= span.start && long_span.end <= span.start && i == *from)
			++*from;
	}
	return CLAUSARY_NONE;
}

static void
read_uses(clausary_index *index)
{
	const clausary_findings *f = index->findings;
	uint32_t *from = clausary_memory_zeros(f->designations.count + 1, sizeof *from);
	uint32_t covered = 0; /* the end of the longest form so far */
	for (size_t i = 0; i < f->mentions.count; i++) {
		const clausary_mention *mention = &f->mentions.items[i];
		clausary_form *form = &index->forms[mention->designation];
		const clausary_mention *next = mention + 1;
		bool longer = i + 1 < f->mentions.count && next->span.start == mention->span.start
		              && next->span.end > mention->span.end;
		clausary_use *use = &index->uses[form->uses - index->uses + form->use_count++];
		*use = (clausary_use){
		        .span = mention->span,
		        .clause = mention->clause,
		        .zone = clausary_index_zone(index, mention->clause, mention->span.start),
		        .pair = pair_at(index, form, mention->span, &from[mention->designation]),
		        .inside = longer || mention->span.end <= covered};
		if (mention->span.end > covered)
			covered = mention->span.end;
	}
	free(from);
}

/* The lines of a text file are those of its text. */
static void
read_lines(clausary_index *index)
{
	CLAUSARY_ARRAY(uint32_t) lines = {0};
	clausary_slice text = clausary_document_text(index->document);
	if (strcmp(index->document->format, "text") != 0)
		return;
	for (const char *at = text.data; at;
	     at = memchr(at, '\n', text.size - (size_t)(at - text.data))) {
		at += lines.count > 0; /* past the line feed; the first line begins without one */
		clausary_array_push(&lines, (uint32_t)(at - text.data));
	}
	index->lines = lines.items;
	index->line_count = (uint32_t)lines.count;
}

/* Whether a pair heads its clause: "6.4 tidal data exchange (TDX): …". */
static bool
heads_clause(const clausary_index *index, const clausary_pair *pair)
{
	if (pair->clause == CLAUSARY_NONE || pair->long_span.start == pair->long_span.end)
		return false;
	const clausary_clause *clause = &index->document->clauses.items[pair->clause];
	clausary_slice text = clausary_document_text(index->document);
	return clause->mark.end > clause->mark.start && clause->parent != CLAUSARY_NONE
	       && clausary_slice_skip_blanks(text, clause->mark.end) == pair->long_span.start;
}

/* A clause most of whose parts are headed by a term with its acronym is one of terms, whatever its
 * title. */
static void
find_vocabularies(clausary_index *index)
{
	enum { FEWEST_ENTRIES = 10 };
	const clausary_document *document = index->document;
	size_t count = document->clauses.count;
	uint32_t *entries = clausary_memory_zeros(count + 1, sizeof *entries);
	for (size_t i = 0; i < index->findings->pairs.count; i++) {
		const clausary_pair *pair = &index->findings->pairs.items[i];
		if (heads_clause(index, pair))
			entries[document->clauses.items[pair->clause].parent]++;
	}
	for (size_t i = 0; i < count; i++) {
		uint32_t parent = document->clauses.items[i].parent;
		if (parent != CLAUSARY_NONE && entries[parent] >= FEWEST_ENTRIES)
			index->zones[i] = CLAUSARY_ZONE_TERMS;
	}
	free(entries);
}

/* Whether a mention is the first thing in a row, with a tab behind it. */
static bool
begins_row(const clausary_index *index, const clausary_mention *mention)
{
	clausary_slice text = clausary_document_text(index->document);
	uint32_t start = mention->span.start, end = mention->span.end;
	return end < text.size && text.data[end] == '\t'
	       && (start == 0 || text.data[start - 1] == '\n');
}

/* A clause of many rows that begin with acronyms is a list of abbreviations, whatever its title. */
static void
find_tables(clausary_index *index)
{
	enum { FEWEST_ROWS = 20 };
	const clausary_findings *findings = index->findings;
	size_t count = index->document->clauses.count;
	uint32_t *rows = clausary_memory_zeros(count + 1, sizeof *rows);
	for (size_t i = 0; i < findings->mentions.count; i++) {
		const clausary_mention *mention = &findings->mentions.items[i];
		if (mention->clause != CLAUSARY_NONE && begins_row(index, mention))
			rows[mention->clause]++;
	}
	for (size_t i = 0; i < count; i++)
		if (rows[i] >= FEWEST_ROWS && index->zones[i] == CLAUSARY_ZONE_BODY)
			index->zones[i] = CLAUSARY_ZONE_LIST;
	free(rows);
}

/* Whether a form is used in the running text of the body. */
static bool
is_used_in_body(const clausary_index *index, const clausary_form *form)
{
	for (uint32_t i = 0; i < form->use_count; i++) {
		const clausary_use *use = &form->uses[i];
		if (use->zone == CLAUSARY_ZONE_BODY && use->clause != CLAUSARY_NONE
		    && index->parts[use->clause] == 0)
			return true;
	}
	return false;
}

/* A list of abbreviations has rows, and a good part of what the document introduces: a heading with
 * "None.", or a list of symbols, is none. */
static void
find_list(clausary_index *index)
{
	enum { FEWEST_ROWS = 2, LEAST_PART = 4 /* one of so many acronyms */ };
	const clausary_findings *findings = index->findings;
	size_t rows = 0, introduced = 0, in_body = 0;
	for (size_t i = 0; i < findings->pairs.count; i++) {
		uint32_t clause = findings->pairs.items[i].clause;
		if (clause == CLAUSARY_NONE || index->zones[clause] != CLAUSARY_ZONE_LIST)
			continue;
		index->list_part = index->parts[clause];
		in_body += is_used_in_body(index, &index->forms[findings->pairs.items[i].acronym]);
		rows++;
	}
	for (size_t i = 0; i < findings->designations.count; i++)
		introduced += findings->designations.items[i].kind == CLAUSARY_ACRONYM
		              && index->forms[i].pair_count > 0;
	index->listed = rows >= FEWEST_ROWS && rows * LEAST_PART >= introduced;
	if (2 * in_body > rows)
		index->list_part = 0; /* an annex may hold the list of the whole document */
}

static bool
is_vocabulary(const clausary_index *index)
{
	size_t terms = 0, count = index->document->clauses.count;
	for (size_t i = 0; i < count; i++)
		terms += index->zones[i] == CLAUSARY_ZONE_TERMS;
	return terms * 2 > count;
}

clausary_status
clausary_index_read(clausary_index *index, clausary_context *context,
                    const clausary_findings *findings, uint32_t number)
{
	clausary_locale *locale;
	const clausary_document *document = findings->document;
	*index = (clausary_index){.findings = findings, .document = document, .number = number};
	clausary_status status = clausary_locale_open(&locale, context, document->language);
	if (status != CLAUSARY_OK)
		return status;
	index->cues = clausary_cues_of(locale);
	index->forms =
	        clausary_memory_zeros(findings->designations.count + 1, sizeof *index->forms);
	index->uses = clausary_memory_zeros(findings->mentions.count + 1, sizeof *index->uses);
	index->pair_indices =
	        clausary_memory_zeros(2 * findings->pairs.count + 1, sizeof *index->pair_indices);
	read_clauses(index);
	read_lines(index);
	share_out(index);
	read_pairs(index);
	find_vocabularies(index);
	find_tables(index);
	read_uses(index);
	find_list(index);
	index->vocabulary = is_vocabulary(index);
	return CLAUSARY_OK;
}

void
clausary_index_finish(clausary_index *index)
{
	free(index->lines);
	free(index->zones);
	free(index->parts);
	free(index->forms);
	free(index->uses);
	free(index->pair_indices);
	*index = (clausary_index){0};
}

const clausary_use *
clausary_form_first(const clausary_form *form, unsigned zones)
{
	for (uint32_t i = 0; i < form->use_count; i++)
		if (1u << form->uses[i].zone & zones && !form->uses[i].inside)
			return &form->uses[i];
	return NULL;
}

uint32_t
clausary_form_count(const clausary_form *form, unsigned zones)
{
	uint32_t count = 0;
	for (uint32_t i = 0; i < form->use_count; i++)
		count += 1u << form->uses[i].zone & zones && !form->uses[i].inside
		         && form->uses[i].pair == CLAUSARY_NONE;
	return count;
}

const clausary_pair *
clausary_form_pair(const clausary_index *index, const clausary_form *form, unsigned zones)
{
	for (uint32_t i = 0; i < form->pair_count; i++) {
		const clausary_pair *pair = &index->findings->pairs.items[form->pairs[i]];
		clausary_zone zone =
		        clausary_index_zone(index, pair->clause, pair->short_span.start);
		if (1u << zone & zones)
			return pair;
	}
	return NULL;
}

bool
clausary_form_is_listed(const clausary_form *form)
{
	for (uint32_t i = 0; i < form->use_count; i++)
		if (form->uses[i].zone == CLAUSARY_ZONE_LIST)
			return true;
	return false;
}

const clausary_pair *
clausary_index_pair_around(const clausary_index *index, clausary_span span)
{
	enum {
		MOST_LOOKED_AT = 4
	}; /* pairs after the place: a long form stands near its acronym */
	const clausary_pair *pairs = index->findings->pairs.items;
	size_t low = 0, high = index->findings->pairs.count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (pairs[middle].short_span.start < span.start)
			low = middle + 1;
		else
			high = middle;
	}
	for (size_t i = low ? low - 1 : 0; i < low + MOST_LOOKED_AT; i++)
		if (i < index->findings->pairs.count && pairs[i].long_span.start <= span.start
		    && span.end <= pairs[i].long_span.end)
			return &pairs[i];
	return NULL;
}
