#!/bin/sh
# Starts a throw-away PostgreSQL server in the folder $1 (default: a temporary one) on port $2
# (default 54329) and prints its address. `tests/postgres.sh stop DIR` ends it.
set -eu

bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[ -n "$bin" ] || bin=$(dirname "$(command -v initdb)")
[ -x "$bin/initdb" ] || { echo "PostgreSQL is missing: apt-get install postgresql" >&2; exit 1; }

# The server refuses to run as root.
as_postgres() {
    if [ "$(id -u)" = 0 ]; then su postgres -s /bin/sh -c "$*"; else sh -c "$*"; fi
}

if [ "${1:-}" = stop ]; then
    as_postgres "$bin/pg_ctl -D '$2/data' -m immediate stop" >/dev/null
    exit 0
fi

dir=${1:-$(mktemp -d)}
port=${2:-54329}
mkdir -p "$dir"
[ "$(id -u)" != 0 ] || chown postgres "$dir"
as_postgres "$bin/initdb -D '$dir/data' -U gazette -A trust -E UTF8 --locale=C" >/dev/null
# Durability is for data that matters; this server dies with its tests.
as_postgres "$bin/pg_ctl -D '$dir/data' -w -l '$dir/log' -o '-p $port -k $dir -c listen_addresses=127.0.0.1 -c fsync=off -c full_page_writes=off -c max_connections=300' start" >/dev/null
echo "postgres://gazette@127.0.0.1:$port/postgres"
