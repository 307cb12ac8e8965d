#!/usr/bin/env python3
"""The folders are stages: a file includes only its own folder and those before it.

    layers.py TOP [FILE...]
"""
import os
import re
import sys

import tap

ORDER = ["base", "document", "input", "language", "mining", "align", "termbase", "transfer", "update", "verify", "write"]
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.MULTILINE)


def source_files(top, folders):
    for folder in folders:
        for path, _, names in sorted(os.walk(os.path.join(top, folder))):
            for name in sorted(names):
                if name.endswith((".c", ".h", ".def", ".in")):
                    yield os.path.relpath(os.path.join(path, name), top)


def wrong_includes(top, file):
    """What is wrong with the includes of one file of the library, one line each."""
    folder = file.split(os.sep)[1]
    if folder == "reference" and not file.endswith((".c", ".h")):
        return []  # data, with the list of it
    if folder not in ORDER:
        return [f"{file}: the folder {folder} is not one of {' '.join(ORDER)}"]
    wrong = []
    text = open(os.path.join(top, file), encoding="utf-8").read()
    for quote, name in INCLUDE.findall(text):
        part = name.split("/")[0] if "/" in name else None
        if quote == "<" and (name == "clausary.h" or part in ORDER):
            wrong.append(f'<{name}>: our own headers stand in quotes')
        elif quote == '"' and part in ORDER:
            if ORDER.index(part) > ORDER.index(folder):
                wrong.append(f'"{name}": {part} comes after {folder}')
        elif quote == '"' and name != "clausary.h" and not name.endswith(".def"):
            wrong.append(f'"{name}": not FOLDER/FILE of {" ".join(ORDER)}')
    return wrong


def wrong_command_includes(top, file):
    """The command sees the library by its one installed header."""
    folder = os.path.dirname(os.path.join(top, file))
    text = open(os.path.join(top, file), encoding="utf-8").read()
    return [f'"{name}": the command includes <clausary.h> and its own files' for quote, name in INCLUDE.findall(text)
            if name == "clausary.h" and quote == '"'
            or name.split("/")[0] in ORDER
            or quote == '"' and not os.path.exists(os.path.join(folder, name)) and not name.endswith(".def")]


def cycle(top, files):
    """A ring of headers that include each other, or None."""
    graph = {}
    for file in files:
        text = open(os.path.join(top, file), encoding="utf-8").read()
        graph["/".join(file.split(os.sep)[1:])] = [name for quote, name in INCLUDE.findall(text) if quote == '"']
    done = set()

    def walk(name, trail):
        if name in trail:
            return trail[trail.index(name):] + [name]
        if name in done or name not in graph:
            return None
        for other in graph[name]:
            found = walk(other, trail + [name])
            if found:
                return found
        done.add(name)
        return None

    return next(filter(None, (walk(name, []) for name in sorted(graph))), None)


def run(test):
    top = sys.argv[1]
    library = list(source_files(top, ["extractor", "glossaries"]))
    for file in library:
        test.check(file, "\n".join(wrong_includes(top, file)))
    for file in source_files(top, ["cli"]):
        test.check(file, "\n".join(wrong_command_includes(top, file)))
    ring = cycle(top, library)
    test.check("no cycle", ring and " -> ".join(ring))
    test.check("there are sources", None if len(library) > 20 else f"only {len(library)} files found in {top}")


if __name__ == "__main__":
    tap.main(run)
