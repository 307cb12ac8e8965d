/* clausary add: documents into a store. What is there and has not changed is not read again; what
 * has changed is read with its language versions, and so is what may be a version of something new.
 */
#define _XOPEN_SOURCE 700 /* realpath(), tsearch() */
#include "held.h"
#include "messages.h"
#include "setup.h"
#include "store.h"

#include <search.h>
#include <stdlib.h>
#include <string.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

enum { HELD_TEXT = 4 << 20 /* bytes of text that are together before works are put */ };

/* A document that is on its way into the store. */
typedef struct arrival {
	char *path; /* absolute; also the name of what is held */
	char hash[33];
	char *numerals;
} arrival;

typedef struct adding {
	clausary_context *context;
	const cli_settings *settings;
	clausary_read_options reading;
	clausary_termbase_options termbase;
	cli_store *store;
	cli_inputs inputs;
	cli_report report;
	cli_text how;      /* the settings that what is found depends on */
	arrival **entries; /* in the order in which they are read … */
	void *by_path;     /* … and a tree (search.h) */
	size_t count, capacity;
	cli_held held;
	size_t limit, unchanged, done, failed;
	bool broken; /* the store could not be written */
} adding;

static int
compare_paths(const void *a, const void *b)
{
	const arrival *one = a, *other = b;
	return strcmp(one->path, other->path);
}

static const arrival *
find_arrival(const adding *all, const char *path)
{
	const arrival key = {.path = (char *)(uintptr_t)path};
	arrival *const *found = tfind(&key, &all->by_path, compare_paths);
	return found ? *found : NULL;
}

/* A cli_store_path: one more document to read, unless it is among them. */
static void
want(void *payload, const char *path)
{
	adding *all = payload;
	if (find_arrival(all, path))
		return;
	if (all->count == all->capacity) {
		all->capacity = all->capacity * 2 + 16;
		all->entries = cli_resize(all->entries, all->capacity * sizeof *all->entries);
	}
	arrival *one = cli_resize(NULL, sizeof *one);
	*one = (arrival){.path = cli_copy(path, strlen(path))};
	all->entries[all->count++] = one;
	tsearch(one, &all->by_path, compare_paths);
}

static void
forget(adding *all)
{
	for (size_t i = 0; i < all->count; i++) {
		tdelete(all->entries[i], &all->by_path, compare_paths);
		free(all->entries[i]->path);
		free(all->entries[i]->numerals);
		free(all->entries[i]);
	}
	free(all->entries);
}

/* The numerals of an identifier, as its versions share them: "17 2031". */
static char *
numerals_of(const clausary_document *document)
{
	clausary_slice identifier = clausary_document_identifier(document);
	cli_text numerals = {0};
	for (size_t i = 0; i < identifier.size; i++) {
		char c = identifier.data[i];
		bool digit = c >= '0' && c <= '9';
		if (digit)
			cli_text_add(&numerals, &c, 1);
		else if (numerals.size && numerals.data[numerals.size - 1] != ' ')
			cli_text_add(&numerals, " ", 1);
	}
	return cli_text_string(&numerals);
}

static void
hash_bytes(char to[33], const cli_text *bytes)
{
	static const char digits[] = "0123456789abcdef";
	XXH128_canonical_t sum;
	XXH128_canonicalFromHash(&sum, XXH3_128bits(bytes->data, bytes->size));
	for (size_t i = 0; i < sizeof sum.digest; i++) {
		to[2 * i] = digits[sum.digest[i] >> 4];
		to[2 * i + 1] = digits[sum.digest[i] & 15];
	}
	to[32] = '\0';
}

static clausary_status
write_to_memory(void *payload, const char *data, size_t size)
{
	cli_text_add(payload, data, size);
	return CLAUSARY_OK;
}

static clausary_status
build(adding *all, clausary_termbase **termbase, const clausary_findings *const *findings,
      size_t count)
{
	clausary_alignment *alignment = NULL;
	clausary_status status = clausary_termbase_new(termbase, all->context, &all->termbase);
	if (status == CLAUSARY_OK && count == 1)
		status = clausary_termbase_add(*termbase, findings[0]);
	if (status != CLAUSARY_OK || count == 1)
		return status;
	status = clausary_align(&alignment, all->context, findings, count);
	if (status == CLAUSARY_OK)
		status = clausary_termbase_add_versions(*termbase, findings, count, alignment);
	clausary_alignment_free(alignment);
	return status;
}

typedef struct member {
	const char *path;
	const clausary_findings *findings;
} member;

static int
compare_members(const void *a, const void *b)
{
	const member *one = a, *other = b;
	return strcmp(one->path, other->path);
}

/* Put the termbase into the store, and where its documents are. */
static void
store_work(adding *all, const member *members, size_t count, const cli_text *json)
{
	cli_stored *documents = cli_resize(NULL, count * sizeof *documents);
	for (size_t i = 0; i < count; i++) {
		const arrival *one = find_arrival(all, members[i].path);
		documents[i] = (cli_stored){one->path, one->hash, cli_text_string(&all->how),
		                            one->numerals};
	}
	all->broken = !cli_store_put(all->store, documents, count, json->data, json->size);
	all->done += all->broken ? 0 : count;
	free(documents);
}

/* A cli_held_use: the documents of a work in the order of their paths, so that it does not matter
 * which of them came first. */
static clausary_status
put_work(void *payload, const char *const *names, const clausary_findings *const *findings,
         size_t count)
{
	adding *all = payload;
	clausary_termbase *termbase = NULL;
	cli_text json = {0};
	clausary_output to = {write_to_memory, &json};
	member *members = cli_resize(NULL, count * sizeof *members);
	const clausary_findings **ordered = cli_resize(NULL, count * sizeof *ordered);
	for (size_t i = 0; i < count; i++)
		members[i] = (member){names[i], findings[i]};
	qsort(members, count, sizeof *members, compare_members);
	for (size_t i = 0; i < count; i++)
		ordered[i] = members[i].findings;
	clausary_status status = build(all, &termbase, ordered, count);
	clausary_results results = {.termbase = termbase};
	if (status == CLAUSARY_OK)
		status = clausary_write(all->context, &to, "json", &results);
	if (status == CLAUSARY_OK)
		store_work(all, members, count, &json);
	cli_text_finish(&json);
	clausary_termbase_free(termbase);
	free(ordered);
	free(members);
	return all->broken ? CLAUSARY_EIO : status;
}

/* Put the works that are together: all, or all but that of the last document, of which more
 * versions may come. */
static void
put_works(adding *all, bool everything)
{
	if (all->broken)
		return;
	clausary_status status = cli_held_groups(&all->held, all->context, all->settings->versions,
	                                         everything, put_work, all);
	if (status != CLAUSARY_OK && !all->broken)
		cli_report_error(&all->report, NULL, "%s", cli_failure(all->context, status));
	all->broken |= status != CLAUSARY_OK;
}

static bool
find(adding *all, arrival *one, const cli_text *bytes, cli_notes *notes)
{
	clausary_document *document = NULL;
	clausary_findings *findings = NULL;
	clausary_status status =
	        clausary_read(&document, all->context, (clausary_slice){bytes->data, bytes->size},
		              strrchr(one->path, '/') + 1, &all->reading);
	if (status == CLAUSARY_OK)
		status = clausary_find(&findings, all->context, document);
	if (status != CLAUSARY_OK) {
		cli_notes_error(notes, one->path, "%s", cli_failure(all->context, status));
		clausary_document_free(document);
		return false;
	}
	one->numerals = numerals_of(document);
	cli_held_add(&all->held, one->path, document, findings);
	return true;
}

/* Read one document and hold it; then its versions in the store are wanted too, and what may be
 * one.
 */
static void
read_document(adding *all, arrival *one)
{
	cli_notes notes = {0};
	cli_text bytes = {0};
	cli_input input = {.path = one->path, .name = one->path};
	clausary_context_set_sink(all->context, cli_notes_sink, &notes);
	bool good = cli_input_load(&bytes, &input, all->limit, &notes);
	if (good) {
		hash_bytes(one->hash, &bytes);
		good = find(all, one, &bytes, &notes);
	}
	clausary_context_set_sink(all->context, NULL, NULL);
	cli_text_finish(&bytes);
	all->failed += !good;
	cli_notes_print(&notes, &all->report, one->path);
	cli_notes_finish(&notes);
	if (!good)
		return;
	cli_store_versions(all->store, one->path, want, all);
	cli_store_alike(all->store, one->numerals, want, all);
}

/* Whether the store has what the file holds now. */
static bool
is_unchanged(adding *all, const cli_input *input, const char *path, cli_notes *notes)
{
	cli_text bytes = {0};
	cli_stored document = {.path = path, .settings = cli_text_string(&all->how)};
	char hash[33];
	bool same = false;
	if (cli_input_load(&bytes, input, all->limit, notes)) {
		hash_bytes(hash, &bytes);
		document.hash = hash;
		same = cli_store_has(all->store, &document);
	}
	cli_text_finish(&bytes);
	return same;
}

static void
choose(adding *all)
{
	for (size_t i = 0; i < all->inputs.count; i++) {
		const cli_input *input = &all->inputs.items[i];
		cli_notes notes = {0};
		char *path = input->path ? realpath(input->path, NULL) : NULL;
		if (!path)
			cli_notes_error(&notes, input->name,
			                "a store keeps where a document is: name a file");
		else if (is_unchanged(all, input, path, &notes))
			all->unchanged++;
		else if (notes.count == 0)
			want(all, path);
		all->failed += notes.count > 0;
		cli_notes_print(&notes, &all->report, input->name);
		cli_notes_finish(&notes);
		free(path);
	}
}

/* Read what is wanted, which becomes more while it is read. */
static void
read_documents(adding *all)
{
	cli_progress *progress = &all->report.progress;
	for (size_t i = 0; i < all->count && !all->broken; i++) {
		progress->name = all->entries[i]->path;
		progress->total = all->count;
		cli_progress_show(progress);
		read_document(all, all->entries[i]);
		if (all->held.bytes > HELD_TEXT)
			put_works(all, false);
		progress->done = i + 1;
	}
	put_works(all, true);
	cli_progress_clear(progress);
}

/* What of the options changes what is found, or what is written of it. */
static void
describe(adding *all)
{
	const cli_settings *s = all->settings;
	const char *const options[] = {s->language, s->profile,   s->format,       s->changes,
	                               s->subject,  s->reference, s->language_map, s->languages};
	cli_text_print(&all->how, "%s", clausary_version());
	for (size_t i = 0; i < sizeof options / sizeof *options; i++)
		cli_text_print(&all->how, "\t%s", options[i] ? options[i] : "");
	all->termbase = (clausary_termbase_options){.reference = s->reference,
	                                            .subject = s->subject,
	                                            .languages = s->languages,
	                                            .language_map = s->language_map};
}

static int
add(adding *all)
{
	const cli_settings *settings = all->settings;
	all->store = cli_store_open(settings->operands[0], true, &all->report);
	if (!all->store)
		return CLI_FAILED;
	all->limit = cli_limit(all->context, "FILE_BYTES");
	describe(all);
	for (size_t i = 1; i < settings->operand_count; i++)
		cli_inputs_add(&all->inputs, settings->operands[i], &all->report);
	choose(all);
	read_documents(all);
	if (!all->broken)
		cli_report_note(&all->report, CLAUSARY_NOTE, settings->operands[0],
		                "documents read: %zu; unchanged: %zu; in the store: %zu", all->done,
		                all->unchanged, cli_store_size(all->store));
	if (all->broken || all->done + all->unchanged == 0)
		return CLI_FAILED;
	return all->failed || all->inputs.unread || (settings->strict && all->report.warnings)
	               ? CLI_PROBLEMS
		       : CLI_DONE;
}

int
cli_add(const cli_settings *settings)
{
	adding all = {.settings = settings};
	int status = CLI_FAILED;
	if (settings->operand_count < 2)
		return cli_usage_error(settings->command,
		                       "name the store, then the documents or folders to add");
	if (settings->language && strchr(settings->language, ','))
		return cli_usage_error(settings->command,
		                       "--language %s: a store takes one for all",
		                       settings->language);
	all.context = cli_context_open(settings);
	if (!all.context)
		return CLI_FAILED;
	cli_report_start(&all.report, settings->quiet);
	if (cli_read_options(&all.reading, all.context, settings))
		status = add(&all);
	cli_store_close(all.store);
	cli_held_finish(&all.held);
	forget(&all);
	cli_inputs_finish(&all.inputs);
	cli_text_finish(&all.how);
	clausary_context_free(all.context);
	return status;
}
