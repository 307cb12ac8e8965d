/* Singular and plural of an expansion, told apart without a dictionary. */
#ifndef CLAUSARY_TERMBASE_NUMBER_H
#define CLAUSARY_TERMBASE_NUMBER_H

#include "base/locale.h"

/** Whether an acronym was found in another number than its form, or is known in another one. */
bool clausary_number_is_plural(clausary_slice form, clausary_slice written);

/** Whether two folded expansions differ only in the ending of their last word: at most three code
 * points of each, and three of the word alike. Enough where the text itself ties the plural to the
 * singular. */
bool clausary_number_may_differ(clausary_slice a, clausary_slice b);

/**
 * Whether they differ as singular and plural do: as above, and the longer one ends as one of the
 * language's plurals; it has up to two code points more ("plan", "plans"), or three for one
 * ("assembly", "assemblies").
 */
bool clausary_number_differs(clausary_slice a, clausary_slice b, clausary_locale_entry plurals);

/**
 * Whether they have the same words in other forms ("bouée autonome", "bouées autonomes"; "открытые
 * данные", "открытых данных"): word by word the same, or alike in three code points at the start
 * and different in three at most at the end, or in two and two; Arabic words when the letters of
 * one stand in the other in their order, as the root does in a broken plural. For acronyms that
 * show no number.
 */
bool clausary_number_inflected(clausary_slice a, clausary_slice b);

#endif
