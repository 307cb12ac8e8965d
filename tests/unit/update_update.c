/* What a person decided survives a new run: random edits of a termbase and a random new run,
 * against what each field must then be. */
#include "unit.h"

#include "base/buffer.h"
#include "base/context.h"

#include <clausary.h>
#include <stdlib.h>

enum { ROUNDS = 400, ENTRIES = 8 };

static clausary_context context;
static uint64_t state = 0x2545f4914f6cdd1du;

static unsigned
any(unsigned below)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return (unsigned)(state >> 33) % below;
}

/* An entry; zero is "none" of everything. */
typedef struct entry {
	bool present, second_term;
	bool withdrawn;                      /* it, and its second term superseded … */
	bool second_withdrawn;               /* … or that term alone */
	unsigned status, definitions, notes; /* a status from 1; sets of definitions and notes */
} entry;

static const char *const STATUSES[] = {"", "preferredTerm-admn-sts", "admittedTerm-admn-sts",
                                       "deprecatedTerm-admn-sts"};

static void
write_entry(clausary_buffer *to, const entry *e, int number)
{
	clausary_buffer_print(to, "<conceptEntry id=\"c%d\">", number);
	for (unsigned i = 0; i < 4; i++)
		if (e->notes & 1u << i)
			clausary_buffer_print(to, "<note>note %u</note>", i);
	if (e->withdrawn)
		clausary_buffer_print(to, "<note>withdrawn</note>");
	clausary_buffer_print(to, "<langSec xml:lang=\"en\">");
	for (unsigned i = 0; i < 4; i++)
		if (e->definitions & 1u << i)
			clausary_buffer_print(
			        to,
			        "<descripGrp><descrip type=\"definition\">%u is a float "
			        "of kind %d</descrip><admin type=\"source\">Lamp Book, "
			        "%u</admin></descripGrp>",
			        i, number, i);
	clausary_buffer_print(to,
	                      "<termSec><term>buoy %d</term><termNote "
	                      "type=\"administrativeStatus\">%s</termNote></termSec>",
	                      number, STATUSES[e->status]);
	if (e->second_term)
		clausary_buffer_print(to, "<termSec><term>float %d</term>%s%s</termSec>", number,
		                      e->withdrawn || e->second_withdrawn
		                              ? "<termNote type=\"administrativeStatus\">"
		                                "supersededTerm-admn-sts</termNote>"
					      : "",
		                      e->second_withdrawn ? "<note>withdrawn</note>" : "");
	clausary_buffer_print(to, "</langSec></conceptEntry>");
}

static void
write_termbase(clausary_buffer *to, const entry *entries)
{
	to->size = 0;
	clausary_buffer_print(
	        to,
	        "<tbx xmlns=\"urn:iso:std:iso:30042:ed-2\" type=\"TBX-Basic\" style=\"dca\" "
	        "xml:lang=\"en\"><tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc>"
	        "</tbxHeader><text><body>");
	for (int i = 0; i < ENTRIES; i++)
		if (entries[i].present)
			write_entry(to, &entries[i], i);
	clausary_buffer_print(to, "</body></text></tbx>");
}

static clausary_termbase *
termbase_of(const entry *entries)
{
	clausary_buffer bytes = {0};
	clausary_termbase *termbase = NULL;
	write_termbase(&bytes, entries);
	clausary_slice from = clausary_buffer_slice(&bytes);
	clausary_input input = clausary_input_of(&from);
	ck_assert_msg(clausary_termbase_read(&termbase, &context, &input, "t", NULL) == CLAUSARY_OK,
	              "%s", clausary_context_failure(&context));
	clausary_buffer_finish(&bytes);
	return termbase;
}

static clausary_status
keep(void *payload, const char *data, size_t size)
{
	clausary_buffer_add(payload, (clausary_slice){data, size});
	return CLAUSARY_OK;
}

/* In canonical form; frees the termbase. */
static void
canonical(clausary_buffer *to, clausary_termbase *termbase)
{
	clausary_output output = {keep, to};
	clausary_termbase *merged = NULL;
	to->size = 0;
	clausary_termbase_merge(&merged, &context, &termbase, 1, NULL);
	clausary_results results = {.termbase = merged};
	ck_assert_msg(clausary_write(&context, &output, "tbx", &results) == CLAUSARY_OK, "%s",
	              clausary_context_failure(&context));
	clausary_termbase_free(merged);
}

static void
random_entry(entry *e)
{
	*e = (entry){.present = true,
	             .second_term = any(2),
	             .status = 1 + any(3),
	             .definitions = 1u << any(4),
	             .notes = any(16)};
}

static void
edit(entry *e)
{
	if (any(6) == 0)
		e->present = false;
	if (any(3) == 0)
		e->status = 1 + any(3);
	if (any(3) == 0)
		e->definitions = 1u << any(4);
	if (any(3) == 0)
		e->notes ^= 1u << any(4);
	if (any(4) == 0)
		e->notes = (e->notes & ~(1u << any(4))) | 1u << any(4);
	if (any(4) == 0)
		e->second_term = !e->second_term;
}

/* A set after a three-way merge: what the person took out is out, what the person put in is in. */
static unsigned
merged_set(unsigned last, unsigned mine, unsigned run)
{
	return (run & ~(last & ~mine)) | (mine & ~last);
}

static unsigned
bits(unsigned set)
{
	unsigned count = 0;
	for (; set; set &= set - 1)
		count++;
	return count;
}

static entry
expected(const entry *last, const entry *mine, const entry *run, unsigned *conflicts)
{
	static const entry none;
	entry e = *mine;
	if (!mine->present)
		return last->present ? (entry){0} : *run;
	if (!run->present) {
		e.withdrawn = last->present;
		return e;
	}
	if (!last->present)
		last = &none;
	e.notes = merged_set(last->notes, mine->notes, run->notes);
	e.definitions = merged_set(last->definitions, mine->definitions, run->definitions);
	e.second_term =
	        mine->second_term != last->second_term ? mine->second_term : run->second_term;
	if (last->second_term && mine->second_term && !run->second_term)
		e.second_term = e.second_withdrawn = true;
	*conflicts += bits(mine->definitions & ~last->definitions)
	              * bits(run->definitions & ~last->definitions & ~mine->definitions);
	if (last->notes & ~mine->notes & ~run->notes)
		*conflicts += bits(mine->notes & ~last->notes)
		              * bits(run->notes & ~last->notes & ~mine->notes);
	if (mine->status == last->status)
		e.status = run->status;
	else
		*conflicts += run->status != last->status && run->status != mine->status;
	return e;
}

START_TEST(no_edit_is_lost)
{
	clausary_buffer wanted = {0}, found = {0};
	for (unsigned round = 0; round < ROUNDS; round++) {
		entry last[ENTRIES], mine[ENTRIES], run[ENTRIES], result[ENTRIES];
		unsigned conflicts = 0;
		for (int i = 0; i < ENTRIES; i++) {
			random_entry(&last[i]);
			mine[i] = run[i] = last[i];
			last[i].present = any(8) != 0;
			edit(&mine[i]);
			edit(&run[i]);
			if (i == 0) /* so that no termbase is empty */
				last[i].present = mine[i].present = run[i].present = true;
			result[i] = expected(&last[i], &mine[i], &run[i], &conflicts);
		}
		clausary_termbase *updated = NULL;
		clausary_update_counts counts;
		clausary_termbase_update(&updated, &context, termbase_of(last), termbase_of(mine),
		                         termbase_of(run), NULL, &counts);
		canonical(&found, updated);
		canonical(&wanted, termbase_of(result));
		ck_assert_msg(wanted.size == found.size
		                      && memcmp(wanted.data, found.data, wanted.size) == 0,
		              "round %u\n%.*s\n---\n%.*s", round, (int)wanted.size, wanted.data,
		              (int)found.size, found.data);
		ck_assert_msg(counts.conflicts == conflicts, "round %u: %u conflicts, not %u",
		              round, counts.conflicts, conflicts);
	}
	clausary_buffer_finish(&wanted);
	clausary_buffer_finish(&found);
}
END_TEST

UNIT_MAIN(update_update, no_edit_is_lost)
