/* Acronyms met before, the last of those whose letters hash to one place. */
#include "mining/met_form.h"

enum { BITS = 10, FEW = 64 /* short forms, for which no memory is asked */ };

uint64_t
clausary_met_form_letters(clausary_slice text)
{
	enum { MOST = 8 };
	uint64_t letters;
	if (text.size == 0 || text.size > MOST
	    || !clausary_ascii_is_upper(text.data[text.size - 1]))
		return 0;
	memcpy(&letters, text.data, MOST);
	if (text.size < MOST)
		letters &= ((uint64_t)1 << 8 * text.size) - 1;
	return letters & 0x8080808080808080u ? 0 : letters;
}

clausary_met_form *
clausary_met_form_of(clausary_mining *mining, uint64_t letters)
{
	if (letters == 0)
		return NULL;
	if (mining->met_forms == NULL) {
		if (mining->short_forms.count < FEW)
			return NULL;
		mining->met_forms =
		        clausary_memory_zeros((size_t)1 << BITS, sizeof *mining->met_forms);
	}
	clausary_met_form *met = &mining->met_forms[(letters * 0x9e3779b97f4a7c15u) >> (64 - BITS)];
	if (met->letters != letters)
		*met = (clausary_met_form){.letters = letters, .designation = CLAUSARY_NONE};
	return met;
}
