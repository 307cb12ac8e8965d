#!/usr/bin/env python3
"""Run the cases: a folder is a test.

    run_cases.py --program PROGRAM --cases FOLDER [--accept] [NAME...]

tests/cases/STAGE/NAME/ holds
  args                  the arguments of the command, quoted as for a shell; several lines are one command
  input.*               what it reads (its folder is a copy of the case's); input.stdin, if there, is the standard input
  env                   NAME=VALUE lines, if any
  expected.status       the exit status; 0 where there is none
  expected.diagnostics  the standard error output; empty where there is none
  expected.stdout       the standard output
  expected.OTHER        the file output.OTHER that the command wrote; where it wrote none, the standard output
  known-bug             the reason why the case fails today

A case must expect some output, some diagnostics or a status. `@FOLDER@` in args and expectations is the folder the
command runs in. `--accept` writes down what comes out now and prints the difference: read it before you commit it.
"""
import argparse
import difflib
import os
import shlex
import shutil
import subprocess
import sys
import tempfile

import tap

HERE = os.path.dirname(os.path.abspath(__file__))
OURS = {"expected.status", "expected.diagnostics", "expected.stdout"}


def read(path):
    with open(path, "rb") as file:
        return file.read()


def find_cases(root, names):
    for stage in sorted(os.listdir(root)):
        if os.path.isdir(os.path.join(root, stage)):
            for name in sorted(os.listdir(os.path.join(root, stage))):
                case = f"{stage}/{name}"
                if os.path.isdir(os.path.join(root, case)) and (not names or case in names or stage in names):
                    yield case


class Outcome:
    """What the command did: {expected file: bytes}."""

    def __init__(self, program, folder, seconds):
        self.problem = None
        with tempfile.TemporaryDirectory(prefix="clausary-case-") as place:
            work = os.path.join(place, "case")
            shutil.copytree(folder, work, ignore=shutil.ignore_patterns("expected.*", "known-bug"))
            arguments = self._text(os.path.join(folder, "args")).replace("@FOLDER@", work)
            environment = dict(os.environ)
            for line in self._text(os.path.join(folder, "env")).splitlines():
                name, _, value = line.partition("=")
                environment[name] = value
            stdin = os.path.join(folder, "input.stdin")
            with open(stdin if os.path.exists(stdin) else os.devnull, "rb") as source:
                try:
                    run = subprocess.run([program, *shlex.split(arguments, comments=True)], cwd=work, stdin=source,
                                         capture_output=True, timeout=seconds, env=environment, check=False)
                except subprocess.TimeoutExpired:
                    self.problem, self.files = f"no end after {seconds} s", {}
                    return
            self.files = {"expected.status": b"%d\n" % run.returncode, "expected.diagnostics": run.stderr,
                          "expected.stdout": run.stdout}
            for name in sorted(os.listdir(work)):
                if name.startswith("output."):
                    self.files["expected." + name[len("output."):]] = read(os.path.join(work, name))
            self.files = {name: data.replace(work.encode(), b"@FOLDER@") for name, data in self.files.items()}

    @staticmethod
    def _text(path):
        return open(path, encoding="utf-8").read() if os.path.exists(path) else ""


def expectations(folder):
    """{expected file: bytes}, the silent ones included."""
    expected = {name: read(os.path.join(folder, name)) for name in sorted(os.listdir(folder))
                if name.startswith("expected.")}
    return expected, {"expected.status": b"0\n", "expected.diagnostics": b"", **expected}


def difference(name, expected, found):
    if expected == found:
        return []
    try:
        old, new = expected.decode().splitlines(), found.decode().splitlines()
    except UnicodeDecodeError:
        return [f"{name}: {len(expected)} bytes expected, {len(found)} came, and they differ"]
    lines = list(difflib.unified_diff(old, new, name, "now", lineterm=""))
    return lines or [f"{name}: the ends of lines differ"]


def judge(folder, outcome):
    written, expected = expectations(folder)
    if outcome.problem:
        return [outcome.problem]
    if not written:
        return ["the case expects nothing: write it down with --accept"]
    lines, unread = [], set(outcome.files) - OURS
    for name, data in expected.items():
        source = name if name in outcome.files else "expected.stdout"
        unread.discard(source)
        lines += difference(name, data, outcome.files[source])
    for name in sorted(unread):
        lines.append(f"the command wrote output.{name[len('expected.'):]}, which nothing expects")
    return lines


def accept(case, folder, outcome):
    """Write down what came out now; print what changed."""
    if outcome.problem:
        print(f"{case}: {outcome.problem}")
        return
    written, expected = expectations(folder)
    own = [name for name in written if name not in OURS]
    new = dict(outcome.files)
    for name in own:
        if name not in new:  # the standard output under a telling name
            new[name] = new.pop("expected.stdout", b"")
    if new.get("expected.stdout") == b"" and "expected.stdout" not in written:
        del new["expected.stdout"]
    for name, silent in ("expected.status", b"0\n"), ("expected.diagnostics", b""):
        if new[name] == silent:
            del new[name]
    for name in sorted(set(written) | set(new)):
        lines = difference(name, expected.get(name, b""), new.get(name, b""))
        if lines or (name in written) != (name in new):
            print(f"--- {case}", *lines, sep="\n")
            if name in new:
                with open(os.path.join(folder, name), "wb") as file:
                    file.write(new[name])
            else:
                os.remove(os.path.join(folder, name))


def main():
    parser = argparse.ArgumentParser(description="Run the cases of a folder.")
    parser.add_argument("--program", required=True)
    parser.add_argument("--cases", required=True)
    parser.add_argument("--accept", action="store_true")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    program = os.path.abspath(options.program)

    def run(test):
        for case in find_cases(options.cases, options.names):
            folder = os.path.join(options.cases, case)
            outcome = Outcome(program, folder, options.seconds)
            if options.accept:
                accept(case, folder, outcome)
                continue
            bug = os.path.join(folder, "known-bug")
            known = Outcome._text(bug).strip().replace("\n", " ") if os.path.exists(bug) else None
            test.check(case, "\n".join(judge(folder, outcome)), known)
        if not options.accept:
            test.check("there are cases", None if test.count else "none found")

    if options.accept:
        run(None)
    else:
        tap.main(run)


if __name__ == "__main__":
    main()
