/* Slugs by canonical decomposition (UAX #15, unicode/unorm2.h), and text that XML 1.0 allows. */
#include "termbase/key.h"

#include "base/arena.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

/* NFD of `text`, which is short, added as UTF-8. Text that cannot be normalized is added as it is.
 */
static void
decompose(clausary_buffer *to, clausary_slice text)
{
	UErrorCode status = U_ZERO_ERROR;
	int32_t length = 0, folded = 0, bytes = 0;
	int32_t room = (int32_t)text.size * 4 + 16; /* NFD grows UTF-16 by four at most */
	const UNormalizer2 *form = unorm2_getNFDInstance(&status);
	UChar *wide = clausary_memory_zeros(text.size + 1, sizeof *wide);
	UChar *result = clausary_memory_zeros((size_t)room, sizeof *result);
	u_strFromUTF8WithSub(wide, (int32_t)text.size + 1, &length, text.data, (int32_t)text.size,
	                     0xfffd, NULL, &status);
	folded = unorm2_normalize(form, wide, length, result, room, &status);
	clausary_buffer_reserve(to, (size_t)(folded > 0 ? folded : 0) * 3 + 1);
	u_strToUTF8(to->data + to->size, (int32_t)(to->capacity - to->size), &bytes, result, folded,
	            &status);
	if (U_SUCCESS(status))
		to->size += (size_t)bytes;
	else
		clausary_buffer_add(to, text);
	free(wide);
	free(result);
}

static bool
is_ascii(clausary_slice text)
{
	for (size_t i = 0; i < text.size; i++)
		if ((unsigned char)text.data[i] >= 0x80)
			return false;
	return true;
}

void
clausary_key_slug(clausary_buffer *to, clausary_slice text, size_t limit)
{
	clausary_buffer wide = {0};
	size_t start = to->size;
	bool gap = false;
	if (text.size > limit * 4)
		text.size = limit * 4;
	if (!is_ascii(text)) {
		decompose(&wide, text);
		text = clausary_buffer_slice(&wide);
	}
	for (size_t i = 0; i < text.size && to->size - start < limit; i++) {
		char c = text.data[i];
		if ((unsigned char)c >= 0xcc && (unsigned char)c <= 0xcd && i + 1 < text.size) {
			i++; /* U+0300 to U+037F: combining marks, nearly all */
		} else if (clausary_ascii_is_letter(c) || clausary_ascii_is_digit(c)
		           || (c == '.' && to->size > start)) {
			if (gap && to->size > start)
				clausary_buffer_add_byte(to, '-');
			clausary_buffer_add_byte(to, c);
			gap = false;
		} else {
			gap = true;
		}
	}
	while (to->size > start && (to->data[to->size - 1] == '.' || to->data[to->size - 1] == '-'))
		to->size--;
	clausary_buffer_finish(&wide);
}

/* The bytes of the character at the start of well-formed `text` if XML 1.0 has it not (production
 * 2, Char: controls, U+FFFE, U+FFFF), else 0. */
static size_t
not_in_xml(clausary_slice text)
{
	const unsigned char *b = (const unsigned char *)text.data;
	if (b[0] >= 0x20 && b[0] < 0x7f)
		return 0;
	if (b[0] < 0x80)
		return (b[0] < 0x20 && !clausary_ascii_is_blank((char)b[0])) || b[0] == 0x7f;
	return text.size >= 3 && b[0] == 0xef && b[1] == 0xbf && b[2] >= 0xbe ? 3 : 0;
}

static void
clean_line(clausary_buffer *to, clausary_slice line)
{
	size_t start = 0;
	clausary_buffer kept = {0};
	for (size_t at = 0; at < line.size;) {
		size_t dropped = not_in_xml(clausary_slice_part(line, at, line.size));
		if (dropped) {
			clausary_buffer_add(&kept, clausary_slice_part(line, start, at));
			start = at + dropped;
		}
		at += dropped ? dropped : 1;
	}
	if (start) {
		clausary_buffer_add(&kept, clausary_slice_part(line, start, line.size));
		line = clausary_buffer_slice(&kept);
	}
	clausary_buffer_add_folded(to, line);
	clausary_buffer_finish(&kept);
}

void
clausary_key_clean(clausary_buffer *to, clausary_slice text, bool lines)
{
	size_t start = to->size;
	while (lines && text.size) {
		const char *end = memchr(text.data, '\n', text.size);
		if (end == NULL)
			break;
		size_t size = (size_t)(end - text.data), before = to->size;
		if (to->size > start)
			clausary_buffer_add_byte(to, '\n');
		size_t after = to->size;
		clean_line(to, clausary_slice_part(text, 0, size));
		if (to->size == after)
			to->size = before;
		text = clausary_slice_part(text, size + 1, text.size);
	}
	size_t before = to->size;
	if (to->size > start)
		clausary_buffer_add_byte(to, '\n');
	size_t after = to->size;
	clean_line(to, text);
	if (to->size == after)
		to->size = before;
}

bool
clausary_key_is_id(clausary_slice id)
{
	for (size_t i = 0; i < id.size; i++) {
		char c = id.data[i];
		bool first = clausary_ascii_is_letter(c) || c == '_';
		bool later = clausary_ascii_is_digit(c) || c == '.' || c == '-';
		if (!first && (i == 0 || !later))
			return false;
	}
	return id.size > 0;
}

static size_t
digits_at(clausary_slice text, size_t at)
{
	size_t end = at;
	while (end < text.size && clausary_ascii_is_digit(text.data[end]))
		end++;
	return end;
}

/* Where two ids stop to be the same, or the first digit of the number that they stop in: ids of
 * a file mostly begin alike, and all of that need not be looked at digit by digit. */
static size_t
same_start(clausary_slice a, clausary_slice b)
{
	size_t least = a.size < b.size ? a.size : b.size, at = 0;
	uint64_t left, right;
	for (; at + sizeof left <= least; at += sizeof left) {
		memcpy(&left, a.data + at, sizeof left);
		memcpy(&right, b.data + at, sizeof right);
		if (left != right)
			break;
	}
	while (at < least && a.data[at] == b.data[at])
		at++;
	bool in_number = (at < a.size && clausary_ascii_is_digit(a.data[at]))
	                 || (at < b.size && clausary_ascii_is_digit(b.data[at]));
	while (in_number && at > 0 && clausary_ascii_is_digit(a.data[at - 1]))
		at--;
	return at;
}

int
clausary_key_order_ids(clausary_slice a, clausary_slice b)
{
	size_t i = same_start(a, b), j = i;
	while (i < a.size && j < b.size) {
		size_t left = digits_at(a, i), right = digits_at(b, j);
		if (left > i && right > j) {
			while (i + 1 < left && a.data[i] == '0')
				i++;
			while (j + 1 < right && b.data[j] == '0')
				j++;
			if (left - i != right - j)
				return left - i < right - j ? -1 : 1;
			int order = memcmp(a.data + i, b.data + j, left - i);
			if (order)
				return order;
			i = left;
			j = right;
		} else if (a.data[i] != b.data[j]) {
			return (unsigned char)a.data[i] - (unsigned char)b.data[j];
		} else {
			i++;
			j++;
		}
	}
	int order = (a.size - i > b.size - j) - (a.size - i < b.size - j);
	return order ? order : clausary_slice_compare(a, b);
}
