begin;
insert into persona (content,context,context_version,created_at,name,status,terms,updated_at,version,workspace,id) values ('CONTENT','{"journeys": [], "unmetNeeds": []}',0,now(),'Frequent business traveller','DRAFT','{=core,@Ann}',now(),1,'bench',uuidv7());
with kept as (insert into revision (workspace, aggregate_id, version, event_id, aggregate_type, type, data, changed, actor, occurred_at) values ('bench', uuidv7(), 1, gen_random_uuid(), 'persona', 'persona.created.v1', 'DATA'::jsonb, 'CHANGED', 'developer', now()) returning position, workspace, aggregate_id) insert into outbox (position, workspace, aggregate_id) select position, workspace, aggregate_id from kept;
commit;
