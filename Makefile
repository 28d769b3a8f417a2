# make run   installs what is missing and serves the atlas on http://HOST:PORT (127.0.0.1:8050)
# make test  the same, then format, lint, types and every test
# make coverage  the tests without a browser once more, with the lines that they run through
# make benchmark  what the parts cost, and the front end beside others; tests/benchmarks says how to run one of them
# make lock  pins what the requirements need, with hashes, for every platform; needs uv (pip install uv)

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes
NPM := npm --silent --ignore-scripts --no-audit --no-fund
LOCK := uv pip compile --quiet --universal --generate-hashes --no-header

.PHONY: run test scripts format coverage benchmark lock

run: .venv/installed
	$(BIN)/python app.py serve

test: .venv/installed-test system scripts
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy .
	$(BIN)/python -m pytest -n 2 --dist worksteal

# The scripts and style sheets of assets: unit tests, then format and lint with what package-lock.json pins. Where Node
# or the npm registry is not there, what needs it is left out and says so.
scripts:
	@if ! node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' 2>/dev/null; then \
	    echo "SKIPPED: the scripts of assets/js are not tested, for there is no Node 20"; \
	else \
	    node --test --test-reporter=dot $$(find tests/js -name '*.test.mjs') && \
	    if [ node_modules/.package-lock.json -nt package-lock.json ] || $(NPM) ci >/dev/null 2>&1; then \
	        $(NPM) run lint; \
	    else \
	        echo "SKIPPED: scripts and style sheets are not linted, for npm cannot install package-lock.json"; \
	    fi; \
	fi

format: .venv/installed-test
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	if [ -d node_modules ]; then $(NPM) run format; fi

coverage: .venv/installed-test system
	$(BIN)/python -m pytest -n 2 --dist worksteal -m "not browser" --durations=0 --cov --cov-report=term:skip-covered

benchmark: .venv/installed-test
	-$(MAKE) --no-print-directory .venv-benchmark/installed
	$(BIN)/python tests/benchmarks/measure.py
	$(BIN)/python tests/benchmarks/front_end.py

# What is pinned already stays as it is.
lock:
	$(LOCK) --python-version 3.11 requirements.txt --output-file requirements.lock
	$(LOCK) --python-version 3.11.5 requirements-test.txt --output-file requirements-test.lock
	$(LOCK) --python-version 3.11 requirements-benchmark.txt --output-file requirements-benchmark.lock

.venv/installed: requirements.lock
	$(PYTHON) -m venv .venv
	$(PIP) -r requirements.lock
	touch $@

.venv/installed-test: .venv/installed requirements-test.lock
	$(PIP) -r requirements-test.lock
	touch $@

# Another's program, which ours does not run on; where it cannot be installed, the benchmark says so and goes on.
.venv-benchmark/installed: requirements-benchmark.lock
	$(PYTHON) -m venv .venv-benchmark
	.venv-benchmark/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-benchmark.lock
	touch $@

# The browser tests drive the system's Chromium with a Chinese font; tesseract reads a printed map; the store's tests
# start a PostgreSQL of their own; Node runs the unit tests of the scripts, and npm what lints them (Debian 13 has 20, 12
# has an older one that is of no use). Where one is not there and cannot be installed (no apt, not root), its tests are
# skipped and say so.
.PHONY: system
system:
	@if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then \
	    missing=""; \
	    command -v chromium chromium-browser google-chrome >/dev/null || missing="chromium fonts-noto-cjk"; \
	    command -v tesseract >/dev/null || missing="$$missing tesseract-ocr tesseract-ocr-chi-sim"; \
	    ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing="$$missing postgresql"; \
	    command -v node >/dev/null && command -v npm >/dev/null || missing="$$missing nodejs npm"; \
	    if [ -n "$$missing" ]; then \
	        apt-get update -qq || true; \
	        apt-cache policy nodejs | grep -Eq 'Candidate: ([2-9][0-9]|1[0-9][0-9])\.' || missing="$${missing% nodejs npm}"; \
	        [ -z "$$missing" ] || DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $$missing >/dev/null || true; \
	    fi; \
	fi
