/* Only ICU's word break iterator over whole files, as the measure that Clausary is compared with.
 * The text is read and converted to UTF-16 beforehand and its UTF-8 freed; the time is the
 * processor time of the loop. */
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unicode/ubrk.h>
#include <unicode/ustring.h>

typedef struct utf16_text {
	UChar *units;
	int32_t size;
	long bytes;
} utf16_text;

static double
processor_seconds(void)
{
	struct rusage usage;
	getrusage(RUSAGE_SELF, &usage);
	return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
	       + 1e-6 * (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
}

static long
peak_kib(void)
{
	struct rusage usage;
	getrusage(RUSAGE_SELF, &usage);
	return usage.ru_maxrss;
}

/* The whole file, or NULL with errno set. */
static char *
read_file(const char *name, long *size)
{
	FILE *file = fopen(name, "rb");
	char *bytes = NULL;
	if (file == NULL)
		return NULL;
	if (fseek(file, 0, SEEK_END) == 0 && (*size = ftell(file)) >= 0 && *size < INT32_MAX) {
		rewind(file);
		bytes = malloc((size_t)*size + 1);
		if (bytes && fread(bytes, 1, (size_t)*size, file) != (size_t)*size) {
			free(bytes);
			bytes = NULL;
		}
	} else {
		errno = EFBIG;
	}
	fclose(file);
	return bytes;
}

static int
read_text(const char *name, utf16_text *to)
{
	UErrorCode error = U_ZERO_ERROR;
	char *bytes = read_file(name, &to->bytes);
	if (bytes == NULL) {
		fprintf(stderr, "clausary-bench: %s: %s\n", name, strerror(errno));
		return 0;
	}
	u_strFromUTF8WithSub(NULL, 0, &to->size, bytes, (int32_t)to->bytes, 0xfffd, NULL, &error);
	error = U_ZERO_ERROR;
	to->units = malloc(((size_t)to->size + 1) * sizeof *to->units);
	if (to->units)
		u_strFromUTF8WithSub(to->units, to->size + 1, &to->size, bytes, (int32_t)to->bytes,
		                     0xfffd, NULL, &error);
	free(bytes);
	return to->units != NULL && U_SUCCESS(error);
}

/* One line: bytes, segments, seconds of the loop, peak memory in KiB, name. */
static int
measure(const char *locale, const char *name)
{
	UErrorCode error = U_ZERO_ERROR;
	utf16_text text;
	long segments = 0;
	if (!read_text(name, &text))
		return 0;
	UBreakIterator *iterator = ubrk_open(UBRK_WORD, locale, text.units, text.size, &error);
	if (U_FAILURE(error)) {
		fprintf(stderr, "clausary-bench: %s: %s\n", locale, u_errorName(error));
		free(text.units);
		return 0;
	}
	double start = processor_seconds();
	while (ubrk_next(iterator) != UBRK_DONE)
		segments++;
	double seconds = processor_seconds() - start;
	printf("%ld\t%ld\t%.6f\t%ld\t%s\n", text.bytes, segments, seconds, peak_kib(), name);
	ubrk_close(iterator);
	free(text.units);
	return 1;
}

int
main(int count, char **arguments)
{
	int good = 1;
	if (count < 3) {
		fputs("usage: clausary-bench LANGUAGE FILE...\n"
		      "prints bytes, segments, seconds of ICU's word break loop, peak memory in "
		      "KiB, name\n",
		      stderr);
		return 2;
	}
	for (int i = 2; i < count; i++)
		good &= measure(arguments[1], arguments[i]);
	return good ? 0 : 1;
}
