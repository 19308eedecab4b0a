"""V952: the questions that readers ask (folder questions)."""

from __future__ import annotations

from collections.abc import Iterator

from tui.check.context import CheckContext
from tui.check.rule import Rule, Violation
from tui.text.fold import fold
from tui.text.language import LANGUAGES, Wording


def _two_answers(context: CheckContext) -> Iterator[Violation]:
    answers: dict[str, str] = {}
    for file, table in context.content.question_tables:
        for number, questions in enumerate(table.questions):
            for language in LANGUAGES:
                for place, text in enumerate(getattr(questions, language)):
                    answer = answers.setdefault(fold(text), questions.answer)
                    if answer != questions.answer:
                        path = ("questions", number, language, place)
                        yield Violation(file, path, {"text": text, "other": answer})


RULES = (
    Rule(
        code="V952",
        severity="error",
        message=Wording(
            "“{text}”也写作{other}的问题", "{text!r} is also a question that {other} answers"
        ),
        fix=Wording(
            "留给回答得更好的一条，或写得更具体",
            "leave it to the better answer, or make it more specific",
        ),
        why=Wording(
            "同一个问题有两个答案时，读者先看到哪一个全凭偶然。",
            "With two answers to a question, chance decides which one a reader gets.",
        ),
        incorrect='answer = "income"  en = ["takings"]     answer = "visits"  en = ["takings"]',
        correct='answer = "income"  en = ["takings"]     answer = "visits"  en = ["footfall"]',
        check=_two_answers,
    ),
)
