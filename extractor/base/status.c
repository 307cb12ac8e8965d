/* The version and the sentences of the statuses. */
#include "clausary.h"

const char *
clausary_version(void)
{
	return CLAUSARY_VERSION;
}

const char *
clausary_status_text(clausary_status status)
{
	switch (status) {
	case CLAUSARY_OK:
		return "done";
	case CLAUSARY_EIO:
		return "bytes could not be read or written";
	case CLAUSARY_EFORMAT:
		return "not a document that any reader knows, or damaged";
	case CLAUSARY_ELIMIT:
		return "a limit was reached";
	case CLAUSARY_ELOCALE:
		return "no language data";
	case CLAUSARY_EUSAGE:
		return "an argument names something that does not exist";
	case CLAUSARY_EINVALID:
		return "the result would not be valid in this format";
	}
	return "unknown status";
}
