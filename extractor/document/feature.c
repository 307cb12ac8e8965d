/* What one block looks like. Everything here is a guess from one block; sequence is judged in
 * outline.c. */
#include "document/feature.h"

#include "base/utf8.h"

#include <unicode/uchar.h>

enum { LONGEST_TITLE = 160, LONGEST_HEADING = 300 };

static bool
ends_as_sentence(clausary_slice text)
{
	char last = text.size ? text.data[text.size - 1] : '.';
	return last == '.' || last == ';' || last == ',' || last == ':';
}

static bool
starts_lower(clausary_slice text)
{
	size_t at = 0;
	if (text.size && (unsigned char)text.data[0] < 0x80)
		return clausary_ascii_is_lower(text.data[0]);
	return text.size && u_islower((UChar32)clausary_utf8_next(text, &at));
}

static bool
only_punctuation(clausary_slice text)
{
	for (size_t i = 0; i < text.size; i++)
		if (!clausary_ascii_is_blank(text.data[i]) && strchr(",:;.", text.data[i]) == NULL)
			return false;
	return true;
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

/* "Annex A", "ANNEX 1 (to …)", "Article 5 – Title": not "Annex A describes". */
static void
read_structure(clausary_features *features, clausary_vocabulary *vocabulary)
{
	clausary_slice text = features->text;
	clausary_word_hit hit = clausary_vocabulary_structure(vocabulary, text);
	if (hit.role == NULL)
		return;
	clausary_slice after = clausary_slice_trim(clausary_slice_part(text, hit.size, text.size));
	size_t printed;
	features->number = structure_number(vocabulary, after, &printed);
	features->tail = clausary_slice_part(after, printed, after.size);
	features->printed = clausary_slice_part(
	        text, 0, printed ? (size_t)(after.data - text.data) + printed : hit.size);
	clausary_slice tail = clausary_slice_trim(features->tail);
	bool heading = features->block->kind == CLAUSARY_BLOCK_HEADING;
	bool separated = tail.size && strchr(":.-(\xe2", tail.data[0]) != NULL;
	bool line_end = features->tail.size && strchr("\t\n", features->tail.data[0]) != NULL;
	if (tail.size == 0 ? features->number.size > 0 || heading || text.size == hit.size
	                   : features->number.size
	                             && (heading || separated || line_end
	                                 || (features->title_like && !starts_lower(tail))))
		features->structure = hit;
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
	features->title_number =
	        hit.role && has_digit(after) && !starts_lower(clausary_slice_trim(after));
}

static void
read_words(clausary_features *features, clausary_vocabulary *vocabulary)
{
	bool labelled = features->label.kind != CLAUSARY_LABEL_NONE;
	if (!clausary_vocabulary_opens(vocabulary, features->rest)
	    && !(labelled && clausary_vocabulary_opens(vocabulary, features->text)))
		return;
	features->keyword = clausary_vocabulary_keyword(vocabulary, features->rest);
	if (features->keyword.role)
		features->keyword_alone = only_punctuation(clausary_slice_part(
		        features->rest, features->keyword.size, features->rest.size));
	features->section = clausary_vocabulary_section(vocabulary, features->rest);
	read_structure(features, vocabulary);
	read_title_number(features, vocabulary);
}

void
clausary_features_read(clausary_features *out, clausary_vocabulary *vocabulary,
                       const clausary_document *document, size_t index)
{
	*out = (clausary_features){0};
	if (index >= document->blocks.count)
		return;
	out->block = &document->blocks.items[index];
	clausary_slice all =
	        clausary_slice_span(clausary_document_text(document), out->block->span);
	out->text = clausary_slice_trim(all);
	out->start = out->block->span.start + (uint32_t)(out->text.data - all.data);
	out->label = clausary_label_parse(out->text);
	out->rest = clausary_slice_part(out->text, out->label.size, out->text.size);
	out->title_like =
	        out->rest.size && out->rest.size <= LONGEST_TITLE && !ends_as_sentence(out->rest);
	out->lower_start = starts_lower(out->rest);
	if (out->rest.size)
		read_words(out, vocabulary);
}

/* The page number that a line of contents ends with, after a tab, leader stops or wide blanks; or
 * 0. */
static uint32_t
page_number(clausary_slice text)
{
	size_t end = text.size, start = end;
	uint32_t page = 0, unit = 1;
	while (start > 0 && end - start < 5 && clausary_ascii_is_digit(text.data[start - 1])) {
		page += unit * (uint32_t)(text.data[--start] - '0');
		unit *= 10;
	}
	if (start == end || end - start > 4 || start < 4)
		return 0;
	bool leader = text.data[start - 1] == '\t'
	              || (text.data[start - 1] == ' ' && text.data[start - 2] == ' ')
	              || (text.data[start - 2] == '.' && text.data[start - 3] == '.');
	return leader ? page : 0;
}

static uint32_t
contents_page(const clausary_document *document, size_t index)
{
	const clausary_block *block = &document->blocks.items[index];
	if (block->kind != CLAUSARY_BLOCK_PARAGRAPH && block->kind != CLAUSARY_BLOCK_ITEM)
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
