"""The open briefing with the language and the forecast setting in which it is shown."""

from __future__ import annotations

from tui.app import messages
from tui.app.browse.location import COMPARISON, PINS, TIMELINE
from tui.store import Section, Store
from tui.text.language import Language


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

    def title(self) -> str:
        """Return the title of the briefing and its edition."""
        return f"{self._title.of(self.language)} {self._edition}"

    def section_title(self, identity: str) -> str:
        """Return the name of a section."""
        names = {
            COMPARISON: messages.COMPARISON.of(self.language),
            PINS: messages.PINS.of(self.language),
            **dict(self.section_names()),
        }
        return names.get(identity, messages.RESULTS.of(self.language))

    def section_names(self) -> list[tuple[str, str]]:
        """Return ids and names of the sections in the order of the tabs."""
        names = [(section.id, section.title.of(self.language)) for section in self.sections]
        return [*names, (TIMELINE, messages.TIMELINE.of(self.language))]
