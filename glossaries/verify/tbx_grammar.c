/* Reads the notation of tbx_structures.c. */
#include "verify/tbx_grammar.h"

#include <assert.h>
#include <stdlib.h>

enum { MOST_CLASSES = 8 };

typedef struct reading {
	clausary_tbx_grammars *to;
	clausary_element_rule *rule; /* NULL: of a class */
	clausary_slice classes[MOST_CLASSES], meanings[MOST_CLASSES];
	size_t class_count;
} reading;

/* The structures are our own: a mistake in them is one in the program, and its tests tell. */
#define EXPECT(condition) assert(condition)

/* The next word of `rest`, which is moved past it; empty at the end. */
static clausary_slice
next_word(clausary_slice *rest)
{
	size_t start = 0, end;
	while (start < rest->size && rest->data[start] == ' ')
		start++;
	for (end = start; end < rest->size && rest->data[end] != ' ';)
		end++;
	clausary_slice word = clausary_slice_part(*rest, start, end);
	*rest = clausary_slice_part(*rest, end, rest->size);
	return word;
}

static clausary_slice
meaning_of(const reading *r, clausary_slice class)
{
	for (size_t i = 0; i < r->class_count; i++)
		if (clausary_slice_equal(r->classes[i], class))
			return r->meanings[i];
	EXPECT(!"no such class");
	return class;
}

static uint32_t
name_number(const reading *r, clausary_slice name)
{
	clausary_tbx_grammars *to = r->to;
	uint32_t number = clausary_tbx_name(to, name);
	if (number != CLAUSARY_NONE)
		return number;
	EXPECT(to->name_count < CLAUSARY_TBX_NAMES);
	to->names[to->name_count] = clausary_arena_copy(&to->arena, name).data;
	return to->name_count++;
}

static void
add_to_particle(const reading *r, clausary_particles particle, clausary_slice name)
{
	if (name.data[0] == '%') {
		clausary_slice all = meaning_of(r, name), member;
		while ((member = next_word(&all)).size)
			add_to_particle(r, particle, member);
		return;
	}
	clausary_particles *takes = &r->rule->takes[name_number(r, name)];
	EXPECT(*takes == 0 || *takes == particle);
	*takes = particle;
}

/* "hi*", or "(" "a" "|" "b" ")*", whose words are taken from `rest`. */
static void
read_particle(const reading *r, clausary_slice word, clausary_slice *rest)
{
	clausary_particles particle = (clausary_particles)(1u << r->rule->particle_count);
	clausary_slice last = word;
	EXPECT(r->rule->particle_count < CLAUSARY_TBX_PARTICLES);
	r->rule->particle_count++;
	bool group = word.data[0] == '(';
	if (group)
		word = clausary_slice_part(word, 1, word.size);
	for (;;) {
		size_t size = word.size;
		last = word;
		while (size && strchr("?*+)", word.data[size - 1]))
			size--;
		if (size && word.data[0] != '|')
			add_to_particle(r, particle, clausary_slice_part(word, 0, size));
		if (!group || size < word.size)
			break;
		word = next_word(rest);
		EXPECT(word.size > 0);
	}
	char mark = last.data[last.size - 1];
	if (mark != '?' && mark != '*')
		r->rule->needed |= particle;
	if (mark == '*' || mark == '+')
		r->rule->repeated |= particle;
}

static void
read_text(const reading *r, clausary_slice what)
{
	r->rule->has_text = true;
	r->rule->text = CLAUSARY_VALUE_ANY;
	if (clausary_slice_equal(what, CLAUSARY_SLICE("date"))) {
		r->rule->text = CLAUSARY_VALUE_DATE;
	} else if (!clausary_slice_equal(what, CLAUSARY_SLICE("text"))) {
		r->rule->text = CLAUSARY_VALUE_LISTED;
		r->rule->values = what;
	}
}

static void
read_content(const reading *r, clausary_slice rest)
{
	clausary_slice word;
	while ((word = next_word(&rest)).size) {
		if (word.data[0] == '&')
			r->rule->ordered = 0;
		else if (word.data[0] == '#')
			read_text(r, clausary_slice_part(word, 1, word.size));
		else if (clausary_slice_equal(word, CLAUSARY_SLICE("%text")))
			read_content(r, meaning_of(r, word));
		else
			read_particle(r, word, &rest);
	}
}

static clausary_value_type
type_of(clausary_slice values)
{
	static const char *const types[] = {
	        [CLAUSARY_VALUE_ANY] = "",        [CLAUSARY_VALUE_ID] = "ID",
	        [CLAUSARY_VALUE_IDREF] = "IDREF", [CLAUSARY_VALUE_LANGUAGE] = "LANGUAGE",
	        [CLAUSARY_VALUE_URI] = "URI",     [CLAUSARY_VALUE_DATE] = "DATE"};
	for (size_t i = 0; i < sizeof types / sizeof *types; i++)
		if (clausary_slice_equal(values, clausary_slice_of(types[i])))
			return (clausary_value_type)i;
	return CLAUSARY_VALUE_LISTED;
}

/* "xml:lang!=LANGUAGE" */
static void
read_attribute(const reading *r, clausary_slice word)
{
	size_t end = clausary_slice_find(word, CLAUSARY_SLICE("="));
	if (end > word.size)
		end = word.size;
	bool needed = end && word.data[end - 1] == '!';
	clausary_slice name = clausary_slice_part(word, 0, end - needed);
	clausary_slice values =
	        clausary_slice_part(word, end < word.size ? end + 1 : end, word.size);
	bool is_xml = clausary_slice_starts(name, CLAUSARY_SLICE("xml:"));
	EXPECT(r->rule->attribute_count < CLAUSARY_TBX_ATTRIBUTES);
	r->rule->needed_attributes |= (uint32_t)needed << r->rule->attribute_count;
	EXPECT(r->to->attribute_count < CLAUSARY_TBX_ALL_ATTRIBUTES);
	r->rule->attribute_count++;
	r->to->attributes[r->to->attribute_count++] = (clausary_attribute_rule){
	        .name = name_number(r, clausary_slice_part(name, is_xml ? 4 : 0, name.size)),
	        .as = name,
	        .values = values,
	        .type = type_of(values),
	        .is_xml = is_xml};
}

static void
read_attributes(const reading *r, clausary_slice rest)
{
	clausary_slice word;
	while ((word = next_word(&rest)).size) {
		if (word.data[0] == '@')
			read_attributes(r, meaning_of(r, word));
		else
			read_attribute(r, word);
	}
}

static void
read_line(reading *r, clausary_tbx_kind kind, const char *text)
{
	clausary_slice line = clausary_slice_of(text);
	size_t colon = clausary_slice_find(line, CLAUSARY_SLICE(" :"));
	EXPECT(colon < line.size);
	clausary_slice left = clausary_slice_part(line, 0, colon);
	clausary_slice right = clausary_slice_part(line, colon + 2, line.size);
	clausary_slice name = next_word(&left);
	if (name.data[0] == '@' || name.data[0] == '%') {
		EXPECT(r->class_count < MOST_CLASSES);
		r->classes[r->class_count] = name;
		r->meanings[r->class_count++] = right;
		return;
	}
	r->rule = &r->to->rules[kind][name_number(r, name)];
	EXPECT(!r->rule->known);
	r->rule->known = true;
	r->rule->attributes = r->to->attributes + r->to->attribute_count;
	r->rule->ordered = (clausary_particles)~0;
	read_attributes(r, left);
	read_content(r, right);
}

/* Classes first: a line may use one that stands below it. */
static void
read_structure(clausary_tbx_grammars *to, clausary_tbx_kind kind)
{
	reading r = {.to = to};
	const char *const *lines = CLAUSARY_TBX_STRUCTURES[kind].lines;
	for (int pass = 0; pass < 2; pass++) {
		for (size_t i = 0; lines[i]; i++) {
			if ((pass == 0) == (lines[i][0] == '@' || lines[i][0] == '%'))
				read_line(&r, kind, lines[i]);
		}
	}
}

clausary_tbx_grammars *
clausary_tbx_grammars_new(void)
{
	clausary_tbx_grammars *grammars = clausary_memory_zeros(1, sizeof *grammars);
	for (int kind = 0; kind < CLAUSARY_TBX_KINDS; kind++)
		read_structure(grammars, (clausary_tbx_kind)kind);
	return grammars;
}

void
clausary_tbx_grammars_free(clausary_tbx_grammars *grammars)
{
	if (grammars)
		clausary_arena_finish(&grammars->arena);
	free(grammars);
}

uint32_t
clausary_tbx_name(const clausary_tbx_grammars *grammars, clausary_slice name)
{
	for (uint32_t i = 0; i < grammars->name_count; i++)
		if (strncmp(grammars->names[i], name.data, name.size) == 0
		    && grammars->names[i][name.size] == '\0')
			return i;
	return CLAUSARY_NONE;
}

bool
clausary_tbx_is_listed(clausary_slice values, clausary_slice value)
{
	for (;;) {
		const char *bar = values.size ? memchr(values.data, '|', values.size) : NULL;
		size_t end = bar ? (size_t)(bar - values.data) : values.size;
		if (clausary_slice_equal(clausary_slice_part(values, 0, end), value))
			return true;
		if (bar == NULL)
			return false;
		values = clausary_slice_part(values, end + 1, values.size);
	}
}

const char *
clausary_tbx_spell(char to[CLAUSARY_TBX_SPELLED], clausary_slice values)
{
	size_t used = 0;
	for (size_t i = 0; i < values.size && used + 3 < CLAUSARY_TBX_SPELLED; i++) {
		bool parts = values.data[i] == '|' || values.data[i] == ' ';
		to[used++] = parts ? ',' : values.data[i];
		if (parts)
			to[used++] = ' ';
	}
	to[used] = '\0';
	return to;
}
