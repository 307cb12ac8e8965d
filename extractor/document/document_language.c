/* The language of a document and of its passages: samples of the text, held against the languages.
 */
#include "document/document_language.h"

#include "base/language_tag.h"
#include "base/utf8.h"
#include "document/identify.h"

enum {
	SAMPLE = 8192, /* bytes at the head, in the middle and at the tail */
	ASKED = 512 /* blocks that are asked for their language, spread evenly, and the neighbours
	                of each hit: all of most documents, next to no work in a long one */
};

static bool
is_prose(const clausary_block *block)
{
	return block->kind != CLAUSARY_BLOCK_FURNITURE && block->kind != CLAUSARY_BLOCK_CONTENTS
	       && block->kind != CLAUSARY_BLOCK_CODE;
}

/* The first block that ends after byte `at`. */
static size_t
block_after(const clausary_document *document, uint32_t at)
{
	size_t low = 0, high = document->blocks.count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (document->blocks.items[middle].span.end <= at)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Add the blocks of the text between two bytes. */
static void
sample(clausary_identifier *identifier, const clausary_document *document, uint32_t start,
       uint32_t end, clausary_language_evidence *evidence)
{
	clausary_slice text = clausary_document_text(document);
	for (size_t i = block_after(document, start); i < document->blocks.count; i++) {
		const clausary_block *block = &document->blocks.items[i];
		uint32_t from = block->span.start > start ? block->span.start : start;
		uint32_t to = block->span.end < end ? block->span.end : end;
		if (block->span.start >= end)
			break;
		if (from < to && is_prose(block))
			clausary_identify_read(identifier,
			                       clausary_slice_part(text,
			                                           clausary_utf8_start(text, from),
			                                           clausary_utf8_start(text, to)),
			                       evidence);
	}
}

/* A long text of one language may have a title page, an annex or a list in another: three places.
 */
static void
sample_text(clausary_identifier *identifier, const clausary_document *document,
            clausary_language_evidence *evidence)
{
	uint32_t size = (uint32_t)document->text.size, middle = size / 2;
	if (size <= 3 * SAMPLE) {
		sample(identifier, document, 0, size, evidence);
		return;
	}
	sample(identifier, document, 0, SAMPLE, evidence);
	sample(identifier, document, middle - SAMPLE / 2, middle + SAMPLE / 2, evidence);
	sample(identifier, document, size - SAMPLE, size, evidence);
}

/* "fr" of "fr-CA" and "FR_ca". */
static bool
same_language(const char *a, const char *b)
{
	size_t size = strcspn(a, "-_");
	return size == strcspn(b, "-_")
	       && clausary_slice_equal_ascii((clausary_slice){a, size}, (clausary_slice){b, size});
}

/* What the source says, without the region: that is the one of the author's keyboard, and would
 * part the versions of one document that were written at several. */
static const char *
said_by_source(clausary_document *document)
{
	clausary_buffer tag = {0};
	const char *said = document->language;
	if (said[0] && clausary_language_and_script(clausary_slice_of(said), &tag))
		said = clausary_arena_copy(&document->arena, clausary_buffer_slice(&tag)).data;
	clausary_buffer_finish(&tag);
	return said;
}

/* The source's word counts where the text is short, and for the script: Word says "en-US" of texts
 * in every language. */
static void
choose(clausary_document *document, const clausary_identifier *identifier,
       const clausary_language_evidence *evidence)
{
	enum { SHORT = 20 }; /* words */
	const char *said = document->language = said_by_source(document);
	uint32_t words = 0;
	const char *found = clausary_identify_text(identifier, evidence);
	bool unknown = strcmp(found, CLAUSARY_LANGUAGE_UNKNOWN) == 0;
	for (size_t i = 0; i < CLAUSARY_IDENTIFY_SCRIPTS; i++)
		words += evidence->words[i];
	if (said[0] && (same_language(said, found) || words < SHORT || unknown))
		return;
	if (unknown)
		clausary_diagnose(
		        document->context, CLAUSARY_DIAGNOSTIC_LANGUAGE_NOT_FOUND, document->name,
		        0,
		        "the text is in none of the languages that there are data for: only "
		        "what holds in every language is found; if it is in one of "
		        "`clausary list languages`, name it with --language");
	document->language = found;
}

enum { LONGEST = 512 /* bytes of a block that are asked */ };

/* Ask one block for its language; true when it is another than the document's. */
static bool
find_block(clausary_identifier *identifier, clausary_document *document, size_t index)
{
	clausary_block *block = &document->blocks.items[index];
	clausary_slice text = clausary_slice_span(clausary_document_text(document), block->span);
	clausary_language_evidence evidence = {0};
	if (block->language || !is_prose(block))
		return block->language != NULL;
	if (text.size > LONGEST)
		text.size = clausary_utf8_start(text, LONGEST);
	clausary_identify_read(identifier, text, &evidence);
	block->language = clausary_identify_passage(identifier, &evidence, document->language);
	return block->language != NULL;
}

/* `whole`: the evidence of the whole text, which may be a single block. */
static void
find_passages(clausary_identifier *identifier, clausary_document *document,
              const clausary_language_evidence *whole)
{
	size_t count = document->blocks.count, stride = count / ASKED + 1;
	clausary_block *first = document->blocks.items;
	if (count == 1 && first->language == NULL && is_prose(first)
	    && first->span.end - first->span.start <= LONGEST) {
		first->language = clausary_identify_passage(identifier, whole, document->language);
		return;
	}
	for (size_t i = 0; i < count; i += stride) {
		if (!find_block(identifier, document, i))
			continue;
		for (size_t j = i;
		     j-- > 0 && i - j < stride && find_block(identifier, document, j);)
			;
		while (i + 1 < count && find_block(identifier, document, i + 1))
			i++;
	}
}

void
clausary_document_find_language(clausary_document *document, const char *wanted)
{
	clausary_identifier *identifier = clausary_identifier_of(document->context);
	clausary_language_evidence evidence = {0};
	sample_text(identifier, document, &evidence);
	if (wanted)
		document->language =
		        clausary_arena_copy(&document->arena, clausary_slice_of(wanted)).data;
	else
		choose(document, identifier, &evidence);
	if (clausary_identify_lost_accents(identifier, &evidence, document->language))
		clausary_diagnose(
		        document->context, CLAUSARY_DIAGNOSTIC_LOST_ACCENTS, document->name, 0,
		        "no letter has an accent although the text is in '%s': words that "
		        "should have one are not known; convert the original again, as UTF-8",
		        document->language);
	find_passages(identifier, document, &evidence);
}

const char *
clausary_document_language_at(const clausary_document *document, uint32_t at)
{
	size_t index = block_after(document, at);
	const char *own =
	        index < document->blocks.count && document->blocks.items[index].span.start <= at
	                ? document->blocks.items[index].language
	                : NULL;
	return own ? own : document->language;
}
