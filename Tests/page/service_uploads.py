"""What is handed in: limits, names, files made to harm."""
from __future__ import annotations

import os
import pathlib
import random
import socket
import sys
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor

from common import HERE, PROGRAMME, ROUND, SCHEME, Client, Server, check, command, listing, returns, say

sys.path.insert(0, str(HERE.parent / "acceptance"))

MEGABYTES = 400
NAMES = {
    "../../x.xlsx": "_/_/x.xlsx", "/etc/passwd": "etc/passwd", "C:\\Windows\\x.xlsx": "C:/Windows/x.xlsx",
    "..\\..\\y.xlsx": "_/_/y.xlsx", "a\x00b.xlsx": "a_b.xlsx", "a\nc.xlsx": "a_c.xlsx", "CON": "CON",
    "con.xlsx": "con.xlsx", "..": "重名2/_", "k\u2028l\u200b.xlsx": "k_l\u200b.xlsx", "./././z.xlsx": "_/_/_/z.xlsx", "//double//slash.xlsx": "double/slash.xlsx",
    "\u202exslx.fdp": "\u202exslx.fdp", "trailing .xlsx ": "trailing .xlsx ",
    "%2e%2e%2fp.xlsx": "%2e%2e%2fp.xlsx", "q?x=1&path=y.xlsx": "q?x=1&path=y.xlsx", "+ %.xlsx": "+ %.xlsx",
    "<img src=x onerror=alert(1)>.xlsx": "<img src=x onerror=alert(1)>.xlsx", "\x7f\x1b[31m.xlsx": "__[31m.xlsx",
    "/".join("d" * 40): "/".join("d" * 13), "e\u0301.xlsx": "e\u0301.xlsx", "\u00e9.xlsx": "\u00e9.xlsx",
}
LEFT_OUT = ("~$lock.xlsx", ".hidden", "__MACOSX/a.xlsx", "x/.git/config", ".scorebook-0.part")


def limits(program, folder: pathlib.Path) -> None:
    options = ("--max-upload-mb", "1", "--max-round-mb", "2", "--max-files", "4")
    with Server(program, folder, *options) as server:
        client = Client(server).open()
        number = client.begin()
        large = b"x" * ((1 << 20) + 1)
        declared = client.put(number, "a.xlsx", large)
        check("limits: declared too large", declared.status == 413 and "太大" in declared.json["zh"], declared)
        pieces = (large[at:at + 65536] for at in range(0, len(large), 65536))
        chunked = client.put(number, "a.xlsx", pieces)
        check("limits: too large without a length", chunked.status == 413 and "large" in chunked.json["en"], chunked)
        check("limits: nothing of it stays", client.files(number) == [] and client.round(number)["bytes"] == 0)
        check("limits: exactly the most goes in", client.put(number, "b.xlsx", large[1:]).status == 201)
        check("limits: nor when the round is full", client.put(number, "c.xlsx", large[1:] + b"").status in (201, 413))
        full = client.put(number, "d.xlsx", b"12")
        check("limits: the round is full", full.status == 413, full)
        client.ask("DELETE", f"/api/rounds/{number}/returns?path=c.xlsx")
        # At the same time: together they must not exceed what one after the other could not.
        with ThreadPoolExecutor(8) as threads:
            got = list(threads.map(lambda at: client.put(number, f"e{at}.xlsx", bytes([at]) * 700_000).status, range(8)))
        now = client.round(number)
        check("limits: at the same time", sorted(got) == [201] + [413] * 7 and now["bytes"] <= 2 << 20, (got, now))
        other = client.begin()
        got = [client.put(other, f"f{at}.xlsx", b"x%d" % at).status for at in range(6)]
        check("limits: too many files", got == [201] * 4 + [413] * 2, got)
        programme = client.ask("PUT", f"/api/rounds/{other}/programme?path=p.xlsx", b"x" * (70 << 20))
        check("limits: programme too large", programme.status == 413, programme)
        check("limits: a long name of a round", len(client.ask("POST", "/api/rounds", ("名" * 900).encode()).json["name"]) <= 60)
        check("limits: a body that is no name", client.ask("POST", "/api/rounds", b"x" * 100_000).status == 413)
        check("limits: bytes that are no text", client.ask("POST", "/api/rounds", b"\xff\xfe\x00").status == 201)
        for _ in range(120):
            last = client.ask("POST", "/api/rounds", b"r")
        check("limits: too many rounds", last.status == 413 and "100" in last.json["zh"], last)
        left = [path for path in listing(server.data) if ".part" in path or "/passing/" in path]
        check("limits: nothing on its way is left", not left, left)


def names(server: Server) -> None:
    client = Client(server).open()
    number = client.begin()
    before = listing(server.folder) - listing(server.data)
    data = (ROUND / "first/人社局/养老保险经办_自评表.xlsx").read_bytes()
    wanted = set()
    for at, (name, path) in enumerate(NAMES.items()):
        got = client.put(number, name, data + b"\0" * at)
        check(f"names: {name[:40]!r}", got.status == 201 and got.json["path"] == path, got)
        wanted.add(path)
    for name in LEFT_OUT:
        got = client.put(number, name, data)
        check(f"names: {name!r} is left out", got.status == 201 and got.json["outcome"] == "leftOut", got)
    for name in ("", "/", "\\", "///"):
        got = client.put(number, name, data)
        check(f"names: {name!r} is none", got.status == 400 and "名称" in got.json["zh"], got)
    for raw in ("%ff%fe.xlsx", "%", "%zz.xlsx", "a.xlsx%00"):
        got = client.ask("PUT", f"/api/rounds/{number}/returns?path={raw}", data).status
        check(f"names: {raw}", got in (201, 400), got)
    long = client.put(number, "长" * 1700 + ".xlsx", data)
    check("names: 5,100 bytes", long.status == 201 and len(long.json["path"].encode()) <= 240
          and long.json["path"].endswith(".xlsx"), long)
    deep = client.put(number, "/".join(["深" * 80] * 30) + "/f.xlsx", data)
    check("names: a path beyond the system's", deep.status in (201, 507), deep)
    for name in ("../../../round.json", "..", "_/../../round.json", "../round.json", "/etc/passwd"):
        got = client.ask("DELETE", f"/api/rounds/{number}/returns?path={name}").status
        check(f"names: removing {name}", got == 404, got)
    check("names: nothing outside", listing(server.folder) - listing(server.data) == before)
    below = {path.relative_to(server.data).parts[4] for path in server.data.rglob("x.xlsx")}
    check("names: all below the returns", below == {"returns"}, below)
    kept = set(client.files(number))
    check("names: all are there", wanted <= kept, wanted - kept)
    client.score(number)
    now = client.wait(number)
    rows = client.rows(number)
    check("names: reviewed", now["scoring"]["phase"] == "idle" and now["run"] == 1, now)
    check("names: a row for each file", len(rows) >= len(kept), (len(rows), len(kept)))
    for at in range(len(rows)):
        client.ask("GET", f"/api/rounds/{number}/returns/{at}")
    got = client.ask("GET", f"/api/rounds/{number}/copies/0").headers["Content-Disposition"]
    check("names: a download's name is plain", got.isascii() and "\n" not in got, got)


def collisions(server: Server) -> None:
    client = Client(server).open()
    number = client.begin()
    one, other = b"one", b"other"
    outcomes = [client.put(number, name, data).json for name, data in (
        ("a/x.xlsx", one), ("a/x.xlsx", one), ("a/x.xlsx", other), ("a/x.xlsx", other), ("a/x.xlsx", b"third"),
        ("a", one), ("a/x.xlsx/y.xlsx", one), ("b/x.xlsx", one))]
    check("collisions: told", [one["outcome"] for one in outcomes] ==
          ["new", "same", "beside", "same", "beside", "beside", "beside", "new"], outcomes)
    check("collisions: all kept", len(client.files(number)) == 6, client.files(number))
    with ThreadPoolExecutor(16) as threads:
        list(threads.map(lambda at: client.put(number, "race.xlsx", b"%d" % (at % 8)), range(32)))
    kept = sorted(path.read_bytes() for path in server.data.rglob("race.xlsx"))
    check("collisions: at the same time each once", kept == [b"%d" % at for at in range(8)], kept)
    removed = client.ask("DELETE", f"/api/rounds/{number}/returns?path=a/x.xlsx")
    check("collisions: removed", removed.status == 204 and len(client.files(number)) == 13, removed)


def hostile(program, scorebook, folder: pathlib.Path, work: pathlib.Path) -> None:
    """Every file of the command's own rig, beside real returns, through one page."""
    import hostile_containers, hostile_honest, hostile_parts, hostile_sheets, hostile_zips  # noqa: F401,E401
    from hostile_base import ATTACKS
    attacks = [one for one in ATTACKS if one.name != "noise-of-seventy-megabytes"]
    inbox = work / "hostile"
    for attack in attacks:
        place = inbox / attack.name / f"自评表{attack.suffix}"
        place.parent.mkdir(parents=True)
        place.write_bytes(attack.make())
    wanted = command(scorebook, work / "hostile-out", inbox, "--scheme", SCHEME)
    with Server(program, folder) as server:
        client = Client(server).open()
        number = client.begin("有害", SCHEME)
        began = time.monotonic()
        with ThreadPoolExecutor(4) as threads:
            list(threads.map(lambda item: client.put(number, *item), returns(inbox).items()))
        client.score(number)
        now = client.wait(number, 300)
        took = time.monotonic() - began
        rows = client.rows(number)
        check("hostile: reviewed", now["scoring"]["phase"] == "idle", now)
        for attack in attacks:
            own = [(at, row) for at, row in enumerate(rows) if row["file"].startswith(attack.name + "/")]
            check(f"hostile: {attack.name} has a row", own)
            read = any(row["read"] for _, row in own)
            check(f"hostile: {attack.name} read or not", read == attack.scored, own[:2])
            if attack.code and not read:
                check(f"hostile: {attack.name} says why", any(row["reasons"] for _, row in own), own[:2])
            for at, row in own[:2]:
                got = client.ask("GET", f"/api/rounds/{number}/returns/{at}")
                check(f"hostile: {attack.name} opens", got.status == 200, got)
        check("hostile: as the command", client.take(number, "results").body == wanted["results.json"])
        noise = os.urandom(70_000) + bytes(random.Random(7).randbytes(30_000))
        programme = client.begin("下达", SCHEME)
        for at, attack in enumerate(attacks[::3]):
            data = (inbox / attack.name / f"自评表{attack.suffix}").read_bytes() if at else noise
            client.ask("PUT", f"/api/rounds/{programme}/programme?path={attack.name}.xlsx", data)
            got = client.ask("GET", f"/api/rounds/{programme}/programme")
            check(f"hostile: {attack.name} as a programme", got.status == 200 and got.json["errors"], got)
        check("hostile: the server lives", server.lives())
        check(f"hostile: below {MEGABYTES} MB", server.memory() < MEGABYTES, server.memory())
        say(f"hostile: {len(attacks)} files as returns, a third of them as programmes, {took:.1f} s, peak {server.memory():.0f} MB")


def bundles(server: Server, scorebook, work: pathlib.Path) -> None:
    """A bundle is one upload and many rows."""
    inbox = work / "bundled"
    inbox.mkdir()
    with zipfile.ZipFile(inbox / "回收.zip", "w") as bundle:
        for name, data in returns(ROUND / "first").items():
            bundle.writestr(name, data)
    wanted = command(scorebook, work / "bundled-out", inbox, "--scheme", SCHEME, "--programme", str(PROGRAMME))
    client = Client(server).open()
    number = client.begin("包", SCHEME, PROGRAMME.read_bytes())
    client.put(number, "回收.zip", (inbox / "回收.zip").read_bytes())
    client.score(number)
    client.wait(number)
    check("bundles: a row each", len(client.rows(number)) == len(returns(ROUND / "first")))
    check("bundles: as the command", client.take(number, "results").body == wanted["results.json"])


def without_sense(server: Server) -> None:
    """What is asked for too early, or of nothing, is told in words."""
    client = Client(server).open()
    number = client.begin()
    early = client.ask("POST", f"/api/rounds/{number}/blanks")
    check("without sense: blanks without a scheme", early.status == 409 and "方案" in early.json["zh"], early)
    client.ask("PUT", f"/api/rounds/{number}/scheme", SCHEME.encode())
    early = client.ask("POST", f"/api/rounds/{number}/blanks")
    check("without sense: blanks without a programme", early.status == 409 and "下达" in early.json["zh"], early)
    for product in ("summary", "everything", "blanks"):
        early = client.take(number, product)
        check(f"without sense: {product} of nothing", early.status == 409 and early.json["zh"], early)
    check("without sense: no such product", client.take(number, "passwd").status == 404)
    check("without sense: no such scheme", client.ask("PUT", f"/api/rounds/{number}/scheme", b"../x").status == 404)
    client.score(number)
    check("without sense: no returns", client.wait(number)["scoring"]["phase"] == "idle")
    client.ask("PUT", f"/api/rounds/{number}/programme?path=p.xlsx", b"junk")
    client.put(number, "a.xlsx", b"1")
    client.score(number)
    failed = client.wait(number)["scoring"]
    check("without sense: a faulty programme is named", failed["phase"] == "failed" and "下达工作簿" in failed["zh"], failed)
    client.ask("DELETE", f"/api/rounds/{number}/programme")
    client.score(number)
    check("without sense: without it, it goes", client.wait(number)["scoring"]["phase"] == "idle")
    check("without sense: a row that is none", client.ask("GET", f"/api/rounds/{number}/returns/7").status in (404, 409))
    check("without sense: a row below none", client.ask("GET", f"/api/rounds/{number}/returns/-1").status in (404, 409))


def interrupted(server: Server) -> None:
    """Uploads whose browser goes away leave nothing."""
    client = Client(server).open()
    number = client.begin()
    for at in range(20):
        with socket.create_connection(("127.0.0.1", server.port)) as link:
            link.sendall((
                f"PUT /api/rounds/{number}/returns?path=u{at}.xlsx HTTP/1.1\r\nHost: localhost\r\nX-Scorebook: 1\r\n"
                f"Cookie: scorebook={client.cookie}\r\nContent-Length: 1000000\r\n\r\n").encode() + b"x" * 5000 * at)
    time.sleep(0.5)
    check("interrupted: no file", client.files(number) == [], client.files(number))
    left = [path for path in listing(server.data) if path.endswith(".part") or "/passing/" in path]
    check("interrupted: nothing is left", not left, left)
