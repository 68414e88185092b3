#!/usr/bin/env bash
# Lays out what was built as train.sh needs it, and as it goes into the images: a folder for each service, and devstack.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
to=$1

mkdir -p "$to/devstack/lib"
cp -r devstack/target/classes "$to/devstack/"
tr ':' '\n' <devstack/target/classpath | xargs cp -t "$to/devstack/lib"
cp devstack/stack.env acceptance/src/test/resources/lounges/reviews.csv deploy/containers/{stack,train,health}.sh "$to"
for service in persona-service journey-service gapmap-service; do
    cp -r "$service/target/quarkus-app" "$to/$service"
    cp "$service/target/sbom.cdx.json" deploy/containers/health.sh deploy/containers/java.options "$to/$service/"
done
# The cache knows jars by their time too, and image layers keep whole seconds only.
find "$to" -exec touch -d @315532800 {} +
