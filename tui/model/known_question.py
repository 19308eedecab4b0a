"""Questions that readers ask, with the record or fact that answers them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from tui.model.base import AnswerReference, Filled, Model


class KnownQuestions(Model):
    """Questions with the same answer, as readers type them: also keywords, lay terms, and words
    that the record does not use. The search compares a query with them (Nogueira et al. 2019,
    document expansion by query prediction); readers do not see them.
    """

    answer: AnswerReference
    """The record that answers, or a figure, rate, metric, offering or event of it; a search leads
    to the record either way. ``disagreement-ID`` is the page of a disagreement, or the record
    itself while nothing about it is disputed."""
    zh: tuple[Filled, ...] = ()
    en: tuple[Filled, ...] = ()


class QuestionTable(Model):
    """The content of a file in the folder questions."""

    questions: Annotated[tuple[KnownQuestions, ...], Field(min_length=1)]
