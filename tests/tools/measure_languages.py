#!/usr/bin/env python3
"""Measure how often the language of a text is found, on outside data whose languages are known.

    measure_languages.py [--library build/release/libclausary.so] [--data FOLDER] [--texts FILE] [--errors N]

Prints a table: for each language the documents and the single sentences, how many of each were right, and what the
wrong ones were taken for. The folder is by default that of CLAUSARY_SHARED; languages without a bundle should be
"und". --texts writes the texts with their languages, one JSON object a line, so that other programs can be measured
on the same ones.
"""
import argparse
import collections
import ctypes
import glob
import json
import os
import re


class Slice(ctypes.Structure):
    _fields_ = [("data", ctypes.c_char_p), ("size", ctypes.c_size_t)]


class Library:
    """The calls of clausary.h that are needed here."""

    def __init__(self, path):
        self.calls = ctypes.CDLL(path)
        self.calls.clausary_document_language.restype = ctypes.c_char_p
        self.context = ctypes.c_void_p()
        if self.calls.clausary_context_new(ctypes.byref(self.context), None):
            raise SystemExit("no language data; name their folder with CLAUSARY_DATA")

    def language(self, text):
        data = text.encode()
        document = ctypes.c_void_p()
        if self.calls.clausary_read(ctypes.byref(document), self.context, Slice(data, len(data)), b"text", None):
            return "none"
        found = self.calls.clausary_document_language(document).decode()
        self.calls.clausary_document_free(document)
        return found


def documents(folder):
    """(language, name, text) of whole documents."""
    for path in sorted(glob.glob(os.path.join(folder, "parallel", "*", "*.txt"))):
        yield os.path.basename(os.path.dirname(path)), path
    for name in "definitions", "itu/txt":
        for path in sorted(glob.glob(os.path.join(folder, name, "*.txt"))):
            language = re.search(r"[.-](ar|en|es|fr|ru|zh)\b", os.path.basename(path).lower())
            yield (language[1] if language else "en"), path


def sentences(folder, most):
    """(language, name, text) of single sentences, at most `most` of each file."""
    for path in sorted(glob.glob(os.path.join(folder, "sdu22", "*", "*.json"))):
        language = os.path.basename(os.path.dirname(path)).split("-")[0]
        for item in json.load(open(path, encoding="utf-8"))[:most]:
            yield language, item["ID"], item["text"]
    for path in sorted(glob.glob(os.path.join(folder, "acronyms-multi", "*.jsonl"))):
        for line in list(open(path, encoding="utf-8"))[:most]:
            item = json.loads(line)
            yield item["language"], item["id"], item["text"]
    for path in sorted(glob.glob(os.path.join(folder, "parallel", "*", "*.txt"))):
        language = os.path.basename(os.path.dirname(path))
        if language in ("de", "it", "ja", "ko", "nl", "pl", "pt"):
            for number, line in enumerate(open(path, encoding="utf-8")):
                if len(line) > (30 if language in ("ja", "ko") else 60):
                    yield language, f"{path}:{number}", line


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--library", default="build/release/libclausary.so")
    options.add_argument("--data", default=os.path.join(os.environ.get("CLAUSARY_SHARED", "../shared"), "data", "dev"))
    options.add_argument("--most", type=int, default=400)
    options.add_argument("--errors", type=int, default=0)
    options.add_argument("--texts")
    options = options.parse_args()
    library = Library(options.library)
    bundles = {name[:-4] for name in os.listdir(os.path.join(os.environ["CLAUSARY_DATA"], "locales")) if name.endswith(".res")}
    texts = [("document", language, path, open(path, encoding="utf-8").read()) for language, path in documents(options.data)]
    texts += [("sentence",) + item for item in sentences(options.data, options.most)]
    if options.texts:
        with open(options.texts, "w", encoding="utf-8") as out:
            for kind, language, name, text in texts:
                out.write(json.dumps({"kind": kind, "language": language, "name": name, "text": text}) + "\n")
    counts, right, wrong, shown = collections.Counter(), collections.Counter(), collections.defaultdict(collections.Counter), 0
    for kind, language, name, text in texts:
        wanted = language if language in bundles else "und"
        found = library.language(text)
        counts[kind, language] += 1
        right[kind, language] += found == wanted
        if found != wanted:
            wrong[kind, language][found] += 1
            if shown < options.errors:
                shown += 1
                print(f"{wanted} taken for {found}: {name}: {text[:150]!r}")
    print("kind\tlanguage\ttexts\tright\tshare\twrong")
    for kind, language in sorted(counts):
        mistakes = " ".join(f"{tag} {count}" for tag, count in wrong[kind, language].most_common())
        total, good = counts[kind, language], right[kind, language]
        print(f"{kind}\t{language}\t{total}\t{good}\t{good / total:.4f}\t{mistakes}")


if __name__ == "__main__":
    main()
