/* The fuzzer's bytes as an Office file. A zip archive is taken as it is; anything else becomes the
 * parts of one: a line "@@ NAME" begins a part, the first is word/document.xml, which for a reader
 * of workbooks is the workbook: relations say so, not names. So the fuzzer changes XML, not
 * checksums. */
#include "fuzz.h"

#include <string.h>
#include <zip.h>

static const char types[] =
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override "
        "PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-"
        "officedocument.wordprocessingml.document.main+xml\"/></Types>";
static const char relations[] =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        "<Relationship Id=\"r\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
        "relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>";

static void
add_part(zip_t *archive, const char *name, const void *data, size_t size)
{
	zip_source_t *source = zip_source_buffer(archive, data, size, 0);
	if (source && zip_file_add(archive, name, source, ZIP_FL_OVERWRITE | ZIP_FL_ENC_UTF_8) < 0)
		zip_source_free(source);
}

/* The parts: [0], then after each line "@@ NAME". */
static void
add_parts(zip_t *archive, const char *data, size_t size)
{
	char name[64] = "word/document.xml";
	while (size > 0) {
		const char *next = memmem(data, size, "\n@@ ", 4);
		size_t part = next ? (size_t)(next - data) : size;
		add_part(archive, name, data, part);
		if (!next)
			return;
		data += part + 4;
		size -= part + 4;
		const char *stop = memchr(data, '\n', size);
		size_t length = stop ? (size_t)(stop - data) : size;
		snprintf(name, sizeof name, "%.*s", (int)(length < 63 ? length : 63), data);
		data += length;
		size -= length;
	}
}

static int
packed(const uint8_t *data, size_t size)
{
	zip_error_t error;
	zip_error_init(&error);
	zip_source_t *source = zip_source_buffer_create(NULL, 0, 0, &error);
	zip_t *archive = source ? zip_open_from_source(source, ZIP_TRUNCATE, &error) : NULL;
	FUZZ_ASSERT(archive);
	zip_source_keep(source);
	add_part(archive, "[Content_Types].xml", types, sizeof types - 1);
	add_part(archive, "_rels/.rels", relations, sizeof relations - 1);
	add_parts(archive, (const char *)data, size);
	int result = 0;
	zip_stat_t status;
	if (zip_close(archive) != 0) {
		zip_discard(archive);
	} else if (zip_source_open(source) == 0) {
		zip_stat_init(&status);
		FUZZ_ASSERT(zip_source_stat(source, &status) == 0);
		uint8_t *bytes = malloc(status.size + 1);
		FUZZ_ASSERT(bytes
		            && zip_source_read(source, bytes, status.size)
		                       == (zip_int64_t)status.size);
		zip_source_close(source);
		result = fuzz_one(bytes, status.size);
		free(bytes);
	}
	zip_source_free(source);
	return result;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size >= 4 && memcmp(data, "PK\3\4", 4) == 0)
		return fuzz_one(data, size);
	return packed(data, size);
}
