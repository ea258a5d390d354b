#!/usr/bin/env bash
# Measures NQBA Grid and prints metric,value,unit. Progress goes to standard error.
set -euo pipefail
cd "$(dirname "$0")/.."

if [ $# -eq 0 ] || [ "$1" = --help ] || [ "$1" = -h ]; then
    cat <<'HELP'
Usage: scripts/bench.sh energy [--data DIR] [--only GROUP[,GROUP...]]
       scripts/bench.sh annealing [--quick] [--data DIR] [--only GROUP[,GROUP...]]

Builds what is missing, then measures. --data (or NQBA_DATA, or ../shared/data where it exists) names the
folder of the real data sets; without it the figures on real data are left out.
HELP
    exit 0
fi

jar=$(ls benchmarks/target/benchmarks-*-exec.jar 2>/dev/null | head -n 1 || true)
if [ -z "$jar" ] || [ -n "$(find pom.xml */pom.xml */src/main -newer "$jar" -print -quit)" ]; then
    echo "Building ..." >&2
    ./mvnw -q -DskipTests package -pl benchmarks -am >&2
    jar=$(ls benchmarks/target/benchmarks-*-exec.jar | head -n 1)
fi
if [ -z "${NQBA_DATA:-}" ] && [ -d ../shared/data ]; then
    NQBA_DATA=$(cd ../shared/data && pwd)
    export NQBA_DATA
fi
exec java --add-modules=jdk.incubator.vector -Xmx2g -Djava.net.preferIPv4Stack=true -DIGNITE_UPDATE_NOTIFIER=false -DIGNITE_NO_ASCII=true \
    -DIGNITE_QUIET=false -jar "$jar" "$@"
