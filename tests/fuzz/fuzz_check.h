/* What must hold of everything that is read, whatever the bytes. */
#ifndef TESTS_FUZZ_CHECK_H
#define TESTS_FUZZ_CHECK_H

#include "fuzz.h"

#include <clausary.h>

/** One context for all inputs; its diagnostics are read to the last byte. */
clausary_context *fuzz_context(void);

/** Every span lies in the text, every index in its list: what the header promises to callers. */
void fuzz_check_findings(const clausary_findings *findings);

/** Write with every writer, which must take what was found. */
void fuzz_write(clausary_context *context, const clausary_termbase *termbase,
                const clausary_findings *const *findings, size_t count);

#endif
