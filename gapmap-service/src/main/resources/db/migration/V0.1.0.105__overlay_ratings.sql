-- Later ratings over earlier ones, need by need: what the later ones leave open stays.
create function overlay_ratings(earlier smallint[], later smallint[]) returns smallint[]
  language sql immutable parallel safe
  return case when earlier is null then later else (
    select array_agg(coalesce(l, e) order by slot)
    from unnest(earlier, later) with ordinality as both_of(e, l, slot)) end;

create aggregate latest_ratings(smallint[]) (sfunc = overlay_ratings, stype = smallint[]);
