/* Short forms as evidence. */
#include "update/term_kind.h"

#include "base/utf8.h"

#include <unicode/uchar.h>

bool
clausary_form_is_in_capitals(clausary_slice form)
{
	bool capital = false;
	for (size_t at = 0; at < form.size;) {
		UChar32 c = (UChar32)clausary_utf8_next(form, &at);
		bool plural = capital && c == 's' && at == form.size;
		if (u_isblank(c) || (u_islower(c) && !plural))
			return false;
		capital |= u_isupper(c) != 0;
	}
	return capital;
}

bool
clausary_term_is_said_short(const clausary_term *term)
{
	bool is_short = clausary_term_is_short(term);
	for (uint32_t i = 0; i < term->data.count && !is_short; i++) {
		clausary_term other = {.type = CLAUSARY_TERM_PLAIN};
		for (int type = 0; type < CLAUSARY_TERM_TYPES; type++)
			if (clausary_slice_equal(term->data.items[i].category,
			                         CLAUSARY_SLICE("termType"))
			    && clausary_slice_equal(
			            term->data.items[i].text,
			            clausary_slice_of(clausary_term_type_names[type])))
				other.type = (clausary_term_type)type;
		is_short = clausary_term_is_short(&other);
	}
	return is_short;
}
