/* Rows for people and spreadsheets: the table's widths and marks, CSV's quoting, JSON's shape. */
#include "glossary_fixture.h"
#include "unit.h"

#include "write/width.h"

static clausary_context context;

static clausary_termbase *
small(fixture *f)
{
	fixture *all[] = {f};
	fixture_start(f, &context, "r.txt", "en", "R 1");
	uint32_t a = fixture_clause(f, "recalling/a", "recalling a)", "a)",
	                            "the harbour \"council\", north (HC) met; QZX too");
	uint32_t b = fixture_clause(f, "3.1", "3.1", "3.1",
	                            "tide gate: gate that the tide moves and nobody else");
	fixture_pair(f, a, "HC", "HC", "harbour \"council\", north", 0.3f);
	fixture_designation(f, CLAUSARY_ACRONYM, "QZX");
	fixture_definition(f, b, "tide gate", "gate that the tide moves and nobody else");
	fixture_mentions(f);
	return fixture_termbase(&context, all, 1);
}

static void
writes(const char *writer, size_t width, const clausary_termbase *termbase, const char *expected)
{
	clausary_buffer out = {0};
	clausary_output output = {fixture_collect, &out};
	clausary_results results = {.termbase = termbase, .width = width};
	ck_assert_int_eq(clausary_write(&context, &output, writer, &results), CLAUSARY_OK);
	clausary_buffer_add_byte(&out, '\0');
	ck_assert_str_eq(out.data, expected);
	clausary_buffer_finish(&out);
}

START_TEST(table)
{
	fixture f;
	clausary_termbase *termbase = small(&f);
	writes("table", 0, termbase,
	       "acronym  term                       clause        definition\n"
	       "───────  ─────────────────────────  ────────────  "
	       "────────────────────────────────────────\n"
	       "HC       harbour \"council\", north?  recalling a)\n"
	       "QZX      (expansion not found)      recalling a)\n"
	       "         tide gate                  3.1           gate that the tide moves and "
	       "nobody else\n"
	       "? uncertain: look at the text\n");
	writes("table", 60, termbase,
	       "acronym  term               clause        definition\n"
	       "───────  ─────────────────  ────────────  ──────────────────\n"
	       "HC       harbour \"council…  recalling a)\n"
	       "QZX      (expansion not f…  recalling a)\n"
	       "         tide gate          3.1           gate that the tid…\n"
	       "? uncertain: look at the text\n");
	clausary_termbase_free(termbase);
	fixture_finish(&f);
}
END_TEST

START_TEST(empty)
{
	clausary_termbase *termbase = fixture_termbase(&context, NULL, 0);
	writes("table", 0, termbase, "No acronym and no defined term was found.\n");
	writes("json", 0, termbase,
	       "{\"title\":\"Glossary\",\"documents\":[],\"concepts\":[\n]}\n");
	writes("csv-wide", 0, termbase, "id,document,clause,key\n");
	clausary_termbase_free(termbase);
}
END_TEST

START_TEST(csv)
{
	fixture f;
	clausary_termbase *termbase = small(&f);
	writes("csv", 0, termbase,
	       "id,language,term,type,status,document,clause,key,source,mentions,definition,"
	       "definition_source,"
	       "context,context_source,notes\n"
	       "term_recalling.a_HC,en,\"harbour \"\"council\"\", north\",fullForm,,R 1,recalling "
	       "a),recalling/a,"
	       "\"R 1, recalling a)\",1,,,\"the harbour \"\"council\"\", north (HC) met; QZX too\","
	       "\"R 1, recalling a)\",uncertain: confidence 0.30\n"
	       "term_recalling.a_HC,en,HC,acronym,,R 1,recalling a),recalling/a,\"R 1, recalling "
	       "a)\",1,,,"
	       "\"the harbour \"\"council\"\", north (HC) met; QZX too\",\"R 1, recalling a)\",\n"
	       "term_recalling.a_QZX,en,QZX,acronym,,R 1,recalling a),recalling/a,\"R 1, recalling "
	       "a)\",1,,,"
	       "\"the harbour \"\"council\"\", north (HC) met; QZX too\",\"R 1, recalling a)\","
	       "expansion not found\n"
	       "term_3.1,en,tide gate,,,R 1,3.1,3.1,\"R 1, 3.1\",0,gate that the tide moves and "
	       "nobody else,"
	       "\"R 1, 3.1\",,,\n");
	writes("csv-wide", 0, termbase,
	       "id,document,clause,key,en:term,en:short_form,en:clause,en:definition,"
	       "en:definition_source,en:context\n"
	       "term_recalling.a_HC,R 1,recalling a),recalling/a,\"harbour \"\"council\"\", "
	       "north\",HC,recalling a),,,"
	       "\"the harbour \"\"council\"\", north (HC) met; QZX too\"\n"
	       "term_recalling.a_QZX,R 1,recalling a),recalling/a,,QZX,recalling a),,,"
	       "\"the harbour \"\"council\"\", north (HC) met; QZX too\"\n"
	       "term_3.1,R 1,3.1,3.1,tide gate,,3.1,gate that the tide moves and nobody else,\"R "
	       "1, "
	       "3.1\",\n");
	clausary_termbase_free(termbase);
	fixture_finish(&f);
}
END_TEST

START_TEST(json)
{
	fixture f;
	clausary_termbase *termbase = small(&f);
	clausary_buffer out = {0};
	ck_assert_int_eq(fixture_write(&out, &context, "json", termbase, NULL, 0), CLAUSARY_OK);
	static const char *const wanted[] = {
	        "{\"title\":\"Glossary of R "
	        "1\",\"documents\":[{\"name\":\"r.txt\",\"identifier\":\"R 1\","
	        "\"language\":\"en\"}],\"concepts\":[\n",
	        "{\"term\":\"harbour \\\"council\\\", north\",\"type\":\"fullForm\",\"mentions\":1,"
	        "\"confidence\":0.30,\"sources\":[{\"document\":\"R 1\",\"clause\":\"recalling "
	        "a)\","
	        "\"key\":\"recalling/a\"}],",
	        "\"definitions\":[{\"definition\":\"gate that the tide moves and nobody else\","
	        "\"sources\":[{\"document\":\"R 1\",\"clause\":\"3.1\",\"key\":\"3.1\"}]}]",
	        "\n]}\n",
	};
	for (size_t i = 0; i < sizeof wanted / sizeof wanted[0]; i++)
		ck_assert_msg(strstr(out.data, wanted[i]) != NULL, "lacks %s in\n%s", wanted[i],
		              out.data);
	clausary_buffer_finish(&out);
	clausary_termbase_free(termbase);
	fixture_finish(&f);
}
END_TEST

START_TEST(widths)
{
	static const struct {
		const char *text;
		size_t width;
	} rows[] = {{"", 0},   {"abc", 3},          {"é", 1},   {"e\xcc\x81", 1}, {"国际电信", 8},
	            {"（", 2}, {"\xe2\x80\x8f", 0}, {"МСЭ", 3}, {"اتحاد", 5}};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		ck_assert_msg(clausary_width(clausary_slice_of(rows[i].text)) == rows[i].width,
		              "'%s'", rows[i].text);
	clausary_buffer out = {0};
	clausary_output output = {fixture_collect, &out};
	clausary_sink *sink = clausary_memory_zeros(1, sizeof *sink);
	sink->output = &output;
	clausary_width_put(sink, clausary_slice_of("国际电信"), 6, 0);
	clausary_width_put(sink, clausary_slice_of("|a\nb"), 6, 0);
	clausary_width_put(sink, clausary_slice_of("|"), 6, CLAUSARY_WIDTH_LAST);
	clausary_sink_flush(sink);
	fixture_assert_equal(clausary_buffer_slice(&out), "国际… |a b  |");
	free(sink);
	clausary_buffer_finish(&out);
}
END_TEST

/* What extends a cluster takes no column, and is not parted from it. */
START_TEST(clusters)
{
	static const struct {
		const char *text;
		size_t width;
	} rows[] = {
	        {"\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab", 2},         /* Hangul letter by letter */
	        {"\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x9a\x80", 2}, /* joined by U+200D */
	        {"ـمُـ", 3},                                          /* a vowel mark */
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		ck_assert_msg(clausary_width(clausary_slice_of(rows[i].text)) == rows[i].width,
		              "'%s' %zu", rows[i].text,
		              clausary_width(clausary_slice_of(rows[i].text)));
}
END_TEST

/* On a terminal Arabic stands between isolates, so that the columns stay where they are; elsewhere
 * nothing is added. */
START_TEST(isolates)
{
	clausary_buffer out = {0};
	clausary_output output = {fixture_collect, &out};
	clausary_sink *sink = clausary_memory_zeros(1, sizeof *sink);
	sink->output = &output;
	clausary_width_put(sink, clausary_slice_of("اتحاد"), 7, CLAUSARY_WIDTH_ISOLATE);
	clausary_width_put(sink, clausary_slice_of("|AI|"), 4, CLAUSARY_WIDTH_ISOLATE);
	clausary_width_put(sink, clausary_slice_of("اتحاد"), 4, 0);
	clausary_sink_flush(sink);
	fixture_assert_equal(clausary_buffer_slice(&out),
	                     "\xe2\x81\xa8اتحاد\xe2\x81\xa9  |AI|اتح…");
	free(sink);
	clausary_buffer_finish(&out);
}
END_TEST

UNIT_MAIN(write_table, table, empty, csv, json, widths, clusters, isolates)
