#!/usr/bin/env python3
"""Run checks: Markdown in which every fenced block is a test of what `clausary check` reports.

    run_check.py --program PROGRAM FILE|FOLDER...     the language is the name of the folder: tests/check/en/x.md

    ```check
    The text of a document, as a person would type it.
    .
    A01 warning HDC @ p1
    ```

After the line that is a dot stand the issues that are reported, all of them, in any order, or `none`:

    RULE LEVEL FORM @ KEY             the rule's id, the level, what it is about, the key of the clause
    ... -> EDIT                       and what the text should be replaced by

A line `<!-- options: --rules A01 -->` gives options of the command to all blocks after it. A line `=== TAG` in a text
begins another document, in that language: the documents of a block are checked together. `→` stands for a tab.

Given the folder of all checks, it also asks of every rule of the program that blocks in at least two languages make it
speak, and that in at least two languages a block that names it (`--rules`) leaves it silent; one language is enough for a
rule that is for one. The language is that of
the document that an issue is about; a silent block speaks for the languages of all its documents.
"""
import argparse
import glob
import json
import os
import re
import subprocess
import tempfile

import tap

FENCE = re.compile(r"^```check[ \t]*\n(.*?)^```[ \t]*$|^<!-- options:\s*(.*?)\s*-->|^(#+ [^\n]*)", re.DOTALL | re.MULTILINE)


def documents_of(text, language):
    """The documents of a block: [language, text]."""
    documents = [[language, ""]]
    for line in text.replace("→", "\t").splitlines():
        if line.startswith("=== "):
            documents.append([line[4:].strip(), ""])
        else:
            documents[-1][1] += line + "\n"
    return [one for one in documents if one[1].strip()]


def shown(issue):
    place = issue["place"]
    line = f'{issue["rule"]} {issue["level"]} {issue["form"]} @ {place.get("clause", "")}'
    return line + (f' -> {issue["edit"]}' if "edit" in issue else "")


def expected_of(rows, found):
    """The rows, with the edit of what was found where the row names none."""
    edits = {line.split(" -> ")[0]: line for line in found}
    return sorted(row if " -> " in row else edits.get(row, row) for row in rows if row != "none")


class Catalogue:
    """Which rules speak and stay silent in blocks of which languages."""

    def __init__(self):
        self.spoken, self.silent = {}, {}

    def add(self, options, tags, issues):
        for rule, tag in issues:
            self.spoken.setdefault(rule, set()).add(tag)
        named = re.search(r"--rules (\S+)", options)
        for rule in named[1].split(",") if named else []:
            if not any(rule == other for other, _ in issues):
                self.silent.setdefault(rule, set()).update(tags)

    def check(self, test, program):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "empty.txt")
            open(path, "w", encoding="utf-8").write("Nothing.\n")
            done = subprocess.run([program, "check", "-q", "--to", "sarif", path], capture_output=True, text=True, check=True)
        for rule in json.loads(done.stdout)["runs"][0]["tool"]["driver"]["rules"]:
            needed = min(2, len(rule["properties"].get("languages", "one two").split()))
            for what, found in (("speaks", self.spoken), ("is silent", self.silent)):
                tags = sorted(found.get(rule["id"], ()))
                test.check(f"{rule['id']} {what} in {needed} languages",
                           None if len(tags) >= needed else f"in {' '.join(tags) or 'none'} only")


def run_block(program, language, options, text, catalogue):
    with tempfile.TemporaryDirectory() as folder:
        paths, tags = [], []
        for number, (tag, content) in enumerate(documents_of(text, language)):
            paths.append(os.path.join(folder, f"{number}.txt"))
            tags.append(tag)
            open(paths[-1], "w", encoding="utf-8").write(content)
        done = subprocess.run([program, "check", "--to", "json", "-q", "--language", ",".join(tags), *options.split(), *paths],
                              capture_output=True, text=True, timeout=60)
    if done.returncode not in (0, 1):
        return None, done.stderr or f"exit status {done.returncode}"
    issues = json.loads(done.stdout)["issues"]
    catalogue.add(options, tags, [(issue["rule"], tags[paths.index(issue["place"]["document"])]) for issue in issues])
    return sorted(shown(issue) for issue in issues), None


def run_file(test, program, path, catalogue):
    language = os.path.basename(os.path.dirname(path))
    title, options, number = os.path.basename(path), "", 0
    for found in FENCE.finditer(open(path, encoding="utf-8").read()):
        body, new_options, heading = found.groups()
        if heading:
            title, number = heading.lstrip("# "), 0
        elif new_options is not None:
            options = new_options
        else:
            number += 1
            text, _, rows = body.partition("\n.\n")
            issues, failure = run_block(program, language, options, text, catalogue)
            wanted = expected_of([row.strip() for row in rows.splitlines() if row.strip()], issues or [])
            if not failure and issues != wanted:
                failure = "\n".join([f"missing: {row}" for row in wanted if row not in issues]
                                    + [f"too many: {row}" for row in issues if row not in wanted])
            test.check(f"{language}/{os.path.basename(path)}: {title} {number}", failure)


def main(test):
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("paths", nargs="+")
    given = parser.parse_args()
    program, catalogue = os.path.abspath(given.program), Catalogue()
    for path in given.paths:
        for file in sorted(glob.glob(os.path.join(path, "**", "*.md"), recursive=True)) if os.path.isdir(path) else [path]:
            run_file(test, program, file, catalogue)
        if os.path.basename(os.path.abspath(path)) == "check":
            catalogue.check(test, program)


if __name__ == "__main__":
    tap.main(main)
