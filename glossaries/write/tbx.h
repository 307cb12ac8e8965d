/* What the three TBX writers share: the parts of an entry, named as the version names them. */
#ifndef CLAUSARY_WRITE_TBX_H
#define CLAUSARY_WRITE_TBX_H

#include "termbase/category.h"
#include "termbase/id_set.h"
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
	bool is_v2, is_dct;
	clausary_module module; /* what the dialect has; CORE: no data at all, or not yet chosen */
	clausary_id_set ids;    /* what a reference may point at, where the termbase was read */
	clausary_buffer text;   /* for a value that is put together */
	clausary_buffer name;   /* of an element of DCT */
} clausary_tbx;

extern const clausary_tbx_names clausary_tbx_v3_names, clausary_tbx_v2_names;

/** Fails: CLAUSARY_EINVALID where the termbase has no entry: TBX has no form for that. */
clausary_status clausary_tbx_check(clausary_context *context, const clausary_termbase *termbase);

/** Choose the dialect where the caller has not: the smallest that holds the termbase. */
void clausary_tbx_prepare(clausary_tbx *tbx);

/** The name of that dialect. Owner: static. */
clausary_slice clausary_tbx_dialect(const clausary_tbx *tbx);

void clausary_tbx_finish(clausary_tbx *tbx);

/** Whether the termbase has such an id. */
bool clausary_tbx_has_id(const clausary_tbx *tbx, clausary_slice id);

/**
 * Whether the file has the category for what the model has a place for. TBX-Min has few; every
 * other dialect has them all.
 */
bool clausary_tbx_has_category(const clausary_tbx *tbx, clausary_slice category);

/** Whether a dialect has that part of speech. */
bool clausary_tbx_has_part_of_speech(const clausary_tbx *tbx, clausary_module module,
                                     clausary_slice value);

/** Whether a dialect has the datum at that level … */
bool clausary_tbx_fits(const clausary_tbx *tbx, const clausary_datum *datum, clausary_module module,
                       unsigned level);

/** … and as a part of a group whose first element is `head`. */
bool clausary_tbx_part_fits(const clausary_tbx *tbx, clausary_datum_element head,
                            const clausary_datum *part, clausary_module module, unsigned level);

/** Write an element that carries a category; a note with its name where the file has it not. */
void clausary_tbx_field(clausary_tbx *tbx, clausary_datum_element element, const char *category,
                        clausary_slice text);

/** Write "termType: acronym" as a note, and count it. */
void clausary_tbx_named_note(clausary_tbx *tbx, clausary_slice category, clausary_slice text);

/** Write what stands in a group after its first element. */
void clausary_tbx_parts(clausary_tbx *tbx, clausary_datum_element head, const clausary_data *parts,
                        unsigned level);

/** Write data of a concept or a language section. */
void clausary_tbx_data(clausary_tbx *tbx, const clausary_data *data, unsigned level);

/** Write data of a term section: those that stand beside the term, or the others. */
void clausary_tbx_term_data(clausary_tbx *tbx, const clausary_data *data, bool in_term_group);

/** Write the definitions of a term section, where the dialect has them above the terms. */
void clausary_tbx_moved_data(clausary_tbx *tbx, const clausary_data *data);

/** Write `fileDesc`: title and where it comes from. */
void clausary_tbx_file_description(clausary_tbx *tbx);

/** The language of what says none. */
clausary_slice clausary_tbx_language(const clausary_tbx *tbx);

/**
 * Write a whole file of v3 in either style, in the dialect of `module`; CORE: in the smallest that
 * holds the termbase. Fails: as a writer.
 */
clausary_status clausary_tbx_write_v3(clausary_sink *to, clausary_context *context,
                                      const clausary_results *results, bool is_dct,
                                      clausary_module module);

/** Write `martif` and its head, down to the start of `body`. */
void clausary_tbx_begin_v2(clausary_tbx *tbx);

/** Write one concept with all it has. */
void clausary_tbx_concept(clausary_tbx *tbx, const clausary_concept *concept);

/** Write one definition with its sources, which point at the bibliography where there is one. */
void clausary_tbx_definition(clausary_tbx *tbx, const clausary_concept_definition *definition,
                             unsigned level);

/** Write the term and its term notes. */
void clausary_tbx_term_notes(clausary_tbx *tbx, const clausary_term *term);

/** Write `back`: the documents, which sources point at. */
void clausary_tbx_back(clausary_tbx *tbx);

/** Write a note, marked as English when `language` is another one. */
void clausary_tbx_remark(clausary_tbx *tbx, clausary_slice text, clausary_slice language);

#endif
