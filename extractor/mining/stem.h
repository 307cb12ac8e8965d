/* Words in whatever form they stand: with what is joined to them, in whatever case. A language
 * whose words do not vary, or whose locale does not say how, is compared word by word. */
#ifndef CLAUSARY_MINING_STEM_H
#define CLAUSARY_MINING_STEM_H

#include "mining/cues.h"

/** Whether words of the language are compared by their stems. */
static inline bool
clausary_stem_varies(const clausary_cues *cues)
{
	return cues->articles.count || cues->inflections.count;
}

/** What the forms of a folded word have in common. It tells words apart, it is no word. */
clausary_slice clausary_stem_of(const clausary_cues *cues, clausary_slice word);

/** The stem of a folded word without what its number, gender or case adds either: "buoys" and
 * "buoy" lose the same in the end. */
clausary_slice clausary_stem_bare(const clausary_cues *cues, clausary_slice word);

/** A hash of that stem, where a vowel that comes and goes is gone: of "уровень" as of "уровня". */
uint64_t clausary_stem_hash(const clausary_cues *cues, clausary_slice word);

/** Add the stems of the words of a phrase, folded, with blanks between them. Owner: `to`. */
void clausary_stem_phrase(const clausary_cues *cues, clausary_slice phrase, clausary_buffer *to);

/**
 * A number that all forms of a word share, from some of its letters: the last two where words are
 * joined to its front, else the first three, which every stem has.
 */
uint32_t clausary_stem_number(const clausary_cues *cues, clausary_slice word);

/** Whether the first word of a phrase is in the form that dictionaries cite, by its ending. */
bool clausary_stem_is_cited(const clausary_cues *cues, clausary_slice phrase);

#endif
