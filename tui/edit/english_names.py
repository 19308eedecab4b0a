"""Find names in an English document: companies and institutions, and titles of policies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_WORD = r"[A-Z][A-Za-z'’&-]*[A-Za-z]"
_ENDING = (
    r"(?:Group|Holdings?|Technology|Technologies|Healthcare|Health|Medical"
    r"|Pharma(?:ceuticals?)?|Capital|Ventures|Securities|Partners|Research|Consulting|Insurance|Bank|Hospital|University|Institute"
    r"|Inc|Corp(?:oration)?|Ltd|Limited|Co)"
)
_COMPANY = re.compile(
    rf"(?P<name>(?:{_WORD} ){{1,4}}?{_ENDING})\b(?! {_ENDING}\b)(?: (?:and|of) {_WORD})?"
)
_LEGAL_FORM = re.compile(r"(?:,? (?:Co|Inc|Corp|Ltd|Limited|Group|Holdings?))+$")
_AUTHORITY = re.compile(
    rf"(?:National|State|China|Chinese) (?:{_WORD} )*?"
    r"(?:Administration|Commission|Council|Bureau|Ministry)"
    rf"(?: (?:of|for) {_WORD}(?: (?:and )?{_WORD})*)?"
)
_SMALL = r"(?:and|of|for|in|on|at|to|with|by|the|an?|concerning|regarding)"
_POLICY = re.compile(
    r"(?P<title>(?:[A-Z][a-z]+ )*?(?:Measures|Notice|Opinions?|Guidelines?|Rules|Regulations?"
    r"|Provisions|Plan|Outline|Law|Catalogu?e|Standards?|Circular)"
    rf"(?: {_SMALL})+ [A-Z][\w-]*(?:,?(?: {_SMALL})* [A-Z][\w-]*)*(?: \(Trial\))?)"
)
_ISSUED_BY = re.compile(
    r"(?:issued|released|published|promulgated) (?:jointly )?by (?:the )?"
    r"(?P<issuer>[A-Z][^,.;]{3,80}?)(?= and (?:in force|took|effective)|[,.;]|$| (?:in|on) )"
)
_ISSUES = re.compile(
    rf"(?P<issuer>(?:{_WORD}(?: (?:of|for|and))? )+)(?:and \w+ other \w+ )?(?:jointly )?"
    r"(?:issued|released|published|promulgated|unveiled)"
)
_SENTENCE_WORDS = frozenset(("The", "In", "A", "An", "This", "For", "As", "By", "At", "On", "Its"))
_LEAST_LENGTH = 4


class EnglishPolicy(NamedTuple):
    """A title of a policy in ``text[start:end]``, and who issued it or empty. ``date_from``,
    ``date_until``: where the date of issue begins, if the sentence has one."""

    start: int
    end: int
    title: str
    issuer: str
    date_from: int
    date_until: int


def name_pattern(name: str) -> re.Pattern[str]:
    """Return a pattern of a name: in Latin letters, as whole words."""
    if name.isascii():
        return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    return re.compile(re.escape(name))


def is_distinct(name: str) -> bool:
    """Return whether a name in Latin letters is long enough to be found in a text."""
    return name.isascii() and len(name) >= _LEAST_LENGTH and bool(re.search("[A-Z].*[a-z]", name))


def unknown_names(text: str) -> Iterator[tuple[int, str]]:
    """Yield companies and authorities that a text names in English, without their legal form."""
    for pattern in (_AUTHORITY, _COMPANY):
        for match in pattern.finditer(text):
            words = match[0].split(" ")
            first = 1 if words[0] in _SENTENCE_WORDS else 0
            name = _LEGAL_FORM.sub("", " ".join(words[first:]))
            if " " in name:
                yield match.start() + len(" ".join(words[:first])) + bool(first), name


def english_policies(text: str, start: int, end: int) -> Iterator[EnglishPolicy]:
    """Yield the policies whose titles a sentence gives in capitals."""
    for match in _POLICY.finditer(text, start, end):
        by = _ISSUED_BY.search(text, match.end(), end) or _ISSUED_BY.search(
            text, start, match.start()
        )
        who = by or _ISSUES.search(text, start, match.start())
        issuer = re.sub(r"^(?:In [A-Z]\w+ \d* ?)?[Tt]he ", "", who["issuer"]).strip() if who else ""
        title = match["title"].removeprefix("The ")
        dated = (by.end(), by.end() + 8) if by else (start, match.start())
        yield EnglishPolicy(match.end() - len(title), match.end(), title, issuer, *dated)
