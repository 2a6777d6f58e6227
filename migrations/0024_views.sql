-- Filters of a list that somebody saved. A private view is for its user alone; a shared one is for the shop.
create table saved_views (
  shop_id bigint not null,
  id bigint not null generated always as identity,
  list text not null,
  user_id bigint not null,
  title text not null,
  -- As the address of the list has it
  query text not null,
  is_shared boolean not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (shop_id, id),
  foreign key (shop_id, user_id) references users
);
create unique index saved_views_own_title on saved_views (shop_id, user_id, list, lower(title)) where not is_shared;
create unique index saved_views_shared_title on saved_views (shop_id, list, lower(title)) where is_shared;
create index saved_views_of_user on saved_views (shop_id, user_id, list);

-- What clients remember for a user, such as the columns of a list.
create table user_preferences (
  shop_id bigint not null,
  user_id bigint not null,
  name text collate "C" not null,
  -- JSON as it was sent, which jsonb would not take all of
  value text not null,
  updated_at timestamptz not null,
  primary key (shop_id, user_id, name),
  foreign key (shop_id, user_id) references users
);
