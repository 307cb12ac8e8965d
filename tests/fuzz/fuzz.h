/* What the fuzz targets share. fuzz_one() is the work; wrappers turn the fuzzer's bytes into its
 * input. */
#ifndef TESTS_FUZZ_H
#define TESTS_FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

/** Ends the program, as a fuzzer understands it, when `condition` does not hold. */
#define FUZZ_ASSERT(condition)                                                                     \
	((condition)                                                                               \
	         ? (void)0                                                                         \
		 : (fprintf(stderr, "%s:%d: does not hold: %s\n", __FILE__, __LINE__, #condition), \
		    abort()))

/** Work on one input. */
int fuzz_one(const uint8_t *data, size_t size);

/** The entry point of libFuzzer. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#endif
