/* Editions of documents. */
#include "update/edition.h"

#include "termbase/copy.h"
#include "update/outside.h"

/* A document of a bibliography, as Clausary lists it: it has a language. */
static bool
is_document(const clausary_datum *object)
{
	return clausary_object_item(object, "identifier").size
	       && clausary_object_item(object, "language").size;
}

/* The part of an identifier that editions share: "Resolution 17" of "Resolution 17 (Port Almira,
 * 2031)", "ISO 9000" of "ISO 9000:2015"; but a bracket before any number parts nothing:
 * "Directive (EU) 2016/679". */
static clausary_slice
stem_of(clausary_slice identifier)
{
	bool number = false;
	for (size_t i = 0; i < identifier.size; i++) {
		char c = identifier.data[i];
		number |= clausary_ascii_is_digit(c);
		if (number && (c == '(' || c == ':'))
			return clausary_slice_trim(clausary_slice_part(identifier, 0, i));
	}
	return identifier;
}

/* The numbers of a text, parted by blanks: "9000", "17". */
static void
add_numbers(clausary_buffer *to, clausary_slice text)
{
	to->size = 0;
	for (size_t i = 0; i < text.size; i++) {
		if (clausary_ascii_is_digit(text.data[i]))
			clausary_buffer_add_byte(to, text.data[i]);
		else if (to->size && to->data[to->size - 1] != ' ')
			clausary_buffer_add_byte(to, ' ');
	}
}

/* Words differ between languages, numbers do not; without numbers the words count. */
static bool
are_one_work(clausary_slice a, clausary_slice b)
{
	clausary_buffer left = {0}, right = {0};
	add_numbers(&left, stem_of(a));
	add_numbers(&right, stem_of(b));
	if (left.size == 0 && right.size == 0) {
		clausary_termbase_fold(&left, a);
		clausary_termbase_fold(&right, b);
	}
	bool same = clausary_slice_equal(clausary_slice_trim(clausary_buffer_slice(&left)),
	                                 clausary_slice_trim(clausary_buffer_slice(&right)));
	clausary_buffer_finish(&left);
	clausary_buffer_finish(&right);
	return same;
}

static bool
is_work_of(const clausary_datum *object, const clausary_data *run, const char *replaces)
{
	clausary_slice identifier = clausary_object_item(object, "identifier");
	if (replaces && are_one_work(identifier, clausary_slice_of(replaces)))
		return true;
	if (replaces)
		return clausary_slice_equal(clausary_object_item(object, "file"),
		                            clausary_slice_of(replaces));
	for (uint32_t i = 0; i < run->count; i++)
		if (is_document(&run->items[i])
		    && are_one_work(identifier, clausary_object_item(&run->items[i], "identifier")))
			return true;
	return false;
}

static bool
has_language(const clausary_data *objects, clausary_slice language)
{
	for (uint32_t i = 0; i < objects->count; i++)
		if (is_document(&objects->items[i])
		    && clausary_slice_equal(clausary_object_item(&objects->items[i], "language"),
		                            language))
			return true;
	return false;
}

/* Whether all documents are one in several languages: no language is there twice. */
static bool
is_one_work(const clausary_data *objects)
{
	for (uint32_t i = 0; i < objects->count; i++) {
		clausary_data before = {.items = objects->items, .count = i};
		if (is_document(&objects->items[i])
		    && has_language(&before, clausary_object_item(&objects->items[i], "language")))
			return false;
	}
	return true;
}

/* `all`: every document is of the work that the run has read. */
static void
learn(clausary_editions *editions, const clausary_data *objects, const clausary_data *run,
      const char *replaces, bool all)
{
	for (uint32_t i = 0; i < objects->count; i++) {
		const clausary_datum *object = &objects->items[i];
		clausary_edition_kind kind = CLAUSARY_EDITION_OTHER;
		if (!is_document(object))
			continue;
		editions->lists_documents = true;
		if (all || is_work_of(object, run, replaces))
			kind = has_language(run, clausary_object_item(object, "language"))
			               ? CLAUSARY_EDITION_EARLIER
			               : CLAUSARY_EDITION_VERSION;
		editions->found |= kind == CLAUSARY_EDITION_EARLIER;
		if (kind == CLAUSARY_EDITION_EARLIER)
			clausary_array_push(&editions->earlier,
			                    clausary_object_item(object, "identifier"));
		clausary_map_put(&editions->kinds, object->target, kind);
	}
}

void
clausary_editions_learn(clausary_editions *editions, const clausary_termbase *mine,
                        const clausary_termbase *last, const clausary_termbase *run,
                        const char *replaces)
{
	const clausary_data *base = &mine->objects;
	bool says_what = false;
	for (uint32_t i = 0; i < run->objects.count; i++)
		says_what |= is_document(&run->objects.items[i]);
	if (!says_what)
		return;
	learn(editions, base, &run->objects, replaces, false);
	if (last)
		learn(editions, &last->objects, &run->objects, replaces, false);
	if (editions->lists_documents && !editions->found && !replaces && is_one_work(base)) {
		learn(editions, base, &run->objects, replaces, true);
		if (last)
			learn(editions, &last->objects, &run->objects, replaces, true);
	}
	/* what the run has read itself is no other document */
	for (uint32_t i = 0; i < run->objects.count; i++) {
		const clausary_datum *object = &run->objects.items[i];
		if (!is_document(object))
			continue;
		clausary_map_put(&editions->kinds, object->target, CLAUSARY_EDITION_EARLIER);
		clausary_array_push(&editions->read, clausary_object_item(object, "identifier"));
	}
}

void
clausary_editions_finish(clausary_editions *editions)
{
	clausary_map_finish(&editions->kinds);
	clausary_array_finish(&editions->earlier);
	clausary_array_finish(&editions->read);
}

/* Whether a citation, "Resolution 17 (Port Almira, 2031), 3.2", is of a work that the run has read:
 * what stands before its first comma outside of brackets says so. */
static bool
cites_run(const clausary_editions *editions, clausary_slice citation)
{
	clausary_slice document = clausary_citation_document(citation);
	for (size_t i = 0; document.size < citation.size && i < editions->read.count; i++)
		if (are_one_work(document, editions->read.items[i]))
			return true;
	return false;
}

static clausary_edition_kind
kind_of(const clausary_editions *editions, const clausary_source *source)
{
	uint32_t kind =
	        source->key.size ? clausary_map_get(&editions->kinds, source->key) : CLAUSARY_NONE;
	if (kind != CLAUSARY_NONE)
		return (clausary_edition_kind)kind;
	return cites_run(editions, source->citation) ? CLAUSARY_EDITION_EARLIER
	                                             : CLAUSARY_EDITION_UNKNOWN;
}

static bool
is_others(const clausary_editions *editions, const clausary_source *source)
{
	clausary_edition_kind kind = kind_of(editions, source);
	return kind == CLAUSARY_EDITION_VERSION || kind == CLAUSARY_EDITION_OTHER;
}

static bool
have(const clausary_editions *editions, const clausary_source *items, uint32_t count,
     clausary_edition_kind kind)
{
	for (uint32_t i = 0; i < count; i++)
		if (kind_of(editions, &items[i]) == kind)
			return true;
	return false;
}

bool
clausary_editions_has_term(const clausary_editions *editions, const clausary_term *term)
{
	const clausary_source *sources = term->sources.items;
	uint32_t count = term->sources.count;
	return have(editions, sources, count, CLAUSARY_EDITION_EARLIER)
	       && !have(editions, sources, count, CLAUSARY_EDITION_VERSION)
	       && !have(editions, sources, count, CLAUSARY_EDITION_OTHER);
}

bool
clausary_editions_has(const clausary_editions *editions, const clausary_concept *concept,
                      clausary_edition_kind kind)
{
	for (uint32_t i = 0; i < concept->languages.count; i++) {
		const clausary_language_section *section = concept->languages.items[i];
		for (uint32_t j = 0; j < section->definitions.count; j++)
			if (have(editions, section->definitions.items[j].sources.items,
			         section->definitions.items[j].sources.count, kind))
				return true;
		for (uint32_t j = 0; j < section->terms.count; j++)
			if (have(editions, section->terms.items[j]->sources.items,
			         section->terms.items[j]->sources.count, kind))
				return true;
	}
	return false;
}

bool
clausary_editions_cite(const clausary_editions *editions, clausary_slice citation, bool alone)
{
	for (size_t i = 0; i < editions->earlier.count; i++) {
		clausary_slice identifier = editions->earlier.items[i];
		clausary_slice rest =
		        clausary_slice_starts(citation, identifier)
		                ? clausary_slice_part(citation, identifier.size, citation.size)
		                : citation;
		if (rest.size == 0 || (!alone && clausary_slice_starts(rest, CLAUSARY_SLICE(", "))))
			return true;
	}
	return !alone && cites_run(editions, citation);
}

/* Keep the sources of other documents; returns whether there is one. */
static bool
keep_sources(const clausary_editions *editions, clausary_source *items, uint32_t *count)
{
	uint32_t kept = 0;
	for (uint32_t i = 0; i < *count; i++)
		if (is_others(editions, &items[i]))
			items[kept++] = items[i];
	*count = kept;
	return kept > 0;
}

static bool
keep_term(const clausary_editions *editions, clausary_term *term)
{
	uint32_t kept = 0;
	if (!keep_sources(editions, term->sources.items, &term->sources.count))
		return false;
	for (uint32_t i = 0; i < term->contexts.count; i++)
		if (is_others(editions, &term->contexts.items[i].source))
			term->contexts.items[kept++] = term->contexts.items[i];
	term->contexts.count = kept;
	return true;
}

static bool
keep_section(const clausary_editions *editions, clausary_language_section *section)
{
	uint32_t definitions = 0, terms = 0;
	for (uint32_t i = 0; i < section->definitions.count; i++) {
		clausary_concept_definition *one = &section->definitions.items[i];
		if (keep_sources(editions, one->sources.items, &one->sources.count))
			section->definitions.items[definitions++] = *one;
	}
	for (uint32_t i = 0; i < section->terms.count; i++)
		if (keep_term(editions, section->terms.items[i]))
			section->terms.items[terms++] = section->terms.items[i];
	section->definitions.count = definitions;
	section->terms.count = terms;
	return definitions || terms;
}

void
clausary_editions_others(const clausary_editions *editions, clausary_arena *arena,
                         clausary_facts *facts, const clausary_concept *concept)
{
	clausary_concept *copy;
	uint32_t kept = 0, data = 0;
	if (!clausary_editions_has(editions, concept, CLAUSARY_EDITION_OTHER)
	    && !clausary_editions_has(editions, concept, CLAUSARY_EDITION_VERSION))
		return;
	copy = clausary_concept_copy(arena, concept);
	for (uint32_t i = 0; i < copy->languages.count; i++)
		if (keep_section(editions, copy->languages.items[i]))
			copy->languages.items[kept++] = copy->languages.items[i];
	copy->languages.count = kept;
	for (uint32_t i = 0; i < copy->data.count; i++)
		if (!clausary_editions_cite(editions, copy->data.items[i].text, true))
			copy->data.items[data++] = copy->data.items[i];
	copy->data.count = data;
	clausary_facts_add(arena, facts, copy);
}
