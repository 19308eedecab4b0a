"""``medbrief check``: output, exit codes, ``--coverage``, ``--explain``, ``--fix``."""

from __future__ import annotations

import errno
import json
import os
import re

import pytest

from tests.check.briefing import CLEAN, changed, with_checksums, write
from tests.check.conftest import Check
from tests.check.violations import VIOLATIONS, violating_files
from tui.check import autofix
from tui.cli.main import main

_LINE = re.compile(r"([^:]+):(\d+):(\d+)  ([A-Z]\d{3})  (error|hint)  (\S.*)  -> (\S.*)")
_GAP = "content/gaps/gap-night-2022.toml"
_TWO = changed(
    (_GAP, "只有2021年的数。", "只有2021年,别无他年。"),
    ("content/statistics/clinics.toml", 'comparator = "~"\n', ""),
)
_UNLOADABLE = changed(
    ("content/statistics/clinics.toml", 'unit = "家"', 'unit = "加"'),
    (_GAP, "looked_in", "loked_in"),
)


def _example(code: str) -> dict[str, str]:
    return violating_files(next(example for example in VIOLATIONS if example.code == code))


def test_clean_briefing_exits_with_0_and_a_summary_on_stderr(check: Check) -> None:
    answer = check(CLEAN)
    assert (answer.code, answer.text) == (0, "")
    assert answer.message == "medbrief: checked 14 records: 0 errors, 0 hints\n"
    answer = check.again("--lang", "zh")
    assert answer.message == "medbrief: 已检查14条记录：0处错误，0处提示\n"


def test_sources_without_originals_are_named(
    check: Check,
) -> None:
    answer = check(_example("Q201"), originals=None)
    assert (answer.code, answer.text) == (0, "")
    assert answer.message.startswith("medbrief: originals missing, quotations not checked: suibi, ")
    assert answer.message.endswith("medbrief: checked 14 records: 0 errors, 0 hints\n")


def test_originals_next_to_the_source_records_are_found(check: Check) -> None:
    files = _example("Q201")
    beside = {name.replace("originals/", "seeds/originals/"): text for name, text in files.items()}
    answer = check(beside, originals=None)
    assert answer.code == 3
    assert "  Q201  " in answer.text


def test_errors_are_one_line_each_and_exit_with_3(check: Check) -> None:
    answer = check(_TWO)
    assert answer.code == 3
    matches = [_LINE.fullmatch(line) for line in answer.lines]
    assert [match and match.groups()[:5] for match in matches] == [
        ("content/gaps/gap-night-2022.toml", "5", "18", "T702", "error"),
        ("content/statistics/clinics.toml", "24", "9", "N301", "error"),
    ]
    assert answer.message == "medbrief: checked 14 records: 2 errors, 0 hints\n"
    chinese = check.again("--lang", "zh").lines
    assert "  T702  错误  中文里有半角标点“,”  -> 改用全角标点" in chinese[0]


def test_hints_exit_with_0(check: Check) -> None:
    answer = check(_example("B503"))
    assert answer.code == 0
    assert "  B503  hint  " in answer.text
    assert answer.message == "medbrief: checked 14 records: 0 errors, 1 hint\n"


def test_json_has_findings_in_both_languages(check: Check) -> None:
    answer = check(_TWO, "--json")
    assert answer.code == 3
    first, second = json.loads(answer.text)
    assert first == {
        "file": "content/gaps/gap-night-2022.toml",
        "line": 5,
        "column": 18,
        "code": "T702",
        "severity": "error",
        "message": {
            "zh": "中文里有半角标点“,”",
            "en": "half-width punctuation in Chinese: ','",
        },
        "mend": {
            "zh": "改用全角标点（可用--fix自动改）",
            "en": "use full-width punctuation (--fix can do this)",
        },
    }
    assert second.keys() == first.keys()
    assert "\\u" not in answer.text


def test_json_of_a_clean_briefing_is_an_empty_list(check: Check) -> None:
    answer = check(CLEAN, "--json")
    assert (answer.code, json.loads(answer.text)) == (0, [])


def test_invalid_content_is_reported_with_the_codes_of_loading(check: Check) -> None:
    answer = check(_UNLOADABLE)
    assert answer.code == 3
    matches = [_LINE.fullmatch(line) for line in answer.lines]
    assert {match and match[4] for match in matches} == {"L005", "L007", "L008"}
    count = len(answer.lines)
    assert answer.message == f"medbrief: error: content validation failed: {count} errors\n"
    objects = json.loads(check.again("--json").text)
    assert {item["severity"] for item in objects} == {"error"}
    assert {item["code"] for item in objects} == {"L005", "L007", "L008"}


def test_missing_content_is_reported(check: Check) -> None:
    answer = check({"content/readme.txt": "nothing"})
    assert answer.code == 3
    assert re.fullmatch(r"content  L012  error  .*  -> .*\n", answer.text)


def test_missing_original_is_an_error(check: Check) -> None:
    answer = check(_example("S102"))
    assert answer.code == 3
    assert [line.split("  ")[1] for line in answer.lines] == ["S102"]
    assert "suibi" in answer.message


def test_missing_originals_folder_lacks_every_original(check: Check) -> None:
    answer = check(CLEAN, originals="nowhere")
    assert answer.code == 3
    assert [line.split("  ")[1] for line in answer.lines] == ["S102", "S102"]


def test_originals_that_were_not_asked_for_need_not_be_complete(check: Check) -> None:
    files = {name: text for name, text in CLEAN.items() if not name.startswith("originals/")}
    beside = {**files, "seeds/originals/.gitignore": "*\n"}
    answer = check(beside, originals=None)
    assert (answer.code, answer.text) == (0, "")
    assert answer.message.startswith("medbrief: originals missing, quotations not checked: suibi, ")
    assert check.again(originals="seeds/originals").code == 3


def test_changed_original_is_an_error(check: Check) -> None:
    answer = check(_example("S101"))
    assert answer.code == 3
    assert [line.split("  ")[1] for line in answer.lines] == ["S101"]


@pytest.mark.parametrize("name", [".", "wan\\u0000bao.txt"])
def test_invalid_original_file_name_counts_as_missing(check: Check, name: str) -> None:
    answer = check(changed(("seeds/wanbao.toml", '"wanbao.txt"', f'"{name}"')))
    assert answer.code == 3
    assert [line.split("  ")[1] for line in answer.lines] == ["S102"]


def test_coverage_without_originals_is_a_usage_error(check: Check) -> None:
    answer = check(CLEAN, "--coverage", originals=None)
    assert (answer.code, answer.text) == (2, "")
    assert "--originals" in answer.message


def test_complete_coverage_exits_with_0(check: Check) -> None:
    answer = check(CLEAN, "--coverage")
    assert answer.code == 0
    assert [line.strip() for line in answer.lines if "quoted" in line] == [
        "100.0%  suibi: 1 of 1 figures are quoted",
        "100.0%  wanbao: 14 of 14 figures are quoted",
    ]
    aside = [line for line in answer.lines if "quoted" not in line]
    assert all(line.startswith("        excluded by form: date ") for line in aside)


def test_incomplete_coverage_exits_with_3(check: Check) -> None:
    files = with_checksums(changed(("originals/suibi.txt", "等着看", "等着看7,300家")))
    answer = check(files, "--coverage")
    assert answer.code == 3
    assert answer.lines[0] == " 50.0%  suibi: 1 of 2 figures are quoted"
    assert answer.lines[1].strip().startswith("not quoted: 7,300  …")
    (found, _) = json.loads(check.again("--coverage", "--json").text)
    assert {**found, "uncovered": [item["text"] for item in found["uncovered"]]} == {
        "source": "suibi",
        "figures": 2,
        "covered": 1,
        "uncovered": ["7,300"],
        "excluded": [],
        "by_form": {"date": 1},
    }


def test_coverage_with_a_missing_original_exits_with_3(check: Check) -> None:
    check(CLEAN, "--coverage")
    (check.folder / "originals/suibi.txt").unlink()
    answer = check.again("--coverage")
    assert answer.code == 3
    assert "suibi" in answer.message


def test_empty_code_is_not_explained(check: Check) -> None:
    answer = check(CLEAN, "--explain", "")
    assert (answer.code, answer.text) == (1, "")


def test_fix_reports_its_count_and_checks_again(check: Check) -> None:
    answer = check(changed((_GAP, "只有2021年的数。", "只有 2021年,的数。")), "--fix")
    assert (answer.code, answer.text) == (0, "")
    assert answer.message.startswith("medbrief: fixed automatically: 2\n")
    fixed = (check.folder / _GAP).read_text(encoding="utf-8")
    assert fixed == CLEAN[_GAP].replace("只有2021年的数。", "只有2021年，的数。")


def test_fix_leaves_other_errors(check: Check) -> None:
    answer = check(_TWO, "--fix")
    assert answer.code == 3
    assert [line.split("  ")[1] for line in answer.lines] == ["N301"]


def test_fix_writes_nothing_if_the_content_does_not_load(check: Check) -> None:
    files = {**_UNLOADABLE, _GAP: _UNLOADABLE[_GAP].replace("Only 2021", "Only  2021")}
    assert check(files, "--fix").code == 3
    assert (check.folder / _GAP).read_text(encoding="utf-8") == files[_GAP]


@pytest.mark.skipif(os.geteuid() == 0, reason="root can write read-only files")
def test_fix_reports_a_read_only_file(check: Check) -> None:
    files = changed((_GAP, "Only 2021", "Only  2021"))
    check(files)
    (check.folder / _GAP).chmod(0o444)
    answer = check.again("--fix")
    assert (answer.code, answer.text) == (74, "")
    assert answer.message == f"medbrief: error: cannot write {_GAP}: Permission denied\n"
    assert (check.folder / _GAP).read_text(encoding="utf-8") == files[_GAP]


def test_fix_reports_a_write_error(
    check: Check, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(path: str, data: bytes) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", path)

    write(check.folder, changed((_GAP, "Only 2021", "Only  2021")))
    monkeypatch.chdir(check.folder)
    monkeypatch.setattr(autofix, "write_file", refuse)
    code = main(["check", "--content", "content", "--lang", "en", "--fix"])
    printed = capsys.readouterr()
    assert (code, printed.out) == (74, "")
    assert printed.err == f"medbrief: error: cannot write {_GAP}: Permission denied\n"
