"""A headless Chromium, driven over a pipe by the DevTools protocol: no library, no network."""

from __future__ import annotations

import base64
import fcntl
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

NAMES = ("chromium", "chromium-browser", "google-chrome")


def find_chromium() -> str | None:
    """The browser of this machine, if it has one."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


class Chromium:
    """A browser with one page; ``complaints`` holds what its console and its network said."""

    def __init__(self, command: str, profile: Path) -> None:
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self._last = 0
        ours_out, theirs_in = _high(os.pipe())[::-1]
        theirs_out, ours_in = _high(os.pipe())[::-1]
        arguments = [
            command,
            "--headless",
            "--no-sandbox",  # root in a container has no other choice; the pages are our own
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--disable-extensions",
            "--no-first-run",
            f"--user-data-dir={profile}",
            "--remote-debugging-pipe",
            "about:blank",
        ]

        def descriptors() -> None:  # the protocol: commands on 3, answers on 4
            os.dup2(theirs_in, 3)
            os.dup2(theirs_out, 4)

        self._process = subprocess.Popen(
            arguments,
            preexec_fn=descriptors,
            pass_fds=(3, 4),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "HOME": str(profile)},
        )
        os.close(theirs_in)
        os.close(theirs_out)
        self._out = os.fdopen(ours_out, "wb", buffering=0)
        self._in = os.fdopen(ours_in, "rb")
        self._session = ""
        self._messages = self._read()
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        attached = self.ask("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.ask(f"{domain}.enable")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._session = ""
        with suppress(OSError, EOFError):
            self.ask("Browser.close")
        self._out.close()
        self._in.close()
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        """One command and its answer."""
        self._last += 1
        message: dict[str, Any] = {"id": self._last, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        self._out.write(json.dumps(message).encode() + b"\0")
        for answer in self._messages:
            self._note(answer)
            if answer.get("id") == self._last:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                result: dict[str, Any] = answer["result"]
                return result
        raise EOFError("the browser has gone")

    def open(self, file: Path, width: int, height: int = 844, *, dark: bool = False) -> None:
        """Show a file in a window of that size."""
        self.ask(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=width < 600,
        )
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.ask("Emulation.setEmulatedMedia", features=[scheme])
        self.ask("Page.navigate", url=file.as_uri())
        for answer in self._messages:
            self._note(answer)
            if answer.get("method") == "Page.loadEventFired":
                return

    def value(self, expression: str) -> Any:
        """What a JavaScript expression is on the page."""
        answer = self.ask("Runtime.evaluate", expression=expression, returnByValue=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def picture(self, *, whole: bool = False) -> bytes:
        """A screenshot as PNG: of the window, or of the whole page."""
        answer = self.ask("Page.captureScreenshot", captureBeyondViewport=whole)
        return base64.b64decode(answer["data"])

    def printed(self, **options: object) -> bytes:
        """The page as the printer gets it: PDF. ``options``: of ``Page.printToPDF``."""
        answer = self.ask("Page.printToPDF", printBackground=False, **options)
        return base64.b64decode(answer["data"])

    def _read(self) -> Iterator[dict[str, Any]]:
        kept = b""
        while data := self._in.read1(1 << 16):  # type: ignore[attr-defined]
            *whole, kept = (kept + data).split(b"\0")
            yield from (json.loads(message) for message in whole)

    def _note(self, message: dict[str, Any]) -> None:
        method, said = message.get("method"), message.get("params", {})
        if method in ("Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded"):
            self.complaints.append(json.dumps(said, ensure_ascii=False))
        elif method == "Network.requestWillBeSent":
            self.requests.append(said["request"]["url"])


def _high(pipe: tuple[int, int]) -> tuple[int, int]:
    """The same pipe above the numbers that the protocol wants."""
    moved = []
    for end in pipe:
        moved.append(fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 10))
        os.close(end)
    return moved[0], moved[1]
