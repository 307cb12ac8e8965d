/* Every size that input can drive, with its number and why. One line each; `clausary list limits`.
 */
#ifndef CLAUSARY_BASE_LIMITS_H
#define CLAUSARY_BASE_LIMITS_H

/* X(NAME, number, "what it bounds and why") */
#define CLAUSARY_LIMITS(X)                                                                         \
	X(FILE_BYTES, 536870912,                                                                   \
	  "bytes of one input file: work needs up to eight times that memory")                     \
	X(TEXT_BYTES, 1073741824, "bytes of one document's text: positions are 32-bit numbers")    \
	X(UNPACKED_BYTES, 536870912, "bytes unpacked from one zip archive")                        \
	X(UNPACKED_RATIO, 200,                                                                     \
	  "unpacked to packed size of a zip entry over 1 MiB: a bomb is far above")                \
	X(ARCHIVE_ENTRIES, 65535, "entries of one zip archive")                                    \
	X(ELEMENT_DEPTH, 256, "nesting of XML or HTML elements")                                   \
	X(ELEMENT_ATTRIBUTES, 4096, "attributes of an element: each is compared with each")        \
	X(NAMESPACES, 512, "XML namespaces in scope: every name is looked for in all")             \
	X(TABLE_CELLS, 4000000, "cells of one table")                                              \
	X(TABLE_COLUMNS, 16384, "columns that a Word cell spans: Word stops at 63")                \
	X(STYLES, 65536, "styles of a Word file: Word stops at 4079")                              \
	X(LIST_DEFINITIONS, 65536, "numberings of a Word file, of each kind: real ones have tens") \
	X(CLAUSE_DEPTH, 32, "nesting of clauses")                                                  \
	X(KEY_BYTES, 200, "bytes of a clause key: a longer one is cut")                            \
	X(LONG_FORM_BYTES, 400, "bytes of an expansion")                                           \
	X(SHORT_FORM_BYTES, 40, "bytes of an acronym")                                             \
	X(TERM_BYTES, 400, "bytes of a defined term")                                              \
	X(STREAM_LINE_BYTES, 536870912, "bytes of one line of a stream")                           \
	X(VERSIONS, 64, "language versions of one document: the work grows with their pairs")      \
	X(CONCEPTS, 4000000, "entries of one termbase")                                            \
	X(CELL_BYTES, 1048576, "bytes of one cell of a table of terms: the rest is cut")           \
	X(LANGUAGES, 1000, "languages of one entry: each is looked for among them")

enum {
#define X(name, number, why) CLAUSARY_LIMIT_##name = number,
	CLAUSARY_LIMITS(X)
#undef X
};

#endif
