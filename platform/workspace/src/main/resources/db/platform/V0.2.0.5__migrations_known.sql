-- A start that does not migrate itself checks, as the application's role, that somebody has.
grant select on "${flyway:table}" to "${app}";
