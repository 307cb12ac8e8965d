/* What the neighbours of a place in the text make of it. */
#ifndef CLAUSARY_VERIFY_PLACE_H
#define CLAUSARY_VERIFY_PLACE_H

#include "verify/index.h"

/** Whether a place stands with other words in quotation marks: a title, or what others say. */
bool clausary_place_is_quoted(const clausary_index *index, clausary_span span);

/** Whether a place is a part of an address: "www.lamps.example/seabuoy". */
bool clausary_place_is_address(clausary_slice text, clausary_span span);

/** Whether a hyphen joins a place to more: "buoy-light" of "buoy-light-keeper". */
bool clausary_place_is_joined(clausary_slice text, clausary_span span);

/** Whether the word before or after a place, blanks between, is in capitals throughout and longer
 * than one letter; `*beside` is that word. */
bool clausary_place_is_shouted(clausary_slice text, clausary_span span, clausary_slice *beside);

/** Whether the line around a place is printed in capitals, as titles are: words in it cannot be
 * told from acronyms. */
bool clausary_place_is_in_capitals(const clausary_index *index, clausary_span span);

/** Whether a word with a capital follows a place, so that it is a part of a name, "RHL Harbour
 * Union"; never in a language that writes all nouns so. */
bool clausary_place_is_in_name(const clausary_cues *cues, clausary_slice text, clausary_span span);

/** Whether a place alone stands in quotation marks, as a value does, "GET", or beside a backtick.
 */
bool clausary_place_is_literal(clausary_slice text, clausary_span span);

/** Whether a number stands right before a place: "article 50 BIS", "12 RHL". */
bool clausary_place_is_counted(clausary_slice text, clausary_span span);

/** Whether a place is all of its block, but for a mark behind it. */
bool clausary_place_is_line(const clausary_index *index, clausary_span span);

/** Whether a place is followed by an exclamation mark, or begins its block with a stop behind it:
 * "Fifthly. – …" in capitals. */
bool clausary_place_is_called_out(const clausary_index *index, clausary_span span);

/** Whether words in brackets, and nothing else, follow a place: "LMP (lamps)"; three or more where
 * the first has a capital, "LT-H (Lamp Operation in the Harbour)", for less may be a name. */
bool clausary_place_has_remark(const clausary_cues *cues, clausary_slice text, clausary_span span);

/** Whether some words end at byte `at` of a text; blanks and ends of lines are one, capitals of
 * ASCII and small letters too. */
bool clausary_place_follows(clausary_slice text, size_t at, clausary_slice words);

/** Whether a place alone stands in square brackets, as the label of a reference: "[RFC1738]", in
 * sources of the W3C "[!RFC1738]". */
bool clausary_place_is_label(clausary_slice text, clausary_span span);

/** Whether a word of small letters with a first capital stands right before a place: a given name.
 */
bool clausary_place_is_surname(clausary_slice text, clausary_span span);

/** Whether an amount of money stands beside a place: "5 000 EUR" (ISO 4217). */
bool clausary_place_is_currency(clausary_slice text, clausary_span span);

/** Whether a colon and words follow a place: "TCH : time of the lamp". */
bool clausary_place_is_glossed(clausary_slice text, clausary_span span);

/** Whether a place begins a sentence, a line or a cell. */
bool clausary_place_begins(clausary_slice text, clausary_span span);

#endif
