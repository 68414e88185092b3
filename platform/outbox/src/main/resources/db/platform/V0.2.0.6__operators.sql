-- What operators ask and call, as the owner; docs/operations.md says when.

-- Documents of which nothing more is told, since the broker refused a revision for what it is.
create view parked as
  select o.parked_at, r.aggregate_type, o.workspace, o.aggregate_id, r.version, o.parked_why,
         (select count(*) from outbox behind
          where behind.workspace = o.workspace and behind.aggregate_id = o.aggregate_id and behind.position > o.position
         ) as waiting
  from outbox o join revision r using (position)
  where o.parked_at is not null;

-- Has a document's parked revision tried again, and what waits behind it. Gives how many were parked.
create function release_parked(id uuid) returns bigint language sql as $$
  with released as (
    update outbox set parked_at = null, parked_why = null
    where aggregate_id = release_parked.id and parked_at is not null
    returning position)
  select count(*) from released
$$;
revoke execute on function release_parked from public;

-- Tells the newest revision of every document of a type once more. Gives how many. Writers wait meanwhile: were a newer
-- revision told first, the topic would keep the older one.
create function tell_again(type text) returns bigint language sql as $$
  lock table revision in share row exclusive mode;
  with last as (
    select distinct on (workspace, aggregate_id) position, workspace, aggregate_id, type, data
    from revision where aggregate_type = tell_again.type
    order by workspace, aggregate_id, position desc),
  queued as (
    insert into outbox (position, workspace, aggregate_id)
    select position, workspace, aggregate_id from last
    where data is not null and last.type not like '%.deleted.v1'
    on conflict do nothing
    returning position)
  select count(*) from queued
$$;
revoke execute on function tell_again from public;
