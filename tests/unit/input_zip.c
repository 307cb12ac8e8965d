/* Zip archives: entries by name, archives with fields of 64 bits, and what cannot be unpacked. */
#include "base/buffer.h"
#include "input/zip.h"
#include "write/zip_out.h"

#include "unit.h"
#include <stdlib.h>

static const char TEXT[] = "one two three one two three one two three";

static clausary_status
keep(void *payload, const char *data, size_t size)
{
	clausary_buffer_add(payload, (clausary_slice){data, size});
	return CLAUSARY_OK;
}

/* Two entries: "empty" and "word/Text.xml". */
static clausary_buffer
make_archive(void)
{
	clausary_buffer bytes = {0};
	clausary_output output = {keep, &bytes};
	clausary_sink *sink = clausary_sink_new(&output);
	clausary_zip *zip = clausary_zip_new(sink);
	clausary_zip_begin(zip, "empty");
	const clausary_output *to = clausary_zip_begin(zip, "word/Text.xml");
	to->write(to->payload, TEXT, sizeof TEXT - 1);
	ck_assert(clausary_zip_end(zip));
	clausary_sink_flush(sink);
	free(sink);
	return bytes;
}

static size_t
last_of(const clausary_buffer *bytes, const char *signature)
{
	size_t at = bytes->size - 4;
	while (memcmp(bytes->data + at, signature, 4) != 0)
		at--;
	return at;
}

/* What an entry holds, or why it cannot be read. */
static void
expect(const clausary_buffer *bytes, const char *name, const char *text, const char *damage)
{
	clausary_context context = {0};
	clausary_archive *archive;
	clausary_entry *entry;
	char got[100] = "";
	size_t size = 0;
	ck_assert_int_eq(clausary_archive_open(&archive, &context, clausary_buffer_slice(bytes)),
	                 CLAUSARY_OK);
	if (clausary_entry_open(&entry, archive, name) == CLAUSARY_OK) {
		for (int more; (more = clausary_entry_read(entry, got + size, 7)) > 0;)
			size += (size_t)more;
		ck_assert_str_eq(got, text);
		if (damage)
			ck_assert_str_eq(clausary_entry_damage(entry), damage);
		else
			ck_assert_ptr_null(clausary_entry_damage(entry));
		ck_assert_int_eq(clausary_entry_close(entry), CLAUSARY_OK);
	} else {
		clausary_buffer_add_byte(&context.failure, '\0');
		ck_assert_msg(text == NULL && strstr(context.failure.data, damage) != NULL, "%s",
		              context.failure.data);
	}
	clausary_archive_close(archive);
	clausary_buffer_finish(&context.failure);
}

START_TEST(entries_are_found_by_name)
{
	clausary_buffer bytes = make_archive();
	expect(&bytes, "word/Text.xml", TEXT, NULL);
	expect(&bytes, "WORD/text.XML", TEXT, NULL);
	expect(&bytes, "empty", "", NULL);
	expect(&bytes, "word/Text", NULL, "is missing");
	clausary_buffer_add(&bytes, CLAUSARY_SLICE("what follows the archive"));
	expect(&bytes, "word/Text.xml", TEXT, NULL);
	clausary_buffer_finish(&bytes);
}
END_TEST

static void
add_number(clausary_buffer *to, size_t size, uint64_t number)
{
	for (size_t i = 0; i < size; i++)
		clausary_buffer_add_byte(to, (char)(number >> 8 * i));
}

/* The same archive with its directory, which has the sizes of an entry as well, in 64 bits. */
START_TEST(fields_of_64_bits_are_read)
{
	clausary_buffer made = make_archive(), bytes = {0};
	size_t end = last_of(&made, "PK\5\6"), item = last_of(&made, "PK\1\2");
	uint32_t directory, packed, offset;
	memcpy(&directory, made.data + end + 16, 4);
	memcpy(&packed, made.data + item + 20, 4);
	memcpy(&offset, made.data + item + 42, 4);
	memset(made.data + item + 20, 0xff, 8);
	memset(made.data + item + 42, 0xff, 4);
	made.data[item + 30] = 5 + 28;
	clausary_buffer_add(&bytes, (clausary_slice){made.data, end});
	clausary_buffer_add(&bytes, CLAUSARY_SLICE("\x99\x99\1\0x")); /* a field of others */
	add_number(&bytes, 4, 1 | 24 << 16);
	add_number(&bytes, 8, sizeof TEXT - 1);
	add_number(&bytes, 8, packed);
	add_number(&bytes, 8, offset);
	size_t long_end = bytes.size;
	clausary_buffer_add(&bytes, CLAUSARY_SLICE("PK\6\6"));
	add_number(&bytes, 8, 44);
	add_number(&bytes, 8, 0);
	add_number(&bytes, 4, 0);
	add_number(&bytes, 8, 2);
	add_number(&bytes, 8, 2);
	add_number(&bytes, 8, long_end - directory);
	add_number(&bytes, 8, directory);
	clausary_buffer_add(&bytes, CLAUSARY_SLICE("PK\6\7"));
	add_number(&bytes, 4, 0);
	add_number(&bytes, 8, long_end);
	add_number(&bytes, 4, 1);
	clausary_buffer_add(&bytes, CLAUSARY_SLICE("PK\5\6\0\0\0\0"));
	add_number(&bytes, 4, UINT32_MAX);
	add_number(&bytes, 8, UINT64_MAX);
	add_number(&bytes, 2, 0);
	expect(&bytes, "word/Text.xml", TEXT, NULL);
	clausary_buffer_finish(&made);
	clausary_buffer_finish(&bytes);
}
END_TEST

/* One byte of the directory's last entry is another: flags, method, sum, size. */
START_TEST(what_cannot_be_unpacked_is_told)
{
	static const struct {
		size_t at;
		char byte;
		const char *text, *why;
	} CASES[] = {
	        {8, 1, NULL, "is encrypted; save the document without a password"},
	        {10, 12, NULL, "cannot be unpacked"},
	        {16, 'x', TEXT, "its checksum is wrong"},
	        {20, 5, "one ", "it is damaged in the archive"},
	        {21, 9, NULL, "cannot be unpacked"}, /* more than there is */
	        {24, 2, TEXT, "it is damaged in the archive"},
	        {42, 1, NULL, "cannot be unpacked"},
	};
	for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
		clausary_buffer bytes = make_archive();
		bytes.data[last_of(&bytes, "PK\1\2") + CASES[i].at] = CASES[i].byte;
		expect(&bytes, "word/Text.xml", CASES[i].text, CASES[i].why);
		clausary_buffer_finish(&bytes);
	}
}
END_TEST

UNIT_MAIN(input_zip, entries_are_found_by_name, fields_of_64_bits_are_read,
          what_cannot_be_unpacked_is_told)
