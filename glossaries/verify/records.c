/* Blocks of strings. A place is the number of a block and a byte in it. */
#include "verify/records.h"

enum {
	BLOCK_BITS = 21,
	BLOCK = 1 << BLOCK_BITS, /* bytes */
	FIRST_BLOCK = 1 << 16,
	MOST_BLOCKS = (1 << (32 - BLOCK_BITS)) - 1
};

typedef struct head {
	uint32_t number, size;
} head;

uint32_t
clausary_records_add(clausary_records *records, clausary_slice text, uint32_t number)
{
	head next = {number, (uint32_t)text.size};
	if (text.size > BLOCK - sizeof next)
		return CLAUSARY_NONE;
	if (records->used + sizeof next + text.size > records->size) {
		if (records->blocks.count == MOST_BLOCKS)
			return CLAUSARY_NONE;
		bool fits = records->blocks.count == 0 && text.size < FIRST_BLOCK - sizeof next;
		records->size = fits ? FIRST_BLOCK : BLOCK;
		records->used = 0;
		clausary_array_push(&records->blocks, clausary_memory_resize(NULL, records->size));
	}
	size_t block = records->blocks.count - 1, at = records->used;
	char *to = records->blocks.items[block] + at;
	memcpy(to, &next, sizeof next);
	if (text.size)
		memcpy(to + sizeof next, text.data, text.size);
	records->used += sizeof next + text.size;
	return (uint32_t)(block << BLOCK_BITS | at);
}

clausary_slice
clausary_records_at(const clausary_records *records, uint32_t place, uint32_t *number)
{
	const char *at = records->blocks.items[place >> BLOCK_BITS] + (place & (BLOCK - 1));
	head found;
	memcpy(&found, at, sizeof found);
	*number = found.number;
	return (clausary_slice){at + sizeof found, found.size};
}

void
clausary_records_finish(clausary_records *records)
{
	for (size_t i = 0; i < records->blocks.count; i++)
		free(records->blocks.items[i]);
	clausary_array_finish(&records->blocks);
}
