/* Cues held against the text: letter by letter, so that hyphens, apostrophes and blanks need not be
 * cut into tokens as the cue's words are. */
#include "mining/cue_match.h"

#include "base/fold.h"
#include "base/utf8.h"

/* Where the text goes on after a blank of the cue: after blanks, and a comma before them; SIZE_MAX
 * where there is no blank. */
static size_t
after_blanks(clausary_slice text, size_t at)
{
	size_t start = at;
	while (at < text.size && (text.data[at] == ',' || text.data[at] == ':'))
		at++;
	at = clausary_slice_skip_blanks(text, at);
	return at > start ? at : SIZE_MAX;
}

/* The bytes of `text` that are `words`, folded; 0 when it does not start so. The stops and commas
 * of a cue may be left out in the text. */
static size_t
match(clausary_slice text, clausary_slice words)
{
	size_t at = 0, matched = 0;
	while (matched < words.size) {
		uint32_t wanted = clausary_utf8_next(words, &matched), found = 0;
		if (wanted == ' ') {
			at = after_blanks(text, at);
			if (at == SIZE_MAX)
				return 0;
			continue;
		}
		size_t next = at;
		while (found == 0 && next < text.size)
			found = clausary_fold_next(text, &next, CLAUSARY_FOLD_CASE);
		if (found == wanted)
			at = next;
		else if (wanted != '.' && wanted != ',')
			return 0;
	}
	for (size_t next = at; next < text.size; at = next) /* a mark on the last letter */
		if (clausary_fold_next(text, &next, CLAUSARY_FOLD_CASE) != 0)
			break;
	return at;
}

/* Whether the first bytes, where both are letters of ASCII, are different ones. */
static bool
begins_otherwise(const clausary_mining *mining, clausary_slice words, size_t at)
{
	char first = mining->document->text.data[mining->tokens.items[at].start];
	return words.size && clausary_ascii_is_letter(words.data[0])
	       && clausary_ascii_is_letter(first) && clausary_ascii_lower(first) != words.data[0];
}

size_t
clausary_cue_after(const clausary_mining *mining, clausary_slice words, size_t at, size_t end)
{
	const clausary_token *tokens = mining->tokens.items;
	if (at >= end || begins_otherwise(mining, words, at))
		return 0;
	clausary_slice text =
	        clausary_slice_part(clausary_document_text(mining->document), tokens[at].start,
		                    clausary_token_end(tokens[end - 1]));
	size_t size = match(text, words), next = at;
	while (next < end && clausary_token_end(tokens[next]) <= tokens[at].start + size)
		next++;
	bool inside = next < end && tokens[next].start < tokens[at].start + size;
	return size && !inside ? next : 0;
}

bool
clausary_cue_may_begin(const clausary_mining *mining, const clausary_beginnings *beginnings,
                       size_t at)
{
	clausary_slice text = clausary_document_text(mining->document);
	size_t start = mining->tokens.items[at].start;
	return clausary_beginnings_may(beginnings, clausary_slice_part(text, start, text.size),
	                               CLAUSARY_FOLD_CASE);
}

size_t
clausary_cue_before(const clausary_mining *mining, clausary_slice words, size_t at, size_t start)
{
	enum { MOST_TOKENS = 12 }; /* of the longest cue */
	for (size_t first = at; first > start && at - first < MOST_TOKENS; first--)
		if (clausary_cue_after(mining, words, first - 1, at) == at)
			return first - 1;
	return CLAUSARY_NONE;
}

size_t
clausary_cue_defines(const clausary_mining *mining, size_t at, size_t end)
{
	for (size_t i = 0; i < mining->cues->definitions.count; i++) {
		size_t next =
		        clausary_cue_after(mining, mining->cues->definitions.items[i], at, end);
		if (next)
			return next;
	}
	return 0;
}
