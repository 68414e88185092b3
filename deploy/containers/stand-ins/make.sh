#!/usr/bin/env bash
# make.sh FOLDER: makes the stand-ins, with what is kept in the folder from before. Needs root, debootstrap, JAVA_HOME.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../../.." && pwd)
cache=$1
debian=localhost/waymark/debian:12
jre=docker.io/library/eclipse-temurin:25-jre

# The names under which the files of ours ask for an image.
image() {
    sed -n "s|^ *image: \(.*/$1:.*\)|\1|p" "$root/docker-compose.yml"
}

debian_tree() {
    [ ! -f "$cache/debian/complete" ] || return 0
    rm -rf "$cache/debian"
    timeout 900 debootstrap --variant=minbase --include=bash,ca-certificates,postgresql-client-15 bookworm "$cache/debian" \
        >"$cache/debootstrap.log" || { tail -n 20 "$cache/debootstrap.log" >&2; return 1; }
    (cd "$cache/debian" && rm -rf var/cache/apt/* var/lib/apt/lists/* usr/share/{doc,man,locale} && touch complete)
}

# Java as it is here, and what a JRE has of it. What is made of another JDK is made anew.
java_trees() {
    local modules
    ! cmp -s "$JAVA_HOME/release" "$cache/java.release" || return 0
    rm -rf "$cache/jdk" "$cache/jre"
    mkdir "$cache/jdk"
    cp -aL "$JAVA_HOME/." "$cache/jdk/"
    rm -f "$cache/jdk/lib/src.zip"
    modules=$("$JAVA_HOME/bin/java" --list-modules | sed 's/@.*//' |
        grep -vxE 'jdk\.(compiler|javadoc|jshell|jlink|jpackage|jdeps|jartool|jcmd|jconsole|jstatd|hotspot\.agent|editpad|graal.*|internal\.(opt|ed|le|vm\.ci))' |
        paste -sd,)
    "$JAVA_HOME/bin/jlink" --add-modules "$modules" --strip-java-debug-attributes --no-header-files --no-man-pages \
        --generate-cds-archive --output "$cache/jre"
    "$cache/jre/bin/java" -XX:+UseCompactObjectHeaders -Xshare:dump >/dev/null
    cp "$JAVA_HOME/release" "$cache/java.release"
}

# PostgreSQL's binaries and Kafka's jars are those of devstack, from Maven's repository; Keycloak's distribution too.
parts() {
    local jars=$root/devstack/target/classpath to=$cache/context keycloak
    keycloak=$(image keycloak)
    keycloak=${keycloak##*:}
    (cd "$root" && ./mvnw -B -q -Dquick package -pl devstack &&
        ./mvnw -B -q dependency:copy -pl devstack -DoutputDirectory="$cache/downloads" \
            -Dartifact="org.keycloak:keycloak-quarkus-dist:$keycloak:tar.gz")
    rm -rf "$to"
    mkdir -p "$to/postgres" "$to/kafka" "$to/keycloak"
    (cd "$to" && "$JAVA_HOME/bin/jar" xf "$(tr ':' '\n' <"$jars" | grep 'binaries-linux-amd64/')" postgres-linux-x86_64.txz &&
        tar -xJf postgres-linux-x86_64.txz -C postgres && rm postgres-linux-x86_64.txz)
    tr ':' '\n' <"$jars" | grep -v /embedded-postgres | xargs cp -t "$to/kafka"
    tar -xzf "$cache/downloads/keycloak-quarkus-dist-$keycloak.tar.gz" -C "$to/keycloak" --strip-components=1
    mkdir -p "$cache/downloads"
    (cd "$cache/downloads" && rm -f prometheus_*.deb && apt-get download -qq prometheus &&
        dpkg -x prometheus_*.deb "$to/prometheus")
    cp "$here"/*.sh "$to/"
}

build() {
    echo "stand-in: $3"
    podman build -q --pull=never --build-arg BASE="$2" -f "$here/$1.Dockerfile" -t "$3" "${4:-$cache/context}" >/dev/null
}

mkdir -p "$cache"
debian_tree
java_trees
parts
tar -C "$cache/debian" -c . | podman import -q - $debian >/dev/null
build temurin $debian docker.io/library/eclipse-temurin:25-jdk "$cache/jdk"
build temurin $debian $jre "$cache/jre"
build postgres $debian "$(image postgres)"
build prometheus $debian "$(image prometheus)"
build kafka $jre "$(image kafka)"
build keycloak $jre "$(image keycloak)"
