"""A strict parser of exported web pages: elements are closed in order, attributes unique."""

from __future__ import annotations

from html.parser import HTMLParser

_VOID = {"meta", "br", "hr", "img", "link", "input"}


class Parsed(HTMLParser):
    """What stands in a page. Raises AssertionError where elements are not balanced."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: list[str] = []
        self.links: list[str] = []
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.languages: list[tuple[str, str]] = []
        """Each text with the language that it is in."""
        self._open: list[tuple[str, str]] = []
        self._hidden = ""
        self.feed(text)
        self.close()
        assert self._open == [], f"never closed: {self._open}"

    @property
    def text(self) -> str:
        """All the text of the page, without its style."""
        return "".join(text for text, _ in self.languages)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"an attribute twice in <{tag}>: {names}"
        found = {name: value or "" for name, value in attrs}
        self.elements.append((tag, found))
        if "id" in found:
            self.ids.append(found["id"])
        if "href" in found:
            self.links.append(found["href"])
        if tag not in _VOID:
            around = self._open[-1][1] if self._open else ""
            self._open.append((tag, found.get("lang", around)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open, f"</{tag}> closes nothing"
        opened, _ = self._open.pop()
        assert opened == tag, f"</{tag}> closes <{opened}>"

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1][0] not in ("style", "script", "title"):
            self.languages.append((data, self._open[-1][1]))

    def of(self, tag: str, class_: str = "") -> list[dict[str, str]]:
        """The attributes of every such element."""
        return [
            found
            for name, found in self.elements
            if name == tag and class_ in ("", *found.get("class", "").split())
        ]
