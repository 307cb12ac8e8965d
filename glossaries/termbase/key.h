/* Text as a termbase holds it, and slugs for ids. */
#ifndef CLAUSARY_TERMBASE_KEY_H
#define CLAUSARY_TERMBASE_KEY_H

#include "base/buffer.h"

/**
 * Add `text` as ASCII that may stand in an id, [A-Za-z0-9.-], at most `limit` bytes: accents are
 * dropped, whatever else is not allowed becomes one '-'. Adds nothing where no letter or digit is
 * left.
 */
void clausary_key_slug(clausary_buffer *to, clausary_slice text, size_t limit);

/**
 * Add `text` without the characters that XML 1.0 forbids, blanks folded to one, line feeds kept
 * when `lines`. Termbases hold such text only.
 */
void clausary_key_clean(clausary_buffer *to, clausary_slice text, bool lines);

/** Whether `id` is an NCName (XML Namespaces) of ASCII characters. */
bool clausary_key_is_id(clausary_slice id);

/** The order of ids as people count: "c9" before "c10", "c10" before "c10.en.1". Zero only for the
 * same bytes. */
int clausary_key_order_ids(clausary_slice a, clausary_slice b);

#endif
