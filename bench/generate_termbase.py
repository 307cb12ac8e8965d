#!/usr/bin/env python3
"""A TBX v3 termbase of our own invention, as `clausary extract --to tbx` writes them: the same bytes for the same size.

    generate_termbase.py [--first N] CONCEPTS > FILE        CONCEPTS in plain, or with k or M (powers of ten)

Each concept has a subject, in English a definition with its source, a full form and a short one that refers to it, and
a French term; 19 elements and about 800 bytes. Ids are numbered; --first is the number of the first.
"""
import argparse
import sys

# of each thing: in English, its short form, what it does, in French
THINGS = [
    ("tide gauge", "TG", "device that measures the level of the sea at a point of the shore", "marégraphe"),
    ("mooring plan", "MP", "drawing of the lines and bollards that hold a ship at a berth", "plan d'amarrage"),
    ("ballast record", "BR", "list of the waters that a ship took in and gave off, with place and day", "registre de ballast"),
    ("dredging notice", "DN", "message that tells ships where the depth of a channel is being changed", "avis de dragage"),
    ("berth window", "BW", "time during which a berth is kept free for one ship", "fenêtre d'accostage"),
]
ENTRY = """<conceptEntry id="c{n}">
 <descrip type="subjectField">ports</descrip>
 <langSec xml:lang="en"><descripGrp><descrip type="definition">{what}, number {n}</descrip>\
<admin type="source">Resolution {r}, {c}.{d}</admin></descripGrp>
  <termSec id="c{n}.en.1"><term>{full} {n}</term><termNote type="partOfSpeech">noun</termNote>\
<termNote type="termType">fullForm</termNote><admin type="source">Resolution {r}</admin></termSec>
  <termSec id="c{n}.en.2"><term>{short}{n}</term><termNote type="termType">acronym</termNote>\
<ref type="crossReference" target="c{n}.en.1">{full}</ref></termSec></langSec>
 <langSec xml:lang="fr"><termSec><term>{french} {n}</term><termNote type="partOfSpeech">noun</termNote></termSec></langSec>
</conceptEntry>
"""
HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<tbx xmlns="urn:iso:std:iso:30042:ed-2" type="TBX-Basic" style="dca" xml:lang="en">
<tbxHeader><fileDesc><sourceDesc><p>invented</p></sourceDesc></fileDesc></tbxHeader><text><body>
"""
TAIL = "</body></text></tbx>\n"


def number(text):
    return int(text.rstrip("kM")) * {"k": 1000, "M": 1000000}.get(text[-1], 1)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("concepts", type=number)
    options = parser.parse_args()
    write = sys.stdout.write
    write(HEAD)
    for n in range(options.first, options.first + options.concepts):
        full, short, what, french = THINGS[n % len(THINGS)]
        write(ENTRY.format(n=n, full=full, short=short, what=what, french=french, r=n // 10 % 1000, c=n % 9 + 1, d=n % 30))
    write(TAIL)


if __name__ == "__main__":
    main()
