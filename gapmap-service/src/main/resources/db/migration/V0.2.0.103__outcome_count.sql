-- How often each outcome was given to a provider, exact at any time: NPS, CSAT and CES follow from it.
create table outcome_count (
  workspace   text     not null,
  gap_map_id  uuid     not null,
  provider_id uuid     not null,
  stage_id    uuid,
  month       date,     -- its first day; null for responses without a date
  value       numeric  not null,
  count       bigint   not null,
  constraint outcome_count_cell unique nulls not distinct (workspace, gap_map_id, provider_id, stage_id, month, value)
);

alter table outcome_count enable row level security;
create policy own_workspace on outcome_count to "${app}"
  using (workspace = current_setting('waymark.workspace', true))
  with check (workspace = current_setting('waymark.workspace', true));

grant select, insert, update on outcome_count to "${app}";

-- By triggers: instances that know nothing of this table import as well, for a while.
create function count_outcomes() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into outcome_count (workspace, gap_map_id, provider_id, stage_id, month, value, count)
    select workspace, gap_map_id, provider_id, stage_id, date_trunc('month', answered_on)::date, outcome, count(*)
    from later where outcome is not null
    group by 1, 2, 3, 4, 5, 6
    on conflict on constraint outcome_count_cell do update set count = outcome_count.count + excluded.count;
  else
    insert into outcome_count (workspace, gap_map_id, provider_id, stage_id, month, value, count)
    select workspace, gap_map_id, provider_id, stage_id, date_trunc('month', answered_on)::date, outcome, sum(sign)
    from (select 1 as sign, later.* from later union all select -1, earlier.* from earlier) changed
    where outcome is not null
    group by 1, 2, 3, 4, 5, 6
    on conflict on constraint outcome_count_cell do update set count = outcome_count.count + excluded.count;
  end if;
  return null;
end $$;
revoke execute on function count_outcomes from public;

-- Waits for imports that are under way, and lets no other begin before all is counted.
create trigger count_new_outcomes after insert on response
  referencing new table as later for each statement execute function count_outcomes();
create trigger count_corrected_outcomes after update on response
  referencing old table as earlier new table as later for each statement execute function count_outcomes();

insert into outcome_count (workspace, gap_map_id, provider_id, stage_id, month, value, count)
select workspace, gap_map_id, provider_id, stage_id, date_trunc('month', answered_on)::date, outcome, count(*)
from response where outcome is not null
group by 1, 2, 3, 4, 5, 6;

-- Last, since it keeps maps from being edited until the migration has ended.
alter table outcome_count add foreign key (workspace, gap_map_id) references gap_map on delete cascade;
