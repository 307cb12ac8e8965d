#!/usr/bin/env python3
"""The shape of the sources: sizes, line widths, calls that are not made, documented calls, no words of a language.

    shape.py TOP
"""
import glob
import os
import re
import statistics
import sys

import tap

FOLDERS = ["include", "cli", "extractor", "glossaries", "bench", "tests"]
FILE_LINES, FUNCTION_LINES, COLUMNS = 500, 80, 100
FUNCTION_MEDIAN, FUNCTION_95TH = 14, 50

# call: why not
BANNED = {name: why for names, why in {
    "sprintf vsprintf strcpy stpcpy strcat strncpy strncat gets alloca": "no bound that the compiler can check",
    "atoi atol atof strtok": "cannot tell failure or keeps state",
    "localtime asctime ctime mktime gmtime": "the user's clock and zone, or static memory",
    "tmpnam mktemp tempnam": "a race",
    "rand srand random": "not the same in every run",
}.items() for name in names.split()}
BANNED_IN_LIBRARY = {name: why for names, why in {
    "printf fprintf vprintf vfprintf puts fputs putchar perror": "the library never prints",
    "exit _exit quick_exit abort": "the library never ends the program",
    "setlocale uselocale": "the library never changes the program's locale",
    "time clock gettimeofday": "no clock in any output",
}.items() for name in names.split()}
ALLOWED = {("extractor/base/arena.c", "abort"), ("extractor/base/arena.c", "exit"),
           ("extractor/base/arena.c", "fprintf"), ("extractor/base/arena.c", "fputs")}  # memory is out

TOKEN = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.DOTALL)


def blank(text, keep_strings=False):
    """`text` with comments (and the inside of strings) made blanks; lines stay where they are."""
    def replace(found):
        token = found[0]
        if token[0] in "\"'":
            return token if keep_strings else token[0] + "_" * (len(token) - 2) + token[0]
        return re.sub(r"[^\n]", " ", token)
    return TOKEN.sub(replace, text)


def functions(text):
    """(name, first line, lines) of every function defined in `text`; macros do not count."""
    code = re.sub(r"^[ \t]*#(?:.*\\\n)*.*$", lambda found: re.sub(r"[^\n]", " ", found[0]), blank(text), flags=re.MULTILINE)
    depth, start, name = 0, None, None
    for found in re.finditer(r"[{}]", code):
        at = found.start()
        if found[0] == "{":
            if depth == 0:
                head = re.search(r"(\w+)\s*\([^;{}]*\)\s*$", code[:at][-4000:])
                name, start = (head[1], at - len(head[0])) if head else (None, None)
            depth += 1
        else:
            depth -= 1
            if depth == 0 and name:
                first = code.count("\n", 0, start) + 1
                yield name, first, code.count("\n", 0, at) + 2 - first
                name = None


def read_sources(top):
    for folder in FOLDERS:
        for path, _, names in sorted(os.walk(os.path.join(top, folder))):
            for name in sorted(names):
                if name.endswith((".c", ".h")):
                    file = os.path.relpath(os.path.join(path, name), top)
                    yield file, open(os.path.join(top, file), encoding="utf-8").read()


def lines_wrong(file, text):
    for number, line in enumerate(text.splitlines(), 1):
        width = len(line.expandtabs(8))
        if width > COLUMNS:
            yield f"{file}:{number}: {width} columns (at most {COLUMNS})"
        if line != line.rstrip():
            yield f"{file}:{number}: blanks at the end of the line"
    count = text.count("\n")
    if file.endswith(".c") and count > FILE_LINES:
        yield f"{file}: {count} lines (at most {FILE_LINES})"
    if not text.startswith("/*"):
        yield f"{file}: no comment at the top that says what it is"


def calls_wrong(file, text):
    banned = dict(BANNED)
    if file.startswith(("extractor/", "glossaries/")):
        banned.update(BANNED_IN_LIBRARY)
    code = blank(text)
    for found in re.finditer(r"\b(\w+)\s*\(", code):
        if found[1] in banned and (file, found[1]) not in ALLOWED:
            yield f"{file}:{code.count(chr(10), 0, found.start()) + 1}: {found[1]}(): {banned[found[1]]}"


def locale_words(top):
    """The words of the languages in locales/, without those that also name an entry there or in a profile."""
    words, keys = set(), set()
    for folder in "locales", "profiles":
        for name in sorted(os.listdir(os.path.join(top, folder))):
            if not name.endswith(".txt") or name == "root.txt":
                continue
            text = re.sub(r"//.*", "", open(os.path.join(top, folder, name), encoding="utf-8").read())
            strings = [string.casefold() for string in re.findall(r'"([^"]*)"', text)]
            keys.update(key.casefold() for key in re.findall(r"([\w-]+)\s*(?::\w+\s*)?\{", text))
            if folder == "locales":
                words.update(strings)
            else:
                keys.update(word for string in strings for word in string.split())
    return {word for word in words if len(word) > 1 and any(c.isalpha() for c in word)} - keys


def language_wrong(file, text, words):
    """Text in a language belongs in locales/: no letter beyond ASCII in code, no literal that is a locale's word."""
    code = blank(text, keep_strings=True)
    for number, line in enumerate(code.splitlines(), 1):
        if any(c.isalpha() and not c.isascii() for c in line):
            yield f"{file}:{number}: a letter that is not ASCII: {line.strip()[:60]}"
        if file.startswith(("extractor/document/", "extractor/language/", "extractor/mining/")):
            for literal in re.findall(r'"((?:\\.|[^"\\])*)"', line):
                if not line.lstrip().startswith("#") and literal.casefold() in words:
                    yield f'{file}:{number}: "{literal}" is a word of a language: it belongs in locales/'


def undocumented(header):
    """Public functions without a comment, or whose comment does not say who owns what and what fails."""
    pattern = re.compile(r"(/\*\*(?:(?!\*/).)*\*/\s*)?CLAUSARY_API\s+([^;{]*?)(\w+)\(([^;]*)\);", re.DOTALL)
    for comment, result, name, parameters in pattern.findall(header):
        if not comment:
            yield f"{name}(): no comment"
            continue
        if result.strip() == "clausary_status" and "Fails:" not in comment:
            yield f"{name}(): the comment does not say what fails (Fails:)"
        if ("*" in result or "slice" in result or "**out" in parameters) and "Owner:" not in comment:
            yield f"{name}(): the comment does not say who owns the result (Owner:)"


def run(test):
    top = sys.argv[1]
    words, lengths = locale_words(top), []
    for file, text in read_sources(top):
        test.check(f"{file}: lines", "\n".join(lines_wrong(file, text)))
        test.check(f"{file}: calls", "\n".join(calls_wrong(file, text)))
        long = []
        for name, line, count in functions(text):
            if not file.startswith("tests/"):
                lengths.append(count)
            if count > FUNCTION_LINES:
                long.append(f"{file}:{line}: {name}() has {count} lines (at most {FUNCTION_LINES})")
        test.check(f"{file}: functions", "\n".join(long))
        if not file.startswith("tests/"):
            test.check(f"{file}: no language", "\n".join(language_wrong(file, text, words)))
    for path in sorted(glob.glob(os.path.join(top, "include", "clausary", "*.h"))):
        header = open(path, encoding="utf-8").read()
        test.check(f"{os.path.relpath(path, top)}: every call is documented", "\n".join(undocumented(header)))
    lengths.sort()
    middle, high = statistics.median(lengths), lengths[len(lengths) * 95 // 100]
    test.check(f"median of {len(lengths)} functions",
               middle > FUNCTION_MEDIAN and f"{middle} lines (at most {FUNCTION_MEDIAN})" or None)
    test.check("95th percentile of functions", high > FUNCTION_95TH and f"{high} lines (at most {FUNCTION_95TH})" or None)


if __name__ == "__main__":
    tap.main(run)
