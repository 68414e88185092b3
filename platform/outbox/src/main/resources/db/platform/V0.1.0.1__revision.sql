-- Every change of every document, in full: history, audit trail, and what is published.
create table revision (
  workspace      text        not null,
  aggregate_id   uuid        not null,
  version        int         not null,
  position       bigint      generated always as identity unique,
  event_id       uuid        not null unique,
  aggregate_type text        not null,
  type           text        not null,
  data           jsonb, -- null once the aggregate's deletion has been published
  changed        uuid[]      not null,
  actor          text        not null,
  occurred_at    timestamptz not null,
  primary key (workspace, aggregate_id, version)
);

alter table revision enable row level security;
create policy own_workspace on revision to "${app}"
  using (workspace = current_setting('waymark.workspace', true))
  with check (workspace = current_setting('waymark.workspace', true));
create policy all_workspaces on revision to "${relay}" using (true);

grant select, insert on revision to "${app}";
grant select, update (data) on revision to "${relay}";
