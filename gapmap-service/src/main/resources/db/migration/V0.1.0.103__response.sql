-- The place of each need in a map's arrays of ratings; assigned once, when it is first rated.
create table need_slot (
  workspace  text     not null,
  gap_map_id uuid     not null,
  need_id    uuid     not null,
  slot       smallint not null, -- from 1, like PostgreSQL's arrays
  primary key (workspace, gap_map_id, need_id),
  unique (workspace, gap_map_id, slot),
  foreign key (workspace, gap_map_id) references gap_map on delete cascade
);

create table rating_import (
  workspace       text        not null,
  gap_map_id      uuid        not null,
  id              uuid        not null,
  idempotency_key text        not null,
  content_hash    text        not null,
  report          jsonb       not null,
  primary key (workspace, id),
  constraint rating_import_once unique (workspace, gap_map_id, idempotency_key),
  foreign key (workspace, gap_map_id) references gap_map on delete cascade
);

-- What one respondent said of one provider. Ratings are indexes on the map's scale, from 0, by slot of the need.
create table response (
  workspace   text       not null,
  gap_map_id  uuid       not null,
  id          bigint     generated always as identity,
  import_id   uuid       not null,
  provider_id uuid       not null,
  respondent  bytea,     -- keyed hash of the respondent's id; null if the import names none
  answered_on date,
  stage_id    uuid,
  ratings     smallint[] not null,
  outcome     numeric,
  primary key (workspace, id),
  foreign key (workspace, gap_map_id) references gap_map on delete cascade,
  constraint response_provider foreign key (workspace, provider_id) references provider
);
create unique index response_identity
  on response (workspace, gap_map_id, respondent, provider_id, answered_on, stage_id) nulls not distinct
  where respondent is not null;
create index response_of_provider on response (workspace, provider_id);
create index response_of_map on response (workspace, gap_map_id);

alter table need_slot enable row level security;
create policy own_workspace on need_slot to "${app}"
  using (workspace = current_setting('waymark.workspace', true))
  with check (workspace = current_setting('waymark.workspace', true));

grant select, insert on need_slot to "${app}";

alter table rating_import enable row level security;
create policy own_workspace on rating_import to "${app}"
  using (workspace = current_setting('waymark.workspace', true))
  with check (workspace = current_setting('waymark.workspace', true));

grant select, insert on rating_import to "${app}";

alter table response enable row level security;
create policy own_workspace on response to "${app}"
  using (workspace = current_setting('waymark.workspace', true))
  with check (workspace = current_setting('waymark.workspace', true));

grant select, insert, update, delete on response to "${app}";
