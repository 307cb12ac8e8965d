/** Validation: what is wrong with a TBX file. */
#ifndef CLAUSARY_VALIDATE_H
#define CLAUSARY_VALIDATE_H

#include "termbase.h"

#ifdef __cplusplus
extern "C" {
#endif

/** # Validating TBX */

/** Something wrong with a file. Every slice lives only during the call of the sink. */
typedef struct clausary_fault {
	clausary_level level;   /**< error: not TBX as ISO 30042 has it; warning: a dialect or a
	                           careful terminologist forbids it; note: worth a look */
	const char *id;         /**< stable, such as "misplaced-element" */
	uint32_t line, column;  /**< from 1: the end of the start tag it is about */
	clausary_slice entry;   /**< id of the entry it stands in; empty outside of entries */
	clausary_slice message; /**< one line: what is wrong, and what to do */
} clausary_fault;

/** Receives faults, nearly in the order of the file: what an element lacks is known at its end. */
typedef void (*clausary_fault_sink)(void *payload, const clausary_fault *fault);

/** What a file turned out to be. */
typedef struct clausary_validation {
	const char *format; /**< "TBX v3", "TBX-Basic v2", …; empty: no TBX. Static */
	char dialect[84];   /**< as the root says: "TBX-Basic" */
	uint64_t entries, terms;
	uint64_t faults[3]; /**< how many of each clausary_level */
} clausary_validation;

/**
 * Hold a TBX file against ISO 30042:2019 (v3: styles dca and dct; dialects Core, Min, Basic and
 * Linguist; of others the core structure only), ISO 30042:2008 (v2: TBX-Basic; of others the core
 * structure) or the TBX-Min of 2013, and tell what is wrong with it. It is stricter than the
 * published schemas where these forget a rule: an empty term, two sections of one language in an
 * entry, a value outside its list, an external reference that is no address.
 *
 * One pass; memory grows with the number of ids. No other file or address is opened.
 *
 * Fails: CLAUSARY_EIO the input failed, CLAUSARY_ELIMIT too deep. A file that is no XML, or ends
 * early, is a fault and no failure.
 */
CLAUSARY_API clausary_status clausary_validate(clausary_validation *out, clausary_context *context,
                                               const clausary_input *input,
                                               clausary_fault_sink sink, void *payload);

#ifdef __cplusplus
}
#endif

#endif
