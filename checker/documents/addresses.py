"""A web address fetched, only when it was named on the command line: nothing else of this program touches the network.

The name is resolved here, every address it stands for has to be a public one, and the connection is made to the address that
was looked at, so that a name cannot come to stand for another machine in between; the same for each redirect.
"""

from __future__ import annotations

import http.client
import ipaddress
import re
import socket
import ssl
import time
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from checker import __version__
from checker.documents.folders import cause
from checker.errors import InputError
from checker.records import record

LONGEST = 64 * 1024 * 1024
"""Bytes that are taken of an answer."""

SECONDS = 30
"""For each step: connecting, and every piece that is waited for; ``MOST_SECONDS`` for all of it."""

MOST_SECONDS = 120
MOST_REDIRECTS = 5
_MOVED = (301, 302, 303, 307, 308)
_PIECE = 65_536
_CHARSET = re.compile(r"charset\s{0,3}=\s{0,3}[\"']?([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)


@record
class Fetched:
    """What an address gave in the end: the bytes, their kind (``text/html``), the encoding that was named, and where they were."""

    raw: bytes
    kind: str
    charset: str
    url: str


def is_public(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    """True for an address of the public internet: none that is private, loopback, link-local, shared or reserved.

    An IPv4 address written as IPv6 is judged as the IPv4 address that it is.
    """
    inner = getattr(address, "ipv4_mapped", None) or getattr(address, "sixtofour", None)
    teredo = getattr(address, "teredo", None)
    if inner is not None:
        return is_public(inner)
    if teredo is not None or address in _TRANSLATED or getattr(address, "is_site_local", False):
        return False
    return address.is_global and not address.is_multicast and not address.is_reserved


_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
"""IPv6 addresses that a gateway turns into any IPv4 address, private ones included."""


def fetch(url: str) -> Fetched:
    """What stands at an address, redirects followed.

    Raises InputError, each with the address: ``url`` for one that is none, ``private`` for one that leads to a machine that is not
    public, ``timeout``, ``too_large``, ``unreadable`` for a refusal, an error of the server, or a connection that fails.
    """
    ends = time.monotonic() + MOST_SECONDS
    here = url
    for _ in range(MOST_REDIRECTS + 1):
        parts = _parts(here, url)
        status, answer = _asked(parts, here, url, ends)
        try:
            if status in _MOVED and answer.getheader("location"):
                here = urljoin(here, answer.getheader("location", ""))
                continue
            if status != 200:
                raise InputError(
                    f"{url}: the server answered {status} ({line(answer.reason)}); look at it in a browser"
                )
            return Fetched(_body(answer, url, ends), *_kind(answer), here)
        finally:
            answer.close()
    raise InputError(f"{url}: more than {MOST_REDIRECTS} redirects; name the address they lead to")


def line(words: str) -> str:
    """Words of a server in one short line of printable characters."""
    return "".join(char for char in " ".join(str(words).split()) if char.isprintable())[:80]


def _parts(here: str, url: str) -> SplitResult:
    try:
        parts = urlsplit(here)
        port = parts.port
    except ValueError:
        raise InputError(f"{url}: no address of the web", "url") from None
    where = url if here == url else f"{url} (redirected to {line(here)})"
    if parts.scheme not in ("http", "https") or not parts.hostname or not here.isprintable() or " " in here:
        raise InputError(f"{where}: no address of the web", "url")
    if parts.username is not None or parts.password is not None:
        raise InputError(
            f"{where}: holds a name or password, which would stand in the report; fetch it yourself", "url"
        )
    if port == 0:
        raise InputError(f"{where}: no address of the web", "url")
    return parts


def _asked(parts: SplitResult, here: str, url: str, ends: float) -> tuple[int, http.client.HTTPResponse]:
    """The status and the answer of one server, of which no more than the headers was read."""
    where = url if here == url else f"{url} (redirected to {line(here)})"
    host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    try:
        host = host.encode("idna").decode("ascii") if not host.isascii() else host
        channel = socket.create_connection(_resolved(host, port, where), _left(ends, where))
        if parts.scheme == "https":
            channel = ssl.create_default_context().wrap_socket(channel, server_hostname=host)
        asking = http.client.HTTPConnection(host, port)
        asking.sock = channel
        asking.request("GET", _escaped(path), headers={
            "User-Agent": f"sanctions-claim-checker/{__version__}", "Accept": "*/*", "Accept-Encoding": "identity", "Connection": "close",
        })  # fmt: skip
        answer = asking.getresponse()
    except TimeoutError:
        raise InputError(f"{where}: no answer within {SECONDS} seconds; try again later", "timeout") from None
    except (OSError, http.client.HTTPException, UnicodeError, ValueError) as error:
        why = cause(error) if isinstance(error, OSError) and error.strerror else type(error).__name__
        raise InputError(f"{where}: cannot be fetched ({line(why)}); save the article and name the file") from None
    return answer.status, answer


def _resolved(host: str, port: int, where: str) -> tuple[str, int]:
    """The first address that a name stands for; refused when any of them is not public."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (socket.gaierror, UnicodeError):
        raise InputError(f"{where}: the name '{line(host)}' is not known; check the address") from None
    addresses = [str(one[4][0]) for one in found]
    for address in addresses:
        if not is_public(ipaddress.ip_address(address.partition("%")[0])):
            raise InputError(
                f"{where}: leads to {address}, which is not on the public internet; it is not fetched", "private"
            )
    return addresses[0], port


def _body(answer: http.client.HTTPResponse, url: str, ends: float) -> bytes:
    if (answer.getheader("content-encoding") or "identity").lower() != "identity":
        raise InputError(f"{url}: came packed though it was not asked to; save the article and name the file")
    parts: list[bytes] = []
    size = 0
    try:
        while piece := answer.read1(_PIECE):
            size += len(piece)
            if size > LONGEST:
                raise InputError(f"{url}: more than {LONGEST} bytes; save the part that is wanted", "too_large")
            parts.append(piece)
            _left(ends, url)
    except TimeoutError:
        raise InputError(f"{url}: no answer within {SECONDS} seconds; try again later", "timeout") from None
    except (OSError, http.client.HTTPException) as error:
        raise InputError(f"{url}: the connection broke off ({type(error).__name__}); try again later") from None
    said = answer.getheader("content-length") or ""
    if said.isdecimal() and len(said) < 15 and size < int(said):
        raise InputError(f"{url}: the connection broke off ({size} bytes of {said}); try again later", "truncated")
    return b"".join(parts)


def _left(ends: float, where: str) -> float:
    left = ends - time.monotonic()
    if left <= 0:
        raise InputError(f"{where}: took more than {MOST_SECONDS} seconds; try again later", "timeout")
    return min(left, SECONDS)


def _kind(answer: http.client.HTTPResponse) -> tuple[str, str]:
    said = answer.getheader("content-type") or ""
    charset = _CHARSET.search(said)
    return said.partition(";")[0].strip().lower(), charset[1].lower() if charset else ""


def _escaped(path: str) -> str:
    return quote(path, safe="/?&=%:@!$'()*+,;~-._[]")
