/* Clauses of an annex. "A.2.1" names its annex itself, as 3.2.1 names clause 3: it is cited so
 * (ISO/IEC Directives, part 2), and is its own key. Whatever else stands in an annex has the
 * annex's key before its own: a paragraph, an item, a clause numbered from 1. Where two annexes
 * have one letter (an annex and an appendix, a document within a document), the first that has such
 * a label has the letter, and all labels of the others stay below their annex: one annex is cited
 * in one way. */
#include "document/outline_private.h"

void
clausary_outline_enter_annex(clausary_outliner *o, uint32_t clause, clausary_slice number)
{
	o->in_annex = true;
	o->annex = clause;
	o->annex_letter = clausary_arena_copy(&o->nodes.arena, number);
	o->last.count = 0;
	o->top = CLAUSARY_NONE;
}

uint32_t
clausary_outline_annex(const clausary_outliner *o)
{
	for (int i = 0; i < o->depth; i++)
		if (o->in_annex && o->stack[i].clause == o->annex)
			return o->annex;
	return CLAUSARY_NONE;
}

bool
clausary_outline_names_annex(clausary_outliner *o, const clausary_label *label)
{
	uint32_t annex = clausary_outline_annex(o);
	clausary_slice letter = o->annex_letter;
	if (label->kind != CLAUSARY_LABEL_DECIMAL || annex == CLAUSARY_NONE || letter.size == 0
	    || clausary_ascii_is_digit(letter.data[0])) /* 1.1 of annex 1 may be that of clause 1 */
		return false;
	o->scratch.size = 0;
	clausary_label_write(label, &o->scratch);
	clausary_slice written = clausary_buffer_slice(&o->scratch);
	size_t first = clausary_slice_find(written, CLAUSARY_SLICE("."));
	if (first == SIZE_MAX
	    || !clausary_slice_equal_ascii(clausary_slice_part(written, 0, first), letter))
		return false;
	uint32_t owner = clausary_map_get(&o->annex_letters, letter);
	if (owner == CLAUSARY_NONE)
		clausary_map_put(&o->annex_letters, letter, annex);
	return owner == CLAUSARY_NONE || owner == annex;
}
