#!/bin/sh
# Runs the browser tests against the demo. Needs `tests/install.sh`.
set -eu
cd "$(dirname "$0")"
sh ../../deploy/newsroom.sh
cargo build --quiet --locked --workspace --bins --manifest-path ../../Cargo.toml
[ -d node_modules ] || npm ci --silent --no-audit --no-fund
PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npx playwright test "$@"
