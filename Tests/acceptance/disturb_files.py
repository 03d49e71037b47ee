"""Disturbances of the returns while they are read: they vanish, change, are cut short."""
from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import shutil
import threading
import time
import zipfile

import openpyxl

from disturb import tree


def vanishing_returns(round, rounds):
    """Folders of returns are taken away while the round runs: what is gone is named."""
    copy = round.work / "copy"
    for _ in range(rounds):
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(round.returns, copy)
        round.fresh()
        work = round.start(round.out, round.jobs(), copy)
        time.sleep(round.seconds * round.dice.uniform(0.1, 0.8))
        shutil.rmtree(copy)
        said = work.communicate(timeout=120)[1].decode()
        if work.returncode == 2:
            round.expect("vanishing returns: says why", "there is no file or folder" in said, said[:200])
            continue
        round.expect("vanishing returns: status", work.returncode in (0, 1), f"{work.returncode} {said[:200]}")
        entries = consistent(round, "vanishing returns")
        gone = [e for e in entries if not e["sha256"]]
        reasons = [e["file"] for e in gone if [f["code"] for f in e["findings"]] != ["F001"]]
        round.expect("vanishing returns: F001 for what is gone", not reasons, str(reasons[:3]))
        peace = {e["file"]: e for e in json.loads(round.peace["results.json"])["returns"]}
        lost = set(peace) - {e["file"] for e in entries} if gone else ()
        # What was listed is accounted for; a folder that went before it was listed is an entry itself.
        named = {e["file"] for e in gone}
        lost = [n for n in lost if not any(n.startswith(f"{folder}/") for folder in named)]
        round.expect("vanishing returns: none is lost", not lost or len(entries) < round.count, str(lost[:3]))


def changing_returns(round, rounds):
    """A writer cuts returns short, empties, rewrites and replaces them all the while."""
    copy = round.work / "copy"
    for _ in range(rounds):
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(round.returns, copy)
        round.fresh()
        versions = Versions(copy)
        stop = threading.Event()
        writer = threading.Thread(target=versions.stir, args=(round.dice.random(), stop))
        writer.start()
        time.sleep(0.02)
        try:
            work = round.start(round.out, round.jobs(), copy)
            said = work.communicate(timeout=120)[1].decode()
        finally:
            stop.set()
            writer.join()
        round.expect("changing returns: status", work.returncode in (0, 1), f"{work.returncode} {said[:300]}")
        for entry in consistent(round, "changing returns"):
            known = versions.known.get(entry["file"], ())
            if entry["status"] == "scored" and ".zip/" not in entry["file"]:
                round.expect(f"changing returns: {entry['file']} was one or the other", entry["sha256"] in known)
        versions.restore()
        round.expect("changing returns: as they were", tree(copy) == tree(round.returns))
        ended = round.run(round.out, round.jobs(), copy)
        round.expect("changing returns: rerun leaves the same bytes", tree(round.out) == round.peace,
                     ended.stderr.decode()[:200])


class Versions:
    """Two whole versions of every return, and a hand that writes them, whole and by halves."""

    def __init__(self, folder):
        self.folder = folder
        self.first = {name: data for name, data in tree(folder).items() if name.endswith(".xlsx") and len(data) > 9}
        self.second = {name: commented(data) for name, data in self.first.items()}
        self.known = {name: {hashlib.sha256(data).hexdigest(), hashlib.sha256(self.second[name]).hexdigest()}
                      for name, data in self.first.items()}

    def stir(self, seed, stop):
        import random
        dice, names = random.Random(seed), sorted(self.first)
        while not stop.is_set():
            name = dice.choice(names)
            data = dice.choice((self.first, self.second))[name]
            path = self.folder / name
            kind = dice.randrange(4)
            if kind == 0:
                os.truncate(path, dice.randrange(len(data)))
            elif kind == 1:
                path.write_bytes(data)
            elif kind == 2:
                new = path.with_name(f".{path.name}.new")
                new.write_bytes(data)
                new.replace(path)
            else:
                with open(path, "r+b") as file:
                    for at in range(0, len(data), 4096):
                        file.write(data[at:at + 4096])
                    file.truncate()

    def restore(self):
        for name, data in self.first.items():
            (self.folder / name).write_bytes(data)


def commented(data):
    """The same workbook with a comment at the end of its archive, where it is one."""
    room = io.BytesIO(data)
    try:
        with zipfile.ZipFile(room, "a") as archive:
            archive.comment = b"second version"
    except zipfile.BadZipFile:
        return data
    return room.getvalue()


def consistent(round, what):
    """The outputs tell one story: results, findings, roll-up and copies."""
    entries = json.loads((round.out / "results.json").read_bytes())["returns"]
    text = (round.out / "findings.csv").read_text(encoding="utf-8-sig")
    rows = [(row["文件"], row["代码"]) for row in csv.DictReader(io.StringIO(text, newline="")) if row["文件"]]
    said = [(e["file"], f["code"]) for e in entries for f in e["findings"]]
    round.expect(f"{what}: findings.csv and results.json agree", sorted(rows) == sorted(said),
                 str(sorted(set(rows) ^ set(said))[:5]))
    book = openpyxl.load_workbook(round.out / "summary.xlsx", read_only=True)
    round.expect(f"{what}: the roll-up opens", "排名" in book.sheetnames)
    for entry in entries:
        if entry.get("annotated"):
            path = round.out / entry["annotated"]
            bad = zipfile.ZipFile(path).testzip() if path.exists() else "not there"
            round.expect(f"{what}: {entry['annotated']} is whole", bad is None, str(bad))
    return entries


ALL = (vanishing_returns, changing_returns)
