create table journal_head (
  id integer primary key,
  seq bigint not null,
  hash bytea not null
);
create table journal (
  seq bigint primary key,
  at bigint not null,
  user_id uuid,
  actor text not null,
  producer_id uuid,
  consent_id uuid,
  intent text not null,
  noun text not null,
  key text not null,
  seal text,
  words text not null,
  edits text not null,
  prev bytea not null,
  hash bytea not null
);
create index journal_record on journal (noun, key, seq);
create index journal_producer on journal (producer_id, seq);
create table fact (
  seq bigint not null,
  n integer not null,
  kind text not null,
  subject text not null,
  payload text not null,
  primary key (seq, n)
);
create table fact_cursor (
  subscriber text primary key,
  seq bigint not null,
  n integer not null
);
create table job (
  id uuid primary key,
  kind text not null,
  payload text not null,
  state text not null,
  run_at bigint not null,
  attempts integer not null,
  done integer not null,
  total integer not null,
  fault text,
  asked_at bigint not null,
  ended_at bigint
);
create index job_due on job (state, run_at);
create index job_payload on job (kind, payload);
create table file (
  hash text primary key,
  kind text not null,
  bytes bigint not null,
  pages integer not null,
  received_at bigint not null
);
insert into journal_head (id, seq, hash) values (1, 0, '');
