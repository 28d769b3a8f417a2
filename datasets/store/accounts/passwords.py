"""Check passwords: long enough, and not among those that guessers try first."""

import re
import unicodedata
from collections.abc import Sequence
from enum import StrEnum

SHORTEST, LONGEST = 10, 1000  # characters
_FEWEST_GUESSES = 8  # as a power of ten: what zxcvbn calls safely unguessable behind a slow hash and a limited login
_JUDGED = 72  # characters that are checked; what follows so many is not
_OWN_WORDS = ("junheng", "atlas", "均衡一张图", "均衡")  # that guessers of this program's passwords try


class PasswordFault(StrEnum):
    """Why a password is refused."""

    LENGTH = "length"
    COMMON = "common"
    NAME = "name"
    GUESSABLE = "guessable"


_MESSAGES = {
    PasswordFault.COMMON: "expected one that is not on the lists of the commonest",
    PasswordFault.NAME: "expected one that is not made of the account's, the city's or the program's name",
    PasswordFault.GUESSABLE: "expected one without repetitions, sequences, dates and lone common words",
}


class WeakPasswordError(ValueError):
    """A refused password: why, and what is accepted."""

    def __init__(self, fault: PasswordFault, length: int) -> None:
        said = _MESSAGES.get(fault, f"expected {SHORTEST} to {LONGEST} characters, got {length}")
        super().__init__(f"password: {said}; choose another, such as four words that do not belong together")
        self.fault = fault


def normalize_password(password: str) -> str:
    """A password in Unicode's compatible form (NFKC), so that full-width letters are the same ones."""
    return unicodedata.normalize("NFKC", password)


def check_password(password: str, name: str, words: Sequence[str] = ()) -> None:
    """Refuse a weak one for the account ``name``; ``words`` are tried by guessers too. Raises WeakPasswordError.

    How many guesses one stands is estimated by zxcvbn (D. L. Wheeler, USENIX Security 2016) from lists of the
    commonest passwords, names and words, and from repetitions, sequences, dates and neighbours on the keyboard.
    """
    from zxcvbn import zxcvbn  # noqa: PLC0415  (its lists take memory that the server does not need)

    plain = normalize_password(password)
    if not SHORTEST <= len(plain) <= LONGEST:
        raise WeakPasswordError(PasswordFault.LENGTH, len(plain))
    own = [part for part in re.split(r"[\W_]+", name) if part]
    found = zxcvbn(plain[:_JUDGED], user_inputs=[name, *own, *words, *_OWN_WORDS])
    if found["guesses_log10"] < _FEWEST_GUESSES:
        lists = {match.get("dictionary_name") for match in found["sequence"]}
        raise WeakPasswordError(_classify_weakness(lists, len(found["sequence"])), len(plain))


def _classify_weakness(lists: set[str | None], parts: int) -> PasswordFault:
    if "user_inputs" in lists:
        return PasswordFault.NAME
    return PasswordFault.COMMON if "passwords" in lists and parts == 1 else PasswordFault.GUESSABLE
