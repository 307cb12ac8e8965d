/* What makes a good entry beyond what ISO 30042 forbids: one section a language, terms without
 * residue, full forms beside short ones, sources, no concept twice. */
#include "verify/validate.h"

#include "base/utf8.h"

#include <unicode/uchar.h>

clausary_slice
clausary_validate_language(const clausary_entry_state *entry)
{
	if (entry->languages.size == 0)
		return clausary_slice_of("");
	return clausary_slice_of(entry->languages.data + entry->language);
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
start_concept(clausary_validating *v)
{
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

void
clausary_validate_entry_start(clausary_validating *v, const clausary_open_element *open,
                              const clausary_markup_element *element)
{
	clausary_entry_state *entry = &v->entry;
	switch (open->role) {
	case CLAUSARY_ROLE_CONCEPT:
		start_concept(v);
		break;
	case CLAUSARY_ROLE_SECTION:
		start_section(v, open, element);
		break;
	case CLAUSARY_ROLE_TERM_SECTION:
		entry->term.size = 0;
		entry->typed = false;
		break;
	case CLAUSARY_ROLE_TERM:
		v->result->terms++;
		break;
	case CLAUSARY_ROLE_GROUP:
		entry->has_source = false;
		entry->described = NULL;
		break;
	case CLAUSARY_ROLE_DESCRIPTION:
		entry->described = open->category;
		if (open[-1].role != CLAUSARY_ROLE_GROUP)
			tell_no_source(v, open, open->category);
		break;
	case CLAUSARY_ROLE_SOURCE:
		entry->has_source = true;
		break;
	case CLAUSARY_ROLE_BACK:
		v->entry_id.size = 0;
		break;
	default:
		break;
	}
}

/* What stands in a term and belongs into none: marks of direction, soft hyphens, tags, blanks that
 * nobody sees. */
static const char *
residue_in(const clausary_validating *v, clausary_slice term)
{
	uint32_t previous = ' ';
	for (size_t at = 0; at < term.size;) {
		uint32_t c = clausary_utf8_next(term, &at);
		if (c > ' ' && c < 0x7f && c != '<' && c != '>') {
			previous = c;
			continue;
		}
		if (c == '<' || c == '>')
			return clausary_message(v->context, "markup");
		if (c < ' ' || c == 0x7f || (c >= 0x80 && c < 0xa0) || c == 0xad || c == 0xfeff)
			return clausary_message(v->context, "an invisible character");
		if (c == 0x200e || c == 0x200f || c == 0x061c || (c >= 0x202a && c <= 0x202e)
		    || (c >= 0x2066 && c <= 0x2069))
			return clausary_message(v->context, "a mark of direction");
		if (c == ' ' && previous == ' ')
			return clausary_message(v->context, "a blank too many");
		previous = c;
	}
	return previous == ' ' && term.size ? clausary_message(v->context, "a blank too many")
	                                    : NULL;
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
	clausary_validate_wait(v, CLAUSARY_WAITING_TERM, open, term, hash);
	entry->signature += hash * (hash | 1); /* the order of terms does not matter */
}

static void
end_term(clausary_validating *v, const clausary_open_element *open)
{
	clausary_entry_state *entry = &v->entry;
	clausary_slice text = clausary_buffer_slice(&v->text), term = clausary_slice_trim(text);
	const char *residue = residue_in(v, text);
	entry->terms++;
	if (term.size == 0)
		return;
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
take_type(clausary_entry_state *entry, clausary_slice type)
{
	bool is_short = clausary_tbx_is_listed(
	        CLAUSARY_SLICE("acronym|abbreviation|shortForm|initialism"), type);
	entry->typed = true;
	entry->short_forms += is_short;
	entry->full_forms += !is_short;
}

static void
end_term_section(clausary_validating *v)
{
	clausary_entry_state *entry = &v->entry;
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
	return clausary_seen_add(&v->concepts, key, clausary_slice_hash(key),
	                         (uint32_t)v->result->entries);
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

void
clausary_validate_entry_end(clausary_validating *v, const clausary_open_element *open)
{
	clausary_entry_state *entry = &v->entry;
	clausary_slice text = clausary_buffer_slice(&v->text);
	switch (open->role) {
	case CLAUSARY_ROLE_TERM:
		end_term(v, open);
		break;
	case CLAUSARY_ROLE_TERM_TYPE:
		take_type(entry, clausary_slice_trim(text));
		break;
	case CLAUSARY_ROLE_STATUS:
		entry->statuses++;
		entry->preferred += clausary_slice_starts(clausary_slice_trim(text),
		                                          CLAUSARY_SLICE("preferred"));
		break;
	case CLAUSARY_ROLE_GROUP:
		if (entry->described && !entry->has_source)
			tell_no_source(v, open, entry->described);
		break;
	case CLAUSARY_ROLE_TERM_SECTION:
		end_term_section(v);
		break;
	case CLAUSARY_ROLE_SECTION:
		end_section(v, open);
		break;
	case CLAUSARY_ROLE_CONCEPT:
		end_concept(v, open);
		break;
	default:
		break;
	}
}
