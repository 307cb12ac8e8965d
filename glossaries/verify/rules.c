/* The rules of this build. */
#include "verify/rule.h"

#define CLAUSARY_RULE(name) extern const clausary_rule clausary_rule_##name;
#include "verify/rules.def"
#undef CLAUSARY_RULE

static const clausary_rule *const RULES[] = {
#define CLAUSARY_RULE(name) &clausary_rule_##name,
#include "verify/rules.def"
#undef CLAUSARY_RULE
};

enum { COUNT = sizeof RULES / sizeof *RULES };

const clausary_rule *
clausary_rule_at(size_t index)
{
	return index < COUNT ? RULES[index] : NULL;
}

size_t
clausary_rule_named(clausary_slice name)
{
	for (size_t i = 0; i < COUNT; i++)
		if (clausary_slice_equal_ascii(name, clausary_slice_of(RULES[i]->text.id))
		    || clausary_slice_equal(name, clausary_slice_of(RULES[i]->text.name)))
			return i;
	return SIZE_MAX;
}

const clausary_rule_text *
clausary_rule_text_at(size_t index)
{
	const clausary_rule *rule = clausary_rule_at(index);
	return rule ? &rule->text : NULL;
}
