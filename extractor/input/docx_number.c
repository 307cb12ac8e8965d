/* Number formats of ISO/IEC 29500-1, 17.18.59 (ST_NumberFormat): the common ones, and those of the
 * Arabic, Chinese, Cyrillic and Japanese alphabets. The digits and letters are those the standard
 * lists. */
#include "input/docx.h"

#include "base/utf8.h"

#include <stdio.h>

enum {
	LARGEST_COUNTED =
	        32767,    /* Word's own bound; past it, and for 0, letters and Roman are decimal */
	MOST_REPEATS = 40 /* of one letter: "aaa" is 53 */
};

static void
add_decimal(clausary_buffer *to, int32_t number)
{
	clausary_buffer_print(to, "%d", number);
}

static void
add_roman(clausary_buffer *to, int32_t number, bool upper)
{
	static const struct {
		int32_t value;
		const char *digits;
	} PARTS[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"},
	             {90, "xc"},  {50, "l"},   {40, "xl"}, {10, "x"},   {9, "ix"},
	             {5, "v"},    {4, "iv"},   {1, "i"}};
	for (size_t i = 0; i < sizeof PARTS / sizeof PARTS[0]; i++)
		for (; number >= PARTS[i].value; number -= PARTS[i].value)
			for (const char *digit = PARTS[i].digits; *digit; digit++)
				clausary_buffer_add_byte(to, upper ? (char)(*digit - 32) : *digit);
}

/* Letters repeat after the last: z, aa, bb. */
static void
add_letter(clausary_buffer *to, int32_t number, const uint32_t *letters, int32_t count)
{
	int32_t repeats = (number - 1) / count + 1;
	if (repeats > MOST_REPEATS) {
		add_decimal(to, number);
		return;
	}
	while (repeats-- > 0)
		clausary_utf8_add(to, letters[(number - 1) % count]);
}

static void
add_ordinal(clausary_buffer *to, int32_t number)
{
	int32_t last = number % 10, two = number % 100;
	const char *suffix = "th";
	if (last == 1 && two != 11)
		suffix = "st";
	else if (last == 2 && two != 12)
		suffix = "nd";
	else if (last == 3 && two != 13)
		suffix = "rd";
	clausary_buffer_print(to, "%d%s", number, suffix);
}

/* Decimal digits of another script, or their full-width forms. */
static void
add_digits(clausary_buffer *to, int32_t number, const uint32_t *digits)
{
	char plain[16];
	int size = snprintf(plain, sizeof plain, "%d", number);
	for (int i = 0; i < size; i++)
		clausary_utf8_add(to, digits[plain[i] - '0']);
}

static const uint32_t CHINESE_DIGITS[] = {0x3007, 0x4e00, 0x4e8c, 0x4e09, 0x56db,
                                          0x4e94, 0x516d, 0x4e03, 0x516b, 0x4e5d};

/* 1 to 99999 in words: 12 is ten-two, 20 two-ten, 105 one-hundred-zero-five. */
static void
add_chinese(clausary_buffer *to, int32_t number, bool japanese)
{
	static const uint32_t UNITS[] = {0, 0x5341, 0x767e, 0x5343, 0x4e07};
	static const uint32_t ZERO = 0x96f6;
	bool begun = false, gap = false;
	int32_t scale = 10000;
	for (int unit = 4; unit >= 0; unit--, scale /= 10) {
		int32_t digit = number / scale % 10;
		if (digit == 0) {
			gap = begun;
			continue;
		}
		if (gap && !japanese)
			clausary_utf8_add(to, ZERO);
		gap = false;
		bool silent =
		        digit == 1 && ((unit == 1 && !begun) || (japanese && unit > 0 && unit < 4));
		if (!silent)
			clausary_utf8_add(to, CHINESE_DIGITS[digit]);
		if (unit)
			clausary_utf8_add(to, UNITS[unit]);
		begun = true;
	}
}

/* Characters that stand in a row in Unicode, or in the order of their alphabet. */
static const uint32_t RUSSIAN[] = {0x430, 0x431, 0x432, 0x433, 0x434, 0x435, 0x436, 0x437,
                                   0x438, 0x43a, 0x43b, 0x43c, 0x43d, 0x43e, 0x43f, 0x440,
                                   0x441, 0x442, 0x443, 0x444, 0x445, 0x446, 0x447, 0x448,
                                   0x449, 0x44b, 0x44d, 0x44e, 0x44f};
static const uint32_t ARABIC_ALPHA[] = {0x623, 0x628, 0x62a, 0x62b, 0x62c, 0x62d, 0x62e,
                                        0x62f, 0x630, 0x631, 0x632, 0x633, 0x634, 0x635,
                                        0x636, 0x637, 0x638, 0x639, 0x63a, 0x641, 0x642,
                                        0x643, 0x644, 0x645, 0x646, 0x647, 0x648, 0x64a};
static const uint32_t ARABIC_ABJAD[] = {0x623, 0x628, 0x62c, 0x62f, 0x647, 0x648, 0x632,
                                        0x62d, 0x637, 0x64a, 0x643, 0x644, 0x645, 0x646,
                                        0x633, 0x639, 0x641, 0x635, 0x642, 0x631, 0x634,
                                        0x62a, 0x62b, 0x62e, 0x630, 0x636, 0x638, 0x63a};
static const uint32_t HEAVENLY_STEMS[] = {0x7532, 0x4e59, 0x4e19, 0x4e01, 0x620a,
                                          0x5df1, 0x5e9a, 0x8f9b, 0x58ec, 0x7678};

static void
add_latin_letter(clausary_buffer *to, int32_t number, uint32_t first)
{
	uint32_t letters[26];
	for (uint32_t i = 0; i < 26; i++)
		letters[i] = first + i;
	add_letter(to, number, letters, 26);
}

static void
add_russian_letter(clausary_buffer *to, int32_t number, bool upper)
{
	enum { COUNT = sizeof RUSSIAN / sizeof RUSSIAN[0] };
	uint32_t letters[COUNT];
	for (int i = 0; i < COUNT; i++)
		letters[i] = RUSSIAN[i] - (upper ? 0x20 : 0);
	add_letter(to, number, letters, COUNT);
}

static void
add_row(clausary_buffer *to, int32_t number, uint32_t first)
{
	uint32_t digits[10];
	for (uint32_t i = 0; i < 10; i++)
		digits[i] = first + i;
	add_digits(to, number, digits);
}

typedef enum number_form {
	NONE,
	DECIMAL,
	DECIMAL_ZERO,
	LOWER_ROMAN,
	UPPER_ROMAN,
	LOWER_LETTER,
	UPPER_LETTER,
	ORDINAL,
	IN_DASHES,
	CIRCLED,
	IN_BRACKETS,
	WITH_STOP,
	FULL_WIDTH,
	LOWER_RUSSIAN,
	UPPER_RUSSIAN,
	ALPHA,
	ABJAD,
	CHINESE,
	JAPANESE,
	CHINESE_PLACES,
	STEMS,
	HINDI,
	THAI
} number_form;

static const struct {
	const char *name;
	number_form form;
} FORMS[] = {
        {"decimal", DECIMAL},
        {"lowerLetter", LOWER_LETTER},
        {"lowerRoman", LOWER_ROMAN},
        {"upperLetter", UPPER_LETTER},
        {"upperRoman", UPPER_ROMAN},
        {"decimalZero", DECIMAL_ZERO},
        {"none", NONE},
        {"bullet", NONE},
        {"ordinal", ORDINAL},
        {"numberInDash", IN_DASHES},
        {"decimalHalfWidth", DECIMAL},
        {"decimalFullWidth", FULL_WIDTH},
        {"decimalFullWidth2", FULL_WIDTH},
        {"decimalEnclosedCircle", CIRCLED},
        {"decimalEnclosedCircleChinese", CIRCLED},
        {"decimalEnclosedParen", IN_BRACKETS},
        {"decimalEnclosedFullstop", WITH_STOP},
        {"russianLower", LOWER_RUSSIAN},
        {"russianUpper", UPPER_RUSSIAN},
        {"arabicAlpha", ALPHA},
        {"arabicAbjad", ABJAD},
        {"chineseCounting", CHINESE},
        {"chineseCountingThousand", CHINESE},
        {"taiwaneseCounting", CHINESE},
        {"taiwaneseCountingThousand", CHINESE},
        {"japaneseCounting", JAPANESE},
        {"ideographDigital", CHINESE_PLACES},
        {"japaneseDigitalTenThousand", CHINESE_PLACES},
        {"taiwaneseDigital", CHINESE_PLACES},
        {"ideographTraditional", STEMS},
        {"hindiNumbers", HINDI},
        {"thaiNumbers", THAI},
};

/* The format, by its name; -1 where it is not known. */
static int
form_of(clausary_slice format)
{
	for (size_t i = 0; i < sizeof FORMS / sizeof FORMS[0]; i++)
		if (clausary_slice_equal(format, clausary_slice_of(FORMS[i].name)))
			return (int)FORMS[i].form;
	return -1;
}

/* "001, 002, 003, ...": as many digits as the first has. */
static bool
add_padded(clausary_buffer *to, clausary_slice format, int32_t number)
{
	int width = 0;
	while ((size_t)width < format.size && format.data[width] == '0')
		width++;
	if (width == 0 || width > 9)
		return false;
	clausary_buffer_print(to, "%0*d", width + 1, number);
	return true;
}

static void
add_circled(clausary_buffer *to, int32_t number)
{
	if (number >= 1 && number <= 20)
		clausary_utf8_add(to, 0x2460 + (uint32_t)number - 1);
	else
		add_decimal(to, number);
}

/* Formats that have no sign for 0. */
static void
add_counted(clausary_buffer *to, number_form form, int32_t number)
{
	switch (form) {
	case LOWER_ROMAN:
	case UPPER_ROMAN:
		add_roman(to, number, form == UPPER_ROMAN);
		break;
	case LOWER_LETTER:
	case UPPER_LETTER:
		add_latin_letter(to, number, form == UPPER_LETTER ? 'A' : 'a');
		break;
	case LOWER_RUSSIAN:
	case UPPER_RUSSIAN:
		add_russian_letter(to, number, form == UPPER_RUSSIAN);
		break;
	case ALPHA:
		add_letter(to, number, ARABIC_ALPHA, sizeof ARABIC_ALPHA / sizeof ARABIC_ALPHA[0]);
		break;
	case ABJAD:
		add_letter(to, number, ARABIC_ABJAD, sizeof ARABIC_ABJAD / sizeof ARABIC_ABJAD[0]);
		break;
	case STEMS:
		add_letter(to, number, HEAVENLY_STEMS, 10);
		break;
	default: /* CHINESE, JAPANESE */
		add_chinese(to, number, form == JAPANESE);
		break;
	}
}

static void
add_form(clausary_buffer *to, number_form form, int32_t number)
{
	switch (form) {
	case NONE:
		break;
	case DECIMAL:
		add_decimal(to, number);
		break;
	case DECIMAL_ZERO:
		clausary_buffer_print(to, "%02d", number);
		break;
	case ORDINAL:
		add_ordinal(to, number);
		break;
	case IN_DASHES:
		clausary_buffer_print(to, "- %d -", number);
		break;
	case CIRCLED:
		add_circled(to, number);
		break;
	case IN_BRACKETS:
		clausary_buffer_print(to, "(%d)", number);
		break;
	case WITH_STOP:
		clausary_buffer_print(to, "%d.", number);
		break;
	case FULL_WIDTH:
		add_row(to, number, 0xff10);
		break;
	case CHINESE_PLACES:
		add_digits(to, number, CHINESE_DIGITS);
		break;
	case HINDI:
		add_row(to, number, 0x966);
		break;
	case THAI:
		add_row(to, number, 0xe50);
		break;
	default:
		if (number >= 1 && number <= LARGEST_COUNTED)
			add_counted(to, form, number);
		else
			add_decimal(to, number);
		break;
	}
}

bool
clausary_docx_add_number(clausary_buffer *to, clausary_slice format, int32_t number)
{
	int form = form_of(format);
	if (form < 0 && add_padded(to, format, number))
		return true;
	add_form(to, form < 0 ? DECIMAL : (number_form)form, number);
	return form >= 0;
}
