#!/usr/bin/env bash
# Trains the AOT caches, in the build of the images: runs the three services as their images do, on the very same Java,
# beside devstack's PostgreSQL, Kafka and issuer; has the demos use them through HTTP, so that events go round as well;
# stops them; and makes a cache of what each of them loaded and ran.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

export WAYMARK_HOME=/tmp/training HOME=/tmp
services=(persona journey gapmap)
set -a
# shellcheck source=/dev/null
. ./stack.env
set +a

devstack() {
    exec java -cp 'devstack/classes:devstack/lib/*' -XX:+UseSerialGC -Xmx256m dev.waymark.devstack.Main "$@"
}

service() {
    local key=${1^^} owner app relay database
    owner=${key}_OWNER_PASSWORD app=${key}_APP_PASSWORD relay=${key}_RELAY_PASSWORD database=${key}_DATABASE
    cd "$1-service"
    WAYMARK_MODE=development WAYMARK_HTTP_PORT=$2 \
        WAYMARK_DATABASE_URL=jdbc:postgresql://127.0.0.1:$POSTGRES_PORT/${!database} \
        WAYMARK_DATABASE_OWNER_PASSWORD=${!owner} \
        WAYMARK_DATABASE_APP_PASSWORD=${!app} \
        WAYMARK_DATABASE_RELAY_PASSWORD=${!relay} \
        WAYMARK_KAFKA=127.0.0.1:$KAFKA_PORT WAYMARK_ISSUER=http://localhost:$ISSUER_PORT/$ISSUER_REALM \
        WAYMARK_RESPONDENT_KEY=$RESPONDENT_KEY WAYMARK_TICKET_KEY=$TICKET_KEY \
        exec java @java.options -XX:AOTMode=record -XX:AOTConfiguration=app.aotconf -jar quarkus-run.jar
}

# Waits for a command to succeed, for two minutes at most, as long as a process lives.
await() {
    local process=$1 tries=0
    shift
    until "$@" 2>/dev/null; do
        if ! kill -0 "$process" || [ $((tries += 1)) -gt 240 ]; then
            echo "not ready: $*" >&2
            return 1
        fi
        sleep 0.5
    done
}

devstack up --parts &
parts=$!
await $parts test -f $WAYMARK_HOME/run/ready

processes=()
for name in "${services[@]}"; do
    port=${name^^}_PORT
    service "$name" "${!port}" &
    processes+=($!)
done
for i in 0 1 2; do
    port=${services[$i]^^}_PORT
    await "${processes[$i]}" ./health.sh "${!port}"
done

(devstack demo)
(devstack demo --ratings reviews.csv --own north)
for port in $PERSONA_PORT $JOURNEY_PORT $GAPMAP_PORT; do
    ./health.sh "$port" /q/metrics
    ./health.sh "$port" /openapi
done

kill "${processes[@]}"
for process in "${processes[@]}"; do
    wait "$process" || [ $? = 143 ]
done
kill $parts
wait $parts || [ $? = 143 ]

for name in "${services[@]}"; do
    (cd "$name-service" &&
        java @java.options -XX:AOTMode=create -XX:AOTConfiguration=app.aotconf -XX:AOTCache=app.aot -jar quarkus-run.jar &&
        rm app.aotconf)
done
