# `make run` serves the app; `make test` runs every check. Both make what they need.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
PYTHON ?= python3
UV_VERSION := 0.13.9
UV := .tools/bin/uv
BIN := .venv/bin
export UV_NO_PROGRESS := 1
export UV_SYSTEM_CERTS := 1

.PHONY: help run test lint typecheck pytest frontend-test bench docs fuzz lock chromium clean

help: ## Say what there is
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 16

$(UV):
	$(PYTHON) -m pip install --quiet --disable-pip-version-check --no-warn-script-location --target .tools uv==$(UV_VERSION)

.venv/.installed: requirements.lock pyproject.toml hatch_build.py | $(UV)
	$(UV) venv --quiet --allow-existing --python $(PYTHON) .venv
	VIRTUAL_ENV=.venv $(UV) pip sync --quiet --compile-bytecode --require-hashes requirements.lock
	VIRTUAL_ENV=.venv $(UV) pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

static/node_modules/.installed: static/package.json static/package-lock.json .venv/.installed
	$(BIN)/python hatch_build.py install
	touch $@

FRONTEND := $(shell find static/src static/public -type f 2>/dev/null) $(wildcard static/*.ts static/*.json)
static/dist/.vite/manifest.json: static/node_modules/.installed $(FRONTEND)
	$(BIN)/python hatch_build.py build

run: static/dist/.vite/manifest.json ## Serve the app on this machine
	$(BIN)/whiteboard serve

test: lint typecheck frontend-test pytest ## Run every check, browser tests included

lint: .venv/.installed static/node_modules/.installed ## Style and layers
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/lint-imports --no-cache

typecheck: .venv/.installed ## mypy, strict
	$(BIN)/mypy

frontend-test: static/dist/.vite/manifest.json ## tsc and Vitest
	$(BIN)/python hatch_build.py typecheck
	$(BIN)/python hatch_build.py test

pytest: static/dist/.vite/manifest.json chromium ## The Python tests, in parallel
	$(BIN)/pytest -n auto --dist worksteal

fuzz: .venv/.installed ## The property tests on new examples (the other commands run the same ones each time)
	HYPOTHESIS_PROFILE=fuzz $(BIN)/pytest -n auto --dist worksteal $$(grep -rl --include="test_*.py" "^from hypothesis" tests)

chromium: .venv/.installed ## Install Chromium when it is missing and this machine lets us
	@$(BIN)/python tests/browser/chromium.py

bench: .venv/.installed ## Ratios and times of reading, assessing and starting
	$(BIN)/python -m benchmarks

docs: .venv/.installed ## Write the pages that are made from the rules and check types
	$(BIN)/python docs/generate.py

lock: $(UV) ## Lock the Python dependencies anew
	$(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --all-extras --group dev \
		--no-emit-index-url --output-file requirements.lock pyproject.toml

clean: ## Remove everything that was made
	rm -rf .venv .tools static/node_modules static/dist
