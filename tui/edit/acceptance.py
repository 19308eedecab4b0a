"""Accept a candidate for a record: find what the editor named, and what would be written there."""

from __future__ import annotations

from typing import Any, NamedTuple

from tui.check.autofix import toml_string
from tui.check.context import CheckContext, LocatedMeasure
from tui.edit.accepted_figure import UnfitFigureError, accepted_figure, check_unit, same_figure
from tui.edit.company_reports import report_in_english
from tui.edit.figure_finder import FigureCandidate
from tui.edit.given_values import GivenValues, with_given
from tui.edit.new_targets import make_target
from tui.edit.record_insertion import RecordEdit, citation_text, insert_citation, insert_figure
from tui.edit.source_review import SourceCandidate
from tui.load.toml_positions import TomlPath
from tui.load.toml_reader import parse_toml
from tui.model import Citation, Player
from tui.text.close_matches import did_you_mean
from tui.text.fold import is_chinese
from tui.text.language import NO_TEXT, Wording

_NO_TARGET = Wording(
    "没有记录或指标“{id}”。{near}用--new {name}新建",
    "no record or measure {id!r}. {near}--new '{name}' makes it",
)
_NAMES = Wording("中文/English", "Chinese / English")
_NAME = Wording("名称", "Name")
_NOT_A_MEASURE = Wording(
    "“{id}”没有数值：数字须归入统计数据（ID）或企业的指标（ID.指标）",
    "{id!r} holds no figures: name a statistic (ID) or a metric of a company (ID.METRIC)",
)
_UNIT_UNWRITTEN = Wording(
    "草稿“{id}”还没有单位：先在{file}中填写unit",
    "the draft {id!r} has no unit yet: fill in its unit in {file}",
)
_NO_CITATIONS = Wording("“{id}”没有citations", "{id!r} has no citations")
_CITED_ALREADY = Wording(
    "“{id}”已引用这些词句：无需再写", "{id!r} cites these words already: nothing to write"
)


class Acceptance(NamedTuple):
    """What is to be written. ``cited``: a citation is added to what the record already says;
    ``left_out``: whose figure it is, if that has to be added in both languages."""

    edit: RecordEdit
    cited: bool
    left_out: str


def accept(
    context: CheckContext,
    source: str,
    candidate: SourceCandidate,
    target: str,
    given: GivenValues = GivenValues(),  # noqa: B008 - immutable
) -> Acceptance:
    """Return the change that puts a candidate into the record or measure ``target``: a figure as
    observation or rate, or as a further citation of the same value; everything else as a citation
    of the record. With a title given, a target that does not exist is made.

    Raises:
        UnfitFigureError: there is no such target, or the figure does not fit it.
        ContentError: the record would be invalid.
    """
    name = candidate.found.via if isinstance(candidate.found, FigureCandidate) else ""
    if given.via == NO_TEXT:
        name, given = "", given._replace(via=None)
    via = via_text(context, name, given.via)
    left_out = name if not via else ""
    citation = citation_text(source, *candidate.quote, via, given.gloss)
    if given.title and not _exists(context, target):
        edit = make_target(context, source, target, candidate.found, given, citation)
        return Acceptance(edit, False, left_out)
    if isinstance(candidate.found, FigureCandidate):
        check_unit(candidate.found, given.unit)
    found = with_given(candidate.found, given)
    if not isinstance(found, FigureCandidate):
        return _cite(context, target, ("citations",), citation)
    located = _measure(context, target)
    if not _has_unit(context, located):
        file = context.content.files[located.entry].name
        raise UnfitFigureError(_UNIT_UNWRITTEN.format(id=target, file=file))
    same = same_figure(located, found)
    if same is not None:
        path = (*located.path, *same, "citations")
        done = _cite(context, located.entry, path, citation)
        return done._replace(left_out=left_out)
    figure = accepted_figure(located, found, citation)
    return Acceptance(insert_figure(context, located, figure), False, left_out)


def _has_unit(context: CheckContext, located: LocatedMeasure) -> bool:
    """Return whether the file of a measure says its unit; a draft may leave it empty."""
    file = context.content.files[located.entry]
    value: Any = parse_toml(file.text, file.name)
    for part in located.path:
        value = value[part]
    return bool(value.get("unit"))


def _exists(context: CheckContext, target: str) -> bool:
    return target in context.records or any(
        located.reference == target for located in context.measures()
    )


def _cite(context: CheckContext, entry: str, path: TomlPath, citation: str) -> Acceptance:
    if entry not in context.records:
        raise UnfitFigureError(_unknown(context, entry))
    cited = (
        citation_text(one.source, one.exact, one.prefix or "", one.suffix or "")
        for owner, at, one in context.parts(Citation)
        if owner == entry and at[:-1] == path
    )
    if any(citation.startswith(one.removesuffix(" }")) for one in cited):
        raise UnfitFigureError(_CITED_ALREADY.format(id=entry))
    try:
        edit = insert_citation(context, entry, path, citation)
    except LookupError:
        raise UnfitFigureError(_NO_CITATIONS.format(id=entry)) from None
    return Acceptance(edit, True, "")


def _measure(context: CheckContext, target: str) -> LocatedMeasure:
    for located in context.measures():
        if located.reference == target:
            return located
    if target in context.records:
        raise UnfitFigureError(_NOT_A_MEASURE.format(id=target))
    raise UnfitFigureError(_unknown(context, target))


def _unknown(context: CheckContext, target: str) -> Wording:
    """Return that there is no such target, with a near one: of a measure, one of that company."""
    entry = target.partition(".")[0]
    known = [*context.records, *(located.reference for located in context.measures())]
    if "." in target:
        known = [one for one in known if one.startswith(f"{entry}.")]
    near = did_you_mean(target, known) or Wording("", "")
    languages = context.content.briefing.languages
    name = _NAME if len(languages) == 1 else _NAMES
    return _NO_TARGET.format(id=target, name=name, near=Wording(near.zh, f"{near.en} ".lstrip()))


def via_text(context: CheckContext, name: str, given: Wording | None = None) -> str:
    """Return the inline table of ``via``: as given, else if the name needs no translation or the
    briefing has it in English, as that of a company or in another citation; else empty."""
    known = given or known_name(context, name)
    if known is None:
        return ""
    if len(context.content.briefing.languages) == 1:
        return toml_string(known.of(context.content.briefing.languages[0]))
    return f"{{ zh = {toml_string(known.zh)}, en = {toml_string(known.en)} }}"


def known_name(context: CheckContext, name: str) -> Wording | None:
    """Return a name with its English, if the briefing has it or it needs none."""
    if not name:
        return None
    for record in context.content.records:
        if isinstance(record, Player):
            names = (record.heading.zh, record.heading.en, *record.other_names)
            if name in names:
                return Wording(record.heading.zh, record.heading.en)
    for _, _, citation in context.parts(Citation):
        if citation.via and citation.via.zh == name:
            return citation.via.wording()
    if report := report_in_english(name, lambda company: known_name(context, company)):
        return report
    if not any(map(is_chinese, name)) or context.content.briefing.languages == ("zh",):
        return Wording(name, name)  # IDC needs no translation
    return None
