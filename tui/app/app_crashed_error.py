"""The exception by which the command line learns that the app crashed; imports no Textual."""

from __future__ import annotations

from tui.text.language import Language


class AppCrashedError(Exception):
    """Raised by ``run_app`` when the app crashed.

    ``error`` is the unhandled exception; ``language`` is the display language at that time.
    """

    def __init__(self, error: BaseException, language: Language) -> None:
        super().__init__(str(error))
        self.error = error
        self.language: Language = language
