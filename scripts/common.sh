# Shared by the scripts that start JVMs. Sourced, not run.

fail() { # code, problem, remedy
  echo "$2 Fix: $3" >&2
  exit "$1"
}

# Exit codes as in io.nqba.node.lifecycle.ExitCode.
readonly BAD_SETTING=2 UNREADABLE_DIRECTORY=4 WRONG_JDK=5 GRID_UNREACHABLE=7

find_java() {
  java=${JAVA_HOME:+$JAVA_HOME/bin/}java
  local version
  version=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/.*java.specification.version = //p' || true)
  if [[ ! "$version" =~ ^[0-9]+$ ]] || ((version < 17)); then
    fail "$WRONG_JDK" "A JDK 17 or newer is needed (found: ${version:-none})." \
      "Install one and point JAVA_HOME or PATH at it."
  fi
}

# Builds when a jar is missing or older than a source. The plain jar tells the age: the packaged one carries a fixed
# date, so that two builds of the same source are equal. NQBA_BUILD=false takes the jars as they are.
build_if_needed() { # root, module
  local plain packaged
  [[ ${NQBA_BUILD:-true} == true ]] || return 0
  plain=$(echo "$1/$2"/target/"$2"-*-SNAPSHOT.jar)
  packaged=$(echo "$1/$2"/target/"$2"-*-exec.jar)
  if [[ -f $plain && -f $packaged ]] && [[ -z $(find "$1"/pom.xml "$1"/config "$1"/*/pom.xml "$1"/{domain-model,privacy,intake,grid-client,compute-tasks,grid-node,"$2"}/src/main \
    -newer "$plain" -type f -print -quit) ]]; then
    return
  fi
  echo "Building (about a minute the first time) ..."
  (cd "$1" && ./mvnw -q -DskipTests -Dspotless.check.skip package -pl "$2" -am) \
    || fail 1 "The build of $2 failed." "See the messages above."
  touch "$1/$2"/target/"$2"-*-SNAPSHOT.jar
}

require_number() { # option, value, min, max
  if [[ ! "$2" =~ ^[0-9]{1,6}$ ]] || ((10#$2 < $3 || 10#$2 > $4)); then
    fail "$BAD_SETTING" "The $1 ($2) must be a whole number between $3 and $4." "Correct it; --help tells more."
  fi
}

require_value() { # option, remaining arguments
  if (($# < 2)) || [[ -z "$2" ]]; then
    fail "$BAD_SETTING" "The option $1 needs a value." "Add it; --help tells more."
  fi
}

# Prints one value of a running node's state file; nothing when the node is not running.
state_of() { # work directory, key
  local file=$1/grid.properties pid
  [[ -r $file ]] || return 0
  pid=$(sed -n 's/^pid=//p' "$file")
  if kill -0 "$pid" 2>/dev/null; then
    sed -n "s/^$2=//p" "$file"
  fi
}
