-- Respondents are asked more than ratings of a need: how important it is, which level they expect, and Kano's two questions. Each such
-- question has a place of its own in the arrays, under an id of its own: to instances that know nothing of it it is a need that no persona has.
-- Its answers are counted under the nil UUID, a provider that no map compares.
alter table need_slot
  add kind    text not null default 'RATING',
  add of_need uuid; -- the need that is asked about; null stands for need_id

-- What is asked of no provider is a response of its own, so that it counts once for each respondent.
alter table response alter provider_id drop not null;

-- How often each two answers to Kano's questions were given together, exact at any time.
create table kano_count (
  workspace     text     not null,
  gap_map_id    uuid     not null,
  need_id       uuid     not null,
  stage_id      uuid,
  month         date,     -- its first day; null for responses without a date
  functional    smallint not null, -- 0 (like) to 4 (dislike)
  dysfunctional smallint not null,
  count         bigint   not null,
  constraint kano_count_cell unique nulls not distinct (workspace, gap_map_id, need_id, stage_id, month, functional, dysfunctional),
  foreign key (workspace, gap_map_id) references gap_map on delete cascade
);

alter table kano_count enable row level security;
create policy own_workspace on kano_count to "${app}"
  using (workspace = current_setting('waymark.workspace', true))
  with check (workspace = current_setting('waymark.workspace', true));

grant select, insert, update on kano_count to "${app}";
