#!/bin/sh
# Installs nginx, wrk and manual pages in five languages, builds for release, and measures.
# `tests/bench/run.sh [ARTICLES]` (default 10000, in five languages each).
set -eu
cd "$(dirname "$0")/../.."

missing=""
command -v nginx >/dev/null || missing="$missing nginx-light"
command -v wrk >/dev/null || missing="$missing wrk"
if [ -n "$missing" ]; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        apt-get update -qq
        # shellcheck disable=SC2086
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
    else
        echo "missing:$missing (apt-get install$missing)" >&2
        exit 1
    fi
fi
python3 -c 'import aiosmtpd' 2>/dev/null || { echo "aiosmtpd is missing: run tests/install.sh" >&2; exit 1; }

# Unpacked, not installed: slim images leave manual pages out.
manual="${CARGO_TARGET_DIR:-target}/manual"
if [ ! -d "$manual/usr" ]; then
    mkdir -p "$manual"
    (cd "$manual" && apt-get download -qq manpages manpages-de manpages-es manpages-fr manpages-it 2>/dev/null)
    for package in "$manual"/*.deb; do dpkg-deb --extract "$package" "$manual"; done
fi

cargo build --release --locked --quiet --package gazette --package gazette-tests --bins
exec "${CARGO_TARGET_DIR:-target}/release/bench" "$manual/usr/share/man" "$@"
