"""Record models: frozen pydantic models of everything that an editor writes.

Input: plain mappings, as a TOML parser returns them. Output: validated records (sources, players,
policies, statistics, statements, terms, gaps, briefs and the briefing that orders them), or a
pydantic ``ValidationError``. No file is read here.
"""

from tui.model.brief import Brief, Passage
from tui.model.briefing import Briefing, HeadLine, Theme
from tui.model.citation import Citation
from tui.model.concept import Concept, ConceptTable
from tui.model.gap import Gap, MissingFigure
from tui.model.known_question import KnownQuestions, QuestionTable
from tui.model.measure import Correction, Measure, Observation, Rate, value_pin
from tui.model.player import Amount, Event, Metric, Offering, Player, Relation
from tui.model.policy import Policy, Provision
from tui.model.preferred_term import PreferredTerm, PreferredTermTable
from tui.model.record import Bilingual, EditorNote, Record
from tui.model.registry import FORMS, RECORD_TYPES, Identified
from tui.model.source import NotAFigure, Original, Source
from tui.model.statement import Dispute, Statement
from tui.model.statistic import Comparison, Statistic
from tui.model.term import Term

__all__ = [
    "FORMS",
    "RECORD_TYPES",
    "Amount",
    "Bilingual",
    "Brief",
    "Briefing",
    "Citation",
    "Comparison",
    "Concept",
    "ConceptTable",
    "Correction",
    "Dispute",
    "EditorNote",
    "Event",
    "Gap",
    "HeadLine",
    "Identified",
    "KnownQuestions",
    "Measure",
    "Metric",
    "MissingFigure",
    "NotAFigure",
    "Observation",
    "Offering",
    "Original",
    "Passage",
    "Player",
    "Policy",
    "PreferredTerm",
    "PreferredTermTable",
    "Provision",
    "QuestionTable",
    "Rate",
    "Record",
    "Relation",
    "Source",
    "Statement",
    "Statistic",
    "Term",
    "Theme",
    "value_pin",
]
