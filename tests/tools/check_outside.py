#!/usr/bin/env python3
"""Hold the bars of tests/outside/bars.tsv on a folder of outside test data, and read its Word files.

    check_outside.py --program PROGRAM --bars FILE --part score|documents

The folder is named by CLAUSARY_SHARED. It holds score/score.py, which measures `clausary extract --stream`, and
data/dev. Where it is not there, everything is skipped.
"""
import argparse
import collections
import glob
import json
import os
import subprocess
import sys

import tap


def read_bars(path):
    bars = collections.defaultdict(list)
    for line in open(path, encoding="utf-8"):
        if line.strip() and not line.startswith("#"):
            name, part, language, measure, figure, least = line.rstrip("\n").split("\t")
            bars[name].append((part, language, measure, figure, float(least)))
    return bars


def score(test, options, folder):
    program = os.path.join(folder, "score", "score.py")
    for name, bars in read_bars(options.bars).items():
        titles = [f"{name} {part} {language}: {measure}, {figure} at least {least:g}"
                  for part, language, measure, figure, least in bars]
        if not os.path.exists(program):
            for title in titles:
                test.skip(title, "no outside data")
            continue
        command = [sys.executable, program, name, "--program", os.path.abspath(options.program), "--json"]
        for flag, column in ("--part", 0), ("--language", 1):
            for value in sorted({bar[column] for bar in bars}):
                command += [flag, value]
        run = subprocess.run(command, capture_output=True, text=True, check=False)
        try:
            rows = {(row["part"], row["language"], row["measure"]): row for row in json.loads(run.stdout)}
        except ValueError:
            rows = {}
        for title, (part, language, measure, figure, least) in zip(titles, bars):
            row = rows.get((part, language, measure))
            value = row and row[figure]
            if value is None:
                test.check(title, f"not measured: {run.stderr.strip()[-500:]}")
            else:
                test.check(title, None if value >= least - 0.005 else f"{value:.2f} ({row['gold']} gold, {row['found']} found)")


def documents(test, options, folder):
    paths = sorted(glob.glob(os.path.join(folder, "data", "dev", "*-docx", "*.docx")))
    if not paths:
        test.skip("real Word files", "no outside data")
    for path in paths:
        name = os.path.basename(path)
        run = subprocess.run([options.program, "extract", "--to", "jsonl", path], capture_output=True, text=True,
                             timeout=300, check=False)
        kinds = collections.Counter(json.loads(line)["type"] for line in run.stdout.splitlines())
        problem = None
        if run.returncode:
            problem = f"exit status {run.returncode}: {run.stderr[-500:]}"
        elif not kinds["clause"]:
            problem = "no clause was found"
        elif run.stderr.count("\n") > 20:
            problem = f"{run.stderr.count(chr(10))} messages:\n{run.stderr[:1000]}"
        test.check(name, problem)


def main():
    parser = argparse.ArgumentParser(description="Hold the bars on outside data.")
    parser.add_argument("--program", required=True)
    parser.add_argument("--bars", required=True)
    parser.add_argument("--part", required=True, choices=["score", "documents"])
    options = parser.parse_args()
    folder = os.environ.get("CLAUSARY_SHARED") or os.path.join("..", "shared")
    tap.main(lambda test: globals()[options.part](test, options, folder))


if __name__ == "__main__":
    main()
