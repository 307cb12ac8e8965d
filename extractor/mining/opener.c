/* Brackets and quotes of every script that documents mix: ASCII, typographic, full width, corner
 * brackets. */
#include "mining/opener.h"

#include "base/utf8.h"

static const struct {
	uint16_t open, close;
	bool bracket;
} PAIRS[] = {
        {'(', ')', true},        {'[', ']', true},        {0xff08, 0xff09, true}, /* full width */
        {'(', 0xff09, true}, /* of one width each: conversions */
        {0xff08, ')', true},     {0xff3b, 0xff3d, true},  {'"', '"', false},
        {0x201c, 0x201d, false},                          /* double, single */
        {0x2018, 0x2019, false}, {0x201e, 0x201c, false}, /* German */
        {0x201e, 0x201d, false},                          /* Polish, Dutch */
        {0xab, 0xbb, false},                              /* guillemets */
        {0x300c, 0x300d, false},                          /* corner brackets */
        {0x300e, 0x300f, false},                          /* white corner brackets */
};

enum { TWIN = 0x201d /* of Swedish and Finnish: it opens and closes */ };

/* The one code point of a mark; 0 where there are more. */
static uint32_t
only_code_point(clausary_slice mark)
{
	size_t at = 0;
	uint32_t c = mark.size ? clausary_utf8_next(mark, &at) : 0;
	return at == mark.size ? c : 0;
}

bool
clausary_opener_opens(clausary_slice mark, bool *bracket)
{
	uint32_t open = only_code_point(mark);
	for (size_t i = 0; open && i < sizeof PAIRS / sizeof *PAIRS; i++)
		if (open == PAIRS[i].open) {
			*bracket = PAIRS[i].bracket;
			return true;
		}
	return false;
}

bool
clausary_opener_closes(clausary_slice open, clausary_slice mark)
{
	uint32_t first = only_code_point(open), last = only_code_point(mark);
	if (first == TWIN && last == TWIN)
		return true;
	for (size_t i = 0; first && i < sizeof PAIRS / sizeof *PAIRS; i++)
		if (first == PAIRS[i].open && last == PAIRS[i].close)
			return true;
	return false;
}

bool
clausary_opener_is_twin(const clausary_mining *mining, size_t at)
{
	const clausary_token *token = &mining->tokens.items[at];
	return at + 1 < mining->tokens.count && !(token->traits & CLAUSARY_TOKEN_JOINED)
	       && token[1].traits & CLAUSARY_TOKEN_JOINED
	       && only_code_point(clausary_mining_word(mining, at)) == TWIN;
}

void
clausary_opener_read(clausary_mining *mining, uint32_t passage, size_t at)
{
	bool bracket = false;
	if (!clausary_opener_opens(clausary_mining_word(mining, at), &bracket)
	    && !clausary_opener_is_twin(mining, at))
		return;
	clausary_opener found = {(uint32_t)at, passage & INT32_MAX, bracket}, *last;
	last = mining->openers.count ? &mining->openers.items[mining->openers.count - 1] : NULL;
	if (last && last->bracket && last->token + 1 == at
	    && (clausary_mining_is_mark(mining, at, '(')
	        || clausary_mining_is_mark(mining, at, '[')))
		*last = found; /* "((": the outer one holds another, and is not read */
	else
		clausary_array_push(&mining->openers, found);
}
