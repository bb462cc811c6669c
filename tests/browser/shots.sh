#!/bin/sh
# Screenshots of every page into shots/: desktop and phone, light and dark, each language.
set -eu
cd "$(dirname "$0")"
SHOTS=1 ./run.sh --grep @shots "$@"
echo "shots/ is filled"
