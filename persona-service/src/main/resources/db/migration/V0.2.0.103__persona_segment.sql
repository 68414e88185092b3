-- Which segments a persona names: kept beside its content, so that none of them can be deleted unnoticed.
create table persona_segment (
  workspace  text not null default current_setting('waymark.workspace'),
  persona_id uuid not null,
  segment_id uuid not null,
  primary key (workspace, persona_id, segment_id),
  foreign key (workspace, persona_id) references persona on delete cascade,
  foreign key (workspace, segment_id) references segment
);
create index persona_segment_used on persona_segment (workspace, segment_id);

alter table persona_segment enable row level security;
create policy own_workspace on persona_segment to "${app}"
  using (workspace = current_setting('waymark.workspace', true))
  with check (workspace = current_setting('waymark.workspace', true));

grant select, insert, delete on persona_segment to "${app}";
