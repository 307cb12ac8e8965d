/* Formats that people hand in and no reader takes, by their magic numbers: the message can then say
 * what to do. */
#include "input/input.h"

typedef struct magic {
	clausary_slice bytes;
	size_t at;
	clausary_foreign format;
} magic;

#define EXPORT "save it as Word (.docx), HTML or text"
#define UNPACK "unpack it and give the files inside"

static const magic MAGICS[] = {
        {{"%PDF-", 5}, 0, {"a PDF", "export it as Word, HTML or text"}},
        {{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8},
	 0,
	 {"an old Office file (.doc, .xls or .ppt)", EXPORT}},
        {{"{\\rtf", 5}, 0, {"a Rich Text Format file", EXPORT}},
        {{"\xff"
	  "WPC",
	  4},
	 0,
	 {"a WordPerfect file", EXPORT}},
        {{"%!PS", 4},
	 0,
	 {"a PostScript file", "export the document it was made from as Word, HTML or text"}},
        {{"\x1f\x8b", 2}, 0, {"a gzip archive", UNPACK}},
        {{"BZh", 3}, 0, {"a bzip2 archive", UNPACK}},
        {{"\xfd"
	  "7zXZ",
	  5},
	 0,
	 {"an xz archive", UNPACK}},
        {{"7z\xbc\xaf\x27\x1c", 6}, 0, {"a 7-Zip archive", UNPACK}},
        {{"Rar!\x1a\x07", 6}, 0, {"a RAR archive", UNPACK}},
        {{"\x28\xb5\x2f\xfd", 4}, 0, {"a Zstandard archive", UNPACK}},
        {{"ustar", 5}, 257, {"a tar archive", UNPACK}},
        {{"\x89PNG", 4}, 0, {"a picture (PNG)", NULL}},
        {{"\xff\xd8\xff", 3}, 0, {"a picture (JPEG)", NULL}},
        {{"GIF8", 4}, 0, {"a picture (GIF)", NULL}},
        {{"II*\0", 4}, 0, {"a picture (TIFF)", NULL}},
        {{"MM\0*", 4}, 0, {"a picture (TIFF)", NULL}},
        {{"\x7f"
	  "ELF",
	  4},
	 0,
	 {"a program", NULL}},
        {{"MZ\x90\0", 4}, 0, {"a program", NULL}},
        {{"SQLite format 3", 15}, 0, {"an SQLite database", NULL}},
};

/* Kinds of zip archive, by a name that stands in one of the first entries; the first hit counts. */
static const struct {
	clausary_slice name;
	clausary_foreign format;
} ARCHIVES[] = {
        {{"mimetypeapplication/vnd.oasis.opendocument.text", 47}, {"an OpenDocument text", EXPORT}},
        {{"mimetypeapplication/vnd.oasis.opendocument", 42}, {"an OpenDocument file", EXPORT}},
        {{"mimetypeapplication/epub+zip", 28},
	 {"an EPUB book", "unpack it and give the HTML files inside"}},
        {{"xl/workbook", 11},
	 {"an Excel workbook",
	  "if it holds terms, `clausary convert` reads it; if it holds text, save that as text"}},
        {{"ppt/presentation", 16},
	 {"a PowerPoint presentation", "save its outline as Word (.docx) or text"}},
        {{"word/", 5}, {"a damaged Word document", "open it in Word and save it again"}},
};

static clausary_foreign
archive(clausary_slice bytes)
{
	enum { LOOKED_AT = 65536 };
	clausary_slice head =
	        clausary_slice_part(bytes, 0, bytes.size < LOOKED_AT ? bytes.size : LOOKED_AT);
	size_t tail = bytes.size - head.size;
	clausary_slice end = clausary_slice_part(bytes, tail, bytes.size);
	for (size_t i = 0; i < sizeof ARCHIVES / sizeof *ARCHIVES; i++)
		if (clausary_slice_find(head, ARCHIVES[i].name) != SIZE_MAX
		    || clausary_slice_find(end, ARCHIVES[i].name) != SIZE_MAX)
			return ARCHIVES[i].format;
	return (clausary_foreign){"a zip archive without a Word document in it", UNPACK};
}

/* Roots of termbases, as their start tags begin. */
static bool
is_termbase(clausary_slice bytes)
{
	enum { LOOKED_AT = 4096 };
	static const char *const roots[] = {"<tbx ", "<tbx>", "<martif", "<TBX", "<mtf>", "<mtf "};
	clausary_slice head =
	        clausary_slice_part(bytes, 0, bytes.size < LOOKED_AT ? bytes.size : LOOKED_AT);
	for (size_t i = 0; i < sizeof roots / sizeof *roots; i++)
		if (clausary_slice_find(head, clausary_slice_of(roots[i])) != SIZE_MAX)
			return true;
	return false;
}

/* XML that is not XHTML: the reader of HTML has not taken it. */
static bool
is_xml(clausary_slice bytes)
{
	if (clausary_slice_starts(bytes, CLAUSARY_SLICE("\xef\xbb\xbf")))
		bytes = clausary_slice_part(bytes, 3, bytes.size);
	return clausary_slice_starts(clausary_slice_trim(bytes), CLAUSARY_SLICE("<?xml"));
}

clausary_foreign
clausary_foreign_format(clausary_slice bytes)
{
	for (size_t i = 0; i < sizeof MAGICS / sizeof *MAGICS; i++) {
		size_t end = MAGICS[i].at + MAGICS[i].bytes.size;
		if (bytes.size >= end
		    && memcmp(bytes.data + MAGICS[i].at, MAGICS[i].bytes.data, MAGICS[i].bytes.size)
		               == 0)
			return MAGICS[i].format;
	}
	if (clausary_slice_starts(bytes, CLAUSARY_SLICE("PK\3\4"))
	    || clausary_slice_starts(bytes, CLAUSARY_SLICE("PK\5\6")))
		return archive(bytes);
	if ((is_xml(bytes) || clausary_slice_starts(bytes, CLAUSARY_SLICE("<")))
	    && is_termbase(bytes))
		return (clausary_foreign){"a termbase", "`clausary convert` reads it"};
	if (is_xml(bytes))
		return (clausary_foreign){"XML of a kind that is not read", EXPORT};
	return (clausary_foreign){NULL, NULL};
}
