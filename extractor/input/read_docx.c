/* Word documents: Office Open XML (ISO/IEC 29500, strict and transitional), with or without macros,
 * and templates. Heads, feet, comments and pictures are left out. */
#include "input/docx.h"
#include "input/reader.h"

enum { LOOKED_AT = 65536 }; /* bytes at either end */

static clausary_slice
front_of(clausary_slice bytes)
{
	return clausary_slice_part(bytes, 0, bytes.size < LOOKED_AT ? bytes.size : LOOKED_AT);
}

static clausary_slice
end_of(clausary_slice bytes)
{
	return clausary_slice_part(bytes, bytes.size < LOOKED_AT ? 0 : bytes.size - LOOKED_AT,
	                           bytes.size);
}

static bool
mentions(clausary_slice bytes, clausary_slice words)
{
	return clausary_slice_find(front_of(bytes), words) != SIZE_MAX
	       || clausary_slice_find(end_of(bytes), words) != SIZE_MAX;
}

/* Word's older format, and what Word wraps an encrypted document in ([MS-CFB]). */
static bool
is_compound(clausary_slice bytes)
{
	return clausary_slice_starts(bytes, CLAUSARY_SLICE("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"));
}

/* "EncryptedPackage" in UTF-16; the terminating zero of the literal is its last byte. */
static bool
is_encrypted(clausary_slice bytes)
{
	static const char NAME[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
	return is_compound(bytes) && mentions(bytes, (clausary_slice){NAME, sizeof NAME});
}

static int
bid(clausary_slice bytes)
{
	if (clausary_slice_starts(bytes, CLAUSARY_SLICE("PK\3\4")))
		return mentions(bytes, CLAUSARY_SLICE("word/")) ? 90 : 0;
	return is_encrypted(bytes) ? 60 : 0; /* to say so */
}

static clausary_status
refuse_compound(clausary_builder *builder, clausary_slice bytes)
{
	return clausary_context_fail(
	        clausary_builder_context(builder), CLAUSARY_EFORMAT, "%s",
	        is_encrypted(bytes)
	                ? "an encrypted document; open it with its password and save it without one"
	                : "an old Office file; save it as .docx");
}

static clausary_status
read_parts(clausary_docx *docx)
{
	clausary_status status = clausary_docx_find_parts(docx);
	if (status == CLAUSARY_OK)
		status = clausary_docx_read_styles(docx);
	if (status == CLAUSARY_OK)
		status = clausary_docx_read_numbering(docx);
	if (status == CLAUSARY_OK)
		status = clausary_docx_read_notes(docx);
	if (status != CLAUSARY_OK)
		return status;
	if (docx->language.size)
		clausary_builder_language(docx->builder, docx->language);
	return clausary_docx_read_main(docx);
}

static clausary_status
read(clausary_builder *builder, clausary_slice bytes, const clausary_read_options *options)
{
	clausary_docx docx = {.builder = builder,
	                      .context = clausary_builder_context(builder),
	                      .changes = options ? options->changes : CLAUSARY_CHANGES_FINAL};
	if (is_compound(bytes))
		return refuse_compound(builder, bytes);
	clausary_status status = clausary_archive_open(&docx.archive, docx.context, bytes);
	if (status != CLAUSARY_OK)
		return status;
	status = read_parts(&docx);
	clausary_archive_close(docx.archive);
	clausary_docx_notes_finish(&docx.notes[0]);
	clausary_docx_notes_finish(&docx.notes[1]);
	clausary_docx_numbering_finish(&docx.numbering);
	clausary_array_finish(&docx.styles.items);
	clausary_map_finish(&docx.styles.by_id);
	clausary_arena_finish(&docx.arena);
	return status;
}

const clausary_reader clausary_reader_docx = {
        .name = "docx",
        .label = "Word document (Office Open XML)",
        .bid = bid,
        .read = read,
};
