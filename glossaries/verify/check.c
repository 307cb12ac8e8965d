/* clausary_check(): index of every document, then one rule after the other. */
#include "verify/check.h"

#include "termbase/reference.h"
#include "verify/concept_use.h"
#include "verify/writing.h"

#include <stdlib.h>

/* The line of a text file that byte `at` stands in: an index into `lines`. */
static uint32_t
line_at(const clausary_index *index, uint32_t at)
{
	uint32_t low = 0, high = index->line_count;
	while (low + 1 < high) {
		uint32_t middle = low + (high - low) / 2;
		if (index->lines[middle] <= at)
			low = middle;
		else
			high = middle;
	}
	return low;
}

/* Line and column of byte `at`. A paragraph of a Word file is one line of it; where a line of HTML
 * began is lost. */
static void
find_line(clausary_location *place, const clausary_index *index, uint32_t at)
{
	const clausary_document *document = index->document;
	uint32_t start;
	if (index->lines) {
		uint32_t line = line_at(index, at);
		start = index->lines[line];
		place->line = line + 1;
	} else if (document->blocks.count) {
		const clausary_block *block = clausary_index_block(index, at);
		start = block->span.start;
		place->line = block->line;
	} else {
		return;
	}
	if (strcmp(document->format, "html") != 0)
		place->column = 1 + clausary_document_code_points(document, at)
		                - clausary_document_code_points(document, start);
}

static clausary_location
make_place(const clausary_index *index, uint32_t clause, clausary_span span)
{
	clausary_location place = {.document = CLAUSARY_NONE, .clause = CLAUSARY_NONE};
	if (index == NULL)
		return place;
	place.document = index->number;
	place.clause = clause;
	place.span = span;
	find_line(&place, index, span.start);
	return place;
}

/* The sentence with its arguments. */
static clausary_slice
fill_in(clausary_checking *check, const char *format, const clausary_report *report)
{
	clausary_buffer sentence = {0};
	const char *arguments[CLAUSARY_REPORT_ARGUMENTS];
	for (size_t i = 0; i < CLAUSARY_REPORT_ARGUMENTS; i++)
		arguments[i] =
		        clausary_arena_copy(&check->issues->arena, report->arguments[i]).data;
	clausary_buffer_print(&sentence, format, arguments[0], arguments[1], arguments[2],
	                      arguments[3]);
	clausary_slice kept =
	        clausary_arena_copy(&check->issues->arena, clausary_buffer_slice(&sentence));
	clausary_buffer_finish(&sentence);
	return kept;
}

/* Whether the rule has said the same of this place already, as one that compares several versions
 * may. */
static bool
is_said(clausary_checking *check, const clausary_report *report)
{
	clausary_buffer key = {0};
	clausary_buffer_print(&key, "%s %u %u ", check->rule->text.id, report->index->number,
	                      report->span.start);
	clausary_buffer_add(&key, report->form);
	bool said = clausary_map_get(&check->said, clausary_buffer_slice(&key)) != CLAUSARY_NONE;
	if (!said)
		clausary_map_put(
		        &check->said,
		        clausary_arena_copy(&check->issues->arena, clausary_buffer_slice(&key)), 1);
	clausary_buffer_finish(&key);
	return said;
}

void
clausary_check_report(clausary_checking *check, const clausary_report *report)
{
	clausary_issues *issues = check->issues;
	if (is_said(check, report))
		return;
	int level = report->lower && check->level > CLAUSARY_NOTE ? CLAUSARY_NOTE : check->level;
	const char *format = clausary_message(check->context, report->message);
	clausary_issue issue = {
	        .rule = &check->rule->text,
	        .level = (clausary_level)level,
	        .place = make_place(report->index, report->clause, report->span),
	        .other = make_place(report->other, report->other_clause, report->other_span),
	        .form = clausary_arena_copy(&issues->arena, report->form),
	        .message = fill_in(check, report->message, report),
	        .edit = clausary_arena_copy(&issues->arena, report->edit),
	        .mends = report->mends};
	issue.sentence = format == report->message ? issue.message : fill_in(check, format, report);
	clausary_array_push(&issues->items, issue);
}

void
clausary_check_conflict(clausary_checking *check, const clausary_index *index,
                        const clausary_form *acronym, const clausary_conflict *conflict, bool lower)
{
	const clausary_pair *first = conflict->first, *second = conflict->second;
	clausary_check_report(check,
	                      &(clausary_report){.index = index,
	                                         .clause = second->clause,
	                                         .span = second->short_span,
	                                         .other = index,
	                                         .other_clause = first->clause,
	                                         .other_span = first->short_span,
	                                         .form = acronym->designation->form,
	                                         .message = "%s is expanded as %s, before as %s",
	                                         .arguments = {acronym->designation->form,
	                                                       second->text, first->text},
	                                         .lower = lower});
}

clausary_slice
clausary_check_number(clausary_checking *check, uint32_t number)
{
	char digits[16];
	size_t at = sizeof digits;
	do
		digits[--at] = (char)('0' + number % 10);
	while (number /= 10);
	return clausary_arena_copy(&check->issues->arena,
	                           (clausary_slice){digits + at, sizeof digits - at});
}

const clausary_reference *
clausary_check_reference(const clausary_checking *check, const char *name)
{
	const clausary_reference *reference = NULL;
	return clausary_reference_open(&reference, check->context, name) == CLAUSARY_OK ? reference
	                                                                                : NULL;
}

static bool
has_short_form(const clausary_language_section *section, clausary_slice form)
{
	for (uint32_t i = 0; i < section->terms.count; i++)
		if (clausary_term_is_short(section->terms.items[i])
		    && clausary_slice_equal(section->terms.items[i]->form, form))
			return true;
	return false;
}

bool
clausary_check_is_known(const clausary_checking *check, const clausary_index *index,
                        const clausary_form *acronym)
{
	return clausary_check_knows(check, index, acronym->designation->form);
}

/* Whether a reference glossary has a short form, in the language of a document. */
static bool
has_in_glossary(const clausary_checking *check, const clausary_index *index, const char *name,
                clausary_slice form)
{
	clausary_slice language = clausary_slice_of(index->document->language);
	const clausary_reference *reference = clausary_check_reference(check, name);
	for (size_t i = 0; reference && i < reference->glossary->concepts.count; i++) {
		const clausary_language_section *section = clausary_reference_section(
		        reference->glossary->concepts.items[i], language);
		if (section && has_short_form(section, form))
			return true;
	}
	return false;
}

bool
clausary_check_knows(const clausary_checking *check, const clausary_index *index,
                     clausary_slice form)
{
	const clausary_house *house = &check->house;
	if (clausary_map_get(&house->well_known, form) != CLAUSARY_NONE)
		return true;
	for (uint32_t i = 0; i < house->references.count; i++)
		if (has_in_glossary(check, index, house->references.entries[i].key.data, form))
			return true;
	return false;
}

bool
clausary_check_is_anybodys(const clausary_checking *check, const clausary_index *index,
                           clausary_slice form)
{
	for (size_t i = 0; clausary_reference_at(i).name; i++)
		if (has_in_glossary(check, index, clausary_reference_at(i).name, form))
			return true;
	return false;
}

static int
compare_issues(const void *a, const void *b)
{
	const clausary_issue *x = a, *y = b;
	const clausary_location *p = &x->place, *q = &y->place;
	if (p->document != q->document)
		return p->document < q->document ? -1 : 1;
	if (p->span.start != q->span.start)
		return p->span.start < q->span.start ? -1 : 1;
	int order = strcmp(x->rule->id, y->rule->id);
	return order ? order : clausary_slice_compare(x->form, y->form);
}

void
clausary_check_each_pair(clausary_checking *check,
                         void (*compare)(clausary_checking *check, const clausary_index *one,
                                         const clausary_index *other))
{
	enum { MOST_COMPARED = 64 }; /* documents before each: the work grows with their number */
	for (size_t i = 1; i < check->document_count; i++)
		for (size_t j = i > MOST_COMPARED ? i - MOST_COMPARED : 0; j < i; j++) {
			const clausary_index *one = &check->documents[j];
			const clausary_index *other = &check->documents[i];
			bool versions = check->groups && check->groups[i] == check->groups[j];
			if (!versions
			    && strcmp(one->document->language, other->document->language) == 0)
				compare(check, one, other);
		}
}

static void
look_at_group(clausary_checking *check, const clausary_versions *versions)
{
	for (size_t i = 0; (check->rule = clausary_rule_at(i)); i++) {
		check->level = check->house.levels[i];
		if (check->rule->versions && check->level != CLAUSARY_RULE_OFF)
			check->rule->versions(check, versions);
	}
}

/* Line up the versions of one document, build their concepts, and look. */
static clausary_status
compare_versions(clausary_checking *check, const clausary_index *const *items,
                 const clausary_findings *const *findings, size_t count)
{
	const clausary_termbase_options options = {.reference = "none"};
	clausary_alignment *alignment = NULL;
	clausary_termbase *termbase = NULL;
	clausary_status status = clausary_align(&alignment, check->context, findings, count);
	if (status == CLAUSARY_OK)
		status = clausary_termbase_new(&termbase, check->context, &options);
	if (status == CLAUSARY_OK)
		status = clausary_termbase_add_versions(termbase, findings, count, alignment);
	if (status == CLAUSARY_OK) {
		clausary_versions versions = {items, count, alignment, termbase, false, NULL};
		clausary_termbase_finish(termbase);
		versions.doubtful = clausary_versions_are_doubtful(&versions);
		versions.uses = clausary_concept_uses_read(&versions, termbase);
		look_at_group(check, &versions);
		clausary_concept_uses_free(versions.uses, count);
	}
	clausary_termbase_free(termbase);
	clausary_alignment_free(alignment);
	return status;
}

static clausary_status
look_at_versions(clausary_checking *check, uint32_t group)
{
	size_t count = 0;
	const clausary_index **items = clausary_memory_zeros(check->document_count, sizeof(void *));
	const clausary_findings **findings =
	        clausary_memory_zeros(check->document_count, sizeof(void *));
	for (size_t i = 0; i < check->document_count; i++)
		if (check->groups[i] == group) {
			items[count] = &check->documents[i];
			findings[count++] = check->documents[i].findings;
		}
	clausary_status status =
	        count > 1 ? compare_versions(check, items, findings, count) : CLAUSARY_OK;
	free(findings);
	free(items);
	return status;
}

/* Whether the rule knows the language of a document. */
static bool
knows(const clausary_rule *rule, const clausary_document *document)
{
	size_t size = strcspn(document->language, "-_");
	const char *at = rule->text.languages;
	while (at && *at) {
		size_t word = strcspn(at, " ");
		if (word == size && memcmp(at, document->language, size) == 0)
			return true;
		at += word + (at[word] == ' ');
	}
	return rule->text.languages == NULL;
}

static void
look_at_document(clausary_checking *check, const clausary_index *index)
{
	const clausary_rule *rule = check->rule;
	if (!knows(rule, index->document))
		return;
	if (rule->document)
		rule->document(check, index);
	for (size_t i = 0; rule->acronym && i < index->findings->designations.count; i++)
		if (index->forms[i].designation->kind == CLAUSARY_ACRONYM)
			rule->acronym(check, index, &index->forms[i]);
}

static clausary_status
look(clausary_checking *check)
{
	clausary_status status = CLAUSARY_OK;
	for (size_t i = 0; (check->rule = clausary_rule_at(i)); i++) {
		check->level = check->house.levels[i];
		if (check->level == CLAUSARY_RULE_OFF)
			continue;
		for (size_t j = 0; j < check->document_count; j++)
			look_at_document(check, &check->documents[j]);
		if (check->rule->corpus)
			check->rule->corpus(check);
	}
	for (uint32_t group = 0; check->groups && group < check->document_count; group++)
		if (status == CLAUSARY_OK)
			status = look_at_versions(check, group);
	return status;
}

static clausary_status
run(clausary_checking *check, const clausary_check_options *options)
{
	clausary_status status = clausary_house_read(&check->house, check->context, options->house,
	                                             options->house_text);
	if (status == CLAUSARY_OK)
		status = clausary_house_choose(&check->house, check->context, options->rules);
	for (size_t i = 0; i < check->document_count && status == CLAUSARY_OK; i++)
		status = clausary_index_read(&check->documents[i], check->context,
		                             check->issues->findings[i], (uint32_t)i);
	if (status == CLAUSARY_OK)
		status = look(check);
	if (check->issues->items.count)
		qsort(check->issues->items.items, check->issues->items.count,
		      sizeof *check->issues->items.items, compare_issues);
	for (size_t i = 0; i < check->document_count; i++) {
		clausary_written_free(check->written[i]);
		clausary_index_finish(&check->documents[i]);
	}
	clausary_house_finish(&check->house);
	clausary_map_finish(&check->said);
	return status;
}

clausary_status
clausary_check(clausary_issues **out, clausary_context *context,
               const clausary_findings *const *findings, size_t count,
               const clausary_check_options *options)
{
	static const clausary_check_options DEFAULTS = {0};
	clausary_issues *issues = clausary_memory_zeros(1, sizeof *issues);
	clausary_checking check = {.context = context, .issues = issues, .document_count = count};
	issues->document_count = count;
	issues->findings = clausary_memory_zeros(count + 1, sizeof *issues->findings);
	for (size_t i = 0; i < count; i++)
		issues->findings[i] = findings[i];
	check.documents = clausary_memory_zeros(count + 1, sizeof *check.documents);
	check.written = clausary_memory_zeros(count + 1, sizeof(void *));
	check.groups = options ? options->groups : NULL;
	check.authority = options ? options->authority : NULL;
	clausary_status status = run(&check, options ? options : &DEFAULTS);
	free(check.written);
	free(check.documents);
	if (status == CLAUSARY_OK)
		*out = issues;
	else
		clausary_issues_free(issues);
	return status;
}

void
clausary_issues_free(clausary_issues *issues)
{
	if (issues == NULL)
		return;
	clausary_arena_finish(&issues->arena);
	clausary_array_finish(&issues->items);
	free(issues->findings);
	free(issues);
}

const clausary_issue *
clausary_issues_items(const clausary_issues *issues, size_t *count)
{
	*count = issues->items.count;
	return issues->items.items;
}

const clausary_findings *const *
clausary_issues_findings(const clausary_issues *issues, size_t *count)
{
	*count = issues->document_count;
	return issues->findings;
}
