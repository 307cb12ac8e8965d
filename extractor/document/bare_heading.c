/* Headings that only their sequence shows: "2 Lighting", where the number is followed by one blank
 * as "2 lamps are enough" is. */
#include "document/feature.h"

#include "base/utf8.h"

#include <unicode/uchar.h>

enum { LONGEST_HEADING = 120, SHORTEST_SEQUENCE = 3, AHEAD = 12 };

/* The number of a line that may be such a heading, or 0. */
static uint32_t
heading_number(const clausary_document *document, size_t index)
{
	if (index >= document->blocks.count)
		return 0;
	const clausary_block *block = &document->blocks.items[index];
	if (index + AHEAD < document->blocks.count
	    && clausary_block_may_be_digit(block[AHEAD].first))
		clausary_document_foresee(document, index + AHEAD);
	if (block->kind != CLAUSARY_BLOCK_PARAGRAPH || !clausary_block_may_be_digit(block->first))
		return 0;
	clausary_slice text = clausary_slice_trim(
	        clausary_slice_span(clausary_document_text(document), block->span));
	if (text.size > LONGEST_HEADING || text.size == 0 || !clausary_ascii_is_digit(text.data[0])
	    || strchr(".,;:", text.data[text.size - 1]) != NULL)
		return 0;
	clausary_label label = clausary_label_parse(text);
	size_t at = label.size;
	if (label.kind != CLAUSARY_LABEL_NUMBER || label.open || label.close || at == text.size
	    || u_islower((UChar32)clausary_utf8_next(text, &at)))
		return 0;
	return label.number;
}

void
clausary_mark_headings(clausary_document *document)
{
	CLAUSARY_ARRAY(size_t) found = {0};
	uint32_t before = 0, here = heading_number(document, 0);
	for (size_t i = 0; i < document->blocks.count; i++) {
		uint32_t next = heading_number(document, i + 1);
		/* lines of a list follow each other at once */
		if (here == found.count + 1 && !(before && before + 1 == here) && next != here + 1)
			clausary_array_push(&found, i);
		before = here;
		here = next;
	}
	for (size_t i = 0; found.count >= SHORTEST_SEQUENCE && i < found.count; i++)
		document->blocks.items[found.items[i]].flags |= CLAUSARY_BLOCK_IN_SEQUENCE;
	clausary_array_finish(&found);
}
