"""Disturbs a round while it runs, and holds what is left against an undisturbed one.

Usage: disturb.py SCOREBOOK [--deep] [--kills N] [--rounds N] [--seed S] [--only NAME]

A round of some thirty returns (--deep: sixty) is scored once in peace.  Then it is killed at seeded instants,
interrupted, and run on full disks, in folders that are read-only or vanish, over returns that
change while they are read, without descriptors, and over planted links.  After each: every file
under a final name is whole (the bytes of the undisturbed run), no return is lost or changed, the
exit status and message are as documented, and a rerun leaves the same bytes and nothing else.
Exit status 1 on any fault.
"""
from __future__ import annotations

import argparse
import io
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

# Left by a run that did not come to its end, until one does.
MARK = ".scorebook-unfinished"
HERE = Path(__file__).resolve().parent


def tree(folder):
    """Name below the folder -> bytes, or where a link leads."""
    out = {}
    for root, _, names in os.walk(folder):
        for name in names:
            path = Path(root) / name
            key = str(path.relative_to(folder))
            out[key] = os.readlink(path) if path.is_symlink() else path.read_bytes()
    return out


def is_workbook(data):
    try:
        return zipfile.ZipFile(io.BytesIO(data)).testzip() is None
    except zipfile.BadZipFile:
        return False


def is_passing(name):
    return name.rsplit("/", 1)[-1].startswith(".scorebook")


class Round:
    """A round of returns, and what an undisturbed run writes."""

    def __init__(self, scorebook, work, seed, deep):
        self.scorebook, self.work, self.dice, self.deep = scorebook, work, random.Random(seed), deep
        self.inputs, self.returns = work / "round", work / "round/returns"
        subprocess.run(
            [sys.executable, HERE / "generate.py", "--out", self.inputs, "--clean", "26" if deep else "8",
             "--faulty", "34" if deep else "24",
             "--seed", str(seed)], check=True, stderr=subprocess.DEVNULL)
        self.given = tree(self.inputs)
        start = time.monotonic()
        self.status = self.run(work / "peace").returncode
        self.seconds = time.monotonic() - start
        self.peace = tree(work / "peace")
        # Of several returns of a project each is done again in the end, with what is said of the others.
        entries = [e for e in json.loads(self.peace["results.json"])["returns"] if e.get("annotated")]
        several = {e["project"]["id"] for e in entries if any(f["code"] == "F009" for f in e["findings"])}
        self.again = {e["annotated"] for e in entries if e["project"]["id"] in several}
        self.count = len(json.loads(self.peace["results.json"])["returns"])
        self.out, self.problems, self.passed = work / "out", [], 0

    def command(self, out, jobs=1, returns=None):
        return [str(self.scorebook), "score", "--scheme", "mof-2020", "--programme", str(self.inputs / "programme.xlsx"),
                str(returns or self.returns), "--out", str(out), "--jobs", str(jobs), "--quiet", "--lang", "en"]

    def run(self, out, jobs=1, returns=None, **more):
        return subprocess.run(self.command(out, jobs, returns), capture_output=True, timeout=120, **more)

    def start(self, out, jobs=1, returns=None):
        return subprocess.Popen(self.command(out, jobs, returns), stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def jobs(self):
        return self.dice.choice((1, 2, 4))

    def fresh(self):
        shutil.rmtree(self.out, ignore_errors=True)

    # What must hold

    def expect(self, what, holds, detail=""):
        if holds:
            self.passed += 1
        else:
            self.problems.append(f"{what}{': ' if detail else ''}{detail}")
            print(self.problems[-1], flush=True)

    def expect_whole(self, what):
        """Every file under a final name is that of the undisturbed run."""
        for name, data in tree(self.out).items() if self.out.exists() else ():
            known = is_passing(name) or data == self.peace.get(name) or name in self.again and is_workbook(data)
            self.expect(f"{what}: {name} is whole", known)
        self.expect(f"{what}: returns are as they were", tree(self.inputs) == self.given)

    def expect_ended(self, what, ended, reasons):
        """Status 2 and one of the reasons, nothing passing left; or done as if nothing had been."""
        said = ended.stderr.decode("utf-8", "replace")
        if ended.returncode == 2:
            self.expect(f"{what}: says why", any(r in said for r in reasons) and said.startswith("scorebook: "), said[:300])
        else:
            self.expect(f"{what}: status", ended.returncode == self.status, f"{ended.returncode} {said[:300]}")
            self.expect(f"{what}: same bytes", tree(self.out) == self.peace)
        self.expect(f"{what}: nothing passing is left", not any(is_passing(n) for n in tree(self.out) if n != MARK))
        self.expect_whole(what)

    def expect_rerun(self, what, jobs=None):
        ended = self.run(self.out, jobs or self.jobs())
        self.expect(f"{what}: rerun ends as ever", ended.returncode == self.status, ended.stderr.decode()[:300])
        left = tree(self.out)
        names = sorted(set(left) ^ set(self.peace)) or sorted(n for n in left if left[n] != self.peace[n])
        self.expect(f"{what}: rerun leaves the same bytes", not names, ", ".join(names[:5]))


def kill_at_random_instants(round, kills):
    """kill -9, three in a row in one folder before each rerun, so that leftovers meet leftovers."""
    died = 0
    for n in range(kills):
        if n % 3 == 0:
            round.fresh()
        work = round.start(round.out, round.jobs())
        time.sleep(round.dice.uniform(0, round.seconds * 1.05))
        work.kill()
        work.communicate()
        died += work.returncode == -signal.SIGKILL
        round.expect_whole(f"kill {n}")
        if n % 3 == 2 or n == kills - 1:
            round.expect_rerun(f"kill {n}")
    print(f"{died} of {kills} killed while at work")
    round.expect("kills: most came in time", died * 2 > kills)


def interrupt(round, rounds):
    """SIGINT and SIGTERM: the process ends by the signal, and nothing passing stays."""
    for n in range(rounds):
        number = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)[n % 3]
        round.fresh()
        work = round.start(round.out, round.jobs())
        time.sleep(round.dice.uniform(0.02, round.seconds * 0.9))
        work.send_signal(number)
        work.communicate()
        round.expect(f"{number.name}: ends by it", work.returncode in (-number, round.status), str(work.returncode))
        round.expect_whole(number.name)
        round.expect_rerun(number.name)


def inside_the_returns(round, rounds):
    """Outputs below the returns: what a killed run left there does not stop the next."""
    returns = round.work / "copy"
    for n in range(rounds):
        shutil.rmtree(returns, ignore_errors=True)
        shutil.copytree(round.returns, returns)
        work = round.start(returns / "out", round.jobs(), returns)
        time.sleep(round.seconds * round.dice.uniform(0.3, 0.8))
        work.kill()
        work.communicate()
        ended = round.run(returns / "out", round.jobs(), returns)
        said = ended.stderr.decode()[:300]
        round.expect("inside: rerun ends as ever", ended.returncode == round.status, said)
        round.expect("inside: rerun leaves the same bytes", tree(returns / "out") == round.peace)
        ended = round.run(returns / "out", round.jobs(), returns)
        round.expect("inside: and once more", tree(returns / "out") == round.peace)


def main():
    import disturb_files
    import disturb_places
    ap = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    ap.add_argument("scorebook", type=Path)
    ap.add_argument("--deep", action="store_true", help="500 kills, ten rounds of every other disturbance")
    ap.add_argument("--kills", type=int)
    ap.add_argument("--rounds", type=int, help="of every other disturbance")
    ap.add_argument("--seed", type=int, default=5)
    ap.add_argument("--only", default="", help="part of a disturbance's name")
    args = ap.parse_args()
    kills, rounds = args.kills or (500 if args.deep else 6), args.rounds or (10 if args.deep else 1)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as work:
        round = Round(args.scorebook.resolve(), Path(work).resolve(), args.seed, args.deep)
        for disturb in (kill_at_random_instants, interrupt, inside_the_returns, *disturb_places.ALL, *disturb_files.ALL):
            if args.only in disturb.__name__:
                disturb(round, kills if disturb is kill_at_random_instants else rounds)
                print(f"{disturb.__name__}: {round.passed} held, {len(round.problems)} did not", flush=True)
        return 1 if round.problems or not round.passed else 0


if __name__ == "__main__":
    sys.exit(main())
