/* Text for people. */
#include "write/plain_text.h"

const clausary_escape CLAUSARY_ESCAPES_HTML[] = {
        {'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}, {0}};

void
clausary_put_escaped(clausary_sink *sink, clausary_slice text, const clausary_escape *escapes)
{
	for (size_t i = 0; i < text.size; i++) {
		char c = text.data[i];
		const clausary_escape *escape = escapes;
		while (escape->text && escape->c != c)
			escape++;
		if (escape->text)
			clausary_sink_put(sink, clausary_slice_of(escape->text));
		else
			clausary_sink_put_byte(sink, (unsigned char)c < ' ' ? ' ' : c);
	}
}

clausary_slice
clausary_section_source(clausary_buffer *to, const clausary_termbase *termbase,
                        const clausary_language_section *section)
{
	const clausary_source *source = &section->place->source;
	for (uint32_t i = 0; i < section->terms.count && source->document == CLAUSARY_NONE
	                     && source->citation.size == 0;
	     i++)
		if (section->terms.items[i]->sources.count)
			source = &section->terms.items[i]->sources.items[0];
	to->size = 0;
	if (source->document != CLAUSARY_NONE || source->citation.size)
		clausary_source_print(to, termbase, source);
	return clausary_buffer_slice(to);
}
