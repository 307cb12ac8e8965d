/* The order and the names of languages in the output. */
#ifndef CLAUSARY_TERMBASE_LANGUAGE_ORDER_H
#define CLAUSARY_TERMBASE_LANGUAGE_ORDER_H

#include "termbase/termbase.h"

/** Read what the options say of languages. Fails: CLAUSARY_EUSAGE they are no lists of tags. */
clausary_status clausary_termbase_read_languages(clausary_termbase *termbase,
                                                 const clausary_termbase_options *options);

#endif
