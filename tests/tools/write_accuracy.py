#!/usr/bin/env python3
"""Write the tables of docs/accuracy.md from what the scorer measures.

    write_accuracy.py --program PROGRAM [--document docs/accuracy.md] [--check]

Runs score/score.py of the folder CLAUSARY_SHARED (../shared by default) on every set below, and puts its figures with
the floor and the best published figure beside them between two marks of the document; between two others what
tools/fit_weights.py prints, and between the last two what tests/spec has as known to fail. What stands outside the marks
is written by hand. --check writes nothing and fails where a figure has gone down since.
"""
import argparse
import glob
import json
import os
import re
import subprocess
import sys

SETS = {
    "seed": "One resolution of ITU, annotated whole",
    "itu": "ITU-T Recommendations",
    "definitions": "Terms clauses: ISO/TC 211 and OIML vocabularies, laid out by program",
    "acronyms-multi": "Passages of standards, resolutions and laws",
    "sdu22": "Sentences of United Nations documents (legal) and of papers (sci), SDU-22 training split",
    "sdu21": "Sentences of papers, SDU-21",
    "deft": "Sentences of textbooks that define, DEFT",
    "wcl": "Sentences that define: Wikipedia, and papers of workshops",
}
HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.join(HERE, "..", "..")
BEGIN, END = "<!-- {}: begin -->", "<!-- {}: end -->"
TOLERANCE = 0.05  # in percent: what is printed is rounded


def measure(name, options):
    scorer = os.path.join(os.environ.get("CLAUSARY_SHARED") or os.path.join("..", "shared"), "score", "score.py")
    if not os.path.exists(scorer):
        sys.exit(f"write_accuracy.py: there is no {scorer}; name the folder of outside data with CLAUSARY_SHARED")
    run = subprocess.run([sys.executable, scorer, name, "--program", os.path.abspath(options.program), "--json"],
                         stdout=subprocess.PIPE, text=True, check=False)
    if run.returncode:
        sys.exit(f"write_accuracy.py: {name}: the scorer ended with status {run.returncode}")
    return json.loads(run.stdout)


def figure(value):
    return "" if value is None else f"{value:.1f}"


def main_figure(row):
    """What the floor is compared with: F1, or recall where there is no precision."""
    return row["f1"] if row["f1"] is not None else row["recall"]


def is_found(row):
    return row["found"] is None or row["found"] > 0


def table(name, rows):
    yield f"### {SETS[name]}"
    yield ""
    yield "| part | language | measure | precision | recall | F1 | floor | best published |"
    yield "|---|---|---|---:|---:|---:|---:|---:|"
    for row in filter(is_found, rows):
        below = row["floor"] is not None and main_figure(row) < row["floor"] - TOLERANCE
        yield "| {} | {} | {} | {} | {} | {} | {}{} | {} |".format(
            row["part"], row["language"], row["measure"], figure(row["precision"]), figure(row["recall"]),
            figure(row["f1"]), figure(row["floor"]), " (above)" if below else "", figure(row["published"]))
    absent = [f"{row['part']} {row['language']} {row['measure']}" for row in rows if not is_found(row)]
    if absent:
        yield ""
        yield "Nothing is found yet of: " + "; ".join(absent) + "."
    yield ""


def cells(text):
    """{(heading, part, language, measure): cells} of the tables between the marks."""
    found, heading = {}, ""
    for line in text.splitlines():
        if line.startswith("### "):
            heading = line
        fields = [field.strip() for field in line.strip("|").split("|")]
        if line.startswith("| ") and len(fields) == 8 and fields[0] != "part":
            found[(heading, *fields[:3])] = fields[3:]
    return found


def fallen(before, after):
    """What was measured better before."""
    now = cells(after)
    for key, old in cells(before).items():
        new = now.get(key)
        for name, at in ("F1", 2), ("recall", 1):
            if old[at] and (new is None or not new[at] or float(new[at]) < float(old[at]) - 2 * TOLERANCE):
                yield f"{' '.join(key)}: {name} {old[at]} before, {new and new[at]} now"
            if old[at]:
                break


def weights(options):
    """What fit_weights.py prints."""
    run = subprocess.run([sys.executable, os.path.join(TOP, "tools", "fit_weights.py"), "--program", options.program],
                         stdout=subprocess.PIPE, text=True, check=False)
    if run.returncode:
        sys.exit(f"write_accuracy.py: fit_weights.py ended with status {run.returncode}")
    return run.stdout


def failures():
    """What the specifications have as known to fail: the text, what should be found, why it is not."""
    for path in sorted(glob.glob(os.path.join(TOP, "tests", "spec", "*", "*.md"))):
        language = os.path.basename(os.path.dirname(path))
        with open(path, encoding="utf-8") as file:
            blocks = re.findall(r"^```spec todo ([^\n]*)\n(.*?)\n\.\n(.*?)^```", file.read(), re.DOTALL | re.MULTILINE)
        for why, text, wanted in blocks:
            found = "; ".join(f"*{line}*" for line in wanted.strip().splitlines())
            yield f"- {language}: “{' '.join(text.split())}” should give {found}: {why}."


def between(text, name):
    """Where the part between the two marks of that name begins and ends."""
    found = re.search(re.escape(BEGIN.format(name)) + r"\n(.*?)" + re.escape(END.format(name)), text, re.DOTALL)
    if not found:
        sys.exit(f"write_accuracy.py: the document has not both marks, {BEGIN.format(name)} and {END.format(name)}")
    return found.span(1)


def put(text, name, part):
    start, end = between(text, name)
    return text[:start] + "\n" + part.strip() + "\n\n" + text[end:]


def main():
    parser = argparse.ArgumentParser(description="Write the tables of docs/accuracy.md.")
    parser.add_argument("--program", required=True)
    parser.add_argument("--document", default=os.path.join("docs", "accuracy.md"))
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    with open(options.document, encoding="utf-8") as file:
        text = file.read()
    lines = "\n".join(line for name in SETS for line in table(name, measure(name, options)))
    if options.check:
        worse = list(fallen(text[slice(*between(text, "figures"))], lines))
        sys.exit("\n".join(worse) if worse else 0)
    text = put(text, "figures", lines)
    text = put(text, "weights", weights(options))
    text = put(text, "failures", "\n".join(failures()))
    with open(options.document, "w", encoding="utf-8") as file:
        file.write(text)


if __name__ == "__main__":
    main()
