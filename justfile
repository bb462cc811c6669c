# Every habit as a recipe. `just` lists them.

default:
    @just --list

# Build and start the demo; arguments such as --listen 127.0.0.1:9000
demo *args:
    sh deploy/demo.sh {{args}}

# Install what the tests need and run all of them
test:
    sh tests/run.sh

# The long tests: a hundred thousand messages of Stripe's, doubled, shuffled and lost
nightly:
    GAZETTE_TEST_DELIVERIES=100000 cargo nextest run -p billing --no-capture whatever_happens any_order

# Run the demo unoptimised, with verbose logs
dev *args:
    GAZETTE_LOG__LEVEL=info,gateway=debug,content=debug cargo run -- demo {{args}}

# Format, lint, document: what the tests check first
lint:
    cargo fmt --all --check
    cargo clippy --workspace --all-targets -- -D warnings
    RUSTDOCFLAGS="-D warnings" cargo doc --workspace --no-deps
    cargo deny check licenses bans sources

fmt:
    cargo fmt --all

# A throw-away PostgreSQL server for tests; prints its address
db dir="/tmp/gazette-postgres":
    tests/postgres.sh {{dir}}

# Screenshots of every page: desktop and phone, light and dark, each language
shots *args:
    sh tests/browser/shots.sh {{args}}

# What a page costs, against nginx with the same bytes; arguments: the number of articles
bench *args:
    tests/bench/run.sh {{args}}

# What searching costs and how good it is, against PostgreSQL and SQLite; arguments: the number of documents
bench-search *args:
    tests/bench-search/run.sh {{args}}

doc:
    cargo doc --workspace --no-deps --open
