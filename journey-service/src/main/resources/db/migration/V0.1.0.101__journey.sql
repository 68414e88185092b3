create table journey (
  workspace       text        not null,
  id              uuid        not null,
  external_key    text,
  status          text        not null check (status in ('DRAFT', 'PUBLISHED', 'ARCHIVED')),
  version         int         not null,
  persona_id      uuid        not null,
  name            text        not null,
  content         jsonb       not null,
  context         jsonb       not null,
  context_version bigint      not null,
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  primary key (workspace, id)
);
-- Partial, so that it is no key that rows elsewhere could refer to: then changing it waits for none of them.
create unique index journey_external_key on journey (workspace, external_key) where external_key is not null;
create index journey_persona on journey (workspace, persona_id);

alter table journey enable row level security;
create policy own_workspace on journey to "${app}"
  using (workspace = current_setting('waymark.workspace', true))
  with check (workspace = current_setting('waymark.workspace', true));

grant select, insert, update, delete on journey to "${app}";
