"""Running programs and saying what they took."""
from __future__ import annotations

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Runs:
    """What the runs of one command took."""
    cpu: list = field(default_factory=list)
    wall: list = field(default_factory=list)
    peak: list = field(default_factory=list)

    @property
    def median(self):
        return statistics.median(self.cpu)

    @property
    def clock(self):
        return statistics.median(self.wall)

    @property
    def peak_mib(self):
        return max(self.peak) / 1024

    @property
    def spread(self):
        """Half of what lies between the fastest and the slowest run, by the median."""
        return (max(self.cpu) - min(self.cpu)) / 2 / self.median if self.median else 0


def cores(count):
    """The last `count` of the cores that this process may use."""
    allowed = sorted(os.sched_getaffinity(0))
    return set(allowed[-count:])


class Watch:
    """The small program that starts what is measured; set once."""
    program = None


def run(command, on=1):
    """Processor seconds, seconds by the clock, peak in KiB of one run on `on` cores."""
    place = cores(on)
    with tempfile.NamedTemporaryFile("r") as told:
        done = subprocess.run(
            [Watch.program, told.name, *[str(word) for word in command]],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False,
            preexec_fn=lambda: os.sched_setaffinity(0, place))
        if done.returncode != 0:
            sys.exit(f"bench: {command[0]} failed with status {done.returncode}:\n"
                     + done.stderr.decode("utf-8", "replace")[-2000:])
        cpu, wall, peak = told.read().split()
    return float(cpu), float(wall), int(peak)


def in_turns(commands, repeat, on=1, clear=()):
    """Runs commands, by name, in turns; folders of `clear` are emptied before each."""
    runs = {name: Runs() for name in commands}
    for _ in range(repeat):
        for name, command in commands.items():
            for folder in clear:
                shutil.rmtree(folder, ignore_errors=True)
            cpu, wall, peak = run(command, on=on)
            runs[name].cpu.append(cpu)
            runs[name].wall.append(wall)
            runs[name].peak.append(peak)
    return runs


def instructions(command, clear=()):
    """Instructions of one run by callgrind; `None` where valgrind is not installed."""
    if not shutil.which("valgrind"):
        return None
    for folder in clear:
        shutil.rmtree(folder, ignore_errors=True)
    with tempfile.TemporaryDirectory() as folder:
        profile = Path(folder) / "profile"
        done = subprocess.run(
            ["valgrind", "--tool=callgrind", f"--callgrind-out-file={profile}",
             *[str(word) for word in command]], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
            text=True, check=False)
        if done.returncode != 0:
            print(f"bench: valgrind: {done.stderr[-500:]}", file=sys.stderr)
            return None
        found = re.search(r"Collected\s*:\s*(\d+)", done.stderr)
        return int(found[1]) if found else None


def stripped(program: Path, folder: Path):
    """A copy without debugging information, which is more than valgrind reads."""
    copy = folder / (program.name + "-stripped")
    subprocess.run(["strip", "-g", "-o", copy, program], check=True)
    return copy
