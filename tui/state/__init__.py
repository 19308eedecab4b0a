"""State of the user that outlives a session: pins with notes, language, theme, last location.

Stored in one JSON file in the state folder (XDG), which is written atomically. A damaged file is
renamed; where the file cannot be read or written, the app shows one message and goes on.
Whether a pinned record still exists is for the callers to find out.
"""

from tui.state.state_file import StateFile, state_file
from tui.state.user_state import Pin, UserState

__all__ = ["Pin", "StateFile", "UserState", "state_file"]
