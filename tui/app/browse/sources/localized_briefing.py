"""The open briefing with the language and the forecast setting in which it is shown."""

from __future__ import annotations

from tui.app import messages
from tui.app.browse.location import COMPARISON, PINS, SUBJECT, TIMELINE
from tui.store import Section, Store
from tui.store.section_counts import section_counts
from tui.text.dates import format_date
from tui.text.language import LANGUAGES, Language, plural

_SOURCES = "sources"


class LocalizedBriefing:
    """The store, the current language, and names of the briefing and its sections in it."""

    def __init__(self, store: Store, language: Language) -> None:
        self.store = store
        self.language: Language = language
        self.show_forecasts = True
        """Whether figures that are forecasts are shown."""
        self.sections: list[Section] = []
        self.reload()

    def reload(self) -> None:
        """Read sections and title again after the content changed."""
        self.sections = self.store.sections()
        self._title, self._edition = self.store.title(), self.store.meta("edition")
        languages = self.store.meta("languages")
        self.only_language: Language | None = next((x for x in LANGUAGES if x == languages), None)
        """The language of a briefing that has only one."""
        self.language = self.only_language or self.language
        self._newest = self.store.meta("core_figures_to") or self.store.meta("as_of")
        self.counts = section_counts(self.store)

    def title(self) -> str:
        """Return the title of the briefing."""
        return self._title.of(self.language)

    def edition(self) -> str:
        """Return up to when the figures go, how many sources there are, and the edition."""
        newest = format_date(self._newest, self.language) if self._newest else ""
        sources = self.counts.get(_SOURCES, 0)
        text = messages.EDITION.format(
            date=newest,
            sources=sources,
            en_sources=plural(sources, "source"),
            edition=self._edition,
        )
        return text.of(self.language)

    def section_title(self, identity: str) -> str:
        """Return the name of a section."""
        names = {
            COMPARISON: messages.COMPARISON.of(self.language),
            SUBJECT: messages.SHORT_BRIEF.of(self.language),
            PINS: messages.PINS.of(self.language),
            TIMELINE: messages.TIMELINE.of(self.language),
            **{section.id: section.title.of(self.language) for section in self.sections},
        }
        return names.get(identity, messages.RESULTS.of(self.language))

    def section_names(self) -> list[tuple[str, str]]:
        """Return ids and short names of the sections in the order of the tabs."""
        names = [(section.id, section.tab.of(self.language)) for section in self.sections]
        return [*names, (TIMELINE, messages.TIMELINE.of(self.language))]
