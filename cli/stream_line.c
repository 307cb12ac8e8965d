/* One line of a stream: {"id","text","language"?} as JSON (RFC 8259) in, findings as JSON Lines
 * out. */
#include "stream_line.h"

#include "setup.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

static clausary_status
write_to_memory(void *payload, const char *data, size_t size)
{
	cli_text_add(payload, data, size);
	return CLAUSARY_OK;
}

void
cli_stream_error(cli_text *to, const char *document, size_t number, const char *message)
{
	cli_text clean = {0};
	cli_text_add_visible(&clean, message, strlen(message));
	json_t *error = json_pack("{s:s, s:s?, s:I, s:s}", "type", "error", "document", document,
	                          "line", (json_int_t)number, "message", cli_text_string(&clean));
	char *line = json_dumps(error, JSON_COMPACT);
	if (line)
		cli_text_print(to, "%s\n", line);
	free(line);
	json_decref(error);
	cli_text_finish(&clean);
}

/* Every NUL made U+FFFD: the same number of code points, and no surprise for anyone. */
static clausary_slice
without_nul(cli_text *to, const char *data, size_t size)
{
	while (size) {
		const char *zero = memchr(data, '\0', size);
		size_t part = zero ? (size_t)(zero - data) : size;
		cli_text_add(to, data, part);
		if (zero)
			cli_text_add(to, "\xEF\xBF\xBD", 3);
		data += part + (zero != NULL);
		size -= part + (zero != NULL);
	}
	return (clausary_slice){to->data, to->size};
}

static clausary_status
find(cli_text *to, const cli_stream_plan *plan, clausary_context *context, clausary_slice text,
     const char *name, const char *language)
{
	clausary_read_options reading = plan->reading;
	clausary_document *document = NULL;
	clausary_findings *findings = NULL;
	clausary_output output = {write_to_memory, to};
	if (language && language[0])
		reading.language = language;
	clausary_status status = clausary_read(&document, context, text, name, &reading);
	if (status == CLAUSARY_OK)
		status = clausary_find_with(&findings, context, document, &plan->finding);
	if (status == CLAUSARY_OK) {
		const clausary_findings *const one = findings;
		clausary_results results = {.findings = &one, .findings_count = 1};
		status = clausary_write(context, &output, plan->writer, &results);
	}
	clausary_findings_free(findings);
	clausary_document_free(document);
	return status;
}

/* The document's name: a string, or a whole number written out in `digits`; NULL for anything else.
 */
static const char *
name_of(const json_t *root, char digits[24])
{
	const json_t *id = json_object_get(root, "id");
	if (json_is_integer(id)) {
		snprintf(digits, 24, "%" JSON_INTEGER_FORMAT, json_integer_value(id));
		return digits;
	}
	if (!json_is_string(id) || strlen(json_string_value(id)) != json_string_length(id))
		return NULL;
	return json_string_value(id);
}

static bool
do_document(cli_text *to, const cli_stream_plan *plan, clausary_context *context,
            const json_t *root, size_t number)
{
	char digits[24];
	const char *name = name_of(root, digits), *wrong = NULL;
	const json_t *text = json_object_get(root, "text"),
	             *language = json_object_get(root, "language");
	cli_text copy = {0};
	size_t before = to->size;
	if (!json_is_object(root))
		wrong = "not an object: a line is {\"id\":\"…\",\"text\":\"…\"}";
	else if (!name)
		wrong = "\"id\" is missing or is no string";
	else if (!json_is_string(text))
		wrong = "\"text\" is missing or is no string";
	else if (language && !json_is_null(language) && !json_is_string(language))
		wrong = "\"language\" is no string; leave it out where it is not known";
	if (!wrong && json_string_length(text)) {
		clausary_slice slice = {json_string_value(text), json_string_length(text)};
		if (memchr(slice.data, '\0', slice.size))
			slice = without_nul(&copy, slice.data, slice.size);
		clausary_status status =
		        find(to, plan, context, slice, name, json_string_value(language));
		if (status != CLAUSARY_OK)
			wrong = cli_failure(context, status);
	}
	if (wrong) {
		to->size = before;
		cli_stream_error(to, name, number, wrong);
	}
	cli_text_finish(&copy);
	return !wrong;
}

bool
cli_stream_line(cli_text *to, const cli_stream_plan *plan, clausary_context *context,
                clausary_slice line, size_t number)
{
	json_error_t error;
	json_t *root = json_loadb(line.data, line.size, JSON_ALLOW_NUL | JSON_DECODE_ANY, &error);
	if (!root) {
		cli_text message = {0};
		cli_text_print(&message, "not JSON: %s (byte %d)", error.text, error.position);
		cli_stream_error(to, NULL, number, cli_text_string(&message));
		cli_text_finish(&message);
		return false;
	}
	bool good = do_document(to, plan, context, root, number);
	json_decref(root);
	return good;
}
