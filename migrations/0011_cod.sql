-- Cash on delivery: what couriers collect for a shop and charge it, their weekly invoices, and what they pay out.

-- What the courier charges of a parcel stays charged when its order is deleted, so nothing here leads to orders.
create table cod_parcels (
  shop_id bigint not null references shops,
  order_id bigint not null,
  -- 1, 2 …: a parcel that came back and goes out anew is charged anew
  trip smallint not null check (trip >= 1),
  po_number bigint not null,
  awb_number text,
  courier_id integer not null,
  -- As filters name it: the courier's code, or the name of one of the shop's own in small letters
  courier text not null,
  state text not null check (state in ('AT_SHOP', 'ON_ITS_WAY', 'COLLECTED', 'CAME_BACK', 'LOST')),
  -- What the courier is to collect, or has collected
  cod_idr bigint not null check (cod_idr >= 0),
  shipping_idr bigint not null check (shipping_idr >= 0),
  -- The sums of its entries and settlements, and what the courier still owes (below 0: the shop)
  entered_idr bigint not null default 0,
  paid_idr bigint not null default 0,
  written_off_idr bigint not null default 0,
  open_idr bigint not null generated always as (entered_idr - paid_idr - written_off_idr) stored,
  -- The day of the last invoice that it is on; null: something of it is on none yet
  invoiced_on date,
  -- Up to which event it is entered
  event_position bigint not null,
  changed_at timestamptz not null,
  primary key (shop_id, order_id, trip)
);
-- Those that have waited longest first: of all, of what is on its way or came back, and of what is unpaid, which waits since
-- its invoice.
create index cod_parcels_longest_open on cod_parcels (shop_id, changed_at, order_id, trip)
  where open_idr <> 0 or state = 'ON_ITS_WAY';
create index cod_parcels_by_state on cod_parcels (shop_id, state, changed_at, order_id, trip)
  include (open_idr) where open_idr <> 0 or state = 'ON_ITS_WAY';
create index cod_parcels_unpaid on cod_parcels (shop_id, invoiced_on, changed_at, order_id, trip)
  where open_idr <> 0 and state <> 'CAME_BACK';
-- What ageing adds up, in its order.
create index cod_parcels_ageing on cod_parcels (shop_id, courier, state, invoiced_on)
  include (open_idr, cod_idr) where open_idr <> 0 or state = 'ON_ITS_WAY';
create index cod_parcels_by_awb on cod_parcels (shop_id, upper(awb_number)) where awb_number is not null;
create index cod_parcels_by_po_number on cod_parcels (shop_id, po_number);

create table cod_counters (
  shop_id bigint primary key references shops,
  -- Locked by whoever makes invoices or settles payouts
  invoices integer not null default 0 check (invoices >= 0)
);

create table cod_invoices (
  shop_id bigint not null references shops,
  id text not null check (id ~ '^[A-Za-z0-9]{8}$'),
  -- 1, 2 … of all invoices of the shop
  sequence integer not null check (sequence >= 1),
  number text not null,
  courier text not null,
  -- A Monday
  week_start date not null check (extract(isodow from week_start) = 1),
  total_idr bigint not null check (total_idr > 0),
  -- When all of it was paid out or written off
  completed_at timestamptz,
  created_at timestamptz not null,
  primary key (shop_id, id),
  constraint cod_invoices_sequence_unique unique (shop_id, sequence),
  constraint cod_invoices_week_unique unique (shop_id, courier, week_start)
);
create index cod_invoices_newest on cod_invoices (shop_id, created_at desc, sequence desc);

-- Appended, never changed, but for the invoice that an entry comes to stand on.
create table cod_entries (
  shop_id bigint not null,
  order_id bigint not null,
  trip smallint not null,
  id bigint generated always as identity,
  kind text not null check (kind in ('COLLECTED', 'SHIPPING', 'COD_FEE', 'RETURN_FEE')),
  amount_idr bigint not null check (amount_idr <> 0),
  -- The day of the shop, which decides the week
  entered_on date not null,
  courier text not null,
  invoice_id text,
  created_at timestamptz not null,
  primary key (shop_id, order_id, trip, id),
  foreign key (shop_id, order_id, trip) references cod_parcels,
  foreign key (shop_id, invoice_id) references cod_invoices
);
create index cod_entries_on_invoice on cod_entries (shop_id, invoice_id, order_id, trip) where invoice_id is not null;
create index cod_entries_not_invoiced on cod_entries (shop_id, courier, entered_on) where invoice_id is null;

create table cod_payouts (
  shop_id bigint not null references shops,
  id bigint generated always as identity,
  source text not null check (source in ('FILE', 'HAND')),
  courier text not null,
  -- null: the vendor keeps the money until it is withdrawn
  bank_account_id bigint,
  paid_on date not null,
  withdrawn_on date,
  file_name text,
  file_hash text,
  status text not null check (status in ('READY', 'APPLYING', 'APPLIED', 'UNDOING', 'UNDONE')),
  row_total integer not null check (row_total >= 0),
  -- How many of its lines became what; while it is READY, how many are going to
  settled integer not null default 0,
  queued integer not null default 0,
  ignored integer not null default 0,
  repeated integer not null default 0,
  wrong integer not null default 0,
  passed_over integer not null default 0,
  -- Of what it settled: the sum paid, the first and last day on which that was entered, and the least and greatest of its
  -- invoices, which are the same where all stands on one
  paid_idr bigint not null default 0,
  first_entered_on date,
  last_entered_on date,
  first_invoice_id text,
  last_invoice_id text,
  job_id bigint,
  created_by bigint,
  created_at timestamptz not null,
  applied_at timestamptz,
  undone_at timestamptz,
  primary key (shop_id, id),
  foreign key (shop_id, bank_account_id) references bank_accounts,
  foreign key (shop_id, created_by) references users
);
create unique index cod_payouts_file on cod_payouts (shop_id, file_hash) where file_hash is not null and status <> 'UNDONE';
create index cod_payouts_newest on cod_payouts (shop_id, created_at desc, id desc);
-- What arrived on which account, by day.
create index cod_payouts_arrived on cod_payouts (shop_id, (coalesce(withdrawn_on, paid_on))) include (bank_account_id, paid_idr)
  where bank_account_id is not null and status <> 'READY';
create index cod_payouts_kept on cod_payouts (shop_id) include (paid_idr) where bank_account_id is null and status = 'APPLIED';

create table cod_payout_lines (
  shop_id bigint not null,
  id bigint generated always as identity,
  payout_id bigint not null,
  -- As the spreadsheet counts rows
  row_number integer not null,
  awb_number text,
  po_number bigint,
  cod_idr bigint,
  fee_idr bigint,
  net_idr bigint,
  paid_on date,
  -- What stands where a day should, if it is none
  day_unread text,
  -- What makes it the same line wherever it comes again; null where it cannot be read
  line_key text,
  status text not null check (status in ('READY', 'SETTLED', 'QUEUED', 'IGNORED', 'REPEATED', 'WRONG', 'PASSED_OVER', 'UNDONE')),
  -- Why it is in the queue, or what could not be read; in a preview, why it is going to be in the queue
  fault text,
  -- In a preview, what it is going to settle
  order_id bigint,
  trip smallint,
  -- What was open of the parcel
  expected_idr bigint,
  -- Of several rows that pay a parcel together, the last
  last_row_number integer,
  -- The payment of the order that was recorded with it
  payment_id bigint,
  reason text,
  resolved_by bigint,
  resolved_at timestamptz,
  primary key (shop_id, id),
  constraint cod_payout_lines_row_unique unique (shop_id, payout_id, row_number),
  foreign key (shop_id, payout_id) references cod_payouts,
  foreign key (shop_id, resolved_by) references users
);
create unique index cod_payout_lines_once on cod_payout_lines (shop_id, line_key)
  where status in ('SETTLED', 'QUEUED', 'IGNORED');
create index cod_payout_lines_queue on cod_payout_lines (shop_id, id) include (payout_id, net_idr) where status = 'QUEUED';

-- Appended, never changed: what payouts settle of parcels, and what of them is written off.
create table cod_settlements (
  shop_id bigint not null,
  order_id bigint not null,
  trip smallint not null,
  id bigint generated always as identity,
  line_id bigint not null,
  payout_id bigint not null,
  kind text not null check (kind in ('PAYOUT', 'WRITE_OFF')),
  amount_idr bigint not null check (amount_idr <> 0),
  reason text,
  created_by bigint,
  created_at timestamptz not null,
  primary key (shop_id, order_id, trip, id),
  foreign key (shop_id, order_id, trip) references cod_parcels,
  foreign key (shop_id, line_id) references cod_payout_lines,
  foreign key (shop_id, created_by) references users
);
create index cod_settlements_of_payout on cod_settlements (shop_id, payout_id, line_id);
