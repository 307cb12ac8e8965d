#!/usr/bin/env python3
"""Measure concepts across languages on outside data: terms clauses of the same standard in several languages.

    check_concepts.py --program PROGRAM [--bars FILE] [--layout numbers|bare|sorted] [--set PATTERN]
                      [--languages TAG,…] [--errors N]

The folder named by CLAUSARY_SHARED (by default ../shared) holds data/dev/definitions/NAME.LANGUAGE.txt, a terms clause,
and NAME.LANGUAGE.json, its gold: [[clause number, term, definition, [synonym, …]], …]. All texts of one NAME are given
to one run of `clausary extract --to json` as versions of one document, their languages told. Where the folder is
missing, all is skipped.

What is counted. A *designation* is (language, term folded: case and blanks). A *link* is a pair of designations of two
different languages. The gold has a link where the two terms, or two synonyms, stand under the same clause number of the
same standard. The answer has a link where both stand in one concept entry. Only designations that the gold knows are
counted; entries of the answer that the gold does not know (acronyms found in notes) say nothing. So that synonyms do
not count many times, a concept's designations of one language are one node: gold nodes are clause numbers of one
language, and a node of the answer is every clause number of a language one of whose designations stands in the entry.
    precision = right pairs of nodes in an entry / pairs of nodes in an entry
    recall    = pairs of nodes of the gold that stand in one entry / pairs of nodes of the gold
Two clause numbers of one language that have a designation in common are one node: which of them an entry means cannot
be told by its terms.

Layouts:
    numbers  the texts as they are
    bare     the number before every entry is taken away; entries keep their order
    sorted   bare, and the entries under one heading sorted by their first line, as alphabetical lists are
"""
import argparse
import collections
import fnmatch
import glob
import itertools
import json
import os
import re
import subprocess
import sys
import tempfile

import tap

NUMBER = re.compile(r"(?:\d+|[A-Z])(?:\.\d+)+\t")
LAYOUTS = ["numbers", "bare", "sorted"]


def fold(term):
    return " ".join(term.split()).casefold()


def lay_out(text, layout):
    if layout == "numbers":
        return text
    sections = [[]]
    for part in re.split(r"\n\n+", text.strip("\n")):
        if not NUMBER.match(part):
            sections.append([])
        sections[-1].append(NUMBER.sub("", part, count=1))
    if layout == "sorted":
        sections = [section[:1] + sorted(section[1:], key=fold) for section in sections]
    return "\n\n".join(part for section in sections for part in section) + "\n"


class Nodes:
    """Clause numbers of every language; those with a designation in common are one node."""

    def __init__(self, gold):
        self.node_of = {}  # (language, folded term) -> node
        self.numbers = collections.defaultdict(set)  # node -> clause numbers
        for language, definitions in gold.items():
            for number, term, _, synonyms in definitions:
                terms = [(language, fold(form)) for form in [term, *synonyms]]
                nodes = {self.node_of[form] for form in terms if form in self.node_of}
                node = min(nodes) if nodes else (language, number)
                for other in nodes - {node}:
                    self.numbers[node] |= self.numbers.pop(other)
                    for form in [form for form, of in self.node_of.items() if of == other]:
                        self.node_of[form] = node
                for form in terms:
                    self.node_of[form] = node
                self.numbers[node].add(number)

    def is_right(self, one, other):
        return bool(self.numbers[one] & self.numbers[other])

    def pairs(self, nodes):
        return {pair for pair in itertools.combinations(sorted(nodes), 2) if pair[0][0] != pair[1][0]}

    def gold(self):
        by_number = collections.defaultdict(set)
        for node, numbers in self.numbers.items():
            for number in numbers:
                by_number[number].add(node)
        return set().union(*[self.pairs(nodes) for nodes in by_number.values()])


def answer(program, texts, layout):
    """The answer for one standard: a list of concepts, each a set of (language, folded term)."""
    with tempfile.TemporaryDirectory(prefix="clausary-concepts-") as folder:
        paths = []
        for language, text in texts.items():
            paths.append(os.path.join(folder, f"text.{language}.txt"))
            with open(paths[-1], "w", encoding="utf-8") as file:
                file.write(lay_out(text, layout))
        command = [program, "extract", "--versions", "--language", ",".join(texts), "--to", "json", *paths]
        run = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)
        if run.returncode:
            raise RuntimeError(run.stderr[-500:])
    return [{(section["language"].split("-")[0], fold(term["term"])) for section in concept["languages"]
             for term in section["terms"]} for concept in json.loads(run.stdout)["concepts"]]


class Score:
    def __init__(self):
        self.gold = self.found = self.right = self.missed = self.terms = self.terms_found = 0

    def __iadd__(self, other):
        for name, value in vars(other).items():
            setattr(self, name, getattr(self, name) + value)
        return self

    def precision(self):
        return self.right / self.found if self.found else 0

    def recall(self):
        return (self.gold - self.missed) / self.gold if self.gold else 0


def measure(name, nodes, concepts, errors):
    score, linked, seen = Score(), set(), set()
    for concept in concepts:
        here = {nodes.node_of[form] for form in concept if form in nodes.node_of}
        seen |= here
        linked |= nodes.pairs(here)
    wrong = {pair for pair in linked if not nodes.is_right(*pair)}
    gold = nodes.gold()
    score.gold, score.found, score.right = len(gold), len(linked), len(linked) - len(wrong)
    score.missed = len(gold - linked)
    score.terms, score.terms_found = len(nodes.numbers), len(seen)
    terms = collections.defaultdict(list)
    for (_, form), node in nodes.node_of.items():
        terms[node].append(form)
    for kind, pairs in ("wrong", wrong), ("missed", gold - linked):
        for one, other in sorted(pairs):
            if len(errors[kind]) < errors["most"]:
                errors[kind].append(f"{name} {one[0]} {one[1]} {terms[one]} — {other[0]} {other[1]} {terms[other]}")
    return score


def standards(folder, options):
    """{name: {language: path without ending}} of the standards that have two languages at least."""
    wanted = options.languages.split(",") if options.languages else None
    found = collections.defaultdict(dict)
    for path in sorted(glob.glob(os.path.join(folder, "data", "dev", "definitions", "*.json"))):
        name, language = os.path.basename(path)[:-len(".json")].rsplit(".", 1)
        if fnmatch.fnmatch(name, options.set) and (not wanted or language in wanted):
            found[name][language] = path[:-len(".json")]
    return {name: paths for name, paths in found.items() if len(paths) > 1}


def run_layout(options, folder, layout):
    total, errors = Score(), {"wrong": [], "missed": [], "most": options.errors}
    for name, paths in standards(folder, options).items():
        gold, texts = {}, {}
        for language, path in paths.items():
            with open(path + ".json", encoding="utf-8") as file:
                gold[language] = json.load(file)["definitions"]
            with open(path + ".txt", encoding="utf-8") as file:
                texts[language] = file.read()
        nodes = Nodes(gold)
        score = measure(name, nodes, answer(os.path.abspath(options.program), texts, layout), errors)
        total += score
        if options.each:
            print(f"# {name}: precision {score.precision():.3f} recall {score.recall():.3f} links {score.gold}")
    for kind in "wrong", "missed":
        for line in errors[kind]:
            print(f"# {kind}: {line}")
    return total


def read_bars(path):
    with open(path, encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file if line.strip() and not line.startswith("#")]
    return {(layout, figure): float(least) for layout, figure, least in rows}


def main():
    parser = argparse.ArgumentParser(description="Measure concepts across languages on outside data.")
    parser.add_argument("--program", required=True)
    parser.add_argument("--bars", help="what must be reached: layout, precision or recall, the least that will do")
    parser.add_argument("--layout", choices=LAYOUTS, action="append")
    parser.add_argument("--set", default="*", help="only standards whose name fits")
    parser.add_argument("--languages", help="only these")
    parser.add_argument("--errors", type=int, default=0, help="show so many wrong and missed links")
    parser.add_argument("--each", action="store_true", help="figures of every standard")
    options = parser.parse_args()
    folder = os.environ.get("CLAUSARY_SHARED") or os.path.join("..", "shared")
    bars = read_bars(options.bars) if options.bars else {}
    layouts = options.layout or LAYOUTS

    def run(test):
        for layout in layouts:
            if not standards(folder, options):
                test.skip(f"concepts, {layout}", "no outside data")
                continue
            score = run_layout(options, folder, layout)
            print(f"# {layout}: precision {score.precision():.4f} ({score.right} of {score.found}), recall "
                  f"{score.recall():.4f} ({score.gold - score.missed} of {score.gold}), designations found "
                  f"{score.terms_found} of {score.terms}", flush=True)
            for figure in "precision", "recall":
                value, least = getattr(score, figure)(), bars.get((layout, figure), 0)
                test.check(f"concepts, {layout}: {figure} at least {least:g}",
                           None if value >= least else f"{value:.4f}")

    tap.main(run)


if __name__ == "__main__":
    main()
