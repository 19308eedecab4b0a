"""Values that several settings of the server share: ports, counts, rates and durations."""

from __future__ import annotations

from typing import NamedTuple

from tui.config.server_value_types import Number
from tui.text.language import Wording

_MAX_PORT = 65_535
_MAX_COUNT = 100_000
_MAX_SECONDS = 10 * 365 * 86_400


class Description(NamedTuple):
    """``metavar``: placeholder of the value in the help."""

    help: Wording
    metavar: str = ""


_INTEGER = Wording("{at_least}到{at_most}之间的整数", "an integer from {at_least} to {at_most}")
PORT = Number(_INTEGER, 0, _MAX_PORT)
COUNT = Number(_INTEGER, 1, _MAX_COUNT)
SHARE = Number(_INTEGER, 0, _MAX_COUNT)
"""0: as many as are free for others (``tui.serve.security.share_limit``)."""
RATE = Number(
    Wording("次数，如60或“60/min”", 'a number such as 60 or "60/min"'), 1, _MAX_COUNT, {"/min": 1}
)
SECONDS = Number(
    Wording("秒数，或“90s”“30m”“8h”", 'seconds, or "90s", "30m", "8h"'),
    1,
    _MAX_SECONDS,
    {"s": 1, "m": 60, "h": 3600},
)
DELAY = Number(
    Wording("秒数，或“90s”“30m”“8h”", 'seconds, or "90s", "30m", "8h"'),
    0,
    _MAX_SECONDS,
    {"s": 1, "m": 60, "h": 3600},
)
