"""Small valid mappings, as a TOML parser returns them, for tests to modify."""

from __future__ import annotations

from typing import Any

TEXT = {"zh": "医", "en": "care"}
CITATION = {"source": "herald", "exact": "80亿元"}
OBSERVATION: dict[str, Any] = {
    "period": "2022",
    "value": 80,
    "unit": "亿元",
    "status": "reported",
    "citations": [CITATION],
}
RATE: dict[str, Any] = {
    "id": "growth",
    "type": "growth",
    "period": "2022",
    "value": 25,
    "unit": "%",
    "status": "reported",
    "citations": [CITATION],
}
STATISTIC: dict[str, Any] = {
    "id": "market",
    "title": TEXT,
    "summary": TEXT,
    "scope": TEXT,
    "unit": "亿元",
    "observations": [OBSERVATION],
    "citations": [CITATION],
}
STATEMENT: dict[str, Any] = {
    "id": "claim",
    "kind": "claim",
    "basis": "fact",
    "title": TEXT,
    "text": TEXT,
    "citations": [CITATION],
}
SOURCE: dict[str, Any] = {
    "id": "herald",
    "type": "report",
    "title": TEXT,
    "short": TEXT,
    "language": "zh",
    "date_published": "2023",
    "license": TEXT,
    "source_descriptor": TEXT,
    "original": {"file": "herald.txt", "size": 9, "sha256": "0" * 64},
}
PLAYER: dict[str, Any] = {
    "id": "qinghe",
    "names": TEXT,
    "role": "platform",
    "summary": TEXT,
    "citations": [CITATION],
}
OFFERING: dict[str, Any] = {
    "id": "lamp",
    "name": TEXT,
    "kind": "service",
    "summary": TEXT,
    "citations": [CITATION],
}
EVENT: dict[str, Any] = {
    "id": "series-b",
    "kind": "financing",
    "title": TEXT,
    "citations": [CITATION],
}
RELATION: dict[str, Any] = {"type": "partner", "player": "baize", "citations": [CITATION]}
POLICY: dict[str, Any] = {
    "id": "notice",
    "title": TEXT,
    "level": "national",
    "summary": TEXT,
    "citations": [CITATION],
}
PROVISION: dict[str, Any] = {"text": TEXT, "citations": [CITATION]}
TERM: dict[str, Any] = {"id": "term", "term": TEXT, "definition": TEXT, "citations": [CITATION]}
GAP: dict[str, Any] = {
    "id": "gap",
    "kind": "not_covered",
    "question": TEXT,
    "looked_in": ["herald"],
    "finding": TEXT,
    "citations": [CITATION],
}
