/* Numbers of words beyond ASCII, and sets of numbers. */
#include "mining/word_number.h"

#include "base/utf8.h"
#include "mining/stem.h"

clausary_number_set
clausary_number_set_new(size_t most)
{
	enum { FEWEST = 9, FEW = 16, MOST = 30 /* as powers of two */ };
	enum { BITS_EACH = 64, BITS_EACH_OF_MANY = 16 };
	unsigned power = FEWEST;
	while (power < MOST
	       && (size_t)1 << power < most * (power < FEW ? BITS_EACH : BITS_EACH_OF_MANY))
		power++;
	return (clausary_number_set){
	        clausary_memory_zeros((size_t)1 << (power - 6), sizeof(uint64_t)), 32 - power};
}

static bool
is_hyphen(clausary_slice word)
{
	enum { SIZE = 3 /* bytes, of each that is not of ASCII */ };
	size_t at = 0;
	return word.size == SIZE && clausary_fold_same_letter(clausary_utf8_next(word, &at), '-')
	       && at == SIZE;
}

static uint32_t
number_of_start(clausary_slice word)
{
	uint32_t head = 0;
	memcpy(&head, word.data, word.size < 4 ? word.size : 4);
	return clausary_number_of_ascii(head, word.size);
}

uint32_t
clausary_number_of_wide(const clausary_cues *stems, clausary_slice word)
{
	if (is_hyphen(word))
		return clausary_number_of_ascii('-', 1);
	return stems ? clausary_stem_number(stems, word) : number_of_start(word);
}

uint32_t
clausary_number_of_word(const clausary_cues *stems, clausary_slice word)
{
	return clausary_utf8_ascii(word) == word.size ? number_of_start(word)
	                                              : clausary_number_of_wide(stems, word);
}
