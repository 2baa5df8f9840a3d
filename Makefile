# dienstgraaf: the few commands that a checkout needs. `make help` lists them.
# PYTHON=/path/to/python3 chooses the interpreter, WORKERS=4 the number of test processes.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.NOTPARALLEL:
.DELETE_ON_ERROR:

VENV := .venv
BIN := $(VENV)/bin
WORKERS ?= 2
PYTEST_ARGS ?=

# The first interpreter that runs, is new enough, and can make a virtual environment.
CAN_SERVE := import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for python in python3.13 python3.12 python3.11 python3; do \
	"$$python" -c "$(CAN_SERVE)" >/dev/null 2>&1 && { echo "$$python"; break; }; done)

# pip speaks only when something goes wrong. The build backends are pinned too: they are installed first, from the same
# constraints, and used without isolation.
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
INSTALL := $(PIP) install --constraint constraints.txt

.PHONY: help demo test lint fmt golden docs clean

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-6s %s\n", $$1, $$2 }' Makefile

demo: $(VENV)/.stamp-run ## ask the inventory one question: which entry points serve non-digital citizens?
	@$(BIN)/dienstgraaf ask entry-points-for-non-digital-citizens

test: lint ## check everything: style, types, the knowledge files, the tests
	@echo "knowledge files: form"
	@$(BIN)/dienstgraaf fmt --check
	@echo "knowledge files: rules"
	@$(BIN)/dienstgraaf validate
	@echo "tests"
	@$(BIN)/python -m pytest -q -n $(WORKERS) $(PYTEST_ARGS)

lint: $(VENV)/.stamp-test ## check style and types of the code
	@echo "code: form"
	@$(BIN)/ruff format --quiet --check . || { echo "not in the agreed form: run 'make fmt'" >&2; exit 1; }
	@echo "code: style"
	@$(BIN)/ruff check --quiet .
	@echo "code: types"
	@$(BIN)/mypy --strict --no-error-summary src

fmt: $(VENV)/.stamp-test ## bring code and knowledge files into the agreed form
	@$(BIN)/ruff check --quiet --fix-only .
	@$(BIN)/ruff format --quiet .
	@$(BIN)/dienstgraaf fmt

golden: $(VENV)/.stamp-test ## renew the answers on record after a change of facts or questions: read the difference
	@$(BIN)/python tests/test_golden.py

docs: $(VENV)/.stamp-test ## write the reference, the drawings and the pages of questions and rules anew
	@$(BIN)/python -m dienstgraaf.diagram -o docs
	@$(BIN)/python -m dienstgraaf.catalogue -o docs/questions
	@$(BIN)/python -m dienstgraaf.routes -o docs/routes
	@$(BIN)/python -m dienstgraaf.validation -o docs/rules
	@$(BIN)/python -m dienstgraaf.mapping -o docs
	@$(BIN)/python -m dienstgraaf.export -o docs/exports

clean: ## remove the virtual environment and everything that was built
	@rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
	@find src tests -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamps say what is installed: what runs the program, or also what tests it. They are made anew when
# pyproject.toml or constraints.txt changes; otherwise a second run starts at once.
$(VENV)/.stamp-run: pyproject.toml constraints.txt
	@$(call ensure-venv)
	@echo "setting up: dienstgraaf"
	@$(INSTALL) hatchling
	@$(INSTALL) --no-build-isolation --editable .
	@touch $@

$(VENV)/.stamp-test: pyproject.toml constraints.txt
	@$(call ensure-venv)
	@echo "setting up: dienstgraaf and its test tools"
	@$(INSTALL) hatchling setuptools
	@$(INSTALL) --no-build-isolation --editable '.[test]'
	@touch $(VENV)/.stamp-run $@

define ensure-venv
	if ! $(BIN)/python -m pip --version >/dev/null 2>&1; then \
		if [ -z "$(PYTHON)" ]; then \
			echo "dienstgraaf needs Python 3.11 or newer with its venv module, and found none." >&2; \
			echo "Install it (Debian, Ubuntu: apt-get install python3 python3-venv) or name it: make PYTHON=/path/to/python3" >&2; \
			exit 1; \
		fi; \
		if ! "$(PYTHON)" -c "$(CAN_SERVE)"; then \
			echo "$(PYTHON) is no Python 3.11 or newer with its venv module." >&2; \
			exit 1; \
		fi; \
		echo "setting up: $(VENV) with $$("$(PYTHON)" --version)"; \
		"$(PYTHON)" -m venv --clear $(VENV); \
	fi
endef
