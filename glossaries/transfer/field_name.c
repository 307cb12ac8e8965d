/* Names of fields and values as users write them. The words are those of the exchange formats
 * themselves, letters and digits only, small. */
#include "transfer/field_name.h"

#include "termbase/category.h"

typedef struct alias {
	const char *written, *meant;
} alias;

static const alias FIELDS[] = {
        {"comment", "note"},
        {"comments", "note"},
        {"contextexample", "context"},
        {"domain", "subjectField"},
        {"domains", "subjectField"},
        {"evaluation", "administrativeStatus"},
        {"example", "context"},
        {"gender", "grammaticalGender"},
        {"geographicalusage", "geographicalUsage"},
        {"grammaticalgender", "grammaticalGender"},
        {"grammaticalnumber", "grammaticalNumber"},
        {"image", "xGraphic"},
        {"notes", "note"},
        {"number", "grammaticalNumber"},
        {"partofspeech", "partOfSpeech"},
        {"pos", "partOfSpeech"},
        {"project", "projectSubset"},
        {"reference", "source"},
        {"remark", "note"},
        {"status", "administrativeStatus"},
        {"subject", "subjectField"},
        {"subjectfield", "subjectField"},
        {"termstatus", "administrativeStatus"},
        {"termtype", "termType"},
        {"type", "termType"},
        {"url", "externalCrossReference"},
        {"usagestatus", "administrativeStatus"},
        {"wordclass", "partOfSpeech"},
};

static const alias STATUSES[] = {
        {"preferred", "preferredTerm-admn-sts"},       {"preferredterm", "preferredTerm-admn-sts"},
        {"approved", "preferredTerm-admn-sts"},        {"admitted", "admittedTerm-admn-sts"},
        {"admittedterm", "admittedTerm-admn-sts"},     {"deprecated", "deprecatedTerm-admn-sts"},
        {"deprecatedterm", "deprecatedTerm-admn-sts"}, {"forbidden", "deprecatedTerm-admn-sts"},
        {"notrecommended", "deprecatedTerm-admn-sts"}, {"superseded", "supersededTerm-admn-sts"},
        {"supersededterm", "supersededTerm-admn-sts"}, {"obsolete", "supersededTerm-admn-sts"},
};

static const alias TYPES[] = {
        {"fullform", "fullForm"},         {"full", "fullForm"},
        {"acronym", "acronym"},           {"initialism", "acronym"},
        {"abbreviation", "abbreviation"}, {"abbrev", "abbreviation"},
        {"shortform", "shortForm"},       {"short", "shortForm"},
        {"variant", "variant"},           {"phrase", "phrase"},
};

/* Whether both are the same letters and digits, whatever their case and what stands between. */
static bool
is_same(clausary_slice name, const char *written)
{
	const char *at = written;
	for (size_t i = 0; i < name.size; i++) {
		char c = clausary_ascii_lower(name.data[i]);
		if (c == ' ' || c == '_' || c == '-' || c == '.')
			continue;
		if (c != *at++)
			return false;
	}
	return *at == '\0';
}

static clausary_slice
meaning(const alias *all, size_t count, clausary_slice name)
{
	for (size_t i = 0; i < count; i++)
		if (is_same(name, all[i].written))
			return clausary_slice_of(all[i].meant);
	return name;
}

clausary_slice
clausary_field_category(clausary_slice name)
{
	clausary_slice found = meaning(FIELDS, sizeof FIELDS / sizeof FIELDS[0], name);
	static const char *const exact[] = {"context", "definition", "note", "source"};
	if (found.data != name.data || clausary_category_named(name))
		return found;
	for (size_t i = 0; i < sizeof exact / sizeof exact[0]; i++)
		if (is_same(name, exact[i]))
			return clausary_slice_of(exact[i]);
	return name;
}

void
clausary_field_datum(clausary_filling *filling, clausary_datum *datum, clausary_slice name,
                     bool at_term, clausary_slice value)
{
	clausary_slice found = clausary_field_category(name);
	const clausary_category *category = clausary_category_named(found);
	*datum = (clausary_datum){.element = at_term ? CLAUSARY_DATUM_TERM_NOTE
	                                             : CLAUSARY_DATUM_DESCRIP,
	                          .category = clausary_filling_string(filling, found)};
	if (clausary_slice_equal(found, CLAUSARY_SLICE("note"))) {
		datum->element = CLAUSARY_DATUM_NOTE;
		datum->category = CLAUSARY_SLICE("");
	} else if (category) {
		datum->element = category->element;
	}
	if (clausary_slice_equal(found, CLAUSARY_SLICE("administrativeStatus")))
		value = meaning(STATUSES, sizeof STATUSES / sizeof STATUSES[0],
		                clausary_slice_trim(value));
	else if (clausary_slice_equal(found, CLAUSARY_SLICE("termType")))
		value = meaning(TYPES, sizeof TYPES / sizeof TYPES[0], clausary_slice_trim(value));
	if (datum->element == CLAUSARY_DATUM_XREF)
		datum->target = clausary_filling_copy(filling, value, false);
	datum->text = category && category->values ? clausary_filling_string(filling, value)
	                                           : clausary_filling_copy(filling, value, true);
}
