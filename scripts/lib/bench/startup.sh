#!/usr/bin/env bash
# How much longer the Worker takes to start than an empty one.
set -euo pipefail
source "$(dirname "$0")/../common.sh"
if program_is_stale; then
  compile_program
fi
ensure_bundles >&2
pinned_node scripts/lib/bench/startup/startup.mjs
