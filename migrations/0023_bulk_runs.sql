-- One action on many orders: which orders were fixed when it started, and what became of each.

create table bulk_runs (
  shop_id bigint not null references shops,
  id bigint generated always as identity,
  action text not null
    check (action in ('PAY', 'CANCEL', 'REACTIVATE', 'SHIPPING_STATUS', 'REQUEST_PICKUP', 'CONFIRM')),
  -- What the action takes besides the order
  terms jsonb not null,
  -- The filter that chose the orders; null: they were named
  filter jsonb,
  state text not null check (state in ('RUNNING', 'DONE', 'STOPPED')),
  order_total integer not null,
  job_id bigint,
  created_by bigint not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  -- As its orders had it when it ended
  done_total integer,
  skipped_total integer,
  failed_total integer,
  stopped_total integer,
  amount_idr bigint,
  primary key (shop_id, id),
  check ((state = 'RUNNING') = (ended_at is null)),
  check ((ended_at is null) = (num_nulls(done_total, skipped_total, failed_total, stopped_total, amount_idr) = 5)),
  foreign key (shop_id, created_by) references users
);
create index bulk_runs_newest on bulk_runs (shop_id, created_at desc, id desc);
create index bulk_runs_age on bulk_runs ((created_at at time zone 'UTC'));

-- The order may be deleted later: what was done with it stays.
create table bulk_run_orders (
  shop_id bigint not null,
  run_id bigint not null,
  order_id bigint not null,
  result text not null default 'WAITING' check (result in ('WAITING', 'DONE', 'SKIPPED', 'FAILED', 'STOPPED')),
  -- Codes and values of why it was skipped or failed
  faults jsonb,
  -- Money that the action has entered
  amount_idr bigint not null default 0,
  created_at timestamptz not null,
  worked_at timestamptz,
  primary key (shop_id, run_id, order_id),
  foreign key (shop_id, run_id) references bulk_runs on delete cascade
);
create index bulk_run_orders_result on bulk_run_orders (shop_id, run_id, result, order_id);
create index bulk_run_orders_age on bulk_run_orders ((created_at at time zone 'UTC'));
