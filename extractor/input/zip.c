/* Zip archives in memory (PKWARE's APPNOTE.TXT 6.3.10), their entries unpacked by zlib. Sizes are
 * counted as bytes come out: what the archive's directory claims about them is never believed. */
#include "input/zip.h"

#include "base/arena.h"
#include "base/array.h"
#include "base/limits.h"
#include "base/map.h"

#define ZLIB_CONST
#include <zlib.h>

enum { RATIO_FROM = 1 << 20 }; /* bytes unpacked before the ratio is looked at */

/* Sizes of records, without what varies (APPNOTE 4.3). */
enum { LOCAL_HEADER = 30, DIRECTORY_HEADER = 46, END = 22, LONG_END = 56, LONG_LOCATOR = 20 };

enum { STORED = 0, DEFLATED = 8, ENCRYPTED = 1 }; /* 4.4.5, 4.4.4 */

/* What the directory says of an entry. */
typedef struct item {
	uint64_t packed, unpacked, offset;
	uint32_t sum, method, flags;
} item;

struct clausary_archive {
	clausary_context *context;
	clausary_slice bytes;
	CLAUSARY_ARRAY(item) items;
	clausary_map by_name; /* in small letters, the first of a name */
	clausary_arena names;
	uint64_t unpacked; /* bytes, of all entries read so far */
};

struct clausary_entry {
	clausary_archive *archive;
	const char *name;
	const item *item;
	z_stream stream; /* what is still packed, and of a deflated entry how */
	uint64_t unpacked;
	uint32_t sum;
	bool ended;
	const char *damage;
	clausary_status status;
};

/* The number of `size` bytes at `at`, least byte first. */
static uint64_t
number_at(clausary_slice bytes, size_t at, size_t size)
{
	uint64_t number = 0;
	while (size-- > 0)
		number = number << 8 | (unsigned char)bytes.data[at + size];
	return number;
}

/* Whether a record of this size, signature "PK" and two bytes, stands at `at`. */
static bool
has_record(clausary_slice bytes, uint64_t at, size_t size, const char *signature)
{
	return at <= bytes.size && bytes.size - at >= size && memcmp(bytes.data + at, "PK", 2) == 0
	       && memcmp(bytes.data + at + 2, signature, 2) == 0;
}

/* Where the record that ends the archive stands, before a comment; SIZE_MAX: nowhere. */
static size_t
find_end(clausary_slice bytes)
{
	enum { LONGEST_COMMENT = 0xffff };
	for (size_t after = END; after <= bytes.size && after <= END + LONGEST_COMMENT; after++) {
		size_t at = bytes.size - after;
		if (has_record(bytes, at, END, "\5\6")
		    && number_at(bytes, at + 20, 2) <= after - END)
			return at;
	}
	return SIZE_MAX;
}

/* A field that is too small for its number has all bits set, and the number follows among the
 * extra fields, in 64 bits (4.5.3). */
static void
read_long(clausary_slice extra, item *of)
{
	enum { LONG_FIELD = 1, HEAD = 4 };
	uint64_t *fields[] = {&of->unpacked, &of->packed, &of->offset};
	size_t at = 0, size = 0;
	for (; at + HEAD <= extra.size; at += HEAD + size) {
		size = number_at(extra, at + 2, 2);
		if (number_at(extra, at, 2) == LONG_FIELD)
			break;
	}
	if (at + HEAD + size > extra.size)
		return;
	size_t end = at + HEAD + size;
	at += HEAD;
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
		if (*fields[i] != UINT32_MAX)
			continue;
		if (at + 8 > end)
			return;
		*fields[i] = number_at(extra, at, 8);
		at += 8;
	}
}

static void
add_name(clausary_archive *archive, clausary_slice name, uint32_t index)
{
	char *small = clausary_arena_allocate(&archive->names, name.size + 1);
	for (size_t i = 0; i < name.size; i++)
		small[i] = clausary_ascii_lower(name.data[i]);
	clausary_slice key = {small, name.size};
	if (clausary_map_get(&archive->by_name, key) == CLAUSARY_NONE)
		clausary_map_put(&archive->by_name, key, index);
}

/* Read the header at `*at` and move past it; false where there is none. */
static bool
read_item(clausary_archive *archive, uint64_t *at)
{
	clausary_slice bytes = archive->bytes;
	if (!has_record(bytes, *at, DIRECTORY_HEADER, "\1\2"))
		return false;
	size_t name = *at + DIRECTORY_HEADER, extra = name + number_at(bytes, *at + 28, 2);
	size_t comment = extra + number_at(bytes, *at + 30, 2);
	size_t end = comment + number_at(bytes, *at + 32, 2);
	if (end > bytes.size)
		return false;
	item read = {.packed = number_at(bytes, *at + 20, 4),
	             .unpacked = number_at(bytes, *at + 24, 4),
	             .offset = number_at(bytes, *at + 42, 4),
	             .sum = (uint32_t)number_at(bytes, *at + 16, 4),
	             .method = (uint32_t)number_at(bytes, *at + 10, 2),
	             .flags = (uint32_t)number_at(bytes, *at + 8, 2)};
	read_long(clausary_slice_part(bytes, extra, comment), &read);
	add_name(archive, clausary_slice_part(bytes, name, extra), (uint32_t)archive->items.count);
	clausary_array_push(&archive->items, read);
	*at = end;
	return true;
}

/* Read the directory: what it says of each entry, not the entries. */
static clausary_status
read_directory(clausary_archive *archive)
{
	clausary_slice bytes = archive->bytes;
	size_t end = find_end(bytes);
	if (end == SIZE_MAX)
		return clausary_context_fail(archive->context, CLAUSARY_EFORMAT,
		                             "the archive is cut off: the list of contents at its "
		                             "end is missing");
	uint64_t count = number_at(bytes, end + 10, 2), at = number_at(bytes, end + 16, 4);
	if (end >= LONG_LOCATOR && has_record(bytes, end - LONG_LOCATOR, LONG_LOCATOR, "\6\7")) {
		uint64_t long_end = number_at(bytes, end - LONG_LOCATOR + 8, 8);
		if (has_record(bytes, long_end, LONG_END, "\6\6")) {
			count = number_at(bytes, long_end + 32, 8);
			at = number_at(bytes, long_end + 48, 8);
		}
	}
	if (count > CLAUSARY_LIMIT_ARCHIVE_ENTRIES)
		return clausary_context_fail(archive->context, CLAUSARY_ELIMIT,
		                             "the archive has more than %d entries",
		                             CLAUSARY_LIMIT_ARCHIVE_ENTRIES);
	for (uint64_t i = 0; i < count; i++)
		if (!read_item(archive, &at))
			return clausary_context_fail(archive->context, CLAUSARY_EFORMAT,
			                             "the archive is damaged");
	return CLAUSARY_OK;
}

clausary_status
clausary_archive_open(clausary_archive **out, clausary_context *context, clausary_slice bytes)
{
	clausary_archive *archive = clausary_memory_zeros(1, sizeof *archive);
	archive->context = context;
	archive->bytes = bytes;
	clausary_status status = read_directory(archive);
	if (status == CLAUSARY_OK)
		*out = archive;
	else
		clausary_archive_close(archive);
	return status;
}

void
clausary_archive_close(clausary_archive *archive)
{
	if (archive == NULL)
		return;
	clausary_array_finish(&archive->items);
	clausary_map_finish(&archive->by_name);
	clausary_arena_finish(&archive->names);
	free(archive);
}

/* NULL: there is none. */
static const item *
find_item(const clausary_archive *archive, const char *entry)
{
	clausary_buffer small = {0};
	for (const char *c = entry; *c; c++)
		clausary_buffer_add_byte(&small, clausary_ascii_lower(*c));
	uint32_t index = clausary_map_get(&archive->by_name, clausary_buffer_slice(&small));
	clausary_buffer_finish(&small);
	return index == CLAUSARY_NONE ? NULL : &archive->items.items[index];
}

bool
clausary_archive_has(const clausary_archive *archive, const char *entry)
{
	return find_item(archive, entry) != NULL;
}

/* Where the packed bytes of an entry stand; SIZE_MAX where they are not all there. */
static size_t
find_packed(clausary_slice bytes, const item *of)
{
	if (!has_record(bytes, of->offset, LOCAL_HEADER, "\3\4"))
		return SIZE_MAX;
	size_t at = of->offset + LOCAL_HEADER + number_at(bytes, of->offset + 26, 2)
	            + number_at(bytes, of->offset + 28, 2);
	return at <= bytes.size && of->packed <= bytes.size - at ? at : SIZE_MAX;
}

static void *
allocate(void *unused, unsigned count, unsigned size)
{
	(void)unused;
	return clausary_memory_zeros(count, size);
}

static void
release(void *unused, void *memory)
{
	(void)unused;
	free(memory);
}

static clausary_status
refuse(const clausary_archive *archive, const char *entry, const char *why)
{
	return clausary_context_fail(archive->context, CLAUSARY_EFORMAT, "%s %s", entry, why);
}

clausary_status
clausary_entry_open(clausary_entry **out, clausary_archive *archive, const char *entry)
{
	const item *found = find_item(archive, entry);
	if (found == NULL)
		return refuse(archive, entry, "is missing from the archive");
	if (found->flags & ENCRYPTED)
		return refuse(archive, entry, "is encrypted; save the document without a password");
	size_t at = find_packed(archive->bytes, found);
	if (at == SIZE_MAX || (found->method != STORED && found->method != DEFLATED))
		return refuse(archive, entry,
		              "cannot be unpacked: damaged, or a packing that is not known");
	clausary_entry *opened = clausary_memory_zeros(1, sizeof *opened);
	opened->archive = archive;
	opened->name = entry;
	opened->item = found;
	opened->stream = (z_stream){.next_in = (const Bytef *)archive->bytes.data + at,
	                            .avail_in = (uInt)found->packed,
	                            .zalloc = allocate,
	                            .zfree = release};
	if (found->method == DEFLATED && inflateInit2(&opened->stream, -MAX_WBITS) != Z_OK) {
		free(opened);
		return refuse(archive, entry,
		              "cannot be unpacked: damaged, or a packing that is not known");
	}
	*out = opened;
	return CLAUSARY_OK;
}

/* Whether the bytes unpacked so far are within the limits; else the failure is set. */
static bool
within_limits(clausary_entry *entry)
{
	clausary_archive *archive = entry->archive;
	if (archive->unpacked > CLAUSARY_LIMIT_UNPACKED_BYTES) {
		entry->status = clausary_context_fail(archive->context, CLAUSARY_ELIMIT,
		                                      "the archive unpacks to more than %d bytes",
		                                      CLAUSARY_LIMIT_UNPACKED_BYTES);
		return false;
	}
	if (entry->unpacked > RATIO_FROM
	    && entry->unpacked / CLAUSARY_LIMIT_UNPACKED_RATIO > entry->item->packed) {
		entry->status = clausary_context_fail(
		        archive->context, CLAUSARY_ELIMIT,
		        "%s unpacks to more than %d times its size, as a zip bomb does",
		        entry->name, CLAUSARY_LIMIT_UNPACKED_RATIO);
		return false;
	}
	return true;
}

/* Unpack what the stream has room for; true at the end, where `damage` is set if it is not good. */
static bool
unpack(clausary_entry *entry)
{
	z_stream *stream = &entry->stream;
	if (entry->item->method == STORED) {
		uInt size =
		        stream->avail_in < stream->avail_out ? stream->avail_in : stream->avail_out;
		memcpy(stream->next_out, stream->next_in, size);
		stream->next_in += size;
		stream->avail_in -= size;
		stream->avail_out -= size;
		return stream->avail_in == 0;
	}
	bool ended = inflate(stream, Z_NO_FLUSH) == Z_STREAM_END;
	if (!ended && stream->avail_out) /* there was room for more, and all the packed bytes */
		entry->damage = "it is damaged in the archive";
	return ended || entry->damage;
}

int
clausary_entry_read(clausary_entry *entry, char *to, int size)
{
	if (entry->ended || entry->status != CLAUSARY_OK)
		return 0;
	entry->stream.next_out = (Bytef *)to;
	entry->stream.avail_out = (uInt)size;
	entry->ended = unpack(entry);
	int got = size - (int)entry->stream.avail_out;
	entry->sum = (uint32_t)crc32(entry->sum, (const Bytef *)to, (uInt)got);
	entry->unpacked += (uint64_t)got;
	entry->archive->unpacked += (uint64_t)got;
	if (entry->ended && !entry->damage && entry->sum != entry->item->sum)
		entry->damage = "its checksum is wrong";
	else if (entry->ended && !entry->damage && entry->unpacked != entry->item->unpacked)
		entry->damage = "it is damaged in the archive";
	return within_limits(entry) ? got : 0;
}

const char *
clausary_entry_damage(const clausary_entry *entry)
{
	return entry->damage;
}

clausary_status
clausary_entry_close(clausary_entry *entry)
{
	clausary_status status = entry->status;
	if (entry->item->method == DEFLATED)
		inflateEnd(&entry->stream);
	free(entry);
	return status;
}
