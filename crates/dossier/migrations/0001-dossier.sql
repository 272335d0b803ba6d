create table paper (
  id uuid primary key,
  producer_id uuid not null references producer(id),
  code text not null,
  title text not null,
  number text,
  issuer text,
  issued_on text,
  expires_on text,
  note text,
  added_by uuid references account(id),
  added_by_name text not null,
  added_at bigint not null,
  withdrawn_at bigint,
  version integer not null
);
create index paper_producer on paper (producer_id, code);
create index paper_added_by on paper (added_by);
create table paper_file (
  id uuid primary key,
  paper_id uuid not null references paper(id),
  n integer not null,
  file_hash text not null references file(hash),
  name text not null,
  pages integer not null,
  unique (paper_id, n)
);
create index paper_file_paper on paper_file (paper_id);
create index paper_file_hash on paper_file (file_hash);
create table vouching (
  id uuid primary key,
  paper_id uuid not null references paper(id),
  account_id uuid references account(id),
  name text not null,
  at bigint not null
);
create index vouching_paper on vouching (paper_id);
create index vouching_account on vouching (account_id);
create table application (
  id uuid primary key,
  product_id uuid not null references product(id),
  producer_id uuid not null references producer(id),
  place_id uuid not null references place(id),
  product_name text not null,
  producer_name text not null,
  folded text not null,
  kind text not null,
  rules text not null,
  set_number integer not null,
  previous_id uuid references application(id),
  opened_on text not null,
  received_on text,
  received_by_name text,
  registration_number text unique,
  accepted_on text,
  accepted_by_name text,
  round text,
  stage text not null,
  next_step text,
  since text not null,
  version integer not null
);
create index application_product on application (product_id);
create index application_producer on application (producer_id);
create index application_place_id on application (place_id);
create index application_previous on application (previous_id);
create index application_stage on application (stage, since);
create index application_opened on application (opened_on);
create table application_place (
  application_id uuid not null references application(id),
  place_id uuid not null references place(id),
  is_commune boolean not null,
  primary key (application_id, place_id)
);
create index application_place_application on application_place (application_id);
create index application_place_place on application_place (place_id);
create table registration_count (
  id uuid primary key,
  place_id uuid not null references place(id),
  year integer not null,
  last integer not null,
  unique (place_id, year)
);
create index registration_count_place on registration_count (place_id);
create table self_mark (
  id uuid primary key,
  application_id uuid not null references application(id),
  criterion text not null,
  case_letter text,
  points integer,
  description text,
  marked_by uuid references account(id),
  marked_by_name text not null,
  marked_at bigint not null,
  version integer not null,
  unique (application_id, criterion)
);
create index self_mark_application on self_mark (application_id);
create index self_mark_marked_by on self_mark (marked_by);
create table citation (
  id uuid primary key,
  application_id uuid not null references application(id),
  criterion text not null,
  paper_id uuid not null references paper(id),
  first_page integer not null,
  last_page integer not null,
  note text,
  cited_by_name text not null,
  cited_at bigint not null
);
create index citation_application on citation (application_id, criterion);
create index citation_paper on citation (paper_id);
create table dossier_comment (
  id uuid primary key,
  application_id uuid not null references application(id),
  criterion text,
  author_id uuid references account(id),
  author text not null,
  body text not null,
  at bigint not null
);
create index dossier_comment_application on dossier_comment (application_id);
create index dossier_comment_author on dossier_comment (author_id);
create table narrative (
  id uuid primary key,
  application_id uuid not null references application(id),
  topic text not null,
  body text not null,
  written_by uuid references account(id),
  written_by_name text not null,
  written_at bigint not null,
  version integer not null,
  unique (application_id, topic)
);
create index narrative_application on narrative (application_id);
create index narrative_written_by on narrative (written_by);
create table step (
  id uuid primary key,
  application_id uuid not null references application(id),
  n integer not null,
  step text not null,
  outcome text not null,
  mean_sum bigint,
  mean_count bigint,
  done_by uuid references account(id),
  done_by_name text not null,
  done_on text not null,
  at bigint not null,
  unique (application_id, n)
);
create index step_application on step (application_id);
create index step_done_by on step (done_by);
create table return_item (
  id uuid primary key,
  step_id uuid not null references step(id),
  application_id uuid not null references application(id),
  subject text not null,
  reason text not null,
  answer text,
  answered_at bigint
);
create index return_item_step on return_item (step_id);
create index return_item_application on return_item (application_id);
create table commune_finding (
  id uuid primary key,
  application_id uuid not null references application(id),
  matter integer not null,
  declared text,
  found text not null,
  by_name text not null,
  at bigint not null,
  version integer not null,
  unique (application_id, matter)
);
create index commune_finding_application on commune_finding (application_id);
create table commune_report (
  id uuid primary key,
  application_id uuid not null unique references application(id),
  number integer,
  issued_on text not null,
  signer text,
  samples integer,
  version integer not null
);
create table advice (
  id uuid primary key,
  application_id uuid not null references application(id),
  kind text not null,
  criterion text,
  body text not null,
  agrees boolean,
  outcome text,
  by_id uuid references account(id),
  by_name text not null,
  at bigint not null,
  settled_at bigint
);
create index advice_application on advice (application_id);
create index advice_by on advice (by_id);
create table bundle (
  id uuid primary key,
  application_id uuid not null references application(id),
  file_hash text references file(hash),
  pages integer,
  replaced integer,
  asked_by_name text not null,
  asked_at bigint not null,
  ready_at bigint
);
create index bundle_application on bundle (application_id);
create index bundle_file on bundle (file_hash);
