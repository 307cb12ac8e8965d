/* What a cell of a workbook shows. Numbers are as Excel shows them, with 15 digits: it stores 3.3
 * as 3.2999999999999998, and clauses are numbers to it. */
#include "transfer/workbook.h"

#include "base/utf8.h"

static void
add_number(clausary_buffer *to, clausary_slice value)
{
	enum { DIGITS = 15, LONGEST = 32 };
	char text[LONGEST];
	size_t digits = 0, point = SIZE_MAX, cut = SIZE_MAX;
	bool plain = value.size <= LONGEST;
	for (size_t i = 0; i < value.size && plain; i++) {
		char c = value.data[i];
		if (c == '.' && point == SIZE_MAX)
			point = i;
		else if (clausary_ascii_is_digit(c))
			digits += digits || c != '0';
		else
			plain = c == '-' && i == 0;
		if (digits == DIGITS + 1 && cut == SIZE_MAX)
			cut = i;
	}
	if (!plain || cut == SIZE_MAX || cut < point) {
		clausary_buffer_add(to, value);
		return;
	}
	memcpy(text, value.data, cut);
	bool carry = value.data[cut] >= '5';
	for (size_t i = cut; carry && i-- > 0;) {
		if (!clausary_ascii_is_digit(text[i]))
			continue;
		carry = text[i] == '9';
		text[i] = carry ? '0' : (char)(text[i] + 1);
	}
	while (text[cut - 1] == '0')
		cut--;
	cut -= text[cut - 1] == '.';
	bool negative = text[0] == '-';
	if (negative)
		clausary_buffer_add_byte(to, '-');
	if (carry)
		clausary_buffer_add_byte(to, '1');
	clausary_buffer_add(to, (clausary_slice){text + negative, cut - negative});
}

/* Days from the first of January 1970 as a date (H. Hinnant, days to civil). */
static void
add_date(clausary_buffer *to, int32_t days)
{
	int32_t z = days + 719468;
	int32_t era = z / 146097, of_era = z - era * 146097;
	int32_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	int32_t of_year = of_era - (365 * year + year / 4 - year / 100);
	int32_t shifted = (5 * of_year + 2) / 153;
	int32_t month = shifted < 10 ? shifted + 3 : shifted - 9;
	clausary_buffer_print(to, "%04d-%02d-%02d", (int)(year + era * 400 + (month <= 2)),
	                      (int)month, (int)(of_year - (153 * shifted + 2) / 5 + 1));
}

/* A number of days, and a part of one, as date and time; false where it is none of a calendar. */
static bool
add_days(clausary_buffer *to, clausary_slice value, bool since_1904)
{
	enum { FROM_1900 = 25569, FROM_1904 = 24107, LAST = 2958465, MARCH_1900 = 61, DAY = 86400 };
	int32_t days = 0;
	uint64_t part = 0, scale = 1;
	size_t i = 0;
	for (; i < value.size && clausary_ascii_is_digit(value.data[i]) && days <= LAST; i++)
		days = days * 10 + (value.data[i] - '0');
	if (i < value.size && value.data[i] == '.')
		for (i++; i < value.size && clausary_ascii_is_digit(value.data[i]); i++)
			if (scale < 1000000000) {
				part = part * 10 + (uint64_t)(value.data[i] - '0');
				scale *= 10;
			}
	if (i < value.size || days == 0 || days > LAST)
		return false;
	int seconds = (int)((part * DAY + scale / 2) / scale);
	days += seconds == DAY;
	seconds %= DAY;
	/* Excel holds 1900 for a leap year: days before its March are one too few */
	add_date(to, since_1904 ? days - FROM_1904 : days - FROM_1900 + (days < MARCH_1900));
	if (seconds)
		clausary_buffer_print(to, " %02d:%02d:%02d", seconds / 3600, seconds / 60 % 60,
		                      seconds % 60);
	return true;
}

/* The shared string that `value` numbers; empty where there is none. */
static clausary_slice
string_at(const clausary_workbook *workbook, clausary_slice value)
{
	int32_t at = clausary_xml_number(value, 0, INT32_MAX, INT32_MAX);
	if ((size_t)at >= workbook->ends.count)
		return CLAUSARY_SLICE("");
	return clausary_slice_part(clausary_buffer_slice(&workbook->strings),
	                           at ? workbook->ends.items[at - 1] : 0, workbook->ends.items[at]);
}

void
clausary_cell_show(clausary_buffer *to, const clausary_workbook *workbook,
                   const clausary_cell *cell)
{
	if (cell->is_string)
		clausary_buffer_add(to, string_at(workbook, cell->value));
	else if (cell->type == 'b')
		clausary_buffer_add(to, clausary_slice_equal(cell->value, CLAUSARY_SLICE("1"))
		                                ? CLAUSARY_SLICE("TRUE")
						: CLAUSARY_SLICE("FALSE"));
	else if (cell->type != 'n')
		clausary_buffer_add(to, cell->value);
	else if (!cell->is_date || !add_days(to, cell->value, workbook->since_1904))
		add_number(to, cell->value);
}

/* Letters of dates and times outside of quoted text, escapes and brackets: "[Red]0" has none. */
bool
clausary_is_date_format(clausary_slice code)
{
	char closing = 0;
	for (size_t i = 0; i < code.size; i++) {
		char c = clausary_ascii_lower(code.data[i]);
		if (closing) {
			closing = c == closing ? 0 : closing;
		} else if (c == '"' || c == '[') {
			closing = c == '"' ? '"' : ']';
		} else if (c == '\\' || c == '_' || c == '*') {
			i++;
		} else if (c == ';') {
			return false;
		} else if (c == 'y' || c == 'd' || c == 'm' || c == 'h') {
			return true;
		}
	}
	return false;
}

static int
hex_value(char c)
{
	c = clausary_ascii_lower(c);
	return clausary_ascii_is_digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The code unit of "_xHHHH_"; 0 where there is no such thing, or half a character. */
static uint32_t
escaped(clausary_slice text)
{
	uint32_t unit = 0;
	if (text.size < 7 || text.data[0] != '_' || text.data[1] != 'x' || text.data[6] != '_')
		return 0;
	for (size_t i = 2; i < 6; i++) {
		int digit = hex_value(text.data[i]);
		if (digit < 0)
			return 0;
		unit = unit * 16 + (uint32_t)digit;
	}
	return unit >= 0xd800 && unit < 0xe000 ? 0 : unit;
}

void
clausary_cell_unescape(clausary_buffer *text, size_t start)
{
	clausary_slice all = clausary_buffer_slice(text);
	clausary_slice from = clausary_slice_part(all, start, all.size);
	if (clausary_slice_find(from, CLAUSARY_SLICE("_x")) == SIZE_MAX)
		return;
	clausary_buffer plain = {0};
	for (size_t i = 0; i < from.size;) {
		uint32_t unit = escaped(clausary_slice_part(from, i, from.size));
		if (unit)
			clausary_utf8_add(&plain, unit);
		else
			clausary_buffer_add_byte(&plain, from.data[i]);
		i += unit ? 7 : 1;
	}
	text->size = start;
	clausary_buffer_add(text, clausary_buffer_slice(&plain));
	clausary_buffer_finish(&plain);
}
