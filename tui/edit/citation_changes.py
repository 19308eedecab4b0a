"""Change a citation that is written already: its translation, or take it back with the figure that
rests on it alone."""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.check.autofix import toml_string
from tui.check.context import CheckContext
from tui.document.fact_ref import observation_ref, rate_ref, record_id_of
from tui.edit.accepted_figure import UnfitFigureError
from tui.edit.quoted_passages import QuotedPassage
from tui.edit.record_insertion import RecordEdit, edited
from tui.edit.source_review import SourceCandidate
from tui.edit.toml_insertion import ChangedText, remove_item, set_key
from tui.load.record_references import references
from tui.load.toml_positions import TomlPath
from tui.load.unfinished import DRAFT_KEY
from tui.model import Citation, Observation, Rate, Statistic
from tui.text.language import Wording

_OTHER_WORDS = Wording(
    "{file}第{line}行引用的词句不是审阅时写入的：请在那里修改",
    "{file}, line {line} quotes other words than the review writes: change them there",
)
_ONLY_ONE = Wording(
    "这是“{id}”唯一的引文：请在{file}第{line}行修改；若不要这条记录，删去该文件",
    "it is the only citation of {id!r}: change it in {file}, line {line}, or delete that file if "
    "the record is not wanted",
)
_REFERRED_TO = Wording(
    "“{other}”引用{figure}：先改那里", "{other!r} refers to {figure}: change that first"
)


class _Written(NamedTuple):
    """A citation of a candidate: entry, path and part."""

    entry: str
    path: TomlPath
    citation: Citation


def with_gloss(context: CheckContext, passages: list[QuotedPassage], gloss: str) -> RecordEdit:
    """Return the change that translates the quote of a candidate: the first citation without a
    translation, else the first one. ``passages``: the citations, at least one.

    Raises:
        ContentError: the translation is invalid.
    """
    place = min(passages, key=lambda one: one.has_gloss)
    text = context.content.files[place.entry].text
    after = ("exact", "prefix", "suffix")
    changed = set_key(text, place.path, "gloss", toml_string(gloss), after)
    return edited(context, place.entry, changed)


def withdrawn(context: CheckContext, source: str, candidate: SourceCandidate) -> RecordEdit:
    """Return the change that takes back what accepting a candidate wrote: the citation, and the
    figure and measure that it alone supports; of a new draft that says nothing else, the file.

    Raises:
        UnfitFigureError: the candidate is cited in other words, or something needs what is there.
        ContentError: the record would be invalid.
    """
    quote = candidate.quote
    written = [
        _Written(entry, path, one)
        for entry, path, one in context.parts(Citation)
        if one.source == source and (one.exact, one.prefix or "", one.suffix or "") == tuple(quote)
    ]
    if not written:
        raise UnfitFigureError(_elsewhere(context, source, candidate))
    entry, path, _ = written[-1]
    if _is_untouched_draft(context, entry, len([one for one in written if one.entry == entry])):
        _refuse_referred(context, entry, is_record=True)
        file = context.content.files[entry]
        return RecordEdit(entry, file.name, 1, file.text, "", context.records[entry])
    path = _supported(context, entry, path)
    text = remove_item(context.content.files[entry].text, path)
    return edited(context, entry, ChangedText(text, 1))


def _is_untouched_draft(context: CheckContext, entry: str, count: int) -> bool:
    """Return whether a record says nothing but what accepting its first candidate wrote. ``count``:
    how many of its citations the candidate has."""
    record = context.records.get(entry)
    if (
        record is None
        or sum(isinstance(part, Citation) for _, part in context.parts_of(entry)) > count
    ):
        return False
    text = context.content.files[entry].text
    return text.startswith(f"{DRAFT_KEY} = true") and all(
        re.search(rf"^{key} = .*# to do$", text, re.MULTILINE)
        for key in ("summary", "scope" if isinstance(record, Statistic) else "role")
    )


def _only_one(context: CheckContext, entry: str, path: TomlPath) -> UnfitFigureError:
    file = context.content.files[entry]
    line = file.positions().value((*path, "exact"))[0]
    return UnfitFigureError(_ONLY_ONE.format(id=entry, file=file.name, line=line))


def _elsewhere(context: CheckContext, source: str, candidate: SourceCandidate) -> Wording:
    for entry, path, one in context.parts(Citation):
        if one.source == source and candidate.text in one.exact:
            file = context.content.files[entry]
            line = file.positions().value((*path, "exact"))[0]
            return _OTHER_WORDS.format(file=file.name, line=line)
    return _OTHER_WORDS.format(file=source, line=candidate.line)


def _supported(context: CheckContext, entry: str, path: TomlPath) -> TomlPath:
    """Return the path of what rests on a citation alone: itself, its figure or its measure."""
    parts = dict(context.parts_of(entry))
    owner = path[:-2]
    figure = parts.get(owner)
    count = sum(at[:-1] == path[:-1] for at in parts)
    if count > 1:
        return path
    if not isinstance(figure, Observation | Rate):
        raise _only_one(context, entry, path)
    for located in context.measures():
        if located.entry != entry or located.path != owner[:-2]:
            continue
        measure = located.measure
        if isinstance(figure, Rate):
            reference = rate_ref(located.reference, figure.id)
        else:
            reference = observation_ref(located.reference, figure.period)
        is_last = len(measure.observations) + len(measure.rates) == 1
        _refuse_referred(context, located.reference if is_last else reference, is_measure=is_last)
        if is_last and located.path:
            return located.path
        if is_last:
            raise _only_one(context, entry, path)
    return owner


def _refuse_referred(
    context: CheckContext, reference: str, *, is_measure: bool = False, is_record: bool = False
) -> None:
    for entry, model in context.entries():
        for ref in references(model):
            if is_record and entry != reference and record_id_of(ref.target) == reference:
                raise UnfitFigureError(_REFERRED_TO.format(other=entry, figure=reference))
            named = ref.target if is_measure else ref.target.partition(" ")[0].partition(":")[0]
            plain = named.partition("@")[0].partition("#")[0] if is_measure else named
            if plain == reference:
                raise UnfitFigureError(_REFERRED_TO.format(other=entry, figure=reference))
