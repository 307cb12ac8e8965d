/* What one block looks like: the questions that the rules of a profile ask. */
#ifndef CLAUSARY_DOCUMENT_FEATURE_H
#define CLAUSARY_DOCUMENT_FEATURE_H

#include "document/document.h"
#include "document/label.h"
#include "document/vocabulary.h"

typedef struct clausary_features {
	const clausary_block *block;
	uint32_t start;      /* where `text` begins in the document */
	clausary_slice text; /* the block, trimmed */
	clausary_slice rest; /* the text after the label; all of it when there is none */
	clausary_label label;
	clausary_word_hit keyword;   /* at the start of `rest` */
	bool keyword_alone;          /* nothing but punctuation after it */
	clausary_word_hit structure; /* at the start of `text`, in the form of a heading */
	clausary_slice number;  /* after the structure word: "A", "2", "IV", in any numerals; may
	                           be empty */
	clausary_slice printed; /* the structure word and its number as printed */
	clausary_slice tail;    /* after the structure word and its number */
	const char *section;    /* all of `rest` is this section's title */
	bool title_like;        /* short, and does not end as a sentence does */
	bool lower_start;       /* `rest` begins with a small letter */
	bool uncased_start;     /* … with a letter of a script that has no capitals */
	char end;               /* the mark that `rest` ends with, as clausary_fold_end() has it */
	bool title_number;      /* a document word and a number: "RESOLUTION 101 (…)" */
} clausary_features;

/** Look at block `index`; past the end gives empty features. */
void clausary_features_read(clausary_features *out, clausary_vocabulary *vocabulary,
                            const clausary_document *document, size_t index);

/** Take the keyword, which may give a reason or decide (`as_decision`), as one that decides. */
void clausary_features_decide(clausary_features *features);

/** Mark runs of lines that end in rising page numbers as entries of a table of contents. */
void clausary_mark_contents(clausary_document *document);

/**
 * Mark the lines "1 Scope", "2 Lighting", "3 Tests" that head a text in sequence, one blank after
 * the number: three at least, with text under each.
 */
void clausary_mark_headings(clausary_document *document);

#endif
