-- The ledger of a shop's money: accounts, transfers between them, and the entries that each transfer is made of.

-- Made when they are first moved. The kinds and their sides stand in src/modules/ledger/account-kinds.ts.
create table ledger_accounts (
  shop_id bigint not null references shops,
  kind text not null check (kind in
    ('ORDERPAY_AVAILABLE', 'ORDERPAY_ON_HOLD', 'GATEWAY_CLEARING', 'CUSTOMER_FUNDS', 'COD_RECEIVABLE', 'FEES',
      'CUSTOMER_BALANCE', 'REFUNDS_DUE', 'FEES_DUE', 'ADMIN_FEES', 'ORDERS', 'OUTSIDE')),
  -- The customer, or the courier; 0 where the shop has one account of the kind
  subject_id bigint not null default 0,
  -- In the account's natural sign: what stands on the side that its kind grows on
  balance_idr bigint not null default 0,
  -- The part of it that pending transfers will take
  reserved_idr bigint not null default 0,
  moved_at timestamptz,
  primary key (shop_id, kind, subject_id)
);
alter table ledger_accounts add constraint ledger_accounts_reserved check (reserved_idr >= 0);
alter table ledger_accounts add constraint ledger_accounts_bound
  check (balance_idr >= reserved_idr or kind in ('COD_RECEIVABLE', 'ORDERS', 'OUTSIDE'));

-- Appended; only the state of one that is pending changes, once.
create table ledger_transfers (
  shop_id bigint not null references shops,
  id bigint generated always as identity,
  -- What it was written for: the same cause is the same transfer
  cause text not null check (length(cause) between 1 and 100),
  kind text not null check (kind ~ '^[A-Z][A-Z_]{2,39}$'),
  state text not null check (state in ('PENDING', 'POSTED', 'VOIDED')),
  -- Plain numbers: what was moved stays when the order is deleted
  order_id bigint,
  payment_id bigint,
  -- What it adds to OrderPay (available and on hold together) and to the shop's own gateway account; below 0: takes from it
  orderpay_idr bigint not null,
  gateway_idr bigint not null,
  user_id bigint,
  created_at timestamptz not null,
  -- When it was posted or voided
  decided_at timestamptz,
  primary key (shop_id, id),
  constraint ledger_transfers_cause_unique unique (shop_id, cause),
  constraint ledger_transfers_decided check ((state = 'PENDING') = (decided_at is null))
);
-- What the list of payments shows, newest first: of OrderPay and of the shop's own gateway account. Most of it comes in; what goes
-- out has an index of its own.
create index ledger_transfers_of_orderpay on ledger_transfers (shop_id, created_at desc, id desc) include (orderpay_idr)
  where orderpay_idr <> 0 and state <> 'VOIDED';
create index ledger_transfers_out_of_orderpay on ledger_transfers (shop_id, created_at desc, id desc)
  where orderpay_idr < 0 and state <> 'VOIDED';
create index ledger_transfers_of_gateway on ledger_transfers (shop_id, created_at desc, id desc) include (gateway_idr)
  where gateway_idr <> 0 and state <> 'VOIDED';
create index ledger_transfers_out_of_gateway on ledger_transfers (shop_id, created_at desc, id desc)
  where gateway_idr < 0 and state <> 'VOIDED';

-- Appended, never changed.
create table ledger_entries (
  shop_id bigint not null,
  transfer_id bigint not null,
  position integer not null,
  kind text not null,
  subject_id bigint not null,
  -- Above 0: debit; below 0: credit. The entries of a transfer add up to 0
  amount_idr bigint not null check (amount_idr <> 0),
  order_id bigint,
  primary key (shop_id, transfer_id, position),
  foreign key (shop_id, transfer_id) references ledger_transfers,
  foreign key (shop_id, kind, subject_id) references ledger_accounts
);
-- What an order has on an account.
create index ledger_entries_of_order on ledger_entries (shop_id, order_id, kind) include (subject_id, amount_idr)
  where order_id is not null;
-- What was due to a customer, and for what.
create index ledger_entries_of_refunds on ledger_entries (shop_id, subject_id, transfer_id) where kind = 'REFUNDS_DUE';

-- Money that shops withdraw from OrderPay to a bank account. Its transfer is pending until it is paid or has failed.
create table withdrawals (
  shop_id bigint not null references shops,
  id bigint generated always as identity,
  -- What the gateway knows it by, the same in all tries; it says its shop
  key text not null,
  state text not null check (state in ('REQUESTED', 'SENT', 'PAID', 'FAILED')),
  bank_code text not null,
  bank_name text not null,
  account_number text not null,
  holder_name text not null,
  nominal_idr bigint not null check (nominal_idr > 0),
  fee_idr bigint not null check (fee_idr >= 0),
  -- The gateway was asked to pay it out, and it is not known that it has refused
  may_be_sent boolean not null default false,
  vendor_payout_id text,
  attempts integer not null default 0,
  -- Why the last try failed, or the withdrawal, in our words
  problem text,
  -- null: nothing is left to do
  next_try_at timestamptz,
  user_id bigint not null,
  created_at timestamptz not null,
  sent_at timestamptz,
  ended_at timestamptz,
  updated_at timestamptz not null,
  primary key (shop_id, id),
  constraint withdrawals_key_unique unique (shop_id, key),
  foreign key (shop_id, user_id) references users (shop_id, id),
  check ((state in ('REQUESTED', 'SENT')) <= (next_try_at is not null)),
  check ((state in ('PAID', 'FAILED')) = (ended_at is not null))
);
-- The same money to the same account is requested once at a time.
create unique index withdrawals_in_progress on withdrawals (shop_id, bank_code, account_number, nominal_idr)
  where state in ('REQUESTED', 'SENT');
create index withdrawals_newest on withdrawals (shop_id, created_at desc, id desc);
create index withdrawals_due on withdrawals (shop_id, next_try_at) where next_try_at is not null;

-- The balances of customers, which had entries of their own: each becomes a transfer with its moment, person, order and reason.
-- Nobody adds one meanwhile.
lock table customer_balance_entries in share mode;
insert into ledger_accounts (shop_id, kind, subject_id, balance_idr, moved_at)
select shop_id, 'CUSTOMER_BALANCE', customer_id, sum(amount_idr), max(created_at)
from customer_balance_entries group by shop_id, customer_id
union all
select shop_id, 'ORDERS', 0, -sum(amount_idr), max(created_at)
from customer_balance_entries group by shop_id;
insert into ledger_transfers (shop_id, cause, kind, state, order_id, orderpay_idr, gateway_idr, user_id, created_at, decided_at)
select shop_id, 'customer-balance:' || id, replace(reason, ' ', '_'), 'POSTED', order_id, 0, 0, user_id, created_at, created_at
from customer_balance_entries order by shop_id, created_at, id;
insert into ledger_entries (shop_id, transfer_id, position, kind, subject_id, amount_idr, order_id)
select entry.shop_id, transfer.id, leg.position, leg.kind, leg.subject_id, leg.amount_idr, entry.order_id
from customer_balance_entries as entry
join ledger_transfers as transfer on transfer.shop_id = entry.shop_id and transfer.cause = 'customer-balance:' || entry.id
cross join lateral (values
  (1, 'ORDERS', 0, entry.amount_idr),
  (2, 'CUSTOMER_BALANCE', entry.customer_id, -entry.amount_idr)
) as leg (position, kind, subject_id, amount_idr);
drop table customer_balance_entries;

-- What couriers owe of COD parcels: for each order with parcels one transfer, as src/modules/shipping/cod/book-parcels.ts makes it.
lock table cod_parcels in share mode;
create temporary table cod_opening on commit drop as
select leg.shop_id, leg.order_id, leg.kind, leg.subject_id, sum(leg.amount_idr)::bigint as amount_idr
from cod_parcels as parcel cross join lateral (values
  (parcel.shop_id, parcel.order_id, 'COD_RECEIVABLE', parcel.courier_id::bigint, parcel.open_idr),
  (parcel.shop_id, parcel.order_id, 'OUTSIDE', 0, parcel.paid_idr),
  (parcel.shop_id, parcel.order_id, 'ORDERS', 0, -parcel.open_idr - parcel.paid_idr)
) as leg (shop_id, order_id, kind, subject_id, amount_idr)
group by leg.shop_id, leg.order_id, leg.kind, leg.subject_id
having sum(leg.amount_idr) <> 0;
insert into ledger_accounts (shop_id, kind, subject_id, balance_idr, moved_at)
select shop_id, kind, subject_id, sum(case when kind = 'ORDERS' then -amount_idr else amount_idr end), now()
from cod_opening group by shop_id, kind, subject_id
on conflict (shop_id, kind, subject_id) do update set balance_idr = ledger_accounts.balance_idr + excluded.balance_idr;
insert into ledger_transfers (shop_id, cause, kind, state, order_id, orderpay_idr, gateway_idr, created_at, decided_at)
select distinct shop_id, 'cod:' || order_id || ':1', 'COD_ENTERED', 'POSTED', order_id, 0, 0, now(), now() from cod_opening;
insert into ledger_entries (shop_id, transfer_id, position, kind, subject_id, amount_idr, order_id)
select leg.shop_id, transfer.id, row_number() over (partition by leg.shop_id, leg.order_id order by leg.kind, leg.subject_id),
  leg.kind, leg.subject_id, leg.amount_idr, leg.order_id
from cod_opening as leg
join ledger_transfers as transfer on transfer.shop_id = leg.shop_id and transfer.cause = 'cod:' || leg.order_id || ':1';
