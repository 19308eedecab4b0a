"""``medbrief serve --print``: systemd, HAProxy, containers, compose and Kubernetes."""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
from pathlib import Path
from string import Template
from typing import Any

import kubernetes_validate
import pytest
import yaml

from tests.cli.inside import run
from tests.conftest import ROOT
from tui.cli.args.command_line import parse
from tui.cli.args.serve_options import resolve_server_settings
from tui.config.server_settings import ServerSettings
from tui.serve.deploy import unit_paths
from tui.text.language import Wording

_KEYS = ("--authorized-keys", "/etc/medbrief/readers.pub")


def _print(name: str, *words: str, language: str = "en") -> str:
    result = run("serve", *words, "--print", name, "--lang", language)
    assert result.code == 0
    return result.out


def _setting(unit: str, name: str) -> str:
    (line,) = (line for line in unit.splitlines() if line.startswith(f"{name}="))
    return line.partition("=")[2]


# -- systemd


def test_the_unit_runs_the_given_command_line(tmp_path: Path) -> None:
    keys = tmp_path / "my keys"
    words = ["--authorized-keys", str(keys), "--port", "2200", "--watch", "--rate", "9/min"]
    unit = _print("systemd", *words)
    line = _setting(unit, "ExecStart")
    assert line.startswith("/")
    assert f'--authorized-keys "{keys}"' in line
    assert "--port 2200" in line
    assert "--watch" in line
    assert "--rate 9" in line
    assert "--print" not in line
    assert _setting(unit, "ExecStartPre") == f"{line} --check"
    assert "ExecReload=/bin/kill -HUP $MAINPID\n" in unit


@pytest.mark.parametrize(
    ("name", "quoted"),
    [
        ("100 %", '"/x/100 %%"'),
        ("$HOME", "/x/$$HOME"),
        ('a"b', '"/x/a\\"b"'),
        ("a\\b", "/x/a\\\\b"),
        ("a'b;c", '"/x/a\'b;c"'),
    ],
)
def test_the_unit_quotes_words_as_systemd_reads_them(name: str, quoted: str) -> None:
    line = _setting(_print("systemd", "--authorized-keys", f"/x/{name}"), "ExecStart")
    assert line.endswith(f" --authorized-keys {quoted}")


def test_the_unit_requires_an_access_setting() -> None:
    result = run("serve", "--print", "systemd", "--lang", "en")
    assert (result.code, result.out) == (2, "")
    assert "--authorized-keys" in result.err


def test_the_unit_gives_the_server_more_processor_time_than_other_services() -> None:
    unit = _print("systemd", *_KEYS)
    assert 100 < int(_setting(unit, "CPUWeight")) <= 10_000  # systemd.resource-control(5)


def test_systemd_passes_the_host_key_that_only_root_can_read() -> None:
    unit = _print("systemd", *_KEYS, "--host-key", "/etc/ssh/my %key")
    assert _setting(unit, "LoadCredential") == "host_key:/etc/ssh/my %%key"
    assert "--host-key ${CREDENTIALS_DIRECTORY}/host_key" in _setting(unit, "ExecStart")
    assert "LoadCredential" not in _print("systemd", *_KEYS)


@pytest.mark.parametrize(
    ("options", "bounding_set", "low"),
    [
        ((), "", False),
        (("--port", "22"), "CAP_NET_BIND_SERVICE", True),
        (("--metrics", "80"), "CAP_NET_BIND_SERVICE", True),
    ],
)
def test_only_a_low_port_gets_the_capability(
    options: tuple[str, ...], bounding_set: str, low: bool
) -> None:
    unit = _print("systemd", "--anonymous", *options)
    assert _setting(unit, "CapabilityBoundingSet") == bounding_set
    assert ("AmbientCapabilities=CAP_NET_BIND_SERVICE" in unit) is low


def test_limits_of_the_unit_follow_the_settings() -> None:
    options = ("--max-sessions", "500", "--end-grace", "30m", "--drain-time", "20s")
    unit = _print("systemd", "--anonymous", *options)
    assert int(_setting(unit, "TasksMax")) >= 3 * 500
    assert int(_setting(unit, "MemoryMax").removesuffix("M")) >= 160 + 15 * 500
    assert _setting(unit, "OOMPolicy") == "continue"
    assert int(_setting(unit, "LimitNOFILE")) >= 4 * 500 + 500 + 100  # and connections, logins
    assert int(_setting(unit, "TimeoutStopSec")) > 1820


def _texts(wordings: list[Wording]) -> str:
    return "\n".join(wording.en for wording in wordings)


@pytest.mark.parametrize("folder", ["/home/me/venv", "/root/venv", "/tmp/venv"])
def test_a_program_that_the_unit_cannot_see_is_reported(
    monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    for name in ("prefix", "base_prefix"):
        monkeypatch.setattr(sys, name, "/opt/medbrief")
    monkeypatch.setattr(sys, "argv", ["/opt/medbrief/bin/medbrief"])
    monkeypatch.setattr(unit_paths, "__file__", "/opt/medbrief/lib/unit_paths.py")
    assert unit_paths.unusable_program() == []
    monkeypatch.setattr(sys, "prefix", folder)
    assert folder in _texts(unit_paths.unusable_program())
    result = run("serve", "--anonymous", "--print", "systemd", "--lang", "en")
    assert (result.code, result.out[:1]) == (0, "#")
    assert "warning: the service cannot see the program" in result.err
    assert "python3 -m venv /opt/medbrief" in result.err


def test_files_that_the_unit_cannot_read_are_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "cannot see /home/me/readers.pub" in _texts(
        unit_paths.unusable_file("/home/me/readers.pub")
    )
    link = tmp_path / "link"
    link.symlink_to("/home/me/readers.pub")
    monkeypatch.setattr(unit_paths, "_HIDDEN", ("/home",))
    assert "cannot see /home/me" in _texts(unit_paths.unusable_file(str(link)))
    assert unit_paths.unusable_file("/etc/hostname") == []
    assert unit_paths.unusable_file("/nonexistent/readers.pub") == []
    private = tmp_path / "private"
    private.mkdir()
    (private / "keys").write_text("")
    monkeypatch.setattr(unit_paths, "_others_can_use", lambda path: path != private)
    assert f"chmod o+rX {private}" in _texts(unit_paths.unusable_file(str(private / "keys")))


# -- HAProxy


def test_the_haproxy_configuration_names_the_server_and_its_health_check() -> None:
    text = _print("haproxy", "--host", "192.0.2.1", "--port", "2200", "--metrics", "9000")
    assert "    bind :22\n" in text
    assert "    server node1 192.0.2.1:2200 check port 9000\n" in text
    assert "GET uri /ready" in text
    assert " server node1 [2001:db8::1]:2222 check port 9422\n" in _print(
        "haproxy", "--host", "2001:db8::1"
    )


def test_the_instructions_are_in_the_operators_language() -> None:
    assert "同一把主机密钥" in _print("haproxy", language="zh")
    assert "share one host key" in _print("haproxy", language="en")


# -- containers


def _settings_of(arguments: list[str]) -> ServerSettings:
    """The settings that the server reads from these arguments."""
    return resolve_server_settings(parse(arguments, "en"), {})


def test_the_containerfile_runs_as_an_unprivileged_user_without_writing() -> None:
    text = _print("container", *_KEYS, "--host-key", "/x/key", "--port", "22")
    assert "\nUSER 10001:10001\n" in text
    assert text.count("FROM python:3.13-slim") == 2
    arguments = json.loads(text.rpartition("\nCMD ")[2])
    assert "--host-key" not in arguments  # a volume keeps the generated one
    assert arguments[arguments.index("--authorized-keys") + 1] == "/etc/medbrief/keys/readers.pub"
    settings = _settings_of(arguments)
    assert settings.port == 2222  # an unprivileged user cannot use 22
    assert (settings.metrics, settings.metrics_host) == (9422, "127.0.0.1")


def test_the_compose_file_follows_the_specification(tmp_path: Path) -> None:
    file = tmp_path / "compose.yaml"
    file.write_text(_print("compose", *_KEYS, "--max-sessions", "10"))
    command = ["check_jsonschema", "--builtin-schema", "vendor.compose-spec", str(file)]
    done = subprocess.run(
        [sys.executable, "-m", *command], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stdout
    document = yaml.safe_load(file.read_text())
    nodes = [document["services"][name] for name in ("node1", "node2")]
    for node in nodes:
        assert node["read_only"]
        assert node["cap_drop"] == ["ALL"]
        settings = _settings_of(node["command"])
        assert settings.proxy_protocol
        assert settings.host_key == "/etc/medbrief/host/ssh_host_ed25519_key"
    balancer = document["configs"]["haproxy"]["content"]
    assert "server node2 node2:2222 check port 9422" in balancer
    assert "2222" in document["services"]["haproxy"]["ports"][0]


def _manifest(*words: str) -> dict[str, dict[str, Any]]:
    documents = yaml.safe_load_all(_print("kubernetes", *words))
    return {document["kind"]: document for document in documents}


@pytest.mark.parametrize("access", [_KEYS, ("--anonymous",)])
def test_the_manifest_follows_the_schemas_of_kubernetes(access: tuple[str, ...]) -> None:
    manifest = _manifest(*access)
    version = kubernetes_validate.latest_version()
    for document in manifest.values():
        kubernetes_validate.validate(document, version, strict=True)
    assert set(manifest) == {
        *("Deployment", "Service", "HorizontalPodAutoscaler"),
        *("PodDisruptionBudget", "NetworkPolicy"),
    }
    pod = manifest["Deployment"]["spec"]["template"]
    labels = pod["metadata"]["labels"]
    assert manifest["Service"]["spec"]["selector"] == labels
    assert manifest["Deployment"]["spec"]["selector"]["matchLabels"] == labels
    assert manifest["PodDisruptionBudget"]["spec"]["selector"]["matchLabels"] == labels
    assert manifest["NetworkPolicy"]["spec"]["podSelector"]["matchLabels"] == labels


def test_a_broken_manifest_is_noticed() -> None:
    document = _manifest("--anonymous")["Deployment"]
    document["spec"]["template"]["spec"]["containers"][0]["redinessProbe"] = {}
    with pytest.raises(kubernetes_validate.ValidationError):
        kubernetes_validate.validate(document, kubernetes_validate.latest_version(), strict=True)


def test_the_pod_is_restricted_probed_and_drained() -> None:
    deployment = _manifest(*_KEYS, "--end-grace", "5m", "--drain-time", "20s")["Deployment"]
    pod = deployment["spec"]["template"]["spec"]
    (container,) = pod["containers"]
    assert pod["securityContext"]["runAsNonRoot"]
    assert container["securityContext"]["readOnlyRootFilesystem"]
    assert container["readinessProbe"]["httpGet"] == {"path": "/ready", "port": "health"}
    assert container["livenessProbe"]["httpGet"] == {"path": "/live", "port": "health"}
    assert pod["terminationGracePeriodSeconds"] > 5 * 60 + 20
    paths = {mount["name"]: mount["mountPath"] for mount in container["volumeMounts"]}
    assert {volume["name"] for volume in pod["volumes"]} == set(paths)
    arguments = container["args"]
    for option, volume in (("--host-key", "host"), ("--authorized-keys", "keys")):
        assert Path(arguments[arguments.index(option) + 1]).parent == Path(paths[volume])
    settings = _settings_of(arguments)
    assert (settings.end_grace, settings.drain_time, settings.log_format) == (300, 20, "json")
    assert settings.metrics == container["ports"][1]["containerPort"]


def test_the_manifest_says_how_the_keys_get_into_the_cluster() -> None:
    words = ("--authorized-keys", "/x/my keys", "--host-key", "/x/key")
    lines = _print("kubernetes", *words).splitlines()
    commands = [shlex.split(line[2:]) for line in lines if line.startswith("# kubectl create")]
    files_used = [
        word.partition("=")[2] for words in commands for word in words if "--from" in word
    ]
    assert files_used == ["ssh_host_ed25519_key=/x/key", "readers.pub=/x/my keys"]


# -- all


@pytest.mark.parametrize("file", sorted((ROOT / "tui/serve/deploy").glob("*.tmpl")))
def test_the_templates_are_valid(file: Path) -> None:
    template = Template(file.read_text(encoding="utf-8"))
    assert template.is_valid()
    assert template.get_identifiers()


@pytest.mark.parametrize("name", ["systemd", "haproxy", "container", "compose", "kubernetes"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_line_is_too_long_to_read_and_none_ends_in_a_space(name: str, language: str) -> None:
    for line in _print(name, *_KEYS, language=language).splitlines():
        assert line == line.rstrip()
        if line.strip().startswith("#"):
            assert len(line) <= 100
