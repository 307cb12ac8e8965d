/* Clauses of language versions lined up, and rows that do not depend on the order of versions. */
#include "align_versions.h"

#include <stdlib.h>

static const char EN[] = "RESOLUTION 12 (Port Almira, 2031)\n"
                         "Buoys that keep watch\n"
                         "The Harbour Assembly (Port Almira, 2031),\n"
                         "recalling\n"
                         "a)\tResolution 7 (Port Almira, 2027), on tidal data;\n"
                         "b)\tthe work of the Hydrographic Data Council on 340 harbours,\n"
                         "resolves\n"
                         "1\tto moor 12 autonomous buoys in every port;\n"
                         "2\tto publish their soundings under code HDC-54/169.\n";

static const char FR[] = "RÉSOLUTION 12 (Port-Almire, 2031)\n"
                         "Bouées de veille\n"
                         "L'Assemblée des ports (Port-Almire, 2031),\n"
                         "rappelant\n"
                         "a)\tla Résolution 7 (Port-Almire, 2027) relative aux données de marée;\n"
                         "b)\tles travaux du Conseil des données hydrographiques sur 340 ports,\n"
                         "décide\n"
                         "1\tde mouiller 12 bouées autonomes dans chaque port;\n"
                         "2\tde publier leurs sondages sous le code HDC-54/169.\n";

START_TEST(rows_by_key)
{
	const version_text texts[] = {{"en", EN}, {"fr", FR}};
	expect_rows(texts, 2,
	            "title/number title/number\n"
	            "title title\n"
	            "opening opening\n"
	            "recalling/heading recalling/heading\n"
	            "recalling/a recalling/a\n"
	            "recalling/b recalling/b\n"
	            "resolves/heading resolves/heading\n"
	            "resolves/1 resolves/1\n"
	            "resolves/2 resolves/2\n");
}
END_TEST

/* A clause that one version lacks, where the labels show it. */
START_TEST(missing_clause)
{
	const version_text texts[] = {
	        {"en", EN},
	        {"fr", "rappelant\n"
		       "a)\tla Résolution 7 (Port-Almire, 2027) relative aux données de marée,\n"
		       "décide\n"
		       "2\tde publier leurs sondages sous le code HDC-54/169.\n"},
	};
	expect_rows(texts, 2,
	            "title/number -\n"
	            "title -\n"
	            "opening -\n"
	            "recalling/heading recalling/heading\n"
	            "recalling/a recalling/a\n"
	            "recalling/b -\n"
	            "resolves/heading resolves/heading\n"
	            "resolves/1 -\n"
	            "resolves/2 resolves/2\n");
}
END_TEST

/* Labels that one version lost: order, length and numerals decide. */
START_TEST(lost_labels)
{
	const version_text texts[] = {
	        {"en",
		 "Article 1\nEvery port of more than 340 berths keeps a register of tides.\n"
		 "Article 2\nThe register holds 12 columns, the first of which is the date.\n"
		 "Article 3\nWhoever alters the register pays 5000 crowns under Act 54/169.\n"},
	        {"fr",
		 "Tout port de plus de 340 postes tient un registre des marées.\n\n"
		 "Le registre comporte 12 colonnes, dont la première est celle de la date.\n\n"
		 "Quiconque altère le registre paie 5000 couronnes au titre de la loi "
		 "54/169.\n"},
	};
	expect_rows(texts, 2,
	            "article-1/heading -\n"
	            "article-1/p1 p1\n"
	            "article-2/heading -\n"
	            "article-2/p1 p2\n"
	            "article-3/heading -\n"
	            "article-3/p1 p3\n");
}
END_TEST

/* One version was numbered anew after a clause was taken out: labels that agree, agree wrongly. */
START_TEST(numbered_anew)
{
	const version_text texts[] = {
	        {"en", "Article 1\nEvery port of more than 340 berths keeps a register of tides.\n"
		       "Article 2\nThe register holds 12 columns, the first of which is the date.\n"
		       "Article 3\nWhoever alters the register pays 5000 crowns under Act 54/169.\n"
		       "Article 4\nThe harbour master of 1998 keeps his office until 2031.\n"
		       "Article 5\nThis Act takes effect 90 days after it is printed in "
		       "Gazette 77.\n"},
	        {"fr", "Article 1\nTout port de plus de 340 postes tient un registre des marées.\n"
		       "Article 2\nQuiconque altère le registre paie 5000 couronnes au titre de la "
		       "loi 54/169.\n"
		       "Article 3\nLe capitaine de port de 1998 garde sa charge jusqu'en 2031.\n"
		       "Article 4\nLa présente loi entre en vigueur 90 jours après son impression "
		       "à la Gazette 77.\n"},
	};
	expect_rows(texts, 2,
	            "article-1/heading article-1/heading\n"
	            "article-1/p1 article-1/p1\n"
	            "article-2/heading -\n"
	            "article-2/p1 -\n"
	            "article-3/heading article-2/heading\n"
	            "article-3/p1 article-2/p1\n"
	            "article-4/heading article-3/heading\n"
	            "article-4/p1 article-3/p1\n"
	            "article-5/heading article-4/heading\n"
	            "article-5/p1 article-4/p1\n");
}
END_TEST

/* A version with a part of the entries, and shorter ones, keeps their numbers: the gaps show that
 * it was not numbered anew, whatever stands there. */
START_TEST(numbers_with_gaps)
{
	const version_text texts[] = {
	        {"en",
		 "3\tTerms and definitions\n\n"
		 "3.1\tanchor: hook that holds a ship\n"
		 "Note 1 to entry: The hook of class 340 weighs 12 kg and is told in HDC-11.\n\n"
		 "3.2\tbuoy: float\n\n3.3\tgauge: mark of class 54/169\n\n"
		 "3.4\tquay: wall that ships lie at\n"
		 "Note 1 to entry: The wall of 1998 is 77 m long and was told in HDC-12.\n\n"
		 "3.5\tlamp: light\n\n3.6\twick: thread of class 55/170\n\n"
		 "3.7\tunit: amount that others are told in\n"
		 "Note 1 to entry: Units of class 341 are told in the code HDC-13 of 2031.\n\n"
		 "3.8\tyard: place where ships are built\n"},
	        {"fr", "3\tTermes et définitions\n\n"
		       "3.1\tancre: crochet de classe 341, code HDC-13\n\n"
		       "3.4\tquai: mur de classe 54/169\n\n"
		       "3.7\tunité: quantité de classe 55/170\n\n"
		       "3.8\tchantier: lieu de classe 340, code HDC-11\n"},
	};
	expect_rows(texts, 2,
	            "3 3\n"
	            "3.1 3.1\n"
	            "3.2 -\n"
	            "3.3 -\n"
	            "3.4 3.4\n"
	            "3.5 -\n"
	            "3.6 -\n"
	            "3.7 3.7\n"
	            "3.8 3.8\n");
}
END_TEST

/* A version whose numbers have gaps, and one that was numbered anew and so closes them: each has
 * numbers that the other lacks, and what stands there decides. */
START_TEST(numbers_that_close_gaps)
{
	const version_text texts[] = {
	        {"en", "3\tTerms and definitions\n\n"
		       "3.1\tanchor: hook of 340 kg named in code HDC-11 of 1998\n\n"
		       "3.2\tbuoy: float of type QX-7, 12 m high, class 88/201\n\n"
		       "3.4\tgauge: mark of class 54/169, told in code ZK-9 of 2004\n\n"
		       "3.5\tquay: wall of 77 m, told in code MR-31 of 1951\n\n"
		       "3.7\tlamp: light of class 55/170, code VL-4 of 2019\n"},
	        {"fr", "3\tTermes et définitions\n\n"
		       "3.1\tbouée: flotteur de type QX-7, haut de 12 m, classe 88/201\n\n"
		       "3.2\tmarégraphe: repère de classe 54/169, code ZK-9 de 2004\n\n"
		       "3.3\tquai: mur de 77 m, code MR-31 de 1951\n\n"
		       "3.4\tlampe: lumière de classe 55/170, code VL-4 de 2019\n"},
	};
	expect_rows(texts, 2,
	            "3 3\n"
	            "3.1 -\n"
	            "3.2 3.1\n"
	            "3.4 3.2\n"
	            "3.5 3.3\n"
	            "3.7 3.4\n");
}
END_TEST

/* A list that each language sorts its own way is matched by what it says, never by its order. */
START_TEST(sorted_lists)
{
	const version_text texts[] = {
	        {"en", "Terms and definitions\n\n"
		       "anchor\nhook of 340 kg named in code HDC-11\n\n"
		       "buoy\nfloat of type QX, 12 m high\n\n"
		       "gauge\ninstrument of class 54/169\n\n"
		       "sounding\ndepth below datum ZK-9\n"},
	        {"fr", "Termes et définitions\n\n"
		       "ancre\ncrochet de 340 kg désigné dans le code HDC-11\n\n"
		       "bouée\nflotteur de type QX, haut de 12 m\n\n"
		       "marégraphe\ninstrument de classe 54/169\n\n"
		       "sondage\nprofondeur sous le zéro ZK-9\n"},
	        {"es", "Términos y definiciones\n\n"
		       "ancla\ngancho de 340 kg designado en el código HDC-11\n\n"
		       "baliza\nflotador de tipo QX, de 12 m de alto\n\n"
		       "calado\nprofundidad bajo el cero ZK-9\n\n"
		       "mareógrafo\ninstrumento de clase 54/169\n"},
	};
	expect_rows(texts, 3,
	            "terms/heading terms/heading terms/heading\n"
	            "terms/p1 terms/p1 terms/p1\n"
	            "terms/p2 terms/p2 terms/p2\n"
	            "terms/p3 terms/p3 terms/p3\n"
	            "terms/p4 terms/p4 terms/p4\n"
	            "terms/p5 terms/p5 terms/p7\n"
	            "terms/p6 terms/p6 terms/p8\n"
	            "terms/p7 terms/p7 terms/p5\n"
	            "terms/p8 terms/p8 terms/p6\n");
}
END_TEST

START_TEST(nothing_to_align)
{
	const version_text empty[] = {{"en", ""}, {"en-GB", ""}};
	const version_text half[] = {{"en", ""}, {"en-GB", "One line.\n"}};
	const version_text one[] = {{"en", "One line.\n"}};
	clausary_alignment *alignment = NULL;
	clausary_context *context;
	expect_rows(empty, 2, "");
	expect_rows(half, 2, "- p1\n");
	expect_rows(one, 1, "p1\n");
	ck_assert_int_eq(clausary_context_new(&context, NULL), CLAUSARY_OK);
	ck_assert_int_eq(clausary_align(&alignment, context, NULL, 0), CLAUSARY_EUSAGE);
	ck_assert_int_eq(clausary_align(&alignment, context, NULL, 65), CLAUSARY_EUSAGE);
	ck_assert_ptr_null(alignment);
	clausary_alignment_free(alignment);
	clausary_context_free(context);
}
END_TEST

/* Versions without any label in common, far longer than can be compared each with each. */
START_TEST(long_versions)
{
	enum { CLAUSES = 3000 };
	clausary_buffer texts[2] = {{0}};
	versions all;
	clausary_alignment *alignment;
	size_t count, right = 0;
	for (unsigned i = 0; i < CLAUSES; i++)
		for (int side = 0; side < 2; side++)
			clausary_buffer_print(&texts[side],
			                      side ? "%u ports ont leur registre.\n\n"
			                           : "Of ports, %u keep a register.\n\n",
			                      i * 48271u % 100003u);
	clausary_buffer_add_byte(&texts[0], '\0');
	clausary_buffer_add_byte(&texts[1], '\0');
	versions_read(&all, (version_text[]){{"en", texts[0].data}, {"fr", texts[1].data}}, 2);
	const clausary_findings *given[] = {all.findings[0], all.findings[1]};
	ck_assert_int_eq(clausary_align(&alignment, all.context, given, 2), CLAUSARY_OK);
	const clausary_alignment_row *rows = clausary_alignment_rows(alignment, &count);
	for (size_t i = 0; i < count; i++)
		right += rows[i].clauses[0] == rows[i].clauses[1];
	ck_assert_uint_ge(right, CLAUSES * 99 / 100);
	clausary_alignment_free(alignment);
	versions_free(&all);
	clausary_buffer_finish(&texts[0]);
	clausary_buffer_finish(&texts[1]);
}
END_TEST

UNIT_MAIN(align_align, rows_by_key, missing_clause, lost_labels, numbered_anew, numbers_with_gaps,
          numbers_that_close_gaps, sorted_lists, nothing_to_align, long_versions)
