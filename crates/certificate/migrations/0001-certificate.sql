create table signing_key (
  id text primary key,
  public_key text not null,
  created_at bigint not null
);
create table certificate (
  id uuid primary key,
  code text not null unique,
  number text not null,
  year integer not null,
  running integer not null,
  authority text not null,
  authority_place_id uuid not null references place(id),
  product_id uuid not null references product(id),
  producer_id uuid not null references producer(id),
  place_id uuid not null references place(id),
  application_id uuid references application(id),
  decision_id uuid references decision(id),
  decision_number text not null,
  decision_on text not null,
  rules text not null,
  set_number integer not null,
  stars integer not null,
  product_name text not null,
  product_code text,
  unit text not null,
  producer_name text not null,
  producer_address text not null,
  place_name text not null,
  issued_on text not null,
  signer_title text not null,
  signer_name text,
  unique (authority_place_id, year, running)
);
create index certificate_authority on certificate (authority_place_id);
create index certificate_product on certificate (product_id);
create index certificate_producer on certificate (producer_id);
create index certificate_place on certificate (place_id);
create index certificate_application on certificate (application_id);
create index certificate_decision on certificate (decision_id);
create table certificate_event (
  id uuid primary key,
  certificate_id uuid not null references certificate(id),
  n integer not null,
  kind text not null,
  on_day text not null,
  act_number text,
  authority text,
  ground text,
  concluded_on text,
  reason text,
  successor_id uuid references certificate(id),
  application_id uuid references application(id),
  by_name text not null,
  at bigint not null,
  unique (certificate_id, n)
);
create index certificate_event_certificate on certificate_event (certificate_id);
create index certificate_event_successor on certificate_event (successor_id);
create index certificate_event_application on certificate_event (application_id);
create table verdict (
  certificate_id uuid primary key references certificate(id),
  code text not null unique,
  number text not null,
  product_id uuid not null references product(id),
  producer_id uuid not null references producer(id),
  place_id uuid not null references place(id),
  home_id uuid not null references place(id),
  home_name text not null,
  product_name text not null,
  producer_name text not null,
  folded text not null,
  standing text not null,
  stars integer not null,
  set_number integer not null,
  product_group text not null,
  issued_on text not null,
  opens_on text,
  expires_on text not null,
  alive_until text not null,
  card text not null
);
create index verdict_product on verdict (product_id);
create index verdict_producer on verdict (producer_id, standing);
create index verdict_place_id on verdict (place_id);
create index verdict_home on verdict (home_id);
create index verdict_alive on verdict (standing, alive_until);
create index verdict_opens on verdict (standing, opens_on);
create table verdict_place (
  certificate_id uuid not null references certificate(id),
  place_id uuid not null references place(id),
  primary key (certificate_id, place_id)
);
create index verdict_place_certificate on verdict_place (certificate_id);
create index verdict_place_place on verdict_place (place_id);
