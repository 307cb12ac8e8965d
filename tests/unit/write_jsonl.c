/* The lines of a stream: every field, spans in code points, escaping. */
#include "glossary_fixture.h"
#include "unit.h"
#include "write/sink.h"

#include <inttypes.h>

static clausary_context context;

static void
wants(const char *out, const char *line)
{
	ck_assert_msg(strstr(out, line) != NULL, "lacks %s in\n%s", line, out);
}

START_TEST(all_lines)
{
	static const clausary_slice notes[] = {CLAUSARY_SLICE("NOTE 1"),
	                                       CLAUSARY_SLICE("NOTE \"2\"")};
	fixture f, *all[] = {&f};
	clausary_buffer out = {0};
	fixture_start(&f, &context, "r\"1", "en", "");
	uint32_t a = fixture_clause(&f, "recalling/a", "recalling a)", "a)",
	                            "é the harbour \ncouncil (HCs) says €HC\t;");
	uint32_t b =
	        fixture_clause(&f, "recalling/b", "recalling", "", "tide gate: moved by tides");
	fixture_pair(&f, a, "HCs", "HC", "harbour \ncouncil", 0.976f);
	f.findings.pairs.items[0].text = CLAUSARY_SLICE("harbour council");
	f.document.clauses.items[a].role = CLAUSARY_SLICE("recalling");
	clausary_definition *definition = fixture_definition(&f, b, "tide gate", "moved by tides");
	definition->source = CLAUSARY_SLICE("[X.9]");
	definition->notes = notes;
	definition->note_count = 2;
	definition->elsewhere = 1;
	definition->confidence = 1;
	fixture_mentions(&f);
	ck_assert_int_eq(fixture_write(&out, &context, "jsonl", NULL, all, 1), CLAUSARY_OK);
	wants(out.data, "{\"type\":\"clause\",\"document\":\"r\\\"1\",\"key\":\"recalling/"
	                "a\",\"label\":\"a)\","
	                "\"role\":\"recalling\",\"span\":[0,42]}\n");
	wants(out.data,
	      "{\"type\":\"clause\",\"document\":\"r\\\"1\",\"key\":\"recalling/b\",\"label\":\"\","
	      "\"role\":\"\",\"span\":[43,68]}\n");
	wants(out.data, "{\"type\":\"pair\",\"document\":\"r\\\"1\",\"short\":\"HCs\",\"long\":"
	                "\"harbour council\","
	                "\"clause\":\"recalling/a\",\"short_span\":[27,30],\"long_span\":[9,25],"
	                "\"rule\":\"long-then-short\",\"confidence\":0.98}\n");
	wants(out.data,
	      "{\"type\":\"mention\",\"document\":\"r\\\"1\",\"kind\":\"acronym\",\"form\":\"HCs\","
	      "\"of\":\"HC\",\"clause\":\"recalling/a\",\"span\":[27,30]}\n");
	wants(out.data, "{\"type\":\"mention\",\"document\":\"r\\\"1\",\"kind\":\"expansion\","
	                "\"form\":\"harbour council\",");
	wants(out.data,
	      "{\"type\":\"definition\",\"document\":\"r\\\"1\",\"term\":\"tide gate\","
	      "\"definition\":\"moved by tides\",\"clause\":\"recalling/b\",\"term_span\":[43,52],"
	      "\"definition_span\":[54,68],\"source\":\"[X.9]\","
	      "\"notes\":[\"NOTE 1\",\"NOTE \\\"2\\\"\"],\"elsewhere\":true,"
	      "\"rule\":\"numbered-entry\",\"confidence\":1.00}\n");
	clausary_buffer_finish(&out);
	fixture_finish(&f);
}
END_TEST

START_TEST(empty_fields_are_left_out)
{
	fixture f, *all[] = {&f};
	clausary_buffer out = {0};
	fixture_start(&f, &context, "r", "en", "");
	uint32_t a = fixture_clause(&f, "1", "1", "1", "tide gate: moved by tides");
	fixture_definition(&f, a, "tide gate", "moved by tides")->confidence = 0;
	fixture_mentions(&f);
	ck_assert_int_eq(fixture_write(&out, &context, "jsonl", NULL, all, 1), CLAUSARY_OK);
	ck_assert_ptr_null(strstr(out.data, "source"));
	ck_assert_ptr_null(strstr(out.data, "notes"));
	ck_assert_ptr_null(strstr(out.data, "elsewhere"));
	wants(out.data, "\"confidence\":0.00}");
	clausary_buffer_finish(&out);
	fixture_finish(&f);
}
END_TEST

START_TEST(code_points_over_long_text)
{
	fixture f, *all[] = {&f};
	clausary_buffer body = {0}, out = {0};
	for (int i = 0; i < 4000; i++)
		clausary_buffer_add(&body,
		                    i % 700 == 699 ? CLAUSARY_SLICE(" QZX ") : CLAUSARY_SLICE("é"));
	clausary_buffer_add_byte(&body, '\0');
	fixture_start(&f, &context, "r", "fr", "");
	fixture_clause(&f, "p1", "p1", "", body.data);
	fixture_designation(&f, CLAUSARY_ACRONYM, "QZX");
	fixture_mentions(&f);
	ck_assert_int_eq(fixture_write(&out, &context, "jsonl", NULL, all, 1), CLAUSARY_OK);
	for (int i = 0; i < 5; i++) {
		char span[40];
		snprintf(span, sizeof span, "\"span\":[%d,%d]}", 700 + i * 704, 703 + i * 704);
		wants(out.data, span);
	}
	clausary_buffer_finish(&body);
	clausary_buffer_finish(&out);
	fixture_finish(&f);
}
END_TEST

static clausary_status
refuse(void *payload, const char *data, size_t size)
{
	unsigned *calls = payload;
	(void)data, (void)size;
	++*calls;
	return CLAUSARY_EIO;
}

START_TEST(output_that_refuses)
{
	fixture f;
	unsigned calls = 0;
	fixture_start(&f, &context, "r", "en", "");
	for (int i = 0; i < 5000; i++)
		fixture_clause(&f, "p1", "p1", "", "no word in it");
	fixture_mentions(&f);
	const clausary_findings *findings[] = {&f.findings};
	clausary_output output = {refuse, &calls};
	clausary_results results = {.findings = findings, .findings_count = 1};
	ck_assert_int_eq(clausary_write(&context, &output, "jsonl", &results), CLAUSARY_EIO);
	ck_assert_uint_eq(calls, 1);
	ck_assert_int_eq(clausary_write(&context, &output, "papyrus", &results), CLAUSARY_EUSAGE);
	ck_assert_int_eq(clausary_write(&context, &output, "tbx", &results), CLAUSARY_EUSAGE);
	fixture_finish(&f);
}
END_TEST

START_TEST(registry)
{
	ck_assert_str_eq(clausary_writer_suffix("tbx-flat"), "tbx");
	ck_assert_str_eq(clausary_writer_suffix("csv-wide"), "csv");
	ck_assert_ptr_null(clausary_writer_suffix("papyrus"));
	ck_assert(clausary_writer_streams("jsonl"));
	ck_assert(!clausary_writer_streams("json"));
	ck_assert(!clausary_writer_streams("papyrus"));
}
END_TEST

START_TEST(numbers)
{
	char expected[32], found[32];
	for (uint64_t power = 1;; power *= 10) {
		for (int next = -1; next <= 1; next++) {
			uint64_t number = power + (uint64_t)next;
			snprintf(expected, sizeof expected, "%" PRIu64, number);
			*clausary_decimal(found, number) = '\0';
			ck_assert_str_eq(found, expected);
		}
		if (power > UINT64_MAX / 10)
			break;
	}
	*clausary_decimal(found, UINT64_MAX) = '\0';
	ck_assert_str_eq(found, "18446744073709551615");
}
END_TEST

UNIT_MAIN(write_jsonl, all_lines, empty_fields_are_left_out, code_points_over_long_text,
          output_that_refuses, registry, numbers)
