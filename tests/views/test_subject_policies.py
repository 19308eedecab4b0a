"""The policies of a short brief: their order, and what each says on the subject."""

from __future__ import annotations

from pathlib import Path

from tui.document import Document, Heading, Paragraph, plain_text
from tui.document.shared_labels import FORCE_WORDS
from tui.store import Store, open_store
from tui.views.quote_numbering import QuoteNumbering
from tui.views.subject_brief import subject_brief
from tui.views.subject_policies import forces_of, policies_of, policy_blocks


def _lines(page: Document) -> list[str]:
    """Return the lines under the heading of the policies."""
    blocks = iter(page.blocks)
    next(block for block in blocks if isinstance(block, Heading) and block.text == "Policies")
    lines = []
    for block in blocks:
        if isinstance(block, Heading):
            break
        if isinstance(block, Paragraph) and block.bullet:
            lines.append(plain_text(block.spans))
    return lines


def test_a_policy_has_date_title_issuer_force_and_provision(sample_store: Store) -> None:
    page = subject_brief(sample_store, "insurance-payment", "en")
    line = next(line for line in _lines(page) if line.startswith("Aug 2019"))
    title = "Notice on improving prices and insurance payment for online care"
    said = "Declarative · Insurance pays for online follow-ups."
    assert line.startswith(f"Aug 2019 · {title} · National Medical Agency · {said}[")
    mark = int(line.rpartition("[")[2].rstrip("]"))
    quote = next(quote for quote in page.quotes if quote.number == mark)
    assert quote.exact == "将线上复诊纳入医保支付"


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


def test_every_provision_that_names_the_subject_is_shown(sample_copy: Path) -> None:
    policy = sample_copy / "policies" / "policy-cross-province-2022.toml"
    text = policy.read_text("utf-8")
    citation = '[{ source = "bureau-2023", exact = "慢性病长期管理综合试点", gloss = "a pilot" }]'
    for force, words in (("stated", "Insurance payment is linked."), ("explored", "Try payment.")):
        text += (
            f'\n[[provisions]]\ntext = {{ zh = "衔接医保支付。", en = "{words}" }}\n'
            f'force = "{force}"\ncitations = {citation}\n'
        )
    policy.write_text(text, "utf-8")
    with open_store(str(sample_copy), {"XDG_CACHE_HOME": str(sample_copy.parent)}) as store:
        (found,) = policies_of(store, [policy.stem], "insurance-payment")
        (other,) = policies_of(store, [policy.stem], "pharmacy")
        page = subject_brief(store, "insurance-payment", "en")
    assert [(each.number, each.force) for each in found.provisions] == [
        (3, "stated"),
        (4, "explored"),
    ]
    line = next(line for line in _lines(page) if "Try payment." in line)
    said, _, rest = line.partition("Insurance payment is linked.")
    assert said.endswith(" · Declarative · ")
    assert " · To be explored · Try payment." in rest
    (summary,) = other.provisions
    assert (summary.number, summary.force) == (0, "")
    assert summary.text.en == "Allows prescriptions to circulate between provinces."


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
    heading, *blocks = policy_blocks(sample_store, policies, count, evidence, "en")
    assert heading == Heading(f"Policies ({count} of {len(policies)})")
    lines = [
        plain_text(block.spans) for block in blocks if isinstance(block, Paragraph) and block.bullet
    ]
    assert len(lines) == count
    assert all(any(f" · {FORCE_WORDS[force].en} · " in line for line in lines) for force in forces)
    whole = [*policy_blocks(sample_store, policies, len(policies), evidence, "en")]
    assert whole[0] == Heading("Policies")
    places = [
        next(
            i
            for i, block in enumerate(whole)
            if isinstance(block, Paragraph)
            and plain_text(block.spans).partition("[")[0] == line.partition("[")[0]
        )
        for line in lines
    ]
    assert places == sorted(places)
