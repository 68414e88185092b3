#!/usr/bin/env bash
# KAFKA_LOG_DIRS and the like become log.dirs and the like; formats the folder at the first start; becomes the broker.
set -euo pipefail

configuration=/opt/kafka/config/server.properties
: >"$configuration"
for name in $(compgen -e KAFKA_ | grep -v -x -e KAFKA_HEAP_OPTS -e KAFKA_JVM_PERFORMANCE_OPTS -e KAFKA_OPTS); do
    key=${name#KAFKA_}
    key=${key,,}
    echo "${key//_/.}=${!name}" >>"$configuration"
done
run=(java -cp '/opt/kafka/libs/*')
"${run[@]}" kafka.tools.StorageTool format --ignore-formatted -t "$CLUSTER_ID" -c "$configuration"
# shellcheck disable=SC2086 # options, a word each
exec "${run[@]}" ${KAFKA_HEAP_OPTS:-} kafka.Kafka "$configuration"
