#!/usr/bin/env python3
"""Run one libFuzzer target for a while, from its seeds; what it finds is kept.

    run_fuzz.py --seconds N --found FOLDER TARGET SEEDS...
"""
import argparse
import os
import re
import subprocess
import tempfile

import tap


def main():
    parser = argparse.ArgumentParser(description="Run one libFuzzer target.")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--found", required=True)
    parser.add_argument("target")
    parser.add_argument("seeds", nargs="+")
    options = parser.parse_args()

    def run(test):
        os.makedirs(options.found, exist_ok=True)
        prefix = os.path.join(os.path.abspath(options.found), os.path.basename(options.target) + "-")
        with tempfile.TemporaryDirectory(prefix="clausary-fuzz-") as corpus:
            # without -entropic=0 nine tenths of the time go into weighing inputs against each other
            fuzzing = subprocess.run([options.target, "-entropic=0", "-print_funcs=0", f"-max_total_time={options.seconds}", "-timeout=20", "-rss_limit_mb=3000",
                                      "-max_len=65536", "-print_final_stats=1", f"-artifact_prefix={prefix}", corpus,
                                      *options.seeds], capture_output=True, text=True, errors="replace", check=False)
        lines = fuzzing.stderr.splitlines()
        executed = next((line.split()[-1] for line in lines if "number_of_executed_units" in line), "0")
        problem = None
        if fuzzing.returncode:
            start = next((n for n, line in enumerate(lines) if "ERROR" in line or "does not hold" in line or "runtime error" in line), -30)
            trace = [line for line in lines[start:] if not re.match(r"\s*#\d+ .*(fuzzer::|sanitizer|libc|_start)", line)]
            problem = "\n".join(trace[:14] + [line for line in lines if "Test unit written" in line])
        elif int(executed) < 500:
            problem = f"only {executed} inputs were run"
        test.check(f"{os.path.basename(options.target)}: {executed} inputs in {options.seconds} s", problem)

    tap.main(run)


if __name__ == "__main__":
    main()
