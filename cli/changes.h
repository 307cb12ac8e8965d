/* Reports of what two termbases say differently, and of what an update did. */
#ifndef CLI_CHANGES_H
#define CLI_CHANGES_H

#include "output.h"

/* A report while it is written. Zeros and an output begin one. Owner: caller ends it with
 * cli_changes_finish(). */
typedef struct cli_changes {
	clausary_output to;
	const char *title; /* in the language of the messages */
	cli_text entry;    /* that is told of; owned */
	cli_text moves;    /* of that entry, each once */
	cli_text editions; /* of all, each once: one document became another */
	size_t count;      /* of changes so far */
	bool begun;        /* something was written */
} cli_changes;

/* How changes are told; those of one entry come together. */
typedef struct cli_change_report {
	const char *name; /* "json" */
	void (*begin)(cli_changes *changes);
	void (*put)(cli_changes *changes, const clausary_change *change);
	void (*conflict)(cli_changes *changes, const clausary_merge_conflict *conflict);
	void (*end)(cli_changes *changes);
} cli_change_report;

extern const cli_change_report cli_change_report_html;

/** The report of that name; NULL: text. Fails: NULL where there is none. */
const cli_change_report *cli_change_report_named(const char *name);

/** Whether something is of another entry than what came before; then that entry is remembered. */
bool cli_changes_turn(cli_changes *changes, clausary_slice entry);

/** Whether a move of the entry at hand, from one clause to another, was not told yet: terms,
 * definitions and contexts move together. */
bool cli_changes_new_move(cli_changes *changes, const clausary_change *change);

/** Remember the documents of a source that names another edition: "OLD -> NEW", a line each. */
void cli_changes_add_edition(cli_changes *changes, const clausary_change *change);

/** Write bytes. */
void cli_changes_write(cli_changes *changes, cli_text *text);

void cli_changes_finish(cli_changes *changes);

#endif
