/* Baselines and suppressions. A baseline counts: where a line stands twice, two such issues are
 * known, and a third is new. */
#include "verify/known.h"

#include "base/diagnostic.h"

#include <stdlib.h>

enum { RULE, CLAUSE, FORM, REASON, FIELDS };

/* What may part fields or lines stands as a blank. */
static void
add_field(clausary_buffer *to, clausary_slice text)
{
	for (size_t i = 0; i < text.size; i++) {
		char c = text.data[i];
		clausary_buffer_add_byte(to, c == '\t' || c == '\n' || c == '\r' ? ' ' : c);
	}
}

static clausary_slice
key_of(const clausary_issues *issues, const clausary_issue *issue)
{
	const clausary_location *place = &issue->place;
	if (place->document == CLAUSARY_NONE || place->clause == CLAUSARY_NONE)
		return CLAUSARY_SLICE("-");
	return issues->findings[place->document]->document->clauses.items[place->clause].key;
}

void
clausary_known_line(clausary_buffer *to, const clausary_issues *issues, const clausary_issue *issue)
{
	if (issue->place.document != CLAUSARY_NONE)
		add_field(to, clausary_slice_of(
		                      issues->findings[issue->place.document]->document->name));
	clausary_buffer_add_byte(to, '\t');
	add_field(to, clausary_slice_of(issue->rule->id));
	clausary_buffer_add_byte(to, '\t');
	add_field(to, key_of(issues, issue));
	clausary_buffer_add_byte(to, '\t');
	add_field(to, issue->form);
}

/* The next line of `rest`, which is moved past it, without its end; NULL data after the last. */
static clausary_slice
next_line(clausary_slice *rest)
{
	size_t end = clausary_slice_find(*rest, CLAUSARY_SLICE("\n"));
	bool last = end > rest->size;
	clausary_slice line = clausary_slice_part(*rest, 0, last ? rest->size : end);
	if (rest->size == 0)
		return (clausary_slice){0};
	*rest = clausary_slice_part(*rest, last ? rest->size : end + 1, rest->size);
	if (line.size && line.data[line.size - 1] == '\r')
		line.size--;
	return line;
}

static bool
is_empty(clausary_slice line)
{
	line = clausary_slice_trim(line);
	return line.size == 0 || line.data[0] == '#';
}

void
clausary_issues_compare(clausary_issues *issues, clausary_slice baseline)
{
	clausary_map lines = {0};
	clausary_buffer line = {0};
	clausary_slice next;
	while ((next = next_line(&baseline)).data) {
		uint32_t times = clausary_map_get(&lines, next);
		if (!is_empty(next))
			clausary_map_put(&lines, next, times == CLAUSARY_NONE ? 1 : times + 1);
	}
	for (size_t i = 0; i < issues->items.count; i++) {
		clausary_issue *issue = &issues->items.items[i];
		line.size = 0;
		clausary_known_line(&line, issues, issue);
		uint32_t times = clausary_map_get(&lines, clausary_buffer_slice(&line));
		if (times == CLAUSARY_NONE || times == 0)
			continue;
		/* the key is there: its bytes are those of the baseline */
		clausary_map_put(&lines, clausary_buffer_slice(&line), times - 1);
		issue->state = CLAUSARY_ISSUE_KNOWN;
	}
	clausary_buffer_finish(&line);
	clausary_map_finish(&lines);
}

/* The fields of a line; how many there are. The last takes what is left. */
static size_t
split(clausary_slice line, clausary_slice *fields)
{
	size_t count = 0;
	while (count + 1 < FIELDS) {
		size_t tab = clausary_slice_find(line, CLAUSARY_SLICE("\t"));
		if (tab > line.size)
			break;
		fields[count++] = clausary_slice_trim(clausary_slice_part(line, 0, tab));
		line = clausary_slice_part(line, tab + 1, line.size);
	}
	fields[count++] = clausary_slice_trim(line);
	return count;
}

/* Whether a field of a suppression fits: `*` fits everything. */
static bool
fits(clausary_slice field, clausary_slice value)
{
	return clausary_slice_equal(field, CLAUSARY_SLICE("*"))
	       || clausary_slice_equal(field, value);
}

static bool
is_meant(const clausary_issues *issues, const clausary_issue *issue, uint32_t document,
         const clausary_slice *fields)
{
	clausary_slice id = clausary_slice_of(issue->rule->id);
	clausary_slice name = clausary_slice_of(issue->rule->name);
	if (document != CLAUSARY_NONE && issue->place.document != document)
		return false;
	return (clausary_slice_equal(fields[RULE], id) || clausary_slice_equal(fields[RULE], name))
	       && fits(fields[CLAUSE], key_of(issues, issue)) && fits(fields[FORM], issue->form);
}

static void
suppress(clausary_issues *issues, clausary_context *context, uint32_t document,
         const clausary_slice *fields, const char *name, uint32_t number)
{
	size_t used = 0;
	clausary_slice reason = clausary_arena_copy(&issues->arena, fields[REASON]);
	for (size_t i = 0; i < issues->items.count; i++) {
		clausary_issue *issue = &issues->items.items[i];
		if (!is_meant(issues, issue, document, fields))
			continue;
		issue->state = CLAUSARY_ISSUE_SUPPRESSED;
		issue->reason = reason;
		used++;
	}
	if (used == 0)
		clausary_diagnose(
		        context, CLAUSARY_DIAGNOSTIC_UNUSED_SUPPRESSION, name, number,
		        "nothing is left to suppress for %.*s, %.*s, %.*s: remove the line",
		        (int)fields[RULE].size, fields[RULE].data, (int)fields[CLAUSE].size,
		        fields[CLAUSE].data, (int)fields[FORM].size, fields[FORM].data);
}

void
clausary_issues_suppress(clausary_issues *issues, clausary_context *context, uint32_t document,
                         clausary_slice suppressions, const char *name)
{
	clausary_slice line, fields[FIELDS];
	for (uint32_t number = 1; (line = next_line(&suppressions)).data; number++) {
		if (is_empty(line))
			continue;
		if (split(line, fields) < FIELDS || fields[REASON].size == 0)
			clausary_diagnose(context, CLAUSARY_DIAGNOSTIC_BAD_SUPPRESSION, name,
			                  number,
			                  "this line suppresses nothing: it needs rule, clause, "
			                  "form and reason, parted by tabs");
		else
			suppress(issues, context, document, fields, name, number);
	}
}
