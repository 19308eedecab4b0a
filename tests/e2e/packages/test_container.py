"""The printed Containerfile: its build steps, its command line and its health check.

No container is built: the steps run in temporary folders.
"""

from __future__ import annotations

import json
import shutil
import signal
import socket
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.cli.inside import run

_ROOT = Path(__file__).resolve().parents[3]
_RUN = "import sys; from tui.cli.main import main; sys.exit(main())"
_TIMEOUT = 60


class Containerfile(NamedTuple):
    """``build`` and ``final``: the instructions of the two stages, as pairs."""

    build: list[tuple[str, str]]
    final: list[tuple[str, str]]

    def value(self, name: str) -> str:
        """Return the only instruction of that name in the final stage."""
        (value,) = (value for instruction, value in self.final if instruction == name)
        return value


def _free_port() -> int:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port: int = unused.getsockname()[1]
        return port


def _containerfile(*words: str) -> Containerfile:
    text = run("serve", *words, "--print", "container", "--lang", "en").out.replace("\\\n", "")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    pairs = [(line.split()[0], line.split(None, 1)[1]) for line in lines]
    assert {name for name, _ in pairs} == {
        *("FROM", "COPY", "RUN", "ENV", "USER", "EXPOSE", "STOPSIGNAL"),
        *("HEALTHCHECK", "ENTRYPOINT", "CMD"),
    }
    _, second = (number for number, (name, _) in enumerate(pairs) if name == "FROM")
    return Containerfile(pairs[:second], pairs[second:])


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the build stage installs: a wheel of the copied files, unpacked."""
    folder = tmp_path_factory.mktemp("container")
    source = folder / "src"
    source.mkdir()
    for instruction, value in _containerfile("--anonymous").build:
        if instruction != "COPY":
            continue
        *copied, target = value.split()
        for name in copied:
            place = folder / target.lstrip("/")
            if (_ROOT / name).is_dir():
                shutil.copytree(_ROOT / name, place, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(_ROOT / name, place)
    shutil.rmtree(source / "seeds/originals", ignore_errors=True)
    command = ["pip", "wheel", "-q", "--no-deps", "--no-index", "--no-build-isolation"]
    subprocess.run(
        [sys.executable, "-m", *command, "--wheel-dir", str(folder), f"{source}[ssh]"],
        check=True,
        timeout=300,
    )
    (wheel,) = folder.glob("*.whl")
    site = folder / "site"
    with zipfile.ZipFile(wheel) as file:
        file.extractall(site)
    return site


def test_the_image_contains_the_briefing_and_the_deployment_files(installed: Path) -> None:
    assert (installed / "tui/data/briefing.db").is_file()
    expected = {path.name for path in (_ROOT / "tui/serve/deploy").iterdir() if path.is_file()}
    assert {path.name for path in (installed / "tui/serve/deploy").iterdir()} == expected
    assert not list(installed.glob("tui/data/seeds/originals/*"))


def test_every_build_step_is_known() -> None:
    """What the fixture does by hand is what the file says."""
    steps = [value for name, value in _containerfile("--anonymous").build if name == "RUN"]
    assert steps == [
        "rm -rf /src/seeds/originals",
        "python -m venv /opt/medbrief",
        "/opt/medbrief/bin/python -m pip install --no-cache-dir --disable-pip-version-check "
        '"/src[ssh]"',
    ]


def test_the_server_of_the_image_passes_its_health_check(installed: Path, tmp_path: Path) -> None:
    port, health_port = _free_port(), _free_port()
    words = ("--anonymous", "--port", str(port), "--metrics", str(health_port))
    file = _containerfile(*words)
    home = tmp_path / "var/lib/medbrief"  # the image's only folder that the server can write
    home.mkdir(parents=True)
    settings = [value for name, value in file.final if name == "ENV"]
    words_of_env = [word for value in settings for word in value.split()]
    environ = dict(word.split("=", 1) for word in words_of_env)
    environ = {
        name: value.replace("/var/lib", f"{tmp_path}/var/lib") for name, value in environ.items()
    }
    environ["PATH"] = f"{Path(sys.executable).parent}:/usr/bin:/bin"
    environ["PYTHONPATH"] = str(installed)
    arguments = json.loads(file.value("CMD"))
    assert json.loads(file.value("ENTRYPOINT")) == ["medbrief"]
    server = subprocess.Popen([sys.executable, "-c", _RUN, *arguments], env=environ, cwd="/")
    try:
        check = json.loads(file.value("HEALTHCHECK").partition("CMD ")[2])
        deadline = time.monotonic() + _TIMEOUT
        while subprocess.run(check, env=environ, stderr=subprocess.DEVNULL, check=False).returncode:
            assert server.poll() is None
            assert time.monotonic() < deadline
            time.sleep(0.2)
        with socket.create_connection(("127.0.0.1", port)) as client:
            assert client.recv(8) == b"SSH-2.0-"
        server.send_signal(signal.Signals[file.value("STOPSIGNAL")])
        assert server.wait(_TIMEOUT) == 0
    finally:
        server.kill()
        server.wait()
    assert [path.name for path in home.rglob("*")] == ["ssh_host_ed25519_key"]
