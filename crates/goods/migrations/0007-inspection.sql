create table inspection (
  id uuid primary key,
  account_id uuid not null references account(id),
  lot_id uuid references lot(id),
  typed text not null,
  serial text,
  verdict text not null,
  finding text,
  by_name text not null,
  at bigint not null
);
create index inspection_account on inspection (account_id, at);
create index inspection_lot on inspection (lot_id);
