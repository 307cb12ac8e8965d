/* Office Open XML packages (ISO/IEC 29500-2): zip archives whose parts point at each other by
 * relations. */
#ifndef CLAUSARY_INPUT_PACKAGE_H
#define CLAUSARY_INPUT_PACKAGE_H

#include "base/arena.h"
#include "base/buffer.h"
#include "input/xml.h"
#include "input/zip.h"

typedef struct clausary_package {
	clausary_context *context;
	clausary_archive *archive;
	const char *name; /* of the file, for messages */
} clausary_package;

/**
 * Parse one part; `events` need no `read` and `source`. What is damaged or missing is told, and
 * what came before the damage handed out; then `*damaged` (where not NULL) is true.
 *
 * Fails: CLAUSARY_ELIMIT it unpacks to too much or is nested too deeply.
 */
clausary_status clausary_package_parse(const clausary_package *package,
                                       const clausary_xml_vocabulary *vocabulary, const char *part,
                                       clausary_xml_events events, bool *damaged);

/**
 * An archive name for `target`, seen from `folder`: "styles.xml", "/word/styles.xml", "../a.xml";
 * NULL where no such part is there. Owner: `arena`.
 */
const char *clausary_package_resolve(const clausary_package *package, clausary_arena *arena,
                                     const char *folder, clausary_slice target);

/** The name of the part with the relations of `part`; `*folder` is where it stands, "word/". Owner:
 * `arena`. */
const char *clausary_package_relations(clausary_arena *arena, const char *part,
                                       const char **folder);

#endif
