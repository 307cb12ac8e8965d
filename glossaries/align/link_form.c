/* What the forms themselves say, whatever the languages: letters of short forms, and names that
 * look alike because they have one origin. Evidence only, never a key: forms are compared with each
 * other, in any language. */
#include "align/linking.h"

enum { LETTERS = 26, GRAM = 3, GRAM_SLOTS = 512, FORMS_COMPARED = 4 };

/* Count the letters of a short form in capitals and digits of ASCII; false where it has others. */
static bool
count_letters(clausary_slice form, uint8_t counts[LETTERS])
{
	uint32_t letters = 0;
	memset(counts, 0, LETTERS);
	for (size_t i = 0; i < form.size; i++) {
		char c = clausary_ascii_lower(form.data[i]);
		if ((unsigned char)c >= 0x80)
			return false;
		if (!clausary_ascii_is_lower(c))
			continue;
		counts[c - 'a']++;
		letters++;
	}
	return letters > 0;
}

bool
clausary_link_same_letters(const clausary_item *a, const clausary_item *b)
{
	uint8_t counts[LETTERS];
	for (uint32_t i = 0; i < a->short_forms.count && i < FORMS_COMPARED; i++)
		for (uint32_t j = 0; j < b->short_forms.count && j < FORMS_COMPARED; j++)
			if (clausary_slice_equal(a->short_forms.items[i], b->short_forms.items[j])
			    && count_letters(a->short_forms.items[i], counts))
				return true;
	return false;
}

bool
clausary_link_reordered(const clausary_item *a, const clausary_item *b)
{
	uint8_t x[LETTERS], y[LETTERS];
	for (uint32_t i = 0; i < a->short_forms.count && i < FORMS_COMPARED; i++)
		for (uint32_t j = 0; j < b->short_forms.count && j < FORMS_COMPARED; j++)
			if (count_letters(a->short_forms.items[i], x)
			    && count_letters(b->short_forms.items[j], y)
			    && memcmp(x, y, LETTERS) == 0)
				return true;
	return false;
}

bool
clausary_link_both_latin(const clausary_item *a, const clausary_item *b)
{
	uint8_t counts[LETTERS];
	return a->short_forms.count && b->short_forms.count
	       && count_letters(a->short_forms.items[0], counts)
	       && count_letters(b->short_forms.items[0], counts);
}

/* Count the runs of three letters of ASCII; returns how many. Other letters are passed over, so
 * that "télé" and "tele" keep most of theirs. */
static uint32_t
count_grams(clausary_slice name, uint8_t grams[GRAM_SLOTS])
{
	uint32_t last[GRAM] = {0}, length = 0, count = 0;
	memset(grams, 0, GRAM_SLOTS);
	for (size_t i = 0; i < name.size; i++) {
		char c = clausary_ascii_lower(name.data[i]);
		if (!clausary_ascii_is_lower(c)) {
			length = c == ' ' || c == '-' ? 0 : length;
			continue;
		}
		last[0] = last[1];
		last[1] = last[2];
		last[2] = (uint32_t)(c - 'a' + 1);
		if (++length < GRAM)
			continue;
		uint32_t slot = (last[0] * 729 + last[1] * 27 + last[2]) * 2654435761u >> 23;
		grams[slot] += grams[slot] < UINT8_MAX;
		count++;
	}
	return count;
}

static float
compare_names(clausary_slice a, clausary_slice b)
{
	uint8_t x[GRAM_SLOTS], y[GRAM_SLOTS];
	uint32_t m = count_grams(a, x), n = count_grams(b, y), same = 0;
	if (m == 0 || n == 0)
		return -1;
	for (uint32_t i = 0; i < GRAM_SLOTS; i++)
		same += x[i] < y[i] ? x[i] : y[i];
	return 2.0f * (float)same / (float)(m + n);
}

float
clausary_link_cognate(const clausary_item *a, const clausary_item *b)
{
	float best = -1;
	for (uint32_t i = 0; i < a->names.count && i < FORMS_COMPARED; i++)
		for (uint32_t j = 0; j < b->names.count && j < FORMS_COMPARED; j++) {
			float alike = compare_names(a->names.items[i], b->names.items[j]);
			if (alike > best)
				best = alike;
		}
	return best;
}
