/* Bytes to UTF-8: marks, declarations, evidence, repair. */
#include "input/encoding.h"

#include "unit.h"

typedef struct hearing {
	clausary_buffer said;
	uint32_t line;
} hearing;

static void
hear(void *payload, const clausary_diagnostic *diagnostic)
{
	hearing *heard = payload;
	heard->line = diagnostic->line;
	clausary_buffer_add(&heard->said, clausary_slice_of(diagnostic->id));
	clausary_buffer_add_byte(&heard->said, ' ');
}

/* `bytes` must be read as `expected`, and `said` be said about them; `line` is that of the last
 * diagnostic. */
static void
check_declared(clausary_slice bytes, const char *declared, clausary_slice expected,
               const char *said, uint32_t line)
{
	struct clausary_context context = {0};
	hearing heard = {0};
	clausary_decoded decoded;
	clausary_context_set_sink(&context, hear, &heard);
	clausary_decode(&decoded, &context, "test", bytes, clausary_slice_of(declared));
	clausary_buffer_add_byte(&heard.said, '\0');
	ck_assert_str_eq(heard.said.data, said);
	ck_assert_uint_eq(heard.line, line);
	ck_assert_uint_eq(decoded.text.size, expected.size);
	ck_assert_mem_eq(decoded.text.data, expected.data, expected.size);
	clausary_decoded_finish(&decoded);
	clausary_buffer_finish(&heard.said);
}

#define check(bytes, expected, said, line)                                                         \
	check_declared(CLAUSARY_SLICE(bytes), "", CLAUSARY_SLICE(expected), said, line)

START_TEST(utf8_stays)
{
	check("plain", "plain", "", 0);
	check("", "", "", 0);
	check("na\xc3\xafve \xe2\x80\x93 \xf0\x9f\x98\x80",
	      "na\xc3\xafve \xe2\x80\x93 \xf0\x9f\x98\x80", "", 0);
	check("\xef\xbb\xbfmark", "\xef\xbb\xbfmark", "", 0);
	clausary_decoded decoded;
	clausary_slice given = CLAUSARY_SLICE("caf\xc3\xa9");
	clausary_decode(&decoded, NULL, "test", given, CLAUSARY_SLICE("ISO-8859-1"));
	ck_assert_ptr_eq(decoded.text.data, given.data);
	clausary_decoded_finish(&decoded);
}
END_TEST

START_TEST(byte_order_marks)
{
	check("\xff\xfe"
	      "a\0\xe9\0",
	      "a\xc3\xa9", "", 0);
	check("\xfe\xff"
	      "\0a\0\xe9",
	      "a\xc3\xa9", "", 0);
	check("\xff\xfe\0\0"
	      "a\0\0\0\xe9\0\0\0",
	      "a\xc3\xa9", "", 0);
	check("\0\0\xfe\xff"
	      "\0\0\0a\0\0\0\xe9",
	      "a\xc3\xa9", "", 0);
	check("\xff\xfe=\xd8\0\xde", "\xf0\x9f\x98\x80", "", 0);
	check("\xff\xfe"
	      "a\0x",
	      "a\xef\xbf\xbd", "broken-utf8 ", 0);
	check("\xff\xfe"
	      "a\0=\xd8x\0",
	      "a\xef\xbf\xbdx", "broken-utf8 ", 0);
}
END_TEST

START_TEST(wide_without_a_mark)
{
	check("p\0l\0a\0i\0n\0 \0t\0e\0x\0t\0", "plain text", "guessed-charset ", 1);
	check("\0p\0l\0a\0i\0n\0 \0t\0e\0x\0t", "plain text", "guessed-charset ", 1);
	check("p\0\0\0l\0\0\0a\0\0\0", "pla", "guessed-charset ", 1);
	check("\0\0\0p\0\0\0l\0\0\0a", "pla", "guessed-charset ", 1);
	check("\x3e\x04\x34\x04 \0\x34\x04\x32\x04\x30\x04.\0",
	      "\xd0\xbe\xd0\xb4 \xd0\xb4\xd0\xb2\xd0\xb0.", "guessed-charset ", 1);
}
END_TEST

START_TEST(declared_charsets)
{
	check_declared(CLAUSARY_SLICE("caf\xe9 \x93x\x94"), "ISO-8859-1",
	               CLAUSARY_SLICE("caf\xc3\xa9 \xe2\x80\x9cx\xe2\x80\x9d"), "", 0);
	check_declared(CLAUSARY_SLICE("\xcf\xf0\xe8"), "windows-1251",
	               CLAUSARY_SLICE("\xd0\x9f\xd1\x80\xd0\xb8"), "", 0);
	check_declared(CLAUSARY_SLICE("caf\xe9"), "no-such-set", CLAUSARY_SLICE("caf\xc3\xa9"),
	               "guessed-charset ", 1);
	check_declared(CLAUSARY_SLICE("caf\xe9"), "utf-8", CLAUSARY_SLICE("caf\xef\xbf\xbd"),
	               "broken-utf8 ", 1);
}
END_TEST

START_TEST(legacy_sets_are_detected)
{
	check("one\nLe r\xe8glement du port \xe9tablit les r\xe8gles de la mar\xe9"
	      "e, et le gardien du registre "
	      "r\xe9pond \xe0 chaque appel d'un navire avant l'heure de la mar\xe9"
	      "e.\n",
	      "one\nLe r\xc3\xa8glement du port \xc3\xa9tablit les r\xc3\xa8gles de la mar\xc3\xa9"
	      "e, et le "
	      "gardien du registre r\xc3\xa9pond \xc3\xa0 chaque appel d'un navire avant l'heure "
	      "de la mar\xc3\xa9"
	      "e.\n",
	      "guessed-charset ", 2);
}
END_TEST

START_TEST(broken_utf8_is_repaired)
{
	check("\xc3\xa9\xc3\xa9\xc3\xa9\n\xc3\xa9 \xff x",
	      "\xc3\xa9\xc3\xa9\xc3\xa9\n\xc3\xa9 \xef\xbf\xbd x", "broken-utf8 ", 2);
	check("\xc3\xa9 cut \xe2\x82", "\xc3\xa9 cut \xef\xbf\xbd", "broken-utf8 ", 1);
	check("\xef\xbb\xbf"
	      "caf\xe9!",
	      "\xef\xbb\xbf"
	      "caf\xef\xbf\xbd!",
	      "broken-utf8 ", 1);
}
END_TEST

START_TEST(control_characters_stay)
{
	check("a\tb\r\n\fc\n\x07 d\x7f", "a\tb\r\n\fc\n\x07 d\x7f", "control-characters ", 3);
	check("one\0two", "one\0two", "control-characters ", 1);
}
END_TEST

START_TEST(surveys_see_every_byte)
{
	char bytes[9000];
	for (size_t at = 0; at < sizeof bytes; at += 37) {
		memset(bytes, 'x', sizeof bytes);
		bytes[at] = (char)(at % 2 ? 0x1f : 0x7f);
		clausary_survey survey =
		        clausary_survey_bytes((clausary_slice){bytes, sizeof bytes});
		ck_assert_uint_eq(survey.controls, 1);
		ck_assert_uint_eq(survey.first_control, at);
		ck_assert(!survey.high && !survey.carriage && !survey.page);
		bytes[at] = (char)(at % 2 ? 0x80 : 0xff);
		ck_assert(clausary_survey_bytes((clausary_slice){bytes, sizeof bytes}).high);
		bytes[at] = at % 2 ? '\r' : '\f';
		survey = clausary_survey_bytes((clausary_slice){bytes, sizeof bytes});
		ck_assert(survey.carriage == (at % 2 == 1) && survey.page == (at % 2 == 0));
	}
}
END_TEST

UNIT_MAIN(input_encoding, utf8_stays, byte_order_marks, wide_without_a_mark, declared_charsets,
          legacy_sets_are_detected, broken_utf8_is_repaired, control_characters_stay,
          surveys_see_every_byte)
