-- How sure the order of a map's value gaps is, computed in the background for one state of the map; another state replaces it.
create table ranking_confidence (
  workspace  text  not null,
  gap_map_id uuid  not null,
  basis      text  not null, -- the tag of the scores it belongs to
  confidence jsonb not null,
  primary key (workspace, gap_map_id),
  foreign key (workspace, gap_map_id) references gap_map on delete cascade
);

alter table ranking_confidence enable row level security;
create policy own_workspace on ranking_confidence to "${app}"
  using (workspace = current_setting('waymark.workspace', true))
  with check (workspace = current_setting('waymark.workspace', true));

grant select, insert, update on ranking_confidence to "${app}";
