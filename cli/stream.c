/* extract --stream: JSON Lines in, JSON Lines out, in order. Lines are worked on in batches of some
 * 64 KiB; what is done is written before the program waits for more input. */
#include "messages.h"
#include "output.h"
#include "run.h"
#include "setup.h"
#include "stream_line.h"
#include "workers.h"

#include <errno.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { BATCH_BYTES = 65536, KEPT_BYTES = 1 << 20 };

/* Lines on their way. */
typedef struct batch {
	struct batch *next; /* spare */
	const cli_stream_plan *plan;
	cli_text input, output; /* whole lines; what they gave */
	size_t first_line;
	size_t bad;    /* lines */
	bool too_long; /* stands for one line longer than the limit */
	cli_notes notes;
} batch;

typedef struct stream {
	cli_stream_plan plan;
	cli_workers *workers;
	cli_output output;
	cli_report *report;
	batch *spare;
	cli_text carry; /* the beginning of a line */
	size_t lines, bad, limit;
	bool skipping; /* the rest of a line that is too long */
	bool ended;
	int cause; /* errno of a failed read, or 0 */
} stream;

static void
work(void *payload, clausary_context *context)
{
	batch *one = payload;
	const char *at = one->input.data, *end = at + one->input.size;
	size_t number = one->first_line;
	clausary_context_set_sink(context, cli_notes_sink, &one->notes);
	if (one->too_long) {
		cli_stream_error(&one->output, NULL, number, "line longer than the limit; skipped");
		one->bad++;
	}
	while (at < end) {
		const char *stop = memchr(at, '\n', (size_t)(end - at));
		clausary_slice line = {at, (size_t)((stop ? stop : end) - at)};
		at += line.size + 1;
		if (number == 1 && line.size >= 3 && memcmp(line.data, "\xEF\xBB\xBF", 3) == 0)
			line = (clausary_slice){line.data + 3, line.size - 3};
		size_t blank = 0;
		while (blank < line.size && strchr(" \t\r", line.data[blank]) && line.data[blank])
			blank++;
		if (blank < line.size)
			one->bad +=
			        !cli_stream_line(&one->output, one->plan, context, line, number);
		number++;
	}
	clausary_context_set_sink(context, NULL, NULL);
}

static batch *
take_spare(stream *all)
{
	batch *one = all->spare;
	if (one) {
		all->spare = one->next;
		return one;
	}
	one = cli_resize(NULL, sizeof *one);
	*one = (batch){.plan = &all->plan};
	return one;
}

/* Keep the batch for more lines, without the memory of a giant. */
static void
put_spare(stream *all, batch *one)
{
	one->input.size = one->output.size = 0;
	if (one->input.capacity > KEPT_BYTES)
		cli_text_finish(&one->input);
	if (one->output.capacity > KEPT_BYTES)
		cli_text_finish(&one->output);
	one->too_long = false;
	one->bad = 0;
	one->next = all->spare;
	all->spare = one;
}

static void
collect(stream *all)
{
	batch *one = cli_workers_take(all->workers);
	cli_notes_print(&one->notes, all->report, NULL);
	cli_output_write(&all->output, one->output.data, one->output.size);
	all->bad += one->bad;
	put_spare(all, one);
}

static bool
more_is_there(void)
{
	struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
	return poll(&input, 1, 0) > 0;
}

/* While no more input is there, wait for what was given and write it. */
static void
answer(stream *all)
{
	while (cli_workers_held(all->workers) && !more_is_there())
		if (cli_workers_wait(all->workers, 1))
			collect(all);
	if (cli_workers_held(all->workers) == 0)
		cli_output_flush(&all->output);
}

/* Drop what belongs to a line that is too long; false when all of it does. */
static bool
skip_line(stream *all, batch *one, size_t from)
{
	const char *data = one->input.data + from;
	const char *stop = memchr(data, '\n', one->input.size - from);
	if (!stop) {
		one->input.size = from;
		return false;
	}
	size_t rest = one->input.size - from - (size_t)(stop + 1 - data);
	memmove(one->input.data + from, stop + 1, rest);
	one->input.size = from + rest;
	all->skipping = false;
	return true;
}

/* Read once into the batch; returns where the new bytes begin. */
static size_t
read_more(stream *all, batch *one)
{
	size_t from = one->input.size;
	cli_text_reserve(&one->input, BATCH_BYTES);
	ssize_t size;
	do
		size = read(STDIN_FILENO, one->input.data + from, one->input.capacity - from);
	while (size < 0 && errno == EINTR);
	if (size < 0)
		all->cause = errno;
	if (size <= 0)
		all->ended = true;
	else
		one->input.size += (size_t)size;
	return from;
}

/* The number of bytes up to the last line feed at or after `from`, or 0. */
static size_t
whole_lines(const batch *one, size_t from)
{
	size_t end = one->input.size;
	while (end > from && one->input.data[end - 1] != '\n')
		end--;
	return end > from ? end : 0;
}

/* Fill a batch with whole lines; the beginning of the next one is kept for the next batch. */
static void
fill(stream *all, batch *one)
{
	size_t whole = 0;
	cli_text_add(&one->input, all->carry.data, all->carry.size);
	all->carry.size = 0;
	while (!all->ended && (whole == 0 || (one->input.size < BATCH_BYTES && more_is_there()))) {
		if (whole == 0 && !more_is_there())
			answer(all);
		size_t from = read_more(all, one);
		if (all->skipping && !skip_line(all, one, from))
			continue;
		size_t end = whole_lines(one, from);
		whole = end ? end : whole;
		if (whole == 0 && one->input.size > all->limit) {
			one->input.size = 0;
			one->too_long = all->skipping = true;
			return;
		}
	}
	if (all->ended)
		whole = one->input.size;
	cli_text_add(&all->carry, one->input.data + whole, one->input.size - whole);
	one->input.size = whole;
}

static size_t
count_lines(const batch *one)
{
	size_t count = one->too_long;
	const char *at = one->input.data, *end = at + one->input.size;
	while (at < end && (at = memchr(at, '\n', (size_t)(end - at)))) {
		count++;
		at++;
	}
	return count;
}

static void
run_stream(stream *all)
{
	while (!all->ended && all->output.cause == 0) {
		batch *one = take_spare(all);
		fill(all, one);
		one->first_line = all->lines + 1;
		all->lines += count_lines(one);
		while (cli_workers_full(all->workers))
			collect(all);
		cli_workers_give(all->workers, one);
		if (!more_is_there())
			answer(all);
	}
	while (cli_workers_held(all->workers))
		collect(all);
	while (all->spare) {
		batch *one = all->spare;
		all->spare = one->next;
		cli_text_finish(&one->input);
		cli_text_finish(&one->output);
		cli_notes_finish(&one->notes);
		free(one);
	}
	cli_text_finish(&all->carry);
}

static int
check_settings(const cli_settings *settings)
{
	const cli_command *command = settings->command;
	if (settings->operand_count)
		return cli_usage_error(command,
		                       "--stream reads standard input; leave %s out, or --stream",
		                       settings->operands[0]);
	if (settings->writer && strncmp(settings->writer, "jsonl", 5) != 0)
		return cli_usage_error(command, "--stream writes jsonl; leave --to %s out",
		                       settings->writer);
	if (settings->title || settings->subject || settings->reference)
		return cli_usage_error(command,
		                       "--stream makes no termbase; leave --title, --subject and "
		                       "--reference out");
	return CLI_DONE;
}

static int
status_of(const cli_settings *settings, const stream *all, bool written)
{
	const cli_report *report = all->report;
	if (!written || (all->cause && all->lines == 0))
		return CLI_FAILED;
	return all->bad || report->errors || (settings->strict && report->warnings) ? CLI_PROBLEMS
	                                                                            : CLI_DONE;
}

/* Keep the memory of one document for the next: giving it back to the system and asking for it
 * again costs a sixth of the time. */
static void
keep_memory(void)
{
#ifdef __GLIBC__
	enum { KEPT = 16 << 20 };
	mallopt(M_TRIM_THRESHOLD, KEPT);
#endif
}

int
cli_stream(const cli_settings *settings)
{
	cli_report report;
	stream all = {.report = &report};
	size_t threads = settings->jobs ? strtoul(settings->jobs, NULL, 10) : 1;
	if (check_settings(settings) != CLI_DONE)
		return CLI_FAILED;
	clausary_context *context = cli_context_open(settings);
	cli_report_start(&report, settings->quiet);
	report.whole_run = true;
	keep_memory();
	if (!context || !cli_read_options(&all.plan.reading, context, settings)
	    || !cli_output_open(&all.output, settings->output, NULL, &report)) {
		clausary_context_free(context);
		return CLI_FAILED;
	}
	if (!all.plan.reading.format)
		all.plan.reading.format = "text"; /* the text is given: nothing is to be guessed */
	all.plan.writer = settings->writer ? settings->writer : "jsonl";
	all.plan.finding.sentences = cli_sentences(all.plan.writer);
	all.limit = cli_limit(context, "STREAM_LINE_BYTES");
	all.workers = cli_workers_start(threads, work, context);
	run_stream(&all);
	cli_workers_stop(all.workers);
	if (all.cause)
		cli_report_error(&report, "standard input", "%s", cli_message(strerror(all.cause)));
	bool written = cli_output_commit(&all.output, &report);
	cli_report_finish(&report);
	clausary_context_free(context);
	return status_of(settings, &all, written);
}
