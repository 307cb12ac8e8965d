/* Runs a fuzz target over files, one test each (TAP): the seeds, and whatever a fuzzer found once.
 * Works with any compiler. */
#include "fuzz.h"

static int
replay(const char *path)
{
	FILE *file = fopen(path, "rb");
	if (!file)
		return 0;
	size_t size = 0, capacity = 1 << 22;
	uint8_t *data = malloc(capacity);
	if (data)
		size = fread(data, 1, capacity, file);
	fclose(file);
	/* exactly as many bytes as there are, so that a sanitizer sees one read too far */
	uint8_t *exact = malloc(size ? size : 1);
	int done = data && exact;
	for (size_t i = 0; done && i < size; i++)
		exact[i] = data[i];
	free(data);
	if (done)
		LLVMFuzzerTestOneInput(exact, size);
	free(exact);
	return done;
}

int
main(int argc, char **argv)
{
	int failed = 0;
	printf("1..%d\n", argc - 1);
	for (int i = 1; i < argc; i++) {
		int done = replay(argv[i]);
		failed += !done;
		printf("%s %d - %s\n", done ? "ok" : "not ok", i, argv[i]);
		fflush(stdout);
	}
	return failed ? 1 : 0;
}
