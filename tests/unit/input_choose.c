/* Choosing a reader by content, and what is said of files that nobody reads. */
#include "input/input.h"

#include "unit.h"

static void
expect_reader(clausary_slice bytes, const char *name)
{
	struct clausary_context context = {0};
	const clausary_reader *reader = NULL;
	ck_assert_int_eq(clausary_reader_choose(&reader, &context, bytes), CLAUSARY_OK);
	ck_assert_str_eq(reader->name, name);
	clausary_buffer_finish(&context.failure);
}

/* No reader takes `bytes`, and the failure has `part`. */
static void
expect_failure(clausary_slice bytes, const char *part)
{
	struct clausary_context context = {0};
	const clausary_reader *reader = NULL;
	ck_assert_int_eq(clausary_reader_choose(&reader, &context, bytes), CLAUSARY_EFORMAT);
	ck_assert_ptr_null(reader);
	ck_assert_ptr_nonnull(strstr(clausary_context_failure(&context), part));
	clausary_buffer_finish(&context.failure);
}

#define takes(bytes, name) expect_reader(CLAUSARY_SLICE(bytes), name)
#define refuses(bytes, part) expect_failure(CLAUSARY_SLICE(bytes), part)

START_TEST(readers_by_content)
{
	takes("plain", "text");
	takes("3.1 a < b", "text");
	takes("<tag> is a word", "text");
	takes("<!doctype html><p>x", "html");
	takes("\xef\xbb\xbf\n<HTML>", "html");
	takes("<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'>", "html");
}
END_TEST

START_TEST(known_formats_are_named)
{
	refuses("", "empty");
	refuses("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "a PDF");
	refuses("%PDF-1.4\n1 0 obj", "Word, HTML or text");
	refuses("{\\rtf1\\ansi text}", "Rich Text");
	refuses("PK\3\4\24\0\0\10\0\0\0\0\0\0mimetypeapplication/vnd.oasis.opendocument.text",
	        "OpenDocument text");
	refuses("PK\3\4\24\0\0\10\0\0\0\0\0\0xl/workbook.xml", "Excel");
	refuses("PK\3\4\24\0\0\10\0\0\0\0\0\0readme.txt", "zip archive");
	refuses("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "picture");
	refuses("<?xml version='1.0'?>\n<tbx type='TBX-Basic'>", "clausary convert");
	refuses("<?xml version='1.0'?>\n<play><act/></play>", "XML");
	refuses("\1\2\3\4\5\6\7\0\0\0\0\0\1\2\3\4", "binary");
}
END_TEST

START_TEST(readers_have_names)
{
	size_t count = 0;
	for (const clausary_reader *reader; (reader = clausary_reader_at(count)) != NULL; count++) {
		ck_assert_ptr_eq(clausary_reader_named(reader->name), reader);
		ck_assert(reader->label[0] != '\0');
	}
	ck_assert_uint_ge(count, 3);
	ck_assert_ptr_null(clausary_reader_named("pdf"));
}
END_TEST

START_TEST(options_and_limits)
{
	struct clausary_context context = {0};
	clausary_document *document = NULL;
	const clausary_read_options unknown = {.format = "pdf"};
	clausary_slice large = {"x", (size_t)1 << 40};
	ck_assert_int_eq(clausary_read(&document, &context, CLAUSARY_SLICE("x"), "test", &unknown),
	                 CLAUSARY_EUSAGE);
	ck_assert_ptr_nonnull(strstr(clausary_context_failure(&context), "\"pdf\""));
	ck_assert_int_eq(clausary_read(&document, &context, large, "test", NULL), CLAUSARY_ELIMIT);
	ck_assert_ptr_null(document);
	clausary_buffer_finish(&context.failure);
}
END_TEST

UNIT_MAIN(input_choose, readers_by_content, known_formats_are_named, readers_have_names,
          options_and_limits)
