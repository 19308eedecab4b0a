from __future__ import annotations

from pathlib import Path

import pytest

from tests.check.briefing import changed, sealed
from tests.check.findings import find, told
from tests.check.near_misses import NEAR_MISSES, NearMiss


@pytest.mark.parametrize(
    "near", NEAR_MISSES, ids=[f"{near.rule} {near.name}" for near in NEAR_MISSES]
)
def test_what_only_looks_like_a_breach_is_not_told(tmp_path: Path, near: NearMiss) -> None:
    findings = find(tmp_path, sealed(changed(*near.changes)))
    assert not findings, told(findings)
