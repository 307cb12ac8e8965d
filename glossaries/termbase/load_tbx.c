/* TBX by libxml2's reader (ISO 30042:2019, DCA style): no network, no external entity, bounded
 * depth. What TBX-Basic has and the model lacks is left out: cross-references, projects,
 * transactions. */
#include "termbase/load_tbx.h"

#include "base/limits.h"
#include "termbase/key.h"

#include <libxml/xmlreader.h>
#include <limits.h>

typedef struct loader {
	clausary_termbase *to;
	xmlTextReaderPtr reader;
	clausary_concept *concept;
	clausary_language_section *section;
	clausary_term *term;
	bool in_group;             /* inside descripGrp */
	clausary_slice term_id;    /* of the term section that is open */
	clausary_slice type;       /* of the element that is open */
	clausary_slice group_type; /* of the group's descrip */
	clausary_slice group_text;
	CLAUSARY_LIST(clausary_slice) group_sources;
	clausary_buffer text; /* of the element that is open */
	bool is_tbx, full;
} loader;

static clausary_slice
attribute(loader *l, const char *name)
{
	xmlChar *value = xmlTextReaderGetAttribute(l->reader, (const xmlChar *)name);
	clausary_slice copy =
	        clausary_termbase_copy(l->to, clausary_slice_of((const char *)value), false);
	xmlFree(value);
	return copy;
}

static bool
is_one_of(const char *name, const char *a, const char *b)
{
	return strcmp(name, a) == 0 || strcmp(name, b) == 0;
}

static void
start_element(loader *l, const char *name)
{
	l->text.size = 0;
	l->type = attribute(l, "type");
	if (is_one_of(name, "tbx", "martif")) {
		l->is_tbx = true;
	} else if (is_one_of(name, "conceptEntry", "termEntry")) {
		l->concept = clausary_termbase_concept(l->to);
		l->full |= l->concept == NULL;
		l->section = NULL;
		l->term = NULL;
		if (l->concept)
			l->concept->id = attribute(l, "id");
	} else if (is_one_of(name, "langSec", "langSet") && l->concept) {
		l->section = clausary_concept_section(&l->to->arena, l->concept,
		                                      attribute(l, "xml:lang"));
	} else if (is_one_of(name, "termSec", "tig")) {
		l->term_id = attribute(l, "id");
	} else if (strcmp(name, "descripGrp") == 0) {
		l->in_group = true;
		l->group_text = l->group_type = CLAUSARY_SLICE("");
		l->group_sources.items = NULL;
		l->group_sources.count = l->group_sources.capacity = 0;
	}
}

static clausary_source
citation(clausary_slice text)
{
	return (clausary_source){.document = CLAUSARY_NONE, .citation = text};
}

static void
end_group(loader *l)
{
	clausary_arena *arena = &l->to->arena;
	bool is_context = clausary_slice_equal(l->group_type, CLAUSARY_SLICE("context"));
	bool is_definition = clausary_slice_equal(l->group_type, CLAUSARY_SLICE("definition"));
	l->in_group = false;
	if (l->group_text.size == 0)
		return;
	if (is_context && l->term) {
		clausary_context_sentence *context = clausary_list_add(arena, &l->term->contexts);
		context->text = l->group_text;
		context->source = citation(l->group_sources.count ? l->group_sources.items[0]
		                                                  : CLAUSARY_SLICE(""));
	} else if (is_definition && l->section) {
		clausary_concept_definition *definition =
		        clausary_list_add(arena, &l->section->definitions);
		*definition = (clausary_concept_definition){.text = l->group_text};
		for (uint32_t i = 0; i < l->group_sources.count; i++)
			clausary_list_push(arena, &definition->sources,
			                   citation(l->group_sources.items[i]));
	}
}

static void
end_term(loader *l, clausary_slice text)
{
	clausary_buffer key = {0};
	clausary_termbase_fold(&key, text);
	l->term = NULL;
	if (l->section && text.size) {
		l->term = clausary_section_add_term(
		        &l->to->arena, l->section, text,
		        clausary_arena_copy(&l->to->arena, clausary_buffer_slice(&key)),
		        CLAUSARY_TERM_PLAIN);
		l->term->id = l->term_id;
	}
	clausary_buffer_finish(&key);
}

/* The place of `value` in `names`, or 0. */
static unsigned
place_in(const char *const *names, size_t count, clausary_slice value)
{
	for (size_t i = 1; i < count; i++)
		if (clausary_slice_equal(clausary_slice_of(names[i]), value))
			return (unsigned)i;
	return 0;
}

static void
set_type(loader *l, clausary_term_type type)
{
	uint32_t count = l->section->terms.count;
	clausary_term **all = l->section->terms.items;
	l->term->type = type;
	for (uint32_t i = count; i > 1; i--) { /* full forms stand first */
		bool wrong =
		        clausary_term_is_short(all[i - 2]) && !clausary_term_is_short(all[i - 1]);
		clausary_term *first = all[i - 2];
		if (wrong) {
			all[i - 2] = all[i - 1];
			all[i - 1] = first;
		}
	}
}

static void
end_term_note(loader *l, clausary_slice text)
{
	if (l->term == NULL)
		return;
	if (clausary_slice_equal(l->type, CLAUSARY_SLICE("termType")))
		set_type(l, (clausary_term_type)place_in(clausary_term_type_names,
		                                         CLAUSARY_TERM_TYPES, text));
	else if (clausary_slice_equal(l->type, CLAUSARY_SLICE("administrativeStatus")))
		l->term->status = (clausary_term_status)place_in(clausary_term_status_names,
		                                                 CLAUSARY_TERM_STATUSES, text);
	else if (clausary_slice_equal(l->type, CLAUSARY_SLICE("partOfSpeech")))
		l->term->part_of_speech = text;
}

static void
end_text(loader *l, const char *name, clausary_slice text)
{
	clausary_arena *arena = &l->to->arena;
	bool is_source = clausary_slice_equal(l->type, CLAUSARY_SLICE("source"));
	if (strcmp(name, "descrip") == 0 && l->in_group) {
		l->group_type = l->type;
		l->group_text = text;
	} else if (strcmp(name, "descrip") == 0
	           && clausary_slice_equal(l->type, CLAUSARY_SLICE("subjectField"))) {
		clausary_list_push(arena, &l->concept->subjects, text);
	} else if (strcmp(name, "descrip") == 0) {
		l->group_type = l->type;
		l->group_text = text;
		l->group_sources.count = 0;
		end_group(l);
	} else if (strcmp(name, "admin") == 0 && is_source && l->in_group) {
		clausary_list_push(arena, &l->group_sources, text);
	} else if (strcmp(name, "admin") == 0 && is_source && l->term) {
		clausary_term_add_source(arena, l->term, citation(text));
	} else if (strcmp(name, "note") == 0 && l->term) {
		clausary_list_push(arena, &l->term->notes, text);
	} else if (strcmp(name, "note") == 0 && l->section) {
		clausary_list_push(arena, &l->section->notes, text);
	} else if (strcmp(name, "note") == 0) {
		clausary_list_push(arena, &l->concept->notes, text);
	}
}

static void
end_element(loader *l, const char *name)
{
	clausary_slice raw = clausary_buffer_slice(&l->text);
	if (strcmp(name, "title") == 0 && l->to->title.size == 0)
		l->to->title = clausary_termbase_copy(l->to, raw, false);
	if (l->concept == NULL)
		return;
	if (is_one_of(name, "conceptEntry", "termEntry")) {
		l->concept = NULL;
		l->section = NULL;
	} else if (is_one_of(name, "langSec", "langSet")) {
		l->section = NULL;
	} else if (is_one_of(name, "termSec", "tig")) {
		l->term = NULL;
	} else if (strcmp(name, "descripGrp") == 0) {
		end_group(l);
	} else if (strcmp(name, "term") == 0) {
		end_term(l, clausary_termbase_copy(l->to, raw, false));
	} else if (strcmp(name, "termNote") == 0) {
		end_term_note(l, clausary_termbase_copy(l->to, raw, false));
	} else if (is_one_of(name, "descrip", "admin") || strcmp(name, "note") == 0) {
		end_text(l, name, clausary_termbase_copy(l->to, raw, true));
	}
	l->text.size = 0;
}

static void
read_node(loader *l)
{
	const char *name = (const char *)xmlTextReaderConstLocalName(l->reader);
	switch (xmlTextReaderNodeType(l->reader)) {
	case XML_READER_TYPE_ELEMENT:
		start_element(l, name);
		if (xmlTextReaderIsEmptyElement(l->reader))
			end_element(l, name);
		break;
	case XML_READER_TYPE_END_ELEMENT:
		end_element(l, name);
		break;
	case XML_READER_TYPE_TEXT:
	case XML_READER_TYPE_CDATA:
	case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
		clausary_buffer_add(
		        &l->text,
		        clausary_slice_of((const char *)xmlTextReaderConstValue(l->reader)));
		break;
	default:
		break;
	}
}

static void
ignore_message(void *payload, const char *message, xmlParserSeverities severity,
               xmlTextReaderLocatorPtr locator)
{
	(void)payload, (void)message, (void)severity, (void)locator;
}

static clausary_status
read_all(loader *l, const char *name)
{
	clausary_context *context = l->to->context;
	int more;
	while ((more = xmlTextReaderRead(l->reader)) == 1) {
		if (xmlTextReaderDepth(l->reader) > CLAUSARY_LIMIT_ELEMENT_DEPTH)
			return clausary_context_fail(context, CLAUSARY_EFORMAT,
			                             "'%s' nests elements deeper than %d", name,
			                             CLAUSARY_LIMIT_ELEMENT_DEPTH);
		read_node(l);
		if (l->full)
			return clausary_context_fail(context, CLAUSARY_ELIMIT,
			                             "'%s' has more than %d entries", name,
			                             CLAUSARY_LIMIT_CONCEPTS);
	}
	if (more < 0 || !l->is_tbx)
		return clausary_context_fail(context, CLAUSARY_EFORMAT, "'%s' is %s, line %d", name,
		                             more < 0 ? "not well-formed XML" : "no TBX",
		                             xmlTextReaderGetParserLineNumber(l->reader));
	return CLAUSARY_OK;
}

clausary_status
clausary_termbase_load_tbx(clausary_termbase **out, clausary_context *context, clausary_slice bytes,
                           const char *name)
{
	loader l = {.to = clausary_memory_zeros(1, sizeof *l.to)};
	clausary_status status;
	l.to->context = context;
	l.reader = bytes.size > INT_MAX
	                   ? NULL
	                   : xmlReaderForMemory(bytes.data, (int)bytes.size, name, NULL,
	                                        XML_PARSE_NONET | XML_PARSE_COMPACT);
	if (l.reader) {
		xmlTextReaderSetErrorHandler(l.reader, ignore_message, NULL);
		status = read_all(&l, name);
		xmlFreeTextReader(l.reader);
	} else {
		status = clausary_context_fail(context, CLAUSARY_EFORMAT,
		                               "'%s' cannot be read as XML", name);
	}
	clausary_buffer_finish(&l.text);
	if (status != CLAUSARY_OK) {
		clausary_termbase_free(l.to);
		return status;
	}
	for (size_t i = 0; i < l.to->concepts.count; i++)
		clausary_array_push(&l.to->ordered, l.to->concepts.items[i]);
	l.to->finished = true;
	*out = l.to;
	return CLAUSARY_OK;
}
