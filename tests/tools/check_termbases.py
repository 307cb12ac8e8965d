#!/usr/bin/env python3
"""Termbases of others are read without loss, and what is written from them is valid.

    check_termbases.py --program PROGRAM

The folder named by CLAUSARY_SHARED (by default ../shared) holds tbx/samples/index.tsv, which names files, whether they
are valid, and which are twins, and tbx/validate, which checks files against the official schemas. Without them these
tests are skipped.

read: every entry, term, language, definition, context, note, status, source and every other field of each file that is
well-formed, against a count that is made from the XML without the program. twins: two styles of one content are one
model. round trip: read, write, read is the same. valid: what is written from a valid file is valid.
"""
import argparse
import csv
import json
import os
import subprocess
import tempfile

import tap
import termbase_facts

WRITTEN = {"tbx": "tbx", "tbx-dct": "tbx", "tbx-min": "tbx", "tbx-v2": "tbx", "json": "json"}


def run_command(command):
    return subprocess.run(command, capture_output=True, text=True, check=False)


def convert(program, path, writer, output):
    done = run_command([program, "convert", "--quiet", "--to", writer, "--output", output, path])
    return done.stderr if done.returncode else None


def model(program, path):
    done = run_command([program, "convert", "--quiet", "--to", "json", path])
    return json.loads(done.stdout) if done.returncode == 0 else None


def comes_back(program, path, row, writer):
    """Whether what is written must be read as the same model: DCT where --strict finds nothing lost."""
    if writer == "tbx-dct" and row["version"] == "3":
        return run_command([program, "convert", "--quiet", "--strict", "--to", writer, path]).returncode == 0
    return writer == "json" or row["version"] == {"tbx": "3", "tbx-v2": "2"}.get(writer)


def check_read(test, program, folder, row):
    path = os.path.join(folder, row["file"])
    done = run_command([program, "convert", "--quiet", "--to", "json", path])
    if done.returncode not in (0, 2):
        test.check(f"read {row['file']}", f"status {done.returncode}: {done.stderr}")
    elif row["version"] == "not-wf" or int(row["terms"]) == 0:
        test.check(f"refused {row['file']}", None if done.returncode == 2 and done.stderr else "it was read")
    elif done.returncode:
        test.check(f"read {row['file']}", done.stderr)
    else:
        wanted = termbase_facts.of_xml(path)
        found = termbase_facts.of_json(done.stdout)
        if row["version"] == "other":  # the clause of the section is a source of every term
            found = [facts & entry for facts, entry in zip(found, wanted)]
        test.check(f"read {row['file']}", termbase_facts.difference(wanted, found) or None)


def facts_of(program, path):
    done = run_command([program, "convert", "--quiet", "--to", "json", path])
    return termbase_facts.of_json(done.stdout) if done.returncode == 0 else None


def check_twin(test, program, folder, row):
    paths = [os.path.join(folder, name) for name in (row["file"], row["twin_of"])]
    left, right = (facts_of(program, path) for path in paths)
    if left is None or right is None:
        problem = "one of them cannot be read"
    else:  # the files themselves may differ in a few fields
        problem = termbase_facts.difference(left, right)
        if problem == termbase_facts.difference(*map(termbase_facts.of_xml, paths)):
            problem = None
    test.check(f"twins {row['file']}", problem)


def check_round_trip(test, program, folder, row, writer, target):
    path = os.path.join(folder, row["file"])
    written = os.path.join(target, writer + "--" + os.path.basename(row["file"]) + "." + WRITTEN[writer])
    problem = convert(program, path, writer, written)
    if problem is None and comes_back(program, path, row, writer):
        before, after = model(program, path), model(program, written)
        if before != after:
            problem = termbase_facts.difference(*(termbase_facts.of_json(json.dumps(each)) for each in (before, after or
                                                 {"concepts": []}))) or "heads, ids or the bibliography differ"
    test.check(f"{writer}: {row['file']}", problem)
    return None if problem or writer == "json" else written


def check_valid(test, validate, paths):
    if not os.access(validate, os.X_OK):
        test.skip("valid", "no validator")
        return
    done = run_command([validate, "--strict"] + paths)
    verdicts = {}
    for line in done.stdout.splitlines():
        for path in paths:
            if path in line and "failed" in line.split():
                verdicts[path] = line
    for path in paths:
        test.check(f"valid {os.path.basename(path)}", verdicts.get(path))


def run(test):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    program = parser.parse_args().program
    shared = os.environ.get("CLAUSARY_SHARED") or os.path.join("..", "shared")
    folder = os.path.join(shared, "tbx", "samples")
    validate = os.environ.get("CLAUSARY_TBX_VALIDATE") or os.path.join(shared, "tbx", "validate")
    if not os.path.exists(os.path.join(folder, "index.tsv")):
        test.skip("termbases of others", f"no {folder}")
        return
    with open(os.path.join(folder, "index.tsv"), encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    with tempfile.TemporaryDirectory() as target:
        written = []
        for row in rows:
            check_read(test, program, folder, row)
            if row["twin_of"] != "-" and row["expect"] != "failed" and row["twin_of"].startswith("valid"):
                check_twin(test, program, folder, row)
            if row["expect"] == "ok" or row["file"].startswith("valid/"):
                written += filter(None, (check_round_trip(test, program, folder, row, writer, target)
                                         for writer in WRITTEN))
        check_valid(test, validate, written)


if __name__ == "__main__":
    tap.main(run)
