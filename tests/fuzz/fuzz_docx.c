/* The fuzzer's bytes as an Office file. A zip archive is taken as it is; anything else becomes the
 * parts of one: a line "@@ NAME" begins a part, the first is word/document.xml, which for a reader
 * of workbooks is the workbook: relations say so, not names. So the fuzzer changes XML, not
 * checksums. */
#include "fuzz.h"

#include "base/buffer.h"
#include "write/zip_out.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char types[] =
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override "
        "PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-"
        "officedocument.wordprocessingml.document.main+xml\"/></Types>";
static const char relations[] =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        "<Relationship Id=\"r\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
        "relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>";

static void
add_part(clausary_zip *archive, const char *name, const char *data, size_t size)
{
	const clausary_output *part = clausary_zip_begin(archive, name);
	part->write(part->payload, data, size);
}

/* The parts: [0], then after each line "@@ NAME". */
static void
add_parts(clausary_zip *archive, const char *data, size_t size)
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

static clausary_status
keep(void *payload, const char *data, size_t size)
{
	clausary_buffer_add(payload, (clausary_slice){data, size});
	return CLAUSARY_OK;
}

static int
packed(const uint8_t *data, size_t size)
{
	clausary_buffer bytes = {0};
	clausary_output output = {keep, &bytes};
	clausary_sink *sink = clausary_sink_new(&output);
	clausary_zip *archive = clausary_zip_new(sink);
	add_part(archive, "[Content_Types].xml", types, sizeof types - 1);
	add_part(archive, "_rels/.rels", relations, sizeof relations - 1);
	add_parts(archive, (const char *)data, size);
	FUZZ_ASSERT(clausary_zip_end(archive));
	clausary_sink_flush(sink);
	free(sink);
	int result = fuzz_one((const uint8_t *)bytes.data, bytes.size);
	clausary_buffer_finish(&bytes);
	return result;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size >= 4 && memcmp(data, "PK\3\4", 4) == 0)
		return fuzz_one(data, size);
	return packed(data, size);
}
