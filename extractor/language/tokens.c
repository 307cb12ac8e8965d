/* Words by the rules of UAX #29 as ICU tailors them: a scan by table, 64 bytes at a time, and ICU
 * itself for the chunks that hold anything the table calls hard.
 *
 * Why the cuts are ICU's. In text without hard code points only four rules join anything: letters,
 * digits and underscores to each other in every order (WB5, 8, 9, 10, 13a, 13b: JOIN); a mark
 * between two letters (WB6, 7) or between two digits (WB11, 12); CR to LF and blanks to blanks
 * (WB3, 3d), which are no tokens. All else is cut (WB3a, 3b, 999). WB3c, 4, 7a-c, 13, 15, 16 and
 * the dictionaries need a hard code point. Whether a code point follows this is asked of ICU
 * (word_table.c), not assumed.
 *
 * Why a chunk may stand alone. Nothing is joined to the first of a run of blanks from the left, no
 * rule looks across it, and after a cut every rule starts anew, so what stands before it and what
 * starts with it are cut alike together or apart. A mark after a blank belongs to the blank (WB4):
 * that is why a place is safe before blanks and not after them. A dictionary sees one segment of
 * the rules at a time, never past a blank. */
#include "language/tokens.h"

#include "base/utf8.h"
#include "language/word_chunk.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum { WINDOW = 64, STRETCH = 2048 };

/* The flags of the text from `start` on, found once and then read by windows. */
typedef struct text_stretch {
	uint32_t start, end; /* in the text; whole code points */
	bool ascii;
	uint8_t flags[STRETCH + 2 * WINDOW];
} text_stretch;

/* One bit a byte of the window. */
typedef struct text_window {
	size_t size; /* bytes that are there and whole */
	uint64_t join, letter, number, mid_letter, mid_number, blank;
	uint64_t trail; /* bytes of UTF-8 after the first of a code point */
	uint64_t non_ascii;
	const uint8_t *flags;
} text_window;

static uint64_t
below(size_t bit)
{
	return bit >= 64 ? UINT64_MAX : ((uint64_t)1 << bit) - 1;
}

static size_t
lowest(uint64_t bits)
{
	return (unsigned)__builtin_ctzll(bits);
}

static size_t
highest(uint64_t bits)
{
	return 63 - (size_t)__builtin_clzll(bits);
}

/* Bit 7 - `shift` of 64 bytes. */
#ifdef __SSE2__
static inline uint64_t
gather(const uint8_t *flags, int shift)
{
	uint64_t bits = 0;
	for (int i = 0; i < 4; i++) {
		__m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)(flags + 16 * i));
		bits |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_slli_epi16(bytes, shift))
		        << (16 * i);
	}
	return bits;
}
#else
static inline uint64_t
gather(const uint8_t *flags, int shift)
{
	uint64_t bits = 0;
	for (int i = 0; i < WINDOW; i++)
		bits |= (uint64_t)((flags[i] >> (7 - shift)) & 1) << i;
	return bits;
}
#endif

/* Flags of 16 bytes that hold code points of one or two bytes only; written without branches, for
 * the compiler to use vectors. The bytes before and after them are read too. Returns how many bytes
 * of whole code points were done, 0 where something else stands there. */
static size_t
look_short(const uint8_t *table, const uint8_t *text, uint8_t *flags)
{
	uint16_t index[16], bad = 0;
	for (int i = 0; i < 16; i++) {
		uint16_t before = text[i - 1], byte = text[i], after = text[i + 1];
		uint16_t trail = (byte & 0xc0) == 0x80 ? 0xffff : 0;
		uint16_t after_lead = (before & 0xe0) == 0xc0 ? 0xffff : 0;
		uint16_t first = (before & trail) | (byte & ~trail),
		         second = (byte & trail) | (after & ~trail);
		uint16_t two = (uint16_t)((first & 0x1f) << 6 | (second & 0x3f));
		index[i] = byte < 0x80 ? byte : two;
		bad |= (uint16_t)((trail ^ after_lead) | (byte >= 0xe0) | ((byte & 0xfe) == 0xc0));
	}
	if (bad)
		return 0;
	for (int i = 0; i < 16; i++)
		flags[i] = table[index[i]];
	return text[15] >= 0xc0 ? 15 : 16;
}

/* Flags of any one code point, for each byte. Returns how many bytes. */
static size_t
look(const uint8_t *table, const uint8_t *text, size_t size, uint8_t *flags)
{
	if (text[0] >= 0xe1 && text[0] < 0xe3 && size >= 3 && (text[1] & 0xc0) == 0x80
	    && (text[2] & 0xc0) == 0x80) {
		uint32_t c = (text[0] & 0xfu) << 12 | (text[1] & 0x3fu) << 6 | (text[2] & 0x3fu);
		uint32_t index = clausary_word_index(c);
		flags[0] = flags[1] = flags[2] =
		        index == CLAUSARY_NONE ? CLAUSARY_WORD_HARD : table[index];
		return 3;
	}
	if (text[0] >= 0xc2 && text[0] < 0xe0 && size >= 2 && (text[1] & 0xc0) == 0x80) {
		flags[0] = flags[1] = table[(text[0] & 0x1f) << 6 | (text[1] & 0x3f)];
		return 2;
	}
	flags[0] = text[0] < 0x80 ? table[text[0]] : CLAUSARY_WORD_HARD;
	return 1;
}

static bool
is_ascii(const uint8_t *text)
{
	uint64_t word;
	memcpy(&word, text, sizeof word);
	return (word & 0x8080808080808080u) == 0;
}

/* Flags from byte `at` of `text` on, where something else than ASCII stands, for some way. Returns
 * where it ends. */
static size_t
look_mixed(const uint8_t *table, const uint8_t *text, size_t at, size_t left, size_t most,
           uint8_t *flags)
{
	size_t stop = at + 64 < most ? at + 64 : most, done = 1;
	while (at < stop && done) {
		done = at > 0 && at + 17 <= left ? look_short(table, text + at, flags + at) : 0;
		at += done;
	}
	while (at < stop && !done) {
		done = text[at] >= 0xe0; /* likely it is why look_short() gave up */
		at += look(table, text + at, left - at, flags + at);
	}
	return at;
}

/* Look up the flags from byte `start` on; past the end stand blanks. */
static void
fill(text_stretch *stretch, const clausary_word_scan *scan, uint32_t start)
{
	const uint8_t *table = scan->table->flags, *text = scan->text + start;
	uint8_t *flags = stretch->flags;
	size_t at = 0, left = scan->end - start, most = left < STRETCH ? left : STRETCH;
	stretch->ascii = true;
	for (;;) {
		for (; at + 8 <= most && is_ascii(text + at); at += 8) {
			for (size_t i = at; i < at + 8; i++)
				flags[i] = table[text[i]];
		}
		for (; at < most && most - at < 8 && text[at] < 0x80; at++)
			flags[at] = table[text[at]];
		if (at >= most)
			break;
		stretch->ascii = false;
		at = look_mixed(table, text, at, left, most, flags);
	}
	stretch->start = start;
	stretch->end = start + (uint32_t)at;
	memset(flags + at, CLAUSARY_WORD_BLANK, WINDOW);
}

/* Where code points start and which are not ASCII; a code point that the window cuts is left out.
 */
static void
look_at_bytes(text_window *window, const uint8_t *text, size_t left)
{
	uint8_t copy[WINDOW];
	const uint8_t *bytes = text;
	if (left < WINDOW)
		bytes = memcpy(memset(copy, ' ', WINDOW), text, left);
	window->non_ascii = gather(bytes, 0);
	window->trail = window->non_ascii & ~gather(bytes, 1);
	while (window->size < left && window->non_ascii >> (window->size - 1) & 1
	       && (text[window->size] & 0xc0) == 0x80)
		window->size--;
}

/* The window at the scan's place. */
static void
look_at(text_window *window, text_stretch *stretch, const clausary_word_scan *scan)
{
	if (scan->at + WINDOW > stretch->end && stretch->end < scan->end)
		fill(stretch, scan, scan->at);
	const uint8_t *flags = stretch->flags + (scan->at - stretch->start);
	size_t left = stretch->end - scan->at;
	window->flags = flags;
	window->size = left < WINDOW ? left : WINDOW;
	window->join = gather(flags, 7);
	window->letter = gather(flags, 6);
	window->number = gather(flags, 5);
	window->mid_letter = gather(flags, 4);
	window->mid_number = gather(flags, 3);
	window->blank = gather(flags, 0);
	window->trail = window->non_ascii = 0;
	if (!stretch->ascii)
		look_at_bytes(window, scan->text + scan->at, left);
}

/* The bytes of marks `mid` that stand between two of `side`. */
static uint64_t
between(uint64_t mid, uint64_t side, uint64_t trail)
{
	uint64_t after = mid & ~trail & (side << 1);         /* first bytes */
	uint64_t before = mid & ~(trail >> 1) & (side >> 1); /* last bytes */
	after |= (after << 1) & trail;
	after |= (after << 1) & trail;
	before |= (before & trail) >> 1;
	before |= (before & trail) >> 1;
	return after & before & mid;
}

/* The flags of a token's bytes, all together. */
static uint8_t
together(const uint8_t *flags, size_t size)
{
	static const uint8_t ones[32] = {255, 255, 255, 255, 255, 255, 255, 255,
	                                 255, 255, 255, 255, 255, 255, 255, 255};
	uint64_t low, high, low_mask, high_mask;
	uint8_t more = 0;
	for (; size > 16; size--)
		more |= flags[size - 1];
	memcpy(&low, flags, 8);
	memcpy(&high, flags + 8, 8);
	memcpy(&low_mask, ones + 16 - size, 8);
	memcpy(&high_mask, ones + 24 - size, 8);
	low = (low & low_mask) | (high & high_mask);
	low |= low >> 32;
	low |= low >> 16;
	return (uint8_t)(low | low >> 8) | more;
}

_Static_assert(CLAUSARY_TOKEN_DIGIT == CLAUSARY_WORD_NUMBER
                       && CLAUSARY_TOKEN_LOWER == CLAUSARY_WORD_LOWER
                       && CLAUSARY_TOKEN_CAPITAL == CLAUSARY_WORD_CAPITAL,
               "flags are taken over as traits");

/* Whether the first letter is a capital where a digit or the like stands before it. */
static bool
capital_after(const uint8_t *flags)
{
	while (!(*flags & CLAUSARY_WORD_LETTER))
		flags++;
	return *flags & CLAUSARY_WORD_CAPITAL;
}

/* The n-th token starts at the n-th bit of `starts` and its last byte is the n-th bit of `ends`. */
static void
add_tokens(clausary_word_scan *scan, const text_window *window, uint64_t starts, uint64_t ends)
{
	enum { SAME = CLAUSARY_WORD_NUMBER | CLAUSARY_WORD_CAPITAL | CLAUSARY_WORD_LOWER };
	/* Two bits a kind, found by the flags for a letter and for a number; 0 is a word. */
	enum { KINDS = CLAUSARY_TOKEN_MARK | CLAUSARY_TOKEN_NUMBER << 4 };
	uint64_t loose = window->blank << 1 | scan->after_blank, non_ascii = window->non_ascii;
	clausary_tokens *to = scan->to;
	while (to->capacity - to->count < WINDOW)
		to->items = clausary_array_grow(to->items, &to->capacity, sizeof *to->items);
	clausary_token *token = to->items + to->count;
	for (; starts; starts &= starts - 1, ends &= ends - 1, token++) {
		size_t at = lowest(starts), size = lowest(ends) - at + 1;
		const uint8_t *flags = window->flags + at;
		unsigned head = flags[0], all = together(flags, size);
		unsigned traits = (all & SAME) | (head & CLAUSARY_WORD_CAPITAL) >> 5;
		traits |= (unsigned)(~loose >> at & 1) << 3;
		if ((all & CLAUSARY_WORD_CAPITAL) > (head & CLAUSARY_WORD_LETTER) << 4
		    && capital_after(flags))
			traits |= CLAUSARY_TOKEN_CAPITAL_FIRST;
		if (non_ascii && (non_ascii >> at & below(size)))
			traits |= CLAUSARY_TOKEN_NON_ASCII;
		*token = (clausary_token){
		        scan->at + (uint32_t)at, (uint16_t)size,
		        KINDS >> (all & (CLAUSARY_WORD_LETTER | CLAUSARY_WORD_NUMBER)) & 3,
		        (uint8_t)traits};
	}
	to->count = (size_t)(token - to->items);
}

/* How much of the window can be cut now: not a run that reaches its end, for it may go on. */
static size_t
complete(const text_window *window, uint64_t solid, uint64_t mid)
{
	size_t end = window->size;
	uint64_t last = (uint64_t)1 << (end - 1);
	if (mid & ~solid & last) { /* what follows it decides */
		while (window->trail >> (end - 1) & 1)
			end--;
		end--;
	} else if (!(solid & last)) {
		return end;
	}
	uint64_t open = ~solid & below(end);
	size_t start = open ? highest(open) + 1 : 0;
	return start == end ? window->size : start;
}

/* Make tokens of the first `size` bytes of the window, which need no ICU. */
static void
cut(clausary_word_scan *scan, const text_window *window, uint64_t solid, size_t size)
{
	uint64_t blanks = window->blank & ~(window->blank << 1 | scan->after_blank);
	uint64_t edges =
	        (solid & ~(solid << 1)) | (~solid & ~window->blank & ~window->trail) | blanks;
	uint64_t inside = ~window->blank & below(size);
	blanks &= below(size);
	if (blanks) {
		scan->safe = scan->at + (uint32_t)highest(blanks);
		scan->safe_after_blank = false;
	}
	add_tokens(scan, window, edges & inside, (edges >> 1 | (uint64_t)1 << 63) & inside);
	scan->at += (uint32_t)size;
	scan->after_blank = window->blank >> (size - 1) & 1;
}

static uint64_t
solid_of(const text_window *window)
{
	return window->join | between(window->mid_letter, window->letter, window->trail)
	       | between(window->mid_number, window->number, window->trail);
}

/* The window holds a hard byte: cut up to the last safe place before it, then let ICU go on.
 * Returns whether instead the table has learnt what that byte starts. */
static bool
cut_hard(clausary_word_scan *scan, const text_window *window, size_t hard)
{
	uint64_t blank = window->blank & ~window->join;
	uint64_t places = blank & ~(blank << 1 | scan->after_blank) & below(hard);
	size_t through = scan->at + hard, next = through;
	uint32_t c =
	        clausary_utf8_next((clausary_slice){(const char *)scan->text, scan->end}, &next);
	if (clausary_word_table_learn(scan->table, c))
		return true;
	if (places) {
		size_t size = highest(places);
		if (size)
			cut(scan, window, solid_of(window), size);
		scan->safe = scan->at;
		scan->safe_after_blank = false;
	}
	clausary_word_chunk(scan, (uint32_t)through);
	return false;
}

static void
read_piece(clausary_word_scan *scan, clausary_span piece)
{
	text_stretch stretch;
	scan->at = scan->safe = stretch.end = piece.start;
	scan->end = piece.end;
	scan->first = scan->to->count;
	scan->safe_after_blank = scan->after_blank;
	while (scan->at < scan->end) {
		text_window window;
		look_at(&window, &stretch, scan);
		if (window.join & window.blank) {
			if (cut_hard(scan, &window, lowest(window.join & window.blank)))
				stretch.end = scan->at;
			continue;
		}
		uint64_t solid = solid_of(&window);
		size_t size =
		        scan->at + window.size == scan->end
		                ? window.size
		                : complete(&window, solid, window.mid_letter | window.mid_number);
		if (size)
			cut(scan, &window, solid, size);
		else
			clausary_word_chunk(scan, scan->at);
	}
}

void
clausary_tokens_read(clausary_tokens *to, const clausary_document *document, clausary_span span)
{
	clausary_word_scan scan = {
	        .to = to, .text = (const uint8_t *)document->text.data, .after_blank = true};
	uint32_t at = span.start;
	scan.table = clausary_word_table_open(document->context, document->language);
	if (scan.table == NULL)
		return;
	for (size_t i = clausary_document_skip_after(document, at);
	     i < document->skips.count && document->skips.items[i].start < span.end; i++) {
		clausary_span hole = document->skips.items[i];
		if (hole.start < span.start)
			continue;
		if (hole.start > at)
			read_piece(&scan, (clausary_span){at, hole.start});
		at = hole.end < span.end ? hole.end : span.end;
	}
	if (at < span.end)
		read_piece(&scan, (clausary_span){at, span.end});
}
