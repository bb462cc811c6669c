#!/bin/sh
# Builds Gazette and starts its demo: a throw-away publication with sample content.
# Arguments go to `gazette demo`, such as --listen 127.0.0.1:9000 or --data-dir DIR.
set -eu
cd "$(dirname "$0")/.."

command -v cargo >/dev/null || { echo "Rust is missing: see https://rustup.rs" >&2; exit 1; }
command -v cc >/dev/null || { echo "A C compiler is missing: apt-get install build-essential" >&2; exit 1; }

sh deploy/newsroom.sh
cargo build --release --locked --quiet --package gazette
exec "${CARGO_TARGET_DIR:-target}/release/gazette" demo "$@"
