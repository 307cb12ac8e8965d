/* House styles are lines of a name and a value; a line that means nothing is a fault, so that a
 * slip of the pen does not switch a rule off in silence. */
#include "verify/house.h"

#include "verify/rule.h"

#include <stdio.h>
#include <stdlib.h>

enum { MOST_HOUSE_BYTES = 1 << 20, MOST_INHERITED = 8 };

static const clausary_list_entry HOUSES[] = {
#define CLAUSARY_HOUSE(name, label) {#name, label},
#include "verify/houses.def"
#undef CLAUSARY_HOUSE
};

static const struct {
	const char *name, *value;
} PARAMETERS[] = {
#define PARAMETER(name, text, value, meaning) {text, value},
#include "verify/house.def"
#undef PARAMETER
};

static const char *const LEVELS[] = {"off", "note", "warning", "error"};

clausary_list_entry
clausary_house_at(size_t index)
{
	return index < sizeof HOUSES / sizeof *HOUSES ? HOUSES[index]
	                                              : (clausary_list_entry){NULL, NULL};
}

/* A house style while it is read. */
typedef struct reading {
	clausary_house *house;
	clausary_context *context;
	const char *name;
	size_t line, depth;
} reading;

static clausary_status read_named(reading *from, clausary_slice name);

/* Take the first word of `rest`. */
static clausary_slice
next_word(clausary_slice *rest)
{
	size_t start = clausary_slice_skip_blanks(*rest, 0), end = start;
	while (end < rest->size && !clausary_ascii_is_blank(rest->data[end]))
		end++;
	clausary_slice word = clausary_slice_part(*rest, start, end);
	*rest = clausary_slice_part(*rest, end, rest->size);
	return word;
}

static bool
read_level(int *level, clausary_slice word)
{
	for (int i = 0; i < (int)(sizeof LEVELS / sizeof *LEVELS); i++)
		if (clausary_slice_equal(word, clausary_slice_of(LEVELS[i]))) {
			*level = i - 1;
			return true;
		}
	return false;
}

static void
add_words(clausary_house *house, clausary_map *to, clausary_slice words)
{
	for (clausary_slice word; (word = next_word(&words)).size;)
		clausary_map_put(to, clausary_arena_copy(&house->arena, word), 1);
}

/* Set the parameter of that name; false when there is none. */
static bool
set_parameter(clausary_house *house, clausary_slice name, clausary_slice value)
{
	for (size_t i = 0; i < CLAUSARY_HOUSE_PARAMETERS; i++) {
		if (!clausary_slice_equal(name, clausary_slice_of(PARAMETERS[i].name)))
			continue;
		if (i == CLAUSARY_HOUSE_WELL_KNOWN)
			add_words(house, &house->well_known, value);
		else if (i == CLAUSARY_HOUSE_FORBIDDEN)
			add_words(house, &house->forbidden, value);
		else if (i == CLAUSARY_HOUSE_REFERENCE)
			add_words(house, &house->references, value);
		else if (i == CLAUSARY_HOUSE_GLOSSARY)
			add_words(house, &house->glossaries, value);
		else
			house->values[i] = clausary_arena_copy(&house->arena, value);
		return true;
	}
	return false;
}

static clausary_status
read_line(reading *from, clausary_slice line)
{
	size_t comment = clausary_slice_find(line, CLAUSARY_SLICE("#"));
	if (comment != SIZE_MAX)
		line.size = comment;
	clausary_slice value = line, name = next_word(&value);
	value = clausary_slice_trim(value);
	if (name.size == 0)
		return CLAUSARY_OK;
	if (clausary_slice_equal(name, CLAUSARY_SLICE("inherit")))
		return read_named(from, value);
	size_t rule = clausary_rule_named(name);
	if (rule != SIZE_MAX && read_level(&from->house->levels[rule], value))
		return CLAUSARY_OK;
	if (rule == SIZE_MAX && set_parameter(from->house, name, value))
		return CLAUSARY_OK;
	return clausary_context_fail(from->context, CLAUSARY_EUSAGE,
	                             "house style %s, line %zu: '%.*s' is neither a rule with a "
	                             "level nor a parameter",
	                             from->name, from->line, (int)(name.size < 40 ? name.size : 40),
	                             name.data);
}

static clausary_status
read_text(reading *from, clausary_slice text)
{
	clausary_status status = CLAUSARY_OK;
	for (from->line = 1; text.size && status == CLAUSARY_OK; from->line++) {
		size_t end = clausary_slice_find(text, CLAUSARY_SLICE("\n"));
		size_t size = end == SIZE_MAX ? text.size : end;
		status = read_line(from, clausary_slice_part(text, 0, size));
		text = clausary_slice_part(text, end == SIZE_MAX ? size : size + 1, text.size);
	}
	return status;
}

/* Read a house style of the data directory. */
static clausary_status
read_named(reading *from, clausary_slice name)
{
	clausary_buffer path = {0}, text = {0};
	clausary_list_entry house = {0};
	for (size_t i = 0; (house = clausary_house_at(i)).name; i++)
		if (clausary_slice_equal(name, clausary_slice_of(house.name)))
			break;
	if (house.name == NULL || from->depth == MOST_INHERITED)
		return clausary_context_fail(from->context, CLAUSARY_EUSAGE,
		                             "no house style '%.*s': see `clausary list houses`",
		                             (int)(name.size < 40 ? name.size : 40), name.data);
	clausary_buffer_print(&path, "%s/profiles/house/%s.txt%c", from->context->data_directory,
	                      house.name, '\0');
	FILE *file = fopen(path.data, "rb");
	if (file) {
		clausary_buffer_reserve(&text, MOST_HOUSE_BYTES);
		text.size = fread(text.data, 1, MOST_HOUSE_BYTES, file);
		fclose(file);
	}
	reading inner = {from->house, from->context, house.name, 0, from->depth + 1};
	clausary_status status =
	        file ? read_text(&inner, clausary_buffer_slice(&text))
		     : clausary_context_fail(from->context, CLAUSARY_ELOCALE,
		                             "the house style '%s' is missing: no file '%s'",
		                             house.name, path.data);
	clausary_buffer_finish(&path);
	clausary_buffer_finish(&text);
	return status;
}

static void
set_defaults(clausary_house *house)
{
	const clausary_rule *rule;
	size_t count = 0;
	while (clausary_rule_at(count))
		count++;
	house->levels = clausary_memory_zeros(count + 1, sizeof *house->levels);
	for (size_t i = 0; (rule = clausary_rule_at(i)); i++)
		house->levels[i] = rule->text.level;
	for (size_t i = 0; i < CLAUSARY_HOUSE_PARAMETERS; i++)
		house->values[i] = clausary_slice_of(PARAMETERS[i].value);
}

clausary_status
clausary_house_read(clausary_house *out, clausary_context *context, const char *name,
                    clausary_slice text)
{
	*out = (clausary_house){0};
	set_defaults(out);
	reading from = {.house = out, .context = context, .name = name ? name : "plain"};
	if (text.size)
		return read_text(&from, text);
	return read_named(&from, clausary_slice_of(from.name));
}

void
clausary_house_finish(clausary_house *house)
{
	free(house->levels);
	clausary_map_finish(&house->well_known);
	clausary_map_finish(&house->forbidden);
	clausary_map_finish(&house->references);
	clausary_map_finish(&house->glossaries);
	clausary_arena_finish(&house->arena);
}

/* Take what stands before the next comma. */
static clausary_slice
next_choice(clausary_slice *rest)
{
	size_t comma = clausary_slice_find(*rest, CLAUSARY_SLICE(","));
	clausary_slice choice =
	        clausary_slice_part(*rest, 0, comma == SIZE_MAX ? rest->size : comma);
	*rest = clausary_slice_part(*rest, comma == SIZE_MAX ? rest->size : comma + 1, rest->size);
	return clausary_slice_trim(choice);
}

/* Rules that are chosen while the choices are read. */
typedef struct choosing {
	clausary_house *house;
	clausary_context *context;
	int *before; /* the levels of the house */
	bool alone;  /* some rule was named alone, so that all others are off */
} choosing;

/* Turn a rule on by itself: at the level of the house, or a note where that has it off. */
static void
choose_alone(choosing *c, size_t rule)
{
	const clausary_rule *one;
	for (size_t i = 0; !c->alone && clausary_rule_at(i); i++)
		c->house->levels[i] = CLAUSARY_RULE_OFF;
	c->alone = true;
	one = clausary_rule_at(rule);
	c->house->levels[rule] = c->before[rule];
	if (c->house->levels[rule] == CLAUSARY_RULE_OFF)
		c->house->levels[rule] = one->text.level;
	if (c->house->levels[rule] == CLAUSARY_RULE_OFF)
		c->house->levels[rule] = CLAUSARY_NOTE;
}

/* "A02", "-A02" or "A02=error". */
static clausary_status
choose_one(choosing *c, clausary_slice choice)
{
	bool away = clausary_slice_starts(choice, CLAUSARY_SLICE("-"));
	size_t equals = clausary_slice_find(choice, CLAUSARY_SLICE("="));
	clausary_slice name =
	        clausary_slice_part(choice, away, equals == SIZE_MAX ? choice.size : equals);
	size_t rule = clausary_rule_named(name);
	if (rule == SIZE_MAX)
		return clausary_context_fail(c->context, CLAUSARY_EUSAGE,
		                             "no rule '%.*s': see `clausary list rules`",
		                             (int)(name.size < 40 ? name.size : 40), name.data);
	if (away)
		c->house->levels[rule] = CLAUSARY_RULE_OFF;
	else if (equals == SIZE_MAX)
		choose_alone(c, rule);
	else if (!read_level(&c->house->levels[rule],
	                     clausary_slice_part(choice, equals + 1, choice.size)))
		return clausary_context_fail(c->context, CLAUSARY_EUSAGE,
		                             "rule %s: say off, note, warning or error",
		                             clausary_rule_at(rule)->text.id);
	return CLAUSARY_OK;
}

clausary_status
clausary_house_choose(clausary_house *house, clausary_context *context, const char *rules)
{
	clausary_slice rest = clausary_slice_of(rules);
	clausary_status status = CLAUSARY_OK;
	choosing c = {.house = house, .context = context};
	size_t count = 0;
	while (clausary_rule_at(count))
		count++;
	c.before = clausary_memory_zeros(count + 1, sizeof *c.before);
	memcpy(c.before, house->levels, count * sizeof *c.before);
	while (rest.size && status == CLAUSARY_OK)
		status = choose_one(&c, next_choice(&rest));
	free(c.before);
	return status;
}

bool
clausary_house_is(const clausary_house *house, clausary_parameter parameter, const char *value)
{
	return clausary_slice_equal(house->values[parameter], clausary_slice_of(value));
}

bool
clausary_house_has(const clausary_house *house, clausary_parameter parameter, const char *word)
{
	clausary_slice words = house->values[parameter];
	for (clausary_slice next; (next = next_word(&words)).size;)
		if (clausary_slice_equal(next, clausary_slice_of(word)))
			return true;
	return false;
}

uint32_t
clausary_house_number(const clausary_house *house, clausary_parameter parameter)
{
	return (uint32_t)strtoul(house->values[parameter].data, NULL, 10);
}
