#!/usr/bin/env python3
"""Hold the verdicts of `clausary validate` against those of the official schemas on outside files.

    check_validate.py --program PROGRAM

The folder is named by CLAUSARY_SHARED. It holds tbx/samples/index.tsv, which says of each file whether the schemas, and
the rules that they forget, accept it ("ok"). Where it is not there, everything is skipped.
"""
import argparse
import csv
import os
import subprocess

import tap


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True)
    options = parser.parse_args()
    folder = os.path.join(os.environ.get("CLAUSARY_SHARED", "../shared"), "tbx", "samples")
    index = os.path.join(folder, "index.tsv")

    def run(test):
        if not os.path.exists(index):
            test.skip("verdicts on TBX files of others", "no outside data")
            return
        with open(index, encoding="utf-8") as rows:
            for row in csv.DictReader(rows, delimiter="\t"):
                done = subprocess.run([options.program, "validate", os.path.join(folder, row["file"])],
                                      capture_output=True, text=True, check=False)
                wanted = 0 if row["expect"] == "ok" else 1
                problem = f"status {done.returncode} instead of {wanted}\n{done.stdout[:2000]}{done.stderr}"
                test.check(row["file"], None if done.returncode == wanted else problem)

    tap.main(run)


if __name__ == "__main__":
    main()
