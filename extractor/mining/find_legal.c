/* Definitions in running text: “X” means …, “X” and “Y” mean …; short names, “(hereinafter the
 * “X”)”. The cue must touch a quoted term: without that it is mostly ordinary prose. */
#include "base/fold.h"
#include "base/utf8.h"
#include "mining/clipping.h"
#include "mining/cue_match.h"
#include "mining/entry.h"
#include "mining/gloss.h"
#include "mining/name_edge.h"
#include "mining/opener.h"
#include "mining/short_form.h"

enum { LONGEST_NAME = 12 /* tokens */, LONGEST_LEAD = 24, LONGEST_NAMED = 60, MOST_NAMES = 4 };

static bool
is_mark(const clausary_mining *mining, size_t index)
{
	return mining->tokens.items[index].kind == CLAUSARY_TOKEN_MARK;
}

/* Whether token `at` opens a quote. */
static bool
opens_quote(const clausary_mining *mining, size_t at)
{
	bool bracket;
	return (clausary_opener_opens(clausary_mining_word(mining, at), &bracket) && !bracket)
	       || clausary_opener_is_twin(mining, at);
}

typedef struct name {
	size_t first, last; /* tokens inside the quotes */
	size_t end;         /* the token after the closing quote */
} name;

/* The quoted name whose opening quote is token `at`. */
static bool
read_name(const clausary_mining *mining, size_t at, size_t end, name *found)
{
	if (at >= end || !is_mark(mining, at))
		return false;
	clausary_slice open = clausary_mining_word(mining, at);
	if (!opens_quote(mining, at))
		return false;
	for (size_t i = at + 1; i < end && i - at <= LONGEST_NAME; i++)
		if (is_mark(mining, i)
		    && clausary_opener_closes(open, clausary_mining_word(mining, i))) {
			*found = (name){at + 1, i - 1, i + 1};
			return i > at + 1;
		}
	return false;
}

static clausary_entry
entry_of(const clausary_passage *passage, const char *rule, float confidence)
{
	return (clausary_entry){.clause = passage->clause, .rule = rule, .confidence = confidence};
}

/* The token after a definition that begins at `first`: the next definition of the same paragraph,
 * after a semicolon, or the end of the passage. */
static size_t
definition_end(const clausary_mining *mining, size_t first, size_t end)
{
	name next;
	for (size_t i = first; i + 1 < end; i++)
		if (clausary_mining_is_mark(mining, i, ';') && read_name(mining, i + 1, end, &next)
		    && clausary_cue_defines(mining, next.end, end))
			return i;
	return end;
}

/* Where the verb comes last, leave it out of the end of a definition. */
static void
leave_verb(const clausary_mining *mining, clausary_span *definition)
{
	clausary_slice text = clausary_mining_text(mining, *definition);
	size_t size = text.size;
	while (clausary_fold_end(text) == '.')
		clausary_utf8_previous(text, &text.size);
	for (size_t i = 0; i < mining->cues->definition_ends.count; i++) {
		clausary_slice end = mining->cues->definition_ends.items[i];
		if (clausary_slice_ends(text, end) && text.size - end.size < size)
			size = text.size - end.size;
	}
	definition->end = definition->start + (uint32_t)size;
}

/* Keep a definition of tokens `first` to before `end`. */
static void
keep(clausary_mining *mining, clausary_entry entry, size_t first, size_t end)
{
	size_t last = end - 1;
	while (last > first && is_mark(mining, last)
	       && (clausary_mining_is_mark(mining, last, ';')
	           || clausary_mining_is_mark(mining, last, ',')))
		last--; /* the mark belongs to the list that the definition is an item of */
	if (first > last)
		return;
	entry.definition = clausary_mining_span(mining, first, last);
	leave_verb(mining, &entry.definition);
	clausary_entry_take_definition_source(mining, &entry, &entry.definition);
	clausary_entry_keep(mining, &entry);
}

/* “X”, “Y” and “Z” mean …: every name gets the definition. Returns the token to go on from. */
static size_t
try_means(clausary_mining *mining, const clausary_passage *passage, size_t at)
{
	size_t end = passage->first + passage->count, count = 0, next = at;
	name names[MOST_NAMES];
	while (count < MOST_NAMES && read_name(mining, next, end, &names[count])) {
		next = names[count++].end;
		while (next < end && !opens_quote(mining, next)
		       && (clausary_mining_is_mark(mining, next, ',')
		           || (next + 1 < end && opens_quote(mining, next + 1))))
			next++;
	}
	if (count == 0)
		return at + 1;
	size_t after = names[count - 1].end;
	if (after < end && clausary_mining_is_mark(mining, after, ','))
		after++;
	size_t first = clausary_cue_defines(mining, after, end);
	if (first == 0 || first >= end)
		return names[0].end;
	while (first + 1 < end && is_mark(mining, first))
		first++;
	end = definition_end(mining, first, end);
	for (size_t i = 0; i < count; i++) {
		clausary_entry entry = entry_of(passage, "means", 0.9f);
		entry.term = clausary_mining_span(mining, names[i].first, names[i].last);
		keep(mining, entry, first, end);
	}
	return end;
}

/* Whether two words are one, the ending of their case apart: Polish names "umowę" with "umową". */
static bool
is_same_word(clausary_slice a, clausary_slice b)
{
	enum { SHORTEST_STEM = 3, LONGEST_ENDING = 2 };
	size_t at = 0, other = 0, stem = 0, endings[2] = {0};
	for (bool same = true; same && at < a.size && other < b.size; stem += same) {
		size_t next = at, next_other = other;
		same = clausary_fold_same_letter(clausary_utf8_next(a, &next),
		                                 clausary_utf8_next(b, &next_other));
		if (same) {
			at = next;
			other = next_other;
		}
	}
	endings[0] = clausary_utf8_count(clausary_slice_part(a, at, a.size));
	endings[1] = clausary_utf8_count(clausary_slice_part(b, other, b.size));
	if (endings[0] == 0 && endings[1] == 0)
		return true;
	return stem >= SHORTEST_STEM && endings[0] <= LONGEST_ENDING && endings[1] <= LONGEST_ENDING
	       && endings[0] + endings[1] < stem;
}

/* The nearest place before `before` where the name itself begins: "Partnership Agreement in the
 * fisheries sector … (the “Partnership Agreement”)". SIZE_MAX when there is none. */
static size_t
named_start(const clausary_mining *mining, const clausary_passage *passage, size_t before,
            size_t first)
{
	clausary_slice wanted = clausary_mining_word(mining, first);
	for (size_t at = before; at > passage->first && before - at < LONGEST_NAMED; at--) {
		if (clausary_mining_is_mark(mining, at - 1, ';')
		    || clausary_mining_is_mark(mining, at - 1, '('))
			break;
		if (is_same_word(clausary_mining_word(mining, at - 1), wanted))
			return at - 1;
	}
	return SIZE_MAX;
}

/* Where the words begin that a short name stands for: after the last mark or edge word of a
 * sentence part. */
static size_t
lead_start(const clausary_mining *mining, const clausary_passage *passage, size_t before)
{
	size_t at = before;
	while (at > passage->first && before - at < LONGEST_LEAD) {
		char mark = clausary_mining_mark(mining, at - 1);
		if (mark && strchr(",;:.()[]", mark))
			break;
		at--;
	}
	while (at < before
	       && clausary_cues_has(&mining->cues->edge, clausary_mining_word(mining, at)))
		at++;
	return at;
}

/* The adjectives before a noun are of its name, hyphens and all. */
static size_t
whole_name(const clausary_mining *mining, const clausary_passage *passage, size_t first)
{
	while (first > passage->first && clausary_gloss_is_attribute(mining, first - 1)) {
		first--;
		while (first > passage->first + 1 && clausary_mining_is_mark(mining, first - 1, '-')
		       && mining->tokens.items[first].traits & CLAUSARY_TOKEN_JOINED
		       && mining->tokens.items[first - 1].traits & CLAUSARY_TOKEN_JOINED)
			first -= 2;
	}
	return first;
}

/* Whether tokens `first` to `end` are a cue that a name follows, an article after it or not:
 * "hereinafter the". */
static bool
is_naming_cue(const clausary_mining *mining, size_t first, size_t end)
{
	for (size_t i = 0; i < mining->cues->naming.count; i++) {
		size_t at = clausary_cue_after(mining, mining->cues->naming.items[i], first, end);
		while (at && at < end
		       && (is_mark(mining, at)
		           || clausary_cues_has(&mining->cues->edge,
		                                clausary_mining_word(mining, at))))
			at++;
		if (at == end)
			return true;
	}
	return false;
}

/* Where the name begins that ends with token `last`, in a script without blanks; CLAUSARY_NONE in
 * others. */
static size_t
square_start(const clausary_mining *mining, const clausary_passage *passage, size_t last)
{
	float confidence;
	size_t first;
	if (!clausary_name_is_square(mining, last))
		return CLAUSARY_NONE;
	first = clausary_name_start(mining, CLAUSARY_SLICE(""), passage, last, false, &confidence);
	return confidence > 0 ? first : CLAUSARY_NONE;
}

/* Whether a quoted name is a clipping of the one before it, which find_square.c has as a pair. */
static bool
is_clipping(const clausary_mining *mining, const name *quoted, size_t first, size_t last)
{
	clausary_slice text = clausary_document_text(mining->document);
	return clausary_clipping_of(
	        clausary_slice_span(text,
		                    clausary_mining_span(mining, quoted->first, quoted->last)),
	        clausary_slice_span(text, clausary_mining_span(mining, first, last)));
}

/* Keep a short name of what ends before token `open`, unless it is an acronym or a clipping. */
static void
keep_short_name(clausary_mining *mining, const clausary_passage *passage, name quoted, size_t open)
{
	while (quoted.first < quoted.last
	       && clausary_cues_has(&mining->cues->edge,
	                            clausary_mining_word(mining, quoted.first)))
		quoted.first++; /* “the Company” names a company */
	size_t short_form = clausary_short_form_at(mining, quoted.first);
	bool acronym = short_form < mining->short_forms.count
	               && mining->short_forms.items[short_form].first == quoted.first
	               && quoted.first == quoted.last;
	size_t named = named_start(mining, passage, open, quoted.first);
	size_t first = named == SIZE_MAX ? lead_start(mining, passage, open)
	                                 : whole_name(mining, passage, named);
	size_t square = square_start(mining, passage, open - 1);
	first = square == CLAUSARY_NONE ? first : square;
	if (acronym || first >= open || is_clipping(mining, &quoted, first, open - 1))
		return;
	clausary_entry entry = entry_of(passage, "short-name", named == SIZE_MAX ? 0.5f : 0.85f);
	entry.term = clausary_mining_span(mining, quoted.first, quoted.last);
	entry.definition = clausary_mining_span(mining, first, open - 1);
	clausary_entry_keep(mining, &entry);
}

/* Quoted names that only a word or a comma parts, up to the end of a bracket; 0 where there is
 * anything else. Where the verb comes last, it may end the bracket: `*verb`. */
static size_t
read_names(const clausary_mining *mining, size_t at, size_t end, name *names, bool *verb)
{
	enum { LONGEST_GAP = 2, LONGEST_VERB = 5 };
	size_t count = 0;
	*verb = false;
	while (count < MOST_NAMES && read_name(mining, at, end, &names[count])) {
		at = names[count++].end;
		if (at < end && clausary_mining_is_mark(mining, at, ')'))
			return count;
		for (int i = 0; i < LONGEST_GAP && at < end && !opens_quote(mining, at); i++)
			at++;
	}
	size_t last = count ? names[count - 1].end : end;
	for (at = last; at < end && at - last <= LONGEST_VERB; at++)
		if (clausary_mining_is_mark(mining, at, ')')) {
			*verb = true;
			return count;
		}
	return 0;
}

/* Whether a name alone in a bracket is a word of another script, which translates the one before it
 * and names nothing. */
static bool
is_translation(const clausary_mining *mining, const clausary_passage *passage, name quoted,
               size_t open)
{
	size_t before = open;
	while (before > passage->first && is_mark(mining, before - 1))
		before--;
	return before > passage->first
	       && clausary_gloss_differs(clausary_mining_word(mining, before - 1),
	                                 clausary_mining_word(mining, quoted.first));
}

/* "… (hereinafter the “X” or “Y”)": X and Y name what stands before the bracket. */
static void
try_short_name(clausary_mining *mining, const clausary_passage *passage, size_t at)
{
	size_t end = passage->first + passage->count, open = at;
	name names[MOST_NAMES];
	bool verb;
	size_t count = read_names(mining, at, end, names, &verb);
	if (count == 0)
		return;
	while (open > passage->first && at - open < 6
	       && !clausary_mining_is_mark(mining, open, '('))
		open--;
	if (!clausary_mining_is_mark(mining, open, '(') || open == passage->first)
		return;
	bool bare = open + 1 == at && !verb;
	if (bare ? is_translation(mining, passage, names[0], open)
	         : !is_naming_cue(mining, open + 1, at))
		return;
	for (size_t i = 0; i < count; i++)
		keep_short_name(mining, passage, names[i], open);
}

/* "…, hereinafter the “X”, …": X names what stands before the comma. */
static void
try_named_aside(clausary_mining *mining, const clausary_passage *passage, size_t at, name quoted)
{
	enum { LONGEST_CUE = 12 };
	size_t after_comma[LONGEST_CUE], count = 0;
	for (size_t i = at; i > passage->first + 2 && at - i < LONGEST_CUE; i--)
		if (clausary_mining_mark(mining, i - 2) == ',')
			after_comma[count++] = i - 1;
	for (size_t i = 0; count && i < mining->cues->naming.count; i++)
		for (size_t j = 0; j < count; j++)
			if (clausary_cue_after(mining, mining->cues->naming.items[i],
			                       after_comma[j], at)
			    == at) {
				keep_short_name(mining, passage, quoted, after_comma[j] - 1);
				return;
			}
}

/* The token after the longest cue that begins a bracket, or the first one. */
static size_t
after_naming_cue(const clausary_mining *mining, const clausary_passage *passage, size_t open)
{
	size_t end = passage->first + passage->count, at = open + 1;
	if (at >= end || !clausary_cue_may_begin(mining, &mining->cues->bracket_beginnings, at))
		return at;
	for (size_t i = 0; i < mining->cues->naming.count; i++) {
		size_t next =
		        clausary_cue_after(mining, mining->cues->naming.items[i], open + 1, end);
		at = next > at ? next : at;
	}
	return at;
}

/* "… (hereinafter – X, Y)" without quotes: a mark before the names, their capitals, and nothing
 * else in the bracket leave no doubt, where "(in the following Example)" does. */
static void
try_capital_names(clausary_mining *mining, const clausary_passage *passage, size_t open)
{
	enum { MOST_WORDS = 4 };
	size_t end = passage->first + passage->count, count = 0;
	size_t at = after_naming_cue(mining, passage, open);
	name names[MOST_NAMES];
	if (at < end && !is_mark(mining, at))
		return;
	while (at < end && count < MOST_NAMES && !clausary_mining_is_mark(mining, at, ')')) {
		while (at < end
		       && (is_mark(mining, at)
		           || clausary_cues_has(&mining->cues->edge,
		                                clausary_mining_word(mining, at))))
			at++;
		size_t last = at;
		while (last < end && !is_mark(mining, last) && last - at <= MOST_WORDS)
			last++;
		char mark = last < end ? clausary_mining_mark(mining, last) : '\0';
		if (last == at || (mark != ',' && mark != ')')
		    || !(mining->tokens.items[at].traits & CLAUSARY_TOKEN_CAPITAL_FIRST))
			return;
		names[count++] = (name){at, last - 1, last};
		at = last;
	}
	for (size_t i = 0; i < count; i++)
		keep_short_name(mining, passage, names[i], open);
}

/* "… (hereinafter: X)" without quotes, where a script without blanks leaves no doubt about what X
 * is. */
static void
try_unquoted_name(clausary_mining *mining, const clausary_passage *passage, size_t open)
{
	size_t end = passage->first + passage->count, last;
	size_t at = after_naming_cue(mining, passage, open);
	if (open == passage->first || at == open + 1)
		return;
	if (!clausary_name_is_square(mining, open - 1)) {
		try_capital_names(mining, passage, open);
		return;
	}
	while (at < end && is_mark(mining, at) && !opens_quote(mining, at))
		at++;
	for (last = at; last < end && clausary_name_is_square(mining, last); last++)
		if (last - at > LONGEST_NAME)
			return;
	if (last > at && last < end && clausary_mining_is_mark(mining, last, ')'))
		keep_short_name(mining, passage, (name){at, last - 1, last}, open);
}

static void
find(clausary_mining *mining)
{
	size_t done = 0;
	name quoted;
	for (size_t i = mining->from.openers; i < mining->to.openers; i++) {
		const clausary_opener *opener = &mining->openers.items[i];
		const clausary_passage *passage = &mining->passages.items[opener->passage];
		clausary_mining_enter(mining, opener->passage);
		if (opener->bracket)
			try_unquoted_name(mining, passage, opener->token);
		if (opener->bracket || opener->token < done
		    || !read_name(mining, opener->token, passage->first + passage->count, &quoted))
			continue;
		clausary_entry_part part;
		clausary_span text;
		if (clausary_entry_part_of(mining, clausary_entry_trim(mining, passage->span),
		                           &part, &text))
			continue; /* a note explains symbols, it does not define terms */
		try_short_name(mining, passage, opener->token);
		try_named_aside(mining, passage, opener->token, quoted);
		done = try_means(mining, passage, opener->token);
	}
}

const clausary_finder clausary_finder_legal = {"legal", "quoted terms that mean, short names", find,
                                               true};
