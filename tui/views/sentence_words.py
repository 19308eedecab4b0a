"""Names and titles within sentences."""

from __future__ import annotations

from collections.abc import Sequence

from tui.text.language import Wording, chinese_list


def listed_names(names: Sequence[Wording]) -> Wording:
    """Return names as part of a sentence: ``A, B and C``."""
    *before, last = names
    if not before:
        return last
    zh = chinese_list(name.zh for name in before)
    en = ", ".join(name.en for name in before)
    return Wording(f"{zh}与{last.zh}", f"{en} and {last.en}")


def at_beginning(text: Wording) -> Wording:
    """Return a text as it begins an English sentence."""
    return Wording(text.zh, text.en[:1].upper() + text.en[1:])
