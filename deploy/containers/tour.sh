#!/usr/bin/env bash
# Runs the tour of the README on whatever listens on the ports of WAYMARK_PERSONA_PORT and so on, with the token of
# TOKEN instead of ./waymark's, block by block in one shell, and compares what it prints with what the README says.
set -euo pipefail

readme=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)/README.md
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT

awk -v script="$folder/script" -v expected="$folder/expected" '
    /<!-- tour -->/ { inside = 1 }
    /<!-- \/tour -->/ { inside = 0 }
    !inside { next }
    /^```bash$/ { if (blocks++) print "=== block " blocks - 1 > expected; kind = "bash"; next }
    /^```text$/ { kind = "text"; next }
    /^```$/ { if (kind == "bash") print "echo === block " blocks > script; kind = ""; next }
    kind == "bash" { print > script }
    kind == "text" { print > expected }
    END { print "=== block " blocks > expected }' "$readme"
grep -q '=== block 8' "$folder/expected" || { echo "the tour was not found in the README" >&2; exit 1; }

# shellcheck disable=SC2016 # to be expanded by the script
sed -i -e 's/^\.\/waymark up .*/:/' \
    -e 's/\$(\.\/waymark token [^)]*)/$TOKEN/' \
    -e "s/localhost:8081/localhost:${WAYMARK_PERSONA_PORT:-8081}/" \
    -e "s/localhost:8082/localhost:${WAYMARK_JOURNEY_PORT:-8082}/" \
    -e "s/localhost:8083/localhost:${WAYMARK_GAPMAP_PORT:-8083}/" "$folder/script"
if grep -n '\./waymark' "$folder/script"; then
    echo "the tour asks for more of ./waymark than can be replaced here" >&2
    exit 1
fi

cd "$folder"
timeout 180 bash -euo pipefail script >printed 2>errors </dev/null || {
    echo "the tour ended with $?" >&2
    cat printed errors >&2
    exit 1
}
diff -u expected printed
