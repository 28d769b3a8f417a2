"""Where the cards of the first page stand on a sheet, wide or tall."""

from dataclasses import dataclass

_GAP = 11.0  # points between cards


@dataclass(frozen=True)
class Place:
    """A rectangle in points on A4; ``top`` counts from below."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top - self.height

    def split_columns(self, *shares: float) -> "list[Place]":
        """Side by side, as wide as their shares."""
        room, left, columns = self.width - _GAP * (len(shares) - 1), self.left, []
        for share in shares:
            width = room * share / sum(shares)
            columns.append(Place(left, self.top, width, self.height))
            left += width + _GAP
        return columns

    def split_rows(self, *shares: float) -> "list[Place]":
        """One below the other, as tall as their shares."""
        room, top, rows = self.height - _GAP * (len(shares) - 1), self.top, []
        for share in shares:
            height = room * share / sum(shares)
            rows.append(Place(self.left, top, self.width, height))
            top -= height + _GAP
        return rows

    def shrink(self, by: float) -> "Place":
        """The room inside a margin."""
        return Place(self.left + by, self.top - by, self.width - 2 * by, self.height - 2 * by)


@dataclass(frozen=True)
class Places:
    """One place for each card."""

    goals: list[Place]
    domains: Place
    moves: list[Place]
    targets: Place
    reach: Place
    publication: Place


def arrange_cards(sheet: Place, goals: int) -> Places:
    """As on the screen where the sheet is wide; on a tall one the domains stand over the gaps."""
    if sheet.width >= sheet.height:
        first, second, third = sheet.split_rows(27, 52, 21)
        domains, *moves = second.split_columns(1, 1, 1)
        targets, reach, publication = third.split_columns(5, 4, 3)
    else:
        first, second, middle, targets, last = sheet.split_rows(18, 27, 33, 11, 11)
        reach, publication = last.split_columns(3, 2)
        domains, moves = second, middle.split_columns(1, 1)
    return Places(first.split_columns(*[1] * goals), domains, moves, targets, reach, publication)
