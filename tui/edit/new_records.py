"""The lines of a policy or claim that does not exist yet, from what its candidate states."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.check.autofix import toml_string
from tui.check.context import CheckContext
from tui.edit.claim_finder import ClaimSentence
from tui.edit.name_finder import PolicyTitle, known_names
from tui.load.unfinished import DRAFT_KEY
from tui.model import Source
from tui.text.language import Language, Wording

TO_DO = Wording("待补写", "To be written.")
_NATIONAL = re.compile(
    r"^(?:国务院|国家|中共中央|中央|全国人|[一-鿿]{2,8}部|National |State |Ministry |China )"
)


def policy_lines(
    context: CheckContext, target: str, title: str, found: PolicyTitle, citation: str
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
    return [*lines, f"summary = {text_of(TO_DO, context)}  # to do", *citations(citation)]


def claim_lines(
    context: CheckContext,
    source: str,
    target: str,
    title: str,
    found: ClaimSentence,
    sentence: str,
    gloss: str,
    citation: str,
) -> list[str]:
    """Return the lines of a claim: its sentence, said by the author or publisher of the source."""
    english = gloss or TO_DO.en
    text = text_of(Wording(" ".join(sentence.split()), english), context)
    return [
        f"{DRAFT_KEY} = true",
        "",
        f'id = "{target}"',
        'kind = "claim"  # guessed',
        f'basis = "{"forecast" if found.forecasts else "judgement"}"  # guessed',
        f"said_by = {text_of(_author(context.sources[source]), context)}  # guessed",
        f"title = {title}",
        f"text = {text}  # to do",
        *citations(citation),
    ]


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
