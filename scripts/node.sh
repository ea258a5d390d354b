#!/usr/bin/env bash
# Starts one grid node as a process of its own: adds it to a running grid, or founds one.
set -euo pipefail

usage() {
  cat <<'TXT'
Usage: scripts/node.sh [--join HOST:PORT | --found] [--name NAME] [--work DIR] [--in-memory] [--help]

Runs one grid node in the foreground; Ctrl-C or SIGTERM makes it leave the grid. Without options it joins the
grid that scripts/run.sh has started from the same directory and takes the first free name of node-2, node-3, ...

  --join HOST:PORT  discovery address of any node of the grid (default: from ./work/grid.properties)
  --found           start a new grid, to which others can join
  --name NAME       name of the node, which its data goes by (default: the first free node-N; node-1 founds)
  --work DIR        directory of the node's data (default: ./work/NAME; ./work with --found)
  --in-memory       keep nothing on disk; all nodes of a grid do or none (default: as the local grid does)

Environment: every NQBA_ variable of docs/settings.md; ports are free ones unless set there.
             NQBA_JVM_OPTIONS adds options to the JVM, such as -Xmx2g.
Exit codes:  0 stopped · 2 bad setting · 3 port taken · 4 directory · 5 JDK · 6 memory · 7 no grid · 70 node failed
TXT
}

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
source "$root/scripts/common.sh"

base=${NQBA_WORK:-./work}
join='' found=false name=${NQBA_NODE_NAME:-} work='' persistence=''
while (($#)); do
  case "$1" in
    --join) require_value "$@"; join=$2; shift 2 ;;
    --found) found=true; shift ;;
    --name) require_value "$@"; name=$2; shift 2 ;;
    --work) require_value "$@"; work=$2; shift 2 ;;
    --in-memory) persistence=false; shift ;;
    --help | -h) usage; exit 0 ;;
    *) fail "$BAD_SETTING" "The option ($1) is unknown." "See scripts/node.sh --help." ;;
  esac
done

if [[ $found == false && -z $join ]]; then
  join=$(state_of "$base" discovery)
  persistence=${persistence:-$(state_of "$base" persistence)}
  [[ -n $join ]] || fail "$GRID_UNREACHABLE" "No grid runs on the work directory ($base)." \
    "Start one with scripts/run.sh, name one with --join HOST:PORT, or found one with --found."
fi
if [[ $found == false && ! $join =~ ^[^:]+:[0-9]+$ ]]; then
  fail "$BAD_SETTING" "The --join ($join) must be HOST:PORT." "Correct it; --help tells more."
fi

# A name is free when no running node has it; one that ran before gets its data back.
first_free_name() {
  local number=2
  while [[ -n $(state_of "$base/node-$number" name) ]]; do number=$((number + 1)); done
  echo "node-$number"
}

if [[ $found == true ]]; then
  name=${name:-node-1} work=${work:-$base}
else
  name=${name:-$(first_free_name)} work=${work:-$base/$name}
fi

find_java
build_if_needed "$root" grid-node

export NQBA_NODE_NAME=$name NQBA_WORK=$work
export NQBA_PERSISTENCE=${persistence:-${NQBA_PERSISTENCE:-true}}
if [[ $found == true ]]; then
  export NQBA_DISCOVERY_ADDRESSES=${NQBA_BIND:-127.0.0.1}:${NQBA_DISCOVERY_PORT:-47500}
else
  export NQBA_DISCOVERY_ADDRESSES=$join
  export NQBA_DISCOVERY_PORT=${NQBA_DISCOVERY_PORT:-0} NQBA_COMMUNICATION_PORT=${NQBA_COMMUNICATION_PORT:-0}
  export NQBA_CLIENT_PORT=${NQBA_CLIENT_PORT:-0} NQBA_HTTP_PORT=${NQBA_HTTP_PORT:-0}
fi
# shellcheck disable=SC2086 # several options in one variable
exec "$java" "@$root/config/ignite/jvm.options" ${NQBA_JVM_OPTIONS:-} -jar "$root"/grid-node/target/grid-node-*-exec.jar
