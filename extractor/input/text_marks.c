/* The marks that converters from Word leave: Tika writes bookmarks and images, POI calls and bodies
 * of notes, Word itself errors of fields. The grammar is closed: what is not exactly one of these
 * is text. */
#include "input/text.h"

enum {
	LONGEST_NAME = 1024,       /* bytes of a bookmark's name or of a picture's description */
	LONGEST_CONTINUED = 16384, /* bytes of a note that go on after its paragraph */
	MOST_UNCLOSED = 16, /* notes without an end in a text, after which no more are looked for */
	CALLS_LOOKED_AT = 64,
	LONGEST_LABEL = 4
};

/* Word prints these for a field it cannot fill. They are a program's marks, in the language of
 * nobody's text. */
static const struct {
	clausary_slice text;
	bool number; /* digits may follow at once */
} FIELD_ERRORS[] = {
        {CLAUSARY_SLICE("Error! Reference source not found."), false},
        {CLAUSARY_SLICE("Error! Unknown document property name."), true},
        {CLAUSARY_SLICE("Error! Bookmark not defined."), false},
        {CLAUSARY_SLICE("Error! No bookmark name given."), false},
        {CLAUSARY_SLICE("Error! Hyperlink reference not valid."), false},
        {CLAUSARY_SLICE("Error! No text of specified style in document."), false},
        {CLAUSARY_SLICE("Error! No table of contents entries found."), false},
        {CLAUSARY_SLICE("Error! No table of figures entries found."), false},
        {CLAUSARY_SLICE("Error! No index entries found."), false},
        {CLAUSARY_SLICE("Error! No sequence specified."), false},
        {CLAUSARY_SLICE("Error! Not a valid bookmark self-reference."), false},
        {CLAUSARY_SLICE("Error! Not a valid link."), false},
        {CLAUSARY_SLICE("Error! Unknown switch argument."), false},
        {CLAUSARY_SLICE("Error! Main Document Only."), false},
};

static size_t
count_digits(clausary_slice text)
{
	size_t count = 0;
	while (count < text.size && clausary_ascii_is_digit(text.data[count]))
		count++;
	return count;
}

static clausary_slice
after(clausary_slice text, size_t size)
{
	return clausary_slice_part(text, size, text.size);
}

/* Bytes of "[bookmark: …]" or "[image: …]" that `text` starts with, or 0. */
static size_t
named_mark(clausary_slice text)
{
	if (!clausary_slice_starts(text, CLAUSARY_SLICE("[bookmark: "))
	    && !clausary_slice_starts(text, CLAUSARY_SLICE("[image: ")))
		return 0;
	size_t limit = text.size < LONGEST_NAME ? text.size : LONGEST_NAME;
	const char *close = memchr(text.data, ']', limit);
	return close ? (size_t)(close - text.data) + 1 : 0;
}

/* "[footnoteRef:N]" or "[endnoteRef:N]". */
static bool
read_call(clausary_text_mark *mark, clausary_slice text)
{
	size_t at = 0;
	if (clausary_slice_starts(text, CLAUSARY_SLICE("[footnoteRef:")))
		at = sizeof "[footnoteRef:" - 1;
	else if (clausary_slice_starts(text, CLAUSARY_SLICE("[endnoteRef:")))
		at = sizeof "[endnoteRef:" - 1;
	size_t size = at ? count_digits(after(text, at)) : 0;
	if (size == 0 || at + size >= text.size || text.data[at + size] != ']')
		return false;
	*mark = (clausary_text_mark){.kind = CLAUSARY_TEXT_CALL,
	                             .whole = clausary_slice_part(text, 0, at + size + 1),
	                             .number = clausary_slice_part(text, at, at + size)};
	return true;
}

/* Bytes of an asterisk, a dagger, a double dagger or a section sign that `text` starts with, or 0.
 */
static size_t
note_symbol(clausary_slice text)
{
	if (clausary_slice_starts(text, CLAUSARY_SLICE("*")))
		return 1;
	if (clausary_slice_starts(text, CLAUSARY_SLICE("\xc2\xa7")))
		return 2;
	return clausary_slice_starts(text, CLAUSARY_SLICE("\xe2\x80\xa0"))
	                       || clausary_slice_starts(text, CLAUSARY_SLICE("\xe2\x80\xa1"))
	               ? 3
	               : 0;
}

static size_t
count_symbols(clausary_slice text)
{
	size_t size = 0, one;
	while (size < 3 * LONGEST_LABEL && (one = note_symbol(after(text, size))) > 0)
		size += one;
	return size;
}

/* The bracket that closes the one `text` starts with: its place, or 0. */
static size_t
closing_bracket(clausary_slice text)
{
	size_t depth = 0;
	for (size_t i = 0; i < text.size; i++) {
		if (text.data[i] == '[')
			depth++;
		else if (text.data[i] == ']' && --depth == 0)
			return i;
	}
	return 0;
}

/* The printed label of a note: a number, a symbol, or a short word before a tab. */
static size_t
note_label(clausary_slice body, clausary_slice number)
{
	size_t size = count_digits(body), symbols = count_symbols(body);
	size = size ? size : symbols;
	if (size && size < body.size && clausary_ascii_is_blank(body.data[size])) {
		clausary_slice label = clausary_slice_part(body, 0, size), rest = after(body, size);
		bool tab = clausary_slice_starts(rest, CLAUSARY_SLICE("\t"))
		           || clausary_slice_starts(rest, CLAUSARY_SLICE(" \t"));
		return tab || symbols || clausary_slice_equal(label, number) ? size : 0;
	}
	for (size = 0; size < body.size && size <= LONGEST_LABEL && body.data[size] != '\t'; size++)
		if (clausary_ascii_is_blank(body.data[size]))
			return 0;
	return size && size <= LONGEST_LABEL && size < body.size ? size : 0;
}

/* The call that a note's number answers: the next one as a rule. SIZE_MAX: none. */
static size_t
called_by(const clausary_text_marks *marks, clausary_slice number)
{
	size_t count = marks->calls.count < CALLS_LOOKED_AT ? marks->calls.count : CALLS_LOOKED_AT;
	for (size_t i = 0; i < count; i++) {
		size_t call = (marks->expected + i) % marks->calls.count;
		const clausary_text_mark *mark = &marks->found.items[marks->calls.items[call]];
		if (clausary_slice_equal(mark->number, number) && !mark->body.data)
			return call;
	}
	return SIZE_MAX;
}

/* Where the note that `text` starts with ends; it may end after the paragraph, which then grows. */
static size_t
end_of_note(clausary_text_marks *marks, clausary_slice text, clausary_slice *paragraph,
            const char *end)
{
	size_t close = closing_bracket(text);
	if (close)
		return close;
	size_t left = (size_t)(end - text.data), reach = text.size + LONGEST_CONTINUED;
	close = closing_bracket((clausary_slice){text.data, left < reach ? left : reach});
	if (close == 0) {
		marks->unclosed++;
		return 0;
	}
	const char *line_end = text.data + close;
	while (line_end < end && *line_end != '\n' && *line_end != '\r' && *line_end != '\f')
		line_end++;
	paragraph->size = (size_t)(line_end - paragraph->data);
	return close;
}

/* "[N: M<tab>text ]" where a call with the number N stands before it. */
static bool
read_note(clausary_text_marks *marks, clausary_text_mark *mark, clausary_slice text,
          clausary_slice *paragraph, const char *end)
{
	bool possible = marks->calls.count && marks->unclosed < MOST_UNCLOSED;
	size_t size = possible ? count_digits(after(text, 1)) : 0;
	if (size == 0 || !clausary_slice_starts(after(text, 1 + size), CLAUSARY_SLICE(": ")))
		return false;
	clausary_slice number = clausary_slice_part(text, 1, 1 + size);
	size_t call = called_by(marks, number);
	if (call == SIZE_MAX)
		return false;
	size_t close = end_of_note(marks, text, paragraph, end);
	clausary_text_mark *caller = &marks->found.items[marks->calls.items[call]];
	marks->expected = (call + 1) % marks->calls.count;
	caller->body = number; /* one call, one try */
	if (close == 0)
		return false;
	clausary_slice body =
	        clausary_slice_trim((clausary_slice){text.data + size + 3, close - size - 3});
	clausary_slice label = clausary_slice_part(body, 0, note_label(body, number));
	caller->label = label;
	*mark = (clausary_text_mark){
	        CLAUSARY_TEXT_NOTE, {text.data, close + 1}, number, label, body};
	return true;
}

/* A call is followed by its number again, or by the mark that is printed. */
static void
add_repeat(clausary_text_mark *call, clausary_slice rest)
{
	clausary_slice digits = clausary_slice_part(rest, 0, count_digits(rest));
	if (digits.size
	    && (clausary_slice_equal(digits, call->number)
	        || clausary_slice_equal(digits, call->label)))
		call->whole.size += digits.size;
	else
		call->whole.size += count_symbols(rest);
}

static size_t
field_error(clausary_slice text)
{
	for (size_t i = 0; i < sizeof FIELD_ERRORS / sizeof *FIELD_ERRORS; i++)
		if (clausary_slice_starts(text, FIELD_ERRORS[i].text)) {
			size_t size = FIELD_ERRORS[i].text.size;
			return size
			       + (FIELD_ERRORS[i].number ? count_digits(after(text, size)) : 0);
		}
	return 0;
}

/* The mark at `text`, if there is one. */
static bool
read_mark(clausary_text_marks *marks, clausary_text_mark *mark, clausary_slice text,
          clausary_slice *paragraph, const char *end)
{
	size_t size = text.data[0] == '[' ? named_mark(text) : field_error(text);
	if (size) {
		*mark = (clausary_text_mark){.kind = CLAUSARY_TEXT_DROP,
		                             .whole = clausary_slice_part(text, 0, size)};
		return true;
	}
	if (text.data[0] != '[')
		return false;
	if (read_call(mark, text)) {
		clausary_array_push(&marks->calls, marks->found.count);
		return true;
	}
	return read_note(marks, mark, text, paragraph, end);
}

/* Where the next mark may start, or NULL: a bracket, or the word before an exclamation mark. */
static const char *
next_start(clausary_text_needle needles[2], const char *at, const char *stop)
{
	const char *open = clausary_text_seek(&needles[0], at, stop, stop);
	const char *bang = at, *before = open ? open : stop;
	while ((bang = clausary_text_seek(&needles[1], bang, before, stop)) != NULL) {
		if (bang - at >= 5 && memcmp(bang - 5, "Error", 5) == 0)
			return bang - 5;
		bang++;
	}
	return open;
}

void
clausary_text_find_marks(clausary_text_marks *marks, clausary_slice *paragraph, const char *end)
{
	clausary_text_needle needles[2] = {{paragraph->data, false, '['},
	                                   {paragraph->data, false, '!'}};
	const char *at = paragraph->data;
	marks->found.count = marks->calls.count = marks->expected = 0;
	for (;;) {
		clausary_text_mark mark;
		const char *stop = paragraph->data + paragraph->size;
		if ((at = next_start(needles, at, stop)) == NULL)
			break;
		clausary_slice text = {at, (size_t)(stop - at)};
		if (read_mark(marks, &mark, text, paragraph, end)) {
			clausary_array_push(&marks->found, mark);
			at = mark.whole.data + mark.whole.size;
		} else {
			at += *at == '[' ? 1 : sizeof "Error!" - 1;
		}
	}
	for (size_t i = 0; i < marks->calls.count; i++) {
		clausary_text_mark *call = &marks->found.items[marks->calls.items[i]];
		const char *rest = call->whole.data + call->whole.size;
		add_repeat(call, (clausary_slice){
		                         rest, (size_t)(paragraph->data + paragraph->size - rest)});
	}
}
