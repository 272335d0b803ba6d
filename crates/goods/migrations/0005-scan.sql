create table scan_count (
  id uuid primary key,
  lot_id uuid not null references lot(id),
  province text not null,
  on_day text not null,
  scans bigint not null,
  unique (lot_id, province, on_day)
);
create index scan_count_lot on scan_count (lot_id);
create table report (
  id uuid primary key,
  lot_id uuid not null references lot(id),
  serial text,
  kind text not null,
  note text,
  contact text,
  hash text references file(hash),
  at bigint not null
);
create index report_lot on report (lot_id, at);
create index report_hash on report (hash);
