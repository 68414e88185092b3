create table segment (
  workspace       text        not null,
  id              uuid        not null,
  external_key    text,
  status          text        not null check (status in ('DRAFT', 'PUBLISHED', 'ARCHIVED')),
  version         int         not null,
  name            text        not null,
  content         jsonb       not null,
  context_version bigint      not null,
  terms           text[]      not null,
  words           tsvector    generated always as (words_of(workspace, content, terms)) stored,
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  primary key (workspace, id)
);
-- Partial, so that it is no key that rows elsewhere could refer to: then changing it waits for none of them.
create unique index segment_external_key on segment (workspace, external_key) where external_key is not null;
create index segment_words on segment using gin (words) with (fastupdate = off);
create index segment_by_name on segment (workspace, name, id);
create index segment_by_update on segment (workspace, updated_at, id);

alter table segment enable row level security;
create policy own_workspace on segment to "${app}"
  using (workspace = current_setting('waymark.workspace', true))
  with check (workspace = current_setting('waymark.workspace', true));

grant select, insert, update, delete on segment to "${app}";

create function segment_found(words text, terms text[]) returns setof uuid
  language sql stable rows 50 security definer set search_path = public, pg_temp
  begin atomic
    select s.id from segment s where s.workspace = current_setting('waymark.workspace', true)
          and s.words @@ wanted(current_setting('waymark.workspace', true), segment_found.words, segment_found.terms);
  end;
revoke execute on function segment_found from public;
grant execute on function segment_found to "${app}";
