/* clausary_show_alignment: a line for each row, then what has no counterpart. */
#include "align/alignment.h"
#include "write/sink.h"

#include <stdlib.h>

/* "0.98" */
static void
put_confidence(clausary_sink *to, float confidence)
{
	unsigned hundredths = (unsigned)(confidence * 100 + 0.5f);
	clausary_sink_number(to, hundredths / 100);
	clausary_sink_put_byte(to, '.');
	clausary_sink_number(to, hundredths / 10 % 10);
	clausary_sink_number(to, hundredths % 10);
}

/* "recalling/a = rappelant a)": the key, and the label as people read it where it says more. */
static void
put_clause(clausary_sink *to, const clausary_alignment *alignment, size_t version, uint32_t clause)
{
	const clausary_document *document = alignment->versions[version]->document;
	clausary_sink_put_byte(to, '\t');
	if (clause == CLAUSARY_NONE) {
		clausary_sink_put_byte(to, '-');
		return;
	}
	const clausary_clause *one = &document->clauses.items[clause];
	clausary_sink_put(to, one->key);
	if (one->label.size && !clausary_slice_equal(one->key, one->label)) {
		clausary_sink_literal(to, " = ");
		clausary_sink_put(to, one->label);
	}
}

static void
put_head(clausary_sink *to, const clausary_alignment *alignment)
{
	clausary_sink_literal(to, "# confidence\treason");
	for (size_t v = 0; v < alignment->version_count; v++) {
		clausary_sink_put_byte(to, '\t');
		clausary_sink_put(to,
		                  clausary_slice_of(alignment->versions[v]->document->language));
	}
	clausary_sink_put_byte(to, '\n');
}

static void
put_rows(clausary_sink *to, const clausary_alignment *alignment, bool alone)
{
	for (size_t i = 0; i < alignment->rows.count; i++) {
		const clausary_alignment_row *row = &alignment->rows.items[i];
		if ((row->count == 1) != alone)
			continue;
		put_confidence(to, row->confidence);
		clausary_sink_put_byte(to, '\t');
		clausary_sink_put(to, clausary_slice_of(row->reason));
		for (size_t v = 0; v < alignment->version_count; v++)
			put_clause(to, alignment, v, row->clauses[v]);
		clausary_sink_put_byte(to, '\n');
	}
}

clausary_status
clausary_show_alignment(clausary_context *context, const clausary_output *output,
                        const clausary_alignment *alignment)
{
	clausary_sink *to = clausary_sink_new(output);
	(void)context;
	put_head(to, alignment);
	put_rows(to, alignment, false);
	clausary_sink_literal(to, "# without a counterpart\n");
	put_rows(to, alignment, true);
	clausary_status status = clausary_sink_flush(to);
	free(to);
	return status;
}
