/* The parts of an Office Open XML package: names by which relations point at them, and parsing. */
#include "input/package.h"

static int
read_entry(void *source, char *to, int size)
{
	return clausary_entry_read(source, to, size);
}

static void
tell_damage(const clausary_package *package, const char *part, const char *why,
            const clausary_xml_fault *fault)
{
	clausary_diagnose(package->context, CLAUSARY_DIAGNOSTIC_DAMAGED_MARKUP, package->name, 0,
	                  "%s, line %u, column %u: %s; what stands before it was kept", part,
	                  fault->line, fault->column, why);
}

clausary_status
clausary_package_parse(const clausary_package *package, const clausary_xml_vocabulary *vocabulary,
                       const char *part, clausary_xml_events events, bool *damaged)
{
	clausary_entry *entry;
	clausary_xml_fault fault = {0};
	clausary_status status = clausary_entry_open(&entry, package->archive, part);
	if (status != CLAUSARY_OK) {
		clausary_diagnose(package->context, CLAUSARY_DIAGNOSTIC_MISSING_PART, package->name,
		                  0, "%s could not be opened", part);
		if (damaged)
			*damaged = true;
		return CLAUSARY_OK;
	}
	events.read = read_entry;
	events.source = entry;
	clausary_xml_outcome outcome = clausary_xml_parse(vocabulary, &events, &fault);
	const char *damage = clausary_entry_damage(entry);
	status = clausary_entry_close(entry);
	if (status != CLAUSARY_OK)
		return status;
	if (outcome == CLAUSARY_XML_TOO_DEEP)
		return clausary_context_fail(package->context, CLAUSARY_ELIMIT,
		                             "%s, line %u, column %u: %s", part, fault.line,
		                             fault.column, fault.message);
	if (outcome == CLAUSARY_XML_DAMAGED)
		tell_damage(package, part, damage ? damage : fault.message, &fault);
	else if (damage)
		clausary_diagnose(package->context, CLAUSARY_DIAGNOSTIC_DAMAGED_MARKUP,
		                  package->name, 0, "%s: %s; all of it was read", part, damage);
	if (damaged)
		*damaged = outcome == CLAUSARY_XML_DAMAGED;
	return CLAUSARY_OK;
}

const char *
clausary_package_resolve(const clausary_package *package, clausary_arena *arena, const char *folder,
                         clausary_slice target)
{
	clausary_buffer path = {0};
	if (target.size && target.data[0] == '/')
		target = clausary_slice_part(target, 1, target.size);
	else
		clausary_buffer_add(&path, clausary_slice_of(folder));
	while (clausary_slice_starts(target, CLAUSARY_SLICE("../"))) {
		target = clausary_slice_part(target, 3, target.size);
		path.size -= path.size > 0; /* its slash */
		while (path.size && path.data[path.size - 1] != '/')
			path.size--;
	}
	if (clausary_slice_starts(target, CLAUSARY_SLICE("./")))
		target = clausary_slice_part(target, 2, target.size);
	clausary_buffer_add(&path, target);
	const char *name = clausary_arena_copy(arena, clausary_buffer_slice(&path)).data;
	clausary_buffer_finish(&path);
	return clausary_archive_has(package->archive, name) ? name : NULL;
}

const char *
clausary_package_relations(clausary_arena *arena, const char *part, const char **folder)
{
	const char *slash = strrchr(part, '/'), *name = slash ? slash + 1 : part;
	clausary_buffer path = {0};
	*folder = clausary_arena_copy(arena, (clausary_slice){part, (size_t)(name - part)}).data;
	clausary_buffer_print(&path, "%s_rels/%s.rels", *folder, name);
	const char *relations = clausary_arena_copy(arena, clausary_buffer_slice(&path)).data;
	clausary_buffer_finish(&path);
	return relations;
}
