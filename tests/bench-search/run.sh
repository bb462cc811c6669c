#!/bin/sh
# Fetches manual pages in eleven languages and a handbook in ten, starts a PostgreSQL, builds for release, and measures.
# `tests/bench-search/run.sh [DOCUMENTS]` (default 100000).
set -eu
cd "$(dirname "$0")/../.."

# Unpacked, not installed: slim images leave manual pages out.
manual="${CARGO_TARGET_DIR:-target}/manual-search"
if [ ! -d "$manual/usr" ]; then
    mkdir -p "$manual"
    (cd "$manual" && for package in manpages manpages-dev manpages-de manpages-de-dev manpages-es manpages-es-dev \
        manpages-fr manpages-fr-dev manpages-it manpages-it-dev manpages-ja manpages-ja-dev manpages-nl \
        manpages-nl-dev manpages-pl manpages-pl-dev manpages-ru manpages-ru-dev manpages-uk manpages-uk-dev \
        manpages-zh debian-handbook; do
        apt-get download -qq "$package" 2>/dev/null
    done)
    for package in "$manual"/*.deb; do dpkg-deb --extract "$package" "$manual"; done
fi
GAZETTE_TEST_POSTGRES_URL="${GAZETTE_TEST_POSTGRES_URL:-$(tests/postgres.sh /tmp/gazette-postgres)}"
export GAZETTE_TEST_POSTGRES_URL

cargo build --release --locked --quiet --workspace --bin gazette --bin bench-search
exec "${CARGO_TARGET_DIR:-target}/release/bench-search" "$manual" "$@"
