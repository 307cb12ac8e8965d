/** Documents: bytes become text whose clauses are numbered. */
#ifndef CLAUSARY_DOCUMENT_H
#define CLAUSARY_DOCUMENT_H

#include "context.h"

#ifdef __cplusplus
extern "C" {
#endif

/** # Reading a document */

typedef struct clausary_document clausary_document;

/** Which text of a document with tracked changes is read. */
typedef enum clausary_changes {
	CLAUSARY_CHANGES_FINAL,
	CLAUSARY_CHANGES_ORIGINAL
} clausary_changes;

/** Options of clausary_read(); zeros are the defaults. */
typedef struct clausary_read_options {
	const char *format;   /**< a reader's name; NULL chooses by content */
	const char *language; /**< BCP 47; NULL: found from the text */
	const char *profile;  /**< an outline profile; NULL chooses by evidence */
	clausary_changes changes;
	/** not NULL: clausary_read() takes `bytes` over and hands their address to this function
	 * when they are needed no more, also when it fails; CLAUSARY_PADDING zero bytes must follow
	 * them. Plain UTF-8 is not copied then. */
	void (*release)(void *bytes);
} clausary_read_options;

#define CLAUSARY_PADDING 8

/**
 * Read `bytes` and number the clauses.
 *
 * The reader is the one that bids highest on the first bytes, never on the name; `name` is kept for
 * messages and as the document's name.
 *
 * Owner: caller frees `*out` with clausary_document_free(); `name` is not kept, `bytes`
 * only where `options` have a release function.
 * Fails: CLAUSARY_EFORMAT nothing fits or the file is damaged, CLAUSARY_ELIMIT too big or too deep,
 * CLAUSARY_EUSAGE an option names nothing, CLAUSARY_ELOCALE no data for the language or profile.
 */
CLAUSARY_API clausary_status clausary_read(clausary_document **out, clausary_context *context,
                                           clausary_slice bytes, const char *name,
                                           const clausary_read_options *options);

/** Free a document; NULL is allowed. Findings made from it must be gone. */
CLAUSARY_API void clausary_document_free(clausary_document *document);

/** The document's text. Owner: the document. Fails: never. */
CLAUSARY_API clausary_slice clausary_document_text(const clausary_document *document);

/** The name given to clausary_read(). Owner: the document. Fails: never. */
CLAUSARY_API const char *clausary_document_name(const clausary_document *document);

/** The language, a BCP 47 tag. Owner: the document. Fails: never. */
CLAUSARY_API const char *clausary_document_language(const clausary_document *document);

/** The outline profile that numbered the clauses. Owner: the document. Fails: never. */
CLAUSARY_API const char *clausary_document_profile(const clausary_document *document);

/**
 * What the document calls itself, such as "Resolution 101 (New Delhi, 2024)"; empty where it says
 * nothing. Owner: the document. Fails: never.
 */
CLAUSARY_API clausary_slice clausary_document_identifier(const clausary_document *document);

/** The document's title; empty where none was found. Owner: the document. Fails: never. */
CLAUSARY_API clausary_slice clausary_document_title(const clausary_document *document);

/**
 * The number of Unicode code points before byte `at` of the text.
 *
 * Fails: never; an `at` past the end counts as the end.
 */
CLAUSARY_API uint32_t clausary_document_code_points(const clausary_document *document, uint32_t at);

/** A node of the outline. */
typedef struct clausary_clause {
	clausary_slice key;   /**< language-neutral ASCII: "recalling/a", "3.2.1", "A.2" */
	clausary_slice label; /**< as printed, for people: "recalling a)", "3.2.1" */
	clausary_slice
	        role; /**< canonical English clause word: "recalling"; empty where there is none */
	clausary_span span; /**< the clause's own text, label included */
	clausary_span mark; /**< the printed label alone; empty span where none is printed */
	uint32_t parent;    /**< index, or CLAUSARY_NONE */
	uint32_t flags;     /**< CLAUSARY_CLAUSE_… */
} clausary_clause;

#define CLAUSARY_CLAUSE_HEADING 1u         /**< a heading that opens a clause, no text of its own */
#define CLAUSARY_CLAUSE_TERMS 2u           /**< inside a terms and definitions clause */
#define CLAUSARY_CLAUSE_TERMS_ELSEWHERE 4u /**< … whose terms are defined in another document */
#define CLAUSARY_CLAUSE_ABBREVIATIONS 8u   /**< inside a list of abbreviations */
#define CLAUSARY_CLAUSE_REFERENCES 16u     /**< inside references or a bibliography */
#define CLAUSARY_CLAUSE_FRONT 32u          /**< foreword, title pages and other front matter */
#define CLAUSARY_CLAUSE_TITLE 64u          /**< the title of the document */
#define CLAUSARY_CLAUSE_NOTE 128u          /**< a footnote or endnote */

/** The clauses in document order. Owner: the document. Fails: never. */
CLAUSARY_API const clausary_clause *clausary_document_clauses(const clausary_document *document,
                                                              size_t *count);

#ifdef __cplusplus
}
#endif

#endif
