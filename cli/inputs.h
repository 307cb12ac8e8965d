/* What there is to read: files, folders taken apart, standard input. */
#ifndef CLI_INPUTS_H
#define CLI_INPUTS_H

#include "report.h"

#include <sys/types.h>

typedef struct cli_input {
	char *path;     /* as the system has it; NULL: standard input */
	char *name;     /* printable: for messages, and the document's name */
	char *relative; /* below the folder that was named, or the file's own name */
	char *language; /* its own, where options name one for each document; else NULL */
	bool found;     /* in a folder, not named by the user */
	dev_t device;
	ino_t number;
} cli_input;

/** Zeros are none. Owner: caller frees with cli_inputs_finish(). */
typedef struct cli_inputs {
	cli_input *items;
	size_t count, capacity;
	size_t unread; /* operands and folders that could not be used; each was told */
} cli_inputs;

/** Add a file, everything below a folder in the order of names, or "-", standard input. */
void cli_inputs_add(cli_inputs *inputs, const char *operand, cli_report *report);

void cli_inputs_finish(cli_inputs *inputs);

/* An input that is read piece by piece. */
typedef struct cli_pieces {
	const cli_input *input;
	int file, cause; /* errno of the first failure, or 0 */
} cli_pieces;

/**
 * Open an input, to be read piece by piece.
 *
 * Owner: caller calls cli_pieces_close(). Fails: returns false with an error in `notes`.
 */
bool cli_pieces_open(cli_pieces *pieces, const cli_input *input, cli_notes *notes);

/** The function of a clausary_input; the payload is a cli_pieces. */
ptrdiff_t cli_pieces_read(void *payload, char *to, size_t size);

/** Close it. Returns false with an error in `notes` when reading failed. */
bool cli_pieces_close(cli_pieces *pieces, cli_notes *notes);

/**
 * Read all bytes of an input.
 *
 * Owner: caller frees `bytes`, which may be used again.
 * Fails: returns false with an error in `notes`; more than `limit` bytes are one.
 */
bool cli_input_load(cli_text *bytes, const cli_input *input, size_t limit, cli_notes *notes);

#endif
