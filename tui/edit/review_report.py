"""Candidates as text and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tui.edit.claim_finder import ClaimSentence
from tui.edit.figure_finder import FigureCandidate
from tui.edit.name_finder import NameMention, PolicyTitle
from tui.edit.source_review import Found, SourceCandidate
from tui.text.language import Language, Wording, plural

_STATES = {
    "open": Wording("未决", "open"),
    "used": Wording("已引用", "used"),
    "rejected": Wording("不采用", "rejected"),
    "skipped": Wording("搁置", "skipped"),
}
_KINDS = {
    "figure": Wording("数字", "figure"),
    "policy": Wording("政策", "policy"),
    "name": Wording("名称", "name"),
    "new-name": Wording("新名称", "new name"),
    "claim": Wording("说法", "claim"),
}
_LINE = Wording("第{line}行", "line {line}")
_CARRIED = Wording("{period}（出自前句）", "{period} (from a sentence before)")
_CHECK_CARRIED = Wording(
    "时期{period}出自前句：请核对", "the period {period} is from a sentence before: please check it"
)
_NO_PERIOD = Wording("时期不明", "no period")
_VIA = Wording("转引自{via}", "cited from {via}")
_OCCURS = Wording("出现{count}次", "occurs {count} times")
_KNOWN = Wording("已有此值", "has this value")
_RIVAL = Wording("另有{rivals}", "has {rivals}")
_FORECASTS = Wording("预测词“{word}”", "forecast: “{word}”")
_JUDGES = Wording("判断词“{word}”", "judgment: “{word}”")
_COUNTS = Wording("{total}项：{parts}", "{en_total}: {parts}")
_CONTEXT = 60


def candidate_lines(candidate: SourceCandidate, language: Language) -> Iterator[str]:
    """Yield the lines of a candidate: what it is and how it was read, its quote, and its homes."""
    read = " · ".join(_read(candidate.found, language))
    head = f"{candidate.number:>4}  {_STATES[candidate.state].of(language)}"
    head += f"  {_KINDS[candidate.kind].of(language)}"
    head += f"  {_LINE.format(line=candidate.line).of(language)}"
    words = " ".join(candidate.text.split())
    yield f"{head}  {words[:_CONTEXT]}{'…' if len(words) > _CONTEXT else ''}"
    if read:
        yield f"      {read}"
    exact = " ".join(candidate.quote.exact.split())
    if exact != words:
        yield f"      “{exact}”"
    if candidate.record:
        yield f"      → {candidate.record}"
    for home in candidate.homes[:2] if candidate.state == "open" else ():
        note = _KNOWN.of(language) if home.known else ""
        if home.rivals and not home.known:
            note = _RIVAL.format(rivals=", ".join(home.rivals)).of(language)
        yield f"      → {home.reference}  {home.title.of(language)}" + (
            f" ({note})" if note else ""
        )
    if candidate.reason:
        yield f"      {candidate.reason}"


def _read(found: Found, language: Language) -> Iterator[str]:
    if isinstance(found, FigureCandidate):
        gap = " " if found.unit[:1].isascii() and found.unit[:1].isalpha() else ""
        yield f"{found.comparator}{found.value:f}{gap}{found.unit}"
        carried = _CARRIED.format(period=found.period) if found.carried else None
        period = carried.of(language) if carried and found.period else found.period
        yield period or _NO_PERIOD.of(language)
        yield f"{found.form}, {found.status}"
        if found.via:
            yield _VIA.format(via=found.via).of(language)
    elif isinstance(found, PolicyTitle):
        yield from filter(None, (found.number, found.issuer, found.issued))
    elif isinstance(found, NameMention) and found.occurrences > 1:
        yield _OCCURS.format(count=found.occurrences).of(language)
    elif isinstance(found, ClaimSentence):
        yield (_FORECASTS if found.forecasts else _JUDGES).format(word=found.word).of(language)


def carried_note(candidate: SourceCandidate, language: Language) -> str:
    """Return a note if the period of a figure is that of a sentence before; else an empty text."""
    found = candidate.found
    if not (isinstance(found, FigureCandidate) and found.carried):
        return ""
    return _CHECK_CARRIED.format(period=found.period).of(language)


def summary(candidates: list[SourceCandidate], language: Language) -> str:
    """Return how many candidates there are of each state."""
    states = [candidate.state for candidate in candidates]
    parts = [f"{name.of(language)} {states.count(state)}" for state, name in _STATES.items()]  # type: ignore[arg-type]
    comma = "，" if language == "zh" else ", "
    total = len(candidates)
    en_total = plural(total, "candidate")
    return _COUNTS.format(total=total, en_total=en_total, parts=comma.join(parts)).of(language)


def candidate_object(candidate: SourceCandidate) -> dict[str, Any]:
    """Return a candidate as an object for JSON."""
    return {
        "number": candidate.number,
        "kind": candidate.kind,
        "state": candidate.state,
        "line": candidate.line,
        "start": candidate.start,
        "end": candidate.end,
        "text": candidate.text,
        "quote": candidate.quote._asdict(),
        "found": _found_object(candidate.found),
        "homes": [
            {
                "id": home.reference,
                "title": home.title._asdict(),
                "score": home.score,
                "rivals": list(home.rivals),
                "known": home.known,
            }
            for home in candidate.homes
        ],
        "record": candidate.record or None,
        "reason": candidate.reason or None,
    }


def _found_object(found: Found) -> dict[str, Any]:
    fields = {name: value for name, value in found._asdict().items() if name not in _PLACE}
    if isinstance(found, FigureCandidate):
        value = found.value
        fields["value"] = int(value) if value == int(value) else float(value)
    return {name: None if value == "" else value for name, value in fields.items()}


_PLACE = ("start", "end", "record", "unit_is_guessed", "rank", "list_size")
"""Fields that are shown elsewhere, or serve to find the home of a figure."""
