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
#include "language/word_window.h"

enum { WINDOW = CLAUSARY_WORD_WINDOW };

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

/* Every token of a window at once: the bytes of all, and the last byte of each. */
typedef struct extents {
	uint64_t inside, ends;
} extents;

/* Marks the last byte of each token that has a byte of `some`. In a sum, a bit at its place in a
 * token meets ones up to the last byte but one: what is carried on arrives at the last. */
static inline uint64_t
any(extents tokens, uint64_t some)
{
	uint64_t but_last = tokens.inside & ~tokens.ends;
	return (((some & but_last) + but_last) | some) & tokens.ends;
}

/* The first byte of `some` in each token: nothing has been carried to it. */
static inline uint64_t
first_of(extents tokens, uint64_t some)
{
	uint64_t but_last = tokens.inside & ~tokens.ends;
	return some & ~((some & but_last) + but_last);
}

/* What is no trait but is one bit more of what a window tells of a token: that it has no letter. */
enum { NO_WORD = 128 };

_Static_assert(CLAUSARY_TOKEN_WORD == 0 && CLAUSARY_TOKEN_NUMBER == 1 && CLAUSARY_TOKEN_MARK == 2,
               "kinds are reckoned");

static inline uint8_t
kind_of(unsigned traits)
{
	unsigned no_word = traits / NO_WORD, digit = traits / CLAUSARY_TOKEN_DIGIT & 1;
	return (uint8_t)(no_word << (digit ^ 1));
}

/* Exchange bits of two words, as one step of turning a square of bits by its diagonal. */
static inline void
exchange(uint64_t *a, uint64_t *b, unsigned distance, uint64_t mask)
{
	uint64_t differ = ((*a >> distance) ^ *b) & mask;
	*b ^= differ;
	*a ^= differ << distance;
}

/* Eight words of which the n-th has the n-th bit of every byte of a window, into the bytes: that of
 * place p lies in word p % 8, at bit p / 8 * 8. */
static inline void
turn(uint64_t words[8])
{
	for (int i = 0; i < 8; i += 2)
		exchange(&words[i], &words[i + 1], 1, 0x5555555555555555u);
	for (int i = 0; i < 2; i++) {
		exchange(&words[i], &words[i + 2], 2, 0x3333333333333333u);
		exchange(&words[i + 4], &words[i + 6], 2, 0x3333333333333333u);
	}
	for (int i = 0; i < 4; i++)
		exchange(&words[i], &words[i + 4], 4, 0x0f0f0f0f0f0f0f0fu);
}

/* The traits of all tokens, each at the place of its last byte: words come as they like, and
 * a branch for each would cost more than all of this. */
static inline void
describe(uint64_t words[8], const clausary_word_window *window, uint64_t joined, uint64_t starts,
         extents tokens)
{
	words[0] = any(tokens, first_of(tokens, window->letter) & window->capital);
	words[1] = any(tokens, window->non_ascii);
	words[2] = any(tokens, window->number);
	words[3] = any(tokens, joined & starts);
	words[5] = any(tokens, window->capital);
	words[4] = words[5]
	           & (words[1] | words[2] | starts
	              | any(tokens, window->capital & ~starts & ~window->trail));
	words[6] = any(tokens, window->lower);
	words[7] = tokens.ends & ~any(tokens, window->letter);
	turn(words);
}

_Static_assert(CLAUSARY_TOKEN_CAPITAL_FIRST == 1 << 0 && CLAUSARY_TOKEN_NON_ASCII == 1 << 1
                       && CLAUSARY_TOKEN_DIGIT == 1 << 2 && CLAUSARY_TOKEN_JOINED == 1 << 3
                       && CLAUSARY_TOKEN_CAPITALS == 1 << 4 && CLAUSARY_TOKEN_CAPITAL == 1 << 5
                       && CLAUSARY_TOKEN_LOWER == 1 << 6 && NO_WORD == 1 << 7,
               "each trait is the word of its bit");

/* The n-th token starts at the n-th bit of `starts` and its last byte is the n-th bit of
 * `tokens.ends`; no blank stands before a byte that is `joined`. */
static void
add_tokens(clausary_word_scan *scan, const clausary_word_window *window, uint64_t joined,
           uint64_t starts, extents tokens)
{
	clausary_tokens *to = scan->to;
	uint64_t ends = tokens.ends, words[8];
	while (to->capacity - to->count < WINDOW)
		to->items = clausary_array_grow(to->items, &to->capacity, sizeof *to->items);
	clausary_token *token = to->items + to->count;
	describe(words, window, joined, starts, tokens);
	for (; starts; starts &= starts - 1, ends &= ends - 1, token++) {
		size_t at = lowest(starts), last = lowest(ends);
		unsigned traits = words[last % 8] >> (last & ~(size_t)7) & 0xff;
		*token = (clausary_token){.start = scan->at + (uint32_t)at,
		                          .size = (uint16_t)(last - at + 1),
		                          .kind = kind_of(traits),
		                          .traits = (uint8_t)(traits & ~(unsigned)NO_WORD)};
	}
	to->count = (size_t)(token - to->items);
}

/* How much of the window can be cut now: not a run that reaches its end, for it may go on. */
static size_t
complete(const clausary_word_window *window, uint64_t solid, uint64_t mid)
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
cut(clausary_word_scan *scan, const clausary_word_window *window, uint64_t solid, size_t size)
{
	uint64_t after_blank = window->blank << 1 | scan->after_blank;
	uint64_t blanks = window->blank & ~after_blank;
	uint64_t edges =
	        (solid & ~(solid << 1)) | (~solid & ~window->blank & ~window->trail) | blanks;
	uint64_t inside = ~window->blank & below(size);
	blanks &= below(size);
	if (blanks) {
		scan->safe = scan->at + (uint32_t)highest(blanks);
		scan->safe_after_blank = false;
	}
	add_tokens(scan, window, ~after_blank, edges & inside,
	           (extents){inside, (edges >> 1 | (uint64_t)1 << 63) & inside});
	scan->at += (uint32_t)size;
	scan->after_blank = window->blank >> (size - 1) & 1;
}

static uint64_t
solid_of(const clausary_word_window *window)
{
	return window->join | between(window->mid_letter, window->letter, window->trail)
	       | between(window->mid_number, window->number, window->trail);
}

/* The window holds a hard byte: cut up to the last safe place before it, then let ICU go on.
 * Or else the table has learnt what that byte starts, and the window is looked at again. */
static void
cut_hard(clausary_word_scan *scan, const clausary_word_window *window, size_t hard)
{
	uint64_t blank = window->blank & ~window->join;
	uint64_t places = blank & ~(blank << 1 | scan->after_blank) & below(hard);
	size_t through = scan->at + hard, next = through;
	uint32_t c =
	        clausary_utf8_next((clausary_slice){(const char *)scan->text, scan->end}, &next);
	if (clausary_word_table_learn(scan->table, c))
		return;
	if (places) {
		size_t size = highest(places);
		if (size)
			cut(scan, window, solid_of(window), size);
		scan->safe = scan->at;
		scan->safe_after_blank = false;
	}
	clausary_word_chunk(scan, (uint32_t)through);
}

static void
read_piece(clausary_word_scan *scan, clausary_span piece)
{
	scan->at = scan->safe = piece.start;
	scan->end = piece.end;
	scan->first = scan->to->count;
	scan->safe_after_blank = scan->after_blank;
	while (scan->at < scan->end) {
		clausary_word_window window;
		clausary_word_look(&window, scan->table, scan->text, scan->at, scan->end);
		if (window.join & window.blank) {
			cut_hard(scan, &window, lowest(window.join & window.blank));
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
