/* Which short forms are acronyms that a reader would look up, and which are names, codes and
 * symbols that only look like one. Where the letters leave a doubt, nothing is asked of the
 * author. */
#ifndef CLAUSARY_VERIFY_ACRONYM_H
#define CLAUSARY_VERIFY_ACRONYM_H

#include "verify/index.h"

/**
 * Whether the form is a code: it has a digit or an underscore, most of its letters are small
 * ("maxLength"), it is one letter several times ("AAA", a grade), its letters come in pairs
 * ("YYYY-MM-DD"), or it joins several with a slash.
 */
bool clausary_acronym_is_code(clausary_slice form);

/** The number of letters of a form. */
size_t clausary_acronym_letters(clausary_slice form);

/** Whether every use of the form in some zones names a document or a part, or stands in a formula:
 * a number follows, as in "RFC 2026", or holds it, as in "149-HRC", it is the label of a reference,
 * or a sign stands beside it. */
bool clausary_acronym_is_name(const clausary_index *index, const clausary_form *form,
                              unsigned zones);

/** Whether a line begins with the form and a sign of equation behind it: a variable, or a rule of a
 * grammar, "HRC = 2 * ALPHA". */
bool clausary_acronym_is_reckoned(const clausary_index *index, const clausary_form *form);

/** Whether a word for "number" and digits stand at byte `at`, blanks left out: "No 7", "n° 12". */
bool clausary_acronym_is_numbered(const clausary_index *index, size_t at);

/** The first use in some zones that names nothing and stands in no formula, or NULL. */
const clausary_use *clausary_acronym_first(const clausary_index *index, const clausary_form *form,
                                           unsigned zones);

/** Whether a word such as "message" stands beside half of the uses in some zones, or more: the form
 * is the name of a part of a protocol or a file. */
bool clausary_acronym_is_part_name(const clausary_index *index, const clausary_form *form,
                                   unsigned zones);

/** Whether a pair says what its acronym stands for: in words, tied to it by the text, that are not
 * the acronym itself or another one, and not as the label of a reference. */
bool clausary_acronym_explains(const clausary_index *index, const clausary_pair *pair);

/** Whether a use stands alone in brackets behind a word, or behind words with its letters and a
 * dash: it seems to be introduced there, even where no pair was found. */
bool clausary_acronym_seems_introduced_at(const clausary_index *index, const clausary_form *form,
                                          const clausary_use *use);

/** Whether some use is of that kind, or has its explanation in brackets, between commas or behind a
 * colon. */
bool clausary_acronym_seems_introduced(const clausary_index *index, const clausary_form *form);

/** Whether an entry or a sentence defines the form, or gives it as another name of its term. */
bool clausary_acronym_is_term(const clausary_index *index, clausary_slice form);

/** Whether a use is the first word of its clause, behind the printed number: it is the term of an
 * entry. Behind a letter or a clause word a sentence goes on. */
bool clausary_acronym_heads_clause(const clausary_index *index, const clausary_use *use);

/** Whether a long form is words, not a formula or the name of a field: "VBVmax + BSoh",
 * "clock_reference". */
bool clausary_acronym_is_words(clausary_slice expansion);

/** Whether a use begins a block whose other words have the letters of the form: a row of a list,
 * that may stand in no clause of abbreviations. */
bool clausary_acronym_is_row(const clausary_index *index, clausary_slice form, clausary_span use);

/** Whether some use of the form is such a row. */
bool clausary_acronym_heads_row(const clausary_index *index, const clausary_form *form);

/** Whether a pair was joined without its letters, as the acronym of another language is, and not
 * surely. */
bool clausary_acronym_is_loose(const clausary_pair *pair);

/** Whether the expansions of a form differ, and one of them was joined without letters: then it may
 * be none, and says nothing. */
bool clausary_acronym_is_unsure(const clausary_index *index, const clausary_form *form);

/** Whether nearly all letters of a form are initials of the words of `text`, in their order: the
 * form is made of these words and not of those of another language. */
bool clausary_acronym_fits(clausary_slice form, clausary_slice text);

/** Whether the letters of a form stand in `text` in their order, without case; other characters of
 * the form do not count. */
bool clausary_acronym_letters_in(clausary_slice form, clausary_slice text);

/** A form as a word in small letters: without accents, and where it is long without its ending, so
 * that "VOTED" and "votes" are one. Owner: `to`, or the form. */
clausary_slice clausary_acronym_word(clausary_buffer *to, const clausary_cues *cues,
                                     clausary_slice form);

/** Find which forms stand in the text in small letters as well: words, printed in capitals. The
 * keys of `forms` are made by the call above; the values of what is found become 1. Reads the text
 * once. */
void clausary_acronym_find_words(const clausary_index *index, clausary_map *forms);

#endif
