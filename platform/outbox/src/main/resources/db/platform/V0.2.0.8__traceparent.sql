-- Where in a trace the change was made, for who takes its event in; null if it was not traced.
alter table outbox add column traceparent text;
