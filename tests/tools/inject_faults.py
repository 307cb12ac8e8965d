#!/usr/bin/env python3
"""Break clean documents in known ways, and see whether `clausary check` finds each fault and nothing else.

    inject_faults.py --program PROGRAM [--most N] [--errors N] [--kinds KIND,…] [--samples FOLDER] [--outside]

The documents are samples/resolution.LANGUAGE.txt, which are language versions of one. With --outside the folder named by
CLAUSARY_SHARED (by default ../shared) gives more: data/dev/definitions/NAME.LANGUAGE.txt, terms clauses of standards.
What a document introduces, uses and defines is taken from `clausary extract --to jsonl`: a fault is put where the
program has found something, so that what is measured is the checker.

Kinds of faults, each in one place of one document, and the rules that may tell of it:
    typo       two letters of an acronym changed places            A01 T07
    rename     another word in one of two expansions               A06 A07 L03
               (not where it is not sure which words either is, nor where both stand in one bracket,
               each in a language of its own)
    drop       a definition gone: the long form and its brackets   A01 A02 L01 X07
               (not of what an entry gives as a term: the entry says what it is; nor before a figure,
               which would become a part of the acronym; nor where there is a digit in it, though an
               editor sees that one: what nobody expands is a code to A01, and A01 is silent)
    move       introduced at its second use, the first is bare     A02 A03
               (not in entries of a terms clause: these are in an order of their own, by subject or
               alphabet, and none is read before another)
    stops      full stops between the letters of one use           A18
    letter     a letter of the other alphabet that looks alike     A34
    plural     the plural of another language at one use           A16
               (where the language leaves acronyms unchanged)
    row        a row of the list of abbreviations gone             L01 A01
               (not where there is a digit in it, as above)
    row-twice  a row of the list doubled                           L05
    row-order  a row of the list moved to its end                  L04
               (not what begins with a digit: houses put that first or last)
    row-idle   a row of the list that the text does not use        L02
    twice      an entry doubled, under the next number             D03
    same       the definition of another entry                     D04
    place      words that hold the place of a definition           D28
    circular   the term itself at the end of the first sentence    D08
               (not in a definition that is quoted from elsewhere)
    status     a term that other clauses use is not to be used     D22
  and in one of two language versions:
    swap       another acronym of the document in its place        X05
               (in a clause that the other version has)
    number     another number in a definition                      X11
    clause     a labelled clause gone                              X01
    empty      a definition gone, its term left                    X03
    source     the text of the other version as a definition       X13
    unit       another unit in a definition                        X11
    citation   another number in the source of a definition        X11
    uncited    the source of a definition gone                     X16
    row-one    a row of the list of abbreviations gone             X15
    renumber   another number at the last clause of its kind       X01 X02
               (of no clause that others go on from)
    allowed    a term not to be used in the other version only     X17

Not tried, as nothing finds it yet: a long form in the list of abbreviations that is the other version's, and a hidden
character within one use of a term. Both hide the term from the program, and an editor sees the first.

A fault is found where an issue of such a rule that was not there before names what was changed or stands in its clause.
An issue elsewhere is one that came or went, and is about none of the forms that were changed, or whose uses came or went
with the text that was changed, and not in the clause that was changed. `--most` faults of each kind and document are
tried, spread evenly. Of all faults 0.95 must be found, of each kind 0.85; of all faults 0.005 at most may change an
issue elsewhere.
"""
import argparse
import collections
import glob
import itertools
import json
import os
import re
import subprocess
import sys
import tempfile

import tap

LANGUAGES = ["en", "fr", "es", "ru", "ar", "zh"]
RULES = {"typo": "A01 T07", "rename": "A06 A07 L03", "drop": "A01 A02 L01 X07", "move": "A02 A03", "stops": "A18",
         "letter": "A34", "plural": "A16", "row": "L01 A01", "row-twice": "L05", "row-order": "L04", "row-idle": "L02",
         "twice": "D03", "same": "D04", "place": "D28", "circular": "D08", "status": "D22",
         "swap": "X05", "number": "X11", "clause": "X01", "empty": "X03", "source": "X13", "unit": "X11",
         "citation": "X11", "uncited": "X16", "row-one": "X15", "renumber": "X01 X02", "allowed": "X17"}
# kinds that need another version beside
VERSIONS = {"swap", "number", "clause", "empty", "source", "unit", "citation", "uncited", "row-one", "renumber",
            "allowed"}

# `base` and `beside` are the sound texts of the document and of the other version, where they are not those of the files.
# `after` is the clause that the changed one has become.
Fault = collections.namedtuple("Fault", "kind text forms clause note base beside after", defaults=(None, None, None))


class Document:
    def __init__(self, program, path, language):
        self.path, self.language, self.text = path, language, open(path, encoding="utf-8", newline="").read()
        self.found = collections.defaultdict(list)
        done = subprocess.run([program, "extract", "-q", "--to", "jsonl", "--language", language, path], capture_output=True,
                              text=True, check=True)
        for line in done.stdout.splitlines():
            one = json.loads(line)
            self.found[one["type"]].append(one)
        self.clauses = [one for one in self.found["clause"] if one["span"][1] > one["span"][0]]

    def replaced(self, span, by):
        return self.text[:span[0]] + by + self.text[span[1]:]

    def clause_at(self, at):
        inside = [one for one in self.clauses if one["span"][0] <= at < one["span"][1]]
        return inside[-1]["key"] if inside else ""

    def uses(self):
        """Uses of acronyms of three letters and more that the text introduces, introductions left out."""
        known = {plain(pair["short"]) for pair in self.found["pair"]}
        heads = [pair["short_span"] for pair in self.found["pair"]] + [pair["long_span"] for pair in self.found["pair"]]
        for one in self.found["mention"]:
            word = self.text[one["span"][0]:one["span"][1]]
            if one["kind"] == "acronym" and plain(one["of"]) in known and len(re.findall(r"[^\W\d_]", word)) >= 3 \
                    and not any(head[0] <= one["span"][0] < head[1] for head in heads):
                yield one


def plain(form):
    """A form without its plural and with one kind of hyphen."""
    return re.sub(r"(?<=[A-Z])s$", "", form.replace("‑", "-").replace("–", "-"))


def typos(document, _):
    known = {one["of"] for one in document.found["mention"]}
    for use in document.uses():
        word = document.text[use["span"][0]:use["span"][1]]
        for i in range(len(word) - 1):
            turned = word[:i] + word[i + 1] + word[i] + word[i + 2:]
            if word[i].isupper() and word[i + 1].isupper() and word[i] != word[i + 1] and turned not in known:
                yield Fault("typo", document.replaced(use["span"], turned), {word, turned, use["of"]}, use["clause"], turned)
                break


def swaps(document, other):
    """Another acronym that its clause does not have."""
    known = {one["key"] for one in other.clauses}
    uses = [use for use in document.uses() if use["clause"] in known]
    here = collections.defaultdict(set)
    for one in document.found["mention"]:
        here[one["clause"]].add(plain(one["of"]))
    forms = sorted({plain(use["of"]) for use in uses})
    for number, use in enumerate(uses):
        word = document.text[use["span"][0]:use["span"][1]]
        others = [form for form in forms if form not in here[use["clause"]] and form not in plain(use["of"])
                  and plain(use["of"]) not in form]
        if others and "/" not in word:
            by = others[number % len(others)]
            yield Fault("swap", document.replaced(use["span"], by), {word, by, use["of"]}, use["clause"], f"{word} {by}")


def expanded(document):
    """Pairs in running text, by acronym."""
    pairs = collections.defaultdict(list)
    for pair in document.found["pair"]:
        if pair["long_span"][1] > pair["long_span"][0]:
            pairs[plain(pair["short"])].append(pair)
    return pairs


HAN = re.compile(r"[\u4e00-\u9fff]{2}")


def renames(document, _):
    pairs = expanded(document)
    words = [pair["long"].split()[-1] for pair in document.found["pair"]]
    words = [word for word in words if word.isalpha() and len(word) > 3]
    for form, found in pairs.items():
        found = [pair for pair in found if pair["confidence"] >= 0.8]
        if len({tuple(pair["short_span"]) for pair in found}) < 2:
            continue
        for number, pair in enumerate(found):
            start, end = pair["long_span"]
            long = document.text[start:end]
            parts = long.split(" ")
            if len(form) < 2:
                continue
            if document.language == "zh":
                by = HAN.sub("秘密", long, count=1)
            else:
                others = [word for word in words[number:] + words if word not in long]
                if not others:
                    continue
                parts[len(parts) // 2] = others[0]
                by = " ".join(parts)
            yield Fault("rename", document.replaced((start, end), by), {form, pair["short"], long, by}, pair["clause"], by)


BRACKETS = re.compile(r"\s*[(（]\s*$"), re.compile(r"\s*[)）]")


def bare(document, pair):
    """The span of "Long (SHORT)", or None where it is written in another way."""
    before, after = document.text[:pair["short_span"][0]], document.text[pair["short_span"][1]:]
    opened, closed = BRACKETS[0].search(before), BRACKETS[1].match(after)
    if not opened or not closed or opened.start() != pair["long_span"][1]:
        return None
    return pair["long_span"][0], pair["short_span"][1] + closed.end()


def is_term(document, pair):
    """Whether a pair stands in the term of an entry, or an entry has the acronym as a term."""
    return any(one["clause"] == pair["clause"] and one["term_span"][0] <= pair["long_span"][0] and
               pair["short_span"][1] <= one["definition_span"][0] or
               pair["short"] in [one["term"], *one.get("synonyms", [])] for one in document.found["definition"])


def drops(document, _):
    for form, found in expanded(document).items():
        span = bare(document, found[0]) if len(found) == 1 and not is_term(document, found[0]) else None
        if span and len(re.findall(r"[^\W\d_]", form)) >= 3 and not re.search(r"\d", form) \
                and not document.text[span[1]:span[1] + 1].isdigit():
            yield Fault("drop", document.replaced(span, found[0]["short"]), {form, found[0]["short"], found[0]["long"]},
                        found[0]["clause"], form)


def moves(document, _):
    """The first introduction changes places with a later use in another clause."""
    pairs = expanded(document)
    terms = {one["clause"] for one in entries(document)}
    for use in document.uses():
        found = pairs.get(plain(use["of"]), [])
        span = bare(document, found[0]) if len(found) == 1 else None
        heading = "title" in use["clause"] or use["clause"].endswith("heading")  # to introduce it there is another fault
        if not span or use["span"][0] < span[1] or use["clause"] == found[0]["clause"] or heading \
                or use["clause"].startswith("annex") or use["clause"] in terms or found[0]["clause"] in terms:
            continue
        head = document.text[span[0]:span[1]]
        between = document.text[span[1]:use["span"][0]]
        first = re.split(r"(?<=\s)", head)[0]  # what names the body already ("the Union ITSU") is not said twice
        between = between[:-len(first)] if between.endswith(" " + first) else between
        text = document.text[:span[0]] + found[0]["short"] + between + head \
            + document.text[use["span"][1]:]
        yield Fault("move", text, {found[0]["short"], use["of"], found[0]["long"]}, found[0]["clause"], head)


def entries(document):
    return [one for one in document.found["definition"] if one["rule"] == "numbered-entry"]


def with_end(document, one, words):
    """The text with words at the end of a definition, before its full stop."""
    end = one["definition_span"][1]
    while document.text[end - 1] in ".。;":
        end -= 1
    return document.replaced((end, end), words)


def numbers(document, other):
    """Real definitions hardly ever have numbers: a measure is added to both versions, and differs in one."""
    there = {one["clause"]: one for one in entries(other)}
    for number, one in enumerate(entries(document)):
        if one["clause"] in there and one["definition_span"][1] > one["definition_span"][0]:
            here = ["480", "1 250", "36", "2.75", "1998", "64"][number % 6]
            by = ["430", "1 350", "38", "3.75", "1989", "46"][number % 6]
            yield Fault("number", with_end(document, one, f" ({by} Hz)"), {one["term"]}, one["clause"], f"{here} {by}",
                        with_end(document, one, f" ({here} Hz)"), with_end(other, there[one["clause"]], f" ({here} Hz)"))


def one_use(document, change):
    """Faults that write one use of an acronym otherwise."""
    for use in document.uses():
        word = document.text[use["span"][0]:use["span"][1]]
        by = change(word)
        if by and by != word:
            yield document.replaced(use["span"], by), {word, by, use["of"]}, use["clause"], f"{word} {by}"


def stops(document, _):
    for fault in one_use(document, lambda word: ".".join(word) + "." if re.fullmatch(r"[A-Z]{3,}", word) else None):
        yield Fault("stops", *fault)


LOOKALIKE = {"A": "А", "B": "В", "C": "С", "E": "Е", "H": "Н", "K": "К", "M": "М", "O": "О", "P": "Р", "T": "Т", "X": "Х"}
LOOKALIKE.update({cyrillic: latin for latin, cyrillic in LOOKALIKE.items()})


def letters(document, _):
    def change(word):
        known = [letter for letter in word if letter in LOOKALIKE]
        return word.replace(known[0], LOOKALIKE[known[0]], 1) if known and len(known) < len(word) else None
    for fault in one_use(document, change):
        yield Fault("letter", *fault)


def plurals(document, _):
    if document.language in ("fr", "es"):
        for fault in one_use(document, lambda word: word + "s" if word.isupper() else None):
            yield Fault("plural", *fault)


def rows(document):
    """The lines of the list of abbreviations: pair, span of the line."""
    found = []
    for pair in document.found["pair"]:
        if pair["rule"] == "list":
            start = document.text.rfind("\n", 0, pair["short_span"][0]) + 1
            end = document.text.find("\n", pair["short_span"][0]) + 1 or len(document.text)
            found.append((pair, (start, end)))
    return found


def row_faults(kind, change):
    def faults(document, _):
        found = rows(document)
        for number, (pair, span) in enumerate(found):
            text = change(document, found, number)
            if text and not (change is row_gone and re.search(r"\d", pair["short"])):
                yield Fault(kind, text, {pair["short"], plain(pair["short"]), pair["long"]}, pair["clause"], pair["short"])
    return faults


def row_gone(document, found, number):
    return document.replaced(found[number][1], "")


def row_twice(document, found, number):
    span = found[number][1]
    return document.replaced((span[1], span[1]), document.text[span[0]:span[1]])


def row_last(document, found, number):
    """Moved to the end; the last row is there already, and the one before it only changes places with it."""
    span, last = found[number][1], found[-1][1]
    if number + 1 == len(found) or found[number][0]["short"][0].isdigit():
        return None
    row = document.text[span[0]:span[1]]
    return document.text[:span[0]] + document.text[span[1]:last[1]] + row + document.text[last[1]:]


def idle_rows(document, _):
    """A row before each row, with an acronym that sorts just before it."""
    for pair, span in rows(document):
        short = pair["short"][:-1] + chr(ord(pair["short"][-1]) - 1) + "Q"
        if re.fullmatch(r"[A-Z]+", short) and short not in document.text:
            row = document.text[span[0]:span[1]].replace(pair["short"], short, 1)
            yield Fault("row-idle", document.replaced((span[0], span[0]), row), {short, pair["long"], pair["short"]},
                        pair["clause"], short)


def rows_in_one(document, other):
    there = len(rows(other))
    if there == len(rows(document)):
        for fault in row_faults("row-one", row_gone)(document, other):
            yield fault


def twice(document, _):
    """An entry once more at the end of its terms clause."""
    found = entries(document)
    for one in found:
        clause = next(clause for clause in document.clauses if clause["key"] == one["clause"])
        series = one["clause"].rpartition(".")[0]
        same = [clause for clause in document.clauses if clause["key"].rpartition(".")[0] == series]
        start, end = clause["span"]
        number = re.sub(r"\d+$", lambda last: str(int(last.group()) + 1), same[-1]["label"])
        copy = document.text[start:end].replace(clause["label"], number, 1)
        at = same[-1]["span"][1]
        if clause["label"] and copy != document.text[start:end]:
            yield Fault("twice", document.replaced((at, at), "\n\n" + copy), {one["term"]}, one["clause"], one["term"])


def forms_in(document, span):
    """What is named between two places: with the text, a use of each goes or comes."""
    uses = [found for found in document.found["mention"] if span[0] <= found["span"][0] < span[1]]
    return {found["of"] for found in uses} | {found["form"] for found in uses}


def same_definitions(document, _):
    """The definition of the entry after it."""
    for one, after in zip(entries(document), entries(document)[1:]):
        if len(after["definition"]) >= 30:
            text, gone = document.text[slice(*after["definition_span"])], one["definition_span"]
            forms = forms_in(document, gone) | forms_in(document, after["definition_span"])
            yield Fault("same", document.replaced(gone, text), {one["term"], after["term"], *forms}, one["clause"],
                        one["term"])


PLACES = {"en": "TBD", "fr": "à définir", "es": "por definir", "ru": "уточняется", "ar": "قيد الدراسة", "zh": "待定"}


def placeholders(document, _):
    for one in entries(document):
        if one["definition_span"][1] > one["definition_span"][0]:
            yield Fault("place", document.replaced(one["definition_span"], PLACES[document.language]), {one["term"]},
                        one["clause"], one["term"])


def circular(document, _):
    for one in entries(document):
        start, end = one["definition_span"]
        first = re.match(r"(?:[^.。\n]|\.(?! ))+", document.text[start:end])
        if first and not one.get("elsewhere"):
            at = start + len(first.group().rstrip("."))
            yield Fault("circular", document.replaced((at, at), f" {one['term']}"), {one["term"]}, one["clause"],
                        one["term"])


# What houses print before a term that is not to be used, as the locales have it.
DEPRECATED = {"en": "DEPRECATED", "fr": "DÉCONSEILLÉ", "es": "DESACONSEJADO", "ru": "НДП", "ar": "مهمل", "zh": "拒用"}
ADMITTED = {"en": "Admitted term", "fr": "Terme admis", "es": "Término admitido", "ru": "Допустимый термин", "ar": "مرادف",
            "zh": "许用"}
INVENTED = {"en": "quorvane", "fr": "quorvane", "es": "cuorvana", "ru": "кворвана", "ar": "قورفان", "zh": "夸尔凡器"}


def with_synonym(document, one, status):
    """The text with a line that names a synonym of an entry, before its definition."""
    start = one["definition_span"][0]
    return document.replaced((start, start), f"{status[document.language]}: {INVENTED[document.language]}\n")


def on_lines(document):
    """Entries whose term stands on a line of its own, as in ISO."""
    return [one for one in entries(document) if document.text[one["definition_span"][0] - 1] == "\n"]


def statuses(document, _):
    """An invented synonym, which the definition of the entry after it uses."""
    found = on_lines(document)
    for one, after in zip(found, found[1:]):
        word = INVENTED[document.language]
        if after["clause"] == one["clause"] or after["definition_span"][1] == after["definition_span"][0]:
            continue
        end = after["definition_span"][1]
        def text(status):
            used = document.replaced((end, end), f" {word}")
            start = one["definition_span"][0]
            return used[:start] + f"{status[document.language]}: {word}\n" + used[start:]
        yield Fault("status", text(DEPRECATED), {word, one["term"], after["term"]}, after["clause"], word, text(ADMITTED))


def allowed(document, other):
    there = {one["clause"]: one for one in on_lines(other)}
    for one in on_lines(document):
        if one["clause"] in there:
            yield Fault("allowed", with_synonym(document, one, DEPRECATED),
                        {one["term"], there[one["clause"]]["term"], INVENTED[document.language]}, one["clause"], one["term"],
                        with_synonym(document, one, ADMITTED), with_synonym(other, there[one["clause"]], ADMITTED))


def clauses(document, other):
    """A labelled clause that others follow and that no other goes on from."""
    known = {one["key"] for one in other.clauses}
    labelled = [one for one in document.clauses if one["label"] and not one["key"].endswith("heading")]
    parents = {one["key"].rpartition("/")[0] for one in document.clauses}
    for one, after in zip(labelled, labelled[1:]):
        longer = after["key"].startswith(one["key"] + ".") or one["key"] in parents
        if one["key"].rpartition("/")[0] == after["key"].rpartition("/")[0] and not longer and one["key"] in known:
            start, end = one["span"][0], after["span"][0]
            gone = document.text[start:end]
            yield Fault("clause", document.replaced((start, end), ""), forms_in(document, (start, end)), one["key"], gone[:40])


def empties(document, other):
    known = {one["clause"] for one in entries(other)}
    for one in entries(document):
        start, end = one["definition_span"]
        if end > start and one["clause"] in known:
            forms = forms_in(document, (start, end))
            yield Fault("empty", document.replaced((start, end), ""), {one["term"], *forms}, one["clause"], one["term"])


def copies(document, other):
    there = {one["clause"]: one for one in entries(other)}
    for one in entries(document):
        copied = there.get(one["clause"])
        if copied and len(copied["definition"]) >= 30 and copied["definition"] != one["definition"]:
            start, end = copied["definition_span"]
            forms = forms_in(document, one["definition_span"]) | forms_in(other, (start, end))
            yield Fault("source", document.replaced(one["definition_span"], other.text[start:end]),
                        {one["term"], *forms}, one["clause"], one["term"])


def units(document, other):
    """A measure is added to both versions, as in numbers(), and has another unit in one."""
    there = {one["clause"]: one for one in entries(other)}
    for number, one in enumerate(entries(document)):
        if one["clause"] in there and one["definition_span"][1] > one["definition_span"][0]:
            here, by = [("Hz", "kHz"), ("km", "m"), ("mm", "cm"), ("MHz", "GHz"), ("°C", "°F"), ("kg", "g")][number % 6]
            yield Fault("unit", with_end(document, one, f" (480 {by})"), {one["term"], there[one["clause"]]["term"]},
                        one["clause"], f"{here} {by}", with_end(document, one, f" (480 {here})"),
                        with_end(other, there[one["clause"]], f" (480 {here})"))


def sourced(document, other):
    """Entries that cite in both versions, and their sources, without what closes a bracket."""
    there = {one["clause"]: one for one in entries(other) if one.get("source")}
    for one in entries(document):
        source = one.get("source", "")
        at = document.text.find(source, one["term_span"][1]) if source else -1
        if at >= 0 and one["clause"] in there:
            yield one, there[one["clause"]], (at, at + len(source))


def citations(document, other):
    for one, there, span in sourced(document, other):
        source = document.text[slice(*span)]
        number = re.search(r"\d{2,}", source)
        if number and number.group() in there["source"]:
            by = source[:number.start()] + str(int(number.group()) + 11) + source[number.end():]
            yield Fault("citation", document.replaced(span, by), {one["term"], there["term"]}, one["clause"], by)


def uncited(document, other):
    for one, there, span in sourced(document, other):
        forms = forms_in(document, span)
        yield Fault("uncited", document.replaced(span, ""), {one["term"], there["term"], *forms}, one["clause"], one["term"])


def renumbers(document, other):
    """The last labelled clause of its kind has the number after its own; others count on from those before."""
    known = {one["key"] for one in other.clauses}
    labelled = [one for one in document.clauses if one["label"] and re.search(r"\d$", one["label"])]
    groups = collections.defaultdict(list)
    for one in labelled:
        groups[re.sub(r"\d+$", "", one["key"])].append(one)
    for group in groups.values():
        one = group[-1]
        start = document.text.find(one["label"], one["span"][0])
        inner = any(clause["key"].startswith((one["key"] + ".", one["key"] + "/")) for clause in document.clauses)
        if len(group) < 3 or one["key"] not in known or start != one["span"][0] or inner:
            continue
        by = re.sub(r"\d+$", lambda last: str(int(last.group()) + 1), one["label"])
        key = re.sub(r"\d+$", lambda last: str(int(last.group()) + 1), one["key"])
        if key not in known:
            yield Fault("renumber", document.replaced((start, start + len(one["label"])), by), {one["label"], by},
                        one["key"], f"{one['label']} {by}", after=key)


KINDS = {"typo": typos, "rename": renames, "drop": drops, "move": moves, "stops": stops, "letter": letters,
         "plural": plurals, "row": row_faults("row", row_gone), "row-twice": row_faults("row-twice", row_twice),
         "row-order": row_faults("row-order", row_last), "row-idle": idle_rows, "twice": twice, "same": same_definitions,
         "place": placeholders, "circular": circular, "status": statuses, "swap": swaps,
         "number": numbers, "clause": clauses, "empty": empties, "source": copies, "unit": units, "citation": citations,
         "uncited": uncited, "row-one": rows_in_one, "renumber": renumbers, "allowed": allowed}


def check(program, texts):
    """The issues of documents, (language, text), as a multiset; and where they stand."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, (language, text) in enumerate(texts):
            paths.append(os.path.join(folder, f"{number}.{language}.txt"))
            open(paths[-1], "w", encoding="utf-8", newline="").write(text)
        versions = ["--versions"] if len(texts) > 1 else []
        done = subprocess.run([program, "check", "-q", "--to", "json", *versions, "--language",
                               ",".join(language for language, _ in texts), *paths], capture_output=True, text=True)
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stderr)
    return collections.Counter((one["rule"], one["level"], one["form"], one["place"].get("clause", "")) for one in
                               json.loads(done.stdout)["issues"])


def concerns(issue, fault):
    _, _, form, clause = issue
    return clause in (fault.clause, fault.after) or any(form == one or plain(one) in form or (form and form in one) for one in fault.forms)


def judge(fault, before, after):
    """Whether the fault was found at warning or above, at any level, and what changed elsewhere."""
    wanted = RULES[fault.kind].split()
    news = [one for one in after - before if one[0] in wanted and concerns(one, fault)]
    # what is told at the first use is told at the next one where the first went with the clause
    moved = {one[:3] for one in before - after if one[3] == fault.clause}
    # and what was told at the first use is told in the clause that has one now
    brought = {one[:3] for one in after - before if one[3] == fault.clause}
    elsewhere = [(sign, *one) for sign, ones in (("+", after - before), ("-", before - after)) for one in ones
                 if not concerns(one, fault) and one[:3] not in (moved if sign == "+" else brought)]
    return any(one[1] != "note" for one in news), bool(news), elsewhere


def spread(items, most):
    items = list(items)
    if most and len(items) > most:
        items = [items[i * len(items) // most] for i in range(most)]
    return items


def documents(program, given):
    """Groups of versions: {language: Document}."""
    groups = [{tag: os.path.join(given.samples, f"resolution.{tag}.txt") for tag in LANGUAGES}]
    folder = os.path.join(os.environ.get("CLAUSARY_SHARED", "../shared"), "data/dev/definitions")
    named = collections.defaultdict(dict)
    for path in sorted(glob.glob(os.path.join(folder, "*.txt"))) if given.outside else []:
        name, tag = os.path.basename(path)[:-4].rsplit(".", 1)
        named[name][tag] = path
    groups += [{tag: path for tag, path in group.items() if tag in LANGUAGES} for group in named.values() if "en" in group]
    for group in groups:
        if len(group) > 1:
            yield {tag: Document(program, path, tag) for tag, path in group.items()}


def main(test):
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--most", type=int, default=0)
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--kinds", default=",".join(KINDS))
    parser.add_argument("--samples", default="samples")
    parser.add_argument("--outside", action="store_true")
    given = parser.parse_args()
    program = os.path.abspath(given.program)
    counts = collections.defaultdict(lambda: [0, 0, 0, 0])
    shown = collections.Counter()
    for group, kind in itertools.product(list(documents(program, given)), given.kinds.split(",")):
        for tag, document in group.items():
            other = group["fr" if tag == "en" and "fr" in group else next(one for one in group if one != tag)]
            before = {}
            for fault in spread(KINDS[kind](document, other), given.most):
                beside = [(other.language, fault.beside or other.text)] if kind in VERSIONS else []
                sound = tuple(beside + [(tag, fault.base or document.text)])
                if sound not in before:
                    before = {sound: check(program, sound)}
                loud, found, elsewhere = judge(fault, before[sound], check(program, beside + [(tag, fault.text)]))
                counts[kind, tag] = [sum(pair) for pair in zip(counts[kind, tag], (1, found, loud, bool(elsewhere)))]
                if (not found or elsewhere) and shown[kind, tag] < given.errors:
                    shown[kind, tag] += 1
                    what = ", ".join(["not found"] * (not found) + [" ".join(one) for one in elsewhere])
                    print(f"# {kind} {os.path.basename(document.path)} {fault.clause}: {fault.note!r}: {what}")
    report(test, counts)


def report(test, counts):
    total = [0, 0, 0, 0]
    print("# kind, language: faults, found, of these as a warning or error, with an issue elsewhere")
    for (kind, tag), row in sorted(counts.items()):
        print(f"# {kind} {tag}: {' '.join(map(str, row))}")
    for kind in KINDS:
        rows = [row for key, row in counts.items() if key[0] == kind]
        if not rows:
            continue
        row = [sum(column) for column in zip(*rows)]
        total = [sum(pair) for pair in zip(total, row)]
        test.check(f"{kind}: {row[0]} faults, found {row[1] / row[0]:.3f}, elsewhere {row[3] / row[0]:.3f}",
                   None if row[1] >= 0.85 * row[0] else f"found {row[1]} of {row[0]}")
    test.check(f"all: {total[0]} faults", None if total[1] >= 0.95 * total[0] else f"found {total[1]} of {total[0]}")
    test.check("issues elsewhere", None if total[3] <= 0.005 * total[0] else f"{total[3]} of {total[0]}")


if __name__ == "__main__":
    tap.main(main)
