#!/usr/bin/env python3
"""The language data: root.txt is the schema; every other locale uses its tables, in sorted, sound form.

    locales.py TOP
"""
import os
import re
import sys
import unicodedata

import tap

TOKEN = re.compile(r'\s+|//[^\n]*|/\*.*?\*/|"((?:\\.|[^"\\])*)"|([\w.-]+(?::\w+)?)|([{},])', re.DOTALL)


def parse(text):
    """The tables of an ICU bundle's source: {table: {key: [strings]}}; raises ValueError on anything else."""
    tokens, at = [], 0
    while at < len(text):
        found = TOKEN.match(text, at)
        if not found:
            raise ValueError(f"line {text.count(chr(10), 0, at) + 1}: {text[at:at + 20]!r}")
        at = found.end()
        if found[1] is not None:
            tokens.append(("string", found[1]))
        elif found[2]:
            tokens.append(("name", found[2].split(":")[0]))
        elif found[3]:
            tokens.append((found[3], found[3]))

    def strings_or_table(index):
        strings, table = [], {}
        while tokens[index][0] != "}":
            kind, value = tokens[index]
            if kind == "name":
                if value in table:
                    raise ValueError(f"{value} stands twice")
                table[value], index = strings_or_table(index + 2)
            elif kind == "string":
                strings.append(value)
                index += 1
            elif kind == "{":
                inner, index = strings_or_table(index + 1)
                strings.append(inner)
            else:
                index += 1
        return table or strings, index + 1

    return strings_or_table(2)[0] if tokens else {}


# Tables whose entries code asks for by name: a misspelt entry would never be read.
FIXED = {"StopWords", "NameWords", "NotShortForms", "Cues", "Plurals", "SentenceAbbreviations", "NotAcronyms", "Meta",
         "OrdinalEndings", "Elisions", "Clitics", "Endings", "Spellings", "Capitals", "Writing"}


def problems(name, tables, schema):
    for table, entries in tables.items():
        if table not in schema:
            yield f"{table}: root.txt has no such table"
            continue
        allowed = schema[table] if isinstance(schema[table], dict) else {}
        for key, words in (entries.items() if isinstance(entries, dict) else []):
            if table in FIXED and key not in allowed:
                yield f"{table}/{key}: root.txt has no such entry"
            if not re.fullmatch(r"[a-z0-9][a-z0-9-]*", key):
                yield f"{table}/{key}: entries are named in lower-case ASCII"
            for word in words:
                if not isinstance(word, str) or not word.strip():
                    yield f"{table}/{key}: an empty word"
                elif word != unicodedata.normalize("NFC", word):
                    yield f"{table}/{key}: {word!r} is not in NFC"
                elif word != word.strip():
                    yield f"{table}/{key}: blanks around {word!r}"
                elif word.count("{") != word.count("}"):
                    yield f"{table}/{key}: a hole is not closed in {word!r}"
            if len(set(map(str, words))) < len(words):
                yield f"{table}/{key}: a word stands twice: {sorted(w for w in words if words.count(w) > 1)[0]!r}"
    if not isinstance(tables.get("Meta"), dict) or not tables["Meta"].get("name"):
        yield "Meta/name is missing"


def run(test):
    folder = os.path.join(sys.argv[1], "locales")
    names = sorted(name for name in os.listdir(folder) if name.endswith(".txt"))
    try:
        schema = parse(open(os.path.join(folder, "root.txt"), encoding="utf-8").read())
    except (OSError, ValueError, IndexError) as error:
        test.check("root.txt", str(error))
        return
    for name in names:
        try:
            tables = parse(open(os.path.join(folder, name), encoding="utf-8").read())
        except (ValueError, IndexError) as error:
            test.check(name, f"cannot be read: {error}")
            continue
        test.check(name, "\n".join(problems(name, tables, schema)))
    listed = open(os.path.join(folder, "meson.build"), encoding="utf-8").read()
    for name in names:
        test.check(f"{name} is in the list of meson.build", None if f"'{name[:-4]}'" in listed else "it is not compiled")


if __name__ == "__main__":
    tap.main(run)
