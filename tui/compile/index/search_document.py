"""The texts of a record that a query is compared with, folded and tokenized."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pydantic import BaseModel

from tui.compile.catalogue import Catalogue
from tui.compile.facts.answer import Answer
from tui.compile.index.pinyin import pinyin_lines, pinyin_words, syllables
from tui.model import Bilingual, Citation
from tui.text.fold import fold, full_name_lines, index_tokens
from tui.text.language import Wording
from tui.text.number_parser import find_numbers

_FORM_WORDS = {"change": ("新增", "净增", "added", "net increase")}
"""What readers call a figure of a form, beside its name."""
_YEAR_WORDS = ("全年", "full year")
"""What readers call a figure of a whole year."""
_YEAR_LENGTH = len("2022")
_MOST_JOINED = 4
"""Words of a name that readers write as one."""


class SearchDocument(NamedTuple):
    """Folded texts of one record, one text a line; ``body_pinyin`` is one line of words, with a
    space on either side of each."""

    titles: str
    names: str
    pinyin: str
    body: str
    body_pinyin: str

    def exact_names(self) -> list[str]:
        """Return each whole title and name, as written and in pinyin, and names of a few Latin
        words without their spaces (jdhealth), sorted."""
        written = f"{self.titles}\n{self.names}".split("\n")
        joined = [name.replace(" ", "") for name in written if _may_be_joined(name)]
        return sorted({*written, *joined, *full_name_lines(self.pinyin)} - {""})

    def tokens(self) -> tuple[str, str, str, str]:
        """Return titles, names, pinyin and body as tokens; the body includes ``body_pinyin``."""
        titles, names, pinyin, *body = (" ".join(index_tokens(text)) for text in self)
        return titles, names, pinyin, " ".join(body)


def _may_be_joined(name: str) -> bool:
    return name.isascii() and name.count(" ") < _MOST_JOINED


def search_document(
    entry_id: str,
    title: Wording,
    names: Iterable[str],
    texts: Iterable[str],
    answers: Iterable[Answer],
) -> SearchDocument:
    """Return what a query finds a record by.

    Args:
        entry_id: the id of the record.
        title: its title.
        names: further names and codes.
        texts: the texts of its page, and words by which queries call records of its kind.
        answers: its answers; their words and values are added to the texts.
    """
    names = list(names)
    body = list(texts)
    answer_words: list[str] = []
    for answer in answers:
        body += [*answer.measure, *answer.text, answer.value, *answer.words]
        body += printed_forms(answer)
        answer_words += pinyin_words((answer.measure.zh, *answer.words))
    return SearchDocument(
        _folded(title),
        _folded([entry_id, entry_id.replace("-", " "), *names]),
        pinyin_lines([title.zh, *names]),
        _folded(body),
        f" {' '.join(dict.fromkeys(answer_words))} ",
    )


def words_of(answer: Answer) -> str:
    """Return the folded words by which a query names this answer among those of its record: in the
    first line its names, in the second its text, in the third its names in pinyin."""
    is_year = answer.value and len(answer.period) == _YEAR_LENGTH
    names = (*answer.words, *answer.measure, *_FORM_WORDS.get(answer.form, ()))
    names += _YEAR_WORDS if is_year else ()
    pinyin = [syllables(name).replace(" ", "") for name in (answer.measure.zh, *answer.words)]
    texts = (*answer.text, *printed_forms(answer))
    return "\n".join(fold(" ".join(line)) for line in (names, texts, pinyin))


def printed_forms(answer: Answer) -> list[str]:
    """Return a misprint that is corrected as printed, without zeros at its end, and without unit:
    1.200万次, 1.2万次, 1.2. The last word is what ``has_number`` compares with."""
    number = next(find_numbers(answer.as_printed), None)
    if number is None:
        return []
    plain = format(number.number.normalize(), "f")
    power = answer.as_printed[: number.end].lstrip("0123456789., ")
    return [answer.as_printed, plain + power + answer.as_printed[number.end :], plain]


def _folded(texts: Iterable[str]) -> str:
    return "\n".join(dict.fromkeys(folded for text in texts if (folded := fold(text))))


def texts_of(value: object, catalogue: Catalogue) -> Iterator[str]:
    """Yield every text of a model, the words that it quotes, and the titles of their sources."""
    if isinstance(value, Bilingual):
        yield from catalogue.filled(value)
    elif isinstance(value, Citation):
        yield value.exact
        yield from catalogue.title(value.source)
    elif isinstance(value, tuple):
        for item in value:
            yield from texts_of(item, catalogue)
    elif isinstance(value, BaseModel):
        for field in type(value).model_fields:
            yield from texts_of(getattr(value, field), catalogue)
