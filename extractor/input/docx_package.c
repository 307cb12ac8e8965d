/* The package around a Word document (ISO/IEC 29500-2): which part is which, and the parsing of a
 * part. */
#include "input/docx.h"

static const clausary_xml_space SPACES[] = {
        {"http://schemas.openxmlformats.org/wordprocessingml/2006/main", CLAUSARY_DOCX_W},
        {"http://purl.oclc.org/ooxml/wordprocessingml/main", CLAUSARY_DOCX_W},
        {"http://schemas.openxmlformats.org/officeDocument/2006/math", CLAUSARY_DOCX_M},
        {"http://purl.oclc.org/ooxml/officeDocument/math", CLAUSARY_DOCX_M},
        {"http://schemas.openxmlformats.org/markup-compatibility/2006", CLAUSARY_DOCX_MC},
        {"http://schemas.openxmlformats.org/package/2006/relationships", CLAUSARY_DOCX_PACKAGE},
        {"http://schemas.openxmlformats.org/package/2006/content-types", CLAUSARY_DOCX_TYPES},
        {"http://www.w3.org/XML/1998/namespace", CLAUSARY_DOCX_XML},
};

static const clausary_xml_name NAMES[CLAUSARY_DOCX_NAME_COUNT] = {{"", 0},
#define X(NAME, name, space) {name, CLAUSARY_DOCX_##space},
                                                                  CLAUSARY_DOCX_NAMES(X)
#undef X
};

const clausary_xml_vocabulary clausary_docx_vocabulary = {
        .spaces = SPACES,
        .space_count = sizeof SPACES / sizeof SPACES[0],
        .names = NAMES,
        .name_count = CLAUSARY_DOCX_NAME_COUNT,
};

static int
read_entry(void *source, char *to, int size)
{
	return clausary_entry_read(source, to, size);
}

static void
tell_damage(clausary_docx *docx, const char *part, const char *why, const clausary_xml_fault *fault)
{
	clausary_diagnose(docx->context, CLAUSARY_DIAGNOSTIC_DAMAGED_MARKUP,
	                  clausary_builder_name(docx->builder), 0,
	                  "%s, line %u, column %u: %s; what stands before it was kept", part,
	                  fault->line, fault->column, why);
}

clausary_status
clausary_docx_parse(clausary_docx *docx, const char *part, clausary_xml_events events,
                    bool *damaged)
{
	clausary_entry *entry;
	clausary_xml_fault fault = {0};
	clausary_status status = clausary_entry_open(&entry, docx->archive, part);
	if (status != CLAUSARY_OK) {
		clausary_diagnose(docx->context, CLAUSARY_DIAGNOSTIC_MISSING_PART,
		                  clausary_builder_name(docx->builder), 0, "%s could not be opened",
		                  part);
		if (damaged)
			*damaged = true;
		return CLAUSARY_OK;
	}
	events.read = read_entry;
	events.source = entry;
	clausary_xml_outcome outcome =
	        clausary_xml_parse(&clausary_docx_vocabulary, &events, &fault);
	const char *damage = clausary_entry_damage(entry);
	status = clausary_entry_close(entry);
	if (status != CLAUSARY_OK)
		return status;
	if (outcome == CLAUSARY_XML_TOO_DEEP)
		return clausary_context_fail(docx->context, CLAUSARY_ELIMIT,
		                             "%s, line %u, column %u: %s", part, fault.line,
		                             fault.column, fault.message);
	if (outcome == CLAUSARY_XML_DAMAGED)
		tell_damage(docx, part, damage ? damage : fault.message, &fault);
	else if (damage)
		clausary_diagnose(docx->context, CLAUSARY_DIAGNOSTIC_DAMAGED_MARKUP,
		                  clausary_builder_name(docx->builder), 0,
		                  "%s: %s; all of it was read", part, damage);
	if (damaged)
		*damaged = outcome == CLAUSARY_XML_DAMAGED;
	return CLAUSARY_OK;
}

/* What is being looked for while a part of relations or types is parsed. */
typedef struct lookup {
	clausary_docx *docx;
	const char *folder; /* of the part whose relations these are, "word/" */
	bool of_package;
} lookup;

/* An archive name for `target`, seen from `folder`: "styles.xml", "/word/styles.xml", "../a.xml".
 */
static const char *
resolve(clausary_docx *docx, const char *folder, clausary_slice target)
{
	clausary_buffer path = {0};
	if (target.size && target.data[0] == '/')
		target = clausary_slice_part(target, 1, target.size);
	else
		clausary_buffer_add(&path, clausary_slice_of(folder));
	while (clausary_slice_starts(target, CLAUSARY_SLICE("../"))) {
		target = clausary_slice_part(target, 3, target.size);
		path.size -= path.size > 0; /* its slash */
		while (path.size && path.data[path.size - 1] != '/')
			path.size--;
	}
	if (clausary_slice_starts(target, CLAUSARY_SLICE("./")))
		target = clausary_slice_part(target, 2, target.size);
	clausary_buffer_add(&path, target);
	const char *name = clausary_arena_copy(&docx->arena, clausary_buffer_slice(&path)).data;
	clausary_buffer_finish(&path);
	return clausary_archive_has(docx->archive, name) ? name : NULL;
}

/* The field of `parts` that a relation of this type fills. */
static const char **
field_of(const lookup *search, clausary_slice type)
{
	clausary_docx_parts *parts = &search->docx->parts;
	if (search->of_package)
		return clausary_slice_ends(type, CLAUSARY_SLICE("/relationships/officeDocument"))
		               ? &parts->main
		               : NULL;
	if (clausary_slice_ends(type, CLAUSARY_SLICE("/relationships/styles")))
		return &parts->styles;
	if (clausary_slice_ends(type, CLAUSARY_SLICE("/relationships/numbering")))
		return &parts->numbering;
	if (clausary_slice_ends(type, CLAUSARY_SLICE("/relationships/footnotes")))
		return &parts->notes[0];
	if (clausary_slice_ends(type, CLAUSARY_SLICE("/relationships/endnotes")))
		return &parts->notes[1];
	if (clausary_slice_ends(type, CLAUSARY_SLICE("/relationships/settings")))
		return &parts->settings;
	return NULL;
}

static void
on_relation(void *payload, uint32_t name, const clausary_xml_attributes *attributes)
{
	const lookup *search = payload;
	if (name != CLAUSARY_DOCX_RELATIONSHIP)
		return;
	const char **field =
	        field_of(search, clausary_xml_attribute(attributes, CLAUSARY_DOCX_PLAIN_TYPE));
	clausary_slice mode = clausary_xml_attribute(attributes, CLAUSARY_DOCX_PLAIN_MODE);
	if (field && *field == NULL && !clausary_slice_equal(mode, CLAUSARY_SLICE("External")))
		*field = resolve(search->docx, search->folder,
		                 clausary_xml_attribute(attributes, CLAUSARY_DOCX_PLAIN_TARGET));
}

static void
on_type(void *payload, uint32_t name, const clausary_xml_attributes *attributes)
{
	const lookup *search = payload;
	if (name != CLAUSARY_DOCX_OVERRIDE || search->docx->parts.main)
		return;
	clausary_slice type = clausary_xml_attribute(attributes, CLAUSARY_DOCX_PLAIN_CONTENT_TYPE);
	/* "…wordprocessingml.document.main+xml", template.main+xml and the two with macros */
	if (clausary_slice_ends(type, CLAUSARY_SLICE(".main+xml")))
		search->docx->parts.main =
		        resolve(search->docx, "",
		                clausary_xml_attribute(attributes, CLAUSARY_DOCX_PLAIN_PART_NAME));
}

static void
on_end(void *payload, uint32_t name)
{
	(void)payload, (void)name;
}

static clausary_status
search_part(lookup *search, const char *part,
            void (*start)(void *, uint32_t, const clausary_xml_attributes *))
{
	clausary_xml_events events = {.start = start, .end = on_end, .payload = search};
	if (!clausary_archive_has(search->docx->archive, part))
		return CLAUSARY_OK;
	return clausary_docx_parse(search->docx, part, events, NULL);
}

static clausary_status
find_main(clausary_docx *docx)
{
	lookup search = {.docx = docx, .folder = "", .of_package = true};
	clausary_status status = search_part(&search, "_rels/.rels", on_relation);
	if (status == CLAUSARY_OK && docx->parts.main == NULL)
		status = search_part(&search, "[Content_Types].xml", on_type);
	if (status == CLAUSARY_OK && docx->parts.main == NULL)
		docx->parts.main = resolve(docx, "", CLAUSARY_SLICE("word/document.xml"));
	if (status == CLAUSARY_OK && docx->parts.main == NULL)
		return clausary_context_fail(docx->context, CLAUSARY_EFORMAT,
		                             "this is a zip archive without word/document.xml");
	return status;
}

/* Where the relations leave a part out, it is taken from where Word puts it. */
static void
find_usual(clausary_docx *docx, const char *folder, const char **field, clausary_slice usual)
{
	if (*field == NULL)
		*field = resolve(docx, folder, usual);
}

clausary_status
clausary_docx_find_parts(clausary_docx *docx)
{
	clausary_docx_parts *parts = &docx->parts;
	clausary_status status = find_main(docx);
	if (status != CLAUSARY_OK)
		return status;
	const char *name = strrchr(parts->main, '/') ? strrchr(parts->main, '/') + 1 : parts->main;
	clausary_slice before = {parts->main, (size_t)(name - parts->main)};
	const char *folder = clausary_arena_copy(&docx->arena, before).data;
	clausary_buffer relations = {0};
	clausary_buffer_print(&relations, "%s_rels/%s.rels%c", folder, name, '\0');
	lookup search = {.docx = docx, .folder = folder};
	status = search_part(&search, relations.data, on_relation);
	clausary_buffer_finish(&relations);
	find_usual(docx, folder, &parts->styles, CLAUSARY_SLICE("styles.xml"));
	find_usual(docx, folder, &parts->numbering, CLAUSARY_SLICE("numbering.xml"));
	find_usual(docx, folder, &parts->notes[0], CLAUSARY_SLICE("footnotes.xml"));
	find_usual(docx, folder, &parts->notes[1], CLAUSARY_SLICE("endnotes.xml"));
	find_usual(docx, folder, &parts->settings, CLAUSARY_SLICE("settings.xml"));
	return status;
}
