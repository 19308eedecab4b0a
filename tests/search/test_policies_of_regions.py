"""A question for the policies of several regions is answered by these, not by the governments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.search.find import find_all
from tui.store import open_store

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
