#!/usr/bin/env python3
"""A termbase lives from edition to edition: documents of random editions, random work of a person in between. What the
person decided is there afterwards, every conflict is told with both values, and the report says of each entry what the
document did: new, changed, moved, withdrawn.

    check_update.py --program PROGRAM [--rounds N]
"""
import argparse
import json
import os
import random
import re
import shutil
import subprocess
import tempfile
import xml.etree.ElementTree as ET
import zipfile

import tap

TBX = "{urn:iso:std:iso:30042:ed-2}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
KINDS = ["tidal", "coastal", "lunar", "silent", "leeward", "hollow", "northern", "drifting"]
THINGS = ["lamp", "buoy", "ledger", "pennant", "sluice", "whistle", "mooring", "beacon", "ferry", "lantern"]
DOES = ["keeps", "measures", "shows", "carries", "answers", "marks"]
WHAT = ["the height of the water", "the hour of the tide", "a ship at anchor", "the mouth of the harbour", "a safe depth"]
EDITIONS = [("Port Almira", 2031), ("Cape Sorrow", 2034), ("Santa Brisa", 2037)]


def definition(chance):
    return f"A {chance.choice(THINGS)} that {chance.choice(DOES)} {chance.choice(WHAT)}, of kind {chance.randrange(10000)}."


def initials(term):
    return "".join(word[0].upper() for word in term.split())


class Document:
    """An edition: defined terms in the order of their clauses, as [term, definition, acronym or ""]."""

    def __init__(self, edition, entries, owners):
        self.edition, self.entries = edition, entries
        self.owners = owners # of acronyms: each stands for one term in all editions

    @classmethod
    def first(cls, chance):
        terms = [f"{kind} {thing}" for kind in KINDS for thing in THINGS]
        document = cls(0, [[term, definition(chance), ""] for term in chance.sample(terms, 7)], {})
        document.abbreviate(chance)
        return document

    def abbreviate(self, chance):
        """Give terms an acronym, or take it from them."""
        for entry in self.entries:
            acronym = initials(entry[0])
            if self.owners.setdefault(acronym, entry[0]) == entry[0] and chance.random() < 0.5:
                entry[2] = "" if entry[2] else acronym

    def next(self, chance):
        entries = [list(entry) for entry in self.entries]
        for entry in entries:
            if chance.random() < 0.3:
                entry[1] = definition(chance)
        for _ in range(chance.randrange(3)):
            entries.pop(chance.randrange(len(entries)))
        known = {entry[0] for entry in self.entries}
        for _ in range(chance.randrange(3)):
            term = f"{chance.choice(KINDS)} {chance.choice(THINGS)}"
            if term not in known:
                known.add(term)
                entries.insert(chance.randrange(len(entries) + 1), [term, definition(chance), ""])
        if chance.random() < 0.3:
            entries.append(entries.pop(0))
        document = Document(self.edition + 1, entries, self.owners)
        document.abbreviate(chance)
        return document

    @property
    def identifier(self):
        place, year = EDITIONS[self.edition]
        return f"Resolution 17 ({place}, {year})"

    def clause(self, index):
        return f"A.1.{index + 1}"

    def lines(self):
        place, year = EDITIONS[self.edition]
        return [f"RESOLUTION 17 ({place}, {year})", "Words of the harbour", "",
                f"The Harbour Assembly ({place}, {year}),", "resolves", "1\tto keep the words of Annex A in use.", "",
                "Annex A – Terms", "A.1\tTerms defined in this resolution",
                "This resolution defines the following terms:"] + [
                    f"{self.clause(index)}\t{term}{f' ({acronym})' if acronym else ''}: {text}"
                    for index, (term, text, acronym) in enumerate(self.entries)]

    def write(self, path, form):
        """As text, HTML or Word."""
        if form == "txt":
            with open(path, "w", encoding="utf-8") as file:
                file.write("\n".join(self.lines()) + "\n")
        elif form == "html":
            with open(path, "w", encoding="utf-8") as file:
                file.write("<!DOCTYPE html>\n<html><body>\n")
                for line in self.lines():
                    entry = re.fullmatch(r"(A\.1\.\d+)\t(.*?): (.*)", line)
                    level = 2 if line.startswith("Annex") else 3 if line.startswith("A.1\t") else 0
                    if entry:
                        file.write("<p><b>{} {}</b>: {}</p>\n".format(*entry.groups()))
                    elif line:
                        file.write(f"<h{level}>{line}</h{level}>\n" if level else f"<p>{line}</p>\n")
                file.write("</body></html>\n")
        else:
            main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
            relations = "http://schemas.openxmlformats.org/package/2006/relationships"
            office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
            types = "http://schemas.openxmlformats.org/package/2006/content-types"
            word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
            paragraphs = "".join("<w:p><w:r>" + "<w:tab/>".join(
                f'<w:t xml:space="preserve">{part}</w:t>' for part in line.split("\t")) + "</w:r></w:p>"
                for line in self.lines() if line)
            with zipfile.ZipFile(path, "w") as archive:
                archive.writestr("[Content_Types].xml", f'<Types xmlns="{types}"><Override PartName="/word/document.xml" '
                                 f'ContentType="{word}"/></Types>')
                archive.writestr("_rels/.rels", f'<Relationships xmlns="{relations}"><Relationship Id="r1" '
                                 f'Type="{office}/officeDocument" Target="word/document.xml"/></Relationships>')
                archive.writestr("word/document.xml", f'<w:document xmlns:w="{main}"><w:body>{paragraphs}</w:body>'
                                 "</w:document>")


class Entry:
    """An entry of a termbase file, and what a person does to it."""

    def __init__(self, element):
        self.element, self.id = element, element.get("id")
        self.section = next(each for each in element.iter(TBX + "langSec") if each.get(LANG) == "en")
        terms = [each.text for each in self.section.iter(TBX + "term")]
        self.term = next((form for form in terms if form.split()[0] in KINDS), terms[0])

    def definitions(self):
        return [each.text for each in self.section.iter(TBX + "descrip") if each.get("type") == "definition"]

    def notes(self):
        return [each.text for each in self.element.findall(TBX + "note")]

    def terms(self, language="en"):
        return [each.text for section in self.element.iter(TBX + "langSec") if section.get(LANG) == language
                for each in section.iter(TBX + "term")]

    def status(self, term):
        for section in self.element.iter(TBX + "termSec"):
            if section.find(TBX + "term").text == term:
                return next((each.text for each in section.iter(TBX + "termNote")
                             if each.get("type") == "administrativeStatus"), None)
        return None

    def section_of(self, form):
        return next((each for each in self.section.findall(TBX + "termSec") if each.find(TBX + "term").text == form), None)

    def term_notes(self, form):
        section = self.section_of(form)
        return [] if section is None else [each.text for each in section.findall(TBX + "note")]

    def set_status(self, value):
        section = self.section_of(self.term)
        for each in section.findall(TBX + "termNote"):
            if each.get("type") == "administrativeStatus":
                section.remove(each)
        note = ET.Element(TBX + "termNote", type="administrativeStatus")
        note.text = value
        section.insert(1, note)

    def set_definition(self, text):
        next(each for each in self.section.iter(TBX + "descrip") if each.get("type") == "definition").text = text

    def add_note(self, text):
        note = ET.Element(TBX + "note")
        note.text = text
        self.element.insert(0, note)

    def add_term(self, language, form):
        section = next((each for each in self.element.iter(TBX + "langSec") if each.get(LANG) == language), None)
        if section is None:
            section = ET.SubElement(self.element, TBX + "langSec", {LANG: language})
        ET.SubElement(ET.SubElement(section, TBX + "termSec"), TBX + "term").text = form


class Base:
    """A termbase file."""

    def __init__(self, path):
        self.path, self.tree = path, ET.parse(path)
        self.body = next(self.tree.iter(TBX + "body"))
        self.entries = [Entry(each) for each in self.body.findall(TBX + "conceptEntry")]

    def save(self):
        ET.register_namespace("", TBX[1:-1])
        self.tree.write(self.path, encoding="utf-8", xml_declaration=True)


def work_on(base, chance):
    """What a person does to a termbase: checks of what must be there after any update, and the entries that are gone."""
    kept, gone = [], set()
    for entry in list(base.entries):
        if not entry.definitions() or "withdrawn" in " ".join(entry.notes()):
            continue
        if chance.random() < 0.1:
            base.body.remove(entry.element)
            base.entries.remove(entry)
            gone.add(entry.term)
            continue
        if chance.random() < 0.3:
            value = chance.choice(["preferred", "admitted", "deprecated"]) + "Term-admn-sts"
            entry.set_status(value)
            kept.append((entry.id, "status", entry.term, value))
        if chance.random() < 0.3 and len(entry.definitions()) == 1:
            text = "What a person says: " + definition(chance)
            kept.append((entry.id, "definition", entry.definitions()[0], text))
            entry.set_definition(text)
        if chance.random() < 0.3:
            text = f"remember {chance.randrange(10000)}"
            entry.add_note(text)
            kept.append((entry.id, "note", None, text))
        if chance.random() < 0.3:
            form = f"mot {chance.randrange(10000)}"
            entry.add_term("fr", form)
            kept.append((entry.id, "fr", None, form))
        acronym = next((form for form in entry.terms() if form == initials(entry.term)), None)
        if acronym and not entry.term_notes(acronym):
            if chance.random() < 0.2:
                entry.section.remove(entry.section_of(acronym))
                kept.append((entry.id, "refused", None, acronym))
            elif chance.random() < 0.3:
                note = ET.SubElement(entry.section_of(acronym), TBX + "note")
                note.text = f"say it slowly {chance.randrange(10000)}"
                kept.append((entry.id, "term note", acronym, note.text))
        if chance.random() < 0.2:
            form = f"{entry.term.split()[1]} of the harbour {chance.randrange(10000)}"
            entry.add_term("en", form)
            kept.append((entry.id, "en", None, form))
    if chance.random() < 0.4:
        own = ET.SubElement(base.body, TBX + "conceptEntry", id=f"own_{chance.randrange(10000)}")
        ET.SubElement(own, TBX + "langSec", {LANG: "en"})
        entry_term = f"word of a person {chance.randrange(10000)}"
        ET.SubElement(ET.SubElement(own[0], TBX + "termSec"), TBX + "term").text = entry_term
        kept.append((own.get("id"), "en", None, entry_term))
    base.save()
    return kept, gone


def is_there(entry, kind, what, value, recorded):
    if kind == "status":
        return entry.status(what) == value
    if kind == "definition":
        return value in entry.definitions()
    if kind == "note":
        return value in entry.notes()
    if kind == "refused":
        return value not in entry.terms() or not recorded
    if kind == "term note":
        return value in entry.term_notes(what)
    return value in entry.terms(kind)


def lost(kept, base, which, recorded):
    """What a person did and is not there any more. Only a record says that something was taken out."""
    entries = {entry.id: entry for entry in base.entries}
    return [f"{which}: lost {each}" for each in kept
            if each[0] not in entries or not is_there(entries[each[0]], *each[1:], recorded)]


def judge(old, new, base_before, kept, gone, report, base, recorded):
    """What the report and the termbase say wrongly of one update."""
    wrong = []
    ids = {entry.term: entry.id for entry in base_before.entries}
    was = {term: (index, text) for index, (term, text, _) in enumerate(old.entries)}
    now = {term: (index, text) for index, (term, text, _) in enumerate(new.entries)}
    entries = {entry.id: entry for entry in base.entries}
    told = lambda kind, **more: [each for each in report if each["kind"] == kind
                                 and all(each.get(key) == value for key, value in more.items())]
    yours = {each[0]: each for each in kept if each[1] == "definition"}
    for term, (index, text) in now.items():
        if term not in was and term not in ids and not told("entry-added", term=term):
            wrong.append(f"{term} is new and not told")
        if term not in was or term not in ids:
            continue
        before, said = was[term]
        label, former = new.clause(index), old.clause(before)
        moves = [each for each in told("moved", entry=ids[term])
                 if each["from"].endswith(former) and each["to"].endswith(label)]
        if label != former and not moves:
            wrong.append(f"{term} moved from {former} to {label} and it is not told")
        # an acronym that was withdrawn meanwhile comes back from where it stood then
        if label == former and [each for each in told("moved", entry=ids[term]) if each.get("term", term) == term]:
            wrong.append(f"{term} has not moved")
        if text == said:
            continue
        conflict = told("conflict", entry=ids[term], field="definition", run=text)
        if ids[term] in yours:
            if not [each for each in conflict if each["yours"] == yours[ids[term]][3]]:
                wrong.append(f"{term}: a conflict of definitions is not told")
        elif recorded and not told("changed", entry=ids[term], field="definition", after=text):
            wrong.append(f"{term}: its new definition is not told")
        elif not recorded and not conflict:
            wrong.append(f"{term}: which definition holds nobody can know, and it is not told")
        if text not in entries[ids[term]].definitions():
            wrong.append(f"{term}: its new definition is not there")
    for term in was:
        if term in now or term not in ids:
            continue
        if not told("entry-withdrawn", entry=ids[term]):
            wrong.append(f"{term} is withdrawn and it is not told")
        if f"withdrawn: {new.identifier}" not in entries[ids[term]].notes():
            wrong.append(f"{term} is not marked as withdrawn")
    refused = {each[0] for each in kept if each[1] == "refused"}
    for term, _, acronym in new.entries:
        before = next((each[2] for each in old.entries if each[0] == term), "")
        entry = entries.get(ids.get(term))
        if entry is None or entry.id in refused:
            continue
        told_so = told("withdrawn", entry=entry.id, term=before, after=f"withdrawn: {new.identifier}")
        marked = [form for form in entry.terms() if [each for each in entry.term_notes(form) if "withdrawn" in each]]
        if before and not acronym and (not told_so or f"withdrawn: {new.identifier}" not in entry.term_notes(before)):
            wrong.append(f"{before} of {term} is withdrawn and not marked, or not told")
        if before and not acronym and entry.status(before) != "supersededTerm-admn-sts":
            wrong.append(f"{before} of {term} is withdrawn and {entry.status(before)}")
        if acronym and (acronym in marked or entry.status(acronym)):
            wrong.append(f"{acronym} of {term} is in the document and {entry.status(acronym)}, {entry.term_notes(acronym)}")
    if recorded:
        back = gone & {term for entry in base.entries for term in entry.terms()}
        wrong += [f"{term} was taken out and is back" for term in sorted(back)]
    return wrong


def resolution(number, year, names, language="en"):
    """A resolution of an invented assembly in English or French; `names` are full forms and their acronyms."""
    words = {"en": ("RESOLUTION", "The Harbour Assembly", "recalling", "that the {} ({}) was moored in the harbour,"),
             "fr": ("RÉSOLUTION", "L'Assemblée portuaire", "rappelant", "que le {} ({}) a été mouillé dans le port,")}
    head, body, recalling, sentence = words[language]
    lines = [f"{head} {number} (Port Almira, {year})", "", f"{body} (Port Almira, {year}),", recalling]
    lines += [f"{'abcdef'[index]})\t" + sentence.format(*name) for index, name in enumerate(names)]
    return "\n".join(lines) + "\n"


ENGLISH = [("tidal instrument array", "TIA"), ("harbour watch service", "HWS"), ("slack window table", "SWT")]
FRENCH = [("réseau d'instruments de marée", "RIM"), ("service de veille portuaire", "SVP"),
          ("tableau des fenêtres d'étale", "TFE")]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True)
    parser.add_argument("--rounds", type=int, default=25)
    options = parser.parse_args()
    program = os.path.abspath(options.program)

    def clausary(*arguments):
        return subprocess.run([program, *arguments], capture_output=True, text=True, check=False)

    def life(folder, chance, recorded):
        """Three editions, and a person's work after each of the first two; what went wrong."""
        document, wrong = Document.first(chance), []
        base = os.path.join(folder, "base.tbx")
        report = os.path.join(folder, "report.json")
        path = os.path.join(folder, "edition-0.txt")
        document.write(path, "txt")
        done = clausary("extract", *(["--record"] if recorded else []), "-o", base, path)
        if done.returncode:
            return [done.stderr]
        kept, gone = [], set()
        for edition in (1, 2):
            before = Base(base)
            more, out = work_on(before, chance)
            changed = {each[:2] for each in more if each[1] in ("status", "definition")}
            alive = {entry.id for entry in before.entries}
            kept = [each for each in kept if each[0] in alive and each[:2] not in changed] + more
            gone |= out
            last, document = document, document.next(chance)
            form = chance.choice(["txt", "html", "docx"])
            path = os.path.join(folder, f"edition-{edition}.{form}")
            document.write(path, form)
            done = clausary("update", "-q", "--report", report, "-o", base, base, path)
            with open(report, encoding="utf-8") as file:
                told = json.load(file)
            conflicts = [each for each in told if each["kind"] == "conflict"]
            if done.returncode != (1 if conflicts else 0):
                return wrong + [f"status {done.returncode}: {done.stderr}"]
            after = Base(base)
            wrong += lost(kept, after, f"edition {edition}", recorded)
            if recorded or edition == 1: # a second time there is a record, which update has left
                wrong += judge(last, document, before, kept, gone, told, after, recorded)
            if clausary("validate", "-q", base).returncode:
                wrong.append(f"edition {edition}: not valid")
        return wrong

    def put(folder, name, text):
        path = os.path.join(folder, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return path

    def update(folder, *arguments):
        """The entries of the updated termbase by a term, and the report."""
        report, output = os.path.join(folder, "report.json"), os.path.join(folder, "out.tbx")
        done = clausary("update", "--report", report, "-o", output, *arguments)
        if done.returncode > 1:
            return done, {}, []
        with open(report, encoding="utf-8") as file:
            return done, {term: entry for entry in Base(output).entries for term in entry.terms()}, json.load(file)

    def one_language(folder):
        """The new edition is there in English only."""
        base = os.path.join(folder, "base.tbx")
        clausary("extract", "--versions", "--record", "-o", base, put(folder, "a.en.txt", resolution(5, 2031, ENGLISH)),
                 put(folder, "a.fr.txt", resolution(5, 2031, FRENCH, "fr")))
        _, entries, told = update(folder, base, put(folder, "b.en.txt", resolution(5, 2034, ENGLISH[1:])))
        if set(entries["harbour watch service"].terms("fr")) != {"service de veille portuaire", "SVP"}:
            return f"the French of an entry is lost: {entries['harbour watch service'].terms('fr')}"
        if "withdrawn: Resolution 5 (Port Almira, 2034)" not in entries["tidal instrument array"].notes():
            return "what only the last English edition has is not withdrawn"
        return None if len([each for each in told if each["kind"] == "entry-withdrawn"]) == 1 else str(told)

    def several_documents(folder):
        """A termbase of two documents, and a new edition of one."""
        base = os.path.join(folder, "base.tbx")
        clausary("extract", "-o", base, put(folder, "5.txt", resolution(5, 2031, ENGLISH)),
                 put(folder, "6.txt", resolution(6, 2031, [("coastal lamp register", "CLR"), *ENGLISH[:1]])))
        new = put(folder, "new.txt", resolution(5, 2034, ENGLISH[1:]))
        _, entries, told = update(folder, base, new)
        if [each["term"] for each in told if each["kind"] == "entry-withdrawn"]:
            return f"something is withdrawn: {told}"
        if "Resolution 6" not in ET.tostring(entries["tidal instrument array"].element, encoding="unicode"):
            return "what the other document says is lost"
        other = put(folder, "other.txt", resolution(9, 2034, ENGLISH[1:]))
        done, _, told = update(folder, base, other)
        if "other-documents" not in done.stderr or [each for each in told if each["kind"] == "entry-withdrawn"]:
            return f"a document that the termbase does not cite: {done.stderr}"
        done, _, told = update(folder, "--replaces", "Resolution 6", base, other)
        gone = [each["term"] for each in told if each["kind"] == "entry-withdrawn"]
        return None if gone == ["coastal lamp register"] else f"--replaces: {gone}"

    def taken_acronym(folder):
        """An acronym is given up, and in the edition after that another term has it, in the same clause."""
        base = os.path.join(folder, "base.tbx")
        entries = [["silent buoy", "A float that says nothing to ships.", "SB"], ["tidal lamp", "A lamp that shows the tide.", ""]]
        first, second = Document(0, entries, {}), Document(1, [["silent buoy", entries[0][1], ""], entries[1]], {})
        third = Document(2, [["silent beacon", "A tower without a bell.", "SB"], entries[1]], {})
        for document in (first, second, third):
            document.write(os.path.join(folder, f"{document.edition}.txt"), "txt")
        clausary("extract", "--record", "-o", base, os.path.join(folder, "0.txt"))
        clausary("update", "-o", base, base, os.path.join(folder, "1.txt"))
        if Base(base).entries[0].term_notes("SB") != [f"withdrawn: {second.identifier}"]:
            return "the acronym is not withdrawn"
        _, found, told = update(folder, base, os.path.join(folder, "2.txt"))
        if found["silent buoy"] is found["silent beacon"] or found["silent buoy"].terms() != ["silent buoy", "SB"]:
            return f"two terms are one: {found['silent buoy'].terms()}"
        kinds = sorted((each["kind"], each["term"]) for each in told if each["kind"].startswith("entry-"))
        return None if kinds == [("entry-added", "silent beacon"), ("entry-withdrawn", "silent buoy")] else str(kinds)

    def own_marks(folder):
        """A person says that something is withdrawn, or that it is not: the run does not know better."""
        base = os.path.join(folder, "base.tbx")
        entries = [["silent buoy", "A float that says nothing to ships.", "SB"], ["tidal lamp", "A lamp that shows the tide.", ""]]
        documents = [Document(0, entries, {}), Document(1, [["silent buoy", entries[0][1], ""]], {})]
        documents.append(Document(2, documents[1].entries, {}))
        for document in documents:
            document.write(os.path.join(folder, f"{document.edition}.txt"), "txt")
        clausary("extract", "--record", "-o", base, os.path.join(folder, "0.txt"))
        work = Base(base)
        work.entries[0].add_note("withdrawn: by the office of terms")
        work.save()
        clausary("update", "-o", base, base, os.path.join(folder, "1.txt"))
        work = Base(base)
        if work.entries[0].notes() != ["withdrawn: by the office of terms"]:
            return f"a note of a person is lost: {work.entries[0].notes()}"
        for entry in work.entries: # nothing is withdrawn, says the person
            for parent in entry.element.iter():
                for note in [each for each in parent.findall(TBX + "note") if "Cape Sorrow" in each.text]:
                    parent.remove(note)
        work.save()
        clausary("update", "-o", base, base, os.path.join(folder, "2.txt"))
        with open(base, encoding="utf-8") as file:
            return "what a person took out is back" if "withdrawn: Resolution" in file.read() else None

    def chosen_terms(folder):
        """A person and the new edition both give a term another name, and change the same note."""
        base = os.path.join(folder, "base.tbx")
        text = "The time around high or low water in which the stream hardly runs."
        for edition, term in enumerate(("slack window", "quiet window")):
            Document(edition, [[term, text, ""]], {}).write(os.path.join(folder, f"{edition}.txt"), "txt")
        clausary("extract", "--record", "-o", base, os.path.join(folder, "0.txt"))
        work = Base(base)
        work.entries[0].section_of("slack window").find(TBX + "term").text = "slack time"
        work.save()
        _, found, told = update(folder, base, os.path.join(folder, "1.txt"))
        conflicts = [(each["field"], each["yours"], each["run"]) for each in told if each["kind"] == "conflict"]
        if set(found["slack time"].terms()) != {"slack time", "quiet window"}:
            return f"terms {found['slack time'].terms()}"
        return None if conflicts == [("term", "slack time", "quiet window")] else str(conflicts)

    def refusals(folder):
        """Nothing is touched where the new edition cannot be read or has nothing."""
        base = os.path.join(folder, "base.tbx")
        clausary("extract", "-o", base, put(folder, "5.txt", resolution(5, 2031, ENGLISH)))
        with open(base, "rb") as file:
            before = file.read()
        good = put(folder, "good.txt", resolution(5, 2034, ENGLISH))
        for bad in (put(folder, "empty.txt", "Nothing of note.\n"), os.path.join(folder, "missing.txt"),
                    put(folder, "broken.docx", "PK\3\4 no archive"), base):
            for documents in ([bad], [good, bad]):
                if bad.endswith("empty.txt") and len(documents) > 1:
                    continue
                done = clausary("update", "-o", base, base, *documents)
                with open(base, "rb") as file:
                    if done.returncode != 2 or not done.stderr or file.read() != before:
                        return f"{documents}: {done.returncode} {done.stderr}"
        return None

    def records(folder):
        """What a run made is no termbase of its own in a folder, nor a document."""
        home = os.path.join(folder, "home")
        os.mkdir(home)
        base = os.path.join(home, "base.tbx")
        clausary("extract", "--record", "-o", base, put(folder, "5.txt", resolution(5, 2031, ENGLISH)))
        if not os.path.exists(base + ".generated"):
            return "there is none"
        alone, all_there = clausary("merge", base), clausary("merge", home)
        if all_there.returncode or alone.stdout != all_there.stdout:
            return all_there.stderr or "merge reads it"
        os.rename(base + ".generated", os.path.join(home, "other.generated"))
        named = clausary("validate", os.path.join(home, "other.generated"))
        if named.returncode:
            return f"it is no termbase: {named.stdout}"
        refused = [clausary("extract", "--record", *where, good) for good in [os.path.join(folder, "5.txt")]
                   for where in ([], ["-o", home])]
        return "\n".join(done.stderr for done in refused if done.returncode != 2)

    def in_folder(scenario):
        folder = tempfile.mkdtemp()
        try:
            return scenario(folder)
        finally:
            shutil.rmtree(folder)

    def rounds(recorded):
        for number in range(options.rounds):
            wrong = in_folder(lambda folder, number=number: life(folder, random.Random(number), recorded))
            if wrong:
                return f"round {number}:\n" + "\n".join(wrong)
        return None

    def run(test):
        test.check("a language that was not read stays", in_folder(one_language))
        test.check("other documents stay", in_folder(several_documents))
        test.check("an acronym that is given up and taken by another term", in_folder(taken_acronym))
        test.check("a term that a person and the edition name anew", in_folder(chosen_terms))
        test.check("what a person says of a withdrawal holds", in_folder(own_marks))
        test.check("what a run made is read by nothing else", in_folder(records))
        test.check("a new edition without entries changes nothing", in_folder(refusals))
        test.check(f"{options.rounds} lives with a record of what was generated", rounds(True))
        test.check(f"{options.rounds} lives without", rounds(False))

    tap.main(run)


if __name__ == "__main__":
    main()
