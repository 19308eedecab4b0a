"""Reading: what a reader keeps from one sitting to the next.

In: the user's state folder. Out: pins with notes, the language and theme last chosen, the last
place, whether the first hint was seen. One JSON file, written whole or not at all; what cannot
be read is set aside, what cannot be written is said once, and neither ever stops the reading.
Knows nothing of the briefing: whether a pinned record still exists others must ask.
"""

from tui.state.state_file import StateFile, state_file
from tui.state.user_state import Pin, UserState

__all__ = ["Pin", "StateFile", "UserState", "state_file"]
