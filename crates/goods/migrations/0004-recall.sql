create table recall (
  id uuid primary key,
  lot_id uuid not null references lot(id),
  producer_id uuid not null references producer(id),
  reason text not null,
  decided_by text not null,
  decided_at bigint not null,
  is_drill boolean not null,
  is_complete boolean not null,
  computed_ms integer not null,
  by_name text not null
);
create index recall_lot_id on recall (lot_id);
create index recall_producer on recall (producer_id, decided_at);
create index recall_decided on recall (decided_at);
create table recall_lot (
  recall_id uuid not null references recall(id),
  lot_id uuid not null references lot(id),
  primary key (recall_id, lot_id)
);
create index recall_lot_recall on recall_lot (recall_id);
create index recall_lot_lot on recall_lot (lot_id);
create table recall_notice (
  id uuid primary key,
  recall_id uuid not null references recall(id),
  producer_id uuid not null references producer(id),
  partner_id uuid not null references partner(id),
  code text not null unique,
  how text not null,
  by_name text not null,
  at bigint not null,
  unique (recall_id, partner_id)
);
create index recall_notice_recall on recall_notice (recall_id);
create index recall_notice_producer on recall_notice (producer_id);
create index recall_notice_partner on recall_notice (partner_id);
create table recall_answer (
  notice_id uuid primary key references recall_notice(id),
  held text,
  by_name text not null,
  at bigint not null
);
create table recall_end (
  recall_id uuid primary key references recall(id),
  kind text not null,
  outcome text not null,
  by_name text not null,
  at bigint not null
);
