#!/usr/bin/env python3
"""The sample is one resolution in six languages, each in two formats or three: the same clauses everywhere, and in
every format of a language the same pairs, definitions and mentions.

    check_samples.py --program PROGRAM --top TOP

What must be found in a language stands in tests/samples/resolution.LANGUAGE.expected, in the words of run_spec.py; the
clauses, which are the same in all, in the English one.
"""
import argparse
import collections
import json
import os
import subprocess
import sys
import tempfile

import run_spec
import tap

LANGUAGES = {"en": ["txt", "html", "docx"], "fr": ["txt", "docx"], "es": ["txt", "docx"], "ru": ["txt", "docx"],
             "ar": ["txt", "docx"], "zh": ["txt", "docx"]}
READY = list(LANGUAGES)


def findings(program, path):
    run = subprocess.run([program, "extract", "--to", "jsonl", path], capture_output=True, text=True, timeout=60, check=False)
    found = collections.defaultdict(list)
    for line in run.stdout.splitlines():
        item = json.loads(line)
        found[item["type"]].append(item)
    for kind in "clause", "pair", "definition", "mention", "error":
        found[kind] = found.get(kind, [])
    return found, f"exit status {run.returncode}: {run.stderr}" if run.returncode or run.stderr else None


def notes_last(clauses):
    """Clauses in order, footnotes last: Word and text have them where they are called, HTML at the end."""
    return sorted(clauses, key=lambda clause: clause["key"].startswith("footnote/"))


def bare(found):
    """The findings without their places in the text, which differ by format."""
    dash = str.maketrans("\u2010\u2011\u00a0", "-- ")

    def text(item, key):
        return run_spec.fold((item.get(key) or "").translate(dash))

    yield "clauses", [(item["key"], item.get("role") or "") for item in notes_last(found["clause"])]
    yield "pairs", [(text(item, "short"), text(item, "long"), item["clause"]) for item in found["pair"]]
    yield "definitions", [(text(item, "term"), text(item, "definition"), text(item, "source"), item["clause"])
                          for item in found["definition"]]
    yield "mentions", [(text(item, "form"), item["clause"]) for item in found["mention"]]


def differences(left, right):
    for item in left:
        if item not in right:
            yield f"only in the first: {item}"
    for item in right:
        if item not in left:
            yield f"only in the second: {item}"
    if sorted(left) == sorted(right) and left != right:
        yield "in another order"
    elif len(left) != len(right):
        yield f"{len(left)} and {len(right)}"


def made_again(top, language):
    source = os.path.join(top, "tests", "samples", f"resolution.{language}.docx.txt")
    with tempfile.TemporaryDirectory(prefix="clausary-sample-") as folder:
        target = os.path.join(folder, "resolution.docx")
        run = subprocess.run([sys.executable, os.path.join(top, "tests", "tools", "make_docx.py"), source, target],
                             capture_output=True, text=True, check=False)
        if run.returncode:
            return run.stderr
        kept = f"samples/resolution.{language}.docx"
        with open(target, "rb") as made, open(os.path.join(top, kept), "rb") as file:
            return None if made.read() == file.read() else f"run tests/tools/make_docx.py {source} {kept}"


def rows_of(top, language):
    path = os.path.join(top, "tests", "samples", f"resolution.{language}.expected")
    with open(path, encoding="utf-8") as file:
        return [row for row in file.read().splitlines() if row and not row.startswith("#")]


def check_language(test, options, language, clauses):
    all_found = {}
    rows = [row for row in rows_of(options.top, language) if row.split()[0] != "clause"] + clauses
    test.check(f"resolution.{language}.docx is what its source makes", made_again(options.top, language))
    formats = LANGUAGES[language]
    for suffix in formats:
        path = os.path.join(options.top, "samples", f"resolution.{language}.{suffix}")
        all_found[suffix], problem = findings(options.program, path)
        test.check(f"{language} {suffix}: read without a message", problem)
        block = run_spec.Block(suffix, 0, "", "x\n.\nnone\n", "")
        block.findings = {**all_found[suffix], "clause": notes_last(all_found[suffix]["clause"])}
        for kind in "pair", "definition", "source", "clause":
            block.expected = [row for row in rows if row.split()[0] == kind]
            test.check(f"{language} {suffix}: {kind}", "\n".join(run_spec.judge(block, {kind})))
    for suffix in formats[1:]:
        for (kind, left), (_, right) in zip(bare(all_found[formats[0]]), bare(all_found[suffix])):
            test.check(f"{language} {kind}: {formats[0]} = {suffix}", "\n".join(differences(left, right))
                       or (None if left else "there are none"))


def main():
    parser = argparse.ArgumentParser(description="The sample in six languages.")
    parser.add_argument("--program", required=True)
    parser.add_argument("--top", required=True)
    options = parser.parse_args()

    def run(test):
        clauses = [row for row in rows_of(options.top, "en") if row.split()[0] == "clause"]
        for language in READY:
            check_language(test, options, language, clauses)

    tap.main(run)


if __name__ == "__main__":
    main()
