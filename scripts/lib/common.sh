# Shared by the scripts: sourced, not run. Leaves the shell in the repository's root.
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

fail() {
  echo "${0##*/}: $*" >&2
  exit 1
}

# Installs what package-lock.json pins, the newer Node included, unless that is already there.
ensure_node_modules() {
  if [[ node_modules/.package-lock.json -nt package-lock.json && -x node_modules/.bin/node ]]; then
    return
  fi
  command -v npm >/dev/null || fail "npm is needed: install Node 20 or newer"
  npm ci --no-audit --no-fund --loglevel=error >&2 || fail "npm ci failed"
  touch node_modules/.package-lock.json
}

pinned_node() {
  node_modules/.bin/node "$@"
}

# True if a file that the compiled program is made from is newer than the program.
program_is_stale() {
  local program=conductor/target/teavm/js/ensemble.js
  [[ ! -f $program || ! -f conductor/target/teavm/wasm/ensemble.wasm ]] && return 0
  [[ -n $(find pom.xml ./*/pom.xml ./*/src/main/java ./*/src/main/resources \
    -newer "$program" -type f -print -quit 2>/dev/null) ]]
}

# Compiles the program by Maven, saying in one line what is missing if it is the JDK.
compile_program() {
  command -v mvn >/dev/null || fail "mvn is needed: install Maven 3.8 or newer"
  local log
  log=$(mktemp)
  if ! mvn -B -q -pl conductor -am -DskipTests package >"$log" 2>&1; then
    if grep -q "Cannot find matching toolchain" "$log"; then
      rm -f "$log"
      fail "no JDK 21 or newer is installed"
    fi
    cat "$log" >&2
    rm -f "$log"
    fail "the build failed"
  fi
  rm -f "$log"
}

# True if dist/ is older than what it is made from.
dist_is_stale() {
  [[ ! -f dist/miniflare.config.mjs ]] && return 0
  [[ -n $(find js-shims/src/main/js conductor/target/teavm scripts wrangler.toml package-lock.json \
    -newer dist/miniflare.config.mjs -type f -print -quit) ]]
}

# Brings dist/ up to date with the compiled program.
ensure_bundles() {
  ensure_node_modules
  if dist_is_stale; then
    pinned_node scripts/lib/assemble.mjs
  fi
}
