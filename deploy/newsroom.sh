#!/bin/sh
# Builds the newsroom's scripts, which go into the binary. Without Node.js, or without a way to npm's
# registry, there are none, and the newsroom's pages are plain forms.
set -eu
cd "$(dirname "$0")/../crates/gateway/newsroom"

without() { echo "The newsroom is built without its editor: $1." >&2; exit 0; }
command -v npm >/dev/null || without "npm is missing"
if ! [ -d node_modules ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
    npm ci --silent --no-audit --no-fund || without "npm ci failed"
fi
# What is built already and newer than its sources is kept, and so is the binary it is in.
if [ -f dist/editor.js ] && [ -z "$(find src package-lock.json build.mjs -newer dist/editor.js)" ]; then exit 0; fi
npm run --silent build >/dev/null
