/* Documents held, parted into groups, used and freed. */
#include "held.h"

#include "text.h"

#include <stdlib.h>

void
cli_held_add(cli_held *held, const char *name, clausary_document *document,
             clausary_findings *findings)
{
	if (held->count == held->capacity) {
		held->capacity = held->capacity * 2 + 8;
		held->items = cli_resize(held->items, held->capacity * sizeof *held->items);
	}
	held->items[held->count++] = (struct cli_held_document){name, document, findings};
	held->bytes += clausary_document_text(document).size;
}

/* Free all documents but those of the group that stays. */
static void
drop(cli_held *held, const uint32_t *groups, uint32_t stays)
{
	size_t count = held->count;
	held->count = held->bytes = 0;
	for (size_t i = 0; i < count; i++) {
		struct cli_held_document one = held->items[i];
		if (groups && groups[i] == stays) {
			held->items[held->count++] = one;
			held->bytes += clausary_document_text(one.document).size;
			continue;
		}
		clausary_findings_free(one.findings);
		clausary_document_free(one.document);
	}
}

/* The groups of all documents; `groups` has a place for each. */
static clausary_status
part(const cli_held *held, clausary_context *context, bool versions, uint32_t *groups)
{
	const clausary_findings **findings;
	clausary_status status = CLAUSARY_OK;
	for (size_t i = 0; i < held->count; i++)
		groups[i] = 0;
	if (versions)
		return status;
	findings = cli_resize(NULL, held->count * sizeof *findings);
	for (size_t i = 0; i < held->count; i++)
		findings[i] = held->items[i].findings;
	status = clausary_group_versions(context, findings, held->count, groups);
	free(findings);
	return status;
}

clausary_status
cli_held_groups(cli_held *held, clausary_context *context, bool versions, bool everything,
                cli_held_use use, void *payload)
{
	size_t count = held->count;
	uint32_t *groups = cli_resize(NULL, (count + 1) * sizeof *groups);
	const char **names = cli_resize(NULL, (count + 1) * sizeof *names);
	const clausary_findings **findings = cli_resize(NULL, (count + 1) * sizeof *findings);
	clausary_status status = part(held, context, versions, groups);
	uint32_t stays = everything || count == 0 ? UINT32_MAX : groups[count - 1];
	uint32_t used = 0; /* groups are numbered in the order of their first documents */
	for (size_t i = 0; i < count && status == CLAUSARY_OK; i++) {
		size_t members = 0;
		if (groups[i] != used)
			continue;
		for (size_t j = i; j < count; j++) {
			if (groups[j] != used)
				continue;
			names[members] = held->items[j].name;
			findings[members++] = held->items[j].findings;
		}
		if (used != stays)
			status = use(payload, names, findings, members);
		used++;
	}
	drop(held, groups, stays);
	free(groups);
	free(names);
	free(findings);
	return status;
}

void
cli_held_finish(cli_held *held)
{
	drop(held, NULL, 0);
	free(held->items);
	*held = (cli_held){0};
}
