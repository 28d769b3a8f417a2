"""The cards of the first page lie beside and below each other on a sheet of any shape."""

from itertools import combinations

import pytest

from layouts.paper.overview.places import Place, arrange_cards


@pytest.mark.parametrize("sheet", [Place(0, 380, 780, 380), Place(0, 700, 480, 700)], ids=["wide", "tall"])
@pytest.mark.parametrize("goals", [1, 2])
def test_no_card_overlaps_another_or_leaves_the_sheet(sheet, goals):
    found = arrange_cards(sheet, goals)
    cards = [*found.goals, found.domains, *found.moves, found.targets, found.reach, found.publication]
    assert len(cards) == goals + 6
    for card in cards:
        assert sheet.left <= card.left < card.right <= sheet.right + 1e-9
        assert sheet.bottom - 1e-9 <= card.bottom < card.top <= sheet.top
    for one, other in combinations(cards, 2):
        beside = one.right <= other.left or other.right <= one.left
        assert beside or one.bottom >= other.top or other.bottom >= one.top
