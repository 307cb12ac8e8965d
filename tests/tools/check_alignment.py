#!/usr/bin/env python3
"""Measure the alignment of language versions on outside data.

    check_alignment.py --program PROGRAM [--bars FILE] [--set SET] [--layout LAYOUT] [--name PATTERN] [--errors N]

The folder named by CLAUSARY_SHARED (by default ../shared) holds data/dev/parallel/LANGUAGE/NAME.txt, whole texts that
are parallel by name, and data/dev/definitions/NAME.LANGUAGE.txt, terms clauses of one standard by language. Where it is
missing, all is skipped. All versions of one NAME are given to one run of `clausary show --stage alignment --versions`.

What is counted. The gold gives lines of a text a name that holds in every language: "article 5, line 2", "recital 3",
the number of an entry. A row is a set of clauses, and so of named lines. Of all pairs of lines in two versions
    right   the same name, in one row          wrong   different names, in one row
    missed  the same name, in no common row
    precision = right / (right + wrong)        recall = right / (right + missed)

Sets: resolution (every line), declaration (articles), acts (articles, recitals), terms (entries).
Layouts:
    whole       the texts as they are
    bare        labels taken away in every version: numbers of entries, article headings, numbers of recitals
    bare-one    labels taken away in one version only
    deleted     one article, recital or entry in four taken out of one version
    renumbered  the same, and the numbers after it close the gap
    sorted      (terms) bare, the entries of every version sorted by their first line
"""
import argparse
import collections
import fnmatch
import glob
import itertools
import os
import re
import subprocess
import sys
import tempfile

import tap

LAYOUTS = {"resolution": ["whole"], "declaration": ["whole", "bare", "bare-one", "deleted", "renumbered"],
           "acts": ["whole", "bare", "bare-one", "deleted", "renumbered"],
           "terms": ["whole", "bare", "bare-one", "deleted", "renumbered", "sorted"]}
HAN = {c: n for n, c in enumerate("〇一二三四五六七八九")}
ARTICLE = re.compile(r"^[^\w(]*(?:Article|Artikel|Artículo|Articolo|Artigo|Artykuł|Статья|المادة|第|弟|제)\s*"
                     r"(premier|1er|primo|\d+|[一二三四五六七八九十]+)\s*(?:条|條|조|\.o|º|o)?\W*$", re.IGNORECASE)
RECITAL = re.compile(r"^\((\d+)\)(?:\s+|$)")
NUMBER = re.compile(r"^(\d+(?:\.\d+)+)(?:\t|$)")


def number_of(text):
    if text.isdecimal():
        return int(text)
    if text[0] in "一二三四五六七八九十":
        tens, _, ones = text.rpartition("十")
        return (HAN[tens] if tens else 1 if "十" in text else 0) * 10 + (HAN[ones] if ones else 0)
    return 1


class Part:
    """Lines that belong together: an article, a recital, an entry, or what lies between them."""

    def __init__(self, kind, number, lines):
        self.kind, self.number, self.lines = kind, number, lines  # lines: [(text, name or None)]
        self.label = None  # a function from a number to the label line or its prefix


def read_acts(text):
    parts = [Part(None, None, [])]
    for line in text.rstrip("\n").split("\n"):
        article, recital = ARTICLE.match(line.strip()), RECITAL.match(line)
        if article:
            number = number_of(article.group(1))
            parts.append(Part("article", number, [(line, f"article {number}")]))
        elif recital and parts[-1].kind != "article":
            number = int(recital.group(1))
            parts.append(Part("recital", number, [(line, f"recital {number}")]))
        else:
            part = parts[-1]
            name = f"{part.kind} {part.number}, line {len(part.lines)}" if part.kind else None
            if part.kind == "recital" and (len(part.lines) > 1 or RECITAL.sub("", part.lines[0][0])):
                # no more than the number and its text
                parts.append(Part(None, None, []))
                part, name = parts[-1], None
            part.lines.append((line, name))
    return parts


def read_resolution(text):
    return [Part(None, None, [(line, f"line {i}")]) for i, line in enumerate(text.rstrip("\n").split("\n"))]


def read_terms(text):
    parts = []
    for stanza in re.split(r"\n\n+", text.strip("\n")):
        lines = stanza.split("\n")
        number = NUMBER.match(lines[0])
        name = number and number.group(1)
        named = 1 if number and lines[0] == name else 0  # the number may stand on a line of its own
        parts.append(Part("entry" if number else None, name,
                          [(line, name if i in (0, named) else None) for i, line in enumerate(lines)]))
    return parts


def without_label(part):
    """The lines of a part without its label."""
    first, name = part.lines[0]
    if part.kind == "article":
        return part.lines[1:]
    if part.kind == "recital":
        rest = RECITAL.sub("", first)
        return ([(rest, name)] if rest else []) + part.lines[1:]
    if part.kind == "entry":
        rest = NUMBER.sub("", first)
        return ([(rest, name)] if rest else []) + part.lines[1:]
    return part.lines


def renumber(part, number):
    """The lines of a part with another number in the label."""
    first, name = part.lines[0]
    if part.kind == "entry":
        return [(first.replace(part.number, number, 1), name)] + part.lines[1:]
    if part.kind == "recital":
        return [(first.replace(f"({part.number})", f"({number})", 1), name)] + part.lines[1:]
    digits = re.search(r"\d+", first)
    if digits:
        return [(first[:digits.start()] + str(number) + first[digits.end():], name)] + part.lines[1:]
    return part.lines


def lay_out(parts, layout, chosen):
    """[[(line, name), …], …]: the parts of one version as the layout has them; `chosen` is the odd one out."""
    if layout == "whole" or (not chosen and layout in ("bare-one", "deleted", "renumbered")):
        return [part.lines for part in parts]
    if layout in ("bare", "bare-one"):
        return [without_label(part) for part in parts]
    if layout == "sorted":
        named = sorted((without_label(part) for part in parts if part.kind), key=lambda lines: lines[0][0].casefold())
        return [part.lines for part in parts if not part.kind] + named
    out, counts, free = [], collections.Counter(), collections.defaultdict(list)
    for part in parts:
        counts[part.kind] += 1
        if part.kind:
            free[part.kind].append(part.number)
        if part.kind and counts[part.kind] % 4 == 3:
            continue
        number = free[part.kind].pop(0) if part.kind else None
        out.append(part.lines if layout == "deleted" or not part.kind else renumber(part, number))
    return out


def versions_of(folder, which):
    """{name: {language: parts}} of a set."""
    found = collections.defaultdict(dict)
    if which == "terms":
        for path in sorted(glob.glob(os.path.join(folder, "data", "dev", "definitions", "*.txt"))):
            name, language = os.path.basename(path)[:-len(".txt")].rsplit(".", 1)
            with open(path, encoding="utf-8") as file:
                found[name][language] = read_terms(file.read())
    else:
        pattern = {"resolution": "un-ares-55-100", "declaration": "udhr", "acts": "eu-*"}[which]
        for path in sorted(glob.glob(os.path.join(folder, "data", "dev", "parallel", "*", pattern + ".txt"))):
            language = os.path.basename(os.path.dirname(path))
            with open(path, encoding="utf-8") as file:
                text = file.read()
            parts = read_resolution(text) if which == "resolution" else read_acts(text)
            found[os.path.basename(path)[:-len(".txt")]][language] = parts
    return {name: versions for name, versions in found.items() if len(versions) > 1}


def run(program, *arguments):
    done = subprocess.run([program, "show", "-q", *arguments], capture_output=True, text=True, timeout=600, check=False)
    if done.returncode == 2:
        raise RuntimeError(done.stderr[-500:])
    return [line.split("\t") for line in done.stdout.splitlines() if not line.startswith("#")]


def rows_of(program, laid, detect):
    """The rows, each {language: set of names}, and the names of each language."""
    with tempfile.TemporaryDirectory(prefix="clausary-alignment-") as folder:
        paths, clause_names, names = [], {}, {}
        for language, parts in laid.items():
            path = os.path.join(folder, f"{len(paths)}.txt")
            paths.append(path)
            lines = [line for i, part in enumerate(parts)
                     for line in part + ([("", None)] if parts and part and part[0][1] == "blank" else [])]
            text = "\n".join(line for line, _ in lines) + "\n"
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
            starts, at = [], 0
            for line, name in lines:
                starts.append((at, at + len(line), name))
                at += len(line) + 1
            names[language] = {name for _, _, name in lines_with(starts)}
            options = [] if detect else ["--language", language]
            clause_names[language] = {}
            for row in run(program, "--stage", "clauses", *options, path):
                start, end = map(int, row[2].split("-"))
                inside = {name for first, last, name in lines_with(starts) if first < end and last > start}
                clause_names[language].setdefault(row[0], inside)
        options = [] if detect else ["--language", ",".join(laid)]
        rows = []
        for row in run(program, "--stage", "alignment", "--versions", *options, *paths):
            rows.append({language: clause_names[language].get(key.split(" = ")[0], set())
                         for language, key in zip(laid, row[2:]) if key != "-"})
        return rows, names


def lines_with(starts):
    return [(first, last, name) for first, last, name in starts if name and name != "blank"]


class Score:
    def __init__(self):
        self.right = self.wrong = self.missed = 0

    def precision(self):
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 0

    def recall(self):
        return self.right / (self.right + self.missed) if self.right + self.missed else 0


def measure(rows, names, score, errors, what):
    matched = set()
    for row in rows:
        for one, other in itertools.combinations(sorted(row), 2):
            common = row[one] & row[other]
            for name in common:
                matched.add((one, other, name))
            # a row is wrong where two clauses have nothing in common, and each has something the other version knows
            if row[one] and row[other] and not common:
                score.wrong += 1
                errors.append(f"wrong {what}: {one} {sorted(row[one])} — {other} {sorted(row[other])}")
    for one, other in itertools.combinations(sorted(names), 2):
        for name in sorted(names[one] & names[other]):
            if (one, other, name) in matched:
                score.right += 1
            else:
                score.missed += 1
                errors.append(f"missed {what}: {name} {one} — {other}")


def blanks_between(laid, which):
    """Entries are parted by a blank line, as their source has them."""
    if which != "terms":
        return laid
    return {language: [part + [("", None)] for part in parts] for language, parts in laid.items()}


def run_layout(options, folder, which, layout):
    score, errors = Score(), []
    for name, versions in versions_of(folder, which).items():
        if not fnmatch.fnmatch(name, options.name):
            continue
        languages = [language for language in versions if not options.language or language in options.language]
        if len(languages) < 2:
            continue
        odd = languages[len(languages) // 2]
        laid = {language: lay_out(versions[language], layout, language == odd) for language in languages}
        rows, names = rows_of(os.path.abspath(options.program), blanks_between(laid, which), options.detect)
        one = Score()
        measure(rows, names, one, errors, name)
        if options.each:
            print(f"# {which} {layout} {name}: precision {one.precision():.4f} recall {one.recall():.4f} "
                  f"pairs {one.right + one.missed}")
        for field in vars(one):
            setattr(score, field, getattr(score, field) + getattr(one, field))
    for line in [line for line in errors if line.startswith(options.kind)][:options.errors]:
        print(f"# {line}")
    return score


def read_bars(path):
    with open(path, encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file if line.strip() and not line.startswith("#")]
    return {(which, layout, figure): float(least) for which, layout, figure, least in rows}


def main():
    parser = argparse.ArgumentParser(description="Measure the alignment of language versions on outside data.")
    parser.add_argument("--program", required=True)
    parser.add_argument("--bars", help="what must be reached: set, layout, precision or recall, the least that will do")
    parser.add_argument("--set", choices=list(LAYOUTS), action="append")
    parser.add_argument("--layout", action="append")
    parser.add_argument("--name", default="*", help="only texts whose name fits")
    parser.add_argument("--language", action="append", help="only these languages")
    parser.add_argument("--errors", type=int, default=0, help="show so many wrong and missed pairs")
    parser.add_argument("--kind", default="", help="only errors of this kind: wrong or missed")
    parser.add_argument("--each", action="store_true", help="figures of every text")
    parser.add_argument("--detect", action="store_true", help="do not say which language a version is in")
    options = parser.parse_args()
    folder = os.environ.get("CLAUSARY_SHARED") or os.path.join("..", "shared")
    bars = read_bars(options.bars) if options.bars else {}

    def test_all(test):
        for which in options.set or LAYOUTS:
            for layout in options.layout or LAYOUTS[which]:
                if layout not in LAYOUTS[which]:
                    continue
                if not versions_of(folder, which):
                    test.skip(f"alignment, {which}, {layout}", "no outside data")
                    continue
                score = run_layout(options, folder, which, layout)
                print(f"# {which}, {layout}: precision {score.precision():.4f} ({score.wrong} wrong), recall "
                      f"{score.recall():.4f} ({score.right} of {score.right + score.missed})", flush=True)
                for figure in "precision", "recall":
                    value, least = getattr(score, figure)(), bars.get((which, layout, figure), 0)
                    test.check(f"alignment, {which}, {layout}: {figure} at least {least:g}",
                               None if value >= least else f"{value:.4f}")

    sys.setrecursionlimit(10000)
    tap.main(test_all)


if __name__ == "__main__":
    main()
