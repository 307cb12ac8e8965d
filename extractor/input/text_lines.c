/* Lines of plain text: every line end that texts have, found without a look at each byte. Unicode's
 * newline guidelines (UAX #14, section 5.8 of the standard) without NEL and VT, which converted
 * texts use otherwise. */
#include "input/text.h"

enum { WINDOW = 32768, TAB_COLUMNS = 8 };

const char *
clausary_text_seek(clausary_text_needle *needle, const char *from, const char *to, const char *end)
{
	if (needle->at < from) {
		needle->at = from;
		needle->hit = false;
	}
	while (!needle->hit && needle->at < to) {
		size_t left = (size_t)(end - needle->at), step = left < WINDOW ? left : WINDOW;
		const char *hit = memchr(needle->at, needle->byte, step);
		needle->hit = hit != NULL;
		needle->at = hit ? hit : needle->at + step;
	}
	return needle->hit && needle->at < to ? needle->at : NULL;
}

clausary_text_lines
clausary_text_lines_of(clausary_slice text, const clausary_survey *survey)
{
	return (clausary_text_lines){
	        .at = text.data,
	        .end = text.data + text.size,
	        .feed = {text.data, false, '\n'},
	        .carriage = {text.data, false, '\r'},
	        .page = {text.data, false, '\f'},
	        .separator = {text.data, false, '\xe2'},
	        .simple = !survey->high && !survey->carriage && !survey->page,
	};
}

/* U+2028 or U+2029 in `from` to `to`, or NULL. */
static const char *
find_separator(clausary_text_lines *lines, const char *from, const char *to)
{
	const char *hit;
	while ((hit = clausary_text_seek(&lines->separator, from, to, lines->end)) != NULL) {
		if (lines->end - hit >= 3 && hit[1] == '\x80'
		    && (hit[2] == '\xa8' || hit[2] == '\xa9'))
			return hit;
		from = hit + 1;
	}
	return NULL;
}

/* The first line end at or after `start`; `*next` is where the line after it begins. */
static const char *
find_end(clausary_text_lines *lines, const char *start, const char **next)
{
	const char *stop = clausary_text_seek(&lines->feed, start, lines->end, lines->end), *hit;
	stop = stop ? stop : lines->end;
	*next = stop < lines->end ? stop + 1 : stop;
	if (lines->simple)
		return stop;
	if ((hit = clausary_text_seek(&lines->carriage, start, stop, lines->end)) != NULL) {
		*next = hit + 1 == stop && stop < lines->end ? stop + 1 : hit + 1;
		stop = hit;
	}
	if ((hit = clausary_text_seek(&lines->page, start, stop, lines->end)) != NULL) {
		*next = hit + 1;
		stop = hit;
	}
	if ((hit = find_separator(lines, start, stop)) != NULL) {
		*next = hit + 3;
		stop = hit;
	}
	return stop;
}

static bool
is_plain(char c)
{
	return c > ' ' && c < 127;
}

bool
clausary_text_next(clausary_text_lines *lines, clausary_text_line *line)
{
	const char *start = lines->at;
	if (start == lines->end)
		return false;
	const char *stop = find_end(lines, start, &lines->at);
	line->raw = line->text = (clausary_slice){start, (size_t)(stop - start)};
	lines->number += !lines->same;
	lines->same = stop < lines->end && *stop != '\n' && *stop != '\r';
	line->number = lines->number;
	line->page = stop < lines->end && *stop == '\f';
	if (stop > start && !(is_plain(start[0]) && is_plain(stop[-1])))
		line->text = clausary_slice_trim(line->raw);
	return true;
}

size_t
clausary_text_indent(const clausary_text_line *line)
{
	size_t column = 0;
	for (const char *at = line->raw.data; at < line->text.data; at++)
		column = *at == '\t' ? (column / TAB_COLUMNS + 1) * TAB_COLUMNS
		                     : column + (((unsigned char)*at & 0xc0) != 0x80);
	return column;
}
