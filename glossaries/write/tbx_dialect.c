/* Which dialect of TBX holds a termbase: the smallest that has all its data categories. */
#include "write/tbx.h"

typedef struct fitting {
	const clausary_tbx *tbx;
	clausary_module module;
	uint32_t misfits; /* data that the dialect has no place for */
} fitting;

/* TBX-Basic of v2 has groups for definitions and contexts with their sources, and for
 * transactions; no others. */
static bool
is_v2_group(clausary_datum_element head, const clausary_datum *part)
{
	if (head == CLAUSARY_DATUM_TRANSAC)
		return true;
	return head == CLAUSARY_DATUM_DESCRIP && part->element == CLAUSARY_DATUM_ADMIN
	       && part->parts.count == 0
	       && clausary_slice_equal(part->category, CLAUSARY_SLICE("source"));
}

static void
fit_parts(fitting *f, clausary_datum_element head, const clausary_data *parts, unsigned level)
{
	for (uint32_t i = 0; i < parts->count; i++) {
		const clausary_datum *part = &parts->items[i];
		bool group = f->tbx->is_v2 && f->module != CLAUSARY_MODULE_DEFAULT
		             && !is_v2_group(head, part);
		f->misfits +=
		        group || !clausary_tbx_part_fits(f->tbx, head, part, f->module, level);
		fit_parts(f, part->element, &part->parts, level);
	}
}

static void
fit_data(fitting *f, const clausary_data *data, unsigned level)
{
	for (uint32_t i = 0; i < data->count; i++) {
		f->misfits += !clausary_tbx_fits(f->tbx, &data->items[i], f->module, level);
		fit_parts(f, data->items[i].element, &data->items[i].parts, level);
	}
}

static void
fit_definitions(fitting *f, const clausary_concept_definition *items, uint32_t count,
                unsigned level)
{
	for (uint32_t i = 0; i < count; i++)
		fit_parts(f, CLAUSARY_DATUM_DESCRIP, &items[i].data, level);
}

static void
fit_term(fitting *f, const clausary_term *term)
{
	f->misfits += term->part_of_speech.size
	              && !clausary_tbx_has_part_of_speech(f->tbx, f->module, term->part_of_speech);
	for (uint32_t i = 0; i < term->contexts.count; i++)
		fit_parts(f, CLAUSARY_DATUM_DESCRIP, &term->contexts.items[i].data,
		          CLAUSARY_LEVEL_TERM);
	fit_data(f, &term->data, CLAUSARY_LEVEL_TERM);
}

static uint32_t
misfits(const clausary_tbx *tbx, clausary_module module)
{
	fitting f = {.tbx = tbx, .module = module};
	const clausary_termbase *termbase = tbx->termbase;
	for (size_t i = 0; i < termbase->ordered.count; i++) {
		const clausary_concept *concept = termbase->ordered.items[i];
		fit_definitions(&f, concept->definitions.items, concept->definitions.count,
		                CLAUSARY_LEVEL_CONCEPT);
		fit_data(&f, &concept->data, CLAUSARY_LEVEL_CONCEPT);
		for (uint32_t j = 0; j < concept->languages.count; j++) {
			const clausary_language_section *section = concept->languages.items[j];
			fit_definitions(&f, section->definitions.items, section->definitions.count,
			                CLAUSARY_LEVEL_LANGUAGE);
			fit_data(&f, &section->data, CLAUSARY_LEVEL_LANGUAGE);
			for (uint32_t k = 0; k < section->terms.count; k++)
				fit_term(&f, section->terms.items[k]);
		}
	}
	return f.misfits;
}

static void
learn_id(clausary_tbx *tbx, clausary_slice id)
{
	if (id.size)
		clausary_id_set_add(&tbx->ids, id, 1);
}

/* What references may point at. */
static void
learn_ids(clausary_tbx *tbx)
{
	const clausary_termbase *termbase = tbx->termbase;
	for (uint32_t i = 0; i < termbase->objects.count; i++)
		learn_id(tbx, termbase->objects.items[i].target);
	for (size_t i = 0; i < termbase->ordered.count; i++) {
		const clausary_concept *concept = termbase->ordered.items[i];
		learn_id(tbx, concept->id);
		for (uint32_t j = 0; j < concept->languages.count; j++) {
			const clausary_language_section *section = concept->languages.items[j];
			for (uint32_t k = 0; k < section->terms.count; k++)
				learn_id(tbx, section->terms.items[k]->id);
		}
	}
}

bool
clausary_tbx_has_category(const clausary_tbx *tbx, clausary_slice category)
{
	return tbx->module != CLAUSARY_MODULE_MIN
	       || clausary_category_named(category)->module <= CLAUSARY_MODULE_MIN;
}

bool
clausary_tbx_has_part_of_speech(const clausary_tbx *tbx, clausary_module module,
                                clausary_slice value)
{
	if (module == CLAUSARY_MODULE_DEFAULT)
		return true;
	if (tbx->is_v2 && clausary_slice_equal(value, CLAUSARY_SLICE("properNoun")))
		return true;
	return clausary_category_has_value(
	        clausary_category_named(CLAUSARY_SLICE("partOfSpeech"))->values, value);
}

void
clausary_tbx_prepare(clausary_tbx *tbx)
{
	bool chosen = tbx->module != CLAUSARY_MODULE_CORE;
	if (!chosen)
		tbx->module = CLAUSARY_MODULE_BASIC;
	if (clausary_termbase_is_ours(tbx->termbase))
		return;
	learn_ids(tbx);
	if (chosen)
		return;
	uint32_t basic = misfits(tbx, CLAUSARY_MODULE_BASIC);
	if (basic == 0)
		return;
	if (tbx->is_v2 || (!tbx->is_dct && tbx->termbase->dialect.size))
		tbx->module = CLAUSARY_MODULE_DEFAULT;
	else if (misfits(tbx, CLAUSARY_MODULE_LINGUIST) < basic)
		tbx->module = CLAUSARY_MODULE_LINGUIST;
}

clausary_slice
clausary_tbx_dialect(const clausary_tbx *tbx)
{
	if (tbx->module == CLAUSARY_MODULE_DEFAULT)
		return tbx->is_v2 ? CLAUSARY_SLICE("TBX") : tbx->termbase->dialect;
	if (tbx->module == CLAUSARY_MODULE_MIN)
		return CLAUSARY_SLICE("TBX-Min");
	return tbx->module == CLAUSARY_MODULE_LINGUIST ? CLAUSARY_SLICE("TBX-Linguist")
	                                               : CLAUSARY_SLICE("TBX-Basic");
}

void
clausary_tbx_finish(clausary_tbx *tbx)
{
	clausary_buffer_finish(&tbx->text);
	clausary_buffer_finish(&tbx->name);
	clausary_id_set_finish(&tbx->ids);
}
