/* clausary_group_versions: which documents are language versions of one. */
#include "align/alignment.h"

#include <stdlib.h>

/* Number and year are the same in every language; the place where it was adopted is not. */
static void
read_numbers(clausary_buffer *to, clausary_slice identifier)
{
	bool open = false;
	for (size_t i = 0; i < identifier.size; i++) {
		bool digit = clausary_ascii_is_digit(identifier.data[i]);
		if (digit && !open && to->size)
			clausary_buffer_add_byte(to, ' ');
		if (digit)
			clausary_buffer_add_byte(to, identifier.data[i]);
		open = digit;
	}
}

static bool
same_language(const clausary_document *a, const clausary_document *b)
{
	return strcmp(a->language, b->language) == 0;
}

static bool
are_versions(const clausary_document *a, const clausary_document *b)
{
	clausary_buffer left = {0}, right = {0};
	read_numbers(&left, clausary_document_identifier(a));
	read_numbers(&right, clausary_document_identifier(b));
	bool same = left.size && !same_language(a, b)
	            && clausary_slice_equal(clausary_buffer_slice(&left),
	                                    clausary_buffer_slice(&right));
	clausary_buffer_finish(&left);
	clausary_buffer_finish(&right);
	return same;
}

clausary_status
clausary_group_versions(clausary_context *context, const clausary_findings *const *findings,
                        size_t count, uint32_t *groups)
{
	uint32_t group_count = 0;
	(void)context;
	for (size_t i = 0; i < count; i++) {
		groups[i] = CLAUSARY_NONE;
		for (size_t j = 0; j < i && groups[i] == CLAUSARY_NONE; j++)
			if (are_versions(findings[i]->document, findings[j]->document))
				groups[i] = groups[j];
		for (size_t j = 0; j < i && groups[i] != CLAUSARY_NONE; j++)
			if (groups[j] == groups[i]
			    && same_language(findings[i]->document, findings[j]->document))
				groups[i] = CLAUSARY_NONE;
		if (groups[i] == CLAUSARY_NONE)
			groups[i] = group_count++;
	}
	return CLAUSARY_OK;
}
