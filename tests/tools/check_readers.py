#!/usr/bin/env python3
"""Termbases in the shapes that others export: IATE, Microsoft, ISO and NISO STS, MultiTerm. The entries are our own; every
field has a word of its own, and each word is there after reading, at its place.

    check_readers.py --program PROGRAM
"""
import argparse
import json
import os
import re
import shutil
import subprocess
import tempfile

import tap

# TBX of IATE: an entry has domains, a language its definition, a term its type, reliability, context and source.
IATE_TBX = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX-IATE" xml:lang="en">
<martifHeader><fileDesc><sourceDesc><p>word-origin</p></sourceDesc></fileDesc>
<encodingDesc><p type="XCSURI">https://example.org/iate.xcs</p></encodingDesc></martifHeader>
<text><body>
<termEntry id="IATE-700001">
<descripGrp><descrip type="subjectField">word-domain</descrip></descripGrp>
<admin type="originatingInstitution">word-institution</admin>
<langSet xml:lang="en">
<descripGrp><descrip type="definition">word-definition</descrip><admin type="source">word-definitionsource</admin></descripGrp>
<note>word-languagenote</note>
<tig><term>word-term</term><termNote type="termType">fullForm</termNote><descrip type="reliabilityCode">9</descrip>
<descripGrp><descrip type="context">word-context</descrip><admin type="source">word-contextsource</admin></descripGrp>
<admin type="source">word-termsource</admin><note>word-termnote</note>
<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig>
<tig><term>WA</term><termNote type="termType">abbreviation</termNote></tig>
</langSet>
<langSet xml:lang="mul"><tig><term>word-multilingual</term><termNote type="termType">appellation</termNote></tig></langSet>
</termEntry>
</body></text></martif>
"""

# The CSV of IATE: bars between columns, heads that begin with the level.
IATE_CSV = """E_ID|E_DOMAINS|L_CODE|T_TERM|T_TYPE|T_RELIABILITY|T_EVALUATION|E_LIFECYCLE|L_DEFINITION
700001|word-domain|en|word-lamp|Term|word-reliable|Preferred|word-cycle|word-definition
700001|word-domain|en|BL|Abbrev|word-other|Admitted|word-cycle|
700001|word-domain|fr|word-feu|Term|word-third|Deprecated|word-cycle|word-definitionfr
700002|word-second|en|word-quay|Term||Obsolete||
"""

# TBX of the Microsoft terminology collection: `ntig`, ids at terms, a definition in English only.
MICROSOFT = """<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en-US"><martifHeader><fileDesc><titleStmt><title>word-title</title></titleStmt>
<sourceDesc><p>word-origin</p></sourceDesc></fileDesc></martifHeader><text><body>
<termEntry id="27_1436426"><langSet xml:lang="en-US"><descripGrp><descrip type="definition">word-definition</descrip></descripGrp>
<ntig><termGrp><term id="27_1436426_TERM">word-term</term><termNote type="partOfSpeech">Noun</termNote></termGrp></ntig></langSet>
<langSet xml:lang="fr-FR"><ntig><termGrp><term id="27_1436427_TERM">word-terme</term><termNote type="partOfSpeech">Noun</termNote>
</termGrp></ntig></langSet></termEntry></body></text></martif>
"""

# ISO STS (ISO 36100): elements for categories, values in attributes, the label of the clause beside the entry.
ISO_STS = """<?xml version="1.0" encoding="UTF-8"?>
<standard xmlns:tbx="urn:iso:std:iso:30042:ed-1" xmlns:xlink="http://www.w3.org/1999/xlink"><body><sec sec-type="terms">
<label>3</label><title>Terms and definitions</title>
<term-sec id="sec_3.1"><label>3.1</label><tbx:termEntry id="term_3.1"><tbx:langSet xml:lang="en">
<tbx:definition>word-definition of a <tbx:entailedTerm target="term_3.2">word-entailed</tbx:entailedTerm></tbx:definition>
<tbx:note>word-note</tbx:note><tbx:example>word-example</tbx:example>
<tbx:source>word-source</tbx:source>
<tbx:tig id="term_3.1-1"><tbx:term>word-term</tbx:term><tbx:partOfSpeech value="noun"/>
<tbx:normativeAuthorization value="preferredTerm"/><tbx:usageNote>word-usage</tbx:usageNote></tbx:tig>
<tbx:tig id="term_3.1-2"><tbx:term>WT</tbx:term><tbx:termType value="acronym"/>
<tbx:normativeAuthorization value="admittedTerm"/></tbx:tig></tbx:langSet>
<tbx:langSet xml:lang="fr"><tbx:definition>word-definitionfr</tbx:definition>
<tbx:tig><tbx:term>word-terme</tbx:term><tbx:grammaticalGender value="feminine"/></tbx:tig></tbx:langSet>
</tbx:termEntry></term-sec>
<term-sec id="sec_3.2"><label>3.2</label><tbx:termEntry id="term_3.2"><tbx:langSet xml:lang="en">
<tbx:subjectField>word-field</tbx:subjectField><tbx:definition>word-second</tbx:definition>
<tbx:tig><tbx:term>word-other</tbx:term><tbx:normativeAuthorization value="deprecatedTerm"/></tbx:tig></tbx:langSet>
</tbx:termEntry></term-sec></sec></body></standard>
"""

NISO_STS = ISO_STS.replace("<standard ", '<standard dtd-version="1.0" ').replace('<sec sec-type="terms">', '<sec sec-type="terms" id="s3">')

MULTITERM = """<?xml version="1.0" encoding="UTF-16"?>
<mtf><conceptGrp><concept>17</concept><system type="entryClass">1</system>
<transacGrp><transac type="origination">word-author</transac><date>2031-05-04T10:00:00</date></transacGrp>
<descripGrp><descrip type="Subject">word-domain</descrip></descripGrp>
<descripGrp><descrip type="Graphic">word-graphic</descrip></descripGrp>
<languageGrp><language type="English" lang="EN"/>
<descripGrp><descrip type="Definition">word-definition</descrip><descripGrp><descrip type="Source">word-definitionsource</descrip>
</descripGrp></descripGrp>
<termGrp><term>word-term</term><descripGrp><descrip type="Status">preferred</descrip></descripGrp>
<descripGrp><descrip type="Note">word-note</descrip></descripGrp>
<descripGrp><descrip type="Context">word-context</descrip><descripGrp><descrip type="Source">word-contextsource</descrip>
</descripGrp></descripGrp><descripGrp><descrip type="Client">word-client</descrip></descripGrp>
<transacGrp><transac type="modification">word-editor</transac><date>2031-05-05T10:00:00</date></transacGrp></termGrp>
<termGrp><term>word-synonym</term></termGrp></languageGrp>
<languageGrp><language type="French (France)" lang="FR-FR"/><termGrp><term>word-terme</term></termGrp></languageGrp>
</conceptGrp></mtf>
"""

SAMPLES = {"IATE as TBX": IATE_TBX, "IATE as CSV": IATE_CSV, "Microsoft": MICROSOFT, "ISO STS": ISO_STS,
           "NISO STS": NISO_STS, "MultiTerm": MULTITERM}


def facts(concept):
    """(language, term, field) -> values, of what our JSON has fields for."""
    found = {}

    def add(language, term, field, value):
        if value:
            found.setdefault((language, term, field), []).append(value)

    for section in concept["languages"]:
        for definition in section.get("definitions", []):
            add(section["language"], None, "definition", definition["definition"])
        for term in section["terms"]:
            add(section["language"], None, "term", term["term"])
            for field in ("status", "type", "partOfSpeech"):
                add(section["language"], term["term"], field, term.get(field))
    for subject in concept.get("subjectFields", []):
        add(None, None, "subject", subject)
    return found


# What must stand in a field, and not only somewhere.
PLACES = {
    "IATE as TBX": [("en", None, "definition", "word-definition"), ("en", "WA", "type", "abbreviation"),
                    ("en", "word-term", "status", "preferred"), (None, None, "subject", "word-domain")],
    "IATE as CSV": [("en", "word-lamp", "status", "preferred"), ("en", "BL", "type", "abbreviation"),
                    ("fr", None, "term", "word-feu"), ("fr", "word-feu", "status", "deprecated"),
                    ("en", "word-quay", "status", "superseded"), (None, None, "subject", "word-domain"),
                    ("fr", None, "definition", "word-definitionfr")],
    "Microsoft": [("en-US", "word-term", "partOfSpeech", "Noun"), ("fr-FR", None, "term", "word-terme")],
    "ISO STS": [("en", "word-term", "status", "preferred"), ("en", "WT", "type", "acronym"),
                ("en", "word-other", "status", "deprecated")],
    "MultiTerm": [("EN", "word-term", "status", "preferred"), ("EN", None, "definition", "word-definition"),
                  ("EN", None, "term", "word-synonym"), ("FR-FR", None, "term", "word-terme")],
}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True)
    options = parser.parse_args()

    def clausary(*arguments):
        return subprocess.run([options.program, *arguments], capture_output=True, text=True, check=False)

    def judge(folder, name, text):
        path = os.path.join(folder, "input")
        with open(path, "w", encoding="utf-16" if 'encoding="UTF-16"' in text else "utf-8") as file:
            file.write(text)
        done = clausary("convert", "--to", "json", path)
        if done.returncode:
            return done.stderr
        wrong = [f"{word} is lost" for word in sorted(set(re.findall(r"word-\w+", text)))
                 if not re.search(rf"{word}\b", done.stdout)]
        wrong += [line for line in done.stderr.splitlines() if "warning" in line]
        found = {}
        for concept in json.loads(done.stdout)["concepts"]:
            for key, values in facts(concept).items():
                found.setdefault(key, []).extend(values)
        for *key, value in PLACES.get(name, []):
            if value not in found.get(tuple(key), []):
                wrong.append(f"{key}: {found.get(tuple(key))}, not {value}")
        entries = {concept["id"] for concept in json.loads(done.stdout)["concepts"]}
        twice = [subject for concept in json.loads(done.stdout)["concepts"] for subject in concept.get("subjectFields", [])]
        if len(twice) != len(set(twice)):
            wrong.append(f"a subject field stands twice: {twice}")
        if name == "IATE as CSV" and len(entries) != 2:
            wrong.append(f"{len(entries)} entries")
        again = os.path.join(folder, "again.xml")
        clausary("convert", "-q", "--to", "multiterm", "-o", again, path)
        back = json.loads(clausary("convert", "-q", "--to", "json", again).stdout)
        if entries != {concept["id"] for concept in back["concepts"]}:
            wrong.append("through MultiTerm its ids become others")
        tbx = os.path.join(folder, "output.tbx")
        clausary("convert", "-q", "-o", tbx, path)
        valid = clausary("validate", "-q", tbx)
        return "\n".join(wrong + ([valid.stdout] if valid.returncode else []))

    def run(test):
        folder = tempfile.mkdtemp()
        try:
            for name, text in SAMPLES.items():
                test.check(name, judge(folder, name, text))
        finally:
            shutil.rmtree(folder)

    tap.main(run)


if __name__ == "__main__":
    main()
