-- The place of each revision in its workspace's change feed: 1, 2, 3, … without gaps, given after the commit.
alter table revision add column feed_position bigint; -- null until sequenced

create index revision_unsequenced on revision (position) where feed_position is null;
create unique index revision_feed on revision (workspace, feed_position) where feed_position is not null;

grant update (feed_position) on revision to "${relay}";

-- The last position that was given in each workspace.
create table feed_head (
  workspace text   not null primary key,
  position  bigint not null
);

alter table feed_head enable row level security;
create policy all_workspaces on feed_head to "${relay}" using (true);

grant select, insert, update (position) on feed_head to "${relay}";
