# make run   installs what is missing and serves the atlas on http://HOST:PORT (127.0.0.1:8050)
# make test  the same, then format, lint, types and every test
# make coverage  the tests without a browser once more, with the lines that they run through
# make benchmark  what the parts cost, and the front end beside others; tests/benchmarks says how to run one of them
# make lock  pins what the requirements need, with hashes, for every platform; needs uv (pip install uv)

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes
LOCK := uv pip compile --quiet --universal --generate-hashes --no-header

.PHONY: run test format coverage benchmark lock

run: .venv/installed
	$(BIN)/python app.py serve

test: .venv/installed-test system
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy .
	$(BIN)/python -m pytest -n 2 --dist worksteal

format: .venv/installed-test
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

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
# start a PostgreSQL of their own. Where one is not there and cannot be installed (no apt, not root), its tests are
# skipped and say so.
.PHONY: system
system:
	@if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then \
	    missing=""; \
	    command -v chromium chromium-browser google-chrome >/dev/null || missing="chromium fonts-noto-cjk"; \
	    command -v tesseract >/dev/null || missing="$$missing tesseract-ocr tesseract-ocr-chi-sim"; \
	    ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing="$$missing postgresql"; \
	    if [ -n "$$missing" ]; then \
	        apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $$missing >/dev/null || true; \
	    fi; \
	fi
