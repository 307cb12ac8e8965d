/* Looking at 64 bytes: by comparing them where that tells all, as it mostly does, else by the
 * table.
 *
 * The comparisons know letters, digits, blanks and the few marks of ASCII that may stand inside of
 * words, and the letters of an alphabet that lie side by side; word_table.c has asked ICU whether
 * that is what it does with them (`usual_ascii`, `usual`), and only then are they made. The colon
 * and the at sign, in which languages differ, are looked up. The table is looked at a code point at
 * a time, and a flag of each byte of it is then gathered into bits. */
#include "language/word_window.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum { WINDOW = CLAUSARY_WORD_WINDOW };

/* The bytes `here` of the window have these flags. */
static void
set(clausary_word_window *window, uint64_t here, unsigned flags)
{
	window->join |= flags & CLAUSARY_WORD_JOIN ? here : 0;
	window->letter |= flags & CLAUSARY_WORD_LETTER ? here : 0;
	window->number |= flags & CLAUSARY_WORD_NUMBER ? here : 0;
	window->mid_letter |= flags & CLAUSARY_WORD_MID_LETTER ? here : 0;
	window->mid_number |= flags & CLAUSARY_WORD_MID_NUMBER ? here : 0;
	window->capital |= flags & CLAUSARY_WORD_CAPITAL ? here : 0;
	window->lower |= flags & CLAUSARY_WORD_LOWER ? here : 0;
	window->blank |= flags & CLAUSARY_WORD_BLANK ? here : 0;
}

#ifdef __SSE2__
typedef struct bytes_64 {
	__m128i part[4];
} bytes_64;

static inline bytes_64
load(const uint8_t *text)
{
	bytes_64 bytes;
	for (int i = 0; i < 4; i++)
		bytes.part[i] = _mm_loadu_si128((const __m128i *)(const void *)(text + 16 * i));
	return bytes;
}

/* Bit 7 - `shift` of each byte. */
static inline uint64_t
bit_of(bytes_64 bytes, int shift)
{
	uint64_t bits = 0;
	for (int i = 0; i < 4; i++)
		bits |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_slli_epi16(bytes.part[i], shift))
		        << (16 * i);
	return bits;
}

/* 0xff in the bytes from `first` to `last`. */
static inline bytes_64
in_range(bytes_64 bytes, unsigned first, unsigned last)
{
	/* the least byte becomes the least signed number */
	const __m128i least = _mm_set1_epi8((char)(first + 128));
	const __m128i bound = _mm_set1_epi8((char)(last - first + 1 - 128));
	for (int i = 0; i < 4; i++)
		bytes.part[i] = _mm_cmplt_epi8(_mm_sub_epi8(bytes.part[i], least), bound);
	return bytes;
}

/* 0xff in the bytes that are `a`. */
static inline bytes_64
equal(bytes_64 bytes, char a)
{
	for (int i = 0; i < 4; i++)
		bytes.part[i] = _mm_cmpeq_epi8(bytes.part[i], _mm_set1_epi8(a));
	return bytes;
}

static inline bytes_64
either(bytes_64 a, bytes_64 b)
{
	for (int i = 0; i < 4; i++)
		a.part[i] = _mm_or_si128(a.part[i], b.part[i]);
	return a;
}

static inline bool
any_of(bytes_64 bytes)
{
	__m128i all = _mm_or_si128(_mm_or_si128(bytes.part[0], bytes.part[1]),
	                           _mm_or_si128(bytes.part[2], bytes.part[3]));
	return _mm_movemask_epi8(all) != 0;
}

/* The classes of what is ASCII among 64 bytes. */
static void
look_at_ascii(clausary_word_window *window, const clausary_word_table *table, const uint8_t *text)
{
	bytes_64 bytes = load(text), small = bytes;
	for (int i = 0; i < 4; i++)
		small.part[i] = _mm_or_si128(bytes.part[i], _mm_set1_epi8(0x20));
	uint64_t is_small = bit_of(bytes, 2);
	window->letter = bit_of(in_range(small, 'a', 'z'), 0);
	window->number = bit_of(in_range(bytes, '0', '9'), 0);
	window->blank = bit_of(either(in_range(bytes, '\t', '\r'), equal(bytes, ' ')), 0);
	window->join = window->letter | window->number;
	window->capital = window->letter & ~is_small;
	window->lower = window->letter & is_small;
	window->mid_letter = bit_of(either(equal(bytes, '.'), equal(bytes, '\'')), 0);
	window->mid_number =
	        window->mid_letter | bit_of(either(equal(bytes, ','), equal(bytes, ';')), 0);
	bytes_64 colon = equal(bytes, ':'), at = equal(bytes, '@'), line = equal(bytes, '_');
	if (any_of(either(either(colon, at), line))) {
		set(window, bit_of(colon, 0), table->flags[':']);
		set(window, bit_of(at, 0), table->flags['@']);
		window->join |= bit_of(line, 0);
	}
	window->non_ascii = bit_of(bytes, 0);
	window->trail = window->non_ascii ? window->non_ascii & ~bit_of(bytes, 1) : 0;
}

/* The letters of an alphabet among 64 bytes: their bytes, the first and the second. */
static uint64_t
look_at_alphabet(clausary_word_window *window, const clausary_word_alphabet *alphabet,
                 bytes_64 bytes)
{
	unsigned lead = 0xc0 | alphabet->first >> 6, last = alphabet->end - 1u;
	uint64_t low = bit_of(equal(bytes, (char)lead), 0) << 1;
	uint64_t high = bit_of(equal(bytes, (char)(lead + 1)), 0) << 1;
	if ((low | high) == 0)
		return 0;
	low &= bit_of(in_range(bytes, 0x80 | (alphabet->first & 0x3f), 0xbf), 0);
	high &= bit_of(in_range(bytes, 0x80, 0x80 | (last & 0x3f)), 0);
	uint64_t letters = low | high, capitals = 0;
	letters |= letters >> 1;
	if (alphabet->cased) {
		capitals = low
		           & bit_of(in_range(bytes, 0x80 | (alphabet->first & 0x3f),
		                             0x80 | ((alphabet->small - 1u) & 0x3f)),
		                    0);
		capitals |= capitals >> 1;
		window->capital |= capitals;
		window->lower |= letters & ~capitals;
	}
	window->join |= letters;
	window->letter |= letters;
	return letters;
}

/* The same of all alphabets that are as usual. */
static uint64_t
look_at_alphabets(clausary_word_window *window, const clausary_word_table *table,
                  const uint8_t *text)
{
	uint64_t letters = 0;
	bytes_64 bytes = load(text);
	for (size_t i = 0; i < CLAUSARY_WORD_ALPHABETS; i++)
		if (table->usual[i])
			letters |= look_at_alphabet(window, &clausary_word_alphabets[i], bytes);
	return letters;
}

static inline uint64_t
gather(const uint8_t *flags, int shift)
{
	return bit_of(load(flags), shift);
}
#else
/* Bit 7 - `shift` of each byte. */
static inline uint64_t
gather(const uint8_t *flags, int shift)
{
	uint64_t bits = 0;
	for (int i = 0; i < WINDOW; i++)
		bits |= (uint64_t)((flags[i] >> (7 - shift)) & 1) << i;
	return bits;
}
#endif

/* Flags of any one code point, for each byte. Returns how many bytes. */
static size_t
look(const uint8_t *table, const uint8_t *text, size_t size, uint8_t *flags)
{
	if (text[0] < 0x80) {
		flags[0] = table[text[0]];
		return 1;
	}
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
	flags[0] = CLAUSARY_WORD_HARD;
	return 1;
}

/* The flags of the code points that begin at the bytes `todo` of the window, for each byte. */
static void
look_at_each(uint8_t flags[WINDOW + 4], const uint8_t *table, const uint8_t *text, size_t left,
             uint64_t todo)
{
	while (todo) {
		size_t at = (unsigned)__builtin_ctzll(todo);
		size_t size = look(table, text + at, left - at, flags + at);
		todo &= ~((((uint64_t)1 << size) - 1) << at);
	}
}

/* The same for code points of two bytes, most of those of many scripts: no branch, no call. */
static void
look_at_pairs(uint8_t flags[WINDOW + 4], const uint8_t *table, const uint8_t *text, uint64_t todo)
{
	for (; todo; todo &= todo - 1) {
		size_t at = (unsigned)__builtin_ctzll(todo);
		size_t c = (size_t)(text[at] & 0x1f) << 6 | (text[at + 1] & 0x3f);
		flags[at] = flags[at + 1] = c < 0x80 ? CLAUSARY_WORD_HARD : table[c];
	}
}

/* Add what flags say of each byte to what is known of the window. */
static void
add_flags(clausary_word_window *window, const uint8_t *flags)
{
	window->join |= gather(flags, 7);
	window->letter |= gather(flags, 6);
	window->number |= gather(flags, 5);
	window->mid_letter |= gather(flags, 4);
	window->mid_number |= gather(flags, 3);
	window->capital |= gather(flags, 2);
	window->lower |= gather(flags, 1);
	window->blank |= gather(flags, 0);
}

/* The same for a few: what each says goes to its place. */
static void
look_at_some(clausary_word_window *window, const clausary_word_table *table, const uint8_t *text,
             size_t left, uint64_t todo)
{
	uint8_t flags[4];
	while (todo) {
		size_t at = (unsigned)__builtin_ctzll(todo);
		size_t size = look(table->flags, text + at, left - at, flags);
		uint64_t here = (((uint64_t)1 << size) - 1) << at;
		set(window, here, flags[0]);
		todo &= ~here;
	}
}

void
clausary_word_look(clausary_word_window *window, const clausary_word_table *table,
                   const uint8_t *text, size_t at, size_t end)
{
	enum { FEW = 12 /* bytes: for more it pays to gather all flags at once */ };
	uint8_t copy[WINDOW], flags[WINDOW + 4];
	size_t left = end - at;
	const uint8_t *bytes = text += at;
	uint64_t todo = UINT64_MAX;
	window->size = left < WINDOW ? left : WINDOW;
	if (left < WINDOW) {
		bytes = memcpy(memset(copy, ' ', WINDOW), bytes, left);
		todo >>= WINDOW - left;
	}
#ifdef __SSE2__
	if (table->usual_ascii) {
		look_at_ascii(window, table, bytes);
		if (window->non_ascii == 0)
			return;
		todo = window->non_ascii & ~look_at_alphabets(window, table, bytes);
	} else
#endif
		*window = (clausary_word_window){.size = window->size,
		                                 .blank = ~todo,
		                                 .non_ascii = gather(bytes, 0),
		                                 .trail = gather(bytes, 0) & ~gather(bytes, 1)};
	if (__builtin_popcountll(todo) <= FEW) {
		look_at_some(window, table, text, left, todo);
	} else {
		uint64_t pairs = todo & ~window->trail & ~gather(bytes, 2) & window->trail >> 1;
		memset(flags, 0, sizeof flags);
		look_at_pairs(flags, table->flags, bytes, pairs);
		look_at_each(flags, table->flags, text, left, todo & ~(pairs | pairs << 1));
		add_flags(window, flags);
	}
	/* a code point that the window cuts is left out */
	while (window->size < left && window->non_ascii >> (window->size - 1) & 1
	       && (text[window->size] & 0xc0) == 0x80)
		window->size--;
}
