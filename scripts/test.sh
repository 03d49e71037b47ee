#!/bin/sh
# Everything that must hold: format, build without warnings, unit tests, samples, acceptance.
set -eu
cd "$(dirname "$0")/.."

echo "== format"
swift format lint --strict --recursive --parallel Package.swift Sources Tests Fuzzing

echo "== tests"
swift test

echo "== acceptance"
swift build -c release --product scorebook --static-swift-stdlib
exec scripts/acceptance.sh .build/release/scorebook .build/venv/bin/python
