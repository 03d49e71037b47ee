"""Files made to harm, through the command: hostile.py SCOREBOOK [NAME...] [--keep FOLDER]

Each has to end in the finding named here, within a second of processor time and 256 MB, and
honest files that only look odd have to be scored. Most are a real return with one thing done to
it, so that what would annotate it is reached too. One line a file; exit status 1 for a miss.
"""
from __future__ import annotations

import argparse
import json
import os
import pathlib
import resource
import signal
import sys
import tempfile
import threading
import time

import hostile_containers  # noqa: F401  (each registers its files)
import hostile_honest  # noqa: F401
import hostile_parts  # noqa: F401
import hostile_sheets  # noqa: F401
import hostile_zips  # noqa: F401
from hostile_base import ATTACKS, HERE

SECONDS = 1.0
MEGABYTES = 256
SCHEME = HERE.parents[1] / "templates/mof-2020/scheme.yaml"


def run(command: list[str]):
    """Status, processor seconds, wall seconds, peak megabytes, and what it said."""
    with tempfile.TemporaryFile() as said:
        began = time.monotonic()
        pid = os.posix_spawn(command[0], command, os.environ, file_actions=[
            (os.POSIX_SPAWN_DUP2, said.fileno(), 1), (os.POSIX_SPAWN_DUP2, said.fileno(), 2)])
        patience = threading.Timer(20 * SECONDS, os.kill, (pid, signal.SIGKILL))
        patience.start()
        _, status, usage = os.wait4(pid, 0)
        patience.cancel()
        wall = time.monotonic() - began
        said.seek(0)
        text = said.read(2000).decode("utf-8", "replace")
    return status, usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024, text


def make(attack, path: pathlib.Path) -> None:
    """Makes the file in a process of its own: a child inherits its parent's peak of memory."""
    pid = os.fork()
    if pid == 0:
        try:
            path.write_bytes(attack.make())
            os._exit(0)
        finally:
            os._exit(1)
    if os.waitpid(pid, 0)[1] != 0:
        raise SystemExit(f"{attack.name}: the file could not be made")


def outcomes(out: pathlib.Path) -> list:
    return json.loads((out / "results.json").read_text("utf-8"))["returns"]


def misses(attack, status, cpu, peak, said, out) -> list[str]:
    if os.WIFSIGNALED(status) or os.waitstatus_to_exitcode(status) != 0:
        return [f"ended with {os.waitstatus_to_exitcode(status)}: {said[-300:]}"]
    found = []
    returns = outcomes(out)
    codes = {f["code"] for r in returns for f in r["findings"]}
    if attack.code and attack.code not in codes:
        found.append(f"{attack.code} is missing among {' '.join(sorted(codes)) or 'no findings'}")
    if attack.scored != any(r["status"] == "scored" for r in returns):
        found.append("scored" if not attack.scored else f"not scored: {' '.join(sorted(codes))}")
    if cpu > SECONDS:
        found.append(f"{cpu:.2f} s, allowed are {SECONDS}")
    if peak > MEGABYTES:
        found.append(f"{peak:.0f} MB, allowed are {MEGABYTES}")
    return found


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("scorebook")
    parser.add_argument("names", nargs="*")
    parser.add_argument("--keep", type=pathlib.Path)
    args = parser.parse_args()
    command = os.path.abspath(args.scorebook)
    missed = worst_cpu = worst_peak = 0
    chosen = [a for a in ATTACKS if not args.names or a.name in args.names]
    for attack in chosen:
        with tempfile.TemporaryDirectory() as folder:
            path = (args.keep or pathlib.Path(folder)) / f"{attack.name}{attack.suffix}"
            out = pathlib.Path(folder) / "out"
            make(attack, path)
            size = path.stat().st_size
            status, cpu, wall, peak, said = run([
                command, "score", "--scheme", str(SCHEME), str(path), "--out", str(out),
                "--jobs", "1", "--quiet", "--fail-on", "never"])
            found = misses(attack, status, cpu, peak, said, out)
        missed += bool(found)
        worst_cpu, worst_peak = max(worst_cpu, cpu), max(worst_peak, peak)
        print(f"{'MISS' if found else 'ok  '} {attack.name:34} {size / 1024:9.1f} KB {cpu:6.2f} s "
              f"{wall:6.2f} s {peak:6.0f} MB  {'; '.join(found) or attack.code or 'scored'}", flush=True)
    print(f"{len(chosen) - missed} passed, {missed} failed; at most {worst_cpu:.2f} s and {worst_peak:.0f} MB")
    return 1 if missed else 0


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.exit(main())
