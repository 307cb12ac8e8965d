/* Reports of what two termbases say differently. */
#ifndef CLI_CHANGES_H
#define CLI_CHANGES_H

#include "output.h"

/* A report while it is written. Zeros and an output begin one. */
typedef struct cli_changes {
	cli_output *output;
	cli_text entry; /* that is told of; owned */
	size_t count;   /* of changes so far */
} cli_changes;

/* How changes are told; those of one entry come together. */
typedef struct cli_change_report {
	const char *name; /* "json" */
	void (*begin)(cli_changes *changes);
	void (*put)(cli_changes *changes, const clausary_change *change);
	void (*end)(cli_changes *changes);
} cli_change_report;

extern const cli_change_report cli_change_report_html;

/** The report of that name; NULL: text. Fails: NULL where there is none. */
const cli_change_report *cli_change_report_named(const char *name);

/** Whether a change is of another entry than the one before; then that entry is remembered. */
bool cli_changes_turn(cli_changes *changes, const clausary_change *change);

#endif
