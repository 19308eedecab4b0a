# medbrief: everything is set up by the first command that needs it.
#   make run     opens the briefing (installs what running needs)
#   make test    checks and tests (installs the rest)
#   make quick   unit tests: no app, no servers
#   make bench   how fast it is, in ratios (ARGS="lookup --rounds 10" for a part of it)
#   make fuzz    random input to the app, in a terminal and over SSH (FUZZ=5000 for more)
#   make e2e     the command in terminals, exported pages in Chromium, sessions by OpenSSH (skipped
#                where a program is missing)
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
RUNTIME := $(VENV)/.runtime-ready
QUICK := $(addprefix tests/,app/controller check compile config document export load model render \
  search state store text views)

.PHONY: run test check lint types layers pytest quick independence e2e fuzz bench format pictures clean

run: $(RUNTIME)
	@$(BIN)/medbrief $(ARGS)

test: check pytest

check: lint types layers

lint: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(READY)
	$(BIN)/mypy

layers: $(READY)
	$(BIN)/lint-imports

pytest: $(READY)
	$(BIN)/python -m pytest -n auto $(PYTEST_ARGS)

# Unit tests: no running app, no server, no process of its own where it can be avoided.
quick: $(READY)
	$(BIN)/python -m pytest -q -n auto -m "not slow" $(QUICK) $(PYTEST_ARGS)

# All tests in a copy of this checkout whose content an editor has changed.
independence: $(READY)
	MEDBRIEF_WHOLE_SUITE=1 $(BIN)/python -m pytest -q -n 0 tests/e2e/packages/test_content_independence.py

# One at a time: each test starts a browser, a terminal or a server.
e2e: $(READY)
	$(BIN)/python -m pytest -rs tests/e2e/packages tests/e2e/browser tests/e2e/terminals tests/e2e/ssh tests/e2e/disks tests/e2e/assistants $(PYTEST_ARGS)

# Random input by the thousand: in the app, in a terminal, over SSH. FUZZ=5000 for more.
FUZZ ?= 500
fuzz: $(READY)
	MEDBRIEF_FUZZ=$(FUZZ) $(BIN)/python -m pytest -q -n 0 -k fuzzed tests/app tests/e2e/terminals tests/e2e/ssh

bench: $(VENV)/.bench-ready
	@$(BIN)/python -m tests.benchmarks $(ARGS)

$(VENV)/.bench-ready: $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[bench]'
	@touch $@

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# Set up again whenever the dependencies may have changed: what running needs, or all of it.
$(RUNTIME): pyproject.toml
	@$(NEEDS_PYTHON)
	@$(PYTHON) .packaging/set_up.py $(VENV)
	@touch $@

$(READY): pyproject.toml
	@$(NEEDS_PYTHON)
	@$(PYTHON) .packaging/set_up.py $(VENV) dev
	@touch $(RUNTIME) $@

NEEDS_PYTHON = $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
  || { echo "medbrief needs Python 3.11 or newer: make PYTHON=python3.12 ..."; exit 1; }

# The pictures and the recording of the README, from the app and the content as they are.
pictures: $(VENV)/.pictures-ready
	$(BIN)/python -m tests.pictures

$(VENV)/.pictures-ready: $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[pictures]'
	@touch $@

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
