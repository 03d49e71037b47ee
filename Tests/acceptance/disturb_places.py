"""Disturbances of the places that outputs go to: disks, folders, descriptors, links."""
from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import time

from disturb import HERE, is_passing, tree

FULL = ("No space left on device", "File too large")
GONE = ("No such file or directory", "Directory not empty", "the system", "not read", "cannot be")


def full_disk(round, rounds):
    """A small tmpfs where mounting is allowed; a bound on the size of files in any case."""
    sizes = [64 << 10, 400 << 10] + [round.dice.randrange(100 << 10, 1900 << 10) for _ in range(rounds)]
    for size in sizes:
        round.fresh()
        round.out.mkdir()
        if subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", round.out],
                          capture_output=True).returncode:
            print("full_disk: no mounting here, files bounded only")
            break
        try:
            ended = round.run(round.out, round.jobs())
            round.expect(f"disk of {size}: is full", ended.returncode == 2, str(ended.returncode))
            round.expect_ended(f"disk of {size}", ended, FULL)
            subprocess.run(["mount", "-o", "remount,size=64m", round.out], check=True)
            round.expect_rerun(f"disk of {size}")
        finally:
            subprocess.run(["umount", "-l", round.out], check=True)
    for size in [1 << 10, 12 << 10] + [round.dice.randrange(1 << 10, 150 << 10) for _ in range(rounds)]:
        round.fresh()
        ended = round.run(round.out, round.jobs(), preexec_fn=lambda: resource.setrlimit(
            resource.RLIMIT_FSIZE, (size, size)))
        round.expect_ended(f"files of {size}", ended, FULL)
        round.expect_rerun(f"files of {size}")
    full_passing_files(round)
    with open("/dev/full", "wb") as sink:
        command = [*round.command(round.out)[:-3], "--json", "--lang", "en"]
        ended = subprocess.run(command, stdout=sink, stderr=subprocess.PIPE, timeout=120)
    round.expect("/dev/full: status 2, said why", ended.returncode == 2 and b"standard output" in ended.stderr,
                 ended.stderr.decode()[:200])


def full_passing_files(round):
    """/tmp of the process is a small disk of its own: the library of new workbooks writes there."""
    # The checkout may itself lie below /tmp.
    shutil.copy(HERE.parents[1] / "templates/mof-2020/scheme.yaml", round.work)
    for size in range(8, 100, 4) if round.deep else (8, 20, 28, 96):
        round.fresh()
        script = (f"mount --bind {round.work} /mnt && cp {round.scorebook} /mnt/scorebook && "
                  f"mount -t tmpfs -o size={size}k tmpfs /tmp && cd /mnt && exec ./scorebook \"$@\"")
        command = [part.replace(str(round.work), "/mnt") for part in round.command(round.out)]
        command[3] = "/mnt/scheme.yaml"
        ended = subprocess.run(["unshare", "-m", "sh", "-c", script, "sh", *command[1:]], capture_output=True)
        if b"unshare:" in ended.stderr or b"mount:" in ended.stderr:
            print("full_passing_files: no mounting here, left out")
            return
        round.expect_ended(f"/tmp of {size}k", ended, ("disk of passing files",))


def as_nobody():
    if os.getuid() == 0:
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)


def read_only(round, rounds):
    """Folders one may not write to or look into; files one may not read."""
    for path in (round.work, round.inputs):
        path.chmod(0o755)
    refused = ("Permission denied",)
    round.fresh()
    round.out.mkdir(mode=0o555)
    ended = round.run(round.out, preexec_fn=as_nobody)
    round.expect("read-only output: status", ended.returncode == 2, str(ended.returncode))
    round.expect_ended("read-only output", ended, refused)
    (round.out / "returned").mkdir(mode=0o555)
    round.out.chmod(0o777)
    ended = round.run(round.out, preexec_fn=as_nobody)
    round.expect("read-only copies: status", ended.returncode == 2, str(ended.returncode))
    round.expect_ended("read-only copies", ended, refused)
    round.out.chmod(0o755)
    (round.out / "returned").chmod(0o755)
    round.expect_rerun("read-only")
    closed(round, refused)


def closed(round, refused):
    """A return and a folder that may not be read are named, and stop nobody."""
    copy = round.work / "copy"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(round.returns, copy)
    folders = sorted(p for p in copy.iterdir() if p.is_dir())
    folders = [f for f in folders if any(n.startswith(f"returned/{f.name}/") for n in round.peace)]
    file = next(p for p in sorted(copy.rglob("*_自评表.xlsx")) if p.parent not in folders[:1] and p.name[0] != ".")
    inside = len([e for e in json.loads(round.peace["results.json"])["returns"]
                  if e["file"].startswith(folders[0].name + "/")])
    file.chmod(0)
    folders[0].chmod(0)
    round.fresh()
    round.out.mkdir()
    round.out.chmod(0o777)
    ended = round.run(round.out, round.jobs(), copy, preexec_fn=as_nobody)
    said = {r["file"]: r for r in results(round)}
    for path in (file, folders[0]):
        entry = said.get(str(path.relative_to(copy)), {})
        text = str(entry.get("findings"))
        round.expect(f"closed {path.name}: rejected by name", entry.get("status") == "rejected" and
                     ("权限" in text or "允许" in text or "Permission" in text), text[:200])
    round.expect("closed: the others are there", inside and len(said) == round.count - inside + 1,
                 f"{len(said)} {round.count} {inside}")
    round.expect("closed: status", ended.returncode == 1, str(ended.returncode))
    folders[0].chmod(0o755)


def results(round):
    path = round.out / "results.json"
    return json.loads(path.read_bytes())["returns"] if path.exists() else []


def vanishing_output(round, rounds):
    """The output folder is taken away, whole or in part, and again, while the round runs."""
    for n in range(rounds):
        round.fresh()
        victim = round.out / "returned" if n % 2 else round.out
        work = round.start(round.out, round.jobs())
        until = time.monotonic() + round.seconds * round.dice.uniform(0.3, 1)
        while time.monotonic() < until:
            time.sleep(0.01)
            shutil.rmtree(victim, ignore_errors=True)
        said = work.communicate(timeout=120)[1].decode()
        round.expect("vanishing output: status", work.returncode in (round.status, 2), f"{work.returncode} {said[:200]}")
        if work.returncode == 2:
            round.expect("vanishing output: says why", said.startswith("scorebook: cannot ") and
                         said.count("\n") == 1, said[:300])
        round.expect_whole("vanishing output")
        round.expect_rerun("vanishing output")


def no_descriptors(round, rounds):
    """From too few to load the command up to enough."""
    enough, failed = 0, 0
    for count in [*range(4, 26), 32, 48, 64, 96] if round.deep else (5, 6, 8, 11, 20, 32, 96):
        for jobs in (1, 4):
            round.fresh()
            ended = round.run(round.out, jobs, preexec_fn=lambda: resource.setrlimit(
                resource.RLIMIT_NOFILE, (count, count)))
            if ended.returncode == 127:
                continue  # The system could not load it.
            round.out.mkdir(exist_ok=True)
            round.expect_ended(f"{count} descriptors, {jobs} jobs", ended, ("Too many open files",))
            enough, failed = enough + (ended.returncode == round.status), failed + (ended.returncode == 2)
    round.expect("descriptors: some too few, some enough", enough and failed, f"{enough} {failed}")
    round.expect_rerun("descriptors")


def planted_links(round, rounds):
    """Links where outputs or passing names go lead nowhere; folders there are named."""
    outside = round.work / "outside"
    copies = sorted(n for n in round.peace if n.startswith("returned/"))
    places = ["summary.xlsx", "results.json", "findings.csv", ".scorebook-0.part", ".scorebook-rows-0.part",
              "returned/.scorebook-0.part", *round.dice.sample(copies, 3),
              os.path.dirname(copies[0]) + "/.scorebook-0.part"]
    for place in places:
        for dangling in (False, True) if round.deep else (len(place) % 2 == 0,):
            target = lay(round, outside, dangling)
            link = round.out / place
            link.parent.mkdir(parents=True, exist_ok=True)
            link.symlink_to(target)
            ended = round.run(round.out, round.jobs())
            left = {n: d for n, d in tree(round.out).items() if n != place or not is_passing(place)}
            round.expect(f"link at {place}: done", ended.returncode == round.status, ended.stderr.decode()[:200])
            round.expect(f"link at {place}: replaced, not followed", left == round.peace)
            round.expect(f"link at {place}: nothing outside", tree(outside) == ({} if dangling else {"kept": b"kept"}))
    for place in ("returned", os.path.dirname(copies[0])):
        lay(round, outside, False)
        (round.out / place).parent.mkdir(parents=True, exist_ok=True)
        (round.out / place).symlink_to(outside)
        ended = round.run(round.out, round.jobs())
        round.expect(f"link at {place}: status 2", ended.returncode == 2 and b"symbolic links" in ended.stderr,
                     ended.stderr.decode()[:200])
        round.expect(f"link at {place}: nothing outside", tree(outside) == {"kept": b"kept"})
    planted_folders(round, copies)


def planted_folders(round, copies):
    for place in ("summary.xlsx", "results.json", "findings.csv", copies[0], ".scorebook-0.part"):
        round.fresh()
        (round.out / place / "kept").mkdir(parents=True)
        ended = round.run(round.out, round.jobs())
        if is_passing(place):
            round.expect(f"folder at {place}: passed by", ended.returncode == round.status and
                         (round.out / place / "kept").is_dir() and tree(round.out) == round.peace)
            continue
        round.expect_ended(f"folder at {place}", ended, ("directory", "the name of an output"))
        (round.out / place / "kept").rmdir()
        (round.out / place).rmdir()
        round.expect_rerun(f"folder at {place}")


def lay(round, outside, dangling):
    """An empty output folder, and a file outside of it for a link to lead to."""
    round.fresh()
    round.out.mkdir()
    shutil.rmtree(outside, ignore_errors=True)
    outside.mkdir()
    if not dangling:
        (outside / "kept").write_bytes(b"kept")
    return outside / "kept"


def two_at_once(round, rounds):
    """Two runs into one folder: neither takes the other's passing files away."""
    for _ in range(rounds):
        round.fresh()
        works = [round.start(round.out, 2)]
        time.sleep(round.dice.uniform(0, round.seconds / 2))
        works.append(round.start(round.out, 2))
        for work in works:
            said = work.communicate(timeout=120)[1].decode()
            round.expect("two at once: status", work.returncode == round.status, f"{work.returncode} {said[:200]}")
        round.expect("two at once: same bytes", tree(round.out) == round.peace)


ALL = (full_disk, read_only, vanishing_output, no_descriptors, planted_links, two_at_once)
