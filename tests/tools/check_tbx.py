#!/usr/bin/env python3
"""Every TBX that a sample or a test makes, or that is shipped, is sound.

    check_tbx.py --program PROGRAM --top TOP

Files: the samples, every text of tests/spec and the awkward texts below through every TBX writer, and every
expected.*tbx of the cases, and the reference glossaries. All must be well-formed (xmllint). Where an outside validator is there, named by
CLAUSARY_TBX_VALIDATE or as tbx/validate in the folder CLAUSARY_SHARED, it must find nothing.
"""
import argparse
import glob
import os
import re
import shutil
import subprocess
import tempfile

import run_spec
import tap

# What XML, ids and language tags stumble over.
AWKWARD = {
    "markup": "The <b>bold</b> & brave keepers' \"quoted\" register (BBR) ]]> --> <!-- (x). The BBR & the rest.\n",
    "controls": "A tide\x01signalling\x02 register (TSR)\x0b holds \x1b[31m lamps\x7f.\n",
    "noncharacters": "A tide \ufffe signalling \uffff register (TSR) and \U0010ffff more.\n",
    "separators": "A tide\u2028signalling\u2029register\u0085 (TSR). A tide\u00a0signalling\u202fregister (TSR).\n",
    "joined": "An e\u0301tude of lamps (EOL), an \u00e9tude of lamps (EOL).\n",
    "other-scripts": "The \u041c\u0421\u042d-\u0422 (\u043c\u0430\u044f\u043a) and \u706f\u53f0 (LH) and \u05de\u05d2\u05d3\u05dc\u05d5\u05e8 (ML).\n",
    "same": "A coastal radio post (CRP). A calm reach pilot (CRP). A cold river port (CRP).\n",
    "case": "A Lamp Office (LO), a lamp office (Lo), the LAMP OFFICE (LO).\n",
    "id-like": "3.2.1\tlamp: a light\n3.2.1\tlamp: a light\n3.2.1.\tLAMP: another light\nA.1\tl\u00e2mp: a light\n",
    "long": "The " + "very " * 300 + "long name (VLN) of " + "one " * 3000 + "lamp.\n",
    "digits": "Third-generation mooring (3GM), 2nd 5G-ready port (5GRP), x-25 packet switch (X25PS).\n",
}


def run_command(command, **more):
    return subprocess.run(command, capture_output=True, text=True, check=False, **more)


def writers_of(program):
    """The names of the writers of TBX."""
    listed = run_command([program, "list", "writers"]).stdout
    return [line.split()[0] for line in listed.splitlines() if line.startswith("tbx")]


def make_inputs(top, folder):
    for name, text in AWKWARD.items():
        with open(os.path.join(folder, f"awkward-{name}.txt"), "w", encoding="utf-8") as file:
            file.write(text)
    for path in glob.glob(os.path.join(top, "tests", "spec", "*", "*.md")):
        stem = os.path.basename(path)[:-3]
        for block in run_spec.blocks_of(path):
            with open(os.path.join(folder, f"spec-{stem}-{block.line}.txt"), "w", encoding="utf-8") as file:
                file.write(block.text)
    for path in glob.glob(os.path.join(top, "samples", "resolution.*")):
        shutil.copy(path, os.path.join(folder, "sample-" + os.path.basename(path)))


def has_findings(program, path):
    found = run_command([program, "extract", "--to", "jsonl", path], timeout=60).stdout
    return any(f'"type":"{kind}"' in found for kind in ("pair", "mention", "definition"))


def make_files(test, program, top, folder):
    """The TBX files to judge: {path: name}."""
    inputs, files = os.path.join(folder, "inputs"), {}
    os.mkdir(inputs)
    make_inputs(top, inputs)
    writers = writers_of(program)
    test.check("there are TBX writers", None if len(writers) >= 3 else f"found: {writers}")
    empty = [source for source in sorted(os.listdir(inputs)) if not has_findings(program, os.path.join(inputs, source))]
    for writer in writers:
        for source in sorted(os.listdir(inputs)):
            target = os.path.join(folder, f"{source}.{writer}.tbx")
            run = run_command([program, "extract", "--sentences", "--to", writer, "-o", target,
                               os.path.join(inputs, source)], timeout=60)
            name, problem = f"{source} as {writer}", f"exit status {run.returncode}: {run.stderr[-500:]}"
            if run.returncode in (0, 1) and os.path.exists(target):
                files[target] = name
            elif source in empty:  # a TBX file must have an entry
                test.check(f"{name}: nothing to write", None if run.returncode == 2 and run.stderr else problem)
            else:
                test.check(name, problem)
        target = os.path.join(folder, f"all.{writer}.tbx")
        run = run_command([program, "extract", "--sentences", "--to", writer, "-o", target, inputs], timeout=120)
        if os.path.exists(target):
            files[target] = f"all of them as {writer}"
        else:
            test.check(f"all of them as {writer}", f"exit status {run.returncode}: {run.stderr[-500:]}")
    for path in glob.glob(os.path.join(top, "tests", "cases", "*", "*", "expected.*tbx*")) \
            + glob.glob(os.path.join(top, "glossaries", "reference", "*", "glossary.tbx")):
        files[path] = os.path.relpath(path, top)
    return files


def not_well_formed(files):
    """{path: what xmllint says of it}; one run for all where all are well-formed."""
    def said(*paths):
        checked = run_command(["xmllint", "--noout", "--nonet", *paths])
        return checked.stderr or "no reason given" if checked.returncode else None

    return {path: said(path) for path in files} if said(*files) else {}


def validate(test, files):
    program = os.environ.get("CLAUSARY_TBX_VALIDATE") or os.path.join(
        os.environ.get("CLAUSARY_SHARED") or os.path.join("..", "shared"), "tbx", "validate")
    verdicts, why = {}, "no outside validator"
    if os.path.exists(program):
        run = run_command([program, "--strict", *files])
        why = f"the outside validator does not run here: {(run.stderr.strip().splitlines() or ['no output'])[-1]}"
        path = None
        for line in run.stdout.splitlines() if run.returncode in (0, 1) else []:
            found = re.match(r"(.*?): (ok|failed)\b(.*)", line)
            if found and found[1] in files:
                path = found[1]
                verdicts[path] = [] if found[2] == "ok" else [found[2] + found[3]]
            elif path:
                verdicts[path].append(line.strip())
    if not verdicts:
        test.skip(f"validity of {len(files)} TBX files", why)
        return
    for path, name in files.items():
        if path in verdicts:
            test.check(f"{name}: valid", "\n".join(verdicts[path]))
        else:
            test.check(f"{name}: valid", "the validator said nothing of it")


def main():
    parser = argparse.ArgumentParser(description="Every TBX is sound.")
    parser.add_argument("--program", required=True)
    parser.add_argument("--top", required=True)
    options = parser.parse_args()

    def run(test):
        with tempfile.TemporaryDirectory(prefix="clausary-tbx-") as folder:
            files = make_files(test, os.path.abspath(options.program), options.top, folder)
            ill_formed = not_well_formed(files)
            for path, name in files.items():
                test.check(f"{name}: well-formed", ill_formed.get(path))
            validate(test, files)

    tap.main(run)


if __name__ == "__main__":
    main()
