#!/usr/bin/env python3
"""The sample resolution in six languages as one termbase.

    check_languages.py --program PROGRAM --top TOP

    concepts one entry for each row of tests/samples/resolution.concepts.tsv, and none besides, from the Word files alone:
             its languages, in each the short form and one of the full forms
    order    whatever order the files are given in, each writer writes the same bytes, when --languages is the same
    table    every cell begins in the same column, whatever its script
    pairs    a file for every two languages; the terms of a file stand in the entries of the JSON
    ids      an entry that no other shares its clause with has the same id, whichever languages are given
    xlsx     two sheets, the same bytes twice (where the build has the writer)
    valid    TBX of all forms (where a validator is at hand: see check_tbx.py)
"""
import argparse
import hashlib
import io
import itertools
import json
import os
import subprocess
import tempfile
import time
import unicodedata
import zipfile

import tap

LANGUAGES = ["en", "fr", "es", "ru", "ar", "zh"]
ORDERS = [[0, 1, 2, 3, 4, 5], [5, 4, 3, 2, 1, 0], [3, 0, 5, 1, 4, 2], [2, 4, 0, 5, 3, 1]]


class Runner:
    def __init__(self, options):
        self.program, self.top = os.path.abspath(options.program), options.top

    def extract(self, languages, *options):
        files = [os.path.join("samples", f"resolution.{language}.txt") for language in languages]
        command = [self.program, "extract", "--quiet", "--versions", "--language", ",".join(languages), *options, *files]
        run = subprocess.run(command, capture_output=True, cwd=self.top, timeout=120, check=False)
        if run.returncode:
            raise RuntimeError(run.stderr.decode("utf-8", "replace")[-500:])
        return run.stdout

    def listed(self, kind):
        listed = subprocess.run([self.program, "list", kind], capture_output=True, text=True, check=False).stdout
        return [line.split()[0] for line in listed.splitlines() if line.strip() and not line.startswith("jsonl")]

    def writers(self):
        return self.listed("writers")


def concept_rows(top):
    """The rows of the table: {language: [designations, the short form first]}, without the languages that have none."""
    with open(os.path.join(top, "tests", "samples", "resolution.concepts.tsv"), encoding="utf-8") as file:
        languages, *rows = [line.rstrip("\n").split("\t") for line in file if not line.startswith("#")]
    return [{language: cell.split("|") for language, cell in zip(languages, row) if cell != "-"} for row in rows]


def fold(form):
    return " ".join(unicodedata.normalize("NFC", form).replace("\u2011", "-").casefold().split())


def designations(concept):
    return {section["language"]: [fold(term["term"]) for term in section["terms"]] for section in concept["languages"]}


def unlike_row(row, found):
    """What is wrong with an entry, a line each."""
    if sorted(row) != sorted(found):
        yield f"languages: {' '.join(sorted(found))}, not {' '.join(sorted(row))}"
    for language in sorted(row.keys() & found.keys()):
        forms = [fold(form) for form in row[language]]
        right = [forms] if len(forms) == 1 else [[full, forms[0]] for full in forms[1:]]
        if found[language] not in right:
            yield f"{language}: {' | '.join(found[language])}, not one of {' | '.join(row[language])}"


def check_concepts(test, runner):
    files = [os.path.join("samples", f"resolution.{language}.docx") for language in sorted(LANGUAGES)]
    run = subprocess.run([runner.program, "extract", "--to", "json", *files], capture_output=True, cwd=runner.top, timeout=120,
                         check=False)
    entries = {concept["id"]: designations(concept) for concept in json.loads(run.stdout)["concepts"]}
    for row in concept_rows(runner.top):
        name = row["en"][0]
        wanted = {language: {fold(form) for form in forms} for language, forms in row.items()}
        mine = [key for key, found in entries.items()
                if any(wanted.get(language, set()) & set(forms) for language, forms in found.items())]
        wrong = [line for key in mine[:1] for line in unlike_row(row, entries[key])]
        wrong += [f"one more entry: {entries[key]}" for key in mine[1:]] + ([] if mine else ["no entry"])
        test.check(f"concepts: {name} is one entry", "\n".join(wrong) or None)
        for key in mine:
            del entries[key]
    test.check("concepts: no entry besides", "\n".join(f"{key}: {found}" for key, found in entries.items()) or None)


def check_order(test, runner):
    for writer in runner.writers():
        seen = {hashlib.sha256(runner.extract([LANGUAGES[i] for i in order], "--to", writer, "--languages",
                                              ",".join(LANGUAGES))).hexdigest() for order in ORDERS}
        test.check(f"{writer}: the same bytes from every order of the files", None if len(seen) == 1 else "they differ")


def width(text):
    wide = sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text
               if unicodedata.category(c) not in ("Mn", "Me", "Cf"))
    return wide


def check_table(test, runner):
    lines = runner.extract(LANGUAGES, "--to", "table").decode("utf-8").splitlines()
    rule = lines[1]
    starts = [i for i, c in enumerate(rule) if c == "─" and (i == 0 or rule[i - 1] != "─")]
    wrong = []
    for line in lines[2:]:
        if line.split(" ")[0] not in LANGUAGES:
            continue
        columns, at = set(), 0
        for character in line:
            if character != " ":
                columns.add(at)
            at += width(character)
        if any(start and start - 1 in columns for start in starts):
            wrong.append(line)
    test.check("table: columns stay in place", "\n".join(wrong) or None)


def check_pairs(test, runner, concepts):
    with tempfile.TemporaryDirectory() as folder:
        runner.extract(LANGUAGES, "--to", "tsv", "-o", os.path.join(folder, "pairs", ""))
        names = sorted(os.listdir(os.path.join(folder, "pairs")))
        wanted = sorted(f"{one}-{other}.tsv" for one, other in itertools.permutations(LANGUAGES, 2))
        test.check("pairs: a file for every two languages", None if names == wanted else str(names))
        wrong = []
        for name in names:
            one, other = name[:-len(".tsv")].split("-")
            together = {(a["term"], b["term"]) for concept in concepts
                        for x in concept["languages"] if x["language"] == one for a in x["terms"]
                        for y in concept["languages"] if y["language"] == other for b in y["terms"]}
            with open(os.path.join(folder, "pairs", name), encoding="utf-8") as file:
                rows = [tuple(line.rstrip("\n").split("\t")) for line in file]
            wrong += [f"{name}: {row}" for row in rows if row not in together]
            if len({row[0] for row in rows}) < len(rows):
                wrong.append(f"{name}: a source term stands twice")
    test.check("pairs: they stand in one entry, a source term once", "\n".join(wrong) or None)


def clause_ids(concepts):
    """{(language, term): id} of the entries whose id is their clause's key alone."""
    found = {}
    for concept in concepts:
        keys = {"term_" + section["place"]["key"].replace("/", ".") for section in concept["languages"] if "place" in section}
        if concept["id"] in keys:
            found.update({(section["language"], term["term"]): concept["id"] for section in concept["languages"]
                          for term in section["terms"]})
    return found


def check_ids(test, runner, concepts):
    everything, ready = clause_ids(concepts), runner.listed("languages")
    for languages in ["fr"], ["zh", "en"], ["es", "fr", "ru"]:
        some = clause_ids(json.loads(runner.extract(languages, "--to", "json"))["concepts"])
        wrong = [f"{form}: {some[form]}, with all {everything[form]}" for form in sorted(some.keys() & everything.keys())
                 if some[form] != everything[form] and form[0] in ready]
        test.check(f"ids: the same with {' '.join(languages)} alone", "\n".join(wrong) or None)


def check_xlsx(test, runner):
    if "xlsx" not in runner.writers():
        test.skip("xlsx", "this build does not write it")
        return
    first = runner.extract(LANGUAGES, "--to", "xlsx")
    time.sleep(2.1)  # the step of a ZIP file's clock
    test.check("xlsx: the same bytes twice", None if first == runner.extract(LANGUAGES, "--to", "xlsx") else "they differ")
    with zipfile.ZipFile(io.BytesIO(first)) as book:
        problem = book.testzip()
        sheets = book.read("xl/workbook.xml").decode("utf-8")
        strings = book.read("xl/sharedStrings.xml").decode("utf-8")
    for wanted in 'name="entries"', 'name="doubts"':
        problem = problem or (None if wanted in sheets else f"no {wanted}")
    for wanted in "autonomous buoys", "bouée", "浮标":
        problem = problem or (None if wanted in strings else f"no {wanted}")
    test.check("xlsx: entries and doubts", problem)


def check_valid(test, runner):
    shared = os.environ.get("CLAUSARY_SHARED") or os.path.join("..", "shared")
    validator = os.environ.get("CLAUSARY_TBX_VALIDATE") or os.path.join(shared, "tbx", "validate")
    for writer in "tbx", "tbx-v2", "tbx-flat":
        if not os.path.exists(validator):
            test.skip(f"{writer}: valid", "no validator")
            continue
        with tempfile.NamedTemporaryFile(suffix=".tbx") as file:
            file.write(runner.extract(LANGUAGES, "--to", writer, "--lang-map", "en=en-US,zh=zh-Hans"))
            file.flush()
            run = subprocess.run([validator, "--strict", file.name], capture_output=True, text=True, check=False)
        test.check(f"{writer}: valid", None if run.returncode == 0 else run.stdout + run.stderr)


def main():
    parser = argparse.ArgumentParser(description="The sample in six languages as one termbase.")
    parser.add_argument("--program", required=True)
    parser.add_argument("--top", required=True)
    runner = Runner(parser.parse_args())

    def run(test):
        concepts = json.loads(runner.extract(LANGUAGES, "--to", "json"))["concepts"]
        check_concepts(test, runner)
        check_order(test, runner)
        check_table(test, runner)
        check_pairs(test, runner, concepts)
        check_ids(test, runner, concepts)
        check_xlsx(test, runner)
        check_valid(test, runner)

    tap.main(run)


if __name__ == "__main__":
    main()
