#!/usr/bin/env bash
# Builds everything and runs all tests: unit, grid, failure, browser. What CI runs, no more and no less.
set -euo pipefail

usage() {
  cat <<'TXT'
Usage: scripts/test.sh [--quick] [--help]

Builds all modules, runs all tests and prints the totals. Needs JDK 17 or newer and a Chromium; where apt is
there and may be used, a missing Chromium is installed.

  --quick   unit tests only: no grid processes, no browser

NQBA_DATA   folder with the real data sets; default: ../shared/data beside the checkout. Tests that need it
            are skipped by name where it is missing.
CHROMIUM    path of the browser; default: the first of chromium, chromium-browser, google-chrome on the PATH
TXT
}

quick=false
for argument in "$@"; do
  case "$argument" in
    --quick) quick=true ;;
    --help | -h) usage; exit 0 ;;
    *) echo "Unknown option ($argument). Fix: see scripts/test.sh --help." >&2; exit 2 ;;
  esac
done

cd "$(dirname "${BASH_SOURCE[0]}")/.."

require_jdk() {
  local version
  version=$(java -XshowSettings:properties -version 2>&1 | sed -n 's/.*java.specification.version = //p' || true)
  if [[ ! "$version" =~ ^[0-9]+$ ]] || ((version < 17)); then
    echo "A JDK 17 or newer is needed (found: ${version:-none}). Fix: install one and point JAVA_HOME and PATH at it." >&2
    exit 1
  fi
}

find_browser() {
  local name
  for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome; do
    [[ -n "$name" ]] && command -v "$name" && return 0
  done
  return 1
}

require_browser() {
  if find_browser > /dev/null; then return 0; fi
  local sudo=""
  [[ $(id -u) -eq 0 ]] || sudo="sudo -n"
  if command -v apt-get > /dev/null; then
    echo "Installing Chromium for the browser tests."
    $sudo apt-get update -qq && $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium > /dev/null
  fi
  find_browser > /dev/null || {
    echo "No Chromium for the browser tests. Fix: install the package chromium, or set CHROMIUM to its path." >&2
    exit 1
  }
}

# The sum over all modules, because every module prints only its own.
print_totals() {
  awk '
    function number(name, line,  found) { return match(line, name "=\"[0-9]+\"") ? substr(line, RSTART + length(name) + 2, RLENGTH - length(name) - 3) + 0 : 0 }
    /<testsuite / { tests += number(" tests", $0) ; failed += number(" failures", $0) + number(" errors", $0) ; skipped += number(" skipped", $0) }
    END { printf "%d passed, %d failed, %d skipped\n", tests - failed - skipped, failed, skipped }
  ' $(find . -path '*/target/*-reports/TEST-*.xml' | sort) /dev/null
}

require_jdk
if $quick; then
  status=0
  ./mvnw -B -ntp test || status=$?
else
  require_browser
  CHROMIUM=$(find_browser)
  export CHROMIUM PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
  status=0
  ./mvnw -B -ntp clean verify || status=$?
fi
print_totals
exit "$status"
