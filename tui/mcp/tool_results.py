"""What the tools return, for the output schemas that clients read.

The objects are those of ``--json`` (``tui.render.json_output``). Fields that are added there need
no change here: the models allow them.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field


class _Result(BaseModel):
    model_config = ConfigDict(extra="allow")


class BilingualText(_Result):
    """A text in Chinese and English."""

    zh: str
    en: str


class CitedSource(_Result):
    """Quoted words and their source."""

    source: Annotated[str, Field(description="id of the source")]
    exact: Annotated[str | None, Field(description="the quoted words, verbatim")]
    title: Annotated[str | None, Field(description="title of the source in its own language")]


class OtherFigure(_Result):
    """What another source says instead."""

    answer: BilingualText
    citations: list[CitedSource]


class ToolAnswer(_Result):
    """A record with one of its answers."""

    id: Annotated[str, Field(description="id of the record, for show, compare and cite")]
    kind: str
    title: BilingualText
    answer: Annotated[BilingualText, Field(description="the figure or statement")]
    status: Annotated[
        str | None,
        Field(description="of a figure: reported, estimate or forecast; say which when you use it"),
    ]
    period: str | None
    fact: Annotated[Any, Field(description="reference of the fact, such as market-size@2022")]
    score: float
    match: Annotated[
        Literal["exact", "near", "other_period", "other_measure"],
        Field(description="only exact is what was asked for"),
    ]
    remark: Annotated[
        BilingualText | None,
        Field(description="how the answer differs from the question; tell it before the answer"),
    ]
    citations: list[CitedSource]
    disagrees: Annotated[list[OtherFigure], Field(description="sources that disagree")]


_Message = Annotated[
    str | None, Field(description="why nothing is found, or a note on the result; null without one")
]


class Answers(_Result):
    """The result of every tool but ``cite``."""

    answers: Annotated[list[ToolAnswer], Field(description="empty: the briefing does not cover it")]
    message: _Message


class Citations(_Result):
    """The result of ``cite``."""

    text: Annotated[str, Field(description="quotations and references, ready to paste")]
    references: Annotated[list[dict[str, Any]], Field(description="the sources as CSL-JSON")]
    message: _Message
