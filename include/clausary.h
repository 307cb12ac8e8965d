/** # Clausary: glossaries keyed by clause
 *
 * Plain C17. A document is read, its clauses are numbered, findings are made from it, and a
 * termbase is built from findings and written:
 *
 *     clausary_read -> clausary_find -> clausary_termbase_add -> clausary_write
 *
 * Between finding and adding, clausary_group_versions() tells which documents are language versions
 * of one, and clausary_align() lines up their clauses. clausary_check() takes findings too, and
 * makes issues of them.
 *
 * All text is UTF-8. A span is half-open and counts bytes of the document's text, unless a name
 * says `code_points`. What a call makes goes out through its first argument and is the caller's to
 * free; what a call returns belongs to the argument it was asked of. A `clausary_context` and what
 * was made with it belong to one thread at a time; different contexts share nothing that changes.
 * Out of memory ends the program; every size that input can drive has a limit.
 */
#ifndef CLAUSARY_H
#define CLAUSARY_H

#include "clausary/context.h"   /* statuses, slices, the context, what this build has */
#include "clausary/document.h"  /* bytes -> text with clauses */
#include "clausary/findings.h"  /* document -> acronyms, expansions, defined terms, evidence */
#include "clausary/alignment.h" /* findings of language versions -> clauses side by side */
#include "clausary/termbase.h"  /* findings, or files of others -> entries */
#include "clausary/check.h"     /* findings -> issues */
#include "clausary/validate.h"  /* a TBX file -> its faults */
#include "clausary/merge.h"     /* termbases -> one, a part of one, their differences */
#include "clausary/write.h"     /* all of these -> files, and tables for people */

#endif
