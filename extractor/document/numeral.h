/* Numbers as documents print them in labels: European and full-width digits, Chinese numerals. */
#ifndef CLAUSARY_DOCUMENT_NUMERAL_H
#define CLAUSARY_DOCUMENT_NUMERAL_H

#include "base/slice.h"

/**
 * The number that `text` begins with: "12", full-width digits, or Chinese numerals in either way of
 * writing (ten-two or one-two for 12). `*value` is set to it.
 *
 * Returns its bytes; 0 when there is none or it is beyond 999,999.
 */
size_t clausary_numeral_read(clausary_slice text, uint32_t *value);

#endif
