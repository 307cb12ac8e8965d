#!/usr/bin/env python3
"""What other programs see of a glossary of the sample in six languages, written for simple readers (tbx-flat): OmegaT every
pair of every two languages, the right acronym with the right acronym; translate-toolkit the same of a file of two languages.

    check_consumers.py --program PROGRAM --top TOP [--every]

The folder named by CLAUSARY_SHARED (by default ../shared) holds tbx/consumers/check_consumers.py, which asks them. Without
it, or without the programs, this test is skipped. Which pairs there must be is told by the glossary as JSON. Of the 30
pairs of languages 6 are asked, so that each language is source and target once, with --every all of them.
"""
import argparse
import glob
import itertools
import json
import os
import re
import shutil
import subprocess
import tempfile

import tap

SHORT = {"acronym", "abbreviation", "shortForm"}


def designations(section):
    """The forms of a language by kind, in their order."""
    kinds = {False: [], True: []}
    for term in section["terms"]:
        kinds[term.get("type") in SHORT].append(term["term"])
    return kinds


def pairs_of(concepts, source, target):
    """The n-th full form with the n-th full form, the n-th short form with the n-th short form."""
    pairs = set()
    for concept in concepts:
        sections = {section["language"]: designations(section) for section in concept["languages"]}
        if source in sections and target in sections:
            for kind in (False, True):
                pairs |= set(zip(sections[source][kind], sections[target][kind]))
    return pairs


def seen(output):
    """What programs saw: {(program, source, target): pairs}, or what they said instead."""
    found, at = {}, None # a line where something is wrong by the file itself: missing, crossed, foreign
    for line in output.splitlines():
        head = re.fullmatch(r"  (\w+) (\w+):(\w+)(: cannot read it.*|: \d+ pairs)", line)
        pair = re.fullmatch(r"    (.*?) -> (.*?)(   \[.*\])?", line)
        if head:
            at = head.group(1, 2, 3)
            found[at] = set() if head.group(4).endswith("pairs") else line
        elif line.startswith("    !"):
            found[at] = line
        elif pair and pair.group(2) and at and isinstance(found[at], set): # a term without a target is no pair
            found[at].add(pair.group(1, 2))
    return found


def difference(wanted, found):
    if not isinstance(found, set):
        return str(found)
    lines = [f"missing {' -> '.join(pair)}" for pair in sorted(wanted - found)]
    return "\n".join(lines + [f"invented {' -> '.join(pair)}" for pair in sorted(found - wanted)]) or None


def run(test):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("--top", required=True)
    parser.add_argument("--every", action="store_true")
    options = parser.parse_args()
    shared = os.environ.get("CLAUSARY_SHARED") or os.path.join("..", "shared")
    ask = os.path.join(shared, "tbx", "consumers", "check_consumers.py")
    if not os.path.exists(ask) or not shutil.which("javac") or not shutil.which("tbx2po"):
        test.skip("other programs", f"no {ask}, or no OmegaT or translate-toolkit")
        return
    samples = sorted(glob.glob(os.path.join(options.top, "samples", "resolution.*.docx")))

    def extract(*arguments):
        return subprocess.run([options.program, "extract", "--quiet", *arguments, *samples], check=True, capture_output=True,
                              text=True).stdout

    def see(path, *arguments):
        return seen(subprocess.run([ask, *arguments, path], check=False, capture_output=True, text=True).stdout)

    concepts = json.loads(extract("--to", "json"))["concepts"]
    languages = sorted({section["language"] for concept in concepts for section in concept["languages"]})
    test.check("six languages", None if len(languages) == 6 else " ".join(languages))
    with tempfile.TemporaryDirectory() as folder:
        whole, apart = os.path.join(folder, "whole.tbx"), os.path.join(folder, "apart")
        extract("--to", "tbx-flat", "-o", whole)
        extract("--to", "tbx-flat", "-o", apart + os.sep)
        every = list(itertools.permutations(languages, 2))
        asked = every if options.every else list(zip(languages, languages[1:] + languages[:1]))
        test.check("a file for every two languages", None if len(os.listdir(apart)) == len(every) else str(os.listdir(apart)))
        found = see(whole, "--only", "omegat", *itertools.chain(*(("--pair", ":".join(pair)) for pair in asked)))
        for source, target in asked:
            path = os.path.join(apart, f"{source}-{target}.tbx")
            found |= see(path, "--only", "toolkit", "--only", "tbx2po", "--pair", f"{source}:{target}")
            wanted = pairs_of(concepts, source, target)
            for program in ("omegat", "toolkit", "tbx2po"):
                test.check(f"{program}: {source} to {target}, {len(wanted)} pairs",
                           difference(wanted, found.get((program, source, target))) if wanted else "there are none")


if __name__ == "__main__":
    tap.main(run)
