from __future__ import annotations

from pathlib import Path

import pytest

from tests.check.briefing import changed, with_checksums
from tests.check.findings import find, formatted
from tests.check.near_misses import NEAR_MISSES, NearMiss


@pytest.mark.parametrize(
    "near", NEAR_MISSES, ids=[f"{near.rule} {near.name}" for near in NEAR_MISSES]
)
def test_near_miss_is_not_reported(tmp_path: Path, near: NearMiss) -> None:
    findings = find(tmp_path, with_checksums(changed(*near.changes)))
    assert not findings, formatted(findings)
