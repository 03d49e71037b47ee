"""The steps of Sources/floor: what a finished run read, changed and wrote.

Compares the annotated copies of a run with the returns they were made from. Entries that lie in
both with the same bytes are kept; the others were deflated by the run, and their plain bytes are
laid ready. New files (summary.xlsx) are deflated whole, files that are no archives written as they
are. Of a return that has no copy, the parts are inflated and nothing is written.
"""
from __future__ import annotations

import struct
import zipfile
import zlib
from pathlib import Path

OPEN, INFLATE, KEEP, DEFLATE, BYTES, WRITE = range(1, 7)
# Parts of a workbook that the job has no need to look into.
UNREAD = ("xl/theme/", "xl/media/", "xl/drawings/", "xl/charts/", "xl/printerSettings/",
          "xl/calcChain.xml", "docProps/app.xml", "customXml/")


class FloorPlan:
    def __init__(self, folder: Path, out: Path):
        self.folder, self.out = folder, out
        folder.mkdir(parents=True, exist_ok=True)
        out.mkdir(parents=True, exist_ok=True)
        self.steps = open(folder / "steps", "wb")
        self.blob = open(folder / "blob", "wb")
        self.files = 0

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.steps.close()
        self.blob.close()

    def command(self, program: Path, level: int):
        return [program, self.folder / "steps", self.folder / "blob", str(level)]

    def annotate(self, source: Path, copy: Path | None):
        """The steps of one return."""
        self._step(OPEN, self._lay(str(source).encode() + b"\0"))
        kept = self._inflate(source, None if copy is None else self._entries(copy))
        if copy is not None:
            self._archive(copy, kept)

    def write(self, file: Path):
        """The steps of an output that is made anew."""
        if zipfile.is_zipfile(file):
            self._archive(file, {})
        else:
            data = file.read_bytes()
            self._step(BYTES, self._lay(data), len(data))
            self._finish()

    def _inflate(self, source: Path, in_copy):
        """Reads what the job reads; the places of entries that stay as they are, by name."""
        kept = {}
        try:
            entries = self._entries(source)
        except (zipfile.BadZipFile, OSError, RuntimeError):
            return kept
        for name, (info, start) in entries.items():
            same = in_copy is not None and name in in_copy and in_copy[name][0].CRC == info.CRC
            if same:
                kept[name] = (start, info)
            unread = name.startswith(UNREAD) or not name.endswith((".xml", ".rels", ".vml"))
            if info.compress_type == zipfile.ZIP_DEFLATED and not info.flag_bits & 1 and not (
                    unread and (same or in_copy is None)) and self._is_sound(source, info):
                self._step(INFLATE, start, info.compress_size, info.file_size)
        return kept

    @staticmethod
    def _is_sound(source, info):
        if info.file_size > 128 << 20:
            return False
        try:
            with zipfile.ZipFile(source) as archive:
                return len(archive.read(info)) == info.file_size
        except (zipfile.BadZipFile, OSError, zlib.error, NotImplementedError):
            return False

    def _archive(self, file: Path, kept):
        headers = 0
        with zipfile.ZipFile(file) as archive:
            for info in archive.infolist():
                headers += 30 + 46 + 2 * len(info.filename.encode())
                if info.filename in kept:
                    start, entry = kept[info.filename]
                    self._step(KEEP, start, entry.compress_size)
                else:
                    data = archive.read(info)
                    self._step(DEFLATE, self._lay(data), len(data))
        self._step(BYTES, self._lay(bytes(headers + 22)), headers + 22)
        self._finish()

    def _finish(self):
        self.files += 1
        self._step(WRITE, self._lay(str(self.out / f"{self.files}").encode() + b"\0"))

    @staticmethod
    def _entries(path: Path):
        """Each entry with the place of its compressed bytes."""
        found = {}
        with zipfile.ZipFile(path) as archive, open(path, "rb") as file:
            for info in archive.infolist():
                file.seek(info.header_offset + 26)
                name, extra = struct.unpack("<HH", file.read(4))
                found[info.filename] = (info, info.header_offset + 30 + name + extra)
        return found

    def _lay(self, data: bytes):
        place = self.blob.tell()
        self.blob.write(data)
        return place

    def _step(self, what, a=0, b=0, c=0):
        self.steps.write(struct.pack("<4Q", what, a, b, c))
