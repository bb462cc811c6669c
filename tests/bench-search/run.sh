#!/bin/sh
# Fetches manual pages in seven languages, starts a PostgreSQL, builds for release, and measures.
# `tests/bench-search/run.sh [DOCUMENTS]` (default 100000).
set -eu
cd "$(dirname "$0")/../.."

# Unpacked, not installed: slim images leave manual pages out.
manual="${CARGO_TARGET_DIR:-target}/manual-search"
if [ ! -d "$manual/usr" ]; then
    mkdir -p "$manual"
    (cd "$manual" && for language in "" -de -es -fr -it -pl -ru; do
        apt-get download -qq "manpages$language" "manpages$language-dev" 2>/dev/null
    done)
    for package in "$manual"/*.deb; do dpkg-deb --extract "$package" "$manual"; done
fi
GAZETTE_TEST_POSTGRES_URL="${GAZETTE_TEST_POSTGRES_URL:-$(tests/postgres.sh /tmp/gazette-postgres)}"
export GAZETTE_TEST_POSTGRES_URL

cargo build --release --locked --quiet --package gazette-tests --bin bench-search
exec "${CARGO_TARGET_DIR:-target}/release/bench-search" "$manual/usr/share/man" "$@"
