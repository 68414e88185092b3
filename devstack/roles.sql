-- Databases and roles of the three services: run by devstack over JDBC at every start, and by psql in the
-- PostgreSQL image. So: one statement a line group, no blocks, and "already exists" is no error.
-- Passwords are those of stack.env; psql reads them from its environment, devstack puts them in itself.
-- Table grants are not here: each service's Flyway migrations give them.
\set ON_ERROR_STOP off
\getenv persona_owner_password PERSONA_OWNER_PASSWORD
\getenv persona_app_password PERSONA_APP_PASSWORD
\getenv persona_relay_password PERSONA_RELAY_PASSWORD
\getenv journey_owner_password JOURNEY_OWNER_PASSWORD
\getenv journey_app_password JOURNEY_APP_PASSWORD
\getenv journey_relay_password JOURNEY_RELAY_PASSWORD
\getenv gapmap_owner_password GAPMAP_OWNER_PASSWORD
\getenv gapmap_app_password GAPMAP_APP_PASSWORD
\getenv gapmap_relay_password GAPMAP_RELAY_PASSWORD

-- persona: the owner migrates, the app serves requests under row-level security, the relay publishes.
create role persona_owner;
create role persona_app;
create role persona_relay;
alter role persona_owner login nosuperuser nocreatedb nocreaterole noreplication nobypassrls
    password :'persona_owner_password';
alter role persona_app login nosuperuser nocreatedb nocreaterole noreplication nobypassrls
    password :'persona_app_password';
alter role persona_relay login nosuperuser nocreatedb nocreaterole noreplication nobypassrls
    password :'persona_relay_password';
create database persona owner persona_owner;
-- Its owner owns the schema public as well: that belongs to pg_database_owner, and everybody may use it.
alter database persona owner to persona_owner;
revoke all on database persona from public;
grant connect, temporary on database persona to persona_app, persona_relay;

-- journey: the owner migrates, the app serves requests under row-level security, the relay publishes.
create role journey_owner;
create role journey_app;
create role journey_relay;
alter role journey_owner login nosuperuser nocreatedb nocreaterole noreplication nobypassrls
    password :'journey_owner_password';
alter role journey_app login nosuperuser nocreatedb nocreaterole noreplication nobypassrls
    password :'journey_app_password';
alter role journey_relay login nosuperuser nocreatedb nocreaterole noreplication nobypassrls
    password :'journey_relay_password';
create database journey owner journey_owner;
-- Its owner owns the schema public as well: that belongs to pg_database_owner, and everybody may use it.
alter database journey owner to journey_owner;
revoke all on database journey from public;
grant connect, temporary on database journey to journey_app, journey_relay;

-- gapmap: the owner migrates, the app serves requests under row-level security, the relay publishes.
create role gapmap_owner;
create role gapmap_app;
create role gapmap_relay;
alter role gapmap_owner login nosuperuser nocreatedb nocreaterole noreplication nobypassrls
    password :'gapmap_owner_password';
alter role gapmap_app login nosuperuser nocreatedb nocreaterole noreplication nobypassrls
    password :'gapmap_app_password';
alter role gapmap_relay login nosuperuser nocreatedb nocreaterole noreplication nobypassrls
    password :'gapmap_relay_password';
create database gapmap owner gapmap_owner;
-- Its owner owns the schema public as well: that belongs to pg_database_owner, and everybody may use it.
alter database gapmap owner to gapmap_owner;
revoke all on database gapmap from public;
grant connect, temporary on database gapmap to gapmap_app, gapmap_relay;
