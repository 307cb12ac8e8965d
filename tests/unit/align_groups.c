/* Which documents are versions of one, told from what they say. */
#include "align_versions.h"

static const version_text EN = {"en", "RESOLUTION 12 (Port Almira, 2031)\nBuoys\n"
                                      "The Harbour Assembly (Port Almira, 2031),\nrecalling\n"
                                      "a)\tResolution 7 (2027) on 340 harbours,\nresolves\n"
                                      "1\tto moor 12 buoys under code 54/169.\n"};
static const version_text FR = {"fr", "RÉSOLUTION 12 (Port-Almire, 2031)\nBouées\n"
                                      "L'Assemblée des ports (Port-Almire, 2031),\nrappelant\n"
                                      "a)\tla Résolution 7 (2027) sur 340 ports,\ndécide\n"
                                      "1\tde mouiller 12 bouées sous le code 54/169.\n"};
static const version_text OTHER = {"es", "RESOLUCIÓN 13 (Puerto Almira, 2031)\nBoyas\n"
                                         "La Asamblea de Puertos (Puerto Almira, 2031),\n"
                                         "recordando\n"
                                         "a)\tla Resolución 7 (2027) sobre 340 puertos,\n"
                                         "resuelve\n"
                                         "1\tfondear 12 boyas con arreglo al código 54/169.\n"};

static void
expect_groups(const version_text *texts, size_t count, const uint32_t *expected)
{
	versions all;
	const clausary_findings *given[MOST_VERSIONS];
	uint32_t groups[MOST_VERSIONS];
	versions_read(&all, texts, count);
	for (size_t i = 0; i < count; i++)
		given[i] = all.findings[i];
	ck_assert_int_eq(clausary_group_versions(all.context, given, count, groups), CLAUSARY_OK);
	for (size_t i = 0; i < count; i++)
		ck_assert_uint_eq(groups[i], expected[i]);
	versions_free(&all);
}

START_TEST(by_number)
{
	expect_groups((version_text[]){EN, FR}, 2, (uint32_t[]){0, 0});
	expect_groups((version_text[]){EN, OTHER, FR}, 3, (uint32_t[]){0, 1, 0});
	expect_groups((version_text[]){OTHER, FR, EN}, 3, (uint32_t[]){0, 1, 1});
}
END_TEST

/* Two documents in one language are never versions of one. */
START_TEST(one_language_once)
{
	expect_groups((version_text[]){EN, EN}, 2, (uint32_t[]){0, 1});
	expect_groups((version_text[]){EN, EN, FR}, 3, (uint32_t[]){0, 1, 0});
}
END_TEST

/* Without a number of their own, numerals and outline tell. */
START_TEST(by_numerals)
{
	const version_text en = {"en", "1 Scope\nIt is for 340 ports, 12 buoys, 5000 crowns.\n"
	                               "2 Terms\nSee code 54/169 and Gazette 77 of 1998.\n"
	                               "3 Marks\nMark 23 is 45 m high, 2031 or not.\n"};
	const version_text fr = {"fr", "1 Portée\nPour 340 ports, 12 bouées, 5000 couronnes.\n"
	                               "2 Termes\nVoir le code 54/169 et la Gazette 77 de 1998.\n"
	                               "3 Marques\nLa marque 23 a 45 m de haut, 2031 ou non.\n"};
	const version_text other = {"fr",
	                            "1 Portée\nPour 81 quais, 66 grues, 4200 livres.\n"
	                            "2 Termes\nVoir le code 11/203 et la Gazette 31 de 1875.\n"
	                            "3 Marques\nLa marque 99 a 17 m de haut, 1914 ou non.\n"};
	expect_groups((version_text[]){en, fr}, 2, (uint32_t[]){0, 0});
	expect_groups((version_text[]){en, other}, 2, (uint32_t[]){0, 1});
	expect_groups((version_text[]){other, en, fr}, 3, (uint32_t[]){0, 1, 1});
}
END_TEST

START_TEST(nothing)
{
	const version_text empty = {"en", ""}, vide = {"fr", ""};
	expect_groups(NULL, 0, NULL);
	expect_groups((version_text[]){empty, vide}, 2, (uint32_t[]){0, 1});
}
END_TEST

UNIT_MAIN(align_groups, by_number, one_language_once, by_numerals, nothing)
