"""The client's address behind a proxy: forwarded addresses are believed only from trusted proxies."""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Any

Networks = tuple[IPv4Network | IPv6Network, ...]


class ProxySettingError(ValueError):
    """A setting that names no addresses: what was found and what is allowed."""


class TrustedProxies:
    """A WSGI application behind proxies in ``networks``.

    Counting hops, as it is often done, trusts whoever connects directly. Here the peer itself has to be trusted; then
    the client is the last address of ``X-Forwarded-For`` that is no trusted proxy: what stands before it, the client
    may have made up.
    """

    def __init__(self, application: Any, networks: Networks) -> None:
        self.application, self.networks = application, networks

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Any:
        """Answer a request as from the client that the proxies name."""
        if self._is_trusted(environ.get("REMOTE_ADDR", "")):
            environ["REMOTE_ADDR"] = self._find_client(environ["REMOTE_ADDR"], environ.get("HTTP_X_FORWARDED_FOR", ""))
            scheme = environ.get("HTTP_X_FORWARDED_PROTO", "").rpartition(",")[2].strip().lower()
            if scheme in ("http", "https"):
                environ["wsgi.url_scheme"] = scheme
        return self.application(environ, start_response)

    def _find_client(self, peer: str, forwarded: str) -> str:
        for hop in reversed(forwarded.split(",")):
            found = _parse_address(hop)
            if found is None:
                return peer
            peer = str(found)
            if not self._is_trusted(peer):
                return peer
        return peer

    def _is_trusted(self, address: str) -> bool:
        found = _parse_address(address)
        return found is not None and any(found in network for network in self.networks)


def read_networks(text: str) -> Networks:
    """The addresses and networks of a setting, separated by commas or spaces. Raises ProxySettingError."""
    return tuple(map(_parse_network, text.replace(",", " ").split()))


def _parse_network(text: str) -> IPv4Network | IPv6Network:
    try:
        network = ip_network(text)
    except ValueError as error:
        raise ProxySettingError(
            f"expected addresses or networks such as 10.0.0.5 or 10.0.0.0/24, got '{text}' ({error})"
        ) from error
    if network.prefixlen == 0:
        raise ProxySettingError(f"'{text}' is every address, so that anybody could forge any; name the proxies")
    return network


def _parse_address(text: str) -> IPv4Address | IPv6Address | None:
    """An address, without the port that some proxies add; None for anything else."""
    plain = text.strip()
    if plain.startswith("["):
        plain = plain[1:].partition("]")[0]
    elif plain.count(":") == 1:
        plain = plain.partition(":")[0]
    try:
        found = ip_address(plain)
    except ValueError:
        return None
    return getattr(found, "ipv4_mapped", None) or found
