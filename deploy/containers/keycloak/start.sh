#!/usr/bin/env bash
# Starts Keycloak with what it takes from its environment only, read from files; the realm's file refers to the last two.
set -euo pipefail

export KC_BOOTSTRAP_ADMIN_USERNAME=admin
KC_BOOTSTRAP_ADMIN_PASSWORD=$(cat /run/secrets/keycloak-admin-password)
MACHINE_CLIENT_SECRET=$(cat /run/secrets/machine-client-secret)
DEMO_USER_PASSWORD=$(cat /run/secrets/demo-user-password)
export KC_BOOTSTRAP_ADMIN_PASSWORD MACHINE_CLIENT_SECRET DEMO_USER_PASSWORD
exec /opt/keycloak/bin/kc.sh "$@"
