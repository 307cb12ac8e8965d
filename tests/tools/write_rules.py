#!/usr/bin/env python3
"""Write docs/rules.md from the table of rules and the house styles.

    write_rules.py --program PROGRAM --top TOP            writes it
    write_rules.py --program PROGRAM --top TOP --check    TAP: whether it is up to date
"""
import argparse
import difflib
import glob
import json
import os
import re
import subprocess
import sys
import tempfile

import tap

GROUPS = {
    "A": "Acronyms in one document", "L": "The list of abbreviations", "D": "Defined terms and definitions",
    "T": "Terms in the text", "C": "Across documents", "X": "Across the language versions of one document",
}
# Rules of editors' catalogues that are not here, and why. A rule that is often wrong costs more than it gives.
LEFT_OUT = [
    ("letters of the acronym that its long form has not (A14)",
     "in nineteen Recommendations that holds of seven acronyms, all of them right: UTC, BDT, symbols in lists"),
    ("letters of the expansion capitalised (A15)", "houses disagree, and which letters gave the acronym is not always known"),
    ("plural long form with singular short form (A17)", "needs the number of nouns, which no locale knows well enough"),
    ("pronounceable acronyms in small letters (A19)", "needs to know how an acronym is spoken"),
    ("a or an before an acronym (A22)", "needs to know how an acronym is spoken"),
    ("no abbreviation in this class of text (A25)", "what class a text is of is the house's knowledge, not the text's"),
    ("acronym that is also a word or a unit (A28, A29)", "needs the sense of the sentence; units are never taken for acronyms"),
    ("names of standards bodies in the list (A30)", "allowed by the house that says they need not be listed"),
    ("brackets of another kind (A32)", "no house was found that says more than A31"),
    ("acronym only in code, tables or references (A36, A37)", "built into A01: silent, or a note"),
    ("distance between introduction and use (A38, A39)", "a matter of taste; A03 knows parts of a document"),
    ("sentence before the list or the terms (L08, D19), empty clauses (L12)",
     "the wording differs from edition to edition of one house, and what other houses prescribe is not known"),
    ("definitions in the list (L14)",
     "an acronym of another language has a long form without its letters, which cannot be told from an explanation"),
    ("term used and not defined (D02, D10), before its definition (D06), without its number (D11)",
     "what looks like a term and is none is too common; D06 and D11 are matters of house"),
    ("term with other capitals (D21)", "built into T02"),
    ("term used outside the part that it is defined for (D24)",
     "elsewhere the same word has its everyday meaning, rightly; in which meaning it stands needs the sense of the sentence"),
    ("shorter term meant inside a longer one (D25)",
     "rules take the longest term of the document; that a shorter one was meant only its author knows"),
    ("forms of a term (D26)", "nothing is wrong with them: every rule finds a term in all forms of its words"),
    ("acronym of an entry missing in the list, or expanded otherwise there (D27)", "built into L01 and L03"),
    ("domains of homonyms (D05)", "built into D03: two with a domain are a note"),
    ("verb at the start of a definition (D09), several definitions in one entry (D13)", "needs to read sentences"),
    ("text or clause of the source differs (D16, D17)",
     "needs the edition that is cited; where it is checked too, C03 tells of the text"),
    ("numbering of entries (D20)",
     "the outline mends numbers that a conversion lost or doubled; what is left of a slip cannot be told from that"),
    ("headings that should be terms (D30)",
     "of 72 headings in nineteen Recommendations that name what the text uses five times and more, nearly every clause "
     "explains what it names: the text defines it there"),
    ("number, small words and order of a term (T04, T05)",
     "\"nodes of the network\" and \"network nodes\" are both right, each in its sentence"),
    ("traditional and simplified characters (T03 in Chinese)", "no document was found that mixes them in its terms"),
    ("layout of terms, what is not to be translated (T06, T11), terms that are nearly alike (T07 beyond acronyms)",
     "needs candidates for terms that nobody defined"),
    ("number and order of entries (X04)",
     "lists are sorted anew in each language; what is missing X03 and X15 tell, entry by entry and row by row"),
    ("acronym without any counterpart in a clause (X05)",
     "translators write pronouns and full names, rightly; X05 speaks where each version has another one"),
    ("acronym of the source kept (X08)",
     "in Arabic and Chinese that is the rule; whether it is introduced X07 and A31 say, X06 speaks where both are used"),
    ("entry whose clause is gone (X18)",
     "documents alone have no such entry; `clausary update` marks those of a termbase as withdrawn"),
    ("superseded edition (C05)", "needs a list of editions, which no document has"),
    ("definition of a vocabulary overridden (C07)", "C03 tells of it where the vocabulary is checked too"),
    ("acronym new to the documents (C08)", "nothing is wrong with it; `clausary diff` tells what a termbase gained"),
]


def rules_of(program, top):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "empty.txt")
        open(path, "w", encoding="utf-8").write("Nothing.\n")
        done = subprocess.run([program, "check", "-q", "--to", "sarif", path], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)["runs"][0]["tool"]["driver"]["rules"]


def levels_of(top):
    """What the house styles say of each rule: id -> [(house, level)]."""
    levels = {}
    for path in sorted(glob.glob(top + "/profiles/house/*.txt")):
        for line in open(path, encoding="utf-8"):
            found = re.match(r"([A-Z]\d\d)\s+(\w+)", line)
            if found:
                levels.setdefault(found[1], []).append((os.path.basename(path)[:-4], found[2]))
    return levels


def parameters_of(top):
    text = open(top + "/glossaries/verify/house.def", encoding="utf-8").read()
    for found in re.finditer(r'PARAMETER\(\w+,\s*"([^"]*)",\s*"([^"]*)",\s*"([^"]*)"\)', text):
        if found[1] != "name":
            yield found.groups()


def style_of(top, name):
    """What a house style says, with what it inherits: a parameter or a rule -> its value; lists grow."""
    lists, said = ("well-known", "forbidden", "reference", "glossary"), {}
    for line in open(f"{top}/profiles/house/{name}.txt", encoding="utf-8"):
        key, _, value = line.split("#")[0].strip().partition(" ")
        value = value.strip()
        if key == "inherit":
            said = style_of(top, value)
        elif key in lists:
            said[key] = " ".join(dict.fromkeys((said.get(key, "") + " " + value).split()))
        elif key:
            said[key] = value
    return said


def side_by_side(top, rules):
    """Rows of what the houses say differently, parameters first, then levels."""
    names = sorted((os.path.basename(path)[:-4] for path in glob.glob(top + "/profiles/house/*.txt")), key=lambda name: (name != "plain", name))
    styles = [style_of(top, name) for name in names]
    yield "| | " + " | ".join(names) + " |"
    yield "|---|" + "---|" * len(names)
    levels = [(rule["id"], rule["defaultConfiguration"]["level"].replace("none", "off")) for rule in rules]
    for key, default in [(name, value) for name, value, _ in parameters_of(top)] + levels:
        values = [style.get(key, default) for style in styles]
        if key == "well-known":
            values = [" ".join(word for word in value.split() if name == "plain" or word not in values[0].split())
                      for name, value in zip(names, values)]
            values[0] = "words of daily life"
        if len(set(values)) > 1:
            yield f"| `{key}` | " + " | ".join(value or "–" for value in values) + " |"


def page(program, top):
    levels = levels_of(top)
    lines = ["# Rules of `clausary check`", "",
             "Made by `tests/tools/write_rules.py` from the table of rules and the house styles; not to be edited.", "",
             "Levels: *error* a reader is misled, *warning* an editor would mend it, *note* worth a look, *off* only when a",
             "house style or `--rules` asks for it. What a rule is not sure of it reports as a note.", ""]
    rules = rules_of(program, top)
    for letter, title in GROUPS.items():
        own = [rule for rule in rules if rule["id"][0] == letter]
        if not own:
            continue
        lines += [f"## {title}", ""]
        for rule in own:
            level = rule["defaultConfiguration"]["level"].replace("none", "off")
            houses = "".join(f", {house} {other}" for house, other in levels.get(rule["id"], []))
            lines += [f"### {rule['id']} {rule['name']}", "",
                      f"{rule['shortDescription']['text'][0].upper()}{rule['shortDescription']['text'][1:]}. Level: {level}{houses}."
                      + (f" Languages: {rule['properties']['languages']}." if "languages" in rule["properties"] else ""),
                      "", f"{rule['fullDescription']['text']} {rule['help']['text']} ({rule['properties']['source']})", ""]
    lines += ["## Parameters of house styles", "", "| name | default | what it means |", "|---|---|---|"]
    lines += [f"| `{name}` | {value or '(none)'} | {meaning} |" for name, value, meaning in parameters_of(top)]
    lines += ["", "What the houses say differently, side by side; `well-known`: besides those of `plain`. Plural forms of acronyms are",
              "those of the language (`Plurals` of its locale), in every house.", "", *side_by_side(top, rules)]
    lines += ["", "## What is left out", "", "| what | why |", "|---|---|"]
    lines += [f"| {what} | {why} |" for what, why in LEFT_OUT]
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--top", required=True)
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    path, text = os.path.join(given.top, "docs", "rules.md"), page(os.path.abspath(given.program), given.top)
    if not given.check:
        open(path, "w", encoding="utf-8").write(text)
        return 0
    kept = open(path, encoding="utf-8").read() if os.path.exists(path) else ""

    def run(test):
        test.check("docs/rules.md is up to date", "\n".join(difflib.unified_diff(
            kept.splitlines(), text.splitlines(), "docs/rules.md", "the table", lineterm="")))
    return tap.main(run)


if __name__ == "__main__":
    sys.exit(main())
