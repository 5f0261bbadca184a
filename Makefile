# Everything one does with Styrdok from the command line. Needs Python 3.11 or newer, and make.

PYTHON ?= python3
PORT ?= 8000
WORKERS ?= 2
ARGS ?=
SHARD ?= 1/1

# Where it is set, pytest writes the same hundreds of modules anew at each start.
unexport PYTHONDONTWRITEBYTECODE

VENV := .venv
PY := $(VENV)/bin/python
MANAGE := $(PY) manage.py
PYTEST := $(PY) -m pytest
INSTALLED := $(VENV)/.installed
COMPILED := $(VENV)/.compiled
CATALOGUES := $(wildcard locale/*/LC_MESSAGES/django.po locale/wagtail/*/LC_MESSAGES/django.po)
DATA := $(or $(DATA_DIR),var)

# The checks ask nothing of a database of one's own.
CHECK := DJANGO_SETTINGS_MODULE=styrdok.settings.test DATABASE_URL=sqlite:// $(MANAGE)

VNU_VERSION := 26.9.27
VNU_SHA512 := 0f02eb5ba91e7e45b7030aadbbdb9d48541b8c7c79aa7bb65c33976c48c13f47a1138ed9fdc43230ae2022babbe88d9642ceebf9460706250c242ba0ad7a4446
VNU_JAR := $(VENV)/share/vnu.jar

.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

.PHONY: help
help: ## Say what can be done here
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

# The environment

.PHONY: env
env: $(INSTALLED) $(COMPILED) ## Create or renew .venv from the lock

$(INSTALLED): requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Styrdok needs Python 3.11 or newer, and $(PYTHON) is older or missing."; \
	  echo "Name another one: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@echo "Installing the locked packages in $(VENV) (a minute or two the first time) ..."
	@test -x $(PY) || $(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }
	@rm -f $@
	@{ $(PY) -m pip install --disable-pip-version-check --no-input --no-deps --require-hashes \
	    --progress-bar off -r requirements.lock && touch $@; } | awk \
	    -v total="$$(grep -c '==' requirements.lock)" \
	    '/^Collecting/ { n++; if (n % 10 == 0) { print "  " n " of " total " fetched"; fflush() } } \
	    /^Installing/ { print "  unpacking"; fflush() }'
	@test -e $@

$(COMPILED): $(INSTALLED) $(CATALOGUES)
	@PYTHONPATH=site $(PY) -m styrdok.messages compile
	@touch $@

.PHONY: lock
lock: ## Lock the newest permitted versions of all packages, with hashes
	@test -x var/lock/bin/uv || { $(PYTHON) -m venv var/lock && var/lock/bin/pip install -q uv; }
	var/lock/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 \
	  --generate-hashes --no-header --no-emit-index-url --group dev \
	  --output-file requirements.lock pyproject.toml

# Running

.PHONY: demo
demo: env ## Serve a municipality with cases under way on http://127.0.0.1:8000 (PORT=...)
	@echo "Preparing the database ..."
	@$(MANAGE) migrate --no-input | awk '/Applying/ { n++; \
	  if (n % 50 == 0) { print "  " n " steps done"; fflush() } } !/Applying/ { print }'
	@BASE_URL=http://127.0.0.1:$(PORT) $(MANAGE) load_demo
	@echo "Stop with Ctrl+C. What you do is kept until make demo-reset."
	@DJANGO_RUNSERVER_HIDE_WARNING=true DEBUG=no BASE_URL=http://127.0.0.1:$(PORT) \
	  $(MANAGE) runserver --noreload --insecure 127.0.0.1:$(PORT)

.PHONY: demo-reset
demo-reset: ## Throw away what was done in the demo, and start it again
	@case "$(DATABASE_URL)" in \
	  "") rm -f $(DATA)/styrdok.sqlite3*;; \
	  sqlite:///*) file='$(patsubst sqlite:///%,%,$(DATABASE_URL))'; \
	    rm -f "$$file" "$$file-wal" "$$file-shm";; \
	  *) echo "Only a SQLite database is thrown away here; drop and create this one yourself."; \
	    exit 1;; \
	esac
	@rm -rf $(DATA)/media $(DATA)/mail
	@$(MAKE) --no-print-directory demo

.PHONY: run
run: env ## Serve one's own database, and reload when the code changes
	$(MANAGE) migrate --no-input
	BASE_URL=http://127.0.0.1:$(PORT) $(MANAGE) runserver 127.0.0.1:$(PORT)

# Testing

.PHONY: test
test: env ## Run the tests (DATABASE_URL=postgres://... for PostgreSQL; ARGS for pytest)
	$(PYTEST) -n $(WORKERS) -m "not journey and not bench" $(ARGS)

.PHONY: test-alone
test-alone: env ## Run each test file by itself (SHARD=2/4 for the second quarter; ARGS for pytest)
	$(PY) tests/alone.py --at-once $(WORKERS) --shard $(SHARD) -m "not journey and not bench" $(ARGS)

.PHONY: journeys
journeys: env ## Walk through the real screens in Chromium
	$(PYTEST) -m journey tests/journeys $(ARGS)

.PHONY: bench
bench: env ## Measure what has a limit: queries, time, size
	$(PYTEST) -m bench -p no:randomly $(ARGS)

.PHONY: test-next
test-next: env .venv-next/.installed ## Run the tests on the newest Wagtail 8
	.venv-next/bin/python -m pytest -n $(WORKERS) -m "not journey and not bench" \
	  -W default $(ARGS)

.venv-next/.installed: requirements.lock
	test -x .venv-next/bin/python || $(PYTHON) -m venv .venv-next
	.venv-next/bin/pip install --quiet --no-deps --require-hashes -r requirements.lock
	.venv-next/bin/pip install --quiet --upgrade "wagtail>=8,<9"
	@touch $@

.PHONY: vnu
vnu: $(VNU_JAR) ## Fetch the HTML checker (needs npm; running it needs Java)

$(VNU_JAR): Makefile
	@mkdir -p $(@D)
	cd $(@D) && npm pack --silent vnu-jar@$(VNU_VERSION) \
	  && tar -xzf vnu-jar-$(VNU_VERSION).tgz package/build/dist/vnu.jar \
	  && mv package/build/dist/vnu.jar vnu.jar && rm -r package vnu-jar-$(VNU_VERSION).tgz
	@$(PYTHON) -c 'import hashlib, sys; \
	  found = hashlib.sha512(open("$@", "rb").read()).hexdigest(); \
	  sys.exit(found != "$(VNU_SHA512)" and "$@ is not the file that was locked")'
	@touch $@

# Checking

.PHONY: check
check: check-format check-lint check-types check-imports check-templates check-migrations \
  check-messages check-django check-files ## Check everything that is not a test
	@echo "All is well."

.PHONY: check-format
check-format: env
	$(PY) -m ruff format --check

.PHONY: check-lint
check-lint: env
	$(PY) -m ruff check

.PHONY: check-types
check-types: env
	$(PY) -m mypy

.PHONY: check-imports
check-imports: env
	PYTHONPATH=site:. $(VENV)/bin/lint-imports

.PHONY: check-templates
check-templates: env
	$(PY) -m djhtml --check --tabwidth 2 templates

.PHONY: check-migrations
check-migrations: env
	$(CHECK) makemigrations --check --dry-run

.PHONY: check-messages
check-messages: env
	PYTHONPATH=site $(PY) -m styrdok.messages check

.PHONY: check-django
check-django: env
	$(CHECK) check --fail-level WARNING
	SECRET_KEY="$$($(PY) -c 'import secrets; print(secrets.token_urlsafe(64))')" \
	  DATABASE_URL=sqlite:// DATA_DIR=var ALLOWED_HOSTS=styrdok.example \
	  BASE_URL=https://styrdok.example DEFAULT_FROM_EMAIL=styrdok@styrdok.example \
	  EMAIL_URL=smtp://localhost:25 DJANGO_SETTINGS_MODULE=styrdok.settings.production \
	  $(MANAGE) check --deploy --fail-level WARNING

.PHONY: check-files
check-files:
	@if [ -e site/__init__.py ]; then \
	  echo "site/ must not be a package: see docs/decisions/0001."; exit 1; fi
	@if git grep -nIE 'py[p]i\.(org|python)|python[h]osted|npm[j]s\.(org|com)|yarn[p]kg\.com|deb\.[d]ebian\.org'; \
	  then echo "A package registry's address does not belong in the project."; exit 1; fi

.PHONY: format
format: env ## Put code and templates in the form that check asks for
	$(PY) -m ruff check --fix --exit-zero
	$(PY) -m ruff format
	$(PY) -m djhtml --tabwidth 2 templates

.PHONY: messages
messages: env ## Bring the message catalogues in line with code and templates
	PYTHONPATH=site $(PY) -m styrdok.messages update
	PYTHONPATH=site $(PY) -m styrdok.messages check
