/* The builder's life, for input.c. */
#ifndef CLAUSARY_DOCUMENT_BUILDER_PRIVATE_H
#define CLAUSARY_DOCUMENT_BUILDER_PRIVATE_H

#include "document/builder.h"
#include "document/document.h"

/** Start a document. Owner: caller frees with _finish() or _free(). `name` is copied. */
clausary_builder *clausary_builder_new(clausary_context *context, const char *name);

/** The document, without clauses yet; the builder is gone. Owner: caller frees the document. */
clausary_document *clausary_builder_finish(clausary_builder *builder);

/** Drop the builder and what it built. */
void clausary_builder_free(clausary_builder *builder);

#endif
