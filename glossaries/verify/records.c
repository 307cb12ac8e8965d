/* Blocks of strings. A place is the number of a block and a byte in it; there stand the number of
 * the string, four bytes, its size, seven bits in each byte, and the string. */
#include "verify/records.h"

enum {
	BLOCK_BITS = 21,
	BLOCK = 1 << BLOCK_BITS, /* bytes */
	FIRST_BLOCK = 1 << 16,
	MOST_BLOCKS = (1 << (32 - BLOCK_BITS)) - 1,
	LONGEST_HEAD = 7,
	LONGEST = BLOCK - LONGEST_HEAD
};

/* A block for `size` bytes: the first ones are small, as most files are. */
static bool
add_block(clausary_records *records, size_t size)
{
	size_t count = records->blocks.count;
	if (count == MOST_BLOCKS)
		return false;
	records->size = count < 4 ? (size_t)FIRST_BLOCK << count : BLOCK;
	if (records->size < size)
		records->size = BLOCK;
	records->used = 0;
	clausary_array_push(&records->blocks, clausary_memory_resize(NULL, records->size));
	return true;
}

uint32_t
clausary_records_add(clausary_records *records, clausary_slice head, clausary_slice tail,
                     uint32_t number)
{
	size_t size = head.size + tail.size;
	if (size > LONGEST)
		return CLAUSARY_NONE;
	if (records->used + LONGEST_HEAD + size > records->size
	    && !add_block(records, LONGEST_HEAD + size))
		return CLAUSARY_NONE;
	size_t block = records->blocks.count - 1, at = records->used;
	char *to = records->blocks.items[block] + at;
	memcpy(to, &number, sizeof number);
	to += sizeof number;
	for (; size >= 0x80; size >>= 7)
		*to++ = (char)(size | 0x80);
	*to++ = (char)size;
	if (head.size)
		to = (char *)memcpy(to, head.data, head.size) + head.size;
	if (tail.size)
		to = (char *)memcpy(to, tail.data, tail.size) + tail.size;
	records->used = (size_t)(to - records->blocks.items[block]);
	return (uint32_t)(block << BLOCK_BITS | at);
}

void
clausary_records_drop(clausary_records *records, uint32_t place)
{
	uint32_t number;
	size_t block = place >> BLOCK_BITS;
	clausary_slice text = clausary_records_at(records, place, &number);
	if (block + 1 == records->blocks.count
	    && text.data + text.size == records->blocks.items[block] + records->used)
		records->used = place & (BLOCK - 1);
}

clausary_slice
clausary_records_at(const clausary_records *records, uint32_t place, uint32_t *number)
{
	const char *at = records->blocks.items[place >> BLOCK_BITS] + (place & (BLOCK - 1));
	memcpy(number, at, sizeof *number);
	at += sizeof *number;
	size_t size = *at & 0x7f;
	for (unsigned shift = 7; *at++ & 0x80; shift += 7)
		size |= (size_t)(*at & 0x7f) << shift;
	return (clausary_slice){at, size};
}

void
clausary_records_finish(clausary_records *records)
{
	for (size_t i = 0; i < records->blocks.count; i++)
		free(records->blocks.items[i]);
	clausary_array_finish(&records->blocks);
}
