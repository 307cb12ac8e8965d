/* Sources, titles and documents in words. */
#include "termbase/termbase.h"

void
clausary_source_print(clausary_buffer *to, const clausary_termbase *termbase,
                      const clausary_source *source)
{
	if (source->document == CLAUSARY_NONE) {
		clausary_buffer_add(to, source->citation);
		return;
	}
	clausary_buffer_add(to, termbase->documents.items[source->document].identifier);
	if (source->clause.size) {
		clausary_buffer_add(to, CLAUSARY_SLICE(", "));
		clausary_buffer_add(to, source->clause);
	}
}

/* The version of a work that stands first in the order of the output. */
static const clausary_termbase_document *
first_of(const clausary_termbase *termbase, const clausary_termbase_work *work)
{
	const clausary_termbase_document *all = &termbase->documents.items[work->document],
	                                 *first = all;
	for (uint32_t i = 1; i < work->documents; i++)
		if (clausary_termbase_language_rank(termbase, all[i].language)
		    < clausary_termbase_language_rank(termbase, first->language))
			first = &all[i];
	return first;
}

void
clausary_termbase_print_title(clausary_buffer *to, const clausary_termbase *termbase)
{
	size_t count = termbase->works.count;
	if (termbase->title.size) {
		clausary_buffer_add(to, termbase->title);
		return;
	}
	clausary_buffer_add(to, CLAUSARY_SLICE("Glossary"));
	if (count == 0)
		return;
	clausary_buffer_add(to, CLAUSARY_SLICE(" of "));
	clausary_buffer_add(to, first_of(termbase, &termbase->works.items[0])->identifier);
	if (count > 1)
		clausary_buffer_print(to, " and %zu more document%s", count - 1,
		                      count > 2 ? "s" : "");
}
