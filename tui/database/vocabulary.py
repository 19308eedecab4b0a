"""Constants of the table ``vocabulary``, which both halves share."""

from __future__ import annotations

CONCEPT_MARK = "~"
"""Precedes the id of a concept where it stands among the words of a text."""
WHOLE_TITLE = "="
"""Precedes the mark of a concept that is the whole title of a record."""
QUESTION, FILLER, QUALIFIER, MEASURE, TOPIC, BROADER, RELATED = (
    *("question", "filler", "qualifier"),
    *("measure", "topic", "broader", "related"),
)
"""Roles of terms: it asks (its concept is the kind of question), it says nothing, it changes what
is asked, it is a quantity, it is any other concept, it is a
kind of the concept (net profit of profit), it means something else that has to do with it."""
CONCEPTS = (MEASURE, TOPIC)
"""Roles of the words of a concept."""
