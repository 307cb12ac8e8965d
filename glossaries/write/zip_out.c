/* ZIP archives (PKWARE's APPNOTE.TXT 6.3.10), entries packed by zlib. The date of everything is the
 * first that there is: the same input gives the same bytes. */
#include "write/zip_out.h"

#include "base/arena.h"
#include "base/buffer.h"

#include <stdlib.h>
#define ZLIB_CONST
#include <zlib.h>

struct clausary_zip {
	clausary_sink *sink;
	clausary_output output; /* of the entry */
	clausary_buffer name;   /* empty: no entry has begun */
	z_stream stream;
	clausary_buffer packed;
	uint64_t unpacked; /* bytes of the entry */
	uint32_t sum;
	clausary_buffer directory;
	uint64_t written; /* bytes of the archive */
	uint32_t count;
	bool too_big; /* for numbers of 32 bits */
};

static void
add_number(clausary_buffer *to, size_t size, uint64_t number)
{
	for (size_t i = 0; i < size; i++)
		clausary_buffer_add_byte(to, (char)(number >> 8 * i));
}

static void
put(clausary_zip *zip, clausary_slice bytes)
{
	clausary_sink_put(zip->sink, bytes);
	zip->written += bytes.size;
	zip->too_big |= zip->written >= UINT32_MAX;
}

/* Pack what the stream has before it; with Z_FINISH also what it has kept. */
static void
pack(clausary_zip *zip, int flush)
{
	enum { ROOM = 1 << 16 };
	do {
		clausary_buffer_reserve(&zip->packed, ROOM);
		zip->stream.next_out = (Bytef *)zip->packed.data + zip->packed.size;
		zip->stream.avail_out = ROOM;
		deflate(&zip->stream, flush);
		zip->packed.size += ROOM - zip->stream.avail_out;
	} while (zip->stream.avail_out == 0);
}

static clausary_status
add_bytes(void *payload, const char *data, size_t size)
{
	enum { MOST = 1 << 30 }; /* bytes that zlib is given at once */
	clausary_zip *zip = payload;
	for (size_t at = 0, part; at < size; at += part) {
		part = size - at < MOST ? size - at : MOST;
		zip->sum = (uint32_t)crc32(zip->sum, (const Bytef *)data + at, (uInt)part);
		zip->stream.next_in = (const Bytef *)data + at;
		zip->stream.avail_in = (uInt)part;
		pack(zip, Z_NO_FLUSH);
	}
	zip->unpacked += size;
	return CLAUSARY_OK;
}

enum { VERSION = 20 /* 2.0 of the format, which has deflated entries */ };

/* Version, flags, method, time and date, sum and sizes: what both headers of an entry have. */
static void
add_facts(clausary_buffer *to, const clausary_zip *zip)
{
	enum { DEFLATED = 8, FIRST_DAY = 1 << 5 | 1 /* 1980-01-01 */ };
	add_number(to, 2, VERSION);
	add_number(to, 2, 0);
	add_number(to, 2, DEFLATED);
	add_number(to, 2, 0);
	add_number(to, 2, FIRST_DAY);
	add_number(to, 4, zip->sum);
	add_number(to, 4, zip->packed.size);
	add_number(to, 4, zip->unpacked);
	add_number(to, 2, zip->name.size);
	add_number(to, 2, 0); /* extra fields */
}

static void
end_entry(clausary_zip *zip)
{
	if (zip->name.size == 0)
		return;
	pack(zip, Z_FINISH);
	zip->too_big |= zip->unpacked >= UINT32_MAX || zip->packed.size >= UINT32_MAX;
	clausary_buffer_add(&zip->directory, CLAUSARY_SLICE("PK\1\2"));
	add_number(&zip->directory, 2, VERSION); /* made by */
	add_facts(&zip->directory, zip);
	add_number(&zip->directory, 6, 0); /* comment, disk, kind */
	add_number(&zip->directory, 4, 0); /* attributes of a file */
	add_number(&zip->directory, 4, zip->written);
	clausary_buffer_add(&zip->directory, clausary_buffer_slice(&zip->name));
	clausary_buffer header = {0};
	clausary_buffer_add(&header, CLAUSARY_SLICE("PK\3\4"));
	add_facts(&header, zip);
	clausary_buffer_add(&header, clausary_buffer_slice(&zip->name));
	put(zip, clausary_buffer_slice(&header));
	put(zip, clausary_buffer_slice(&zip->packed));
	clausary_buffer_finish(&header);
	zip->count++;
	zip->name.size = 0;
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

clausary_zip *
clausary_zip_new(clausary_sink *sink)
{
	clausary_zip *zip = clausary_memory_zeros(1, sizeof *zip);
	zip->sink = sink;
	zip->output = (clausary_output){add_bytes, zip};
	zip->stream.zalloc = allocate;
	zip->stream.zfree = release;
	deflateInit2(&zip->stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, MAX_MEM_LEVEL,
	             Z_DEFAULT_STRATEGY);
	return zip;
}

const clausary_output *
clausary_zip_begin(clausary_zip *zip, const char *name)
{
	end_entry(zip);
	clausary_buffer_add(&zip->name, clausary_slice_of(name));
	zip->unpacked = 0;
	zip->packed.size = 0;
	zip->sum = 0;
	deflateReset(&zip->stream);
	return &zip->output;
}

bool
clausary_zip_end(clausary_zip *zip)
{
	end_entry(zip);
	uint64_t start = zip->written, size = zip->directory.size;
	clausary_buffer *end = &zip->directory;
	clausary_buffer_add(end, CLAUSARY_SLICE("PK\5\6"));
	add_number(end, 4, 0); /* disks */
	add_number(end, 2, zip->count);
	add_number(end, 2, zip->count);
	add_number(end, 4, size);
	add_number(end, 4, start);
	add_number(end, 2, 0); /* comment */
	put(zip, clausary_buffer_slice(end));
	bool good = !zip->too_big;
	deflateEnd(&zip->stream);
	clausary_buffer_finish(&zip->name);
	clausary_buffer_finish(&zip->packed);
	clausary_buffer_finish(&zip->directory);
	free(zip);
	return good;
}
