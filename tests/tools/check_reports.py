#!/usr/bin/env python3
"""The reports of `clausary check`: SARIF against its official schema, JUnit and HTML well-formed, GitHub's commands by
their grammar, baselines and suppressions by what they must do.

    check_reports.py --program PROGRAM --samples FOLDER --cache FOLDER

The schema comes from the npm package named below, once, into the cache; without a network that test is skipped.
"""
import argparse
import hashlib
import html.parser
import io
import json
import os
import re
import subprocess
import sys
import tarfile
import tempfile
import urllib.request
import xml.etree.ElementTree as xml

import tap

PACKAGE = "https://registry.npmjs.org/@microsoft/jest-sarif/-/jest-sarif-1.0.0-beta.0.tgz"
MEMBER = "package/lib/schemas/sarif-2.1.0-rtm.5.json"
SHA256 = "2d99159ae54a3eea97f81781cff48780548657c35949f4b7f25e99a2ba4de4f8"
SYSTEM_PYTHON = "/usr/bin/python3"

DOCUMENT = """The Harbour Assembly (Port Almira, 2031),
recalling
a)\tthat TSR stations keep watch in every port & <basin>;
b)\tthe work of the Hydrographic Data Council (HDC) on open tidal data (OTD),
resolves
1\tto moor tidal survey rafts (TSRs) wherever the Hydrographic Data Commission (HDC) asks for OTD.
"""


def schema(cache):
    """The official schema, or None."""
    path = os.path.join(cache, os.path.basename(MEMBER))
    if not os.path.exists(path):
        try:
            with urllib.request.urlopen(PACKAGE, timeout=20) as answer:
                package = answer.read()
            with tarfile.open(fileobj=io.BytesIO(package)) as archive:
                data = archive.extractfile(MEMBER).read()
        except (OSError, tarfile.TarError, KeyError):
            return None
        if hashlib.sha256(data).hexdigest() != SHA256:
            return None
        with open(path, "wb") as file:
            file.write(data)
    with open(path, encoding="utf-8") as file:
        return json.load(file)


class Tags(html.parser.HTMLParser):
    """Counts what is opened and not closed."""

    def __init__(self):
        super().__init__()
        self.open, self.wrong = [], []

    def handle_starttag(self, tag, attrs):
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True)
    parser.add_argument("--samples", required=True)
    parser.add_argument("--cache", required=True)
    options = parser.parse_args()
    program, samples = os.path.abspath(options.program), os.path.abspath(options.samples)
    try:
        import jsonschema
    except ImportError:
        if os.path.exists(SYSTEM_PYTHON) and os.path.realpath(sys.executable) != os.path.realpath(SYSTEM_PYTHON):
            os.execv(SYSTEM_PYTHON, [SYSTEM_PYTHON] + sys.argv)
        jsonschema = None

    def check(*arguments):
        done = subprocess.run([program, "check", *arguments], capture_output=True, text=True, check=False)
        return done.returncode, done.stdout, done.stderr

    def run(test):
        with tempfile.TemporaryDirectory() as folder:
            os.chdir(folder)
            os.mkdir("a folder")
            name = "a folder/notice: 1.txt"
            with open(name, "w", encoding="utf-8") as file:
                file.write(DOCUMENT)
            documents = [name, os.path.join(samples, "resolution.en.docx"), os.path.join(samples, "resolution.ar.txt")]

            sarif = json.loads(check("--to", "sarif", *documents)[1])
            official = schema(options.cache)
            if jsonschema is None or official is None:
                test.skip("SARIF: the official schema", "no schema or no python3-jsonschema")
            else:
                validator = jsonschema.validators.validator_for(official)(official)
                test.check("SARIF: the official schema",
                           "\n".join(f"{list(e.path)}: {e.message[:200]}" for e in validator.iter_errors(sarif)) or None)
            results = sarif["runs"][0]["results"]
            rules = sarif["runs"][0]["tool"]["driver"]["rules"]
            test.check("SARIF: something is reported", None if results else "nothing")
            test.check("SARIF: rules by index",
                       None if all(rules[r["ruleIndex"]]["id"] == r["ruleId"] for r in results) else "another rule")
            lines = DOCUMENT.split("\n")
            wrong = []
            for result in results:
                place = result["locations"][0]["physicalLocation"]
                if place["artifactLocation"]["uri"] == "a%20folder/notice%3A%201.txt":
                    region = place["region"]
                    found = lines[region["startLine"] - 1][region["startColumn"] - 1:region["endColumn"] - 1]
                    if not found or found not in DOCUMENT or found != found.strip():
                        wrong.append(f"{region}: {found!r}")
            test.check("SARIF: regions cut whole words", "\n".join(wrong) or None)

            suites = xml.fromstring(check("--to", "junit", *documents)[1])
            bad = [s.get("name") for s in suites if int(s.get("tests")) != len(s.findall("testcase"))
                   or int(s.get("failures")) != len(s.findall("testcase/failure"))]
            test.check("JUnit: counts", "\n".join(bad) or None)
            test.check("JUnit: a suite for each document", None if len(suites) == 3 else str(len(suites)))

            for language in "en", "ar":
                page = Tags()
                text = check("--to", "html", "--ui-language", language, *documents)[1]
                page.feed(text)
                test.check(f"HTML in {language}: tags are closed", "\n".join(page.wrong + page.open) or None)
                test.check(f"HTML in {language}: direction",
                           None if f'lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}"' in text else text[:80])

            commands = check("--to", "github", *documents)[1].splitlines()
            grammar = re.compile(r"::(error|warning|notice) file=[^,:]+(,line=\d+(,col=\d+)?)?,title=[^:,]+::.+")
            test.check("GitHub: grammar", "\n".join(c for c in commands if not grammar.fullmatch(c)) or None)
            test.check("GitHub: file names are escaped",
                       None if any(c.startswith("::warning file=a folder/notice%3A 1.txt,line=3,") for c in commands)
                       else commands[0])

            test.check("GitHub: the other place is told",
                       None if any(c.endswith("(recalling b), 4:47)") for c in commands) else "\n".join(commands[:9]))
            junit = check("--to", "junit", name)[1]
            test.check("JUnit: the other place is told, and then what to do",
                       None if "(recalling b), 4:47). " in junit else junit[:900])

            baseline = check("--to", "baseline", name)[1]
            with open("baseline.tsv", "w", encoding="utf-8") as file:
                file.write(baseline)
            status, text, _ = check("--baseline", "baseline.tsv", "--fail-on", "note", name)
            test.check("baseline: nothing is new", None if status == 0 and text.count("\n") == 1 else text)
            states = {r["baselineState"] for r in json.loads(
                check("--to", "sarif", "--baseline", "baseline.tsv", name)[1])["runs"][0]["results"]}
            test.check("baseline: SARIF says unchanged", None if states == {"unchanged"} else str(states))
            with open("fewer.tsv", "w", encoding="utf-8") as file:
                file.write("".join(line for line in baseline.splitlines(True) if "A02" not in line))
            status, text, _ = check("--baseline", "fewer.tsv", "--fail-on", "warning", name)
            test.check("baseline: what it lacks is new", None if status == 1 and "[A02]" in text else text)

            with open(name + ".suppressions", "w", encoding="utf-8") as file:
                file.write("# why some things stay\nA02\trecalling/a\tTSR\tthe name of the stations\n"
                           "A09\t*\tnobody\tgone\nA10\t*\t*\n")
            status, text, told = check(name)
            test.check("suppression: is left out", None if "[A02]" not in text and "suppressed: 1" in text else text)
            test.check("suppression: one that fits nothing is told", None if "unused-suppression" in told else told)
            test.check("suppression: one without a reason is told",
                       None if "bad-suppression" in told and "[A10]" in text else told + text)
            kept = [r for r in json.loads(check("--to", "sarif", name)[1])["runs"][0]["results"] if "suppressions" in r]
            test.check("suppression: SARIF has its reason",
                       None if [r["suppressions"][0]["justification"] for r in kept] == ["the name of the stations"]
                       else str(kept))
            os.chdir("/")

    tap.main(run)


if __name__ == "__main__":
    main()
