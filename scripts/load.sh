#!/usr/bin/env bash
# Loads the data of a unit into a running grid; the first word names the unit (energy, which may be left out, finance, sales).
# All options: scripts/load.sh --help, scripts/load.sh finance --help
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
source "$root/scripts/common.sh"

find_java
build_if_needed "$root" grid-node

# Without --join, the grid that runs on the local work directory. At the end: the first word may name the unit.
discovery=$(state_of "${NQBA_WORK:-./work}" discovery)
if [[ -n $discovery && " $* " != *" --join"* ]]; then set -- "$@" --join "$discovery"; fi

# A terminal gets a bar, a file plain lines.
if [[ -t 1 ]]; then set -- "$@" --bar; fi
# Not quiet: quiet means a banner on standard output, past the log.
exec "$java" -Xmx1g -Djava.net.preferIPv4Stack=true -DIGNITE_UPDATE_NOTIFIER=false -DIGNITE_NO_ASCII=true \
  -DIGNITE_QUIET=false -DIGNITE_HOME="$root" -DIGNITE_PERFORMANCE_SUGGESTIONS_DISABLED=true \
  -Dlogback.configurationFile="$root/config/ignite/logback-load.xml" \
  -jar "$root"/grid-node/target/grid-node-*-exec.jar load "$@"
