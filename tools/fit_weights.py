#!/usr/bin/env python3
"""Fit the weights of extractor/mining/weights.def and sentence_weights.def, so that the confidence of a pair is the share of such pairs that are
right, and that of a definitional sentence the share of such sentences that define.

    fit_weights.py --program PROGRAM [--write] [--check]

Reads the annotated texts of the folder CLAUSARY_SHARED (../shared by default), lets the program find their pairs with
`extract --stream --to jsonl-evidence`, and fits a logistic regression by Newton's method: each kind of evidence is a
feature of 0 or 1, a pair is right where the annotation has exactly its short form and its long form, a sentence where it
is annotated as one that defines the term that was found. Every set counts the same, whatever its size; a ridge keeps the weight of what is seen seldom small. Weights of evidence that these texts
do not show enough are given below, with the reason, and not fitted. The same texts give the same weights.

Prints, as tables in Markdown, how often pairs and sentences are right by their confidence, set by set, with weights that
were fitted without that set; what weights would do as judges of pairs; how often the annotation contradicts itself; and what leaving
a set out costs sentences.
--write writes weights.def and sentence_weights.def; --check ends with status 1 where they are not what would be written.
"""
import argparse
import glob
import json
import math
import os
import re
import subprocess
import sys
from collections import Counter, defaultdict

HERE = os.path.dirname(os.path.abspath(__file__))
MINING = os.path.join(HERE, "..", "extractor", "mining")
# Findings that speak for a weight of 0. Sentences are of two hands and three kinds of text, and what is peculiar to one of them
# must not be learnt.
RIDGE = {"pairs": 4.0, "sentences": 15.0}
SET_SIZE = 1000  # what every set counts for
FEWEST = 40      # pairs or sentences that show a kind of evidence, for its weight to be fitted
# Evidence that running text does not show: an author who lists an abbreviation says what it stands for.
GIVEN = {"list": 3.0}
HEAD = """/* Written by tools/fit_weights.py; do not edit. Logarithms of odds, fitted on the findings in these sets, each
 * counted as one; beside each: the findings that show it. */"""
LEVELS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)


def clues(file_name):
    """[(identifier, name)] in the order of their bits."""
    with open(os.path.join(MINING, file_name), encoding="utf-8") as file:
        return re.findall(r'^CLUE\((\w+), "([a-z-]+)"', file.read(), re.MULTILINE)


def shared(*path):
    return os.path.join(os.environ.get("CLAUSARY_SHARED") or os.path.join(HERE, "..", "..", "shared"), *path)


def phrases(labels, kind):
    """First and last token of every phrase of a kind."""
    found, phrase = [], []
    for at, label in enumerate([*labels, "O"]):
        if label[0] in "BO" and phrase:
            found.append((phrase[0], phrase[-1]))
            phrase = []
        if label.endswith(kind):
            phrase.append(at)
    return found


def sdu21(row):
    ends, start = [], 0
    for token in row["tokens"]:
        ends.append((start, start + len(token)))
        start += len(token) + 1
    spans = [{(ends[first][0], ends[last][1]) for first, last in phrases(row["labels"], kind)} for kind in ("short", "long")]
    return " ".join(row["tokens"]), *spans


def spans(row):
    return row["text"], *({tuple(span) for span in row[key]} for key in ("acronyms", "long-forms"))


def annotated():
    """(name of the set, language, [(text, spans of short forms, spans of long forms)])"""
    for path in sorted(glob.glob(shared("data", "dev", "sdu22", "*", "*.json"))):
        part = os.path.basename(os.path.dirname(path))
        if part not in ("fa", "vi"):  # too few long forms
            with open(path, encoding="utf-8") as file:
                yield f"SDU-22 {part}", part.split("-")[0], [spans(row) for row in json.load(file)]
    for part in ("dev", "train"):
        with open(shared("data", "dev", "sdu21", part + ".json"), encoding="utf-8") as file:
            yield f"SDU-21 {part}", "en", [sdu21(row) for row in json.load(file)]
    passages = []
    for path in sorted(glob.glob(shared("data", "dev", "acronyms-multi", "*.jsonl"))):
        language = os.path.basename(path).split(".")[0]
        with open(path, encoding="utf-8") as file:
            rows = [json.loads(line) for line in file if line.strip()]
        passages += [(*spans(row), language) for row in rows if "text" in row]
    yield "passages", None, passages


def sentences():
    """(name of the set, [(sentence, whether it defines, the term that this is said of or None)])"""
    for path in sorted(glob.glob(shared("data", "dev", "deft", "*.jsonl"))):
        with open(path, encoding="utf-8-sig") as file:
            rows = [json.loads(line) for line in file if line.strip()]
        yield "DEFT " + os.path.basename(path).split(".")[0], [(row["text"], bool(row["label"]), None) for row in rows]
    rows = []
    for right, name in (True, "wiki_good"), (False, "wiki_bad"):
        with open(shared("data", "dev", "wcl", name + ".txt"), encoding="utf-8", errors="replace") as file:
            lines = file.read().split("\n")
        for line, after in zip(lines, [*lines[1:], ""]):
            if line.startswith("#"):  # the next line begins with the term that TARGET stands for
                target = after.split(":")[0].strip() or "TARGET"
                rows.append((line.lstrip("# ").replace("TARGET", target).strip(), right, target))
    yield "WCL wikipedia", rows
    with open(shared("data", "dev", "wcl", "w00.word"), encoding="utf-8") as words, \
            open(shared("data", "dev", "wcl", "w00.meta"), encoding="utf-8") as labels:
        yield "WCL w00", [(text, label.startswith("1"), None) for text, label in zip(words.read().splitlines(), labels)
                          if text.strip()]


def found_in(program, documents):
    """(number of the document, finding) of everything that the program finds in [(text, language)]."""
    lines = "".join(json.dumps({"id": str(at), "text": text, "language": language}) + "\n"
                    for at, (text, language) in enumerate(documents))
    run = subprocess.run([program, "extract", "--stream", "--quiet", "--to", "jsonl-evidence"], input=lines.encode(),
                         stdout=subprocess.PIPE, check=False)
    if run.returncode == 2:
        sys.exit("fit_weights.py: the program failed")
    for line in run.stdout.decode().splitlines():
        found = json.loads(line)
        yield int(found["document"]), found


def pairs_of(program, language, rows):
    """(names of evidence, whether it is right, its forms, what is marked in its place) of every pair that the program finds."""
    for at, found in found_in(program, [(row[0], language or row[3]) for row in rows]):
        if found["type"] == "pair" and "long_span" in found:
            _, short, long = rows[at][:3]
            start, end = found["long_span"]
            marked = frozenset((first - start, last - end) for first, last in long if first < end and last > start)
            shown = tuple(found["short_span"]) in short
            yield (frozenset(found.get("evidence", ())), shown and (start, end) in long,
                   (found["short"], found["long"].casefold()), (shown, marked))


def definitions_of(program, rows):
    """(number, names of evidence, term) of every sentence that may define."""
    for at, found in found_in(program, [(row[0], "en") for row in rows]):
        if found["type"] == "definition" and found["rule"] == "sentence":
            yield at, frozenset(found.get("evidence", ())), found["term"]


def is_judged(target, term):
    """Whether an annotation says anything of a term: one of WCL says of its target alone whether the sentence defines it, and a
    sentence that defines something else is none for it."""
    if target is None:
        return True
    target, term = (re.sub(r"\W+", " ", text.lower()).strip() for text in (target, term))
    return target in term or term in target


def counted(pairs):
    """{evidence: [pairs, right ones]}"""
    counts = defaultdict(lambda: [0, 0])
    for evidence, right, *_ in pairs:
        counts[evidence][0] += 1
        counts[evidence][1] += right
    return counts


def solve(matrix, vector):
    """Gauss, with the largest pivot."""
    size = len(vector)
    rows = [list(row) + [value] for row, value in zip(matrix, vector)]
    for at in range(size):
        pivot = max(range(at, size), key=lambda row: abs(rows[row][at]))
        rows[at], rows[pivot] = rows[pivot], rows[at]
        for row in range(at + 1, size):
            factor = rows[row][at] / rows[at][at]
            if factor:
                rows[row] = [a - factor * b for a, b in zip(rows[row], rows[at])]
    found = [0.0] * size
    for at in reversed(range(size)):
        found[at] = (rows[at][size] - sum(rows[at][k] * found[k] for k in range(at + 1, size))) / rows[at][at]
    return found


def odds(weights, evidence):
    return weights[""] + sum(weights.get(name, 0.0) for name in evidence)


def share(logarithm):
    return 1 / (1 + math.exp(-logarithm))


def fit(sets, names, ridge):
    """Weights by name, that of all pairs under ""."""
    seen = defaultdict(int)
    rows = []
    for counts in sets:
        total = sum(count for count, _ in counts.values())
        for evidence, (count, right) in counts.items():
            for name in evidence:
                seen[name] += count
            rows.append((evidence, count * SET_SIZE / total, right * SET_SIZE / total))
    rows.sort(key=lambda row: sorted(row[0]))
    fitted = ["", *(name for name in names if name not in GIVEN and seen[name] >= FEWEST)]
    place = {name: at for at, name in enumerate(fitted)}
    weights = {**{name: 0.0 for name in fitted}, **GIVEN}
    for _ in range(30):
        gradient = [-ridge * weights[name] if name else 0.0 for name in fitted]
        curve = [[ridge * (a == b and a > 0) for b in range(len(fitted))] for a in range(len(fitted))]
        for evidence, count, right in rows:
            chance = share(odds(weights, evidence))
            at = [0, *sorted(place[name] for name in evidence if name in place)]
            for a in at:
                gradient[a] += right - count * chance
                for b in at:
                    curve[a][b] += count * chance * (1 - chance)
        step = solve(curve, gradient)
        for name, change in zip(fitted, step):
            weights[name] += change
        if max(map(abs, step)) < 1e-7:
            break
    return weights, seen


def reliability(weights, counts):
    """For each level of confidence: pairs, the mean confidence, the share that is right."""
    rows = [[0, 0.0, 0] for _ in LEVELS[1:]]
    for evidence, (count, right) in counts.items():
        chance = share(odds(weights, evidence))
        row = rows[next(at for at, level in enumerate(LEVELS[1:]) if chance < level)]
        row[0] += count
        row[1] += count * chance
        row[2] += right
    return rows


def lines_of(kind, weights, seen, names, sets):
    listed = ", ".join(f"{name} ({sum(count for count, _ in counts.values())})" for name, counts in sets.items())
    yield f"/* {kind}: {listed} */"
    yield f"BIAS({kind.upper()}, {weights['']:.3f}f)"
    for identifier, name in names:
        note = "given" if name in GIVEN else seen[name] if name in weights else f"{seen[name]}: too few"
        yield f"WEIGHT({identifier}, {weights.get(name, 0.0):.3f}f) /* {note} */"


def family(name):
    """Parts of one set are of one hand: SDU-21 dev and train, DEFT dev and train."""
    return name.split()[0] if name.startswith(("SDU-21", "DEFT")) else name


def without(name, sets, names, ridge):
    """Weights that never saw the set."""
    return fit([counts for key, counts in sets.items() if family(key) != family(name)], names, ridge)[0]


def report(kind, sets, names):
    """A Markdown table: how often findings are right by their confidence, with weights that never saw the set."""
    yield f"| {kind} | " + " | ".join(f"{low:.2f} to {min(high, 1):.2f}" for low, high in zip(LEVELS, LEVELS[1:])) + " |"
    yield "|---|" + "---:|" * (len(LEVELS) - 1)
    total = [[0, 0.0, 0] for _ in LEVELS[1:]]
    for name, counts in sets.items():
        rows = reliability(without(name, sets, names, RIDGE[kind]), counts)
        total = [[a + b for a, b in zip(sum_of, row)] for sum_of, row in zip(total, rows)]
        yield f"| {name} | " + " | ".join(f"{right / count:.2f} of {count}" if count else "" for count, _, right in rows) + " |"
    yield "| all | " + " | ".join(f"{right / count:.2f} of {count}" if count else "" for count, _, right in total) + " |"


def f1(found, right, wanted):
    return 200 * right / (found + wanted)


def judged(sets, wanted, names):
    """A Markdown table: F1 of long forms by rules alone, and where weights that never saw the set drop pairs."""
    levels = (0.0, 0.2, 0.3, 0.5, 0.7)
    yield "| pairs | rules alone | " + " | ".join(f"dropped below {level}" for level in levels[1:]) + " |"
    yield "|---|" + "---:|" * len(levels)
    for name, counts in sets.items():
        weights = without(name, sets, names, RIDGE["pairs"])
        cells = []
        for level in levels:
            kept = [both for evidence, both in counts.items() if share(odds(weights, evidence)) >= level]
            cells.append(f"{f1(sum(count for count, _ in kept), sum(right for _, right in kept), wanted[name]):.1f}")
        yield f"| {name} | " + " | ".join(cells) + " |"


def contradicted(sets):
    """A Markdown table: of the pairs that stand in a set more than once, those that are wrong, and those of them that the annotation
    marks in another way than most with the same two forms: nobody can find all of these right."""
    yield "| the same pair again | pairs | wrong | of these marked otherwise than most |"
    yield "|---|---:|---:|---:|"
    for name, pairs in sets.items():
        groups = defaultdict(list)
        for _, right, forms, marked in pairs:
            groups[forms].append((right, marked))
        again = [group for group in groups.values() if len(group) > 1]
        usual = [Counter(marked for _, marked in group).most_common(1)[0][0] for group in again]
        wrong = sum(not right for group in again for right, _ in group)
        other = sum(not right and marked != most for group, most in zip(again, usual) for right, marked in group)
        yield f"| {name} | {sum(map(len, again))} | {wrong} | {other} |"


def cuts_word(text, span):
    """Whether a span begins or ends inside a word."""
    return any(0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum() for at in span)


def beside(program, texts):
    """A Markdown table: what is found beside the annotation, and what of it follows from what the annotators left out: short forms inside
    a long form, long forms without a short form at their side; and marked long forms that begin or end inside a word."""
    yield "| found beside the annotation | short forms | inside a long form | long forms | without a short form | marked ones that cut a word |"
    yield "|---|---:|---:|---:|---:|---:|"
    for name, language, rows in texts:
        counts = [0] * 5
        places = [(set(), set(), set()) for _ in rows]
        for at, found in found_in(program, [(row[0], language or row[3]) for row in rows]):
            if found["type"] == "pair" and "long_span" in found:
                places[at][2].add(tuple(found["long_span"]))
            elif found["type"] == "mention":
                places[at][found["kind"] == "expansion"].add(tuple(found["span"]))
        for (short, long, paired), row in zip(places, rows):
            new = short - row[1]
            counts[0] += len(new)
            counts[1] += sum(any(first <= start and end <= last for first, last in long | row[2]) for start, end in new)
            counts[2] += len(long - row[2])
            counts[3] += len(long - row[2] - paired)
            counts[4] += sum(cuts_word(row[0], span) for span in row[2])
        yield f"| {name} | " + " | ".join(map(str, counts)) + " |"


def f1_at(least, rows, found, weights):
    """F1 of the sentences of a set that are given at least this confidence."""
    kept = {at for at, evidence, _ in found if share(odds(weights, evidence)) >= least}
    return f1(len(kept), sum(rows[at][1] for at in kept), sum(row[1] for row in rows))


def left_out(rows, found, sets, names):
    """A Markdown table: F1 of sentences with the weights of all sets, and with those that never saw the set; of these, what another
    least confidence would give."""
    with open(os.path.join(MINING, "find_sentence.c"), encoding="utf-8") as file:
        least = float(re.search(r"LEAST = ([\d.]+)f", file.read())[1])
    levels = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6)
    everything = fit(list(sets.values()), names, RIDGE["sentences"])[0]
    yield f"| sentences, least confidence | {least}, all sets | {least}, without the set | " + " | ".join(map(str, levels)) + " |"
    yield "|---|---:|---:|" + "---:|" * len(levels)
    for name in sets:
        weights = without(name, sets, names, RIDGE["sentences"])
        cells = [f1_at(least, rows[name], found[name], everything),
                 *(f1_at(level, rows[name], found[name], weights) for level in (least, *levels))]
        yield f"| {name} | " + " | ".join(f"{cell:.1f}" for cell in cells) + " |"


def main():
    parser = argparse.ArgumentParser(description="Fit the weights of the evidence for pairs and sentences.")
    parser.add_argument("--program", required=True)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    program = os.path.abspath(options.program)
    texts = list(annotated())
    rows = dict(sentences())
    found = {name: list(definitions_of(program, sentence)) for name, sentence in rows.items()}
    pairs = {name: list(pairs_of(program, language, text)) for name, language, text in texts}
    kinds = {"pairs": {name: counted(pairs[name]) for name in pairs},
             "sentences": {name: counted((evidence, rows[name][at][1]) for at, evidence, term in places
                                         if is_judged(rows[name][at][2], term))
                           for name, places in found.items()}}
    names = {"pairs": clues("clue.def"), "sentences": clues("sentence_clue.def")}
    for kind, file_name in ("pairs", "weights.def"), ("sentences", "sentence_weights.def"):
        path = os.path.join(MINING, file_name)
        weights = fit(list(kinds[kind].values()), [name for _, name in names[kind]], RIDGE[kind])
        text = "\n".join([HEAD, *lines_of(kind, *weights, names[kind], kinds[kind])]) + "\n"
        if options.check:
            with open(path, encoding="utf-8") as file:
                if file.read() != text:
                    sys.exit(f"fit_weights.py: {path} is not what these texts give")
        if options.write:
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
    if options.check:
        return
    pair_names, sentence_names = ([name for _, name in named] for named in names.values())
    wanted = {name: sum(len(row[2]) for row in text) for name, _, text in texts}
    print("\n".join([*report("pairs", kinds["pairs"], pair_names), "", *report("sentences", kinds["sentences"], sentence_names), "",
                     *judged(kinds["pairs"], wanted, pair_names), "", *contradicted(pairs), "",
                     *beside(program, texts), "",
                     *left_out(rows, found, kinds["sentences"], sentence_names)]))


if __name__ == "__main__":
    main()
