/* The local names of TBX. */
#include "transfer/tbx_name.h"

#include <stddef.h>

const char *const clausary_tbx_local_names[] = {
        "conceptEntry", "termEntry",     "entry",        "langSec",      "langSet",
        "langGroup",    "termSec",       "tig",          "ntig",         "termGroup",
        "term",         "adminGrp",      "descripGrp",   "termNoteGrp",  "transacGrp",
        "termCompGrp",  "noteGrp",       "admin",        "adminNote",    "descrip",
        "descripNote",  "termNote",      "transac",      "transacNote",  "date",
        "note",         "ref",           "xref",         "termCompList", "termComp",
        "refObject",    "item",          "title",        "sourceDesc",   "p",
        "refObjectSec", "refObjectList", "termGrp",      "tbx",          "martif",
        "TBX",          "standard",      "term-sec",     "label",        "std-ref",
        "noteKey",      "noteValue",     "termStatus",   "customer",     "tbxHeader",
        "martifHeader", "header",        "encodingDesc", "fileDesc",     "titleStmt",
        "body",         "text",          "back",         NULL,
};
