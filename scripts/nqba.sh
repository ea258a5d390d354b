#!/usr/bin/env bash
# Solves QUBO, Ising and Max-Cut problems on the grid, for batch jobs. All commands: scripts/nqba.sh --help
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
source "$root/scripts/common.sh"

find_java
build_if_needed "$root" grid-node

# Without --connect, the grid that runs on the local work directory; the option stands behind the command.
client=$(state_of "${NQBA_WORK:-./work}" client)
if (($#)) && [[ $1 != -* && -n $client && " $* " != *" --connect"* && " $* " != *" --embedded "* ]]; then
  command=$1; shift
  set -- "$command" --connect "$client" "$@"
fi
# A terminal gets a bar, a file plain lines.
if [[ -t 1 && ${1:-} =~ ^(solve|watch)$ ]]; then
  command=$1; shift
  set -- "$command" --bar "$@"
fi

# Not quiet: quiet means a banner on standard output, past the log.
# shellcheck disable=SC2086 # several options in one variable
exec "$java" "@$root/config/ignite/jvm.options" ${NQBA_JVM_OPTIONS:-} -DIGNITE_QUIET=false -DIGNITE_HOME="$root" \
  -Dlogback.configurationFile="$root/config/ignite/logback-load.xml" \
  -jar "$root"/grid-node/target/grid-node-*-exec.jar nqba "$@"
