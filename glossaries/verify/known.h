/* Issues that are known from before, or that a person has said will stay: lines of fields parted by
 * tabs, which say of an issue what stays the same when text around it moves. */
#ifndef CLAUSARY_VERIFY_KNOWN_H
#define CLAUSARY_VERIFY_KNOWN_H

#include "verify/check.h"

/** Add what a baseline says of an issue: document, rule, clause key and form. */
void clausary_known_line(clausary_buffer *to, const clausary_issues *issues,
                         const clausary_issue *issue);

#endif
