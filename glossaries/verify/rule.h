/* What a rule is: rule_<name>.c defines `const clausary_rule clausary_rule_<name>`. A rule looks at
 * the index of documents and reports issues; it never reads bytes and never writes any. */
#ifndef CLAUSARY_VERIFY_RULE_H
#define CLAUSARY_VERIFY_RULE_H

#include "verify/index.h"
#include "verify/house.h"

struct clausary_checking;

typedef struct clausary_rule {
	clausary_rule_text text;

	/* What it looks at, one of these: each acronym of each document; each document; the
	 * versions of one document, lined up; all documents. */
	void (*acronym)(struct clausary_checking *check, const clausary_index *index,
	                const clausary_form *form);
	void (*document)(struct clausary_checking *check, const clausary_index *index);
	void (*versions)(struct clausary_checking *check, const clausary_versions *versions);
	void (*corpus)(struct clausary_checking *check);
} clausary_rule;

/** Rule `index` in the order of ids; NULL past the end. Owner: static. */
const clausary_rule *clausary_rule_at(size_t index);

/** The index of the rule with that id or name, or SIZE_MAX. */
size_t clausary_rule_named(clausary_slice name);

#endif
