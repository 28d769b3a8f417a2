"""Whoever asks first computes, the others wait for it; the last results are kept."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from datasets.city.shared_results import SharedResults

READERS = 10


def ask_at_once(results: SharedResults, compute) -> list[object]:
    """What ten readers get who ask for the same at the same time."""
    together = Barrier(READERS)

    def ask(_reader: int) -> object:
        together.wait()
        return results.find("key", compute)

    with ThreadPoolExecutor(READERS) as readers:
        return list(readers.map(ask, range(READERS)))


def test_what_ten_readers_ask_for_at_once_is_computed_once():
    calls = []

    def compute() -> list[int]:
        calls.append(1)
        return [sum(range(10**6))]  # long enough for the others to come meanwhile

    found = ask_at_once(SharedResults(), compute)
    assert len(calls) == 1
    assert all(each is found[0] for each in found)


def test_none_is_a_result_too():
    results, calls = SharedResults(), []
    assert [results.find("key", lambda: calls.append(1)) for _ in range(2)] == [None, None]
    assert len(calls) == 1


def test_what_fails_is_tried_again_by_the_next():
    results = SharedResults()
    with pytest.raises(ZeroDivisionError):
        results.find("key", lambda: 1 // 0)
    assert results.find("key", lambda: "whole") == "whole"


def test_the_results_used_last_are_kept():
    results, computed = SharedResults(2), []

    def ask(key: str) -> None:
        results.find(key, lambda: computed.append(key))

    for key in ("one", "two", "one", "three", "one", "two"):
        ask(key)
    assert computed == ["one", "two", "three", "two"]


def test_a_result_may_rest_on_others_of_the_same_cache():
    results = SharedResults()
    assert results.find("sum", lambda: results.find("part", lambda: 1) + 1) == 2
