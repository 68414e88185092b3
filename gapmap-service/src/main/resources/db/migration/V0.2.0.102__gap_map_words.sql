-- The content has the external key now, and everything that has a default is written out when it is next changed.
update gap_map set content = content || jsonb_build_object('externalKey', external_key) where external_key is not null;

alter table gap_map add journey_id uuid;
create index gap_map_journey on gap_map (workspace, journey_id) where journey_id is not null;
-- Counts what came of imports: a correction may change figures without changing what the map says of its gaps.
alter table gap_map add ratings_version bigint not null default 0;

alter table gap_map add terms text[] not null default '{}';
update gap_map g set terms = (
  select array_agg('provider:' || p.provider_id) from gap_map_provider p
  where p.workspace = g.workspace and p.gap_map_id = g.id);
alter table gap_map add words tsvector generated always as (words_of(workspace, content, terms)) stored;
create index gap_map_words on gap_map using gin (words) with (fastupdate = off);
create index gap_map_by_name on gap_map (workspace, name, id);
create index gap_map_by_update on gap_map (workspace, updated_at, id);

create function gap_map_found(words text, terms text[]) returns setof uuid
  language sql stable rows 50 security definer set search_path = public, pg_temp
  begin atomic
    select m.id from gap_map m where m.workspace = current_setting('waymark.workspace', true)
          and m.words @@ wanted(current_setting('waymark.workspace', true), gap_map_found.words, gap_map_found.terms);
  end;
revoke execute on function gap_map_found from public;
grant execute on function gap_map_found to "${app}";
