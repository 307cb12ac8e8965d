#!/usr/bin/env python3
"""The library as others see it: its header, its symbols, its example.

    check_public.py --part headers|symbols|variables|example|manual --top TOP --build BUILD --library FILE --core FILE
                    [--flags "FLAGS OF THE COMPILER"] -- COMPILER...

The header compiles alone, as C11 and as C++; so does each of its parts, and every header of our own. The shared library exports the calls of
clausary.h and nothing else. No global variable of the library can change. The C example of README.md compiles with
the header and the library alone, and does what it says. The manual page has no mistake that mandoc can see.
"""
import argparse
import glob
import os
import re
import shutil
import subprocess
import tempfile

import tap


def output_of(command, **more):
    run = subprocess.run(command, capture_output=True, text=True, check=False, **more)
    return run.returncode, run.stdout, run.stderr


class Public:
    def __init__(self, options):
        self.top, self.build = os.path.abspath(options.top), os.path.abspath(options.build)
        self.library, self.core = os.path.abspath(options.library), os.path.abspath(options.core)
        self.compiler = options.compiler
        self.flags = options.flags.split()
        self.parts = sorted(glob.glob(os.path.join(self.top, "include", "clausary", "*.h")))
        self.header = "".join(open(path, encoding="utf-8").read() for path in self.parts)

    def compile(self, source, suffix, flags, compiler=None):
        with tempfile.TemporaryDirectory(prefix="clausary-public-") as folder:
            path = os.path.join(folder, "use" + suffix)
            with open(path, "w", encoding="utf-8") as file:
                file.write(source)
            command = [*(compiler or self.compiler), "-fsyntax-only", "-Wall", "-Wextra", "-Werror", *flags, path]
            status, _, errors = output_of(command)
            return errors or "it does not compile" if status else None

    def headers(self, test):
        include = "-I" + os.path.join(self.top, "include")
        use = '#include <clausary.h>\n#include <clausary.h>\nint main(void) { return clausary_version() == 0; }\n'
        for standard in "c11", "c17":
            test.check(f"clausary.h as {standard}",
                       self.compile(use, ".c", [include, f"-std={standard}", "-pedantic-errors", "-Wstrict-prototypes"]))
        plus = shutil.which("c++") or shutil.which("g++") or shutil.which("clang++")
        if plus:
            test.check("clausary.h as C++", self.compile(use, ".cc", [include, "-std=c++11", "-pedantic-errors"], [plus]))
        else:
            test.skip("clausary.h as C++", "no C++ compiler")
        whole = open(os.path.join(self.top, "include", "clausary.h"), encoding="utf-8").read()
        for path in self.parts:
            name = "clausary/" + os.path.basename(path)
            test.check(f"{name} alone", self.compile(f"#include <{name}>\nint main(void) {{ return 0; }}\n", ".c",
                                                     [include, "-std=c11", "-pedantic-errors"]))
            test.check(f"{name} is in clausary.h", None if f'#include "{name}"' in whole else "it is not")
        ours = ["-I" + os.path.join(self.top, part) for part in ("include", "extractor", "glossaries")]
        for folder in "extractor", "glossaries", "cli":
            for path in sorted(glob.glob(os.path.join(self.top, folder, "**", "*.h"), recursive=True)):
                name = os.path.relpath(path, self.top)
                flags = ours + ["-I" + os.path.dirname(path)] + self.flags + ["-std=c17", "-D_POSIX_C_SOURCE=200809L"]
                test.check(f"{name} alone", self.compile(f'#include "{path}"\nextern int clausary_unused;\n', ".c", flags))

    def symbols(self, test):
        declared = set(re.findall(r"CLAUSARY_API\b[^;]*?\b(clausary_\w+)\(", self.header))
        status, out, errors = output_of(["nm", "-D", "--defined-only", self.library])
        exported = {line.split()[-1].split("@")[0] for line in out.splitlines()}
        exported = {name for name in exported if not name.startswith("_")}
        wrong = [f"exported, but not in clausary.h: {name}" for name in sorted(exported - declared)]
        wrong += [f"in clausary.h, but not exported: {name}" for name in sorted(declared - exported)]
        test.check("the library exports the calls of clausary.h", errors if status else "\n".join(wrong))
        test.check("there are calls", None if len(declared) > 20 else f"only {len(declared)} found in clausary.h")

    def variables(self, test):
        status, out, errors = output_of(["nm", "-f", "sysv", self.core])
        wrong = []
        for line in out.splitlines():
            fields = [field.strip() for field in line.split("|")]
            if len(fields) > 6 and re.fullmatch(r"\.(data|bss|tdata|tbss)(\.(?!rel\.ro).*)?|\*COM\*", fields[6]):
                if not re.match(r"_|\.L", fields[0]) and fields[3] == "OBJECT":
                    wrong.append(f"{fields[0]} lies in {fields[6]}: it can change")
        test.check("no variable of the library can change", errors if status else "\n".join(wrong))

    def example(self, test):
        readme = os.path.join(self.top, "README.md")
        text = open(readme, encoding="utf-8").read() if os.path.exists(readme) else ""
        found = re.findall(r"^```c\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
        if not test.check("README.md has a C example", None if found else "no block ```c"):
            return
        for source in found:
            with tempfile.TemporaryDirectory(prefix="clausary-example-") as folder:
                path, program = os.path.join(folder, "example.c"), os.path.join(folder, "example")
                with open(path, "w", encoding="utf-8") as file:
                    file.write(source)
                status, _, errors = output_of([*self.compiler, "-std=c11", "-Wall", "-Wextra", "-Werror",
                                               "-I" + os.path.join(self.top, "include"), *self.flags, path, "-o", program,
                                               self.library, "-Wl,-rpath," + os.path.dirname(self.library)])
                if test.check("the example of README.md compiles", errors or "failed" if status else None):
                    status, out, errors = output_of([program, os.path.join(self.top, "samples", "resolution.en.txt")],
                                                    cwd=os.path.join(self.top, "samples"), timeout=60)
                    test.check("… and runs", f"status {status}\n{errors}" if status else None)
                    test.check("… and finds what there is", None if "ITSU" in out else f"it printed: {out[:500]}")


    def manual(self, test):
        page = os.path.join(self.build, "cli", "clausary.1")
        if not shutil.which("mandoc"):
            test.skip("the manual page", "no mandoc")
            return
        _, out, errors = output_of(["mandoc", "-T", "lint", "-W", "warning", page])
        # no date: the same input gives the same page on any day
        wrong = [line for line in (out + errors).splitlines() if "missing date" not in line]
        test.check("the manual page", "\n".join(wrong))


def main():
    parser = argparse.ArgumentParser(description="The library as others see it.")
    for name in "top", "build", "library", "core":
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--flags", default="")
    parser.add_argument("--part", choices=["headers", "symbols", "variables", "example", "manual"], required=True)
    parser.add_argument("compiler", nargs="+")
    tap.main(getattr(Public(parser.parse_args()), parser.parse_args().part))


if __name__ == "__main__":
    main()
