/* The form of a language tag, as XML Schema's type `language` has it. */
#include "base/language_tag.h"

bool
clausary_is_language_tag(clausary_slice tag)
{
	enum { LONGEST_PART = 8 };
	size_t part = 0, parts = 1;
	for (size_t i = 0; i < tag.size; i++) {
		char c = tag.data[i];
		if (c == '-' && part > 0) {
			part = 0;
			parts++;
		} else if (clausary_ascii_is_letter(c)
		           || (parts > 1 && clausary_ascii_is_digit(c))) {
			part++;
		} else {
			return false;
		}
		if (part > LONGEST_PART)
			return false;
	}
	return part > 0;
}
