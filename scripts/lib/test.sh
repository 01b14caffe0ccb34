#!/usr/bin/env bash
# Tests of the client commands, by Node's own test runner.
set -euo pipefail
source "$(dirname "$0")/common.sh"
ensure_node_modules
pinned_node --test --test-reporter=dot "scripts/test/*.test.mjs"
