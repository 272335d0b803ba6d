create table recipe (
  trade_item_id uuid primary key references trade_item(id),
  quantity bigint not null,
  unit text not null,
  tolerance integer not null,
  version integer not null
);
create table recipe_input (
  id uuid primary key,
  recipe_id uuid not null references recipe(trade_item_id),
  trade_item_id uuid not null references trade_item(id),
  quantity bigint not null,
  unit text not null,
  unique (recipe_id, trade_item_id)
);
create index recipe_input_recipe on recipe_input (recipe_id);
create index recipe_input_trade_item on recipe_input (trade_item_id);
