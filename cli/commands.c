/* The commands: what help, the manual page and the completions say of them. */
#include "options.h"

#include <string.h>

const char *const cli_exit_statuses[CLI_EXIT_STATUSES] = {
        "done",
        "done, with problems worth a look: a file could not be read, a line of a stream was bad, "
        "or a warning was given and --werror asked to count it",
        "nothing could be done: a wrong option, no document that could be read, an output that "
        "could not be written",
};

static const char extract_description[] =
        "Read documents, find acronyms, their expansions and defined terms with the clause they "
        "stand in, and "
        "write a termbase.\n"
        "FILE is a document (Word, HTML or text: the content decides), a folder, or - for standard "
        "input. A "
        "folder stands for every file below it, sorted by name; hidden files and links to folders "
        "are left "
        "out. A file that cannot be read is told, and the others are still done.\n"
        "Language versions of one document are told by what they say, not by the names of their "
        "files, and their clauses are lined up; name them one after the other.\n"
        "With --stream, a line such as {\"id\":\"r1\",\"text\":\"…\",\"language\":\"en\"} gives "
        "the findings of that "
        "document, in order. A bad line gives {\"type\":\"error\",…} and the stream goes on. "
        "Output is "
        "written whenever the input pauses, so that a program may hold a conversation.";

static const cli_example extract_examples[] = {
        {"The glossary of one document, on the terminal:", "clausary extract resolution.docx"},
        {"A TBX termbase from a folder of documents:", "clausary extract -o terms.tbx documents/"},
        {"A table for a spreadsheet, from a document in French:",
	 "clausary extract --language fr -o terms.csv decision.html"},
        {"One termbase from the language versions of a document:",
	 "clausary extract -o terms.tbx plan.en.docx plan.fr.docx plan.ru.txt"},
        {"One termbase for each document, four at a time:",
	 "clausary extract -j 4 -o termbases/ documents/"},
        {"Findings as JSON Lines, from a pipe:",
	 "pdftotext -layout act.pdf - | clausary extract --to jsonl -"},
        {"A stream of documents, as a Spark or Hadoop pipe runs it:",
	 "clausary extract --stream < documents.jsonl > findings.jsonl"},
        {0},
};

static const char check_description[] =
        "Read documents and report where acronyms and terms are not used consistently: not "
        "expanded, expanded too late, twice or in two ways, missing in the list of "
        "abbreviations, defined twice or never used, and more; `clausary list rules` has "
        "everything. Each finding names the clause, the line or paragraph, and the other place "
        "where there are two.\n"
        "FILE is as for extract. Language versions of one document are lined up and compared with "
        "each other.\n"
        "Exit status 1 says that there is an issue of the level of --fail-on or above.";

static const cli_example check_examples[] = {
        {"What is wrong in a draft:", "clausary check draft.docx"},
        {"The same by the rules of ITU, without notes:",
	 "clausary check --house itu --level warning draft.docx"},
        {"The language versions of a document against each other:",
	 "clausary check plan.en.docx plan.fr.docx plan.ru.docx"},
        {0},
};

static const char show_description[] = "Print what one stage of the work makes of a document, to "
                                       "see why a term was found or missed. text is "
                                       "the text as read, blocks its paragraphs, headings and "
                                       "cells, clauses the outline with the key of "
                                       "every clause, tokens the words, findings what was found, "
                                       "alignment how the clauses of language versions line up, "
                                       "how surely and why.";

static const cli_example show_examples[] = {
        {"The clauses of a document and their keys:", "clausary show resolution.docx"},
        {"The same, numbered as an act:", "clausary show --profile act directive.html"},
        {"What a Word file said before its tracked changes:",
	 "clausary show --stage text --changes original draft.docx"},
        {"How two language versions line up:",
	 "clausary show --stage alignment --versions plan.en.docx plan.fr.docx"},
        {0},
};

static const char convert_description[] =
        "Read a termbase of any format of `clausary list termbase-readers` and write it in one of "
        "`clausary list writers`: TBX of every version and style, MultiTerm, tables, JSON. "
        "Everything that the format has a place for is kept; what it has none for stands in a "
        "note with its name, or is left out, and --report says so.\n"
        "What could not be read is told as a warning.";

static const cli_example convert_examples[] = {
        {"An old TBX as TBX v3, and what has no place there:",
	 "clausary convert --report -o new.tbx old.tbx"},
        {"A termbase as a table for a spreadsheet:", "clausary convert -o terms.csv terms.tbx"},
        {"A table that says in its head what is in its columns, as a termbase:",
	 "clausary convert -o terms.tbx terms.csv"},
        {0},
};

static const char explain_description[] =
        "Say for each pair and each definition of a document what speaks for it and against it, "
        "with the weight of each reason, and how sure it is; for a TERM, only what is found of it, "
        "and where that is nothing, why.\n"
        "Weights are logarithms of odds; confidence is the share of findings with such reasons "
        "that "
        "are right. They were fitted on annotated texts.";

static const cli_example explain_examples[] = {
        {"Why everything was found:", "clausary explain resolution.docx"},
        {"Why a form was found, or was not:", "clausary explain resolution.docx WTSA"},
        {0},
};

static const char validate_description[] =
        "Hold TBX files against ISO 30042: v3 (styles dca and dct; dialects TBX-Core, TBX-Min, "
        "TBX-Basic, TBX-Linguist), v2, and the TBX-Min of 2013. Each line of the answer names "
        "file, line, column, entry, what is wrong and what to do, then the file's verdict.\n"
        "Errors are what the standard forbids, also where its published schemas forget it: an "
        "empty term, two sections of one language in an entry, a value outside its list, an "
        "external reference that is no address. Warnings are what a dialect or a careful "
        "terminologist forbids, such as an entry given twice or marks of direction in a term. "
        "Notes are worth a look: a homonym, a short form without its full form, a definition "
        "without a source.\n"
        "Exit status 1 when a file is not valid; with --werror also when it has warnings.";

static const cli_example validate_examples[] = {
        {"Whether a termbase is valid, and if not, why:", "clausary validate terms.tbx"},
        {"Only what is not valid, in a folder:", "clausary validate --quiet termbases/"},
        {0},
};

static const char merge_description[] =
        "Make one termbase of several. Entries become one by evidence: the same id and a term, the "
        "same definition and a term, the same short form with its full form, terms shared in two "
        "languages, a term at the same clause of the same source, or, in different languages, the "
        "same numbered clause of the same document, told by its number and the names of its files; "
        "never by one word alone. What entries say differently is kept side by side and told.\n"
        "The order in which the termbases are given, and merging some of them first, changes "
        "nothing: any grouping gives the same bytes.";

static const cli_example merge_examples[] = {
        {"One termbase of two:", "clausary merge -o all.tbx harbour.tbx pilots.tbx"},
        {"One termbase of all in a folder, joining only what is sure:",
	 "clausary merge --policy careful -o all.tbx termbases/"},
        {0},
};

static const char glossary_description[] =
        "Read a termbase and one document, and write the entries of the termbase that occur in it, "
        "in "
        "the order of the document: the glossary that its translator needs. Terms are found in "
        "whatever form they stand: plurals and cases, joined to an article, with a hyphen for a "
        "blank. Each entry says in a note how often and in which clauses of the document it "
        "occurs.\n"
        "The formats are those of `clausary list termbase-readers`, `readers` and `writers`.";

static const cli_example glossary_examples[] = {
        {"What a draft takes from the house's termbase, as a table:",
	 "clausary glossary house.tbx draft.docx"},
        {"Only for Annex B, English and French, as a spreadsheet:",
	 "clausary glossary --clauses annex-B --languages en,fr -o annex.csv house.tbx draft.docx"},
        {0},
};

#if CLI_HAS_STORE
static const char add_description[] =
        "Keep the termbase of many documents in a store, a file that grows with them. A document "
        "that the store has and that has not changed is not read again; one that has changed is "
        "read together with its language versions.\n"
        "STORE is made where there is none. Each document with its versions is committed as a "
        "whole: "
        "whatever ends the program, what was committed is there. Others may read the store "
        "meanwhile; a second writer waits.\n"
        "`clausary export` makes one termbase of it.";

static const cli_example add_examples[] = {
        {"All documents of a folder; run it again after some have changed:",
	 "clausary add terms.db documents/"},
        {0},
};

static const char export_description[] =
        "Make one termbase of everything in a store: the termbases of its documents are merged as "
        "`clausary merge` does, and written.";

static const cli_example export_examples[] = {
        {"The termbase of a store as TBX:", "clausary export -o terms.tbx terms.db"},
        {0},
};
#endif

static const char diff_description[] =
        "Say what two termbases say differently, entry by entry: entries that are new, gone "
        "or withdrawn (x), and "
        "of "
        "the others each value that is new (+), gone (-) or another one (~). A source that names "
        "another clause is a move (>); one that names the same clause of another edition is told "
        "once for all (=). Entries are matched by what they say, as merge does, not by their ids. "
        "Exit status 1 when there is a difference.";

static const cli_example diff_examples[] = {
        {"What a new edition changed:", "clausary diff edition-1.tbx edition-2.tbx"},
        {0},
};

static const char update_description[] =
        "Bring a new edition into a termbase that people have worked on. BASE is the termbase that "
        "`clausary extract` made of the last edition; DOCUMENT… is the new one, in one language or "
        "several, read with the options of extract.\n"
        "The report says what is new (+), changed (~), moved to another clause (>) or withdrawn "
        "(x), and where there is a conflict (!). All of it is applied. What is withdrawn, an "
        "entry or a term of one, stays, with the note “withdrawn: EDITION”; its terms without a "
        "status become superseded. Entries keep their ids. What other documents say, or languages "
        "that were not read, does not change.\n"
        "What a person added or changed stays, what a person took out stays out. Where the new "
        "edition contradicts a person, the person's value stands and both are told: exit status "
        "1.\n"
        "What people did is told by BASE.generated, a termbase of what the last run made; update "
        "leaves it beside its output, and so does extract with --record. Keep it with BASE. "
        "Without it every value that the new edition does not repeat counts as a person's, but for "
        "clauses; a definition that differs is then a conflict, and both are kept. If nobody has "
        "worked on BASE, say --last BASE.";

static const cli_example update_examples[] = {
        {"What would change; nothing is written:",
	 "clausary update --dry-run terms.tbx edition-2.docx"},
        {"The same, and the termbase is brought up to date:",
	 "clausary update -o terms.tbx terms.tbx edition-2.docx"},
        {"From the language versions of the new edition, with a page for the reviewer:",
	 "clausary update --report changes.html -o terms.tbx terms.tbx plan.en.docx plan.fr.docx"},
        {"Three termbases: the last run, yours, the new run:",
	 "clausary update --last run-1.tbx --run run-2.tbx -o terms.tbx terms.tbx"},
        {0},
};

static const char list_description[] =
        "Print what this build has, one a line, the name first: readers, writers, languages, "
        "profiles, finders, "
        "references (glossaries shipped with the program), limits, houses (styles of check), rules "
        "(of check), reports (formats of check) or termbase-readers. Without a kind, everything.";

static const cli_example list_examples[] = {
        {"The formats that can be written:", "clausary list writers"},
        {0},
};

static const cli_example help_examples[] = {
        {"Everything about extract:", "clausary help extract"},
        {0},
};

const cli_example cli_examples[] = {
        {"The glossary of a document, on the terminal:", "clausary extract resolution.docx"},
        {"A TBX termbase from a folder of documents:", "clausary extract -o terms.tbx documents/"},
        {"The clauses of a document and their keys:", "clausary show resolution.docx"},
        {0},
};

const cli_command cli_commands[] = {
        {"extract", CLI_EXTRACT, "FILE…", "/", "find acronyms and defined terms; write a termbase",
	 extract_description, extract_examples, cli_extract},
        {"check", CLI_CHECK, "FILE…", "/", "report inconsistent acronyms and terms",
	 check_description, check_examples, cli_check},
        {"convert", CLI_CONVERT, "FILE", "/", "write a termbase in another format",
	 convert_description, convert_examples, cli_convert},
        {"diff", CLI_DIFF, "FILE FILE", "/", "say what two termbases say differently",
	 diff_description, diff_examples, cli_diff},
        {"update", CLI_UPDATE, "BASE DOCUMENT…", "/",
	 "bring a new edition into a termbase that people have worked on", update_description,
	 update_examples, cli_update},
        {"merge", CLI_MERGE, "FILE…", "/", "make one termbase of several", merge_description,
	 merge_examples, cli_merge},
        {"glossary", CLI_GLOSSARY, "TERMBASE DOCUMENT", "/",
	 "pick the entries that occur in a document", glossary_description, glossary_examples,
	 cli_glossary},
#if CLI_HAS_STORE
        {"add", CLI_ADD, "STORE FILE…", "/", "keep the terms of many documents in a store",
	 add_description, add_examples, cli_add},
        {"export", CLI_EXPORT, "STORE", "/", "make one termbase of a store", export_description,
	 export_examples, cli_export},
#endif
        {"show", CLI_SHOW, "FILE…", "/", "print one stage of the work on a document",
	 show_description, show_examples, cli_show},
        {"explain", CLI_EXPLAIN, "FILE [TERM…]", "/", "say why something is a finding, or is none",
	 explain_description, explain_examples, cli_explain},
        {"validate", CLI_VALIDATE, "FILE…", "/", "hold termbases against ISO 30042 (TBX)",
	 validate_description, validate_examples, cli_validate},
        {"list", CLI_LIST, "[KIND…]",
	 "readers writers languages profiles finders references limits houses rules reports "
	 "termbase-readers",
	 "print what this build has", list_description, list_examples, cli_list},
        {"help", CLI_HELP, "[COMMAND]",
	 "extract check convert explain merge diff update validate glossary add export show list "
	 "help",
	 "explain a command", "Explain the program, or a command.", help_examples,
	 cli_help_command},
};
const size_t cli_command_count = sizeof cli_commands / sizeof *cli_commands;
_Static_assert(sizeof cli_commands / sizeof *cli_commands <= CLI_MOST_COMMANDS,
               "CLI_MOST_COMMANDS");

const cli_command *
cli_command_find(const char *name)
{
	for (size_t i = 0; i < cli_command_count; i++)
		if (strcmp(cli_commands[i].name, name) == 0)
			return &cli_commands[i];
	return NULL;
}
