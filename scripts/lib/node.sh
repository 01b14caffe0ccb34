#!/usr/bin/env bash
# The npm packages that package-lock.json pins, Node among them, if they are not there yet.
set -euo pipefail
source "$(dirname "$0")/common.sh"
ensure_node_modules
