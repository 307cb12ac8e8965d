/* Labels that only a language or a direction of writing explains. */
#include "document/label_script.h"

#include "base/fold.h"
#include "base/utf8.h"

#include <unicode/uchar.h>
#include <unicode/uloc.h>

static bool
is_right_to_left(uint32_t c)
{
	UCharDirection direction = u_charDirection((UChar32)c);
	return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC;
}

/* Whether the first letter of `text` is of a script from right to left. */
static bool
reads_from_right(clausary_slice text)
{
	enum { FURTHEST = 64 };
	for (size_t at = 0; at < text.size && at < FURTHEST;) {
		uint32_t c = clausary_utf8_next(text, &at);
		if (u_isalpha((UChar32)c))
			return is_right_to_left(c);
	}
	return false;
}

/* The digits from byte `at` on: returns where they end, `at` when they are too many for a label. */
static size_t
digits_end(clausary_slice text, size_t at, uint32_t *value)
{
	enum { MOST_DIGITS = 4 };
	size_t end = at;
	for (*value = 0; end < text.size && clausary_ascii_is_digit(text.data[end]); end++)
		if (end - at < MOST_DIGITS)
			*value = *value * 10 + (uint32_t)(text.data[end] - '0');
	return end - at > MOST_DIGITS ? at : end;
}

static clausary_label
ended(clausary_slice text, clausary_label label, size_t start, size_t end, size_t mark_end)
{
	size_t at = mark_end, blank;
	while ((blank = clausary_slice_blank(clausary_slice_part(text, at, text.size))) > 0) {
		label.wide |= text.data[at] == '\t' || at > mark_end;
		at += blank;
	}
	if (at == mark_end && at < text.size)
		return (clausary_label){0};
	label.wide |= at == text.size;
	label.value = clausary_slice_part(text, start, end);
	label.mark = clausary_slice_part(text, 0, mark_end);
	label.size = at;
	return label;
}

/* The end of a dash with a blank before it or not, and a blank after it; 0 for none. */
static size_t
dash_after(clausary_slice text, size_t at)
{
	at += clausary_slice_blank(clausary_slice_part(text, at, text.size));
	size_t next = at;
	if (at == text.size || clausary_fold_next(text, &next, 0) != '-')
		return 0;
	return clausary_slice_blank(clausary_slice_part(text, next, text.size)) ? next : 0;
}

/* "б)", "(б)", "الف)", "أ )", "أ -", "ألف –": a letter of the language, whose place in lists its
 * locale gives. A letter of an alphabet with capitals is a word before a dash. */
static clausary_label
parse_letter(clausary_vocabulary *vocabulary, clausary_slice text)
{
	clausary_label label = {.kind = CLAUSARY_LABEL_LETTER};
	size_t start = text.size && text.data[0] == '(', at = start, dash;
	if (at == text.size || (unsigned char)text.data[at] < 0x80)
		return (clausary_label){0};
	clausary_slice rest = clausary_slice_part(text, start, text.size);
	clausary_word_hit hit = clausary_vocabulary_letter(vocabulary, rest);
	if (hit.role == NULL)
		return (clausary_label){0};
	uint32_t first = clausary_utf8_next(text, &at);
	size_t end = start + hit.size;
	bool one_letter = at == end, cased = u_isupper((UChar32)first) || u_islower((UChar32)first);
	digits_end(clausary_slice_of(hit.role), 0, &label.number);
	label.capital = u_isupper((UChar32)first);
	label.open = start ? '(' : '\0';
	size_t mark = end + clausary_slice_blank(clausary_slice_part(text, end, text.size));
	if (cased)
		mark = end;
	if (mark < text.size && (text.data[mark] == ')' || (one_letter && text.data[end] == '.'))) {
		label.close = text.data[mark];
		return ended(text, label, start, end, mark + 1);
	}
	dash = dash_after(text, end);
	if (start || cased || dash == 0)
		return (clausary_label){0};
	label.close = '-';
	label.capital = !one_letter; /* the names of letters are for parts, as capitals are */
	return ended(text, label, start, end, dash);
}

/* "1 - " and "1- ": not "5 - 13 September". */
static clausary_label
parse_dashed(clausary_slice text)
{
	clausary_label label = {.kind = CLAUSARY_LABEL_NUMBER, .close = '-'};
	uint32_t number;
	size_t end = digits_end(text, 0, &number), dash = dash_after(text, end);
	if (end == 0 || dash == 0)
		return (clausary_label){0};
	label = ended(text, label, 0, end, dash);
	label.number = label.components[0] = number;
	if (label.size < text.size && clausary_ascii_is_digit(text.data[label.size]))
		label.kind = CLAUSARY_LABEL_NONE;
	return label;
}

/* ".1", "(1", ")1" before text from right to left: the mark belongs after the number. */
static clausary_label
parse_turned(clausary_slice text)
{
	clausary_label label = {.kind = CLAUSARY_LABEL_NUMBER};
	uint32_t number;
	size_t end = text.size < 3 ? 1 : digits_end(text, 1, &number);
	if (end == 1 || strchr(".()", text.data[0]) == NULL)
		return (clausary_label){0};
	label.close = text.data[0] == '.' ? '.' : ')';
	label = ended(text, label, 1, end, end);
	label.number = label.components[0] = number;
	if (!reads_from_right(clausary_slice_part(text, label.size, text.size)))
		label.kind = CLAUSARY_LABEL_NONE;
	return label;
}

clausary_label
clausary_label_read(clausary_vocabulary *vocabulary, clausary_slice text)
{
	if (!clausary_label_may_begin(text))
		return (clausary_label){0};
	clausary_label label = clausary_label_parse(text), other = {0};
	bool plain = (unsigned char)text.data[0] < 0x80;
	if (!plain || text.data[0] == '(')
		other = parse_letter(vocabulary, text);
	if (other.kind && label.kind == CLAUSARY_LABEL_LETTER)
		other.twin = label.number;
	if (!other.kind && plain && clausary_ascii_is_digit(text.data[0]))
		other = parse_dashed(text);
	if (!other.kind && !label.kind && plain)
		other = parse_turned(text);
	return other.kind ? other : label;
}

void
clausary_label_turn(clausary_label *label)
{
	enum { FIRST_LETTER = 0x10000 };
	if (label->components[0] >= FIRST_LETTER) /* "A.2" is never turned */
		return;
	for (uint32_t i = 0; i < label->count / 2; i++) {
		uint32_t first = label->components[i];
		label->components[i] = label->components[label->count - 1 - i];
		label->components[label->count - 1 - i] = first;
	}
	label->turned = true;
}

bool
clausary_label_runs_backwards(const clausary_document *document)
{
	clausary_label last = {0}, turned_last = {0};
	size_t forwards = 0, backwards = 0;
	if (document->checkpoints == NULL /* ASCII */ || !uloc_isRightToLeft(document->language))
		return false;
	for (size_t i = 0; i < document->blocks.count; i++) {
		clausary_slice text = clausary_slice_trim(clausary_slice_span(
		        clausary_document_text(document), document->blocks.items[i].span));
		clausary_label label = clausary_label_parse(text);
		if (label.kind == CLAUSARY_LABEL_NUMBER)
			label.count = 1;
		else if (label.kind != CLAUSARY_LABEL_DECIMAL)
			continue;
		if (!reads_from_right(clausary_slice_part(text, label.size, text.size)))
			continue;
		clausary_label turned = label;
		clausary_label_turn(&turned);
		if (label.count > 1) {
			forwards += clausary_label_is_next(&last, &label);
			backwards += clausary_label_is_next(&turned_last, &turned);
		}
		last = label;
		turned_last = turned;
	}
	return backwards > forwards;
}
