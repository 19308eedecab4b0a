"""``--format docx`` with the real pandoc: what Word gets, read back by pandoc."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.cli.command import Medbrief
from tui.export.docx import docx_file
from tui.text.language import LANGUAGES, Language

pytestmark = pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")


EMPTY_HEADING = re.compile(r"^#+ (?:Evidence|出处)", re.MULTILINE)
"""Above footnotes, which Word prints at the end of the page."""


def _plain(file: Path) -> str:
    return _as(file, "plain")


def _as(file: Path, form: str) -> str:
    command = ["pandoc", "--from=docx", f"--to={form}", "--wrap=none", "--standalone", str(file)]
    return subprocess.run(command, capture_output=True, check=True, timeout=60).stdout.decode()


@pytest.mark.parametrize(("lang", "title"), [("zh", "医保支付 · "), ("en", "Insurance payment · ")])
def test_a_brief_on_a_topic_is_a_word_document(
    bare: dict[str, str], tmp_path: Path, lang: str, title: str
) -> None:
    file = tmp_path / "brief.docx"
    words = ("export", "--tag", "insurance-payment", "-o", str(file), "--lang", lang)
    answer = Medbrief(bare).process(*words)
    assert (answer.code, answer.stdout, answer.message) == (0, b"", "")
    text = _plain(file)
    assert text.startswith(title)
    assert "[^" not in text, "a footnote was not recognized"
    assert not EMPTY_HEADING.search(_as(file, "commonmark")), "a heading without text"
    with zipfile.ZipFile(file) as package:
        properties = package.read("docProps/core.xml").decode()
        footer = package.read("word/footer-pages.xml").decode()
        relations = package.read("word/_rels/document.xml.rels").decode()
        types = package.read("[Content_Types].xml").decode()
        body = package.read("word/document.xml").decode()
    assert f"<dc:title>{title}" in properties
    (author,) = re.findall("<dc:creator>([^<]+)</dc:creator>", properties)
    assert author in footer
    assert re.findall('w:instr="([A-Z]+)"', footer) == ["PAGE", "NUMPAGES"]
    (footer_id,) = re.findall('<w:footerReference [^>]*r:id="([^"]+)"', body)
    assert f'Id="{footer_id}"' in relations
    assert "/word/footer-pages.xml" in types


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_command_line_is_literal_and_the_paper_is_a4(tmp_path: Path, lang: Language) -> None:
    file = tmp_path / "brief.docx"
    file.write_bytes(docx_file("# Title\n\n`medbrief list --tag pharmacy`, or --tag.\n", lang))
    assert "medbrief list --tag pharmacy, or --tag." in _plain(file)
    with zipfile.ZipFile(file) as package:
        assert package.testzip() is None
        for part in ("word/styles.xml", "word/document.xml"):
            ElementTree.fromstring(package.read(part))
        assert b'w:w="11906" w:h="16838"' in package.read("word/document.xml")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_chinese_characters_have_their_language_and_font(tmp_path: Path, lang: Language) -> None:
    file = tmp_path / "brief.docx"
    file.write_bytes(docx_file("# 标题\n\n| 时期 | 口径 |\n|---|---|\n| 2022 | 全国市场 |\n", lang))
    with zipfile.ZipFile(file) as package:
        parts = ("styles", "settings", "theme/theme1", "document")
        styles, settings, theme, text = (package.read(f"word/{each}.xml") for each in parts)
        for part in (styles, settings, theme, text):
            ElementTree.fromstring(part)
    assert re.findall(rb'<w:lang [^>]*w:eastAsia="([^"]*)"', styles) == [b"zh-CN"]
    assert re.findall(rb'<w:themeFontLang [^>]*w:eastAsia="([^"]*)"', settings) == [b"zh-CN"]
    assert b'w:eastAsiaTheme="minorHAnsi"' not in styles
    assert re.findall(rb'<a:ea typeface="([^"]*)"', theme) == ["黑体".encode(), "宋体".encode()]
    assert len(set(re.findall(rb'<w:gridCol w:w="(\d+)"', text))) == 2
