/* The word table: a code point gets the class that explains how ICU's word rules (UAX #29, WB5 to
 * WB13) cut it off from letters, digits, underscores and marks, so that a rule which ICU tailors is
 * followed too. */
#include "language/word_table.h"

#include "base/arena.h"

#include <unicode/uchar.h>
#include <unicode/uloc.h>

#include <stdlib.h>

enum { MOST_TABLES = 8 };

/* What ICU is asked about characters: where it cuts lines of them, each between two of one of these
 * marks, in the first line between each other. */
static const char BETWEEN[] = {'\0', 'a', '1', '_', '\'', ',', '('};
enum { LINES = sizeof BETWEEN, ASCII = 0x80, MOST = LINES * (2 * ASCII + 2) };

typedef struct question {
	UChar text[MOST];
	int32_t size;
	uint8_t cut[MOST + 1]; /* the answer: whether ICU cuts before each */
} question;

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

const clausary_word_alphabet clausary_word_alphabets[CLAUSARY_WORD_ALPHABETS] = {
        {0x410, 0x430, 0x450, true},  /* Cyrillic, the letters of Russian but for io */
        {0x621, 0x621, 0x64b, false}, /* Arabic */
};

static const clausary_word_alphabet *
alphabet_of(UChar c)
{
	for (size_t i = 0; i < CLAUSARY_WORD_ALPHABETS; i++)
		if (c >= clausary_word_alphabets[i].first && c < clausary_word_alphabets[i].end)
			return &clausary_word_alphabets[i];
	return NULL;
}

/* The flags that word_window.c gives ASCII and the letters of alphabets. */
static uint8_t
usual(UChar c)
{
	const clausary_word_alphabet *alphabet = alphabet_of(c);
	char ascii = (char)c;
	if (alphabet)
		return !alphabet->cased      ? LETTER
		       : c < alphabet->small ? LETTER | CLAUSARY_WORD_CAPITAL
		                             : LETTER | CLAUSARY_WORD_LOWER;
	if (clausary_ascii_is_letter(ascii))
		return LETTER
		       | (clausary_ascii_is_upper(ascii) ? CLAUSARY_WORD_CAPITAL
		                                         : CLAUSARY_WORD_LOWER);
	if (clausary_ascii_is_digit(ascii))
		return NUMBER;
	if (clausary_ascii_is_blank(ascii))
		return CLAUSARY_WORD_BLANK;
	if (c == '.' || c == '\'')
		return MID_BOTH;
	if (c == ',' || c == ';')
		return CLAUSARY_WORD_MID_NUMBER;
	return c == '_' ? CLAUSARY_WORD_JOIN : 0;
}

/* WB6, WB7, WB11, WB12: whether the middle one of three ties the other two together. */
static bool
ties(uint8_t before, uint8_t middle, uint8_t after)
{
	uint8_t both = before & after;
	return ((middle & CLAUSARY_WORD_MID_LETTER) && (both & CLAUSARY_WORD_LETTER))
	       || ((middle & CLAUSARY_WORD_MID_NUMBER) && (both & CLAUSARY_WORD_NUMBER));
}

/* The rules that tokens.c follows: is there a cut between the middle two of four? */
static bool
cuts(const uint8_t *around)
{
	if (around[1] & around[2] & CLAUSARY_WORD_JOIN)
		return false;
	return !ties(around[0], around[1], around[2]) && !ties(around[1], around[2], around[3]);
}

/* Whether the rules cut as ICU does where the characters beyond ASCII, and `asked`, are of this
 * class and the others are as usual. Blanks are not tokens: two of them may stay together. */
static bool
explains(const question *q, UChar asked, uint8_t class)
{
	uint8_t around[4] = {0};
	for (int32_t at = -1; at < q->size; at++) {
		UChar next = at + 1 < q->size ? q->text[at + 1] : '\n';
		memmove(around, around + 1, 3);
		around[3] = next == asked ? class : usual(next);
		bool blanks = around[1] & around[2] & CLAUSARY_WORD_BLANK;
		if (at > 0 && !blanks && cuts(around) != q->cut[at])
			return false;
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

/* Ask ICU where it cuts lines of these characters. */
static void
ask(question *q, UBreakIterator *iterator, const UChar *asked, size_t count)
{
	UErrorCode error = U_ZERO_ERROR;
	*q = (question){0};
	for (size_t line = 0; line < LINES; line++) {
		for (size_t i = 0; i <= count; i++) {
			if (BETWEEN[line])
				q->text[q->size++] = (UChar)BETWEEN[line];
			q->text[q->size++] = i < count ? asked[i] : '\n';
		}
	}
	ubrk_setText(iterator, q->text, q->size, &error);
	for (int32_t at = ubrk_first(iterator); at != UBRK_DONE; at = ubrk_next(iterator))
		q->cut[at] = true;
}

static uint8_t
judge(const clausary_word_table *table, UChar c)
{
	question q;
	const UChar twice[] = {c, c};
	if (!is_plain(c))
		return CLAUSARY_WORD_HARD;
	ask(&q, table->iterator, twice, 2);
	if (clausary_word_is_blank(c))
		return explains(&q, c, CLAUSARY_WORD_BLANK) ? CLAUSARY_WORD_BLANK
		                                            : CLAUSARY_WORD_HARD;
	for (size_t i = 0; i < sizeof classes; i++)
		if (explains(&q, c, classes[i]))
			return classes[i] == LETTER ? with_case(c) : classes[i];
	return CLAUSARY_WORD_HARD;
}

/* All letters of an alphabet are asked about at once, and where ICU does with them as usual no more
 * is. */
static void
ask_alphabet(clausary_word_table *table, const clausary_word_alphabet *alphabet)
{
	enum { NONE = 0xffff };
	question q;
	UChar letters[ASCII];
	size_t count = 0;
	bool usually = true;
	for (UChar c = alphabet->first; c < alphabet->end; c++) {
		letters[count++] = c;
		usually &= is_plain(c) && with_case(c) == usual(c);
	}
	ask(&q, table->iterator, letters, count);
	usually &= explains(&q, NONE, 0);
	for (UChar c = alphabet->first; c < alphabet->end; c++) {
		table->asked[c] = true;
		table->flags[c] = usually ? usual(c) : judge(table, c);
	}
	table->usual[alphabet - clausary_word_alphabets] = usually;
}

bool
clausary_word_table_learn(clausary_word_table *table, uint32_t c)
{
	uint32_t index = clausary_word_index(c);
	if (index == CLAUSARY_NONE || table->asked[index])
		return false;
	const clausary_word_alphabet *alphabet = alphabet_of((UChar)c);
	if (alphabet) { /* others will come */
		ask_alphabet(table, alphabet);
		return true;
	}
	table->asked[index] = true;
	table->flags[index] = judge(table, (UChar)c);
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

/* Languages and versions of ICU differ in the colon and the at sign: these two are looked up. */
static bool
is_settled(UChar c)
{
	return c != ':' && c != '@';
}

/* All of ASCII is asked about at once, and where ICU does with it as usual no more is. */
static void
ask_ascii(clausary_word_table *table)
{
	enum { NONE = 0xffff };
	question q;
	UChar settled[ASCII];
	size_t count = 0;
	for (UChar c = 0; c < ASCII; c++)
		if (is_settled(c))
			settled[count++] = c;
	ask(&q, table->iterator, settled, count);
	table->usual_ascii = explains(&q, NONE, 0);
	for (UChar c = 0; c < ASCII; c++) {
		table->asked[c] = true;
		table->flags[c] = table->usual_ascii && is_settled(c) ? usual(c) : judge(table, c);
	}
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
	ask_ascii(table);
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
