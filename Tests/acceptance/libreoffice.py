"""Workbooks opened and stored again by LibreOffice, their formulas worked out."""
from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path


def stored_again(files, out: Path):
    """Writes every workbook into `out` under its own name."""
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--norestore", "--convert-to",
             "xlsx:Calc MS Excel 2007 XML", "--outdir", str(out), *map(str, files)],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=600)
