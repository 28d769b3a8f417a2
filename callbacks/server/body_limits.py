"""How long the body of a request may be. A route says what it takes; what is longer is refused before it is read."""

from collections.abc import Callable

from flask import Flask, current_app, request

from datasets.store.accounts.accounts import Account, Right

USUAL = 1 << 20  # bytes that every route takes which does not say otherwise; more is for those who may import
_DECLARED = "LARGEST_BODIES"  # of the server's configuration: bytes by endpoint


def declare_body_limit(server: Flask, endpoint: str, most: int) -> None:
    """Say how many bytes a route takes; more than ``USUAL`` only from accounts that may import."""
    server.config.setdefault(_DECLARED, {})[endpoint] = most


def declared_body_limit() -> int:
    """How many bytes the route of this request takes from those who may send as much."""
    most: int = current_app.config.get(_DECLARED, {}).get(request.endpoint, USUAL)
    return most


def find_body_limit(account: Callable[[], Account | None]) -> int:
    """How many bytes the route of this request takes from whoever asks; ``account`` looks up theirs if it matters."""
    most = declared_body_limit()
    if most <= USUAL:
        return most
    found = account()
    return most if found and found.role.may(Right.IMPORT) else USUAL
