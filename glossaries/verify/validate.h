/* A TBX file while it is validated: one pass, memory for the open elements, ids and references. */
#ifndef CLAUSARY_VERIFY_VALIDATE_H
#define CLAUSARY_VERIFY_VALIDATE_H

#include "base/array.h"
#include "base/buffer.h"
#include "base/context.h"
#include "base/limits.h"
#include "transfer/markup.h"
#include "verify/seen.h"
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
	CLAUSARY_ROLE_STATUS
} clausary_entry_role;

/* An element that is open. */
typedef struct clausary_open_element {
	const clausary_element_rule *rule; /* NULL: not known, nothing inside is looked at */
	const clausary_category *category;
	uint32_t name; /* CLAUSARY_NONE: of a module (DCT), or not known */
	clausary_entry_role role;
	uint32_t line, column;
	uint32_t filled;   /* of its particles: bits of those that have something */
	uint32_t particle; /* the one its children have come to */
	unsigned level;    /* CLAUSARY_LEVEL_… it is or stands in */
	bool wants_text;   /* its text is collected */
	bool told_text;    /* text where none may be was told */
} clausary_open_element;

/* A reference to an id that did not stand before it. */
typedef struct clausary_pending_reference {
	clausary_slice target, entry;
	uint32_t line, column;
	bool link; /* not a reference to an element by its type: an address would do */
} clausary_pending_reference;

/* An id or a term that is looked up a little later (validate_waiting.c). */
typedef struct clausary_waiting_string {
	clausary_seen *seen;
	size_t start, size; /* of its bytes in `waiting_bytes` */
	size_t shown;       /* of those, where what people read begins */
	uint32_t number, line, column;
} clausary_waiting_string;

/* What an entry has, as far as terminologists ask (validate_entry.c). */
typedef struct clausary_entry_state {
	clausary_buffer languages; /* of its sections, each ended by NUL */
	uint64_t signature;        /* of its terms and their languages */
	bool has_new;              /* a term that no entry before it has */
	uint32_t last;             /* the last of the entries where its terms stood first */
	/* of the section */
	size_t language; /* where it begins in `languages` */
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
	const clausary_element_rule *rules; /* of the file's kind, by name */
	clausary_tbx_kind kind;
	clausary_dialect dialect;
	bool dct;
	const char *space; /* the namespace seen last, interned, when it was the right one */
	uint32_t depth;
	clausary_open_element open[CLAUSARY_LIMIT_ELEMENT_DEPTH];
	clausary_buffer text; /* of the innermost element that wants it */
	clausary_slice entry_id;
	clausary_buffer entry_id_bytes;
	clausary_seen ids, terms;
	clausary_seen concepts; /* those without a term of their own, by their signature */
	clausary_arena arena; /* of references */
	CLAUSARY_ARRAY(clausary_pending_reference) pending;
	clausary_entry_state entry;
	CLAUSARY_ARRAY(clausary_waiting_string) waiting;
	clausary_buffer waiting_bytes, key;
	CLAUSARY_ARRAY(uint64_t) signatures; /* of entries, by number less one */
	/* of elements, by name */
	clausary_entry_role roles[CLAUSARY_TBX_NAMES];
	int carriers[CLAUSARY_TBX_NAMES]; /* clausary_datum_element, or -1 */
	clausary_element_set carrier_names;
	/* Categories that came last, by their names: a file has few. */
	const clausary_category *recent[16];
} clausary_validating;

/** Tell of a fault. `format` as for printf: one line, what is wrong and what to do. */
__attribute__((format(printf, 5, 6))) void clausary_validate_tell(clausary_validating *v,
                                                                  clausary_fault_kind kind,
                                                                  uint32_t line, uint32_t column,
                                                                  const char *format, ...);

/** At most 80 bytes of a slice, as two arguments of "%.*s". */
#define CLAUSARY_SHOWN(slice) ((slice).size > 80 ? 80 : (int)(slice).size), (slice).data

/** What an element is to its entry by its category. */
clausary_entry_role clausary_category_role(const clausary_category *category);

/** The category that an element carries in its `type`, checked (validate_category.c); NULL: none,
 * or none that is known. */
const clausary_category *clausary_validate_category(clausary_validating *v,
                                                    const clausary_markup_element *element,
                                                    unsigned level);

/** The category that an element of another namespace is (DCT), checked. */
const clausary_category *clausary_validate_module_category(clausary_validating *v,
                                                           const clausary_markup_element *element,
                                                           unsigned level);

/** Put an element into its open parent, or tell why it cannot stand there (validate_place.c);
 * `name` is CLAUSARY_NONE for one of a module (DCT). */
void clausary_validate_place(clausary_validating *v, clausary_open_element *parent,
                             const clausary_markup_element *element, uint32_t name);

/** Tell what an element that ends lacks; it has a rule. */
void clausary_validate_complete(clausary_validating *v, const clausary_open_element *open);

/** Check the attributes of an element that has a rule (validate_value.c). */
void clausary_validate_attributes(clausary_validating *v, const clausary_markup_element *element,
                                  const clausary_open_element *open);

/** Check the attributes of an element that is a data category by its name, in the style dct. */
void clausary_validate_module(clausary_validating *v, const clausary_markup_element *element,
                              const clausary_open_element *open);

/** Check the text of an element that ends, where its rule or its category limit it. */
void clausary_validate_text(clausary_validating *v, const clausary_open_element *open);

/** Look a string up later, when its memory has come; what people read of it begins at `shown`. */
void clausary_validate_wait(clausary_validating *v, clausary_seen *seen, clausary_slice text,
                            size_t shown, const clausary_waiting_string *place);

/** Look up what waits, and tell of ids and terms that were there before. */
void clausary_validate_waiting(clausary_validating *v);

/** Tell of references to ids that did not come. */
void clausary_validate_references(clausary_validating *v);

/** Look at an element as a part of an entry, when it starts and when it ends (validate_entry.c). */
void clausary_validate_entry_start(clausary_validating *v, const clausary_open_element *open,
                                   const clausary_markup_element *element);
void clausary_validate_entry_end(clausary_validating *v, const clausary_open_element *open);

#endif
