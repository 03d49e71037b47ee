#!/bin/sh
# Records what runs how often while rounds like a bureau's are scored (Profile/scorebook.profdata),
# and which functions call which (Profile/calls.txt).
#
# The rounds are those of the acceptance tests' generator, half of them with faults; `make bench`
# measures others (another seed).
set -eu
cd "$(dirname "$0")/.."
python=$PWD/.build/venv/bin/python
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

tools=$(dirname "$(readlink -f "$(command -v swiftc)")")
runtime=$(find "$tools/../lib/clang" -name "libclang_rt.profile-$(uname -m).a" | head -n 1)
SCOREBOOK_PROFILING=1 swift build -c release --product scorebook --static-swift-stdlib \
  --scratch-path .build/profiling -Xswiftc -Xfrontend -Xswiftc -ir-profile-generate \
  -Xlinker "$runtime" -Xlinker -u__llvm_profile_runtime
scorebook=$PWD/.build/profiling/release/scorebook

recorded() {
  name=$1
  shift
  LLVM_PROFILE_FILE=$work/$name.profraw "$scorebook" "$@" --quiet
}

for dialect in plain wps; do
  round=$work/$dialect
  (cd Tests/acceptance &&
    "$python" generate.py --out "$round" --clean 100 --faulty 100 --seed 11 --dialect $dialect)
  for jobs in 1 2; do
    recorded "$dialect-$jobs" score --scheme mof-2020 --programme "$round/programme.xlsx" \
      "$round/returns" --out "$round/out" --fail-on never --jobs $jobs
  done
done
recorded blanks handout --scheme mof-2020 --programme "$work/plain/programme.xlsx" \
  --out "$work/blanks"

mkdir -p Profile
"$tools/llvm-profdata" merge --sparse --output Profile/scorebook.profdata "$work"/*.profraw

# A build does not look at what was recorded by itself.
forget() {
  rm -rf .build/release/scorebook
  for module in Figures Workbooks Evaluation Forms scorebook; do
    rm -rf ".build/release/$module.build"
  done
}

# Which functions call which, for the linker: of a build that knows the profile.
forget
swift build -c release --product scorebook --static-swift-stdlib
strip -g -o "$work/scorebook" .build/release/scorebook
SWIFT_DETERMINISTIC_HASHING=1 valgrind --tool=callgrind --callgrind-out-file="$work/calls" \
  "$work/scorebook" score --scheme templates/mof-2020/scheme.yaml --programme "$work/plain/programme.xlsx" \
  "$work/plain/returns" --out "$work/called" --fail-on never --jobs 1 --quiet
"$python" scripts/calls.py "$work/calls" 200 > Profile/calls.txt
forget
