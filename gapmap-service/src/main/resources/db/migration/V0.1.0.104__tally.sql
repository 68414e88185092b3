-- How often each scale value was given, exact at any time; from it every figure of a cell follows.
create table frequency (
  workspace   text     not null,
  gap_map_id  uuid     not null,
  provider_id uuid     not null,
  slot        smallint not null,
  stage_id    uuid,
  month       date,     -- its first day; null for responses without a date
  value       smallint not null,
  count       bigint   not null,
  constraint frequency_cell unique nulls not distinct (workspace, gap_map_id, slot, provider_id, stage_id, month, value),
  foreign key (workspace, gap_map_id) references gap_map on delete cascade
);

-- Sums over the responses of all providers that have both figures; from them every correlation follows.
create table pair_sum (
  workspace  text     not null,
  gap_map_id uuid     not null,
  x_slot     smallint not null,
  y_slot     smallint not null, -- 0 is the outcome
  stage_id   uuid,
  month      date,
  n          bigint   not null,
  sum_x      numeric  not null,
  sum_y      numeric  not null,
  sum_xx     numeric  not null,
  sum_yy     numeric  not null,
  sum_xy     numeric  not null,
  constraint pair_sum_cell unique nulls not distinct (workspace, gap_map_id, x_slot, y_slot, stage_id, month),
  foreign key (workspace, gap_map_id) references gap_map on delete cascade
);

alter table frequency enable row level security;
create policy own_workspace on frequency to "${app}"
  using (workspace = current_setting('waymark.workspace', true))
  with check (workspace = current_setting('waymark.workspace', true));

grant select, insert, update on frequency to "${app}";

alter table pair_sum enable row level security;
create policy own_workspace on pair_sum to "${app}"
  using (workspace = current_setting('waymark.workspace', true))
  with check (workspace = current_setting('waymark.workspace', true));

grant select, insert, update on pair_sum to "${app}";
