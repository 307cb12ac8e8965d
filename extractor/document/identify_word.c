/* Words as language identification sees them: runs of letters, told by their hash. */
#include "base/fold.h"
#include "base/utf8.h"
#include "document/identify_private.h"

#include <unicode/uchar.h>

/* Whether a letter, or a mark on one, stands at `*at`; `*at` moves past what stands there. */
static bool
takes_letter(clausary_slice text, size_t *at)
{
	if ((unsigned char)text.data[*at] < 0x80)
		return clausary_ascii_is_letter(text.data[(*at)++]);
	uint32_t c = clausary_utf8_next(text, at);
	return clausary_fold_is_plain(c)
	       || (U_GET_GC_MASK((UChar32)c) & (U_GC_L_MASK | U_GC_M_MASK)) != 0;
}

bool
clausary_identify_word(clausary_slice text, size_t *at, clausary_slice *word)
{
	size_t start, end, next = *at;
	do
		start = next = clausary_identify_skip_ascii(text, next, false);
	while (next < text.size && !takes_letter(text, &next));
	do
		end = next = clausary_identify_skip_ascii(text, next, true);
	while (next < text.size && takes_letter(text, &next));
	*at = next;
	*word = clausary_slice_part(text, start, end);
	return start < text.size;
}

uint64_t
clausary_identify_hash(clausary_slice word, clausary_buffer *scratch)
{
	char plain[LONGEST_WORD];
	size_t size = 0;
	for (; size < word.size && size < sizeof plain && (unsigned char)word.data[size] < 0x80;
	     size++)
		plain[size] = clausary_ascii_lower(word.data[size]);
	if (size == word.size)
		return clausary_slice_hash((clausary_slice){plain, size});
	scratch->size = 0;
	clausary_fold(scratch, word, CLAUSARY_FOLD_CASE);
	return clausary_slice_hash(clausary_buffer_slice(scratch));
}
