/* Reading: the reader that knows the bytes builds the document, the outline numbers its clauses. */
#include "input/input.h"

#include "base/language_tag.h"
#include "base/limits.h"
#include "document/builder_private.h"
#include "document/outline.h"

#define CLAUSARY_READER(name) extern const clausary_reader clausary_reader_##name;
#include "input/readers.def"
#undef CLAUSARY_READER

static const clausary_reader *const READERS[] = {
#define CLAUSARY_READER(name) &clausary_reader_##name,
#include "input/readers.def"
#undef CLAUSARY_READER
};

enum { READERS_COUNT = sizeof READERS / sizeof *READERS, WEAK_BID = 10 };

const clausary_reader *
clausary_reader_at(size_t index)
{
	return index < READERS_COUNT ? READERS[index] : NULL;
}

const clausary_reader *
clausary_reader_named(const char *name)
{
	for (size_t i = 0; i < READERS_COUNT; i++)
		if (strcmp(READERS[i]->name, name) == 0)
			return READERS[i];
	return NULL;
}

static clausary_status
fail_foreign(clausary_context *context, clausary_foreign foreign)
{
	if (foreign.remedy)
		return clausary_context_fail(context, CLAUSARY_EFORMAT, "this is %s; %s",
		                             foreign.what, foreign.remedy);
	return clausary_context_fail(context, CLAUSARY_EFORMAT, "this is %s, not a document",
	                             foreign.what);
}

clausary_status
clausary_reader_choose(const clausary_reader **out, clausary_context *context, clausary_slice bytes)
{
	const clausary_reader *best = NULL;
	int highest = 0;
	if (bytes.size == 0)
		return clausary_context_fail(context, CLAUSARY_EFORMAT, "the file is empty");
	for (size_t i = 0; i < READERS_COUNT; i++) {
		int bid = READERS[i]->bid(bytes);
		if (bid > highest) {
			highest = bid;
			best = READERS[i];
		}
	}
	if (highest <= WEAK_BID) {
		clausary_foreign foreign = clausary_foreign_format(bytes);
		if (foreign.what)
			return fail_foreign(context, foreign);
	}
	if (best == NULL)
		return clausary_context_fail(context, CLAUSARY_EFORMAT,
		                             "these are binary data of a kind no reader knows; "
		                             "give a Word (.docx), HTML or text file");
	*out = best;
	return CLAUSARY_OK;
}

/* The reader that the options name, or the one that knows the bytes. */
static clausary_status
find_reader(const clausary_reader **out, clausary_context *context, clausary_slice bytes,
            const char *format)
{
	if (format == NULL)
		return clausary_reader_choose(out, context, bytes);
	*out = clausary_reader_named(format);
	if (*out == NULL)
		return clausary_context_fail(
		        context, CLAUSARY_EUSAGE,
		        "no reader is called \"%.40s\"; `clausary list readers` names them",
		        format);
	return CLAUSARY_OK;
}

static clausary_status
check_language(clausary_context *context, const char *tag)
{
	if (tag == NULL || tag[0] == '\0' || clausary_is_language_tag(clausary_slice_of(tag)))
		return CLAUSARY_OK;
	return clausary_context_fail(
	        context, CLAUSARY_EUSAGE,
	        "\"%.40s\" is no language tag; give one such as en, fr-CA or zh-Hant", tag);
}

static clausary_status
read_and_number(clausary_document **out, clausary_builder *builder, const clausary_reader *reader,
                clausary_slice bytes, const clausary_read_options *options)
{
	clausary_status status = reader->read(builder, bytes, options);
	if (status != CLAUSARY_OK) {
		clausary_builder_free(builder);
		return status;
	}
	clausary_document *document = clausary_builder_finish(builder);
	document->format = reader->name;
	if (document->blocks.count == 0)
		clausary_diagnose(document->context, CLAUSARY_DIAGNOSTIC_NO_TEXT, document->name, 0,
		                  "read as %s: there is no text in it", reader->label);
	status = clausary_outline(document, options);
	if (status == CLAUSARY_OK)
		*out = document;
	else
		clausary_document_free(document);
	return status;
}

static clausary_status
read_bytes(clausary_document **out, clausary_context *context, clausary_slice bytes,
           const char *name, const clausary_read_options *options)
{
	const clausary_reader *reader;
	if (bytes.size > CLAUSARY_LIMIT_FILE_BYTES)
		return clausary_context_fail(
		        context, CLAUSARY_ELIMIT,
		        "the file has %zu bytes, at most %d are read; split it", bytes.size,
		        CLAUSARY_LIMIT_FILE_BYTES);
	clausary_status status = check_language(context, options->language);
	if (status == CLAUSARY_OK)
		status = find_reader(&reader, context, bytes, options->format);
	if (status != CLAUSARY_OK)
		return status;
	return read_and_number(out, clausary_builder_new(context, name), reader, bytes, options);
}

clausary_status
clausary_read(clausary_document **out, clausary_context *context, clausary_slice bytes,
              const char *name, const clausary_read_options *options)
{
	static const clausary_read_options DEFAULTS = {0};
	context->failure.size = 0;
	options = options ? options : &DEFAULTS;
	clausary_status status = read_bytes(out, context, bytes, name, options);
	if (options->release == NULL)
		return status;
	if (status == CLAUSARY_OK && bytes.size && (*out)->text.data == bytes.data)
		(*out)->release = options->release;
	else
		options->release((void *)(uintptr_t)bytes.data);
	return status;
}
