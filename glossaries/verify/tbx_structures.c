/* The structure of TBX, kind by kind: what ISO 30042 and, for the old TBX-Min, its makers say an
 * element holds. The notation is read by tbx_grammar.c. */
#include "verify/tbx_grammar.h"

#define COMMON_ATTRIBUTES                                                                          \
	"@id : id=ID", "@language : id=ID xml:lang=LANGUAGE",                                      \
	        "@meta : id=ID xml:lang=LANGUAGE target=IDREF datatype"

/* ISO 30042:2019, clause 6 and annex A. */
static const char *const VERSION_3[] = {
        COMMON_ATTRIBUTES,
        "%auxiliary : admin adminGrp descrip descripGrp note ref transacGrp xref",
        "%link : admin adminGrp note ref transacGrp xref",
        "%text : #text (ec | foreign | hi | ph | sc)*",
        "tbx xml:lang!=LANGUAGE type! style!=dca|dct : tbxHeader text",
        "tbxHeader @id : fileDesc encodingDesc? revisionDesc?",
        "fileDesc @id : publicationStmt? titleStmt? sourceDesc",
        "publicationStmt @id : p+",
        "titleStmt @language : title note*",
        "title @language : #text",
        "sourceDesc @language : p+",
        "encodingDesc @id : p+",
        "revisionDesc @language : change+",
        "change @language : p+",
        "p @language type : %text",
        "text @id : body? back?",
        "body @id : conceptEntry+",
        "conceptEntry id!=ID : %auxiliary* langSec+",
        "langSec xml:lang!=LANGUAGE : %auxiliary* termSec+",
        "termSec @id : term (termNote | termNoteGrp)* %auxiliary*",
        "term @id : #text hi*",
        "termNote type! @meta : %text",
        "termNoteGrp @id : termNote %link*",
        "admin type! @meta : %text",
        "adminGrp @id : admin (adminNote | note | ref | xref)*",
        "adminNote type! @meta : #text",
        "descrip type! @meta : %text",
        "descripGrp @id : descrip (admin | adminGrp | descripNote | note | ref | transacGrp | "
        "xref)*",
        "descripNote type! @meta : #text",
        "note @language : %text",
        "ref type! @meta : #text",
        "xref @id target!=URI type! : #text",
        "transac type! @meta : #text",
        "transacGrp @id : transac (date | note | ref | transacNote | xref)*",
        "transacNote type! @meta : #text",
        "date @id : #date",
        "back @id : refObjectSec*",
        "refObjectSec @id type! : refObject+",
        "refObject @id : (itemSet | itemGrp | item)+",
        "itemSet @id type : (itemGrp | item)+",
        "itemGrp @id : item %link*",
        "item @id type : %text",
        "hi target=IDREF type=entailedTerm|hotkey|italics|bold|superscript|subscript|math : #text",
        "foreign @language : %text",
        "ph type :",
        "sc id!=ID isolated=yes|no :",
        "ec id=ID startRef=IDREF isolated=yes|no disp equiv subtype target "
        "type=fmt|ui|quote|link|image|other :",
        NULL};

/* What both grammars of ISO 30042:2008 share. A language is not looked at there: files of that time
 * have tags of all kinds. */
#define VERSION_2_HEAD                                                                             \
	"@id : id=ID", "@language : id=ID xml:lang",                                               \
	        "@meta : type! id=ID xml:lang target=IDREF datatype",                              \
	        "%text : #text (hi | foreign | bpt | ept | ph)*",                                  \
	        "martif type! xml:lang! : martifHeader text",                                      \
	        "martifHeader @id : fileDesc encodingDesc? revisionDesc?",                         \
	        "fileDesc @id : titleStmt? publicationStmt? sourceDesc+",                          \
	        "titleStmt @language : title note*", "title @language : #text",                    \
	        "publicationStmt @id : p+", "sourceDesc @language : p+", "encodingDesc @id : p+",  \
	        "revisionDesc @language : change+", "change @language : p+",                       \
	        "text @id : body back?", "body @id : termEntry+",                                  \
	        "termEntry @id : %auxiliary* langSet+", "tig @id : term termNote* %auxiliary*",    \
	        "term @id : #text hi*", "termNote @meta : %text", "admin @meta : %text",           \
	        "descrip @meta : %text", "note @language : %text", "ref @meta : #text",            \
	        "transac @meta : #text", "transacNote @meta : #text", "back @id : refObjectList*", \
	        "refObjectList @id type! : refObject+", "item @id type : %text",                   \
	        "foreign @language : %text", "bpt i type : #text", "ept i : #text",                \
	        "ph type : #text"

/* ISO 30042:2008, annex A: the core structure, for dialects that are described elsewhere. */
static const char *const VERSION_2[] = {
        VERSION_2_HEAD,
        "%auxiliary : descrip descripGrp admin adminGrp transacGrp note ref xref",
        "%link : admin adminGrp transacGrp note ref xref",
        "p @language type=DCSName|XCSURI|XCSContent : %text",
        "langSet id=ID xml:lang! : %auxiliary* (tig | ntig)+",
        "ntig @id : termGrp %auxiliary*",
        "termGrp @id : term (termNote | termNoteGrp)* termCompList*",
        "termNoteGrp @id : termNote %link*",
        "termCompList @id type! : %auxiliary* (termComp | termCompGrp)+",
        "termCompGrp @id : termComp (termNote | termNoteGrp)* %link*",
        "termComp @language : #text",
        "adminGrp @id : admin (adminNote | note | ref | xref)*",
        "adminNote @meta : #text",
        "descripGrp @id : descrip (descripNote | admin | adminGrp | transacGrp | note | ref | "
        "xref)*",
        "descripNote @meta : #text",
        "transacGrp @id : transac (transacNote | date | note | ref | xref)*",
        "date @id : #text",
        "xref @id type target!=URI : #text",
        "refObject @id : (itemSet | itemGrp | item)+",
        "itemSet @id type : (item | itemGrp)+",
        "itemGrp @id : item %link*",
        "hi type target=IDREF xml:lang : #text",
        NULL};

/* TBX-Basic of 2008: `tig` only, and fewer groups. */
static const char *const VERSION_2_BASIC[] = {
        VERSION_2_HEAD,
        "%auxiliary : descrip descripGrp admin transacGrp note ref xref",
        "p @language type=XCSURI : %text",
        "langSet xml:lang! : %auxiliary* tig+",
        "descripGrp @id : descrip admin*",
        "transacGrp @id : transac (transacNote | date)*",
        "date @id : #date",
        "xref @id type! target! : #text",
        "refObject @id : item+",
        "hi target=IDREF xml:lang "
        "type=entailedTerm|hotkey|italics|bold|superscript|subscript|math : #text",
        NULL};

/* TBX-Min of 2013 to 2017, before it was a dialect of TBX; `&`: in any order. */
static const char *const MIN_OLD[] = {
        "TBX dialect!=TBX-Min : header body",
        "header : & id languages dateCreated? creator? license? description? directionality?",
        "id : #text",
        "languages source! target! :",
        "dateCreated : #date",
        "creator : #text",
        "license : #text",
        "description : #text",
        "directionality : #bidirectional|monodirectional",
        "body : termEntry+",
        "termEntry id!=ID : & subjectField? langSet+",
        "subjectField : #text",
        "langSet xml:lang! : tig+",
        "tig : & term noteGrp* termStatus? customer? partOfSpeech?",
        "term : #text",
        "noteGrp : note*",
        "note : & noteKey? noteValue",
        "noteKey : #text",
        "noteValue : #text",
        "termStatus : #admitted|preferred|notRecommended|obsolete",
        "customer : #text",
        "partOfSpeech : #noun|properNoun|verb|adjective|adverb|other",
        NULL};

const clausary_tbx_structure CLAUSARY_TBX_STRUCTURES[CLAUSARY_TBX_KINDS] = {
        [CLAUSARY_TBX_3] = {"TBX v3", "tbx", "urn:iso:std:iso:30042:ed-2", VERSION_3},
        [CLAUSARY_TBX_2] = {"TBX v2", "martif", "", VERSION_2},
        [CLAUSARY_TBX_2_BASIC] = {"TBX-Basic v2", "martif", "", VERSION_2_BASIC},
        [CLAUSARY_TBX_MIN_OLD] = {"TBX-Min of 2013", "TBX", "", MIN_OLD},
};
