# make demo, make test, make bench: each from a fresh clone, each doing its own set-up.
# They share .venv here. System packages that are missing are installed with apt-get where this user may, else named.

PYTHON ?= python3
PUPILS ?= 1200
RUN = .venv/bin

.PHONY: demo test bench setup clean

demo: setup
	$(RUN)/reportgen demo output/demo --pupils $(PUPILS)

test: setup
	sh .ci/browser.sh
	$(RUN)/ruff check .
	$(RUN)/ruff format --check .
	$(RUN)/mypy
	$(RUN)/lint-imports
	$(RUN)/python -m pytest --numprocesses 2 --dist worksteal

bench: setup
	$(RUN)/python -m tests.bench

setup:
	@PYTHON="$(PYTHON)" sh .ci/setup.sh

clean:
	rm -rf .venv .tools output/demo dist
