/* ZIP archives that are written, for formats that are packed XML. */
#ifndef CLAUSARY_WRITE_ZIP_OUT_H
#define CLAUSARY_WRITE_ZIP_OUT_H

#include "write/sink.h"

typedef struct clausary_zip clausary_zip;

/** An archive without entries that goes into `sink`. Owner: clausary_zip_end(). */
clausary_zip *clausary_zip_new(clausary_sink *sink);

/**
 * Begin an entry: what is written to the output, until the next entry begins, is its bytes, which
 * are held packed until then. `name` is ASCII.
 *
 * Owner of the output: the archive.
 */
const clausary_output *clausary_zip_begin(clausary_zip *zip, const char *name);

/** Write the directory and free the archive. Returns false where an entry or the whole has 4 GiB
 * or more: then what was written is no archive. */
bool clausary_zip_end(clausary_zip *zip);

#endif
