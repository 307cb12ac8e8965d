/* Letters laid on words: what fits fully, what fits less, what does not fit. */
#include "mining/initials.h"
#include "unit.h"

typedef struct reading {
	clausary_context *context;
	clausary_document *document;
	clausary_findings *findings;
	clausary_mining mining;
} reading;

static void
start(reading *r, const char *words)
{
	clausary_read_options options = {.format = "text", .language = "en"};
	clausary_locale *locale;
	*r = (reading){0};
	ck_assert_int_eq(clausary_context_new(&r->context, NULL), CLAUSARY_OK);
	ck_assert_int_eq(
	        clausary_read(&r->document, r->context, clausary_slice_of(words), "test", &options),
	        CLAUSARY_OK);
	ck_assert_int_eq(clausary_locale_open(&locale, r->context, "en"), CLAUSARY_OK);
	r->mining.document = r->document;
	r->mining.cues = clausary_cues_of(locale);
	clausary_tokens_read(&r->mining.tokens, r->document,
	                     (clausary_span){0, (uint32_t)strlen(words)});
	ck_assert_uint_gt(r->mining.tokens.count, 0);
}

static void
finish(reading *r)
{
	clausary_array_finish(&r->mining.tokens);
	clausary_document_free(r->document);
	clausary_context_free(r->context);
}

/* The score of the best reading of `form` in `words`, and the word it begins with. */
static float
score(const char *form, const char *words, bool anchor_first, const char *begins)
{
	reading r;
	start(&r, words);
	clausary_initials found = clausary_initials_read(&r.mining, clausary_slice_of(form), 0,
	                                                 r.mining.tokens.count - 1, anchor_first);
	if (begins && found.score > 0) {
		clausary_slice first = clausary_mining_word(&r.mining, found.first);
		ck_assert_msg(clausary_slice_equal(first, clausary_slice_of(begins)),
		              "%s begins with '%.*s'", form, (int)first.size, first.data);
	}
	finish(&r);
	return found.score;
}

START_TEST(all_initials)
{
	ck_assert_float_ge(score("TSL", "tide signal light", true, "tide"), 0.99f);
	ck_assert_float_ge(score("TSL", "Tide-Signal Light", true, "Tide"), 0.99f);
	ck_assert_float_ge(score("TSLs", "tide signal lights", true, "tide"), 0.99f);
	ck_assert_float_ge(score("CLE", "Council for the Lamps of Estuaries", true, "Council"),
	                   0.99f);
	ck_assert_float_ge(score("\u00c9L", "\u00e9toile lamp", true, "\u00e9toile"), 0.99f);
}
END_TEST

START_TEST(the_beginning_is_found)
{
	ck_assert_float_ge(score("TSL", "the keeper lights every tide signal light", false, "tide"),
	                   0.99f);
	ck_assert_float_ge(score("LKA", "a long list of the Lamp Keepers Assembly", false, "Lamp"),
	                   0.99f);
	ck_assert_float_lt(score("TSL", "the keeper lights every tide signal light", true, NULL),
	                   0.8f);
}
END_TEST

START_TEST(small_words_may_give_letters)
{
	float small = score("DON", "Department of Navigation", true, "Department");
	ck_assert_float_ge(small, 0.85f);
	ck_assert_float_lt(small, score("DN", "Department of Navigation", true, "Department"));
}
END_TEST

START_TEST(inner_letters)
{
	ck_assert_float_ge(score("WiLa", "wind lamp", true, "wind"), 0.8f);
	ck_assert_float_gt(score("TSL", "tide signal light", true, NULL),
	                   score("TDL", "tide signal light", true, NULL));
}
END_TEST

START_TEST(numerals)
{
	ck_assert_float_ge(score("3LA", "Third Lamp Assembly", true, "Third"), 0.99f);
	ck_assert_float_ge(score("6DL", "six day lamp", true, "six"), 0.99f);
	ck_assert_float_ge(score("2L", "2 lamps", true, "2"), 0.99f);
}
END_TEST

START_TEST(another_order)
{
	float order = score("OHM", "Harbour Measures Organization", false, "Harbour");
	ck_assert_float_ge(order, 0.5f);
	ck_assert_float_lt(order, 0.99f);
	ck_assert_float_lt(score("OHX", "Harbour Measures Organization", false, NULL), 0.5f);
}
END_TEST

START_TEST(words_left_out_cost)
{
	float all = score("TSL", "tide signal light", true, NULL);
	ck_assert_float_lt(score("TSL", "tide signal harbour light", true, NULL), all);
	ck_assert_float_lt(score("TSL", "tide signal light keeper", true, NULL), all);
	ck_assert_float_lt(score("TSL", "tide signal light keeper house", true, NULL),
	                   score("TSL", "tide signal light keeper", true, NULL));
}
END_TEST

START_TEST(what_does_not_fit)
{
	ck_assert_float_lt(score("TSL", "quiet harbour book", false, NULL), 0);
	ck_assert_float_lt(score("TSL", "tide", false, NULL), 0);
	ck_assert_float_lt(score("TSL", "light signal", true, NULL), 0);
	ck_assert_float_lt(score("", "tide signal light", false, NULL), 0);
	ck_assert_float_lt(score("--", "tide signal light", false, NULL), 0);
	ck_assert_float_lt(score("TSL", "...", false, NULL), 0);
}
END_TEST

START_TEST(long_input_is_bounded)
{
	char words[4001];
	for (size_t i = 0; i < sizeof words - 1; i++)
		words[i] = i % 4 == 3 ? ' ' : "tsl"[i / 4 % 3];
	words[sizeof words - 1] = '\0';
	score("TSLTSLTSLTSLTSLTSLTSLTSLTSLTSLTSLTSLTSL", words, false, NULL);
	score("TTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTT", "t", true, NULL);
}
END_TEST

UNIT_MAIN(mining_initials, all_initials, the_beginning_is_found, small_words_may_give_letters,
          inner_letters, numerals, another_order, words_left_out_cost, what_does_not_fit,
          long_input_is_bounded)
