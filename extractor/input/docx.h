/* Inside the Word reader (ISO/IEC 29500-1, WordprocessingML; strict and transitional): what its
 * files share. */
#ifndef CLAUSARY_INPUT_DOCX_H
#define CLAUSARY_INPUT_DOCX_H

#include "base/array.h"
#include "base/map.h"
#include "document/builder.h"
#include "input/xml.h"
#include "input/zip.h"

/* Namespaces. */
enum {
	CLAUSARY_DOCX_NO_SPACE,
	CLAUSARY_DOCX_W,       /* WordprocessingML */
	CLAUSARY_DOCX_M,       /* Office Math */
	CLAUSARY_DOCX_MC,      /* markup compatibility */
	CLAUSARY_DOCX_PACKAGE, /* relationships of a package */
	CLAUSARY_DOCX_TYPES,   /* content types of a package */
	CLAUSARY_DOCX_XML
};

/* X(NAME, "name", SPACE): every element and attribute that the reader looks at. */
#define CLAUSARY_DOCX_NAMES(X)                                                                     \
	X(DOCUMENT, "document", W)                                                                 \
	X(P, "p", W)                                                                               \
	X(P_PR, "pPr", W)                                                                          \
	X(R, "r", W)                                                                               \
	X(R_PR, "rPr", W)                                                                          \
	X(T, "t", W)                                                                               \
	X(TAB, "tab", W)                                                                           \
	X(BR, "br", W)                                                                             \
	X(CR, "cr", W)                                                                             \
	X(NO_BREAK_HYPHEN, "noBreakHyphen", W)                                                     \
	X(SOFT_HYPHEN, "softHyphen", W)                                                            \
	X(SYM, "sym", W)                                                                           \
	X(PTAB, "ptab", W)                                                                         \
	X(FLD_CHAR, "fldChar", W)                                                                  \
	X(FLD_SIMPLE, "fldSimple", W)                                                              \
	X(INSTR_TEXT, "instrText", W)                                                              \
	X(DEL_TEXT, "delText", W)                                                                  \
	X(INS, "ins", W)                                                                           \
	X(DEL, "del", W)                                                                           \
	X(MOVE_FROM, "moveFrom", W)                                                                \
	X(MOVE_TO, "moveTo", W)                                                                    \
	X(SDT, "sdt", W)                                                                           \
	X(SDT_PR, "sdtPr", W)                                                                      \
	X(DOC_PART_GALLERY, "docPartGallery", W)                                                   \
	X(TBL, "tbl", W)                                                                           \
	X(TR, "tr", W)                                                                             \
	X(TC, "tc", W)                                                                             \
	X(TBL_PR, "tblPr", W)                                                                      \
	X(TR_PR, "trPr", W)                                                                        \
	X(TC_PR, "tcPr", W)                                                                        \
	X(GRID_SPAN, "gridSpan", W)                                                                \
	X(GRID_BEFORE, "gridBefore", W)                                                            \
	X(V_MERGE, "vMerge", W)                                                                    \
	X(H_MERGE, "hMerge", W)                                                                    \
	X(TBL_HEADER, "tblHeader", W)                                                              \
	X(CELL_INS, "cellIns", W)                                                                  \
	X(CELL_DEL, "cellDel", W)                                                                  \
	X(TXBX_CONTENT, "txbxContent", W)                                                          \
	X(FOOTNOTE_REFERENCE, "footnoteReference", W)                                              \
	X(ENDNOTE_REFERENCE, "endnoteReference", W)                                                \
	X(FOOTNOTE, "footnote", W)                                                                 \
	X(ENDNOTE, "endnote", W)                                                                   \
	X(RT, "rt", W)                                                                             \
	X(P_STYLE, "pStyle", W)                                                                    \
	X(R_STYLE, "rStyle", W)                                                                    \
	X(NUM_PR, "numPr", W)                                                                      \
	X(NUM_ID, "numId", W)                                                                      \
	X(ILVL, "ilvl", W)                                                                         \
	X(OUTLINE_LVL, "outlineLvl", W)                                                            \
	X(JC, "jc", W)                                                                             \
	X(B, "b", W)                                                                               \
	X(B_CS, "bCs", W)                                                                          \
	X(I, "i", W)                                                                               \
	X(I_CS, "iCs", W)                                                                          \
	X(RTL, "rtl", W)                                                                           \
	X(CS, "cs", W)                                                                             \
	X(VANISH, "vanish", W)                                                                     \
	X(SPEC_VANISH, "specVanish", W)                                                            \
	X(R_FONTS, "rFonts", W)                                                                    \
	X(P_PR_CHANGE, "pPrChange", W)                                                             \
	X(R_PR_CHANGE, "rPrChange", W)                                                             \
	X(SECT_PR, "sectPr", W)                                                                    \
	X(ALT_CHUNK, "altChunk", W)                                                                \
	X(STYLE, "style", W)                                                                       \
	X(STYLE_NAME, "name", W)                                                                   \
	X(BASED_ON, "basedOn", W)                                                                  \
	X(DOC_DEFAULTS, "docDefaults", W)                                                          \
	X(LANG, "lang", W)                                                                         \
	X(ABSTRACT_NUM, "abstractNum", W)                                                          \
	X(NUM, "num", W)                                                                           \
	X(ABSTRACT_NUM_ID, "abstractNumId", W)                                                     \
	X(LVL, "lvl", W)                                                                           \
	X(START, "start", W)                                                                       \
	X(NUM_FMT, "numFmt", W)                                                                    \
	X(LVL_TEXT, "lvlText", W)                                                                  \
	X(LVL_RESTART, "lvlRestart", W)                                                            \
	X(IS_LGL, "isLgl", W)                                                                      \
	X(LVL_PIC_BULLET_ID, "lvlPicBulletId", W)                                                  \
	X(LVL_OVERRIDE, "lvlOverride", W)                                                          \
	X(START_OVERRIDE, "startOverride", W)                                                      \
	X(NUM_STYLE_LINK, "numStyleLink", W)                                                       \
	X(STYLE_LINK, "styleLink", W)                                                              \
	X(FOOTNOTE_PR, "footnotePr", W)                                                            \
	X(ENDNOTE_PR, "endnotePr", W)                                                              \
	X(NUM_START, "numStart", W)                                                                \
	X(VAL, "val", W)                                                                           \
	X(ID, "id", W)                                                                             \
	X(TYPE, "type", W)                                                                         \
	X(STYLE_ID, "styleId", W)                                                                  \
	X(DEFAULT, "default", W)                                                                   \
	X(FLD_CHAR_TYPE, "fldCharType", W)                                                         \
	X(INSTR, "instr", W)                                                                       \
	X(FONT, "font", W)                                                                         \
	X(CHAR, "char", W)                                                                         \
	X(CUSTOM_MARK_FOLLOWS, "customMarkFollows", W)                                             \
	X(ASCII, "ascii", W)                                                                       \
	X(FORMAT, "format", W)                                                                     \
	X(MATH_T, "t", M)                                                                          \
	X(MATH_R, "r", M)                                                                          \
	X(MATH_CONTROL, "ctrlPr", M)                                                               \
	X(ALTERNATE_CONTENT, "AlternateContent", MC)                                               \
	X(CHOICE, "Choice", MC)                                                                    \
	X(FALLBACK, "Fallback", MC)                                                                \
	X(RELATIONSHIP, "Relationship", PACKAGE)                                                   \
	X(OVERRIDE, "Override", TYPES)                                                             \
	X(PLAIN_TYPE, "Type", NO_SPACE)                                                            \
	X(PLAIN_TARGET, "Target", NO_SPACE)                                                        \
	X(PLAIN_MODE, "TargetMode", NO_SPACE)                                                      \
	X(PLAIN_PART_NAME, "PartName", NO_SPACE)                                                   \
	X(PLAIN_CONTENT_TYPE, "ContentType", NO_SPACE)                                             \
	X(XML_SPACE, "space", XML)

enum {
	CLAUSARY_DOCX_OTHER,
#define X(NAME, name, space) CLAUSARY_DOCX_##NAME,
	CLAUSARY_DOCX_NAMES(X)
#undef X
	        CLAUSARY_DOCX_NAME_COUNT
};

enum { CLAUSARY_DOCX_LEVELS = 9 };

/* A property that a style or a run sets, sets off, or leaves to what is above it. */
enum { CLAUSARY_DOCX_UNSET = -1, CLAUSARY_DOCX_OFF, CLAUSARY_DOCX_ON };

/* Character properties; each CLAUSARY_DOCX_UNSET, OFF or ON. */
typedef struct clausary_docx_run {
	signed char strong, emphasis; /* Latin, Cyrillic, CJK, … */
	signed char complex_strong,
	        complex_emphasis; /* Arabic, Hebrew, …: taken where `complex` is on */
	signed char complex, hidden;
	unsigned char font; /* clausary_docx_font, of w:rFonts */
	uint32_t style;     /* character style, or CLAUSARY_NONE */
} clausary_docx_run;

/* Paragraph properties. */
typedef struct clausary_docx_properties {
	uint32_t style;      /* paragraph style, or CLAUSARY_NONE */
	int32_t number;      /* w:numId; 0 removes numbering, -1: not said */
	int32_t level;       /* w:ilvl; -1: not said */
	int32_t outline;     /* w:outlineLvl, 9 is body text; -1: not said */
	signed char centred; /* UNSET, OFF, ON */
} clausary_docx_properties;

typedef enum clausary_docx_role {
	CLAUSARY_DOCX_PLAIN,
	CLAUSARY_DOCX_CONTENTS,
	CLAUSARY_DOCX_CAPTION,
	CLAUSARY_DOCX_QUOTE,
	CLAUSARY_DOCX_CODE,
	CLAUSARY_DOCX_TITLE
} clausary_docx_role;

/* A style with what it is based on folded in. */
typedef struct clausary_docx_style {
	clausary_slice id, base;
	clausary_docx_properties paragraph;
	clausary_docx_run run;
	uint32_t number_style; /* the nearest style that says anything of numbering: levels name it
	                        */
	uint8_t role;          /* clausary_docx_role */
	uint8_t state;         /* while folding */
} clausary_docx_style;

typedef struct clausary_docx_styles {
	CLAUSARY_ARRAY(clausary_docx_style) items;
	clausary_map by_id;
	uint32_t standard; /* the default paragraph style, or CLAUSARY_NONE */
} clausary_docx_styles;

/* A numbering level. */
typedef struct clausary_docx_level {
	clausary_slice text, format, style; /* style: of the paragraphs that take this level */
	int32_t start, restart; /* restart: -1 after any higher level, 0 never, else after it */
	bool legal, hidden, picture;
} clausary_docx_level;

typedef struct clausary_docx_abstract {
	clausary_slice style_link; /* the numbering style whose levels are taken instead */
	clausary_docx_level levels[CLAUSARY_DOCX_LEVELS];
} clausary_docx_abstract;

typedef struct clausary_docx_number {
	uint32_t abstract;                                       /* index, or CLAUSARY_NONE */
	int32_t starts[CLAUSARY_DOCX_LEVELS];                    /* w:startOverride, or -1 */
	const clausary_docx_level *levels[CLAUSARY_DOCX_LEVELS]; /* of w:lvlOverride, or NULL */
} clausary_docx_number;

/* Texts that are numbered each on their own. */
typedef enum clausary_docx_story {
	CLAUSARY_DOCX_MAIN,
	CLAUSARY_DOCX_BOXES,
	CLAUSARY_DOCX_FOOTNOTES,
	CLAUSARY_DOCX_ENDNOTES,
	CLAUSARY_DOCX_STORIES
} clausary_docx_story;

/* How far each level of an abstract numbering has counted, and which overrides have been used. */
typedef struct clausary_docx_counters {
	int32_t (*values)[CLAUSARY_DOCX_LEVELS]; /* of each abstract; -1: not begun */
	uint16_t *begun;                         /* of each number: a bit for each level */
} clausary_docx_counters;

typedef struct clausary_docx_numbering {
	CLAUSARY_ARRAY(clausary_docx_abstract *) abstracts;
	CLAUSARY_ARRAY(clausary_docx_number) numbers;
	clausary_map abstract_by_id, number_by_id;
	clausary_docx_counters counters[CLAUSARY_DOCX_STORIES];
} clausary_docx_numbering;

/* A run of bold or italic text; bytes of the paragraph's text. */
typedef struct clausary_docx_mark {
	uint32_t start, end, kind; /* kind: clausary_mark_kind */
} clausary_docx_mark;

typedef struct clausary_docx_call {
	bool endnote;
	clausary_slice id, mark; /* mark: printed by the author, or empty */
} clausary_docx_call;

/* A finished paragraph: a block that is not in the builder yet. */
typedef struct clausary_docx_record {
	clausary_block block; /* kind, flags, level and place; spans are not used */
	clausary_slice label, text;
	const clausary_docx_mark *marks;
	size_t mark_count;
} clausary_docx_record;

typedef CLAUSARY_ARRAY(clausary_docx_record) clausary_docx_records;

/* A footnote or endnote and where its paragraphs stand. */
typedef struct clausary_docx_note {
	size_t start, end; /* of `records` */
	bool used;
} clausary_docx_note;

typedef struct clausary_docx_notes {
	clausary_docx_records records;
	CLAUSARY_ARRAY(clausary_docx_note) items;
	clausary_map by_id;
	clausary_slice format; /* of the printed number */
	int32_t next;          /* number */
} clausary_docx_notes;

/* Parts of the package; names of archive entries, or NULL. */
typedef struct clausary_docx_parts {
	const char *main, *styles, *numbering, *notes[2],
	        *settings; /* notes: footnotes, endnotes */
} clausary_docx_parts;

/* One document being read. */
typedef struct clausary_docx {
	clausary_builder *builder;
	clausary_context *context;
	clausary_archive *archive;
	clausary_arena arena; /* as long as the reading */
	clausary_changes changes;
	clausary_docx_parts parts;
	clausary_docx_styles styles;
	clausary_docx_numbering numbering;
	clausary_docx_notes notes[2]; /* footnotes, endnotes */
	clausary_slice language;
	unsigned told; /* diagnostics given once: CLAUSARY_DOCX_TOLD_… */
} clausary_docx;

#define CLAUSARY_DOCX_TOLD_FORMAT 1u
#define CLAUSARY_DOCX_TOLD_NOTE 2u
#define CLAUSARY_DOCX_TOLD_CHUNK 4u
#define CLAUSARY_DOCX_TOLD_CELLS 8u
#define CLAUSARY_DOCX_TOLD_NUMBER 16u

/* docx_package.c */

extern const clausary_xml_vocabulary clausary_docx_vocabulary;

/** Fill `docx->parts`. Fails: CLAUSARY_EFORMAT there is no main part, CLAUSARY_ELIMIT. */
clausary_status clausary_docx_find_parts(clausary_docx *docx);

/**
 * Parse one part. Damage is a diagnostic that says what was kept: `*damaged` becomes true where it
 * is not NULL; a part that is not there is a diagnostic as well.
 *
 * Fails: CLAUSARY_ELIMIT too big or too deep.
 */
clausary_status clausary_docx_parse(clausary_docx *docx, const char *part,
                                    clausary_xml_events events, bool *damaged);

/* docx_styles.c */

/** Read the styles part. Fails: CLAUSARY_ELIMIT. */
clausary_status clausary_docx_read_styles(clausary_docx *docx);

/** Take one element inside w:rPr. */
void clausary_docx_run_property(const clausary_docx_styles *styles, clausary_docx_run *run,
                                uint32_t name, const clausary_xml_attributes *attributes);

/** Take one element inside w:pPr. */
void clausary_docx_paragraph_property(const clausary_docx_styles *styles,
                                      clausary_docx_properties *properties, uint32_t name,
                                      const clausary_xml_attributes *attributes);

/** Index of a style, or CLAUSARY_NONE. */
uint32_t clausary_docx_find_style(const clausary_docx_styles *styles, clausary_slice id);

/** The style of a paragraph; NULL where the document has none at all. */
const clausary_docx_style *clausary_docx_style_of(const clausary_docx_styles *styles,
                                                  const clausary_docx_properties *properties);

/** Nothing set. */
clausary_docx_run clausary_docx_plain_run(void);
clausary_docx_properties clausary_docx_plain_properties(void);

/* docx_numbering.c */

/** Read the numbering part, after the styles. Fails: CLAUSARY_ELIMIT. */
clausary_status clausary_docx_read_numbering(clausary_docx *docx);

void clausary_docx_numbering_finish(clausary_docx_numbering *numbering);

/* docx_label.c */

/** The printed label of a numbered paragraph. */
typedef struct clausary_docx_label {
	bool listed; /* the paragraph is in a list, even where no label is printed */
	bool bullet;
	uint32_t level; /* from 0 */
} clausary_docx_label;

/** Count a paragraph in its list and add the label it prints to `to`. */
clausary_docx_label clausary_docx_count(clausary_docx *docx, clausary_docx_story story,
                                        const clausary_docx_properties *properties,
                                        clausary_buffer *to);

/* docx_number.c */

/** Add `number` in a format of ISO/IEC 29500-1, 17.18.59. Returns false where decimal was taken
 * instead. */
bool clausary_docx_add_number(clausary_buffer *to, clausary_slice format, int32_t number);

/* docx_symbol.c */

typedef enum clausary_docx_font {
	CLAUSARY_DOCX_FONT_TEXT,
	CLAUSARY_DOCX_FONT_SYMBOL,
	CLAUSARY_DOCX_FONT_WINGDINGS,
	CLAUSARY_DOCX_FONT_DINGBATS /* other pictures: nothing that reads as text */
} clausary_docx_font;

/** The kind of font that a name says. */
clausary_docx_font clausary_docx_font_of(clausary_slice name);

/** The Unicode character for a code of a symbol font, with or without 0xF000; 0 where there is
 * none. */
uint32_t clausary_docx_symbol(clausary_docx_font font, uint32_t code);

/** Add text that stands in a symbol font. */
void clausary_docx_add_symbols(clausary_buffer *to, clausary_docx_font font, clausary_slice text);

/* docx_notes.c */

/** Read both note parts and how they are numbered. Fails: CLAUSARY_ELIMIT. */
clausary_status clausary_docx_read_notes(clausary_docx *docx);

void clausary_docx_notes_finish(clausary_docx_notes *notes);

/** Push a finished paragraph. */
void clausary_docx_push(clausary_docx *docx, const clausary_docx_record *record);

/** Push the note that a call stands for; `line` is the place of the call. */
void clausary_docx_push_note(clausary_docx *docx, const clausary_docx_call *call, uint32_t line);

/* docx_body.c */

/** Read the main part into the builder. Fails: CLAUSARY_EFORMAT nothing readable, CLAUSARY_ELIMIT.
 */
clausary_status clausary_docx_read_main(clausary_docx *docx);

/** Read a part of notes into `notes`. Fails: CLAUSARY_ELIMIT. */
clausary_status clausary_docx_read_note_bodies(clausary_docx *docx, const char *part,
                                               bool endnotes);

#endif
