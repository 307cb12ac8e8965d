/* Growing bytes, and text made safe to print. Memory that runs out ends the program with status 2.
 */
#ifndef CLI_TEXT_H
#define CLI_TEXT_H

#include <stdbool.h>
#include <stddef.h>

/** Exit statuses of the command. */
enum { CLI_DONE = 0, CLI_PROBLEMS = 1, CLI_FAILED = 2 };

/** Zeros are the empty text. Owner: caller frees with cli_text_finish(). */
typedef struct cli_text {
	char *data;
	size_t size, capacity;
} cli_text;

/** realloc() that ends the program when memory is out. */
void *cli_resize(void *memory, size_t size);

/** A NUL-terminated copy. Owner: the caller. */
char *cli_copy(const char *data, size_t size);

/** Room for `more` bytes after `size`; the bytes are the caller's to write. */
void cli_text_reserve(cli_text *text, size_t more);

void cli_text_add(cli_text *text, const char *data, size_t size);

__attribute__((format(printf, 2, 3))) void cli_text_print(cli_text *text, const char *format, ...);

/** Add bytes of any origin so that they fit one line of a terminal: control characters and bytes
 * that are not UTF-8 become `\xHH`. */
void cli_text_add_visible(cli_text *text, const char *data, size_t size);

/** Whether cli_text_add_visible() would change nothing. */
bool cli_text_is_visible(const char *data, size_t size);

/** Put a NUL after the text; it is not counted. Returns the string. Owner: the text. */
char *cli_text_string(cli_text *text);

void cli_text_finish(cli_text *text);

/** The candidate nearest to `word` by edit distance, or NULL when none is near. Owner: the
 * candidate. */
const char *cli_nearest(const char *word, const char *const *candidates, size_t count);

#endif
