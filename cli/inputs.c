/* What there is to read: files, folders taken apart, standard input (POSIX.1-2008 directories). */
#include "inputs.h"

#include "messages.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { DEEPEST = 100, PIECE = 65536 };

/* Paths still to look at, the next one last. */
typedef struct pending {
	struct pending_path {
		char *path;
		size_t depth;
	} *items;
	size_t count, capacity;
} pending;

static char *
printable(const char *path)
{
	cli_text text = {0};
	cli_text_add_visible(&text, path, strlen(path));
	char *name = cli_copy(text.data, text.size);
	cli_text_finish(&text);
	return name;
}

static void
add(cli_inputs *inputs, const char *path, const char *relative, const struct stat *status)
{
	if (inputs->count == inputs->capacity) {
		inputs->capacity = inputs->capacity * 2 + 16;
		inputs->items = cli_resize(inputs->items, inputs->capacity * sizeof *inputs->items);
	}
	inputs->items[inputs->count++] =
	        (cli_input){.path = path ? cli_copy(path, strlen(path)) : NULL,
		            .name = printable(path ? path : cli_message("standard input")),
		            .relative = cli_copy(relative, strlen(relative)),
		            .device = status->st_dev,
		            .number = status->st_ino};
}

/* A folder, file or other thing that cannot be used: told, and the rest goes on. */
static void
skip(cli_inputs *inputs, const char *path, const char *why, cli_report *report)
{
	char *name = printable(path);
	cli_report_error(report, name, "cannot be read: %s", why);
	free(name);
	inputs->unread++;
}

static void
push(pending *paths, char *path, size_t depth)
{
	if (paths->count == paths->capacity) {
		paths->capacity = paths->capacity * 2 + 64;
		paths->items = cli_resize(paths->items, paths->capacity * sizeof *paths->items);
	}
	paths->items[paths->count++] = (struct pending_path){path, depth};
}

static int
compare_backwards(const void *a, const void *b)
{
	const struct pending_path *left = a, *right = b;
	return strcmp(right->path, left->path);
}

static char *
join(const char *folder, const char *name)
{
	cli_text path = {0};
	size_t size = strlen(folder);
	cli_text_add(&path, folder, size);
	if (size && folder[size - 1] != '/')
		cli_text_add(&path, "/", 1);
	cli_text_add(&path, name, strlen(name));
	cli_text_reserve(&path, 1);
	path.data[path.size] = '\0';
	return path.data;
}

/* Push what a folder holds, so that the first name is taken next. */
static void
open_folder(cli_inputs *inputs, pending *paths, const char *path, size_t depth, cli_report *report)
{
	size_t first = paths->count;
	const struct dirent *entry;
	DIR *folder = depth < DEEPEST ? opendir(path) : NULL;
	if (!folder) {
		skip(inputs, path,
		     depth < DEEPEST ? cli_message(strerror(errno))
		                     : cli_message("folders too deep in each other"),
		     report);
		return;
	}
	while ((errno = 0, entry = readdir(folder)))
		if (entry->d_name[0] != '.')
			push(paths, join(path, entry->d_name), depth + 1);
	if (errno)
		skip(inputs, path, cli_message(strerror(errno)), report);
	closedir(folder);
	if (paths->count > first)
		qsort(paths->items + first, paths->count - first, sizeof *paths->items,
		      compare_backwards);
}

/* "terms.tbx.generated" beside "terms.tbx": what a run made, kept for the next one; it is no input
 * of its own. */
static bool
is_record(const char *path)
{
	static const char suffix[] = ".generated";
	size_t size = strlen(path), end = sizeof suffix - 1;
	struct stat status;
	if (size <= end || strcmp(path + size - end, suffix) != 0)
		return false;
	char *beside = cli_copy(path, size - end);
	bool is = stat(beside, &status) == 0 && S_ISREG(status.st_mode);
	free(beside);
	return is;
}

/* Take one path found in a folder: links to folders are not followed, so that no loop can arise. */
static void
take(cli_inputs *inputs, pending *paths, struct pending_path next, size_t root, cli_report *report)
{
	struct stat status;
	bool linked = lstat(next.path, &status) == 0 && S_ISLNK(status.st_mode);
	if (stat(next.path, &status) != 0) {
		skip(inputs, next.path, cli_message(strerror(errno)), report);
	} else if (S_ISDIR(status.st_mode)) {
		if (!linked)
			open_folder(inputs, paths, next.path, next.depth, report);
	} else if (is_record(next.path)) {
		return;
	} else if (!S_ISREG(status.st_mode)) {
		skip(inputs, next.path,
		     cli_message("not a regular file; name it yourself to read it all the same"),
		     report);
	} else {
		add(inputs, next.path, next.path + root, &status);
		inputs->items[inputs->count - 1].found = true;
	}
}

static void
add_folder(cli_inputs *inputs, const char *operand, cli_report *report)
{
	pending paths = {0};
	size_t before = inputs->count, unread = inputs->unread, root = strlen(operand);
	root += operand[root - 1] != '/';
	open_folder(inputs, &paths, operand, 0, report);
	while (paths.count) {
		struct pending_path next = paths.items[--paths.count];
		take(inputs, &paths, next, root, report);
		free(next.path);
	}
	free(paths.items);
	if (inputs->count == before && inputs->unread == unread) {
		char *name = printable(operand);
		cli_report_note(report, CLAUSARY_WARNING, name, "this folder holds no files");
		free(name);
	}
}

void
cli_inputs_add(cli_inputs *inputs, const char *operand, cli_report *report)
{
	struct stat status;
	if (strcmp(operand, "-") == 0) {
		if (fstat(STDIN_FILENO, &status) != 0)
			skip(inputs, cli_message("standard input"), cli_message(strerror(errno)),
			     report);
		else
			add(inputs, NULL, "standard-input", &status);
	} else if (stat(operand, &status) != 0) {
		skip(inputs, operand, cli_message(strerror(errno)), report);
	} else if (S_ISDIR(status.st_mode)) {
		add_folder(inputs, operand, report);
	} else {
		const char *slash = strrchr(operand, '/');
		add(inputs, operand, slash ? slash + 1 : operand, &status);
	}
}

void
cli_inputs_finish(cli_inputs *inputs)
{
	for (size_t i = 0; i < inputs->count; i++) {
		free(inputs->items[i].path);
		free(inputs->items[i].name);
		free(inputs->items[i].relative);
		free(inputs->items[i].language);
	}
	free(inputs->items);
	*inputs = (cli_inputs){0};
}

/* Read to the end, at most one byte more than the limit. Fails: -1 and errno. */
static int
read_all(cli_text *bytes, int file, size_t limit)
{
	for (;;) {
		if (bytes->capacity - bytes->size < PIECE)
			cli_text_reserve(bytes, PIECE);
		ssize_t size = read(file, bytes->data + bytes->size, bytes->capacity - bytes->size);
		if (size < 0 && errno == EINTR)
			continue;
		if (size <= 0)
			return (int)size;
		bytes->size += (size_t)size;
		if (bytes->size > limit)
			return errno = EFBIG, -1;
	}
}

static int
open_input(const cli_input *input)
{
	return input->path ? open(input->path, O_RDONLY | O_CLOEXEC | O_NOCTTY) : STDIN_FILENO;
}

static void
tell_unreadable(const cli_input *input, int cause, cli_notes *notes)
{
	cli_notes_error(notes, input->name, "cannot be read: %s", cli_message(strerror(cause)));
}

bool
cli_pieces_open(cli_pieces *pieces, const cli_input *input, cli_notes *notes)
{
	*pieces = (cli_pieces){.input = input, .file = open_input(input)};
	if (pieces->file < 0)
		tell_unreadable(input, errno, notes);
	return pieces->file >= 0;
}

ptrdiff_t
cli_pieces_read(void *payload, char *to, size_t size)
{
	cli_pieces *pieces = payload;
	ssize_t got;
	do
		got = read(pieces->file, to, size);
	while (got < 0 && errno == EINTR);
	if (got < 0 && pieces->cause == 0)
		pieces->cause = errno;
	return got;
}

bool
cli_pieces_close(cli_pieces *pieces, cli_notes *notes)
{
	if (pieces->input->path)
		close(pieces->file);
	if (pieces->cause)
		tell_unreadable(pieces->input, pieces->cause, notes);
	return pieces->cause == 0;
}

bool
cli_input_load(cli_text *bytes, const cli_input *input, size_t limit, cli_notes *notes)
{
	struct stat status;
	int file = open_input(input), result = -1;
	bytes->size = 0;
	if (file >= 0 && fstat(file, &status) == 0) {
		uintmax_t size = S_ISREG(status.st_mode) && status.st_size > 0
		                         ? (uintmax_t)status.st_size
		                         : 0;
		result = size > limit ? (errno = EFBIG, -1) : 0;
		if (result == 0) {
			cli_text_reserve(bytes, (size_t)size + PIECE);
			result = read_all(bytes, file, limit);
			cli_text_reserve(bytes, CLAUSARY_PADDING);
			memset(bytes->data + bytes->size, 0, CLAUSARY_PADDING);
		}
	}
	if (result != 0 && errno == EFBIG)
		cli_notes_error(notes, input->name,
		                "cannot be read: larger than the limit of %zu bytes; split it",
		                limit);
	else if (result != 0)
		tell_unreadable(input, errno, notes);
	if (file >= 0 && input->path)
		close(file);
	return result == 0;
}
