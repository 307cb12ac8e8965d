/* The store in SQLite: write-ahead log, so that readers and one writer do not wait for each other,
 * and a transaction for each work. */
#include "store.h"

#include "messages.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
	APPLICATION = 0x436c6175, /* "Clau": what file(1) and we know a store by */
	VERSION = 1,
	PATIENCE = 10000 /* milliseconds to wait for another writer */
};

struct cli_store {
	sqlite3 *database;
	cli_report *report;
	char *name; /* printable */
};

static const char SCHEMA[] = "CREATE TABLE work (id INTEGER PRIMARY KEY, termbase BLOB NOT NULL);"
                             "CREATE TABLE document (path TEXT PRIMARY KEY, hash TEXT NOT NULL,"
                             " settings TEXT NOT NULL, numerals TEXT NOT NULL,"
                             " work INTEGER NOT NULL REFERENCES work (id) ON DELETE CASCADE);"
                             "CREATE INDEX document_work ON document (work);"
                             "CREATE INDEX document_numerals ON document (numerals);"
                             "PRAGMA application_id = 1131176309;" /* APPLICATION */
                             "PRAGMA user_version = 1;" /* VERSION */;

_Static_assert(APPLICATION == 1131176309, "what the schema says");

static bool
fail(const cli_store *store)
{
	cli_report_error(store->report, store->name, "the store cannot be used: %s",
	                 sqlite3_errmsg(store->database));
	return false;
}

static bool
run(cli_store *store, const char *statements)
{
	return sqlite3_exec(store->database, statements, NULL, NULL, NULL) == SQLITE_OK
	       || fail(store);
}

/* A statement with its first texts bound. Owner: caller calls sqlite3_finalize(). */
static sqlite3_stmt *
prepare(cli_store *store, const char *text, const char *const *values, int count)
{
	sqlite3_stmt *statement = NULL;
	if (sqlite3_prepare_v2(store->database, text, -1, &statement, NULL) != SQLITE_OK) {
		fail(store);
		return NULL;
	}
	for (int i = 0; i < count; i++)
		sqlite3_bind_text(statement, i + 1, values[i], -1, SQLITE_STATIC);
	return statement;
}

static int
number(cli_store *store, const char *text)
{
	sqlite3_stmt *statement = prepare(store, text, NULL, 0);
	int value = -1;
	if (statement && sqlite3_step(statement) == SQLITE_ROW)
		value = sqlite3_column_int(statement, 0);
	sqlite3_finalize(statement);
	return value;
}

/* Keep a log of what is written from now on. SQLite does not wait here for a writer that does the
 * same for the first time, so we do. */
static bool
keep_log(cli_store *store)
{
	enum { PAUSE = 10 }; /* milliseconds */
	static const char LOG[] = "PRAGMA journal_mode = WAL";
	int status = sqlite3_exec(store->database, LOG, NULL, NULL, NULL);
	for (int waited = 0; status == SQLITE_BUSY && waited < PATIENCE; waited += PAUSE) {
		sqlite3_sleep(PAUSE);
		status = sqlite3_exec(store->database, LOG, NULL, NULL, NULL);
	}
	return status == SQLITE_OK || fail(store);
}

/* Make a store of an empty file, unless another writer has just done it. */
static bool
make(cli_store *store)
{
	if (!run(store, "BEGIN IMMEDIATE"))
		return false;
	bool made = number(store, "PRAGMA application_id") == 0
	            && number(store, "SELECT count(*) FROM sqlite_master") == 0
	            && run(store, SCHEMA);
	return run(store, made ? "COMMIT" : "ROLLBACK");
}

/* Whether it is a store of ours, or an empty file that may become one. */
static bool
check(cli_store *store, bool writable)
{
	int application = number(store, "PRAGMA application_id");
	if (application == 0 && writable && make(store))
		application = number(store, "PRAGMA application_id");
	if (application < 0)
		return false; /* told already: no database at all */
	if (application != APPLICATION) {
		cli_report_error(store->report, store->name, "this is no store of this program");
		return false;
	}
	int version = number(store, "PRAGMA user_version");
	if (version != VERSION)
		cli_report_error(store->report, store->name,
		                 "this store is of version %d; this program knows %d: use a newer "
		                 "one, or make the store anew",
		                 version, VERSION);
	return version == VERSION;
}

/* Whether a log stands beside the store, or one can be made there: without it SQLite reads a store
 * only when it is told that nobody writes. */
static bool
can_have_log(const char *path)
{
	const char *slash = strrchr(path, '/');
	cli_text log = {0}, folder = {0};
	cli_text_print(&log, "%s-wal", path);
	cli_text_print(&folder, "%.*s", slash ? (int)(slash - path) + 1 : 1, slash ? path : ".");
	bool can = access(cli_text_string(&log), F_OK) == 0
	           || access(cli_text_string(&folder), W_OK) == 0;
	cli_text_finish(&log);
	cli_text_finish(&folder);
	return can;
}

/* "file:/srv/a%3Fb.db?immutable=1": a store in a folder that nobody writes to. */
static int
open_immutable(cli_store *store, const char *path, int flags)
{
	cli_text address = {0};
	cli_text_print(&address, "file:");
	for (; *path; path++)
		if (strchr("%?#", *path))
			cli_text_print(&address, "%%%02X", (unsigned)*path);
		else
			cli_text_add(&address, path, 1);
	cli_text_print(&address, "?immutable=1");
	int status = sqlite3_open_v2(cli_text_string(&address), &store->database,
	                             flags | SQLITE_OPEN_URI, NULL);
	cli_text_finish(&address);
	return status;
}

cli_store *
cli_store_open(const char *path, bool writable, cli_report *report)
{
	cli_store *store = cli_resize(NULL, sizeof *store);
	cli_text name = {0};
	int flags = writable ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
	*store = (cli_store){.report = report};
	cli_text_add_visible(&name, path, strlen(path));
	store->name = cli_text_string(&name);
	int status = writable || can_have_log(path)
	                     ? sqlite3_open_v2(path, &store->database, flags, NULL)
	                     : open_immutable(store, path, flags);
	bool good = status == SQLITE_OK || fail(store);
	sqlite3_busy_timeout(store->database, PATIENCE);
	good = good && (!writable || keep_log(store))
	       && run(store, "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL")
	       && check(store, writable);
	if (good)
		return store;
	cli_store_close(store);
	return NULL;
}

void
cli_store_close(cli_store *store)
{
	if (!store)
		return;
	sqlite3_close(store->database);
	free(store->name);
	free(store);
}

bool
cli_store_has(cli_store *store, const cli_stored *document)
{
	const char *const values[] = {document->path, document->hash, document->settings};
	sqlite3_stmt *statement = prepare(
	        store, "SELECT 1 FROM document WHERE path = ? AND hash = ? AND settings = ?",
	        values, 3);
	bool found = statement && sqlite3_step(statement) == SQLITE_ROW;
	sqlite3_finalize(statement);
	return found;
}

static void
take_paths(cli_store *store, const char *text, const char *value, cli_store_path take,
           void *payload)
{
	const char *const values[] = {value};
	sqlite3_stmt *statement = prepare(store, text, values, 1);
	while (statement && sqlite3_step(statement) == SQLITE_ROW)
		take(payload, (const char *)sqlite3_column_text(statement, 0));
	sqlite3_finalize(statement);
}

void
cli_store_versions(cli_store *store, const char *path, cli_store_path take, void *payload)
{
	take_paths(store,
	           "SELECT path FROM document WHERE path <> ?1 AND work ="
	           " (SELECT work FROM document WHERE path = ?1) ORDER BY path",
	           path, take, payload);
}

void
cli_store_alike(cli_store *store, const char *numerals, cli_store_path take, void *payload)
{
	if (numerals[0])
		take_paths(store, "SELECT path FROM document WHERE numerals = ? ORDER BY path",
		           numerals, take, payload);
}

/* Run a statement that gives no rows. */
static bool
finish(cli_store *store, sqlite3_stmt *statement)
{
	bool good = statement && sqlite3_step(statement) == SQLITE_DONE;
	sqlite3_finalize(statement);
	return good || fail(store);
}

static bool
put_documents(cli_store *store, const cli_stored *documents, size_t count, sqlite3_int64 work)
{
	for (size_t i = 0; i < count; i++) {
		const char *const values[] = {documents[i].path, documents[i].hash,
		                              documents[i].settings, documents[i].numerals};
		sqlite3_stmt *statement =
		        prepare(store, "INSERT INTO document VALUES (?, ?, ?, ?, ?)", values, 4);
		if (statement)
			sqlite3_bind_int64(statement, 5, work);
		if (!finish(store, statement))
			return false;
	}
	return true;
}

static bool
put_work(cli_store *store, const cli_stored *documents, size_t count, const char *termbase,
         size_t size)
{
	for (size_t i = 0; i < count; i++) {
		const char *const values[] = {documents[i].path};
		if (!finish(store, prepare(store,
		                           "DELETE FROM work WHERE id ="
		                           " (SELECT work FROM document WHERE path = ?)",
		                           values, 1)))
			return false;
	}
	sqlite3_stmt *statement = prepare(store, "INSERT INTO work (termbase) VALUES (?)", NULL, 0);
	if (statement)
		sqlite3_bind_blob64(statement, 1, termbase, size, SQLITE_STATIC);
	return finish(store, statement)
	       && put_documents(store, documents, count,
	                        sqlite3_last_insert_rowid(store->database));
}

bool
cli_store_put(cli_store *store, const cli_stored *documents, size_t count, const char *termbase,
              size_t size)
{
	if (!run(store, "BEGIN IMMEDIATE"))
		return false;
	if (put_work(store, documents, count, termbase, size) && run(store, "COMMIT"))
		return true;
	sqlite3_exec(store->database, "ROLLBACK", NULL, NULL, NULL);
	return false;
}

bool
cli_store_works(cli_store *store, cli_store_work take, void *payload)
{
	sqlite3_stmt *statement =
	        prepare(store,
		        "SELECT termbase FROM work JOIN document ON work.id = document.work"
		        " GROUP BY work.id ORDER BY min(path)",
		        NULL, 0);
	int result = SQLITE_ERROR;
	bool good = statement != NULL;
	while (good && (result = sqlite3_step(statement)) == SQLITE_ROW)
		good = take(payload, sqlite3_column_blob(statement, 0),
		            (size_t)sqlite3_column_bytes(statement, 0));
	sqlite3_finalize(statement);
	if (good && result != SQLITE_DONE)
		return fail(store);
	return good;
}

size_t
cli_store_size(cli_store *store)
{
	int count = number(store, "SELECT count(*) FROM document");
	return count < 0 ? 0 : (size_t)count;
}
