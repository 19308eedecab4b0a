"""The lines of a policy or claim that does not exist yet, from what its candidate states."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from tui.check.autofix import toml_string
from tui.check.context import CheckContext
from tui.edit.claim_finder import ClaimSentence
from tui.edit.english_names import name_pattern
from tui.edit.name_finder import PolicyTitle, known_names
from tui.load.unfinished import DRAFT_KEY
from tui.model import Source
from tui.text.language import Language, Wording
from tui.text.period_mentions import find_periods

TO_DO = Wording("待补写", "To be written.")
_MOST_RELATED = 3
_NATIONAL = re.compile(
    r"^(?:国务院|国家|中共中央|中央|全国人|[一-鿿]{2,8}部|National |State |Ministry |China )"
)


def policy_lines(
    context: CheckContext, source: str, target: str, title: str, found: PolicyTitle, citation: str
) -> list[str]:
    """Return the lines of a policy, with number, issuers and date as its sentence names them."""
    lines = [f"{DRAFT_KEY} = true", "", f'id = "{target}"', f"title = {title}"]
    if found.number:
        lines.append(f"number = {toml_string(found.number)}")
    level = "national" if _NATIONAL.search(found.issuer) else "unknown"
    lines.append(f'level = "{level}"  # {"guessed" if found.issuer else "to do"}')
    issuers = list(dict.fromkeys(_issuers(context, found.issuer)))
    if issuers:
        lines.append(f"issuers = [{', '.join(map(toml_string, issuers))}]  # guessed")
    if found.issued:
        lines.append(f'issued = "{found.issued}"  # guessed')
    lines.append(f"summary = {text_of(TO_DO, context)}  # to do")
    return [*lines, *related_line(context, source), *citations(citation)]


def claim_lines(
    context: CheckContext,
    source: str,
    target: str,
    title: str,
    found: ClaimSentence,
    citation: str,
) -> list[str]:
    """Return the lines of a claim, said by the author or publisher of the source. Its text is the
    editor's: the words of the source are those of the citation."""
    return [
        f"{DRAFT_KEY} = true",
        "",
        f'id = "{target}"',
        'kind = "claim"  # guessed',
        f'basis = "{"forecast" if found.forecasts else "judgement"}"  # guessed',
        f"said_by = {text_of(_author(context.sources[source]), context)}  # guessed",
        *([_horizon(context, source, found)] if found.forecasts else []),
        f"title = {title}",
        f"text = {text_of(TO_DO, context)}  # to do",
        *related_line(context, source),
        *citations(citation),
    ]


def related_line(context: CheckContext, source: str) -> list[str]:
    """Return the line of related records: the companies that a document names most often."""
    text, counts = context.original_texts.get(source, ""), Counter[str]()
    for name, record in known_names(context.content):  # the longest first
        text, count = name_pattern(name).subn("\n", text)
        counts[record] += count
    named = [toml_string(record) for record, count in counts.most_common(_MOST_RELATED) if count]
    return [f"related = [{', '.join(named)}]  # guessed"] if named else []


def _horizon(context: CheckContext, source: str, found: ClaimSentence) -> str:
    """Return the line of the last year that a forecast names, if it is after the document."""
    sentence = context.original_texts[source][found.start : found.end]
    years = [one.period.last[0] for one in find_periods(sentence)]
    written = context.latest_date(context.sources[source].id)[:4]
    if years and str(max(years)) >= written:
        return f'horizon = "{max(years)}"  # guessed'
    return "open_horizon = true  # guessed"


def text_of(text: Wording, context: CheckContext) -> str:
    """Return a text as TOML, in the languages of the briefing."""
    languages: tuple[Language, ...] = context.content.briefing.languages
    if len(languages) == 1:
        return toml_string(text.of(languages[0]))
    return f"{{ zh = {toml_string(text.zh)}, en = {toml_string(text.en)} }}"


def citations(citation: str) -> list[str]:
    """Return the lines of the citations of a record, with one."""
    return ["citations = [", f"  {citation},", "]"]


def _issuers(context: CheckContext, issuer: str) -> Iterator[str]:
    """Yield the bodies of the briefing that are named as issuers, as they are named."""
    names = known_names(context.content)
    found: list[tuple[int, str]] = []
    for name, record in names:  # the longest first
        at = issuer.find(name)
        if at >= 0:
            issuer = issuer[:at] + "\n" * len(name) + issuer[at + len(name) :]
            found.append((at, record))
    yield from (record for _, record in sorted(found))


def _author(source: Source) -> Wording:
    author = source.author or source.producer
    return author.wording() if author else TO_DO
