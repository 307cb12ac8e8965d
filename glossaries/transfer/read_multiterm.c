/* MultiTerm XML: `mtf` > `conceptGrp` > `languageGrp` > `termGrp`. Field names are the user's own;
 * those that mean a data category in the field's usual words become one. */
#include "termbase/category.h"
#include "termbase/key.h"
#include "transfer/field_name.h"
#include "transfer/markup.h"
#include "transfer/reader.h"

enum name {
	ROOT,
	ENTRY,
	CONCEPT,
	SYSTEM,
	SECTION,
	LANGUAGE,
	TERM_GROUP,
	TERM,
	DESCRIP_GROUP,
	DESCRIP,
	TRANSAC_GROUP,
	TRANSAC,
	DATE,
	NO_NAME
};

static const char *const NAMES[] = {
        "mtf",  "conceptGrp", "concept", "system",     "languageGrp", "language", "termGrp",
        "term", "descripGrp", "descrip", "transacGrp", "transac",     "date",     NULL,
};

enum { OPEN_GROUPS = 8 };

typedef struct multiterm {
	clausary_filling *filling;
	clausary_buffer text;
	uint32_t depth, text_depth;
	clausary_slice type;
	clausary_datum groups[OPEN_GROUPS]; /* descripGrp and transacGrp that are open */
	bool has_head[OPEN_GROUPS];
	size_t group_count;
} multiterm;

static void
on_start(void *payload, const clausary_markup_element *element)
{
	multiterm *m = payload;
	m->depth++;
	m->filling->line = element->line;
	if (m->text_depth) {
		clausary_filling_odd(m->filling, CLAUSARY_ODD_MARKUP,
		                     clausary_slice_of(element->as));
		return;
	}
	switch (element->name) {
	case ENTRY:
		clausary_filling_concept(m->filling, CLAUSARY_SLICE(""));
		break;
	case SECTION:
		m->filling->section = NULL;
		break;
	case LANGUAGE: {
		clausary_slice tag = clausary_markup_value(element, "lang");
		clausary_filling_section(m->filling,
		                         tag.size ? tag : clausary_markup_value(element, "type"));
		break;
	}
	case TERM_GROUP:
		clausary_filling_term(m->filling, CLAUSARY_SLICE(""));
		break;
	case DESCRIP_GROUP:
	case TRANSAC_GROUP:
		if (m->group_count < OPEN_GROUPS) {
			m->has_head[m->group_count] = false;
			m->groups[m->group_count] = (clausary_datum){.text = {"", 0}};
		}
		m->group_count++;
		break;
	case ROOT:
		break;
	default:
		if (element->name == CLAUSARY_NONE)
			clausary_filling_odd(m->filling, CLAUSARY_ODD_LEFT_OUT,
			                     clausary_slice_of(element->as));
		m->type =
		        clausary_filling_string(m->filling, clausary_markup_value(element, "type"));
		m->text.size = 0;
		m->text_depth = m->depth;
	}
}

/* A datum is whole: head or part of its group, or alone. */
static void
put(multiterm *m, const clausary_datum *datum)
{
	size_t at = m->group_count - 1;
	if (m->group_count == 0 || at >= OPEN_GROUPS) {
		clausary_filling_datum(m->filling, datum);
	} else if (!m->has_head[at]) {
		m->groups[at] = *datum;
		m->has_head[at] = true;
	} else {
		clausary_list_push(&m->filling->to->arena, &m->groups[at].parts, *datum);
	}
}

/* The id of an entry stands in a field, as write_multiterm.c puts it: MultiTerm numbers anew. */
static bool
is_identifier(const multiterm *m, clausary_slice text)
{
	return m->filling->concept && m->filling->section == NULL && m->filling->term == NULL
	       && clausary_slice_equal(m->type, CLAUSARY_SLICE("entryIdentifier"))
	       && clausary_key_is_id(text);
}

static void
end_text(multiterm *m, uint32_t name)
{
	clausary_slice raw = clausary_buffer_slice(&m->text);
	clausary_datum datum = {.element = CLAUSARY_DATUM_NOTE};
	bool at_term = m->filling->term != NULL;
	m->text_depth = 0;
	switch (name) {
	case CONCEPT:
		if (m->filling->concept && m->filling->concept->id.size == 0)
			m->filling->concept->id = clausary_filling_copy(m->filling, raw, false);
		return;
	case SYSTEM:
		datum.element = CLAUSARY_DATUM_ADMIN;
		datum.category = m->type.size ? m->type : CLAUSARY_SLICE("system");
		break;
	case TERM:
		clausary_filling_form(m->filling, raw, CLAUSARY_SLICE(""));
		return;
	case TRANSAC:
		datum.element = CLAUSARY_DATUM_TRANSAC;
		datum.category = CLAUSARY_SLICE("transactionType");
		clausary_list_push(
		        &m->filling->to->arena, &datum.parts,
		        ((clausary_datum){.element = CLAUSARY_DATUM_TRANSAC_NOTE,
			                  .category = CLAUSARY_SLICE("responsibility"),
			                  .text = clausary_filling_copy(m->filling, raw, false)}));
		raw = m->type;
		break;
	case DATE:
		datum.element = CLAUSARY_DATUM_DATE;
		break;
	case DESCRIP:
		if (is_identifier(m, raw)) {
			m->filling->concept->id = clausary_filling_copy(m->filling, raw, false);
			return;
		}
		clausary_field_datum(m->filling, &datum, m->type, at_term, raw);
		put(m, &datum);
		return;
	default:
		return;
	}
	datum.text = clausary_filling_copy(m->filling, raw, false);
	put(m, &datum);
}

static void
on_end(void *payload, uint32_t name)
{
	multiterm *m = payload;
	if (m->text_depth == m->depth) {
		end_text(m, name);
	} else if (m->text_depth == 0) {
		if (name == ENTRY) {
			clausary_filling_end_concept(m->filling);
		} else if (name == TERM_GROUP) {
			clausary_filling_end_term(m->filling);
		} else if (name == SECTION) {
			clausary_filling_end_term(m->filling);
			m->filling->section = NULL;
		} else if ((name == DESCRIP_GROUP || name == TRANSAC_GROUP) && m->group_count) {
			size_t at = --m->group_count;
			if (at < OPEN_GROUPS && m->has_head[at])
				put(m, &m->groups[at]);
		}
	}
	m->depth--;
}

static void
on_text(void *payload, clausary_slice text)
{
	multiterm *m = payload;
	if (m->text_depth)
		clausary_buffer_add(&m->text, text);
}

static void
on_comment(void *payload)
{
	multiterm *t = payload;
	clausary_filling_odd(t->filling, CLAUSARY_ODD_COMMENT, CLAUSARY_SLICE(""));
}

static unsigned
bid(clausary_slice head)
{
	return clausary_head_is_xml(head, "mtf") ? 90 : 0;
}

static clausary_status
read_multiterm(clausary_reading *reading)
{
	multiterm m = {.filling = &reading->filling};
	clausary_markup_fault fault;
	clausary_markup_events events = {.names = NAMES,
	                                 .start = on_start,
	                                 .end = on_end,
	                                 .text = on_text,
	                                 .comment = on_comment,
	                                 .status = &reading->filling.status,
	                                 .payload = &m,
	                                 .input = reading->input};
	clausary_status status = clausary_markup_parse(&events, &fault);
	clausary_buffer_finish(&m.text);
	return status == CLAUSARY_OK ? status : clausary_reading_fail(reading, &fault);
}

const clausary_termbase_reader clausary_termbase_reader_multiterm = {
        .name = "multiterm",
        .label = "MultiTerm XML",
        .bid = bid,
        .read = read_multiterm,
};
