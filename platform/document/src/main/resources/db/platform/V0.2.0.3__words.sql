-- What lists are searched by. Under row-level security "@@" could not use an index, because it is not leakproof; so each
-- table has a function of its owner's, <table>_found, that searches for the caller and names the workspace itself.

-- Terms as lexemes: behind "=", with which no word begins, so that neither a word nor its beginning can meet a term.
create function terms_of(workspace text, terms text[]) returns text[]
  language sql immutable parallel safe
  return (select array_agg('=' || term) from unnest(terms || ('workspace:' || workspace)) term);

-- The words of a content, its exact terms (tag:vip), and its workspace, so that one index look-up joins them all. The
-- ids in it are no words: pieces of them would be found by any number.
create function words_of(workspace text, content jsonb, terms text[]) returns tsvector
  language plpgsql immutable parallel safe as $$
begin
  return array_to_tsvector(public.terms_of(workspace, terms)) || jsonb_to_tsvector('simple',
    regexp_replace(content::text, '"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"', '""', 'g')::jsonb, '["string"]');
exception when program_limit_exceeded then -- more different words than a tsvector holds
  return array_to_tsvector(public.terms_of(workspace, terms)) || to_tsvector('simple', left(content ->> 'name', 1000));
end $$;

-- All of these words, or words that begin with them, and all of these terms. Nothing, if there is no word in the words.
create function wanted(workspace text, words text, terms text[]) returns tsquery
  language sql stable parallel safe
  return case when words <> '' and numnode(plainto_tsquery('simple', words)) = 0 then '' else
    (select string_agg('''' || replace(replace(term, '\', '\\'), '''', '''''') || '''', ' & ')
     from unnest(terms_of(workspace, terms)) term)::tsquery
    && regexp_replace(plainto_tsquery('simple', words)::text, '''( |$)', ''':*\1', 'g')::tsquery end;
