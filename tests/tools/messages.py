#!/usr/bin/env python3
"""What the command says to people, in each language of locales/interface: every sentence is translated, and takes the
same arguments.

    messages.py TOP                   the tests
    messages.py TOP --missing TAG     the sentences that a language lacks, as lines to be translated

A sentence is a string literal at the place of a format in a call of CALLS, a text in one of the tables of TABLES, or a
label in a const struct of a reader, writer or finder, or what a rule of the checker says.
"""
import glob
import os
import re
import sys

import locales
import tap

# Functions that speak, and which of their arguments is the sentence.
CALLS = {"cli_message": 0, "cli_usage_error": 1, "cli_report_error": 2, "cli_report_note": 3, "cli_notes_error": 2,
         "clausary_context_fail": 2, "clausary_diagnose": 4, "clausary_message": 1,
         "clausary_validate_tell": 4}
# Files whose string literals are all shown to people where they hold more than a word.
TABLES = ["cli/options.c", "cli/commands.c", "extractor/base/status.c", "extractor/mining/clue.def", "extractor/mining/sentence_clue.def", "extractor/mining/refusal.def", "glossaries/write/explain.c"]
# Lists whose labels are shown: `{"name", "label", …}` at the start of a const struct, or `.label = "…"`.
LABELS = ["extractor/input/read_*.c", "extractor/mining/find_*.c", "glossaries/transfer/read_*.c", "glossaries/write/write_*.c",
          "glossaries/write/report_*.c"]
# What a rule of the checker says: title, message, why and advice, and every format.
RULES = ["glossaries/verify/rule_*.c", "glossaries/verify/check.c"]
STRING = r'"((?:[^"\\\n]|\\.)*)"'
# What options and commands take: names, the same in every language.
NAMES = set("readers terms careful writers languages profiles finders references limits houses rules reports termbase-readers @readers explain "
            "@termbase-readers extract check convert validate merge add export diff update glossary show list help text json html blocks "
            "clauses tokens findings alignment final original bash zsh fish none note warning error off @references en fr es ru "
            "ar zh".split())
WORDS = {"note", "warning", "error", "done"}
# What the C library says, by strerror().
SYSTEM = ["No such file or directory", "Permission denied", "Is a directory", "Not a directory", "No space left on device",
          "Input/output error", "Too many open files", "File name too long", "Read-only file system", "Broken pipe",
          "Bad file descriptor", "Too many levels of symbolic links", "File too large"]


def literal(text):
    """The value of adjacent string literals."""
    joined = "".join(re.findall(STRING, text))
    return re.sub(r"\\(.)", lambda found: {"n": "\n", "t": "\t"}.get(found[1], found[1]), joined)


def without_comments(source):
    return re.sub(r'/\*.*?\*/|//[^\n]*|("(?:[^"\\\n]|\\.)*")', lambda found: found[1] or " ", source, flags=re.DOTALL)


def arguments(source, at):
    """The arguments of the call whose bracket opens at `at`."""
    depth, start, found, place = 0, at + 1, [], at
    while place < len(source):
        quoted = re.compile(STRING + r"|'(?:[^'\\]|\\.)'").match(source, place)
        if quoted:
            place = quoted.end()
            continue
        character = source[place]
        depth += (character in "([{") - (character in ")]}")
        if depth == 0 or (depth == 1 and character == ","):
            found.append(source[start:place])
            start = place + 1
            if depth == 0:
                return found
        place += 1
    return found


def literals_of(argument):
    """The sentences of an argument: one literal, or those of `a ? "…" : "…"`; nothing where it is a variable."""
    for found in re.finditer(STRING + r"(?:\s*" + STRING + ")*", argument):
        yield literal(found[0])


def is_sentence(text):
    return bool(re.search(r"[A-Za-z]+\S* \S*[A-Za-z]", text)) and not set(text.split()) <= NAMES or text in WORDS


def sentences(top):
    """Every sentence in English, in the order of the files."""
    found = {}
    for path in sorted(glob.glob(top + "/cli/*.c") + glob.glob(top + "/extractor/*/*.c") + glob.glob(top + "/extractor/mining/*.def") + glob.glob(top + "/glossaries/*/*.c")):
        source = without_comments(open(path, encoding="utf-8").read())
        name = os.path.relpath(path, top)
        for call in re.finditer(r"\b(" + "|".join(CALLS) + r")\(", source):
            given = arguments(source, call.end() - 1)
            if len(given) > CALLS[call[1]]:
                for text in literals_of(given[CALLS[call[1]]]):
                    found.setdefault(text, name)
        if name in TABLES:
            for text in literals_of(re.sub(r"#include[^\n]*", "", source)):
                if is_sentence(text) and not text.startswith(("clausary ", "pdftotext ", "@")):
                    found.setdefault(text, name)
        if any(path in glob.glob(os.path.join(top, pattern)) for pattern in LABELS):
            for struct in re.finditer(r"^const \w+ \w+ = \{\s*" + STRING + r"\s*,((?:\s*" + STRING + ")+)", source, re.MULTILINE):
                found.setdefault(literal(struct[2]), name)
            for label in re.finditer(r"\.label\s*=\s*(" + STRING + ")", source):
                found.setdefault(literal(label[1]), name)
        if any(path in glob.glob(os.path.join(top, pattern)) for pattern in RULES):
            for said in re.finditer(r"\.(?:title|message|why|advice)\s*=\s*(" + STRING + r"(?:\s*" + STRING + ")*)", source):
                found.setdefault(literal(said[1]), name)
            for text in literals_of(re.sub(r"#include[^\n]*", "", source)):
                if "%s" in text and is_sentence(text):
                    found.setdefault(text, name)
    for text in SYSTEM + ["note", "warning", "error"]:
        found.setdefault(text, "the system")
    return {text: name for text, name in found.items() if re.search("[A-Za-z]{2}", re.sub("%[a-z]+", "", text))}


def translations(path):
    """The pairs of a file, and what is wrong with it."""
    tables = locales.parse(open(path, encoding="utf-8").read())
    pairs = tables.get("Messages", [])
    return {literal('"' + pair[0] + '"'): literal('"' + pair[1] + '"') for pair in pairs if isinstance(pair, list) and len(pair) == 2}


def conversions(text):
    """The conversions of a format by the argument they take."""
    found = re.findall(r"%(?:(\d)\$)?([-+ #0-9.*hlzjt]*[diouxXcsp])", text.replace("%%", ""))
    return {int(number or place + 1): kind for place, (number, kind) in enumerate(found)}


def run(test):
    top = sys.argv[1]
    wanted = sentences(top)
    test.check("there are sentences", None if len(wanted) > 100 else f"only {len(wanted)}")
    for path in sorted(glob.glob(top + "/locales/interface/*.txt")):
        name = os.path.basename(path)
        try:
            pairs = translations(path)
        except (ValueError, IndexError) as error:
            test.check(name, str(error))
            continue
        test.check(f"{name}: everything is translated", "\n".join(text for text in wanted if text not in pairs))
        test.check(f"{name}: nothing is left over", "\n".join(text for text in pairs if text not in wanted))
        test.check(f"{name}: the same arguments", "\n".join(
            f"{text}: {pair}" for text, pair in pairs.items() if conversions(text) != conversions(pair)))


if __name__ == "__main__":
    if len(sys.argv) == 4 and sys.argv[2] == "--missing":
        path = os.path.join(sys.argv[1], "locales", "interface", sys.argv[3] + ".txt")
        known = translations(path) if os.path.exists(path) else {}
        for sentence in sentences(sys.argv[1]):
            if sentence not in known:
                print('\t\t{{ "{0}",\n\t\t  "" }}'.format(sentence.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")))
    else:
        tap.main(run)
