/* Entries of terms clauses: "3.2.1 term [source]: definition" on one line (ITU-T), number, term,
 * synonyms and definition on lines of their own (ISO), "term: definition" without a number, rows of
 * two columns, definition lists. Their notes, examples and sources belong to them. */
#include "mining/entry.h"

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

static group
group_at(const clausary_mining *mining, size_t first)
{
	group g = {mining->passages.items[first].clause, first, first};
	while (g.end < mining->passages.count) {
		const clausary_passage *passage = &mining->passages.items[g.end];
		bool note = passage->flags & CLAUSARY_CLAUSE_NOTE;
		bool inside = passage->clause == g.clause
		              || (is_within(mining->document, passage->clause, g.clause)
		                  && !is_decimal(mining->document, passage->clause));
		if (!note && !inside)
			break;
		g.end++;
	}
	return g;
}

static clausary_slice
text_of(const clausary_mining *mining, clausary_span span)
{
	return clausary_slice_span(clausary_document_text(mining->document), span);
}

/* The colon between a term and its definition: outside of brackets, early, a blank after it. Bytes
 * from the start, or SIZE_MAX. */
static size_t
term_colon(clausary_slice text, bool synonyms)
{
	int depth = 0;
	for (size_t i = 0; i < text.size && i < CLAUSARY_ENTRY_TERM_BYTES; i++) {
		char c = text.data[i];
		depth += (c == '(' || c == '[') - (c == ')' || c == ']');
		bool blank = i + 1 < text.size
		             && clausary_slice_blank(clausary_slice_part(text, i + 1, text.size));
		if (c == ':' && depth <= 0 && blank)
			return i;
		if ((c == '.' || (c == ';' && !synonyms)) && depth <= 0 && blank)
			return SIZE_MAX;
	}
	return SIZE_MAX;
}

/* "term; synonym; symbol" */
static void
split_synonyms(const clausary_mining *mining, clausary_entry *entry)
{
	clausary_slice text = text_of(mining, entry->term);
	uint32_t start = entry->term.start, end = entry->term.end, from = start;
	for (size_t i = 0; i <= text.size; i++) {
		if (i < text.size && text.data[i] != ';')
			continue;
		clausary_span part =
		        clausary_entry_trim(mining, (clausary_span){from, start + (uint32_t)i});
		if (from == start)
			end = part.end;
		else if (part.end > part.start && entry->synonym_count < CLAUSARY_ENTRY_SYNONYMS)
			entry->synonyms[entry->synonym_count++] = part;
		from = start + (uint32_t)i + 1;
	}
	entry->term.end = end;
}

/* "term [source]: definition" in one passage, from byte `start` on. */
static bool
read_colon(clausary_mining *mining, clausary_entry *entry, clausary_span line, bool numbered)
{
	size_t colon = term_colon(text_of(mining, line), numbered);
	if (colon == SIZE_MAX)
		return false;
	entry->term = (clausary_span){line.start, line.start + (uint32_t)colon};
	entry->definition = clausary_entry_trim(
	        mining, (clausary_span){line.start + (uint32_t)colon + 1, line.end});
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
	if (read_colon(mining, &entry, line, true)) {
		clausary_entry_read_lines(mining, &entry, g.first + 1, g.end, false);
		clausary_entry_finish(mining, &entry);
		return;
	}
	size_t next = g.first + 1;
	if (line.start == line.end && next < g.end)
		line = clausary_entry_trim(mining, mining->passages.items[next++].span);
	entry.term = line;
	clausary_entry_take_source(mining, &entry, &entry.term);
	clausary_slice term = text_of(mining, entry.term);
	bool sentence = term.size > CLAUSARY_ENTRY_SYNONYM_BYTES
	                && strchr(".;:,", term.data[term.size - 1]);
	if (next < g.end && term.size <= CLAUSARY_ENTRY_TERM_BYTES && !sentence)
		clausary_entry_read_lines(mining, &entry, next, g.end, true);
	clausary_entry_finish(mining, &entry);
}

/* A title in capitals with a colon in it is no entry. */
static bool
is_in_capitals(const clausary_mining *mining, clausary_span span)
{
	clausary_slice text = text_of(mining, span);
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
	        clausary_initials_read(mining, text_of(mining, form->span), next->first,
		                       next->first + next->count - 1, true);
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
		line.start += (uint32_t)clausary_label_parse(text_of(mining, line)).size;
		if (!read_colon(mining, &entry, line, true) || is_in_capitals(mining, line))
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
		if (is_decimal(mining->document, g.clause) && !heading && !section)
			read_numbered(mining, g);
		else
			read_unnumbered(mining, g);
		i = g.end;
	}
}

const clausary_finder clausary_finder_entry = {"entry",
                                               "entries of terms clauses, definition lists", find};
