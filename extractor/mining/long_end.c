/* Where a long form ends. Names are whole, whatever their last words give: "Chief Keepers Board for
 * Coordination (CKB)". Two things that follow the last letter are not of the long form: the year
 * that tells one meeting or law of a series from the next, "Lamp Keepers Act, 2031 (LKA)"; and the
 * noun that says what kind of thing the short form names, "tide gauge network data (TGN)": one says
 * "TGN data". */
#include "mining/long_end.h"

#include "mining/form_letters.h"

static bool
is_small(const clausary_mining *mining, size_t token)
{
	return clausary_cues_has(&mining->cues->initials, clausary_mining_word(mining, token));
}

/* Whether tokens `first` to `last` are a year and what joins it to a name: "in the 1990s". */
static bool
is_date(const clausary_mining *mining, size_t first, size_t last)
{
	for (size_t i = first; i < last; i++)
		if (!clausary_mining_is_mark(mining, i, ',') && !is_small(mining, i))
			return false;
	return clausary_form_is_year(clausary_mining_word(mining, last));
}

bool
clausary_is_kind(const clausary_mining *mining, size_t first, size_t last)
{
	enum { MOST_NOUNS = 2 };
	const clausary_token *tokens = mining->tokens.items;
	if (!mining->cues->head_last || first > last || last - first >= MOST_NOUNS)
		return false;
	for (size_t i = first; i <= last; i++)
		if (tokens[i].kind != CLAUSARY_TOKEN_WORD
		    || tokens[i].traits & (CLAUSARY_TOKEN_CAPITAL_FIRST | CLAUSARY_TOKEN_JOINED)
		    || is_small(mining, i))
			return false;
	return true;
}

/* "TGs" */
static bool
is_plural(clausary_slice form)
{
	return form.size > 2 && form.data[form.size - 1] == 's'
	       && !clausary_ascii_is_lower(form.data[form.size - 2]);
}

/* Whether what follows the last letter says of what kind the thing is, and the words before it give
 * all letters. A form in the plural takes the plural from its last noun: "tide gauge networks
 * (TGs)"; a letter stays with its noun: "n type". */
static bool
goes_on_with_kind(const clausary_mining *mining, clausary_slice form, clausary_initials fit,
                  size_t last)
{
	static const float WELL = 0.8f;
	return clausary_is_kind(mining, fit.last + 1, last)
	       && mining->tokens.items[fit.last].size > 1
	       && !is_plural(form)
	       && clausary_initials_read(mining, form, fit.first, fit.last, true).score >= WELL;
}

size_t
clausary_long_end(const clausary_mining *mining, clausary_slice form, clausary_initials fit,
                  size_t last)
{
	bool cut = fit.last < last
	           && (is_date(mining, fit.last + 1, last)
	               || goes_on_with_kind(mining, form, fit, last));
	clausary_span words = clausary_mining_span(mining, fit.first, fit.last);
	return cut && words.end - words.start > form.size ? fit.last : last;
}
