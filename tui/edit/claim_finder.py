"""Find sentences that forecast or judge: candidates for statements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tui.edit.source_text import SourceText
from tui.text.hedges import HEDGES

_FORECAST = re.compile(
    "|".join(hedge.source.pattern for hedge in HEDGES[:4])
    + r"|未来[^，。]{0,12}(?:将|会)|趋势|迟早|即将"
    + r"|\b(?:expect(?:s|ed)?|forecasts?|predict(?:s|ed)?|project(?:s|ed)|will|trend"
    + r"|(?:is|are) (?:set|likely|bound) to)\b",
)
_JUDGMENT = re.compile(
    r"最(?:大|多|高|早|受|具|为|强|好)|首(?:家|个|次|创)|领先|领跑|龙头|老大|第一|唯一|关键|核心|难以|瓶颈|痛点"
    r"|挑战|困境|匮乏|不均衡|不足以|亟待|亟需|优势|潜力|黄金|风口|共识|本质|必然|意味着|有利于|推动了|倒逼"
    r"|认为|指出|表示|看来|值得(?:注意|关注)|毫无疑问|不争的事实"
    r"|\b(?:largest|biggest|leading|leader|best|most important|first (?:of|in|to)|the only|key to"
    r"|crucial|challenges?|bottlenecks?|opportunit(?:y|ies)|scarce|advantages?|potential"
    r"|turning point|believes?|argues?|concedes?|warns?|dominates?|depends? on)\b"
)
_ATTRIBUTION = re.compile(
    r"[”’」』\"]?[^，,：:]{0,24}(?:表示|认为|指出|说|称)[。.]?"
    r"|[”\"]? ?(?:said|says) [^,;]{0,60}[.]?"
)
"""Who said the sentence before, alone."""
_SHORTEST, _LONGEST = 12, 300
"""Characters of a sentence: a heading is shorter, a table row without a full stop longer."""


class ClaimSentence(NamedTuple):
    """A sentence with a word of forecast or judgment, in ``text[start:end]``."""

    start: int
    end: int
    word: str
    forecasts: bool


def find_claims(document: SourceText) -> Iterator[ClaimSentence]:
    """Yield the sentences of a document that forecast or judge; a repeated one once."""
    seen: set[str] = set()
    headings = {one.start for one in document.paragraphs() if document.is_heading(one)}
    for sentence in document.sentences():
        text = document.text[sentence.start : sentence.end].strip()
        if not _SHORTEST <= len(text) <= _LONGEST or text in seen or "://" in text:
            continue
        if document.paragraph_start(sentence.start) in headings or _ATTRIBUTION.fullmatch(text):
            continue
        seen.add(text)
        found = _FORECAST.search(text)
        match = found or _JUDGMENT.search(text)
        if match:
            start = document.text.index(text, sentence.start)
            yield ClaimSentence(start, start + len(text), match[0], found is not None)
