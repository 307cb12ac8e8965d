/* clausary_termbase_read(): the list of readers, the choice by content, and the call of one. */
#include "transfer/reader.h"

#include "transfer/markup.h"

#define CLAUSARY_TERMBASE_READER(name)                                                             \
	extern const clausary_termbase_reader clausary_termbase_reader_##name;
#include "transfer/readers.def"
#undef CLAUSARY_TERMBASE_READER

static const clausary_termbase_reader *const READERS[] = {
#define CLAUSARY_TERMBASE_READER(name) &clausary_termbase_reader_##name,
#include "transfer/readers.def"
#undef CLAUSARY_TERMBASE_READER
};

const clausary_termbase_reader *
clausary_termbase_reader_at(size_t index)
{
	return index < sizeof READERS / sizeof READERS[0] ? READERS[index] : NULL;
}

static ptrdiff_t
take(void *payload, char *to, size_t size)
{
	clausary_slice *rest = payload;
	size_t taken = rest->size < size ? rest->size : size;
	if (taken)
		memcpy(to, rest->data, taken);
	*rest = clausary_slice_part(*rest, taken, rest->size);
	return (ptrdiff_t)taken;
}

clausary_input
clausary_input_of(clausary_slice *rest)
{
	return (clausary_input){take, rest};
}

/* The input from its first byte on, although its head was read to choose a reader. */
typedef struct replay {
	const clausary_input *input;
	size_t size, at;
	char head[CLAUSARY_TERMBASE_HEAD];
} replay;

static ptrdiff_t
read_again(void *payload, char *to, size_t size)
{
	replay *from = payload;
	size_t left = from->size - from->at;
	if (left == 0)
		return from->input->read(from->input->payload, to, size);
	size_t taken = left < size ? left : size;
	memcpy(to, from->head + from->at, taken);
	from->at += taken;
	return (ptrdiff_t)taken;
}

static bool
fill_head(replay *from)
{
	while (from->size < sizeof from->head) {
		ptrdiff_t got = from->input->read(from->input->payload, from->head + from->size,
		                                  sizeof from->head - from->size);
		if (got < 0)
			return false;
		if (got == 0)
			break;
		from->size += (size_t)got;
	}
	return true;
}

/* The name of the first element: past the declaration, comments and the document type. */
static clausary_slice
root_of(clausary_slice head)
{
	size_t at = 0;
	while (at < head.size) {
		const char *open = memchr(head.data + at, '<', head.size - at);
		if (open == NULL)
			break;
		at = (size_t)(open - head.data) + 1;
		clausary_slice rest = clausary_slice_part(head, at, head.size);
		if (clausary_slice_starts(rest, CLAUSARY_SLICE("!--"))) {
			size_t end = clausary_slice_find(rest, CLAUSARY_SLICE("-->"));
			at = end == SIZE_MAX ? head.size : at + end + 3;
		} else if (rest.size && rest.data[0] != '!' && rest.data[0] != '?') {
			size_t size = 0, start = 0;
			for (; size < rest.size && !clausary_ascii_is_blank(rest.data[size])
			       && rest.data[size] != '>' && rest.data[size] != '/';
			     size++)
				if (rest.data[size] == ':')
					start = size + 1;
			return clausary_slice_part(rest, start, size);
		}
	}
	return (clausary_slice){0};
}

/* The ASCII of UTF-16: names of elements are nothing else. */
static clausary_slice
narrow(char *to, size_t size, clausary_slice head)
{
	size_t used = 0;
	for (size_t i = 0; i < head.size && used < size; i++)
		if (head.data[i] != '\0' && (unsigned char)head.data[i] < 0x80)
			to[used++] = head.data[i];
	return (clausary_slice){to, used};
}

bool
clausary_head_is_xml(clausary_slice head, const char *root)
{
	char ascii[2048];
	bool wide = head.size >= 2
	            && (head.data[0] == '\0' || head.data[1] == '\0'
	                || (unsigned char)head.data[0] >= 0xfe);
	if (wide) /* UTF-16, as MultiTerm writes it */
		head = narrow(ascii, sizeof ascii, head);
	clausary_slice found = root_of(head);
	size_t first = clausary_slice_skip_blanks(head, 0);
	if (first >= head.size || head.data[first] != '<' || found.size == 0)
		return false;
	return root == NULL || clausary_slice_equal(found, clausary_slice_of(root));
}

clausary_status
clausary_reading_fail(clausary_reading *reading, const clausary_markup_fault *fault)
{
	if (fault->status == CLAUSARY_EIO)
		return clausary_context_fail(reading->context, CLAUSARY_EIO,
		                             "it cannot be read to its end");
	return clausary_context_fail(reading->context, fault->status,
	                             "no well-formed XML: line %u, column %u: %s", fault->line,
	                             fault->column, fault->message);
}

static const clausary_termbase_reader *
choose(clausary_slice head, const char *format)
{
	const clausary_termbase_reader *best = NULL, *reader;
	unsigned most = 0;
	for (size_t i = 0; (reader = clausary_termbase_reader_at(i)); i++) {
		if (format && strcmp(format, reader->name) == 0)
			return reader;
		unsigned bid = format ? 0 : reader->bid(head);
		if (bid > most) {
			most = bid;
			best = reader;
		}
	}
	return best;
}

static clausary_status
check_end(clausary_reading *reading)
{
	const clausary_termbase *termbase = reading->filling.to;
	if (reading->filling.status != CLAUSARY_OK)
		return clausary_context_fail(reading->context, reading->filling.status,
		                             "it has more entries or languages than the limits "
		                             "CONCEPTS and LANGUAGES allow");
	if (termbase->concepts.count == 0)
		return clausary_context_fail(reading->context, CLAUSARY_EFORMAT,
		                             "it has no entry of a termbase");
	return CLAUSARY_OK;
}

clausary_status
clausary_termbase_read(clausary_termbase **out, clausary_context *context,
                       const clausary_input *input, const char *name,
                       const clausary_termbase_read_options *options)
{
	static const clausary_termbase_read_options defaults = {0};
	replay *from = clausary_memory_zeros(1, sizeof *from);
	clausary_input again = {read_again, from};
	clausary_reading reading = {.context = context,
	                            .name = name,
	                            .input = &again,
	                            .options = options ? options : &defaults};
	const clausary_termbase_reader *reader = NULL;
	clausary_status status = CLAUSARY_OK;
	from->input = input;
	*out = NULL;
	if (!fill_head(from))
		status = clausary_context_fail(context, CLAUSARY_EIO,
		                               "it cannot be read to its end");
	else if (!(reader = choose((clausary_slice){from->head, from->size},
	                           reading.options->format)))
		status = clausary_context_fail(context, CLAUSARY_EFORMAT,
		                               "no termbase that can be read: see "
		                               "`clausary list termbase-readers`");
	if (reader) {
		clausary_filling_begin(&reading.filling, context, name);
		status = reader->read(&reading);
		clausary_filling_end_concept(&reading.filling);
		if (status == CLAUSARY_OK)
			status = check_end(&reading);
		if (status == CLAUSARY_OK) {
			clausary_filling_end(&reading.filling);
			*out = reading.filling.to;
		} else {
			clausary_filling_drop(&reading.filling);
		}
	}
	free(from);
	return status;
}
