/* Diagnostics: the input was odd, the work went on. One table of ids (diagnostic.def). */
#ifndef CLAUSARY_BASE_DIAGNOSTIC_H
#define CLAUSARY_BASE_DIAGNOSTIC_H

#include "base/slice.h"

typedef enum clausary_diagnostic_id {
#define DIAGNOSTIC(name, id, level) CLAUSARY_DIAGNOSTIC_##name,
#include "base/diagnostic.def"
#undef DIAGNOSTIC
	CLAUSARY_DIAGNOSTIC_COUNT
} clausary_diagnostic_id;

/** Tell the context's sink. `document` is the name of the input, `line` counts from 1 (0: none). */
__attribute__((format(printf, 5, 6))) void clausary_diagnose(clausary_context *context,
                                                             clausary_diagnostic_id id,
                                                             const char *document, uint32_t line,
                                                             const char *format, ...);

#endif
