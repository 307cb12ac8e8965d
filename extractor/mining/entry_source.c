/* Sources of entries: in square brackets after the term, or after the definition. */
#include "mining/entry.h"

#include "base/fold.h"
#include "base/utf8.h"

#include <string.h>
#include <unicode/uchar.h>

/* The mark before byte `*at`, in ASCII; `*at` moves to its start. */
static char
mark_before(clausary_slice text, size_t *at)
{
	return *at ? clausary_fold_mark(clausary_utf8_previous(text, at)) : '\0';
}

/* Whether a bracket that opens at byte `at` is set off from what stands before it: by a blank,
 * where the script has any. */
static bool
is_set_off(clausary_slice text, size_t at)
{
	size_t before = at;
	return at > 1
	       && (clausary_slice_blank_before(clausary_slice_part(text, 0, at))
	           || clausary_utf8_is_unspaced(clausary_utf8_previous(text, &before)));
}

/* Where a source ends the text, its bytes: "[ITU-T X.800]", "([ITU-T X.800])", "[A], [B]".
 * `stopped`: a stop stands after it. */
typedef struct mark {
	size_t start, end; /* with the bracket around it; equal for none */
	size_t inner;      /* where the source itself begins */
	bool stopped;
} mark;

static mark
mark_at_end(clausary_slice text)
{
	mark none = {0}, found = {.end = text.size};
	size_t at = text.size;
	char c = mark_before(text, &at);
	if (c == '.') { /* of the sentence */
		found.stopped = true;
		found.end = at;
		c = mark_before(text, &at);
	}
	bool round = c == ')';
	if (round) {
		found.end = at;
		c = mark_before(text, &at);
	}
	if (c != ']')
		return none;
	while (at > 0 && c != '[')
		c = mark_before(text, &at);
	found.inner = at;
	if (c != '[' || (round ? mark_before(text, &at) != '(' : !is_set_off(text, at)) || at == 0)
		return none;
	found.start = at;
	return found;
}

/* Sources may follow each other: "[A], [B]". */
static mark
marks_at_end(clausary_slice text)
{
	mark found = mark_at_end(text);
	while (found.end > found.start) {
		clausary_slice before =
		        clausary_slice_trim(clausary_slice_part(text, 0, found.start));
		size_t at = before.size;
		if (mark_before(before, &at) != ',')
			break;
		mark next = mark_at_end(clausary_slice_trim(clausary_slice_part(before, 0, at)));
		if (next.end == next.start || next.stopped)
			break;
		found.start = next.start;
		found.inner = next.inner;
	}
	return found;
}

void
clausary_entry_take_source(const clausary_mining *mining, clausary_entry *entry,
                           clausary_span *span)
{
	*span = clausary_entry_trim(mining, *span);
	mark found = marks_at_end(clausary_mining_text(mining, *span));
	if (found.end == found.start)
		return;
	if (entry->source.start == entry->source.end)
		entry->source = (clausary_span){span->start + (uint32_t)found.inner,
		                                span->start + (uint32_t)found.end};
	span->end = span->start + (uint32_t)found.start;
	*span = clausary_entry_trim(mining, *span);
}

/* Whether the word that ends the text is a small one: "as specified in". */
static bool
ends_small(const clausary_mining *mining, clausary_slice text)
{
	size_t start = text.size, at = text.size;
	while (at > 0 && u_isalpha((UChar32)clausary_utf8_previous(text, &at)))
		start = at;
	return start < text.size
	       && clausary_cues_has(&mining->cues->edge,
	                            clausary_slice_part(text, start, text.size));
}

/* Whether a text has a sentence before its last one: a stop, and what a sentence begins with. */
static bool
has_sentences(clausary_slice text)
{
	for (size_t at = 0; at < text.size;) {
		uint32_t c = clausary_utf8_next(text, &at);
		size_t blank = clausary_slice_blank(clausary_slice_part(text, at, text.size));
		size_t next = at + blank;
		if (clausary_fold_mark(c) != '.' || next == text.size || (c < 0x80 && !blank))
			continue;
		uint32_t first = clausary_utf8_next(text, &next);
		if (u_isupper((UChar32)first) || clausary_utf8_is_unspaced(first))
			return true;
	}
	return false;
}

void
clausary_entry_take_definition_source(const clausary_mining *mining, clausary_entry *entry,
                                      clausary_span *span)
{
	clausary_slice text = clausary_slice_trim(clausary_mining_text(mining, *span));
	mark found = marks_at_end(text);
	clausary_slice part = clausary_slice_part(text, 0, found.start);
	clausary_slice before = clausary_slice_trim(part);
	size_t at = before.size;
	bool own_line = memchr(part.data + before.size, '\n', part.size - before.size) != NULL;
	bool set_apart = own_line || mark_before(before, &at) == '.';
	bool known = entry->source.end > entry->source.start;
	if (found.end == found.start
	    || (!set_apart && (known || ends_small(mining, before) || has_sentences(before))))
		return;
	clausary_entry_take_source(mining, entry, span);
}
