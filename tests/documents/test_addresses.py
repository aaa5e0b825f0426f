"""Web addresses: fetched only when they were named, and never from a machine that is not on the public internet.

The tests' own server stands on this machine, which is not public; that one address is let through by putting another
``is_public`` in place of the program's, which nothing on the command line or in the environment can do.
"""

from __future__ import annotations

import ipaddress
import json
import socket
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from made_files import ENGLISH, FRENCH, pdf, web_page

from checker.cli import main
from checker.documents import addresses
from checker.documents.addresses import fetch, is_public
from checker.errors import InputError

PAGE = web_page("Shells by rail", ENGLISH, "2024-05-14")
RSS = f"<rss><channel><item><guid>e1</guid><title>Un</title><description>{FRENCH}</description></item></channel></rss>".encode()
ANSWERS: dict[str, tuple[int, dict[str, str], bytes]] = {
    "/page": (200, {"Content-Type": "text/html; charset=utf-8"}, PAGE),
    "/latin": (200, {"Content-Type": "text/plain; charset=iso-8859-1"}, FRENCH.encode("latin-1")),
    "/panel.pdf": (200, {"Content-Type": "application/pdf"}, pdf([["Cover of the report"], [ENGLISH]])),
    "/feed": (200, {"Content-Type": "application/rss+xml"}, RSS),
    "/vague.xml": (200, {"Content-Type": "text/xml"}, RSS),
    "/news.jsonl": (
        200,
        {"Content-Type": "application/octet-stream"},
        json.dumps({"id": "k", "text": ENGLISH}).encode(),
    ),
    "/moved": (302, {"Location": "/page"}, b""),
    "/round": (302, {"Location": "/round"}, b""),
    "/inside": (302, {"Location": "http://10.0.0.7/secret"}, b""),
    "/metadata": (301, {"Location": "http://169.254.169.254/latest/"}, b""),
    "/six": (301, {"Location": "http://[::1]/"}, b""),
    "/mapped": (301, {"Location": "http://[::ffff:192.168.0.1]/"}, b""),
    "/file": (302, {"Location": "file:///etc/passwd"}, b""),
    "/gone": (404, {}, b"gone"),
    "/packed": (200, {"Content-Encoding": "gzip"}, b"zz"),
    "/empty": (200, {"Content-Type": "text/html"}, b""),
    "/short": (200, {"Content-Length": "500"}, b"only this"),
}


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/slow":
            threading.Event().wait(2)
        status, headers, body = ANSWERS.get(self.path, (404, {}, b""))
        self.send_response(status)
        for name, value in ({"Content-Length": str(len(body))} | headers).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Nothing is said."""


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    ours = ipaddress.ip_address("127.0.0.1")
    monkeypatch.setattr(addresses, "is_public", lambda one: one == ours or is_public(one))
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def refusal(call: Callable[[], object]) -> tuple[str, str]:
    with pytest.raises(InputError) as caught:
        call()
    return caught.value.slug, str(caught.value)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True), ("2606:2800:220:1:248:1893:25c8:1946", True), ("8.8.8.8", True),
        ("127.0.0.1", False), ("127.8.8.8", False), ("0.0.0.0", False), ("10.1.2.3", False), ("172.16.0.1", False), ("172.31.255.255", False),
        ("192.168.1.1", False), ("169.254.169.254", False), ("100.64.0.1", False), ("224.0.0.1", False), ("240.0.0.1", False),
        ("255.255.255.255", False), ("192.0.2.1", False), ("198.18.0.1", False), ("::1", False), ("::", False), ("fe80::1", False),
        ("fc00::1", False), ("fd12::1", False), ("fec0::1", False), ("ff02::1", False), ("::ffff:10.0.0.1", False),
        ("::ffff:8.8.8.8", True), ("64:ff9b::a00:1", False), ("2002:a00:1::", False), ("2001:0:1::1", False), ("2001:db8::1", False),
    ],
)  # fmt: skip
def test_which_addresses_are_public(address: str, public: bool) -> None:
    assert is_public(ipaddress.ip_address(address)) is public


def test_a_page_is_fetched_with_its_kind_and_encoding(site: str) -> None:
    fetched = fetch(f"{site}/page")
    assert (fetched.raw, fetched.kind, fetched.charset, fetched.url) == (PAGE, "text/html", "utf-8", f"{site}/page")


def test_a_redirect_is_followed_and_the_last_address_told(site: str) -> None:
    assert fetch(f"{site}/moved").url == f"{site}/page"


@pytest.mark.parametrize(
    ("path", "slug", "says"),
    [
        ("/inside", "private", "(redirected to http://10.0.0.7/secret): leads to 10.0.0.7, which is not on the public internet; it is not fetched"),
        ("/metadata", "private", "leads to 169.254.169.254, which is not on the public internet"),
        ("/six", "private", "leads to ::1, which is not on the public internet"),
        ("/mapped", "private", "leads to ::ffff:192.168.0.1, which is not on the public internet"),
        ("/file", "url", "(redirected to file:///etc/passwd): no address of the web"),
        ("/round", "unreadable", "more than 5 redirects; name the address they lead to"),
        ("/gone", "unreadable", "the server answered 404 (Not Found); look at it in a browser"),
        ("/packed", "unreadable", "came packed though it was not asked to; save the article and name the file"),
        ("/short", "truncated", "the connection broke off (9 bytes of 500); try again later"),
    ],
)  # fmt: skip
def test_what_is_refused_says_why(site: str, path: str, slug: str, says: str) -> None:
    found, message = refusal(lambda: fetch(site + path))
    assert message.startswith(site + path)
    assert (found, says in message) == (slug, True), message


@pytest.mark.parametrize(
    ("address", "slug", "says"),
    [
        ("http://", "url", "no address of the web"),
        (
            "http://name:word@quay.example/",
            "url",
            "holds a name or password, which would stand in the report; fetch it yourself",
        ),
        ("http://quay.example:99999/", "url", "no address of the web"),
        ("http://quay.example/a b", "url", "no address of the web"),
        ("http://127.0.0.1/", "private", "leads to 127.0.0.1, which is not on the public internet"),
        ("http://2130706433/", "private", "leads to 127.0.0.1"),
        ("http://[::1]/", "private", "leads to ::1"),
        ("http://localhost/", "private", "which is not on the public internet"),
    ],
)
def test_an_address_that_is_none_or_leads_inside_is_refused_before_anything_is_sent(
    address: str, slug: str, says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket, "create_connection", lambda *_: pytest.fail("it connected"))
    found, message = refusal(lambda: fetch(address))
    assert found == slug
    assert says in message


def test_a_name_with_one_address_inside_is_refused_and_is_not_looked_up_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def resolve(host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        asked.append(host)
        return [(0, 0, 0, "", (one, port)) for one in ("93.184.216.34", "10.0.0.1")]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    assert refusal(lambda: fetch("http://quay.example/"))[0] == "private"
    assert asked == ["quay.example"]


def test_the_connection_is_made_to_the_address_that_was_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[tuple[str, int]] = []

    def connect(address: tuple[str, int], timeout: float) -> socket.socket:
        called.append(address)
        raise ConnectionRefusedError(111, "Connection refused")

    monkeypatch.setattr(socket, "getaddrinfo", lambda host, port, **_: [(0, 0, 0, "", ("93.184.216.34", port))])
    monkeypatch.setattr(socket, "create_connection", connect)
    assert refusal(lambda: fetch("https://quay.example/a")) == (
        "unreadable",
        "https://quay.example/a: cannot be fetched (connection refused); save the article and name the file",
    )
    assert called == [("93.184.216.34", 443)]


def test_a_name_that_is_not_known_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert (
        refusal(lambda: fetch("http://quay.invalid/"))[1]
        == "http://quay.invalid/: the name 'quay.invalid' is not known; check the address"
    )


def test_an_answer_that_is_too_long_or_too_late_is_refused(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "LONGEST", 100)
    assert refusal(lambda: fetch(f"{site}/page")) == (
        "too_large",
        f"{site}/page: more than 100 bytes; save the part that is wanted",
    )
    monkeypatch.setattr(addresses, "SECONDS", 0.3)
    assert refusal(lambda: fetch(f"{site}/slow"))[0] == "timeout"
    monkeypatch.setattr(addresses, "MOST_SECONDS", 0)
    assert refusal(lambda: fetch(f"{site}/page")) == (
        "timeout",
        f"{site}/page: took more than 0 seconds; try again later",
    )


def test_addresses_are_checked_in_their_place_and_what_cannot_be_fetched_is_a_failed_input(
    site: str, tmp_path: Path
) -> None:
    paths = ["/page", "/inside", "/latin", "/panel.pdf", "/feed", "/vague.xml", "/news.jsonl", "/empty"]
    out = tmp_path / "out"
    done = CliRunner().invoke(
        main, ["check", *(site + one for one in paths), "-o", str(out), "-f", "json", "--as-of", "2024-06-01"]
    )
    assert done.exit_code == 3, done.output
    lines = [json.loads(line) for line in (out / "results.jsonl").read_text(encoding="utf-8").splitlines()]
    told = [
        (one["document"]["source"].removeprefix(site), one["error"] and one["error"]["slug"], len(one["claims"]))
        for one in lines
    ]
    assert told == [
        ("/page", None, 1), ("/inside", "private", 0), ("/latin", None, 1), ("/panel.pdf", None, 1), ("/feed#e1", None, 1), ("/vague.xml#e1", None, 1),
        ("/news.jsonl#k", None, 1), ("/empty", "empty", 0),
    ]  # fmt: skip
    assert lines[0]["document"]["url"] == f"{site}/page"
    assert lines[3]["claims"][0]["evidence"][0]["page"] == 2
