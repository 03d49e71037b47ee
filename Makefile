# Each target works as the first command on a fresh Debian machine that has Swift.

SHELL := /bin/sh
PREFIX ?= /usr/local
DEMO := demo-out
RELEASE := .build/release/scorebook
BUILD := swift build -c release --product scorebook --static-swift-stdlib

.PHONY: all demo test bench format lint install setup clean

all: $(RELEASE)

demo: ## Score the samples and say where to look.
	@scripts/setup.sh build
	@$(BUILD)
	@scripts/demo.sh $(RELEASE) $(DEMO)

test: ## Lint, unit tests, samples, acceptance tests.
	@scripts/setup.sh build test
	@scripts/test.sh

bench: ## Compare the speed with a script on openpyxl.
	@scripts/setup.sh build test
	@$(BUILD)
	@Benchmarks/run.sh $(RELEASE)

format: ## Format all Swift sources in place.
	@swift format --in-place --recursive --parallel Package.swift Sources Tests

lint:
	@swift format lint --strict --recursive --parallel Package.swift Sources Tests

install: ## Install the command and its schemes under PREFIX.
	@scripts/setup.sh build
	@$(BUILD)
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/scorebook
	install -s -m 755 $(RELEASE) $(DESTDIR)$(PREFIX)/bin/scorebook
	cp -R templates $(DESTDIR)$(PREFIX)/share/scorebook/

setup:
	@scripts/setup.sh build test

clean:
	rm -rf .build $(DEMO)
