#!/usr/bin/env bash
# Builds if needed and starts everything: the console with one grid node in it, and further nodes beside it on request.
set -euo pipefail

usage() {
  cat <<'TXT'
Usage: scripts/run.sh [--port PORT] [--nodes N] [--data DIR] [--in-memory] [--work DIR] [--help]

Starts the console with one grid node inside and makes demo data. Prints the URL and, at the first start, the
passwords. Ctrl-C or SIGTERM stops all of it.

  --port PORT   port of the console (default: 8080)
  --nodes N     nodes in total, 1 to 9: one in the console, N-1 processes beside it. Their data stays spread over
                them, so later starts on the same directory start as many again.
  --data DIR    load the real data sets in DIR in place of demo data, at the first start
  --in-memory   keep nothing; leaves what is on disk alone
  --work DIR    directory of data and logs (default: ./work)

Environment: NQBA_PORT, NQBA_NODES, NQBA_DATA_DIR, NQBA_IN_MEMORY (true), NQBA_WORK stand for the options;
             docs/settings.md lists the settings of the nodes. NQBA_JVM_OPTIONS adds options to each JVM.
TXT
}

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
source "$root/scripts/common.sh"

port=${NQBA_PORT:-8080} nodes=${NQBA_NODES:-1} data=${NQBA_DATA_DIR:-} work=${NQBA_WORK:-./work}
in_memory=${NQBA_IN_MEMORY:-false}
while (($#)); do
  case "$1" in
    --port) require_value "$@"; port=$2; shift 2 ;;
    --nodes) require_value "$@"; nodes=$2; shift 2 ;;
    --data) require_value "$@"; data=$2; shift 2 ;;
    --work) require_value "$@"; work=$2; shift 2 ;;
    --in-memory) in_memory=true; shift ;;
    --help | -h) usage; exit 0 ;;
    *) fail "$BAD_SETTING" "The option ($1) is unknown." "See scripts/run.sh --help." ;;
  esac
done
require_number --port "$port" 1 65535
require_number --nodes "$nodes" 1 9
if [[ -n $data && ! (-d $data && -r $data && -x $data) ]]; then
  fail "$UNREADABLE_DIRECTORY" "The --data ($data) is no directory this user can read." "Name one that is."
fi
running=$(state_of "$work" pid)
[[ -z $running ]] || fail "$UNREADABLE_DIRECTORY" "A grid runs on the work directory ($work) already (process $running)." \
  "Stop it, or choose another directory with --work."

# Data of an earlier start with more nodes lies in their directories too; without them the grid would wait.
if [[ $in_memory == false ]]; then
  while [[ -d $work/node-$((nodes + 1))/db ]]; do
    nodes=$((nodes + 1))
    more_found=true
  done
  [[ -z ${more_found:-} ]] || echo "Part of the data in $work lies on further nodes: starting $nodes nodes."
fi

find_java
build_if_needed "$root" web-console
((nodes == 1)) || build_if_needed "$root" grid-node

pids=()
console=''

# The node in the console leaves first: the others stop together right after it, before data starts to move.
stop() {
  trap - EXIT
  trap '' INT TERM
  [[ -z $console ]] || { kill -TERM "$console" 2>/dev/null && wait "$console"; } || true
  for pid in ${pids[@]+"${pids[@]}"}; do kill -TERM "$pid" 2>/dev/null || true; done
  wait
}
trap stop EXIT
trap 'exit 0' INT TERM HUP

# shellcheck disable=SC2086 # several options in one variable
"$java" "@$root/config/ignite/jvm.options" ${NQBA_JVM_OPTIONS:-} \
  -jar "$root"/web-console/target/web-console-*-exec.jar \
  --server.port="$port" --nqba.work="$work" --nqba.in-memory="$in_memory" ${data:+"--nqba.data-directory=$data"} &
console=$!

until [[ -n $(state_of "$work" discovery) ]] || ! kill -0 "$console" 2>/dev/null; do sleep 0.2; done
for ((number = 2; number <= nodes; number++)); do
  kill -0 "$console" 2>/dev/null || break
  mkdir -p "$work/node-$number"
  env -u NQBA_NODE_NAME NQBA_WORK="$work" NQBA_DISCOVERY_PORT=0 NQBA_COMMUNICATION_PORT=0 NQBA_CLIENT_PORT=0 NQBA_HTTP_PORT=0 \
    "$root/scripts/node.sh" --name "node-$number" >"$work/node-$number/node.log" 2>&1 &
  pids+=($!)
  echo "Starting node-$number; its log is $work/node-$number/node.log."
done

code=0
wait "$console" || code=$?
console=''
exit "$code"
