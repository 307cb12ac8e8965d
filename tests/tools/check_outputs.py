#!/usr/bin/env python3
"""What is written is there as a whole or not at all: commands killed at random moments while they replace a file, a full
disk, a folder that nobody may write to.

    check_outputs.py --program PROGRAM [--kills N]
"""
import argparse
import os
import random
import resource
import shutil
import signal
import subprocess
import tempfile
import time

import tap

COPIES = 16
NOBODY = 65534


def text(edition, number):
    """A resolution of our own with terms that no other has."""
    year = 2030 + edition
    terms = [f"tidal register {number}-{i}: A book of kind {i + edition} that a keeper writes in the watch of day {number}."
             for i in range(12)]
    return "\n".join([f"RESOLUTION {number} (Port Almira, {year})", "", f"The Harbour Assembly (Port Almira, {year}),",
                      "recalling", f"a)\tthat the harbour watch array {number} (HWA{number}) was moored in {year},",
                      "resolves", f"1\tto keep watch with the HWA{number}.", "", "Annex A – Terms",
                      "A.1\tTerms defined in this resolution"]
                     + [f"A.1.{i + 1}\t{term}" for i, term in enumerate(terms)]) + "\n"


def read(path):
    if not os.path.exists(path):
        return None
    with open(path, "rb") as file:
        return file.read()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True)
    parser.add_argument("--kills", type=int, default=200)
    options = parser.parse_args()
    program = os.path.abspath(options.program)

    def clausary(*arguments, **more):
        return subprocess.run([program, *arguments], capture_output=True, text=True, check=False, **more)

    def make(folder):
        """Documents, termbases of two editions, and the commands that write: {name: (arguments before -o, after)}."""
        for edition in (1, 2):
            os.mkdir(os.path.join(folder, f"edition-{edition}"))
            for number in range(COPIES):
                with open(os.path.join(folder, f"edition-{edition}", f"{number}.txt"), "w", encoding="utf-8") as file:
                    file.write(text(edition, number))
        path = lambda name: os.path.join(folder, name)
        one, two, base, house = path("one.tbx"), path("two.tbx"), path("base.tbx"), path("house.tbx")
        clausary("extract", "-o", one, path("edition-1"))
        clausary("extract", "-o", two, path("edition-2"))
        clausary("extract", "--record", "-o", base, path("edition-1"))
        shutil.copy(one, house)
        commands = {
            "extract": (["extract"], [path("edition-2")]),
            "convert": (["convert", "--to", "csv"], [two]),
            "merge": (["merge", "-q"], [one, two]),
            "update": (["update", "-q"], [base, path("edition-2")]),
            "glossary": (["glossary"], [two, path("edition-2/3.txt")]),
            "diff": (["diff", "--to", "html"], [one, two]),
        }
        if clausary("convert", "--to", "xlsx", "-o", path("probe.xlsx"), one).returncode == 0:
            commands["convert to xlsx"] = (["convert", "--to", "xlsx"], [two])
        if clausary("help", "add").returncode == 0:
            clausary("add", path("store.db"), path("edition-1"))
            commands["export"] = (["export"], [path("store.db")])
        return commands

    def line(command, output):
        before, after = command
        return [*before, "-o", output, *after]

    def states(command, output, old):
        """The bytes of the output and of what stands beside it, before and after; how long it takes."""
        put_back(output, old)
        started = time.monotonic()
        done = clausary(*line(command, output))
        takes = time.monotonic() - started
        return (read(output), read(output + ".generated")), takes, done

    def put_back(output, old):
        for name, data in zip((output, output + ".generated"), old):
            if data is None:
                if os.path.exists(name):
                    os.remove(name)
            else:
                with open(name, "wb") as file:
                    file.write(data)

    def killed(folder, commands, chance):
        """Kill commands while they replace a file; then let them run to their end."""
        wrong, cut, finished = [], 0, 0
        for number in range(options.kills):
            name = sorted(commands)[number % len(commands)]
            command, output = commands[name], os.path.join(folder, "output", name.replace(" ", "-"))
            base = command[1][0] if name == "update" else None
            old = (b"what was there before\n", None)
            if base:
                old = (b"what was there before\n", b"and its record\n")
            new, takes, done = targets.setdefault(name, states(command, output, old))
            if done.returncode > 1 or new[0] in (None, old[0]):
                return f"{name}: {done.stderr}"
            put_back(output, old)
            with subprocess.Popen([program, *line(command, output)], stdout=subprocess.DEVNULL,
                                  stderr=subprocess.DEVNULL) as child:
                time.sleep(chance.random() * takes * 1.1)
                child.send_signal(signal.SIGKILL)
            found = read(output), read(output + ".generated")
            cut += found == old
            finished += found == new
            if found not in (old, (new[0], old[1]), new):
                wrong.append(f"kill {number}, {name}: half a file, {[len(each or '') for each in found]} bytes")
            done = clausary(*line(command, output))
            if (read(output), read(output + ".generated")) != new:
                wrong.append(f"kill {number}, {name}: another run does not mend it: {done.stderr}")
        if not wrong and (cut == 0 or finished == 0):
            wrong.append(f"no kill came in time: {cut} before the end, {finished} after")
        return "\n".join(wrong)

    def in_place(folder):
        """An update of a file in its place, killed between any two steps, can be done again."""
        home = os.path.join(folder, "in-place")
        os.mkdir(home)
        base = os.path.join(home, "base.tbx")
        old = (read(os.path.join(folder, "base.tbx")), read(os.path.join(folder, "base.tbx.generated")))
        arguments = ["update", "-q", "-o", base, base, os.path.join(folder, "edition-2")]
        put_back(base, old)
        clausary(*arguments)
        new = read(base), read(base + ".generated")
        put_back(base, (new[0], old[1])) # it ended before it could write what the run made
        clausary(*arguments)
        return None if read(base) == new[0] else "done again it gives another termbase"

    def leftovers(folder, name):
        """Files that a command left beside its output."""
        return [each for each in os.listdir(folder) if each.startswith(name + ".clausary-")]

    def full(folder, commands, where, **more):
        """No room: each command says so and what was there before is there."""
        for name, command in commands.items():
            output = os.path.join(where, "full")
            with open(output, "w", encoding="utf-8") as file:
                file.write("before\n")
            done = clausary(*line(command, output), **more)
            if done.returncode != 2 or " error:" not in done.stderr:
                return f"{name}: status {done.returncode}, {done.stderr}"
            if read(output) != b"before\n" or leftovers(where, "full") or os.path.exists(output + ".generated"):
                return f"{name}: something is left or lost"
        return None

    def small():
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    def device(commands):
        for name, command in commands.items():
            done = clausary(*line(command, "/dev/full"))
            if done.returncode != 2 or "/dev/full: error:" not in done.stderr:
                return f"{name}: status {done.returncode}, {done.stderr}"
        return None

    def on_small_disk(test, folder, commands):
        where = os.path.join(folder, "small-disk")
        os.mkdir(where)
        mounted = os.geteuid() == 0 and subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8k", "none", where],
                                                       capture_output=True, check=False).returncode == 0
        if not mounted:
            test.skip("a disk that is full", "no small file system can be mounted here")
            return
        try:
            test.check("a disk that is full", full(folder, commands, where))
        finally:
            subprocess.run(["umount", where], check=True)

    def runs(**user):
        """Whether a user can run the program: not where its folder, such as /root, is closed to others."""
        try:
            return subprocess.run([program, "list", "writers"], capture_output=True, check=False, **user).returncode == 0
        except PermissionError:
            return False

    def read_only(test, folder, commands):
        """As a user who may read everything here and write nothing."""
        as_nobody = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
        where = os.path.join(folder, "read-only")
        os.mkdir(where)
        output = os.path.join(where, "full")
        with open(output, "w", encoding="utf-8") as file:
            file.write("before\n")
        subprocess.run(["chmod", "-R", "a+rX", folder], check=True)
        store = os.path.join(where, "store.db")
        if "export" in commands:
            shutil.copy(os.path.join(folder, "store.db"), store)
            os.chmod(store, 0o444)
        os.chmod(where, 0o555)
        if not runs(**as_nobody):
            test.skip("a folder that nobody may write to", "the program cannot be run as another user here")
            return
        wrong = []
        for name, command in commands.items():
            for target in (output, os.path.join(where, "new")):
                done = clausary(*line(command, target), **as_nobody)
                if done.returncode != 2 or "error:" not in done.stderr:
                    wrong.append(f"{name}: status {done.returncode}, {done.stderr}")
        if read(output) != b"before\n" or sorted(os.listdir(where)) not in (["full"], ["full", "store.db"]):
            wrong.append(f"something is left or lost: {os.listdir(where)}")
        test.check("a folder that nobody may write to", "\n".join(wrong))
        if "export" in commands:
            done = clausary("export", store, **as_nobody)
            same = done.stdout == clausary("export", os.path.join(folder, "store.db")).stdout
            test.check("a store in it can be read", None if done.returncode == 0 and same else done.stderr)
            done = clausary("add", store, os.path.join(folder, "edition-2"), **as_nobody)
            test.check("and not be added to", None if done.returncode == 2 and done.stderr else f"{done.returncode}")
        os.chmod(where, 0o755)

    targets = {}

    def run(test):
        folder = tempfile.mkdtemp()
        try:
            os.mkdir(os.path.join(folder, "output"))
            commands = make(folder)
            test.check(f"killed {options.kills} times, a file is what it was or what it becomes",
                       killed(folder, commands, random.Random(11)))
            test.check("an update in place that was killed can be done again", in_place(folder))
            test.check("a file that may grow no more", full(folder, commands, os.path.join(folder, "output"),
                                                            preexec_fn=small))
            test.check("a device that is full", device(commands))
            on_small_disk(test, folder, commands)
            read_only(test, folder, commands)
        finally:
            shutil.rmtree(folder)

    tap.main(run)


if __name__ == "__main__":
    main()
