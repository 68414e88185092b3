#!/usr/bin/env bash
# Makes the cluster at the first start, runs the scripts laid ready for it, and becomes the server.
set -euo pipefail

export POSTGRES_USER=${POSTGRES_USER:-postgres}
if [ ! -s "$PGDATA/PG_VERSION" ]; then
    install -d -m 700 "$PGDATA"
    initdb -D "$PGDATA" -U "$POSTGRES_USER" --pwfile="$POSTGRES_PASSWORD_FILE" -A scram-sha-256 --auth-local=trust -E UTF8
    echo 'host all all all scram-sha-256' >>"$PGDATA/pg_hba.conf"
    # Without TCP: nobody takes it for ready.
    pg_ctl -D "$PGDATA" -w -o "-c listen_addresses= -c unix_socket_directories=/run/postgresql" start
    export PGHOST=/run/postgresql
    for script in /docker-entrypoint-initdb.d/*.sh; do
        "$script"
    done
    pg_ctl -D "$PGDATA" -m fast -w stop
fi
exec "$@" -c listen_addresses='*' -c unix_socket_directories=/run/postgresql
