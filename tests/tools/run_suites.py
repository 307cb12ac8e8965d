#!/usr/bin/env python3
"""Run the tests of every build and count them one by one.

    run_suites.py [--long] -- [NAME...]

`meson test` runs the programs and counts each as one; here every TAP line counts, a program that crashes, hangs or
tells less than its plan fails, and a test that Meson knows but did not run fails too. Ends with the line
"N passed, N failed, N skipped" and status 1 when anything failed.
"""
import json
import os
import re
import subprocess
import sys

# build folder, what `meson test` takes of it, whether a test with these suites belongs to it
BUILDS = [
    ("build/sanitize", ["--no-suite", "release", "--no-suite", "long"], lambda suites: not suites & {"release", "long"}),
    ("build/release", ["--suite", "release"], lambda suites: "release" in suites),
]
LONG = ("build/fuzz", ["--suite", "long"], lambda suites: "long" in suites)
LINE = re.compile(r"(not )?ok\b(?:\s+\d+)?\s*(?:-\s*)?(.*?)(?:\s*#\s*(SKIP|TODO)\b\s*(.*))?$", re.IGNORECASE)
PLAN = re.compile(r"1\.\.(\d+)")


class Count:
    def __init__(self):
        self.passed = self.failed = self.skipped = 0

    def failure(self, test, name, reasons=()):
        self.failed += 1
        print(f"FAILED  {test}: {name}")
        for reason in reasons:
            print(f"        {reason}")

    def skip(self, test, name, why):
        self.skipped += 1
        print(f"skipped {test}: {name}" + (f" ({why})" if why else ""))


def tap_tests(output):
    """[(ok, name, directive, why, reasons)] and the number planned, or None."""
    tests, planned = [], None
    for line in output.splitlines():
        plan = PLAN.match(line)
        found = LINE.match(line)
        if plan:
            planned = int(plan[1])
        elif found:
            tests.append((not found[1], found[2], (found[3] or "").upper(), found[4] or "", []))
        elif line.startswith("#") and tests:
            tests[-1][4].append(line.lstrip("# ").rstrip() if len(line) < 400 else line[:400] + "…")
    return tests, planned


def judge(result, count):
    """Count one test program. `result` is one line of Meson's log."""
    test = re.sub(r"^.* / ", "", result["name"])
    output, errors = result.get("stdout") or "", (result.get("stderr") or "").splitlines()
    tests, planned = tap_tests(output)
    failures = 0
    for ok, name, directive, why, reasons in tests:
        if directive == "SKIP":
            count.skip(test, name, why)
        elif directive == "TODO" and not ok:
            count.skip(test, name, "known bug: " + why)
        elif ok and directive != "TODO":
            count.passed += 1
        else:
            failures += 1
            count.failure(test, name, reasons or errors[-5:] if ok is False else ["a known bug that works now"])
    # the program as a whole
    if result["result"] in ("TIMEOUT", "INTERRUPT"):
        count.failure(test, f"did not end within {result['duration']:.0f} s")
    elif planned is None or planned != len(tests):
        count.failure(test, f"ended early (status {result['returncode']})", errors[-25:] or output.splitlines()[-10:])
    elif result["returncode"] not in (0, 1) or (result["returncode"] and not failures):
        count.failure(test, f"ended with status {result['returncode']}", errors[-25:])


def expected_tests(folder, belongs, names):
    known = json.load(open(os.path.join(folder, "meson-info", "intro-tests.json"), encoding="utf-8"))
    wanted = [test["name"] for test in known if belongs({suite.split(":")[-1] for suite in test["suite"]})]
    return [name for name in wanted if not names or name in names]


def run_build(folder, selection, belongs, names, count):
    wanted = expected_tests(folder, belongs, names)
    if not wanted:
        return
    log = os.path.join(folder, "meson-logs", "testlog.json")
    if os.path.exists(log):
        os.remove(log)
    multiplier = "10" if os.environ.get("CLAUSARY_LONG") else "1"
    run = subprocess.run(["meson", "test", "-C", folder, "--no-rebuild", "-t", multiplier, *selection, *wanted],
                         capture_output=True, text=True, check=False)
    results = [json.loads(line) for line in open(log, encoding="utf-8")] if os.path.exists(log) else []
    for result in sorted(results, key=lambda result: result["name"]):
        judge(result, count)
    ran = {re.sub(r"^.* / ", "", result["name"]) for result in results}
    for name in wanted:
        if name not in ran:
            count.failure(name, "was not run", (run.stdout + run.stderr).splitlines()[-5:])


def main():
    arguments = sys.argv[1:]
    builds = BUILDS + ([LONG] if "--long" in arguments else [])
    names = arguments[arguments.index("--") + 1:] if "--" in arguments else []
    count = Count()
    for folder, selection, belongs in builds:
        run_build(folder, selection, belongs, names, count)
    for name in names:
        if not any(expected_tests(folder, belongs, [name]) for folder, _, belongs in builds):
            count.failure(name, "there is no such test")
    if not count.passed + count.failed + count.skipped:
        count.failure("run_suites.py", "no test was run")
    print(f"{count.passed} passed, {count.failed} failed, {count.skipped} skipped")
    sys.exit(1 if count.failed else 0)


if __name__ == "__main__":
    main()
