/* The word table: a code point gets the class that explains how ICU's word rules (UAX #29, WB5 to
 * WB13) cut it off from letters, digits, underscores and marks, so that a rule which ICU tailors is
 * followed too. */
#include "language/word_table.h"

#include "base/arena.h"

#include <unicode/uchar.h>
#include <unicode/uloc.h>

#include <stdlib.h>

enum { MOST_TABLES = 8 };

/* What is asked about a code point, which stands for `?`. Only the cuts inside a line count. */
static const char *const probes[] = {"a?a", "1?1", "a?1", "1?a", "_?_", "a?_",  "_?a",
                                     "1?_", "_?1", "?a?", "?1?", "?_?", "a??a", "1??1",
                                     "?'?", "?,?", "?'a", "a'?", "?'1", "1'?",  "?,1",
                                     "1,?", "?,a", "a,?", "(?(", "'?'", ",?,"};
enum { PROBES = sizeof probes / sizeof *probes, PROBE_UNITS = PROBES * 5, AT_ONCE = 64 };

#define LETTER (CLAUSARY_WORD_JOIN | CLAUSARY_WORD_LETTER)
#define NUMBER (CLAUSARY_WORD_JOIN | CLAUSARY_WORD_NUMBER)
#define MID_BOTH (CLAUSARY_WORD_MID_LETTER | CLAUSARY_WORD_MID_NUMBER)

static const uint8_t classes[] = {0,
                                  LETTER,
                                  NUMBER,
                                  CLAUSARY_WORD_JOIN,
                                  CLAUSARY_WORD_MID_LETTER,
                                  CLAUSARY_WORD_MID_NUMBER,
                                  MID_BOTH};

static uint8_t
class_in_probe(char c, uint8_t asked)
{
	switch (c) {
	case '?':
		return asked;
	case 'a':
		return LETTER;
	case '1':
		return NUMBER;
	case '_':
		return CLAUSARY_WORD_JOIN;
	case '\'':
		return MID_BOTH;
	case ',':
		return CLAUSARY_WORD_MID_NUMBER;
	default:
		return 0;
	}
}

/* WB6, WB7, WB11, WB12: whether the middle one of three ties the other two together. */
static bool
ties(uint8_t before, uint8_t middle, uint8_t after)
{
	uint8_t both = before & after;
	return ((middle & CLAUSARY_WORD_MID_LETTER) && (both & CLAUSARY_WORD_LETTER))
	       || ((middle & CLAUSARY_WORD_MID_NUMBER) && (both & CLAUSARY_WORD_NUMBER));
}

/* The rules that tokens.c follows, here on one probe: is there a cut before place `at`? */
static bool
cuts(const char *probe, size_t at, uint8_t asked)
{
	uint8_t around[4] = {0}; /* places at - 2 to at + 1 */
	for (size_t i = 0; i < 4; i++) {
		if (at + i >= 2 && at + i - 2 < strlen(probe))
			around[i] = class_in_probe(probe[at + i - 2], asked);
	}
	if (around[1] & around[2] & CLAUSARY_WORD_JOIN)
		return false;
	return !ties(around[0], around[1], around[2]) && !ties(around[1], around[2], around[3]);
}

static bool
explains(uint8_t class, const uint8_t *cut)
{
	for (size_t i = 0; i < PROBES; i++) {
		size_t size = strlen(probes[i]);
		for (size_t at = 1; at < size; at++) {
			if (cuts(probes[i], at, class) != cut[at])
				return false;
		}
		cut += size + 1;
	}
	return true;
}

bool
clausary_word_is_blank(uint32_t c)
{
	return u_isUWhiteSpace((UChar32)c) || c == 0x200b || c == 0xfeff;
}

/* Classes that act on what stands around them in ways tokens.c does not follow. */
static bool
is_plain(uint32_t c)
{
	switch (u_getIntPropertyValue((UChar32)c, UCHAR_WORD_BREAK)) {
	case U_WB_ALETTER:
	case U_WB_NUMERIC:
	case U_WB_EXTENDNUMLET:
	case U_WB_MIDLETTER:
	case U_WB_MIDNUM:
	case U_WB_MIDNUMLET:
	case U_WB_SINGLE_QUOTE:
	case U_WB_DOUBLE_QUOTE:
	case U_WB_OTHER:
	case U_WB_CR:
	case U_WB_LF:
	case U_WB_NEWLINE:
	case U_WB_WSEGSPACE:
		return u_getIntPropertyValue((UChar32)c, UCHAR_LINE_BREAK) != U_LB_COMPLEX_CONTEXT
		       && !u_hasBinaryProperty((UChar32)c, UCHAR_IDEOGRAPHIC);
	default:
		return false;
	}
}

static uint8_t
with_case(uint32_t c)
{
	if (!u_isUAlphabetic((UChar32)c))
		return CLAUSARY_WORD_HARD;
	if (u_isUUppercase((UChar32)c) || u_istitle((UChar32)c))
		return LETTER | CLAUSARY_WORD_CAPITAL;
	return u_isULowercase((UChar32)c) ? LETTER | CLAUSARY_WORD_LOWER : LETTER;
}

/* `cut` tells for every unit of the probes about `c` whether ICU cuts before it. */
static uint8_t
judge(uint32_t c, const uint8_t *cut)
{
	size_t i = 0;
	if (!is_plain(c))
		return CLAUSARY_WORD_HARD;
	if (clausary_word_is_blank(c)) /* blanks are not tokens: two of them may stay together */
		return cut[1] && cut[2] && cut[5] && cut[6] && !(c == 0x202f) ? CLAUSARY_WORD_BLANK
		                                                              : CLAUSARY_WORD_HARD;
	while (i < sizeof classes && !explains(classes[i], cut))
		i++;
	if (i == sizeof classes)
		return CLAUSARY_WORD_HARD;
	return classes[i] == LETTER ? with_case(c) : classes[i];
}

/* The probes about `count` code points, each ended by a line feed, which is cut off on both sides.
 */
static int32_t
write_probes(UChar *to, uint32_t first, uint32_t count)
{
	int32_t size = 0;
	for (uint32_t c = first; c < first + count; c++) {
		for (size_t i = 0; i < PROBES; i++) {
			for (const char *at = probes[i]; *at; at++)
				to[size++] = *at == '?' ? (UChar)c : (UChar)*at;
			to[size++] = '\n';
		}
	}
	return size;
}

/* Ask ICU about `count` code points from `first` on, which the table covers. */
static void
ask(clausary_word_table *table, uint32_t first, uint32_t count)
{
	enum { MOST = AT_ONCE * PROBE_UNITS };
	UErrorCode error = U_ZERO_ERROR;
	uint8_t cut[MOST + 1] = {0};
	UChar text[MOST];
	uint32_t index = clausary_word_index(first);
	int32_t size = write_probes(text, first, count);
	memset(table->asked + index, 1, count);
	ubrk_setText(table->iterator, text, size, &error);
	for (int32_t at = ubrk_first(table->iterator); at != UBRK_DONE;
	     at = ubrk_next(table->iterator))
		cut[at] = 1;
	for (uint32_t i = 0; i < count && U_SUCCESS(error); i++)
		table->flags[index + i] = judge(first + i, cut + (size_t)i * (size_t)size / count);
}

bool
clausary_word_table_learn(clausary_word_table *table, uint32_t c)
{
	uint32_t index = clausary_word_index(c);
	if (index == CLAUSARY_NONE || table->asked[index])
		return false;
	ask(table, c, 1);
	return true;
}

uint8_t
clausary_word_flags(clausary_word_table *table, uint32_t c)
{
	uint32_t index = clausary_word_index(c);
	if (index == CLAUSARY_NONE)
		return CLAUSARY_WORD_HARD;
	if (table->flags[index] == CLAUSARY_WORD_HARD)
		clausary_word_table_learn(table, c);
	return table->flags[index];
}

/* The flags that word_window.c gives ASCII. */
static uint8_t
usual(char c)
{
	if (clausary_ascii_is_letter(c))
		return LETTER
		       | (clausary_ascii_is_upper(c) ? CLAUSARY_WORD_CAPITAL : CLAUSARY_WORD_LOWER);
	if (clausary_ascii_is_digit(c))
		return NUMBER;
	if (clausary_ascii_is_blank(c))
		return CLAUSARY_WORD_BLANK;
	if (c == '.' || c == '\'')
		return MID_BOTH;
	if (c == ',' || c == ';')
		return CLAUSARY_WORD_MID_NUMBER;
	return c == '_' ? CLAUSARY_WORD_JOIN : 0;
}

/* Languages and versions of ICU differ in the colon and the at sign: these two are looked up. */
static bool
is_usual_ascii(const uint8_t *flags)
{
	for (int c = 0; c < 0x80; c++)
		if (flags[c] != usual((char)c) && c != ':' && c != '@')
			return false;
	return true;
}

static void
table_free(clausary_word_table *table)
{
	if (table)
		ubrk_close(table->iterator);
	free(table);
}

static void
list_free(void *value)
{
	clausary_word_table *table = value;
	while (table) {
		clausary_word_table *next = table->next;
		table_free(table);
		table = next;
	}
}

static clausary_word_table *
table_new(const char *language)
{
	char locale[ULOC_FULLNAME_CAPACITY] = "";
	UErrorCode error = U_ZERO_ERROR;
	clausary_word_table *table = clausary_memory_zeros(1, sizeof *table);
	memcpy(table->language, language, strlen(language));
	uloc_forLanguageTag(language, locale, sizeof locale, NULL, &error);
	if (U_FAILURE(error) || error == U_STRING_NOT_TERMINATED_WARNING)
		locale[0] = '\0';
	error = U_ZERO_ERROR;
	table->iterator = ubrk_open(UBRK_WORD, locale, NULL, 0, &error);
	if (U_FAILURE(error)) {
		table_free(table);
		return NULL;
	}
	memset(table->flags, CLAUSARY_WORD_HARD, sizeof table->flags);
	ask(table, 0, AT_ONCE);
	ask(table, AT_ONCE, AT_ONCE);
	table->usual_ascii = is_usual_ascii(table->flags);
	return table;
}

/* The table used last stands first; past MOST_TABLES the one at the end goes. */
clausary_word_table *
clausary_word_table_open(clausary_context *context, const char *language)
{
	clausary_word_table *first = context->word_table.value, **link = &first, *table;
	size_t count = 0;
	if (language == NULL || strlen(language) >= sizeof first->language)
		language = "";
	if (first && strcmp(first->language, language) == 0)
		return first;
	for (; *link && strcmp((*link)->language, language) != 0; link = &(*link)->next) {
		if (++count == MOST_TABLES) {
			table_free(*link);
			*link = NULL;
			break;
		}
	}
	table = *link;
	if (table)
		*link = table->next;
	else
		table = table_new(language);
	context->word_table.free = list_free;
	context->word_table.value = table ? table : first;
	if (table)
		table->next = first;
	return table;
}
