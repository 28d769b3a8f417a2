"""The words of the steps of an import: choosing a file, saying what its columns hold, reading the match report."""

from locales import say


def size_text(count: int) -> str:
    """A file's size in a unit that suits it."""
    number, unit = (count / 1048576, "MB") if count >= 1048576 else (max(count / 1024, 0.1), "KB")
    return f"{number:.1f} {unit}".replace(".0 ", " ")


def file_facts(name: str, size: int, encoding: str) -> str:
    """An uploaded file in one line."""
    return say("list-facts").join(part for part in (name, size_text(size), encoding) if part)


def report_headline(rows: int, good: int, errors: int) -> str:
    """The match report in one sentence."""
    if not rows:
        return say("imports-nothing-read")
    if not errors and good == rows:
        return say("imports-all-good", rows=f"{rows:,}")
    return say("imports-some-good", rows=f"{rows:,}", good=f"{good:,}", bad=f"{rows - good:,}")
