#!/usr/bin/env bash
# Trains the AOT caches, in the build of the images: runs the three services as their images do, on the very same Java,
# beside devstack's PostgreSQL, Kafka and issuer; has the demos use them through HTTP, so that events go round as well;
# stops them; and makes a cache of what each of them loaded and ran.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

export WAYMARK_HOME=${WAYMARK_HOME:-/tmp/training} HOME=/tmp
services=(persona journey gapmap)
# shellcheck source=deploy/containers/stack.sh
. ./stack.sh

devstack up --parts &
parts=$!
await $parts test -f "$WAYMARK_HOME/run/ready"

processes=()
for name in "${services[@]}"; do
    service "$name" -XX:AOTMode=record -XX:AOTConfiguration=app.aotconf &
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

stop "${processes[@]}"
stop $parts

for name in "${services[@]}"; do
    (cd "$name-service" &&
        java @java.options -XX:AOTMode=create -XX:AOTConfiguration=app.aotconf -XX:AOTCache=app.aot -jar quarkus-run.jar &&
        rm app.aotconf)
done
