"""Compares the scanner's events with libexpat's, over the parts of workbooks and mutants of them.

Usage: events.py FOLDER… [--mutants N] [--seed S] [--keep DIR]

Every XML part of every workbook below the folders, and seeded mutants (bytes flipped, dropped,
doubled, markup put in).  Both accept: the events must be the same.  One alone accepts: the reason
must be one that docs/differential.md explains; what is there under no name is a difference.
Needs `swift build --build-tests` before.  Exit status 1 on a difference.
"""
from __future__ import annotations

import argparse
import collections
import os
import random
import re
import struct
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from xml.parsers import expat

ROOT = Path(__file__).resolve().parents[2]
MARKUP = (b"<", b">", b"&", b"&amp;", b"&#65;", b"&#x0;", b"&#xD800;", b"&x;", b"]]>", b"<![CDATA[", b"<!--", b"-->", b"--", b"<?p x?>",
          b"<?xml?>", b"'", b'"', b"=", b"/", b":", b" xmlns=''", b" xmlns:q='q'", b"\r\n", b"\r", b"\t", b"\x00", b"\x0b", b"\xff", b"\xef\xbf\xbf",
          b"\xc0\x80", b"\xed\xa0\x80", b"\xf0\x9f\x98\x80", b"<!DOCTYPE a>", b"<a/>", b"</a>", b" a='1'", b"xml:", b"\xc2\xa0", b"\xcc\x81", b"-", b".")
# Where libexpat alone refuses: how a document is changed so that it takes it, if that is why.
REPAIRS = {
    "]]> within text": lambda d: re.sub(rb"<!\[CDATA\[.*?\]\]>|\]\]>", lambda m: m[0] if m[0].startswith(b"<") else b"]]&gt;", d, flags=re.S),
    "an instruction with a fault": lambda d: re.sub(rb"<\?.*?\?>", b"", d, flags=re.S),
}


def parts(folders):
    """The XML parts, each once."""
    seen = {}
    for folder in folders:
        for path in sorted(Path(folder).rglob("*")):
            if path.suffix.lower() not in (".xlsx", ".xlsm") or not path.is_file():
                continue
            try:
                with zipfile.ZipFile(path) as z:
                    for name in z.namelist():
                        if name.lower().endswith((".xml", ".rels", ".vml")) and z.getinfo(name).file_size < 4 << 20:
                            seen.setdefault(z.read(name), f"{path.name}:{name}")
            except Exception:
                continue               # no archive that Python reads: the reader's matter
    return seen


def mutant(data, dice):
    data = bytearray(data)
    for _ in range(dice.choice((1, 1, 1, 2, 3))):
        at, kind = dice.randrange(len(data)), dice.randrange(6)
        if kind == 0:
            data[at] ^= 1 << dice.randrange(8)
        elif kind == 1:
            data[at] = dice.randrange(256)
        elif kind == 2:
            del data[at:at + dice.choice((1, 1, 2, 9))]
        elif kind == 3:
            data[at:at] = data[at:at + dice.choice((1, 3, 30))]
        else:
            data[at:at] = dice.choice(MARKUP)
        if not data:
            return b"<"
    return bytes(data)


def by_expat(data, separators=(None, "\x01")):
    """(events, None) or (None, reason); namespaces are checked, names kept as written."""
    out, text = [], []

    def flush():
        if text:
            out.append("-" + escaped("".join(text)))
        text.clear()

    def start(name, attributes):
        flush()
        out.append("<" + name + "".join(sorted((f"\t{k}={escaped(v)}" for k, v in attributes.items()), key=str.encode)))

    def end(name):
        flush()
        out.append(">" + name)

    # The second is one that no name can hold.
    for separator in separators:
        parser = expat.ParserCreate(namespace_separator=separator)
        if separator is None:
            parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, text.append
        try:
            parser.Parse(data, True)
        except expat.ExpatError as error:
            # A prefix without a declaration is let pass, as docs/differential.md says.
            if error.code != UNBOUND:
                return None, expat.ErrorString(error.code)
        except (ValueError, LookupError) as error:
            return None, f"encoding: {error}"
    return "\n".join(out) + "\n", None


UNBOUND = expat.errors.codes[expat.errors.XML_ERROR_UNBOUND_PREFIX]


def escaped(text):
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")


def by_scanner(documents, room):
    with open(room / "documents.bin", "wb") as file:
        for data in documents:
            file.write(struct.pack("<I", len(data)) + data)
    subprocess.run(["swift", "test", "--skip-build", "--filter", "EventDumpTests"], cwd=ROOT, check=True,
                   env={**os.environ, "SCOREBOOK_EVENTS": str(room)}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    data, at = (room / "events.bin").read_bytes(), 0
    while at < len(data):
        length = struct.unpack_from("<I", data, at)[0]
        yield data[at + 4:at + 4 + length].decode("utf-8")
        at += 4 + length


def judge(data, ours):
    """(class, whether it is explained) of one document."""
    theirs, reason = by_expat(data)
    if ours.startswith("!"):
        if theirs is None:
            return "both refuse", True
        detail = re.sub(r" at byte \d+.*|[“”].*", "", ours[1:].split(": ")[-1] if "damaged" in ours else ours[1:])
        return f"refused here alone: {kind(detail)}", kind(detail) in EXPLAINED
    if theirs is not None:
        return ("both accept, same events", True) if ours == theirs else ("both accept, OTHER EVENTS", False)
    if by_expat(data, (None,))[0] == ours:
        return "let pass here alone: a name behind a prefix that begins as no name may", "invalid token" in reason
    for name, repair in REPAIRS.items():
        repaired = repair(data)
        again = by_expat(repaired)[0] if repaired != data else None
        data = repaired
        if again is not None:
            return f"let pass here alone: {name}", again == ours
    return without_characters(data, ours, reason)


def without_characters(data, ours, reason):
    """Takes out the characters beyond ASCII that libexpat stumbles over, one after the other."""
    kinds = set()
    for _ in range(8):
        parser = expat.ParserCreate()
        try:
            parser.Parse(data, True)
        except expat.ExpatError:
            found = re.match(rb"[\xc2-\xf4][\x80-\xbf]+", data[parser.ErrorByteIndex:])
            if not found:
                break
            character = found[0].decode("utf-8")
            kinds.add("U+FFFE or U+FFFF" if character in "\ufffe\uffff" else "a character that no name may hold")
            data, ours = data.replace(found[0], b""), without(ours, character)
    theirs = by_expat(data)[0]
    if theirs is None or not kinds:
        return f"let pass here alone: {reason}", False
    return f"let pass here alone: {max(kinds)}", theirs == ours


def without(events, character):
    """The events as they would be without a character."""
    lines = []
    for line in events.replace(character, "").split("\n"):
        name, *attributes = line.split("\t")
        if line.startswith("<"):
            line = "\t".join([name, *sorted(attributes, key=str.encode)])
        if line != "-":
            lines.append(line)
    return "\n".join(lines)


EXPLAINED = ("a document type", "an encoding other than UTF-8 and UTF-16", "deeper than the limit")


def kind(detail):
    if "document type" in detail:
        return EXPLAINED[0]
    if "encoding is declared" in detail or "not UTF-8" in detail or "not UTF-16" in detail:
        return EXPLAINED[1]
    return EXPLAINED[2] if "nest" in detail or "safety limit" in detail else detail


def main():
    ap = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    ap.add_argument("folders", nargs="+")
    ap.add_argument("--mutants", type=int, default=2000)
    ap.add_argument("--seed", type=int, default=11)
    ap.add_argument("--sample", type=int, default=0, help="so many parts at most")
    ap.add_argument("--keep", type=Path)
    args = ap.parse_args()
    dice, named = random.Random(args.seed), parts(args.folders)
    originals = sorted(named)
    if args.sample:
        originals = dice.sample(originals, min(args.sample, len(originals)))
    small = [d for d in originals if len(d) < 16 << 10]
    documents = originals + [mutant(dice.choice(small), dice) for _ in range(args.mutants)]
    tally, bad = collections.Counter(), 0
    with tempfile.TemporaryDirectory() as room:
        for n, (data, ours) in enumerate(zip(documents, by_scanner(documents, Path(room)), strict=True)):
            what, explained = judge(data, ours)
            tally[("parts: " if n < len(originals) else "mutants: ") + what] += 1
            if not explained:
                bad += 1
                if bad <= 12:
                    print(f"{named.get(data, 'mutant')} {what}: {ours[:160]!r}")
                    if args.keep:
                        args.keep.mkdir(exist_ok=True)
                        (args.keep / f"{bad}.xml").write_bytes(data)
    for what, count in sorted(tally.items()):
        print(f"{count:8} {what}")
    print(f"{len(documents)} documents, {bad} unexplained")
    return 1 if bad or not documents else 0


if __name__ == "__main__":
    sys.exit(main())
