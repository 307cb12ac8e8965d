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

/** Whether a place begins a sentence, a line or a cell. */
bool clausary_place_begins(clausary_slice text, clausary_span span);

#endif
