/* What the letters of a form alone tell of it, wherever it stands. */
#ifndef CLAUSARY_MINING_FORM_LETTERS_H
#define CLAUSARY_MINING_FORM_LETTERS_H

#include "mining/cues.h"

/**
 * What tells an acronym from another: dashes and blanks folded, letters that look alike made of one
 * script, case kept, a plural ending gone ("ICTs" -> "ICT"). Owner: `to`.
 */
void clausary_short_form_key(const clausary_cues *cues, clausary_slice form, clausary_buffer *to);

/** Whether the letters alone show an acronym. */
bool clausary_short_form_shown(clausary_slice form);

/**
 * Whether the letters show an acronym wherever they stand: not "PM", "IV" and "J.R.", which are one
 * only where the text says so.
 */
bool clausary_short_form_usual(const clausary_cues *cues, clausary_slice form);

/** Whether a form is fit to be paired although its letters alone do not show an acronym, such as
 * "fps". */
bool clausary_short_form_plausible(clausary_slice form);

/** Whether a form has small letters, a plural ending apart. */
bool clausary_form_has_small(clausary_slice form);

/** Whether a form is a small Roman number. */
bool clausary_form_is_roman(clausary_slice form);

/** Whether a word is a year or a decade of 1900 or later, such as "2031" and "1990s". */
bool clausary_form_is_year(clausary_slice word);

/** Whether a form is the symbol of a unit. One in capitals alone, such as "MB", is a unit only
 * after a number: elsewhere it is as often an acronym. */
bool clausary_form_is_unit(const clausary_cues *cues, clausary_slice form);

/** Whether a form is no acronym wherever it stands: a unit with small letters, a number, a word in
 * capitals. */
bool clausary_form_is_none(const clausary_cues *cues, clausary_slice form);

/** A form without the number after a stop that tells bodies of one name apart, "WP" of "WP.29": no
 * word of a name gives it. */
clausary_slice clausary_form_without_number(clausary_slice form);

/** The bytes of an ending that an apostrophe parts from the acronym, the apostrophe among them. */
size_t clausary_form_ending(clausary_slice form);

#endif
