"""Synthetic records, the same in every run."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import NamedTuple

from tests.benchmarks.data import vocabulary as words

_SEED = 20221231
_KINDS = ("player", "statistic", "policy", "term", "statement", "gap")
_SHARES = (0.35, 0.2, 0.12, 0.13, 0.15, 0.05)


class Figure(NamedTuple):
    """A value for a year."""

    year: int
    value: str
    unit: str


class SyntheticRecord(NamedTuple):
    """A record. ``names``: further names and codes; the Chinese ones are also indexed in pinyin."""

    id: str
    kind: str
    zh: str
    en: str
    names: tuple[str, ...]
    body: str
    figures: tuple[Figure, ...] = ()


def synthetic_records(size: int) -> Iterator[SyntheticRecord]:
    """Yield ``size`` records."""
    dice = random.Random(_SEED)
    for number in range(size):
        kind = dice.choices(_KINDS, _SHARES)[0]
        yield _record(dice, f"{kind}-{number}", kind)


def _record(dice: random.Random, identity: str, kind: str) -> SyntheticRecord:
    city, place = dice.choice(words.CITIES), _skewed(dice, len(words.FIELDS))
    field, field_en = words.FIELDS[place], words.FIELDS_EN[place]
    brand = "".join(dice.choices(words.BRAND, k=dice.choice((2, 2, 3))))
    names: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    if kind == "player":
        zh = f"{brand}{field}" if dice.random() < 0.5 else f"{brand}{dice.choice(words.COMPANIES)}"
        names = (f"{city}{zh}", f"{dice.randrange(100000):05}") if dice.random() < 0.3 else ()
        en = f"{dice.choice(('Greater', 'First', 'United', 'New'))} {field_en} {identity[7:]}"
    elif kind == "statistic":
        measure = dice.randrange(len(words.MEASURES))
        zh = f"{city}{brand}{field}{words.MEASURES[measure]}"
        en = f"{field_en} {words.MEASURES_EN[measure]} {identity[10:]}"
        figures = tuple(_figures(dice, words.UNITS[measure]))
    elif kind == "policy":
        paper = f"{dice.choice(words.VERBS)}{field}{dice.choice(words.PAPERS)}"
        zh = f"{city}{brand}区关于{paper}的通知"
        year, number = dice.randrange(2012, 2025), dice.randrange(1, 400)
        names = (f"{dice.choice(words.ISSUERS)}〔{year}〕{number}号",)
        en = f"Notice {identity[7:]} on {field_en}"
    else:
        zh = f"{brand}{field}" if kind == "term" else f"{city}{field}的{brand}做法"
        en = f"{field_en}, {kind} {identity.rpartition('-')[2]}"
    return SyntheticRecord(identity, kind, zh, en, names, _body(dice, brand, city, field), figures)


def _skewed(dice: random.Random, count: int) -> int:
    """Return an index with the frequencies of words: a few are common, most are rare."""
    return dice.choices(range(count), [1 / (index + 2) for index in range(count)])[0]


def _figures(dice: random.Random, unit: str) -> Iterator[Figure]:
    first = dice.randrange(2014, 2022)
    for year in range(first, first + 3):
        yield Figure(year, f"{dice.uniform(1, 5000):.1f}", unit)


def _body(dice: random.Random, brand: str, city: str, field: str) -> str:
    chosen = dice.sample(words.SENTENCES, 2)
    return "。".join(
        sentence.format(
            brand=brand,
            city=city,
            field=field,
            other=words.FIELDS[_skewed(dice, len(words.FIELDS))],
            number=dice.randrange(3, 9000),
            year=dice.randrange(2015, 2025),
        )
        for sentence in chosen
    )
