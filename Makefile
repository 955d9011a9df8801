# The few commands that a newcomer and CI need; each installs what it lacks where it may.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.PHONY: demo test lint fmt bench campaign build tools test-tools clean

PYTHON_SDK := facebook-business==26.0.3
PILLOW := pillow==13.0.0
MASTODON := mastodon_mock==0.6.1
CALENDARS := python-dateutil==2.9.0.post0 icalendar==7.3.2 recurring-ical-events==3.8.2 vobject==0.9.9
VENV := .build/venv

# The main job, end to end, against a sandbox on this machine.
demo: tools
	swift build --product vitrine
	.build/debug/vitrine demo

build: tools
	swift build

# Every test, with a private PostgreSQL that the tests start and stop by themselves. BUILD takes flags of the
# compiler: a clean build is quicker a module at a time, a repeated one by the files that changed.
BUILD :=
# What the tests work through by the million runs optimised; `swift test` alone builds sooner.
test campaign: export VITRINE_QUICK_TESTS := 1
test: tools test-tools
	VITRINE_TEST_PYTHON="$(CURDIR)/$(VENV)/bin/python" swift test $(BUILD)

# The long campaigns; their last figures stand in docs/benchmarks.md.
campaign: tools test-tools
	VITRINE_KILLS=200 VITRINE_TEST_PYTHON="$(CURDIR)/$(VENV)/bin/python" swift test \
	  --filter 'KillTests|AmendLaunchTests|StopTests|CrowdTests|RaceTests|StorageFaultTests|TornLogTests|WireTests'
	VITRINE_SCHEDULES=20000 VITRINE_TEST_PYTHON="$(CURDIR)/$(VENV)/bin/python" \
	  swift test --skip 'KillTests|AmendLaunchTests|StopTests|RaceTests|StorageFaultTests|TornLogTests|WireTests'
	swift build -c release --product vitrine
	python3 Benchmarks/limits.py --vitrine .build/release/vitrine

lint:
	swift format lint --strict --recursive --parallel Package.swift Sources Tests
	python3 scripts/example-register.py --check

fmt:
	swift format --in-place --recursive --parallel Package.swift Sources Tests

# Figures side by side with a plain script on the official SDK.
bench: tools test-tools
	swift build -c release --product vitrine
	$(VENV)/bin/python Benchmarks/broadcast.py --vitrine .build/release/vitrine
	$(VENV)/bin/python Benchmarks/growth.py --vitrine .build/release/vitrine
	$(VENV)/bin/python Benchmarks/library.py --vitrine .build/release/vitrine
	$(VENV)/bin/python Benchmarks/planning.py --vitrine .build/release/vitrine
	swift build -c release --product vitrine-log
	$(VENV)/bin/python Benchmarks/audit.py --vitrine .build/release/vitrine
	$(VENV)/bin/python Benchmarks/questions.py --vitrine .build/release/vitrine

# What the build needs from Debian; asked for only when something is missing.
tools:
	@command -v swift >/dev/null || { echo "Swift 6.3 is needed: https://www.swift.org/install"; exit 1; }
	@test -e /usr/include/sqlite3.h || $(MAKE) --no-print-directory install PACKAGES="libsqlite3-dev"

# What the tests need besides: a PostgreSQL server, Go's own verifier of logs, Unicode's examples of
# characters, the official SDK to hold the sandbox against, Pillow to look at pictures with, and a Mastodon server.
test-tools:
	@ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 \
	  || $(MAKE) --no-print-directory install PACKAGES="postgresql libpq5"
	@test -d /usr/share/gocode/src/golang.org/x/mod/sumdb && command -v go >/dev/null \
	  || $(MAKE) --no-print-directory install PACKAGES="golang-go golang-golang-x-mod-dev"
	@test -e /usr/share/unicode/auxiliary/GraphemeBreakTest.txt \
	  || $(MAKE) --no-print-directory install PACKAGES="unicode-data"
	@python3 -c 'import venv, ensurepip' 2>/dev/null \
	  || $(MAKE) --no-print-directory install PACKAGES="python3 python3-venv"
	@$(VENV)/bin/python -c 'import facebook_business' 2>/dev/null || { \
	  python3 -m venv $(VENV) && $(VENV)/bin/pip install --quiet $(PYTHON_SDK); }
	@$(VENV)/bin/python -c 'import PIL' 2>/dev/null || $(VENV)/bin/pip install --quiet $(PILLOW)
	@$(VENV)/bin/python -c 'import mastodon_mock' 2>/dev/null \
	  || $(VENV)/bin/pip install --quiet $(MASTODON)
	@$(VENV)/bin/python -c 'import dateutil, recurring_ical_events, vobject' 2>/dev/null \
	  || $(VENV)/bin/pip install --quiet $(CALENDARS)

.PHONY: install
install:
	@if [ "$$(id -u)" = 0 ]; then apt-get update -qq && \
	  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $(PACKAGES); \
	else echo "please install: $(PACKAGES)   (sudo apt-get install $(PACKAGES))"; exit 1; fi

clean:
	rm -rf .build .build-*
