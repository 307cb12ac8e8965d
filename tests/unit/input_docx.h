/* For the tests of the Word reader: a document is made in memory from XML, read, and printed block
 * by block. */
#ifndef CLAUSARY_TEST_INPUT_DOCX_H
#define CLAUSARY_TEST_INPUT_DOCX_H

#include "document/builder_private.h"
#include "input/reader.h"

#include "unit.h"
#include <stdlib.h>
#include <zip.h>

extern const clausary_reader clausary_reader_docx;

#define SPACES                                                                                     \
	"xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "                \
	"xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" "                  \
	"xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "                \
	"xmlns:v=\"urn:schemas-microsoft-com:vml\""
#define DOCUMENT(body) "<w:document " SPACES "><w:body>" body "</w:body></w:document>"
#define STYLES(styles) "<w:styles " SPACES ">" styles "</w:styles>"
#define NUMBERING(numbers) "<w:numbering " SPACES ">" numbers "</w:numbering>"
#define FOOTNOTES(notes) "<w:footnotes " SPACES ">" notes "</w:footnotes>"
#define R(text) "<w:r><w:t xml:space=\"preserve\">" text "</w:t></w:r>"
#define P(text) "<w:p>" R(text) "</w:p>"

/* A part of the archive; the name says which. */
typedef struct part {
	const char *name;
	const char *text;
	size_t size; /* 0: the text ends with a NUL */
} part;

/* What reading gave. */
typedef struct result {
	clausary_status status;
	clausary_buffer blocks;      /* printed, NUL-terminated */
	clausary_buffer diagnostics; /* ids, one a line, NUL-terminated */
	clausary_buffer failure;
} result;

static inline clausary_buffer
make_archive(const part *parts, size_t count)
{
	zip_error_t error;
	zip_error_init(&error);
	zip_source_t *source = zip_source_buffer_create(NULL, 0, 0, &error);
	zip_source_keep(source);
	zip_t *zip = zip_open_from_source(source, ZIP_TRUNCATE, &error);
	for (size_t i = 0; i < count; i++) {
		size_t size = parts[i].size ? parts[i].size : strlen(parts[i].text);
		zip_source_t *text = zip_source_buffer(zip, parts[i].text, size, 0);
		zip_int64_t index = zip_file_add(zip, parts[i].name, text, 0);
		zip_file_set_mtime(zip, (zip_uint64_t)index, 315532800, 0);
	}
	ck_assert_int_eq(zip_close(zip), 0);
	clausary_buffer bytes = {0};
	zip_stat_t about;
	zip_source_stat(source, &about);
	clausary_buffer_reserve(&bytes, about.size);
	zip_source_open(source);
	bytes.size = (size_t)zip_source_read(source, bytes.data, about.size);
	zip_source_close(source);
	zip_source_free(source);
	return bytes;
}

static inline void
note_diagnostic(void *payload, const clausary_diagnostic *diagnostic)
{
	clausary_buffer_print(payload, "%s\n", diagnostic->id);
}

/* "heading1#* 1.2|Text": kind, level, flags, label, text; cells have [table:row:column]. Flags: #
 * numbered,
 * - bullet, * strong, / emphasis, = centred, ! title, ^ head cell, + continues. */
static inline void
print_block(clausary_buffer *to, const clausary_document *document, const clausary_block *block)
{
	static const char *const KINDS[] = {"paragraph", "heading",     "item",     "cell",
	                                    "term",      "description", "note",     "caption",
	                                    "quote",     "code",        "contents", "furniture"};
	static const char FLAGS[] = "+*/=^#-!";
	clausary_slice text = clausary_slice_span(clausary_document_text(document), block->span);
	size_t label = block->label.end - block->label.start;
	clausary_buffer_print(to, "%s", KINDS[block->kind]);
	if (block->level)
		clausary_buffer_print(to, "%u", block->level);
	if (block->table)
		clausary_buffer_print(to, "[%u:%u:%u]", block->table, block->row, block->column);
	for (size_t i = 0; i < 8; i++)
		if (block->flags >> i & 1)
			clausary_buffer_add_byte(to, FLAGS[i]);
	clausary_buffer_add_byte(to, ' ');
	if (label) {
		clausary_buffer_add(to, clausary_slice_part(text, 0, label));
		ck_assert_int_eq(text.data[label], '\t');
		text = clausary_slice_part(text, label + 1, text.size);
	}
	clausary_buffer_add_byte(to, '|');
	clausary_buffer_add(to, text);
	clausary_buffer_add_byte(to, '\n');
}

/* "*2-5": a mark and its place in the text, after the blocks. */
static inline void
print_marks(clausary_buffer *to, const clausary_document *document)
{
	for (size_t i = 0; i < document->marks.count; i++) {
		const clausary_mark *mark = &document->marks.items[i];
		clausary_slice text =
		        clausary_slice_span(clausary_document_text(document), mark->span);
		clausary_buffer_print(to, "%c", mark->kind == CLAUSARY_MARK_STRONG ? '*' : '/');
		clausary_buffer_add(to, text);
		clausary_buffer_add_byte(to, '\n');
	}
}

static inline result
read_bytes(clausary_slice bytes, clausary_changes changes, bool marks)
{
	result got = {0};
	clausary_context context = {.sink = note_diagnostic, .sink_payload = &got.diagnostics};
	clausary_read_options options = {.changes = changes};
	clausary_builder *builder = clausary_builder_new(&context, "test.docx");
	got.status = clausary_reader_docx.read(builder, bytes, &options);
	clausary_document *document = clausary_builder_finish(builder);
	for (size_t i = 0; i < document->blocks.count && !marks; i++)
		print_block(&got.blocks, document, &document->blocks.items[i]);
	if (marks)
		print_marks(&got.blocks, document);
	clausary_document_free(document);
	got.failure = context.failure;
	clausary_buffer_add_byte(&got.blocks, '\0');
	clausary_buffer_add_byte(&got.diagnostics, '\0');
	return got;
}

static inline void
finish_result(result *got)
{
	clausary_buffer_finish(&got->blocks);
	clausary_buffer_finish(&got->diagnostics);
	clausary_buffer_finish(&got->failure);
}

static inline result
read_archive(const part *parts, size_t count, clausary_changes changes, bool marks)
{
	clausary_buffer bytes = make_archive(parts, count);
	result got = read_bytes(clausary_buffer_slice(&bytes), changes, marks);
	clausary_buffer_finish(&bytes);
	return got;
}

static inline void
expect(result got, const char *blocks, const char *diagnostics)
{
	ck_assert_msg(got.status == CLAUSARY_OK, "%s", got.failure.size ? got.failure.data : "");
	ck_assert_str_eq(got.blocks.data, blocks);
	ck_assert_str_eq(got.diagnostics.data, diagnostics);
	finish_result(&got);
}

/* Read the parts (an array) and compare the blocks. */
#define EXPECT(parts, changes, blocks)                                                             \
	expect(read_archive((parts), sizeof(parts) / sizeof *(parts), (changes), false), (blocks), \
	       "")

/* Read a document that is only a body and compare the blocks. */
#define EXPECT_BODY(body, blocks)                                                                  \
	do {                                                                                       \
		const part parts[] = {{.name = "word/document.xml", .text = DOCUMENT(body)}};      \
		EXPECT(parts, CLAUSARY_CHANGES_FINAL, blocks);                                     \
	} while (0)

#endif
