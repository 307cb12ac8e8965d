"""Processor time and memory of a command."""
import os
import subprocess
import sys
import tempfile


def run(command):
    """Processor seconds and peak KiB of a command; its output is in a file, as a pipe would cost both."""
    with tempfile.TemporaryFile() as output:
        child = subprocess.Popen(command, stdout=output)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode != 0:
            sys.exit(f"{' '.join(map(str, command))}: exit status {child.returncode}")
        output.seek(0)
        return usage.ru_utime + usage.ru_stime, usage.ru_maxrss, output.read().decode()
