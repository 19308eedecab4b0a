"""Examples in English of the rules whose own examples are in Chinese, and of errors of loading."""

from __future__ import annotations

from typing import NamedTuple

from tui.text.language import Language, Wording


class RuleExample(NamedTuple):
    """``incorrect`` and ``correct``: lines of TOML."""

    incorrect: str
    correct: str


_LINES = 'text = "In 2022 {fact:market-size@2022 12 million people}."'
ENGLISH_EXAMPLES: dict[str, RuleExample] = {
    code: RuleExample(incorrect, correct)
    for code, incorrect, correct in (
        ("Q201", 'exact = "38.18 million"   # printed: 38,18 million', 'exact = "38,18 million"'),
        ("Q202", 'exact = "three lines"', 'exact = "three lines", prefix = "the bay has "'),
        ("Q203", 'value = 30\ncitations = [{ exact = "the fleet grows" }]',
         'value = 30\ncitations = [{ exact = "a fleet of 30 boats" }]'),
        ("Q204", 'exact = "43% of the boats, the port says"',
         'exact = "43% of the boats, the port says", via = "Port of the Bay"'),
        ("Q205", 'citations = [{ relation = "derived", … }]', 'note = "364 less 16"'),
        ("Q206", 'value = 353\nunit = "people"\ncitations = [{ exact = "353 million people" }]',
         'value = 353\nunit = "million people"'),
        ("Q207", 'value = 12\ntype = "growth"\ncitations = [{ exact = "down 12%" }]',
         "value = -12"),
        ("Q208", 'period = "2019-12"\ncitations = [{ exact = "In December 2025, 492 boats" }]',
         'period = "2025-12"'),
        ("Q212", 'id = "profit"\ncitations = [{ exact = "revenue of 30 million" }]',
         'id = "revenue"\ncitations = [{ exact = "revenue of 30 million" }]'),
        ("Q213", 'exact = "a fleet of 30 boats", via = "Port of the Bay"\n…\n'
         'exact = "a fleet of 30 boats"',
         'exact = "a fleet of 30 boats", via = "Port of the Bay"\n…\n'
         'exact = "a fleet of 30 boats", via = "Port of the Bay"'),
        ("K401", "value = 30 (2022)  value = 35 (2022)",
         'rank = "preferred"\nreason_for_rank = "The outcome; the other is a forecast."'),
        ("K402", 'reason_for_rank = "newer"', 'reason_for_rank = "the outcome, not a forecast"'),
        ("K403", 'as_printed = "2832 boats"\ncitations = [{ exact = "28.32 boats" }]',
         'as_printed = "28.32 boats"'),
        ("K407", "value = 49 (2025)  value = 41 (2025-12)",
         'rank = "deprecated"\nreason_for_rank = "It counts some boats twice."'),
        ("K408", 'type = "growth" period = "2022" value = 10.5  …  value = 12',
         'disputed = "It contradicts the figures of 2021 and 2022."'),
        ("K409", 'value = 4 comparator = ">"   value = 4   # of one period',
         'value = 4\ncitations = [{ exact = "4 boats" }, { exact = "more than 4 boats" }]'),
        ("E601", 'aliases = ["The Line"]   # in two records', 'aliases = ["The Bay Line"]'),
        ("E602", 'number = "Order 47/2019"',
         'number = "Order No. 47"   # as document_numbers says'),
        ("E603", 'number = "Order No. 47 of 2019"\nissued = "2020"', 'issued = "2019"'),
        ("E608", 'issued = "2022-03-18"\ncitations = [{ exact = "issued on March 8, 2022" }]',
         'issued = "2022-03-08"'),
        ("F801", 'text = "In 2022 there were 12 million people."', _LINES),
        ("F802", "{fact:market-size@2021-10 ~10 million people}",
         "{fact:market-size@2022 12 million people}"),
        ("F804", '"In 2022 {fact:market-size@2022}."', _LINES),
        ("F805", "{fact:market-size@2022 11 million people}   # the record has 12",
         "{fact:market-size@2022 12 million people}"),
        ("F806", 'text = "In 2022 {market-size@2022}."', _LINES),
        ("F808", 'text = "It carries {fact:riders@2030:forecast 15 million people} in 2030."',
         'text = "It is expected to carry {fact:riders@2030:forecast 15 million people} in 2030."'),
        ("N301", 'value = 1600\ncitations = [{ exact = "more than 1,600 boats" }]',
         'value = 1600\ncomparator = ">"'),
        ("N302", 'status = "reported"\ncitations = [{ exact = "is expected to reach 97 by 2025" }]',
         'status = "forecast"'),
        ("N304", 'unit = "%"', 'unit = "%"\ndenominator = "ferries"'),
        ("N306", 'unit = "USD million"  …  [[observations]] unit = "million people"',
         'unit = "USD million"  …  [[observations]] unit = "USD billion"'),
        ("N307", "value = 28.32 (2016)  value = 55870 (2020)",
         'as_printed = "28.32 boats" with a correction, or a note'),
        ("R311", 'value = 31.79\ntype = "growth"\nstart = "fleet@2016"\nend = "fleet@2020"',
         'type = "cagr"\ncalled = "growth rate"'),
        ("R312", "part = 578 boats, whole = 283 boats", "part = 57.8 boats as printed"),
        ("R313", 'value = 25 (from 100 to 125)\ndisputed = "It does not fit."', "value = 25"),
        ("S105", 'source_descriptor = "A page"',
         'source_descriptor = "A teaser by the seller of the report; no method is given."'),
        ("S108", "&#99;af&eacute;", "café"),
        ("B503", 'basis = "fact"\ntext = "It is the largest line."', 'basis = "source_claim"'),
        ("B504", 'basis = "fact"\ntext = "The rule led to a boom."', 'basis = "source_claim"'),
        ("B505", 'force = "required"\ncitations = [{ exact = "trials are encouraged" }]',
         'force = "encouraged"'),
        ("T708", 'text = "TODO"', "(a text)"),
        ("T710", 'summary = "990 boats."   # no quote says so',
         'summary = "364 boats."\ncitations = [{ exact = "364 boats", … }]'),
        ("T714", 'short = "The plan for the trial of electric boats in all the bays"',
         'short = "Trial of electric boats"'),
        ("T715", 'title = "Notice issuing the work plan for the trial of electric boats"',
         'short = "Plan for the trial of electric boats"'),
        ("T716", 'reason = "The same article has another figure."',
         'reason = "The Harbor Gazette also has another figure."'),
        ("T717", 'text = "Same project: raise its capacity."',
         'text = "Quay project: raise its capacity."'),
        ("L007", 'id = "fleet"\ntitle = "Fleet"   # a statistic without summary, scope …',
         'summary = "…"\nscope = "…"'),
        ("L008", 'unit = "boat"', 'unit = "boats"   # as units of briefing.toml says'),
        ("L011", 'related = ["flet"]', 'related = ["fleet"]'),
    )
}  # fmt: skip
_LOADING = (
    ("L007", "没有这一项，记录就不完整。", "The record is incomplete without this field."),
    (
        "L008",
        "程序只认识列出的值；猜测会写错事实。",
        "Only the listed values have a meaning; to guess which was meant could change a fact.",
    ),
    (
        "L011",
        "指向不存在的记录，读者点开就是空的。",
        "A link to a record that does not exist leads readers nowhere.",
    ),
)
REASONS: dict[str, Wording] = {code: Wording(zh, en) for code, zh, en in _LOADING}
"""Why an error of loading is one, for those that editors meet most."""


def example_of(code: str, language: Language, own: RuleExample | None = None) -> RuleExample | None:
    """Return the example that readers of a language understand. ``own``: the rule's."""
    english = ENGLISH_EXAMPLES.get(code)
    return english if english and (language == "en" or own is None) else own
