"""A question for the policies of several regions is answered by these, not by the governments."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tui.document.shared_labels import FORCE_WORDS, WORDING_IS_NOT_LAW
from tui.search.find import find_all
from tui.search.several.force_counts import binding_order
from tui.search.several.provision_topics import forces_on_topics
from tui.store import Store, open_store

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_OF_BOTH = {"policy-canglan-measures", "policy-cross-province-2022", "policy-night-2023"}


def test_policies_of_named_regions_are_listed(
    sample_copy: Path, environment: Mapping[str, str]
) -> None:
    _add_alias(sample_copy / "players" / "canglan-department.toml", "沧岚省", "Canglan Province")
    _add_alias(sample_copy / "players" / "health-bureau.toml", "本市", "The city")
    with open_store(str(sample_copy), environment) as store:
        for query in (
            "compare the policies of Canglan Province and The city",
            "Canglan Province and The city policies",
            "沧岚省和本市的政策对比",
            "沧岚省、本市的政策",
            "沧岚省与本市政策有什么不同",
        ):
            found = find_all(store, query)
            assert {hit.entry.id for hit in found.hits} == _OF_BOTH, query
        hits = find_all(store, "沧岚省和本市的医保支付政策对比").hits
        assert [hit.entry.id for hit in hits] == ["policy-cross-province-2022"]
        assert "none of The city" in hits[0].verdict.remark.en
        for query in (
            "沧岚省和本市政策措辞对比",
            "compare the wording of Canglan Province and The city policies",
        ):
            counts, *of_each = find_all(store, query).hits[0].verdict.remark.zh.split("\n")
            assert "按引文的措辞：" in counts, query
            assert len(of_each) == len(_OF_BOTH), query
        for query in ("沧岚省和本市对比", "compare Canglan Province and The city"):
            found = find_all(store, query)
            assert {hit.entry.kind for hit in found.hits} == {"player"}, query


def _add_alias(path: Path, *names: str) -> None:
    text = path.read_text("utf-8")
    quoted = ", ".join(f'"{name}"' for name in names)
    if "aliases = [" in text:
        text = text.replace("aliases = [", f"aliases = [{quoted}, ", 1)
    else:
        text = text.replace("\nrole = ", f"\naliases = [{quoted}]\nrole = ", 1)
    path.write_text(text, "utf-8")


def test_which_of_two_regions_is_stronger_goes_by_the_wording(
    sample_copy: Path, environment: Mapping[str, str]
) -> None:
    _add_alias(sample_copy / "players" / "canglan-department.toml", "沧岚省", "Canglan Province")
    _add_alias(sample_copy / "players" / "health-bureau.toml", "本市", "The city")
    with open_store(str(sample_copy), environment) as store:
        for query in (
            "沧岚省和本市哪个更强",
            "Canglan Province or The city, which is stronger",
            "which is stricter, Canglan Province or The city",
        ):
            found = find_all(store, query)
            ids = [hit.entry.id for hit in found.hits]
            order = binding_order(forces_on_topics(store, ids, ()))
            places = [order.get(identity, len(FORCE_WORDS)) for identity in ids]
            assert places == sorted(places), query
            assert len(ids) > 1, query
            assert found.hits[0].verdict.remark.en.endswith(WORDING_IS_NOT_LAW.en), query


@pytest.mark.parametrize(
    "query",
    [
        *("哪个省的医保支付政策最强", "医保支付哪个省措辞最强", "哪省的医保支付政策更严"),
        "which province has the strongest insurance payment policy",
    ],
)
def test_the_strongest_province_on_a_subject_has_provisions_on_it(
    sample_store: Store, query: str
) -> None:
    found = find_all(sample_store, query)
    assert "--tag" in found.command
    assert "provincial" in found.hits[0].verdict.remark.en
    assert [hit.entry.id for hit in found.hits] == ["policy-payment-2021"]
