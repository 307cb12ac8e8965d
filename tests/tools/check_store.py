#!/usr/bin/env python3
"""The store: what has not changed is not read again, versions that come later join, and whatever ends `clausary add`,
every committed document is there.

    check_store.py --program PROGRAM [--kills N]
"""
import argparse
import os
import random
import re
import resource
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time

import tap

DOCUMENTS = 24


def text(number, language, edition=1):
    """A resolution of our own in English or French, about instruments that no other has."""
    name = {"en": f"tidal instrument array {number}", "fr": f"réseau d'instruments de marée {number}"}[language]
    acronym = {"en": f"TIA{number}", "fr": f"RIM{number}"}[language]
    lines = {
        "en": [f"RESOLUTION {number} (Port Almira, 2031)", "", "The Harbour Assembly (Port Almira, 2031),", "recalling",
               f"a)\tthat the {name} ({acronym}) was moored in {2000 + edition},",
               "resolves", f"1\tto keep watch with the {acronym}."],
        "fr": [f"RÉSOLUTION {number} (Port Almira, 2031)", "", "L'Assemblée portuaire (Port Almira, 2031),", "rappelant",
               f"a)\tque le {name} ({acronym}) a été mouillé en {2000 + edition},",
               "décide", f"1\tde veiller au moyen du {acronym}."]}[language]
    return "\n".join(lines) + "\n"


def write(folder, number, language="en", edition=1):
    path = os.path.join(folder, f"resolution-{number}.{language}.txt")
    with open(path, "w", encoding="utf-8") as file:
        file.write(text(number, language, edition))
    return path


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True)
    parser.add_argument("--kills", type=int, default=20)
    options = parser.parse_args()
    program = os.path.abspath(options.program)
    if subprocess.run([program, "help", "add"], capture_output=True, check=False).returncode:
        tap.main(lambda test: test.skip("the store", "this build has none"))

    def clausary(*arguments, **more):
        return subprocess.run([program, *arguments], capture_output=True, text=True, check=False, **more)

    def counts(done):
        """Read, unchanged, in the store."""
        found = re.search(r"read: (\d+); unchanged: (\d+); in the store: (\d+)", done.stderr)
        return tuple(map(int, found.groups())) if found else done.stderr

    def whole(store):
        """What is wrong inside a store."""
        database = sqlite3.connect(store)
        try:
            if database.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
                return "integrity"
            if not database.execute("SELECT count(*) FROM sqlite_master WHERE name = 'document'").fetchone()[0]:
                return None
            if database.execute("SELECT count(*) FROM document WHERE work NOT IN (SELECT id FROM work)").fetchone()[0]:
                return "a document without its work"
            if database.execute("SELECT count(*) FROM work WHERE id NOT IN (SELECT work FROM document)").fetchone()[0]:
                return "a work without documents"
        finally:
            database.close()
        return None

    def size(store):
        """Documents in a store."""
        database = sqlite3.connect(store)
        try:
            return database.execute("SELECT count(*) FROM document").fetchone()[0]
        except sqlite3.OperationalError: # killed before it had a table
            return 0
        finally:
            database.close()

    def run(test):
        folder = tempfile.mkdtemp()
        try:
            documents, store = os.path.join(folder, "documents"), os.path.join(folder, "terms.db")
            os.mkdir(documents)
            for number in range(1, DOCUMENTS + 1):
                write(documents, number)
            found = counts(clausary("add", store, documents))
            test.check("all are read at first", None if found == (DOCUMENTS, 0, DOCUMENTS) else str(found))
            found = counts(clausary("add", store, documents))
            test.check("nothing is read again", None if found == (0, DOCUMENTS, DOCUMENTS) else str(found))
            write(documents, 3, edition=2)
            found = counts(clausary("add", store, documents))
            test.check("what has changed is read again", None if found == (1, DOCUMENTS - 1, DOCUMENTS) else str(found))
            write(documents, 5, "fr")
            found = counts(clausary("add", store, documents))
            test.check("a new version is read with the one that is there",
                       None if found == (2, DOCUMENTS, DOCUMENTS + 1) else str(found))
            table = clausary("export", store, "--to", "csv-wide").stdout
            both = [line for line in table.splitlines() if "TIA5," in line and "RIM5," in line]
            test.check("both languages are one entry", None if len(both) == 1 else table)
            done = clausary("export", store, "-o", os.path.join(folder, "terms.tbx"))
            valid = clausary("validate", os.path.join(folder, "terms.tbx"))
            test.check("what is exported is valid", done.stderr + valid.stdout if done.returncode or valid.returncode else None)
            wanted = clausary("export", store, "--to", "json").stdout

            done = clausary("add", os.path.join(documents, "resolution-1.en.txt"), documents)
            test.check("a file that is no store is refused", None if done.returncode == 2 else done.stderr)
            done = clausary("export", os.path.join(folder, "nothing.db"))
            test.check("a store that is not there is told", None if done.returncode == 2 else done.stderr)

            killed = os.path.join(folder, "killed.db")
            random.seed(7)
            started = time.monotonic()
            clausary("add", os.path.join(folder, "timed.db"), documents)
            takes, wrong, before = time.monotonic() - started, [], 0
            for kill in range(options.kills):
                with subprocess.Popen([program, "add", killed, documents], stderr=subprocess.DEVNULL) as child:
                    time.sleep(random.random() * takes)
                    child.send_signal(signal.SIGKILL)
                if not os.path.exists(killed):
                    continue
                problem = whole(killed)
                held = size(killed)
                if problem or held < before:
                    wrong.append(f"kill {kill}: {problem}, {held} documents after {before}")
                before = held
            test.check(f"killed {options.kills} times, nothing that was committed is lost", "\n".join(wrong) or None)
            done = clausary("add", killed, documents)
            test.check("it goes on where it was", None if done.returncode == 0 and whole(killed) is None else done.stderr)
            again = clausary("export", killed, "--to", "json").stdout
            test.check("and has the same in the end", None if again == wanted else "another termbase")

            busy = os.path.join(folder, "busy.db")
            other = sqlite3.connect(busy, isolation_level=None)
            other.execute("BEGIN IMMEDIATE")  # as one that is making the store
            with subprocess.Popen([program, "add", busy, documents], stderr=subprocess.DEVNULL) as child:
                time.sleep(0.5)
                waits = child.poll() is None
                other.execute("ROLLBACK")
                code = child.wait()
            other.close()
            test.check("a writer waits for one that makes the store", None if waits and code == 0 else f"{waits} {code}")

            wrong = []
            for attempt in range(8):  # both make the store
                two = os.path.join(folder, f"two-{attempt}.db")
                children = [subprocess.Popen([program, "add", two, documents], stderr=subprocess.DEVNULL) for _ in range(2)]
                readers = [clausary("export", two, "--to", "json").returncode for _ in range(3)]
                codes = [child.wait() for child in children]
                same = clausary("export", two, "--to", "json").stdout == wanted
                if codes != [0, 0] or not same:
                    wrong.append(f"attempt {attempt}: writers {codes}, readers {readers}, the same in the end: {same}")
            test.check("two writers and a reader at once", "\n".join(wrong) or None)

            def small():
                signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
                resource.setrlimit(resource.RLIMIT_FSIZE, (60000, 60000))

            full = os.path.join(folder, "full.db")
            done = clausary("add", full, documents, preexec_fn=small)
            test.check("a full disk is told, and what was committed is whole",
                       None if done.returncode == 2 and done.stderr and whole(full) is None else f"{done.returncode} {done.stderr}")
        finally:
            shutil.rmtree(folder)

    tap.main(run)


if __name__ == "__main__":
    main()
