"""A command line that is printed for readers of Chinese has Chinese words where it accepts them."""

from __future__ import annotations

import pytest

from tui.cli.output.command_words import command_in_language
from tui.store import Store


@pytest.mark.parametrize(
    ("command", "chinese"),
    [
        (("policies", "--force", "explored"), "政策 --force 探索"),
        (
            ("policies", "--tag", "insurance-payment", "--since", "2020"),
            "政策 --tag 医保支付 --since 2020",
        ),
        (
            ("policies", "--force", "required", "--force", "explored"),
            "政策 --force 要求 --force 探索",
        ),
        (("show", "consultation-market"), "show consultation-market"),
    ],
)
def test_values_are_in_the_language_of_the_reader(
    sample_store: Store, command: tuple[str, ...], chinese: str
) -> None:
    assert command_in_language(sample_store, command, "zh") == chinese
    assert command_in_language(sample_store, command, "en") == " ".join(command)
