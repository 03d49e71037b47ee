"""The report: one row for each target, then the figures behind it."""
from __future__ import annotations

import os
import platform
import re
from pathlib import Path

TARGETS = {
    "openpyxl": "the whole job, against the openpyxl script",
    "fastest": "the whole job, against the fastest script",
    "floor": "the whole job, against the floor",
    "read-small": "reading small forms, against fastexcel",
    "read-large": "reading a sheet of {cells:,} cells, against fastexcel",
    "blanks-python": "blanks, against Python XlsxWriter",
    "blanks-c": "blanks, against a libxlsxwriter loop in C",
    "cores": "two cores against one",
    "scale-speed": "returns/s of {scale:,} returns against 100",
    "scale-memory": "peak memory at {scale:,} returns",
    "large-below": "annotating {cells:,} cells on the form's sheet, against the floor",
    "large-apart": "annotating a form beside a sheet of {cells:,} cells, against the floor",
    "large-memory": "peak memory of that",
    "start": "start-up (`--version`)",
}
# At least or at most, and the unit: × of ratios.
BOUNDS = {
    "openpyxl": (">=", 50, "×"), "fastest": (">=", 10, "×"), "floor": ("<=", 1.5, "×"),
    "read-small": (">=", 2, "×"), "read-large": (">=", 2, "×"),
    "blanks-python": (">=", 8, "×"), "blanks-c": ("<=", 1.15, "×"), "cores": (">=", 1.9, "×"),
    "scale-speed": (">=", 0.9, "×"), "scale-memory": ("<=", 96, "MiB"),
    "large-below": ("<=", 1.2, "×"), "large-apart": ("<=", 1.2, "×"),
    "large-memory": ("<=", 160, "MiB"), "start": ("<=", 10, "ms"),
}


class Report:
    def __init__(self, cells, scale):
        self.names = {key: text.format(cells=cells, scale=scale) for key, text in TARGETS.items()}
        self.found, self.tables, self.notes, self.closing = {}, [], [], ""

    def result(self, key, value, note=""):
        self.found[key] = (value, note)

    def table(self, title, head, rows):
        self.tables.append((title, head, rows))

    def runs(self, title, runs, base, per=None, unit=""):
        """What the runs of several programs took, beside one of them."""
        head = ["", "processor time, median", "spread", "clock, median", "peak memory", "ratio"]
        if per:
            head.insert(4, f"{unit}/s")
        rows = []
        for name, run in runs.items():
            cells = [name, f"{run.median:.3f} s", f"± {run.spread * 100:.1f} %",
                     f"{run.clock:.3f} s"]
            if per:
                cells.append(f"{per / run.median:,.0f}")
            cells += [f"{run.peak_mib:.1f} MiB",
                      "1" if name == base else f"{run.median / runs[base].median:.2f}"]
            rows.append(cells)
        self.table(title, head, rows)

    def markdown(self):
        lines = ["# Benchmark report", "", *self.notes, "", "## Targets", "",
                 "| work | measured | target | met |", "|---|---|---|---|"]
        for key, name in self.names.items():
            sign, bound, unit = BOUNDS[key]
            target = f"{'≥' if sign == '>=' else '≤'} {bound} {unit}"
            value, note = self.found.get(key, (None, "not measured in this run"))
            if value is None:
                lines.append(f"| {name} | {note} | {target} | – |")
                continue
            met = value >= bound if sign == ">=" else value <= bound
            shown = f"{value:.2f} {unit}" + (f" ({note})" if note else "")
            lines.append(f"| {name} | {shown} | {target} | {'yes' if met else '**no**'} |")
        for title, head, rows in self.tables:
            lines += ["", f"## {title}", "", "| " + " | ".join(head) + " |", "|---" * len(head) + "|"]
            lines += ["| " + " | ".join(row) + " |" for row in rows]
        return "\n".join(lines) + "\n" + self.closing


def machine():
    """The processor and how many cores of it may be used."""
    model = re.search(r"model name\s*:\s*(.+)", Path("/proc/cpuinfo").read_text())
    return (f"{model[1] if model else platform.machine()}, "
            f"{len(os.sched_getaffinity(0))} cores, Linux {platform.release()}, "
            f"Python {platform.python_version()}")
