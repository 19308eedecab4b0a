"""Field types that all models share: identifiers, bilingual texts, dates, figures."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Annotated, Literal, NamedTuple

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationInfo,
    model_validator,
)

from tui.document.fact_ref import FACT_REF_PATTERN
from tui.model.scope import fill_languages, scope_of
from tui.text.dates import parse_date
from tui.text.language import Language, Wording
from tui.text.periods import parse_period
from tui.text.units import is_known_unit


class Model(BaseModel):
    """A frozen model that rejects unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


Filled = Annotated[str, StringConstraints(min_length=1, pattern=r"\S")]
"""A text with at least one character that is not white space."""

SLUG_PATTERN = "^[a-z0-9]+(-[a-z0-9]+)*$"
Slug = Annotated[str, StringConstraints(pattern=SLUG_PATTERN, max_length=60)]
"""An identifier: lower-case words and digits joined by hyphens."""


class RefersTo(NamedTuple):
    """Marks a field whose value is a reference that must resolve."""

    what: Literal["source", "theme", "record", "listed", "fact", "answer"]


SourceId = Annotated[Slug, RefersTo("source")]
ThemeId = Annotated[Slug, RefersTo("theme")]
RecordId = Annotated[Slug, RefersTo("record")]
ListedId = Annotated[Slug, RefersTo("listed")]
"""The id of a record or a brief."""

FactReference = Annotated[
    str,
    RefersTo("fact"),
    StringConstraints(
        pattern=FACT_REF_PATTERN,
        max_length=150,
    ),
]
"""A record, figure or rate: ``ID``, ``ID@PERIOD``, ``ID#RATE``; for the metric of a player
``ID.METRIC@PERIOD``. Where sources disagree, ``@PERIOD`` is the preferred value;
``@PERIOD:STATUS`` selects one by its status (``market-size@2022:forecast``). Where a reader takes
a figure from it, it pins the value: ``market-size@2022:forecast 3537亿元``."""


AnswerReference = Annotated[
    str,
    RefersTo("answer"),
    StringConstraints(pattern=FACT_REF_PATTERN, max_length=150),
]
"""What answers a question: a record, or a fact of it, as in ``FactReference``; also a narrative, or
the page of a disagreement (``disagreement-ID``)."""


def _to_text(value: object) -> object:
    # Without quotes, 2022 and 2023-12-18 are a TOML integer and a TOML date.
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value.isoformat()
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value


def _date(value: str) -> str:
    parse_date(value)
    return value


def _full_date(value: str) -> str:
    if parse_date(value).day is None:
        raise ValueError(f"invalid date {value!r}: expected YYYY-MM-DD")
    return value


def _period(value: str) -> str:
    parse_period(value)
    return value


def _unit(value: str, info: ValidationInfo) -> str:
    if not is_known_unit(value, scope_of(info).units):
        raise ValueError(f"unknown unit {value!r}; declared: {'|'.join(scope_of(info).units)}")
    return value


def _plain_number(value: object) -> object:
    if isinstance(value, bool | str):
        raise ValueError("expected a number without quotes")
    return value


FullDate = Annotated[str, BeforeValidator(_to_text), AfterValidator(_full_date)]
"""``YYYY-MM-DD`` (ISO 8601)."""

PartialDate = Annotated[str, BeforeValidator(_to_text), AfterValidator(_date)]
"""``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD`` (ISO 8601 reduced precision)."""

Period = Annotated[str, BeforeValidator(_to_text), AfterValidator(_period)]
"""``2022``, ``2023-06``, ``2021-H1``, ``2024-Q1``, ``FY2024Q3``, or two of them: ``2016/2020``."""

Unit = Annotated[str, AfterValidator(_unit)]
"""A unit of the registry in ``tui.text.units``, as printed (亿元, 亿人, %, 家, USD million), or one
that briefing.toml declares."""

Figure = Annotated[
    Decimal,
    BeforeValidator(_plain_number),
    Field(ge=Decimal("-1e15"), le=Decimal("1e15"), decimal_places=6),
]
"""A value in its unit: exact, never a binary float."""

Comparator = Literal[">", ">=", "~", "~~", "<"]
"""The hedge of the source: ``>`` 超 逾 多, ``>=`` 至少, ``~`` 约 左右, ``<`` 近 不足;
``~~``: only the order of magnitude is stated (级 级别 量级 规模), as the power of ten."""

Status = Literal["reported", "estimate", "forecast"]
"""``reported``: measured, as the source states; ``estimate``: a calculated present or past value;
``forecast``: an expected future value."""


class Bilingual(Model):
    """One text in Chinese and English, both written by hand. In a briefing of one language a plain
    text is enough; it then stands in both fields."""

    zh: Filled
    en: Filled

    @model_validator(mode="before")
    @classmethod
    def _fill_languages(cls, value: object, info: ValidationInfo) -> object:
        return fill_languages(value, info)

    def of(self, language: Language) -> str:
        """Return the text in a language."""
        return self.zh if language == "zh" else self.en

    def wording(self) -> Wording:
        """Return the text as a plain tuple."""
        return Wording(self.zh, self.en)
