create table place (
  id uuid primary key,
  code text not null,
  kind text not null,
  name text not null,
  folded text not null,
  parent_id uuid references place(id),
  from_day text not null,
  until_day text
);
create index place_parent on place (parent_id);
create unique index place_code on place (code, kind, from_day, name);
create index place_folded on place (folded);
create table succession (
  id uuid primary key,
  predecessor_id uuid not null references place(id),
  successor_id uuid not null references place(id),
  on_day text not null,
  is_main boolean not null,
  unique (predecessor_id, successor_id)
);
create index succession_predecessor on succession (predecessor_id);
create index succession_successor on succession (successor_id);
create table producer (
  id uuid primary key,
  kind text not null,
  name text not null,
  folded text not null,
  registration_number text,
  registration_key text,
  registered_on text,
  registered_by text,
  phone text,
  phone_key text,
  is_public_phone boolean not null,
  email text,
  address text not null,
  place_id uuid not null references place(id),
  representative_name text not null,
  representative_title text,
  representative_address text,
  representative_sex text,
  representative_ethnicity text,
  representative_disability text,
  version integer not null
);
create index producer_place on producer (place_id);
create index producer_folded on producer (folded);
create index producer_registration on producer (registration_key);
create index producer_phone on producer (phone_key);
create table producer_member (
  id uuid primary key,
  producer_id uuid not null references producer(id),
  kind text not null,
  name text not null,
  title text,
  phone text,
  joined_on text,
  left_on text
);
create index producer_member_producer on producer_member (producer_id);
create table product (
  id uuid primary key,
  producer_id uuid not null references producer(id),
  set_number integer not null,
  name text not null,
  folded text not null,
  unit text,
  story text,
  place_id uuid not null references place(id),
  product_code text unique,
  code_place_id uuid references place(id),
  code_number integer,
  version integer not null,
  unique (code_place_id, code_number)
);
create index product_producer on product (producer_id);
create index product_place on product (place_id);
create index product_code_place on product (code_place_id);
create index product_folded on product (folded);
create index product_set on product (set_number, folded);
create table product_photo (
  id uuid primary key,
  product_id uuid not null references product(id),
  hash text not null references file(hash),
  caption text,
  added_at bigint not null,
  is_published boolean not null,
  removed_at bigint
);
create index product_photo_product on product_photo (product_id);
create index product_photo_hash on product_photo (hash);
