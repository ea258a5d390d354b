#!/usr/bin/env bash
# Measures NQBA Grid and prints metric,value,unit. Progress and logs go to standard error.
set -euo pipefail

usage() {
  cat <<'TXT'
Usage: scripts/bench.sh energy [--data DIR] [--only GROUP[,GROUP...]]
       scripts/bench.sh annealing [--quick] [--data DIR] [--only GROUP[,GROUP...]]
       scripts/bench.sh finance [--data DIR] [--only GROUP[,GROUP...]]
       scripts/bench.sh sales [--data DIR] [--only GROUP[,GROUP...]]
       scripts/bench.sh jmh [--iterations N] [REGEX]

Builds if needed, then measures, each figure beside its rival or its proven optimum. --data (or NQBA_DATA, or
../shared/data beside the checkout) names the folder of the real data sets; without it the figures on real data
are left out.
TXT
}

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
source "$root/scripts/common.sh"

if (($# == 0)) || [[ $1 == --help || $1 == -h ]]; then
  usage
  exit 0
fi
# A worktree of git finds the data beside the checkout that it belongs to.
checkout=$(git -C "$root" rev-parse --path-format=absolute --git-common-dir 2>/dev/null || true)
for folder in "$root/../shared/data" "${checkout:+$checkout/../../shared/data}"; do
  if [[ -z ${NQBA_DATA:-} && -d $folder ]]; then
    NQBA_DATA=$(cd "$folder" && pwd)
    export NQBA_DATA
  fi
done
find_java
build_if_needed "$root" benchmarks >&2
console=()
if [[ $1 == sales ]]; then
  # One figure is measured through REST, against a console in a process of its own.
  build_if_needed "$root" web-console >&2
  console=("-Dnqba.bench.console=-Xmx512m -jar $(echo "$root"/web-console/target/web-console-*-exec.jar)")
fi
# shellcheck disable=SC2086 # several options in one variable
exec "$java" "@$root/config/ignite/jvm.options" -Xmx2g ${NQBA_JVM_OPTIONS:-} "${console[@]}" \
  -jar "$root"/benchmarks/target/benchmarks-*-exec.jar "$@"
