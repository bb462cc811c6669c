#!/bin/sh
# Installs what the tests need, runs all of them, and ends with the line `N passed, N failed`.
set -eu
cd "$(dirname "$0")/.."

tests/install.sh
# shellcheck source=/dev/null
. "$HOME/.cargo/env" 2>/dev/null || true

# What is kept for a faster second build would take more disk than all the rest.
CARGO_INCREMENTAL=0
export CARGO_INCREMENTAL

work=$(mktemp -d)
chmod 755 "$work"
trap 'tests/postgres.sh stop "$work/postgres" 2>/dev/null || true; rm -rf "$work"' EXIT INT TERM
GAZETTE_TEST_POSTGRES_URL=$(tests/postgres.sh "$work/postgres" "${GAZETTE_TEST_POSTGRES_PORT:-54339}")
export GAZETTE_TEST_POSTGRES_URL

passed=0
failed=0
# Runs a step that either works or doesn't, and counts it as one test.
step() {
    name=$1
    shift
    printf '\n== %s\n' "$name"
    if "$@"; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "failed: $name"; fi
}
# Adds the counts of a runner's report: `… N passed …` and `… N failed …`.
count() {
    report=$1
    ok=$(sed -n 's/.*[^0-9]\([0-9][0-9]*\) passed.*/\1/p' "$report" | tail -n 1)
    bad=$(sed -n 's/.*[^0-9]\([0-9][0-9]*\) failed.*/\1/p' "$report" | tail -n 1)
    passed=$((passed + ${ok:-0}))
    failed=$((failed + ${bad:-0}))
    [ -n "$ok" ] || { echo "no test ran: $report"; failed=$((failed + 1)); }
}

step "format" cargo fmt --all --check
step "lints" cargo clippy --workspace --all-targets --locked -- -D warnings
step "documentation" env RUSTDOCFLAGS="-D warnings" cargo doc --workspace --no-deps --locked --quiet

step "dependencies" cargo deny --log-level error check licenses bans sources
if timeout 60 cargo deny --log-level off fetch db >/dev/null 2>&1; then
    step "advisories" cargo deny --log-level error check advisories
else
    echo "SKIPPED: known faults of dependencies are not looked up (github.com/rustsec/advisory-db can't be reached)"
fi

# The newsroom's scripts, before the binary that they go into.
step "newsroom: types" npm --prefix crates/gateway/newsroom run --silent check
step "newsroom: build" npm --prefix crates/gateway/newsroom run --silent build
printf '\n== newsroom: tests\n'
{ npm --prefix crates/gateway/newsroom test --silent 2>&1 || true; } | tee "$work/newsroom"
sed -n 's/^[^0-9]* pass \([0-9]*\)$/ \1 passed/p; s/^[^0-9]* fail \([0-9]*\)$/ \1 failed/p' "$work/newsroom" | tr '\n' ' ' >"$work/newsroom.summary"
count "$work/newsroom.summary"

# The whole-system tests run the binary.
step "build" cargo build --workspace --bins --locked --quiet

[ -f "${STRIPE_FIXTURES:-../shared/stripe/fixtures3.json}" ] ||
    echo "SKIPPED: the sandbox is not compared with Stripe's fixtures (name fixtures3.json of github.com/stripe/openapi in STRIPE_FIXTURES)"
[ -n "${GAZETTE_TEST_MEILI_URL:-}" ] ||
    echo "SKIPPED: the search is not tested on a real Meilisearch, only on a stand-in (name one in GAZETTE_TEST_MEILI_URL, its master key in GAZETTE_TEST_MEILI_KEY)"
printf '\n== tests\n'
{ cargo nextest run --workspace --locked --no-fail-fast --color never 2>&1 || true; } | tee "$work/nextest"
grep 'Summary \[' "$work/nextest" | sed 's/^/ /' >"$work/nextest.summary" || true
count "$work/nextest.summary"

printf '\n== documentation tests\n'
{ cargo test --workspace --locked --doc 2>&1 || true; } | tee "$work/doctest"
grep -q '^test result: FAILED\|^error' "$work/doctest" && failed=$((failed + 1))

printf '\n== in the browser\n'
{ tests/browser/run.sh 2>&1 || true; } | tee "$work/browser"
grep -E '^ +[0-9]+ (passed|failed)' "$work/browser" | tr '\n' ' ' >"$work/browser.summary" || true
count "$work/browser.summary"

printf '\n%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" = 0 ]
