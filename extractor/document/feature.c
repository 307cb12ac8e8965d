/* What one block looks like. Everything here is a guess from one block; sequence is judged in
 * outline.c. */
#include "document/feature.h"

#include "base/fold.h"
#include "base/utf8.h"
#include "document/label_script.h"
#include "document/numeral.h"

#include <unicode/uchar.h>

enum { LONGEST_TITLE = 160, LONGEST_HEADING = 300, AHEAD = 12 };

static bool
starts_lower(clausary_slice text)
{
	size_t at = 0;
	if (text.size && (unsigned char)text.data[0] < 0x80)
		return clausary_ascii_is_lower(text.data[0]);
	return text.size && u_islower((UChar32)clausary_utf8_next(text, &at));
}

static bool
starts_uncased(clausary_slice text)
{
	size_t at = 0;
	if (text.size == 0 || (unsigned char)text.data[0] < 0x80)
		return false;
	UChar32 c = (UChar32)clausary_utf8_next(text, &at);
	return u_charType(c) == U_OTHER_LETTER;
}

static bool
only_punctuation(clausary_slice text)
{
	char mark;
	while (text.size && (mark = clausary_fold_end(text)) != '\0' && strchr(" ,:;.", mark))
		clausary_utf8_previous(text, &text.size);
	return text.size == 0;
}

/* What makes digits an ordinal number: "er" of "1er", also after a blank where a superscript was
 * lost and nothing else follows. Bytes from `at` on. */
static size_t
ordinal_ending(clausary_vocabulary *vocabulary, clausary_slice text, size_t at)
{
	clausary_slice after = clausary_slice_part(text, at, text.size);
	size_t blank = clausary_slice_blank(after);
	clausary_slice ending = clausary_slice_part(after, blank, after.size);
	size_t size = clausary_vocabulary_ordinal_ending(vocabulary, ending);
	return size && (blank == 0 || size == ending.size) ? blank + size : 0;
}

/* A number in other numerals, unless a letter follows it. */
static clausary_slice
other_numeral(clausary_slice text, size_t *printed)
{
	uint32_t value;
	size_t end = clausary_numeral_read(text, &value), next = end;
	bool letter = end < text.size && u_isalnum((UChar32)clausary_utf8_next(text, &next));
	*printed = letter ? 0 : end;
	return clausary_slice_part(text, 0, *printed);
}

/* A number after a structure word: capitals, digits or a Roman number, at most eight bytes, or a
 * word for a number. `*printed` is set to the bytes that it takes. */
static clausary_slice
structure_number(clausary_vocabulary *vocabulary, clausary_slice text, size_t *printed)
{
	clausary_word_hit word = clausary_vocabulary_ordinal(vocabulary, text);
	size_t digits = 0;
	if (word.role) {
		*printed = word.size;
		return clausary_slice_of(word.role);
	}
	while (digits < text.size && digits < 8 && clausary_ascii_is_digit(text.data[digits]))
		digits++;
	size_t ending = digits ? ordinal_ending(vocabulary, text, digits) : 0;
	*printed = digits + ending;
	if (ending)
		return clausary_slice_part(text, 0, digits);
	size_t end = 0;
	if (text.size && (unsigned char)text.data[0] >= 0x80)
		return other_numeral(text, printed);
	while (end < text.size && end < 9
	       && (clausary_ascii_is_letter(text.data[end])
	           || clausary_ascii_is_digit(text.data[end])))
		end++;
	clausary_slice number = clausary_slice_part(text, 0, end);
	bool digit = end && clausary_ascii_is_digit(number.data[0]);
	bool letter = end == 1 && clausary_ascii_is_upper(number.data[0]);
	bool roman =
	        end > 1 && clausary_ascii_is_upper(number.data[0]) && clausary_roman_value(number);
	bool ended = end == text.size
	             || !((unsigned char)text.data[end] >= 0x80
	                  && clausary_slice_blank(clausary_slice_part(text, end, text.size)) == 0);
	if (!(digit || letter || roman) || !ended)
		number.size = 0;
	*printed = number.size;
	return number;
}

/* A colon, a dash, a bracket: what stands between the number of a part and its title. */
static bool
is_separator(clausary_slice text)
{
	size_t at = 0;
	if (text.size == 0)
		return false;
	uint32_t first = clausary_fold_next(text, &at, 0);
	return text.data[0] == '\xe2' || (first && first < 0x80 && strchr(":.-(", (char)first));
}

/* Whether the words and the number of a part stand as in its heading: "Annex A", "ANNEX 1 (to …)",
 * "Article 5 – Title", not "Annex A describes". Where words are written without blanks, a blank
 * after them is enough. */
static bool
is_part_heading(const clausary_features *features, clausary_word_hit hit)
{
	clausary_slice tail = clausary_slice_trim(features->tail), whole = features->tail;
	bool heading = features->block->kind == CLAUSARY_BLOCK_HEADING;
	size_t at = 0;
	if (tail.size == 0)
		return features->number.size || heading || features->text.size == hit.size;
	if (features->number.size == 0)
		return false;
	bool blank = tail.data > whole.data;
	if (hit.number.size && !blank && !is_separator(tail))
		return heading;
	return heading || is_separator(tail) || strchr("\t\n", whole.data[0])
	       || (blank && clausary_utf8_is_unspaced(clausary_utf8_next(tail, &at)))
	       || (features->title_like && !starts_lower(tail));
}

static void
read_structure(clausary_features *features, clausary_vocabulary *vocabulary)
{
	clausary_slice text = features->text;
	clausary_word_hit hit = clausary_vocabulary_structure(vocabulary, text);
	if (hit.role == NULL)
		return;
	size_t printed = 0;
	features->number = hit.number;
	features->tail = clausary_slice_part(text, hit.size, text.size);
	if (hit.number.size == 0) {
		clausary_slice after = clausary_slice_trim(features->tail);
		features->number = structure_number(vocabulary, after, &printed);
		features->tail = clausary_slice_part(after, printed, after.size);
		printed = printed ? (size_t)(after.data - text.data) + printed : 0;
	}
	features->printed = clausary_slice_part(text, 0, printed ? printed : hit.size);
	if (!is_part_heading(features, hit))
		return;
	features->structure = hit;
	if (hit.number.size) { /* "1. cikk": the number is that of the part */
		features->label = (clausary_label){0};
		features->rest = features->text;
	}
}

static bool
has_digit(clausary_slice text)
{
	for (size_t i = 0; i < text.size; i++)
		if (clausary_ascii_is_digit(text.data[i]))
			return true;
	return false;
}

static void
read_title_number(clausary_features *features, clausary_vocabulary *vocabulary)
{
	clausary_word_hit hit;
	if (!features->title_like || features->text.size > LONGEST_TITLE
	    || features->block->kind == CLAUSARY_BLOCK_CELL)
		return;
	hit = clausary_vocabulary_document(vocabulary, features->text);
	clausary_slice after = clausary_slice_part(features->text, hit.size, features->text.size);
	features->title_number = hit.role && (hit.number.size || has_digit(after))
	                         && !starts_lower(clausary_slice_trim(after));
}

void
clausary_features_decide(clausary_features *features)
{
	features->keyword.role = features->keyword.as_decision;
	features->keyword.as_decision = NULL;
	features->keyword.operative = true;
}

/* A clause word and a title stand after the label, words such as "Annex" where one might be. */
static void
read_words(clausary_features *features, clausary_vocabulary *vocabulary)
{
	unsigned opens = clausary_vocabulary_opens(vocabulary, features->rest);
	unsigned whole = opens;
	if (features->label.kind != CLAUSARY_LABEL_NONE)
		whole |= clausary_vocabulary_opens(vocabulary, features->text);
	if (opens & CLAUSARY_OPENS_KEYWORD)
		features->keyword = clausary_vocabulary_keyword(vocabulary, features->rest);
	if (features->keyword.as_decision && features->label.kind == CLAUSARY_LABEL_NUMBER)
		clausary_features_decide(features);
	if (features->keyword.role)
		features->keyword_alone = only_punctuation(clausary_slice_part(
		        features->rest, features->keyword.size, features->rest.size));
	if (opens & CLAUSARY_OPENS_SECTION)
		features->section = clausary_vocabulary_section(vocabulary, features->rest);
	if (whole & CLAUSARY_OPENS_STRUCTURE)
		read_structure(features, vocabulary);
	if (whole & CLAUSARY_OPENS_DOCUMENT)
		read_title_number(features, vocabulary);
}

void
clausary_features_read(clausary_features *out, clausary_vocabulary *vocabulary,
                       const clausary_document *document, size_t index)
{
	*out = (clausary_features){0};
	if (index >= document->blocks.count)
		return;
	clausary_document_foresee(document, index + AHEAD);
	out->block = &document->blocks.items[index];
	clausary_slice all =
	        clausary_slice_span(clausary_document_text(document), out->block->span);
	out->text = clausary_slice_trim(all);
	out->start = out->block->span.start + (uint32_t)(out->text.data - all.data);
	out->label = clausary_label_read(vocabulary, out->text);
	if (document->backwards && out->label.kind == CLAUSARY_LABEL_DECIMAL)
		clausary_label_turn(&out->label);
	out->rest = clausary_slice_part(out->text, out->label.size, out->text.size);
	out->end = clausary_fold_end(out->rest);
	out->title_like = out->rest.size && out->rest.size <= LONGEST_TITLE
	                  && !(out->end && strchr(".;,:", out->end));
	out->lower_start = starts_lower(out->rest);
	out->uncased_start = starts_uncased(out->rest);
	if (out->rest.size)
		read_words(out, vocabulary);
}

/* The page number that a line of contents ends with, after a tab, leader stops, with blanks between
 * them or not, or wide blanks; or 0. */
static uint32_t
page_number(clausary_slice text)
{
	size_t end = text.size, start = end;
	uint32_t page = 0, unit = 1;
	while (start > 0 && end - start < 5 && clausary_ascii_is_digit(text.data[start - 1])) {
		page += unit * (uint32_t)(text.data[--start] - '0');
		unit *= 10;
	}
	if (start == end || end - start > 4 || start < 5)
		return 0;
	bool spaced = text.data[start - 1] == ' ' && text.data[start - 2] == '.'
	              && text.data[start - 3] == ' ' && text.data[start - 4] == '.';
	bool leader = text.data[start - 1] == '\t'
	              || (text.data[start - 1] == ' ' && text.data[start - 2] == ' ')
	              || (text.data[start - 2] == '.' && text.data[start - 3] == '.');
	return leader || spaced ? page : 0;
}

static uint32_t
contents_page(const clausary_document *document, size_t index)
{
	const clausary_block *block = &document->blocks.items[index];
	if ((block->kind != CLAUSARY_BLOCK_PARAGRAPH && block->kind != CLAUSARY_BLOCK_ITEM)
	    || !clausary_block_may_be_digit(block->last))
		return 0;
	clausary_slice text = clausary_slice_span(clausary_document_text(document), block->span);
	return text.size > LONGEST_HEADING ? 0 : page_number(clausary_slice_trim(text));
}

void
clausary_mark_contents(clausary_document *document)
{
	enum { SHORTEST_RUN = 3 };
	size_t count = document->blocks.count;
	for (size_t i = 0; i < count;) {
		size_t end = i;
		uint32_t last = 0, page;
		while (end < count && (page = contents_page(document, end)) >= last && page > 0) {
			last = page;
			end++;
		}
		if (end - i >= SHORTEST_RUN)
			for (size_t j = i; j < end; j++)
				document->blocks.items[j].kind = CLAUSARY_BLOCK_CONTENTS;
		i = end > i ? end : i + 1;
	}
}
