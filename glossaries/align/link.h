/* Links: which items of two versions are one concept, by the evidence of the alignment. An item is
 * what one version says of one concept; whoever has concepts makes items of them, and unites those
 * that are linked. No version is the pivot, and nothing depends on the order of the versions except
 * what is equal in everything else. */
#ifndef CLAUSARY_ALIGN_LINK_H
#define CLAUSARY_ALIGN_LINK_H

#include "align/alignment.h"

/* Where an item stands: a row of the alignment, how often there, and which it is among the items
 * that the clause introduces or defines, from 0. */
typedef struct clausary_item_place {
	uint32_t row, count, order;
} clausary_item_place;

typedef struct clausary_item_places {
	const clausary_item_place *items; /* sorted by row, each row once */
	uint32_t count;
} clausary_item_places;

typedef struct clausary_item_forms {
	const clausary_slice *items; /* folded */
	uint32_t count;
} clausary_item_forms;

typedef struct clausary_item {
	uint32_t version;                         /* in an order of its own, from 0 */
	clausary_item_places defined, introduced; /* by a definition; by short and long form */
	clausary_item_places used;                /* everywhere */
	clausary_item_forms short_forms, names;
	const uint32_t *definitions; /* indices into the definitions of the version's findings */
	uint32_t definition_count;
	uint32_t concept;   /* items with the same number are one concept already */
	uint32_t reference; /* entry of a reference glossary, or CLAUSARY_NONE */
} clausary_item;

/* How two items were linked, the most trusted first. */
typedef enum clausary_evidence {
	CLAUSARY_EVIDENCE_REFERENCE,  /* a reference glossary has both as one entry */
	CLAUSARY_EVIDENCE_DEFINITION, /* defined at the same clause */
	CLAUSARY_EVIDENCE_PAIR,       /* short and long form introduced at the same clause */
	CLAUSARY_EVIDENCE_LETTERS,    /* the same Latin letters, in the same clauses */
	CLAUSARY_EVIDENCE_ENTRY,      /* definitions that say the same, whatever their clauses */
	CLAUSARY_EVIDENCE_USE,        /* used in the same clauses and only there */
	CLAUSARY_EVIDENCE_COUNT
} clausary_evidence;

typedef struct clausary_item_link {
	uint32_t a, b; /* items, a < b, of different versions */
	clausary_evidence evidence;
	float confidence; /* 0 to 1 */
} clausary_item_link;

/* From here on a link unites; below it is a doubt. At even odds a wrong entry costs more than a
 * missing one, because nobody looks for it. */
#define CLAUSARY_LINKED 0.6f

typedef struct clausary_links {
	CLAUSARY_ARRAY(clausary_item_link) accepted; /* each unites two items that were apart */
	CLAUSARY_ARRAY(clausary_item_link)
	doubts;         /* the best one of each item and version that stayed
	              without a counterpart */
	uint32_t *next; /* ring of the items that are one concept; one for each item */
} clausary_links;

/**
 * Link items. `items` are sorted by version; `columns` tells which version of the alignment each
 * is. Of equal candidates the one that stands first wins.
 *
 * Owner: caller calls clausary_links_finish(). Fails: never.
 */
void clausary_links_find(clausary_links *links, const clausary_alignment *alignment,
                         const uint32_t *columns, const clausary_item *items, size_t count);

void clausary_links_finish(clausary_links *links);

/** The name of a kind of evidence, as JSON has it: "definition", … Owner: static. */
const char *clausary_evidence_name(clausary_evidence evidence);

#endif
