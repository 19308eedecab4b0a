"""``medbrief add``: a document becomes a source, with what it says about itself as guesses."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from tests.cli.command import Answer
from tests.cli.inside import run
from tui.load import load_content
from tui.model import Source

ARTICLE = """# 夜间问诊的第二年

来源：晨星周刊　作者：周七　2024-05-06 09:31

2023年线上问诊市场规模为118亿元。夜间问诊的医生越来越多，患者也不再排队。
"""
PAGE = """<!DOCTYPE html><html><head><meta charset="{charset}"><title>夜间问诊的第二年</title>
<meta property="og:site_name" content="晨星周刊"><meta name="author" content="周七">
<meta property="article:published_time" content="2024-05-06">
<link rel="canonical" href="https://www.chenxing.example/2024/night.html"></head><body>
<nav><a href="/">首页</a><a href="/about">关于我们</a></nav><article><h1>夜间问诊的第二年</h1>
<p>2023年线上问诊市场规模为118亿元。夜间问诊的医生越来越多，患者也不再排队。</p>
<p>业内人士认为，信任是最大的瓶颈，价格战有望在未来三年内结束，平台之间的竞争会更加理性。</p>
<p>三年前，夜里发烧的孩子只能等到天亮。如今家长打开手机，十分钟内就有值班医生回复，药品在一小时内送到家门口。</p>
<p>平台方面说，夜间值班的医生多数来自公立医院，他们在下班后自愿登记，每晚接诊不超过二十人，报酬按次结算。</p>
<p>也有医生担心，隔着屏幕看不清病情，最稳妥的建议仍是去医院。监管部门表示，正在研究夜间问诊的服务规范。</p>
</article><footer>版权所有</footer></body></html>"""


class Add:
    """The command on a copy of the sample; documents lie in a folder of their own."""

    def __init__(self, content: Path, folder: Path) -> None:
        self.content = content
        self.seeds = content.parent / "seeds"
        self._folder = folder

    def __call__(self, name: str, data: str | bytes, *options: str) -> Answer:
        file = self._folder / name
        file.write_bytes(data.encode() if isinstance(data, str) else data)
        common = ("--content", str(self.content), "--lang", "en")
        result = run("add", str(file), *options, *common)
        assert isinstance(result.code, int)
        return Answer(result.code, result.out.encode(), result.err.encode())

    def source(self, identity: str) -> Source:
        content = load_content(self.content)
        return next(one for one in content.sources if one.id == identity)

    def original(self, name: str) -> bytes:
        return (self.seeds / "originals" / name).read_bytes()


@pytest.fixture
def add(sample_copy: Path, tmp_path: Path) -> Iterator[Add]:
    folder = tmp_path / "documents"
    folder.mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("MEDBRIEF_ORIGINALS", raising=False)
        yield Add(sample_copy, folder)


def test_a_markdown_article_is_a_source_at_once(add: Add) -> None:
    answer = add("night.md", ARTICLE)
    assert answer.code == 0, answer.message
    source = add.source("night-2024")
    assert source.title.zh == "夜间问诊的第二年"
    assert source.date_published == "2024-05-06"
    assert source.author is not None
    assert source.author.zh == "周七"
    assert source.producer is not None
    assert source.producer.zh == "晨星周刊"
    assert add.original(source.original.file) == ARTICLE.encode()
    assert source.original.size == len(ARTICLE.encode())
    assert source.original.sha256 == sha256(ARTICLE.encode()).hexdigest()
    assert "medbrief review night-2024" in answer.message
    assert add.original(".gitignore") == b"*\n"


def test_guesses_are_reported_until_they_are_confirmed(add: Add) -> None:
    add("night.md", ARTICLE)
    record = add.seeds / "night-2024.toml"
    common = ("--content", str(add.content), "--lang", "en")
    checked = run("check", *common).out
    assert "date_published is not confirmed (# guessed)" in checked
    assert "license is not confirmed (# to do)" in checked
    lines = record.read_text("utf-8").splitlines()
    record.write_text("\n".join(line.split("  # ")[0] for line in lines) + "\n", "utf-8")
    assert "S109" not in run("check", *common).out


def test_a_document_that_is_added_breaks_no_check_of_the_others(add: Add) -> None:
    common = ("--content", str(add.content), "--lang", "en")
    assert run("check", *common).code == 0
    add("night.md", ARTICLE)
    checked = run("check", *common)
    assert "S102" not in checked.out
    assert "quotations not checked" in checked.err


def test_the_review_of_an_added_document_finds_its_figures(add: Add) -> None:
    add("night.md", ARTICLE)
    result = run("review", "night-2024", "--content", str(add.content), "--lang", "en")
    assert "118亿元 · 2023" in result.out


@pytest.mark.parametrize("charset", ["utf-8", "gbk"])
def test_the_main_text_of_a_page_is_kept_beside_the_page(add: Add, charset: str) -> None:
    pytest.importorskip("trafilatura")
    page = PAGE.format(charset=charset).encode(charset)
    answer = add("page.html", page)
    assert answer.code == 0, answer.message
    source = add.source("chenxing-2024")
    assert source.url == "https://www.chenxing.example/2024/night.html"
    assert source.date_published == "2024-05-06"
    text = add.original("chenxing-2024.txt").decode()
    assert "118亿元" in text
    assert "关于我们" not in text
    assert add.original("chenxing-2024.raw.html") == page


def test_text_in_gbk_is_converted_and_kept(add: Add) -> None:
    data = "夜间问诊\n2023年线上问诊市场规模为118亿元。\n".encode("gb18030")
    assert add("notes.txt", data).code == 0
    source = add.source("notes")
    assert "118亿元" in add.original(source.original.file).decode("utf-8")
    assert add.original(f"{source.id}.raw.txt") == data
    assert source.date_inferred is not None
    assert source.date_inferred.earliest == "2023"


@pytest.mark.parametrize(
    "text",
    [
        "The bay line\n\nThe owner expects 20 ferries by 2020.\n",
        "The bay line\n\nMore than 30 boats will sail in 2019.\n",
        "The bay line\n\nThe boats are white.\n",
        "The bay line\n\nThe boats will sail in 2094.\n",
    ],
)
def test_what_a_document_does_not_say_is_asked_for(add: Add, text: str) -> None:
    assert add("bay.txt", text).code == 0
    source = add.source("bay")  # no year: none is known
    assert source.type == "document"
    assert source.date_published is None
    assert source.date_inferred is not None
    assert source.date_inferred.earliest is None
    record = (add.seeds / "bay.toml").read_text("utf-8")
    marked = [line.split(" ")[0] for line in record.splitlines() if line.endswith("# to do")]
    assert {"type", "date_inferred"} <= set(marked)
    assert "article-newspaper" in record
    assert "20" not in record.partition("date_inferred =")[2].partition("\n")[0]


def test_the_years_in_the_text_of_a_page_are_not_its_date(add: Add) -> None:
    pytest.importorskip("trafilatura")
    head = PAGE.format(charset="utf-8").replace('property="article:published_time"', 'name="x"')
    page = head.replace("2024-05-06", "").replace("/2024/", "/").replace("2023年", "到2025年")
    assert add("page.html", page.replace("三年前", "2015年")).code == 0
    source = add.source("chenxing")
    assert source.date_published is None
    assert source.date_inferred is not None
    assert source.date_inferred.earliest == "2015"


def test_a_pdf_is_read(add: Add) -> None:
    pytest.importorskip("pypdf")
    answer = add("report.pdf", _pdf("Online visits reached 118 million in 2023."))
    assert answer.code == 0, answer.message
    (source,) = (one for one in load_content(add.content).sources if one.id.startswith("report"))
    assert b"118 million" in add.original(source.original.file)
    assert add.original(f"{source.id}.raw.pdf").startswith(b"%PDF-")


def test_a_pdf_without_text_is_refused(add: Add) -> None:
    pytest.importorskip("pypdf")
    answer = add("scan.pdf", _pdf(""))
    assert answer.code == 2
    assert "no text" in answer.message


def test_a_document_that_is_there_is_recognized(add: Add) -> None:
    add("night.md", ARTICLE)
    before = sorted(path.name for path in add.seeds.rglob("*"))
    answer = add("copy.md", ARTICLE)
    assert answer.code == 0
    assert "already exists as source 'night-2024'" in answer.message
    assert sorted(path.name for path in add.seeds.rglob("*")) == before


def test_a_changed_document_is_replaced_on_request(add: Add) -> None:
    add("night.md", ARTICLE)
    record = add.seeds / "night-2024.toml"
    record.write_text("# mine\n" + record.read_text("utf-8"), "utf-8")
    changed = ARTICLE.replace("118", "120")
    answer = add("night.md", changed)
    assert answer.code == 2
    assert "'night-2024' is another version" in answer.message
    assert add("night.md", changed, "--replace").code == 0
    assert add.original("night-2024.md") == changed.encode()
    assert add.source("night-2024").original.sha256 == sha256(changed.encode()).hexdigest()
    assert record.read_text("utf-8").startswith("# mine\n")


@pytest.mark.parametrize(
    ("name", "data", "options", "message"),
    [
        ("a.docx", b"PK\x03\x04", (), "unsupported format ZIP"),
        ("a.bin", b"\x00\x01\x02", (), "unsupported format binary"),
        ("a.md", ARTICLE, ("--id", "Night 1"), "invalid id"),
        ("a.md", ARTICLE, ("--id", "herald-2023"), "already used"),
        ("a.md", ARTICLE, ("--replace",), "no source is another version"),
    ],
)
def test_what_cannot_be_added_is_said(
    add: Add, name: str, data: str | bytes, options: tuple[str, ...], message: str
) -> None:
    answer = add(name, data, *options)
    assert answer.code == 2
    assert message in answer.message
    assert not (add.seeds / "originals").exists()


def test_a_missing_file_is_named(add: Add) -> None:
    result = run("add", "nowhere.txt", "--content", str(add.content), "--lang", "en")
    assert result.code == 2
    assert "cannot read nowhere.txt" in result.err


def _pdf(text: str) -> bytes:
    """A PDF of one page with one line."""
    stream = f"BT /F1 12 Tf 72 700 Td ({text}) Tj ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(data)
    data += b"xref\n0 6\n0000000000 65535 f \n"
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + b"trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start
