"""The tables that a search reads: the texts of each record, their words and names, the vocabulary
of queries, and the known questions."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence

from tui.compile.catalogue import Catalogue, PageSubject, title_of
from tui.compile.facts.answer import Answer, span
from tui.compile.index.known_questions import texts_by_record, write_known_questions
from tui.compile.index.pinyin import readings, syllables, variants
from tui.compile.index.search_document import search_document
from tui.compile.index.spelling_table import spelling_rows
from tui.compile.index.term_lengths import write_term_lengths
from tui.compile.index.thesaurus import Thesaurus
from tui.compile.kinds import KINDS
from tui.database.vocabulary import CONCEPT_MARK, FILLER
from tui.model import KnownQuestions
from tui.text.fold import index_tokens


class SearchIndex:
    """Writes the tables of the search into a briefing that is being compiled.

    Args:
        database: the briefing.
        catalogue: its records.
        thesaurus: its concepts.
        questions: the known questions.
        positions: the position of each record by id.
    """

    def __init__(
        self,
        database: sqlite3.Connection,
        catalogue: Catalogue,
        thesaurus: Thesaurus,
        questions: Iterable[KnownQuestions],
        positions: dict[str, int],
    ) -> None:
        self._database = database
        self._catalogue = catalogue
        self._thesaurus = thesaurus
        merged = {each.id: item.id for item in catalogue.disagreements for each in item.merged}
        self._known = [
            each.model_copy(update={"answer": merged.get(each.answer, each.answer)})
            for each in questions
        ]
        self._positions = positions
        self._questions = texts_by_record(self._known, positions)

    def add(self, position: int, entry: PageSubject, answers: Sequence[Answer]) -> None:
        """Write the texts of a record, by which queries find it."""
        kind, title = KINDS[entry.record_kind], title_of(entry)
        texts = kind.texts(entry, self._catalogue)
        document = search_document(entry.id, title, kind.names(entry), texts, answers)
        groups = [CONCEPT_MARK + group.id for group in kind.groups(entry)]
        of_titles = self._thesaurus.concepts_in([document.titles]) + groups
        named = self._thesaurus.concepts_named(document.titles)
        of_names = self._thesaurus.concepts_in([document.names])
        of_body = self._thesaurus.concepts_in([document.body])
        row = (position, entry.id, kind.id, *span(answers), *document, syllables(title.zh))
        self._database.execute(
            "INSERT INTO folded VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (*row, spaced_marks(of_titles + named), spaced_marks(of_names), spaced_marks(of_body)),
        )
        self._database.executemany(
            "INSERT INTO exact_names VALUES (?, ?)",
            ((name, position) for name in document.exact_names()),
        )
        questions = self._questions.get(entry.id, [])
        of_questions = self._thesaurus.concepts_in(questions)
        concepts = " ".join(dict.fromkeys([*of_titles, *of_names, *of_body, *of_questions]))
        titles, names, pinyin, body = document.tokens()
        asked = " ".join(token for text in questions for token in index_tokens(text))
        self._database.execute(
            "INSERT INTO search(rowid, titles, names, pinyin, body, concepts) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            (position, titles, names, pinyin, f"{body} {asked}", concepts),
        )

    @property
    def question_groups(self) -> int:
        """The number of times that ``finish`` calls ``progress``."""
        return len(self._known)

    def finish(self, progress: Callable[[], None]) -> None:
        """Write what depends on all records; call ``progress`` after each group of questions."""
        database = self._database
        vocabulary = self._thesaurus.vocabulary()
        database.executemany("INSERT INTO vocabulary VALUES (?, ?, ?)", vocabulary)
        write_term_lengths(database)
        database.executemany("INSERT INTO spellings VALUES (?, ?)", self._spellings())
        database.executemany("INSERT INTO variants VALUES (?, ?)", variants())
        database.executemany("INSERT INTO readings VALUES (?, ?, ?)", readings())
        write_known_questions(database, self._known, self._positions, progress)
        database.execute("INSERT INTO search(search) VALUES ('optimize')")

    def _spellings(self) -> Iterator[tuple[str, str]]:
        """Return the words of all titles, names and answers, of the concepts, and the whole names
        in pinyin, by their remainders."""
        texts = self._database.execute(
            "SELECT titles FROM folded UNION ALL SELECT names FROM folded UNION ALL "
            "SELECT words FROM answers UNION ALL SELECT name FROM exact_names UNION ALL "
            "SELECT term FROM vocabulary WHERE role <> ?",
            (FILLER,),
        )
        asked = (text for texts in self._questions.values() for text in texts)
        return spelling_rows([*(text for (text,) in texts), *asked])


def spaced_marks(concepts: Sequence[str]) -> str:
    """Return the marks of concepts with a space on either side of each."""
    return f" {' '.join(concepts)} "
