/* Only libxml2's SAX2 parser over a file, as the measure that `clausary validate` is compared with:
 * it counts the elements and does nothing else. */
#include <errno.h>
#include <fcntl.h>
#include <libxml/parser.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static void
on_start(void *payload, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
         int space_count, const xmlChar **spaces, int count, int defaulted, const xmlChar **items)
{
	size_t *elements = payload;
	(void)name, (void)prefix, (void)uri, (void)space_count, (void)spaces, (void)count;
	(void)defaulted, (void)items;
	++*elements;
}

static void
on_end(void *payload, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
	(void)payload, (void)name, (void)prefix, (void)uri;
}

static void
on_text(void *payload, const xmlChar *text, int size)
{
	(void)payload, (void)text, (void)size;
}

static int
on_read(void *payload, char *to, int size)
{
	return (int)read(*(int *)payload, to, (size_t)size);
}

int
main(int argc, char **argv)
{
	size_t elements = 0;
	int file = argc == 2 ? open(argv[1], O_RDONLY) : -1;
	xmlSAXHandler handler = {.initialized = XML_SAX2_MAGIC,
	                         .startElementNs = on_start,
	                         .endElementNs = on_end,
	                         .characters = on_text};
	if (file < 0) {
		fprintf(stderr, "clausary-parse FILE: %s\n",
		        argc == 2 ? strerror(errno) : "one file");
		return 2;
	}
	xmlParserCtxtPtr parser = xmlCreateIOParserCtxt(&handler, &elements, on_read, NULL, &file,
	                                                XML_CHAR_ENCODING_NONE);
	if (parser == NULL)
		return 2;
	xmlCtxtUseOptions(parser, XML_PARSE_NONET);
	int failed = xmlParseDocument(parser);
	printf("%zu\n", elements);
	xmlFreeParserCtxt(parser);
	close(file);
	return failed ? 1 : 0;
}
