-- What the other services told: one row per aggregate of theirs, as far as this service cares.
create table neighbour (
  workspace  text    not null,
  kind       text    not null, -- persona, journey, gap-map
  id         uuid    not null,
  version    int     not null,
  persona_id uuid,             -- the persona it is about; null if only its deletion was heard of
  data       jsonb,            -- null once it is deleted; the row stays, so that a late event cannot revive it
  primary key (workspace, kind, id)
);
create index neighbour_persona on neighbour (workspace, persona_id, kind);

alter table neighbour enable row level security;
create policy own_workspace on neighbour to "${app}"
  using (workspace = current_setting('waymark.workspace', true))
  with check (workspace = current_setting('waymark.workspace', true));

grant select, insert, update on neighbour to "${app}";
