/* Pairs of two languages. Full forms become full forms and short forms short forms, where there are
 * some. */
#include "write/pairs_out.h"

#include "write/losses.h"

#include <stdlib.h>

typedef struct pairs {
	clausary_sink *to;
	const clausary_termbase *termbase;
	clausary_slice source, target; /* languages */
	clausary_pair_layout layout;
	clausary_map seen;                             /* source forms that were written */
	CLAUSARY_ARRAY(const clausary_term *) written; /* of the concept at hand */
} pairs;

static bool
is_current(const clausary_term *term)
{
	return term->status != CLAUSARY_TERM_STATUS_DEPRECATED
	       && term->status != CLAUSARY_TERM_STATUS_SUPERSEDED;
}

/* The n-th short form, or n-th other term, that is not deprecated; NULL past the end. */
static const clausary_term *
nth(const clausary_language_section *section, bool is_short, uint32_t n)
{
	for (uint32_t i = 0; i < section->terms.count; i++)
		if (clausary_term_is_short(section->terms.items[i]) == is_short
		    && is_current(section->terms.items[i]) && n-- == 0)
			return section->terms.items[i];
	return NULL;
}

/* What the n-th source form of a kind becomes: the n-th of its kind, else the first, else the first
 * of the other kind. */
static const clausary_term *
counterpart(const clausary_language_section *target, bool is_short, uint32_t n)
{
	const clausary_term *term = nth(target, is_short, n);
	if (term == NULL)
		term = nth(target, is_short, 0);
	return term ? term : nth(target, !is_short, 0);
}

/* UTX 1.20: what it is and which languages; then what the columns are. It would have a date too,
 * but the same input gives the same bytes. */
static void
put_utx_head(pairs *p)
{
	clausary_sink_literal(p->to, "#UTX 1.20; ");
	clausary_sink_put(p->to, clausary_termbase_tag(p->termbase, p->source));
	clausary_sink_put_byte(p->to, '/');
	clausary_sink_put(p->to, clausary_termbase_tag(p->termbase, p->target));
	clausary_sink_literal(p->to, ";\n#src\ttgt\tsrc:pos\tterm status\tconcept ID\n");
}

/* A name is a noun where nothing else is known: UTX asks for a part of speech. */
static void
put_utx_fields(pairs *p, const clausary_concept *concept, const clausary_term *source)
{
	bool approved = source->status == CLAUSARY_TERM_STATUS_PREFERRED;
	clausary_sink_put_byte(p->to, '\t');
	clausary_sink_put(p->to, source->part_of_speech.size ? source->part_of_speech
	                                                     : CLAUSARY_SLICE("noun"));
	clausary_sink_put_byte(p->to, '\t');
	clausary_sink_put(p->to,
	                  approved ? CLAUSARY_SLICE("approved") : CLAUSARY_SLICE("provisional"));
	clausary_sink_put_byte(p->to, '\t');
	clausary_sink_put(p->to, concept->id);
}

static void
put_pair(pairs *p, const clausary_concept *concept, const clausary_term *source,
         const clausary_term *target)
{
	if (p->layout == CLAUSARY_PAIRS_PLAIN
	    && clausary_map_get(&p->seen, source->form) != CLAUSARY_NONE)
		return;
	clausary_map_put(&p->seen, source->form, 1);
	clausary_array_push(&p->written, source);
	clausary_array_push(&p->written, target);
	clausary_sink_put(p->to, source->form);
	clausary_sink_put_byte(p->to, '\t');
	clausary_sink_put(p->to, target->form);
	if (p->layout == CLAUSARY_PAIRS_UTX)
		put_utx_fields(p, concept, source);
	if (p->layout == CLAUSARY_PAIRS_COMMENT) {
		clausary_buffer text = {0};
		clausary_source_print(&text, p->termbase,
		                      source->sources.count ? &source->sources.items[0]
		                                            : concept->source);
		clausary_sink_put_byte(p->to, '\t');
		clausary_sink_put(p->to, clausary_buffer_slice(&text));
		clausary_buffer_finish(&text);
	}
	clausary_sink_put_byte(p->to, '\n');
}

static void
drop(pairs *p, const char *field, size_t count)
{
	for (size_t i = 0; i < count; i++)
		clausary_losses_add(p->to, CLAUSARY_LOSS_DROPPED, clausary_slice_of(field));
}

static bool
is_written(const pairs *p, const clausary_term *term)
{
	for (size_t i = 0; i < p->written.count; i++)
		if (p->written.items[i] == term)
			return true;
	return false;
}

/* What of a concept is in no pair: terms; of the layout with a comment also where those that are
 * sources stand, and of UTX their part of speech, and whether they are approved. */
static void
count_losses(pairs *p, const clausary_concept *concept)
{
	for (uint32_t i = 0; i < concept->languages.count; i++) {
		const clausary_language_section *section = concept->languages.items[i];
		bool is_source = clausary_slice_equal_ascii(section->language, p->source);
		for (uint32_t k = 0; k < section->terms.count; k++) {
			const clausary_term *term = section->terms.items[k];
			bool written = is_written(p, term), shown = written && is_source;
			bool comment = shown && p->layout == CLAUSARY_PAIRS_COMMENT;
			bool utx = shown && p->layout == CLAUSARY_PAIRS_UTX;
			drop(p, "term", !written);
			drop(p, "source", term->sources.count - (comment && term->sources.count));
			drop(p, "administrativeStatus",
			     term->status != CLAUSARY_TERM_STATUS_NONE
			             && !(utx && term->status == CLAUSARY_TERM_STATUS_PREFERRED));
			drop(p, "partOfSpeech", term->part_of_speech.size && !utx);
		}
	}
	p->written.count = 0;
}

static void
put_concept(pairs *p, const clausary_concept *concept)
{
	const clausary_language_section *source = clausary_concept_find_section(concept, p->source);
	const clausary_language_section *target = clausary_concept_find_section(concept, p->target);
	if (source == NULL || target == NULL)
		return;
	for (int is_short = 0; is_short < 2; is_short++) {
		const clausary_term *term;
		for (uint32_t n = 0; (term = nth(source, is_short, n)) != NULL; n++) {
			const clausary_term *other = counterpart(target, is_short, n);
			if (other)
				put_pair(p, concept, term, other);
		}
	}
}

/* The language that was asked for by its own tag or by the one it is written as; else the n-th of
 * the output. */
static bool
choose(clausary_slice *language, const clausary_termbase *termbase, const char *asked,
       const clausary_slice *languages, size_t count, size_t n)
{
	clausary_slice tag = clausary_slice_of(asked);
	for (size_t i = 0; i < count; i++)
		if (asked ? clausary_slice_equal_ascii(languages[i], tag)
		                    || clausary_slice_equal_ascii(
		                            clausary_termbase_tag(termbase, languages[i]), tag)
		          : i == n) {
			*language = languages[i];
			return true;
		}
	return false;
}

clausary_status
clausary_pairs_languages(clausary_slice *pair, clausary_context *context,
                         const clausary_results *results)
{
	clausary_slice *languages;
	size_t count = clausary_termbase_languages(results->termbase, &languages);
	bool good =
	        choose(&pair[0], results->termbase, results->source_language, languages, count, 0)
	        && choose(&pair[1], results->termbase, results->target_language, languages, count,
	                  1);
	free(languages);
	if (good)
		return CLAUSARY_OK;
	if (results->source_language)
		return clausary_context_fail(context, CLAUSARY_EUSAGE,
		                             "the entries have no terms in '%s' and '%s'",
		                             results->source_language, results->target_language);
	return clausary_context_fail(context, CLAUSARY_EUSAGE,
	                             "a list of pairs needs terms in two languages: give the "
	                             "language versions of the document together");
}

clausary_status
clausary_pairs_write(clausary_sink *to, clausary_context *context, const clausary_results *results,
                     clausary_pair_layout layout)
{
	pairs p = {.to = to, .termbase = results->termbase, .layout = layout};
	clausary_slice languages[2];
	clausary_status status = clausary_pairs_languages(languages, context, results);
	if (status != CLAUSARY_OK)
		return status;
	p.source = languages[0];
	p.target = languages[1];
	if (layout == CLAUSARY_PAIRS_UTX)
		put_utx_head(&p);
	for (size_t i = 0; i < p.termbase->ordered.count; i++) {
		put_concept(&p, p.termbase->ordered.items[i]);
		count_losses(&p, p.termbase->ordered.items[i]);
	}
	clausary_array_finish(&p.written);
	clausary_map_finish(&p.seen);
	return CLAUSARY_OK;
}
