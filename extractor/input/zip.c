/* Zip archives through libzip, in memory only. Sizes are counted as bytes come out: what the
 * archive's directory claims about them is never believed. */
#include "input/zip.h"

#include "base/arena.h"
#include "base/limits.h"

#include <stdlib.h>
#include <zip.h>

enum { RATIO_FROM = 1 << 20 }; /* bytes unpacked before the ratio is looked at */

struct clausary_archive {
	clausary_context *context;
	zip_t *zip;
	uint64_t unpacked; /* bytes, of all entries read so far */
};

struct clausary_entry {
	clausary_archive *archive;
	const char *name;
	zip_file_t *file;
	uint64_t packed, unpacked;
	const char *damage;
	clausary_status status;
};

clausary_status
clausary_archive_open(clausary_archive **out, clausary_context *context, clausary_slice bytes)
{
	zip_error_t error;
	zip_error_init(&error);
	zip_source_t *source = zip_source_buffer_create(bytes.data, bytes.size, 0, &error);
	zip_t *zip = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : NULL;
	if (zip == NULL) {
		bool cut = zip_error_code_zip(&error) == ZIP_ER_NOZIP;
		clausary_context_fail(context, CLAUSARY_EFORMAT, "the archive is %s (%s)",
		                      cut ? "cut off: the list of contents at its end is missing"
		                          : "damaged",
		                      zip_error_strerror(&error));
		zip_source_free(source);
		zip_error_fini(&error);
		return CLAUSARY_EFORMAT;
	}
	zip_error_fini(&error);
	if (zip_get_num_entries(zip, 0) > CLAUSARY_LIMIT_ARCHIVE_ENTRIES) {
		zip_discard(zip);
		return clausary_context_fail(context, CLAUSARY_ELIMIT,
		                             "the archive has more than %d entries",
		                             CLAUSARY_LIMIT_ARCHIVE_ENTRIES);
	}
	*out = clausary_memory_zeros(1, sizeof **out);
	**out = (clausary_archive){.context = context, .zip = zip};
	return CLAUSARY_OK;
}

void
clausary_archive_close(clausary_archive *archive)
{
	if (archive)
		zip_discard(archive->zip);
	free(archive);
}

static zip_int64_t
find_entry(const clausary_archive *archive, const char *entry)
{
	zip_int64_t index = zip_name_locate(archive->zip, entry, 0);
	return index >= 0 ? index : zip_name_locate(archive->zip, entry, ZIP_FL_NOCASE);
}

bool
clausary_archive_has(const clausary_archive *archive, const char *entry)
{
	return find_entry(archive, entry) >= 0;
}

static clausary_status
refuse(const clausary_archive *archive, const char *entry, const char *why)
{
	return clausary_context_fail(archive->context, CLAUSARY_EFORMAT, "%s %s", entry, why);
}

clausary_status
clausary_entry_open(clausary_entry **out, clausary_archive *archive, const char *entry)
{
	zip_int64_t index = find_entry(archive, entry);
	zip_stat_t about;
	if (index < 0)
		return refuse(archive, entry, "is missing from the archive");
	if (zip_stat_index(archive->zip, (zip_uint64_t)index, 0, &about) != 0)
		return refuse(archive, entry, "is damaged in the archive");
	if ((about.valid & ZIP_STAT_ENCRYPTION_METHOD) && about.encryption_method != ZIP_EM_NONE)
		return refuse(archive, entry, "is encrypted; save the document without a password");
	zip_file_t *file = zip_fopen_index(archive->zip, (zip_uint64_t)index, 0);
	if (file == NULL)
		return refuse(archive, entry,
		              "cannot be unpacked: damaged, or a packing that is not known");
	*out = clausary_memory_zeros(1, sizeof **out);
	**out = (clausary_entry){.archive = archive, .name = entry, .file = file};
	(*out)->packed = about.valid & ZIP_STAT_COMP_SIZE ? about.comp_size : 0;
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
	    && entry->unpacked / CLAUSARY_LIMIT_UNPACKED_RATIO > entry->packed) {
		entry->status = clausary_context_fail(
		        archive->context, CLAUSARY_ELIMIT,
		        "%s unpacks to more than %d times its size, as a zip bomb does",
		        entry->name, CLAUSARY_LIMIT_UNPACKED_RATIO);
		return false;
	}
	return true;
}

int
clausary_entry_read(clausary_entry *entry, char *to, int size)
{
	if (entry->damage || entry->status != CLAUSARY_OK)
		return 0;
	zip_int64_t got = zip_fread(entry->file, to, (zip_uint64_t)size);
	if (got < 0) {
		bool sum = zip_error_code_zip(zip_file_get_error(entry->file)) == ZIP_ER_CRC;
		entry->damage = sum ? "its checksum is wrong" : "it is damaged in the archive";
		return 0;
	}
	entry->unpacked += (uint64_t)got;
	entry->archive->unpacked += (uint64_t)got;
	return within_limits(entry) ? (int)got : 0;
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
	zip_fclose(entry->file);
	free(entry);
	return status;
}
