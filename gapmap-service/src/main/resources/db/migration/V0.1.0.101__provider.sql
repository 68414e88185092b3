create table provider (
  workspace       text        not null,
  id              uuid        not null,
  external_key    text,
  status          text        not null check (status in ('DRAFT', 'PUBLISHED', 'ARCHIVED')),
  version         int         not null,
  name            text        not null,
  kind            text        not null check (kind in ('OWN', 'COMPETITOR')),
  context_version bigint      not null,
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  primary key (workspace, id)
);
-- Partial, so that it is no key that rows elsewhere could refer to: then changing it waits for none of them.
create unique index provider_external_key on provider (workspace, external_key) where external_key is not null;

alter table provider enable row level security;
create policy own_workspace on provider to "${app}"
  using (workspace = current_setting('waymark.workspace', true))
  with check (workspace = current_setting('waymark.workspace', true));

grant select, insert, update, delete on provider to "${app}";
