/* Works: a document, or its language versions together. */
#ifndef CLAUSARY_TERMBASE_WORK_H
#define CLAUSARY_TERMBASE_WORK_H

#include "mining/finding.h"
#include "termbase/termbase.h"

/** The base name of a file without its suffix. Owner: `name`. */
clausary_slice clausary_work_stem(clausary_slice name);

/** That name without the tag of the file's language, which versions of one document share: "report"
 * of "report.fr.docx", "R-17" of "R-17-F.docx". Owner: `file`. */
clausary_slice clausary_work_name(clausary_slice file, clausary_slice language);

/**
 * Begin a work whose versions these are; returns its number. Its slug, for ids, is what the names
 * of its files have in common, without the tags of their languages: the same, if names follow a
 * pattern, whichever languages are given.
 */
uint32_t clausary_work_begin(clausary_termbase *termbase, const clausary_findings *const *versions,
                             size_t count);

#endif
