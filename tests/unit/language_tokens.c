/* Tokens against ICU's word iterator: the rules of UAX #29 one by one, and random text in every
 * script. */
#include "language/tokens.h"
#include "language/word_table.h"

#include "base/utf8.h"
#include "language_texts.h"
#include "unit.h"

#include <stdio.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/utf16.h>

enum { SHORT_TEXTS = 200000, LONG_TEXTS = 1500, MOST_UNITS = 1 << 18 };

static clausary_context context;
static uint64_t random_state;

static uint32_t
random_below(uint32_t bound)
{
	random_state = random_state * 6364136223846793005u + 1442695040888963407u;
	return (uint32_t)((random_state >> 33) % bound);
}

static void
describe(clausary_token *token, uint32_t c, bool first, bool *blank)
{
	bool upper = u_isUUppercase((UChar32)c) || u_istitle((UChar32)c);
	*blank = *blank
	         && (clausary_word_is_blank(c)
	             || (!first && u_charType((UChar32)c) == U_FORMAT_CHAR));
	if (c > 0x7f)
		token->traits |= CLAUSARY_TOKEN_NON_ASCII;
	if (u_isUAlphabetic((UChar32)c)) {
		if (token->kind != CLAUSARY_TOKEN_WORD && upper)
			token->traits |= CLAUSARY_TOKEN_CAPITAL_FIRST;
		token->kind = CLAUSARY_TOKEN_WORD;
		token->traits |= upper ? CLAUSARY_TOKEN_CAPITAL : 0;
		token->traits |= upper && !first ? CLAUSARY_TOKEN_CAPITALS : 0;
		token->traits |= u_isULowercase((UChar32)c) ? CLAUSARY_TOKEN_LOWER : 0;
	} else if (u_getIntPropertyValue((UChar32)c, UCHAR_WORD_BREAK) == U_WB_NUMERIC) {
		token->traits |= CLAUSARY_TOKEN_DIGIT;
		token->kind =
		        token->kind == CLAUSARY_TOKEN_WORD ? token->kind : CLAUSARY_TOKEN_NUMBER;
	}
}

/* The tokens of `text` by the iterator alone, from the place of its first byte in the document on.
 */
static void
expect_tokens(clausary_tokens *to, UBreakIterator *iterator, clausary_slice text, uint32_t place,
              bool *loose)
{
	static UChar units[MOST_UNITS];
	static uint32_t bytes[MOST_UNITS + 1];
	UErrorCode error = U_ZERO_ERROR;
	int32_t count = 0, start = 0, end;
	for (size_t at = 0; at < text.size && count < MOST_UNITS - 2;) {
		bytes[count] = bytes[count + 1] = (uint32_t)at;
		uint32_t c = clausary_utf8_next(text, &at);
		U16_APPEND_UNSAFE(units, count, (UChar32)c);
	}
	ck_assert_int_lt(count, MOST_UNITS - 2);
	bytes[count] = (uint32_t)text.size;
	ubrk_setText(iterator, units, count, &error);
	ck_assert(U_SUCCESS(error));
	for (ubrk_first(iterator); (end = ubrk_next(iterator)) != UBRK_DONE; start = end) {
		clausary_token token = {place + bytes[start], (uint16_t)(bytes[end] - bytes[start]),
		                        CLAUSARY_TOKEN_MARK, *loose ? 0 : CLAUSARY_TOKEN_JOINED};
		bool blank = true;
		for (size_t at = bytes[start]; at < bytes[end];) {
			bool first = at == bytes[start];
			describe(&token, clausary_utf8_next(text, &at), first, &blank);
		}
		if (token.traits & CLAUSARY_TOKEN_CAPITAL
		    && (token.size == 1
		        || token.traits & (CLAUSARY_TOKEN_NON_ASCII | CLAUSARY_TOKEN_DIGIT)))
			token.traits |= CLAUSARY_TOKEN_CAPITALS;
		if (!blank)
			clausary_array_push(to, token);
		*loose = blank;
	}
}

static void
print_token(const char *label, const clausary_tokens *tokens, size_t i)
{
	if (i < tokens->count)
		printf("# %s: at %u, %u bytes, kind %u, traits %#x\n", label,
		       tokens->items[i].start, tokens->items[i].size, tokens->items[i].kind,
		       tokens->items[i].traits);
}

static void
compare(const clausary_tokens *found, const clausary_tokens *expected, clausary_slice text)
{
	size_t i = 0;
	while (i < found->count && i < expected->count
	       && memcmp(found->items + i, expected->items + i, sizeof *found->items) == 0)
		i++;
	if (i == found->count && i == expected->count)
		return;
	printf("#");
	for (size_t at = 0; at < text.size && at < 400;)
		printf(" %04x", clausary_utf8_next(text, &at));
	putchar('\n');
	print_token("found", found, i);
	print_token("expected", expected, i);
	ck_abort_msg("token %zu differs from ICU's", i);
}

static UBreakIterator *
open_iterator(const char *language)
{
	char locale[ULOC_FULLNAME_CAPACITY];
	UErrorCode error = U_ZERO_ERROR;
	uloc_forLanguageTag(language, locale, sizeof locale, NULL, &error);
	UBreakIterator *iterator = ubrk_open(UBRK_WORD, locale, NULL, 0, &error);
	ck_assert(U_SUCCESS(error));
	return iterator;
}

static void
check_text(clausary_slice text, const char *language, UBreakIterator *iterator)
{
	static clausary_tokens found, expected;
	bool loose = true;
	clausary_document document = {.context = &context, .language = language};
	clausary_buffer_add(&document.text, text);
	found.count = expected.count = 0;
	clausary_tokens_read(&found, &document, (clausary_span){0, (uint32_t)text.size});
	expect_tokens(&expected, iterator, text, 0, &loose);
	compare(&found, &expected, text);
	clausary_buffer_finish(&document.text);
}

START_TEST(rules_one_by_one)
{
	static const char *const languages[] = {"en", "fr", "ru", "ar", "zh",
	                                        "sv", "fi", "he", "ja", "und"};
	for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
		UBreakIterator *iterator = open_iterator(languages[i]);
		for (size_t k = 0; k < sizeof rules / sizeof *rules; k++)
			check_text(clausary_slice_of(rules[k]), languages[i], iterator);
		ubrk_close(iterator);
	}
}
END_TEST

/* Every rule's text at every place of the window of 64 bytes. */
START_TEST(rules_at_every_place)
{
	UBreakIterator *iterator = open_iterator("en");
	for (size_t k = 0; k < sizeof rules / sizeof *rules; k++) {
		for (size_t before = 0; before < 70; before++) {
			clausary_buffer text = {0};
			for (size_t i = 0; i < before; i++)
				clausary_buffer_add_byte(&text, i % 7 == 6 ? ' ' : 'x');
			clausary_buffer_add(&text, clausary_slice_of(rules[k]));
			check_text(clausary_buffer_slice(&text), "en", iterator);
			clausary_buffer_add(&text, CLAUSARY_SLICE("y, z"));
			check_text(clausary_buffer_slice(&text), "en", iterator);
			clausary_buffer_finish(&text);
		}
	}
	ubrk_close(iterator);
}
END_TEST

/* A code point: from the whole pool, or mostly from a few of it, so that the rules meet their
 * classes. */
static uint32_t
random_code_point(const uint32_t *few, uint32_t count, uint32_t share)
{
	return random_below(100) < share ? few[random_below(count)] : pool[random_below(POOL)];
}

static void
random_text(clausary_buffer *text, uint32_t size)
{
	uint32_t few[8], share = random_below(5) * 25;
	for (size_t i = 0; i < 8; i++)
		few[i] = pool[random_below(i < 4 ? 32 : POOL)];
	text->size = 0;
	while (size--) {
		uint32_t repeat = random_below(40) == 0 ? random_below(90) : 1;
		uint32_t c = random_code_point(few, 8, share);
		while (repeat--)
			clausary_utf8_add(text, c);
	}
}

START_TEST(random_short)
{
	clausary_buffer text = {0};
	UBreakIterator *iterator = open_iterator("en");
	random_state = 1;
	for (size_t i = 0; i < SHORT_TEXTS; i++) {
		random_text(&text, 1 + random_below(24));
		check_text(clausary_buffer_slice(&text), "en", iterator);
	}
	ubrk_close(iterator);
	clausary_buffer_finish(&text);
}
END_TEST

START_TEST(random_long)
{
	static const char *const languages[] = {"en", "sv", "zh", "ar"};
	clausary_buffer text = {0};
	random_state = 2;
	for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
		UBreakIterator *iterator = open_iterator(languages[i]);
		for (size_t k = 0; k < LONG_TEXTS; k++) {
			random_text(&text, 40 + random_below(900));
			check_text(clausary_buffer_slice(&text), languages[i], iterator);
		}
		ubrk_close(iterator);
	}
	clausary_buffer_finish(&text);
}
END_TEST

/* Every code point of the planes 0 to 2 and 14 between others, with and without a blank before it.
 */
START_TEST(every_code_point)
{
	clausary_buffer text = {0};
	UBreakIterator *iterator = open_iterator("en");
	for (uint32_t c = 1; c < 0xe0200; c += c == 0x32000 ? 0xe0000 - 0x32000 : 1) {
		if (c >= 0xd800 && c < 0xe000)
			continue;
		clausary_utf8_add(&text, c);
		clausary_buffer_add(&text, CLAUSARY_SLICE("a"));
		clausary_utf8_add(&text, c);
		clausary_buffer_add(&text, CLAUSARY_SLICE("a."));
		clausary_utf8_add(&text, c);
		clausary_utf8_add(&text, c);
		clausary_buffer_add(&text, CLAUSARY_SLICE("1"));
		clausary_utf8_add(&text, c);
		clausary_buffer_add(&text, CLAUSARY_SLICE("1 "));
		clausary_utf8_add(&text, c);
		clausary_buffer_add(&text, CLAUSARY_SLICE(" _"));
		if (c % 64 == 0) {
			check_text(clausary_buffer_slice(&text), "en", iterator);
			text.size = 0;
		}
	}
	ubrk_close(iterator);
	clausary_buffer_finish(&text);
}
END_TEST

/* A span to skip is an end of text to the iterator, but joins what stands on both sides of it. */
static void
check_skips(clausary_buffer *part, UBreakIterator *iterator)
{
	static clausary_tokens found, expected;
	clausary_document document = {.context = &context, .language = "en"};
	bool loose = true;
	found.count = expected.count = 0;
	for (uint32_t i = 0; i < 5; i++) {
		uint32_t start = (uint32_t)document.text.size;
		random_text(part, 1 + random_below(30));
		clausary_buffer_add(&document.text, clausary_buffer_slice(part));
		if (i % 2 == 0)
			expect_tokens(&expected, iterator, clausary_buffer_slice(part), start,
			              &loose);
		else
			clausary_array_push(&document.skips,
			                    ((clausary_span){start, (uint32_t)document.text.size}));
	}
	clausary_tokens_read(&found, &document, (clausary_span){0, (uint32_t)document.text.size});
	compare(&found, &expected, clausary_buffer_slice(&document.text));
	clausary_array_finish(&document.skips);
	clausary_buffer_finish(&document.text);
}

START_TEST(random_skips)
{
	clausary_buffer part = {0};
	UBreakIterator *iterator = open_iterator("en");
	random_state = 7;
	for (size_t i = 0; i < 5000; i++)
		check_skips(&part, iterator);
	ubrk_close(iterator);
	clausary_buffer_finish(&part);
}
END_TEST

static clausary_document
document_of(const char *text)
{
	clausary_document document = {.context = &context, .language = "en"};
	clausary_buffer_add(&document.text, clausary_slice_of(text));
	return document;
}

START_TEST(kinds_and_traits)
{
	clausary_document document = document_of("The 5G, ITU-T's 3.2\u00a0\u00c9tat __ \u4e2d");
	enum {
		FIRST = CLAUSARY_TOKEN_CAPITAL_FIRST | CLAUSARY_TOKEN_CAPITAL,
		LOWER = CLAUSARY_TOKEN_LOWER
	};
	enum {
		DIGIT = CLAUSARY_TOKEN_DIGIT,
		OTHER = CLAUSARY_TOKEN_NON_ASCII,
		JOINED = CLAUSARY_TOKEN_JOINED
	};
	enum {
		WORD = CLAUSARY_TOKEN_WORD,
		NUMBER = CLAUSARY_TOKEN_NUMBER,
		MARK = CLAUSARY_TOKEN_MARK
	};
	clausary_token expected[] = {{0, 3, WORD, FIRST | LOWER},
	                             {4, 2, WORD, FIRST | DIGIT | CLAUSARY_TOKEN_CAPITALS},
	                             {6, 1, MARK, JOINED},
	                             {8, 3, WORD, FIRST | CLAUSARY_TOKEN_CAPITALS},
	                             {11, 1, MARK, JOINED},
	                             {12, 3, WORD, FIRST | LOWER | JOINED},
	                             {16, 3, NUMBER, DIGIT},
	                             {21, 5, WORD, FIRST | LOWER | OTHER | CLAUSARY_TOKEN_CAPITALS},
	                             {27, 2, MARK, 0},
	                             {30, 3, WORD, OTHER}};
	clausary_tokens tokens = {0};
	clausary_tokens_read(&tokens, &document, (clausary_span){0, (uint32_t)document.text.size});
	compare(&tokens, &(clausary_tokens){expected, 10, 10},
	        clausary_buffer_slice(&document.text));
	clausary_array_finish(&tokens);
	clausary_buffer_finish(&document.text);
}
END_TEST

/* What never ends: every byte is in a token, in order, and a token's size is right. */
START_TEST(endless_words)
{
	static const char *const pieces[] = {"a",      "_",      "a.",     ".", "\u00e9",
	                                     "\u0308", "\u4e2d", "\u200d", "7,"};
	for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
		clausary_buffer text = {0};
		clausary_tokens tokens = {0};
		clausary_document document = {.context = &context, .language = "en"};
		while (text.size < 300000)
			clausary_buffer_add(&text, clausary_slice_of(pieces[i]));
		clausary_buffer_add(&text, CLAUSARY_SLICE("\u0308"));
		document.text = text;
		clausary_tokens_read(&tokens, &document, (clausary_span){0, (uint32_t)text.size});
		uint32_t at = 0;
		for (size_t k = 0; k < tokens.count; k++) {
			ck_assert_uint_eq(tokens.items[k].start, at);
			ck_assert_uint_gt(tokens.items[k].size, 0);
			at += tokens.items[k].size;
			ck_assert(k == 0 || tokens.items[k].traits & CLAUSARY_TOKEN_JOINED);
		}
		ck_assert_uint_eq(at, text.size);
		clausary_array_finish(&tokens);
		clausary_buffer_finish(&text);
	}
}
END_TEST

/* Bytes that are no UTF-8 do no harm, and are taken as U+FFFD. */
START_TEST(random_bytes)
{
	char bytes[200];
	UBreakIterator *iterator = open_iterator("en");
	random_state = 9;
	for (size_t i = 0; i < 20000; i++) {
		size_t size = random_below(sizeof bytes);
		for (size_t k = 0; k < size; k++)
			bytes[k] = (char)(random_below(2) ? random_below(256)
			                                  : ' ' + random_below(90));
		check_text((clausary_slice){bytes, size}, "en", iterator);
	}
	ubrk_close(iterator);
}
END_TEST

/* What the table tells without ICU: were all of it hard, tokens would be the same and slow. */
START_TEST(what_the_table_tells)
{
	enum { LETTER = CLAUSARY_WORD_JOIN | CLAUSARY_WORD_LETTER };
	static const struct {
		uint32_t c;
		uint8_t flags;
	} CASES[] = {
	        {'a', LETTER | CLAUSARY_WORD_LOWER},
	        {'_', CLAUSARY_WORD_JOIN},
	        {0xc9, LETTER | CLAUSARY_WORD_CAPITAL},
	        {0x436, LETTER | CLAUSARY_WORD_LOWER},
	        {0x628, LETTER},
	        {0x663, CLAUSARY_WORD_JOIN | CLAUSARY_WORD_NUMBER},
	        {0xb7, CLAUSARY_WORD_MID_LETTER},
	        {0x2019, CLAUSARY_WORD_MID_LETTER | CLAUSARY_WORD_MID_NUMBER},
	        {0x37e, CLAUSARY_WORD_MID_NUMBER},
	        {0xa0, CLAUSARY_WORD_BLANK},
	        {0x2013, 0},
	        {0x301, CLAUSARY_WORD_HARD},
	        {0x5d0, CLAUSARY_WORD_HARD},
	};
	static const char *const tags[] = {"en", "fi", "ar", "ja"};
	for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
		clausary_word_table *table = clausary_word_table_open(&context, tags[i]);
		ck_assert(table->usual_ascii);
		for (size_t k = 0; k < sizeof CASES / sizeof *CASES; k++)
			ck_assert_msg(clausary_word_flags(table, CASES[k].c) == CASES[k].flags,
			              "%s: U+%04X", tags[i], CASES[k].c);
	}
}
END_TEST

/* Many languages in one context, more than it keeps tables for. */
START_TEST(many_languages)
{
	static const char *const tags[] = {"en", "fr-CA", "sv-SE", "zh-Hant", "x-bad-bad-bad",
	                                   "!",  "",      "de",    "ja",      "ko",
	                                   "th", "ar",    "ru",    "es",      "fi",
	                                   "en"};
	for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
		clausary_document document = document_of("One word:two.");
		clausary_tokens tokens = {0};
		document.language = tags[i];
		clausary_tokens_read(&tokens, &document,
		                     (clausary_span){0, (uint32_t)document.text.size});
		ck_assert_uint_ge(tokens.count, 3);
		clausary_array_finish(&tokens);
		clausary_buffer_finish(&document.text);
	}
}
END_TEST

/* "÷ 0061 × 0308 ÷ # …" of Unicode's WordBreakTest.txt, where CLAUSARY_UNICODE_TESTS names the
 * file. */
START_TEST(official_cases)
{
	char line[4096];
	const char *path = getenv("CLAUSARY_UNICODE_TESTS");
	FILE *file = path ? fopen(path, "r") : NULL;
	UBreakIterator *iterator = open_iterator("en");
	while (file && fgets(line, sizeof line, file)) {
		clausary_buffer text = {0};
		line[strcspn(line, "#")] = '\0';
		for (const char *at = line; *at;) {
			char *end;
			unsigned long c = strtoul(at, &end, 16);
			if (end > at)
				clausary_utf8_add(&text, (uint32_t)c);
			at = end > at ? end : at + 1;
		}
		check_text(clausary_buffer_slice(&text), "en", iterator);
		clausary_buffer_finish(&text);
	}
	if (file)
		fclose(file);
	ubrk_close(iterator);
}
END_TEST

UNIT_MAIN(language_tokens, rules_one_by_one, rules_at_every_place, random_short, random_long,
          every_code_point, random_skips, kinds_and_traits, endless_words, random_bytes,
          what_the_table_tells, many_languages, official_cases)
