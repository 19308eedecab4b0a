"""What all dialogs have in common."""

from __future__ import annotations

from typing import ClassVar, Generic, TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen

Result = TypeVar("Result")


class DialogScreen(ModalScreen[Result], Generic[Result]):
    """A dialog that closes once and leaves the screen below it alone."""

    CSS_PATH: ClassVar = "dialogs.tcss"

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Close the dialog with its result, unless it is closed already: Textual would close the
        screen below it, or fail."""
        if self.app.screen is not self:
            return AwaitComplete()
        return super().dismiss(result)
