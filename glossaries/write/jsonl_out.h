/* JSON Lines with more or less in them. */
#ifndef CLAUSARY_WRITE_JSONL_OUT_H
#define CLAUSARY_WRITE_JSONL_OUT_H

#include "write/writer.h"

/** Write every finding, a line each; `evidence`: with the names of its evidence. */
void clausary_jsonl_write(clausary_sink *to, const clausary_results *results, bool evidence);

#endif
