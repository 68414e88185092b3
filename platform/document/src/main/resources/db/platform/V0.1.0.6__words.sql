-- What lists are searched by. Under row-level security "@@" could not use an index, because it is not leakproof; so each
-- table has a function of its owner's, <table>_found, that searches for the caller and names the workspace itself.

-- The words of a content, its exact terms (tag:vip), and its workspace, so that one index look-up joins them all.
create function words_of(workspace text, content jsonb, terms text[]) returns tsvector
  language plpgsql immutable parallel safe as $$
begin
  return jsonb_to_tsvector('simple', content, '["string"]') || array_to_tsvector(terms || ('workspace:' || workspace));
exception when program_limit_exceeded then -- more different words than a tsvector holds
  return to_tsvector('simple', left(content ->> 'name', 1000)) || array_to_tsvector(terms || ('workspace:' || workspace));
end $$;

-- All of these words, or words that begin with them, and all of these terms.
create function wanted(workspace text, words text, terms text[]) returns tsquery
  language sql stable parallel safe
  return (select string_agg('''' || replace(replace(term, '\', '\\'), '''', '''''') || '''', ' & ')
          from unnest(terms || ('workspace:' || workspace)) term)::tsquery
    && regexp_replace(plainto_tsquery('simple', words)::text, '''( |$)', ''':*\1', 'g')::tsquery;
