create table council (
  id uuid primary key,
  place_id uuid not null references place(id),
  place_name text not null,
  level text not null,
  name text not null,
  mandate_number text not null,
  mandate_on text not null,
  mandate_issuer text not null,
  founded_at bigint not null,
  founded_by uuid references account(id)
);
create index council_place on council (place_id);
create index council_founded_by on council (founded_by);
create table council_rules (
  id uuid primary key,
  council_id uuid not null references council(id),
  n integer not null,
  quorum_percent integer not null,
  chair_required boolean not null,
  spread_limit integer not null,
  gate_basis text not null,
  shows_spread boolean not null,
  set_at bigint not null,
  set_by uuid references account(id),
  unique (council_id, n)
);
create index council_rules_council on council_rules (council_id);
create index council_rules_set_by on council_rules (set_by);
create table seat (
  id uuid primary key,
  council_id uuid not null references council(id),
  n integer not null,
  account_id uuid not null references account(id),
  name text not null,
  title text not null,
  office text not null,
  votes boolean not null,
  given_at bigint not null,
  vacated_at bigint
);
create index seat_council on seat (council_id);
create index seat_account on seat (account_id);
create table sitting (
  id uuid primary key,
  council_id uuid not null references council(id),
  rules_id uuid not null references council_rules(id),
  subject text not null,
  venue text not null,
  held_on text not null,
  called_at bigint not null,
  called_by uuid references account(id)
);
create index sitting_council on sitting (council_id, held_on);
create index sitting_rules on sitting (rules_id);
create index sitting_called_by on sitting (called_by);
create table sitting_event (
  id uuid primary key,
  sitting_id uuid not null references sitting(id),
  kind text not null,
  at bigint not null,
  by_id uuid references account(id),
  by_name text not null,
  unique (sitting_id, kind)
);
create index sitting_event_sitting on sitting_event (sitting_id);
create index sitting_event_by on sitting_event (by_id);
create table attendance (
  sitting_id uuid not null references sitting(id),
  seat_id uuid not null references seat(id),
  present boolean not null,
  reason text,
  at bigint not null,
  primary key (sitting_id, seat_id)
);
create index attendance_sitting on attendance (sitting_id);
create index attendance_seat on attendance (seat_id);
create table case_file (
  id uuid primary key,
  sitting_id uuid not null references sitting(id),
  n integer not null,
  application_id uuid not null references application(id),
  product_id uuid not null references product(id),
  producer_id uuid not null references producer(id),
  product_name text not null,
  product_code text not null,
  producer_name text not null,
  address text not null,
  phone text,
  commune text not null,
  rules text not null,
  set_number integer not null,
  unique (sitting_id, application_id)
);
create index case_file_sitting on case_file (sitting_id, n);
create index case_file_application on case_file (application_id);
create index case_file_product on case_file (product_id);
create index case_file_producer on case_file (producer_id);
create table case_event (
  id uuid primary key,
  case_file_id uuid not null references case_file(id),
  kind text not null,
  round integer not null,
  at bigint not null,
  by_id uuid references account(id),
  by_name text not null,
  unique (case_file_id, kind, round)
);
create index case_event_case on case_event (case_file_id);
create index case_event_by on case_event (by_id);
create table case_choice (
  case_file_id uuid not null references case_file(id),
  criterion text not null,
  case_letter text not null,
  primary key (case_file_id, criterion)
);
create index case_choice_case on case_choice (case_file_id);
create table interest (
  id uuid primary key,
  case_file_id uuid not null references case_file(id),
  seat_id uuid not null references seat(id),
  kind text not null,
  detail text,
  at bigint not null
);
create index interest_case on interest (case_file_id);
create index interest_seat on interest (seat_id);
create table recusal (
  case_file_id uuid not null references case_file(id),
  seat_id uuid not null references seat(id),
  reason text not null,
  at bigint not null,
  by_id uuid references account(id),
  by_name text not null,
  primary key (case_file_id, seat_id)
);
create index recusal_case on recusal (case_file_id);
create index recusal_seat on recusal (seat_id);
create index recusal_by on recusal (by_id);
create table mark (
  case_file_id uuid not null references case_file(id),
  seat_id uuid not null references seat(id),
  round integer not null,
  criterion text not null,
  points integer,
  note text,
  flagged boolean not null,
  at bigint not null,
  primary key (case_file_id, seat_id, round, criterion)
);
create index mark_case on mark (case_file_id);
create index mark_seat on mark (seat_id);
create table ballot (
  case_file_id uuid not null references case_file(id),
  seat_id uuid not null references seat(id),
  round integer not null,
  submitted_at bigint not null,
  primary key (case_file_id, seat_id, round)
);
create index ballot_case on ballot (case_file_id);
create index ballot_seat on ballot (seat_id);
create table finding (
  case_file_id uuid not null references case_file(id),
  code text not null,
  reason text not null,
  at bigint not null,
  by_id uuid references account(id),
  by_name text not null,
  primary key (case_file_id, code)
);
create index finding_case on finding (case_file_id);
create index finding_by on finding (by_id);
create table minutes (
  sitting_id uuid primary key references sitting(id),
  number integer,
  guests text not null,
  opinions text not null,
  conclusions text not null,
  written_at bigint not null,
  version integer not null
);
create table decision (
  id uuid primary key,
  sitting_id uuid not null unique references sitting(id),
  council_id uuid not null references council(id),
  place_id uuid not null references place(id),
  number integer not null,
  symbol text not null,
  authority text not null,
  signed_on text not null,
  signer_lines text not null,
  signer_name text not null,
  signed_at bigint not null,
  signed_by uuid references account(id)
);
create index decision_council on decision (council_id);
create index decision_place on decision (place_id);
create index decision_signed_by on decision (signed_by);
create table decision_item (
  id uuid primary key,
  decision_id uuid not null references decision(id),
  case_file_id uuid not null unique references case_file(id),
  application_id uuid not null references application(id),
  product_id uuid not null references product(id),
  producer_id uuid not null references producer(id),
  ruling text not null,
  stars integer,
  mean_sum bigint not null,
  mean_count bigint not null,
  rules text not null
);
create index decision_item_decision on decision_item (decision_id);
create index decision_item_case on decision_item (case_file_id);
create index decision_item_application on decision_item (application_id);
create index decision_item_product on decision_item (product_id);
create index decision_item_producer on decision_item (producer_id);
