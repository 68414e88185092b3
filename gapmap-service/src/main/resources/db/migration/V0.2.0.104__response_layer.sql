-- What each of several imports changed of one response, in their order; only where more than one did. The response is what
-- they say together, the later over the earlier, so that any of them can be taken back.
create table response_layer (
  workspace   text       not null,
  gap_map_id  uuid       not null,
  response_id bigint     not null,
  import_id   uuid       not null,
  position    bigint     generated always as identity,
  ratings     smallint[] not null, -- only what it changed
  outcome     numeric,
  primary key (workspace, response_id, import_id),
  foreign key (workspace, response_id) references response on delete cascade
);

create index response_layer_of_import on response_layer (workspace, gap_map_id, import_id);

alter table response_layer enable row level security;
create policy own_workspace on response_layer to "${app}"
  using (workspace = current_setting('waymark.workspace', true))
  with check (workspace = current_setting('waymark.workspace', true));

grant select, insert, delete on response_layer to "${app}";
grant delete on rating_import to "${app}";

-- Later ratings where they differ from earlier ones; null elsewhere.
create function changed_ratings(earlier smallint[], later smallint[]) returns smallint[]
  language sql immutable parallel safe
  return (
    select array_agg(case when l is distinct from e then l end order by slot)
    from unnest(earlier, later) with ordinality as both_of(e, l, slot));

-- Only subtracts from what is there: if the whole map goes, its counts may have gone before.
create function uncount_outcomes() returns trigger language plpgsql as $$
begin
  update outcome_count o set count = o.count - gone.n
  from (
    select workspace, gap_map_id, provider_id, stage_id, date_trunc('month', answered_on)::date as month, outcome, count(*) as n
    from earlier where outcome is not null
    group by 1, 2, 3, 4, 5, 6) gone
  where (o.workspace, o.gap_map_id, o.provider_id, o.value) = (gone.workspace, gone.gap_map_id, gone.provider_id, gone.outcome)
    and o.stage_id is not distinct from gone.stage_id and o.month is not distinct from gone.month;
  return null;
end $$;
revoke execute on function uncount_outcomes from public;

create trigger uncount_deleted_outcomes after delete on response
  referencing old table as earlier for each statement execute function uncount_outcomes();

-- Responses are read page by page now.
create unique index response_in_order on response (workspace, gap_map_id, id);
drop index response_of_map;
