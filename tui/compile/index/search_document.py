"""The search index: what of each record a query is compared with, folded and cut into tokens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pydantic import BaseModel

from tui.compile.catalogue import Catalogue
from tui.compile.entries import Entry, title_of
from tui.compile.facts.answer import Answer
from tui.compile.facts.disagreements import Disagreement
from tui.compile.index.pinyin import sounds, spoken, syllables
from tui.model import Bilingual, Citation, Player, Policy, Source, Statistic, Term
from tui.text.fold import fold, full_name_lines, index_tokens


class SearchDocument(NamedTuple):
    """Folded texts of one record. Within a field, one text a line; ``spoken`` is words, a space on
    either side of each."""

    titles: str
    names: str
    sounds: str
    body: str
    spoken: str

    def called(self) -> set[str]:
        """Each whole title and name, as it is written and as it sounds."""
        written = f"{self.titles}\n{self.names}".split("\n")
        return {*written, *full_name_lines(self.sounds)} - {""}

    def tokens(self) -> tuple[str, str, str, str]:
        """The same cut into what the index keeps; words that are told by sound are told."""
        titles, names, heard, *told = (" ".join(index_tokens(text)) for text in self)
        return titles, names, heard, " ".join(told)


def indexed(record: Entry, answers: Iterable[Answer], catalogue: Catalogue) -> SearchDocument:
    """What a query finds a record by: titles, other names and codes, all its texts and figures."""
    title = title_of(record)
    names = [record.id, record.id.replace("-", " "), *_names(record)]
    body = [] if isinstance(record, Disagreement) else [*_texts(record, catalogue)]
    body += _kind_words(record)
    by_sound: list[str] = []
    for answer in answers:
        body += [*answer.measure, *answer.text, answer.value, *answer.words]
        by_sound += spoken((answer.measure.zh, *answer.words))
    heard = sounds([title.zh, *_names(record)])
    words = f" {' '.join(dict.fromkeys(by_sound))} "
    return SearchDocument(
        _folded([title.zh, title.en]), _folded(names), heard, _folded(body), words
    )


def words_of(answer: Answer) -> str:
    """By what a query names this answer among those of its record, folded."""
    heard = [syllables(name).replace(" ", "") for name in (answer.measure.zh, *answer.words)]
    return fold(" ".join((*answer.words, *answer.measure, *answer.text, *heard)))


def _folded(texts: Iterable[str]) -> str:
    return "\n".join(dict.fromkeys(folded for text in texts if (folded := fold(text))))


def _names(record: Entry) -> Iterator[str]:
    match record:
        case Player():
            yield from record.aliases
            yield from filter(None, (record.legal_name,))
            yield from _ticker(record.ticker)
            for offering in record.offerings:
                yield from (offering.name.zh, offering.name.en, *offering.aliases)
        case Policy():
            yield from record.aliases
            yield from filter(None, (record.number,))
        case Statistic() | Term():
            yield from record.aliases
        case Source():
            yield from (record.short.zh, record.short.en)


def _kind_words(record: Entry) -> Iterator[str]:
    """What a query may call such records."""
    if isinstance(record, Policy):
        yield from ("政策", "文件", "policy", "policies")
    if isinstance(record, Player) and record.ticker:
        yield from ("上市公司", "listed company", "listed companies")


def _ticker(ticker: str | None) -> Iterator[str]:
    """A code in the forms in which it is typed: 06618, 6618, 6618.HK."""
    if ticker:
        short = ticker.lstrip("0")
        yield from (ticker, short, f"{ticker}.HK", f"{short}.HK", f"HK{ticker}", f"HK{short}")


def _texts(value: object, catalogue: Catalogue) -> Iterator[str]:
    """Every text that the record's page shows, and the words that it quotes."""
    if isinstance(value, Bilingual):
        yield from catalogue.filled(value)
    elif isinstance(value, Citation):
        yield value.exact
        yield from catalogue.title(value.source)
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item, catalogue)
    elif isinstance(value, BaseModel):
        for field in type(value).model_fields:
            yield from _texts(getattr(value, field), catalogue)
