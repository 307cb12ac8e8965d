/* Documents held until it is known which of them are language versions of one. */
#ifndef CLI_HELD_H
#define CLI_HELD_H

#include <clausary.h>

#include <stdbool.h>

/** Zeros are none. Owner: caller ends it with cli_held_finish(). */
typedef struct cli_held {
	struct cli_held_document {
		const char *name; /* borrowed */
		clausary_document *document;
		clausary_findings *findings;
	} *items;
	size_t count, capacity;
	size_t bytes; /* of their texts */
} cli_held;

/** Hold a document and its findings, which are the holder's from now on. */
void cli_held_add(cli_held *held, const char *name, clausary_document *document,
                  clausary_findings *findings);

/** What is done with the documents of one group, in the order in which they were added. */
typedef clausary_status (*cli_held_use)(void *payload, const char *const *names,
                                        const clausary_findings *const *findings, size_t count);

/**
 * Use every group, in the order of their first documents, and hold their documents no more; unless
 * `everything` is wanted, the group of the last document stays. Groups are told from content, or
 * all documents are one where `versions` says so.
 *
 * Fails: as the grouping or `use` does; the groups after that are not used.
 */
clausary_status cli_held_groups(cli_held *held, clausary_context *context, bool versions,
                                bool everything, cli_held_use use, void *payload);

void cli_held_finish(cli_held *held);

#endif
