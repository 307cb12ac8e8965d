/* A ring of jobs between one thread that gives and takes and several that work (POSIX threads). */
#include "workers.h"

#include "text.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct worker {
	cli_workers *all;
	clausary_context *context;
	pthread_t thread;
} worker;

struct cli_workers {
	cli_work work;
	clausary_context *context;
	worker *threads;
	size_t thread_count, window;
	pthread_mutex_t lock; /* of everything below */
	pthread_cond_t given, done;
	struct slot {
		void *job;
		bool done;
	} *ring;
	size_t first, next, last; /* to be taken, to be done, to be given; each counts up, ring
	                             index modulo window */
	bool stopping;
};

static void *
run(void *payload)
{
	worker *self = payload;
	cli_workers *all = self->all;
	pthread_mutex_lock(&all->lock);
	for (;;) {
		while (all->next == all->last && !all->stopping)
			pthread_cond_wait(&all->given, &all->lock);
		if (all->next == all->last)
			break;
		struct slot *slot = &all->ring[all->next++ % all->window];
		pthread_mutex_unlock(&all->lock);
		all->work(slot->job, self->context);
		pthread_mutex_lock(&all->lock);
		slot->done = true;
		pthread_cond_signal(&all->done);
	}
	pthread_mutex_unlock(&all->lock);
	return NULL;
}

/* Start threads as far as the system grants them. Signals are the main thread's business. */
static void
start_threads(cli_workers *all, size_t wanted)
{
	sigset_t every, before;
	sigfillset(&every);
	pthread_sigmask(SIG_SETMASK, &every, &before);
	for (size_t i = 0; i < wanted; i++) {
		worker *one = &all->threads[i];
		*one = (worker){.all = all};
		if (clausary_context_copy(&one->context, all->context) != CLAUSARY_OK)
			break;
		if (pthread_create(&one->thread, NULL, run, one) != 0) {
			clausary_context_free(one->context);
			break;
		}
		all->thread_count++;
	}
	pthread_sigmask(SIG_SETMASK, &before, NULL);
}

cli_workers *
cli_workers_start(size_t threads, cli_work work, clausary_context *context)
{
	pthread_condattr_t attributes;
	cli_workers *all = cli_resize(NULL, sizeof *all);
	*all = (cli_workers){.work = work, .context = context};
	all->window = threads > 1 ? 2 * threads : 1;
	all->ring = cli_resize(NULL, all->window * sizeof *all->ring);
	all->threads = cli_resize(NULL, threads * sizeof *all->threads);
	pthread_mutex_init(&all->lock, NULL);
	pthread_cond_init(&all->given, NULL);
	pthread_condattr_init(&attributes);
	pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
	pthread_cond_init(&all->done, &attributes);
	pthread_condattr_destroy(&attributes);
	if (threads > 1)
		start_threads(all, threads);
	return all;
}

/* Only the thread that gives and takes changes `first` and `last`: it may read them without the
 * lock. */
bool
cli_workers_full(const cli_workers *all)
{
	return all->last - all->first == all->window;
}

size_t
cli_workers_held(const cli_workers *all)
{
	return all->last - all->first;
}

void
cli_workers_give(cli_workers *all, void *job)
{
	if (all->thread_count == 0)
		all->work(job, all->context);
	pthread_mutex_lock(&all->lock);
	all->ring[all->last % all->window] = (struct slot){job, all->thread_count == 0};
	all->last++;
	pthread_cond_signal(&all->given);
	pthread_mutex_unlock(&all->lock);
}

bool
cli_workers_wait(cli_workers *all, unsigned milliseconds)
{
	struct timespec until;
	clock_gettime(CLOCK_MONOTONIC, &until);
	until.tv_nsec += (long)(milliseconds % 1000) * 1000000;
	until.tv_sec += (time_t)(milliseconds / 1000) + until.tv_nsec / 1000000000;
	until.tv_nsec %= 1000000000;
	pthread_mutex_lock(&all->lock);
	const struct slot *oldest = &all->ring[all->first % all->window];
	while (!oldest->done)
		if (pthread_cond_timedwait(&all->done, &all->lock, &until) == ETIMEDOUT)
			break;
	bool done = oldest->done;
	pthread_mutex_unlock(&all->lock);
	return done;
}

void *
cli_workers_take(cli_workers *all)
{
	pthread_mutex_lock(&all->lock);
	const struct slot *oldest = &all->ring[all->first % all->window];
	while (!oldest->done)
		pthread_cond_wait(&all->done, &all->lock);
	void *job = oldest->job;
	all->first++;
	pthread_mutex_unlock(&all->lock);
	return job;
}

void
cli_workers_stop(cli_workers *all)
{
	pthread_mutex_lock(&all->lock);
	all->stopping = true;
	pthread_cond_broadcast(&all->given);
	pthread_mutex_unlock(&all->lock);
	for (size_t i = 0; i < all->thread_count; i++) {
		pthread_join(all->threads[i].thread, NULL);
		clausary_context_free(all->threads[i].context);
	}
	pthread_mutex_destroy(&all->lock);
	pthread_cond_destroy(&all->given);
	pthread_cond_destroy(&all->done);
	free(all->threads);
	free(all->ring);
	free(all);
}
