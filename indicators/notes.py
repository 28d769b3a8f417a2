"""Notes of figures: a figure that is formed from others bears the notes of all of them."""

from collections.abc import Iterable

JOINT = "；"


def list_distinct_notes(notes: Iterable[str]) -> list[str]:
    """Every note once, in order; a note that was joined already is taken apart first."""
    return list(dict.fromkeys(part for note in notes for part in note.split(JOINT) if part))


def join_notes(notes: Iterable[str]) -> str:
    """The notes as one."""
    return JOINT.join(list_distinct_notes(notes))
