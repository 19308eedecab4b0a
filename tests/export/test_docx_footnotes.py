"""A text is one footnote of a Word document, also where several places refer to it."""

from __future__ import annotations

import re

from tui.export.docx_footnotes import without_repeated

_STYLE = '<w:rPr><w:rStyle w:val="FootnoteReference" /></w:rPr>'


def _document(*notes: int) -> str:
    return "".join(
        f'<w:p><w:r><w:t>text</w:t></w:r><w:r>{_STYLE}<w:footnoteReference w:id="{note}" /></w:r>'
        "</w:p>"
        for note in notes
    )


def _footnotes(**texts: str) -> str:
    own = '<w:footnote w:type="separator" w:id="-1"><w:p /></w:footnote>'
    notes = (
        f'<w:footnote w:id="{name[1:]}"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote>'
        for name, text in texts.items()
    )
    return f"<w:footnotes>{own}{''.join(notes)}</w:footnotes>"


def test_further_references_refer_to_the_first_footnote_by_its_number() -> None:
    footnotes = _footnotes(n20="A", n21="B", n22="A", n23="B", n24="C")
    document, kept = without_repeated(_document(20, 21, 22, 23, 24), footnotes)
    assert re.findall(r'<w:footnoteReference w:id="(\d+)"', document) == ["20", "21", "24"]
    assert re.findall(r'<w:footnote w:id="(\d+)"', kept) == ["20", "21", "24"]
    assert 'w:type="separator"' in kept
    marks = re.findall(r"NOTEREF (\w+) \\f \\h .*?<w:t>(\d)</w:t>", document)
    assert marks == [("note1", "1"), ("note2", "2")]
    starts = re.findall(r'<w:bookmarkStart w:id="(\d+)" w:name="(\w+)"/>', document)
    assert [name for _, name in starts] == ["note1", "note2"]
    assert [each for each, _ in starts] == re.findall(r'<w:bookmarkEnd w:id="(\d+)"/>', document)


def test_a_document_without_repeated_footnotes_stays_as_it_is() -> None:
    document, footnotes = _document(20, 21), _footnotes(n20="A", n21="B")
    assert without_repeated(document, footnotes) == (document, footnotes)
