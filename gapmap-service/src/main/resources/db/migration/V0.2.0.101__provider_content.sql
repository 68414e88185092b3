-- What is said of a provider stands in one column now, as in every document; kind stays beside it for lists.
alter table provider add content jsonb;
update provider set content = jsonb_strip_nulls(jsonb_build_object('externalKey', external_key, 'name', name, 'kind', kind))
  || '{"prices": [], "tags": []}';
alter table provider alter content set not null;

alter table provider add terms text[] not null default '{}';
alter table provider add words tsvector generated always as (words_of(workspace, content, terms)) stored;
create index provider_words on provider using gin (words) with (fastupdate = off);
create index provider_by_name on provider (workspace, name, id);
create index provider_by_update on provider (workspace, updated_at, id);

create function provider_found(words text, terms text[]) returns setof uuid
  language sql stable rows 50 security definer set search_path = public, pg_temp
  begin atomic
    select p.id from provider p where p.workspace = current_setting('waymark.workspace', true)
          and p.words @@ wanted(current_setting('waymark.workspace', true), provider_found.words, provider_found.terms);
  end;
revoke execute on function provider_found from public;
grant execute on function provider_found to "${app}";
