create table gap_map (
  workspace       text        not null,
  id              uuid        not null,
  external_key    text,
  status          text        not null check (status in ('DRAFT', 'PUBLISHED', 'ARCHIVED')),
  version         int         not null,
  name            text        not null,
  persona_id      uuid        not null,
  content         jsonb       not null,
  responses       bigint      not null, -- how many are stored, whatever the provider
  gaps            jsonb       not null, -- what the scores say of each need; computed, never sent
  context         jsonb       not null,
  context_version bigint      not null,
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  primary key (workspace, id)
);
-- Partial, so that it is no key that rows elsewhere could refer to: then changing it waits for none of them.
create unique index gap_map_external_key on gap_map (workspace, external_key) where external_key is not null;
create index gap_map_persona on gap_map (workspace, persona_id);
-- Which providers a map compares: kept beside its content, so that none of them can be deleted unnoticed.
create table gap_map_provider (
  workspace   text not null default current_setting('waymark.workspace'),
  gap_map_id  uuid not null,
  provider_id uuid not null,
  primary key (workspace, gap_map_id, provider_id),
  foreign key (workspace, gap_map_id) references gap_map on delete cascade,
  constraint gap_map_provider_known foreign key (workspace, provider_id) references provider
);
create index gap_map_provider_used on gap_map_provider (workspace, provider_id);

alter table gap_map enable row level security;
create policy own_workspace on gap_map to "${app}"
  using (workspace = current_setting('waymark.workspace', true))
  with check (workspace = current_setting('waymark.workspace', true));

grant select, insert, update, delete on gap_map to "${app}";

alter table gap_map_provider enable row level security;
create policy own_workspace on gap_map_provider to "${app}"
  using (workspace = current_setting('waymark.workspace', true))
  with check (workspace = current_setting('waymark.workspace', true));

grant select, insert, delete on gap_map_provider to "${app}";
