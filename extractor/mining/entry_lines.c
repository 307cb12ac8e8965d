/* The lines of an entry after its term, and keeping it. */
#include "mining/entry.h"

bool
clausary_entry_ends_part(clausary_slice line, bool stops)
{
	char mark = clausary_fold_end(line);
	bool ascii = line.size && (unsigned char)line.data[line.size - 1] < 0x80;
	return mark && strchr(".;:,", mark) && (stops || mark != '.' || !ascii);
}

/* Whether a plain line comes after lines that give designations: then a short line before them is
 * one as well (ISO 10241-1, 6.3). */
static bool
goes_on(const clausary_mining *mining, size_t next, size_t end)
{
	clausary_entry_part part = CLAUSARY_ENTRY_SYNONYM;
	for (; next < end; next++) {
		clausary_span line = clausary_entry_trim(mining, mining->passages.items[next].span);
		clausary_span text;
		if (!clausary_entry_part_of(mining, line, &part, &text))
			return true;
		if (part != CLAUSARY_ENTRY_SYNONYM && part != CLAUSARY_ENTRY_DEPRECATED)
			return false;
	}
	return false;
}

/* Lines of an entry after its term: synonyms, the definition, notes, sources. */
void
clausary_entry_read_lines(clausary_mining *mining, clausary_entry *entry, size_t first, size_t end,
                          bool synonyms)
{
	bool ended = false;
	for (size_t i = first; i < end; i++) {
		const clausary_passage *passage = &mining->passages.items[i];
		clausary_span line = clausary_entry_trim(mining, passage->span), text;
		clausary_entry_part part;
		if (passage->flags & CLAUSARY_CLAUSE_NOTE && passage->clause != entry->clause)
			continue;
		if (clausary_entry_part_of(mining, line, &part, &text)) {
			ended = part == CLAUSARY_ENTRY_NOTE || part == CLAUSARY_ENTRY_EXAMPLE
			        || ended;
			if (part == CLAUSARY_ENTRY_SOURCE)
				entry->source = line;
			else if (part == CLAUSARY_ENTRY_NOTE || part == CLAUSARY_ENTRY_EXAMPLE)
				clausary_array_push(&entry->notes, line);
			else if (entry->synonym_count < CLAUSARY_ENTRY_SYNONYMS) {
				entry->deprecated |= (uint64_t)(part == CLAUSARY_ENTRY_DEPRECATED)
				                     << entry->synonym_count;
				entry->synonyms[entry->synonym_count++] = text;
			}
			continue;
		}
		if (ended)
			continue;
		bool more = goes_on(mining, i + 1, end);
		bool none = entry->definition.start == entry->definition.end;
		if (synonyms && none && more
		    && line.end - line.start <= CLAUSARY_ENTRY_SYNONYM_BYTES
		    && !clausary_entry_ends_part(clausary_mining_text(mining, line), false)
		    && entry->synonym_count < CLAUSARY_ENTRY_SYNONYMS) {
			entry->synonyms[entry->synonym_count++] = line;
			continue;
		}
		if (none)
			entry->definition = line;
		else
			entry->definition.end = line.end;
	}
}

clausary_entry
clausary_entry_new(const clausary_mining *mining, uint32_t clause, const char *rule,
                   float confidence)
{
	uint32_t flags =
	        clause == CLAUSARY_NONE ? 0 : mining->document->clauses.items[clause].flags;
	return (clausary_entry){.clause = clause,
	                        .rule = rule,
	                        .confidence = confidence,
	                        .elsewhere = flags & CLAUSARY_CLAUSE_TERMS_ELSEWHERE};
}

/* A definition may end with its source. */
void
clausary_entry_finish(clausary_mining *mining, clausary_entry *entry)
{
	clausary_span definition = entry->definition;
	if (definition.end > definition.start) {
		clausary_entry_take_definition_source(mining, entry, &definition);
		if (definition.end > definition.start)
			entry->definition = definition;
	}
	clausary_entry_keep(mining, entry);
}
