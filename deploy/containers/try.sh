#!/usr/bin/env bash
# Tries the images and the compose file for real, where no registry and no Docker need to be: with podman and stand-ins
# for the base images, in an image store of its own. Run it as ./waymark containers [--install] [--keep].
#   --install  installs Debian's podman and what else is missing, as root
#   --keep     leaves everything running, for a look around
set -Eeuo pipefail
trap 'echo "FAILED in line $LINENO: $BASH_COMMAND" >&2' ERR

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
cache=${WAYMARK_CONTAINERS:-${XDG_CACHE_HOME:-$HOME/.cache}/waymark/containers}
packages="podman buildah runc podman-compose containernetworking-plugins golang-github-containernetworking-plugin-dnsname
    dnsmasq-base iptables debootstrap xz-utils curl"
project=waymarktry
parts=(postgres kafka keycloak)
services=(persona-service journey-service gapmap-service)

# Beside a stack on the usual ports.
export WAYMARK_PERSONA_PORT=18081 WAYMARK_JOURNEY_PORT=18082 WAYMARK_GAPMAP_PORT=18083 WAYMARK_ISSUER_PORT=18084
export WAYMARK_POSTGRES_PORT=15433 WAYMARK_KAFKA_PORT=19094
export WAYMARK_PROMETHEUS_PORT=19090
export CONTAINERS_CONF=$here/containers.conf CONTAINERS_STORAGE_CONF=$cache/storage.conf
# The other format knows no health check.
export BUILDAH_FORMAT=docker

say() {
    printf '%s  %s\n' "$(date +%T)" "$*"
}

fail() {
    say "FAILED: $*" >&2
    exit 1
}

skip() {
    echo "skipped: $*"
    exit 0
}

container() {
    echo "${project}_$1_1"
}

compose() {
    (cd "$root" && podman-compose -p $project "$@") >>"$cache/compose.log" 2>&1
}

# Nothing runs health checks by itself where there is no systemd, and this podman-compose does not wait for them.
await_healthy() {
    local name tries
    for name in "$@"; do
        tries=0
        until podman healthcheck run "$(container "$name")" >/dev/null 2>&1; do
            [ $((tries += 1)) -le 120 ] || {
                podman logs --tail 30 "$(container "$name")" >&2 || true
                fail "$name is not healthy"
            }
            sleep 1
        done
    done
}

take_down() {
    compose down -v || true
    podman network rm -f ${project}_default >/dev/null 2>&1 || true
}

at_exit() {
    [ -z "$keep" ] || { say "left running; take it down with: ./waymark containers --down"; return; }
    take_down
}

token() {
    curl -sf -d grant_type=client_credentials -d client_id=waymark-machine \
        --data-urlencode "client_secret=$(cat "$here/secrets/machine-client-secret")" \
        "http://localhost:$WAYMARK_ISSUER_PORT/realms/waymark/protocol/openid-connect/token" |
        grep -o '"access_token":"[^"]*"' | cut -d '"' -f 4
}

get() {
    curl -sf --max-time 10 -H "Authorization: Bearer $TOKEN" "http://localhost:$1"
}

prepare() {
    if [ -n "$install" ]; then
        # shellcheck disable=SC2086 # several words
        apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages
    fi >/dev/null
    for tool in podman podman-compose runc debootstrap curl; do
        command -v $tool >/dev/null || skip "no $tool here; on Debian, as root, --install gets what is needed"
    done
    [ "$(id -u)" = 0 ] || skip "it takes root to make the stand-ins"
    [ "$(uname -m)" = x86_64 ] || skip "the stand-ins are for x86_64 only"
    [ -n "${JAVA_HOME:-}" ] || fail "JAVA_HOME is not set; ./waymark containers finds a JDK"
    mkdir -p "$cache"
    printf '[storage]\ndriver = "overlay"\ngraphroot = "%s/storage"\nrunroot = "%s/run"\n' "$cache" "$cache" \
        >"$CONTAINERS_STORAGE_CONF"
    : >"$cache/compose.log"
}

build_images() {
    local service
    for service in "${services[@]}"; do
        say "image of $service"
        # Maven's repository of this machine, read only; the stand-in for the JDK may know no certificates of the network.
        timeout 1500 podman build --pull=never --volume "$HOME/.m2:/maven:O" --build-arg SERVICE="$service" \
            --build-arg MAVEN_ARGS="-o -Dmaven.repo.local=/maven/repository" \
            --build-arg REVISION="$(git -C "$root" rev-parse HEAD)" -f "$here/Dockerfile" \
            -t "localhost/waymark/$service:dev" "$root" >"$cache/build.log" 2>&1 || {
            tail -n 40 "$cache/build.log" >&2
            fail "the image of $service"
        }
    done
    podman images --format '{{.Repository}}:{{.Tag}} {{.Size}}' | grep /waymark/
}

start() {
    take_down
    say "up: ${parts[*]}"
    compose up -d --no-build "${parts[@]}"
    await_healthy "${parts[@]}"
    say "up: ${services[*]}"
    compose up -d --no-build --no-deps "${services[@]}"
    await_healthy "${services[@]}"
    for service in "${services[@]}"; do
        podman logs "$(container "$service")" >"$cache/$service.log" 2>&1
        ! grep -E '\[(aot|cds)' "$cache/$service.log" || fail "the AOT cache of $service does not fit"
        grep -o "started in [0-9.]*s" "$cache/$service.log" | sed "s/^/          $service /"
    done
}

first_id() {
    sed -E 's/^\{"id":"([^"]*)".*/\1/'
}

# What is asked before and after: a persona with its history, a journey that heard of it, a map with its scores.
what_is_there() {
    get "$WAYMARK_PERSONA_PORT/v1/personas/by-key/commuter"
    get "$WAYMARK_PERSONA_PORT/v1/personas/$persona/revisions"
    get "$WAYMARK_JOURNEY_PORT/v1/journeys/by-key/trip"
    get "$WAYMARK_GAPMAP_PORT/v1/gap-maps/by-key/river"
    get "$WAYMARK_GAPMAP_PORT/v1/gap-maps/$map/scores"
}

neighbours_know() {
    get "$WAYMARK_JOURNEY_PORT/v1/journeys/by-key/trip" | grep -q "\"name\":\"$1\"" &&
        get "$WAYMARK_GAPMAP_PORT/v1/gap-maps/by-key/river" | grep -q "\"name\":\"$1\""
}

# Another name for the persona must arrive at its neighbours: so database, outbox, Kafka and they themselves work.
news_go_round() {
    curl -sf --max-time 20 -o /dev/null -X PATCH -H "Authorization: Bearer $TOKEN" -H 'If-Match: *' \
        -H 'Content-Type: application/merge-patch+json' -d "{\"name\": \"$1\"}" \
        "http://localhost:$WAYMARK_PERSONA_PORT/v1/personas/$persona" || fail "PATCH of the persona"
    for _ in $(seq 60); do
        ! neighbours_know "$1" || return 0
        sleep 1
    done
    fail "the neighbours have not heard of $1"
}

restart_each() {
    local name before
    for name in "${parts[@]}" "${services[@]}"; do
        before=$(what_is_there)
        podman restart -t 30 "$(container "$name")" >/dev/null
        await_healthy "${parts[@]}" "${services[@]}"
        TOKEN=$(token)
        [ "$before" = "$(what_is_there)" ] || fail "after the restart of $name something is not what it was"
        news_go_round "Commuter after $name"
        say "restarted $name: all is still there, news go round"
    done
}

# Prometheus reaches the services, and each picture of the dashboard has something to show, sooner or later: Kafka's figures
# come in once a minute, and a rate takes some. Dead letters there are none.
dashboard_is_fed() {
    local expression
    compose up -d --no-build --no-deps prometheus
    await_figures 'sum(up{job="waymark"}) == 3'
    while read -r expression; do
        [[ $expression = *poison* ]] || await_figures "$expression"
    done < <(sed -n 's/^ *"expr": "\(.*\)",$/\1/p' "$here/grafana/waymark.json" | sed 's/\\"/"/g')
    say "Prometheus reaches all three, and every picture of the dashboard has data"
}

await_figures() {
    local tries=0
    until curl -s --data-urlencode "query=$1" "http://localhost:$WAYMARK_PROMETHEUS_PORT/api/v1/query" | grep -q '"value":'; do
        [ $((tries += 1)) -le 150 ] || fail "Prometheus has nothing for $1"
        sleep 1
    done
}

# A request that is on its way when the container is told to stop ends well, and readiness is down before.
drains() {
    local answer port=$WAYMARK_GAPMAP_PORT stopping ready
    awk 'BEGIN { print "who,punctual,seat"; for (i = 0; i < 16000; i++) print "ferry,2,5" }' >"$cache/slow.csv"
    # 160 kB at 20 kB/s: eight seconds, more than the five in which it is not ready but takes requests.
    curl -s --max-time 60 --limit-rate 20k -o "$cache/slow.json" -w '%{http_code}' -H "Authorization: Bearer $TOKEN" \
        -F "file=@$cache/slow.csv" -F 'mapping={"provider":"who","needs":{"punctual":"key:punctual","seat":"key:seat"}};type=application/json' \
        "http://localhost:$port/v1/gap-maps/$map/imports" >"$cache/slow.status" &
    answer=$!
    sleep 1
    podman stop -t 30 "$(container gapmap-service)" >/dev/null &
    stopping=$!
    sleep 2
    ready=$(curl -s -o /dev/null -w '%{http_code}' "http://localhost:$port/q/health/ready")
    [ "$ready" = 503 ] || fail "while it stops, readiness is $ready"
    get "$port/v1/gap-maps/$map" >/dev/null || fail "while it is not ready, requests are refused already"
    wait $answer || fail "the request on its way was cut off"
    grep -q '"imported":16000' "$cache/slow.json" ||
        fail "the request on its way ended with $(cat "$cache/slow.status" "$cache/slow.json")"
    wait $stopping
    [ "$(podman inspect -f '{{.State.ExitCode}}' "$(container gapmap-service)")" = 143 ] ||
        fail "gapmap-service had to be killed"
    say "SIGTERM: readiness was down first, the request on its way ended well"
    podman start "$(container gapmap-service)" >/dev/null
    await_healthy gapmap-service
}

install='' keep=''
for word in "$@"; do
    case $word in
    --install) install=yes ;;
    --keep) keep=yes ;;
    --down) take_down && exit ;;
    *) fail "there is no option $word" ;;
    esac
done
prepare
say "stand-ins"
"$here/stand-ins/make.sh" "$cache"
build_images
trap at_exit EXIT
start
TOKEN=$(token) || fail "no token from Keycloak"
export TOKEN
"$here/tour.sh" || fail "the tour"
say "the tour of the README prints what it says"
persona=$(get "$WAYMARK_PERSONA_PORT/v1/personas/by-key/commuter" | first_id)
map=$(get "$WAYMARK_GAPMAP_PORT/v1/gap-maps/by-key/river" | first_id)
dashboard_is_fed
restart_each
drains
say "1 passed, 0 failed"
