create table trade_item (
  id uuid primary key,
  producer_id uuid not null references producer(id),
  product_id uuid references product(id),
  name text not null,
  folded text not null,
  unit text not null,
  code text not null unique,
  gtin text unique,
  shelf_life_days integer,
  standards text,
  version integer not null,
  unique (producer_id, folded)
);
create index trade_item_producer on trade_item (producer_id);
create index trade_item_product on trade_item (product_id);
create table site (
  id uuid primary key,
  producer_id uuid not null references producer(id),
  name text not null,
  folded text not null,
  place_id uuid not null references place(id),
  unique (producer_id, folded)
);
create index site_producer on site (producer_id);
create index site_place on site (place_id);
create table partner (
  id uuid primary key,
  producer_id uuid not null references producer(id),
  name text not null,
  folded text not null,
  phone text,
  email text,
  address text,
  known_producer_id uuid references producer(id),
  version integer not null,
  unique (producer_id, folded)
);
create index partner_producer on partner (producer_id);
create index partner_known_producer on partner (known_producer_id);
create table lot (
  id uuid primary key,
  trade_item_id uuid not null references trade_item(id),
  producer_id uuid not null references producer(id),
  code text not null,
  uri text not null unique,
  made_on text,
  expires_on text,
  created_at bigint not null,
  unique (trade_item_id, code)
);
create index lot_trade_item on lot (trade_item_id);
create index lot_producer on lot (producer_id, created_at);
create table entry (
  id uuid primary key,
  producer_id uuid not null references producer(id),
  kind text not null,
  happened_at bigint not null,
  site_id uuid references site(id),
  partner_id uuid references partner(id),
  note text,
  client_key text not null,
  by_name text not null,
  at bigint not null,
  unique (producer_id, client_key)
);
create index entry_producer on entry (producer_id, happened_at);
create index entry_site on entry (site_id);
create index entry_partner on entry (partner_id);
create table entry_line (
  id uuid primary key,
  entry_id uuid not null references entry(id),
  n integer not null,
  side text not null,
  lot_id uuid not null references lot(id),
  quantity bigint not null,
  unit text not null,
  unique (entry_id, n)
);
create index entry_line_entry on entry_line (entry_id);
create index entry_line_lot on entry_line (lot_id);
create table entry_photo (
  id uuid primary key,
  entry_id uuid not null references entry(id),
  hash text not null references file(hash)
);
create index entry_photo_entry on entry_photo (entry_id);
create index entry_photo_hash on entry_photo (hash);
create table entry_withdrawal (
  entry_id uuid primary key references entry(id),
  reason text not null,
  by_name text not null,
  at bigint not null
);
create table stock (
  producer_id uuid not null references producer(id),
  lot_id uuid not null references lot(id),
  balance bigint not null,
  unit text not null,
  touched_at bigint not null,
  primary key (producer_id, lot_id)
);
create index stock_producer on stock (producer_id, touched_at);
create index stock_lot on stock (lot_id);
create table lot_page (
  lot_id uuid primary key references lot(id),
  trade_item_id uuid not null references trade_item(id),
  code text not null,
  card text not null,
  built_at bigint not null,
  unique (trade_item_id, code)
);
create index lot_page_trade_item on lot_page (trade_item_id);
