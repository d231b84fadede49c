"""Fetches the data of another glossary: over https alone, from public hosts, and no more than is counted.

Each hop is looked at before it is asked for: its form (`addresses.elsewhere`), and where its name leads. What a name
leads to is looked up once and that is connected to, so that it cannot lead elsewhere in between (DNS rebinding).
"""

import http.client
import ipaddress
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from hornbook.addresses import address_flaw
from hornbook.load.outside import LARGEST_KEPT

LARGEST = LARGEST_KEPT
"""Bytes: as many as are read of what is kept."""
MOST_HOPS = 5
_SECONDS = 20.0
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Answer:
    """What a host answers: its status, where it sends one on, and at most one byte more than is read."""

    status: int
    location: str | None
    body: bytes


class FetchError(OSError):
    """Why nothing was fetched, in words that go on after the address."""


Ask = Callable[[str], Answer]
"""Asks for one address, without following where it sends one on. Raises FetchError."""


def fetched(address: str, ask: Ask | None = None) -> bytes:
    """What stands at an address. Raises FetchError, with what was wrong."""
    asking = ask or _ask
    for _ in range(MOST_HOPS + 1):
        _look_at(address)
        answer = asking(address)
        if answer.status in _REDIRECTS and answer.location:
            address = urljoin(address, answer.location)
            continue
        if answer.status != http.HTTPStatus.OK:
            raise FetchError(f"answered with status {answer.status}")
        if len(answer.body) > LARGEST:
            raise FetchError(f"has more than {LARGEST:,} bytes, which is the limit")
        return answer.body
    raise FetchError(f"sends one on more than {MOST_HOPS} times")


def _look_at(address: str) -> None:
    if urlsplit(address).scheme != "https":
        raise FetchError(f"is not fetched: {address[:200]} is no https address")
    flaw = address_flaw(address)
    if flaw is not None:
        raise FetchError(f"is not fetched: {address[:200]} {flaw.message}")


def _ask(address: str) -> Answer:
    """Ask a public host, and nobody else."""
    parts = urlsplit(address)
    assert parts.hostname is not None
    port = parts.port or 443
    try:
        found = _public(parts.hostname, port)
        context = ssl.create_default_context()
        with (
            socket.create_connection((found, port), timeout=_SECONDS) as connection,
            context.wrap_socket(connection, server_hostname=parts.hostname) as secure,
        ):
            return answer_on(secure, address)
    except FetchError:
        raise
    except (OSError, http.client.HTTPException) as error:
        raise FetchError(f"could not be reached: {error}"[:300]) from error


def answer_on(connection: socket.socket, address: str) -> Answer:
    """What a host answers on a connection to it; no more is read than one byte beyond the limit."""
    parts = urlsplit(address)
    assert parts.hostname is not None
    client = http.client.HTTPConnection(parts.hostname, parts.port)
    client.sock = connection
    target = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
    client.request("GET", target, headers={"Accept": "application/json", "Accept-Encoding": "identity"})
    answer = client.getresponse()
    return Answer(answer.status, answer.getheader("Location"), answer.read(LARGEST + 1))


def _public(host: str, port: int) -> str:
    """The first address that a name leads to; all of them must be of the public network."""
    found = [str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    private = next((one for one in found if not is_public(one)), None)
    if private is not None or not found:
        raise FetchError(f"is not fetched: {host} stands in a private network ({private})")
    return found[0]


def is_public(number: str) -> bool:
    """Whether an IP address is one that anybody can reach."""
    address = ipaddress.ip_address(number.partition("%")[0])
    mapped = getattr(address, "ipv4_mapped", None)
    return (mapped or address).is_global and not (mapped or address).is_multicast
