"""The two languages of the briefing, and texts that exist in both."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Literal, TypeAlias


Language: TypeAlias = 'Literal["zh", "en"]'
LANGUAGES: tuple[Language, ...] = ("zh", "en")


class Wording(NamedTuple):
    """A text in both languages, each written by hand."""

    zh: str
    en: str

    def of(self, language: Language) -> str:
        """Return the text in ``language``."""
        return self.zh if language == "zh" else self.en

    def format(self, **values: object) -> Wording:
        """Fill ``{name}`` in both texts. A value that is a Wording is filled in by language."""
        return Wording(
            self.zh.format(**{name: _in(value, "zh") for name, value in values.items()}),
            self.en.format(**{name: _in(value, "en") for name, value in values.items()}),
        )


NO_TEXT = Wording("", "")


def _in(value: object, language: Language) -> object:
    return value.of(language) if isinstance(value, Wording) else value


def other_language(language: Language) -> Language:
    """Return the language that is not ``language``."""
    return "en" if language == "zh" else "zh"
