/* Entries of terms clauses: "3.2.1 term [source]: definition" on one line (ITU-T), number, term,
 * synonyms and definition on lines of their own (ISO), "term: definition" without a number, rows of
 * two columns, definition lists. Their notes, examples and sources belong to them. */
#include "mining/cue_match.h"
#include "mining/entry.h"

#include "base/fold.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "document/label.h"
#include "mining/initials.h"
#include "mining/short_form.h"

#include <unicode/uchar.h>

/* The passages of one clause and of the items in it. */
typedef struct group {
	uint32_t clause;
	size_t first, end; /* passages */
} group;

static bool
is_within(const clausary_document *document, uint32_t clause, uint32_t ancestor)
{
	while (clause != CLAUSARY_NONE && clause != ancestor)
		clause = document->clauses.items[clause].parent;
	return clause == ancestor;
}

static bool
is_decimal(const clausary_document *document, uint32_t clause)
{
	clausary_slice mark = clausary_slice_span(clausary_document_text(document),
	                                          document->clauses.items[clause].mark);
	return clausary_label_parse(mark).kind == CLAUSARY_LABEL_DECIMAL;
}

/* Whether a numbered clause lies right under this one: then it is a heading. */
static bool
has_numbered_child(const clausary_document *document, uint32_t clause)
{
	uint32_t next = clause + 1;
	while (next < document->clauses.count
	       && document->clauses.items[next].flags & CLAUSARY_CLAUSE_NOTE)
		next++;
	return next < document->clauses.count && document->clauses.items[next].parent == clause
	       && is_decimal(document, next);
}

/* Whether a clause inside an entry belongs to it: an item does, a number or a title of its own does
 * not. */
static bool
is_part(const clausary_document *document, uint32_t clause)
{
	return !is_decimal(document, clause) && document->clauses.items[clause].role.size == 0;
}

static group
group_at(const clausary_mining *mining, size_t first)
{
	group g = {mining->passages.items[first].clause, first, first};
	while (g.end < mining->passages.count) {
		const clausary_passage *passage = &mining->passages.items[g.end];
		bool note = passage->flags & CLAUSARY_CLAUSE_NOTE;
		bool inside = passage->clause == g.clause
		              || (is_within(mining->document, passage->clause, g.clause)
		                  && is_part(mining->document, passage->clause));
		if (!note && !inside)
			break;
		g.end++;
	}
	return g;
}

/* Whether a group begins where its clause does; what goes on with a clause after the clauses inside
 * it is no entry of its own. */
static bool
begins_clause(const clausary_mining *mining, group g)
{
	clausary_span mark = mining->document->clauses.items[g.clause].mark;
	clausary_span span = mining->passages.items[g.first].span;
	return mark.start >= span.start && mark.end <= span.end;
}

/* Whether a mark ends the part of a line before it: a blank follows, or the text is written without
 * them. `at`, `next`: its bytes. */
static bool
parts(clausary_slice text, size_t at, size_t next)
{
	clausary_slice rest = clausary_slice_part(text, next, text.size);
	size_t letter = 0;
	return next - at > 1 || clausary_slice_blank(rest)
	       || (rest.size && clausary_utf8_is_unspaced(clausary_utf8_next(rest, &letter)));
}

/* The bytes of the blank or the letter of one or two bytes that `text` has at `at`, told without
 * decoding it; 0 where a mark or something longer may stand. */
static inline size_t
plain_size(clausary_slice text, size_t at)
{
	unsigned char c = (unsigned char)text.data[at];
	if (c < 0x80)
		return clausary_ascii_is_letter((char)c) || c == ' ';
	return c >= 0xc3 && c < 0xd8 ? 2 : 0; /* U+060C is the first mark of two bytes */
}

/* The colon between a term and its definition: outside of brackets, early. Its bytes from the start
 * of `text`, or an empty span. */
static clausary_span
term_colon(clausary_slice text, bool synonyms)
{
	int depth = 0;
	for (size_t at = 0, next = 0; at < text.size && at < CLAUSARY_ENTRY_TERM_BYTES; at = next) {
		if ((next = at + plain_size(text, at)) > at)
			continue;
		char mark = clausary_fold_mark(clausary_utf8_next(text, &next));
		depth += (mark == '(' || mark == '[') - (mark == ')' || mark == ']');
		if (mark == '\0' || depth > 0 || strchr(":.;", mark) == NULL
		    || !parts(text, at, next))
			continue;
		if (mark == ':')
			return (clausary_span){(uint32_t)at, (uint32_t)next};
		if (mark == '.' || !synonyms)
			break;
	}
	return (clausary_span){0, 0};
}

/* "term; synonym; symbol" */
static void
split_synonyms(const clausary_mining *mining, clausary_entry *entry)
{
	clausary_slice text = clausary_mining_text(mining, entry->term);
	uint32_t start = entry->term.start, end = entry->term.end, from = start;
	if (text.size > CLAUSARY_ENTRY_SYNONYMS * CLAUSARY_LIMIT_TERM_BYTES)
		return; /* a paragraph, not a head */
	for (size_t at = 0, next = 0; at <= text.size; at = next) {
		char mark = ';';
		if (at < text.size && (next = at + plain_size(text, at)) > at)
			continue;
		if (at < text.size)
			mark = clausary_fold_mark(clausary_utf8_next(text, &next));
		else
			next = at + 1;
		if (mark != ';')
			continue;
		clausary_span part =
		        clausary_entry_trim(mining, (clausary_span){from, start + (uint32_t)at});
		if (from == start)
			end = part.end;
		else if (part.end > part.start && entry->synonym_count < CLAUSARY_ENTRY_SYNONYMS)
			entry->synonyms[entry->synonym_count++] = part;
		from = start + (uint32_t)next;
	}
	entry->term.end = end;
}

/* "term [source]: definition" in one passage, from byte `start` on. */
static bool
read_colon(clausary_mining *mining, clausary_entry *entry, clausary_span line, bool numbered)
{
	clausary_span colon = term_colon(clausary_mining_text(mining, line), numbered);
	if (colon.end == 0)
		return false;
	entry->term = (clausary_span){line.start, line.start + colon.start};
	entry->definition =
	        clausary_entry_trim(mining, (clausary_span){line.start + colon.end, line.end});
	clausary_entry_take_source(mining, entry, &entry->term);
	if (numbered)
		split_synonyms(mining, entry);
	return clausary_entry_is_term(mining, entry->term)
	       && entry->definition.end > entry->definition.start;
}

/* An entry with a number of its own. */
static void
read_numbered(clausary_mining *mining, group g)
{
	const clausary_clause *clause = &mining->document->clauses.items[g.clause];
	clausary_span line = mining->passages.items[g.first].span;
	clausary_entry entry = clausary_entry_new(mining, g.clause, "numbered-entry", 0.97f);
	line.start = clause->mark.end;
	line = clausary_entry_trim(mining, line);
	size_t next = g.first + 1;
	if (line.start == line.end && next < g.end) /* the number has a line of its own */
		line = clausary_entry_trim(mining, mining->passages.items[next++].span);
	if (read_colon(mining, &entry, line, true)) {
		clausary_entry_read_lines(mining, &entry, next, g.end, false);
		clausary_entry_finish(mining, &entry);
		return;
	}
	entry.term = line;
	clausary_entry_take_source(mining, &entry, &entry.term);
	split_synonyms(mining, &entry);
	clausary_slice term = clausary_mining_text(mining, entry.term);
	bool sentence =
	        term.size > CLAUSARY_ENTRY_SYNONYM_BYTES && clausary_entry_ends_part(term, true);
	if (next < g.end && term.size <= CLAUSARY_ENTRY_TERM_BYTES && !sentence)
		clausary_entry_read_lines(mining, &entry, next, g.end, true);
	clausary_entry_finish(mining, &entry);
}

/* A title in capitals with a colon in it is no entry. */
static bool
is_in_capitals(const clausary_mining *mining, clausary_span span)
{
	clausary_slice text = clausary_mining_text(mining, span);
	bool capital = false;
	for (size_t at = 0; at < text.size;) {
		UChar32 c = (UChar32)clausary_utf8_next(text, &at);
		capital |= u_isupper(c);
		if (u_isalpha(c) && !u_isupper(c))
			return false;
	}
	return capital;
}

static bool
is_pair_of_blocks(const clausary_mining *mining, size_t i)
{
	const clausary_document *document = mining->document;
	if (i + 1 >= mining->passages.count)
		return false;
	const clausary_passage *here = &mining->passages.items[i], *next = here + 1;
	const clausary_block *a = &document->blocks.items[here->block];
	const clausary_block *b = &document->blocks.items[next->block];
	if (a->kind == CLAUSARY_BLOCK_TERM && b->kind == CLAUSARY_BLOCK_DESCRIPTION)
		return true;
	return here->flags & CLAUSARY_CLAUSE_TERMS && a->kind == CLAUSARY_BLOCK_CELL
	       && b->kind == CLAUSARY_BLOCK_CELL && a->table == b->table && a->row == b->row
	       && a->column == 0 && b->column == 1
	       && !((a->flags | b->flags) & CLAUSARY_BLOCK_HEAD_CELL);
}

/* Whether a row gives an acronym and its long form: find_list.c has it as a pair. */
static bool
is_acronym_row(const clausary_mining *mining, const clausary_passage *here)
{
	const clausary_passage *next = here + 1;
	size_t at = clausary_short_form_at(mining, here->first);
	if (here->flags & CLAUSARY_CLAUSE_ABBREVIATIONS)
		return true;
	if (at == mining->short_forms.count || here->count == 0 || next->count == 0)
		return false;
	const clausary_short_form *form = &mining->short_forms.items[at];
	if (form->first != here->first || form->count != here->count)
		return false;
	clausary_initials fit =
	        clausary_initials_read(mining, clausary_mining_text(mining, form->span),
		                       next->first, next->first + next->count - 1, true);
	return fit.score >= 0.8f;
}

/* A row of two cells, or a term and its description. */
static void
read_pair(clausary_mining *mining, size_t i)
{
	const clausary_passage *here = &mining->passages.items[i], *next = here + 1;
	clausary_entry entry = clausary_entry_new(mining, here->clause, "definition-list", 0.9f);
	if (is_acronym_row(mining, here))
		return;
	entry.term = clausary_entry_trim(mining, here->span);
	entry.definition = clausary_entry_trim(mining, next->span);
	clausary_entry_take_source(mining, &entry, &entry.term);
	clausary_entry_finish(mining, &entry);
}

/* A word that a sentence begins with and a term does not: "this", "in". */
static bool
is_no_term(const clausary_mining *mining, size_t token)
{
	clausary_slice word = clausary_mining_word(mining, token);
	return clausary_cues_has(&mining->cues->edge, word)
	       || clausary_cues_has(&mining->cues->name_words, word);
}

/* "term means definition": among definitions the term needs no quotes. */
static bool
read_cue(const clausary_mining *mining, clausary_entry *entry, const clausary_passage *passage)
{
	enum { LONGEST = 12 /* tokens */ };
	size_t end = passage->first + passage->count, at = passage->first, next = 0;
	if (passage->count == 0 || is_no_term(mining, at))
		return false;
	while (next == 0 && ++at < end && at - passage->first <= LONGEST
	       && mining->tokens.items[at].kind != CLAUSARY_TOKEN_MARK)
		next = clausary_cue_defines(mining, at, end);
	if (next == 0 || next >= end)
		return false;
	entry->term = clausary_mining_span(mining, passage->first, at - 1);
	entry->definition = clausary_entry_trim(
	        mining, (clausary_span){mining->tokens.items[next].start, passage->span.end});
	return true;
}

/* Entries without a number of their own, after the heading and its introduction. */
static void
read_unnumbered(clausary_mining *mining, group g)
{
	if (clausary_entry_read_stanzas(mining, g.first + 1, g.end))
		return;
	for (size_t i = g.first + 1; i < g.end; i++) {
		const clausary_passage *passage = &mining->passages.items[i];
		const clausary_block *block = &mining->document->blocks.items[passage->block];
		clausary_entry entry = clausary_entry_new(mining, passage->clause, "entry", 0.8f);
		clausary_span line = clausary_entry_trim(mining, passage->span), text;
		clausary_entry_part part;
		if (is_pair_of_blocks(mining, i)) {
			read_pair(mining, i++);
			continue;
		}
		if (block->kind == CLAUSARY_BLOCK_CELL || passage->flags & CLAUSARY_CLAUSE_NOTE
		    || clausary_entry_part_of(mining, line, &part, &text))
			continue;
		line.start +=
		        (uint32_t)clausary_label_parse(clausary_mining_text(mining, line)).size;
		if (is_in_capitals(mining, line)
		    || !(read_colon(mining, &entry, line, true)
		         || read_cue(mining, &entry, passage)))
			continue;
		size_t end = i + 1;
		while (end < g.end
		       && clausary_entry_part_of(
		               mining,
		               clausary_entry_trim(mining, mining->passages.items[end].span), &part,
		               &text))
			end++;
		clausary_entry_read_lines(mining, &entry, i + 1, end, false);
		clausary_entry_finish(mining, &entry);
	}
}

static bool
is_terms_clause(const clausary_mining *mining, uint32_t clause)
{
	return clause != CLAUSARY_NONE
	       && mining->document->clauses.items[clause].flags & CLAUSARY_CLAUSE_TERMS;
}

static void
find(clausary_mining *mining)
{
	for (size_t i = 0; i < mining->passages.count;) {
		const clausary_passage *passage = &mining->passages.items[i];
		const clausary_block *block = &mining->document->blocks.items[passage->block];
		clausary_mining_enter(mining, (uint32_t)i);
		if (is_pair_of_blocks(mining, i)) {
			read_pair(mining, i);
			i += 2;
			continue;
		}
		if (!is_terms_clause(mining, passage->clause)
		    || passage->flags & CLAUSARY_CLAUSE_NOTE || block->kind == CLAUSARY_BLOCK_CELL
		    || block->kind == CLAUSARY_BLOCK_TERM) {
			i++;
			continue;
		}
		group g = group_at(mining, i);
		bool heading = has_numbered_child(mining->document, g.clause);
		bool section = mining->document->clauses.items[g.clause].role.size > 0;
		if (!is_decimal(mining->document, g.clause) || heading || section)
			read_unnumbered(mining, g);
		else if (begins_clause(mining, g))
			read_numbered(mining, g);
		i = g.end;
	}
}

const clausary_finder clausary_finder_entry = {"entry",
                                               "entries of terms clauses, definition lists", find};
