#!/usr/bin/env python3
"""Excel workbooks are read as the table that they show, whoever wrote them and whatever is wrong with them.

    check_workbooks.py --program PROGRAM --top TOP

own      what the writer xlsx writes is read as the same termbase as what csv-wide writes
cells    strings shared, inline and of formulas, runs and readings, escapes, numbers, dates, truth values, gaps
sheets   the first with a head is read, below a title, past empty ones; what --columns says counts
hostile  parts that are missing, cut, encoded badly or far too big: a message and no crash
"""
import argparse
import io
import json
import os
import subprocess
import tempfile
import zipfile

import tap

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
STRICT = 'xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'


def relations(*items):
    return f"<Relationships {PACKAGE}>" + "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{target}"/>' for name, kind, target in items) + "</Relationships>"


def sheet(*rows, space=MAIN):
    return f"<worksheet {space}><sheetData>" + "".join(rows) + "</sheetData></worksheet>"


def row(*cells):
    return "<row>" + "".join(cell if cell.startswith("<") else inline(cell) for cell in cells) + "</row>"


def inline(text):
    return f'<c t="inlineStr"><is><t>{text}</t></is></c>'


def workbook(sheets, strings=None, styles=None, properties="", leave_out=()):
    """The bytes of a workbook: {name: XML of a sheet}."""
    parts = {"_rels/.rels": relations(("r", "officeDocument", "xl/workbook.xml"))}
    links = [(f"s{i}", "worksheet", f"sheets/{i}.xml") for i in range(len(sheets))]
    links += [("t", "sharedStrings", "/xl/strings.xml"), ("f", "styles", "styles.xml")]
    parts["xl/_rels/workbook.xml.rels"] = relations(*links)
    parts["xl/workbook.xml"] = f'<workbook {MAIN} xmlns:r="{OFFICE}">{properties}<sheets>' + "".join(
        f'<sheet name="{name}" sheetId="{i + 1}" r:id="s{i}"/>' for i, name in enumerate(sheets)) + "</sheets></workbook>"
    for i, xml in enumerate(sheets.values()):
        parts[f"xl/sheets/{i}.xml"] = xml
    if strings is not None:
        parts["xl/strings.xml"] = f"<sst {MAIN}>{strings}</sst>"
    if styles is not None:
        parts["xl/styles.xml"] = f"<styleSheet {MAIN}>{styles}</styleSheet>"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            if name not in leave_out:
                archive.writestr(zipfile.ZipInfo(name, (2031, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


HEAD = row("id", "en:term", "fr:term", "en:note")
LAMP = row("c1", "buoy lamp", "feu de bouée", "lit at dusk")
PLAIN = sheet(HEAD, LAMP)
NUMBERS = [
    ("<v>3.2999999999999998</v>", "3.3"), ("<v>0.99999999999999989</v>", "1"), ("<v>12</v>", "12"),
    ("<v>-9.9999999999999982</v>", "-10"), ("<v>1E-3</v>", "1E-3"), ("<v>123456789012345678</v>", "123456789012345678"),
]
DATES = [
    (1, "<v>47972</v>", "2031-05-04"), (2, "<v>47972.5</v>", "2031-05-04 12:00:00"), (3, "<v>47972</v>", "47972"),
    (1, "<v>60</v>", "1900-03-01"), (1, "<v>59</v>", "1900-02-28"), (1, "<v>99999999</v>", "99999999"),
    (4, "<v>47972</v>", "47972"), (9, "<v>47972</v>", "47972"),
]
STYLES = ('<numFmts><numFmt numFmtId="164" formatCode="d&quot; of &quot;mmm"/><numFmt numFmtId="165" formatCode="[Red]0.0&quot;d&quot;"/></numFmts>'
          '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
          '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="1"/></cellXfs>')


class Reader:
    def __init__(self, program, folder):
        self.program, self.folder = os.path.abspath(program), folder
        self.path = None

    def run(self, data, *options):
        path = self.path = os.path.join(self.folder, "book.xlsx")
        with open(path, "wb") as file:
            file.write(data)
        return subprocess.run([self.program, "convert", "--to", "json", *options, path], capture_output=True, timeout=60, check=False)

    def notes(self, data, *options):
        """The notes of the English terms, in the order of the entries; or what went wrong."""
        done = self.run(data, *options)
        if done.returncode:
            return done.stderr.decode("utf-8", "replace")
        return [[entry["note"] if isinstance(entry, dict) else entry for entry in term.get("notes", [])]
                for concept in json.loads(done.stdout)["concepts"] for language in concept["languages"]
                for term in language["terms"] if language["language"] == "en"]

    def terms(self, data, *options):
        done = self.run(data, *options)
        if done.returncode:
            return done.stderr.decode("utf-8", "replace")
        return [[term["term"] for language in concept["languages"] for term in language["terms"]]
                for concept in json.loads(done.stdout)["concepts"]]


def compare(test, name, found, wanted):
    test.check(name, None if found == wanted else f"found {found!r}, not {wanted!r}")


def check_cells(test, reader):
    shared = ("<si><t>buoy lamp</t></si><si><r><t>feu de </t></r><r><t>bouée</t></r><rPh sb='0' eb='1'><t>FOE</t></rPh></si>"
              "<si><t>one_x000A_line _x005F_x0041_ _x12_</t></si><si/>")
    cells = ('<row r="2"><c r="A2" t="str"><f>A1</f><v>c1</v></c><c r="B2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c>'
             '<c r="D2" t="s"><v>2</v></c><c r="E2" t="s"><v>3</v></c><c r="ZZZ2" t="s"><v>0</v></c></row>')
    data = workbook({"terms": sheet(HEAD, cells)}, strings=shared)
    compare(test, "cells: shared strings, runs, readings", reader.terms(data), [["buoy lamp", "feu de bouée"]])
    compare(test, "cells: escapes", reader.notes(data), [["one\nline _x0041_ _x12_"]])
    rows = [row(f"c{i}", f"lamp {i}", "", f"<c>{xml}</c>") for i, (xml, _) in enumerate(NUMBERS)]
    compare(test, "cells: numbers", reader.notes(workbook({"terms": sheet(HEAD, *rows)})), [[text] for _, text in NUMBERS])
    rows = [row(f"c{i}", f"lamp {i}", "", f'<c s="{style}">{xml}</c>') for i, (style, xml, _) in enumerate(DATES)]
    compare(test, "cells: dates", reader.notes(workbook({"terms": sheet(HEAD, *rows)}, styles=STYLES)), [[text] for *_, text in DATES])
    late = workbook({"terms": sheet(HEAD, row("c", "lamp", "", '<c s="1"><v>46510</v></c>'))}, styles=STYLES,
                    properties='<workbookPr date1904="1"/>')
    compare(test, "cells: dates from 1904", reader.notes(late), [["2031-05-04"]])
    truth = sheet(HEAD, row("c", "lamp", "", '<c t="b"><v>1</v></c>'), row("d", "mark", "", '<c t="e"><v>#N/A</v></c>'))
    compare(test, "cells: truth values and errors", reader.notes(workbook({"terms": truth})), [["TRUE"], ["#N/A"]])
    gap = sheet(HEAD, '<row r="9"><c r="D9" t="inlineStr"><is><t>late</t></is></c><c r="B9" t="inlineStr"><is><t>lamp</t></is></c></row>')
    compare(test, "cells: gaps, and cells out of order", reader.notes(workbook({"terms": gap})), [["late"]])
    strict = workbook({"terms": sheet(HEAD, LAMP, space=STRICT)})
    compare(test, "cells: the strict namespace", reader.terms(strict), [["buoy lamp", "feu de bouée"]])


def check_sheets(test, reader):
    lamp = [["buoy lamp", "feu de bouée"]]
    several = workbook({"read me": sheet(row("How to use this")), "empty": sheet(), "terms": PLAIN, "more": PLAIN})
    compare(test, "sheets: the first that has a head", reader.terms(several), lamp)
    told = reader.run(several).stderr.decode()
    test.check("sheets: told", None if "of its 4 sheets the one named 'terms' is read" in told else told)
    test.check("sheets: the others are named", None if "'read me', 'empty', 'terms', 'more'" in told else told)
    other = workbook({"read me": sheet(row("How to use this")), "terms": PLAIN, "Old": sheet(HEAD, row("c2", "quay", "quai"))})
    for name in ("Old", "old", "3"):
        compare(test, f"sheets: --sheet {name}", reader.terms(other, "--sheet", name), [["quay", "quai"]])
    told = reader.run(other, "--sheet", "Old").stderr.decode()
    test.check("sheets: nothing is told of a choice", None if "sheets" not in told else told)
    for name in ("new", "4", "0", ""):
        none = reader.run(other, "--sheet", name)
        named = b"'read me', 'terms', 'Old'" in none.stderr
        test.check(f"sheets: --sheet {name!r} is refused", None if none.returncode == 2 and named else none.stderr.decode())
    none = reader.run(workbook({"a": sheet(row("one", "two")), "b": sheet(row("three"))}))
    test.check("sheets: none has a head", None if none.returncode == 2 and b"'a', 'b'" in none.stderr else none.stderr.decode())
    refused = subprocess.run([reader.program, "extract", reader.path], capture_output=True, check=False)
    test.check("sheets: extract points to convert",
               None if refused.returncode == 2 and b"clausary convert" in refused.stderr else refused.stderr.decode())
    titled = workbook({"terms": sheet(row("Lamps of Port Almira"), "<row/>", HEAD, LAMP)})
    compare(test, "sheets: a title above the head", reader.terms(titled), lamp)
    bare = workbook({"terms": sheet(row("buoy lamp", "feu de bouée"))})
    compare(test, "sheets: --columns", reader.terms(bare, "--columns", "en:term,fr:term"), lamp)
    none = reader.run(workbook({"terms": sheet(row("one", "two"))}))
    test.check("sheets: no head", None if none.returncode == 2 and b"--columns" in none.stderr else none.stderr.decode())


def check_hostile(test, reader):
    shared = sheet(HEAD, row("c", '<c t="s"><v>0</v></c>', '<c t="s"><v>99999999999</v></c>'), LAMP)
    big = "<si><t>" + "word " * 200_000 + "</t></si>"
    many = sheet(HEAD, *[f'<row><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>'] * 2000)
    whole = workbook({"terms": PLAIN})
    cases = {
        "no shared strings": (workbook({"terms": shared}), 0),
        "no workbook": (workbook({"terms": PLAIN}, leave_out=["xl/workbook.xml"]), 2),
        "no relations": (workbook({"terms": PLAIN}, leave_out=["xl/_rels/workbook.xml.rels"]), 2),
        "no sheet": (workbook({"terms": PLAIN}, leave_out=["xl/sheets/0.xml"]), 2),
        "no package relations": (workbook({"terms": PLAIN}, leave_out=["_rels/.rels"]), 0),
        "no sheets at all": (workbook({}), 2),
        "an empty sheet": (workbook({"terms": sheet()}), 2),
        "a cut sheet": (workbook({"terms": sheet(HEAD, LAMP, LAMP)[:-60]}), 0),
        "no XML": (workbook({"terms": "terms"}), 2),
        "a bomb": (workbook({"terms": sheet(row(" " * 60_000_000))}), 2),
        "a bomb of shared strings": (workbook({"terms": many}, strings=big), 2),
        "entities": (workbook({"terms": '<!DOCTYPE a [<!ENTITY a "b">]>' + PLAIN.replace("buoy", "&a;")}), 2),
        "deep": (workbook({"terms": sheet("<row>" * 2000 + "</row>" * 2000)}), 2),
        "a wide row": (workbook({"terms": sheet(HEAD, LAMP, "<row>" + inline("x") * 20_000 + "</row>")}), 0),
        "not even an archive": (b"PK\3\4" + bytes(40), 2),
        "cut archive": (whole[:len(whole) // 2], 2),
    }
    for name, (data, status) in cases.items():
        done = reader.run(data)
        good = done.returncode == status and (status == 0 or done.stderr)
        test.check(f"hostile: {name}", None if good else f"status {done.returncode}: {done.stderr.decode('utf-8', 'replace')[-300:]}")


def check_own(test, reader, top):
    listed = subprocess.run([reader.program, "list", "writers"], capture_output=True, text=True, check=False).stdout
    if "xlsx" not in listed.split():
        test.skip("own workbooks", "this build does not write them")
        return
    files = [os.path.join(top, "samples", f"resolution.{language}.txt") for language in ("en", "fr", "ru", "ar", "zh")]
    read = {}
    for writer in ("xlsx", "csv-wide"):
        path = os.path.join(reader.folder, "own." + writer)
        subprocess.run([reader.program, "extract", "--quiet", "--sentences", "--versions", "--to", writer, "-o", path, *files],
                       capture_output=True, check=False)
        with open(path, "rb") as file:
            read[writer] = reader.run(file.read(), "--quiet").stdout
    source, path = (os.path.join(reader.folder, name) for name in ("escapes.csv", "escapes.xlsx"))
    strange = "a _x0041_ b_x005F_x0042_ _x12_ __x0043_"
    with open(source, "w", encoding="utf-8") as file:
        file.write(f"en:term,fr:term\n{strange},mot\n")
    subprocess.run([reader.program, "convert", "--quiet", "-o", path, source], capture_output=True, check=False)
    with open(path, "rb") as file:
        compare(test, "own: what looks like an escape", reader.terms(file.read()), [[strange, "mot"]])
    test.check("own: as csv-wide", None if read["xlsx"] and read["xlsx"] == read["csv-wide"] else "they differ")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("--top", required=True)
    options = parser.parse_args()

    def run(test):
        with tempfile.TemporaryDirectory(prefix="clausary-workbooks-") as folder:
            reader = Reader(options.program, folder)
            check_own(test, reader, options.top)
            check_cells(test, reader)
            check_sheets(test, reader)
            check_hostile(test, reader)

    tap.main(run)


if __name__ == "__main__":
    main()
