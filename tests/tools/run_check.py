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


def run_block(program, language, options, text):
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
    return sorted(shown(issue) for issue in json.loads(done.stdout)["issues"]), None


def run_file(test, program, path):
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
            issues, failure = run_block(program, language, options, text)
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
    for path in given.paths:
        for file in sorted(glob.glob(os.path.join(path, "**", "*.md"), recursive=True)) if os.path.isdir(path) else [path]:
            run_file(test, os.path.abspath(given.program), file)


if __name__ == "__main__":
    tap.main(main)
