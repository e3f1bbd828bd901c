#!/usr/bin/env bash
# Builds the image with Docker, and runs it as deploy/compose.yaml does: not root, read-only, without capabilities.
# Words after it go to `docker build`.
set -euo pipefail
cd "$(dirname "$0")/.."

fail() {
  echo "$1" >&2
  docker logs "$container" >&2
  exit 1
}

docker build "$@" -f deploy/Dockerfile -t sentry-graphql .

container=$(docker run --detach --network none --read-only --cap-drop ALL \
  --security-opt no-new-privileges:true --env DEMO=true --env HOST=127.0.0.1 sentry-graphql)
trap 'docker rm --force "$container" >/dev/null' EXIT

state() { docker inspect --format "{{.State.$1}}" "$container"; }
for _ in $(seq 60); do
  [ "$(state Health.Status)" = starting ] || break
  sleep 1
done
[ "$(state Health.Status)" = healthy ] || fail 'The health check does not pass.'
[ "$(docker exec "$container" id -un)" = node ] || fail 'It runs as another user.'
docker exec "$container" sh -c 'touch /app/file 2>/dev/null' && fail 'It can write a file.'

docker stop --time 30 "$container" >/dev/null
[ "$(state ExitCode)" = 0 ] || fail 'It does not end with 0 on SIGTERM.'
echo 'The image: built, healthy, not root, read-only, and ends on SIGTERM.'
