"""TAP (Test Anything Protocol 12), for the test programs of this folder."""
import sys


class Tap:
    """Prints one line a test and, as comments, why it failed. Used as `with Tap() as tap:`; the plan comes last."""

    def __init__(self):
        self.count = self.failures = 0

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        if kind is None:
            print(f"1..{self.count}", flush=True)
        return False

    def _line(self, word, name, directive=""):
        self.count += 1
        name = " ".join(str(name).replace("#", "").split())
        print(f"{word} {self.count} - {name}{directive}", flush=True)

    def check(self, name, problem=None, known_bug=None):
        """One test: `problem` is None, or says what is wrong, in one or more lines. A known bug is expected to fail."""
        directive = f" # TODO {known_bug}" if known_bug else ""
        self._line("not ok" if problem else "ok", name, directive)
        if problem:
            self.failures += not known_bug
            lines = str(problem).splitlines()
            for line in lines[:40]:
                print(f"#   {line}", flush=True)
            if len(lines) > 40:
                print(f"#   … and {len(lines) - 40} lines more", flush=True)
        return not problem

    def skip(self, name, why):
        self._line("ok", name, f" # SKIP {why}")


def main(run):
    """Run `run(tap)` and end with status 1 when a test failed."""
    with Tap() as tap:
        run(tap)
    sys.exit(1 if tap.failures else 0)
