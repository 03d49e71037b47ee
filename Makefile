# Each target works as the first command on a fresh Debian machine that has Swift.

SHELL := /bin/sh
PREFIX ?= /usr/local
DEMO := demo-out
RELEASE := .build/release/scorebook
BUILD := swift build -c release --product scorebook --static-swift-stdlib
BIN = $(DESTDIR)$(PREFIX)/bin
SHARE = $(DESTDIR)$(PREFIX)/share
BASH = $(SHARE)/bash-completion/completions
ZSH = $(SHARE)/zsh/site-functions
FISH = $(SHARE)/fish/vendor_completions.d

SERVER := Server/.build/release/scorebook-serve
# A nested package learns of new files in this one only when its own manifest is newer.
BUILD_SERVER := touch Server/Package.swift && swift build --package-path Server -c release --product scorebook-serve --static-swift-stdlib

.PHONY: all demo serve test check-deep fuzz bench thresholds format lint install setup clean

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

thresholds: ## Record what the command costs now, for make test to hold it against.
	@scripts/setup.sh build test
	@$(BUILD)
	@.build/venv/bin/python Tests/thresholds/thresholds.py $(RELEASE) --record

format: ## Format all Swift sources in place.
	@swift format --in-place --recursive --parallel Package.swift Sources Tests Server/Package.swift Server/Sources Benchmarks Fuzzing

lint:
	@swift format lint --strict --recursive --parallel Package.swift Sources Tests Server/Package.swift Server/Sources Benchmarks Fuzzing

install: ## Install the command, its schemes, completions and manual page under PREFIX.
	@scripts/setup.sh build
	@$(BUILD)
	install -d $(BIN) $(SHARE)/scorebook $(SHARE)/man/man1 $(BASH) $(ZSH) $(FISH)
	install -s -m 755 $(RELEASE) $(BIN)/scorebook
	cp -R templates $(SHARE)/scorebook/
	install -m 644 docs/scorebook.1 $(SHARE)/man/man1/scorebook.1
	$(RELEASE) --generate-completion-script bash >$(BASH)/scorebook
	$(RELEASE) --generate-completion-script zsh >$(ZSH)/_scorebook
	$(RELEASE) --generate-completion-script fish >$(FISH)/scorebook.fish

setup:
	@scripts/setup.sh build test

clean:
	rm -rf .build $(DEMO)
