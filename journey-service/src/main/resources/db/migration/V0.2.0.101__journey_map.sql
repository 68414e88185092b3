-- The content holds all that callers say, and the columns what lists are narrowed to and what journeys owe each other.
alter table journey add type text not null default 'AS_IS' check (type in ('AS_IS', 'TO_BE'));
alter table journey add paired_journey_id uuid;
alter table journey add paired_type text
  generated always as (case type when 'AS_IS' then 'TO_BE' else 'AS_IS' end) stored;
alter table journey add freshness text not null default 'FRESH' check (freshness in ('FRESH', 'DUE', 'STALE'));
alter table journey add terms text[] not null default '{}';

update journey set content = content || jsonb_strip_nulls(jsonb_build_object(
  'externalKey', external_key, 'personaId', persona_id, 'type', type, 'reviewCadence', 'P1M'));

-- As of the last change, like that of every other journey: none has been reviewed yet.
update journey set freshness = case
  when updated_at at time zone 'UTC' < created_at at time zone 'UTC' + interval '1 month' then 'FRESH'
  when updated_at at time zone 'UTC' < created_at at time zone 'UTC' + interval '2 months' then 'DUE'
  else 'STALE' end;

-- What the context says by now of each stage and of the persona, or it would be missing until a neighbour next speaks.
update journey set context = jsonb_set(context, '{stages}', (
  select coalesce(jsonb_agg(stage || jsonb_build_object('weight', case
      when total > 0 then coalesce((said ->> 'importance')::float8, 0) / total
      else 1.0 / jsonb_array_length(content -> 'stages') end) order by nth), '[]')
  from jsonb_array_elements(context -> 'stages') with ordinality as known (stage, nth)
  join jsonb_array_elements(content -> 'stages') said on said ->> 'id' = stage ->> 'stageId',
  (select sum((s ->> 'importance')::float8) as total from jsonb_array_elements(content -> 'stages') s) importance));
update journey j set context = jsonb_set(context, '{persona,version}', to_jsonb(n.version))
  from neighbour n
  where n.workspace = j.workspace and n.kind = 'persona' and n.id = j.persona_id and n.data is not null;

-- A pair is of one persona and of both types, whatever happens at the same time, and none of it is deleted unnoticed.
alter table journey add constraint journey_pairable unique (workspace, id, persona_id, type);
alter table journey add constraint journey_paired foreign key (workspace, paired_journey_id, persona_id, paired_type)
  references journey (workspace, id, persona_id, type);
create index journey_paired on journey (workspace, paired_journey_id) where paired_journey_id is not null;

create index journey_by_type on journey (workspace, type, id);
create index journey_by_freshness on journey (workspace, freshness, id);

alter table journey add words tsvector generated always as (words_of(workspace, content, terms)) stored;
create index journey_words on journey using gin (words) with (fastupdate = off);
create index journey_by_name on journey (workspace, name, id);
create index journey_by_update on journey (workspace, updated_at, id);

create function journey_found(words text, terms text[]) returns setof uuid
  language sql stable rows 50 security definer set search_path = public, pg_temp
  begin atomic
    select j.id from journey j where j.workspace = current_setting('waymark.workspace', true)
          and j.words @@ wanted(current_setting('waymark.workspace', true), journey_found.words, journey_found.terms);
  end;
revoke execute on function journey_found from public;
grant execute on function journey_found to "${app}";
