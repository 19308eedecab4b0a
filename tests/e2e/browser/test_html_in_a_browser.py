"""Exported pages in a real browser: on a phone, on a desktop, on paper."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.conftest import REAL_CONTENT, SAMPLE
from tests.e2e.browser.chromium import Chromium
from tests.e2e.browser.conftest import Exported
from tui.export.formats import export, write
from tui.export.page_contents import subject_contents
from tui.store import open_store
from tui.text.language import LANGUAGES, Language

_BROKEN_LINKS = """
[...document.querySelectorAll('a[href^="#"]')]
  .map(link => decodeURIComponent(link.hash.slice(1)))
  .filter(id => !document.getElementById(id))
"""
_TOO_WIDE = """
[...document.body.querySelectorAll('*')]
  .filter(each => each.getBoundingClientRect().right > innerWidth + 0.5)
  .map(each => each.outerHTML.slice(0, 80))
"""
_CUT_WORDS = """
[...document.querySelectorAll('td > span, thead th')].filter(each => {
  const range = document.createRange();
  range.selectNodeContents(each);
  const words = each.textContent.split(/\\s+/).filter(Boolean).length;
  return /^[\\x00-\\x7f]+$/.test(each.textContent) && range.getClientRects().length > words;
}).map(each => each.textContent)
"""
_HIGHER_THAN_THEIR_SPACE = """
[...document.querySelectorAll('article[class]')].map(record => {
  const space = parseFloat(getComputedStyle(record).containIntrinsicHeight.replace('auto ', ''));
  record.style.contentVisibility = 'visible';
  return [record.id, record.getBoundingClientRect().height, space];
}).filter(([_, height, space]) => !(height <= space))
"""
_RECORDS = (
    "online-patients",
    "changle-health",
    "disagreement-consultation-market",
    "yearbook-2024",
    "ecosystem-bundle",
)
_SIZE = "[document.documentElement.scrollWidth, innerWidth]"


def _check_fits(browser: Chromium) -> None:
    scrolled, window = browser.value(_SIZE)
    assert browser.value(_TOO_WIDE) == []
    assert scrolled <= window


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_briefing_on_a_phone(
    browser: Chromium, exported: Exported, language: Language
) -> None:
    path = exported(language)
    browser.open(path, 390)
    browser.value("document.querySelectorAll('details').forEach(each => { each.open = true })")
    assert browser.value(_SIZE)[1] == 390
    _check_fits(browser)
    assert browser.value("document.querySelectorAll('a[href^=\"#\"]').length") > 500
    assert browser.value(_BROKEN_LINKS) == []
    assert browser.complaints == []
    assert [url for url in browser.requests if url != "about:blank"] == [path.as_uri()]


@pytest.mark.parametrize("content", [SAMPLE / "content", REAL_CONTENT], ids=["sample", "live"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_record_on_a_phone_is_higher_than_the_space_reserved_for_it(
    browser: Chromium, tmp_path: Path, content: Path, language: Language
) -> None:
    path = tmp_path / "briefing.html"
    with open_store(str(content), os.environ) as store:
        text = export(store, store.identities(), "html", language, whole=True)
    path.write_text(text, encoding="utf-8", newline="")
    browser.open(path, 390)
    assert browser.value("document.querySelectorAll('article[class]').length") > 50
    assert browser.value(_HIGHER_THAN_THEIR_SPACE) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_a_record_fits_every_window(
    browser: Chromium, exported: Exported, width: int, language: Language
) -> None:
    for identity in _RECORDS:
        browser.open(exported(language, identity), width)
        _check_fits(browser)
        assert browser.value(_BROKEN_LINKS) == []
        assert browser.value(_CUT_WORDS) == []
    assert browser.complaints == []


def test_bar_lengths_are_proportional_to_the_figures(browser: Chromium, exported: Exported) -> None:
    browser.open(exported("zh", "consultation-market"), 1280)
    bars = browser.value(
        "[...document.querySelectorAll('.bar')].map(bar => bar.getBoundingClientRect().width)"
    )
    figures = [80, 130, 100, 200]
    assert len(bars) == len(figures)
    for bar, figure in zip(bars, figures, strict=True):
        assert bar / bars[-1] == pytest.approx(figure / figures[-1], abs=0.01)


def test_a_citation_mark_links_to_the_quotation_and_back(
    browser: Chromium, exported: Exported
) -> None:
    browser.open(exported("zh", "consultation-market"), 390)
    browser.value("document.querySelector('td a.cite').click()")
    assert "市场规模2021年为80亿元" in browser.value(
        "document.querySelector(':target').textContent"
    )
    browser.value("document.querySelector(':target a.back').click()")
    assert browser.value("document.querySelector(':target').textContent") == "[3]"


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_text_has_enough_contrast(browser: Chromium, exported: Exported, dark: bool) -> None:
    browser.open(exported("zh", "online-patients"), 1280, dark=dark)
    contrasts = browser.value(_CONTRASTS)
    assert contrasts
    assert {name: ratio for name, ratio in contrasts.items() if ratio < 4.5} == {}


# WCAG 2.1, contrast ratio, of each color that text has on the page.
_CONTRASTS = """(() => {
  const luminance = color => {
    const [r, g, b] = color.match(/\\d+/g).map(Number).map(each => {
      const part = each / 255;
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const paper = luminance(getComputedStyle(document.body).backgroundColor);
  const ratios = {};
  for (const each of document.body.querySelectorAll('*')) {
    const ink = getComputedStyle(each).color;
    const light = luminance(ink);
    ratios[ink] = (Math.max(light, paper) + 0.05) / (Math.min(light, paper) + 0.05);
  }
  return ratios;
})()"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_record_prints(browser: Chromium, exported: Exported, language: Language) -> None:
    browser.open(exported(language, "online-patients"), 1280)
    printed = browser.printed()
    assert printed.startswith(b"%PDF-")
    assert printed.count(b"/Type /Page\n") >= 2
    browser.ask("Emulation.setEmulatedMedia", media="print")
    shown = "getComputedStyle(document.querySelector('.back')).display"
    assert browser.value(shown) == "none"  # links back are of no use on paper


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_short_brief_has_at_most_two_pages(
    browser: Chromium, tmp_path: Path, language: Language
) -> None:
    content = Path(__file__).parents[3] / "content"
    path = tmp_path / "brief.html"
    with open_store(str(content), os.environ) as store:
        tags = [
            row[0] for row in store.query("SELECT DISTINCT value FROM facets WHERE facet='tag'")
        ]
        for tag in tags:
            path.write_text(write(subject_contents(store, tag, language), "html"), "utf-8")
            browser.open(path, 1280)
            for paper in ({"paperWidth": 8.27, "paperHeight": 11.69}, {}):  # A4, US Letter
                pages = browser.printed(**paper).count(b"/Type /Page\n")
                assert 1 <= pages <= 2, (tag, paper)


def test_a_hostile_title_runs_no_script(browser: Chromium, exported: Exported) -> None:
    path = exported("en", "online-patients")
    text = path.read_text(encoding="utf-8")
    from tui.export.html.markup import escaped

    hostile = escaped("<script>document.title = 'gone'</script><img src=x onerror='alert(1)'>")
    path.write_text(text.replace("<h1>", f"<h1>{hostile}"), encoding="utf-8")
    browser.open(path, 390)
    assert "atients" in browser.value("document.title")
    assert browser.value("document.images.length") == 0
    assert browser.complaints == []
