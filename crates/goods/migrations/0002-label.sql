create table serial_key (
  id text primary key,
  made_at bigint not null
);
create table serial_run (
  id uuid primary key,
  lot_id uuid not null references lot(id),
  key_id text not null references serial_key(id),
  number integer not null,
  first integer not null,
  count integer not null,
  made_at bigint not null,
  by_name text not null,
  unique (lot_id, number)
);
create index serial_run_lot on serial_run (lot_id);
create index serial_run_key on serial_run (key_id);
create table serial_scan (
  id uuid primary key,
  run_id uuid not null references serial_run(id),
  serial_index integer not null,
  n integer not null,
  at bigint not null,
  province text,
  unique (run_id, serial_index, n)
);
create index serial_scan_run on serial_scan (run_id);
create table label_run (
  id uuid primary key,
  lot_id uuid not null references lot(id),
  serial_run_id uuid references serial_run(id),
  design text not null,
  count integer not null,
  made_at bigint not null,
  by_name text not null
);
create index label_run_lot on label_run (lot_id, made_at);
create index label_run_serial_run on label_run (serial_run_id);
