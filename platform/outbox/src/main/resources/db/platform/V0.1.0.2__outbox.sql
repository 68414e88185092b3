-- The revisions Kafka has not acknowledged yet, and nothing more: rows go as soon as they are acknowledged.
create table outbox (
  position     bigint not null primary key references revision (position),
  workspace    text   not null,
  aggregate_id uuid   not null,
  parked_at    timestamptz,
  parked_why   text
);
create index outbox_parked on outbox (aggregate_id) where parked_at is not null;
alter table outbox set (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 1000);

alter table outbox enable row level security;
create policy own_workspace on outbox for insert to "${app}"
  with check (workspace = current_setting('waymark.workspace', true));
create policy all_workspaces on outbox to "${relay}" using (true);

grant insert on outbox to "${app}";
grant select, delete, update (parked_at, parked_why) on outbox to "${relay}";
