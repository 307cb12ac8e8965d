/* A working store: the termbase of many documents in one SQLite file. Each group of language
 * versions is a work: its termbase as the writer "json" writes it, and of each of its documents
 * where it is and a hash of its bytes. Whatever is committed stays, also when the process is
 * killed; readers see the store as it was when they began. */
#ifndef CLI_STORE_H
#define CLI_STORE_H

#include "report.h"

typedef struct cli_store cli_store;

/** A document of a store. */
typedef struct cli_stored {
	const char *path;     /* absolute */
	const char *hash;     /* of its bytes */
	const char *settings; /* how it was read */
	const char *numerals; /* of its identifier: language versions have the same; may be "" */
} cli_stored;

/**
 * Open a store; one that is to be written is made where there is none.
 *
 * Owner: caller frees with cli_store_close(). Fails: returns NULL after an error.
 */
cli_store *cli_store_open(const char *path, bool writable, cli_report *report);

void cli_store_close(cli_store *store);

/** Whether the store has the document, read in the same way from the same bytes. */
bool cli_store_has(cli_store *store, const cli_stored *document);

/** Receives a path; it lives only during the call. */
typedef void (*cli_store_path)(void *payload, const char *path);

/** The other documents of the work that a document belongs to. */
void cli_store_versions(cli_store *store, const char *path, cli_store_path take, void *payload);

/** The documents whose identifiers have these numerals. */
void cli_store_alike(cli_store *store, const char *numerals, cli_store_path take, void *payload);

/**
 * Put a work in the place of all works that its documents belonged to, all or nothing.
 *
 * Fails: returns false after an error; the store is as it was.
 */
bool cli_store_put(cli_store *store, const cli_stored *documents, size_t count,
                   const char *termbase, size_t size);

/** Receives the termbase of a work, as JSON; returns false to stop. */
typedef bool (*cli_store_work)(void *payload, const char *termbase, size_t size);

/** All works, in the order of their first documents' paths; none is changed meanwhile. Fails:
 * returns false after an error, or when `take` stopped. */
bool cli_store_works(cli_store *store, cli_store_work take, void *payload);

/** How many documents the store has. */
size_t cli_store_size(cli_store *store);

#endif
