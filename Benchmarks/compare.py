"""Scorebook against the peers of this folder, on the same returns and one core.

Usage: compare.py --scorebook PATH [--returns N] [--repeat K]

Generates N returns in a passing folder, half of them clean, runs everything K times
in turns, and prints a Markdown table: the medians, the spread, peak memory, and how
many times as long as Scorebook a peer takes.
"""
from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent


def generate(folder: Path, count: int):
    """Returns of the national form, as the acceptance tests make them; then flat copies."""
    half = count // 2
    subprocess.run(
        [sys.executable, "generate.py", "--out", folder, "--clean", str(count - half),
         "--faulty", str(half), "--seed", "3", "--dialect", "plain"],
        cwd=ROOT / "Tests/acceptance", check=True, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL)
    flat = folder / "flat"
    flat.mkdir()
    for file in sorted((folder / "returns").rglob("*.xlsx")):
        shutil.copy(file, flat / file.name)
    return len(list(flat.iterdir()))


def measure(command, core):
    """Seconds of processor time and of the clock, and the peak in MiB."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                               preexec_fn=lambda: os.sched_setaffinity(0, {core}))
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"{command[0]} failed with status {status}")
    wall = time.perf_counter() - start
    return usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024


def row(name, runs, base):
    cpu = [run[0] for run in runs]
    median = statistics.median(cpu)
    wall = statistics.median(run[1] for run in runs)
    peak = max(run[2] for run in runs)
    times = "" if base is None else f"{median / base:.1f} ×"
    print(f"| {name} | {median:.2f} s | {min(cpu):.2f}–{max(cpu):.2f} s | {wall:.2f} s "
          f"| {peak:.0f} MiB | {times} |", flush=True)
    return median


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--scorebook", type=Path, required=True)
    parser.add_argument("--returns", type=int, default=300)
    parser.add_argument("--repeat", type=int, default=5)
    args = parser.parse_args()
    core = max(os.sched_getaffinity(0))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = generate(folder, args.returns)
        scheme = ROOT / "templates/mof-2020/scheme.yaml"
        commands = {"scorebook": [
            args.scorebook.resolve(), "score", "--scheme", scheme, "--programme",
            folder / "programme.xlsx", folder / "returns", "--out", folder / "out",
            "--jobs", "1", "--quiet", "--fail-on", "never"]}
        for peer in sorted((HERE / "peers").glob("*.py")):
            commands[peer.stem] = [sys.executable, peer, folder / "flat", folder / "peer"]
        runs = {name: [] for name in commands}
        for _ in range(args.repeat):
            for name, command in commands.items():
                for out in ("out", "peer"):
                    shutil.rmtree(folder / out, ignore_errors=True)
                runs[name].append(measure(command, core))
        print(f"{files} returns, one core, {args.repeat} runs in turns\n")
        print("| | processor time, median | spread | clock, median | peak memory | ratio |")
        print("|---|---|---|---|---|---|")
        base = row("scorebook", runs.pop("scorebook"), None)
        for name, measured in runs.items():
            row(name, measured, base)


if __name__ == "__main__":
    main()
