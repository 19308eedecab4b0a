"""What whoever opened the panels is told where they ended unforeseen."""

from __future__ import annotations

from tui.text.language import Language


class AppCrashedError(Exception):
    """``error``: what went wrong; ``language``: the one the reader was reading in."""

    def __init__(self, error: BaseException, language: Language) -> None:
        super().__init__(str(error))
        self.error = error
        self.language: Language = language
