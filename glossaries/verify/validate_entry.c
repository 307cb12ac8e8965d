/* What makes a good entry beyond what ISO 30042 forbids: one section a language, terms without
 * residue, full forms beside short ones, sources, no concept twice. */
#include "verify/validate.h"

#include "base/utf8.h"

#include <unicode/uchar.h>

clausary_slice
clausary_validate_language(const clausary_entry_state *entry)
{
	if (entry->languages.size == 0)
		return CLAUSARY_SLICE("");
	return (clausary_slice){entry->languages.data + entry->language,
	                        entry->languages.size - 1 - entry->language};
}

static void
start_section(clausary_validating *v, const clausary_open_element *open,
              const clausary_markup_element *element)
{
	clausary_entry_state *entry = &v->entry;
	clausary_slice language = clausary_validate_value(element, v->lang);
	entry->terms = entry->full_forms = entry->short_forms = entry->preferred = 0;
	entry->statuses = 0;
	entry->language = entry->languages.size;
	entry->language_hash = language.size ? clausary_slice_hash(language) : 0;
	clausary_buffer_add(&entry->languages, language);
	clausary_buffer_add_byte(&entry->languages, '\0');
	for (size_t at = 0; at < entry->language;) {
		clausary_slice other = clausary_slice_of(entry->languages.data + at);
		if (clausary_slice_equal_ascii(other, language))
			clausary_validate_tell(v, CLAUSARY_FAULT_SECTION_TWICE, open->line,
			                       open->column,
			                       "the entry has a section for '%.*s' already: put "
			                       "the terms of both into one",
			                       CLAUSARY_SHOWN(language));
		at += other.size + 1;
	}
}

static void
start_concept(clausary_validating *v, const clausary_open_element *open,
              const clausary_markup_element *element)
{
	(void)open, (void)element;
	v->result->entries++;
	clausary_array_push(&v->signatures, 0);
	v->entry.languages.size = 0;
	v->entry.language_hash = 0;
	v->entry.signature = 0;
	v->entry.has_new = false;
	v->entry.last = 0;
}

static void
tell_no_source(clausary_validating *v, const clausary_open_element *open,
               const clausary_category *described)
{
	clausary_validate_tell(v, CLAUSARY_FAULT_NO_SOURCE, open->line, open->column,
	                       "a %s without a source: say where it is from", described->name);
}

static void
start_term_section(clausary_validating *v, const clausary_open_element *open,
                   const clausary_markup_element *element)
{
	(void)open, (void)element;
	v->entry.term.size = 0;
	v->entry.typed = false;
}

static void
start_term(clausary_validating *v, const clausary_open_element *open,
           const clausary_markup_element *element)
{
	(void)open, (void)element;
	v->result->terms++;
}

static void
start_group(clausary_validating *v, const clausary_open_element *open,
            const clausary_markup_element *element)
{
	(void)open, (void)element;
	v->entry.has_source = false;
	v->entry.described = NULL;
}

static void
start_description(clausary_validating *v, const clausary_open_element *open,
                  const clausary_markup_element *element)
{
	(void)element;
	v->entry.described = open->category;
	if (open[-1].role != CLAUSARY_ROLE_GROUP)
		tell_no_source(v, open, open->category);
}

static void
start_source(clausary_validating *v, const clausary_open_element *open,
             const clausary_markup_element *element)
{
	(void)open, (void)element;
	v->entry.has_source = true;
}

static void
start_back(clausary_validating *v, const clausary_open_element *open,
           const clausary_markup_element *element)
{
	(void)open, (void)element;
	v->entry_id.size = 0;
}

clausary_validate_start *const CLAUSARY_VALIDATE_STARTS[CLAUSARY_ROLES] = {
        [CLAUSARY_ROLE_CONCEPT] = start_concept,
        [CLAUSARY_ROLE_SECTION] = start_section,
        [CLAUSARY_ROLE_TERM_SECTION] = start_term_section,
        [CLAUSARY_ROLE_TERM] = start_term,
        [CLAUSARY_ROLE_GROUP] = start_group,
        [CLAUSARY_ROLE_BACK] = start_back,
        [CLAUSARY_ROLE_DESCRIPTION] = start_description,
        [CLAUSARY_ROLE_SOURCE] = start_source};

/* The first byte from `at` on that is a blank, no ASCII, or one of "<" and ">". */
static size_t
plain_end(clausary_slice term, size_t at)
{
	while (at < term.size && (unsigned char)(term.data[at] - '!') <= '~' - '!'
	       && (term.data[at] & ~2) != '<')
		at++;
	return at;
}

/* What stands in a term and belongs into none: marks of direction, soft hyphens, tags, blanks that
 * nobody sees. */
static const char *
residue_in(const clausary_validating *v, clausary_slice term)
{
	size_t at = 0, start;
	while ((start = at = plain_end(term, at)) < term.size) {
		uint32_t c = clausary_utf8_next(term, &at);
		if (c == '<' || c == '>')
			return clausary_message(v->context, "markup");
		if (c < ' ' || c == 0x7f || (c >= 0x80 && c < 0xa0) || c == 0xad || c == 0xfeff)
			return clausary_message(v->context, "an invisible character");
		if (c == 0x200e || c == 0x200f || c == 0x061c || (c >= 0x202a && c <= 0x202e)
		    || (c >= 0x2066 && c <= 0x2069))
			return clausary_message(v->context, "a mark of direction");
		if (c == ' ' && (start == 0 || at == term.size || term.data[start - 1] == ' '))
			return clausary_message(v->context, "a blank too many");
	}
	return NULL;
}

/* Whether a term looks like an acronym: capitals and digits, no blank. */
static bool
is_in_capitals(clausary_slice term)
{
	size_t capitals = 0;
	for (size_t at = 0; at < term.size;) {
		UChar32 c = (UChar32)clausary_utf8_next(term, &at);
		if (c < 0x80 ? clausary_ascii_is_upper((char)c) : u_isupper(c))
			capitals++;
		else if (!(c < 0x80 && clausary_ascii_is_digit((char)c)) && c != '-' && c != '/')
			return false;
	}
	return capitals >= 2;
}

/* The term of a language, for entries that have it too. */
static void
take_term(clausary_validating *v, const clausary_open_element *open, clausary_slice term)
{
	clausary_entry_state *entry = &v->entry;
	uint64_t hash = clausary_slice_hash(term) + entry->language_hash;
	clausary_validate_wait_term(v, open, term, hash);
	entry->signature += hash * (hash | 1); /* the order of terms does not matter */
}

static void
end_term(clausary_validating *v, const clausary_open_element *open)
{
	clausary_entry_state *entry = &v->entry;
	clausary_slice text = clausary_buffer_slice(&v->text), term = clausary_slice_trim(text);
	entry->terms++;
	if (term.size == 0) {
		clausary_validate_tell(v, CLAUSARY_FAULT_EMPTY_TERM, open->line, open->column,
		                       "the term is empty: write it, or remove its section");
		return;
	}
	const char *residue = residue_in(v, text);
	if (residue)
		clausary_validate_tell(v, CLAUSARY_FAULT_RESIDUE, open->line, open->column,
		                       "the term '%.*s' has %s in it: remove it",
		                       CLAUSARY_SHOWN(text), residue);
	clausary_buffer_add(&entry->term, term);
	entry->line = open->line;
	entry->column = open->column;
	take_term(v, open, term);
}

static void
end_term_type(clausary_validating *v, const clausary_open_element *open)
{
	clausary_entry_state *entry = &v->entry;
	clausary_slice type = clausary_slice_trim(clausary_buffer_slice(&v->text));
	(void)open;
	bool is_short = clausary_slice_equal(type, CLAUSARY_SLICE("acronym"))
	                || clausary_slice_equal(type, CLAUSARY_SLICE("abbreviation"))
	                || clausary_slice_equal(type, CLAUSARY_SLICE("shortForm"))
	                || clausary_slice_equal(type, CLAUSARY_SLICE("initialism"));
	entry->typed = true;
	entry->short_forms += is_short;
	entry->full_forms += !is_short;
}

static void
end_status(clausary_validating *v, const clausary_open_element *open)
{
	clausary_slice status = clausary_slice_trim(clausary_buffer_slice(&v->text));
	(void)open;
	v->entry.statuses++;
	v->entry.preferred += clausary_slice_starts(status, CLAUSARY_SLICE("preferred"));
}

static void
end_term_section(clausary_validating *v, const clausary_open_element *open)
{
	clausary_entry_state *entry = &v->entry;
	(void)open;
	if (entry->typed)
		return;
	if (is_in_capitals(clausary_buffer_slice(&entry->term)))
		clausary_validate_tell(v, CLAUSARY_FAULT_NO_TERM_TYPE, entry->line, entry->column,
		                       "'%.*s' looks like an acronym: say so with termType",
		                       CLAUSARY_SHOWN(clausary_buffer_slice(&entry->term)));
	entry->full_forms++;
}

static void
end_section(clausary_validating *v, const clausary_open_element *open)
{
	const clausary_entry_state *entry = &v->entry;
	if (entry->preferred > 1)
		clausary_validate_tell(v, CLAUSARY_FAULT_TWO_PREFERRED, open->line, open->column,
		                       "%zu terms of '%.*s' are preferred: one can be",
		                       entry->preferred,
		                       CLAUSARY_SHOWN(clausary_validate_language(entry)));
	if (entry->preferred == 0 && entry->statuses && entry->terms > 1)
		clausary_validate_tell(v, CLAUSARY_FAULT_NO_PREFERRED, open->line, open->column,
		                       "none of the terms of '%.*s' is preferred",
		                       CLAUSARY_SHOWN(clausary_validate_language(entry)));
	if (entry->short_forms && entry->full_forms == 0)
		clausary_validate_tell(v, CLAUSARY_FAULT_NO_FULL_FORM, open->line, open->column,
		                       "'%.*s' has a short form and no full form",
		                       CLAUSARY_SHOWN(clausary_validate_language(entry)));
}

/* The entry before with the same terms, or CLAUSARY_NONE. It is the last of those where the terms
 * stood first, as long as one of them stood first in it; entries without such a term are few. */
static uint32_t
same_entry(clausary_validating *v)
{
	const clausary_entry_state *entry = &v->entry;
	clausary_slice key = {(const char *)&entry->signature, sizeof entry->signature};
	if (entry->has_new)
		return CLAUSARY_NONE;
	if (entry->last > 0 && entry->last < v->result->entries
	    && v->signatures.items[entry->last - 1] == entry->signature)
		return entry->last;
	uint64_t hash = clausary_slice_hash(key);
	uint32_t place = clausary_seen_keep(&v->concepts, key, (clausary_slice){0}, hash,
	                                    (uint32_t)v->result->entries);
	return clausary_seen_look_up(&v->concepts, place, hash);
}

static void
end_concept(clausary_validating *v, const clausary_open_element *open)
{
	clausary_validate_waiting(v);
	v->signatures.items[v->result->entries - 1] = v->entry.signature;
	if (v->entry.signature == 0)
		return;
	uint32_t first = same_entry(v);
	if (first != CLAUSARY_NONE)
		clausary_validate_tell(v, CLAUSARY_FAULT_REPEATED_CONCEPT, open->line, open->column,
		                       "the entry has the terms of entry number %u: keep one",
		                       first);
}

static void
end_group(clausary_validating *v, const clausary_open_element *open)
{
	if (v->entry.described && !v->entry.has_source)
		tell_no_source(v, open, v->entry.described);
}

clausary_validate_end *const CLAUSARY_VALIDATE_ENDS[CLAUSARY_ROLES] = {
        [CLAUSARY_ROLE_CONCEPT] = end_concept,
        [CLAUSARY_ROLE_SECTION] = end_section,
        [CLAUSARY_ROLE_TERM_SECTION] = end_term_section,
        [CLAUSARY_ROLE_TERM] = end_term,
        [CLAUSARY_ROLE_GROUP] = end_group,
        [CLAUSARY_ROLE_TERM_TYPE] = end_term_type,
        [CLAUSARY_ROLE_STATUS] = end_status};
