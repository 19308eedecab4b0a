"""Making, step 1: what a record is.

Frozen pydantic models of everything an editor writes: sources, players, policies,
statistics, statements, terms, gaps and the briefing that orders them. In: plain
mappings, as a TOML parser gives them. Out: validated records, or a pydantic
``ValidationError``. No file is touched here.
"""

from tui.model.base import Model
from tui.model.brief import Brief, Passage
from tui.model.briefing import Briefing, HeadLine, Theme
from tui.model.citation import Citation
from tui.model.gap import Gap
from tui.model.measure import Correction, Measure, Observation, Rate
from tui.model.player import Amount, Event, Metric, Offering, Player, Relation
from tui.model.policy import Policy, Provision
from tui.model.record import Bilingual, EditorNote, Record
from tui.model.source import NotAFigure, Original, Source
from tui.model.statement import Dispute, Statement
from tui.model.statistic import Comparison, Statistic
from tui.model.term import Term

RECORD_TYPES: dict[str, type[Record]] = {
    "players": Player,
    "policies": Policy,
    "statistics": Statistic,
    "themes": Statement,
    "glossary": Term,
    "gaps": Gap,
}
"""The folder of ``content/`` in which each kind of record stands."""

FORMS: dict[str, type[Model]] = {
    "briefing": Briefing,
    "source": Source,
    "brief": Brief,
    **{model.record_kind: model for model in RECORD_TYPES.values()},
}
"""Every kind of file that an editor writes."""

__all__ = [
    "FORMS",
    "RECORD_TYPES",
    "Amount",
    "Bilingual",
    "Brief",
    "Briefing",
    "Citation",
    "Comparison",
    "Correction",
    "Dispute",
    "EditorNote",
    "Event",
    "Gap",
    "HeadLine",
    "Measure",
    "Metric",
    "NotAFigure",
    "Observation",
    "Offering",
    "Original",
    "Passage",
    "Player",
    "Policy",
    "Provision",
    "Rate",
    "Record",
    "Relation",
    "Source",
    "Statement",
    "Statistic",
    "Term",
    "Theme",
]
