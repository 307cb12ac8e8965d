/* Damage to Arabic text. What no word of Arabic does is counted: teh marbuta, which only ends
 * words, at the start of many, and the article with its alef doubled. What is right is never
 * guessed: the letters that belonged together are lost. */
#include "document/damage.h"

#include "base/utf8.h"

#include <unicode/uchar.h>

enum {
	LOOKED_AT = 32768, /* bytes */
	FEWEST_WORDS = 20,
	ALEF = 0x627,
	TEH_MARBUTA = 0x629,
	LAM = 0x644,
	KASHIDA = 0x640
};

/* The ways to be damaged, and how many words are. */
typedef enum damage { REVERSED, APART, TURNED, DAMAGES } damage;

static const struct {
	uint32_t least; /* words in a hundred: fewer are slips of the pen */
	const char *what;
} DAMAGE[DAMAGES] = {
        [REVERSED] = {2, "its letters stand in reverse order"},
        [APART] = {40, "its letters stand apart, so that words cannot be told"},
        [TURNED] = {2, "lam and alef are turned round in its words"},
};

typedef struct examination {
	const clausary_document *document;
	uint32_t words, ended, found[DAMAGES];
	clausary_slice example[DAMAGES]; /* the first damaged word */
	uint32_t line[DAMAGES];
} examination;

/* The letter that a presentation form shows, as far as it is asked for here. */
static uint32_t
letter_of(uint32_t c)
{
	if (c == 0xfe8d || c == 0xfe8e)
		return ALEF;
	if (c == 0xfe93 || c == 0xfe94)
		return TEH_MARBUTA;
	if ((c >= 0xfedd && c <= 0xfee0) || (c >= 0xfef5 && c <= 0xfefc))
		return LAM;
	return c;
}

static bool
is_arabic(uint32_t c)
{
	return (c >= 0x620 && c <= 0x64a) || (c >= 0x671 && c <= 0x6d3)
	       || (c >= 0xfb50 && c <= 0xfdff) || (c >= 0xfe70 && c <= 0xfefc);
}

static bool
is_alef(uint32_t c)
{
	return c == ALEF || c == 0x622 || c == 0x623 || c == 0x625; /* with madda or hamza */
}

static bool
is_mark(uint32_t c)
{
	return c == KASHIDA || (c >= 0x64b && c <= 0x65f) || c == 0x670;
}

static void
count(examination *e, damage kind, clausary_slice word, uint32_t line)
{
	if (e->found[kind]++ == 0) {
		e->example[kind] = word;
		e->line[kind] = line;
	}
}

static void
examine_word(examination *e, clausary_slice word, uint32_t line)
{
	uint32_t first[3] = {0}, last = 0, letters = 0;
	for (size_t at = 0; at < word.size;) {
		uint32_t c = letter_of(clausary_utf8_next(word, &at));
		if (is_mark(c))
			continue;
		if (letters < 3)
			first[letters] = c;
		last = c;
		letters++;
	}
	if (letters == 0)
		return;
	e->words++;
	e->ended += letters > 1 && last == TEH_MARBUTA;
	if (letters > 1 && first[0] == TEH_MARBUTA)
		count(e, REVERSED, word, line);
	if (letters == 1)
		count(e, APART, word, line);
	if (letters > 3 && first[0] == ALEF && is_alef(first[1]) && first[2] == LAM)
		count(e, TURNED, word, line);
}

static void
examine(examination *e, const clausary_block *block, clausary_slice text)
{
	size_t start = 0, at = 0;
	bool inside = false;
	while (at < text.size) {
		size_t here = at;
		uint32_t c = (unsigned char)text.data[at];
		if (c < 0x80)
			at++;
		else
			c = clausary_utf8_next(text, &at);
		bool letter = is_arabic(c) || is_mark(c);
		if (letter && !inside)
			start = here;
		if (!letter && inside)
			examine_word(e, clausary_slice_part(text, start, here), block->line);
		inside = letter;
	}
	if (inside)
		examine_word(e, clausary_slice_part(text, start, at), block->line);
}

static bool
is_damaged(const examination *e, damage kind)
{
	enum { FEWEST = 3 };
	if (e->found[kind] < FEWEST || (kind == REVERSED && e->found[kind] <= e->ended))
		return false;
	return (uint64_t)e->found[kind] * 100 >= (uint64_t)e->words * DAMAGE[kind].least;
}

static clausary_status
judge(const examination *e)
{
	enum { LONGEST_EXAMPLE = 40 };
	clausary_context *context = e->document->context;
	for (damage i = 0; i < DAMAGES; i++) {
		clausary_slice example = e->example[i];
		if (example.size > LONGEST_EXAMPLE)
			example.size = clausary_utf8_start(example, LONGEST_EXAMPLE);
		if (is_damaged(e, i))
			return clausary_context_fail(
			        context, CLAUSARY_EFORMAT,
			        "line %u: the text of this file is damaged: %s (\"%.*s\"), as some "
			        "readers of PDF files leave it; convert the original again with "
				"another "
			        "program, or give the Word file",
			        e->line[i], DAMAGE[i].what, (int)example.size, example.data);
		if (i == TURNED && e->found[i])
			clausary_diagnose(
			        context, CLAUSARY_DIAGNOSTIC_DAMAGED_TEXT, e->document->name,
			        e->line[i],
			        "%u words are damaged, the first is \"%.*s\": lam and alef are "
			        "turned round; nothing is found in them",
			        e->found[i], (int)example.size, example.data);
	}
	return CLAUSARY_OK;
}

clausary_status
clausary_document_check(const clausary_document *document)
{
	clausary_slice text = clausary_document_text(document);
	examination e = {.document = document};
	size_t looked = 0;
	if (document->checkpoints == NULL) /* all of it is ASCII */
		return CLAUSARY_OK;
	for (size_t i = 0; i < document->blocks.count && looked < LOOKED_AT; i++) {
		const clausary_block *block = &document->blocks.items[i];
		clausary_slice part = clausary_slice_span(text, block->span);
		if (part.size > LOOKED_AT - looked)
			part.size = clausary_utf8_start(part, LOOKED_AT - looked);
		looked += part.size;
		examine(&e, block, part);
	}
	return e.words < FEWEST_WORDS ? CLAUSARY_OK : judge(&e);
}
