create table journal_unsealed (
  seal text primary key,
  at bigint not null
);
