#!/usr/bin/env bash
# The parser: in V8 against two parsers from npm, on the JVM against JSqlParser; linearity; size.
set -euo pipefail
source "$(dirname "$0")/../common.sh"
bench=scripts/lib/bench/parser

ensure_node_modules
if [[ ! $bench/node_modules/.package-lock.json -nt $bench/package-lock.json ]]; then
  npm ci --prefix "$bench" --no-audit --no-fund --loglevel=error >&2
  touch "$bench/node_modules/.package-lock.json"
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
failed=0
# Compiles the programs, and measures on the JVM.
mvn -B -q -Pbench -pl sqlite-ast/compiled -am -DskipTests package >"$log" 2>&1 || failed=1
if ! grep "^JVM" "$log"; then
  cat "$log" >&2
  fail "the build failed"
fi
pinned_node "$bench/measure.mjs" || failed=1
pinned_node --min-semi-space-size=256 --max-semi-space-size=256 "$bench/linearity.mjs" || failed=1
pinned_node "$bench/linearity.mjs"
exit "$failed"
