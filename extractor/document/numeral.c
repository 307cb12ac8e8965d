/* Numbers in labels. What a numeral is worth is Unicode's property Numeric_Value. */
#include "document/numeral.h"

#include "base/utf8.h"

#include <unicode/uchar.h>

enum { LARGEST = 999999, TEN_THOUSAND = 10000, MOST_NUMERALS = 12 };

/* The value of one numeral, a digit or a power of ten; -1 for anything else. */
static int32_t
value_of(uint32_t c)
{
	if (c < 0x80)
		return clausary_ascii_is_digit((char)c) ? (int32_t)(c - '0') : -1;
	int type = u_getIntPropertyValue((UChar32)c, UCHAR_NUMERIC_TYPE);
	bool digit = type == U_NT_DECIMAL;
	bool han = type == U_NT_NUMERIC && clausary_utf8_is_square(c);
	double value = digit || han ? u_getNumericValue((UChar32)c) : -1;
	return value >= 0 && value <= TEN_THOUSAND ? (int32_t)value : -1;
}

size_t
clausary_numeral_read(clausary_slice text, uint32_t *value)
{
	/* "two hundred five": a digit waits for its unit; without units digits stand side by side
	 */
	uint32_t whole = 0, part = 0, waiting = 0;
	size_t at = 0, end = 0, count = 0;
	bool units = false;
	while (at < text.size && count < MOST_NUMERALS) {
		int32_t found = value_of(clausary_utf8_next(text, &at));
		if (found < 0)
			break;
		count++;
		end = at;
		if (found < 10) {
			waiting = units ? (uint32_t)found : waiting * 10 + (uint32_t)found;
		} else if (found < TEN_THOUSAND) {
			part += (waiting ? waiting : 1) * (uint32_t)found;
			waiting = 0;
			units = true;
		} else {
			whole = (part + waiting) * TEN_THOUSAND;
			part = waiting = 0;
			units = true;
		}
		if (whole > LARGEST || part > LARGEST || waiting > LARGEST)
			return 0;
	}
	*value = whole + part + waiting;
	return *value <= LARGEST ? end : 0;
}
