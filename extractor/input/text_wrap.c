/* Hard-wrapped text. A line was broken by hard when the first word of the next would not have
 * fitted: for every pair of lines that gives the widths at which it is so, and the width that most
 * pairs agree on is the text's. In a text with one paragraph a line hardly any width has more than
 * a tenth of the pairs. */
#include "input/text.h"

#include "base/utf8.h"
#include "document/label.h"

#include <unicode/uchar.h>

enum {
	LOOKED_AT = 1 << 18,
	NARROWEST = 40,
	WIDEST = 132,
	MANY_PAIRS = 12,
	LONGEST_HANGING = 32,
	FIRST_WIDE = 0x2e80 /* from here on scripts break anywhere */
};

static size_t
columns(const clausary_text_line *line)
{
	return clausary_text_indent(line) + clausary_utf8_count(line->text);
}

/* Columns that must stay together at the start of the line. */
static size_t
first_word(const clausary_text_line *line)
{
	size_t at = 0, count = 0;
	while (at < line->text.size && !clausary_ascii_is_blank(line->text.data[at])) {
		uint32_t c = clausary_utf8_next(line->text, &at);
		if (c >= FIRST_WIDE)
			return count ? count : 1;
		count++;
	}
	return count;
}

/* The number of bytes like byte `at` around it. */
static size_t
run_around(clausary_slice text, size_t at)
{
	size_t start = at, end = at;
	while (start > 0 && text.data[start - 1] == text.data[at])
		start--;
	while (end < text.size && text.data[end] == text.data[at])
		end++;
	return end - start;
}

/* A run of four blanks or dots, or a tab, that is not near the front: cells, or an entry of
 * contents. */
static bool
is_table_like(const clausary_text_line *line)
{
	enum { LABEL_ZONE = 16, RUN = 4 };
	clausary_slice text = line->text;
	if (text.size <= LABEL_ZONE)
		return false;
	for (size_t i = LABEL_ZONE + RUN - 1; i < text.size; i += RUN) /* hits every run */
		if ((text.data[i] == ' ' || text.data[i] == '.') && run_around(text, i) >= RUN)
			return true;
	return memchr(text.data + LABEL_ZONE, '\t', text.size - LABEL_ZONE) != NULL;
}

static bool
starts_lower(const clausary_text_line *line)
{
	size_t at = 0;
	return line->text.size && u_islower((UChar32)clausary_utf8_next(line->text, &at));
}

typedef struct evidence {
	uint32_t starts[WIDEST + 2],
	        ends[WIDEST + 2]; /* widths at which a pair begins and ceases to agree */
	size_t pairs, lower, lines, widths[WIDEST + 2], wider;
} evidence;

/* `from`: the columns of a line, after which `next` follows. */
static void
weigh_pair(evidence *e, size_t from, const clausary_text_line *next)
{
	size_t to = from + first_word(next);
	e->pairs++;
	e->lower += starts_lower(next);
	if (from > WIDEST)
		return;
	e->starts[from < NARROWEST ? NARROWEST : from]++;
	if (to < NARROWEST)
		e->ends[NARROWEST]++;
	else
		e->ends[to < WIDEST ? to + 1 : WIDEST + 1]++;
}

static void
weigh_lines(evidence *e, clausary_slice text, const clausary_survey *survey)
{
	clausary_text_lines lines = clausary_text_lines_of(text, survey);
	clausary_text_line line;
	size_t before = 0; /* columns of a line that another may go on with, or 0 */
	while (clausary_text_next(&lines, &line)) {
		size_t width = columns(&line);
		bool running = line.text.size && !is_table_like(&line);
		if (line.text.size) {
			e->lines++;
			e->widths[width <= WIDEST ? width : WIDEST + 1]++;
		}
		if (before && running)
			weigh_pair(e, before, &line);
		before = running ? width : 0;
	}
}

/* The width that most pairs agree on, and how many those are. */
static size_t
best_width(const evidence *e, size_t *most)
{
	size_t best = 0, agree = 0;
	*most = 0;
	for (size_t width = NARROWEST; width <= WIDEST; width++) {
		agree += e->starts[width];
		agree -= e->ends[width];
		if (agree > *most) {
			*most = agree;
			best = width;
		}
	}
	return best;
}

size_t
clausary_text_width(clausary_slice text, const clausary_survey *survey)
{
	enum { OVERHANG = 8 };
	evidence e = {0};
	size_t agree, wider = 0;
	weigh_lines(&e, clausary_slice_part(text, 0, text.size < LOOKED_AT ? text.size : LOOKED_AT),
	            survey);
	size_t width = best_width(&e, &agree);
	for (size_t i = width + OVERHANG; i < WIDEST + 2; i++)
		wider += e.widths[i];
	if (width == 0 || wider * 30 > e.lines)
		return 0;
	if (e.pairs >= MANY_PAIRS)
		return agree * 5 >= e.pairs * 2 ? width : 0;
	return e.pairs >= 2 && agree == e.pairs && e.lower * 2 >= e.pairs ? width : 0;
}

/* Whether `line` begins an item of its own after `before`. */
static bool
is_item(const clausary_text_line *line, const clausary_text_line *before)
{
	clausary_label label = clausary_label_parse(line->text);
	char last = before->text.data[before->text.size - 1];
	if (label.kind == CLAUSARY_LABEL_NONE)
		return false;
	if (label.kind == CLAUSARY_LABEL_BULLET || label.wide)
		return true;
	return (label.close || label.kind == CLAUSARY_LABEL_DECIMAL)
	       && (last == '.' || last == ';' || last == ':' || last == ',');
}

bool
clausary_text_joins(const clausary_text_paragraph *paragraph, const clausary_text_line *line,
                    size_t width)
{
	size_t indent = clausary_text_indent(line);
	if (columns(&paragraph->last) + 1 + first_word(line) + width / 8 <= width)
		return false;
	if (paragraph->lines > 1 && indent != paragraph->hanging)
		return false;
	if (indent > paragraph->indent + LONGEST_HANGING
	    || (paragraph->lines == 1 && is_table_like(&paragraph->last)) || is_table_like(line))
		return false;
	return !is_item(line, &paragraph->last);
}
