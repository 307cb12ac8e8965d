/* Brackets and quotes of every script that documents mix: ASCII, typographic, full width, corner
 * brackets. */
#include "mining/opener.h"

static const struct {
	const char *open, *close;
	bool bracket;
} PAIRS[] = {
        {"(", ")", true},
        {"[", "]", true},
        {"\xef\xbc\x88", "\xef\xbc\x89", true}, /* U+FF08 U+FF09 */
        {"(", "\xef\xbc\x89", true},            /* of one width each: conversions */
        {"\xef\xbc\x88", ")", true},
        {"\xef\xbc\xbb", "\xef\xbc\xbd", true}, /* U+FF3B U+FF3D */
        {"\"", "\"", false},
        {"\xe2\x80\x9c", "\xe2\x80\x9d", false}, /* U+201C U+201D */
        {"\xe2\x80\x98", "\xe2\x80\x99", false}, /* U+2018 U+2019 */
        {"\xe2\x80\x9e", "\xe2\x80\x9c", false}, /* U+201E U+201C: German */
        {"\xe2\x80\x9e", "\xe2\x80\x9d", false}, /* U+201E U+201D: Polish, Dutch */
        {"\xc2\xab", "\xc2\xbb", false},         /* guillemets */
        {"\xe3\x80\x8c", "\xe3\x80\x8d", false}, /* corner brackets */
        {"\xe3\x80\x8e", "\xe3\x80\x8f", false}, /* white corner brackets */
};

const char *
clausary_opener_closing(clausary_slice mark, bool *bracket)
{
	if (mark.size == 1 && mark.data[0] != '(' && mark.data[0] != '[' && mark.data[0] != '"')
		return NULL;
	for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++)
		if (clausary_slice_equal(mark, clausary_slice_of(PAIRS[i].open))) {
			*bracket = PAIRS[i].bracket;
			return PAIRS[i].close;
		}
	return NULL;
}

bool
clausary_opener_closes(clausary_slice open, clausary_slice mark)
{
	for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++)
		if (clausary_slice_equal(open, clausary_slice_of(PAIRS[i].open))
		    && clausary_slice_equal(mark, clausary_slice_of(PAIRS[i].close)))
			return true;
	return false;
}

void
clausary_opener_read(clausary_mining *mining, uint32_t passage, size_t at)
{
	clausary_opener found = {.token = (uint32_t)at, .passage = passage}, *last;
	if (clausary_opener_closing(clausary_mining_word(mining, at), &found.bracket) == NULL)
		return;
	last = mining->openers.count ? &mining->openers.items[mining->openers.count - 1] : NULL;
	if (last && last->bracket && last->token + 1 == at
	    && (clausary_mining_is_mark(mining, at, '(')
	        || clausary_mining_is_mark(mining, at, '[')))
		*last = found; /* "((": the outer one holds another, and is not read */
	else
		clausary_array_push(&mining->openers, found);
}
