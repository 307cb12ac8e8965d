/* Language tags (BCP 47). */
#ifndef CLAUSARY_BASE_LANGUAGE_TAG_H
#define CLAUSARY_BASE_LANGUAGE_TAG_H

#include "base/buffer.h"

/** Whether it may stand as a language tag in XML: "fr", "zh-Hans", "es-419"; not "fr_FR" or "". */
bool clausary_is_language_tag(clausary_slice tag);

/** Add the language of a tag, and its script where that is not the usual one of the language: "en"
 * of "en-GB", "zh-Hant" of "zh-TW", "sr-Latn" of "sr-Latn-RS". Fails: false, and nothing is added,
 * where ICU cannot read the tag. */
bool clausary_language_and_script(clausary_slice tag, clausary_buffer *to);

/** The letter by which the United Nations and its agencies tell languages in the names of files,
 * that of the English name: 'F' of "fr", 'C' of "zh". 0 where ICU knows no name in ASCII. */
char clausary_language_letter(clausary_slice tag);

#endif
