#!/usr/bin/env bash
# Is it ready? health.sh [port [path]] asks over HTTP with nothing but bash: base images need not have curl.
set -euo pipefail

exec 3<>"/dev/tcp/127.0.0.1/${1:-${WAYMARK_HTTP_PORT:-8080}}"
printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "${2:-/q/health/ready}" >&3
read -r -t 5 _ status _ <&3
[ "$status" = 200 ]
