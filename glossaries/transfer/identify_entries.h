/* Ids of entries that were read. */
#ifndef CLAUSARY_TRANSFER_IDENTIFY_ENTRIES_H
#define CLAUSARY_TRANSFER_IDENTIFY_ENTRIES_H

#include "transfer/filling.h"

/** Give every concept an id that is an XML name and unique, keep ids of terms and objects where
 * they are, and let references follow the ids that change. */
void clausary_identify_entries(clausary_filling *filling);

#endif
