/* Printed labels of clauses. What they look like in real texts: docs/architecture.md, "Labels". */
#include "document/label.h"

#include "document/label_narrow.h"

#include <stdlib.h>

static uint32_t
roman_digit(char c)
{
	switch (c | 0x20) {
	case 'i':
		return 1;
	case 'v':
		return 5;
	case 'x':
		return 10;
	case 'l':
		return 50;
	case 'c':
		return 100;
	case 'd':
		return 500;
	case 'm':
		return 1000;
	}
	return 0;
}

/* Write `value` as a Roman number in lower case; at most 15 letters for values under 4000. */
static size_t
roman_write(char *to, uint32_t value)
{
	static const struct {
		uint32_t value;
		const char *letters;
	} STEPS[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"},
	             {90, "xc"},  {50, "l"},   {40, "xl"}, {10, "x"},   {9, "ix"},
	             {5, "v"},    {4, "iv"},   {1, "i"}};
	size_t size = 0;
	for (size_t i = 0; i < sizeof STEPS / sizeof *STEPS; i++)
		for (; value >= STEPS[i].value; value -= STEPS[i].value)
			for (const char *c = STEPS[i].letters; *c; c++)
				to[size++] = *c;
	return size;
}

uint32_t
clausary_roman_value(clausary_slice text)
{
	char again[32];
	uint32_t value = 0, last = 0;
	if (text.size == 0 || text.size > 15)
		return 0;
	for (size_t i = text.size; i-- > 0;) {
		uint32_t digit = roman_digit(text.data[i]);
		if (digit == 0 || (text.data[i] & 0x20) != (text.data[0] & 0x20))
			return 0;
		value = digit < last ? value - digit : value + digit;
		last = digit > last ? digit : last;
	}
	if (value >= 4000)
		return 0;
	size_t size = roman_write(again, value);
	return clausary_slice_equal_ascii((clausary_slice){again, size}, text) ? value : 0;
}

int
clausary_label_compare(const clausary_label *a, const clausary_label *b)
{
	for (uint32_t i = 0; i < a->count && i < b->count; i++)
		if (a->components[i] != b->components[i])
			return a->components[i] < b->components[i] ? -1 : 1;
	return (a->count > b->count) - (a->count < b->count);
}

bool
clausary_label_is_inserted(const clausary_label *last, const clausary_label *label)
{
	return label->value.size && last->count == label->count
	       && clausary_label_compare(last, label) == 0
	       && clausary_ascii_is_letter(label->value.data[label->value.size - 1])
	       && !clausary_slice_equal(last->value, label->value);
}

bool
clausary_label_is_next(const clausary_label *last, const clausary_label *label)
{
	uint32_t at = label->count - 1;
	for (uint32_t i = 0; i < at; i++)
		if (i >= last->count || label->components[i] != last->components[i])
			return false;
	return label->components[at] == (at < last->count ? last->components[at] + 1 : 1);
}

bool
clausary_label_begins(const clausary_label *a, const clausary_label *b)
{
	for (uint32_t i = 0; i < a->count; i++)
		if (i >= b->count || a->components[i] != b->components[i])
			return false;
	return a->count > 0;
}

/* Digits from `at`: their value goes to `number`; returns where they end. At most six digits count.
 */
static size_t
digits(clausary_slice text, size_t at, uint32_t *number)
{
	size_t end = at;
	*number = 0;
	while (end < text.size && clausary_ascii_is_digit(text.data[end])) {
		if (end - at < 6)
			*number = *number * 10 + (uint32_t)(text.data[end] - '0');
		end++;
	}
	return end - at > 6 ? at : end;
}

static size_t
letters(clausary_slice text, size_t at)
{
	size_t end = at;
	while (end < text.size && clausary_ascii_is_letter(text.data[end]))
		end++;
	return end;
}

/* The first component of "A.2" or "II.3.1": one capital, or a Roman number in capitals. */
static size_t
letter_component(clausary_slice text, size_t at, uint32_t *value)
{
	size_t end = letters(text, at);
	clausary_slice word = clausary_slice_part(text, at, end);
	if (end == at || !clausary_ascii_is_upper(text.data[at]))
		return at;
	uint32_t roman = clausary_roman_value(word);
	if (word.size == 1)
		*value = 0x10000u + (uint32_t)(word.data[0] - 'A');
	else if (roman)
		*value = 0x20000u + roman;
	else
		return at;
	return end;
}

/* Components separated by stops, from `at`; returns where they end, or `at` when there are none. */
static size_t
components(clausary_slice text, size_t at, clausary_label *label)
{
	size_t end = digits(text, at, &label->components[0]);
	if (end == at)
		end = letter_component(text, at, &label->components[0]);
	if (end == at)
		return at;
	label->count = 1;
	while (end + 1 < text.size && text.data[end] == '.'
	       && label->count < CLAUSARY_LABEL_COMPONENTS) {
		size_t next = digits(text, end + 1, &label->components[label->count]);
		if (next == end + 1)
			break;
		label->count++;
		end = next;
	}
	/* "3.2bis", "3.2a": a clause put in later keeps its letters in the value. */
	if (label->count > 1) {
		size_t more = letters(text, end);
		if (more - end <= 3)
			end = more;
	}
	return end;
}

/* One letter, one letter doubled, or a Roman number, from `at`. */
static size_t
letter_label(clausary_slice text, size_t at, clausary_label *label)
{
	size_t end = letters(text, at);
	clausary_slice word = clausary_slice_part(text, at, end);
	if (word.size == 0 || word.size > 8)
		return at;
	label->roman = clausary_roman_value(word);
	label->capital = clausary_ascii_is_upper(word.data[0]);
	uint32_t place = (uint32_t)((word.data[0] | 0x20) - 'a') + 1;
	if (word.size == 1 || (word.size == 2 && word.data[0] == word.data[1] && !label->roman)) {
		label->kind = CLAUSARY_LABEL_LETTER;
		label->number = place + 26 * (uint32_t)(word.size - 1);
	} else if (label->roman) {
		label->kind = CLAUSARY_LABEL_ROMAN;
		label->number = label->roman;
	} else {
		return at;
	}
	return end;
}

/* Bullets that stand at the start of items: U+2022, U+25CF, U+25AA, U+25E6, U+2013, U+2014, U+00B7,
 * "-", "*". */
static size_t
bullet(clausary_slice text)
{
	static const char *const MARKS[] = {"\xe2\x80\xa2",
	                                    "\xe2\x97\x8f",
	                                    "\xe2\x96\xaa",
	                                    "\xe2\x97\xa6",
	                                    "\xe2\x80\x93",
	                                    "\xe2\x80\x94",
	                                    "\xc2\xb7",
	                                    "-",
	                                    "*",
	                                    "\xef\x82\xb7"};
	/* the first bytes of them all: most text begins with none */
	if (text.size == 0 || !text.data[0] || strchr("\xe2\xc2\xef-*", text.data[0]) == NULL)
		return 0;
	for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++)
		if (clausary_slice_starts(text, clausary_slice_of(MARKS[i])))
			return strlen(MARKS[i]);
	return 0;
}

/* Blanks after the mark; says whether they are wide. Returns their bytes, or SIZE_MAX when there is
 * no blank although text follows. */
static size_t
gap(clausary_slice text, size_t at, bool *wide)
{
	size_t start = at, count = 0, blank;
	while ((blank = clausary_slice_blank(clausary_slice_part(text, at, text.size))) > 0) {
		*wide |= text.data[at] == '\t' || text.data[at] == '\n' || ++count > 1;
		at += blank;
	}
	if (at == text.size)
		*wide = true;
	else if (at == start)
		return SIZE_MAX;
	return at - start;
}

static clausary_label
finish(clausary_slice text, size_t end, clausary_label label)
{
	size_t blanks = gap(text, end, &label.wide);
	if (blanks == SIZE_MAX)
		return (clausary_label){0};
	label.mark = clausary_slice_part(text, 0, end);
	label.size = end + blanks;
	return label;
}

/* The bytes of a letter of Latin, Cyrillic or Arabic script, or of a mark on one, at byte `at`,
 * told without decoding it; 0 for anything else. U+00D7 and U+00F7 are no letters. */
static size_t
letter_bytes(clausary_slice text, size_t at)
{
	const unsigned char *b = (const unsigned char *)text.data + at;
	if (at >= text.size || b[0] < 0x80)
		return at < text.size && clausary_ascii_is_letter((char)b[0]);
	if (b[0] == 0xc3 ? b[1] != 0x97 && b[1] != 0xb7 : b[0] == 0xc4 || b[0] == 0xc5)
		return 2;
	if (b[0] == 0xd8 ? b[1] >= 0xa0 : b[0] == 0xd9 && b[1] < 0xa0)
		return 2;
	return b[0] == 0xd0 || b[0] == 0xd1 ? 2 : 0;
}

bool
clausary_label_may_begin(clausary_slice text)
{
	enum { LONGEST = 24, FIRST_UNCASED = 0xd8 /* lead byte */ };
	size_t at = 0, size;
	while (at < LONGEST && (size = letter_bytes(text, at)) > 0)
		at += size;
	if (at == 0)
		return text.size > 0;
	if (at >= LONGEST)
		return false;
	bool blank = at < text.size && clausary_ascii_is_blank(text.data[at])
	             && (unsigned char)text.data[0] >= FIRST_UNCASED;
	at += blank;
	if (at == text.size)
		return false;
	unsigned char mark = (unsigned char)text.data[at];
	return mark == ')' || mark == '.' || (blank && mark == '-')
	       || (mark >= 0x80 && letter_bytes(text, at) == 0);
}

/* Most texts begin with a word: letters, at most eight, make a label only before a bracket or a
 * stop. */
static bool
begins_with_word(clausary_slice text)
{
	size_t at = 0;
	while (at < text.size && at < 9 && clausary_ascii_is_letter(text.data[at]))
		at++;
	return at > 0
	       && (at == 9 || at == text.size || (text.data[at] != ')' && text.data[at] != '.'));
}

static clausary_label
parse(clausary_slice text, bool comma)
{
	clausary_label label = {0};
	size_t at = 0, end;
	if (text.size == 0 || begins_with_word(text))
		return label;
	if (text.data[0] == '(') {
		label.open = '(';
		at = 1;
	}
	end = components(text, at, &label);
	if (end > at && (label.count > 1 || clausary_ascii_is_digit(text.data[at]))) {
		label.kind = label.count > 1 ? CLAUSARY_LABEL_DECIMAL : CLAUSARY_LABEL_NUMBER;
		label.number = label.components[label.count - 1];
	} else {
		end = letter_label(text, at, &label);
	}
	if (end == at) {
		end = label.open ? 0 : bullet(text);
		if (end == 0)
			return (clausary_label){0};
		label.kind = CLAUSARY_LABEL_BULLET;
		return finish(text, end, label);
	}
	label.value = clausary_slice_part(text, at, end);
	if (end < text.size
	    && (text.data[end] == ')' || text.data[end] == '.' || (comma && text.data[end] == ',')))
		label.close = text.data[end++];
	if (label.open && label.close != ')')
		return (clausary_label){0};
	bool letter = label.kind == CLAUSARY_LABEL_LETTER || label.kind == CLAUSARY_LABEL_ROMAN;
	if (letter && !label.close) /* "a" and "I" are words */
		return (clausary_label){0};
	return finish(text, end, label);
}

/* What stands before text of a script without blanks is a label when a mark or a second number says
 * so: "1999" before the sign for "year" is none. */
static clausary_label
parse_wide(clausary_slice text)
{
	clausary_narrow narrow;
	clausary_narrow_read(&narrow, text);
	clausary_label label = parse((clausary_slice){narrow.text, narrow.size}, true);
	if (label.kind == CLAUSARY_LABEL_NONE || label.kind == CLAUSARY_LABEL_BULLET)
		return parse(text, false);
	if (narrow.glued && !label.close && label.kind != CLAUSARY_LABEL_DECIMAL)
		return (clausary_label){0};
	size_t start = label.open ? narrow.from[1] : 0;
	size_t value_end = label.value.size + (label.open != '\0');
	label.value = clausary_slice_part(text, start, narrow.from[value_end]);
	label.mark = clausary_slice_part(text, 0, narrow.from[label.mark.size]);
	label.size = narrow.from[label.size];
	return label;
}

clausary_label
clausary_label_parse(clausary_slice text)
{
	if (!clausary_label_may_begin(text))
		return (clausary_label){0};
	return clausary_narrow_needed(text) ? parse_wide(text) : parse(text, false);
}

/* The parts of a number with the last one first. */
static void
write_turned(clausary_slice value, clausary_buffer *to)
{
	for (size_t end = value.size, at = value.size; end > 0;) {
		while (at > 0 && value.data[at - 1] != '.')
			at--;
		clausary_buffer_add(to, clausary_slice_part(value, at, end));
		if (at > 0)
			clausary_buffer_add_byte(to, '.');
		end = at = at > 0 ? at - 1 : 0;
	}
}

void
clausary_label_write(const clausary_label *label, clausary_buffer *to)
{
	clausary_narrow narrow;
	clausary_slice value = label->value;
	bool other_alphabet = value.size && (unsigned char)value.data[0] >= 0x80;
	if (label->kind == CLAUSARY_LABEL_LETTER && other_alphabet && label->number <= 26) {
		clausary_buffer_add_byte(to,
		                         (char)((label->capital ? 'A' : 'a') + label->number - 1));
		return;
	}
	if (clausary_narrow_needed(value)) {
		clausary_narrow_read(&narrow, value);
		value = (clausary_slice){narrow.text, narrow.size};
	}
	if (label->turned)
		write_turned(value, to);
	else
		clausary_buffer_add(to, value);
}
