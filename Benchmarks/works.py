"""The works that are measured, one function a row of the report."""
from __future__ import annotations

import os
import shutil
import statistics
import sys
import time
from pathlib import Path

import measure
from blank_pattern import pattern
from floor_plan import FloorPlan
from inputs import SCHEME


class Bench:
    """What every work needs: options, inputs, the report, a passing folder."""

    def __init__(self, args, inputs, report, peers: Path, folder: Path):
        self.args, self.inputs, self.report, self.folder = args, inputs, report, folder
        self.scorebook = args.scorebook.resolve()
        self.programs, self.peers = args.programs.resolve(), peers
        # Returns a second, the share of reading, two cores against one: once they are measured.
        self.rate = self.reading = self.two_cores = None
        measure.Watch.program = self.program("watch")

    def program(self, name):
        return self.programs / name

    def peer(self, name, *words):
        return [sys.executable, self.peers / f"{name}.py", *words]

    def score(self, round_: Path, out: Path, jobs=1, program=None, programme=True):
        words = ["--programme", round_ / "programme.xlsx"] if programme else []
        returns = round_ / "returns" if programme else round_
        return [program or self.scorebook, "score", "--scheme", SCHEME, *words, returns, "--out",
                out, "--jobs", str(jobs), "--quiet", "--fail-on", "never"]

    def floor(self, name, round_: Path, programme=True):
        """The floor of a round: its steps are found from a finished run."""
        out = self.folder / f"{name}-finished"
        measure.run(self.score(round_, out, programme=programme))
        returns = round_ / "returns" if programme else round_
        plan = FloorPlan(self.folder / f"{name}-plan", self.folder / f"{name}-floor")
        with plan:
            for file in sorted(path for path in returns.rglob("*") if path.is_file()):
                below = file.relative_to(returns)
                copy = out / "returned" / below.with_name(below.stem + "_批注.xlsx")
                plan.annotate(file, copy if copy.is_file() else None)
            for file in ("results.json", "findings.csv", "summary.xlsx"):
                plan.write(out / file)
        shutil.rmtree(out)
        return plan.command(self.program("floor"), self.args.level)


def job(bench: Bench):
    """The whole job, beside the scripts and the floor."""
    args, out = bench.args, bench.folder / "out"
    round_ = bench.inputs.round(args.returns)
    count = len(list((round_ / "flat").iterdir()))
    runs = measure.in_turns(
        {"scorebook": bench.score(round_, out), "floor": bench.floor("job", round_)},
        args.repeat, clear=[out])
    scripts = ("openpyxl_script", "wolfxl_script", "calamine_script")
    # The scripts take long and vary little: three runs tell their median.
    runs.update(measure.in_turns(
        {name: bench.peer(name, round_ / "flat", out) for name in scripts},
        min(args.repeat, 3), clear=[out]))
    bench.report.runs(f"The whole job, {count:,} returns", runs, "scorebook", count, "returns")
    own = runs["scorebook"].median
    bench.rate = count / own
    fastest = min(scripts, key=lambda name: runs[name].median)
    bench.report.result("openpyxl", runs["openpyxl_script"].median / own)
    bench.report.result("fastest", runs[fastest].median / own, fastest)
    bench.report.result("floor", own / runs["floor"].median)


def instruction_counts(bench: Bench):
    """Instructions a return: what two rounds differ by, so that the start does not count."""
    own = measure.stripped(bench.scorebook, bench.folder)
    sizes, counts = ((10, 30) if bench.args.quick else (20, 80)), {}
    for size in sizes:
        round_, out = bench.inputs.round(size, faulty=False), bench.folder / "counted"
        counts["scorebook", size] = measure.instructions(
            bench.score(round_, out, program=own), clear=[out])
        # A part that hardly anything falls to does nothing but read.
        counts["reading alone", size] = measure.instructions(
            [*bench.score(round_, out, program=own), "--shard", "1/100000"], clear=[out])
        counts["floor", size] = measure.instructions(bench.floor(f"count{size}", round_))
    if None in counts.values():
        return
    rows, each = [], {}
    for name in ("scorebook", "reading alone", "floor"):
        small, large = (counts[name, size] for size in sizes)
        each[name] = (large - small) / (sizes[1] - sizes[0])
        rows.append([name, f"{each[name] / 1e6:.2f} M",
                     f"{(small - each[name] * sizes[0]) / 1e6:.1f} M",
                     f"{each[name] / each['scorebook']:.2f}"])
    bench.reading = each["reading alone"] / each["scorebook"]
    bench.report.table("Instructions (callgrind), clean returns",
                       ["", "a return", "apart from returns", "ratio"], rows)


def read(bench: Bench):
    """Reading every cell: many small forms, one large sheet."""
    args = bench.args
    forms = sorted((bench.inputs.round(args.returns, faulty=False) / "flat").iterdir())
    for key, files, title in (
            ("read-small", forms, f"Reading {len(forms):,} forms"),
            ("read-large", [bench.inputs.sheet(args.cells)],
             f"Reading a sheet of {args.cells:,} cells")):
        runs = measure.in_turns(
            {"read-cells": [bench.program("read-cells"), *files],
             "fastexcel": bench.peer("fastexcel_cells", *files),
             "calamine": bench.peer("calamine_cells", *files)}, args.repeat)
        bench.report.runs(title, runs, "read-cells")
        bench.report.result(key, runs["fastexcel"].median / runs["read-cells"].median)


def blanks(bench: Bench):
    """Writing the blanks of a programme, beside the same workbook written again and again."""
    args, out, pattern_file = bench.args, bench.folder / "blanks", bench.folder / "pattern"
    programme = bench.inputs.round(args.returns, faulty=False) / "programme.xlsx"
    command = [bench.scorebook, "handout", "--scheme", SCHEME, "--programme", programme, "--out",
               out, "--jobs", "1", "--quiet"]
    measure.run(command)
    written = sorted(out.rglob("*.xlsx"))
    middle = sorted(written, key=lambda file: file.stat().st_size)[len(written) // 2]
    pattern_file.write_text(pattern(middle), encoding="utf-8")
    count = str(len(written))
    runs = measure.in_turns(
        {"scorebook handout": command,
         "libxlsxwriter in C": [bench.program("blank-loop"), pattern_file, count, out],
         "Python XlsxWriter": bench.peer("xlsxwriter_blanks", pattern_file, count, out)},
        min(args.repeat, 3), clear=[out])
    bench.report.runs(f"Writing {count} blanks", runs, "scorebook handout", len(written), "blanks")
    own = runs["scorebook handout"].median
    bench.report.result("blanks-python", runs["Python XlsxWriter"].median / own)
    bench.report.result("blanks-c", own / runs["libxlsxwriter in C"].median)


def cores(bench: Bench):
    """Two cores against one, by the clock."""
    if len(os.sched_getaffinity(0)) < 2:
        return bench.report.result("cores", None, "one core here")
    args, out = bench.args, bench.folder / "out"
    round_ = bench.inputs.round(args.returns)
    runs = {}
    for _ in range(args.repeat):
        for count in (1, 2):
            step = measure.in_turns({count: bench.score(round_, out, jobs=count)}, 1, on=count,
                                    clear=[out])[count]
            kept = runs.setdefault(f"{count} core{'s' if count > 1 else ''}", measure.Runs())
            for name in ("cpu", "wall", "peak"):
                getattr(kept, name).extend(getattr(step, name))
    bench.report.runs("Cores", runs, "1 core")
    ratio = bench.two_cores = runs["1 core"].clock / runs["2 cores"].clock
    load = os.getloadavg()[0]
    bench.report.result("cores", ratio, f"load of the machine {load:.1f}")


def scale(bench: Bench):
    """A hundred returns against many: the same speed, and little memory. Without a programme: that
    of many projects is large itself, and read whole."""
    args, out, runs = bench.args, bench.folder / "out", {}
    for count, repeat in ((100, max(args.repeat, 5)), (args.scale, min(args.repeat, 3))):
        # Clean returns: the kinds of faults among a hundred are others than among many.
        round_ = bench.inputs.round(count, faulty=False)
        runs[f"{count:,} returns"] = (count, measure.in_turns(
            {"": bench.score(round_ / "returns", out, programme=False)}, repeat, clear=[out])[""])
    start = statistics.median(start_times(bench)) / 1000
    rows, speeds = [], []
    for name, (count, run) in runs.items():
        speeds.append(count / (run.median - start))
        rows.append([name, f"{run.median:.3f} s", f"± {run.spread * 100:.1f} %",
                     f"{speeds[-1]:,.0f}", f"{run.peak_mib:.1f} MiB"])
    bench.report.table("Small and large rounds",
                       ["", "processor time, median", "spread", "returns/s", "peak memory"], rows)
    bench.report.result("scale-speed", speeds[1] / speeds[0])
    bench.report.result("scale-memory", run.peak_mib)


def large(bench: Bench):
    """Annotating a return among a million cells."""
    args, out, peaks = bench.args, bench.folder / "out", []
    for key, apart in (("large-below", False), ("large-apart", True)):
        folder = bench.inputs.large_return(args.cells, apart)
        name = "annotating" if apart else "annotating, on the same sheet"
        runs = measure.in_turns(
            {"scorebook": bench.score(folder, out, programme=False),
             "floor": bench.floor(key, folder, programme=False)}, args.repeat, clear=[out])
        bench.report.runs(f"{args.cells:,} cells: {name}", runs, "scorebook")
        bench.report.result(key, runs["scorebook"].median / runs["floor"].median)
        peaks.append(runs["scorebook"].peak_mib)
    bench.report.result("large-memory", max(peaks))


def start_times(bench: Bench, program=None, runs=40):
    """Milliseconds by the clock from the start of the program to its end."""
    found = []
    words = [str(program)] if program else [str(bench.scorebook), "--version"]
    nowhere = [(os.POSIX_SPAWN_OPEN, 1, "/dev/null", os.O_WRONLY, 0)]
    for _ in range(runs):
        begin = time.perf_counter()
        process = os.posix_spawn(words[0], words, os.environ, file_actions=nowhere)
        os.waitpid(process, 0)
        found.append((time.perf_counter() - begin) * 1000)
    return found


def start(bench: Bench):
    """How long it takes to say the version."""
    own, nothing = start_times(bench), start_times(bench, shutil.which("true"))
    rows = [[name, f"{statistics.median(times):.2f} ms", f"{min(times):.2f} ms"]
            for name, times in (("scorebook --version", own), ("true", nothing))]
    bench.report.table("Start-up", ["", "median", "least"], rows)
    bench.report.result("start", statistics.median(own))
