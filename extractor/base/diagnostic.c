/* Diagnostics and the failure of a call: both are sentences about the input, told to the caller. */
#include "base/context.h"

#include <stdarg.h>
#include <stdio.h>

static const struct {
	const char *id;
	clausary_level level;
} TABLE[CLAUSARY_DIAGNOSTIC_COUNT] = {
#define DIAGNOSTIC(name, text, severity) [CLAUSARY_DIAGNOSTIC_##name] = {text, severity},
#include "base/diagnostic.def"
#undef DIAGNOSTIC
};

void
clausary_diagnose(clausary_context *context, clausary_diagnostic_id id, const char *document,
                  uint32_t line, const char *format, ...)
{
	char message[512];
	va_list arguments;
	if (context == NULL || context->sink == NULL)
		return;
	va_start(arguments, format);
	vsnprintf(message, sizeof message, clausary_message(context, format), arguments);
	va_end(arguments);
	context->sink(context->sink_payload, &(clausary_diagnostic){
	                                             .level = TABLE[id].level,
	                                             .id = TABLE[id].id,
	                                             .document = clausary_slice_of(document),
	                                             .line = line,
	                                             .message = clausary_slice_of(message),
	                                     });
}

clausary_status
clausary_context_fail(clausary_context *context, clausary_status status, const char *format, ...)
{
	char message[1024];
	va_list arguments;
	va_start(arguments, format);
	vsnprintf(message, sizeof message, clausary_message(context, format), arguments);
	va_end(arguments);
	context->failure.size = 0;
	clausary_buffer_add(&context->failure, clausary_slice_of(message));
	clausary_buffer_add_byte(&context->failure, '\0');
	return status;
}
