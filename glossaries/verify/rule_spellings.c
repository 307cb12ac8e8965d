/* T03: a term is spelled otherwise than it is defined: with letters that some writers exchange, as
 * Cyrillic io and Arabic alef with hamza, or that the language allows in two ways. */
#include "verify/writing.h"

static bool
believes(const clausary_index *index, const clausary_written_term *term,
         const clausary_written_place *place)
{
	(void)index, (void)term, (void)place;
	return true;
}

static void
look(clausary_checking *check, const clausary_index *index)
{
	clausary_written_report(check, index, CLAUSARY_WRITTEN_SPELLING, believes);
}

const clausary_rule clausary_rule_spellings = {
        .text = {.id = "T03",
	         .name = "two-spellings",
	         .title = "a term is spelled in two ways",
	         .why = "Searches for one do not find the other.",
	         .advice = "Write the term as it is defined or introduced.",
	         .source = "PerfectIt, spelling variations; Unicode Technical Standard 10",
	         .level = CLAUSARY_NOTE},
        .document = look,
};
