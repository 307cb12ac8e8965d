#!/usr/bin/env python3
"""Hostile inputs: every one gets a message and the right status, costs bounded time and memory, and the file after it
is done all the same.

    run_hostile.py --program PROGRAM --part files|texts|stream|outputs [--sanitized]

Inputs are made in tests/hostile/inputs.py, when this runs. Under the sanitizers texts are smaller and memory is not
measured. CLAUSARY_LONG set: also 1 GB of one line.
"""
import argparse
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import tap

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "hostile"))
sys.dont_write_bytecode = True
import inputs  # noqa: E402

MEBIBYTE = 1 << 20
PATTERN = 200  # bytes of memory for a byte of a text that is nothing but clauses or findings of two bytes each
SANITIZER_STATUS = 99  # set by run-tests


def most_memory(pid):
    """The most memory that a running process has had in bytes. (ru_maxrss would count ours, from before its exec.)"""
    try:
        with open(f"/proc/{pid}/status", encoding="ascii") as file:
            return next((int(line.split()[1]) * 1024 for line in file if line.startswith("VmHWM")), 0)
    except (OSError, ValueError):
        return 0


class Run:
    """One run of the program, its output in files, its time and memory measured. `seconds` are those of the processor,
    so that other work of the machine does not count; ten times that on the clock is the end for one that waits."""

    def __init__(self, program, arguments, folder, seconds, stdin=None, stdout=None, setup=None, environment=None):
        def prepare():
            resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
            if setup:
                setup()

        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors:
            process = subprocess.Popen([program, *arguments], cwd=folder, stdin=stdin or subprocess.DEVNULL,
                                       stdout=stdout or out, stderr=errors, preexec_fn=prepare,
                                       env={**os.environ, **(environment or {})})
            self.late = False
            deadline = time.monotonic() + 10 * seconds
            self.memory = 0
            while True:
                self.memory = max(self.memory, most_memory(process.pid))
                pid, status, usage = os.wait4(process.pid, os.WNOHANG)
                if pid:
                    break
                if time.monotonic() > deadline:
                    self.late = True
                    process.kill()
                    _, status, usage = os.wait4(process.pid, 0)
                    break
                time.sleep(0.002)
            process.returncode = os.waitstatus_to_exitcode(status)
            self.status = process.returncode
            self.late = self.late or self.status == -signal.SIGXCPU
            self.cpu = usage.ru_utime + usage.ru_stime
            out.seek(0)
            errors.seek(0)
            self.out = out.read()
            self.errors = errors.read().decode(errors="replace")

    def problems(self, statuses, seconds):
        if self.late:
            yield f"no end after {seconds} s of work"
        elif self.status == SANITIZER_STATUS or "AddressSanitizer" in self.errors or "runtime error" in self.errors:
            yield "a sanitizer found something:"
            yield from self.errors.splitlines()[:30]
        elif self.status < 0:
            yield f"ended by {signal.Signals(-self.status).name}"
        elif self.status not in statuses:
            yield f"exit status {self.status}, not {' or '.join(map(str, statuses))}"
            yield from self.errors.splitlines()[:5]


class Hostile:
    def __init__(self, options, folder):
        self.program = os.path.abspath(options.program)
        self.sanitized = options.sanitized
        self.folder = folder
        self.write("good.txt", inputs.GOOD_TEXT.encode())

    def write(self, name, data):
        path = os.path.join(self.folder, name)
        with open(path, "wb") as file:
            file.write(data)
        return path

    def run(self, *arguments, seconds=60, **more):
        return Run(self.program, arguments, self.folder, seconds, **more)

    def memory_problem(self, run, size, times=8):
        allowed = 64 * MEBIBYTE + times * size
        if not self.sanitized and run.memory > allowed:
            yield f"{run.memory / MEBIBYTE:.0f} MiB of memory, allowed are {allowed / MEBIBYTE:.0f}"

    # ---- parts

    def files(self, test):
        """Each hostile file before a good one: the good one's findings come, with the status that is right."""
        for maker in inputs.damaged_texts, inputs.damaged_archives, inputs.bombs:
            for item in maker():
                path = self.write(item.name, item.data)
                run = self.run("extract", "--to", "jsonl", item.name, "good.txt")
                problems = list(run.problems(item.statuses, 60))
                if not problems:
                    if b'"short":"TSR"' not in self.lines_of(run.out, "good.txt"):
                        problems.append("nothing was found in the good file after it")
                    if item.said and item.name not in run.errors:
                        problems.append(f"no message names the file; it said: {run.errors.strip()[:200]!r}")
                    if len(run.errors) > 20_000:
                        problems.append(f"{len(run.errors)} bytes of messages: nobody reads so many")
                    problems += self.memory_problem(run, max(len(item.data), 16 * MEBIBYTE))
                test.check(item.name, "\n".join(problems))
                if item.statuses == (1,):
                    alone = self.run("extract", "--to", "tbx", "-o", "alone.tbx", item.name)
                    problems = list(alone.problems((2,), 60))
                    if item.name not in alone.errors:
                        problems.append(f"no message names the file; it said: {alone.errors.strip()[:200]!r}")
                    if os.path.exists(os.path.join(self.folder, "alone.tbx")):
                        problems.append("an output was written although nothing could be read")
                    test.check(f"{item.name}, alone", "\n".join(problems))
                os.remove(path)

    @staticmethod
    def lines_of(out, name):
        needle = f'"document":"{name}"'.encode()
        return b"\n".join(line for line in out.splitlines() if needle in line)

    def texts(self, test):
        """Large texts of one pattern: time that grows with the size, not with its square, and bounded memory."""
        small, large = (0, 30_000) if self.sanitized else (500_000, 4_000_000)
        seconds = 60 if self.sanitized else 10
        for (name, little), (_, much) in zip(inputs.long_texts(small), inputs.long_texts(large)):
            problems, times = [], []
            for data in [much] if self.sanitized else [little, much]:
                self.write(name, data)
                run = self.run("extract", "--to", "jsonl", name, seconds=seconds)
                problems = list(run.problems((0, 1), seconds)) or list(self.memory_problem(run, len(data), PATTERN))
                times.append(run.cpu)
                if problems:
                    break
            # eight times the text: 64 times the time when it grows with the square; below half a second nobody minds
            if not problems and not self.sanitized and times[1] > 0.5 and times[1] > 24 * times[0]:
                problems.append(f"{times[0]:.2f} s for {small} bytes, {times[1]:.2f} s for {large}: worse than linear")
            if not problems:
                run = self.run("extract", "--to", "csv", "-o", "large.csv", name, seconds=2 * seconds)
                problems = list(run.problems((0, 1), 2 * seconds)) or list(self.memory_problem(run, len(much), PATTERN))
            test.check(name, "\n".join(problems))
            os.remove(os.path.join(self.folder, name))
        self.large_line(test)

    def large_line(self, test):
        size = 2_000_000 if self.sanitized else 50_000_000
        sizes = [("one-line.txt", size, (0, 1))]
        if os.environ.get("CLAUSARY_LONG") and not self.sanitized:
            sizes.append(("gigabyte-line.txt", 1_000_000_000, (2,)))  # above the limit of `clausary list limits`
        for name, size, statuses in sizes:
            path = os.path.join(self.folder, name)
            with open(path, "wb") as file:
                piece = b"the harbour office keeps a register of every lamp (REL) and of every bell on this coast; " * 11_000
                while file.tell() < size:
                    file.write(piece)
            run = self.run("extract", "--to", "jsonl", name, seconds=120)
            problems = list(run.problems(statuses, 120)) or list(self.memory_problem(run, size))
            if statuses == (2,) and name not in run.errors:
                problems.append(f"no message names the file: {run.errors[:200]!r}")
            test.check(name, "\n".join(problems))
            if statuses == (2,):
                self.piped_line(test, path)
            os.remove(path)

    def piped_line(self, test, path):
        """The same from a pipe, whose size nobody knows beforehand: given up at the limit, not at the end of memory."""
        with subprocess.Popen(["cat", path], stdout=subprocess.PIPE) as source:
            run = self.run("extract", "--to", "jsonl", "-", stdin=source.stdout, seconds=120)
            source.stdout.close()
        problems = list(run.problems((2,), 120)) or list(self.memory_problem(run, 512 * MEBIBYTE, 2))
        if "standard input" not in run.errors:
            problems.append(f"no message: {run.errors[:200]!r}")
        test.check("a gigabyte from a pipe", "\n".join(problems))

    def stream(self, test):
        """Every bad line of a stream gives one error finding, and the stream goes on."""
        lines = list(inputs.stream_lines())
        path = self.write("stream.jsonl", b"\n".join(line for line, _ in lines))
        with open(path, "rb") as source:
            run = self.run("extract", "--stream", stdin=source)
        problems = list(run.problems((0, 1), 60))
        test.check("a stream of good and bad lines", "\n".join(problems))
        found = []
        for line in run.out.splitlines():
            try:
                found.append(json.loads(line))
            except ValueError:
                test.check("every line is JSON", line[:200].decode(errors="replace"))
        errors = [item for item in found if item.get("type") == "error"]
        bad = sum(good is False for _, good in lines)
        at_most = bad + sum(good is None for _, good in lines)
        test.check("one error for each bad line",
                   None if bad <= len(errors) <= at_most else f"{len(errors)} errors for {bad} bad lines")
        test.check("each error has a message", None if all(item.get("message") for item in errors) else str(errors)[:500])
        last = [item for item in found if item.get("document") == "good" and item["type"] == "pair"]
        test.check("the lines after them are done", None if len(last) == 2 else f"{len(last)} pairs of 2")
        many = self.write("many.jsonl", b'{"id":"x"}\n' * 100_000)
        with open(many, "rb") as source:
            run = self.run("extract", "--stream", stdin=source)
        test.check("100,000 bad lines", "\n".join(run.problems((0, 1), 60)))

    def outputs(self, test):
        """Outputs that fail, inputs that cannot be opened: a message, a status, nothing half written."""
        def partial(before):
            return [f"left behind: {name}" for name in sorted(set(os.listdir(self.folder)) - before)]

        self.write("more.txt", inputs.numbered("alpha beta gamma delta epsilon (%s)\n", 400_000))
        before = set(os.listdir(self.folder))
        with open("/dev/full", "wb") as full:
            run = self.run("extract", "--to", "jsonl", "good.txt", stdout=full)
        problems = list(run.problems((1, 2), 60))
        if not problems and "space" not in run.errors.lower():
            problems.append(f"no message says that the disk is full: {run.errors[:200]!r}")
        test.check("standard output to a full disk", "\n".join(problems))

        def small_files():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

        for writer in "jsonl", "tbx", "csv", "json", "table":
            run = self.run("extract", "--to", writer, "-o", "cut.out", "more.txt", setup=small_files)
            problems = list(run.problems((2,), 60)) + partial(before)
            if "cut.out" not in run.errors:
                problems.append(f"no message names the output: {run.errors[:200]!r}")
            test.check(f"{writer} to a disk that becomes full", "\n".join(problems))

        run = self.run("extract", "--to", "jsonl", "-o", "each/", "more.txt", "good.txt", setup=small_files)
        problems = list(run.problems((1,), 60))
        if "more.txt.jsonl" not in run.errors or "good.txt.jsonl" in run.errors:
            problems.append(f"the message is not of the one file: {run.errors[:200]!r}")
        each = os.path.join(self.folder, "each")
        if os.listdir(each) != ["good.txt.jsonl"]:
            problems.append(f"written: {os.listdir(each)}")
        shutil.rmtree(each)
        test.check("a folder that has room for one file only", "\n".join(problems))

        # who closes a pipe wants no more: the signal ends the program without a word, as it does others
        for name, action, status in ("closed pipe", signal.SIG_DFL, -signal.SIGPIPE), ("closed pipe, no signal", signal.SIG_IGN, 2):
            read_end, write_end = os.pipe()
            os.close(read_end)
            run = self.run("extract", "--to", "jsonl", "more.txt", stdout=write_end,
                           setup=lambda action=action: signal.signal(signal.SIGPIPE, action))
            os.close(write_end)
            problems = [] if run.status == status else [f"status {run.status}, not {status}", *run.problems((status,), 60)]
            if status == 2 and "standard output" not in run.errors:
                problems.append(f"no message names the output: {run.errors[:200]!r}")
            test.check(name, "\n".join(problems))

        for name, arguments, statuses, said in [
                ("a file that is not there", ["extract", "--to", "jsonl", "absent.txt", "good.txt"], (1,), "absent.txt"),
                ("a file that cannot be read", ["extract", "--to", "jsonl", "/proc/self/mem", "good.txt"], (1,), "/proc/self/mem"),
                ("only a file that is not there", ["extract", "absent.txt"], (2,), "absent.txt"),
                ("an output folder that is a file", ["extract", "-o", "good.txt/x.tbx", "good.txt"], (2,), "good.txt"),
                ("an output that is the input", ["extract", "-o", "good.txt", "good.txt"], (2,), "good.txt"),
                ("an output in a folder nobody may write", ["extract", "-o", "/proc/x.tbx", "good.txt"], (2,), "/proc/x.tbx"),
                ("a writer that is not there", ["extract", "--to", "nothing", "good.txt"], (2,), "nothing"),
                ("a profile that is not there", ["extract", "--profile", "nothing", "good.txt"], (2,), "nothing"),
                ("a profile outside of its folder", ["extract", "--profile", "../locales/en", "good.txt"], (2,), "../locales/en"),
                ("an option that is not there", ["extract", "--no-such-option"], (2,), "no-such-option"),
                ("no file", ["extract"], (2,), "extract"),
                ("no command", [], (2,), ""),
                ("a very long name", ["extract", "--to", "jsonl", "x" * 5000, "good.txt"], (1,), "xxx"),
        ]:
            run = self.run(*arguments)
            problems = list(run.problems(statuses, 60)) + partial(before)
            if said not in run.errors:
                problems.append(f"no message says {said!r}: {run.errors[:200]!r}")
            if statuses == (1,) and b'"short":"TSR"' not in run.out:
                problems.append("the good file was not done")
            test.check(name, "\n".join(problems))
        test.check("good.txt is what it was", None if open(os.path.join(self.folder, "good.txt"), "rb").read()
                   == inputs.GOOD_TEXT.encode() else "it was overwritten")
        self.language_data(test)

    def language_data(self, test):
        data = os.environ["CLAUSARY_DATA"]
        run = self.run("extract", "good.txt", environment={"CLAUSARY_DATA": "/no/such/folder"})
        problems = list(run.problems((2,), 60))
        if "/no/such/folder" not in run.errors:
            problems.append(f"no message names the folder: {run.errors[:200]!r}")
        test.check("no language data", "\n".join(problems))
        for name in "locales/en.res", "locales/root.res", "profiles/plain.res":
            copy = os.path.join(self.folder, "data")
            for part in "locales", "profiles":
                shutil.copytree(os.path.join(data, part), os.path.join(copy, part), ignore=shutil.ignore_patterns("*.p"))
            if os.path.isdir(os.path.join(data, "reference")):
                shutil.copytree(os.path.join(data, "reference"), os.path.join(copy, "reference"))
            for kind, damaged in ("empty", b""), ("other", b"no bundle" * 100):
                with open(os.path.join(copy, name), "wb") as file:
                    file.write(damaged)
                run = self.run("extract", "--to", "jsonl", "good.txt", environment={"CLAUSARY_DATA": copy})
                problems = list(run.problems((0, 1, 2), 60))
                if not run.errors.strip():
                    problems.append("nothing was said about it")
                elif "/en." in name and "damaged" not in run.errors:
                    problems.append(f"it does not say what is wrong: {run.errors[:200]!r}")
                test.check(f"{kind} {name}", "\n".join(problems))
            shutil.rmtree(copy)


def main():
    parser = argparse.ArgumentParser(description="Run hostile inputs.")
    parser.add_argument("--program", required=True)
    parser.add_argument("--part", required=True, choices=["files", "texts", "stream", "outputs"])
    parser.add_argument("--sanitized", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="clausary-hostile-") as folder:
        hostile = Hostile(options, folder)
        tap.main(getattr(hostile, options.part))


if __name__ == "__main__":
    main()
