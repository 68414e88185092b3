-- How often each outcome was given to a provider, exact at any time: NPS, CSAT and CES follow from it.
create table outcome_count (
  workspace   text     not null,
  gap_map_id  uuid     not null,
  provider_id uuid     not null,
  stage_id    uuid,
  month       date,     -- its first day; null for responses without a date
  value       numeric  not null,
  count       bigint   not null,
  constraint outcome_count_cell unique nulls not distinct (workspace, gap_map_id, provider_id, stage_id, month, value),
  foreign key (workspace, gap_map_id) references gap_map on delete cascade
);

alter table outcome_count enable row level security;
create policy own_workspace on outcome_count to "${app}"
  using (workspace = current_setting('waymark.workspace', true))
  with check (workspace = current_setting('waymark.workspace', true));

grant select, insert, update on outcome_count to "${app}";

insert into outcome_count (workspace, gap_map_id, provider_id, stage_id, month, value, count)
select workspace, gap_map_id, provider_id, stage_id, date_trunc('month', answered_on)::date, outcome, count(*)
from response where outcome is not null
group by 1, 2, 3, 4, 5, 6;
