-- Outgoing webhooks: where a shop's events are sent, what is sent, and what became of it.

create table webhook_endpoints (
  shop_id bigint not null references shops,
  id bigint generated always as identity,
  url text not null,
  description text not null,
  -- null: all
  event_types text[],
  -- Deleted ones stay as long as their deliveries refer to them
  state text not null check (state in ('ACTIVE', 'OFF', 'DELETED')),
  -- GONE: it answered 410. FAILING: it took nothing for days
  off_reason text check (off_reason in ('OWNER', 'GONE', 'FAILING')),
  off_at timestamptz,
  -- Sealed; null only until it is drawn up, and of one that was deleted
  secret bytea,
  -- The one before, which signs too until its end
  previous_secret bytea,
  previous_ends_at timestamptz,
  created_by bigint not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (shop_id, id),
  check ((state = 'OFF') = (off_reason is not null)),
  check ((off_reason is null) = (off_at is null)),
  check ((previous_secret is null) = (previous_ends_at is null)),
  foreign key (shop_id, created_by) references users
);
create index webhook_endpoints_listed on webhook_endpoints (shop_id, created_at, id) where state <> 'DELETED';

-- When an endpoint has something to do next, and how it takes what it is sent. Whoever writes deliveries or lanes of an
-- endpoint holds this row.
create table webhook_queues (
  shop_id bigint not null,
  endpoint_id bigint not null,
  -- null: nothing waits
  due_at timestamptz,
  -- Attempts that failed, and deliveries that were given up, since the last one that was taken
  failures integer not null default 0,
  given_up integer not null default 0,
  failing_since timestamptz,
  -- It has failed so often in a row that one delivery at a time is tried, after pauses
  is_resting boolean not null default false,
  primary key (shop_id, endpoint_id),
  foreign key (shop_id, endpoint_id) references webhook_endpoints
);
create index webhook_queues_due on webhook_queues (due_at) where not is_resting;
create index webhook_queues_resting on webhook_queues (due_at) where is_resting;

-- What is sent, as it is sent: the same bytes under the same ID in every attempt, to every endpoint.
create table webhook_messages (
  shop_id bigint not null references shops,
  id bigint generated always as identity,
  -- As receivers know it
  webhook_id text not null,
  -- null: a trial
  event_id bigint,
  type text not null,
  subject text not null,
  body text not null,
  created_at timestamptz not null,
  primary key (shop_id, id),
  constraint webhook_messages_once unique (shop_id, event_id, type, subject)
);
create index webhook_messages_age on webhook_messages ((created_at at time zone 'UTC'));

-- A message to an endpoint.
create table webhook_deliveries (
  shop_id bigint not null,
  id bigint generated always as identity,
  message_id bigint not null,
  endpoint_id bigint not null,
  -- Of the message
  type text not null,
  subject text not null,
  -- Its place among the deliveries of the same subject: that of the event, and within it
  position bigint not null,
  part integer not null,
  state text not null check (state in ('WAITING', 'DELIVERED', 'FAILED')),
  -- Attempts since it was queued, and all
  tries integer not null default 0,
  attempts integer not null default 0,
  -- Of the last attempt
  status smallint,
  error text,
  -- When it is tried again, where an attempt has failed
  retry_at timestamptz,
  -- Created, or replayed
  queued_at timestamptz not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (shop_id, id),
  constraint webhook_deliveries_once unique (shop_id, message_id, endpoint_id),
  check ((state = 'WAITING') = (ended_at is null)),
  check (retry_at is null or state = 'WAITING'),
  foreign key (shop_id, message_id) references webhook_messages on delete cascade,
  foreign key (shop_id, endpoint_id) references webhook_endpoints
);
-- The next one of a subject.
create index webhook_deliveries_waiting on webhook_deliveries (shop_id, endpoint_id, subject, position, part)
  where state = 'WAITING';
-- Whatever the filters are, the log of an endpoint is read from one of these in its order.
create index webhook_deliveries_newest on webhook_deliveries (shop_id, endpoint_id, created_at desc, id desc);
create index webhook_deliveries_state on webhook_deliveries (shop_id, endpoint_id, state, created_at desc, id desc);
create index webhook_deliveries_type on webhook_deliveries (shop_id, endpoint_id, type, created_at desc, id desc);
create index webhook_deliveries_state_type on webhook_deliveries
  (shop_id, endpoint_id, state, type, created_at desc, id desc);

-- A subject of an endpoint for which something waits: one delivery at a time is sent, in order.
create table webhook_lanes (
  shop_id bigint not null,
  endpoint_id bigint not null,
  subject text not null,
  -- When its first delivery may be sent; while it is being sent, when the sender counts as dead
  due_at timestamptz not null,
  is_sending boolean not null default false,
  -- Counts the attempts begun: what an older one reports is not taken
  turn bigint not null default 0,
  touched_at timestamptz not null,
  primary key (shop_id, endpoint_id, subject),
  foreign key (shop_id, endpoint_id) references webhook_endpoints
);
create index webhook_lanes_due on webhook_lanes (shop_id, endpoint_id, due_at);
create index webhook_lanes_sending on webhook_lanes (shop_id, endpoint_id, due_at) where is_sending;
create index webhook_lanes_age on webhook_lanes ((touched_at at time zone 'UTC'));

create table webhook_attempts (
  shop_id bigint not null,
  delivery_id bigint not null,
  -- 1, 2 … of the delivery
  number integer not null,
  at timestamptz not null,
  milliseconds integer not null check (milliseconds >= 0),
  -- null: there was no answer
  status smallint,
  -- null: it was taken
  error text,
  -- The beginning of what was answered
  answer text not null,
  primary key (shop_id, delivery_id, number),
  foreign key (shop_id, delivery_id) references webhook_deliveries on delete cascade
);
