#!/usr/bin/env bash
# dist/ from a program that is already compiled: what the build runs before the Worker's tests.
set -euo pipefail
source "$(dirname "$0")/common.sh"
ensure_bundles
