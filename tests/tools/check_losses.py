#!/usr/bin/env python3
"""Of an entry that has everything, each format keeps each field or `convert --report` counts it: every field has a word
of its own, and a word that is not in what was written is one of those that the report says are left out.

    check_losses.py --program PROGRAM
"""
import argparse
import io
import os
import re
import shutil
import subprocess
import tempfile
import zipfile

import tap

HEAD = ('<?xml version="1.0" encoding="UTF-8"?>\n<tbx xmlns="urn:iso:std:iso:30042:ed-2" type="TBX-Basic" style="dca" '
        'xml:lang="en"><tbxHeader><fileDesc><titleStmt><title>{}</title></titleStmt><sourceDesc><p>{}</p></sourceDesc>'
        "</fileDesc></tbxHeader><text><body>")
BACK = ('</body><back><refObjectSec type="bibl"><refObject id="doc-1"><item type="title">{}</item></refObject>'
        "</refObjectSec></back></text></tbx>")
LISTED = {"grammaticalGender", "partOfSpeech", "termType", "administrativeStatus"} # values from a list: no words of their own
NOT_CONVERTED = {"doubts", "jsonl", "jsonl-evidence", "table"} # not of a termbase, or for a terminal


class Entry:
    """The termbase, and the field that each word is of."""

    def __init__(self):
        self.words = {}
        body = self.concept()
        self.text = HEAD.format(self.word("title"), self.word("sourceDesc")) + body + BACK.format(self.word("bibliography"))

    def word(self, field):
        word = f"word{len(self.words):03d}x"
        self.words[word] = field
        return word

    def source(self):
        return f'<admin type="source">{self.word("source")}</admin>'

    def definition(self):
        return (f'<descripGrp><descrip type="definition">{self.word("definition")}</descrip>{self.source()}{self.source()}'
                f'<note>{self.word("note")}</note></descripGrp>')

    def context(self):
        return f'<descripGrp><descrip type="context">{self.word("context")}</descrip>{self.source()}</descripGrp>'

    def transaction(self):
        return ('<transacGrp><transac type="transactionType">origination</transac><transacNote type="responsibility">'
                f'{self.word("transactionType")}</transacNote><date>2031-05-01</date></transacGrp>')

    def term(self, kind):
        return (f'<termSec><term>{self.word("term")}</term><termNote type="partOfSpeech">noun</termNote>'
                f'<termNote type="termType">{kind}</termNote>'
                '<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>'
                '<termNote type="grammaticalGender">feminine</termNote>'
                f'<termNote type="geographicalUsage">{self.word("geographicalUsage")}</termNote>'
                f'<termNote type="transferComment">{self.word("transferComment")}</termNote>'
                f'{self.context()}{self.context()}{self.source()}{self.source()}'
                f'<note>{self.word("note")}</note><note>{self.word("note")}</note>'
                f'<admin type="customerSubset">{self.word("customerSubset")}</admin>{self.transaction()}'
                '<xref type="externalCrossReference" target="https://example.org/x">'
                f'{self.word("externalCrossReference")}</xref></termSec>')

    def section(self, language):
        return (f'<langSec xml:lang="{language}">{self.definition()}{self.definition()}<note>{self.word("note")}</note>'
                f'<admin type="projectSubset">{self.word("projectSubset")}</admin>'
                f'{self.term("fullForm")}{self.term("fullForm")}{self.term("acronym")}</langSec>')

    def concept(self):
        subject = lambda: f'<descrip type="subjectField">{self.word("subjectField")}</descrip>'
        return (f'<conceptEntry id="c1">{subject()}{subject()}{self.definition()}<note>{self.word("note")}</note>'
                f'<admin type="projectSubset">{self.word("projectSubset")}</admin>{self.transaction()}'
                f'<ref type="crossReference" target="c2">{self.word("crossReference")}</ref>'
                f'<xref type="xGraphic" target="https://example.org/p.png">{self.word("xGraphic")}</xref>'
                f'{self.section("en")}{self.section("fr")}</conceptEntry>'
                f'<conceptEntry id="c2"><langSec xml:lang="en"><termSec><term>{self.word("term")}</term></termSec>'
                "</langSec></conceptEntry>")


def words_of(path):
    with open(path, "rb") as file:
        data = file.read()
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            data = b"".join(archive.read(name) for name in archive.namelist())
    return set(re.findall(r"word\d{3}x", data.decode()))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True)
    options = parser.parse_args()

    def clausary(*arguments):
        return subprocess.run([options.program, *arguments], capture_output=True, text=True, check=False)

    def judge(folder, entry, writer):
        output = os.path.join(folder, f"output.{writer}")
        done = clausary("convert", "-q", "--report", "--to", writer, "-o", output, os.path.join(folder, "all.tbx"))
        if done.returncode:
            return f"status {done.returncode}: {done.stderr}"
        lost, told = {}, {}
        for word in set(entry.words) - words_of(output):
            lost[entry.words[word]] = lost.get(entry.words[word], 0) + 1
        for line in done.stderr.splitlines():
            found = re.search(r"warning: (.*): (\d+), left out", line)
            if found and found[1] not in LISTED:
                told[found[1]] = int(found[2])
        wrong = [f"{field}: {lost.get(field, 0)} are not there, {told.get(field, 0)} are told"
                 for field in sorted(set(lost) | set(told)) if lost.get(field) != told.get(field)]
        if not done.stderr:
            wrong.append("a report was asked for, and there is none")
        strict = clausary("convert", "-q", "--strict", "--to", writer, "-o", output + "-strict", os.path.join(folder, "all.tbx"))
        keeps_all = "keeps everything" in done.stderr
        if (strict.returncode, os.path.exists(output + "-strict")) != ((0, True) if keeps_all else (2, False)):
            wrong.append(f"--strict: {strict.returncode} {strict.stderr}")
        return "\n".join(wrong)

    def run(test):
        folder, entry = tempfile.mkdtemp(), Entry()
        try:
            with open(os.path.join(folder, "all.tbx"), "w", encoding="utf-8") as file:
                file.write(entry.text)
            for line in clausary("list", "writers").stdout.splitlines():
                writer = line.split()[0]
                if writer not in NOT_CONVERTED:
                    test.check(writer, judge(folder, entry, writer))
        finally:
            shutil.rmtree(folder)

    tap.main(run)


if __name__ == "__main__":
    main()
