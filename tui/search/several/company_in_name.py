"""Companies whose names other names begin with: "Ali Health revenue", the name of a gap."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.reader import make_part, read_question
from tui.question.term_lookup import named_records

if TYPE_CHECKING:
    from tui.question.reader import Part, Question
    from tui.store import Store


def with_names_of_companies(store: Store, question: Question) -> Question:
    """Return a question with the company that the name of another record begins with as a part of
    its own: "Ali Health revenue", which is the name of a gap."""
    parts: list[Part] = []
    for part in question.parts:
        is_company = not part.names or _companies(store, part.names)
        parts += (not is_company and _company_and_rest(store, part.text)) or [part]
    return question._replace(parts=tuple(dict.fromkeys(parts)))


def _company_and_rest(store: Store, text: str) -> list[Part]:
    """Return the parts of a name that begins with that of a company; none for another name."""
    ends = [at for at in range(2, len(text)) if not text.isascii() or text[at] == " "]
    found = named_records(store, [text[:at] for at in ends])
    for at in reversed(ends):
        if positions := _companies(store, found.get(text[:at], ())):
            return [make_part(text[:at], positions), *read_question(store, text[at:]).parts]
    return []


def _companies(store: Store, positions: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(it.position for it in store.indexed_records(positions) if it.kind == "player")
