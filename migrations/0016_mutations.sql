-- Bank mutations: what bank statements and mutation services say of the shop's bank accounts, and the payments that it is of.

-- Deleted: no longer listed or selectable, while payments still refer to it. Its number is free.
alter table bank_accounts add column archived_at timestamptz;
alter table bank_accounts drop constraint bank_accounts_number_unique;
create unique index bank_accounts_number_unique on bank_accounts (shop_id, bank_type, account_number)
  where archived_at is null;

-- It is of a bank mutation, and is removed with what was matched with that.
alter table order_payments add column bank_mutation_id bigint;
create index order_payments_of_mutation on order_payments (shop_id, bank_mutation_id) where bank_mutation_id is not null;

-- Money that was matched by mistake is taken back: its payment is again what it was before.
alter table payment_receipts add column state_before text;
alter table payment_receipts add column taken_back_at timestamptz;

create table bank_mutations (
  shop_id bigint not null references shops,
  id bigint generated always as identity,
  -- null: its account number is none of the shop's
  bank_account_id bigint,
  -- The ID of the bank account, or # and the number of one that is none of the shop's
  account_key text not null,
  -- The service that has reported it, whether or not first, and its ID there
  provider text check (provider in ('moota', 'mutasibank')),
  provider_ref text,
  -- As the bank has it; the moment is often not known
  day date not null,
  at timestamptz,
  direction text not null check (direction in ('CREDIT', 'DEBIT')),
  amount_idr bigint not null check (amount_idr > 0),
  -- 1, 2 … of those that are alike
  occurrence integer not null check (occurrence >= 1),
  description text not null,
  -- For search: the description in small letters and without accents
  search_text text collate "C" not null,
  -- Of the account after it, as far as the source says
  balance_idr bigint,
  -- The bank has not booked it yet: its day may be another
  is_pending boolean not null default false,
  -- NEW: the automatic matching has not seen it yet. OUTGOING: money that left, which pays nothing
  state text not null check (state in ('NEW', 'QUEUED', 'MATCHED', 'IGNORED', 'OUTGOING')),
  -- Why it is in the queue
  fault text,
  -- What of it pays something; the rest waits, or is ignored
  matched_idr bigint not null default 0,
  -- Why it is ignored, by whom, and when; of what staff have matched by whom and when
  reason text,
  resolved_by bigint,
  resolved_at timestamptz,
  created_at timestamptz not null,
  primary key (shop_id, id),
  constraint bank_mutations_fingerprint_unique
    unique (shop_id, account_key, amount_idr, day, direction, occurrence),
  check (matched_idr between 0 and amount_idr),
  check ((state = 'MATCHED') = (matched_idr = amount_idr)),
  check (matched_idr = 0 or state in ('QUEUED', 'MATCHED', 'IGNORED')),
  foreign key (shop_id, bank_account_id) references bank_accounts,
  foreign key (shop_id, resolved_by) references users
);
create unique index bank_mutations_of_provider on bank_mutations (shop_id, provider, provider_ref)
  where provider_ref is not null;
-- Whatever the filters are, the list is read from one of these in its order.
create index bank_mutations_newest on bank_mutations (shop_id, day desc, id desc);
create index bank_mutations_by_state on bank_mutations (shop_id, state, day desc, id desc);
create index bank_mutations_by_bank on bank_mutations (shop_id, bank_account_id, day desc, id desc);
create index bank_mutations_by_bank_and_state on bank_mutations (shop_id, bank_account_id, state, day desc, id desc);
create index bank_mutations_by_amount on bank_mutations (shop_id, amount_idr, day desc, id desc);
create index bank_mutations_search on bank_mutations using gin (shop_id, search_text gin_trgm_ops)
  with (gin_pending_list_limit = 512);

-- Services that call when something has come in or gone out on an account, each with a secret that it shares with the shop.
create table mutation_connections (
  shop_id bigint not null,
  bank_account_id bigint not null,
  provider text not null check (provider in ('moota', 'mutasibank')),
  -- Sealed
  secret bytea not null,
  -- Of the address that it calls
  token_hash bytea not null,
  user_id bigint not null,
  created_at timestamptz not null,
  received_at timestamptz,
  primary key (shop_id, bank_account_id),
  constraint mutation_connections_token_unique unique (shop_id, token_hash),
  foreign key (shop_id, bank_account_id) references bank_accounts,
  foreign key (shop_id, user_id) references users
);

-- Bank statements: what each row of them is, or was recorded as.
create table mutation_imports (
  shop_id bigint not null references shops,
  id bigint generated always as identity,
  bank_account_id bigint not null,
  file_name text not null,
  status text not null check (status in ('READY', 'APPLYING', 'APPLIED', 'UNDOING', 'UNDONE')),
  -- The columns that are read, with as what
  columns jsonb not null,
  -- How many of its rows are what
  row_total integer not null default 0,
  fresh integer not null default 0,
  known integer not null default 0,
  wrong integer not null default 0,
  passed_over integer not null default 0,
  recorded integer not null default 0,
  undone integer not null default 0,
  kept integer not null default 0,
  -- What comes in and goes out by its rows that are no others again
  credit_idr bigint not null default 0,
  debit_idr bigint not null default 0,
  job_id bigint,
  created_by bigint not null,
  created_at timestamptz not null,
  applied_at timestamptz,
  undone_at timestamptz,
  primary key (shop_id, id),
  foreign key (shop_id, bank_account_id) references bank_accounts,
  foreign key (shop_id, created_by) references users
);
create index mutation_imports_newest on mutation_imports (shop_id, created_at desc, id desc);

create table mutation_import_rows (
  shop_id bigint not null,
  import_id bigint not null,
  row_number integer not null,
  outcome text not null check (outcome in ('NEW', 'KNOWN', 'WRONG', 'PASSED_OVER', 'RECORDED', 'UNDONE', 'KEPT')),
  fault text,
  -- What stands in the row
  text text not null,
  day date,
  at timestamptz,
  direction text,
  amount_idr bigint,
  description text,
  balance_idr bigint,
  is_pending boolean not null default false,
  -- What it was recorded as, or is again
  mutation_id bigint,
  primary key (shop_id, import_id, row_number),
  foreign key (shop_id, import_id) references mutation_imports on delete cascade
);
create index mutation_import_rows_outcome on mutation_import_rows (shop_id, import_id, outcome, row_number);
create index mutation_import_rows_of_mutation on mutation_import_rows (shop_id, mutation_id, import_id)
  where mutation_id is not null;

-- As what the columns of statements of an account are read, where somebody has named them.
create table mutation_layouts (
  shop_id bigint not null,
  bank_account_id bigint not null,
  layout text not null,
  columns jsonb not null,
  kept_at timestamptz not null,
  primary key (shop_id, bank_account_id, layout),
  foreign key (shop_id, bank_account_id) references bank_accounts
);

-- What mutations pay: orders that staff have named, or a payment of a buyer. Appended; what is undone stays.
create table mutation_matches (
  shop_id bigint not null,
  mutation_id bigint not null,
  id bigint generated always as identity,
  kind text not null check (kind in ('ORDER', 'PAYMENT')),
  order_id bigint,
  -- Of the order, as it was recorded
  payment_id bigint,
  buyer_payment_id bigint,
  -- Of a buyer's payment: what brought the money, and what became of it
  cause text,
  outcome text check (outcome in ('PAID', 'REVIVED', 'BALANCE')),
  amount_idr bigint not null check (amount_idr > 0),
  -- null: by itself
  created_by bigint,
  created_at timestamptz not null,
  undone_by bigint,
  undone_at timestamptz,
  primary key (shop_id, mutation_id, id),
  check (kind <> 'ORDER' or (order_id is not null and payment_id is not null)),
  check ((kind = 'PAYMENT') = (buyer_payment_id is not null)),
  check ((kind = 'PAYMENT') = (cause is not null)),
  check ((kind = 'PAYMENT') = (outcome is not null)),
  foreign key (shop_id, mutation_id) references bank_mutations,
  foreign key (shop_id, created_by) references users,
  foreign key (shop_id, undone_by) references users
);
create index mutation_matches_of_order on mutation_matches (shop_id, order_id) where undone_at is null;
-- A payment of a buyer is paid by one mutation; what comes in for it besides is balance of the customer.
create unique index mutation_matches_once on mutation_matches (shop_id, buyer_payment_id)
  where undone_at is null and outcome in ('PAID', 'REVIVED');
-- Nothing is matched twice with one order.
create unique index mutation_matches_order_once on mutation_matches (shop_id, mutation_id, order_id)
  where undone_at is null and order_id is not null;
-- Where the transfer that a mutation may be is looked for: with its unique code, and without.
create index buyer_payments_by_transfer on buyer_payments (shop_id, nominal_transfer_idr, created_at desc)
  where method = 'TRANSFER';
create index buyer_payments_by_invoice on buyer_payments (shop_id, nominal_invoice_idr, created_at desc)
  where method = 'TRANSFER';
