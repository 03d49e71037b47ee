"""Who may ask: sessions, the password, names of hosts, requests that are none."""
from __future__ import annotations

import pathlib
import re
import socket
import subprocess
import time

from common import PROGRAMME, ROUND, SCHEME, SITE, Client, Server, check, free_port, listing, returns


def sessions_apart(server: Server) -> None:
    one, other, none = Client(server).open(), Client(server).open(), Client(server)
    check("sessions: keys differ", one.cookie != other.cookie)
    number = one.begin("甲", SCHEME, PROGRAMME.read_bytes())
    for name, data in list(returns(ROUND / "first").items())[:2]:
        one.put(number, name, data)
    one.score(number)
    one.wait(number)
    own = ["", "/rows", "/files", "/programme", "/returns/0", "/copies/0"]
    own += [f"/take/{product}" for product in ("summary", "findings", "results", "everything", "sendBack")]
    for path in own:
        place = f"/api/rounds/{number}{path}"
        check(f"sessions: own {path}", one.ask("GET", place).status == 200, one.ask("GET", place))
        check(f"sessions: other {path}", other.ask("GET", place).status == 404, other.ask("GET", place))
        check(f"sessions: none {path}", none.ask("GET", place).status == 401, none.ask("GET", place))
    for method, path in (
            ("PUT", "/name"), ("PUT", "/scheme"), ("PUT", "/programme"), ("PUT", "/returns?path=a.xlsx"),
            ("DELETE", "/returns?path=a.xlsx"), ("POST", "/score"), ("POST", "/blanks"),
            ("DELETE", "/programme"), ("DELETE", "")):
        place = f"/api/rounds/{number}{path}"
        check(f"sessions: other {method} {path}", other.ask(method, place, b"x").status == 404)
        check(f"sessions: none {method} {path}", none.ask(method, place, b"x").status == 401)
        check(f"sessions: foreign page {method} {path}", one.ask(method, place, b"x", own=False).status == 403)
    check("sessions: other lists none", other.ask("GET", "/api/rounds").json == [])
    for path in ("/api/schemes", "/api/guide", "/api/rounds"):
        check(f"sessions: none {path}", none.ask("GET", path).status == 401)
    for cookie in ("0" * 32, "x", "../../etc", "a" * 4000, one.cookie.upper() + "0"):
        stranger = Client(server, cookie)
        check(f"sessions: key {cookie[:12]}", stranger.ask("GET", "/api/rounds").status == 401)
    check("sessions: begun without the header", one.ask("POST", "/api/rounds", b"x", own=False).status == 403)
    closed = one.ask("DELETE", "/api/session")
    check("sessions: closing takes the cookie", "Max-Age=0" in closed.headers["Set-Cookie"], closed.headers)
    cookie = Client(server).open().opened.headers["Set-Cookie"]
    check("sessions: the cookie is kept from scripts and other sites",
          all(word in cookie for word in ("HttpOnly", "SameSite=Strict", "Path=/")), cookie)
    for path in ("", "/rows", "/take/everything"):
        for number in ("0", "99", "-1", "99999999999999999999", "x", "%00", "..%2f1"):
            got = one.ask("GET", f"/api/rounds/{number}{path}").status
            check(f"sessions: round {number}{path}", got in (400, 404), got)


def hosts(server: Server) -> None:
    client = Client(server).open()
    port = server.port
    for host, wanted in (
            (f"127.0.0.1:{port}", 200), (f"localhost:{port}", 200), (f"[::1]:{port}", 200),
            ("evil.example", 421), (f"evil.example:{port}", 421), ("127.evil.example", 421),
            ("127.0.0.1.evil.example", 421), ("localhost.evil.example", 421), ("", 421), ("0.0.0.0", 421),
            ("[::2]", 421), ("127.0.0.1@evil.example", 421), ("[::1].evil.example", 421)):
        for path in ("/", "/api/session", "/api/rounds"):
            got = client.ask("GET", path, headers={"Host": host}).status
            check(f"hosts: {host or 'empty'} {path}", got == wanted or (host == "" and got == 400), got)
    headers = client.ask("GET", "/").headers
    check("hosts: policy", "default-src 'none'" in headers["Content-Security-Policy"], headers)
    check("hosts: nothing guessed", headers["X-Content-Type-Options"] == "nosniff")
    check("hosts: nothing cached", headers["Cache-Control"] == "no-store")
    check("hosts: no leave for other sites", "Access-Control-Allow-Origin" not in headers)
    names = sorted(path.name for path in SITE.iterdir())
    for name in names:
        got = client.ask("GET", f"/site/{name}")
        check(f"hosts: /site/{name}", got.status == 200 and got.body == (SITE / name).read_bytes())
    for name in ("x.js", "..%2f..%2fetc%2fpasswd", "%2e%2e/index.html", ".", "index.html%00"):
        check(f"hosts: /site/{name}", client.ask("GET", f"/site/{name}").status in (400, 404))


def malformed(server: Server) -> None:
    client = Client(server).open()
    number = client.begin()
    cookie = f"Cookie: scorebook={client.cookie}\r\nX-Scorebook: 1\r\nHost: localhost\r\n"
    put = f"PUT /api/rounds/{number}/returns?path=a.xlsx HTTP/1.1\r\n"
    requests = [
        b"\x00" * 4000, b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"\x16\x03\x01\x02\x00\x01\x00",
        b"GET / HTTP/1.1\r\n\r\n", b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        b"GET /" + b"a" * 200_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\n" + b"X-A: b\r\n" * 20_000 + b"\r\n",
        (put + cookie + "Content-Length: -5\r\n\r\n").encode(),
        (put + cookie + "Content-Length: 99999999999999999999\r\n\r\n").encode(),
        (put + cookie + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello").encode(),
        (put + cookie + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n").encode(),
        (put + cookie + "Transfer-Encoding: chunked\r\n\r\nzz\r\nx\r\n").encode(),
        (put + cookie + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n").encode(),
        (put + cookie + "Content-Length: 1000\r\n\r\nshort").encode(),
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", b"CONNECT evil.example:443 HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n", b"GET * HTTP/1.1\r\nHost: localhost\r\n\r\n",
    ]
    for at, request in enumerate(requests):
        with socket.create_connection(("127.0.0.1", server.port), timeout=5) as link:
            try:
                link.sendall(request)
                link.shutdown(socket.SHUT_WR)
                while link.recv(65536):
                    pass
            except OSError:
                pass
        check(f"malformed {at}: the server goes on", client.ask("GET", "/api/rounds").status == 200)
    # What was smuggled or cut short is no return.
    left = client.files(number)
    check("malformed: nothing half is kept", left in ([], ["a.xlsx"]), left)
    kept = [path for path in server.data.rglob("a.xlsx")]
    check("malformed: what is kept is whole", all(path.read_bytes() in (b"", b"hello") for path in kept),
          [path.read_bytes() for path in kept])


def password(program, folder: pathlib.Path) -> None:
    secret = folder / "password"
    secret.write_text("正确的口令-2024\nsecond line\n")
    with Server(program, folder / "password-page", "--password-file", str(secret)) as server:
        client = Client(server)
        check("password: told", client.ask("GET", "/api/session").json["hasPassword"] is True)
        check("password: nothing without", client.ask("GET", "/api/rounds").status == 401)
        began = time.monotonic()
        wrong = Client(server).open("wrong")
        check("password: wrong one", wrong.opened.status == 401 and not wrong.cookie, wrong.opened)
        check("password: wrong one takes its time", time.monotonic() - began >= 0.9)
        right = Client(server).open("正确的口令-2024")
        check("password: right one", right.opened.status == 204, right.opened)
        number = right.begin("有口令")
        check("password: opens", right.ask("GET", f"/api/rounds/{number}").status == 200)
        # Nine more wrong ones at once make ten within the minute.
        from concurrent.futures import ThreadPoolExecutor
        with ThreadPoolExecutor(9) as threads:
            tries = list(threads.map(lambda word: Client(server).open(word).opened.status, ["no"] * 9))
        check("password: nine more are refused", set(tries) == {401}, tries)
        check("password: the eleventh is not looked at", Client(server).open("no").opened.status == 429)
        check("password: nor the right one now", Client(server).open("正确的口令-2024").opened.status == 429)
        elsewhere = Client(server, source="127.0.0.2").open("正确的口令-2024")
        check("password: other machines are not shut out", elsewhere.opened.status == 204, elsewhere.opened)
        check("password: the open session goes on", right.ask("GET", "/api/rounds").status == 200)
        check("password: any name of host", right.ask("GET", "/api/rounds", headers={"Host": "pc-7"}).status == 200)
        server.end()
        secret.write_text("另一个口令-2025\n")
        server.start()
        check("password: changed, the old session is shut", right.ask("GET", "/api/rounds").status == 401)
        right.open("另一个口令-2025")
        rounds = right.ask("GET", "/api/rounds").json
        check("password: changed, the same browser finds its rounds", [one["name"] for one in rounds] == ["有口令"])
    secret.write_text("short\n")
    for options, words in (
            (["--address", "0.0.0.0"], "--password-file"), (["--address", "::"], "--password-file"),
            (["--address", "192.0.2.1"], "--password-file"), (["--address", "127.evil.example"], "--password-file"),
            (["--password-file", str(secret)], "8"), (["--password-file", str(folder / "nowhere")], "cannot be read"),
            (["--port", "0"], "65535"), (["--port", "70000"], "65535"), (["--max-files", "0"], "1000000")):
        done = subprocess.run(
            [program, "--data", str(folder / "none"), "--port", str(free_port()), *options] if "--port" not in options
            else [program, "--data", str(folder / "none"), *options], capture_output=True, text=True, timeout=20)
        check(f"password: {' '.join(options)}", done.returncode in (2, 64) and words in done.stderr,
              f"{done.returncode} {done.stderr}")
        check(f"password: {' '.join(options)} is said in Chinese too", re.search("[一-龥]", done.stderr), done.stderr)


def restarted(server: Server) -> None:
    """A restart loses nothing that was done."""
    client = Client(server).open()
    number = client.begin("重启", SCHEME, PROGRAMME.read_bytes())
    for name, data in returns(ROUND / "first").items():
        client.put(number, name, data)
    client.ask("POST", f"/api/rounds/{number}/blanks")
    client.score(number)
    client.wait(number)
    client.wait(number, work="issuing")
    places = [f"/api/rounds/{number}{path}" for path in
              ("", "/rows", "/files", "/programme", "/returns/3", "/copies/3", "/take/results", "/take/summary",
               "/take/findings", "/take/everything", "/take/sendBack", "/take/blanks")]
    before = [client.ask("GET", place).body for place in places]
    check("restart: SIGTERM ends with 0", (status := server.end()) == 0, status)
    server.start()
    after = [client.ask("GET", place).body for place in places]
    for place, was, now in zip(places, before, after):
        check(f"restart: {place}", was == now and len(now) > 2, f"{was[:200]} {now[:200]}")


def nothing_outside(server: Server) -> None:
    outside = listing(server.folder / "home", server.folder / "tmp")
    check("nothing is written outside the data folder", not outside, outside)
    top = {path.name for path in server.data.iterdir()}
    check("the data folder holds what is documented", top == {"lock", "passing", "sessions"}, top)
    server.end()
    server.start()
    left = listing(server.data / "passing")
    check("what libraries set aside is gone after a start", not left, left)
    mode = (server.data / "sessions").stat().st_mode & 0o777
    check("the sessions are their owner's alone", mode == 0o700, oct(mode))
