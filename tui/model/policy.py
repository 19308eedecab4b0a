"""A policy: a law, plan, notice or opinion of a public body, provision by provision."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, ValidationInfo, WithJsonSchema

from tui.model.base import Bilingual, Filled, Model, PartialDate, Period, RecordId, ThemeId
from tui.model.citation import Citations
from tui.model.record import Record
from tui.model.scope import check_listed

COMMON_LEVELS = ("national", "provincial", "unknown")
"""The levels of a briefing that declares none."""
GENERAL_LEVELS = ("national", "unknown")
"""Those of any country: all that are left where briefing.toml declares its own."""


def _level(value: str, info: ValidationInfo) -> str:
    return check_listed(value, info, "levels", COMMON_LEVELS, GENERAL_LEVELS)


Level = Annotated[
    str,
    AfterValidator(_level),
    WithJsonSchema({"enum": list(COMMON_LEVELS), "type": "string"}),
]


Force = Literal["required", "permitted", "encouraged", "promoted", "explored", "stated"]


class Provision(Model):
    """One thing that the policy orders, allows or plans."""

    text: Bilingual
    force: Force | None = None
    """How binding it is, by the verb that is quoted: required (须, 要求, 不得), permitted (允许,
    可以), encouraged (鼓励, 支持), promoted (推进, 完善, 建立), explored (探索, 试点) or stated
    (明确, 纳入). Left out where no such verb is quoted."""
    themes: tuple[ThemeId, ...] | None = None
    """Its subjects, among those of the policy; empty: none of these. Left out: all of them but
    ``whole_themes``."""
    retold: bool = False
    """Whether the quoted words are those of a source that retells the policy (OFweek转述), not of
    the policy itself. The text says so."""
    citations: Citations


class Policy(Record):
    """A policy. The Chinese title is the official one, the English one the editor's translation."""

    record_kind: ClassVar[str] = "policy"
    folder: ClassVar[str] = "policies"
    order: ClassVar[int] = 30

    title: Bilingual
    short: Bilingual | None = None
    """A short title for lists and table cells; pages show the whole one."""
    number: Filled | None = None
    """The document number as printed: 医保发〔2019〕47号."""
    number_en: Filled | None = None
    """The same in Latin letters, shown to readers of English: Yi Bao Fa [2019] No. 47."""
    aliases: tuple[str, ...] = ()
    """Names by which it is known beside its title: 47号文."""
    search_words: tuple[Filled, ...] = ()
    """Other words by which a query finds the policy, which are no names of it."""
    level: Level
    issuers: tuple[RecordId, ...] = ()
    """Public bodies that the sources name, as players."""
    issuers_note: Bilingual | None = None
    """What the sources say about issuers that they do not name, or why there is none."""
    region: Bilingual | None = None
    issued: PartialDate | None = None
    issued_note: Bilingual | None = None
    """How the date was resolved, or why there is none."""
    period: Period | None = None
    status: Literal["issued", "planned", "unknown"] = "issued"
    summary: Bilingual
    provisions: tuple[Provision, ...] = ()
    whole_themes: tuple[ThemeId, ...] = ()
    """Those of its ``themes`` that are subjects of the document, but of no provision quoted."""

    @property
    def heading(self) -> Bilingual:
        """The title."""
        return self.title

    @property
    def other_names(self) -> tuple[str, ...]:
        """The names, then the other words that find the policy."""
        return (*self.aliases, *self.search_words)

    def subjects_of(self, provision: Provision) -> tuple[str, ...]:
        """Return the subjects of a provision, in the order of those of the policy."""
        if provision.themes is None:
            return tuple(theme for theme in self.themes if theme not in self.whole_themes)
        return tuple(theme for theme in self.themes if theme in provision.themes)

    def links(self) -> Iterator[tuple[str, str]]:
        """Yield the issuers."""
        for issuer in self.issuers:
            yield "issuer", issuer
