#!/usr/bin/env python3
"""Run specifications: Markdown in which every fenced block is a test.

    run_spec.py --program PROGRAM FILE|FOLDER...      the language is the name of the folder: tests/spec/en/x.md

    ```spec
    The text of a document, as a person would type it.
    .
    pair AI = artificial intelligence @ p1
    ```

After the line that is a dot stand the findings, in any order:

    pair SHORT = LONG @ KEY           a short form joined with a long form; "@ KEY", the clause, may be left out
    definition TERM = TEXT @ KEY      "= TEXT" and "@ KEY" may be left out; TEXT may end in "..."
    source TERM = TEXT                the source that a definition cites
    mention FORM xN                   the form, as written, is found N times in all; x0: never
    clause KEY "LABEL"                all clauses, in order; the label may be left out
    none                              nothing of all this

Pairs and definitions must be all that are found; mentions are checked one form at a time; clauses only where the block
names one. "→" in the text stands for a tab. "```spec todo WHY" marks what is known to fail. A line
`<!-- options: --profile numbered -->` gives options of the command to all blocks after it. The blocks of a file that
share their options run through one `clausary extract --stream`.
"""
import argparse
import collections
import glob
import json
import os
import re
import subprocess

import tap

FENCE = re.compile(r"^```spec[ \t]*([^\n]*)\n(.*?)^```[ \t]*$|^<!-- options:\s*(.*?)\s*-->|^(#+ [^\n]*)", re.DOTALL | re.MULTILINE)
EXPECTATION = re.compile(r"(pair|definition|source|mention|clause|none)\b\s*(.*)")


def fold(text):
    return " ".join(text.split())


class Block:
    def __init__(self, name, line, info, body, options):
        self.name, self.line, self.options = name, line, options
        self.todo = info[4:].strip() or "known to fail" if info.startswith("todo") else None
        text, dot, expected = body.partition("\n.\n")
        self.text = text.replace("→", "\t") + "\n"
        self.expected = [row for row in expected.splitlines() if row.strip()]
        self.broken = None if dot and self.expected else "the block has no line '.' with expectations after it"
        self.findings = collections.defaultdict(list)


def blocks_of(path):
    text = open(path, encoding="utf-8").read()
    title, options, counts = "", "", collections.Counter()
    for found in FENCE.finditer(text):
        info, body, new_options, heading = found.groups()
        if heading:
            title = heading.lstrip("# ")
        elif new_options is not None:
            options = new_options
        else:
            counts[title] += 1
            yield Block(f"{title} {counts[title]}", text.count("\n", 0, found.start()) + 1, info.strip(), body, options)


def judge(block, kinds=("pair", "definition", "source", "mention", "clause")):
    """What is wrong with the findings of these kinds, one line each."""
    if block.broken:
        return [block.broken]
    if block.findings["error"]:
        return [f"error: {item.get('message')}" for item in block.findings["error"]]
    wanted = collections.defaultdict(list)
    for row in block.expected:
        found = EXPECTATION.fullmatch(row.strip())
        if not found:
            return [f"not an expectation: {row}"]
        wanted[found[1]].append(found[2])
    if wanted["none"] and len(block.expected) > 1:
        return ["'none' stands alone"]
    judges = {
        "pair": lambda: judge_all(block, "pair", wanted["pair"], "short", "long"),
        "definition": lambda: judge_all(block, "definition", wanted["definition"], "term", "definition"),
        "source": lambda: judge_sources(block, wanted["source"]),
        "mention": lambda: judge_mentions(block, wanted["mention"], bool(wanted["none"])),
        "clause": lambda: judge_clauses(block, wanted["clause"]),
    }
    return [problem for kind in kinds for problem in judges[kind]()]


def judge_all(block, kind, rows, left, right):
    """Every row is found, and nothing else."""
    rest = [(fold(item.get(left) or ""), fold(item.get(right) or ""), item.get("clause") or "")
            for item in block.findings[kind]]
    for row in rows:
        what, _, key = row.partition(" @ ")
        name, equals, text = what.partition(" = ")
        for item in rest:
            if (item[0] == fold(name) and (not key or item[2] == key.strip())
                    and (not equals or item[1] == fold(text)
                         or text.endswith("...") and item[1].startswith(fold(text[:-3])))):
                rest.remove(item)
                break
        else:
            yield f"not found: {kind} {row}"
    for item in rest:
        yield f"found besides: {kind} {item[0]} = {item[1]} @ {item[2]}"


def judge_sources(block, rows):
    for row in rows:
        term, _, source = row.partition(" = ")
        found = [item.get("source") or "" for item in block.findings["definition"] if fold(item.get("term") or "") == fold(term)]
        if fold(source) not in [fold(other) for other in found]:
            yield f"not found: source {row}; found: {found}"


def judge_mentions(block, rows, none):
    counts = collections.Counter()
    for item in block.findings["mention"]:
        start, end = item["span"]
        counts[fold(block.text[start:end])] += 1
        if fold(item["form"]).casefold() != fold(block.text[start:end]).casefold():
            yield f"mention {item['form']}: its span holds {block.text[start:end]!r}"
    for row in rows:
        found = re.fullmatch(r"(.*?)\s+x(\d+)", row)
        if not found:
            yield f"not an expectation: mention {row}"
        elif counts[fold(found[1])] != int(found[2]):
            yield f"mention {found[1]}: {counts[fold(found[1])]} times, not {found[2]}; found: {dict(counts)}"
    if none and counts:
        yield f"found besides: mentions {dict(counts)}"


def judge_clauses(block, rows):
    if not rows:
        return
    found = [(item["key"], item.get("label") or "") for item in block.findings["clause"]]
    wanted = [re.fullmatch(r'(\S+)(?:\s+"(.*)")?', row) for row in rows]
    if None in wanted:
        yield "a clause is written: clause KEY \"LABEL\""
    elif [match[1] for match in wanted] != [key for key, _ in found]:
        yield "clauses: " + " ".join(key for key, _ in found)
        yield " wanted: " + " ".join(match[1] for match in wanted)
    else:
        for match, (key, label) in zip(wanted, found):
            if match[2] is not None and match[2] != label:
                yield f"clause {key}: its label is {label!r}, not {match[2]!r}"


def extract(program, language, blocks):
    """Run the program once over the blocks; None, or what went wrong."""
    lines = "".join(json.dumps({"id": str(number), "text": block.text, "language": language}, ensure_ascii=False) + "\n"
                    for number, block in enumerate(blocks))
    try:
        run = subprocess.run([program, "extract", "--stream", *blocks[0].options.split()], input=lines.encode(),
                             capture_output=True, timeout=120, check=False)
    except subprocess.TimeoutExpired:
        return "no end after 120 s"
    if run.returncode:
        return f"exit status {run.returncode}: {run.stderr.decode(errors='replace')[-2000:]}"
    for line in run.stdout.decode().splitlines():
        item = json.loads(line)
        blocks[int(item["document"])].findings[item["type"]].append(item)
    return None


def find_files(arguments):
    for argument in arguments:
        if os.path.isdir(argument):
            yield from sorted(glob.glob(os.path.join(argument, "**", "*.md"), recursive=True))
        else:
            yield argument


def main():
    parser = argparse.ArgumentParser(description="Run specifications.")
    parser.add_argument("--program", required=True)
    parser.add_argument("files", nargs="+")
    options = parser.parse_args()
    program = os.path.abspath(options.program)

    def run(test):
        for path in find_files(options.files):
            language = os.path.basename(os.path.dirname(os.path.abspath(path)))
            groups = collections.defaultdict(list)
            for block in blocks_of(path):
                groups[block.options].append(block)
            test.check(f"{path}: has blocks", None if groups else "no fenced block ```spec was found")
            for blocks in groups.values():
                failure = extract(program, language, blocks)
                for block in blocks:
                    problem = failure or "\n".join(judge(block))
                    if problem and not failure:
                        problem += "\n" + "\n".join("| " + line for line in block.text.splitlines()[:12])
                    test.check(f"{os.path.basename(path)}:{block.line} {block.name}", problem, block.todo)

    tap.main(run)


if __name__ == "__main__":
    main()
