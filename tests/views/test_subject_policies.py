"""The policies of a short brief: their order, and what each says on the subject."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from pathlib import Path

import pytest

from tui.document import Document, Heading, Paragraph, Span, Table, TableRow, plain_text
from tui.document.shared_labels import FORCE_WORDS
from tui.store import Store, open_store
from tui.text.language import Language, Wording
from tui.views import messages
from tui.views.quote_numbering import QuoteNumbering
from tui.views.subject_brief import subject_brief
from tui.views.subject_conclusion import conclusions
from tui.views.subject_evidence import joined_clauses
from tui.views.subject_policies import forces_of, policies_of, policy_blocks
from tui.views.subject_provisions import EVERY_PROVISION, SubjectPolicy, provisions_on


def _takeaways(page: Document) -> list[str]:
    """Return the paragraphs under the first heading, which says that they are the takeaways."""
    first, *others = page.blocks
    assert first == Heading("Key takeaways")
    said = takewhile(lambda block: isinstance(block, Paragraph), others)
    return [plain_text(block.spans) for block in said if isinstance(block, Paragraph)]


def _table(page: Document) -> Table:
    return next(block for block in page.blocks if isinstance(block, Table))


def _cells(row: TableRow) -> list[str]:
    """Return the cells of a row, lines of one joined."""
    return ["\n".join(map(plain_text, cell)) for cell in ((row.label,), *row.cells)]


def _said(store: Store, policies: Sequence[SubjectPolicy], language: Language) -> list[str]:
    """Return the takeaways without their citation marks."""
    evidence = QuoteNumbering(store, language, dated=False)
    found = conclusions(store, policies, evidence, language)
    return ["".join(span.text for span in spans if span.role != "cite") for spans in found]


def test_a_policy_has_date_title_issuer_force_and_provision(sample_store: Store) -> None:
    page = subject_brief(sample_store, "insurance-payment", "en")
    table = _table(page)
    heads = [table.label_head, *map(plain_text, table.heads)]
    assert heads == ["Date", "Policy", "Issuer", "Force", "What it says on the subject"]
    *cells, said = next(row for row in map(_cells, table.rows) if row[0] == "Aug 2019")
    title = "Notice on improving prices and insurance payment for online care"
    assert cells == [
        "Aug 2019",
        f"{title}\n国医署发〔2019〕47号",
        "National Medical Agency\nNational",
        "Declarative",
    ]
    assert said.startswith("Insurance pays for online follow-ups.[")  # its force is in a column
    mark = int(said.rpartition("[")[2].rstrip("]"))
    quote = next(quote for quote in page.quotes if quote.number == mark)
    assert quote.exact == "将线上复诊纳入医保支付"


def test_a_brief_on_policies_begins_with_what_they_amount_to(sample_store: Store) -> None:
    newest, older, binding, count, *others = _takeaways(
        subject_brief(sample_store, "insurance-payment", "en")
    )
    assert newest == (
        "Notice on trial insurance payment for online consultation (卫发〔2021〕9号, May 2021): "
        "Follow-ups of chronic disease may be paid by insurance[1] (permits)."
    )
    assert older.endswith(
        " (国医署发〔2019〕47号, Aug 2019): "
        "Insurance pays for online follow-ups[2] (states what is or will be)."
    )
    assert binding == (
        "No quoted wording is mandatory; 1 policy permits, 1 states what is or will be."
    )
    # The newest of all has nothing on the subject, so it is not among the takeaways before.
    assert count.startswith("3 policies, Aug 2019 to Nov 2022; the newest is ")
    assert count.endswith(" (Nov 2022). One has no provision quoted on the subject.")
    assert others == [
        "Share of online hospitals with insurance payment, 2022: 43% (estimate; Wangchuan 2024)[3]"
    ]
    policies = policies_of(sample_store, ["policy-canglan-measures"], "supervision")
    assert _said(sample_store, policies, "zh") == [
        "沧岚省线上诊疗服务管理办法（试行）（沧卫规〔2021〕3号，2022年1月）：首诊须在线下进行（措辞：要求）。",
        "引文中有强制性表述；要求1项。",
    ]
    undated = policies_of(sample_store, ["policy-county-subsidy"], "market")
    assert _said(sample_store, undated, "en") == [
        "Nothing quoted on the subject has a verb of force.",
        "1 policy (status unknown), of no known date. One has no provision quoted on the subject.",
    ]


def test_policies_are_newest_first_and_undated_ones_last(sample_store: Store) -> None:
    ids = [
        "policy-data-draft",
        "policy-county-subsidy",
        "policy-guidance-2018",
        "policy-night-2023",
    ]
    found = policies_of(sample_store, ids, "supervision")
    assert [policy.id for policy in found] == [*reversed(ids[2:]), *ids[:2]]


def test_a_doubtful_policy_is_behind_an_older_one(sample_copy: Path) -> None:
    policy = sample_copy / "policies" / "policy-night-2023.toml"
    policy.write_text(policy.read_text("utf-8").replace("issued =", 'status = "unknown"\nissued ='))
    with open_store(str(sample_copy), {"XDG_CACHE_HOME": str(sample_copy.parent)}) as store:
        found = policies_of(store, ["policy-night-2023", "policy-guidance-2018"], "supervision")
    assert [policy.id for policy in found] == ["policy-guidance-2018", "policy-night-2023"]


def test_the_provisions_on_the_subject_are_shown_each_with_its_force(sample_copy: Path) -> None:
    policy = sample_copy / "policies" / "policy-cross-province-2022.toml"
    text = policy.read_text("utf-8").replace('whole_themes = ["insurance-payment"]\n', "")
    citation = '[{ source = "bureau-2023", exact = "慢性病长期管理综合试点", gloss = "a pilot" }]'
    for force, words in (("stated", "Costs are linked."), ("explored", "Try paying.")):
        text += (
            f'\n[[provisions]]\ntext = {{ zh = "衔接。", en = "{words}" }}\nforce = "{force}"\n'
            f'themes = ["insurance-payment"]\ncitations = {citation}\n'
        )
    policy.write_text(text, "utf-8")
    with open_store(str(sample_copy), {"XDG_CACHE_HOME": str(sample_copy.parent)}) as store:
        (found,) = policies_of(store, [policy.stem], "insurance-payment")
        (other,) = policies_of(store, [policy.stem], "pharmacy")
        table = _table(subject_brief(store, "insurance-payment", "en"))
    assert [(each.number, each.force) for each in found.provisions] == [
        (3, "stated"),
        (4, "explored"),
    ]
    *_, force, said = next(row for row in map(_cells, table.rows) if "Try paying" in row[-1])
    assert force == "Explored, declarative"
    first, _, second = said.partition("[")
    assert first == "Costs are linked"
    assert "] (declarative). Try paying[" in second
    assert second.endswith("] (explored).")
    (summary,) = other.provisions
    assert (summary.number, summary.force) == (0, "")
    assert summary.text.en == "Allows prescriptions to circulate between provinces."


def test_of_many_provisions_one_of_each_force_is_named_and_the_rest_counted(
    sample_copy: Path,
) -> None:
    policy = sample_copy / "policies" / "policy-cross-province-2022.toml"
    text, added = policy.read_text("utf-8"), ""
    citation = '[{ source = "bureau-2023", exact = "慢性病长期管理综合试点", gloss = "a pilot" }]'
    for number, force in enumerate(("explored", "explored", "stated"), 3):
        added += (
            f'\n[[provisions]]\ntext = {{ zh = "第{number}。", en = "Number {number}." }}\n'
            f'force = "{force}"\nthemes = ["supervision"]\ncitations = {citation}\n'
        )
    policy.write_text(text + added, "utf-8")
    with open_store(str(sample_copy), {"XDG_CACHE_HOME": str(sample_copy.parent)}) as store:
        policies = policies_of(store, [policy.stem], "supervision")
        evidence = QuoteNumbering(store, "en", dated=False)
        *_, table = policy_blocks(store, policies, 1, evidence, "en")
    assert isinstance(table, Table)
    said = _cells(table.rows[0])[-1]
    assert "Prescriptions may circulate" in said
    assert "A combined pilot" in said
    assert "Number 3" not in said
    assert "Number 5" in said
    assert said.endswith(" (and 2 more)")


def test_where_not_all_policies_fit_one_of_each_force_is_kept(sample_store: Store) -> None:
    ids = [
        row[0]
        for row in sample_store.query(
            "SELECT id FROM facets WHERE facet = 'tag' AND value = 'supervision' "
            "AND id IN (SELECT id FROM policies)"
        )
    ]
    policies = policies_of(sample_store, ids, "supervision")
    forces = {each.force for policy in policies for each in policy.provisions if each.force}
    count = forces_of(policies)
    assert 1 < count < len(policies)
    evidence = QuoteNumbering(sample_store, "en", dated=False)
    heading, *_, table, left_out = policy_blocks(sample_store, policies, count, evidence, "en")
    assert isinstance(left_out, Paragraph)
    assert heading == Heading(f"Policies ({count} of {len(policies)})")
    assert isinstance(table, Table)
    assert len(table.rows) == count
    shown = ", ".join(_cells(row)[3] for row in table.rows).lower()
    assert all(FORCE_WORDS[force].en.lower() in shown for force in forces)
    first, *_, whole = policy_blocks(sample_store, policies, len(policies), evidence, "en")
    assert first == Heading("Policies")
    assert isinstance(whole, Table)
    titles = [_cells(row)[1] for row in whole.rows]
    places = [titles.index(_cells(row)[1]) for row in table.rows]
    assert places == sorted(places)
    shown_titles = [_cells(row)[1] for row in table.rows]
    hidden = [title for title in titles if title not in shown_titles]
    assert hidden
    assert all(each.partition("\n")[0] in plain_text(left_out.spans) for each in hidden)


def test_a_doubtful_policy_is_counted_apart_and_a_retelling_is_said(sample_store: Store) -> None:
    policies = policies_of(sample_store, ["policy-canglan-measures"], "supervision")
    (policy,) = policies
    assert "retelling" not in " ".join(_said(sample_store, policies, "en"))
    doubtful = policy._replace(is_doubtful=True)
    *_, counted, count = _said(sample_store, [policy, doubtful], "en")
    assert counted == (
        "Some quoted wording is mandatory; 1 policy requires; "
        "1 more, of doubtful attribution, requires."
    )
    exploring = tuple(each._replace(force="explored") for each in policy.provisions)
    plain = policy._replace(provisions=exploring)
    *_, counted, _count = _said(sample_store, [plain, doubtful, doubtful], "en")
    assert counted == (
        "Some quoted wording is mandatory; 1 policy explores; "
        "2 more, of doubtful attribution, require."
    )
    *_, counted, _count = _said(sample_store, [policy, plain._replace(is_doubtful=True)], "zh")
    assert counted == "引文中有强制性表述；要求1项；另有1项归属存疑，措辞为探索。"
    *_, counted = _said(sample_store, [doubtful], "en")
    assert counted == "Some quoted wording is mandatory; 1 policy requires."
    assert count.startswith("2 policies (1 of them doubtful: status unknown), ")
    retold = tuple(each._replace(is_retold=True) for each in policy.provisions)
    *_, binding = _said(sample_store, [policy._replace(provisions=retold)], "en")
    assert binding == (
        "Some quoted wording is mandatory; 1 policy requires (as retold by a source)."
    )


def test_policies_are_counted_by_force_and_the_newest_is_named_once(sample_store: Store) -> None:
    (policy,) = policies_of(sample_store, ["policy-canglan-measures"], "supervision")
    (provision, *_) = policy.provisions
    both = tuple(provision._replace(force=force) for force in ("promoted", "explored"))
    older = policy._replace(id="policy-night-2023", issued="2020-01", provisions=both[1:])
    undated = older._replace(issued="")
    policies = [policy._replace(provisions=both), older, undated]
    *said, binding, count = _said(sample_store, policies, "en")
    assert binding == (
        "No quoted wording is mandatory; 1 policy promotes, 3 explore "
        "(a policy may have several kinds)."
    )
    assert [text.partition(" (")[2].partition(")")[0] for text in said] == [
        *("trial", "卫发〔2023〕12号, Jan 2020"),
    ]
    assert count.startswith("3 policies, Jan 2020 to Jan 2022.")
    alone, _ = _said(sample_store, [undated], "en")
    assert " (卫发〔2023〕12号): " in alone
    assert alone.endswith(" (explores).")


def test_a_provision_has_the_mark_of_a_retelling(sample_store: Store) -> None:
    ids = ["policy-health-it-plan", "policy-canglan-measures"]
    found = provisions_on(sample_store, ids, EVERY_PROVISION)
    retold = {each: [item.is_retold for item in provisions] for each, provisions in found.items()}
    assert retold == {"policy-health-it-plan": [True], "policy-canglan-measures": [False, False]}


def test_a_dispute_on_the_subject_stays_however_long_the_brief_is(
    sample_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.views.subject_brief._LONGEST", 0)
    claim = sample_copy / "themes" / "claim-qinghe-largest.toml"
    text = claim.read_text("utf-8").replace("\n[[", '\nthemes = ["supervision"]\n[[', 1)
    claim.write_text(text, "utf-8")
    with open_store(str(sample_copy), {"XDG_CACHE_HOME": str(sample_copy.parent)}) as store:
        page = subject_brief(store, "supervision", "en")
    headings = [block.text for block in page.blocks if isinstance(block, Heading)]
    assert headings[0] == "Key takeaways"
    assert headings[1].startswith("Policies")
    assert messages.DISPUTED.en in headings


def test_a_brief_without_pages_leaves_no_policy_out(
    sample_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.views.subject_brief._LONGEST", 0)
    kinds = ("statistic", "statement", "disagreement", "gap", "policy", "player")
    monkeypatch.setattr("tui.views.subject_brief._MOST", dict.fromkeys(kinds, 1))
    short = subject_brief(sample_store, "insurance-payment", "en")
    whole = subject_brief(sample_store, "insurance-payment", "en", has_pages=False)
    policies = "SELECT id FROM facets JOIN records USING (id) WHERE kind = 'policy' AND value = ?"
    tagged = list(sample_store.query(policies, ("insurance-payment",)))
    assert len(_table(short).rows) < len(_table(whole).rows) == len(tagged)


def test_one_policy_of_each_strength_is_named_the_strongest_first(sample_store: Store) -> None:
    (policy,) = policies_of(sample_store, ["policy-canglan-measures"], "supervision")
    (provision, *_) = policy.provisions

    def issued(month: str, *forces: str, is_doubtful: bool = False) -> SubjectPolicy:
        said = [
            provision._replace(force=force, text=Wording(f"{force}。", f"{force}."))
            for force in forces
        ]
        return policy._replace(issued=month, provisions=tuple(said), is_doubtful=is_doubtful)

    policies = [
        issued("2023-03", "stated"),
        issued("2023-02", "", "explored"),
        issued("2023-01", "explored", "promoted"),
        issued("2022-05", "promoted"),
        issued("2019-01", "", "permitted"),
        issued("2018-01", "required", is_doubtful=True),
    ]
    said = [text.rpartition("): ")[2] for text in _said(sample_store, policies, "en")[:-2]]
    assert said == [
        *("permitted (permits).", "promoted. explored (promotes, explores)."),
        *("explored (explores).", "stated (states what is or will be)."),
    ]
    zh = _said(sample_store, policies, "zh")[:-2]
    assert [text.rpartition("）：")[2] for text in zh] == [
        *("permitted（措辞：允许）。", "promoted；explored（措辞：推进、探索）。"),
        *("explored（措辞：探索）。", "stated（措辞：一般表述）。"),
    ]
    assert "; the newest is " not in _said(sample_store, policies, "en")[-1]  # named before


def _provision(takeaway: str) -> str:
    return takeaway.rpartition("): ")[2].partition(" (")[0]


def test_of_equal_wording_national_policies_come_first(sample_store: Store) -> None:
    (policy,) = policies_of(sample_store, ["policy-canglan-measures"], "supervision")
    (provision, *_) = policy.provisions

    def of_level(level: str, month: str, force: str) -> SubjectPolicy:
        text = Wording(f"{level} {force}。", f"{level} {force}.")
        said = (provision._replace(force=force, text=text),)
        return policy._replace(issued=month, level=level, provisions=said)

    policies = [
        of_level("provincial", "2023-12", "promoted"),
        of_level("provincial", "2023-07", "explored"),
        of_level("provincial", "2023-06", "stated"),
        of_level("national", "2022-12", "stated"),
        of_level("national", "2022-10", "promoted"),
    ]
    said = [_provision(text) for text in _said(sample_store, policies, "en")[:-2]]
    assert said == ["national promoted", "national stated", "provincial explored"]
    said = [_provision(text) for text in _said(sample_store, policies[:3], "en")[:-2]]
    assert said == ["provincial promoted", "provincial explored", "provincial stated"]


@pytest.mark.parametrize(
    ("texts", "joined"),
    [
        (["甲。"], "甲。[]"),
        (["甲。", "乙。"], "甲[]；乙[]。"),
        (["甲。", "乙。", "丙"], "甲[]；乙[]；丙[]。"),
        (["甲。乙。", "丙。"], "甲。乙。[]丙。[]"),
    ],
)
def test_clauses_are_separated(texts: list[str], joined: str) -> None:
    clauses = [((Span(text),), (Span("[]", "cite"),)) for text in texts]
    assert plain_text(joined_clauses(clauses, "zh")) == joined
    english = [
        ((Span(f"{text}."),), marks) for text, (_, marks) in zip("ab", clauses, strict=False)
    ]
    assert plain_text(joined_clauses(english, "en")) == " ".join(["a.[]", "b.[]"][: len(english)])
