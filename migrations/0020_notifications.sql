-- Notifications: what the people of a shop are told, what each of them has read, and the devices that it is pushed to.

-- The number of the newest notification of a shop. Who makes some holds this row until they are committed, so that no
-- number ever appears behind a higher one.
create table notification_counters (
  shop_id bigint primary key references shops,
  last_number bigint not null
);

-- One row for the whole shop; who sees it is decided whenever it is shown.
create table notifications (
  shop_id bigint not null references shops,
  number bigint not null,
  id uuid not null,
  kind text not null,
  -- That it tells of: each is told once
  event_id bigint not null,
  -- Of which order, or which warehouse: who works in warehouses is told of those of their own
  order_id bigint,
  warehouse_id bigint,
  -- Who did it, and is not told
  actor_id bigint,
  -- To whom alone it is told
  user_id bigint,
  -- What its sentence says, as it was then
  details jsonb not null,
  created_at timestamptz not null,
  primary key (shop_id, number),
  constraint notifications_id_unique unique (shop_id, id),
  constraint notifications_event_unique unique (shop_id, event_id)
);
create index notifications_age on notifications ((created_at at time zone 'UTC'));

-- What the operator tells all shops.
create table news (
  number bigint generated always as identity primary key,
  id uuid not null constraint news_id_unique unique,
  -- In both languages: { id, en }
  title jsonb not null,
  content jsonb not null,
  web_path text,
  published_at timestamptz not null,
  -- For the devices of all shops
  queued_at timestamptz
);
create index news_age on news ((published_at at time zone 'UTC'));

-- Up to which number a user has read everything …
create table notification_reads (
  shop_id bigint not null,
  user_id bigint not null,
  feed text not null check (feed in ('ACTIVITY', 'NEWS')),
  read_to bigint not null,
  primary key (shop_id, user_id, feed),
  foreign key (shop_id, user_id) references users
);

-- … and what besides.
create table notification_read_marks (
  shop_id bigint not null,
  user_id bigint not null,
  feed text not null check (feed in ('ACTIVITY', 'NEWS')),
  number bigint not null,
  read_at timestamptz not null,
  primary key (shop_id, user_id, feed, number),
  foreign key (shop_id, user_id) references users
);
create index notification_read_marks_age on notification_read_marks ((read_at at time zone 'UTC'));

-- Apps and browsers that notifications are pushed to, each as long as the session or key lasts that it was signed in by.
create table push_devices (
  shop_id bigint not null,
  id bigint generated always as identity,
  user_id bigint not null,
  actor_kind text not null check (actor_kind in ('session', 'api_key')),
  credential_id bigint not null,
  kind text not null check (kind in ('WEB', 'FCM')),
  device text not null,
  language text not null check (language in ('en', 'id')),
  -- SHA-256 of its address, which is sealed
  address_hash text not null,
  address bytea not null,
  -- A run pushes to it, or its push service wants to be left alone
  busy_until timestamptz,
  created_at timestamptz not null,
  used_at timestamptz not null,
  primary key (shop_id, id),
  constraint push_devices_address_unique unique (shop_id, address_hash),
  foreign key (shop_id, user_id) references users
);
create index push_devices_of_user on push_devices (shop_id, user_id, used_at desc, id desc);

-- What waits to be pushed to a device.
create table push_sends (
  shop_id bigint not null,
  device_id bigint not null,
  feed text not null check (feed in ('ACTIVITY', 'NEWS')),
  number bigint not null,
  created_at timestamptz not null,
  primary key (shop_id, device_id, feed, number),
  foreign key (shop_id, device_id) references push_devices on delete cascade
);
create index push_sends_age on push_sends ((created_at at time zone 'UTC'));

-- What users do not want to be pushed.
create table push_settings (
  shop_id bigint not null,
  user_id bigint not null,
  muted text[] not null,
  primary key (shop_id, user_id),
  foreign key (shop_id, user_id) references users
);
