/* What clausary_validate() finds wrong with a file: one change each to a good one. */
#include "unit.h"

#include "termbase/id_set.h"
#include "verify/given_ids.h"
#include "verify/tbx_grammar.h"

#include <stdio.h>
#include <stdlib.h>

#define V3(type, style)                                                                            \
	"<tbx xmlns=\"urn:iso:std:iso:30042:ed-2\" xmlns:min=\"http://www.tbxinfo.net/ns/min\" "   \
	"xmlns:basic=\"http://www.tbxinfo.net/ns/basic\" type=\"" type "\" style=\"" style "\" "   \
	"xml:lang=\"en\"><tbxHeader><fileDesc><sourceDesc><p>ports</p></sourceDesc></fileDesc>"    \
	"</tbxHeader><text><body>"
#define V3_END "</body></text></tbx>"
#define V2(type)                                                                                   \
	"<!DOCTYPE martif SYSTEM \"TBXBasiccoreStructV02.dtd\"><martif type=\"" type               \
	"\" xml:lang=\"en\"><martifHeader><fileDesc><sourceDesc><p>ports</p></sourceDesc>"         \
	"</fileDesc></martifHeader><text><body>"
#define V2_END "</body></text></martif>"
#define ENTRY(inside) "<conceptEntry id=\"a\">" inside "</conceptEntry>"
#define EN(inside) "<langSec xml:lang=\"en\">" inside "</langSec>"
#define TERM(inside) "<termSec><term>tide gate</term>" inside "</termSec>"
#define OLD(inside)                                                                                \
	"<termEntry id=\"a\"><langSet xml:lang=\"en\"><tig><term>tide gate</term>" inside          \
	"</tig></langSet></termEntry>"
#define MIN_OLD(inside)                                                                            \
	"<TBX dialect=\"TBX-Min\"><header><languages source=\"en\" target=\"fr\"/><id>x</id>"      \
	"</header><body><termEntry id=\"a\"><langSet xml:lang=\"en\"><tig>" inside                 \
	"</tig></langSet></termEntry></body></TBX>"

enum { FOUND = 256 };

/* The ids of what is found, each ended by a blank. */
typedef struct row {
	const char *before, *entries, *after, *found;
} row;

#define BASIC(entries, found) {V3("TBX-Basic", "dca"), entries, V3_END, found}
#define STYLE_DCT(entries, found) {V3("TBX-Basic", "dct"), entries, V3_END, found}
#define BASIC_2(entries, found) {V2("TBX-Basic"), entries, V2_END, found}

typedef struct source {
	const char *parts[3];
	size_t part, at;
} source;

static ptrdiff_t
read_parts(void *payload, char *to, size_t size)
{
	source *from = payload;
	while (from->part < 3 && from->parts[from->part][from->at] == '\0') {
		from->part++;
		from->at = 0;
	}
	if (from->part == 3 || size == 0)
		return 0;
	size_t left = strlen(from->parts[from->part] + from->at), taken = left < size ? left : size;
	memcpy(to, from->parts[from->part] + from->at, taken);
	from->at += taken;
	return (ptrdiff_t)taken;
}

static void
add_id(void *payload, const clausary_fault *fault)
{
	char *found = payload;
	ck_assert(fault->message.size > 0 && fault->line > 0 && fault->column > 0);
	size_t used = strlen(found);
	snprintf(found + used, FOUND - used, "%s ", fault->id);
}

static void
hold(const row *rows, size_t count)
{
	clausary_context *context;
	ck_assert_int_eq(clausary_context_new(&context, NULL), CLAUSARY_OK);
	for (size_t i = 0; i < count; i++) {
		char found[FOUND] = "";
		clausary_validation validation;
		source from = {.parts = {rows[i].before, rows[i].entries, rows[i].after}};
		clausary_input input = {read_parts, &from};
		ck_assert_int_eq(clausary_validate(&validation, context, &input, add_id, found),
		                 CLAUSARY_OK);
		ck_assert_msg(strcmp(found, rows[i].found) == 0, "%s: found '%s' instead of '%s'",
		              rows[i].entries, found, rows[i].found);
	}
	clausary_context_free(context);
}

#define HOLD(...)                                                                                  \
	static const row rows[] = {__VA_ARGS__};                                                   \
	hold(rows, sizeof rows / sizeof *rows)

START_TEST(good_files)
{
	HOLD(BASIC(ENTRY(EN(TERM(""))), ""),
	     BASIC(ENTRY("<descrip type=\"subjectField\">ports</descrip>" EN(
	                   "<descripGrp><descrip type=\"definition\">gate that the tide moves"
	                   "</descrip><admin type=\"source\">R 1, 3.1</admin></descripGrp>" TERM(
	                           "<termNote type=\"termType\">fullForm</termNote>"
	                           "<note>seen <hi type=\"italics\">twice</hi></note>"))),
	           ""),
	     STYLE_DCT(ENTRY("<min:subjectField>ports</min:subjectField>" EN(
	                       TERM("<min:partOfSpeech>noun</min:partOfSpeech>"
			            "<basic:source>R 1</basic:source>"))),
	               ""),
	     BASIC_2(OLD("<termNote type=\"partOfSpeech\">properNoun</termNote>"), ""),
	     {V2("house-made"),
	      "<termEntry><langSet xml:lang=\"en\"><ntig><termGrp><term>gate</term>"
	      "</termGrp><descrip type=\"anything\">x</descrip></ntig></langSet></termEntry>",
	      V2_END, ""},
	     {MIN_OLD("<customer>c</customer><term>gate</term>"), "", "", ""},
	     {V3("TBX-Ports", "dca"), ENTRY(EN(TERM("<termNote type=\"depth\">deep</termNote>"))),
	      V3_END, ""});
}
END_TEST

START_TEST(bad_structure)
{
	HOLD(BASIC("", "missing-element "), BASIC(ENTRY(""), "missing-element "),
	     BASIC(ENTRY(EN("<termSec/>")), "missing-element "),
	     BASIC(ENTRY(EN(TERM("<note>n</note><termNote type=\"termType\">acronym</termNote>"))),
	           "misplaced-element short-form-alone "),
	     BASIC(ENTRY(EN("<termSec><term>a</term><term>b</term></termSec>")),
	           "misplaced-element "),
	     BASIC(ENTRY(EN(TERM("")) "<note>late</note>"), "misplaced-element "),
	     BASIC(ENTRY(EN(TERM("<b>bold</b>"))), "misplaced-element "),
	     BASIC(ENTRY("words" EN(TERM(""))), "misplaced-text "),
	     BASIC(ENTRY(EN(TERM("<note type=\"x\">n</note>"))), "unknown-attribute "),
	     BASIC("<conceptEntry>" EN(TERM("")) "</conceptEntry>", "missing-attribute "),
	     {"<termbase/>", "", "", "not-tbx "}, {"<", "", "", "not-well-formed "},
	     {"words", "", "", "not-well-formed "},
	     {"<tbx/>words", "", "",
	      "wrong-namespace wrong-value missing-attribute missing-attribute "
	      "missing-attribute missing-element missing-element not-well-formed "},
	     {"", "", "", "not-well-formed "},
	     {MIN_OLD("<term>a</term><term>b</term>"), "", "", "misplaced-element "});
}
END_TEST

START_TEST(bad_values)
{
	HOLD(BASIC(ENTRY(EN(TERM("<termNote type=\"termType\">initialism</termNote>"))),
	           "wrong-value short-form-alone "),
	     BASIC(ENTRY(EN(TERM("<termNote type=\"partOfSpeech\">properNoun</termNote>"))),
	           "wrong-value "),
	     BASIC_2(OLD("<termNote type=\"partOfSpeech\">nounish</termNote>"), "dialect-value "),
	     BASIC(ENTRY("<transacGrp><transac type=\"transactionType\">creation</transac>"
	                 "<date>2026-02-29</date></transacGrp>" EN(TERM(""))),
	           "wrong-value wrong-date "),
	     BASIC(ENTRY("<transacGrp><transac type=\"transactionType\">origination</transac>"
	                 "<date>2024-02-29T10:00:00+01:00</date></transacGrp>" EN(TERM(""))),
	           ""),
	     BASIC(ENTRY("<langSec xml:lang=\"en_GB\">" TERM("") "</langSec>"), "language-tag "),
	     BASIC_2("<termEntry><langSet xml:lang=\"en_GB\"><tig><term>a</term></tig></langSet>"
	             "</termEntry>",
	             "dialect-language-tag "),
	     BASIC(ENTRY(EN("<termSec><term> </term></termSec>")), "empty-term "),
	     BASIC(ENTRY(EN(TERM("")) EN(TERM(""))), "repeated-section "),
	     BASIC(ENTRY(EN("<xref type=\"externalCrossReference\" "
	                    "target=\"page.html\">p</xref>" TERM(""))),
	           "external-reference "));
}
END_TEST

START_TEST(bad_ids)
{
	HOLD(BASIC(ENTRY(EN(TERM(""))) ENTRY(EN("<termSec><term>sluice</term></termSec>")),
	           "repeated-id "),
	     BASIC("<conceptEntry id=\"3.1\">" EN(TERM("")) "</conceptEntry>", "wrong-id "),
	     BASIC(ENTRY("<ref type=\"crossReference\" target=\"z\">z</ref>" EN(TERM(""))),
	           "dangling-reference "),
	     BASIC(ENTRY("<ref type=\"crossReference\" target=\"later\">z</ref>" EN(
	                   "<termSec id=\"later\"><term>gate</term></termSec>")),
	           ""));
}
END_TEST

START_TEST(bad_categories)
{
	HOLD(BASIC(ENTRY(EN("<descrip type=\"subjectField\">ports</descrip>" TERM(""))),
	           "category-level "),
	     BASIC(ENTRY("<descrip type=\"depth\">deep</descrip>" EN(TERM(""))),
	           "unknown-category "),
	     BASIC(ENTRY("<descrip type=\"\">deep</descrip>" EN(TERM(""))), "unknown-category "),
	     BASIC(ENTRY("<admin type=\"definition\">x</admin>" EN(TERM(""))), "unknown-category "),
	     BASIC(ENTRY("<min:subjectField>ports</min:subjectField>" EN(TERM(""))),
	           "wrong-namespace "),
	     STYLE_DCT(ENTRY("<descrip type=\"subjectField\">ports</descrip>" EN(TERM(""))),
	               "wrong-style "),
	     STYLE_DCT(ENTRY("<basic:subjectField>ports</basic:subjectField>" EN(TERM(""))),
	               "unknown-category "),
	     STYLE_DCT(ENTRY(EN(TERM("<basic:source target=\"a\">R 1</basic:source>"))),
	               "unknown-attribute "),
	     STYLE_DCT(ENTRY(EN(TERM("<basic:termType>initialism</basic:termType>"))),
	               "wrong-value short-form-alone "),
	     {V3("TBX-Min", "dca"), ENTRY("<admin type=\"source\">R 1</admin>" EN(TERM(""))),
	      V3_END, "unknown-category "});
}
END_TEST

/* What is valid and yet worth a word. */
START_TEST(poor_entries)
{
	HOLD(BASIC(ENTRY(EN("<descrip type=\"definition\">gate</descrip>" TERM(""))), "no-source "),
	     BASIC(ENTRY(EN("<termSec><term>TG</term></termSec>")), "no-term-type "),
	     BASIC(ENTRY(EN("<termSec><term>TG</term><termNote type=\"termType\">acronym"
	                    "</termNote></termSec>")),
	           "short-form-alone "),
	     BASIC(ENTRY(EN("<termSec><term>tide \xe2\x80\x8fgate</term></termSec>")),
	           "residue-in-term "),
	     BASIC(ENTRY(EN(TERM(""))) "<conceptEntry id=\"b\">" EN(TERM("")) "</conceptEntry>",
	           "homonym repeated-concept "),
	     BASIC(ENTRY(EN(TERM(
	                   "<termNote type=\"administrativeStatus\">"
	                   "preferredTerm-admn-sts</termNote>") "<termSec><term>sluice</"
	                                                        "term><termNote "
	                                                        "type=\"administrativeStatus\">"
	                                                        "preferredTerm-admn-sts</"
	                                                        "termNote></termSec>")),
	           "two-preferred-terms "));
}
END_TEST

#define NAMED(id, inside) "<conceptEntry id=\"" id "\">" EN(inside) "</conceptEntry>"
#define WEIR "<termSec><term>weir</term></termSec>"

/* An entry is told to be there twice wherever its terms stood first. */
START_TEST(repeated_entries)
{
	HOLD(BASIC(NAMED("a", TERM("") WEIR) NAMED("b", WEIR TERM("")),
	           "homonym homonym repeated-concept "),
	     BASIC(NAMED("a", TERM("")) NAMED("b", TERM("") WEIR) NAMED("c", TERM("") WEIR),
	           "homonym homonym homonym repeated-concept "),
	     BASIC(NAMED("a", TERM("")) NAMED("b", WEIR) NAMED("c", TERM("") WEIR)
	                   NAMED("d", TERM("") WEIR),
	           "homonym homonym homonym homonym repeated-concept "),
	     BASIC(NAMED("a", TERM("") TERM("")) NAMED("b", TERM("")), "homonym "),
	     BASIC("<conceptEntry id=\"a\">" NAMED("b", TERM("")) EN(TERM("")) "</conceptEntry>",
	           "misplaced-element repeated-section "),
	     BASIC(TERM("") NAMED("a", TERM("")), "misplaced-element "));
}
END_TEST

START_TEST(structures)
{
	clausary_tbx_grammars *grammars = clausary_tbx_grammars_new();
	for (int kind = 0; kind < CLAUSARY_TBX_KINDS; kind++) {
		const clausary_element_rule *rules = grammars->rules[kind];
		for (uint32_t i = 0; i < grammars->name_count; i++)
			for (uint32_t k = 0; k < grammars->name_count; k++)
				if (rules[i].takes[k])
					ck_assert_msg(rules[k].known,
					              "%s holds %s, which is not told",
					              grammars->names[i], grammars->names[k]);
	}
	clausary_tbx_grammars_free(grammars);
}
END_TEST

/* The place of an id among those given, as a plain search finds it. */
static uint32_t
search(char ids[][8], uint32_t count, const char *id)
{
	for (uint32_t i = 0; i < count; i++)
		if (strcmp(ids[i], id) == 0)
			return i;
	return CLAUSARY_NONE;
}

START_TEST(ids_in_any_order)
{
	static const char letters[] = "a.019";
	enum { MANY = 600 };
	char ids[MANY][8];
	uint32_t seed = 1, in_order = 0;
	clausary_given_ids given = {0};
	clausary_id_set set = {0};
	for (uint32_t i = 0; i < MANY; i++) {
		uint32_t length = i < 100 ? 0 : 1 + i % 6;
		snprintf(ids[i], sizeof ids[i], "c%u", (unsigned)i); /* c9 before c10 */
		for (uint32_t j = 0; j < length; j++) {
			seed = seed * 1664525u + 1013904223u;
			ids[i][j] = letters[(seed >> 16) % 5];
			ids[i][j + 1] = '\0';
		}
		clausary_slice id = clausary_slice_of(ids[i]);
		uint64_t hash = clausary_slice_hash(id);
		uint32_t first = search(ids, i, ids[i]);
		ck_assert_uint_eq(clausary_given_ids_get(&given, id), first);
		ck_assert_uint_eq(clausary_id_set_get(&set, id), first);
		ck_assert_int_eq(clausary_id_set_add(&set, id, i), first == CLAUSARY_NONE);
		if (clausary_given_ids_append(&given, id, i))
			in_order++;
		else if (clausary_given_ids_find(&given, id) == CLAUSARY_NONE)
			clausary_seen_look_up(&given.others,
			                      clausary_seen_keep(&given.others, id,
			                                         (clausary_slice){0}, hash, i),
			                      hash);
		ck_assert_uint_eq(clausary_given_ids_get(&given, id),
		                  search(ids, i + 1, ids[i]));
	}
	ck_assert_uint_ge(in_order, 100);
	clausary_given_ids_finish(&given);
	clausary_id_set_finish(&set);
}
END_TEST

/* Whatever the hashes are, alike or at either end: a string is found, and new ones are new. */
START_TEST(strings_seen)
{
	enum { MANY = 5000, DIFFERENT = 3000, WAYS = 5 };
	for (int way = 0; way < WAYS; way++) {
		clausary_seen seen = {0};
		uint32_t most = way < 2 ? 400 : MANY; /* of one hash each is compared with all */
		for (uint32_t i = 0; i < most; i++) {
			char text[16];
			uint32_t of = i * 7919u % (most * DIFFERENT / MANY), first;
			snprintf(text, sizeof text, "term %u", (unsigned)of);
			clausary_slice tail = clausary_slice_of(text);
			uint64_t hash = clausary_slice_hash(tail);
			uint64_t hashes[WAYS] = {0, UINT64_MAX, hash, hash >> 24, ~(hash >> 24)};
			uint32_t place = clausary_seen_keep(&seen, CLAUSARY_SLICE("en:"), tail,
			                                    hashes[way], of);
			first = clausary_seen_look_up(&seen, place, hashes[way]);
			ck_assert_uint_eq(first, i < most * DIFFERENT / MANY ? CLAUSARY_NONE : of);
		}
		ck_assert_uint_eq(seen.count, most * DIFFERENT / MANY);
		clausary_seen_finish(&seen);
	}
}
END_TEST

UNIT_MAIN(validate, good_files, bad_structure, bad_values, bad_ids, bad_categories, poor_entries,
          repeated_entries, structures, ids_in_any_order, strings_seen)
