"""axe-core finds nothing in the exported briefing; the contents follow the reader."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.e2e.browser.chromium import Chromium
from tests.e2e.browser.conftest import Exported, npm_package
from tui.export.formats import export, write
from tui.export.page_contents import comparison_contents, timeline_contents
from tui.store import Store, open_store
from tui.text.language import LANGUAGES, Language
from tui.views import timeline_events

_RENDER_ALL = """
document.styleSheets[0].insertRule(
  'article, .references { content-visibility: visible !important }',
  document.styleSheets[0].cssRules.length);
document.querySelectorAll('details').forEach(each => { each.open = true });
"""
_RUN = """
axe.run(document, { rules: { 'target-size': { enabled: true } } }).then(found => JSON.stringify(
  found.violations.map(each => [each.id, each.nodes.length, each.nodes[0].html.slice(0, 200)])))
"""
_MARKED = "[...document.querySelectorAll('nav [aria-current]')].map(each => each.hash)"


@pytest.fixture(scope="session")
def axe() -> str:
    """The script of axe-core."""
    path = npm_package("axe-core") / "axe.min.js"
    if not path.exists():
        pytest.skip("axe-core is not installed (npm install --global axe-core)")
    return path.read_text(encoding="utf-8")


def _violations(browser: Chromium, axe: str) -> list[list[object]]:
    browser.value(_RENDER_ALL)
    browser.value(axe)
    answer = browser.ask("Runtime.evaluate", expression=_RUN, awaitPromise=True, returnByValue=True)
    found: list[list[object]] = json.loads(answer["result"]["value"])
    return found


@pytest.mark.parametrize("width", [390, 1400])
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_no_violation(
    browser: Chromium, exported: Exported, axe: str, language: Language, width: int
) -> None:
    path = exported(language)
    for dark in (False, True):
        browser.open(path, width, dark=dark)
        assert _violations(browser, axe) == []
    browser.open(exported(language, "online-patients"), width)
    assert _violations(browser, axe) == []


@pytest.mark.parametrize("width", [390, 1400])
def test_axe_finds_no_violation_in_a_timeline_and_a_comparison(
    browser: Chromium, sample_store: Store, axe: str, tmp_path: Path, width: int
) -> None:
    file = tmp_path / "page.html"
    compared = ("qinghe-health", "yunshan-doctor")
    for contents in (
        timeline_contents(sample_store, timeline_events(sample_store), (), "en"),
        comparison_contents(sample_store, compared, "zh"),
    ):
        file.write_text(write(contents, "html"), encoding="utf-8", newline="")
        browser.open(file, width)
        assert _violations(browser, axe) == []


def test_the_contents_stay_in_view_and_mark_the_record_being_read(
    browser: Chromium, exported: Exported
) -> None:
    browser.open(exported("zh"), 1400)
    for identity in ("qinghe-health", "term-online-consultation"):
        browser.value(f"document.getElementById('{identity}').scrollIntoView()")
        assert _until(browser, _MARKED, [f"#{identity}"])
    assert browser.value("document.querySelector('nav').getBoundingClientRect().top") == 0
    assert browser.complaints == []


def _until(browser: Chromium, expression: str, expected: object) -> bool:
    frame = "new Promise(done => requestAnimationFrame(() => setTimeout(done, 20)))"
    for _ in range(200):
        if browser.value(expression) == expected:
            return True
        browser.ask("Runtime.evaluate", expression=frame, awaitPromise=True)
    return False


def test_the_skip_link_appears_on_focus_and_leads_to_the_content(
    browser: Chromium, exported: Exported
) -> None:
    browser.open(exported("en"), 1400)
    left = "document.querySelector('.skip').getBoundingClientRect().left"
    assert browser.value(left) < 0
    browser.value("document.querySelector('.skip').focus()")
    assert browser.value(left) >= 0
    browser.value("document.querySelector('.skip').click()")
    assert browser.value("document.activeElement.id") == "page--main"


def test_the_policy_blocks_foreign_scripts_and_styles(
    browser: Chromium, exported: Exported
) -> None:
    path = exported("en")
    text = path.read_text(encoding="utf-8")
    foreign = "<script>document.title = 'gone'</script><p id='red' style='color: red'>x</p>"
    path.write_text(text.replace("</main>", f"{foreign}</main>"), encoding="utf-8")
    browser.open(path, 390)
    assert browser.value("document.title") != "gone"
    color = "getComputedStyle(document.getElementById('red')).color"
    assert browser.value(color) != "rgb(255, 0, 0)"
    assert len(browser.complaints) == 2


def test_only_what_is_in_view_is_laid_out_but_paper_has_everything(
    browser: Chromium, exported: Exported
) -> None:
    browser.open(exported("en"), 390)
    shown = """[...document.querySelectorAll('article h3')]
      .map(each => each.checkVisibility({ contentVisibilityAuto: true }))"""
    assert False in browser.value(shown)
    browser.ask("Emulation.setEmulatedMedia", media="print")
    assert set(browser.value(shown)) == {True}
    contents = "[...document.querySelectorAll('nav a')].every(each => each.checkVisibility())"
    assert browser.value(contents)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_live_briefing_opens_without_complaint(
    browser: Chromium, tmp_path: Path, language: Language
) -> None:
    content = Path(__file__).parents[3] / "content"
    path = tmp_path / "briefing.html"
    with open_store(str(content), os.environ) as store:
        text = export(store, store.identities(), "html", language, whole=True)
    path.write_text(text, encoding="utf-8")
    browser.open(path, 390)
    assert browser.value("document.querySelectorAll('article').length") > 50
    assert browser.value("document.documentElement.scrollWidth") <= 390
    assert browser.complaints == []
