-- The neighbour's own external key, for references as key:…; null if it has none, and once it is deleted. What was told
-- before this column has none until it is told again.
alter table neighbour add external_key text;
create index neighbour_external_key on neighbour (workspace, kind, external_key) where external_key is not null;
