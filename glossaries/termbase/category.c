/* The table of data categories. */
#include "termbase/category.h"

#include <stdlib.h>

#define ADMIN CLAUSARY_DATUM_ADMIN
#define ADMIN_NOTE CLAUSARY_DATUM_ADMIN_NOTE
#define DESCRIP CLAUSARY_DATUM_DESCRIP
#define DESCRIP_NOTE CLAUSARY_DATUM_DESCRIP_NOTE
#define TERM_NOTE CLAUSARY_DATUM_TERM_NOTE
#define TRANSAC CLAUSARY_DATUM_TRANSAC
#define TRANSAC_NOTE CLAUSARY_DATUM_TRANSAC_NOTE
#define REF CLAUSARY_DATUM_REF
#define XREF CLAUSARY_DATUM_XREF
#define COMPONENTS CLAUSARY_DATUM_COMPONENTS

#define MIN CLAUSARY_MODULE_MIN
#define BASIC CLAUSARY_MODULE_BASIC
#define LINGUIST CLAUSARY_MODULE_LINGUIST
#define DEFAULT CLAUSARY_MODULE_DEFAULT

enum {
	C = CLAUSARY_LEVEL_CONCEPT,
	CL = CLAUSARY_LEVEL_CONCEPT | CLAUSARY_LEVEL_LANGUAGE,
	CT = CLAUSARY_LEVEL_CONCEPT | CLAUSARY_LEVEL_TERM,
	T = CLAUSARY_LEVEL_TERM,
	ALL = CLAUSARY_LEVELS
};

/* In the order of strcmp(), for bsearch(). */
static const clausary_category CATEGORIES[] = {
        {"abbreviatedFormFor", TERM_NOTE, DEFAULT, T, NULL},
        {"administrativeStatus", TERM_NOTE, MIN, T,
	 "admittedTerm-admn-sts deprecatedTerm-admn-sts supersededTerm-admn-sts "
	 "preferredTerm-admn-sts"},
        {"animacy", TERM_NOTE, DEFAULT, T, "animate inanimate otherAnimacy"},
        {"annotatedNote", ADMIN, DEFAULT, ALL, NULL},
        {"antonymConcept", DESCRIP, DEFAULT, C, NULL},
        {"antonymTerm", TERM_NOTE, DEFAULT, T, NULL},
        {"applicationSubset", ADMIN, DEFAULT, ALL, NULL},
        {"associatedConcept", DESCRIP, DEFAULT, CL, NULL},
        {"audio", DESCRIP, DEFAULT, ALL, NULL},
        {"broaderConceptGeneric", DESCRIP, DEFAULT, CL, NULL},
        {"broaderConceptPartitive", DESCRIP, DEFAULT, CL, NULL},
        {"businessUnitSubset", ADMIN, DEFAULT, ALL, NULL},
        {"characteristic", DESCRIP, DEFAULT, T, NULL},
        {"classificationCode", DESCRIP, DEFAULT, ALL, NULL},
        {"conceptOrigin", ADMIN, DEFAULT, ALL, NULL},
        {"conceptPosition", DESCRIP, DEFAULT, CL, NULL},
        {"context", DESCRIP, BASIC, T, NULL},
        {"contextType", DESCRIP_NOTE, DEFAULT, ALL,
	 "definingContext explanatoryContext associativeContext linguisticContext "
	 "metalinguisticContext translatedContext"},
        {"coordinateConceptGeneric", DESCRIP, DEFAULT, CL, NULL},
        {"coordinateConceptPartitive", DESCRIP, DEFAULT, CL, NULL},
        {"corpusTrace", XREF, DEFAULT, ALL, NULL},
        {"crossReference", REF, BASIC, CT, NULL},
        {"customerSubset", ADMIN, MIN, CT, NULL},
        {"databaseType", ADMIN, DEFAULT, ALL, NULL},
        {"definition", DESCRIP, BASIC, CL, NULL},
        {"definitionType", DESCRIP_NOTE, DEFAULT, ALL,
	 "intensionalDefinition extensionalDefinition partitiveDefinition translatedDefinition"},
        {"descriptionType", DESCRIP_NOTE, DEFAULT, ALL, NULL},
        {"directionality", TERM_NOTE, DEFAULT, T,
	 "monodirectional bidirectional incommensurate undetermined"},
        {"domainExpert", ADMIN, DEFAULT, ALL, NULL},
        {"elementWorkingStatus", ADMIN, DEFAULT, ALL,
	 "starterElement workingElement consolidatedElement archiveElement importedElement "
	 "exportedElement"},
        {"entrySource", ADMIN, DEFAULT, ALL, NULL},
        {"environmentSubset", ADMIN, DEFAULT, ALL, NULL},
        {"etymology", TERM_NOTE, DEFAULT, T, NULL},
        {"example", DESCRIP, DEFAULT, ALL, NULL},
        {"explanation", DESCRIP, DEFAULT, ALL, NULL},
        {"externalCrossReference", XREF, MIN, ALL, NULL},
        {"falseFriend", TERM_NOTE, DEFAULT, T, NULL},
        {"figure", DESCRIP, DEFAULT, ALL, NULL},
        {"frequency", TERM_NOTE, DEFAULT, T, "commonlyUsed infrequentlyUsed rarelyUsed"},
        {"geographicalUsage", TERM_NOTE, BASIC, T, NULL},
        {"grammaticalGender", TERM_NOTE, BASIC, T, "masculine feminine neuter other"},
        {"grammaticalNumber", TERM_NOTE, LINGUIST, T, "singular plural dual mass otherNumber"},
        {"grammaticalValency", TERM_NOTE, DEFAULT, T, NULL},
        {"homograph", TERM_NOTE, DEFAULT, T, NULL},
        {"hyphenation", COMPONENTS, DEFAULT, T, NULL},
        {"indexHeading", ADMIN, DEFAULT, ALL, NULL},
        {"keyword", ADMIN, DEFAULT, ALL, NULL},
        {"language-planningQualifier", TERM_NOTE, DEFAULT, T,
	 "recommendedTerm nonstandardizedTerm proposedTerm newTerm"},
        {"lemma", COMPONENTS, DEFAULT, T, NULL},
        {"lionHotkey", TERM_NOTE, DEFAULT, T, NULL},
        {"morphologicalElement", COMPONENTS, DEFAULT, T, NULL},
        {"normativeAuthorization", TERM_NOTE, DEFAULT, T,
	 "standardizedTerm preferredTerm admittedTerm deprecatedTerm supersededTerm legalTerm "
	 "regulatedTerm"},
        {"noteSource", ADMIN_NOTE, DEFAULT, ALL, NULL},
        {"originatingDatabase", ADMIN, DEFAULT, ALL, NULL},
        {"originatingInstitution", ADMIN, DEFAULT, ALL, NULL},
        {"originatingPerson", ADMIN, DEFAULT, ALL, NULL},
        {"otherBinaryData", DESCRIP, DEFAULT, ALL, NULL},
        {"partOfSpeech", TERM_NOTE, MIN, T, "adjective noun other verb adverb"},
        {"processStatus", TERM_NOTE, DEFAULT, T, "unprocessed provisionallyProcessed finalized"},
        {"productSubset", ADMIN, DEFAULT, ALL, NULL},
        {"projectSubset", ADMIN, BASIC, CT, NULL},
        {"pronunciation", TERM_NOTE, DEFAULT, T, NULL},
        {"proprietaryRestriction", TERM_NOTE, DEFAULT, T, "trademark serviceMark tradeName"},
        {"quantity", DESCRIP, DEFAULT, T, NULL},
        {"range", DESCRIP, DEFAULT, T, NULL},
        {"reading", ADMIN, LINGUIST, T, NULL},
        {"readingNote", ADMIN_NOTE, LINGUIST, T, NULL},
        {"register", TERM_NOTE, LINGUIST, T,
	 "colloquialRegister neutralRegister technicalRegister in-houseRegister "
	 "bench-levelRegister slangRegister vulgarRegister"},
        {"relatedConcept", DESCRIP, DEFAULT, CL, NULL},
        {"relatedConceptBroader", DESCRIP, DEFAULT, CL, NULL},
        {"relatedConceptNarrower", DESCRIP, DEFAULT, CL, NULL},
        {"reliabilityCode", DESCRIP, DEFAULT, ALL, "1 2 3 4 5 6 7 8 9 10"},
        {"responsibility", TRANSAC_NOTE, BASIC, ALL, NULL},
        {"sampleSentence", DESCRIP, DEFAULT, T, NULL},
        {"searchTerm", ADMIN, DEFAULT, ALL, NULL},
        {"securitySubset", ADMIN, DEFAULT, ALL, "public confidential"},
        {"see", REF, DEFAULT, ALL, NULL},
        {"sequentiallyRelatedConcept", DESCRIP, DEFAULT, CL, NULL},
        {"shortFormFor", TERM_NOTE, DEFAULT, T, NULL},
        {"sortKey", ADMIN, DEFAULT, ALL, NULL},
        {"source", ADMIN, BASIC, ALL, NULL},
        {"sourceIdentifier", ADMIN, DEFAULT, ALL, NULL},
        {"sourceType", ADMIN_NOTE, DEFAULT, ALL, "parallelText backgroundText"},
        {"spatiallyRelatedConcept", DESCRIP, DEFAULT, CL, NULL},
        {"subjectField", DESCRIP, MIN, C, NULL},
        {"subordinateConceptGeneric", DESCRIP, DEFAULT, CL, NULL},
        {"subordinateConceptPartitive", DESCRIP, DEFAULT, CL, NULL},
        {"subsetOwner", ADMIN, DEFAULT, ALL, NULL},
        {"superordinateConceptGeneric", DESCRIP, DEFAULT, CL, NULL},
        {"superordinateConceptPartitive", DESCRIP, DEFAULT, CL, NULL},
        {"syllabification", COMPONENTS, DEFAULT, T, NULL},
        {"table", DESCRIP, DEFAULT, ALL, NULL},
        {"temporalQualifier", TERM_NOTE, DEFAULT, T, "archaicTerm outdatedTerm obsoleteTerm"},
        {"temporallyRelatedConcept", DESCRIP, DEFAULT, CL, NULL},
        {"termElement", COMPONENTS, DEFAULT, T, NULL},
        {"termLocation", TERM_NOTE, BASIC, T,
	 "checkBox comboBox comboBoxElement dialogBox groupBox informativeMessage "
	 "interactiveMessage menuItem progressBar pushButton radioButton slider spinBox tab "
	 "tableText textBox toolTip user-definedType"},
        {"termProvenance", TERM_NOTE, DEFAULT, T,
	 "transdisciplinaryBorrowing translingualBorrowing loanTranslation neologism"},
        {"termStructure", TERM_NOTE, DEFAULT, T, NULL},
        {"termType", TERM_NOTE, BASIC, T, "fullForm acronym abbreviation shortForm variant phrase"},
        {"thesaurusDescriptor", DESCRIP, DEFAULT, C, NULL},
        {"timeRestriction", TERM_NOTE, DEFAULT, T, NULL},
        {"transactionType", TRANSAC, BASIC, ALL, "origination modification"},
        {"transferComment", TERM_NOTE, LINGUIST, T, NULL},
        {"unit", DESCRIP, DEFAULT, T, NULL},
        {"usageCount", TRANSAC_NOTE, DEFAULT, ALL, NULL},
        {"usageNote", TERM_NOTE, DEFAULT, T, NULL},
        {"video", DESCRIP, DEFAULT, ALL, NULL},
        {"xAudio", XREF, DEFAULT, ALL, NULL},
        {"xGraphic", XREF, BASIC, CL, NULL},
        {"xMathML", XREF, DEFAULT, ALL, NULL},
        {"xSource", XREF, DEFAULT, ALL, NULL},
        {"xVideo", XREF, DEFAULT, ALL, NULL},
};

static int
compare(const void *key, const void *item)
{
	const clausary_slice *name = key;
	const clausary_category *category = item;
	return clausary_slice_compare(*name, clausary_slice_of(category->name));
}

const clausary_category *
clausary_category_at(size_t index)
{
	return index < sizeof CATEGORIES / sizeof CATEGORIES[0] ? &CATEGORIES[index] : NULL;
}

const clausary_category *
clausary_category_named(clausary_slice name)
{
	return bsearch(&name, CATEGORIES, sizeof CATEGORIES / sizeof CATEGORIES[0],
	               sizeof CATEGORIES[0], compare);
}

clausary_slice
clausary_category_value(const char *values, clausary_slice value)
{
	for (const char *at = values; *at; at += *at == ' ') {
		size_t same = 0;
		while (same < value.size && at[same] == value.data[same] && at[same] > ' ')
			same++;
		if (same == value.size && same > 0 && (at[same] == ' ' || at[same] == '\0'))
			return (clausary_slice){at, same};
		while (*at != ' ' && *at != '\0')
			at++;
	}
	return (clausary_slice){0};
}

const char *
clausary_datum_element_name(clausary_datum_element element)
{
	static const char *const names[] = {
	        [CLAUSARY_DATUM_ADMIN] = "admin",
	        [CLAUSARY_DATUM_ADMIN_NOTE] = "adminNote",
	        [CLAUSARY_DATUM_DESCRIP] = "descrip",
	        [CLAUSARY_DATUM_DESCRIP_NOTE] = "descripNote",
	        [CLAUSARY_DATUM_TERM_NOTE] = "termNote",
	        [CLAUSARY_DATUM_TRANSAC] = "transac",
	        [CLAUSARY_DATUM_TRANSAC_NOTE] = "transacNote",
	        [CLAUSARY_DATUM_DATE] = "date",
	        [CLAUSARY_DATUM_NOTE] = "note",
	        [CLAUSARY_DATUM_REF] = "ref",
	        [CLAUSARY_DATUM_XREF] = "xref",
	        [CLAUSARY_DATUM_COMPONENTS] = "termCompList",
	        [CLAUSARY_DATUM_COMPONENT] = "termComp",
	        [CLAUSARY_DATUM_OBJECT] = "refObject",
	        [CLAUSARY_DATUM_ITEM] = "item",
	};
	return names[element];
}
