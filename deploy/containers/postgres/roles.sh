#!/usr/bin/env bash
# Databases and roles, at the first start of the PostgreSQL image: the same script as devstack's, passwords from files.
set -euo pipefail

for service in persona journey gapmap; do
    for role in owner app relay; do
        name=${service^^}_${role^^}_PASSWORD
        export "$name=$(cat "/run/secrets/$service-$role-password")"
    done
done
psql --no-psqlrc --username "$POSTGRES_USER" --dbname postgres --file /roles.sql
