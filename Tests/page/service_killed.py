"""A server that is killed, refused its folder, out of room."""
from __future__ import annotations

import hashlib
import io
import os
import pathlib
import random
import signal
import subprocess
import threading
import time
import zipfile

from common import PROGRAMME, ROUND, SCHEME, Client, Server, check, command, listing, returns, say

KILLS = 40


def leftovers(server: Server, client: Client, number: int) -> list[str]:
    run = client.round(number)["run"]
    session = own(server, client)
    found = [path for path in session.rglob("*") if path.name.endswith(".part")]
    for name in ("passing", "blanks"):
        found += (session / f"rounds/{number}/{name}").glob("*")
    found += [path for path in (session / f"rounds/{number}/runs").glob("*") if path.name.split(".")[0] != str(run)]
    return [str(path.relative_to(session)) for path in found]


def own(server: Server, client: Client) -> pathlib.Path:
    """The folder of a session."""
    return server.data / "sessions" / hashlib.sha256(client.cookie.encode()).hexdigest()


class Rush:
    """Asks for something until the server is gone; remembers what it was promised."""

    def __init__(self, server: Server, cookie: str, number: int, files: dict[str, bytes]):
        self.client, self.number, self.files = Client(server, cookie, 10), number, files
        self.kept: dict[str, bytes] = {}
        self.asked = self.issued = False

    def upload(self):
        for name, data in self.files.items():
            answer = self.client.put(self.number, name, data)
            if answer.status == 201:
                self.kept[answer.json["path"]] = data

    def score(self):
        self.asked = self.client.score(self.number).status in (202, 409) or self.asked
        self.client.wait(self.number, 10)

    def bundle(self):
        for product in ("everything", "sendBack", "summary", "findings"):
            self.client.take(self.number, product)

    def issue(self):
        place = f"/api/rounds/{self.number}"
        self.client.ask("PUT", place + "/programme?path=p.xlsx", PROGRAMME.read_bytes())
        self.issued = self.client.ask("POST", place + "/blanks").status == 202

    def all(self, works):
        try:
            for work in works:
                work()
        except (OSError, ValueError, SystemExit, Exception):  # noqa: BLE001  the server is gone
            pass


def held(server: Server, client: Client, number: int, contents: set[bytes], blanks: bytes) -> None:
    """Whatever is there is whole."""
    for name in client.files(number):
        path = own(server, client) / "rounds" / str(number) / "returns" / name
        check(f"killed: {name} is whole", path.read_bytes() in contents)
    now = client.round(number)
    if now["run"]:
        everything = client.take(number, "everything")
        if check("killed: the bundle is there", everything.status == 200, everything):
            bundle = zipfile.ZipFile(io.BytesIO(everything.body))
            check("killed: the bundle is whole", bundle.testzip() is None)
            check("killed: of one run", bundle.read("results.json") == client.take(number, "results").body)
            check("killed: rows of the same run",
                  len(client.rows(number)) == bundle.read("results.json").count(b'\n{"file": '))
    if now["hasBlanks"]:
        check("killed: blanks are whole", client.take(number, "blanks").body == blanks)


def killed(server: Server, scorebook, work: pathlib.Path, kills=KILLS, seed=11) -> None:
    """Killed at random instants; afterwards everything stands, and what was asked for gets done."""
    dice = random.Random(seed)
    files = {name: data for name, data in returns(ROUND / "first").items()}
    contents = set(files.values())
    owner = Client(server).open()
    number = owner.begin("断电", SCHEME, PROGRAMME.read_bytes())
    owner.ask("POST", f"/api/rounds/{number}/blanks")
    owner.wait(number, work="issuing")
    blanks = owner.take(number, "blanks").body
    check("killed: blanks to compare with", zipfile.ZipFile(io.BytesIO(blanks)).testzip() is None)
    kept: dict[str, bytes] = {}
    slowest = resumed = issued = 0
    for at in range(kills):
        some = dict(dice.sample(sorted(files.items()), 3))
        rush = Rush(server, owner.cookie, number, some)
        works = [[rush.upload, rush.score, rush.bundle], [rush.score, rush.bundle], [rush.upload, rush.bundle],
                 [rush.issue, rush.upload], [rush.issue, rush.score]][at % 5]
        thread = threading.Thread(target=rush.all, args=(works,))
        thread.start()
        time.sleep(dice.uniform(0.005, 0.25))
        server.end(signal.SIGKILL)
        thread.join()
        kept |= rush.kept
        began = time.monotonic()
        server.start()
        there = set(owner.files(number))
        check(f"killed {at}: what was taken is there", set(kept) <= there, set(kept) - there)
        now = owner.wait(number)
        owner.wait(number, work="issuing")
        slowest = max(slowest, time.monotonic() - began)
        check(f"killed {at}: nothing failed", now["scoring"]["phase"] == "idle", now)
        if rush.asked:
            resumed += 1
            check(f"killed {at}: reviewing that was asked for is done", now["run"] > 0, now)
        if rush.issued:
            issued += 1
            check(f"killed {at}: blanks that were asked for are made", owner.round(number)["hasBlanks"], now)
        held(server, owner, number, contents, blanks)
        # The run before is taken away after its successor is shown.
        time.sleep(0.05)
        left = leftovers(server, owner, number)
        check(f"killed {at}: nothing is left over", not left, left)
    for name, data in files.items():
        owner.put(number, name, data)
    owner.score(number)
    owner.wait(number)
    wanted = command(scorebook, work / "killed-out", ROUND / "first", "--scheme", SCHEME, "--programme", str(PROGRAMME))
    check("killed: in the end as the command", owner.take(number, "results").body == wanted["results.json"])
    deletions(server, owner, files, dice)
    say(f"killed: {kills} kills, {resumed} while reviewing was asked for, {issued} while blanks were; "
        f"all done after {slowest:.1f} s at most")


def deletions(server: Server, owner: Client, files, dice) -> None:
    """A round is there with everything, or gone."""
    for _ in range(4):
        number = owner.begin("删")
        for at in range(30):
            owner.put(number, f"{at}.xlsx", b"x%d" % at)
        thread = threading.Thread(target=Rush(server, owner.cookie, number, {}).all, args=(
            [lambda: owner.ask("DELETE", f"/api/rounds/{number}")],))
        thread.start()
        time.sleep(dice.uniform(0, 0.02))
        server.end(signal.SIGKILL)
        thread.join()
        server.start()
        answer = owner.ask("GET", f"/api/rounds/{number}")
        whole = answer.status == 200 and answer.json["files"] == 30
        check("killed: a round is deleted as a whole", whole or answer.status == 404, answer)
        check("killed: nothing of it is left", whole or not list(server.data.glob(f"sessions/*/*/{number}")))


def in_use(server: Server) -> None:
    """The data folder is one server's alone."""
    other = subprocess.run(
        [server.program, "--data", str(server.data), "--port", str(server.port + 1)],
        capture_output=True, text=True, timeout=20)
    check("in use: the second refuses", other.returncode == 2 and "in use" in other.stderr and "使用" in other.stderr,
          other)
    taken = subprocess.run(
        [server.program, "--data", str(server.folder / "other"), "--port", str(server.port)],
        capture_output=True, text=True, timeout=20)
    check("in use: a port that is taken", taken.returncode == 2 and "--port" in taken.stderr, taken)
    check("in use: the first goes on", Client(server).open().ask("GET", "/api/rounds").status == 200)


def full_disk(program, work: pathlib.Path) -> None:
    """A disk without room is told, and nothing half-written stays."""
    folder = work / "full"
    (folder / "data").mkdir(parents=True)
    if os.geteuid() != 0 or subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder / "data")], capture_output=True).returncode:
        say("full disk: SKIPPED, no tmpfs can be mounted here")
        return
    server = Server(program, folder)
    try:
        server.start()
        client = Client(server).open()
        number = client.begin("满", SCHEME, PROGRAMME.read_bytes())
        for name, data in returns(ROUND / "first").items():
            client.put(number, name, data)
        filler = random.Random(3).randbytes(200_000)
        for at in range(12):
            full = client.put(number, f"f{at}.bin", filler + b"%d" % at)
            if full.status != 201:
                break
        check("full disk: an upload is refused", full.status == 507 and "空间" in full.json["zh"], full)
        before = client.files(number)
        check("full disk: not half of it", f"f{at}.bin" not in before)
        client.score(number)
        now = client.wait(number)
        check("full disk: reviewing says so", now["scoring"]["phase"] == "failed", now)
        check("full disk: no path is told", "/" not in full.json["zh"] and "/" not in now["scoring"]["zh"], (full, now))
        check("full disk: nothing is left over", not leftovers(server, client, number), leftovers(server, client, number))
        client.ask("DELETE", f"/api/rounds/{number}/returns?path=f0.bin")
        for name in [name for name in before if name.endswith(".bin")]:
            client.ask("DELETE", f"/api/rounds/{number}/returns?path={name}")
        client.score(number)
        now = client.wait(number)
        check("full disk: with room again it goes on", now["scoring"]["phase"] == "idle" and now["run"], now)
        check("full disk: the server lives", server.lives())
    finally:
        server.end(signal.SIGKILL)
        subprocess.run(["umount", str(folder / "data")], check=False)
