/* What bytes look like before anything is known of them: wide characters, control characters, text
 * at all. */
#include "input/encoding.h"

#include "base/utf8.h"

#include <unicode/uchar.h>
#include <unicode/utf16.h>

enum { LOOKED_AT = 65536, CHUNK = 4096 };

static const struct {
	const char *charset, *mark;
	size_t size;
} MARKS[] = {
        {"UTF-32LE", "\xff\xfe\0\0", 4}, {"UTF-32BE", "\0\0\xfe\xff", 4},
        {"UTF-16LE", "\xff\xfe", 2},     {"UTF-16BE", "\xfe\xff", 2},
        {"UTF-8", "\xef\xbb\xbf", 3},
};

/* Zero bytes by their place in a group of four. */
typedef struct zeros {
	size_t at[4], groups;
} zeros;

static zeros
count_zeros(clausary_slice bytes)
{
	zeros found = {.groups = bytes.size / 4};
	for (size_t i = 0; i < bytes.size; i++)
		found.at[i % 4] += bytes.data[i] == 0;
	return found;
}

/* How `bytes` read as UTF-16: units that no text has, and units that most texts have. */
typedef struct sense {
	size_t strange, usual, units;
} sense;

static sense
make_sense(clausary_slice bytes, bool big)
{
	sense made = {.units = bytes.size / 2};
	bool lead = false;
	for (size_t i = 0; i < made.units; i++) {
		unsigned first = (unsigned char)bytes.data[2 * i],
		         second = (unsigned char)bytes.data[2 * i + 1];
		UChar32 unit = (UChar32)(big ? first << 8 | second : second << 8 | first);
		made.strange += lead != (bool)U16_IS_TRAIL(unit);
		lead = U16_IS_LEAD(unit);
		if (!U16_IS_SURROGATE(unit))
			made.strange += unit < 9 || (unit > 13 && unit < 32) || !u_isdefined(unit);
		made.usual += unit == '\n' || (unit >= ' ' && unit < 127)
		              || (unit >= 0x3000 && unit < 0x3003) || unit == 0xff0c;
	}
	return made;
}

static bool
is_sense(sense made)
{
	return made.strange * 50 <= made.units && made.usual * 200 >= made.units && made.usual;
}

static clausary_slice
front(clausary_slice bytes)
{
	return clausary_slice_part(bytes, 0, bytes.size < LOOKED_AT ? bytes.size : LOOKED_AT);
}

static bool
is_control(unsigned char c)
{
	return (c < 32 && c != '\t' && c != '\n' && c != '\r' && c != '\f') || c == 127;
}

/* Whether a chunk has bytes over 127, and anything below a blank but tabs and line feeds, or DEL.
 * Without a branch, so that compilers make it a loop over vectors. */
static bool
look_at_chunk(const unsigned char *data, size_t size, bool *high)
{
	unsigned char all = 0, low = 0;
	for (size_t i = 0; i < size; i++) {
		unsigned char c = data[i];
		all |= c;
		low |= ((c < 32) & (c != '\t') & (c != '\n')) | (c == 127);
	}
	*high |= all >> 7;
	return low;
}

clausary_survey
clausary_survey_bytes(clausary_slice bytes)
{
	clausary_survey survey = {0};
	for (size_t start = 0; start < bytes.size; start += CHUNK) {
		size_t end = bytes.size - start < CHUNK ? bytes.size : start + CHUNK;
		const unsigned char *data = (const unsigned char *)bytes.data;
		bool low = look_at_chunk(data + start, end - start, &survey.high);
		if (survey.well_formed >= start)
			survey.well_formed =
			        clausary_utf8_check_part(bytes, survey.well_formed, end);
		if (!low)
			continue;
		for (size_t i = start; i < end; i++) {
			survey.carriage |= data[i] == '\r';
			survey.page |= data[i] == '\f';
			if (is_control(data[i]) && survey.controls++ == 0)
				survey.first_control = i;
		}
	}
	return survey;
}

/* Whether these are rather characters of one byte with a few zeros among them: in UTF-16 every
 * other byte is zero or, in scripts beyond Latin, many bytes have the values of control characters.
 */
static bool
is_narrow(clausary_slice bytes, const zeros *z)
{
	size_t zero = z->at[0] + z->at[1] + z->at[2] + z->at[3];
	size_t controls = clausary_survey_bytes(bytes).controls;
	return zero * 4 < bytes.size && (controls - zero) * 40 < bytes.size;
}

static const char *
by_zeros(clausary_slice bytes)
{
	zeros z = count_zeros(bytes);
	bool whole = z.groups && bytes.size % 4 == 0;
	if (whole && z.at[2] == z.groups && z.at[3] == z.groups && !z.at[0])
		return "UTF-32LE";
	if (whole && z.at[0] == z.groups && z.at[1] == z.groups && !z.at[3])
		return "UTF-32BE";
	if (is_narrow(bytes, &z))
		return NULL;
	sense little = make_sense(bytes, false), big = make_sense(bytes, true);
	if (is_sense(little) && little.usual > big.usual)
		return "UTF-16LE";
	return is_sense(big) && big.usual > little.usual ? "UTF-16BE" : NULL;
}

const char *
clausary_wide_charset(clausary_slice bytes, size_t *mark)
{
	clausary_slice head = front(bytes);
	*mark = 0;
	for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++)
		if (clausary_slice_starts(bytes, (clausary_slice){MARKS[i].mark, MARKS[i].size})) {
			*mark = MARKS[i].size;
			return MARKS[i].charset;
		}
	return head.size && memchr(head.data, 0, head.size) ? by_zeros(head) : NULL;
}

bool
clausary_looks_like_text(clausary_slice bytes)
{
	clausary_slice head = front(bytes);
	size_t mark, zero = 0;
	if (clausary_wide_charset(bytes, &mark))
		return true;
	for (const char *at = head.data; head.size && at < head.data + head.size; at++) {
		at = memchr(at, 0, (size_t)(head.data + head.size - at));
		if (at == NULL)
			break;
		zero++;
	}
	return zero * 200 <= head.size && clausary_survey_bytes(head).controls * 50 <= head.size;
}
