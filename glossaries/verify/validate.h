/* A TBX file while it is validated: one pass, memory for the open elements, ids and references. */
#ifndef CLAUSARY_VERIFY_VALIDATE_H
#define CLAUSARY_VERIFY_VALIDATE_H

#include "base/array.h"
#include "base/buffer.h"
#include "base/context.h"
#include "base/limits.h"
#include "transfer/markup.h"
#include "verify/given_ids.h"
#include "verify/tbx_dialect.h"
#include "verify/tbx_grammar.h"

typedef enum clausary_fault_kind {
#define FAULT(name, id, level) CLAUSARY_FAULT_##name,
#include "verify/validate.def"
#undef FAULT
	CLAUSARY_FAULT_KINDS
} clausary_fault_kind;

/* What an element is to the entry it stands in, as far as anybody asks. */
typedef enum clausary_entry_role {
	CLAUSARY_ROLE_NONE,
	CLAUSARY_ROLE_CONCEPT,
	CLAUSARY_ROLE_SECTION,
	CLAUSARY_ROLE_TERM_SECTION,
	CLAUSARY_ROLE_TERM,
	CLAUSARY_ROLE_GROUP, /* of a description and its source */
	CLAUSARY_ROLE_BACK,
	CLAUSARY_ROLE_DESCRIPTION, /* one that has a source */
	CLAUSARY_ROLE_SOURCE,
	CLAUSARY_ROLE_TERM_TYPE,
	CLAUSARY_ROLE_STATUS,
	CLAUSARY_ROLES
} clausary_entry_role;

/* An element that is open. */
typedef struct clausary_open_element {
	const clausary_element_rule *rule; /* NULL: not known, nothing inside is looked at */
	const clausary_category *category;
	uint32_t name; /* CLAUSARY_NONE: of a module (DCT), or not known */
	clausary_entry_role role;
	uint32_t line, column;
	unsigned level;             /* CLAUSARY_LEVEL_… it is or stands in */
	clausary_particles missing; /* those it needs that nothing stands in, and it was not told */
	clausary_particles closed;  /* those that take no more: single and filled, or passed */
	clausary_particles current; /* the one that what stands in it has come to; 0: the first */
	bool wants_text;            /* its text is collected … */
	bool checks_text;           /* … and held against its rule or its category */
	bool collects;              /* so, or as <hi> it stands in one whose text is */
	bool bars_text;             /* it may have none, and no fault of it was told */
} clausary_open_element;

/* A reference to an id that did not stand before it. */
typedef struct clausary_pending_reference {
	clausary_slice target, entry;
	uint32_t line, column;
} clausary_pending_reference;

/* A string that is looked up a little later (validate_waiting.c). */
typedef struct clausary_waiting_string {
	clausary_seen *in; /* among terms, or ids out of order */
	uint64_t hash;
	uint32_t place, line, column;
} clausary_waiting_string;

/* A data category by its name, and what follows from that. */
typedef struct clausary_known_category {
	clausary_slice name;
	const clausary_category *category; /* NULL: a free place of the table */
	clausary_entry_role role;
} clausary_known_category;

enum { CLAUSARY_VALIDATE_RECENT = 64 };

/* Where a string is kept in a table of recent ones: by its size and its ends. */
static inline size_t
clausary_validate_recent(clausary_slice text)
{
	size_t first = (unsigned char)text.data[0], last = (unsigned char)text.data[text.size - 1];
	return (text.size * 5 + first * 7 + last) % CLAUSARY_VALIDATE_RECENT;
}

/* What an entry has, as far as terminologists ask (validate_entry.c). */
typedef struct clausary_entry_state {
	clausary_buffer languages; /* of its sections, each ended by NUL */
	uint64_t signature;        /* of its terms and their languages */
	bool has_new;              /* a term that no entry before it has */
	uint32_t last;             /* the last of the entries where its terms stood first */
	/* of the section */
	size_t language; /* where it begins in `languages` */
	uint64_t language_hash;
	size_t terms, full_forms, short_forms, preferred, statuses;
	/* of the term section */
	clausary_buffer term;
	uint32_t line, column;
	bool typed;
	/* of the group */
	const clausary_category *described; /* NULL: nothing that has a source */
	bool has_source;
} clausary_entry_state;

typedef struct clausary_validating {
	clausary_context *context;
	clausary_fault_sink sink;
	void *payload;
	clausary_validation *result;
	clausary_tbx_grammars *grammars;
	const clausary_tbx_structure *structure;
	clausary_element_rule *rules; /* of the file's kind, by name */
	clausary_tbx_kind kind;
	clausary_dialect dialect;
	bool dct;
	const char *space; /* the namespace seen last, interned, when it was the right one */
	clausary_open_element open[1 + CLAUSARY_LIMIT_ELEMENT_DEPTH]; /* first: around the root */
	clausary_open_element *innermost;
	clausary_buffer text; /* of the innermost element that wants it */
	clausary_slice entry_id;
	clausary_buffer entry_id_bytes;
	clausary_given_ids ids;
	clausary_seen terms;
	clausary_seen concepts; /* those without a term of their own, by their signature */
	clausary_arena arena;   /* of references */
	CLAUSARY_ARRAY(clausary_pending_reference) pending;
	clausary_entry_state entry;
	CLAUSARY_ARRAY(clausary_waiting_string) waiting;
	CLAUSARY_ARRAY(uint64_t) signatures; /* of entries, by number less one */
	/* of elements, by name */
	clausary_open_element fresh[CLAUSARY_TBX_NAMES + 1]; /* what each is where it starts */
	int carriers[CLAUSARY_TBX_NAMES];                   /* clausary_datum_element, or -1 */
	clausary_particles data_places[CLAUSARY_TBX_NAMES]; /* that may hold a data category */
	const char *addresses[CLAUSARY_TBX_NAMES];          /* where libxml2 has names, by number */
	const char *type, *lang, *id;                       /* attributes that are asked for */
	bool has_categories; /* whether anything is known of those that the file may have */
	/* Categories that came last, by their names: a file has few. */
	clausary_known_category recent[CLAUSARY_VALIDATE_RECENT];
	struct clausary_known_value {
		const clausary_category *category;
		clausary_slice value;
	} values[CLAUSARY_VALIDATE_RECENT]; /* … and their values */
} clausary_validating;

/** Tell of a fault. `format` as for printf: one line, what is wrong and what to do. Cold: code that
 * looks is kept apart from code that tells. */
__attribute__((cold, format(printf, 5, 6))) void
clausary_validate_tell(clausary_validating *v, clausary_fault_kind kind, uint32_t line,
                       uint32_t column, const char *format, ...);

/** At most 80 bytes of a slice, or of a name of XML, as two arguments of "%.*s". */
#define CLAUSARY_SHOWN(slice) ((slice).size > 80 ? 80 : (int)(slice).size), (slice).data
#define CLAUSARY_SHOWN_NAME(name) 80, (name)

/** The value of an attribute by the address of its name; NULL data where there is none. */
static inline clausary_slice
clausary_validate_value(const clausary_markup_element *element, const char *name)
{
	for (size_t i = 0; i < element->attribute_count; i++)
		if ((const char *)element->attributes[i].name == name)
			return clausary_markup_attribute_value(&element->attributes[i]);
	return (clausary_slice){0};
}

/** Whether an element that has a `type` has no other attribute. */
static inline bool
clausary_validate_has_type_only(const clausary_markup_element *element)
{
	return element->attribute_count == 1 && element->attributes[0].prefix == NULL;
}

/** The category that an element with attributes carries in its `type`, checked
 * (validate_category.c); NULL: none, or none that is known. Owner: `v`, until the next call. */
const clausary_known_category *clausary_validate_category(clausary_validating *v,
                                                          const clausary_markup_element *element,
                                                          unsigned level);

/** The category that an element of another namespace is (DCT), checked. */
const clausary_known_category *
clausary_validate_module_category(clausary_validating *v, const clausary_markup_element *element,
                                  unsigned level);

/** Tell what should have stood before an element in its parent, or why it cannot stand there at
 * all; `takers` are the places for it. */
__attribute__((cold)) void clausary_validate_misplaced(clausary_validating *v,
                                                       clausary_open_element *parent,
                                                       const clausary_markup_element *element,
                                                       uint32_t takers);

/** Put something into a particle of an element. */
static inline void
clausary_validate_fill(clausary_open_element *parent, uint32_t particle)
{
	const clausary_element_rule *rule = parent->rule;
	uint32_t passed = (particle - 1) & rule->ordered;
	parent->closed |= (clausary_particles)(passed | (particle & ~(uint32_t)rule->repeated));
	parent->missing &= (clausary_particles)~particle;
	parent->current = (clausary_particles)particle;
}

/** Put an element into its open parent, or tell why it cannot stand there (validate_place.c);
 * `name` is CLAUSARY_NONE for one of a module (DCT). */
static inline void
clausary_validate_place(clausary_validating *v, clausary_open_element *parent,
                        const clausary_markup_element *element, uint32_t name)
{
	const clausary_element_rule *rule = parent->rule;
	uint32_t takers = name != CLAUSARY_NONE           ? rule->takes[name]
	                  : parent->name != CLAUSARY_NONE ? v->data_places[parent->name]
	                                                  : 0;
	uint32_t open = takers & ~(uint32_t)parent->closed, first = open & -open;
	uint32_t before = (first - 1) & rule->ordered;
	if (open == 0 || (parent->missing & ~parent->closed & before))
		clausary_validate_misplaced(v, parent, element, takers);
	else
		clausary_validate_fill(parent, first);
}

/** Tell what an element that ends lacks; it has a rule. */
__attribute__((cold)) void clausary_validate_incomplete(clausary_validating *v,
                                                        const clausary_open_element *open);

/** Check the attributes of an element that has a rule (validate_value.c). */
void clausary_validate_attributes(clausary_validating *v, const clausary_markup_element *element,
                                  const clausary_open_element *open);

/** Check the attributes of an element that is a data category by its name, in the style dct. */
void clausary_validate_module(clausary_validating *v, const clausary_markup_element *element,
                              const clausary_open_element *open);

/** Check the text of an element that ends, where its rule or its category limit it. */
void clausary_validate_text(clausary_validating *v, const clausary_open_element *open);

/** Look up an id of `open` that is out of order later, when its memory has come. */
void clausary_validate_wait_id(clausary_validating *v, const clausary_open_element *open,
                               clausary_slice id);

/** The same for the term of `open` and the language of its section; `hash` is one of both. */
void clausary_validate_wait_term(clausary_validating *v, const clausary_open_element *open,
                                 clausary_slice term, uint64_t hash);

/** Look up what waits, and tell of ids and terms that were there before. */
void clausary_validate_waiting(clausary_validating *v);

/** Tell of references to ids that did not come. */
void clausary_validate_references(clausary_validating *v);

/** The language of the section; empty for a term that stands in none. Owner: `entry`. */
clausary_slice clausary_validate_language(const clausary_entry_state *entry);

/* Who looks at an element as a part of an entry, by its role, when it starts and when it ends;
 * NULL: nobody (validate_entry.c). */
typedef void clausary_validate_start(clausary_validating *v, const clausary_open_element *open,
                                     const clausary_markup_element *element);
typedef void clausary_validate_end(clausary_validating *v, const clausary_open_element *open);

extern clausary_validate_start *const CLAUSARY_VALIDATE_STARTS[CLAUSARY_ROLES];
extern clausary_validate_end *const CLAUSARY_VALIDATE_ENDS[CLAUSARY_ROLES];

#endif
