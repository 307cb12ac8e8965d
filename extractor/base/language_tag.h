/* Language tags (BCP 47), by their form alone. */
#ifndef CLAUSARY_BASE_LANGUAGE_TAG_H
#define CLAUSARY_BASE_LANGUAGE_TAG_H

#include "base/slice.h"

/** Whether it may stand as a language tag in XML: "fr", "zh-Hans", "es-419"; not "fr_FR" or "". */
bool clausary_is_language_tag(clausary_slice tag);

#endif
