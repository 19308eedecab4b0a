"""The year of a name that is typed in pinyin is a part of the name, not a period."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.search import find
from tui.store import open_store


@pytest.mark.parametrize(
    "query", ["yejian jihua 2030", "ye jian ji hua 2030", "yjjh 2030", "夜间计划2030"]
)
def test_the_year_belongs_to_the_name(sample_copy: Path, query: str) -> None:
    policy = sample_copy / "policies" / "policy-night-2023.toml"
    lines = [each for each in policy.read_text("utf-8").splitlines() if "aliases" not in each]
    lines.insert(1, 'aliases = ["夜间计划2030"]')
    policy.write_text("\n".join(lines) + "\n", "utf-8")
    with open_store(str(sample_copy), {"XDG_CACHE_HOME": str(sample_copy.parent)}) as store:
        hit = find(store, query)[0]
    assert (hit.entry.id, hit.match) == ("policy-night-2023", "exact")
