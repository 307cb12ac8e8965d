/* The three TBX writers: their text, and the verdict of the official schemas. The oracle is the
 * program named by CLAUSARY_TBX_VALIDATE (`PROGRAM --strict FILE…`, exit status 0 for valid);
 * without it that test is skipped. */
#include "glossary_fixture.h"
#include "unit.h"

#include <sys/wait.h>
#include <unistd.h>

static clausary_context context;

/* Everything a termbase can hold, with every character that XML wants escaped. */
static clausary_termbase *
rich(fixture *f, fixture *g)
{
	static const clausary_slice notes[] = {CLAUSARY_SLICE("NOTE 1 – \"Sea\" <only> & so on.")};
	static const clausary_slice synonyms[] = {CLAUSARY_SLICE("sea door"), CLAUSARY_SLICE("HC")};
	fixture *all[] = {f, g};
	clausary_termbase_options options = {.reference = "none", .subject = "ports & <seas>"};
	clausary_termbase *termbase = NULL;
	fixture_start(f, &context, "x/R&D \"1\".txt", "en", "Resolution <1> & co");
	f->document.title = CLAUSARY_SLICE("On tides & gates");
	uint32_t a = fixture_clause(
	        f, "recalling/a", "recalling a)", "a)",
	        "the harbour <council> (HC) & the tide office (TO)\x01, heat capacity (HC);");
	uint32_t b =
	        fixture_clause(f, "3.1", "3.1", "3.1", "tide gate: gate that the tide moves [X.9]");
	fixture_clause(f, "3.2", "3.2", "3.2", "as QZX and TOs said");
	fixture_pair(f, a, "HC", "HC", "harbour <council>", 0.9f);
	fixture_pair(f, a, "TO", "TO", "tide office", 0.3f);
	fixture_pair(f, a, "HC", "HC", "heat capacity", 0.9f);
	fixture_designation(f, CLAUSARY_ACRONYM, "QZX");
	clausary_definition *definition =
	        fixture_definition(f, b, "tide gate", "gate that the tide moves");
	definition->source = CLAUSARY_SLICE("[X.9]");
	definition->notes = notes;
	definition->note_count = 1;
	definition->synonyms = synonyms;
	definition->synonym_count = 2;
	definition->elsewhere = 1;
	fixture_mentions(f);
	fixture_start(g, &context, "r.fr.docx", "fr", "");
	uint32_t c = fixture_clause(g, "recalling/a", "rappelant a)", "a)",
	                            "le conseil du port (CP), le QZX;");
	fixture_pair(g, c, "CP", "CP", "conseil du port", 0.9f);
	fixture_designation(g, CLAUSARY_ACRONYM, "QZX");
	fixture_mentions(g);
	ck_assert_int_eq(clausary_termbase_new(&termbase, &context, &options), CLAUSARY_OK);
	for (size_t i = 0; i < 2; i++)
		ck_assert_int_eq(clausary_termbase_add(termbase, &all[i]->findings), CLAUSARY_OK);
	return termbase;
}

/* A termbase of one concept in two languages, as alignment will make them. */
static clausary_termbase *
bilingual(fixture *f, fixture *g)
{
	fixture *all[] = {f, g};
	fixture_start(f, &context, "en.txt", "en", "R 1");
	uint32_t a = fixture_clause(f, "1", "1", "1", "the harbour council (HC) met");
	fixture_pair(f, a, "HC", "HC", "harbour council", 0.9f);
	fixture_mentions(f);
	fixture_start(g, &context, "fr.txt", "fr", "R 1");
	uint32_t b = fixture_clause(g, "1", "1", "1", "le conseil du port (CP) réuni");
	fixture_pair(g, b, "CP", "CP", "conseil du port", 0.9f);
	fixture_mentions(g);
	clausary_termbase *termbase = fixture_termbase(&context, all, 2);
	clausary_concept *english = termbase->concepts.items[0],
	                 *french = termbase->concepts.items[1];
	clausary_termbase_unite(termbase, english, french);
	return termbase;
}

START_TEST(text_of_v3)
{
	fixture f, g;
	clausary_buffer out = {0};
	clausary_termbase *termbase = rich(&f, &g);
	ck_assert_int_eq(fixture_write(&out, &context, "tbx", termbase, NULL, 0), CLAUSARY_OK);
	static const char *const wanted[] = {
	        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tbx "
	        "xmlns=\"urn:iso:std:iso:30042:ed-2\" "
	        "type=\"TBX-Basic\" style=\"dca\" xml:lang=\"en\">",
	        "<title>Glossary of Resolution &lt;1&gt; &amp; co and 1 more document</title>",
	        "<conceptEntry id=\"term_R-D-1.recalling.a_TO\">",
	        "<descrip type=\"subjectField\">ports &amp; &lt;seas&gt;</descrip>",
	        "<term>harbour &lt;council&gt;</term>",
	        "<admin type=\"source\" target=\"doc-1\">Resolution &lt;1&gt; &amp; co, recalling "
	        "a)</admin>",
	        "<admin type=\"source\" target=\"doc-2\">r.fr, rappelant a)</admin>",
	        "<admin type=\"source\">[X.9]</admin>",
	        "<termNote type=\"administrativeStatus\">admittedTerm-admn-sts</termNote>",
	        "<note xml:lang=\"en\">expansion not found</note>",
	        "<note>NOTE 1 – &quot;Sea&quot; &lt;only&gt; &amp; so on.</note>",
	        "<ref type=\"crossReference\" target=\"term_R-D-1.recalling.a_TO.en.1\">tide "
	        "office</ref>",
	        "<refObject id=\"doc-1\">",
	        "</tbx>\n",
	};
	for (size_t i = 0; i < sizeof wanted / sizeof wanted[0]; i++)
		ck_assert_msg(strstr(out.data, wanted[i]) != NULL, "lacks %s in\n%s", wanted[i],
		              out.data);
	ck_assert_ptr_null(strchr(out.data, 1));
	clausary_buffer_finish(&out);
	clausary_termbase_free(termbase);
	fixture_finish(&f);
	fixture_finish(&g);
}
END_TEST

START_TEST(flat_pairs_like_with_like)
{
	fixture f, g;
	clausary_buffer out = {0};
	clausary_termbase *termbase = bilingual(&f, &g);
	ck_assert_int_eq(fixture_write(&out, &context, "tbx-flat", termbase, NULL, 0), CLAUSARY_OK);
	const char *first = strstr(out.data, "<termEntry id=\"term_en.1-1\">");
	const char *second = strstr(out.data, "<termEntry id=\"term_en.1-2\">");
	ck_assert_ptr_nonnull(first);
	ck_assert_ptr_nonnull(second);
	ck_assert(strstr(first, "<term>harbour council</term>") < second);
	ck_assert(strstr(first, "<term>conseil du port</term>") < second);
	ck_assert_ptr_nonnull(strstr(second, "<term>HC</term>"));
	ck_assert_ptr_nonnull(strstr(second, "<term>CP</term>"));
	ck_assert_ptr_nonnull(strstr(second, "<note>= harbour council. R 1, 1</note>"));
	clausary_buffer_finish(&out);
	clausary_termbase_free(termbase);
	fixture_finish(&f);
	fixture_finish(&g);
}
END_TEST

START_TEST(nothing_to_write)
{
	static const char *const writers[] = {"tbx", "tbx-v2", "tbx-flat"};
	clausary_termbase *termbase = fixture_termbase(&context, NULL, 0);
	for (size_t i = 0; i < 3; i++) {
		clausary_buffer out = {0};
		ck_assert_int_eq(fixture_write(&out, &context, writers[i], termbase, NULL, 0),
		                 CLAUSARY_EINVALID);
		ck_assert_ptr_nonnull(
		        strstr(clausary_context_failure(&context), "at least one entry"));
		ck_assert_uint_eq(out.size, 1);
		clausary_buffer_finish(&out);
	}
	clausary_termbase_free(termbase);
}
END_TEST

START_TEST(read_back)
{
	fixture f, g;
	clausary_buffer out = {0};
	clausary_termbase *termbase = rich(&f, &g), *again = NULL;
	ck_assert_int_eq(fixture_write(&out, &context, "tbx", termbase, NULL, 0), CLAUSARY_OK);
	clausary_slice bytes = {out.data, out.size - 1};
	clausary_input input = clausary_input_of(&bytes);
	ck_assert_int_eq(clausary_termbase_read(&again, &context, &input, "r.tbx", NULL),
	                 CLAUSARY_OK);
	ck_assert_uint_eq(clausary_termbase_size(again), clausary_termbase_size(termbase));
	for (size_t i = 0; i < termbase->ordered.count; i++) {
		const clausary_concept *a = termbase->ordered.items[i],
		                       *b = again->ordered.items[i];
		ck_assert(clausary_slice_equal(a->id, b->id));
		ck_assert_uint_eq(a->languages.count, b->languages.count);
		for (uint32_t j = 0; j < a->languages.count; j++) {
			const clausary_language_section *x = a->languages.items[j],
			                                *y = b->languages.items[j];
			ck_assert_uint_eq(x->definitions.count, y->definitions.count);
			ck_assert_uint_eq(x->terms.count, y->terms.count);
			for (uint32_t k = 0; k < x->terms.count; k++) {
				ck_assert(clausary_slice_equal(x->terms.items[k]->form,
				                               y->terms.items[k]->form));
				ck_assert_int_eq(x->terms.items[k]->type, y->terms.items[k]->type);
				ck_assert_int_eq(x->terms.items[k]->status,
				                 y->terms.items[k]->status);
				ck_assert_uint_eq(x->terms.items[k]->contexts.count,
				                  y->terms.items[k]->contexts.count);
			}
		}
	}
	clausary_buffer_finish(&out);
	clausary_termbase_free(again);
	clausary_termbase_free(termbase);
	fixture_finish(&f);
	fixture_finish(&g);
}
END_TEST

static void
save(char *path, size_t size, const char *folder, const char *name, const clausary_buffer *bytes)
{
	snprintf(path, size, "%s/%s", folder, name);
	FILE *file = fopen(path, "wb");
	ck_assert_ptr_nonnull(file);
	ck_assert_uint_eq(fwrite(bytes->data, 1, bytes->size - 1, file), bytes->size - 1);
	fclose(file);
}

START_TEST(oracle)
{
	static const char *const writers[] = {"tbx", "tbx-v2", "tbx-flat"};
	char folder[] = "/tmp/clausary-tbx-XXXXXX", paths[6][128];
	fixture fixtures[4];
	clausary_termbase *termbases[] = {rich(&fixtures[0], &fixtures[1]),
	                                  bilingual(&fixtures[2], &fixtures[3])};
	ck_assert_ptr_nonnull(mkdtemp(folder));
	for (size_t i = 0; i < 6; i++) {
		char name[32];
		clausary_buffer out = {0};
		ck_assert_int_eq(
		        fixture_write(&out, &context, writers[i % 3], termbases[i / 3], NULL, 0),
		        CLAUSARY_OK);
		snprintf(name, sizeof name, "%s-%zu.tbx", writers[i % 3], i / 3);
		save(paths[i], sizeof paths[i], folder, name, &out);
		clausary_buffer_finish(&out);
	}
	fflush(stdout);
	pid_t child = fork();
	if (child == 0) {
		dup2(STDERR_FILENO, STDOUT_FILENO);
		execl(getenv("CLAUSARY_TBX_VALIDATE"), "validate", "--strict", paths[0], paths[1],
		      paths[2], paths[3], paths[4], paths[5], (char *)NULL);
		_exit(127);
	}
	int status = -1;
	waitpid(child, &status, 0);
	for (size_t i = 0; i < 6; i++)
		unlink(paths[i]);
	rmdir(folder);
	ck_assert_msg(WIFEXITED(status) && WEXITSTATUS(status) == 0,
	              "the oracle refused a file: %d", status);
	for (size_t i = 0; i < 2; i++)
		clausary_termbase_free(termbases[i]);
	for (size_t i = 0; i < 4; i++)
		fixture_finish(&fixtures[i]);
}
END_TEST

int
main(void)
{
	const char *program = getenv("CLAUSARY_TBX_VALIDATE");
	bool asks = program && access(program, X_OK) == 0;
	const TTest *const tests[] = {text_of_v3, flat_pairs_like_with_like, nothing_to_write,
	                              read_back, oracle};
	if (!asks)
		puts("# the schemas are not asked: CLAUSARY_TBX_VALIDATE names no program");
	return unit_run("write_tbx", tests, sizeof tests / sizeof *tests - !asks);
}
