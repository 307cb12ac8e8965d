#!/usr/bin/env python3
"""What `clausary check` says of one resolution, against what a person found in it, where that is at hand.

    check_gold.py --program PROGRAM

The person's findings are rows `finding` of data/dev/seed/seed-gold.tsv in the folder that CLAUSARY_SHARED names: kind, form,
clauses. A kind that the checker has a rule for must be reported at the level below; what the person calls normal practice
must not; and nothing else may be said at warning or above.
"""
import argparse
import csv
import json
import os
import subprocess
import tempfile

import tap

# kind of finding: rule, level. The others have no rule: docs/rules.md says why.
RULES = {
    "used-before-definition": ("A02", "warning"),
    "defined-twice": ("A03", "note"),
    "defined-but-not-used-again": ("A09", "warning"),
    "defined-but-used-only-in-its-own-clause": ("A10", "note"),
    "defined-in-foreword-not-used-in-body": ("A10", "note"),
    "expansion-in-full-after-definition": ("A04", "note"),
    "hyphen-variants": ("A33", "note"),
}
# A house that lets no part introduce an acronym anew, and asks for three uses.
HOUSE = "inherit plain\nparts none\nuses 3\n"


def issues_of(program, text, *options):
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as house:
        house.write(HOUSE)
        house.flush()
        done = subprocess.run([program, "check", "-q", "--to", "json", "--house", house.name, *options, text],
                              capture_output=True, text=True, check=False)
    return json.loads(done.stdout)["issues"]


def rows_of(path):
    with open(path, encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["kind"] == "finding":
                yield row["id"], row["form"], row["location"], row["note"] or ""


def run(test):
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    program = os.path.abspath(parser.parse_args().program)
    folder = os.path.join(os.environ.get("CLAUSARY_SHARED", "../shared"), "data", "dev", "seed")
    text = os.path.join(folder, "resolution-101.en.txt")
    if not os.path.exists(text):
        test.skip("findings of a resolution", "no outside data")
        return
    issues = issues_of(program, text)
    said = {(issue["rule"], issue["form"]): issue["level"] for issue in issues}
    wanted = set()
    for kind, form, place, note in rows_of(os.path.join(folder, "seed-gold.tsv")):
        if kind not in RULES:
            continue
        rule, level = RULES[kind]
        if "accept" in note or place == "title":  # what the person calls normal
            places = {issue["place"]["clause"] for issue in issues if issue["rule"] == rule and form in issue["form"]}
            test.check(f"{rule} {form}: normal at {place}", "reported" if place in places else None)
            continue
        wanted.add((rule, form))
        test.check(f"{rule} {form}: {kind}", None if said.get((rule, form)) == level else f"{said.get((rule, form))}")
    test.check("nothing else at warning or above", "\n".join(
        f"{rule} {form}" for (rule, form), level in said.items() if level != "note" and (rule, form) not in wanted))
    names = {issue["form"] for issue in issues_of(program, text, "--rules", "A05")}
    test.check("A05: names that a reference glossary knows", None if {"TSB", "PP", "GSS", "UN"} <= names else str(names))


if __name__ == "__main__":
    tap.main(run)
