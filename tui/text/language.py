"""The two languages of the briefing, and texts that exist in both."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
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
        chinese, english = values, values.copy()
        for name, value in english.items():
            if isinstance(value, Wording):
                chinese[name], english[name] = value
        return Wording(self.zh.format(**chinese), self.en.format(**english))


NO_TEXT = Wording("", "")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def date_in_words(language: Language, year: int, month: int = 0, day: int = 0) -> str:
    """Return a date as ``2023年12月18日`` or ``Dec 18, 2023``; ``month``, ``day``: 0 for unknown.

    Here and not in ``dates``, so that a lookup needs no further module.
    """
    if language == "zh":
        return f"{year}年" + (f"{month}月" if month else "") + (f"{day}日" if day else "")
    if not month:
        return str(year)
    name = MONTHS[month - 1]
    return f"{name} {day}, {year}" if day else f"{name} {year}"


def plural(count: int, noun: str) -> str:
    """Return a count with an English noun: ``1 record``, ``2 records``."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def enumeration(names: Sequence[Wording]) -> Wording:
    """Return names as a list in words."""
    return Wording(chinese_list(each.zh for each in names), ", ".join(each.en for each in names))


def one_a_line(texts: Iterable[Wording]) -> Wording:
    """Return texts as the lines of one."""
    zh, en = zip(*texts, strict=True)
    return Wording("\n".join(zh), "\n".join(en))


def semicolon_after(text: str, language: Language) -> str:
    """Return what separates a text from the next one: nothing but a space after a question mark."""
    if text.endswith(("？", "?")):
        return "" if language == "zh" else " "
    return "；" if language == "zh" else "; "


def in_one_line(text: Wording) -> Wording:
    """Return the lines of a text with semicolons between them, but none after a full stop."""
    zh, en = text.zh.replace("。\n", "。"), text.en.replace(".\n", ". ")
    return Wording(zh.replace("\n", "；"), en.replace("\n", "; "))


def chinese_list(names: Iterable[str]) -> str:
    """Return names with 、 between them, but none between two quotation marks (GB/T 15834)."""
    return "、".join(names).replace("”、“", "”“")


def within_sentence(title: Wording) -> Wording:
    """Return a title as it stands within an English sentence: ``revenue`` for ``Revenue``, but
    ``SKUs of the pharmacy``."""
    first, rest = title.en[:1], title.en[1:]
    is_word = rest[:1].islower() or rest[:1] in ("", " ")
    return Wording(title.zh, (first.lower() if is_word else first) + rest)


def other_language(language: Language) -> Language:
    """Return the language that is not ``language``."""
    return "en" if language == "zh" else "zh"
