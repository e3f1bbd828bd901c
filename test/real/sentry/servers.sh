# Read by start, reset and stop: Postgres, Redis, ClickHouse, Sentry, and the data in them.
# shellcheck shell=bash

# Postgres refuses to run as root, so root runs it as the user postgres. That user may be unable to
# pass the folders above the work folder (a home folder, say), hence the capability.
as_postgres() {
  if ((EUID)); then
    "$@"
  else
    setpriv --reuid=postgres --regid=postgres --clear-groups \
      --inh-caps=+dac_override --ambient-caps=+dac_override -- "$@"
  fi
}

postgres_bin() {
  local folder
  for folder in /usr/lib/postgresql/{15,16,14,17}/bin; do
    if [[ -x $folder/pg_ctl ]]; then echo "$folder"; return; fi
  done
  dirname "$(command -v pg_ctl || echo /nowhere/pg_ctl)"
}

sql() {
  local database=$1
  shift
  printf '%s;\n' "$@" | "$(postgres_bin)/psql" -X -q -v ON_ERROR_STOP=1 \
    -h "$WORK/postgres.sock" -p "$REAL_SENTRY_POSTGRES_PORT" -U sentry -d "$database"
}

clickhouse() {
  "$CLICKHOUSE_PYTHON" - "$@" <<'PYTHON'
import http.client, os, sys
for sql in sys.argv[1:]:
    server = http.client.HTTPConnection("127.0.0.1", int(os.environ["REAL_SENTRY_CLICKHOUSE_PORT"]))
    server.request("POST", "/", sql)
    answer = server.getresponse()
    if answer.status != 200:
        sys.exit(answer.read().decode())
PYTHON
}

flush_redis() { redis-cli -h 127.0.0.1 -p "$REAL_SENTRY_REDIS_PORT" flushall; }

start_postgres() {
  if [[ ! -f postgres/PG_VERSION ]]; then
    rm -rf postgres postgres.sock
    mkdir -m 700 postgres postgres.sock
    if ((!EUID)); then chown postgres: postgres postgres.sock; fi
    as_postgres "$(postgres_bin)/initdb" -D "$WORK/postgres" -U sentry --auth=trust --no-sync -E UTF8 --locale=C.UTF-8
    # The data can be made again, so nothing waits for the disk. No TCP: only the socket.
    printf '%s\n' "listen_addresses = ''" "unix_socket_directories = '$WORK/postgres.sock'" \
      'fsync = off' 'synchronous_commit = off' 'full_page_writes = off' >>postgres/postgresql.conf
  fi
  as_postgres "$(postgres_bin)/pg_ctl" -D "$WORK/postgres" status >/dev/null ||
    as_postgres "$(postgres_bin)/pg_ctl" -D "$WORK/postgres" -o "-p $REAL_SENTRY_POSTGRES_PORT" -w -t 60 start 9>&- \
      >>"$LOG/postgres.log" 2>&1
}

start_redis() {
  is_running redis && return
  port_free REAL_SENTRY_REDIS_PORT "$REAL_SENTRY_REDIS_PORT"
  launch redis redis-server --bind 127.0.0.1 --port "$REAL_SENTRY_REDIS_PORT" --save '' --appendonly no
  wait_for redis 20 port_open "$REAL_SENTRY_REDIS_PORT"
}

start_clickhouse() {
  is_running clickhouse && return
  port_free REAL_SENTRY_CLICKHOUSE_PORT "$REAL_SENTRY_CLICKHOUSE_PORT"
  launch clickhouse "$CLICKHOUSE_PYTHON" "$HERE/clickhouse_server.py"
  wait_for clickhouse 60 port_open "$REAL_SENTRY_CLICKHOUSE_PORT"
}

start_worker() {
  is_running worker && return
  rm -f run/worker.ready
  launch worker "$SENTRY_PYTHON" "$HERE/run.py" worker
}

sentry_answers() {
  local status
  {
    exec 3<>"/dev/tcp/127.0.0.1/$REAL_SENTRY_PORT" || return 1
    printf 'GET /api/0/ HTTP/1.0\r\n\r\n' >&3
    IFS= read -r -t 30 status <&3
    exec 3>&-
  } 2>/dev/null
  [[ $status == *' 200 '* ]]
}

start_sentry() {
  start_worker
  if ! is_running web; then
    port_free REAL_SENTRY_PORT "$REAL_SENTRY_PORT"
    launch web "$SENTRY_PYTHON" "$HERE/run.py" web
  fi
  wait_for web 120 sentry_answers
  wait_for worker 120 test -e run/worker.ready
}

stop_all() {
  local name
  for name in web worker clickhouse redis; do
    stop_server "$name"
  done
  if [[ -f postgres/postmaster.pid ]]; then
    as_postgres "$(postgres_bin)/pg_ctl" -D "$WORK/postgres" -m fast -w stop >>"$LOG/postgres.log" 2>&1 || true
  fi
}

# Empties or fills the live data. Sentry's worker must be stopped.
use_database() { sql postgres 'drop database if exists sentry with (force)' "create database sentry template $1"; }

seed() {
  rm -f stamps/seeded
  use_database sentry_migrated
  clickhouse 'truncate table sentry.events'
  flush_redis
  if ! REAL_SENTRY_SEEDING=1 "$SENTRY_PYTHON" "$HERE/run.py" seed >"$LOG/seed.log" 2>&1; then
    tail -n 15 "$LOG/seed.log"
    return 1
  fi
  sql postgres 'drop database if exists sentry_seeded' 'create database sentry_seeded template sentry'
  clickhouse 'truncate table sentry.events_seeded' 'insert into sentry.events_seeded select * from sentry.events'
  flush_redis
  echo "$SEED_HASH" >stamps/seeded
}

restore() {
  flush_redis
  use_database sentry_seeded
  clickhouse 'truncate table sentry.events' 'insert into sentry.events select * from sentry.events_seeded'
}

# shellcheck disable=SC2034 # read by start and reset
SEED_HASH=$(hash_of requirements.txt clickhouse_server.py event_rows.py seed.py seed_events.py)
