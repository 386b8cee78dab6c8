"""Who is answered: this machine, asked by its own name, by a page of this server, for whoever holds the key.

Loopback alone protects little: any page of any site may send requests to it, and a name of a stranger's may be made to
point at it. So the Host must be ours, what changes anything must come from our own pages, and all data asks for the key,
which stands in the address that `sayso serve` prints and is exchanged there for a cookie that no other site can send.
"""

from __future__ import annotations

import hmac
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

__all__ = ["COOKIE", "HEADERS", "Guard", "Key"]

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

COOKIE = "sayso"
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
LARGEST_BODY = 64 * 1024
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
POLICY = (
    "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; worker-src 'self'; "
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "DENY",
}


@dataclass(frozen=True, slots=True)
class Key:
    """The key of one run of the server, and the port that tells its cookie from those of other runs."""

    token: str
    port: int

    @property
    def cookie(self) -> str:
        """The cookie's name; cookies are shared by all ports of a host, so that the port must be in it."""
        return f"{COOKIE}-{self.port}"

    def opens(self, given: str) -> bool:
        """Tell whether what was given is the key, in a time that tells nothing of how much of it was right."""
        return hmac.compare_digest(given.encode("utf-8", "replace"), self.token.encode())


@dataclass(frozen=True, slots=True)
class Guard:
    """Stands before the app; answers what may not pass by itself, and adds the headers to all that does."""

    app: App
    key: Key

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or let pass."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            return  # no websockets here
        asked = _Asked.of(scope)
        refused = self._refusal(asked)
        guarded = _with_headers(send, _cache(asked.path))
        if refused:
            await _answer(guarded, *refused)
        elif asked.token and self.key.opens(asked.token):
            await _exchange(guarded, asked, self.key)
        else:
            await self.app(scope, _limited(receive), guarded)

    def _refusal(self, asked: _Asked) -> tuple[int, str] | None:
        """Return why a request is not answered, None when it is."""
        if asked.host not in {f"{name}:{self.key.port}" for name in LOOPBACK}:
            return 400, "this server answers to its own address only"
        if asked.method not in SAFE and not asked.from_here():
            return 403, "only pages of this server may change anything"
        if asked.length > LARGEST_BODY:
            return 413, "too much at once"
        if asked.path.startswith("/api/") and not self.key.opens(asked.carried(self.key.cookie)):
            return 401, "open the address that `sayso serve` printed"
        return None


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the guard looks at in a request."""

    method: str
    path: str
    query: str
    headers: dict[str, str]

    @classmethod
    def of(cls, scope: Scope) -> _Asked:
        headers = {k.decode("latin-1").lower(): v.decode("latin-1") for k, v in scope["headers"]}
        return cls(scope["method"], scope["path"], scope["query_string"].decode("latin-1"), headers)

    @property
    def host(self) -> str:
        return self.headers.get("host", "").lower()

    @property
    def length(self) -> int:
        given = self.headers.get("content-length", "0")
        return int(given) if given.isascii() and given.isdigit() else LARGEST_BODY + 1

    @property
    def token(self) -> str:
        """The key in an opening address, "" in any other."""
        return parse_qs(self.query).get("token", [""])[0] if self.path == "/" and self.method == "GET" else ""

    def from_here(self) -> bool:
        """Tell whether a page of this server asks, or no page at all."""
        site = self.headers.get("sec-fetch-site", "none")
        origin = self.headers.get("origin")
        return site in ("same-origin", "none") and (origin is None or urlsplit(origin).netloc.lower() == self.host)

    def carried(self, cookie: str) -> str:
        """Return the key that a request carries, in its cookie or, from programs, as a bearer's."""
        scheme, _, given = self.headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer":
            return given.strip()
        try:
            found = SimpleCookie(self.headers.get("cookie", "")).get(cookie)
        except CookieError:
            return ""
        return found.value if found else ""


def _cache(path: str) -> str:
    """Say how long an answer may be kept: what is named by its content for good, nothing else."""
    return "public, max-age=31536000, immutable" if path.startswith("/assets/") else "no-store"


def _with_headers(send: Send, cache: str) -> Send:
    extra = [(name.encode(), value.encode()) for name, value in {**HEADERS, "cache-control": cache}.items()]

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            message = {**message, "headers": [*message.get("headers", ()), *extra]}
        await send(message)

    return sent


def _limited(receive: Receive) -> Receive:
    """Stop reading a body that is longer than it said."""
    read = 0

    async def received() -> Message:
        nonlocal read
        message = await receive()
        read += len(message.get("body", b""))
        return {"type": "http.disconnect"} if read > LARGEST_BODY else message

    return received


async def _answer(send: Send, status: int, words: str) -> None:
    body = words.encode()
    await _respond(send, status, [(b"content-type", b"text/plain; charset=utf-8")], body)


async def _exchange(send: Send, asked: _Asked, key: Key) -> None:
    """Give the cookie for the key, and the address without it."""
    rest = [(name, value) for name, values in parse_qs(asked.query).items() if name != "token" for value in values]
    cookie = f"{key.cookie}={key.token}; Path=/; HttpOnly; SameSite=Strict"
    target = "/" + (f"?{urlencode(rest)}" if rest else "")
    await _respond(send, 303, [(b"set-cookie", cookie.encode()), (b"location", target.encode())], b"")


async def _respond(send: Send, status: int, headers: Iterable[tuple[bytes, bytes]], body: bytes) -> None:
    length = (b"content-length", str(len(body)).encode())
    await send({"type": "http.response.start", "status": status, "headers": [*headers, length]})
    await send({"type": "http.response.body", "body": body})
