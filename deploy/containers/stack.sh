# Sourced by what runs the services as their images do, from a folder that collect.sh laid out: what devstack starts,
# and a service beside it. Wants WAYMARK_HOME.
set -a
# shellcheck source=/dev/null
. ./stack.env
set +a
# As for devstack, the environment chooses other ports: WAYMARK_PERSONA_PORT and so on.
for key in {PERSONA,JOURNEY,GAPMAP,ISSUER,POSTGRES,KAFKA}_PORT; do
    other=WAYMARK_$key
    declare "$key=${!other:-${!key}}"
done

devstack() {
    exec java -cp 'devstack/classes:devstack/lib/*' -XX:+UseSerialGC -Xmx256m dev.waymark.devstack.Main "$@"
}

# service NAME [java option…]: on its port of stack.env. Does not come back.
service() {
    local key=${1^^} port owner app relay database
    port=${key}_PORT owner=${key}_OWNER_PASSWORD app=${key}_APP_PASSWORD relay=${key}_RELAY_PASSWORD
    database=${key}_DATABASE
    cd "$1-service"
    shift
    WAYMARK_MODE=development WAYMARK_HTTP_PORT=${!port} \
        WAYMARK_DATABASE_URL=jdbc:postgresql://127.0.0.1:$POSTGRES_PORT/${!database} \
        WAYMARK_DATABASE_OWNER_PASSWORD=${!owner} \
        WAYMARK_DATABASE_APP_PASSWORD=${!app} \
        WAYMARK_DATABASE_RELAY_PASSWORD=${!relay} \
        WAYMARK_KAFKA=127.0.0.1:$KAFKA_PORT WAYMARK_ISSUER=http://localhost:$ISSUER_PORT/$ISSUER_REALM \
        WAYMARK_RESPONDENT_KEY=$RESPONDENT_KEY WAYMARK_TICKET_KEY=$TICKET_KEY \
        exec java @java.options "$@" -jar quarkus-run.jar
}

# Waits for a command to succeed, for two minutes at most, as long as a process lives.
await() {
    local process=$1 tries=0
    shift
    until "$@" 2>/dev/null; do
        if ! kill -0 "$process" || [ $((tries += 1)) -gt 2400 ]; then
            echo "not ready: $*" >&2
            return 1
        fi
        sleep 0.05
    done
}

# Ends processes by SIGTERM, and fails if one of them did not end for that.
stop() {
    local process
    kill "$@"
    for process in "$@"; do
        wait "$process" || [ $? = 143 ]
    done
}
