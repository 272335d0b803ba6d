create table account (
  id uuid primary key,
  login text not null,
  name text not null,
  folded text not null,
  phone text,
  lang text not null,
  password_hash text not null,
  one_time_until bigint,
  created_at bigint not null,
  created_by uuid references account(id),
  disabled_at bigint,
  version integer not null
);
create unique index account_login on account (login);
create index account_folded on account (folded);
create index account_created_by on account (created_by);
create table role_held (
  id uuid primary key,
  account_id uuid not null references account(id),
  role text not null,
  place_id uuid,
  producer_id uuid,
  scope_name text not null,
  from_day text not null,
  until_day text,
  given_by uuid references account(id)
);
create index role_held_account on role_held (account_id);
create index role_held_given_by on role_held (given_by);
create index role_held_place on role_held (place_id, role);
create index role_held_producer on role_held (producer_id, role);
create table session (
  id uuid primary key,
  account_id uuid not null references account(id),
  token_hash text not null,
  opened_at bigint not null,
  ended_at bigint,
  address text not null,
  agent text not null
);
create unique index session_token on session (token_hash);
create index session_account on session (account_id, opened_at);
create table session_seen (
  session_id uuid primary key references session(id),
  seen_at bigint not null
);
create table sign_in_failure (
  key text primary key,
  failures integer not null,
  last_at bigint not null,
  free_at bigint not null
);
create index sign_in_failure_last on sign_in_failure (last_at);
create table consent (
  id uuid primary key,
  producer_id uuid not null,
  producer_name text not null,
  places text not null,
  account_id uuid not null references account(id),
  scope text not null,
  how_given text not null,
  witness text,
  note text,
  evidence_hash text references file(hash),
  given_on text not null,
  expires_on text not null,
  recorded_by uuid references account(id),
  withdrawn_on text
);
create index consent_producer on consent (producer_id, given_on);
create index consent_account on consent (account_id, expires_on);
create index consent_evidence on consent (evidence_hash);
create index consent_recorded_by on consent (recorded_by);
create table api_key (
  id uuid primary key,
  name text not null,
  scopes text not null,
  account_id uuid references account(id),
  token_hash text not null,
  hint text not null,
  created_at bigint not null,
  created_by uuid references account(id),
  revoked_at bigint
);
create unique index api_key_token on api_key (token_hash);
create index api_key_account on api_key (account_id);
create index api_key_created_by on api_key (created_by);
