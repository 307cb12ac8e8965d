/* Which short forms are acronyms that a reader would look up, and which are names, codes and
 * symbols that only look like one. Where the letters leave a doubt, nothing is asked of the
 * author. */
#ifndef CLAUSARY_VERIFY_ACRONYM_H
#define CLAUSARY_VERIFY_ACRONYM_H

#include "verify/index.h"

/**
 * Whether the form is a code: it has a digit or an underscore, most of its letters are small
 * ("maxLength"), its letters come in pairs ("YYYY-MM-DD"), or it joins several with a slash.
 */
bool clausary_acronym_is_code(clausary_slice form);

/** The number of letters of a form. */
size_t clausary_acronym_letters(clausary_slice form);

/** Whether every use of the form in some zones is followed by a number, as in "RFC 2026": it names
 * documents or parts. */
bool clausary_acronym_is_numbered(const clausary_index *index, const clausary_form *form,
                                  unsigned zones);

/** Whether a long form is words, not a formula or the name of a field: "VBVmax + BSoh",
 * "clock_reference". */
bool clausary_acronym_is_words(clausary_slice expansion);

/** Whether some use of the form begins a block whose other words have its letters: a row of a list
 * that stands in no clause of abbreviations. */
bool clausary_acronym_heads_row(const clausary_index *index, const clausary_form *form);

/** Whether the letters of a form stand in `text` in their order, without case; other characters of
 * the form do not count. */
bool clausary_acronym_letters_in(clausary_slice form, clausary_slice text);

/** Whether the form stands in the text in small letters as well: a word, printed in capitals. Reads
 * the whole text: only for few forms. */
bool clausary_acronym_is_word(const clausary_index *index, clausary_slice form);

#endif
