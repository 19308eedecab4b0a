"""Messages between the front end and the zygote.

The link is a SOCK_SEQPACKET socket pair: one packet is one message. To the zygote a packet is a job
number (4 bytes, network byte order, 0 for a message about no job) followed by a JSON object. The
number comes first so that a message that cannot be parsed is still answered for its job.

To the zygote:
    ``{"request": {"line": …, "environ": …, "terminal": …}}``: start the job. The packet carries its
        descriptors: the slave of a terminal, or standard output and error.
    ``{"signal": S}``: send signal S to the job.
    ``{"ping": true}``: answer with a pong.
    ``{"retire": true}``: start no more jobs, and exit with the last one.
From the zygote, JSON objects:
    ``{"ready": true}``, ``{"pong": true}``.
    ``{"taken": N}``: job N is read. If the zygote dies now, no other one gets the job.
    ``{"started": N, "pid": P}``.
    ``{"ended": N, "status": S, "error": TEXT}``: the status of ``waitpid``; the exception that the
        process reported, if any.
    ``{"problem": TEXT}``: for the log.

When the front end closes the link, the zygote kills its jobs and exits.
"""

from __future__ import annotations

import json
import struct
from typing import Any, TypedDict

MAX_MESSAGE = 16384
"""Bytes of a message. A request has at most 9 KB: a line of 4096 bytes, each of which JSON may
escape, and a few short variables."""
MAX_DESCRIPTORS = 2
_NUMBER = struct.Struct("!I")


class Request(TypedDict):
    """What a session process executes.

    ``line``: the client's command, None to open the app; ``environ``: its allowed variables;
    ``terminal``: whether it has one.
    """

    line: str | None
    environ: dict[str, str]
    terminal: bool


def pack_message(number: int, message: dict[str, Any]) -> bytes:
    """Return a packet for the zygote.

    Raises:
        ValueError: the message is too long or no valid Unicode.
    """
    data = _NUMBER.pack(number) + json.dumps(message, ensure_ascii=False).encode()
    if len(data) > MAX_MESSAGE:
        raise ValueError(f"a message of {len(data)} bytes: at most {MAX_MESSAGE} are sent")
    return data


def job_number(packet: bytes) -> int:
    """Return the job that a packet for the zygote is about, 0 if it is about none."""
    number: int = _NUMBER.unpack_from(packet)[0] if len(packet) >= _NUMBER.size else 0
    return number


def unpack_message(packet: bytes) -> dict[str, Any]:
    """Return the message of a packet for the zygote.

    Raises:
        ValueError: it is no JSON object.
    """
    message = json.loads(packet[_NUMBER.size :])
    if not isinstance(message, dict):
        raise ValueError("not a JSON object")
    return message


def check_request(request: Any, descriptors: int) -> Request:
    """Return a request after checking its types and its number of descriptors.

    Raises:
        ValueError: it is invalid.
    """
    match request:
        case {"line": str() | None, "environ": dict() as environ, "terminal": bool() as terminal}:
            if not all(isinstance(value, str) for value in environ.values()):
                raise ValueError("invalid environment")
            if descriptors != (1 if terminal else 2):
                raise ValueError(f"{descriptors} descriptors")
            return Request(line=request["line"], environ=environ, terminal=terminal)
    raise ValueError("invalid request")
