"""Evidence in the form that ``--json`` promises: citations and disagreements."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from tui.compile.answer import Answer
from tui.compile.catalogue import Catalogue
from tui.model import Citation


def evidence_json(answer: Answer, catalogue: Catalogue) -> tuple[str, str]:
    """Citations and disagreements as they travel in briefing.db."""
    citations = [citation_json(citation, catalogue) for citation in answer.citations]
    disagrees = [
        {
            "answer": {"zh": text.zh, "en": text.en},
            "citations": [citation_json(citation, catalogue) for citation in said],
        }
        for text, said in answer.others
    ]
    return _compact(citations), _compact(disagrees)


def citation_json(citation: Citation, catalogue: Catalogue) -> dict[str, str]:
    """A citation as ``--json`` prints it."""
    source = catalogue.source(citation.source)
    fields = {
        "source": citation.source,
        "exact": citation.exact,
        "title": source.title.zh,
        "date": source.date_published or "",
        "url": source.url or "",
        "relation": citation.relation,
    }
    if citation.via:
        fields["via"] = citation.via.zh
    return fields


def _compact(value: Sequence[Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
