# Each target works as the first command on a fresh Debian machine that has Swift.

SHELL := /bin/sh
PREFIX ?= /usr/local
DEMO := demo-out
RELEASE := .build/release/scorebook
BUILD := swift build -c release --product scorebook --static-swift-stdlib
# Settings of the machine: those of a prefix of one's own lie below it.
ETC ?= $(if $(filter /usr /usr/local,$(PREFIX)),/etc,$(PREFIX)/etc)

SERVER := Server/.build/release/scorebook-serve
# A nested package learns of new files in this one only when its own manifest is newer.
BUILD_SERVER := touch Server/Package.swift && swift build --package-path Server -c release --product scorebook-serve --static-swift-stdlib

.PHONY: all demo serve test check-deep fuzz bench profile thresholds format lint install deb dist test-deb test-dist setup clean

all: $(RELEASE)

demo: ## Score the samples and say where to look.
	@scripts/setup.sh build
	@$(BUILD)
	@scripts/demo.sh $(RELEASE) $(DEMO)

serve: ## Build the page and its server, and open the page at http://127.0.0.1:8320/.
	@scripts/setup.sh build
	@$(BUILD)
	@$(BUILD_SERVER)
	@$(RELEASE) serve

test: ## Lint, unit tests, samples, acceptance tests.
	@scripts/setup.sh build test
	@scripts/test.sh

check-deep: ## The test suite under sanitizers, 500 kills, many mutants beside libexpat.
	@scripts/setup.sh build test
	@scripts/check-deep.sh $(SANITIZERS)

TARGET ?= all
SECONDS ?= 60
fuzz: ## Fuzz: make fuzz TARGET=form SECONDS=1200 (docs/fuzzing.md).
	@scripts/setup.sh build
	@scripts/fuzz.sh $(TARGET) $(SECONDS)

bench: ## Measure speed and memory beside other programs; BENCH takes options, such as --quick.
	@scripts/setup.sh build bench
	@$(BUILD)
	@Benchmarks/run.sh $(RELEASE) --out Benchmarks/report.md $(BENCH)

profile: ## Record which ways returns take through the code, for optimised builds (decision 0161).
	@scripts/setup.sh build test
	@scripts/profile.sh

thresholds: ## Record what the command costs now, for make test to hold it against.
	@scripts/setup.sh build test
	@$(BUILD)
	@.build/venv/bin/python Tests/thresholds/thresholds.py $(RELEASE) --record

format: ## Format all Swift sources in place.
	@swift format --in-place --recursive --parallel Package.swift Sources Tests Server/Package.swift Server/Sources Benchmarks Fuzzing

lint:
	@swift format lint --strict --recursive --parallel Package.swift Sources Tests Server/Package.swift Server/Sources Benchmarks Fuzzing

install: ## Install command, page, schemes, completions, manual page and unit under PREFIX.
	@scripts/setup.sh build
	@$(BUILD)
	@$(BUILD_SERVER)
	scripts/stage.sh "$(DESTDIR)" "$(PREFIX)" "$(ETC)"

deb: ## Make the Debian package (docs/packages.md).
	@scripts/setup.sh build package
	@$(BUILD)
	@$(BUILD_SERVER)
	@scripts/deb.sh dist

dist: ## Make a tarball that runs on other Linux systems without anything installed.
	@scripts/setup.sh build package
	@$(BUILD)
	@$(BUILD_SERVER)
	@scripts/dist.sh dist

test-deb: deb ## Install, use and purge the package on a clean root (needs root).
	@scripts/setup.sh test-package
	@scripts/test-deb.sh dist/scorebook_*.deb

SUITES ?= trixie
test-dist: dist ## Use the tarball on the roots of other systems (needs root).
	@scripts/setup.sh test-package
	@scripts/test-dist.sh dist/scorebook-*.tar.gz $(SUITES)

setup:
	@scripts/setup.sh build test

clean:
	rm -rf .build Server/.build $(DEMO) dist
