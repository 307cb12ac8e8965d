/** # Clausary: glossaries keyed by clause
 *
 * One header, plain C17. A document is read, its clauses are numbered, findings are made from it,
 * and a termbase is built from findings and written:
 *
 *     clausary_read -> clausary_find -> clausary_termbase_add -> clausary_write
 *
 * Between finding and adding, clausary_group_versions() tells which documents are language versions
 * of one, and clausary_align() lines up their clauses.
 *
 * All text is UTF-8. A span is half-open and counts bytes of the document's text, unless a name
 * says `code_points`. What a call makes goes out through its first argument and is the caller's to
 * free; what a call returns belongs to the argument it was asked of. A `clausary_context` and what
 * was made with it belong to one thread at a time; different contexts share nothing that changes.
 * Out of memory ends the program; every size that input can drive has a limit.
 */
#ifndef CLAUSARY_H
#define CLAUSARY_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define CLAUSARY_API __attribute__((visibility("default")))
#else
#define CLAUSARY_API
#endif

/** # Words that every call uses */

/** Result of a call that can fail: zero, or a negative code. Never a warning. */
typedef enum clausary_status {
	CLAUSARY_OK = 0,
	CLAUSARY_EIO = -1, /**< bytes could not be read or written */
	CLAUSARY_EFORMAT =
	        -2, /**< no reader knows these bytes, or they are damaged beyond reading */
	CLAUSARY_ELIMIT = -3,  /**< a limit of `clausary list limits` was reached */
	CLAUSARY_ELOCALE = -4, /**< the language data could not be opened */
	CLAUSARY_EUSAGE = -5,  /**< an argument names something that does not exist */
	CLAUSARY_EINVALID = -6 /**< what was to be written would not be valid in its format */
} clausary_status;

/** A borrowed run of bytes, not NUL-terminated. */
typedef struct clausary_slice {
	const char *data;
	size_t size; /**< bytes */
} clausary_slice;

/** A half-open range of bytes in a document's text. */
typedef struct clausary_span {
	uint32_t start, end;
} clausary_span;

/** "No clause", "no parent", "no index". */
#define CLAUSARY_NONE UINT32_MAX

typedef struct clausary_context clausary_context;
typedef struct clausary_document clausary_document;
typedef struct clausary_findings clausary_findings;
typedef struct clausary_alignment clausary_alignment;
typedef struct clausary_termbase clausary_termbase;

/**
 * The version of the library, as "MAJOR.MINOR.PATCH".
 *
 * Owner: static. Fails: never.
 */
CLAUSARY_API const char *clausary_version(void);

/**
 * A sentence for a status, in English.
 *
 * Owner: static. Fails: never; an unknown code gets a sentence too.
 */
CLAUSARY_API const char *clausary_status_text(clausary_status status);

/** # The context: language data, diagnostics, the last failure */

/** How much a diagnostic matters. */
typedef enum clausary_level { CLAUSARY_NOTE, CLAUSARY_WARNING, CLAUSARY_ERROR } clausary_level;

/** Something odd in the input; the work went on. Every slice lives only during the call of the
 * sink. */
typedef struct clausary_diagnostic {
	clausary_level level;
	const char *id;          /**< stable, such as "broken-utf8" */
	clausary_slice document; /**< the name given to clausary_read() */
	uint32_t line;           /**< from 1, or 0 where lines mean nothing */
	clausary_slice message;  /**< one line: what is wrong and what was done about it */
} clausary_diagnostic;

/** Receives diagnostics; `payload` is the one given with it. */
typedef void (*clausary_diagnostic_sink)(void *payload, const clausary_diagnostic *diagnostic);

/**
 * Make a context.
 *
 * `data_directory` holds the compiled locales, profiles and reference glossaries; NULL takes the
 * environment's CLAUSARY_DATA, else the directory of the installation.
 *
 * Owner: caller frees `*out` with clausary_context_free().
 * Fails: CLAUSARY_ELOCALE when the directory holds no language data.
 */
CLAUSARY_API clausary_status clausary_context_new(clausary_context **out,
                                                  const char *data_directory);

/**
 * Make another context with the data directory and the language of messages of `context`, as each
 * thread needs one of its own; NULL for `context` takes the defaults.
 *
 * Owner: caller frees `*out` with clausary_context_free(). Fails: as clausary_context_new().
 */
CLAUSARY_API clausary_status clausary_context_copy(clausary_context **out,
                                                   const clausary_context *context);

/** Free a context; NULL is allowed. Documents, findings and termbases made with it must be gone. */
CLAUSARY_API void clausary_context_free(clausary_context *context);

/** Send diagnostics to `sink`; NULL drops them. Fails: never. */
CLAUSARY_API void clausary_context_set_sink(clausary_context *context,
                                            clausary_diagnostic_sink sink, void *payload);

/**
 * What the last failed call on this context says: one line, with what to do where that is known.
 *
 * Owner: the context, until its next call. Fails: never; empty when nothing failed.
 */
CLAUSARY_API const char *clausary_context_failure(const clausary_context *context);

/**
 * Speak to people in `language`, a BCP 47 tag: failures, diagnostics and clausary_message(). What
 * is written for machines does not change with it. Without a translation a sentence is English;
 * NULL is English.
 *
 * Fails: CLAUSARY_ELOCALE when there are no messages in that language; they are English then.
 */
CLAUSARY_API clausary_status clausary_context_set_messages(clausary_context *context,
                                                           const char *language);

/**
 * The translation of an English sentence or printf format of the library or the command, which
 * takes the same arguments; `english` itself where there is none.
 *
 * Owner: the context, until its language changes. Fails: never.
 */
CLAUSARY_API const char *clausary_message(const clausary_context *context, const char *english);

/** # What this build has */

/** The lists that clausary_list() prints. */
typedef enum clausary_list_kind {
	CLAUSARY_LIST_READERS,
	CLAUSARY_LIST_WRITERS,
	CLAUSARY_LIST_LANGUAGES,
	CLAUSARY_LIST_PROFILES,
	CLAUSARY_LIST_FINDERS,
	CLAUSARY_LIST_REFERENCES,
	CLAUSARY_LIST_LIMITS,
	CLAUSARY_LIST_HOUSES,
	CLAUSARY_LIST_RULES,
	CLAUSARY_LIST_REPORTS,
	CLAUSARY_LIST_TERMBASE_READERS
} clausary_list_kind;

/** One entry of a list. */
typedef struct clausary_list_entry {
	const char *name;  /**< as an option takes it: "docx" */
	const char *label; /**< for people: "Word document" */
} clausary_list_entry;

/**
 * Entry `index` of a list; entries stand in a fixed order.
 *
 * Owner: the context. Fails: returns an entry with a NULL name past the end.
 */
CLAUSARY_API clausary_list_entry clausary_list(clausary_context *context, clausary_list_kind kind,
                                               size_t index);

/** # Reading a document */

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

/** # Findings */

/** A form that stands for a concept: an acronym ("ICT") or an expansion. */
typedef struct clausary_designation {
	clausary_slice
	        form;      /**< singular where a plural was tied to it, dashes and blanks folded */
	uint32_t mentions; /**< how often it occurs */
	uint32_t kind;     /**< CLAUSARY_ACRONYM or CLAUSARY_EXPANSION */
} clausary_designation;

#define CLAUSARY_ACRONYM 0u
#define CLAUSARY_EXPANSION 1u

/** One occurrence of a designation. */
typedef struct clausary_mention {
	clausary_span span;
	uint32_t clause;      /**< index */
	uint32_t designation; /**< index */
} clausary_mention;

/** A short form and a long form that the text joins. */
typedef struct clausary_pair {
	clausary_span short_span;
	clausary_span long_span; /**< empty where the long form stands in no text: <abbr title> */
	uint32_t clause;         /**< index of the clause of the short form */
	uint32_t acronym;        /**< designation index */
	uint32_t expansion;      /**< designation index */
	float confidence;       /**< 0 to 1: the share of pairs with such evidence that are right */
	clausary_slice written; /**< the short form as found, such as "ICTs" */
	clausary_slice
	        text;     /**< the long form as found, blanks and line breaks folded to one blank */
	const char *rule; /**< how they were joined: "long-then-short", "list", … */
	uint64_t clues;   /**< what speaks for it and against it: bit `i` is
	                     clausary_clue_of_pairs(i) */
} clausary_pair;

/** A defined term. */
typedef struct clausary_definition {
	clausary_span term_span, definition_span, source_span;
	uint32_t clause;             /**< index */
	clausary_slice term;         /**< blanks folded */
	clausary_slice definition;   /**< blanks folded; paragraphs joined by a line feed */
	clausary_slice source;       /**< the source it cites, "[ITU-T X.800]"; may be empty */
	const clausary_slice *notes; /**< notes and examples, label kept */
	size_t note_count;
	const clausary_slice *synonyms;
	size_t synonym_count;
	uint64_t deprecated; /**< bit `i`: synonym `i` is one that the text tells not to use */
	const char *rule;    /**< "numbered-entry", "means", … */
	uint32_t elsewhere;  /**< 1: the text says the term is defined in another document */
	float confidence;    /**< 0 to 1 */
	uint64_t clues;      /**< what speaks for a "sentence" and against it: bit `i` is
	                        clausary_clue_of_sentences(i) */
} clausary_definition;

/**
 * Find acronyms, their expansions and every mention of both, and defined terms.
 *
 * Owner: caller frees `*out` with clausary_findings_free(); the document must outlive it.
 * Fails: CLAUSARY_ELOCALE no data for the document's language.
 */
CLAUSARY_API clausary_status clausary_find(clausary_findings **out, clausary_context *context,
                                           const clausary_document *document);

/** What is looked for besides. Zeros are the defaults. */
typedef struct clausary_find_options {
	uint32_t sentences; /**< 1: sentences that define, "X is a Y that …", in a document that
	                       defines nothing otherwise; rule "sentence". 2: those that are not
	                       believed, too */
} clausary_find_options;

/**
 * The same with options; NULL: the defaults.
 *
 * Owner: as clausary_find(). Fails: as clausary_find().
 */
CLAUSARY_API clausary_status clausary_find_with(clausary_findings **out, clausary_context *context,
                                                const clausary_document *document,
                                                const clausary_find_options *options);

/** Free findings; NULL is allowed. */
CLAUSARY_API void clausary_findings_free(clausary_findings *findings);

/** The document the findings are of. Owner: its maker. Fails: never. */
CLAUSARY_API const clausary_document *clausary_findings_document(const clausary_findings *findings);

/** All designations. Owner: the findings. Fails: never. */
CLAUSARY_API const clausary_designation *
clausary_findings_designations(const clausary_findings *findings, size_t *count);
/** All mentions in the order of the text. Owner: the findings. Fails: never. */
CLAUSARY_API const clausary_mention *clausary_findings_mentions(const clausary_findings *findings,
                                                                size_t *count);
/** All pairs in the order of the text. Owner: the findings. Fails: never. */
CLAUSARY_API const clausary_pair *clausary_findings_pairs(const clausary_findings *findings,
                                                          size_t *count);
/** All definitions in the order of the text. Owner: the findings. Fails: never. */
CLAUSARY_API const clausary_definition *
clausary_findings_definitions(const clausary_findings *findings, size_t *count);

/** # Evidence: why something is a finding */

/** What speaks for a finding or against it. */
typedef struct clausary_clue {
	const char *name;     /**< "letters-all" */
	const char *sentence; /**< what it says, in English */
	float weight; /**< what it adds to the logarithm of the odds that the finding is right */
} clausary_clue;

/** The kind of evidence that bit `index` of a pair stands for; its name is NULL past the last.
 * Owner: static. Fails: never. */
CLAUSARY_API clausary_clue clausary_clue_of_pairs(size_t index);
/** The same of a definition whose rule is "sentence". Owner: static. Fails: never. */
CLAUSARY_API clausary_clue clausary_clue_of_sentences(size_t index);

/** # Language versions of one document */

/**
 * Tell from their content which documents are language versions of one: languages differ, number
 * and year of the identifier are the same where there is one, outline, numerals, citations and
 * acronyms agree. Names of files say nothing.
 *
 * `groups[i]` becomes the number of the group of `findings[i]`; groups are numbered from 0 in the
 * order in which their first document stands. A document without other versions is a group of its
 * own; no group holds two documents in one language.
 *
 * Owner: the caller's array of `count` numbers.
 * Fails: CLAUSARY_ELOCALE no data for the language of a document.
 */
CLAUSARY_API clausary_status clausary_group_versions(clausary_context *context,
                                                     const clausary_findings *const *findings,
                                                     size_t count, uint32_t *groups);

/** One clause in every version that has it. */
typedef struct clausary_alignment_row {
	const uint32_t *clauses; /**< for each version, in the order given: the index of its clause,
	                            or CLAUSARY_NONE */
	uint32_t count;          /**< how many versions have it; 1: no counterpart was found */
	const char *reason;      /**< "key", "outline", …: see clausary_align() */
	float confidence;        /**< 0 to 1; 0 where there is no counterpart */
} clausary_alignment_row;

/**
 * Line up the clauses of language versions of one document, whatever their languages. Every clause
 * of every version stands in exactly one row. No version is the pivot: the rows do not depend on
 * the order of the versions, except for the order of the numbers in `clauses`.
 *
 * Reasons: "key" the printed labels are the same, "place" only the place in the outline is,
 * "outline" the clauses around it match, "anchors" numerals, citations and names agree, "words"
 * words agree as they do in matched clauses, "alone" no counterpart.
 *
 * Owner: caller frees `*out` with clausary_alignment_free(); the findings must outlive it.
 * Fails: CLAUSARY_EUSAGE no version, or more than the limit VERSIONS.
 */
CLAUSARY_API clausary_status clausary_align(clausary_alignment **out, clausary_context *context,
                                            const clausary_findings *const *versions, size_t count);

/** Free an alignment; NULL is allowed. */
CLAUSARY_API void clausary_alignment_free(clausary_alignment *alignment);

/** The versions, in the order given. Owner: the alignment. Fails: never. */
CLAUSARY_API const clausary_findings *const *
clausary_alignment_versions(const clausary_alignment *alignment, size_t *count);

/** The rows in document order. Owner: the alignment. Fails: never. */
CLAUSARY_API const clausary_alignment_row *
clausary_alignment_rows(const clausary_alignment *alignment, size_t *count);

/** The index of the row in which a clause of a version stands. Fails: CLAUSARY_NONE: no such
 * version or clause. */
CLAUSARY_API uint32_t clausary_alignment_row_of(const clausary_alignment *alignment, size_t version,
                                                uint32_t clause);

/** # The termbase */

/** Options of clausary_termbase_new(); zeros are the defaults. */
typedef struct clausary_termbase_options {
	const char *title;     /**< of the glossary; NULL makes one from the documents */
	const char *reference; /**< a reference glossary, "none", or NULL: chosen by the document */
	const char *subject;   /**< subject field of every entry; NULL for none */
	/** Order of languages in entries, "en,fr,ru"; those not named follow. NULL: the order in
	 * which documents were added. */
	const char *languages;
	/** What languages are called in the output, "en=en-US,zh=zh-Hans"; NULL: as documents do.
	 */
	const char *language_map;
} clausary_termbase_options;

/**
 * Make an empty termbase.
 *
 * Owner: caller frees `*out` with clausary_termbase_free().
 * Fails: CLAUSARY_EUSAGE the reference glossary does not exist, or a language option is no list of
 * language tags; CLAUSARY_EFORMAT the glossary is damaged.
 */
CLAUSARY_API clausary_status clausary_termbase_new(clausary_termbase **out,
                                                   clausary_context *context,
                                                   const clausary_termbase_options *options);

/** Free a termbase; NULL is allowed. */
CLAUSARY_API void clausary_termbase_free(clausary_termbase *termbase);

/**
 * Add what was found in one document. Everything kept is copied: the findings and their document
 * may be freed afterwards.
 *
 * Fails: CLAUSARY_ELIMIT too many concepts.
 */
CLAUSARY_API clausary_status clausary_termbase_add(clausary_termbase *termbase,
                                                   const clausary_findings *findings);

/**
 * Add what was found in language versions of one document: one entry for a concept, with a section
 * for each language that has it. `alignment` is clausary_align()'s, of the same versions in the
 * same order. Entries, their order and their ids do not depend on the order of the versions.
 *
 * What joins sections, the most trusted first: an entry of the reference glossary, definitions at
 * the same clause, acronyms introduced with their expansions at the same clause, the same Latin
 * letters, definitions that say the same, use in the same clauses and only there. What is not sure
 * enough stays apart, and is listed by the writer "doubts".
 *
 * Fails: CLAUSARY_EUSAGE no version, or an alignment of others; CLAUSARY_ELIMIT too many concepts.
 */
CLAUSARY_API clausary_status clausary_termbase_add_versions(
        clausary_termbase *termbase, const clausary_findings *const *versions, size_t count,
        const clausary_alignment *alignment);

/** The number of concept entries. Fails: never. */
CLAUSARY_API size_t clausary_termbase_size(const clausary_termbase *termbase);

/**
 * A language of the entries, in the order of the output, as it is written there.
 *
 * Owner: the termbase. Fails: NULL past the end.
 */
CLAUSARY_API const char *clausary_termbase_language(const clausary_termbase *termbase,
                                                    size_t index);

/** # Checking */

/** A rule of the checker, as people read it; English. */
typedef struct clausary_rule_text {
	const char *id;        /**< "A02" */
	const char *name;      /**< "used-before-expansion" */
	const char *title;     /**< half a line: what is wrong */
	const char *why;       /**< why an editor minds */
	const char *advice;    /**< what to do about it */
	const char *source;    /**< who asks for it: house rules, with their clauses */
	const char *languages; /**< tags of those it is for, with blanks between; NULL: all */
	int level; /**< a clausary_level where no house style says otherwise; -1: it says nothing */
} clausary_rule_text;

/**
 * Rule `index` in the order of ids.
 *
 * Owner: static. Fails: NULL past the end.
 */
CLAUSARY_API const clausary_rule_text *clausary_rule_text_at(size_t index);

/** A place in one of the documents that were checked. */
typedef struct clausary_location {
	uint32_t document; /**< index into the findings given, or CLAUSARY_NONE: no place */
	uint32_t clause;   /**< index, or CLAUSARY_NONE */
	clausary_span span;
	uint32_t line;   /**< from 1: a line of a text, a paragraph of a Word file; 0: unknown */
	uint32_t column; /**< from 1, in code points; 0 where it means nothing */
} clausary_location;

/** What is known of an issue from before. */
typedef enum clausary_issue_state {
	CLAUSARY_ISSUE_NEW,
	CLAUSARY_ISSUE_KNOWN,     /**< in the baseline */
	CLAUSARY_ISSUE_SUPPRESSED /**< a person has said that it stays */
} clausary_issue_state;

/** A rule of consistency that a document breaks. */
typedef struct clausary_issue {
	const clausary_rule_text *rule;
	clausary_level level;
	clausary_location place;
	clausary_location other; /**< the other place, where there are two */
	clausary_slice form;     /**< the acronym or term it is about */
	clausary_slice message;  /**< one sentence in English, for machines */
	clausary_slice sentence; /**< the same in the language of the context's messages */
	clausary_slice edit;     /**< what the text of the place should be replaced by */
	int mends;               /**< nonzero: there is such an edit, which may be empty */
	clausary_issue_state state;
	clausary_slice reason; /**< why it is suppressed */
} clausary_issue;

typedef struct clausary_issues clausary_issues;

/** Options of clausary_check(); zeros are the defaults. */
typedef struct clausary_check_options {
	/** a house style of `clausary list houses`; NULL: "plain" */
	const char *house;
	/** a house style of one's own, as text in the form of those of the data directory */
	clausary_slice house_text;
	/** ids or names of rules: "A02,L04" only these, "-A04" not this, "D07=error" at a level */
	const char *rules;
	/** which documents are versions of one: clausary_group_versions(); NULL: none */
	const uint32_t *groups;
	/** an authority's terms, or NULL */
	const clausary_termbase *authority;
} clausary_check_options;

/**
 * Check that acronyms and terms are used consistently: in each document, across the language
 * versions of one, and across all. Issues stand in the order of documents, places and rules.
 *
 * Owner: caller frees `*out` with clausary_issues_free(); the findings must outlive it.
 * Fails: CLAUSARY_EUSAGE no such house style or rule, or a house style's line means nothing;
 * CLAUSARY_ELOCALE no data for the language of a document.
 */
CLAUSARY_API clausary_status clausary_check(clausary_issues **out, clausary_context *context,
                                            const clausary_findings *const *findings, size_t count,
                                            const clausary_check_options *options);

/** Free issues; NULL is allowed. */
CLAUSARY_API void clausary_issues_free(clausary_issues *issues);

/** The issues. Owner: `issues`. Fails: never. */
CLAUSARY_API const clausary_issue *clausary_issues_items(const clausary_issues *issues,
                                                         size_t *count);

/** The documents that were checked, in the order given. Owner: `issues`. Fails: never. */
CLAUSARY_API const clausary_findings *const *clausary_issues_findings(const clausary_issues *issues,
                                                                      size_t *count);

/**
 * Mark as known the issues that a baseline has: what the report "baseline" wrote of an earlier
 * check. Where it has an issue twice, two are known and a third is new. Fails: never.
 */
CLAUSARY_API void clausary_issues_compare(clausary_issues *issues, clausary_slice baseline);

/**
 * Mark as suppressed what a person has said will stay. `suppressions` has a line for each: rule (id
 * or name), clause key, form and reason, parted by tabs; `*` as clause or form is any; lines that
 * begin with `#` are remarks. It is about the document of that index, or about all where it is
 * CLAUSARY_NONE. Lines without a reason, and lines that fit nothing any more, are told as
 * diagnostics of `name`. Fails: never.
 */
CLAUSARY_API void clausary_issues_suppress(clausary_issues *issues, clausary_context *context,
                                           uint32_t document, clausary_slice suppressions,
                                           const char *name);

/** # Reading a termbase of others */

/** Gives the bytes of a file piece by piece. */
typedef struct clausary_input {
	/** Put at most `size` bytes to `to`; returns how many, 0 at the end, less when it fails. */
	ptrdiff_t (*read)(void *payload, char *to, size_t size);
	void *payload;
} clausary_input;

/** Options of clausary_termbase_read(); zeros are the defaults. */
typedef struct clausary_termbase_read_options {
	const char *format;  /**< a reader's name; NULL chooses by content */
	const char *columns; /**< what the columns of a table are, "en:term,fr:term,note"; NULL: as
	                          the head of the table says */
	const char *sheet;   /**< of a workbook, by its name or number from 1; NULL: the first with
	                          a table of terms */
} clausary_termbase_read_options;

/**
 * Read a termbase from a file of `clausary list termbase-readers`.
 *
 * The reader is chosen by content, never by name. What the model has no field for is kept under its
 * own name; what cannot be kept is told as a diagnostic, with how often it was there. Entries keep
 * their order; ids that are missing, given twice or no XML names become others.
 *
 * Owner: caller frees `*out` with clausary_termbase_free(); `name` is for messages.
 * Fails: CLAUSARY_EIO the input failed, CLAUSARY_EFORMAT no reader fits or the file is damaged,
 * CLAUSARY_ELIMIT too big or too deep.
 */
CLAUSARY_API clausary_status clausary_termbase_read(clausary_termbase **out,
                                                    clausary_context *context,
                                                    const clausary_input *input, const char *name,
                                                    const clausary_termbase_read_options *options);

/** # Validating TBX */

/** Something wrong with a file. Every slice lives only during the call of the sink. */
typedef struct clausary_fault {
	clausary_level level;   /**< error: not TBX as ISO 30042 has it; warning: a dialect or a
	                           careful terminologist forbids it; note: worth a look */
	const char *id;         /**< stable, such as "misplaced-element" */
	uint32_t line, column;  /**< from 1: the end of the start tag it is about */
	clausary_slice entry;   /**< id of the entry it stands in; empty outside of entries */
	clausary_slice message; /**< one line: what is wrong, and what to do */
} clausary_fault;

/** Receives faults, nearly in the order of the file: what an element lacks is known at its end. */
typedef void (*clausary_fault_sink)(void *payload, const clausary_fault *fault);

/** What a file turned out to be. */
typedef struct clausary_validation {
	const char *format; /**< "TBX v3", "TBX-Basic v2", …; empty: no TBX. Static */
	char dialect[84];   /**< as the root says: "TBX-Basic" */
	uint64_t entries, terms;
	uint64_t faults[3]; /**< how many of each clausary_level */
} clausary_validation;

/**
 * Hold a TBX file against ISO 30042:2019 (v3: styles dca and dct; dialects Core, Min, Basic and
 * Linguist; of others the core structure only), ISO 30042:2008 (v2: TBX-Basic; of others the core
 * structure) or the TBX-Min of 2013, and tell what is wrong with it. It is stricter than the
 * published schemas where these forget a rule: an empty term, two sections of one language in an
 * entry, a value outside its list, an external reference that is no address.
 *
 * One pass; memory grows with the number of ids. No other file or address is opened.
 *
 * Fails: CLAUSARY_EIO the input failed, CLAUSARY_ELIMIT too deep. A file that is no XML, or ends
 * early, is a fault and no failure.
 */
CLAUSARY_API clausary_status clausary_validate(clausary_validation *out, clausary_context *context,
                                               const clausary_input *input,
                                               clausary_fault_sink sink, void *payload);

/** # Merging termbases */

/** Two values of one field that merged entries have: both are kept. Every slice lives only during
 * the call of the sink. */
typedef struct clausary_merge_conflict {
	clausary_slice entry;    /**< the id */
	const char *field;       /**< "definition", "administrativeStatus", … */
	clausary_slice language; /**< of the section; empty for the entry itself */
	clausary_slice values[2];
} clausary_merge_conflict;

/** Receives conflicts in the order of the entries; `payload` is the one given with it. */
typedef void (*clausary_merge_sink)(void *payload, const clausary_merge_conflict *conflict);

/** Options of clausary_termbase_merge(); zeros are the defaults. */
typedef struct clausary_merge_options {
	int careful; /**< nonzero: two single words shared in two languages join nothing */
	clausary_merge_sink conflict; /**< or NULL */
	void *payload;
} clausary_merge_options;

/**
 * Make one termbase of several. Entries become one by evidence: the same id and a term, the same
 * definition and a term, the same short form with its full form, terms shared in two languages, a
 * term at the same clause of the same source; never by one word alone. Nothing is dropped: what
 * entries say differently stands side by side, and is told.
 *
 * Entries and all in them stand in canonical order, so that any order and any grouping of the same
 * termbases gives the same result. Ids are kept; of several an entry has the smallest, and notes
 * tell the others; where two entries would have one, a hash of their terms tells them apart. Ids of
 * terms are made anew, for those that something points at.
 *
 * Owner: caller frees `*out` with clausary_termbase_free(); it owns `inputs` from now on, which
 * must not be used any more.
 * Fails: never.
 */
CLAUSARY_API clausary_status clausary_termbase_merge(clausary_termbase **out,
                                                     clausary_context *context,
                                                     clausary_termbase *const *inputs, size_t count,
                                                     const clausary_merge_options *options);

/** # A glossary for one document */

/** Options of clausary_termbase_select(); zeros are the defaults. */
typedef struct clausary_select_options {
	/** keys of clauses, "annex-B,3.2": only what occurs in them or below them counts */
	const char *clauses;
	const char *languages; /**< "en,fr": the others are left out of the entries */
} clausary_select_options;

/**
 * Keep of a termbase the entries that occur in a document, in the order in which they do: what its
 * translator needs. Terms are found in whatever form they stand, plurals and cases, with what is
 * joined to the front of them, with a hyphen for a blank. Each entry says in a remark how often it
 * occurs and in which clauses. The termbase is changed; nothing may be added to it afterwards.
 *
 * Fails: CLAUSARY_ELOCALE no data for the document's language; the termbase is as it was.
 */
CLAUSARY_API clausary_status clausary_termbase_select(clausary_termbase *termbase,
                                                      clausary_context *context,
                                                      const clausary_findings *findings,
                                                      const clausary_select_options *options);

/** # Comparing termbases, and keeping what people decide */

/** What a change is. */
typedef enum clausary_change_kind {
	CLAUSARY_CHANGE_ENTRY_ADDED,
	CLAUSARY_CHANGE_ENTRY_REMOVED,
	CLAUSARY_CHANGE_ENTRY_WITHDRAWN, /**< it is marked as withdrawn */
	CLAUSARY_CHANGE_ADDED,
	CLAUSARY_CHANGE_REMOVED,
	CLAUSARY_CHANGE_VALUE,  /**< one value of a field became another */
	CLAUSARY_CHANGE_MOVED,  /**< a source names another clause */
	CLAUSARY_CHANGE_EDITION /**< a source names the same clause of another document or edition
	                         */
} clausary_change_kind;

/** Something that one termbase says and the other does not. Every slice lives only during the call
 * of the sink. */
typedef struct clausary_change {
	clausary_change_kind kind;
	clausary_slice entry; /**< its id in the second termbase; in the first where it is gone */
	clausary_slice language; /**< empty: of the entry */
	clausary_slice term;     /**< its form; empty: of the language, or of the entry */
	clausary_slice field;    /**< "definition", "source", a data category */
	clausary_slice before, after;
	clausary_slice from, to; /**< of a move, or another edition: the clauses in the sources */
} clausary_change;

/** Receives changes, entry by entry; `payload` is the one given with it. */
typedef void (*clausary_change_sink)(void *payload, const clausary_change *change);

/**
 * Tell what two termbases say differently. Entries are matched by the evidence that would merge
 * them, not by their ids. Both termbases are brought into the form that a file of them has.
 *
 * Fails: never.
 */
CLAUSARY_API clausary_status clausary_termbase_compare(clausary_context *context,
                                                       clausary_termbase *before,
                                                       clausary_termbase *after,
                                                       clausary_change_sink sink, void *payload);

/** Options of clausary_termbase_update(); zeros are the defaults. */
typedef struct clausary_update_options {
	/** identifier or file of the document of which the run has read a new edition, where the
	 * termbase cites several; NULL: the one that has the same number, or the only one */
	const char *replaces;
	/** not NULL: receives what the run made, with what the update has withdrawn: the `last` of
	 * the next update. Owner: the caller, who frees it before `*out`, whose texts it has */
	clausary_termbase **generated;
	clausary_merge_sink conflict; /**< or NULL */
	clausary_change_sink change;  /**< is told what became of `mine`; or NULL */
	void *payload;
} clausary_update_options;

/** What an update did, in numbers of entries and of decisions. */
typedef struct clausary_update_counts {
	uint32_t added;     /**< entries that only the new run has */
	uint32_t changed;   /**< entries that say something else than before */
	uint32_t moved;     /**< entries of which a source names another clause */
	uint32_t withdrawn; /**< entries that the run has not any more: kept, and marked */
	uint32_t rejected;  /**< entries that a person took out, and that stay out */
	uint32_t kept;      /**< values that a person added, changed or took out */
	uint32_t conflicts;
} clausary_update_counts;

/**
 * Bring a new run into a termbase that people have worked on: `last` is what the last run wrote,
 * `mine` what people made of it, `run` what the new run wrote. What a person added or changed
 * stays, what a person took out stays out, everything else is as the new run says. Where it says
 * something new of a field that a person changed, the person's value stands, and
 * `options->conflict` is told both; of definitions both are kept. Entries keep the ids and the
 * order of `mine`; new ones follow.
 *
 * `last` may be NULL. Then only what a run alone writes is taken for one's work: sources in the
 * documents that it read, and remarks. All else that the new run does not say stays as a person's,
 * and a definition that it says otherwise is a conflict.
 *
 * Of a termbase that lists several documents, only what those say of which the run has read a new
 * edition changes. An entry that these have no more gets the note "withdrawn: EDITION", its terms
 * without a status are superseded; when a later run has it again, both go.
 *
 * Owner: caller frees `*out` with clausary_termbase_free(); it owns the termbases given from now
 * on. Fails: never.
 */
CLAUSARY_API clausary_status
clausary_termbase_update(clausary_termbase **out, clausary_context *context,
                         clausary_termbase *last, clausary_termbase *mine, clausary_termbase *run,
                         const clausary_update_options *options, clausary_update_counts *counts);

/** # Writing */

/** Receives written bytes; returns CLAUSARY_OK or CLAUSARY_EIO. */
typedef clausary_status (*clausary_write_function)(void *payload, const char *data, size_t size);

/** Where a writer writes. */
typedef struct clausary_output {
	clausary_write_function write;
	void *payload;
} clausary_output;

/** What there is to write; a writer takes what it needs. */
typedef struct clausary_results {
	const clausary_termbase *termbase;
	const clausary_findings *const *findings; /**< one for each document */
	size_t findings_count;
	size_t width; /**< columns of the terminal, for the table; 0: no terminal, 100 columns */
	/** The two languages of a writer of pairs; NULL: the first two of the termbase. */
	const char *source_language, *target_language;
} clausary_results;

/**
 * Write results in a format of `clausary list writers`.
 *
 * Fails: CLAUSARY_EUSAGE no such writer or it needs what `results` lacks, CLAUSARY_EINVALID the
 * termbase breaks a rule of the format (the failure names the entry), CLAUSARY_EIO the output
 * refused bytes.
 */
CLAUSARY_API clausary_status clausary_write(clausary_context *context,
                                            const clausary_output *output, const char *writer,
                                            const clausary_results *results);

/** What becomes of a field that a format has no place for. */
typedef enum clausary_loss_kind {
	CLAUSARY_LOSS_NOTE,    /**< it stands in a note, with its name */
	CLAUSARY_LOSS_MOVED,   /**< it stands at another level */
	CLAUSARY_LOSS_CHANGED, /**< its value is another one: what the format has for it */
	CLAUSARY_LOSS_DROPPED  /**< it is not written */
} clausary_loss_kind;

/** How often something that a termbase has does not fit a format. */
typedef struct clausary_loss {
	clausary_slice field; /**< the data category, or the field's name in JSON */
	clausary_loss_kind kind;
	uint32_t count;
} clausary_loss;

/** Receives losses; `payload` is the one given with it. */
typedef void (*clausary_loss_sink)(void *payload, const clausary_loss *loss);

/**
 * Tell what a writer would not keep of a termbase as it is, sorted by field, without writing it.
 *
 * Fails: as clausary_write().
 */
CLAUSARY_API clausary_status clausary_write_losses(clausary_context *context, const char *writer,
                                                   const clausary_results *results,
                                                   clausary_loss_sink sink, void *payload);

/**
 * The suffix of a writer's files, such as "tbx"; NULL where there is no such writer. Owner: static.
 */
CLAUSARY_API const char *clausary_writer_suffix(const char *writer);

/** Nonzero when the writer writes pairs of two languages, a file for every two. */
CLAUSARY_API int clausary_writer_pairs(const char *writer);

/** Nonzero when the writer needs only findings, so that each document can be written as it is read.
 */
CLAUSARY_API int clausary_writer_streams(const char *writer);

/** How issues are written; zeros are the defaults. */
typedef struct clausary_report_options {
	int colour;           /**< nonzero: the output is a terminal that shows colours */
	clausary_level least; /**< issues below this level are counted, not shown */
	/** Where each document is, relative to where the report is read; NULL: by their names. */
	const char *const *paths;
	int compared; /**< nonzero: there was a baseline, so that "new" means something */
} clausary_report_options;

/**
 * Write issues as a report of `clausary list reports`: "text" and "html" in the language of
 * the context's messages, or a format for machines, in English.
 *
 * Fails: CLAUSARY_EUSAGE no such report, CLAUSARY_EIO the output refused bytes.
 */
CLAUSARY_API clausary_status clausary_write_issues(clausary_context *context,
                                                   const clausary_output *output,
                                                   const char *report,
                                                   const clausary_issues *issues,
                                                   const clausary_report_options *options);

/**
 * The suffix of a report's files, such as "sarif"; NULL where there is no such report. Owner:
 * static.
 */
CLAUSARY_API const char *clausary_report_suffix(const char *report);

/** # Looking at a stage */

/**
 * Print one stage of one document for people and tests: "text", "blocks", "clauses", "tokens" or
 * "findings".
 *
 * Fails: CLAUSARY_EUSAGE no such stage, CLAUSARY_EIO the output refused bytes.
 */
CLAUSARY_API clausary_status clausary_show(clausary_context *context, const clausary_output *output,
                                           const char *stage, const clausary_document *document);

/**
 * Say to people why findings are findings: the evidence of each, with its weight and in words. With
 * a `form`, only of the pairs and definitions that it is in, and where there are none, why not.
 *
 * Owner: nothing is given out. Fails: what `output` fails with.
 */
CLAUSARY_API clausary_status clausary_explain(clausary_context *context,
                                              const clausary_output *output,
                                              const clausary_findings *findings,
                                              clausary_slice form);

/**
 * Print an alignment for people and tests: a line for each row with its confidence, its reason and
 * the clause's key in each version, then the clauses without a counterpart.
 *
 * Fails: CLAUSARY_EIO the output refused bytes.
 */
CLAUSARY_API clausary_status clausary_show_alignment(clausary_context *context,
                                                     const clausary_output *output,
                                                     const clausary_alignment *alignment);

#ifdef __cplusplus
}
#endif

#endif
