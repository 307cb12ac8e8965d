/* The labels of lists and the places of table cells, as browsers make them: the HTML
 * Standard, 4.4.5, 4.9.12, and CSS Counter Styles Level 3. */
#include "input/html.h"

#include "base/limits.h"

static const struct {
	const char *name;
	char style;
} STYLES[] = {
        {"none", '-'},        {"decimal", '1'},     {"decimal-leading-zero", '0'},
        {"lower-alpha", 'a'}, {"lower-latin", 'a'}, {"upper-alpha", 'A'},
        {"upper-latin", 'A'}, {"lower-roman", 'i'}, {"upper-roman", 'I'},
        {"lower-greek", 'g'}, {"disc", '*'},        {"circle", '*'},
        {"square", '*'},
};

/* The style that `type` and `style` attributes ask for, or `otherwise`. */
static char
style_of(const clausary_html_attributes *a, char otherwise)
{
	clausary_slice value = clausary_html_style(a->style, "list-style-type");
	if (value.size == 0)
		value = clausary_html_style(a->style, "list-style");
	if (value.size == 0 && a->type.size == 1 && strchr("1aAiI", a->type.data[0]))
		return a->type.data[0];
	if (value.size == 0)
		value = a->type;
	const char *blank = value.size ? memchr(value.data, ' ', value.size) : NULL;
	if (blank)
		value.size = (size_t)(blank - value.data);
	for (size_t i = 0; i < sizeof STYLES / sizeof *STYLES; i++)
		if (clausary_slice_equal_ascii(value, clausary_slice_of(STYLES[i].name)))
			return STYLES[i].style;
	return otherwise;
}

clausary_html_list
clausary_html_list_of(clausary_html_role role, const clausary_html_attributes *attributes)
{
	bool numbers = role == CLAUSARY_HTML_NUMBERS;
	return (clausary_html_list){.style = style_of(attributes, numbers ? '1' : '*'),
	                            .numbers = numbers,
	                            .next = clausary_html_number(attributes->start, 1),
	                            .step = attributes->reversed ? -1 : 1};
}

static void
add_letters(clausary_buffer *label, uint32_t number, char first)
{
	char letters[16];
	size_t at = sizeof letters;
	for (; number && at; number = (number - 1) / 26)
		letters[--at] = (char)(first + (int)((number - 1) % 26));
	clausary_buffer_add(label, (clausary_slice){letters + at, sizeof letters - at});
}

static void
add_roman(clausary_buffer *label, int32_t number, bool capital)
{
	static const struct {
		int32_t value;
		const char *letters;
	} STEPS[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"},
	             {90, "xc"},  {50, "l"},   {40, "xl"}, {10, "x"},   {9, "ix"},
	             {5, "v"},    {4, "iv"},   {1, "i"}};
	for (size_t i = 0; i < sizeof STEPS / sizeof *STEPS; i++)
		for (; number >= STEPS[i].value; number -= STEPS[i].value)
			for (const char *c = STEPS[i].letters; *c; c++)
				clausary_buffer_add_byte(label, (char)(capital ? *c - 32 : *c));
}

/* Alpha to omega: U+03B1 to U+03C9 without the final sigma. */
static void
add_greek(clausary_buffer *label, int32_t number)
{
	uint32_t c = 0x3b0 + (uint32_t)number + (number >= 18);
	clausary_buffer_add_byte(label, (char)(0xc0 | c >> 6));
	clausary_buffer_add_byte(label, (char)(0x80 | (c & 0x3f)));
}

static void
add_number(clausary_buffer *label, char style, int32_t number)
{
	enum { LAST_ROMAN = 3999, GREEK = 24 };
	if ((style == 'a' || style == 'A') && number > 0)
		add_letters(label, (uint32_t)number, style);
	else if ((style == 'i' || style == 'I') && number > 0 && number <= LAST_ROMAN)
		add_roman(label, number, style == 'I');
	else if (style == 'g' && number > 0 && number <= GREEK)
		add_greek(label, number);
	else
		clausary_buffer_print(label, style == '0' ? "%02d" : "%d", (int)number);
	clausary_buffer_add_byte(label, '.');
}

void
clausary_html_next_label(clausary_html_list *list, const clausary_html_attributes *item,
                         clausary_buffer *label)
{
	char style = style_of(item, list->style);
	int32_t number = clausary_html_number(item->value, list->next);
	list->next = number + list->step;
	if (style == '*')
		clausary_buffer_add(label, CLAUSARY_SLICE("\xe2\x80\xa2"));
	else if (style != '-')
		add_number(label, style, number);
}

void
clausary_html_row(clausary_html_table *table)
{
	if (table->started)
		table->row++;
	table->started = true;
	table->column = 0;
}

bool
clausary_html_cell(clausary_html_table *table, const clausary_html_attributes *attributes,
                   uint32_t *column)
{
	enum { MOST_COLUMNS = 1000, MOST_ROWS = 65534 }; /* the HTML Standard's */
	int32_t columns = clausary_html_number(attributes->columns, 1);
	int32_t rows = clausary_html_number(attributes->rows, 1);
	columns = columns < 1 ? 1 : columns > MOST_COLUMNS ? MOST_COLUMNS : columns;
	rows = rows < 1 ? 1 : rows > MOST_ROWS ? MOST_ROWS : rows;
	while (table->column < table->spans.count && table->spans.items[table->column] > table->row)
		table->column++;
	*column = table->column;
	if (table->cells + (uint32_t)columns > CLAUSARY_LIMIT_TABLE_CELLS
	    || *column >= MOST_COLUMNS)
		return false;
	table->cells += (uint32_t)columns;
	for (; columns > 0; columns--, table->column++) {
		while (table->spans.count <= table->column)
			clausary_array_push(&table->spans, 0);
		table->spans.items[table->column] = table->row + (uint32_t)rows;
	}
	return true;
}
