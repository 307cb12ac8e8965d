/* The package around a Word document: which part is which. */
#include "input/docx.h"
#include "input/package.h"

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

static clausary_package
package_of(const clausary_docx *docx)
{
	return (clausary_package){docx->context, docx->archive,
	                          clausary_builder_name(docx->builder)};
}

clausary_status
clausary_docx_parse(clausary_docx *docx, const char *part, clausary_xml_events events,
                    bool *damaged)
{
	clausary_package package = package_of(docx);
	return clausary_package_parse(&package, &clausary_docx_vocabulary, part, events, damaged);
}

/* What is being looked for while a part of relations or types is parsed. */
typedef struct lookup {
	clausary_docx *docx;
	const char *folder; /* of the part whose relations these are, "word/" */
	bool of_package;
} lookup;

static const char *
resolve(clausary_docx *docx, const char *folder, clausary_slice target)
{
	clausary_package package = package_of(docx);
	return clausary_package_resolve(&package, &docx->arena, folder, target);
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
	const char *folder,
	        *relations = clausary_package_relations(&docx->arena, parts->main, &folder);
	lookup search = {.docx = docx, .folder = folder};
	status = search_part(&search, relations, on_relation);
	find_usual(docx, folder, &parts->styles, CLAUSARY_SLICE("styles.xml"));
	find_usual(docx, folder, &parts->numbering, CLAUSARY_SLICE("numbering.xml"));
	find_usual(docx, folder, &parts->notes[0], CLAUSARY_SLICE("footnotes.xml"));
	find_usual(docx, folder, &parts->notes[1], CLAUSARY_SLICE("endnotes.xml"));
	find_usual(docx, folder, &parts->settings, CLAUSARY_SLICE("settings.xml"));
	return status;
}
