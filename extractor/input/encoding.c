/* Bytes to UTF-8. Converters and the detector of character sets are ICU's; what is already UTF-8 is
 * not copied. */
#include "input/encoding.h"

#include "base/arena.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/utf8.h>

enum { DETECTOR_READS = 8000, WEAK_CONFIDENCE = 10 };

static uint32_t
line_of(clausary_slice text, size_t at)
{
	uint32_t line = 1;
	for (size_t i = 0; i < at; i++)
		line += text.data[i] == '\n';
	return line;
}

typedef struct counted {
	size_t replaced;
	UConverterToUCallback usual;
	const void *usual_payload;
} counted;

static void U_CALLCONV
count_replaced(const void *payload, UConverterToUnicodeArgs *arguments, const char *units,
               int32_t length, UConverterCallbackReason reason, UErrorCode *error)
{
	counted *count = (counted *)(uintptr_t)payload;
	count->replaced += reason <= UCNV_IRREGULAR;
	count->usual(count->usual_payload, arguments, units, length, reason, error);
}

/* Convert piece by piece into `to`; false when ICU does not know the character set. */
static bool
convert(clausary_buffer *to, clausary_slice bytes, const char *charset, size_t *replaced)
{
	UErrorCode error = U_ZERO_ERROR;
	UConverter *from = ucnv_open(charset, &error), *utf8 = ucnv_open("UTF-8", &error);
	UChar pivot[2048], *pivot_source = pivot, *pivot_target = pivot;
	const char *source = bytes.data, *end = bytes.data + bytes.size;
	counted count = {0};
	if (U_SUCCESS(error))
		ucnv_setToUCallBack(from, count_replaced, &count, &count.usual,
		                    &count.usual_payload, &error);
	bool known = U_SUCCESS(error);
	to->size = 0;
	while (known) {
		clausary_buffer_reserve(to,
		                        (size_t)(end - source) + (size_t)(end - source) / 8 + 4096);
		char *target = to->data + to->size;
		error = U_ZERO_ERROR;
		ucnv_convertEx(utf8, from, &target, to->data + to->capacity, &source, end, pivot,
		               &pivot_source, &pivot_target, pivot + 2048, false, true, &error);
		to->size = (size_t)(target - to->data);
		if (error != U_BUFFER_OVERFLOW_ERROR)
			break;
	}
	ucnv_close(from);
	ucnv_close(utf8);
	*replaced = count.replaced;
	return known;
}

/* Sequences of UTF-8 that are whole, and bytes that belong to none; a text cut in the middle is not
 * held against it. */
static void
weigh_utf8(clausary_slice text, size_t *good, size_t *bad)
{
	size_t at = 0;
	*good = *bad = 0;
	while (at < text.size) {
		UChar32 c;
		if ((unsigned char)text.data[at] < 0x80) {
			at++;
			continue;
		}
		U8_NEXT(text.data, at, text.size, c);
		if (c >= 0)
			++*good;
		else if (at < text.size || !*good)
			++*bad;
	}
}

/* A superset where pages and files say the smaller set and mean the larger: WHATWG Encoding,
 * section 4.2. */
static const char *
meant(const char *charset)
{
	static const char *const SUPERSETS[][2] = {
	        {"ISO-8859-1", "windows-1252"},
	        {"US-ASCII", "windows-1252"},
	        {"ISO-8859-9", "windows-1254"},
	        {"GB2312", "GB18030"},
	        {"GBK", "GB18030"},
	        {"Shift_JIS", "windows-31j"},
	        {"EUC-KR", "windows-949"},
	        {"TIS-620", "windows-874"},
	        {"ISO-8859-8-I", "ISO-8859-8"},
	};
	for (size_t i = 0; i < sizeof SUPERSETS / sizeof *SUPERSETS; i++)
		if (ucnv_compareNames(charset, SUPERSETS[i][0]) == 0)
			return SUPERSETS[i][1];
	return charset;
}

/* What ICU's detector says of the bytes around the first that is not ASCII; `name` has room for 64
 * bytes. */
static int32_t
detect(clausary_slice bytes, size_t first, char *name)
{
	UErrorCode error = U_ZERO_ERROR;
	size_t start = first > DETECTOR_READS / 4 ? first - DETECTOR_READS / 4 : 0;
	size_t left = bytes.size - start;
	int32_t confidence = 0;
	UCharsetDetector *detector = ucsdet_open(&error);
	ucsdet_setText(detector, bytes.data + start,
	               (int32_t)(left < DETECTOR_READS ? left : DETECTOR_READS), &error);
	const UCharsetMatch *match = ucsdet_detect(detector, &error);
	const char *found = "windows-1252";
	if (U_SUCCESS(error) && match) {
		const char *charset = ucsdet_getName(match, &error);
		confidence = ucsdet_getConfidence(match, &error);
		bool wide = charset && strncmp(charset, "UTF-", 4) == 0;
		if (charset && !wide && confidence >= WEAK_CONFIDENCE)
			found = meant(charset);
		else
			confidence = 0;
	}
	clausary_slice cut = clausary_slice_of(found);
	memcpy(name, cut.data, cut.size < 63 ? cut.size : 63);
	name[cut.size < 63 ? cut.size : 63] = '\0';
	ucsdet_close(detector);
	return confidence;
}

typedef struct decoding {
	clausary_decoded *out;
	clausary_context *context;
	const char *name;
} decoding;

static bool
use_charset(const decoding *d, clausary_slice bytes, const char *charset)
{
	size_t replaced = 0;
	if (!convert(&d->out->owned, bytes, charset, &replaced))
		return false;
	d->out->text = clausary_buffer_slice(&d->out->owned);
	if (replaced)
		clausary_diagnose(d->context, CLAUSARY_DIAGNOSTIC_BROKEN_UTF8, d->name, 0,
		                  "%zu places are not %s; each is read as U+FFFD", replaced,
		                  charset);
	return true;
}

static void
repair(const decoding *d, clausary_slice bytes, size_t first)
{
	d->out->owned.size = 0;
	clausary_buffer_reserve(&d->out->owned, bytes.size + 16);
	size_t replaced = clausary_utf8_repair(&d->out->owned, bytes);
	d->out->text = clausary_buffer_slice(&d->out->owned);
	uint32_t line = line_of(bytes, first);
	clausary_diagnose(d->context, CLAUSARY_DIAGNOSTIC_BROKEN_UTF8, d->name, line,
	                  "%zu places are not UTF-8, the first on line %u; each is read as U+FFFD",
	                  replaced, line);
}

static void
guess(const decoding *d, clausary_slice bytes, size_t first)
{
	char charset[64];
	int32_t confidence = detect(bytes, first, charset);
	if (!use_charset(d, bytes, charset)) {
		repair(d, bytes, first);
		return;
	}
	clausary_diagnose(
	        d->context, CLAUSARY_DIAGNOSTIC_GUESSED_CHARSET, d->name, line_of(bytes, first),
	        "not UTF-8, and no character set is declared: read as %s (confidence %d of 100); "
	        "if letters look wrong, save it as UTF-8",
	        charset, (int)confidence);
}

static void
decode_narrow(const decoding *d, clausary_slice bytes, size_t first, clausary_slice declared)
{
	char charset[64] = "";
	size_t good, bad;
	if (declared.size && declared.size < sizeof charset) {
		memcpy(charset, declared.data, declared.size);
		charset[declared.size] = '\0';
	}
	weigh_utf8(bytes, &good, &bad);
	if (good > 2 * bad || clausary_slice_equal_ascii(declared, CLAUSARY_SLICE("UTF-8")))
		repair(d, bytes, first);
	else if (!charset[0] || clausary_slice_starts(declared, CLAUSARY_SLICE("UTF-"))
	         || !use_charset(d, bytes, meant(charset)))
		guess(d, bytes, first);
}

static void
decode(const decoding *d, clausary_slice bytes, clausary_slice declared)
{
	size_t mark, first = d->out->survey.well_formed;
	const char *wide = clausary_wide_charset(bytes, &mark);
	if (wide && strcmp(wide, "UTF-8") != 0) {
		if (!mark)
			clausary_diagnose(
			        d->context, CLAUSARY_DIAGNOSTIC_GUESSED_CHARSET, d->name, 1,
			        "no byte order mark: read as %s, from the places of its zero bytes",
			        wide);
		use_charset(d, clausary_slice_part(bytes, mark, bytes.size), wide);
	} else if (first < bytes.size) {
		if (wide)
			repair(d, bytes, first);
		else
			decode_narrow(d, bytes, first, declared);
	}
}

void
clausary_decode(clausary_decoded *out, clausary_context *context, const char *name,
                clausary_slice bytes, clausary_slice declared)
{
	*out = (clausary_decoded){.text = bytes, .survey = clausary_survey_bytes(bytes)};
	if (out->survey.high || out->survey.controls)
		decode(&(decoding){out, context, name}, bytes, declared);
	if (out->text.data != bytes.data)
		out->survey = clausary_survey_bytes(out->text);
	size_t first = out->survey.first_control;
	if (out->survey.controls)
		clausary_diagnose(context, CLAUSARY_DIAGNOSTIC_CONTROL_CHARACTERS, name,
		                  line_of(out->text, first),
		                  "%zu control characters, the first U+%04X; they stay in the text",
		                  out->survey.controls,
		                  (unsigned)(unsigned char)out->text.data[first]);
}

void
clausary_decoded_finish(clausary_decoded *decoded)
{
	clausary_buffer_finish(&decoded->owned);
	decoded->text = CLAUSARY_SLICE("");
}
