/* Texts that a conversion damaged: refused with the place and the cause, or told. */
#include "base/utf8.h"
#include "text_findings.h"

#include <stdio.h>

static const char SOUND[] = "يقدم حراس المصابيح في كل ميناء إلى المجلس تقريرا عن حالة الزيت الذي "
                            "تم تسليمه إليهم خلال السنة الماضية\n"
                            "وعن التدابير التي اتخذها المدير في هذا الشأن بعد موافقة الجمعية "
			    "العامة على الخطة الجديدة للمصابيح\n";

/* Read a text; returns the status, and what was said about it. */
static clausary_status
read_damaged(clausary_slice text, clausary_buffer *said)
{
	clausary_context *context;
	clausary_document *document = NULL;
	clausary_read_options options = {.format = "text"};
	ck_assert_int_eq(clausary_context_new(&context, NULL), CLAUSARY_OK);
	clausary_status status = clausary_read(&document, context, text, "test", &options);
	clausary_buffer_add(said, clausary_slice_of(clausary_context_failure(context)));
	clausary_buffer_add_byte(said, '\0');
	clausary_document_free(document);
	clausary_context_free(context);
	return status;
}

static void
expect_refused(clausary_slice text, const char *cause)
{
	clausary_buffer said = {0};
	ck_assert_int_eq(read_damaged(text, &said), CLAUSARY_EFORMAT);
	ck_assert_msg(strstr(said.data, cause) != NULL, "%s", said.data);
	ck_assert_msg(strstr(said.data, "line 1:") == said.data, "%s", said.data);
	clausary_buffer_finish(&said);
}

START_TEST(sound_text)
{
	clausary_buffer said = {0};
	ck_assert_int_eq(read_damaged(clausary_slice_of(SOUND), &said), CLAUSARY_OK);
	clausary_buffer_finish(&said);
}
END_TEST

START_TEST(letters_in_reverse)
{
	clausary_buffer text = {0};
	for (const char *line = SOUND; *line; line = strchr(line, '\n') + 1) {
		clausary_slice part = {line, (size_t)(strchr(line, '\n') - line)};
		for (size_t at = part.size; at > 0;)
			clausary_utf8_add(&text, clausary_utf8_previous(part, &at));
		clausary_buffer_add_byte(&text, '\n');
	}
	expect_refused(clausary_buffer_slice(&text), "reverse order");
	clausary_buffer_finish(&text);
}
END_TEST

START_TEST(letters_apart)
{
	clausary_buffer text = {0};
	clausary_slice sound = clausary_slice_of(SOUND);
	for (size_t at = 0; at < sound.size;) {
		clausary_utf8_add(&text, clausary_utf8_next(sound, &at));
		clausary_buffer_add_byte(&text, ' ');
	}
	expect_refused(clausary_buffer_slice(&text), "stand apart");
	clausary_buffer_finish(&text);
}
END_TEST

START_TEST(lam_and_alef_turned_round)
{
	expect_refused(clausary_slice_of("يقدم حراس األنوار في كل ميناء إلى المجلس تقريرا عن حالة "
	                                 "االتصاالت التي تم تسليمها إليهم خالل السنة وعن اإلجراءات "
	                                 "التي اتخذها المدير في هذا الشأن بعد موافقة الجمعية\n"),
	               "turned round");
}
END_TEST

static void
keep_id(void *payload, const clausary_diagnostic *diagnostic)
{
	clausary_buffer_print(payload, "%s;", diagnostic->id);
}

static void
expect_told(const char *sentence, const char *ids)
{
	clausary_context *context;
	clausary_document *document = NULL;
	clausary_read_options options = {.format = "text"};
	clausary_buffer text = {0}, told = {0};
	ck_assert_int_eq(clausary_context_new(&context, NULL), CLAUSARY_OK);
	clausary_context_set_sink(context, keep_id, &told);
	for (int i = 0; i < 12; i++)
		clausary_buffer_print(&text, "%s\n", sentence);
	ck_assert_int_eq(
	        clausary_read(&document, context, clausary_buffer_slice(&text), "test", &options),
	        CLAUSARY_OK);
	clausary_buffer_add_byte(&told, '\0');
	ck_assert_str_eq(told.data, ids);
	clausary_document_free(document);
	clausary_context_free(context);
	clausary_buffer_finish(&text);
	clausary_buffer_finish(&told);
}

START_TEST(lost_accents)
{
	expect_told("Les gardiens des feux de chaque port font rapport au conseil sur les mesures "
	            "qui ont ete "
	            "prises par le directeur pour les feux de la cote, dans les ports et dans les "
	            "iles.",
	            "lost-accents;");
	expect_told("Les gardiens des feux de chaque port font rapport au conseil sur les mesures "
	            "qui ont été "
	            "prises par le directeur pour les feux de la côte, dans les ports et dans les "
	            "îles.",
	            "");
	expect_told("The keepers of the lamps in each harbour report to the council on the "
	            "measures that were "
	            "taken by the director for the lamps of the coast, in the ports and on the "
	            "islands.",
	            "");
}
END_TEST

UNIT_MAIN(document_damage, sound_text, letters_in_reverse, letters_apart, lam_and_alef_turned_round,
          lost_accents)
