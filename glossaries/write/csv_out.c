/* CSV (RFC 4180), UTF-8 without a byte order mark; records end with a line feed alone, as text
 * tools want. */
#include "write/csv_out.h"

static bool
needs_quotes(clausary_slice text)
{
	if (text.size && (text.data[0] == ' ' || text.data[text.size - 1] == ' '))
		return true;
	for (size_t i = 0; i < text.size; i++)
		if (text.data[i] == ',' || text.data[i] == '"' || text.data[i] == '\n'
		    || text.data[i] == '\r')
			return true;
	return false;
}

void
clausary_csv_field(clausary_csv *csv, clausary_slice text)
{
	if (csv->comma)
		clausary_sink_put_byte(csv->sink, ',');
	csv->comma = true;
	if (!needs_quotes(text)) {
		clausary_sink_put(csv->sink, text);
		return;
	}
	clausary_sink_put_byte(csv->sink, '"');
	for (size_t i = 0; i < text.size; i++) {
		if (text.data[i] == '"')
			clausary_sink_put_byte(csv->sink, '"');
		clausary_sink_put_byte(csv->sink, text.data[i]);
	}
	clausary_sink_put_byte(csv->sink, '"');
}

void
clausary_csv_end(clausary_csv *csv)
{
	clausary_sink_put_byte(csv->sink, '\n');
	csv->comma = false;
}

static void
row_field(void *payload, clausary_slice text)
{
	clausary_csv_field(payload, text);
}

static void
row_end(void *payload)
{
	clausary_csv_end(payload);
}

clausary_rows
clausary_csv_rows(clausary_csv *csv)
{
	return (clausary_rows){row_field, row_end, csv};
}
