-- The content holds all that callers say; what has a default is written out when it is next changed.
update persona set content = content || jsonb_build_object('externalKey', external_key) where external_key is not null;

alter table persona add terms text[] not null default '{}';
alter table persona add words tsvector generated always as (words_of(workspace, content, terms)) stored;
-- No list of pending entries: every search would have to read it.
create index persona_words on persona using gin (words) with (fastupdate = off);
create index persona_by_name on persona (workspace, name, id);
create index persona_by_update on persona (workspace, updated_at, id);

create function persona_found(words text, terms text[]) returns setof uuid
  language sql stable rows 50 security definer set search_path = public, pg_temp
  begin atomic
    select p.id from persona p where p.workspace = current_setting('waymark.workspace', true)
          and p.words @@ wanted(current_setting('waymark.workspace', true), persona_found.words, persona_found.terms);
  end;
revoke execute on function persona_found from public;
grant execute on function persona_found to "${app}";
