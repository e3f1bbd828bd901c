# Read by start, reset, stop, describe and web: where things are, settings, steps and processes.
# shellcheck shell=bash
set -euo pipefail
export LC_ALL=C
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
WORK=${REAL_SENTRY_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/real-sentry}

fail() {
  printf 'real-sentry: %s\n' "$*" >&2
  exit 1
}

[[ $WORK == /* ]] || fail "REAL_SENTRY_DIR must be an absolute path, not '$WORK'."
((${#WORK} < 76)) || fail "REAL_SENTRY_DIR is too long for a Unix socket (75 characters at most): $WORK"
mkdir -p "$WORK"/{log,run,stamps}
WORK=$(cd "$WORK" && pwd -P)
LOG=$WORK/log
SETUP_LOG=$LOG/setup.log
SENTRY_PYTHON=$WORK/sentry-venv/bin/python
CLICKHOUSE_PYTHON=$WORK/clickhouse-venv/bin/python
cd "$WORK"

# start and describe take settings from the environment, and start keeps them for the other scripts.
if [[ $(basename "$0") != @(start|describe) && -f run/settings ]]; then
  # shellcheck source=/dev/null
  . run/settings
fi
export REAL_SENTRY_DIR=$WORK
export REAL_SENTRY_PORT=${REAL_SENTRY_PORT:-8911}
export REAL_SENTRY_CLICKHOUSE_PORT=${REAL_SENTRY_CLICKHOUSE_PORT:-8913}
export REAL_SENTRY_POSTGRES_PORT=${REAL_SENTRY_POSTGRES_PORT:-8914} # only names the socket
export REAL_SENTRY_REDIS_PORT=${REAL_SENTRY_REDIS_PORT:-8915}
export SENTRY_CONF=$HERE/sentry.conf.py PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 C_FORCE_ROOT=1
export PYTHONWARNINGS=ignore

settings() {
  local name variable
  for name in PORT CLICKHOUSE_PORT POSTGRES_PORT REDIS_PORT GLOBAL_VIEWS SELF_HOSTED RATE_LIMIT SQL_LOG; do
    variable=REAL_SENTRY_$name
    printf 'export %s=%q\n' "$variable" "${!variable:-}"
  done
}

hash_of() { (cd "$HERE" && cat "$@" | sha256sum | cut -c1-16); }
is_stamped() { [[ $(cat "stamps/$1" 2>/dev/null) == "$2" ]]; }

# Waits until no other start, reset or stop is running.
lock() {
  exec 9>run/lock
  flock -w 900 9 || fail "another start, reset or stop has held $WORK/run/lock for 15 minutes."
}

# step NAME COMMAND...: runs the command with its output in setup.log, and prints how long it took.
step() {
  local name=$1 began=${EPOCHREALTIME/./} status=0
  shift
  printf '  %-52s ' "$name"
  set +e
  (set -e; "$@") >>"$SETUP_LOG" 2>&1
  status=$?
  set -e
  if ((status)); then
    printf 'failed; the end of %s:\n' "$SETUP_LOG"
    tail -n 15 "$SETUP_LOG"
    exit 1
  fi
  local tenths=$(((${EPOCHREALTIME/./} - began) / 100000))
  printf '%d.%d s\n' $((tenths / 10)) $((tenths % 10))
}

# launch NAME COMMAND...: starts a server in the background; keeps its pid and when that process began.
launch() {
  local name=$1
  shift
  setsid nohup "$@" >>"$LOG/$name.log" 2>&1 </dev/null 9>&- &
  echo "$! $(began_at $!)" >"run/$name.pid"
}

# When a process began, in clock ticks since boot; nothing for one that has ended.
began_at() {
  local fields
  { read -r fields <"/proc/$1/stat"; } 2>/dev/null || return 0
  read -ra fields <<<"${fields##*) }"
  [[ ${fields[0]} == Z ]] || echo "${fields[19]}"
}

is_running() {
  local pid began
  { read -r pid began <"run/$1.pid"; } 2>/dev/null && [[ $(began_at "$pid") == "$began" ]]
}

stop_server() {
  local name=$1 pid
  if is_running "$name"; then
    read -r pid _ <"run/$name.pid"
    kill "$pid"
    for _ in {1..50}; do
      is_running "$name" || break
      sleep 0.1
    done
    if is_running "$name"; then kill -9 "$pid"; fi
  fi
  rm -f "run/$name.pid" "run/$name.ready"
}

# wait_for NAME SECONDS COMMAND...: until the command succeeds; fails when the server has ended.
wait_for() {
  local name=$1 ends=$((SECONDS + $2))
  shift 2
  until "$@"; do
    is_running "$name" || { tail -n 15 "$LOG/$name.log"; echo "$name ended."; return 1; }
    ((SECONDS < ends)) || { echo "$name did not answer in time."; return 1; }
    sleep 0.1
  done
}

port_open() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

port_free() {
  ! port_open "$2" || { echo "Port $2 is in use by another program; set $1 to a free one."; return 1; }
}
