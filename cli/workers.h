/* Threads that do jobs in any order and give them back in the order they came, so that what is
 * printed does not depend on their number. At most `window` jobs are under way: memory stays
 * bounded. */
#ifndef CLI_WORKERS_H
#define CLI_WORKERS_H

#include <clausary.h>

#include <stdbool.h>

typedef struct cli_workers cli_workers;

/** Do one job with a context that no other thread uses meanwhile. */
typedef void (*cli_work)(void *job, clausary_context *context);

/**
 * Start. With one thread, or where the system grants none, jobs are done by cli_workers_give()
 * itself with `context`; else every thread has a context of its own, a copy of it.
 *
 * Owner: caller ends it with cli_workers_stop(). Fails: never; fewer threads may start.
 */
cli_workers *cli_workers_start(size_t threads, cli_work work, clausary_context *context);

/** Whether a job must be taken before one can be given. */
bool cli_workers_full(const cli_workers *workers);

/** The number of jobs given and not taken. */
size_t cli_workers_held(const cli_workers *workers);

/** Give a job; not when full. */
void cli_workers_give(cli_workers *workers, void *job);

/** Wait for the oldest job, at most so long; returns whether it is done. Some job must be held. */
bool cli_workers_wait(cli_workers *workers, unsigned milliseconds);

/** Take the oldest job, waiting for it. Some job must be held. */
void *cli_workers_take(cli_workers *workers);

/** End the threads and their contexts; jobs still held are done, and lost: take them before. What
 * was made by a job must be freed before. */
void cli_workers_stop(cli_workers *workers);

#endif
