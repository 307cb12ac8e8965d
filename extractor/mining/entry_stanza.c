/* Entries without numbers (ISO 10241-1 without the entry number; glossaries at the end of reports):
 *
 *     tidal gate
 *     opening that lets the tide pass
 *     Note 1 to entry: …
 *
 *     quay
 *     place where ships lie
 *
 * An empty line, or a term in bold type, parts one from the next. It takes a list to believe in it:
 * most stanzas must have the shape. */
#include "mining/entry.h"

#include "document/label.h"

typedef struct stanza {
	size_t first, end; /* passages */
} stanza;

static const clausary_block *
block_of(const clausary_mining *mining, size_t passage)
{
	return &mining->document->blocks.items[mining->passages.items[passage].block];
}

static clausary_slice
line_of(const clausary_mining *mining, size_t passage)
{
	return clausary_slice_trim(
	        clausary_mining_text(mining, mining->passages.items[passage].span));
}

/* The last line of the source that a block takes. */
static uint32_t
last_line(const clausary_document *document, const clausary_block *block)
{
	uint32_t line = block->line;
	for (uint32_t at = block->span.start; at < block->span.end; at++)
		line += document->text.data[at] == '\n';
	return line;
}

/* Whether an empty line stands before the passage. */
static bool
is_after_gap(const clausary_mining *mining, size_t passage)
{
	const clausary_block *block = block_of(mining, passage);
	return mining->passages.items[passage].block > 0
	       && block->line > last_line(mining->document, block - 1) + 1;
}

/* Whether the passage begins a part of the entry before it: "Note 1 to entry: …". */
static bool
is_part(const clausary_mining *mining, size_t passage)
{
	clausary_entry_part part;
	clausary_span text;
	return clausary_entry_part_of(
	        mining, clausary_entry_trim(mining, mining->passages.items[passage].span), &part,
	        &text);
}

static stanza
stanza_at(const clausary_mining *mining, size_t first, size_t end)
{
	stanza s = {first, first + 1};
	while (s.end < end) {
		bool bold = block_of(mining, s.end)->flags & CLAUSARY_BLOCK_STRONG
		            && !(block_of(mining, s.end - 1)->flags & CLAUSARY_BLOCK_STRONG);
		if ((bold || is_after_gap(mining, s.end)) && !is_part(mining, s.end))
			break;
		s.end++;
	}
	return s;
}

static bool
is_plain(const clausary_block *block)
{
	return block->kind == CLAUSARY_BLOCK_PARAGRAPH || block->kind == CLAUSARY_BLOCK_HEADING;
}

/* A term in a line of its own, and something under it that says what it is. */
static bool
has_shape(const clausary_mining *mining, stanza s)
{
	clausary_slice term = line_of(mining, s.first);
	return s.end > s.first + 1 && term.size && term.size <= CLAUSARY_ENTRY_TERM_BYTES
	       && is_plain(block_of(mining, s.first)) && is_plain(block_of(mining, s.first + 1))
	       && clausary_label_parse(term).kind == CLAUSARY_LABEL_NONE
	       && !clausary_entry_ends_part(term, term.size > CLAUSARY_ENTRY_SYNONYM_BYTES)
	       && clausary_slice_find(term, CLAUSARY_SLICE(": ")) == SIZE_MAX
	       && !is_part(mining, s.first) && !is_part(mining, s.first + 1)
	       && !(mining->passages.items[s.first].flags & CLAUSARY_CLAUSE_NOTE);
}

static void
read_stanza(clausary_mining *mining, stanza s)
{
	const clausary_passage *passage = &mining->passages.items[s.first];
	clausary_entry entry = clausary_entry_new(mining, passage->clause, "entry", 0.8f);
	entry.term = clausary_entry_trim(mining, passage->span);
	clausary_entry_take_source(mining, &entry, &entry.term);
	clausary_entry_read_lines(mining, &entry, s.first + 1, s.end, true);
	clausary_entry_finish(mining, &entry);
}

bool
clausary_entry_read_stanzas(clausary_mining *mining, size_t first, size_t end)
{
	enum { FEWEST = 2 }; /* one alone may be a title and a line under it */
	size_t shaped = 0, others = 0;
	for (size_t at = first; at < end;) {
		stanza s = stanza_at(mining, at, end);
		if (has_shape(mining, s))
			shaped++;
		else
			others++;
		at = s.end;
	}
	if (shaped < FEWEST || shaped < others)
		return false;
	for (size_t at = first; at < end;) {
		stanza s = stanza_at(mining, at, end);
		if (has_shape(mining, s))
			read_stanza(mining, s);
		at = s.end;
	}
	return true;
}
