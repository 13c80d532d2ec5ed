# The only entry to every task; `make help` lists them. No logic here: commands live in the package.
SHELL := /bin/bash
PYTHON ?= python3
BIN := .venv/bin
COUNCIL ?= datasets
TARGET ?=
PROFILE ?= plain
# A file of tests stays in one process. Not for what talks to a CKAN: that is started once.
ALL_CORES := --numprocesses auto --dist loadfile

.DEFAULT_GOAL := help
.PHONY: help install install-tests system nightly publish serve test test-fast test-local lint fix golden crash bench portal-crash \
  portal portal-stop portal-clean clean

help: ## what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-14s %s\n", $$1, $$2}'

.venv/installed: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --upgrade 'pip>=25.1'
	$(BIN)/pip install --quiet --editable '.[postgresql]'
	touch $@

.venv/installed-tests: .venv/installed pyproject.toml
	$(BIN)/pip install --quiet --group test
	touch $@

install: .venv/installed ## the environment with the command .venv/bin/pipeline
install-tests: .venv/installed-tests ## and what the tests need from PyPI

system: ## and what the tests need from Debian (PostgreSQL, Redis, Chromium)
	tests/system-packages

nightly: install ## the main job: every dataset, from source to catalogue
	$(BIN)/pipeline --council $(COUNCIL) nightly

publish: install ## one dataset by hand: make publish NAME=council-decisions [TARGET=site|ckan]
	$(BIN)/pipeline --council $(COUNCIL) publish $(NAME) $(if $(TARGET),--target $(TARGET))

serve: install ## the catalogue on http://127.0.0.1:8000/
	$(BIN)/python -m http.server 8000 --bind 127.0.0.1 --directory $${PIPELINE_SITE:-.pipeline/site}

test: install-tests system ## every test, the slow ones and those in a browser too
	$(BIN)/pytest $(ALL_CORES) -m 'not portal'
	$(BIN)/pytest -m portal

test-fast: install-tests ## the unit tests alone
	$(BIN)/pytest $(ALL_CORES) -m 'not slow and not whole and not browser and not portal'

test-local: install-tests system ## every test but those against a real CKAN
	$(BIN)/pytest $(ALL_CORES) -m 'not portal'

lint: install-tests ## style, types, import rule; changes nothing
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

fix: install-tests ## what ruff can mend by itself
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

golden: install-tests ## rewrite the golden files; the diff is the review
	$(BIN)/pytest -m 'not slow and not browser and not portal' --rewrite-golden

bench: install-tests ## what reading pages, comparing and publishing cost, as ratios (minutes)
	tests/system-packages portal
	$(BIN)/python -m tests.benchmarks.comparing
	$(BIN)/python -m tests.benchmarks.pages
	$(BIN)/python -m tests.benchmarks.portal
	$(BIN)/python -m tests.benchmarks.privacy_guard
	$(BIN)/python -m tests.benchmarks.validation

crash: install-tests ## a hundred nights killed at seeded points (minutes)
	CRASH_POINTS=100 $(BIN)/pytest -m slow tests/test_crashes.py

portal-crash: install-tests system ## publications to a portal killed at every request (half an hour)
	CRASH_POINTS=100 $(BIN)/pytest -k kills tests/publishing/ckan

portal: install-tests ## a real CKAN to publish to: make portal [PROFILE=plain|data-gov-ua]
	tests/system-packages portal
	$(BIN)/python -m tests.portal start --profile $(PROFILE)

portal-stop: install-tests ## stop it, with all that stands behind it
	$(BIN)/python -m tests.portal stop

portal-clean: install-tests ## and forget what it held; downloads stay
	$(BIN)/python -m tests.portal clean

clean: ## the environment and the state of the default night
	rm -rf .venv .pipeline .pytest_cache .mypy_cache .ruff_cache .hypothesis
