/* The parts of an Excel workbook: which sheets there are, the strings that cells share, and which
 * formats show dates. Where a part is missing, what would need it is empty. */
#include "transfer/workbook.h"

#include "base/limits.h"

enum { NONE, S, R, PACKAGE };

static const clausary_xml_space SPACES[] = {
        {"http://schemas.openxmlformats.org/spreadsheetml/2006/main", S},
        {"http://purl.oclc.org/ooxml/spreadsheetml/main", S},
        {"http://schemas.openxmlformats.org/officeDocument/2006/relationships", R},
        {"http://purl.oclc.org/ooxml/officeDocument/relationships", R},
        {"http://schemas.openxmlformats.org/package/2006/relationships", PACKAGE},
};

static const clausary_xml_name NAMES[CLAUSARY_WORKBOOK_NAME_COUNT] = {{"", NONE},
#define X(NAME, name, space) {name, space},
                                                                      CLAUSARY_WORKBOOK_NAMES(X)
#undef X
};

static const clausary_xml_vocabulary VOCABULARY = {
        .spaces = SPACES,
        .space_count = sizeof SPACES / sizeof SPACES[0],
        .names = NAMES,
        .name_count = CLAUSARY_WORKBOOK_NAME_COUNT,
};

clausary_status
clausary_workbook_parse(clausary_workbook *workbook, const char *part, clausary_xml_events events)
{
	return clausary_package_parse(&workbook->package, &VOCABULARY, part, events, NULL);
}

static void
on_no_end(void *payload, uint32_t name)
{
	(void)payload, (void)name;
}

/* What is being looked for in the relations of the package or of the workbook. */
typedef struct lookup {
	clausary_workbook *workbook;
	const char *folder; /* of the part whose relations these are */
	const char *main;   /* the workbook, by the relations of the package */
	clausary_map ids;   /* of sheets -> place in `targets` */
	CLAUSARY_ARRAY(clausary_slice) targets;
} lookup;

static const char *
resolve(lookup *search, clausary_slice target)
{
	return clausary_package_resolve(&search->workbook->package, &search->workbook->arena,
	                                search->folder, target);
}

static void
on_relation(void *payload, uint32_t name, const clausary_xml_attributes *attributes)
{
	lookup *search = payload;
	clausary_workbook *workbook = search->workbook;
	if (name != CLAUSARY_WORKBOOK_RELATIONSHIP)
		return;
	clausary_slice type =
	        clausary_xml_attribute(attributes, CLAUSARY_WORKBOOK_RELATIONSHIP_TYPE);
	clausary_slice target = clausary_xml_attribute(attributes, CLAUSARY_WORKBOOK_TARGET);
	clausary_slice id = clausary_xml_attribute(attributes, CLAUSARY_WORKBOOK_RELATIONSHIP_ID);
	if (clausary_slice_ends(type, CLAUSARY_SLICE("/officeDocument")) && !search->main) {
		search->main = resolve(search, target);
	} else if (clausary_slice_ends(type, CLAUSARY_SLICE("/sharedStrings"))) {
		if (!workbook->strings_part)
			workbook->strings_part = resolve(search, target);
	} else if (clausary_slice_ends(type, CLAUSARY_SLICE("/styles"))) {
		if (!workbook->styles_part)
			workbook->styles_part = resolve(search, target);
	} else if (clausary_slice_ends(type, CLAUSARY_SLICE("/worksheet")) && id.size
	           && clausary_map_get(&search->ids, id) == CLAUSARY_NONE) {
		clausary_map_put(&search->ids, clausary_arena_copy(&workbook->arena, id),
		                 (uint32_t)search->targets.count);
		clausary_array_push(&search->targets,
		                    clausary_arena_copy(&workbook->arena, target));
	}
}

static void
on_sheet(void *payload, uint32_t name, const clausary_xml_attributes *attributes)
{
	lookup *search = payload;
	clausary_workbook *workbook = search->workbook;
	if (name == CLAUSARY_WORKBOOK_WORKBOOK_PROPERTIES) {
		clausary_slice since =
		        clausary_xml_attribute(attributes, CLAUSARY_WORKBOOK_SINCE_1904);
		workbook->since_1904 = since.size && clausary_xml_is_on(since);
	}
	if (name != CLAUSARY_WORKBOOK_SHEET)
		return;
	clausary_slice id = clausary_xml_attribute(attributes, CLAUSARY_WORKBOOK_RELATION);
	uint32_t at = id.size ? clausary_map_get(&search->ids, id) : CLAUSARY_NONE;
	const char *part = at == CLAUSARY_NONE ? NULL : resolve(search, search->targets.items[at]);
	if (part == NULL)
		return;
	clausary_slice shown = clausary_xml_attribute(attributes, CLAUSARY_WORKBOOK_NAME);
	clausary_array_push(&workbook->sheets,
	                    ((clausary_sheet){clausary_arena_copy(&workbook->arena, shown), part}));
}

static clausary_status
parse_if_there(lookup *search, const char *part,
               void (*start)(void *, uint32_t, const clausary_xml_attributes *))
{
	clausary_xml_events events = {.start = start, .end = on_no_end, .payload = search};
	if (!clausary_archive_has(search->workbook->package.archive, part))
		return CLAUSARY_OK;
	return clausary_workbook_parse(search->workbook, part, events);
}

static clausary_status
find_sheets(lookup *search)
{
	clausary_workbook *workbook = search->workbook;
	search->folder = "";
	clausary_status status = parse_if_there(search, "_rels/.rels", on_relation);
	if (status == CLAUSARY_OK && !search->main)
		search->main = resolve(search, CLAUSARY_SLICE("xl/workbook.xml"));
	if (status != CLAUSARY_OK)
		return status;
	if (!search->main)
		return clausary_context_fail(workbook->package.context, CLAUSARY_EFORMAT,
		                             "this is a zip archive without xl/workbook.xml");
	status = parse_if_there(
	        search, clausary_package_relations(&workbook->arena, search->main, &search->folder),
	        on_relation);
	if (status == CLAUSARY_OK)
		status = parse_if_there(search, search->main, on_sheet);
	return status;
}

/* Reading shared strings: runs of one string are one text, what says how to pronounce them none. */
typedef struct string_reading {
	clausary_workbook *workbook;
	bool in_text, in_phonetic;
	size_t start;
} string_reading;

static void
on_string_start(void *payload, uint32_t name, const clausary_xml_attributes *attributes)
{
	string_reading *reading = payload;
	(void)attributes;
	if (name == CLAUSARY_WORKBOOK_STRING)
		reading->start = reading->workbook->strings.size;
	reading->in_text |= name == CLAUSARY_WORKBOOK_TEXT;
	reading->in_phonetic |= name == CLAUSARY_WORKBOOK_PHONETIC;
}

static void
on_string_end(void *payload, uint32_t name)
{
	string_reading *reading = payload;
	clausary_workbook *workbook = reading->workbook;
	if (name == CLAUSARY_WORKBOOK_TEXT)
		reading->in_text = false;
	if (name == CLAUSARY_WORKBOOK_PHONETIC)
		reading->in_phonetic = false;
	if (name != CLAUSARY_WORKBOOK_STRING)
		return;
	clausary_cell_unescape(&workbook->strings, reading->start);
	clausary_array_push(&workbook->ends, (uint32_t)workbook->strings.size);
}

static void
on_string_text(void *payload, clausary_slice text)
{
	string_reading *reading = payload;
	if (reading->in_text && !reading->in_phonetic)
		clausary_buffer_add(&reading->workbook->strings, text);
}

static clausary_status
read_strings(clausary_workbook *workbook)
{
	string_reading reading = {.workbook = workbook};
	clausary_xml_events events = {.start = on_string_start,
	                              .end = on_string_end,
	                              .text = on_string_text,
	                              .payload = &reading};
	if (!workbook->strings_part)
		return CLAUSARY_OK;
	return clausary_workbook_parse(workbook, workbook->strings_part, events);
}

/* Reading formats: those of the file come before the cells' that name them. */
typedef struct style_reading {
	clausary_workbook *workbook;
	clausary_map dates; /* numbers of formats of the file, as written, that show dates */
	bool in_cells;
} style_reading;

/* The formats that every workbook has, 18.8.30: 14 to 22 and 45 to 47 are dates and times, and so
 * are those of East Asia. */
static bool
is_known_date(int32_t id)
{
	return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47)
	       || (id >= 50 && id <= 58);
}

static void
on_style_start(void *payload, uint32_t name, const clausary_xml_attributes *attributes)
{
	style_reading *reading = payload;
	clausary_workbook *workbook = reading->workbook;
	clausary_slice id = clausary_xml_attribute(attributes, CLAUSARY_WORKBOOK_FORMAT_ID);
	reading->in_cells |= name == CLAUSARY_WORKBOOK_CELL_FORMATS;
	if (name == CLAUSARY_WORKBOOK_FORMAT && id.size
	    && clausary_is_date_format(
	            clausary_xml_attribute(attributes, CLAUSARY_WORKBOOK_FORMAT_CODE))
	    && clausary_map_get(&reading->dates, id) == CLAUSARY_NONE)
		clausary_map_put(&reading->dates, clausary_arena_copy(&workbook->arena, id), 1);
	if (name == CLAUSARY_WORKBOOK_CELL_FORMAT && reading->in_cells
	    && workbook->are_dates.count < CLAUSARY_LIMIT_STYLES)
		clausary_array_push(
		        &workbook->are_dates,
		        is_known_date(clausary_xml_number(id, 0, 65535, 0))
		                || (id.size
		                    && clausary_map_get(&reading->dates, id) != CLAUSARY_NONE));
}

static void
on_style_end(void *payload, uint32_t name)
{
	style_reading *reading = payload;
	if (name == CLAUSARY_WORKBOOK_CELL_FORMATS)
		reading->in_cells = false;
}

static clausary_status
read_styles(clausary_workbook *workbook)
{
	style_reading reading = {.workbook = workbook};
	clausary_xml_events events = {
	        .start = on_style_start, .end = on_style_end, .payload = &reading};
	if (!workbook->styles_part)
		return CLAUSARY_OK;
	clausary_status status = clausary_workbook_parse(workbook, workbook->styles_part, events);
	clausary_map_finish(&reading.dates);
	return status;
}

clausary_status
clausary_workbook_open(clausary_workbook *workbook, clausary_context *context, const char *name,
                       clausary_slice bytes)
{
	lookup search = {.workbook = workbook};
	*workbook = (clausary_workbook){.package = {.context = context, .name = name}};
	clausary_status status = clausary_archive_open(&workbook->package.archive, context, bytes);
	if (status == CLAUSARY_OK)
		status = find_sheets(&search);
	clausary_map_finish(&search.ids);
	clausary_array_finish(&search.targets);
	if (status == CLAUSARY_OK)
		status = read_strings(workbook);
	if (status == CLAUSARY_OK)
		status = read_styles(workbook);
	return status;
}

void
clausary_workbook_close(clausary_workbook *workbook)
{
	clausary_archive_close(workbook->package.archive);
	clausary_array_finish(&workbook->sheets);
	clausary_buffer_finish(&workbook->strings);
	clausary_array_finish(&workbook->ends);
	clausary_array_finish(&workbook->are_dates);
	clausary_arena_finish(&workbook->arena);
}
