-- What is rated at a touchpoint has its id where other responses have their stage; the stage that it belongs to stands here, also after it
-- has left its journey.
create table rated_touchpoint (
  workspace     text not null,
  gap_map_id    uuid not null,
  touchpoint_id uuid not null,
  stage_id      uuid not null,
  primary key (workspace, gap_map_id, touchpoint_id),
  foreign key (workspace, gap_map_id) references gap_map on delete cascade
);

alter table rated_touchpoint enable row level security;
create policy own_workspace on rated_touchpoint to "${app}"
  using (workspace = current_setting('waymark.workspace', true))
  with check (workspace = current_setting('waymark.workspace', true));

grant select, insert, update on rated_touchpoint to "${app}";
