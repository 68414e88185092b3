-- The first answer to a POST with an Idempotency-Key, so that a repeat is answered with it and changes nothing.
create table idempotency_key (
  workspace  text        not null,
  actor      text        not null,
  method     text        not null,
  path       text        not null, -- with "#index" for an item of a batch
  key        text        not null,
  body_hash  text        not null,
  status     int,                  -- null, as what follows, while the effect runs; nobody else sees that
  headers    jsonb,
  body       text,                 -- as it was sent: jsonb would write it anew
  created_at timestamptz not null,
  primary key (workspace, actor, method, path, key)
);
create index idempotency_key_created on idempotency_key (workspace, created_at);

alter table idempotency_key enable row level security;
create policy own_workspace on idempotency_key to "${app}"
  using (workspace = current_setting('waymark.workspace', true))
  with check (workspace = current_setting('waymark.workspace', true));

grant select, insert, update, delete on idempotency_key to "${app}";
