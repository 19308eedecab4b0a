"""The output of ``--json``: one object per answer, with the same fields from every command."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from tui.store import AnswerWithEvidence
from tui.text.control_characters import json_without_controls
from tui.text.language import NO_TEXT, Wording


def entry_object(
    entry: AnswerWithEvidence, score: float = 1.0, match: str = "exact", remark: Wording = NO_TEXT
) -> dict[str, Any]:
    """Return a record with one of its answers. The defaults are for an answer that is not the
    result of a search; see ``tui.search.verdict`` for ``match`` and ``remark``."""
    return {
        "id": entry.id,
        "kind": entry.kind,
        "title": entry.title._asdict(),
        "answer": entry.answer._asdict(),
        "status": entry.status or None,
        "period": entry.period or None,
        "fact": entry.fact or None,
        "score": score,
        "match": match,
        "remark": remark._asdict() if remark.en else None,
        "citations": entry.citations,
        "disagrees": entry.disagrees,
    }


def to_json(objects: Iterable[dict[str, Any]]) -> str:
    """Return a JSON array, indented, ending with a newline."""
    text = json.dumps(list(objects), ensure_ascii=False, indent=2) + "\n"
    return json_without_controls(text)


def to_json_lines(objects: Iterable[dict[str, Any]]) -> str:
    """Return one JSON object per line."""
    lines = (json.dumps(each, ensure_ascii=False) + "\n" for each in objects)
    return json_without_controls("".join(lines))
