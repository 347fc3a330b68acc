# make site   sets up a virtual environment, builds the sample site, says where it is
# make test   sets up, installs a browser if it can, runs all checks and tests

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: site serve test lint constraints clean

site: $(VENV)/.ready
	@$(BIN)/broadsheet build
	@echo "(from this folder: make serve)"

serve: $(VENV)/.ready
	@$(BIN)/broadsheet serve

test: lint
	@$(BIN)/python tests/support/browser.py
	$(BIN)/pytest -n 2 --dist loadfile --no-loadscope-reorder

lint: $(VENV)/.ready-test
	$(BIN)/ruff check generator theme tests
	$(BIN)/ruff format --check generator theme tests
	$(BIN)/mypy

# The versions that were tested, for `pip install -c constraints.txt`.
constraints: $(VENV)/.ready-test
	@(sed '/^[^#]/d' constraints.txt; $(BIN)/python -m pip freeze --exclude-editable --exclude broadsheet) > constraints.new
	@mv constraints.new constraints.txt

clean:
	rm -rf $(VENV) site dist .cache .mypy_cache .ruff_cache .pytest_cache

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Broadsheet needs Python 3.11 or newer; name one: make PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
	  { echo "No virtual environment could be made; on Debian and Ubuntu: apt-get install python3-venv"; rm -rf $(VENV); exit 1; }

$(VENV)/.ready: $(BIN)/python pyproject.toml constraints.txt
	@echo "Setting up Broadsheet in $(VENV) (once) ..."
	@$(PIP) install -c constraints.txt -e .
	@touch $@

$(VENV)/.ready-test: $(VENV)/.ready
	@echo "Setting up the tests ..."
	@$(PIP) install -c constraints.txt -e '.[test]'
	@touch $@
