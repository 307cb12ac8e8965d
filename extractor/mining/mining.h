/* What the finders of one document share. */
#ifndef CLAUSARY_MINING_MINING_H
#define CLAUSARY_MINING_MINING_H

#include "base/fold.h"
#include "language/tokens.h"
#include "mining/cues.h"
#include "mining/finding.h"

/* Text that reads on: a block, and the blocks that continue it. */
typedef struct clausary_passage {
	uint32_t first, count; /* tokens */
	clausary_span span;
	uint32_t clause;           /* index, may be CLAUSARY_NONE */
	uint32_t block;            /* index of the first block */
	uint32_t flags;            /* of the clause: CLAUSARY_CLAUSE_… */
	bool capitals;             /* all words of it are in capitals */
	bool apart;                /* a tokenizer set blanks around its marks: "the text , then" */
	const clausary_cues *cues; /* of its language */
} clausary_passage;

/* A place where an acronym seems to stand. */
typedef struct clausary_short_form {
	clausary_span span;   /* a plural "s" included, a possessive "'s" not */
	uint32_t first;       /* token */
	uint32_t passage;     /* index */
	uint32_t designation; /* CLAUSARY_NONE before find_mention.c */
	uint64_t letters;     /* all of it, if it is short and plain; see met_form.h */
	uint16_t count;       /* of tokens */
	bool covered;         /* inside a longer form that the text declares: "UN" of "UN-Women" */
	bool shouted; /* among words in capitals, or a word such as "NO": an acronym only if the
	                 text says so */
} clausary_short_form;

/* A mark that some finder starts from: an opening bracket or an opening quote. */
typedef struct clausary_opener {
	uint32_t token;
	uint32_t passage : 31;
	uint32_t bracket : 1;
} clausary_opener;

/* How far the document has been read: counts of each. */
typedef struct clausary_reach {
	size_t tokens, passages, short_forms, openers, pairs;
} clausary_reach;

/* The words of an expansion, or of an acronym of several words, to find it again. */
typedef struct clausary_expansion_words {
	size_t first, count; /* tokens of the place where it was found */
	uint32_t designation;
} clausary_expansion_words;

typedef struct clausary_met_words clausary_met_words; /* see initials.h */
typedef struct clausary_met_form clausary_met_form;   /* see met_form.h */

typedef struct clausary_mining {
	clausary_findings *findings;
	const clausary_document *document;
	const clausary_cues *cues; /* of the text, or of the passage that was entered */
	const struct clausary_sentence_words *sentences; /* NULL: sentences are not asked for */
	bool unbelieved; /* sentences that are hardly definitions are kept, too */
	clausary_tokens tokens;
	CLAUSARY_ARRAY(clausary_passage) passages;
	CLAUSARY_ARRAY(clausary_short_form) short_forms; /* in the order of the text */
	CLAUSARY_ARRAY(uint32_t) forms_before;   /* how many begin before every 64th token */
	CLAUSARY_ARRAY(clausary_opener) openers; /* in the order of the text */
	CLAUSARY_ARRAY(clausary_expansion_words) expansions;
	clausary_reach from, to;       /* what finders that go by stretches look at now */
	clausary_met_words *met_words; /* NULL: words are read anew each time */
	clausary_met_form *met_forms;  /* NULL: few acronyms were met */
	CLAUSARY_ARRAY(uint32_t) cuts; /* tokens of the passage read last that word_cut.c cut */
	clausary_buffer scratch;
} clausary_mining;

/** Look at a passage with the cues of its language, until the next one is entered. */
static inline void
clausary_mining_enter(clausary_mining *mining, uint32_t passage)
{
	mining->cues = mining->passages.items[passage].cues;
}

/** The text of token `index`. */
static inline clausary_slice
clausary_mining_word(const clausary_mining *mining, size_t index)
{
	return clausary_token_text(mining->document, mining->tokens.items[index]);
}

/** The mark of ASCII that token `index` is or stands for in another script or width: "," for
 * U+3001; 0 for words and for any other mark. */
static inline char
clausary_mining_mark(const clausary_mining *mining, size_t index)
{
	const clausary_token *token = &mining->tokens.items[index];
	if (token->kind != CLAUSARY_TOKEN_MARK)
		return '\0';
	return token->size == 1 ? mining->document->text.data[token->start]
	                        : clausary_fold_end(clausary_mining_word(mining, index));
}

/** Whether token `index` is the mark `mark` of ASCII, in whatever script or width. */
static inline bool
clausary_mining_is_mark(const clausary_mining *mining, size_t index, char mark)
{
	return clausary_mining_mark(mining, index) == mark;
}

/** Whether token `index` is a word such as "Commission", not "IEC". */
static inline bool
clausary_mining_is_capitalized(const clausary_mining *mining, size_t index)
{
	unsigned traits = mining->tokens.items[index].traits;
	return traits & CLAUSARY_TOKEN_CAPITAL_FIRST && traits & CLAUSARY_TOKEN_LOWER;
}

/** Whether token `index`, which is not the last, is a hyphen between two parts of one word. */
static inline bool
clausary_mining_is_hyphen(const clausary_mining *mining, size_t index)
{
	return clausary_mining_is_mark(mining, index, '-')
	       && mining->tokens.items[index].traits & mining->tokens.items[index + 1].traits
	                  & CLAUSARY_TOKEN_JOINED;
}

/** The text of a span. */
static inline clausary_slice
clausary_mining_text(const clausary_mining *mining, clausary_span span)
{
	return clausary_slice_span(clausary_document_text(mining->document), span);
}

/** The span from the start of one token to the end of another. */
static inline clausary_span
clausary_mining_span(const clausary_mining *mining, size_t first, size_t last)
{
	return (clausary_span){mining->tokens.items[first].start,
	                       clausary_token_end(mining->tokens.items[last])};
}

/** Whether a form holds Han, Kana or Hangul: then find_letters.c looks for its mentions. */
bool clausary_mining_has_square(clausary_slice form);

/** What a found pair is made of. */
typedef struct clausary_pair_candidate {
	uint32_t passage;
	clausary_span short_span;
	size_t long_first, long_last; /* tokens */
	const char *rule;
} clausary_pair_candidate;

/** Keep a pair: designate both forms, which are mentioned where they stand. */
void clausary_mining_pair(clausary_mining *mining, const clausary_pair_candidate *candidate);

/** Take `form` for the form of an expansion that people read, if dictionaries cite it so and the
 * one that is known is inflected. */
void clausary_mining_cite(clausary_mining *mining, uint32_t expansion, clausary_slice form);

/* Finders, in the order in which they run: find_<name>.c defines `clausary_finder_<name>`. */
typedef struct clausary_finder {
	const char *name;  /* "bracket" */
	const char *label; /* for people */
	void (*find)(clausary_mining *mining);
	bool near; /* looks at what lies near: runs stretch by stretch, see mining.c */
} clausary_finder;

/** Finder `index` of the list; a NULL name past the end. Owner: static. */
clausary_list_entry clausary_mining_list(size_t index);

#endif
