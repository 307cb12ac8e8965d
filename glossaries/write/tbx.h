/* What the three TBX writers share: the parts of an entry, named as the version names them. */
#ifndef CLAUSARY_WRITE_TBX_H
#define CLAUSARY_WRITE_TBX_H

#include "write/writer.h"
#include "write/xml_out.h"

/* The names that v3 and v2 give to the same element. */
typedef struct clausary_tbx_names {
	const char *entry, *section, *term_section; /* "conceptEntry", "langSec", "termSec" */
	const char *bibliography;                   /* "refObjectSec" */
} clausary_tbx_names;

typedef struct clausary_tbx {
	clausary_xml xml;
	const clausary_termbase *termbase;
	const clausary_tbx_names *names;
	clausary_buffer text; /* for a value that is put together */
} clausary_tbx;

extern const clausary_tbx_names clausary_tbx_v3_names, clausary_tbx_v2_names;

/** Fails: CLAUSARY_EINVALID where the termbase has no entry: TBX has no form for that. */
clausary_status clausary_tbx_check(clausary_context *context, const clausary_termbase *termbase);

/** Write `fileDesc`: title and where it comes from. */
void clausary_tbx_file_description(clausary_tbx *tbx);

/** Write `martif` and its head, down to the start of `body`. */
void clausary_tbx_begin_v2(clausary_tbx *tbx);

/** Write one concept with all it has. */
void clausary_tbx_concept(clausary_tbx *tbx, const clausary_concept *concept);

/** Write one definition with its sources. `target` says whether sources point at the bibliography.
 */
void clausary_tbx_definition(clausary_tbx *tbx, const clausary_concept_definition *definition,
                             bool target);

/** Write the term and its term notes. */
void clausary_tbx_term_notes(clausary_tbx *tbx, const clausary_term *term);

/** Write `back`: the documents, which sources point at. */
void clausary_tbx_back(clausary_tbx *tbx);

/** Write a note, marked as English when `language` is another one. */
void clausary_tbx_remark(clausary_tbx *tbx, clausary_slice text, clausary_slice language);

#endif
