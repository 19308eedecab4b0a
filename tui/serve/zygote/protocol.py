"""Messages between the front end and the zygote.

The link is a SOCK_SEQPACKET socket pair; each message is one JSON object.

To the zygote:
    ``{"start": N, "line": …, "environ": …, "terminal": …}``: start job N. The packet carries the
        job's descriptors: the slave of a terminal, or standard output and error.
    ``{"signal": N, "number": S}``: send signal S to job N.
    ``{"retire": true}``: start no more jobs, and exit with the last one.
From the zygote:
    ``{"ready": true}``, ``{"started": N, "pid": P}``, ``{"ended": N, "status": S}`` with the
        status of ``waitpid``.

When the front end closes the link, the zygote kills its jobs and exits.
"""

from __future__ import annotations

MAX_MESSAGE = 65536
"""Bytes."""
MAX_DESCRIPTORS = 2
