/* Merging is associative and commutative: random termbases in every order and grouping give the
 * same bytes, in memory and through files, in TBX and in JSON. */
#include "unit.h"

#include "base/buffer.h"
#include "base/context.h"

#include <clausary.h>
#include <stdlib.h>

enum { ROUNDS = 350, INPUTS = 3 };

static clausary_context context;

/* A generator that is the same everywhere (xorshift). */
static uint64_t state;

static unsigned
any(unsigned below)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return (unsigned)(state >> 33) % below;
}

static const char *
one_of(const char *const *words, unsigned count)
{
	return words[any(count)];
}

#define ONE_OF(words) one_of((words), sizeof(words) / sizeof *(words))

static const char *const FORMS[] = {"buoy",          "mooring buoy",    "MB",   "lamp",
                                    "tide register", "lamp house",      "quay", "TR",
                                    "balise",        "bouée d’amarrage"};
static const char *const DEFINITIONS[] = {"light that a floating mark shows",
                                          "float that ships are made fast to", "see 3.2",
                                          "book in which tides are written"};
static const char *const STATUSES[] = {"preferredTerm-admn-sts", "admittedTerm-admn-sts",
                                       "deprecatedTerm-admn-sts"};
static const char *const TYPES[] = {"fullForm", "acronym", "variant"};
static const char *const PARTS[] = {"noun", "verb", "other"};
static const char *const NOTES[] = {"first note", "second note", "NOTE 3"};
static const char *const SOURCES[] = {"Lamp Book, 3.2",     "Lamp Book, 4.1",
                                      "Lamp Book, 1999",    "Tide Rules, recalling a)",
                                      "Rule 5 (2031), 3.1", "Règle 5 (2031), Annexe A, 3.1",
                                      "Rule 5 (2031), 3.2"};
/* Ids of entries: some as they are made of clauses. */
static const char *const IDS[] = {"c0", "term_3.1", "c2", "term_3.2"};
static const char *const LANGUAGES[] = {"en", "fr", "es", "EN"};
static const char *const FILES[] = {"rule.en.txt", "rule.fr.txt", "rule-E.docx", "draft.es.txt"};

static void
add_term(clausary_buffer *to, unsigned entry, unsigned entries)
{
	clausary_buffer_print(to, "<termSec id=\"t%u\"><term>%s</term>", any(1u << 30),
	                      ONE_OF(FORMS));
	if (any(3) == 0)
		clausary_buffer_print(to, "<termNote type=\"administrativeStatus\">%s</termNote>",
		                      ONE_OF(STATUSES));
	if (any(3) == 0)
		clausary_buffer_print(to, "<termNote type=\"termType\">%s</termNote>",
		                      ONE_OF(TYPES));
	if (any(4) == 0)
		clausary_buffer_print(to, "<termNote type=\"partOfSpeech\">%s</termNote>",
		                      ONE_OF(PARTS));
	if (any(4) == 0)
		clausary_buffer_print(
		        to,
		        "<descripGrp><descrip type=\"context\">A %s.</descrip>"
		        "<admin type=\"source\" target=\"b1\">%s</admin></descripGrp>",
		        ONE_OF(FORMS), ONE_OF(SOURCES));
	if (any(3) == 0)
		clausary_buffer_print(to, "<admin type=\"source\"%s>%s</admin>",
		                      any(3) ? " target=\"b1\"" : "", ONE_OF(SOURCES));
	if (any(6) == 0)
		clausary_buffer_print(to, "<note>%s</note>", ONE_OF(NOTES));
	if (any(6) == 0)
		clausary_buffer_print(to, "<ref type=\"crossReference\" target=\"%s\">see</ref>",
		                      IDS[(entry + 1 + any(entries)) % entries]);
	clausary_buffer_print(to, "</termSec>");
}

/* TBX of up to four entries; ids are shared between termbases. */
static void
generate(clausary_buffer *to)
{
	unsigned entries = 1 + any(4);
	to->size = 0;
	clausary_buffer_print(
	        to,
	        "<tbx xmlns=\"urn:iso:std:iso:30042:ed-2\" type=\"TBX-Basic\" style=\"dca\" "
	        "xml:lang=\"en\"><tbxHeader><fileDesc><sourceDesc><p>%s</p></sourceDesc></fileDesc>"
	        "</tbxHeader><text><body>",
	        ONE_OF(NOTES));
	for (unsigned i = 0; i < entries; i++) {
		clausary_buffer_print(to, "<conceptEntry id=\"%s\">", IDS[i]);
		if (any(4) == 0)
			clausary_buffer_print(to, "<descrip type=\"subjectField\">%s</descrip>",
			                      ONE_OF(FORMS));
		if (any(5) == 0)
			clausary_buffer_print(to, "<descrip type=\"definition\">%s</descrip>",
			                      ONE_OF(DEFINITIONS));
		if (any(5) == 0)
			clausary_buffer_print(
			        to,
			        "<transacGrp><transac type=\"transactionType\">origination"
			        "</transac><date>2031-05-0%u</date></transacGrp>",
			        1 + any(3));
		for (unsigned k = 1 + any(3); k > 0; k--) {
			clausary_buffer_print(to, "<langSec xml:lang=\"%s\">", ONE_OF(LANGUAGES));
			if (any(3) == 0)
				clausary_buffer_print(
				        to,
				        "<descripGrp><descrip type=\"definition\">%s</descrip>"
				        "<admin type=\"source\" target=\"b1\">%s</admin>"
				        "</descripGrp>",
				        ONE_OF(DEFINITIONS), ONE_OF(SOURCES));
			for (unsigned t = 1 + any(2); t > 0; t--)
				add_term(to, i, entries);
			clausary_buffer_print(to, "</langSec>");
		}
		clausary_buffer_print(to, "</conceptEntry>");
	}
	clausary_buffer_print(to,
	                      "</body><back><refObjectSec type=\"bibl\"><refObject id=\"b1\">"
	                      "<item type=\"title\">%s</item><item type=\"language\">%s</item>"
	                      "<item type=\"file\">%s</item></refObject></refObjectSec></back>"
	                      "</text></tbx>",
	                      ONE_OF(SOURCES), ONE_OF(LANGUAGES), ONE_OF(FILES));
}

static clausary_termbase *
read_bytes(const clausary_buffer *bytes)
{
	clausary_slice from = clausary_buffer_slice(bytes);
	clausary_input input = clausary_input_of(&from);
	clausary_termbase *termbase = NULL;
	ck_assert_msg(clausary_termbase_read(&termbase, &context, &input, "t", NULL) == CLAUSARY_OK,
	              "%s: %.*s", clausary_context_failure(&context), (int)bytes->size,
	              bytes->data);
	return termbase;
}

static clausary_status
keep(void *payload, const char *data, size_t size)
{
	clausary_buffer_add(payload, (clausary_slice){data, size});
	return CLAUSARY_OK;
}

static void
write_bytes(clausary_buffer *to, const clausary_termbase *termbase, const char *writer)
{
	clausary_output output = {keep, to};
	clausary_results results = {.termbase = termbase};
	to->size = 0;
	ck_assert_msg(clausary_write(&context, &output, writer, &results) == CLAUSARY_OK, "%s",
	              clausary_context_failure(&context));
}

static clausary_termbase *
merge(clausary_termbase **inputs, size_t count)
{
	clausary_termbase *merged = NULL;
	ck_assert_int_eq(clausary_termbase_merge(&merged, &context, inputs, count, NULL),
	                 CLAUSARY_OK);
	return merged;
}

/* Merge two of them, maybe write and read what comes out, and merge that with the third. */
static void
grouped(clausary_buffer *to, const clausary_buffer *files, const unsigned order[INPUTS],
        bool through_file, const char *writer)
{
	clausary_termbase *pair[] = {read_bytes(&files[order[0]]), read_bytes(&files[order[1]])};
	clausary_termbase *first = merge(pair, 2);
	if (through_file) {
		clausary_buffer bytes = {0};
		write_bytes(&bytes, first, writer);
		clausary_termbase_free(first);
		first = read_bytes(&bytes);
		clausary_buffer_finish(&bytes);
	}
	clausary_termbase *rest[] = {read_bytes(&files[order[2]]), first};
	clausary_termbase *merged = merge(rest, 2);
	write_bytes(to, merged, writer);
	clausary_termbase_free(merged);
}

static void
together(clausary_buffer *to, const clausary_buffer *files, const unsigned *order, size_t count,
         const char *writer)
{
	clausary_termbase *inputs[INPUTS];
	for (size_t i = 0; i < count; i++)
		inputs[i] = read_bytes(&files[order[i]]);
	clausary_termbase *merged = merge(inputs, count);
	write_bytes(to, merged, writer);
	clausary_termbase_free(merged);
}

static void
assert_same(const clausary_buffer *wanted, const clausary_buffer *found, unsigned round,
            const char *how)
{
	ck_assert_msg(wanted->size == found->size
	                      && memcmp(wanted->data, found->data, wanted->size) == 0,
	              "round %u, %s\n%.*s\n---\n%.*s", round, how, (int)wanted->size, wanted->data,
	              (int)found->size, found->data);
}

static const unsigned ORDERS[][INPUTS] = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2},
                                          {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
enum { ORDER_COUNT = sizeof ORDERS / sizeof *ORDERS };

static void
check_writer(const char *writer)
{
	clausary_buffer files[INPUTS] = {{0}}, wanted = {0}, found = {0};
	state = 0x9e3779b97f4a7c15u;
	for (unsigned round = 0; round < ROUNDS; round++) {
		for (int i = 0; i < INPUTS; i++)
			generate(&files[i]);
		together(&wanted, files, ORDERS[0], INPUTS, writer);
		for (unsigned i = 0; i < ORDER_COUNT; i++) {
			together(&found, files, ORDERS[i], INPUTS, writer);
			assert_same(&wanted, &found, round, "together");
			grouped(&found, files, ORDERS[i], false, writer);
			assert_same(&wanted, &found, round, "grouped");
			grouped(&found, files, ORDERS[i], true, writer);
			assert_same(&wanted, &found, round, "grouped, through a file");
		}
	}
	for (int i = 0; i < INPUTS; i++)
		clausary_buffer_finish(&files[i]);
	clausary_buffer_finish(&wanted);
	clausary_buffer_finish(&found);
}

START_TEST(any_grouping_in_tbx)
{
	check_writer("tbx");
}
END_TEST

START_TEST(any_grouping_in_json)
{
	check_writer("json");
}
END_TEST

START_TEST(twice_the_same_is_the_same)
{
	clausary_buffer files[INPUTS] = {{0}}, once = {0}, twice = {0};
	static const unsigned same[] = {0, 0, 0};
	state = 99;
	for (unsigned round = 0; round < ROUNDS; round++) {
		generate(&files[0]);
		together(&once, files, same, 1, "tbx");
		together(&twice, files, same, 3, "tbx");
		assert_same(&once, &twice, round, "three times");
	}
	clausary_buffer_finish(&files[0]);
	clausary_buffer_finish(&once);
	clausary_buffer_finish(&twice);
}
END_TEST

/* An entry at clause 3.1 of a document, in TBX. */
typedef struct clause_entry {
	const char *language, *terms, *document, *file;
} clause_entry;

static void
write_at_clause(clausary_buffer *to, const clause_entry *e)
{
	to->size = 0;
	clausary_buffer_print(
	        to,
	        "<tbx xmlns=\"urn:iso:std:iso:30042:ed-2\" type=\"TBX-Basic\" style=\"dca\" "
	        "xml:lang=\"en\"><tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc>"
	        "</tbxHeader><text><body><conceptEntry id=\"term_3.1\"><langSec xml:lang=\"%s\">",
	        e->language);
	for (const char *at = e->terms; *at;) {
		size_t size = strcspn(at, "|");
		clausary_buffer_print(
		        to,
		        "<termSec><term>%.*s</term><termNote type=\"termType\">%s"
		        "</termNote><admin type=\"source\" target=\"b1\">%s, 3.1</admin>"
		        "</termSec>",
		        (int)size, at, size < 4 ? "acronym" : "fullForm", e->document);
		at += size + (at[size] == '|');
	}
	clausary_buffer_print(to,
	                      "</langSec></conceptEntry></body><back><refObjectSec type=\"bibl\">"
	                      "<refObject id=\"b1\"><item type=\"language\">%s</item>"
	                      "<item type=\"file\">%s</item></refObject></refObjectSec></back>"
	                      "</text></tbx>",
	                      e->language, e->file);
}

/* How many entries come of them. */
static size_t
entries_of(const clause_entry *entries, size_t count, int careful)
{
	clausary_termbase *inputs[4], *merged = NULL;
	clausary_merge_options options = {.careful = careful};
	for (size_t i = 0; i < count; i++) {
		clausary_buffer bytes = {0};
		write_at_clause(&bytes, &entries[i]);
		inputs[i] = read_bytes(&bytes);
		clausary_buffer_finish(&bytes);
	}
	clausary_termbase_merge(&merged, &context, inputs, count, &options);
	size_t size = clausary_termbase_size(merged);
	clausary_termbase_free(merged);
	return size;
}

START_TEST(versions_of_a_document_are_joined_by_clause)
{
	static const clause_entry lamp[] = {
	        {"en", "buoy lamp", "Rule 5 (Almira, 2031)", "rule.en.docx"},
	        {"fr", "feu de bouée", "Règle 5 (Almira, 2031)", "rule.fr.docx"},
	        {"ru", "огонь буя", "Правило 5 (Алмира, 2031 г.)", "Rule-R.txt"}};
	static const clause_entry same[] = {
	        {"en", "buoy lamp", "Rule 5 (Almira, 2031)", "rule.en.docx"},
	        {"en", "quay", "Rule 5 (Almira, 2031)", "rule.en.docx"}};
	static const clause_entry other[] = {
	        {"en", "buoy lamp", "Rule 5 (Almira, 2031)", "rule.en.docx"},
	        {"fr", "quai", "Règle 5 (Almira, 2034)", "rule.fr.docx"}};
	static const clause_entry few[] = {{"en", "buoy lamp", "Rule 5", "rule.en.docx"},
	                                   {"fr", "quai", "Règle 5", "rule.fr.docx"}};
	ck_assert_uint_eq(entries_of(lamp, 3, 0), 1);
	ck_assert_uint_eq(entries_of(lamp, 3, 1), 3);
	ck_assert_uint_eq(entries_of(same, 2, 0), 2);
	ck_assert_uint_eq(entries_of(other, 2, 0), 2);
	ck_assert_uint_eq(entries_of(few, 2, 0), 2);
}
END_TEST

START_TEST(drafts_are_apart)
{
	static const clause_entry drafts[] = {
	        {"en", "buoy lamp", "Draft Rule 5 (Almira, 2031)", "draft-1.en.docx"},
	        {"fr", "feu de bouée", "Projet de règle 5 (Almira, 2031)", "draft-1.fr.docx"},
	        {"en", "mooring", "Draft Rule 5 (Almira, 2031)", "draft-2.en.docx"},
	        {"fr", "mouillage", "Projet de règle 5 (Almira, 2031)", "draft-2.fr.docx"}};
	ck_assert_uint_eq(entries_of(drafts, 4, 0), 2);
}
END_TEST

START_TEST(a_clause_of_another_document_is_no_evidence)
{
	static const clause_entry cells[] = {
	        {"en", "cell", "Rule 5 (Almira, 2031)", "rule.en.docx"},
	        {"en", "cell", "Rule 6 (Almira, 2031)", "other.en.docx"}};
	static const clause_entry acronyms[] = {
	        {"en", "acoustic instrument|AI", "Rule 5 (Almira, 2031)", "rule.en.docx"},
	        {"en", "autonomous instrument|AI", "Rule 6 (Almira, 2031)", "other.en.docx"}};
	ck_assert_uint_eq(entries_of(cells, 2, 0), 2);
	ck_assert_uint_eq(entries_of(acronyms, 2, 0), 2);
	ck_assert_uint_eq(entries_of(cells, 1, 0), 1);
}
END_TEST

UNIT_MAIN(update_merge, versions_of_a_document_are_joined_by_clause, drafts_are_apart,
          a_clause_of_another_document_is_no_evidence, any_grouping_in_tbx, any_grouping_in_json,
          twice_the_same_is_the_same)
