"""E608: the date of issue of a policy and the one that its quotes name."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.check.briefing import changed, with_checksums
from tests.check.findings import find

_POLICY = "content/policies/policy-return-visit.toml"
_NOTE = '\nissued_note = { zh = "见另一份文件。", en = "As another document says." }'


@pytest.mark.parametrize(
    ("quote", "issued", "expected"),
    [
        ("2022年3月8日印发", '"2022-03-18"', ["E608"]),
        ("Issued on Mar. 8, 2022", '"2022-03-18"', ["E608"]),
        ("It was issued on March 8, 2022", '"2022-03-18"', ["E608"]),
        ("It was issued on 8 March 2022", '"2022-04"', ["E608"]),
        ("2022年3月8日印发", '"2022-03-08"', []),
        ("2022年3月8日印发", '"2022-03"', []),
        ("It was issued on 8 March 2022", '"2022"', []),
        ("2022年3月8日印发，2022年5月1日施行", '"2022-03-08"', []),
        ("2022年5月1日起施行", '"2022-03-08"', []),
        ("2022年3月印发", '"2022-03-08"', []),
        ("2022年3月8日印发", f'"2022-03-18"{_NOTE}', []),
    ],
)
def test_the_date_of_issue_is_that_of_the_quote(
    tmp_path: Path, quote: str, issued: str, expected: list[str]
) -> None:
    files = changed(
        ("originals/wanbao.txt", "复诊可以在网上进行", f"{quote}。复诊可以在网上进行"),
        (_POLICY, 'exact = "复诊可以在网上进行"', f'exact = "{quote}"'),
        (_POLICY, '"2022-03"', issued),
    )
    found = [item.problem.code for item in find(tmp_path, with_checksums(files))]
    assert [code for code in found if code.startswith("E")] == expected
