#!/usr/bin/env bash
# What the services cost over what they stand on, on this machine: ./waymark bench [--rounds 5] [--seconds 10] [--again] [--only PART].
# Each figure is a share of a reference that is measured in the same run, in alternating rounds, on the same PostgreSQL
# with fsync. bench/README.md says what is measured, docs/performance.md what came of it.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/.." && pwd)
work=$root/.waymark/bench
stack=$work/stack
results=$work/results
responses=1000000
rounds=5
seconds=10
again=
parts=(imports readings gibibyte requests start_ups)
# Ten million ratings, seven each.
many=1428572
few=1429
needs=(wifi quiet food shower known power calls)

# Beside a stack on the usual ports.
export WAYMARK_PERSONA_PORT=28081 WAYMARK_JOURNEY_PORT=28082 WAYMARK_GAPMAP_PORT=28083 WAYMARK_ISSUER_PORT=28084
export WAYMARK_POSTGRES_PORT=25433 WAYMARK_KAFKA_PORT=29094
export WAYMARK_HOME=$work/home
# One workspace asks for everything here.
export WAYMARK_LIMIT_REQUESTS=1000000000

say() {
    printf '%s  %s\n' "$(date +%T)" "$*" >&2
}

fail() {
    say "FAILED: $*"
    exit 1
}

while [ $# -gt 0 ]; do
    case $1 in
    --rounds) rounds=$2 && shift ;;
    --seconds) seconds=$2 && shift ;;
    --again) again=yes ;;
    --only) parts=("$2") && shift ;;
    *) fail "there is no option $1" ;;
    esac
    shift
done

export PATH=$JAVA_HOME/bin:$PATH:$(printf '%s:' /usr/lib/postgresql/*/bin)
for tool in wrk pgbench psql curl awk; do
    command -v $tool >/dev/null || { echo "skipped: no $tool here; Debian has wrk, postgresql-contrib, curl"; exit 0; }
done

# ---- figures ---------------------------------------------------------------------------------------------------------

keep() {
    echo "$2" >>"$results/$1"
    say "  $1: $2"
}

# Of the lines of a file: the median, and how far the others are from it at most, in per cent.
median() {
    sort -g "$results/$1" | awk '{ a[NR] = $1 }
        END { m = NR % 2 ? a[(NR + 1) / 2] : (a[NR / 2] + a[NR / 2 + 1]) / 2; printf "%g\n", m }'
}

spread() {
    awk -v m="$(median "$1")" '{ d = ($1 - m) / m; d = d < 0 ? -d : d; if (d > s) s = d } END { printf "%.0f", 100 * s }' \
        "$results/$1"
}

# row TITLE AIM ABOVE BELOW UNIT: what share of the reference it is, if it was measured.
row() {
    [ -f "$results/$3" ] || return 0
    awk -v t="$1" -v aim="$2" -v a="$(median "$3")" -v b="$(median "$4")" -v as="$(spread "$3")" -v bs="$(spread "$4")" \
        -v u="$5" 'BEGIN { printf "| %s | **%.2f** | %s | %g %s ± %s %% | %g %s ± %s %% |\n", t, a / b, aim, a, u, as, b, u, bs }'
}

# ---- what runs -------------------------------------------------------------------------------------------------------

build() {
    say "building as for the images, and training the AOT caches"
    # The next ./waymark up has to build its own again.
    rm -f "$root/.waymark/built"
    (cd "$root" && ./mvnw -B -q -Dquick -Dmaven.test.skip=true package -am \
        -pl devstack,persona-service,journey-service,gapmap-service \
        -Dquarkus.package.jar.type=aot-jar -Dquarkus.dependency.sbom.skip=false) >"$work/build.log" 2>&1 ||
        { tail -n 30 "$work/build.log" >&2; fail "the build"; }
    rm -rf "$stack" "$work/training"
    "$root/deploy/containers/collect.sh" "$stack"
    WAYMARK_HOME=$work/training "$stack/train.sh" >"$work/train.log" 2>&1 || { tail -n 30 "$work/train.log" >&2; fail "the training"; }
}

# With the memory of a container, and the collector that Java chooses there.
contained=(-XX:MaxRAM=512m -XX:+UseSerialGC)

start_service() {
    service "$@" "${contained[@]}" -XX:AOTCache=app.aot >"$work/$1.log" 2>&1 &
    pid=$!
    local port=${1^^}_PORT
    await $pid ./health.sh "${!port}"
}

at_exit() {
    local process
    for process in $(jobs -p); do
        kill "$process" 2>/dev/null || true
    done
    wait
}

sql() {
    PGPASSWORD=$POSTGRES_PASSWORD psql -qAt -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "$POSTGRES_PORT" -U postgres "$@"
}

token() {
    (devstack token --workspace bench)
}

# ---- GET and POST ----------------------------------------------------------------------------------------------------

# load SCRIPT [SECONDS]: requests per second at 16 connections.
load() {
    local out
    out=$(wrk -t 1 -c 16 -d "${2:-$seconds}" -s "$here/$1" "http://127.0.0.1:$PERSONA_PORT")
    ! grep -E 'Non-2xx|Socket errors' <<<"$out" >&2 || fail "$1: some requests went wrong"
    awk '/^Requests\/sec/ { print $2 }' <<<"$out"
}

# transactions USER DATABASE FILE…: per second at 16 connections, in the workspace, under row-level security.
transactions() {
    local role=$1 database=$2 password=${1^^}_PASSWORD file scripts=()
    shift 2
    for file in "$@"; do
        scripts+=(-f "$file")
    done
    PGPASSWORD=${!password} PGOPTIONS='-c waymark.workspace=bench' pgbench -n -M prepared -c 16 -j 1 -T "$seconds" \
        -h 127.0.0.1 -p "$POSTGRES_PORT" -U "$role" "${scripts[@]}" "$database" 2>>"$work/pgbench.log" |
        awk '/^tps/ { print $3 }'
}

quiet() {
    until [ "$(sql persona -c 'select count(*) from outbox')" = 0 ]; do
        sleep 0.5
    done
    sql persona -c checkpoint
}

# Sixty-four personas, and for each a script that asks for it as the service does.
personas() {
    local number id
    : >"$IDS"
    for number in $(seq 64); do
        id=$(sed "s/NUMBER/$number/" "$PERSONA" | curl -sf -H "Authorization: Bearer $TOKEN" \
            -H 'Content-Type: application/json' --data-binary @- "http://127.0.0.1:$PERSONA_PORT/v1/personas" |
            sed -E 's/^\{"id":"([^"]*)".*/\1/')
        echo "$id" >>"$IDS"
        sed "s/ID/$id/" "$here/get.sql" >"$work/get-$number.sql"
    done
}

# What a POST writes, taken from one: pgbench must not take what follows a colon for a variable.
inserts() {
    local column statement
    cp "$here/post.sql" "$work/post.sql"
    for column in content:persona data:revision changed:revision; do
        statement=$(sql persona -c "select ${column%:*} from ${column#*:} limit 1" |
            sed -E "s/:([0-9A-Za-z])/\\\\u003a\\1/g; s/'/''/g; s/[&|\\]/\\\\&/g")
        local place=${column%:*}
        sed -i "s|'${place^^}'|'$statement'|" "$work/post.sql"
    done
}

requests() {
    say "GET and POST"
    [ -s "$IDS" ] || { lounges && stop "$pid" "$personas_pid"; }
    inserts
    # The rows that pgbench inserts are told to nobody, so they go into a twin.
    sql postgres -c "create database twin template persona owner persona_owner"
    sql twin -c "grant connect, temporary on database twin to persona_app"
    start_service persona
    TOKEN=$(token)
    say "  warming up, until Java has compiled what is hot"
    load get.lua 90 >/dev/null
    load post.lua 60 >/dev/null
    for _ in $(seq "$rounds"); do
        quiet
        keep select "$(transactions persona_app persona "$work"/get-*.sql)"
        keep get "$(load get.lua)"
        keep insert "$(transactions persona_app twin "$work/post.sql")"
        keep post "$(load post.lua)"
    done
    keep memory "$(awk '/^VmRSS/ { print $2 / 1024 }' "/proc/$pid/status")"
    quiet
    stop "$pid"
}

# ---- start-up --------------------------------------------------------------------------------------------------------

# start_up NAME [java option…]: seconds until it is ready.
start_up() {
    local name=$1 began
    shift
    began=$(date +%s.%N)
    service persona "${contained[@]}" "$@" >"$work/start.log" 2>&1 &
    pid=$!
    await $pid ./health.sh "$PERSONA_PORT"
    keep "$name" "$(awk -v a="$began" -v b="$(date +%s.%N)" 'BEGIN { printf "%.2f", b - a }')"
    ! grep -F '[aot]' "$work/start.log" >&2 || fail "the AOT cache does not fit"
    stop "$pid"
}

start_ups() {
    say "start-up"
    for round in $(seq "$rounds"); do
        start_up start_without
        start_up start_with -XX:AOTCache=app.aot
    done
}

# ---- import ----------------------------------------------------------------------------------------------------------

answer() {
    curl -sf -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' "$@"
}

# map KEY: a new gap map of the three providers; its id.
map() {
    answer -X PUT "http://127.0.0.1:$GAPMAP_PORT/v1/gap-maps/by-key/$1" -d "{\"name\": \"$1\", \"personaId\": \"$persona\",
        \"ownProviderId\": \"key:north\", \"competitorIds\": [\"key:south\", \"key:east\"],
        \"scale\": {\"min\": 1, \"max\": 5, \"step\": 1}}" | sed -E 's/^\{"id":"([^"]*)".*/\1/'
}

# answers N: seven ratings each, by respondents, over a year.
answers() {
    awk -v n="$1" -v needs="${needs[*]}" 'BEGIN {
        srand(1); split("north south east", who, " "); gsub(" ", ",", needs); print "respondent,provider,date," needs
        for (i = 1; i <= n; i++) {
            line = "r" i "," who[i % 3 + 1] sprintf(",2026-%02d-%02d", i % 12 + 1, i % 28 + 1)
            for (k = 0; k < 7; k++) line = line "," int(1 + 5 * rand())
            print line
        } }' >"$work/answers.csv"
}

emptied() {
    sql gapmap -c "truncate response, response_layer, frequency, pair_sum, outcome_count, kano_count" -c checkpoint
}

# upload MAP: imports the answers, and says how many seconds it took.
upload() {
    local columns need began
    for need in "${needs[@]}"; do
        columns="${columns:+$columns, }\"$need\": \"key:$need\""
    done
    began=$(date +%s.%N)
    curl -sS --fail-with-body --max-time 600 -H "Authorization: Bearer $TOKEN" -F "file=@$work/answers.csv" \
        -F "mapping={\"respondent\": \"respondent\", \"provider\": \"provider\", \"date\": \"date\",
            \"needs\": {$columns}};type=application/json" \
        "http://127.0.0.1:$GAPMAP_PORT/v1/gap-maps/$1/imports" >"$work/import.json" || fail "the import: $(cat "$work/import.json")"
    awk -v a="$began" -v b="$(date +%s.%N)" 'BEGIN { print b - a }'
}

# Both services, personas, three providers, and a map that has heard of its persona: its id is in $copied.
lounges() {
    local key
    start_service persona
    personas_pid=$pid
    start_service gapmap
    TOKEN=$(token)
    if [ ! -s "$IDS" ]; then
        personas
        for key in north south east; do
            answer -o /dev/null -X PUT "http://127.0.0.1:$GAPMAP_PORT/v1/providers/by-key/$key" \
                -d "{\"name\": \"$key\", \"kind\": \"$([ $key = north ] && echo OWN || echo COMPETITOR)\"}"
        done
    fi
    persona=$(head -n 1 "$IDS")
    copied=$(map "copied-${FUNCNAME[1]}")
    until answer "http://127.0.0.1:$GAPMAP_PORT/v1/gap-maps/$copied" | grep -q '"statement":"Work on the way"'; do
        sleep 0.5
    done
}

imports() {
    say "import of $responses responses"
    local began key taken
    lounges
    answers $responses
    for round in $(seq 0 "$rounds"); do
        key=$(map "imported-$round")
        emptied
        taken=$(upload "$key")
        grep -q "\"imported\":$responses" "$work/import.json" || fail "not everything was imported"
        if [ "$round" = 0 ]; then
            # The same rows, for another map.
            sql gapmap -c "copy (select workspace, '$copied', import_id, provider_id, respondent, answered_on, stage_id, ratings,
                outcome from response) to stdout" >"$work/rows"
            continue
        fi
        keep import "$(awk -v s="$taken" -v n=$responses 'BEGIN { printf "%.0f", n / s }')"
        emptied
        began=$(date +%s.%N)
        sql gapmap -c "copy response (workspace, gap_map_id, import_id, provider_id, respondent, answered_on, stage_id, ratings,
            outcome) from stdin" <"$work/rows"
        keep copy "$(awk -v a="$began" -v b="$(date +%s.%N)" -v n=$responses 'BEGIN { printf "%.0f", n / (b - a) }')"
    done
    stop "$pid" "$personas_pid"
}

# ---- reading ---------------------------------------------------------------------------------------------------------

# read_scores MAP [SECONDS]: milliseconds for an answer, one after the other.
read_scores() {
    local out
    out=$(wrk -t 1 -c 1 -d "${2:-$seconds}" -H "Authorization: Bearer $TOKEN" "http://127.0.0.1:$GAPMAP_PORT/v1/gap-maps/$1/scores")
    ! grep -E 'Non-2xx|Socket errors' <<<"$out" >&2 || fail "some scores could not be read"
    awk '/^Requests\/sec/ { printf "%.3f", 1000 / $2 }' <<<"$out"
}

readings() {
    say "scores of $((7 * few)) and of $((7 * many)) ratings"
    local large small
    lounges
    large=$(map large)
    small=$(map small)
    answers $few
    upload "$small" >/dev/null
    answers $many
    upload "$large" >/dev/null
    grep -q "\"imported\":$many" "$work/import.json" || fail "not everything was imported"
    sql gapmap -c 'vacuum analyze' -c checkpoint
    read_scores "$small" 60 >/dev/null
    for round in $(seq "$rounds"); do
        keep read_few "$(read_scores "$small")"
        keep read_many "$(read_scores "$large")"
    done
    stop "$pid" "$personas_pid"
}

# ---- the longest file -------------------------------------------------------------------------------------------------

# A file of 1 GiB: long comments, which the mapping leaves out.
gibibyte() {
    say "import of 1 GiB"
    local key comment taken
    comment=$(printf 'Somebody wrote this at length, with commas, ""quotes"" and so on. %.0s' $(seq 16))
    lounges
    key=$(map gibibyte)
    answers $((1 << 20))
    awk -v comment="\"$comment\"" '{ line = $0 "," (NR == 1 ? "comment" : comment); size += length(line) + 1 }
        size > 2 ^ 30 - 4096 { exit } # the limit is of the whole form
        { print line }' "$work/answers.csv" >"$work/longer.csv"
    mv "$work/longer.csv" "$work/answers.csv"
    taken=$(upload "$key")
    keep gibibyte "$taken"
    rm "$work/answers.csv"
    grep -q '"refused":0' "$work/import.json" || fail "some rows were refused"
    keep gibibyte_memory "$(awk '/^VmHWM/ { print $2 / 1024 }' "/proc/$pid/status")"
    sql gapmap -c 'vacuum analyze' -c checkpoint
    stop "$pid" "$personas_pid"
}

# ---- all of it -------------------------------------------------------------------------------------------------------

mkdir -p "$work"
rm -rf "$results" "$work/home" "$work/ids"
mkdir "$results"
[ -n "$again" ] || build
cd "$stack"
# shellcheck source=deploy/containers/stack.sh
. ./stack.sh
trap at_exit EXIT
say "PostgreSQL, Kafka and the issuer"
(devstack up --parts) >"$work/parts.log" 2>&1 &
await $! test -f "$WAYMARK_HOME/run/ready"
export IDS=$work/ids PERSONA=$here/persona.json TOKEN
[ "$(sql postgres -c 'show fsync')" = on ] || fail "fsync is off"
for part in "${parts[@]}"; do
    $part
done

{
    echo "| what | share | aim | Waymark | reference |"
    echo "|---|---|---|---|---|"
    row "GET of a persona by id, 16 connections; pgbench: the same select under row-level security" 0.45 get select /s
    row "POST of a persona with revision and outbox, 16 connections; pgbench: the same rows" 0.4 post insert /s
    row "Import of a million responses of seven ratings; COPY: the same rows into the same table" 0.5 import copy /s
    row "Reading the scores of ten million ratings; of ten thousand" 1.2 read_many read_few ms
    row "Start-up until ready, with AOT cache; without" 0.5 start_with start_without s
} | tee "$work/results.md"
echo
echo "$rounds rounds, $seconds s each for GET and POST; medians, ± the farthest round"
[ ! -f "$results/memory" ] || echo "resident after GET and POST: $(awk -v m="$(median memory)" 'BEGIN { printf "%.2f", m / 512 }') of the 512 MiB that a container may have"
[ ! -f "$results/gibibyte" ] || echo "1 GiB imported in $(median gibibyte) s; resident at most $(awk -v m="$(median gibibyte_memory)" 'BEGIN { printf "%.2f", m / 512 }') of the 512 MiB"
