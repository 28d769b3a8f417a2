"""Numbers in every language."""

import pytest

from locales import speaking
from locales.numbers import format_compact


@pytest.mark.parametrize(("language", "text"), [("zh-CN", "225.3万"), ("en", "2.3M"), ("en-XA", "2.3M")])
def test_a_large_number_has_the_short_form_of_its_language(language, text):
    with speaking(language):
        assert format_compact(2_253_000) == text
