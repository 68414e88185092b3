-- For operators, as the owner; docs/operations.md says when. Has every document of the neighbours taken in anew, whatever
-- version it has, the next time it is told. Until then what is known stays, and deletions stay for good. Gives how many.
create function forget_neighbours() returns bigint language sql as $$
  with forgotten as (update neighbour set version = 0 where data is not null returning id)
  select count(*) from forgotten
$$;
revoke execute on function forget_neighbours from public;
