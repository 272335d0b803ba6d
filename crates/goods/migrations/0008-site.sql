alter table site add column version integer not null default 1;
