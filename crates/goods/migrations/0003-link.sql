create table item_link (
  id uuid primary key,
  trade_item_id uuid not null references trade_item(id),
  lot_id uuid references lot(id),
  link_type text not null,
  href text not null,
  title text not null,
  hreflang text,
  media_type text,
  context text,
  is_default boolean not null,
  ordinal integer not null
);
create index item_link_trade_item on item_link (trade_item_id, ordinal);
create index item_link_lot on item_link (lot_id);
create table item_handover (
  trade_item_id uuid primary key references trade_item(id),
  resolver_root text not null,
  since bigint not null,
  by_name text not null
);
