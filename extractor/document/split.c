/* One physical line. Two passes over a block: the places where a clause word may open a clause;
 * then, when they are evidence enough, the labels between them, which must go on from each other.
 */
#include "document/split.h"

#include "base/fold.h"
#include "base/utf8.h"
#include "document/label_script.h"

#include <unicode/uchar.h>

enum {
	SHORTEST = 100, /* bytes of a block that is looked into */
	BUDGET = 65536, /* bytes that are looked into where nothing is cut: a long text of other
	                    kinds costs no more */
	LONGEST_ADDRESSEE = 300, /* bytes between a clause word and its first label */
	DEPTH = 4                /* lists in one another */
};

/* A clause word after the end of another clause. */
typedef struct opening {
	size_t at, end; /* bytes in the block: of the word, and of the blanks after it */
	bool operative;
	bool strong; /* a first label follows, or "that" */
} opening;

typedef struct splitter {
	clausary_document *document;
	clausary_vocabulary *vocabulary;
	clausary_slice text; /* of the block */
	CLAUSARY_ARRAY(opening) openings;
	CLAUSARY_ARRAY(size_t) cuts; /* bytes in the block */
	CLAUSARY_ARRAY(clausary_block) blocks;
	size_t budget;
} splitter;

static bool
ends_clause(char mark)
{
	return mark == ',' || mark == ';' || mark == '.' || mark == ':';
}

/* The next place where a clause may begin: after a mark that ends one; text.size when there is
 * none. A stop inside a number or an abbreviation is followed by no blank. */
static size_t
next_place(clausary_slice text, size_t at)
{
	while (at < text.size) {
		size_t start = at;
		char mark = text.data[at++];
		if ((unsigned char)mark >= 0x80) {
			at = start;
			clausary_utf8_next(text, &at);
			mark = clausary_fold_end(clausary_slice_part(text, start, at));
		}
		if (!ends_clause(mark))
			continue;
		size_t next = clausary_slice_skip_blanks(text, at);
		if (next > at || (unsigned char)text.data[start] >= 0x80)
			return next;
	}
	return text.size;
}

static bool
is_first(const clausary_label *label)
{
	return (label->kind == CLAUSARY_LABEL_NUMBER || label->kind == CLAUSARY_LABEL_LETTER
	        || label->kind == CLAUSARY_LABEL_ROMAN)
	       && label->number == 1;
}

/* Past the comma after a clause word, as Russian has before "that", and the blanks after it. */
static size_t
skip_comma(clausary_slice text, size_t at)
{
	size_t next = at, after;
	if (next < text.size)
		clausary_utf8_next(text, &next);
	after = clausary_slice_skip_blanks(text, next);
	char mark = clausary_fold_end(clausary_slice_part(text, at, next));
	return (mark == ',' || mark == ':') && after > next ? after
	                                                    : clausary_slice_skip_blanks(text, at);
}

static void
read_opening(splitter *s, size_t at)
{
	clausary_slice rest = clausary_slice_part(s->text, at, s->text.size);
	if (rest.size == 0
	    || !(clausary_vocabulary_opens(s->vocabulary, rest) & CLAUSARY_OPENS_KEYWORD))
		return;
	clausary_word_hit hit = clausary_vocabulary_keyword(s->vocabulary, rest);
	if (hit.role == NULL)
		return;
	size_t end = skip_comma(s->text, at + hit.size);
	clausary_slice after = clausary_slice_part(s->text, end, s->text.size);
	clausary_label label = clausary_label_read(s->vocabulary, after);
	bool numbered = after.size && clausary_ascii_is_digit(after.data[0]);
	bool other = label.kind != CLAUSARY_LABEL_NONE || hit.operative;
	if (numbered && other && !is_first(&label)) /* "resolves 2 above"; not "recalling 1984" */
		return;
	clausary_array_push(
	        &s->openings,
	        ((opening){.at = at,
		           .end = end,
		           .operative = hit.operative,
		           .strong = is_first(&label)
	                             || clausary_vocabulary_links(s->vocabulary, after)}));
}

static void
read_openings(splitter *s)
{
	s->openings.count = 0;
	read_opening(s, 0);
	for (size_t at = 0; (at = next_place(s->text, at)) < s->text.size;)
		read_opening(s, at);
}

/* Reasons and decisions, or three clauses, each sure: less may be one long clause that notes and
 * recalls. */
static bool
is_resolution(const splitter *s)
{
	size_t strong = 0, reasons = 0, decisions = 0;
	for (size_t i = 0; i < s->openings.count; i++) {
		const opening *o = &s->openings.items[i];
		strong += o->strong;
		reasons += o->strong && !o->operative;
		decisions += o->operative && (o->strong || reasons);
	}
	return strong >= 3 || (reasons && decisions);
}

static void
cut(splitter *s, size_t at)
{
	if (at > 0 && at < s->text.size
	    && (s->cuts.count == 0 || s->cuts.items[s->cuts.count - 1] < at))
		clausary_array_push(&s->cuts, at);
}

typedef struct open_lists {
	clausary_label last[DEPTH];
	int depth;
} open_lists;

/* Whether a label goes on from an open list, or begins one. */
static bool
takes_label(open_lists *lists, const clausary_label *label, bool may_begin)
{
	for (int i = lists->depth; i-- > 0;) {
		const clausary_label *last = &lists->last[i];
		bool same = last->open == label->open && last->close == label->close;
		if (same && last->kind == label->kind && label->number == last->number + 1) {
			lists->last[i] = *label;
			lists->depth = i + 1;
			return true;
		}
	}
	bool roman = label->kind == CLAUSARY_LABEL_LETTER && label->roman == 1;
	if (!may_begin || !(is_first(label) || roman) || lists->depth == DEPTH)
		return false;
	lists->last[lists->depth] = *label;
	if (roman) {
		lists->last[lists->depth].kind = CLAUSARY_LABEL_ROMAN;
		lists->last[lists->depth].number = 1;
	}
	lists->depth++;
	return true;
}

/* A label, or the label after a word such as "and" that follows the mark. */
static size_t
label_at(const splitter *s, clausary_slice text, size_t at, clausary_label *label)
{
	enum { LONGEST_AND = 8 };
	*label = clausary_label_read(s->vocabulary, clausary_slice_part(text, at, text.size));
	if (label->kind != CLAUSARY_LABEL_NONE)
		return at;
	size_t end = at;
	while (end < text.size && end - at < LONGEST_AND
	       && !clausary_slice_blank(clausary_slice_part(text, end, text.size)))
		end++;
	size_t next = clausary_slice_skip_blanks(text, end);
	if (next > end)
		*label = clausary_label_read(s->vocabulary,
		                             clausary_slice_part(text, next, text.size));
	return next;
}

/* The first label of a clause whose word speaks to somebody, "instructs the Director 1 to …; 2 to
 * …"; `end` when there is none. */
static size_t
first_label(const splitter *s, size_t start, size_t end)
{
	size_t most = end - start < LONGEST_ADDRESSEE ? end : start + LONGEST_ADDRESSEE;
	clausary_slice text = clausary_slice_part(s->text, 0, end);
	for (size_t at = start; at < most;) {
		clausary_label label =
		        clausary_label_read(s->vocabulary, clausary_slice_part(text, at, end));
		if (is_first(&label))
			return at;
		if (ends_clause(text.data[at]) && text.data[at] != ',')
			break;
		while (at < most && !clausary_slice_blank(clausary_slice_part(text, at, end)))
			at++;
		at = clausary_slice_skip_blanks(text, at);
	}
	return end;
}

/* Cut before the labels of one clause. */
static void
cut_labels(splitter *s, size_t start, size_t end)
{
	open_lists lists = {0};
	clausary_label label;
	clausary_slice text = clausary_slice_part(s->text, 0, end);
	size_t at = first_label(s, start, end);
	if (at == end)
		return;
	label = clausary_label_read(s->vocabulary, clausary_slice_part(text, at, end));
	takes_label(&lists, &label, true);
	cut(s, at);
	while ((at = next_place(text, at)) < end) {
		size_t found = label_at(s, text, at, &label);
		bool colon =
		        clausary_fold_end(clausary_slice_trim(clausary_slice_part(text, 0, at)))
		        == ':';
		if (label.kind != CLAUSARY_LABEL_NONE && takes_label(&lists, &label, colon))
			cut(s, found);
	}
}

/* Whether an opening without a label or "that" is one: a decision, since it speaks to somebody; a
 * reason, where no list goes on behind it. */
static bool
is_opening(const splitter *s, size_t index, bool decided)
{
	const opening *o = &s->openings.items[index];
	if (o->strong || o->operative || o->at == 0)
		return true;
	if (decided)
		return false;
	size_t end = index + 1 < s->openings.count ? s->openings.items[index + 1].at : s->text.size;
	clausary_slice text = clausary_slice_part(s->text, 0, end);
	for (size_t at = o->at; (at = next_place(text, at)) < end;) {
		clausary_label label;
		label_at(s, text, at, &label);
		if (label.kind != CLAUSARY_LABEL_NONE && !is_first(&label))
			return false;
	}
	return true;
}

/* Cut before each clause word, after it when a label, "that" or running text without blanks
 * follows, and before each label. */
static void
cut_clauses(splitter *s)
{
	size_t kept = 0;
	bool decided = false;
	s->cuts.count = 0;
	for (size_t i = 0; i < s->openings.count; i++)
		if (is_opening(s, i, decided)) {
			decided |= s->openings.items[i].operative;
			s->openings.items[kept++] = s->openings.items[i];
		}
	s->openings.count = kept;
	for (size_t i = 0; i < kept; i++) {
		const opening *o = &s->openings.items[i];
		size_t end = i + 1 < kept ? o[1].at : s->text.size;
		cut(s, o->at);
		if (o->strong || !o->operative)
			cut(s, o->end);
		cut_labels(s, o->end, end);
	}
}

static void
add_parts(splitter *s, const clausary_block *block)
{
	size_t start = 0, next = 0;
	for (size_t i = 0; i <= s->cuts.count; i++) {
		size_t end = i < s->cuts.count ? s->cuts.items[i] : s->text.size;
		clausary_block part = *block;
		part.span.start = block->span.start + (uint32_t)start;
		clausary_slice text = clausary_slice_trim(clausary_slice_part(s->text, start, end));
		part.span.end = part.span.start + (uint32_t)text.size;
		clausary_block_see_ends(&part, clausary_document_text(s->document));
		while (next < s->openings.count && s->openings.items[next].at < start)
			next++;
		if (next < s->openings.count && s->openings.items[next].at == start)
			part.flags |= CLAUSARY_BLOCK_OPENS;
		if (i > 0)
			part.label = (clausary_span){part.span.start, part.span.start};
		clausary_array_push(&s->blocks, part);
		start = end;
	}
}

/* Find the cuts of a block; false when it has none. */
static bool
find_cuts(splitter *s, const clausary_block *block)
{
	s->text = clausary_slice_span(clausary_document_text(s->document), block->span);
	if (block->kind != CLAUSARY_BLOCK_PARAGRAPH || s->text.size < SHORTEST
	    || s->text.size > s->budget)
		return false;
	read_openings(s);
	if (!is_resolution(s)) {
		s->budget -= s->text.size;
		return false;
	}
	cut_clauses(s);
	return true;
}

void
clausary_split_blocks(clausary_document *document, clausary_vocabulary *vocabulary)
{
	splitter s = {.document = document, .vocabulary = vocabulary, .budget = BUDGET};
	size_t copied = 0; /* of the old blocks, once there are new ones */
	for (size_t i = 0; i < document->blocks.count && s.budget >= SHORTEST; i++) {
		if (!find_cuts(&s, &document->blocks.items[i]))
			continue;
		for (; copied < i; copied++)
			clausary_array_push(&s.blocks, document->blocks.items[copied]);
		add_parts(&s, &document->blocks.items[copied++]);
	}
	for (; copied && copied < document->blocks.count; copied++)
		clausary_array_push(&s.blocks, document->blocks.items[copied]);
	if (copied) {
		clausary_array_finish(&document->blocks);
		document->blocks.items = s.blocks.items;
		document->blocks.count = s.blocks.count;
		document->blocks.capacity = s.blocks.capacity;
	}
	clausary_array_finish(&s.openings);
	clausary_array_finish(&s.cuts);
}
