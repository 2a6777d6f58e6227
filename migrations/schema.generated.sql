-- Made from the migrations by npm run generate, to be read. Do not edit; nothing runs it.

create table admin_fees (
  shop_id bigint not null,
  id bigint not null generated always as identity,
  category_code text not null,
  nominal_idr bigint not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint admin_fees_pkey PRIMARY KEY (shop_id, id),
  constraint admin_fees_category_unique UNIQUE (shop_id, category_code),
  constraint admin_fees_shop_id_category_code_fkey FOREIGN KEY (shop_id, category_code) REFERENCES customer_categories(shop_id, code),
  constraint admin_fees_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id),
  constraint admin_fees_nominal_idr_check CHECK (((nominal_idr >= 0) AND (nominal_idr <= 4500)))
);

create table api_keys (
  shop_id bigint not null,
  id bigint not null generated always as identity,
  name text not null,
  key_hash bytea not null,
  key_start text not null,
  user_id bigint not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  replaced_by bigint,
  last_used_at timestamp with time zone,
  first_id bigint,
  constraint api_keys_pkey PRIMARY KEY (shop_id, id),
  constraint api_keys_hash_unique UNIQUE (shop_id, key_hash),
  constraint api_keys_shop_id_replaced_by_fkey FOREIGN KEY (shop_id, replaced_by) REFERENCES api_keys(shop_id, id),
  constraint api_keys_shop_id_user_id_fkey FOREIGN KEY (shop_id, user_id) REFERENCES users(shop_id, id)
);

create table awb_import_rows (
  shop_id bigint not null,
  import_id bigint not null,
  row_number integer not null,
  cells jsonb not null,
  outcome text not null,
  fault jsonb,
  candidates jsonb not null default '[]'::jsonb,
  awb_number text,
  order_id bigint,
  shipment smallint,
  po_number bigint,
  matched_by text,
  shipping_status text,
  constraint awb_import_rows_pkey PRIMARY KEY (shop_id, import_id, row_number),
  constraint awb_import_rows_shop_id_import_id_fkey FOREIGN KEY (shop_id, import_id) REFERENCES awb_imports(shop_id, id) ON DELETE CASCADE,
  constraint awb_import_rows_matched_by_check CHECK ((matched_by = ANY (ARRAY['ORDER_NUMBER'::text, 'PHONE'::text]))),
  constraint awb_import_rows_outcome_check CHECK ((outcome = ANY (ARRAY['MATCHED'::text, 'UNCHANGED'::text, 'WRONG'::text, 'PASSED_OVER'::text, 'APPLIED'::text, 'UNDONE'::text, 'KEPT'::text])))
);
CREATE INDEX awb_import_rows_outcome ON awb_import_rows USING btree (shop_id, import_id, outcome, row_number);

create table awb_imports (
  shop_id bigint not null,
  id bigint not null generated always as identity,
  file_name text not null,
  status text not null,
  titles jsonb not null,
  row_total integer not null,
  job_id bigint,
  created_by bigint not null,
  created_at timestamp with time zone not null,
  applied_at timestamp with time zone,
  undone_at timestamp with time zone,
  constraint awb_imports_pkey PRIMARY KEY (shop_id, id),
  constraint awb_imports_shop_id_created_by_fkey FOREIGN KEY (shop_id, created_by) REFERENCES users(shop_id, id),
  constraint awb_imports_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id),
  constraint awb_imports_status_check CHECK ((status = ANY (ARRAY['READY'::text, 'APPLYING'::text, 'APPLIED'::text, 'UNDOING'::text, 'UNDONE'::text])))
);
CREATE INDEX awb_imports_newest ON awb_imports USING btree (shop_id, created_at DESC, id DESC);

create table bank_accounts (
  shop_id bigint not null,
  id bigint not null generated always as identity,
  bank_type text not null,
  type text not null,
  account_number text not null,
  holder_name text not null,
  branch text not null,
  corporate_id text,
  created_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  constraint bank_accounts_pkey PRIMARY KEY (shop_id, id),
  constraint bank_accounts_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id),
  constraint bank_accounts_type_check CHECK ((type = ANY (ARRAY['BANK'::text, 'PAYMENT GATEWAY'::text])))
);
CREATE UNIQUE INDEX bank_accounts_number_unique ON bank_accounts USING btree (shop_id, bank_type, account_number) WHERE (archived_at IS NULL);

create table bank_mutations (
  shop_id bigint not null,
  id bigint not null generated always as identity,
  bank_account_id bigint,
  account_key text not null,
  provider text,
  provider_ref text,
  day date not null,
  at timestamp with time zone,
  direction text not null,
  amount_idr bigint not null,
  occurrence integer not null,
  description text not null,
  search_text text collate "C" not null,
  balance_idr bigint,
  is_pending boolean not null default false,
  state text not null,
  fault text,
  matched_idr bigint not null default 0,
  reason text,
  resolved_by bigint,
  resolved_at timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint bank_mutations_pkey PRIMARY KEY (shop_id, id),
  constraint bank_mutations_fingerprint_unique UNIQUE (shop_id, account_key, amount_idr, day, direction, occurrence),
  constraint bank_mutations_shop_id_bank_account_id_fkey FOREIGN KEY (shop_id, bank_account_id) REFERENCES bank_accounts(shop_id, id),
  constraint bank_mutations_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id),
  constraint bank_mutations_shop_id_resolved_by_fkey FOREIGN KEY (shop_id, resolved_by) REFERENCES users(shop_id, id),
  constraint bank_mutations_amount_idr_check CHECK ((amount_idr > 0)),
  constraint bank_mutations_check CHECK (((matched_idr >= 0) AND (matched_idr <= amount_idr))),
  constraint bank_mutations_check1 CHECK (((state = 'MATCHED'::text) = (matched_idr = amount_idr))),
  constraint bank_mutations_check2 CHECK (((matched_idr = 0) OR (state = ANY (ARRAY['QUEUED'::text, 'MATCHED'::text, 'IGNORED'::text])))),
  constraint bank_mutations_direction_check CHECK ((direction = ANY (ARRAY['CREDIT'::text, 'DEBIT'::text]))),
  constraint bank_mutations_occurrence_check CHECK ((occurrence >= 1)),
  constraint bank_mutations_provider_check CHECK ((provider = ANY (ARRAY['moota'::text, 'mutasibank'::text]))),
  constraint bank_mutations_state_check CHECK ((state = ANY (ARRAY['NEW'::text, 'QUEUED'::text, 'MATCHED'::text, 'IGNORED'::text, 'OUTGOING'::text])))
);
CREATE INDEX bank_mutations_by_amount ON bank_mutations USING btree (shop_id, amount_idr, day DESC, id DESC);
CREATE INDEX bank_mutations_by_bank ON bank_mutations USING btree (shop_id, bank_account_id, day DESC, id DESC);
CREATE INDEX bank_mutations_by_bank_and_state ON bank_mutations USING btree (shop_id, bank_account_id, state, day DESC, id DESC);
CREATE INDEX bank_mutations_by_state ON bank_mutations USING btree (shop_id, state, day DESC, id DESC);
CREATE INDEX bank_mutations_newest ON bank_mutations USING btree (shop_id, day DESC, id DESC);
CREATE UNIQUE INDEX bank_mutations_of_provider ON bank_mutations USING btree (shop_id, provider, provider_ref) WHERE (provider_ref IS NOT NULL);
CREATE INDEX bank_mutations_search ON bank_mutations USING gin (shop_id, search_text gin_trgm_ops) WITH (gin_pending_list_limit='512');

create table billing_order_lines (
  shop_id bigint not null,
  order_id bigint not null,
  "position" smallint not null,
  class text not null,
  package text not null,
  name text not null,
  months smallint,
  credit bigint,
  amount_idr bigint not null,
  constraint billing_order_lines_pkey PRIMARY KEY (shop_id, order_id, "position"),
  constraint billing_order_lines_shop_id_order_id_fkey FOREIGN KEY (shop_id, order_id) REFERENCES billing_orders(shop_id, id),
  constraint billing_order_lines_amount_idr_check CHECK ((amount_idr >= 0)),
  constraint billing_order_lines_credit_check CHECK ((credit > 0)),
  constraint billing_order_lines_months_check CHECK ((months > 0))
);

create table billing_orders (
  shop_id bigint not null,
  id bigint not null generated by default as identity,
  number integer not null,
  key text not null,
  user_id bigint not null,
  state text not null,
  amount_idr bigint not null,
  received_idr bigint not null default 0,
  charge_id text,
  payment_url text,
  tries integer not null default 0,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  paid_at timestamp with time zone,
  next_check_at timestamp with time zone,
  constraint billing_orders_pkey PRIMARY KEY (shop_id, id),
  constraint billing_orders_key_unique UNIQUE (shop_id, key),
  constraint billing_orders_number_unique UNIQUE (shop_id, number),
  constraint billing_orders_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id),
  constraint billing_orders_shop_id_user_id_fkey FOREIGN KEY (shop_id, user_id) REFERENCES users(shop_id, id),
  constraint billing_orders_amount_idr_check CHECK ((amount_idr > 0)),
  constraint billing_orders_check CHECK (((state = 'PAID'::text) = (paid_at IS NOT NULL))),
  constraint billing_orders_number_check CHECK ((number > 0)),
  constraint billing_orders_received_idr_check CHECK ((received_idr >= 0)),
  constraint billing_orders_state_check CHECK ((state = ANY (ARRAY['WAITING'::text, 'OPEN'::text, 'PAID'::text, 'EXPIRED'::text])))
);
CREATE INDEX billing_orders_newest ON billing_orders USING btree (shop_id, created_at DESC, id DESC);
CREATE INDEX billing_orders_to_check ON billing_orders USING btree (next_check_at) WHERE (next_check_at IS NOT NULL);

create table bulk_run_orders (
  shop_id bigint not null,
  run_id bigint not null,
  order_id bigint not null,
  result text not null default 'WAITING'::text,
  faults jsonb,
  amount_idr bigint not null default 0,
  created_at timestamp with time zone not null,
  worked_at timestamp with time zone,
  constraint bulk_run_orders_pkey PRIMARY KEY (shop_id, run_id, order_id),
  constraint bulk_run_orders_shop_id_run_id_fkey FOREIGN KEY (shop_id, run_id) REFERENCES bulk_runs(shop_id, id) ON DELETE CASCADE,
  constraint bulk_run_orders_result_check CHECK ((result = ANY (ARRAY['WAITING'::text, 'DONE'::text, 'SKIPPED'::text, 'FAILED'::text, 'STOPPED'::text])))
);
CREATE INDEX bulk_run_orders_age ON bulk_run_orders USING btree ((created_at AT TIME ZONE 'UTC'::text));
CREATE INDEX bulk_run_orders_result ON bulk_run_orders USING btree (shop_id, run_id, result, order_id);

create table bulk_runs (
  shop_id bigint not null,
  id bigint not null generated always as identity,
  action text not null,
  terms jsonb not null,
  filter jsonb,
  state text not null,
  order_total integer not null,
  job_id bigint,
  created_by bigint not null,
  created_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  done_total integer,
  skipped_total integer,
  failed_total integer,
  stopped_total integer,
  amount_idr bigint,
  constraint bulk_runs_pkey PRIMARY KEY (shop_id, id),
  constraint bulk_runs_shop_id_created_by_fkey FOREIGN KEY (shop_id, created_by) REFERENCES users(shop_id, id),
  constraint bulk_runs_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id),
  constraint bulk_runs_action_check CHECK ((action = ANY (ARRAY['PAY'::text, 'CANCEL'::text, 'REACTIVATE'::text, 'SHIPPING_STATUS'::text, 'REQUEST_PICKUP'::text, 'CONFIRM'::text]))),
  constraint bulk_runs_check CHECK (((state = 'RUNNING'::text) = (ended_at IS NULL))),
  constraint bulk_runs_check1 CHECK (((ended_at IS NULL) = (num_nulls(done_total, skipped_total, failed_total, stopped_total, amount_idr) = 5))),
  constraint bulk_runs_state_check CHECK ((state = ANY (ARRAY['RUNNING'::text, 'DONE'::text, 'STOPPED'::text])))
);
CREATE INDEX bulk_runs_age ON bulk_runs USING btree ((created_at AT TIME ZONE 'UTC'::text));
CREATE INDEX bulk_runs_newest ON bulk_runs USING btree (shop_id, created_at DESC, id DESC);

create table buyer_codes (
  shop_id bigint not null,
  recipient text not null,
  code_hash bytea,
  customer_id bigint,
  account_ends integer,
  tries smallint not null default 0,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint buyer_codes_pkey PRIMARY KEY (shop_id, recipient),
  constraint buyer_codes_shop_id_customer_id_fkey FOREIGN KEY (shop_id, customer_id) REFERENCES customers(shop_id, id),
  constraint buyer_codes_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id),
  constraint buyer_codes_tries_check CHECK ((tries >= 0))
);
CREATE INDEX buyer_codes_ended ON buyer_codes USING btree ((expires_at AT TIME ZONE 'UTC'::text));

create table buyer_passwords (
  shop_id bigint not null,
  customer_id bigint not null,
  account_removals integer not null,
  password_hash text not null,
  changed_at timestamp with time zone not null,
  constraint buyer_passwords_pkey PRIMARY KEY (shop_id, customer_id),
  constraint buyer_passwords_shop_id_customer_id_fkey FOREIGN KEY (shop_id, customer_id) REFERENCES customers(shop_id, id),
  constraint buyer_passwords_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id)
);

create table buyer_payment_orders (
  shop_id bigint not null,
  payment_id bigint not null,
  "position" smallint not null,
  order_id bigint not null,
  po_number bigint not null,
  total_idr bigint not null,
  decision text,
  is_due boolean not null default true,
  constraint buyer_payment_orders_pkey PRIMARY KEY (shop_id, payment_id, "position"),
  constraint buyer_payment_orders_order_unique UNIQUE (shop_id, order_id),
  constraint buyer_payment_orders_shop_id_payment_id_fkey FOREIGN KEY (shop_id, payment_id) REFERENCES buyer_payments(shop_id, id),
  constraint buyer_payment_orders_decision_check CHECK ((decision = ANY (ARRAY['ACCEPT'::text, 'REJECT'::text]))),
  constraint buyer_payment_orders_position_check CHECK (("position" >= 0)),
  constraint buyer_payment_orders_total_idr_check CHECK ((total_idr >= 0))
);

create table buyer_payments (
  shop_id bigint not null,
  id bigint not null generated by default as identity,
  customer_id bigint not null,
  made_from text not null,
  is_guest boolean not null,
  method text not null,
  channel text,
  bank_account_id bigint,
  state text not null,
  nominal_invoice_idr bigint not null,
  unique_code smallint not null default 0,
  payment_fee_idr bigint not null default 0,
  nominal_transfer_idr bigint not null generated always as (((nominal_invoice_idr + unique_code) + payment_fee_idr)) stored,
  received_idr bigint not null default 0,
  received_at timestamp with time zone,
  received_bank_account_id bigint,
  token_hash bytea not null,
  proof_url text,
  proof_holder_name text,
  proof_note text,
  claimed_at timestamp with time zone,
  description text not null default ''::text,
  customer_name text not null,
  customer_phone text not null,
  phone text not null,
  network text not null,
  updated_by bigint,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  closed_at timestamp with time zone,
  constraint buyer_payments_pkey PRIMARY KEY (shop_id, id),
  constraint buyer_payments_token_unique UNIQUE (shop_id, token_hash),
  constraint buyer_payments_shop_id_bank_account_id_fkey FOREIGN KEY (shop_id, bank_account_id) REFERENCES bank_accounts(shop_id, id),
  constraint buyer_payments_shop_id_customer_id_fkey FOREIGN KEY (shop_id, customer_id) REFERENCES customers(shop_id, id),
  constraint buyer_payments_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id),
  constraint buyer_payments_shop_id_received_bank_account_id_fkey FOREIGN KEY (shop_id, received_bank_account_id) REFERENCES bank_accounts(shop_id, id),
  constraint buyer_payments_shop_id_updated_by_fkey FOREIGN KEY (shop_id, updated_by) REFERENCES users(shop_id, id),
  constraint buyer_payments_check CHECK (((unique_code = 0) OR (method = 'TRANSFER'::text))),
  constraint buyer_payments_check1 CHECK (((method = 'COD'::text) = (bank_account_id IS NULL))),
  constraint buyer_payments_made_from_check CHECK ((made_from = ANY (ARRAY['STOREFRONT'::text, 'PRIVOR'::text]))),
  constraint buyer_payments_method_check CHECK ((method = ANY (ARRAY['TRANSFER'::text, 'GATEWAY'::text, 'ORDERPAY'::text, 'COD'::text]))),
  constraint buyer_payments_nominal_invoice_idr_check CHECK ((nominal_invoice_idr >= 0)),
  constraint buyer_payments_payment_fee_idr_check CHECK ((payment_fee_idr >= 0)),
  constraint buyer_payments_received_idr_check CHECK ((received_idr >= 0)),
  constraint buyer_payments_state_check CHECK ((state = ANY (ARRAY['WAITING'::text, 'CLAIMED'::text, 'PAID'::text, 'COD'::text, 'CLOSED'::text, 'EXPIRED'::text, 'CANCELED'::text]))),
  constraint buyer_payments_unique_code_check CHECK (((unique_code >= 0) AND (unique_code <= 999)))
);
CREATE INDEX buyer_payments_by_invoice ON buyer_payments USING btree (shop_id, nominal_invoice_idr, created_at DESC) WHERE (method = 'TRANSFER'::text);
CREATE INDEX buyer_payments_by_transfer ON buyer_payments USING btree (shop_id, nominal_transfer_idr, created_at DESC) WHERE (method = 'TRANSFER'::text);
CREATE UNIQUE INDEX buyer_payments_code_unique ON buyer_payments USING btree (shop_id, bank_account_id, unique_code) WHERE ((state = ANY (ARRAY['WAITING'::text, 'CLAIMED'::text])) AND (unique_code > 0));
CREATE INDEX buyer_payments_customer ON buyer_payments USING btree (shop_id, customer_id, created_at DESC, id DESC);
CREATE INDEX buyer_payments_due ON buyer_payments USING btree (expires_at) WHERE (state = ANY (ARRAY['WAITING'::text, 'CLAIMED'::text, 'COD'::text]));
CREATE INDEX buyer_payments_open ON buyer_payments USING btree (shop_id, created_at DESC, id DESC) WHERE (state = ANY (ARRAY['WAITING'::text, 'CLAIMED'::text, 'PAID'::text, 'COD'::text]));
CREATE INDEX buyer_payments_open_customer ON buyer_payments USING btree (shop_id, customer_id) WHERE ((state = ANY (ARRAY['WAITING'::text, 'CLAIMED'::text, 'PAID'::text, 'COD'::text])) AND (received_idr = 0) AND (NOT is_guest));
CREATE INDEX buyer_payments_open_network ON buyer_payments USING btree (shop_id, network) WHERE ((state = ANY (ARRAY['WAITING'::text, 'CLAIMED'::text, 'PAID'::text, 'COD'::text])) AND (received_idr = 0));
CREATE INDEX buyer_payments_open_phone ON buyer_payments USING btree (shop_id, phone) WHERE ((state = ANY (ARRAY['WAITING'::text, 'CLAIMED'::text, 'PAID'::text, 'COD'::text])) AND (received_idr = 0) AND is_guest);
CREATE INDEX buyer_payments_to_confirm ON buyer_payments USING btree (shop_id, created_at DESC, id DESC) WHERE (state = ANY (ARRAY['CLAIMED'::text, 'PAID'::text, 'COD'::text]));
CREATE INDEX buyer_payments_unpaid ON buyer_payments USING btree (shop_id, created_at DESC, id DESC) WHERE (state = 'WAITING'::text);

create table buyer_sessions (
  shop_id bigint not null,
  id bigint not null generated always as identity,
  customer_id bigint not null,
  account_ends integer not null,
  token_hash bytea not null,
  address text not null default ''::text,
  created_at timestamp with time zone not null,
  last_used_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint buyer_sessions_pkey PRIMARY KEY (shop_id, id),
  constraint buyer_sessions_token_unique UNIQUE (shop_id, token_hash),
  constraint buyer_sessions_shop_id_customer_id_fkey FOREIGN KEY (shop_id, customer_id) REFERENCES customers(shop_id, id),
  constraint buyer_sessions_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id)
);
CREATE INDEX buyer_sessions_customer ON buyer_sessions USING btree (shop_id, customer_id, created_at DESC, id DESC);
CREATE INDEX buyer_sessions_ended ON buyer_sessions USING btree ((expires_at AT TIME ZONE 'UTC'::text));

create table cities (
  code integer not null,
  legacy_id integer,
  name text not null,
  province_code integer not null,
  constraint cities_pkey PRIMARY KEY (code),
  constraint cities_legacy_id_key UNIQUE (legacy_id),
  constraint cities_province_code_fkey FOREIGN KEY (province_code) REFERENCES provinces(code)
);
CREATE INDEX cities_province ON cities USING btree (province_code);

create table cod_counters (
  shop_id bigint not null,
  invoices integer not null default 0,
  constraint cod_counters_pkey PRIMARY KEY (shop_id),
  constraint cod_counters_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id),
  constraint cod_counters_invoices_check CHECK ((invoices >= 0))
);

create table cod_entries (
  shop_id bigint not null,
  order_id bigint not null,
  trip smallint not null,
  id bigint not null generated always as identity,
  kind text not null,
  amount_idr bigint not null,
  entered_on date not null,
  courier text not null,
  invoice_id text,
  created_at timestamp with time zone not null,
  constraint cod_entries_pkey PRIMARY KEY (shop_id, order_id, trip, id),
  constraint cod_entries_shop_id_invoice_id_fkey FOREIGN KEY (shop_id, invoice_id) REFERENCES cod_invoices(shop_id, id),
  constraint cod_entries_shop_id_order_id_trip_fkey FOREIGN KEY (shop_id, order_id, trip) REFERENCES cod_parcels(shop_id, order_id, trip),
  constraint cod_entries_amount_idr_check CHECK ((amount_idr <> 0)),
  constraint cod_entries_kind_check CHECK ((kind = ANY (ARRAY['COLLECTED'::text, 'SHIPPING'::text, 'COD_FEE'::text, 'RETURN_FEE'::text])))
);
CREATE INDEX cod_entries_not_invoiced ON cod_entries USING btree (shop_id, courier, entered_on) WHERE (invoice_id IS NULL);
CREATE INDEX cod_entries_on_invoice ON cod_entries USING btree (shop_id, invoice_id, order_id, trip) WHERE (invoice_id IS NOT NULL);

create table cod_invoices (
  shop_id bigint not null,
  id text not null,
  sequence integer not null,
  number text not null,
  courier text not null,
  week_start date not null,
  total_idr bigint not null,
  completed_at timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint cod_invoices_pkey PRIMARY KEY (shop_id, id),
  constraint cod_invoices_sequence_unique UNIQUE (shop_id, sequence),
  constraint cod_invoices_week_unique UNIQUE (shop_id, courier, week_start),
  constraint cod_invoices_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id),
  constraint cod_invoices_id_check CHECK ((id ~ '^[A-Za-z0-9]{8}$'::text)),
  constraint cod_invoices_sequence_check CHECK ((sequence >= 1)),
  constraint cod_invoices_total_idr_check CHECK ((total_idr > 0)),
  constraint cod_invoices_week_start_check CHECK ((EXTRACT(isodow FROM week_start) = (1)::numeric))
);
CREATE INDEX cod_invoices_newest ON cod_invoices USING btree (shop_id, created_at DESC, sequence DESC);

create table cod_parcels (
  shop_id bigint not null,
  order_id bigint not null,
  trip smallint not null,
  po_number bigint not null,
  awb_number text,
  courier_id integer not null,
  courier text not null,
  state text not null,
  cod_idr bigint not null,
  shipping_idr bigint not null,
  entered_idr bigint not null default 0,
  paid_idr bigint not null default 0,
  written_off_idr bigint not null default 0,
  open_idr bigint not null generated always as (((entered_idr - paid_idr) - written_off_idr)) stored,
  invoiced_on date,
  event_position bigint not null,
  changed_at timestamp with time zone not null,
  constraint cod_parcels_pkey PRIMARY KEY (shop_id, order_id, trip),
  constraint cod_parcels_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id),
  constraint cod_parcels_cod_idr_check CHECK ((cod_idr >= 0)),
  constraint cod_parcels_shipping_idr_check CHECK ((shipping_idr >= 0)),
  constraint cod_parcels_state_check CHECK ((state = ANY (ARRAY['AT_SHOP'::text, 'ON_ITS_WAY'::text, 'COLLECTED'::text, 'CAME_BACK'::text, 'LOST'::text]))),
  constraint cod_parcels_trip_check CHECK ((trip >= 1))
);
CREATE INDEX cod_parcels_ageing ON cod_parcels USING btree (shop_id, courier, state, invoiced_on) INCLUDE (open_idr, cod_idr) WHERE ((open_idr <> 0) OR (state = 'ON_ITS_WAY'::text));
CREATE INDEX cod_parcels_by_awb ON cod_parcels USING btree (shop_id, upper(awb_number)) WHERE (awb_number IS NOT NULL);
CREATE INDEX cod_parcels_by_po_number ON cod_parcels USING btree (shop_id, po_number);
CREATE INDEX cod_parcels_by_state ON cod_parcels USING btree (shop_id, state, changed_at, order_id, trip) INCLUDE (open_idr) WHERE ((open_idr <> 0) OR (state = 'ON_ITS_WAY'::text));
CREATE INDEX cod_parcels_longest_open ON cod_parcels USING btree (shop_id, changed_at, order_id, trip) WHERE ((open_idr <> 0) OR (state = 'ON_ITS_WAY'::text));
CREATE INDEX cod_parcels_unpaid ON cod_parcels USING btree (shop_id, invoiced_on, changed_at, order_id, trip) WHERE ((open_idr <> 0) AND (state <> 'CAME_BACK'::text));

create table cod_payout_lines (
  shop_id bigint not null,
  id bigint not null generated always as identity,
  payout_id bigint not null,
  row_number integer not null,
  awb_number text,
  po_number bigint,
  cod_idr bigint,
  fee_idr bigint,
  net_idr bigint,
  paid_on date,
  day_unread text,
  line_key text,
  status text not null,
  fault text,
  order_id bigint,
  trip smallint,
  expected_idr bigint,
  last_row_number integer,
  payment_id bigint,
  reason text,
  resolved_by bigint,
  resolved_at timestamp with time zone,
  constraint cod_payout_lines_pkey PRIMARY KEY (shop_id, id),
  constraint cod_payout_lines_row_unique UNIQUE (shop_id, payout_id, row_number),
  constraint cod_payout_lines_shop_id_payout_id_fkey FOREIGN KEY (shop_id, payout_id) REFERENCES cod_payouts(shop_id, id),
  constraint cod_payout_lines_shop_id_resolved_by_fkey FOREIGN KEY (shop_id, resolved_by) REFERENCES users(shop_id, id),
  constraint cod_payout_lines_status_check CHECK ((status = ANY (ARRAY['READY'::text, 'SETTLED'::text, 'QUEUED'::text, 'IGNORED'::text, 'REPEATED'::text, 'WRONG'::text, 'PASSED_OVER'::text, 'UNDONE'::text])))
);
CREATE UNIQUE INDEX cod_payout_lines_once ON cod_payout_lines USING btree (shop_id, line_key) WHERE (status = ANY (ARRAY['SETTLED'::text, 'QUEUED'::text, 'IGNORED'::text]));
CREATE INDEX cod_payout_lines_queue ON cod_payout_lines USING btree (shop_id, id) INCLUDE (payout_id, net_idr) WHERE (status = 'QUEUED'::text);

create table cod_payouts (
  shop_id bigint not null,
  id bigint not null generated always as identity,
  source text not null,
  courier text not null,
  bank_account_id bigint,
  paid_on date not null,
  withdrawn_on date,
  file_name text,
  file_hash text,
  status text not null,
  row_total integer not null,
  settled integer not null default 0,
  queued integer not null default 0,
  ignored integer not null default 0,
  repeated integer not null default 0,
  wrong integer not null default 0,
  passed_over integer not null default 0,
  paid_idr bigint not null default 0,
  first_entered_on date,
  last_entered_on date,
  first_invoice_id text,
  last_invoice_id text,
  job_id bigint,
  created_by bigint,
  created_at timestamp with time zone not null,
  applied_at timestamp with time zone,
  undone_at timestamp with time zone,
  constraint cod_payouts_pkey PRIMARY KEY (shop_id, id),
  constraint cod_payouts_shop_id_bank_account_id_fkey FOREIGN KEY (shop_id, bank_account_id) REFERENCES bank_accounts(shop_id, id),
  constraint cod_payouts_shop_id_created_by_fkey FOREIGN KEY (shop_id, created_by) REFERENCES users(shop_id, id),
  constraint cod_payouts_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id),
  constraint cod_payouts_row_total_check CHECK ((row_total >= 0)),
  constraint cod_payouts_source_check CHECK ((source = ANY (ARRAY['FILE'::text, 'HAND'::text]))),
  constraint cod_payouts_status_check CHECK ((status = ANY (ARRAY['READY'::text, 'APPLYING'::text, 'APPLIED'::text, 'UNDOING'::text, 'UNDONE'::text])))
);
CREATE INDEX cod_payouts_arrived ON cod_payouts USING btree (shop_id, COALESCE(withdrawn_on, paid_on)) INCLUDE (bank_account_id, paid_idr) WHERE ((bank_account_id IS NOT NULL) AND (status <> 'READY'::text));
CREATE UNIQUE INDEX cod_payouts_file ON cod_payouts USING btree (shop_id, file_hash) WHERE ((file_hash IS NOT NULL) AND (status <> 'UNDONE'::text));
CREATE INDEX cod_payouts_kept ON cod_payouts USING btree (shop_id) INCLUDE (paid_idr) WHERE ((bank_account_id IS NULL) AND (status = 'APPLIED'::text));
CREATE INDEX cod_payouts_newest ON cod_payouts USING btree (shop_id, created_at DESC, id DESC);

create table cod_settlements (
  shop_id bigint not null,
  order_id bigint not null,
  trip smallint not null,
  id bigint not null generated always as identity,
  line_id bigint not null,
  payout_id bigint not null,
  kind text not null,
  amount_idr bigint not null,
  reason text,
  created_by bigint,
  created_at timestamp with time zone not null,
  constraint cod_settlements_pkey PRIMARY KEY (shop_id, order_id, trip, id),
  constraint cod_settlements_shop_id_created_by_fkey FOREIGN KEY (shop_id, created_by) REFERENCES users(shop_id, id),
  constraint cod_settlements_shop_id_line_id_fkey FOREIGN KEY (shop_id, line_id) REFERENCES cod_payout_lines(shop_id, id),
  constraint cod_settlements_shop_id_order_id_trip_fkey FOREIGN KEY (shop_id, order_id, trip) REFERENCES cod_parcels(shop_id, order_id, trip),
  constraint cod_settlements_amount_idr_check CHECK ((amount_idr <> 0)),
  constraint cod_settlements_kind_check CHECK ((kind = ANY (ARRAY['PAYOUT'::text, 'WRITE_OFF'::text])))
);
CREATE INDEX cod_settlements_of_payout ON cod_settlements USING btree (shop_id, payout_id, line_id);

create table courier_bookings (
  shop_id bigint not null,
  id bigint not null generated always as identity,
  order_id bigint not null,
  shipment smallint not null,
  vendor text not null,
  state text not null,
  key text not null,
  collection text not null,
  pickup_at timestamp with time zone,
  may_be_booked boolean not null default false,
  vendor_booking_id text,
  vendor_tracking_id text,
  awb_number text,
  routing_code text,
  attempts smallint not null default 0,
  problem text,
  next_try_at timestamp with time zone,
  cancel_reason text,
  user_id bigint not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint courier_bookings_pkey PRIMARY KEY (shop_id, id),
  constraint courier_bookings_shop_id_order_id_fkey FOREIGN KEY (shop_id, order_id) REFERENCES orders(shop_id, id) ON DELETE CASCADE,
  constraint courier_bookings_shop_id_user_id_fkey FOREIGN KEY (shop_id, user_id) REFERENCES users(shop_id, id),
  constraint courier_bookings_check CHECK (((state = ANY (ARRAY['WAITING'::text, 'CANCELING'::text])) <= (next_try_at IS NOT NULL))),
  constraint courier_bookings_collection_check CHECK ((collection = ANY (ARRAY['PICKUP'::text, 'DROP_OFF'::text]))),
  constraint courier_bookings_state_check CHECK ((state = ANY (ARRAY['WAITING'::text, 'BOOKED'::text, 'FAILED'::text, 'CANCELING'::text, 'CANCELED'::text]))),
  constraint courier_bookings_vendor_check CHECK ((vendor = ANY (ARRAY['biteship'::text, 'rajaongkir'::text, 'shipper'::text])))
);
CREATE INDEX courier_bookings_by_vendor ON courier_bookings USING btree (shop_id, vendor, vendor_booking_id) WHERE (vendor_booking_id IS NOT NULL);
CREATE INDEX courier_bookings_due ON courier_bookings USING btree (shop_id, next_try_at) WHERE (next_try_at IS NOT NULL);
CREATE UNIQUE INDEX courier_bookings_of_shipment ON courier_bookings USING btree (shop_id, order_id, shipment) WHERE (state <> 'CANCELED'::text);
CREATE INDEX courier_bookings_open ON courier_bookings USING btree (shop_id, id DESC) WHERE ((next_try_at IS NOT NULL) OR (problem IS NOT NULL));

create table courier_charges (
  shop_id bigint not null,
  courier_id integer not null,
  tolerance_grams integer,
  minimum_kg integer,
  rounding_grams integer,
  volumetric_cm3_per_kg integer,
  insurance_bp integer,
  insurance_fixed_idr bigint,
  insurance_minimum_idr bigint,
  insurance_above_idr bigint,
  insurance_basis text,
  cod_fee_bp integer,
  cod_fee_minimum_idr bigint,
  cod_fee_payer text,
  return_fee_bp integer,
  packing_fixed_idr bigint,
  packing_idr_per_kg bigint,
  constraint courier_charges_pkey PRIMARY KEY (shop_id, courier_id),
  constraint courier_charges_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id),
  constraint courier_charges_cod_fee_bp_check CHECK (((cod_fee_bp >= 0) AND (cod_fee_bp <= 5000))),
  constraint courier_charges_cod_fee_minimum_idr_check CHECK ((cod_fee_minimum_idr >= 0)),
  constraint courier_charges_cod_fee_payer_check CHECK ((cod_fee_payer = ANY (ARRAY['SELLER'::text, 'BUYER'::text]))),
  constraint courier_charges_insurance_above_idr_check CHECK ((insurance_above_idr >= 0)),
  constraint courier_charges_insurance_basis_check CHECK ((insurance_basis = ANY (ARRAY['GOODS'::text, 'GOODS_AND_SHIPPING'::text]))),
  constraint courier_charges_insurance_bp_check CHECK (((insurance_bp >= 0) AND (insurance_bp <= 10000))),
  constraint courier_charges_insurance_fixed_idr_check CHECK ((insurance_fixed_idr >= 0)),
  constraint courier_charges_insurance_minimum_idr_check CHECK ((insurance_minimum_idr >= 0)),
  constraint courier_charges_minimum_kg_check CHECK (((minimum_kg >= 1) AND (minimum_kg <= 1000))),
  constraint courier_charges_packing_fixed_idr_check CHECK ((packing_fixed_idr >= 0)),
  constraint courier_charges_packing_idr_per_kg_check CHECK ((packing_idr_per_kg >= 0)),
  constraint courier_charges_return_fee_bp_check CHECK (((return_fee_bp >= 0) AND (return_fee_bp <= 10000))),
  constraint courier_charges_rounding_grams_check CHECK (((rounding_grams >= 1) AND (rounding_grams <= 10000))),
  constraint courier_charges_tolerance_grams_check CHECK (((tolerance_grams >= 0) AND (tolerance_grams <= 10000))),
  constraint courier_charges_volumetric_cm3_per_kg_check CHECK (((volumetric_cm3_per_kg >= 1000) AND (volumetric_cm3_per_kg <= 100000)))
);

create table courier_connections (
  shop_id bigint not null,
  vendor text not null,
  api_key bytea not null,
  key_end text not null,
  callback_hash bytea,
  user_id bigint not null,
  created_at timestamp with time zone not null,
  tested_at timestamp with time zone not null,
  problem text,
  constraint courier_connections_pkey PRIMARY KEY (shop_id, vendor),
  constraint courier_connections_shop_id_callback_hash_key UNIQUE (shop_id, callback_hash),
  constraint courier_connections_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id),
  constraint courier_connections_shop_id_user_id_fkey FOREIGN KEY (shop_id, user_id) REFERENCES users(shop_id, id),
  constraint courier_connections_vendor_check CHECK ((vendor = ANY (ARRAY['biteship'::text, 'rajaongkir'::text, 'shipper'::text])))
);

create table courier_settings (
  shop_id bigint not null,
  active_service_ids integer[] not null,
  cash_rounding_idr integer not null default 0,
  constraint courier_settings_pkey PRIMARY KEY (shop_id),
  constraint courier_settings_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id),
  constraint courier_settings_cash_rounding_idr_check CHECK ((cash_rounding_idr = ANY (ARRAY[0, 100, 500, 1000])))
);

create table custom_couriers (
  shop_id bigint not null,
  id integer not null generated by default as identity,
  name text not null,
  fee_idr bigint not null,
  is_cod boolean not null default false,
  created_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  constraint custom_couriers_pkey PRIMARY KEY (shop_id, id),
  constraint custom_couriers_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id),
  constraint custom_couriers_fee_idr_check CHECK ((fee_idr >= 0))
);
CREATE UNIQUE INDEX custom_couriers_name_unique ON custom_couriers USING btree (shop_id, lower(name)) WHERE (archived_at IS NULL);

create table customer_categories (
  shop_id bigint not null,
  id bigint not null generated always as identity,
  code text not null,
  name text not null,
  is_active boolean not null default true,
  discount_access boolean not null default true,
  wholesale_access boolean not null default true,
  constraint customer_categories_pkey PRIMARY KEY (shop_id, id),
  constraint customer_categories_code_unique UNIQUE (shop_id, code),
  constraint customer_categories_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id),
  constraint customer_categories_code_check CHECK ((code = ANY (ARRAY['N'::text, 'Y'::text, 'D'::text, '1'::text, '2'::text, '3'::text])))
);

create table customer_texts (
  shop_id bigint not null,
  customer_id bigint not null,
  search_text text collate "C" not null,
  constraint customer_texts_pkey PRIMARY KEY (shop_id, customer_id),
  constraint customer_texts_shop_id_customer_id_fkey FOREIGN KEY (shop_id, customer_id) REFERENCES customers(shop_id, id) ON DELETE CASCADE
);
CREATE INDEX customer_texts_name ON customer_texts USING btree (shop_id, "left"(split_part(search_text, '	'::text, 1), 200));
CREATE INDEX customer_texts_search ON customer_texts USING gin (shop_id, search_text gin_trgm_ops) WITH (gin_pending_list_limit='512');

create table customers (
  shop_id bigint not null,
  id bigint not null generated always as identity,
  name text not null,
  phone text not null,
  email text,
  line text,
  other text,
  address text not null,
  district_code integer,
  postal_code text,
  category_code text not null,
  activation text not null,
  registration_status text not null default '0'::text,
  last_order_at timestamp with time zone,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  status_before_block text,
  account_ends integer not null default 0,
  account_removals integer not null default 0,
  constraint customers_pkey PRIMARY KEY (shop_id, id),
  constraint customers_district_code_fkey FOREIGN KEY (district_code) REFERENCES districts(code),
  constraint customers_shop_id_category_code_fkey FOREIGN KEY (shop_id, category_code) REFERENCES customer_categories(shop_id, code),
  constraint customers_activation_check CHECK ((activation = ANY (ARRAY['Y'::text, 'N'::text, 'R'::text, 'T'::text]))),
  constraint customers_check CHECK (((registration_status = '4'::text) = (status_before_block IS NOT NULL))),
  constraint customers_check1 CHECK (((activation || COALESCE(status_before_block, registration_status)) = ANY (ARRAY['Y0'::text, 'N0'::text, 'Y1'::text, 'TT'::text, 'RR'::text]))),
  constraint customers_check2 CHECK (((COALESCE(status_before_block, registration_status) <> '1'::text) OR (email IS NOT NULL))),
  constraint customers_registration_status_check CHECK ((registration_status = ANY (ARRAY['0'::text, '1'::text, '4'::text, 'T'::text, 'R'::text]))),
  constraint customers_status_before_block_check CHECK ((status_before_block = ANY (ARRAY['0'::text, '1'::text, 'T'::text, 'R'::text])))
);
CREATE UNIQUE INDEX customers_account_email ON customers USING btree (shop_id, lower(email)) WHERE ((COALESCE(status_before_block, registration_status) = '1'::text) AND (archived_at IS NULL));
CREATE INDEX customers_category ON customers USING btree (shop_id, category_code, created_at DESC, id DESC) WHERE (archived_at IS NULL);
CREATE INDEX customers_last_order ON customers USING btree (shop_id, last_order_at DESC NULLS LAST, id DESC) WHERE (archived_at IS NULL);
CREATE INDEX customers_newest ON customers USING btree (shop_id, created_at DESC, id DESC) WHERE (archived_at IS NULL);
CREATE INDEX customers_phone ON customers USING btree (shop_id, phone);
CREATE INDEX customers_status ON customers USING btree (shop_id, registration_status, created_at DESC, id DESC) WHERE (archived_at IS NULL);

create table districts (
  code integer not null,
  legacy_id integer,
  name text not null,
  city_code integer not null,
  postal_codes text[] not null default '{}'::text[],
  public_id integer not null generated always as (COALESCE(legacy_id, code)) stored,
  search_text text not null,
  constraint districts_pkey PRIMARY KEY (code),
  constraint districts_legacy_id_key UNIQUE (legacy_id),
  constraint districts_city_code_fkey FOREIGN KEY (city_code) REFERENCES cities(code)
);
CREATE INDEX districts_city ON districts USING btree (city_code);
CREATE INDEX districts_name ON districts USING btree (replace(lower(name), ' '::text, ''::text));
CREATE INDEX districts_name_like ON districts USING gin (lower(name) gin_trgm_ops);
CREATE INDEX districts_postal_codes ON districts USING gin (postal_codes);
CREATE INDEX districts_search ON districts USING gin (search_text gin_trgm_ops);

create table downloads (
  shop_id bigint not null,
  id bigint not null generated always as identity,
  token_hash bytea not null,
  storage_name text not null,
  file_name text not null,
  content_type text not null,
  user_id bigint not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  role text not null,
  constraint downloads_pkey PRIMARY KEY (shop_id, id),
  constraint downloads_token_unique UNIQUE (shop_id, token_hash),
  constraint downloads_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id),
  constraint downloads_shop_id_user_id_fkey FOREIGN KEY (shop_id, user_id) REFERENCES users(shop_id, id),
  constraint downloads_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'admin'::text, 'warehouse'::text])))
);
CREATE INDEX downloads_expiry ON downloads USING btree (expires_at);

create table event_places (
  is_only boolean not null default true,
  last_position bigint not null,
  constraint event_places_pkey PRIMARY KEY (is_only),
  constraint event_places_is_only_check CHECK (is_only)
);

create table event_readers (
  name text not null,
  "position" bigint not null,
  single_until bigint not null default 0,
  failures integer not null default 0,
  error text,
  retry_at timestamp with time zone,
  constraint event_readers_pkey PRIMARY KEY (name)
);

create table events_set_aside (
  shop_id bigint not null,
  reader text not null,
  event_id bigint not null,
  error text not null,
  created_at timestamp with time zone not null,
  constraint events_set_aside_pkey PRIMARY KEY (shop_id, event_id, reader),
  constraint events_set_aside_shop_id_event_id_fkey FOREIGN KEY (shop_id, event_id) REFERENCES outbox_events(shop_id, id) ON DELETE CASCADE,
  constraint events_set_aside_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id)
);

create table expenses (
  shop_id bigint not null,
  id bigint not null generated by default as identity,
  title text not null,
  note text not null default ''::text,
  nominal_idr bigint not null,
  quantity integer not null default 1,
  total_idr bigint not null generated always as ((nominal_idr * quantity)) stored,
  spent_on date not null,
  created_by bigint,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint expenses_pkey PRIMARY KEY (shop_id, id),
  constraint expenses_shop_id_created_by_fkey FOREIGN KEY (shop_id, created_by) REFERENCES users(shop_id, id),
  constraint expenses_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id),
  constraint expenses_nominal_not_negative CHECK ((nominal_idr >= 0)),
  constraint expenses_quantity_positive CHECK ((quantity > 0))
);
CREATE INDEX expenses_by_date ON expenses USING btree (shop_id, spent_on DESC, id DESC) INCLUDE (total_idr);

create table gateway_charges (
  shop_id bigint not null,
  id bigint not null generated always as identity,
  payment_id bigint not null,
  key text not null,
  owner text not null,
  channel text not null,
  amount_idr bigint not null,
  state text not null,
  may_exist boolean not null default false,
  vendor_charge_id text,
  va_number text,
  invoice_url text,
  expires_at timestamp with time zone not null,
  attempts integer not null default 0,
  next_try_at timestamp with time zone,
  problem text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint gateway_charges_pkey PRIMARY KEY (shop_id, id),
  constraint gateway_charges_key_unique UNIQUE (shop_id, key),
  constraint gateway_charges_shop_id_payment_id_fkey FOREIGN KEY (shop_id, payment_id) REFERENCES buyer_payments(shop_id, id),
  constraint gateway_charges_amount_idr_check CHECK ((amount_idr > 0)),
  constraint gateway_charges_owner_check CHECK ((owner = ANY (ARRAY['SHOP'::text, 'PLATFORM'::text]))),
  constraint gateway_charges_state_check CHECK ((state = ANY (ARRAY['REQUESTED'::text, 'OPEN'::text, 'ENDING'::text, 'PAID'::text, 'ENDED'::text, 'FAILED'::text])))
);
CREATE INDEX gateway_charges_due ON gateway_charges USING btree (next_try_at) WHERE (next_try_at IS NOT NULL);
CREATE INDEX gateway_charges_due_of_shop ON gateway_charges USING btree (shop_id, next_try_at) WHERE (next_try_at IS NOT NULL);
CREATE UNIQUE INDEX gateway_charges_live ON gateway_charges USING btree (shop_id, payment_id) WHERE (state = ANY (ARRAY['REQUESTED'::text, 'OPEN'::text, 'FAILED'::text]));
CREATE INDEX gateway_charges_payment ON gateway_charges USING btree (shop_id, payment_id, id);

create table gateway_connections (
  shop_id bigint not null,
  vendor text not null,
  is_active boolean not null default true,
  api_key bytea not null,
  key_start text not null,
  key_end text not null,
  callback_token bytea,
  callback_hash bytea not null,
  channels text[],
  user_id bigint not null,
  created_at timestamp with time zone not null,
  tested_at timestamp with time zone not null,
  problem text,
  constraint gateway_connections_pkey PRIMARY KEY (shop_id, vendor),
  constraint gateway_connections_shop_id_callback_hash_key UNIQUE (shop_id, callback_hash),
  constraint gateway_connections_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id),
  constraint gateway_connections_shop_id_user_id_fkey FOREIGN KEY (shop_id, user_id) REFERENCES users(shop_id, id),
  constraint gateway_connections_vendor_check CHECK ((vendor = 'xendit'::text))
);

create table gateway_payments (
  shop_id bigint not null,
  id bigint not null generated always as identity,
  charge_id bigint not null,
  vendor_payment_id text,
  amount_idr bigint not null,
  paid_at timestamp with time zone not null,
  outcome text not null,
  created_at timestamp with time zone not null,
  decided_by bigint,
  decided_at timestamp with time zone,
  constraint gateway_payments_pkey PRIMARY KEY (shop_id, id),
  constraint gateway_payments_vendor_unique UNIQUE (shop_id, charge_id, vendor_payment_id),
  constraint gateway_payments_shop_id_charge_id_fkey FOREIGN KEY (shop_id, charge_id) REFERENCES gateway_charges(shop_id, id),
  constraint gateway_payments_shop_id_decided_by_fkey FOREIGN KEY (shop_id, decided_by) REFERENCES users(shop_id, id),
  constraint gateway_payments_amount_idr_check CHECK ((amount_idr > 0)),
  constraint gateway_payments_outcome_check CHECK ((outcome = ANY (ARRAY['PAID'::text, 'REVIVED'::text, 'BALANCE'::text, 'WRONG_AMOUNT'::text, 'RETURNED'::text])))
);
CREATE INDEX gateway_payments_queue ON gateway_payments USING btree (shop_id, created_at DESC, id DESC) WHERE (outcome = 'WRONG_AMOUNT'::text);

create table guest_phones (
  shop_id bigint not null,
  phone text not null,
  constraint guest_phones_pkey PRIMARY KEY (shop_id, phone),
  constraint guest_phones_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id)
);

create table idempotency_keys (
  scope bigint not null,
  key_hash bytea not null,
  request_hash bytea not null,
  status smallint not null,
  sealed_body bytea not null,
  created_at timestamp with time zone not null,
  role text,
  numbers jsonb,
  constraint idempotency_keys_pkey PRIMARY KEY (scope, key_hash),
  constraint idempotency_keys_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'admin'::text, 'warehouse'::text])))
);
CREATE INDEX idempotency_keys_age ON idempotency_keys USING btree ((created_at AT TIME ZONE 'UTC'::text));

create table journal_accounts (
  shop_id bigint not null,
  format text not null,
  account text not null,
  bank_account_id bigint not null default 0,
  code text not null,
  constraint journal_accounts_pkey PRIMARY KEY (shop_id, format, account, bank_account_id),
  constraint journal_accounts_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id),
  constraint journal_accounts_format CHECK ((format = ANY (ARRAY['JURNAL'::text, 'ACCURATE'::text])))
);

create table ledger_accounts (
  shop_id bigint not null,
  kind text not null,
  subject_id bigint not null default 0,
  balance_idr bigint not null default 0,
  reserved_idr bigint not null default 0,
  moved_at timestamp with time zone,
  constraint ledger_accounts_pkey PRIMARY KEY (shop_id, kind, subject_id),
  constraint ledger_accounts_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id),
  constraint ledger_accounts_bound CHECK (((balance_idr >= reserved_idr) OR (kind = ANY (ARRAY['COD_RECEIVABLE'::text, 'ORDERS'::text, 'OUTSIDE'::text])))),
  constraint ledger_accounts_kind_check CHECK ((kind = ANY (ARRAY['ORDERPAY_AVAILABLE'::text, 'ORDERPAY_ON_HOLD'::text, 'GATEWAY_CLEARING'::text, 'CUSTOMER_FUNDS'::text, 'COD_RECEIVABLE'::text, 'FEES'::text, 'CUSTOMER_BALANCE'::text, 'REFUNDS_DUE'::text, 'FEES_DUE'::text, 'ADMIN_FEES'::text, 'ORDERS'::text, 'OUTSIDE'::text]))),
  constraint ledger_accounts_reserved CHECK ((reserved_idr >= 0))
);

create table ledger_entries (
  shop_id bigint not null,
  transfer_id bigint not null,
  "position" integer not null,
  kind text not null,
  subject_id bigint not null,
  amount_idr bigint not null,
  order_id bigint,
  constraint ledger_entries_pkey PRIMARY KEY (shop_id, transfer_id, "position"),
  constraint ledger_entries_shop_id_kind_subject_id_fkey FOREIGN KEY (shop_id, kind, subject_id) REFERENCES ledger_accounts(shop_id, kind, subject_id),
  constraint ledger_entries_shop_id_transfer_id_fkey FOREIGN KEY (shop_id, transfer_id) REFERENCES ledger_transfers(shop_id, id),
  constraint ledger_entries_amount_idr_check CHECK ((amount_idr <> 0))
);
CREATE INDEX ledger_entries_of_order ON ledger_entries USING btree (shop_id, order_id, kind) INCLUDE (subject_id, amount_idr) WHERE (order_id IS NOT NULL);
CREATE INDEX ledger_entries_of_refunds ON ledger_entries USING btree (shop_id, subject_id, transfer_id) WHERE (kind = 'REFUNDS_DUE'::text);

create table ledger_transfers (
  shop_id bigint not null,
  id bigint not null generated always as identity,
  cause text not null,
  kind text not null,
  state text not null,
  order_id bigint,
  payment_id bigint,
  orderpay_idr bigint not null,
  gateway_idr bigint not null,
  user_id bigint,
  created_at timestamp with time zone not null,
  decided_at timestamp with time zone,
  constraint ledger_transfers_pkey PRIMARY KEY (shop_id, id),
  constraint ledger_transfers_cause_unique UNIQUE (shop_id, cause),
  constraint ledger_transfers_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id),
  constraint ledger_transfers_cause_check CHECK (((length(cause) >= 1) AND (length(cause) <= 100))),
  constraint ledger_transfers_decided CHECK (((state = 'PENDING'::text) = (decided_at IS NULL))),
  constraint ledger_transfers_kind_check CHECK ((kind ~ '^[A-Z][A-Z_]{2,39}$'::text)),
  constraint ledger_transfers_state_check CHECK ((state = ANY (ARRAY['PENDING'::text, 'POSTED'::text, 'VOIDED'::text])))
);
CREATE INDEX ledger_transfers_of_gateway ON ledger_transfers USING btree (shop_id, created_at DESC, id DESC) INCLUDE (gateway_idr) WHERE ((gateway_idr <> 0) AND (state <> 'VOIDED'::text));
CREATE INDEX ledger_transfers_of_orderpay ON ledger_transfers USING btree (shop_id, created_at DESC, id DESC) INCLUDE (orderpay_idr) WHERE ((orderpay_idr <> 0) AND (state <> 'VOIDED'::text));
CREATE INDEX ledger_transfers_out_of_gateway ON ledger_transfers USING btree (shop_id, created_at DESC, id DESC) WHERE ((gateway_idr < 0) AND (state <> 'VOIDED'::text));
CREATE INDEX ledger_transfers_out_of_orderpay ON ledger_transfers USING btree (shop_id, created_at DESC, id DESC) WHERE ((orderpay_idr < 0) AND (state <> 'VOIDED'::text));

create table login_attempts (
  bucket text not null,
  level double precision not null,
  leaks_every_s integer not null,
  counted_at timestamp with time zone not null,
  constraint login_attempts_pkey PRIMARY KEY (bucket)
);
CREATE INDEX login_attempts_age ON login_attempts USING btree ((counted_at AT TIME ZONE 'UTC'::text));

create table mails (
  shop_id bigint not null,
  id bigint not null generated always as identity,
  user_id bigint,
  recipient text not null,
  subject text not null,
  body text not null,
  sealed_body bytea,
  status text not null,
  reply text,
  key text,
  created_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  constraint mails_pkey PRIMARY KEY (shop_id, id),
  constraint mails_shop_id_key_key UNIQUE (shop_id, key),
  constraint mails_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id),
  constraint mails_shop_id_user_id_fkey FOREIGN KEY (shop_id, user_id) REFERENCES users(shop_id, id),
  constraint mails_check CHECK (((status = 'SENT'::text) = (sent_at IS NOT NULL))),
  constraint mails_status_check CHECK ((status = ANY (ARRAY['WAITING'::text, 'SENT'::text, 'FAILED'::text, 'KEPT'::text])))
);
CREATE INDEX mails_age ON mails USING btree ((created_at AT TIME ZONE 'UTC'::text));
CREATE INDEX mails_newest ON mails USING btree (shop_id, created_at DESC, id DESC);

create table message_broadcasts (
  shop_id bigint not null,
  id bigint not null generated always as identity,
  source text not null,
  customer_ids bigint[],
  category_code text,
  days integer,
  kind text not null,
  body text not null,
  approved jsonb,
  vendor text not null,
  cost_idr bigint not null,
  state text not null,
  prepared_at timestamp with time zone,
  receiver_total integer not null,
  fingerprint bytea not null,
  user_id bigint not null,
  created_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint message_broadcasts_pkey PRIMARY KEY (shop_id, id),
  constraint message_broadcasts_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id),
  constraint message_broadcasts_shop_id_user_id_fkey FOREIGN KEY (shop_id, user_id) REFERENCES users(shop_id, id),
  constraint message_broadcasts_check CHECK (((state = ANY (ARRAY['STOPPED'::text, 'DONE'::text])) = (ended_at IS NOT NULL))),
  constraint message_broadcasts_kind_check CHECK ((kind = ANY (ARRAY['CUSTOM_NOTIFICATION'::text, 'PROMO'::text, 'REMINDER'::text, 'ORDER_PROCESSED'::text, 'ORDER_SHIPPED'::text, 'ORDER_COMPLETED'::text, 'ORDER_CANCELED'::text, 'PREORDER_DUE'::text]))),
  constraint message_broadcasts_source_check CHECK ((source = ANY (ARRAY['CUSTOMERS'::text, 'CATEGORY'::text, 'ASLEEP'::text, 'UNPAID'::text]))),
  constraint message_broadcasts_state_check CHECK ((state = ANY (ARRAY['PREPARING'::text, 'RUNNING'::text, 'PAUSED'::text, 'STOPPED'::text, 'DONE'::text]))),
  constraint message_broadcasts_vendor_check CHECK ((vendor = ANY (ARRAY['link'::text, 'woowa'::text, 'whatsapp'::text, 'outbox'::text])))
);
CREATE INDEX message_broadcasts_newest ON message_broadcasts USING btree (shop_id, created_at DESC, id DESC);
CREATE UNIQUE INDEX message_broadcasts_unfinished ON message_broadcasts USING btree (shop_id, fingerprint) WHERE (ended_at IS NULL);

create table message_connections (
  shop_id bigint not null,
  vendor text not null,
  address text,
  sender text,
  api_key bytea not null,
  key_end text not null,
  app_secret bytea,
  callback_hash bytea,
  user_id bigint not null,
  created_at timestamp with time zone not null,
  tested_at timestamp with time zone not null,
  problem text,
  constraint message_connections_pkey PRIMARY KEY (shop_id, vendor),
  constraint message_connections_callback_unique UNIQUE (shop_id, callback_hash),
  constraint message_connections_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id),
  constraint message_connections_shop_id_user_id_fkey FOREIGN KEY (shop_id, user_id) REFERENCES users(shop_id, id),
  constraint message_connections_check CHECK (((vendor = 'woowa'::text) = (address IS NOT NULL))),
  constraint message_connections_check1 CHECK (((vendor = 'whatsapp'::text) = (sender IS NOT NULL))),
  constraint message_connections_vendor_check CHECK ((vendor = ANY (ARRAY['woowa'::text, 'whatsapp'::text])))
);

create table message_followups (
  shop_id bigint not null,
  kind text not null,
  after_hours smallint,
  enabled_at timestamp with time zone not null,
  constraint message_followups_pkey PRIMARY KEY (shop_id, kind),
  constraint message_followups_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id),
  constraint message_followups_after_hours_check CHECK (((after_hours >= 1) AND (after_hours <= 720))),
  constraint message_followups_check CHECK (((kind = 'REMINDER'::text) = (after_hours IS NOT NULL))),
  constraint message_followups_kind_check CHECK ((kind = ANY (ARRAY['REMINDER'::text, 'ORDER_PROCESSED'::text, 'ORDER_SHIPPED'::text, 'ORDER_COMPLETED'::text, 'ORDER_CANCELED'::text, 'PREORDER_DUE'::text])))
);

create table message_opt_outs (
  shop_id bigint not null,
  customer_id bigint not null,
  source text not null,
  user_id bigint,
  created_at timestamp with time zone not null,
  constraint message_opt_outs_pkey PRIMARY KEY (shop_id, customer_id),
  constraint message_opt_outs_shop_id_customer_id_fkey FOREIGN KEY (shop_id, customer_id) REFERENCES customers(shop_id, id),
  constraint message_opt_outs_shop_id_user_id_fkey FOREIGN KEY (shop_id, user_id) REFERENCES users(shop_id, id),
  constraint message_opt_outs_source_check CHECK ((source = ANY (ARRAY['CUSTOMER'::text, 'STAFF'::text])))
);
CREATE INDEX message_opt_outs_newest ON message_opt_outs USING btree (shop_id, created_at DESC, customer_id DESC);

create table message_phones (
  shop_id bigint not null,
  phone text not null,
  heard_at timestamp with time zone,
  is_opted_out boolean not null default false,
  decided_at timestamp with time zone,
  constraint message_phones_pkey PRIMARY KEY (shop_id, phone),
  constraint message_phones_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id)
);

create table message_settings (
  shop_id bigint not null,
  vendor text not null default 'link'::text,
  language text not null default 'id'::text,
  quiet_from smallint not null default 1260,
  quiet_until smallint not null default 420,
  per_minute integer not null default 20,
  cost_idr bigint not null default 0,
  next_send_at timestamp with time zone,
  problem text,
  failures smallint not null default 0,
  work_due_at timestamp with time zone,
  constraint message_settings_pkey PRIMARY KEY (shop_id),
  constraint message_settings_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id),
  constraint message_settings_cost_idr_check CHECK ((cost_idr >= 0)),
  constraint message_settings_language_check CHECK ((language = ANY (ARRAY['id'::text, 'en'::text]))),
  constraint message_settings_per_minute_check CHECK ((per_minute > 0)),
  constraint message_settings_quiet_from_check CHECK (((quiet_from >= 0) AND (quiet_from <= 1439))),
  constraint message_settings_quiet_until_check CHECK (((quiet_until >= 0) AND (quiet_until <= 1439))),
  constraint message_settings_vendor_check CHECK ((vendor = ANY (ARRAY['link'::text, 'woowa'::text, 'whatsapp'::text, 'outbox'::text])))
);
CREATE INDEX message_settings_due ON message_settings USING btree (work_due_at) WHERE (work_due_at IS NOT NULL);

create table message_templates (
  shop_id bigint not null,
  id bigint not null generated always as identity,
  kind text not null,
  language text not null,
  title text not null,
  body text not null,
  approved_name text,
  approved_language text,
  approved_placeholders text[] not null default '{}'::text[],
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint message_templates_pkey PRIMARY KEY (shop_id, id),
  constraint message_templates_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id),
  constraint message_templates_check CHECK (((approved_name IS NULL) = (approved_language IS NULL))),
  constraint message_templates_kind_check CHECK ((kind = ANY (ARRAY['CUSTOM_NOTIFICATION'::text, 'PROMO'::text, 'REMINDER'::text, 'ORDER_PROCESSED'::text, 'ORDER_SHIPPED'::text, 'ORDER_COMPLETED'::text, 'ORDER_CANCELED'::text, 'PREORDER_DUE'::text]))),
  constraint message_templates_language_check CHECK ((language = ANY (ARRAY['id'::text, 'en'::text])))
);
CREATE INDEX message_templates_by_language ON message_templates USING btree (shop_id, language, kind, id);
CREATE UNIQUE INDEX message_templates_of_orders ON message_templates USING btree (shop_id, kind, language) WHERE (kind <> ALL (ARRAY['CUSTOM_NOTIFICATION'::text, 'PROMO'::text]));

create table messages (
  shop_id bigint not null,
  id bigint not null generated always as identity,
  key text not null,
  kind text not null,
  lane smallint not null,
  broadcast_id bigint,
  order_id bigint,
  customer_id bigint not null,
  phone text not null,
  name text not null,
  template text,
  approved jsonb,
  text text,
  vendor text,
  vendor_message_id text,
  state text not null,
  reason text,
  attempts integer not null default 0,
  next_try_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  claimed_at timestamp with time zone,
  asked_at timestamp with time zone,
  sent_at timestamp with time zone,
  delivered_at timestamp with time zone,
  read_at timestamp with time zone,
  user_id bigint,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint messages_pkey PRIMARY KEY (shop_id, id),
  constraint messages_key_unique UNIQUE (shop_id, key),
  constraint messages_shop_id_broadcast_id_fkey FOREIGN KEY (shop_id, broadcast_id) REFERENCES message_broadcasts(shop_id, id),
  constraint messages_shop_id_customer_id_fkey FOREIGN KEY (shop_id, customer_id) REFERENCES customers(shop_id, id),
  constraint messages_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id),
  constraint messages_shop_id_order_id_fkey FOREIGN KEY (shop_id, order_id) REFERENCES orders(shop_id, id) ON DELETE CASCADE,
  constraint messages_shop_id_user_id_fkey FOREIGN KEY (shop_id, user_id) REFERENCES users(shop_id, id),
  constraint messages_check CHECK (((state = 'SENDING'::text) = (claimed_at IS NOT NULL))),
  constraint messages_kind_check CHECK ((kind = ANY (ARRAY['CUSTOM_NOTIFICATION'::text, 'PROMO'::text, 'REMINDER'::text, 'ORDER_PROCESSED'::text, 'ORDER_SHIPPED'::text, 'ORDER_COMPLETED'::text, 'ORDER_CANCELED'::text, 'PREORDER_DUE'::text]))),
  constraint messages_lane_check CHECK (((lane >= 0) AND (lane <= 2))),
  constraint messages_state_check CHECK ((state = ANY (ARRAY['WAITING'::text, 'HELD'::text, 'SENDING'::text, 'LINK'::text, 'SENT'::text, 'DELIVERED'::text, 'READ'::text, 'FAILED'::text, 'UNKNOWN'::text, 'SKIPPED'::text, 'STOPPED'::text]))),
  constraint messages_vendor_check CHECK ((vendor = ANY (ARRAY['link'::text, 'woowa'::text, 'whatsapp'::text, 'outbox'::text])))
);
CREATE INDEX messages_age ON messages USING btree ((created_at AT TIME ZONE 'UTC'::text));
CREATE INDEX messages_by_state ON messages USING btree (shop_id, state, created_at DESC, id DESC);
CREATE INDEX messages_links ON messages USING btree (shop_id, phone) WHERE (state = 'LINK'::text);
CREATE INDEX messages_newest ON messages USING btree (shop_id, created_at DESC, id DESC);
CREATE INDEX messages_of_broadcast ON messages USING btree (shop_id, broadcast_id, state, id DESC) WHERE (broadcast_id IS NOT NULL);
CREATE INDEX messages_of_customer ON messages USING btree (shop_id, customer_id, created_at DESC, id DESC);
CREATE INDEX messages_of_order ON messages USING btree (shop_id, order_id, created_at DESC, id DESC) WHERE (order_id IS NOT NULL);
CREATE INDEX messages_of_vendor ON messages USING btree (shop_id, vendor_message_id) WHERE (vendor_message_id IS NOT NULL);
CREATE INDEX messages_sending ON messages USING btree (shop_id, claimed_at) WHERE (state = 'SENDING'::text);
CREATE INDEX messages_waiting ON messages USING btree (shop_id, lane, next_try_at, id) WHERE (state = 'WAITING'::text);

create table mutation_connections (
  shop_id bigint not null,
  bank_account_id bigint not null,
  provider text not null,
  secret bytea not null,
  token_hash bytea not null,
  user_id bigint not null,
  created_at timestamp with time zone not null,
  received_at timestamp with time zone,
  constraint mutation_connections_pkey PRIMARY KEY (shop_id, bank_account_id),
  constraint mutation_connections_token_unique UNIQUE (shop_id, token_hash),
  constraint mutation_connections_shop_id_bank_account_id_fkey FOREIGN KEY (shop_id, bank_account_id) REFERENCES bank_accounts(shop_id, id),
  constraint mutation_connections_shop_id_user_id_fkey FOREIGN KEY (shop_id, user_id) REFERENCES users(shop_id, id),
  constraint mutation_connections_provider_check CHECK ((provider = ANY (ARRAY['moota'::text, 'mutasibank'::text])))
);

create table mutation_import_rows (
  shop_id bigint not null,
  import_id bigint not null,
  row_number integer not null,
  outcome text not null,
  fault text,
  text text not null,
  day date,
  at timestamp with time zone,
  direction text,
  amount_idr bigint,
  description text,
  balance_idr bigint,
  is_pending boolean not null default false,
  mutation_id bigint,
  constraint mutation_import_rows_pkey PRIMARY KEY (shop_id, import_id, row_number),
  constraint mutation_import_rows_shop_id_import_id_fkey FOREIGN KEY (shop_id, import_id) REFERENCES mutation_imports(shop_id, id) ON DELETE CASCADE,
  constraint mutation_import_rows_outcome_check CHECK ((outcome = ANY (ARRAY['NEW'::text, 'KNOWN'::text, 'WRONG'::text, 'PASSED_OVER'::text, 'RECORDED'::text, 'UNDONE'::text, 'KEPT'::text])))
);
CREATE INDEX mutation_import_rows_of_mutation ON mutation_import_rows USING btree (shop_id, mutation_id, import_id) WHERE (mutation_id IS NOT NULL);
CREATE INDEX mutation_import_rows_outcome ON mutation_import_rows USING btree (shop_id, import_id, outcome, row_number);

create table mutation_imports (
  shop_id bigint not null,
  id bigint not null generated always as identity,
  bank_account_id bigint not null,
  file_name text not null,
  status text not null,
  columns jsonb not null,
  row_total integer not null default 0,
  fresh integer not null default 0,
  known integer not null default 0,
  wrong integer not null default 0,
  passed_over integer not null default 0,
  recorded integer not null default 0,
  undone integer not null default 0,
  kept integer not null default 0,
  credit_idr bigint not null default 0,
  debit_idr bigint not null default 0,
  job_id bigint,
  created_by bigint not null,
  created_at timestamp with time zone not null,
  applied_at timestamp with time zone,
  undone_at timestamp with time zone,
  constraint mutation_imports_pkey PRIMARY KEY (shop_id, id),
  constraint mutation_imports_shop_id_bank_account_id_fkey FOREIGN KEY (shop_id, bank_account_id) REFERENCES bank_accounts(shop_id, id),
  constraint mutation_imports_shop_id_created_by_fkey FOREIGN KEY (shop_id, created_by) REFERENCES users(shop_id, id),
  constraint mutation_imports_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id),
  constraint mutation_imports_status_check CHECK ((status = ANY (ARRAY['READY'::text, 'APPLYING'::text, 'APPLIED'::text, 'UNDOING'::text, 'UNDONE'::text])))
);
CREATE INDEX mutation_imports_newest ON mutation_imports USING btree (shop_id, created_at DESC, id DESC);

create table mutation_layouts (
  shop_id bigint not null,
  bank_account_id bigint not null,
  layout text not null,
  columns jsonb not null,
  kept_at timestamp with time zone not null,
  constraint mutation_layouts_pkey PRIMARY KEY (shop_id, bank_account_id, layout),
  constraint mutation_layouts_shop_id_bank_account_id_fkey FOREIGN KEY (shop_id, bank_account_id) REFERENCES bank_accounts(shop_id, id)
);

create table mutation_matches (
  shop_id bigint not null,
  mutation_id bigint not null,
  id bigint not null generated always as identity,
  kind text not null,
  order_id bigint,
  payment_id bigint,
  buyer_payment_id bigint,
  cause text,
  outcome text,
  amount_idr bigint not null,
  created_by bigint,
  created_at timestamp with time zone not null,
  undone_by bigint,
  undone_at timestamp with time zone,
  constraint mutation_matches_pkey PRIMARY KEY (shop_id, mutation_id, id),
  constraint mutation_matches_shop_id_created_by_fkey FOREIGN KEY (shop_id, created_by) REFERENCES users(shop_id, id),
  constraint mutation_matches_shop_id_mutation_id_fkey FOREIGN KEY (shop_id, mutation_id) REFERENCES bank_mutations(shop_id, id),
  constraint mutation_matches_shop_id_undone_by_fkey FOREIGN KEY (shop_id, undone_by) REFERENCES users(shop_id, id),
  constraint mutation_matches_amount_idr_check CHECK ((amount_idr > 0)),
  constraint mutation_matches_check CHECK (((kind <> 'ORDER'::text) OR ((order_id IS NOT NULL) AND (payment_id IS NOT NULL)))),
  constraint mutation_matches_check1 CHECK (((kind = 'PAYMENT'::text) = (buyer_payment_id IS NOT NULL))),
  constraint mutation_matches_check2 CHECK (((kind = 'PAYMENT'::text) = (cause IS NOT NULL))),
  constraint mutation_matches_check3 CHECK (((kind = 'PAYMENT'::text) = (outcome IS NOT NULL))),
  constraint mutation_matches_kind_check CHECK ((kind = ANY (ARRAY['ORDER'::text, 'PAYMENT'::text]))),
  constraint mutation_matches_outcome_check CHECK ((outcome = ANY (ARRAY['PAID'::text, 'REVIVED'::text, 'BALANCE'::text])))
);
CREATE INDEX mutation_matches_of_order ON mutation_matches USING btree (shop_id, order_id) WHERE (undone_at IS NULL);
CREATE UNIQUE INDEX mutation_matches_once ON mutation_matches USING btree (shop_id, buyer_payment_id) WHERE ((undone_at IS NULL) AND (outcome = ANY (ARRAY['PAID'::text, 'REVIVED'::text])));
CREATE UNIQUE INDEX mutation_matches_order_once ON mutation_matches USING btree (shop_id, mutation_id, order_id) WHERE ((undone_at IS NULL) AND (order_id IS NOT NULL));

create table news (
  number bigint not null generated always as identity,
  id uuid not null,
  title jsonb not null,
  content jsonb not null,
  web_path text,
  published_at timestamp with time zone not null,
  queued_at timestamp with time zone,
  constraint news_pkey PRIMARY KEY (number),
  constraint news_id_unique UNIQUE (id)
);
CREATE INDEX news_age ON news USING btree ((published_at AT TIME ZONE 'UTC'::text));

create table notification_counters (
  shop_id bigint not null,
  last_number bigint not null,
  constraint notification_counters_pkey PRIMARY KEY (shop_id),
  constraint notification_counters_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id)
);

create table notification_read_marks (
  shop_id bigint not null,
  user_id bigint not null,
  feed text not null,
  number bigint not null,
  read_at timestamp with time zone not null,
  constraint notification_read_marks_pkey PRIMARY KEY (shop_id, user_id, feed, number),
  constraint notification_read_marks_shop_id_user_id_fkey FOREIGN KEY (shop_id, user_id) REFERENCES users(shop_id, id),
  constraint notification_read_marks_feed_check CHECK ((feed = ANY (ARRAY['ACTIVITY'::text, 'NEWS'::text])))
);
CREATE INDEX notification_read_marks_age ON notification_read_marks USING btree ((read_at AT TIME ZONE 'UTC'::text));

create table notification_reads (
  shop_id bigint not null,
  user_id bigint not null,
  feed text not null,
  read_to bigint not null,
  constraint notification_reads_pkey PRIMARY KEY (shop_id, user_id, feed),
  constraint notification_reads_shop_id_user_id_fkey FOREIGN KEY (shop_id, user_id) REFERENCES users(shop_id, id),
  constraint notification_reads_feed_check CHECK ((feed = ANY (ARRAY['ACTIVITY'::text, 'NEWS'::text])))
);

create table notifications (
  shop_id bigint not null,
  number bigint not null,
  id uuid not null,
  kind text not null,
  event_id bigint not null,
  order_id bigint,
  warehouse_id bigint,
  actor_id bigint,
  user_id bigint,
  details jsonb not null,
  created_at timestamp with time zone not null,
  constraint notifications_pkey PRIMARY KEY (shop_id, number),
  constraint notifications_event_unique UNIQUE (shop_id, event_id),
  constraint notifications_id_unique UNIQUE (shop_id, id),
  constraint notifications_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id)
);
CREATE INDEX notifications_age ON notifications USING btree ((created_at AT TIME ZONE 'UTC'::text));

create table order_changes (
  shop_id bigint not null,
  order_id bigint not null,
  version integer not null,
  action text not null,
  difference jsonb not null,
  stock jsonb not null,
  user_id bigint,
  api_key_id bigint,
  created_at timestamp with time zone not null,
  constraint order_changes_pkey PRIMARY KEY (shop_id, order_id, version),
  constraint order_changes_shop_id_order_id_fkey FOREIGN KEY (shop_id, order_id) REFERENCES orders(shop_id, id),
  constraint order_changes_shop_id_user_id_fkey FOREIGN KEY (shop_id, user_id) REFERENCES users(shop_id, id),
  constraint order_changes_version_check CHECK ((version > 0))
);

create table order_charges (
  shop_id bigint not null,
  order_id bigint not null,
  "position" smallint not null,
  name text not null,
  category text not null,
  type text not null,
  percentage_bp integer not null default 0,
  amount_idr bigint not null,
  constraint order_charges_pkey PRIMARY KEY (shop_id, order_id, "position"),
  constraint order_charges_shop_id_order_id_fkey FOREIGN KEY (shop_id, order_id) REFERENCES orders(shop_id, id),
  constraint order_charges_amount_idr_check CHECK ((amount_idr >= 0)),
  constraint order_charges_category_check CHECK ((category = ANY (ARRAY['DISCOUNT'::text, 'OTHER COST'::text, 'INSURANCE'::text]))),
  constraint order_charges_percentage_bp_check CHECK (((percentage_bp >= 0) AND (percentage_bp <= 10000))),
  constraint order_charges_type_check CHECK ((type = ANY (ARRAY['NOMINAL'::text, 'PERCENTAGE'::text])))
);

create table order_costs (
  shop_id bigint not null,
  id bigint not null generated always as identity,
  category text not null,
  name text not null,
  type text not null,
  nominal_idr bigint not null default 0,
  percentage smallint not null default 0,
  created_at timestamp with time zone not null,
  constraint order_costs_pkey PRIMARY KEY (shop_id, id),
  constraint order_costs_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id),
  constraint order_costs_category_check CHECK ((category = ANY (ARRAY['DISCOUNT'::text, 'OTHER COST'::text]))),
  constraint order_costs_check CHECK (((type = 'NOMINAL'::text) OR (nominal_idr = 0))),
  constraint order_costs_check1 CHECK (((type = 'PERCENTAGE'::text) OR (percentage = 0))),
  constraint order_costs_nominal_idr_check CHECK ((nominal_idr >= 0)),
  constraint order_costs_percentage_check CHECK (((percentage >= 0) AND (percentage <= 100))),
  constraint order_costs_type_check CHECK ((type = ANY (ARRAY['NOMINAL'::text, 'PERCENTAGE'::text])))
);

create table order_counters (
  shop_id bigint not null,
  last_po_number bigint not null default 0,
  constraint order_counters_pkey PRIMARY KEY (shop_id),
  constraint order_counters_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id)
);

create table order_lines (
  shop_id bigint not null,
  order_id bigint not null,
  "position" smallint not null,
  variation_id bigint not null,
  warehouse_id bigint not null,
  quantity integer not null,
  name text not null,
  sku text not null,
  color text not null,
  size text not null,
  weight_grams integer not null,
  price_buy_idr bigint not null,
  price_idr bigint not null,
  discount_idr bigint not null default 0,
  discount_type text,
  discount_percentage_bp integer,
  promo_id bigint,
  returned_quantity integer not null default 0,
  category_id bigint,
  constraint order_lines_pkey PRIMARY KEY (shop_id, order_id, "position"),
  constraint order_lines_shop_id_order_id_fkey FOREIGN KEY (shop_id, order_id) REFERENCES orders(shop_id, id),
  constraint order_lines_shop_id_promo_id_fkey FOREIGN KEY (shop_id, promo_id) REFERENCES promos(shop_id, id),
  constraint order_lines_shop_id_variation_id_fkey FOREIGN KEY (shop_id, variation_id) REFERENCES product_variations(shop_id, id),
  constraint order_lines_shop_id_warehouse_id_fkey FOREIGN KEY (shop_id, warehouse_id) REFERENCES warehouses(shop_id, id),
  constraint order_lines_check CHECK (((discount_idr >= 0) AND (discount_idr <= price_idr))),
  constraint order_lines_discount_percentage_bp_check CHECK (((discount_percentage_bp >= 0) AND (discount_percentage_bp <= 10000))),
  constraint order_lines_discount_type_check CHECK ((discount_type = ANY (ARRAY['NOMINAL'::text, 'PERCENTAGE'::text]))),
  constraint order_lines_price_idr_check CHECK ((price_idr >= 0)),
  constraint order_lines_quantity_check CHECK ((quantity > 0)),
  constraint order_lines_returned_of_quantity CHECK (((returned_quantity >= 0) AND (returned_quantity <= quantity)))
);
CREATE INDEX order_lines_variation ON order_lines USING btree (shop_id, variation_id, order_id DESC);

create table order_payments (
  shop_id bigint not null,
  id bigint not null generated always as identity,
  order_id bigint not null,
  bank_account_id bigint not null,
  amount_idr bigint not null,
  paid_on date not null,
  status text not null,
  created_by bigint,
  created_at timestamp with time zone not null,
  is_cod_payout boolean not null default false,
  buyer_payment_id bigint,
  bank_mutation_id bigint,
  constraint order_payments_pkey PRIMARY KEY (shop_id, id),
  constraint order_payments_shop_id_bank_account_id_fkey FOREIGN KEY (shop_id, bank_account_id) REFERENCES bank_accounts(shop_id, id),
  constraint order_payments_shop_id_buyer_payment_id_fkey FOREIGN KEY (shop_id, buyer_payment_id) REFERENCES buyer_payments(shop_id, id),
  constraint order_payments_shop_id_created_by_fkey FOREIGN KEY (shop_id, created_by) REFERENCES users(shop_id, id),
  constraint order_payments_shop_id_order_id_fkey FOREIGN KEY (shop_id, order_id) REFERENCES orders(shop_id, id),
  constraint order_payments_amount_idr_check CHECK ((amount_idr > 0)),
  constraint order_payments_status_check CHECK ((status = ANY (ARRAY['INSTALLMENT'::text, 'PAID'::text])))
);
CREATE INDEX order_payments_bank ON order_payments USING btree (shop_id, bank_account_id, order_id);
CREATE INDEX order_payments_of_mutation ON order_payments USING btree (shop_id, bank_mutation_id) WHERE (bank_mutation_id IS NOT NULL);
CREATE INDEX order_payments_order ON order_payments USING btree (shop_id, order_id, created_at, id);

create table order_sources (
  shop_id bigint not null,
  id bigint not null generated always as identity,
  marketplace_id integer not null,
  note text not null,
  is_active boolean not null default true,
  constraint order_sources_pkey PRIMARY KEY (shop_id, id),
  constraint order_sources_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id)
);

create table order_tallies (
  shop_id bigint not null,
  facet text collate "C" not null,
  order_status text not null,
  order_date date not null,
  order_count bigint not null,
  quantity bigint not null,
  goods_idr bigint not null,
  line_discount_idr bigint not null,
  discount_idr bigint not null,
  shipping_idr bigint not null,
  shipping_discount_idr bigint not null,
  charges_idr bigint not null,
  insurance_idr bigint not null,
  total_idr bigint not null,
  paid_idr bigint not null,
  cost_of_goods_idr bigint not null,
  return_cost_idr bigint not null,
  constraint order_tallies_pkey PRIMARY KEY (shop_id, facet, order_status, order_date)
);

create table order_tally_changes /* with (autovacuum_vacuum_scale_factor=0, autovacuum_vacuum_threshold=2000) */ (
  shop_id bigint not null,
  id bigint not null generated always as identity,
  facets text[] not null,
  order_status text not null,
  order_date date not null,
  order_count smallint not null,
  quantity bigint not null,
  goods_idr bigint not null,
  line_discount_idr bigint not null,
  discount_idr bigint not null,
  shipping_idr bigint not null,
  shipping_discount_idr bigint not null,
  charges_idr bigint not null,
  insurance_idr bigint not null,
  total_idr bigint not null,
  paid_idr bigint not null,
  cost_of_goods_idr bigint not null,
  return_cost_idr bigint not null,
  constraint order_tally_changes_pkey PRIMARY KEY (shop_id, id),
  constraint order_tally_changes_order_count_check CHECK ((order_count = ANY (ARRAY['-1'::integer, 1])))
);

create table order_texts (
  shop_id bigint not null,
  order_id bigint not null,
  order_date date not null,
  is_listed boolean not null,
  search_text text collate "C" not null,
  constraint order_texts_pkey PRIMARY KEY (shop_id, order_id),
  constraint order_texts_shop_id_order_id_fkey FOREIGN KEY (shop_id, order_id) REFERENCES orders(shop_id, id) ON DELETE CASCADE
);
CREATE INDEX order_texts_by_date ON order_texts USING btree (shop_id, order_date DESC, order_id DESC) WHERE is_listed;
CREATE INDEX order_texts_words ON order_texts USING gin (((shop_id + 0)), (((shop_id * 1000) + ((order_date - '2000-01-01'::date) / 91))), search_text gin_trgm_ops) WITH (gin_pending_list_limit='512');

create table orders (
  shop_id bigint not null,
  id bigint not null generated by default as identity,
  po_number bigint not null,
  order_date date not null,
  order_category text not null,
  order_status text not null default 'ACCEPTED'::text,
  sender_id bigint not null,
  sender_name text not null,
  sender_phone text not null,
  sender_address text not null,
  sender_postal_code text,
  sender_district_code integer,
  receiver_id bigint not null,
  receiver_name text not null,
  receiver_phone text not null,
  receiver_address text not null,
  receiver_postal_code text,
  receiver_district_code integer,
  customer_category_code text not null,
  supplier_id bigint not null,
  origin_name text not null,
  origin_address text not null,
  order_source_id bigint,
  note text not null default ''::text,
  source_platform text not null,
  send_sms boolean not null default false,
  is_printed boolean not null default false,
  product_status text not null,
  courier_id integer not null,
  courier_service_id integer not null,
  logistic_name text not null,
  rate_name text not null,
  shipping_idr bigint not null,
  shipping_discount_idr bigint not null default 0,
  weight_grams bigint not null,
  volume_cm3 bigint not null default 0,
  auto_pickup boolean not null default false,
  is_cod boolean not null default false,
  shipping_status text,
  awb_number text,
  marketplace_awb text,
  goods_idr bigint not null,
  charges_idr bigint not null,
  insurance_idr bigint not null,
  discount_idr bigint not null,
  total_idr bigint not null,
  paid_idr bigint not null default 0,
  cost_of_goods_idr bigint not null,
  quantity integer not null,
  paid_on date,
  preorder_lead_days integer,
  estimated_ship_on date,
  created_by bigint,
  updated_by bigint,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  payment_status text not null generated always as (
CASE
    WHEN (paid_idr >= total_idr) THEN 'PAID'::text
    WHEN (paid_idr > 0) THEN 'INSTALLMENT'::text
    ELSE 'UNPAID'::text
END) stored,
  order_progress_status text not null generated always as (
CASE
    WHEN (order_status = 'UNCONFIRMED'::text) THEN 'UNPROCESSED'::text
    WHEN (shipping_status = 'DELIVERED'::text) THEN 'DELIVERED'::text
    WHEN ((paid_idr < total_idr) AND (NOT is_cod)) THEN
    CASE
        WHEN (paid_idr > 0) THEN 'INSTALLMENT'::text
        ELSE 'UNPAID'::text
    END
    WHEN ((awb_number IS NOT NULL) OR (shipping_status = ANY (ARRAY['DROPOFF'::text, 'ON_PROCESS'::text, 'RETURNED'::text, 'LOST'::text, 'SHIPMENT_PROBLEM'::text]))) THEN 'ON PROCESS'::text
    ELSE 'NO AWB'::text
END) stored,
  product_text text not null,
  shipping_promo_id bigint,
  paid_as text,
  warehouse_ids bigint[] not null default '{}'::bigint[],
  bank_account_ids bigint[] not null default '{}'::bigint[],
  preorder_period_on date,
  shipment_count smallint not null default 1,
  return_cost_idr bigint not null default 0,
  line_discount_idr bigint not null default 0,
  shipping_paid_idr bigint,
  gateway_fee_idr bigint not null default 0,
  marketplace_fee_idr bigint not null default 0,
  cod_charges_idr bigint not null default 0,
  refund_fee_idr bigint not null default 0,
  profit_idr bigint not null generated always as ((((((
CASE
    WHEN (order_status = ANY (ARRAY['ACCEPTED'::text, 'UNCONFIRMED'::text])) THEN ((((total_idr - charges_idr) - insurance_idr) - cost_of_goods_idr) - COALESCE(shipping_paid_idr, shipping_idr))
    ELSE (0 - COALESCE(shipping_paid_idr, (0)::bigint))
END - return_cost_idr) - cod_charges_idr) - refund_fee_idr) - gateway_fee_idr) - marketplace_fee_idr)) stored,
  constraint orders_pkey PRIMARY KEY (shop_id, id),
  constraint orders_po_number_unique UNIQUE (shop_id, po_number),
  constraint orders_receiver_district_code_fkey FOREIGN KEY (receiver_district_code) REFERENCES districts(code),
  constraint orders_sender_district_code_fkey FOREIGN KEY (sender_district_code) REFERENCES districts(code),
  constraint orders_shop_id_created_by_fkey FOREIGN KEY (shop_id, created_by) REFERENCES users(shop_id, id),
  constraint orders_shop_id_order_source_id_fkey FOREIGN KEY (shop_id, order_source_id) REFERENCES order_sources(shop_id, id),
  constraint orders_shop_id_receiver_id_fkey FOREIGN KEY (shop_id, receiver_id) REFERENCES customers(shop_id, id),
  constraint orders_shop_id_sender_id_fkey FOREIGN KEY (shop_id, sender_id) REFERENCES customers(shop_id, id),
  constraint orders_shop_id_shipping_promo_id_fkey FOREIGN KEY (shop_id, shipping_promo_id) REFERENCES promos(shop_id, id),
  constraint orders_shop_id_supplier_id_fkey FOREIGN KEY (shop_id, supplier_id) REFERENCES suppliers(shop_id, id),
  constraint orders_shop_id_updated_by_fkey FOREIGN KEY (shop_id, updated_by) REFERENCES users(shop_id, id),
  constraint orders_charges_idr_check CHECK ((charges_idr >= 0)),
  constraint orders_check CHECK (((shipping_discount_idr >= 0) AND (shipping_discount_idr <= shipping_idr))),
  constraint orders_check1 CHECK (((paid_as IS NULL) OR ((order_status = ANY (ARRAY['CANCELED'::text, 'REJECTED'::text, 'EXPIRED'::text])) AND (paid_idr > 0)))),
  constraint orders_cost_of_goods_idr_check CHECK ((cost_of_goods_idr >= 0)),
  constraint orders_discount_idr_check CHECK ((discount_idr >= 0)),
  constraint orders_gateway_fee_idr_check CHECK ((gateway_fee_idr >= 0)),
  constraint orders_goods_idr_check CHECK ((goods_idr >= 0)),
  constraint orders_insurance_idr_check CHECK ((insurance_idr >= 0)),
  constraint orders_line_discount_not_negative CHECK ((line_discount_idr >= 0)),
  constraint orders_marketplace_fee_idr_check CHECK ((marketplace_fee_idr >= 0)),
  constraint orders_not_overpaid CHECK ((paid_idr <= total_idr)),
  constraint orders_order_category_check CHECK ((order_category = ANY (ARRAY['APP'::text, 'PRIVOR'::text, 'SF_MEMBER'::text, 'SF_GUEST'::text, 'SHOPEE'::text, 'QUICK_ORDER'::text, 'UNCATEGORIZED'::text]))),
  constraint orders_order_status_check CHECK ((order_status = ANY (ARRAY['UNCONFIRMED'::text, 'ACCEPTED'::text, 'REJECTED'::text, 'CANCELED'::text, 'EXPIRED'::text]))),
  constraint orders_paid_as_check CHECK ((paid_as = ANY (ARRAY['BALANCE'::text, 'REFUNDED'::text]))),
  constraint orders_paid_idr_check CHECK ((paid_idr >= 0)),
  constraint orders_preorder_lead_days_check CHECK ((preorder_lead_days > 0)),
  constraint orders_product_status_check CHECK ((product_status = ANY (ARRAY['S'::text, 'R'::text, 'PO'::text]))),
  constraint orders_quantity_check CHECK ((quantity > 0)),
  constraint orders_return_cost_not_negative CHECK ((return_cost_idr >= 0)),
  constraint orders_shipping_idr_check CHECK ((shipping_idr >= 0)),
  constraint orders_shipping_paid_idr_check CHECK ((shipping_paid_idr >= 0)),
  constraint orders_shipping_status_check CHECK ((shipping_status = ANY (ARRAY['READY_TO_SHIP'::text, 'PICKUP_REQUEST'::text, 'DROPOFF'::text, 'ON_PROCESS'::text, 'DELIVERED'::text, 'UNPICK'::text, 'RETURNED'::text, 'LOST'::text, 'INVALID'::text, 'SHIPMENT_PROBLEM'::text]))),
  constraint orders_source_platform_check CHECK ((source_platform = ANY (ARRAY['MOBILE'::text, 'WEB'::text]))),
  constraint orders_total_is_sum CHECK ((total_idr = GREATEST((0)::bigint, (((((goods_idr + shipping_idr) - shipping_discount_idr) + charges_idr) + insurance_idr) - discount_idr)))),
  constraint orders_volume_cm3_check CHECK ((volume_cm3 >= 0)),
  constraint orders_weight_grams_check CHECK ((weight_grams >= 0))
);
CREATE INDEX orders_awaiting_awb ON orders USING btree (shop_id, receiver_phone, id DESC) WHERE ((order_status = 'ACCEPTED'::text) AND (awb_number IS NULL));
CREATE INDEX orders_by_category ON orders USING btree (shop_id, (
CASE
    WHEN (order_category = ANY (ARRAY['SF_MEMBER'::text, 'SF_GUEST'::text])) THEN 'STORE_FRONT'::text
    ELSE order_category
END), order_date DESC, id DESC) WHERE (order_status = ANY (ARRAY['ACCEPTED'::text, 'UNCONFIRMED'::text]));
CREATE INDEX orders_by_courier ON orders USING btree (shop_id, courier_id, order_date DESC, id DESC) WHERE (order_status = ANY (ARRAY['ACCEPTED'::text, 'UNCONFIRMED'::text]));
CREATE INDEX orders_by_customer_category ON orders USING btree (shop_id, customer_category_code, order_date DESC, id DESC) WHERE (order_status = ANY (ARRAY['ACCEPTED'::text, 'UNCONFIRMED'::text]));
CREATE INDEX orders_by_date ON orders USING btree (shop_id, order_date DESC, id DESC) INCLUDE (warehouse_ids, bank_account_ids) WHERE (order_status = ANY (ARRAY['ACCEPTED'::text, 'UNCONFIRMED'::text]));
CREATE INDEX orders_by_maker ON orders USING btree (shop_id, created_by, order_date DESC, id DESC) WHERE (order_status = ANY (ARRAY['ACCEPTED'::text, 'UNCONFIRMED'::text]));
CREATE INDEX orders_by_payment ON orders USING btree (shop_id, payment_status, order_date DESC, id DESC) INCLUDE (courier_id, is_printed, order_source_id, product_status, customer_category_code, created_by) WHERE (order_status = ANY (ARRAY['ACCEPTED'::text, 'UNCONFIRMED'::text]));
CREATE INDEX orders_by_payment_date ON orders USING btree (shop_id, paid_on DESC, id DESC) WHERE ((order_status = ANY (ARRAY['ACCEPTED'::text, 'UNCONFIRMED'::text])) AND (paid_on IS NOT NULL));
CREATE INDEX orders_by_places ON orders USING gin (shop_id, warehouse_ids, bank_account_ids) WITH (gin_pending_list_limit='512');
CREATE INDEX orders_by_print ON orders USING btree (shop_id, is_printed, order_date DESC, id DESC) WHERE (order_status = ANY (ARRAY['ACCEPTED'::text, 'UNCONFIRMED'::text]));
CREATE INDEX orders_by_profit ON orders USING btree (shop_id, profit_idr DESC, id DESC) INCLUDE (order_date) WHERE (order_status = ANY (ARRAY['ACCEPTED'::text, 'UNCONFIRMED'::text]));
CREATE INDEX orders_by_progress ON orders USING btree (shop_id, order_progress_status, order_date DESC, id DESC) INCLUDE (courier_id, is_printed, order_source_id, product_status, customer_category_code, created_by) WHERE (order_status = ANY (ARRAY['ACCEPTED'::text, 'UNCONFIRMED'::text]));
CREATE INDEX orders_by_receiver ON orders USING btree (shop_id, receiver_id, id DESC);
CREATE INDEX orders_by_sender ON orders USING btree (shop_id, sender_id, order_date DESC, id DESC) INCLUDE (order_status, quantity);
CREATE INDEX orders_by_shipping ON orders USING btree (shop_id, COALESCE(shipping_status, 'READY_TO_SHIP'::text), order_date DESC, id DESC) WHERE (order_status = ANY (ARRAY['ACCEPTED'::text, 'UNCONFIRMED'::text]));
CREATE INDEX orders_by_source ON orders USING btree (shop_id, order_source_id, order_date DESC, id DESC) WHERE (order_status = ANY (ARRAY['ACCEPTED'::text, 'UNCONFIRMED'::text]));
CREATE INDEX orders_by_stage ON orders USING btree (shop_id, (
CASE
    WHEN (COALESCE(shipping_status, 'READY_TO_SHIP'::text) = ANY (ARRAY['READY_TO_SHIP'::text, 'PICKUP_REQUEST'::text, 'UNPICK'::text, 'INVALID'::text])) THEN
    CASE
        WHEN is_printed THEN 'TO_HAND_OVER'::text
        ELSE 'TO_PRINT'::text
    END
    WHEN (shipping_status = 'RETURNED'::text) THEN 'RETURNED'::text
    ELSE 'SHIPPED'::text
END), order_date DESC, id DESC) WHERE ((order_status = ANY (ARRAY['ACCEPTED'::text, 'UNCONFIRMED'::text])) AND (order_progress_status = 'ON PROCESS'::text));
CREATE INDEX orders_by_stock_type ON orders USING btree (shop_id, product_status, order_date DESC, id DESC) WHERE (order_status = ANY (ARRAY['ACCEPTED'::text, 'UNCONFIRMED'::text]));
CREATE INDEX orders_closed ON orders USING btree (shop_id, order_status, order_date DESC, id DESC) WHERE (order_status = ANY (ARRAY['CANCELED'::text, 'REJECTED'::text, 'EXPIRED'::text]));
CREATE INDEX orders_created ON orders USING btree (shop_id, created_at DESC, id DESC);
CREATE INDEX orders_made_by_category ON orders USING btree (shop_id, order_category, created_at DESC, id DESC) INCLUDE (order_status, payment_status, order_progress_status);
CREATE INDEX orders_made_by_payment ON orders USING btree (shop_id, payment_status, created_at DESC, id DESC) INCLUDE (order_status, order_progress_status, order_category);
CREATE INDEX orders_made_by_progress ON orders USING btree (shop_id, order_progress_status, created_at DESC, id DESC) INCLUDE (order_status, payment_status, order_category);
CREATE INDEX orders_made_by_status ON orders USING btree (shop_id, order_status, created_at DESC, id DESC) INCLUDE (payment_status, order_progress_status, order_category);
CREATE INDEX orders_receivable ON orders USING btree (shop_id, sender_id, order_date, id) INCLUDE (total_idr, paid_idr, order_category) WHERE ((order_status = 'ACCEPTED'::text) AND (NOT is_cod) AND (paid_idr < total_idr));

create table outbox_events (
  shop_id bigint not null,
  id bigint not null generated always as identity,
  name text not null,
  subject_id bigint not null,
  payload jsonb not null,
  user_id bigint not null,
  api_key_id bigint,
  created_at timestamp with time zone not null,
  version smallint not null default 1,
  "position" bigint,
  constraint outbox_events_pkey PRIMARY KEY (shop_id, id)
);
CREATE INDEX outbox_events_age ON outbox_events USING btree ((created_at AT TIME ZONE 'UTC'::text));
CREATE INDEX outbox_events_newest ON outbox_events USING btree (shop_id, created_at, id);
CREATE INDEX outbox_events_position ON outbox_events USING btree ("position") WHERE ("position" IS NOT NULL);
CREATE INDEX outbox_events_subject ON outbox_events USING btree (shop_id, subject_id, created_at, id);
CREATE INDEX outbox_events_unplaced ON outbox_events USING btree (id) WHERE ("position" IS NULL);
CREATE INDEX outbox_events_user ON outbox_events USING btree (shop_id, user_id, created_at, id);
CREATE INDEX outbox_events_version ON outbox_events USING btree (shop_id, "position");

create table packed_units (
  shop_id bigint not null,
  order_id bigint not null,
  warehouse_id bigint not null,
  variation_id bigint not null,
  quantity integer not null,
  packed_by bigint not null,
  packed_at timestamp with time zone not null,
  constraint packed_units_pkey PRIMARY KEY (shop_id, order_id, warehouse_id, variation_id),
  constraint packed_units_shop_id_order_id_fkey FOREIGN KEY (shop_id, order_id) REFERENCES orders(shop_id, id) ON DELETE CASCADE,
  constraint packed_units_shop_id_packed_by_fkey FOREIGN KEY (shop_id, packed_by) REFERENCES users(shop_id, id),
  constraint packed_units_shop_id_variation_id_fkey FOREIGN KEY (shop_id, variation_id) REFERENCES product_variations(shop_id, id),
  constraint packed_units_shop_id_warehouse_id_fkey FOREIGN KEY (shop_id, warehouse_id) REFERENCES warehouses(shop_id, id),
  constraint packed_units_quantity_check CHECK ((quantity > 0))
);

create table parcel_return_lines (
  shop_id bigint not null,
  return_id bigint not null,
  "position" smallint not null,
  variation_id bigint not null,
  warehouse_id bigint not null,
  sellable integer not null,
  damaged integer not null,
  missing integer not null,
  constraint parcel_return_lines_pkey PRIMARY KEY (shop_id, return_id, "position"),
  constraint parcel_return_lines_shop_id_return_id_fkey FOREIGN KEY (shop_id, return_id) REFERENCES parcel_returns(shop_id, id) ON DELETE CASCADE,
  constraint parcel_return_lines_shop_id_variation_id_fkey FOREIGN KEY (shop_id, variation_id) REFERENCES product_variations(shop_id, id),
  constraint parcel_return_lines_shop_id_warehouse_id_fkey FOREIGN KEY (shop_id, warehouse_id) REFERENCES warehouses(shop_id, id),
  constraint parcel_return_lines_damaged_check CHECK ((damaged >= 0)),
  constraint parcel_return_lines_missing_check CHECK ((missing >= 0)),
  constraint parcel_return_lines_sellable_check CHECK ((sellable >= 0))
);

create table parcel_returns (
  shop_id bigint not null,
  id bigint not null generated by default as identity,
  order_id bigint not null,
  shipment smallint not null,
  state text not null,
  source text not null,
  reason text not null,
  courier_id integer not null,
  announced_at timestamp with time zone not null,
  on_the_way_at timestamp with time zone,
  received_at timestamp with time zone,
  settled_at timestamp with time zone,
  canceled_at timestamp with time zone,
  announced_by bigint,
  received_by bigint,
  settled_by bigint,
  canceled_by bigint,
  is_sent_back boolean not null default false,
  note text not null default ''::text,
  outcome text,
  outbound_shipping_idr bigint not null default 0,
  return_fee_idr bigint not null default 0,
  lost_goods_idr bigint not null default 0,
  cost_idr bigint not null generated always as (((outbound_shipping_idr + return_fee_idr) + lost_goods_idr)) stored,
  constraint parcel_returns_pkey PRIMARY KEY (shop_id, id),
  constraint parcel_returns_shop_id_announced_by_fkey FOREIGN KEY (shop_id, announced_by) REFERENCES users(shop_id, id),
  constraint parcel_returns_shop_id_canceled_by_fkey FOREIGN KEY (shop_id, canceled_by) REFERENCES users(shop_id, id),
  constraint parcel_returns_shop_id_order_id_fkey FOREIGN KEY (shop_id, order_id) REFERENCES orders(shop_id, id) ON DELETE CASCADE,
  constraint parcel_returns_shop_id_received_by_fkey FOREIGN KEY (shop_id, received_by) REFERENCES users(shop_id, id),
  constraint parcel_returns_shop_id_settled_by_fkey FOREIGN KEY (shop_id, settled_by) REFERENCES users(shop_id, id),
  constraint parcel_returns_check CHECK (((state = 'SETTLED'::text) = (outcome IS NOT NULL))),
  constraint parcel_returns_lost_goods_idr_check CHECK ((lost_goods_idr >= 0)),
  constraint parcel_returns_outbound_shipping_idr_check CHECK ((outbound_shipping_idr >= 0)),
  constraint parcel_returns_outcome_check CHECK ((outcome = ANY (ARRAY['CANCEL'::text, 'KEEP'::text]))),
  constraint parcel_returns_return_fee_idr_check CHECK ((return_fee_idr >= 0)),
  constraint parcel_returns_source_check CHECK ((source = ANY (ARRAY['STAFF'::text, 'COURIER'::text]))),
  constraint parcel_returns_state_check CHECK ((state = ANY (ARRAY['ANNOUNCED'::text, 'ON_THE_WAY'::text, 'RECEIVED'::text, 'SETTLED'::text, 'CANCELED'::text])))
);
CREATE INDEX parcel_returns_by_courier ON parcel_returns USING btree (shop_id, courier_id, state, announced_at DESC, id DESC);
CREATE INDEX parcel_returns_by_state ON parcel_returns USING btree (shop_id, state, announced_at DESC, id DESC);
CREATE INDEX parcel_returns_newest ON parcel_returns USING btree (shop_id, announced_at DESC, id DESC);
CREATE INDEX parcel_returns_of_order ON parcel_returns USING btree (shop_id, order_id, shipment);
CREATE UNIQUE INDEX parcel_returns_once ON parcel_returns USING btree (shop_id, order_id, shipment) WHERE (state <> 'CANCELED'::text);

create table payment_receipts (
  shop_id bigint not null,
  id bigint not null generated by default as identity,
  payment_id bigint not null,
  cause text not null,
  source text not null,
  amount_idr bigint not null,
  outcome text not null,
  received_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  state_before text,
  taken_back_at timestamp with time zone,
  constraint payment_receipts_pkey PRIMARY KEY (shop_id, id),
  constraint payment_receipts_cause_unique UNIQUE (shop_id, cause),
  constraint payment_receipts_shop_id_payment_id_fkey FOREIGN KEY (shop_id, payment_id) REFERENCES buyer_payments(shop_id, id),
  constraint payment_receipts_amount_idr_check CHECK ((amount_idr > 0)),
  constraint payment_receipts_outcome_check CHECK ((outcome = ANY (ARRAY['PAID'::text, 'REVIVED'::text, 'BALANCE'::text]))),
  constraint payment_receipts_source_check CHECK ((source = ANY (ARRAY['GATEWAY'::text, 'MUTATION'::text, 'BALANCE'::text])))
);
CREATE INDEX payment_receipts_payment ON payment_receipts USING btree (shop_id, payment_id);

create table product_categories (
  shop_id bigint not null,
  id bigint not null generated always as identity,
  name text not null,
  created_at timestamp with time zone not null,
  constraint product_categories_pkey PRIMARY KEY (shop_id, id),
  constraint product_categories_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id)
);
CREATE UNIQUE INDEX product_categories_name_unique ON product_categories USING btree (shop_id, lower(name));

create table product_import_layouts (
  shop_id bigint not null,
  layout text not null,
  columns jsonb not null,
  kept_at timestamp with time zone not null,
  constraint product_import_layouts_pkey PRIMARY KEY (shop_id, layout),
  constraint product_import_layouts_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id)
);

create table product_import_rows (
  shop_id bigint not null,
  import_id bigint not null,
  row_number integer not null,
  product_row integer not null,
  cells jsonb not null,
  outcome text,
  faults jsonb not null default '[]'::jsonb,
  product_id bigint,
  variation_id bigint,
  before jsonb,
  constraint product_import_rows_pkey PRIMARY KEY (shop_id, import_id, row_number),
  constraint product_import_rows_shop_id_import_id_fkey FOREIGN KEY (shop_id, import_id) REFERENCES product_imports(shop_id, id) ON DELETE CASCADE,
  constraint product_import_rows_outcome_check CHECK ((outcome = ANY (ARRAY['NEW'::text, 'CHANGED'::text, 'UNCHANGED'::text, 'WRONG'::text, 'PASSED_OVER'::text])))
);
CREATE INDEX product_import_rows_outcome ON product_import_rows USING btree (shop_id, import_id, outcome, row_number) WHERE (outcome IS NOT NULL);
CREATE INDEX product_import_rows_products ON product_import_rows USING btree (shop_id, import_id, product_row, row_number);

create table product_imports (
  shop_id bigint not null,
  id bigint not null generated always as identity,
  file_name text not null,
  status text not null,
  columns jsonb not null,
  passed_over jsonb not null,
  new_categories text[] not null default '{}'::text[],
  added_category_ids bigint[] not null default '{}'::bigint[],
  row_total integer not null,
  rows_created integer not null default 0,
  rows_changed integer not null default 0,
  rows_unchanged integer not null default 0,
  rows_wrong integer not null default 0,
  rows_passed integer not null default 0,
  job_id bigint,
  created_by bigint not null,
  created_at timestamp with time zone not null,
  applied_at timestamp with time zone,
  undone_at timestamp with time zone,
  ledger_at timestamp with time zone,
  ledger_id bigint,
  constraint product_imports_pkey PRIMARY KEY (shop_id, id),
  constraint product_imports_shop_id_created_by_fkey FOREIGN KEY (shop_id, created_by) REFERENCES users(shop_id, id),
  constraint product_imports_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id),
  constraint product_imports_row_total_check CHECK ((row_total >= 0)),
  constraint product_imports_status_check CHECK ((status = ANY (ARRAY['UNMAPPED'::text, 'CHECKING'::text, 'READY'::text, 'APPLYING'::text, 'APPLIED'::text, 'UNDOING'::text, 'UNDONE'::text])))
);
CREATE INDEX product_imports_newest ON product_imports USING btree (shop_id, created_at DESC, id DESC);

create table product_pictures (
  shop_id bigint not null,
  name text not null,
  content_hash bytea not null,
  width_px integer not null,
  height_px integer not null,
  stored_at timestamp with time zone,
  check_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  created_by bigint not null,
  created_at timestamp with time zone not null,
  constraint product_pictures_pkey PRIMARY KEY (shop_id, name),
  constraint product_pictures_shop_id_created_by_fkey FOREIGN KEY (shop_id, created_by) REFERENCES users(shop_id, id),
  constraint product_pictures_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id)
);
CREATE INDEX product_pictures_content ON product_pictures USING btree (shop_id, content_hash);
CREATE INDEX product_pictures_due ON product_pictures USING btree (check_at);
CREATE INDEX product_pictures_due_of_shop ON product_pictures USING btree (shop_id, check_at);

create table product_variations (
  shop_id bigint not null,
  id bigint not null generated always as identity,
  product_id bigint not null,
  "position" smallint not null,
  sku text not null,
  images text[] not null default '{}'::text[],
  primary_image smallint not null default 0,
  price_buy_idr bigint not null,
  price_idr bigint not null,
  price1_idr bigint not null default 0,
  price2_idr bigint not null default 0,
  price3_idr bigint not null default 0,
  price_reseller_idr bigint not null default 0,
  weight_grams integer not null,
  size text not null default ''::text,
  color text not null default ''::text,
  is_in_stock boolean not null default true,
  created_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  constraint product_variations_pkey PRIMARY KEY (shop_id, id),
  constraint product_variations_shop_id_product_id_fkey FOREIGN KEY (shop_id, product_id) REFERENCES products(shop_id, id),
  constraint product_variations_price1_idr_check CHECK ((price1_idr >= 0)),
  constraint product_variations_price2_idr_check CHECK ((price2_idr >= 0)),
  constraint product_variations_price3_idr_check CHECK ((price3_idr >= 0)),
  constraint product_variations_price_buy_idr_check CHECK ((price_buy_idr >= 0)),
  constraint product_variations_price_idr_check CHECK ((price_idr >= 0)),
  constraint product_variations_price_reseller_idr_check CHECK ((price_reseller_idr >= 0)),
  constraint product_variations_weight_grams_check CHECK ((weight_grams >= 0))
);
CREATE INDEX product_variations_product ON product_variations USING btree (shop_id, product_id, "position");
CREATE UNIQUE INDEX product_variations_sku_unique ON product_variations USING btree (shop_id, lower(sku)) WHERE (archived_at IS NULL);

create table product_wholesales (
  shop_id bigint not null,
  id bigint not null generated always as identity,
  product_id bigint not null,
  from_quantity integer not null,
  to_quantity integer not null,
  price_idr bigint not null,
  constraint product_wholesales_pkey PRIMARY KEY (shop_id, id),
  constraint product_wholesales_shop_id_product_id_fkey FOREIGN KEY (shop_id, product_id) REFERENCES products(shop_id, id),
  constraint product_wholesales_check CHECK ((to_quantity >= from_quantity)),
  constraint product_wholesales_from_quantity_check CHECK ((from_quantity >= 1)),
  constraint product_wholesales_price_idr_check CHECK ((price_idr >= 0))
);
CREATE INDEX product_wholesales_product ON product_wholesales USING btree (shop_id, product_id, from_quantity);

create table products (
  shop_id bigint not null,
  id bigint not null generated always as identity,
  name text not null,
  product_type text not null,
  category_id bigint,
  description text not null default ''::text,
  preorder_unit text,
  preorder_number smallint,
  preorder_starts_on date,
  preorder_ends_on date,
  discount_idr bigint not null default 0,
  weight_grams integer not null default 0,
  length_cm smallint,
  width_cm smallint,
  height_cm smallint,
  wholesale_enabled boolean not null default false,
  uses_warehouses boolean not null default false,
  is_published boolean not null default false,
  shows_stock boolean not null default false,
  has_variations boolean not null default false,
  lowest_price_idr bigint not null,
  created_by bigint,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  lowest_margin_idr bigint not null default 0,
  constraint products_pkey PRIMARY KEY (shop_id, id),
  constraint products_shop_id_category_id_fkey FOREIGN KEY (shop_id, category_id) REFERENCES product_categories(shop_id, id),
  constraint products_shop_id_created_by_fkey FOREIGN KEY (shop_id, created_by) REFERENCES users(shop_id, id),
  constraint products_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id),
  constraint products_check CHECK (((product_type = 'PO'::text) = (preorder_unit IS NOT NULL))),
  constraint products_check1 CHECK (((preorder_unit IS NULL) = (preorder_number IS NULL))),
  constraint products_discount_idr_check CHECK ((discount_idr >= 0)),
  constraint products_height_cm_check CHECK (((height_cm >= 1) AND (height_cm <= 500))),
  constraint products_length_cm_check CHECK (((length_cm >= 1) AND (length_cm <= 500))),
  constraint products_preorder_unit_check CHECK ((preorder_unit = ANY (ARRAY['day'::text, 'week'::text]))),
  constraint products_product_type_check CHECK ((product_type = ANY (ARRAY['S'::text, 'R'::text, 'PO'::text]))),
  constraint products_weight_grams_check CHECK ((weight_grams >= 0)),
  constraint products_width_cm_check CHECK (((width_cm >= 1) AND (width_cm <= 500)))
);
CREATE INDEX products_archived ON products USING btree (shop_id, created_at DESC, id DESC) WHERE (archived_at IS NOT NULL);
CREATE INDEX products_category ON products USING btree (shop_id, category_id, created_at DESC, id DESC) WHERE (archived_at IS NULL);
CREATE INDEX products_in_store ON products USING btree (shop_id, created_at DESC, id DESC) WHERE ((archived_at IS NULL) AND is_published AND (lowest_price_idr > 0));
CREATE INDEX products_in_store_category ON products USING btree (shop_id, category_id, created_at DESC, id DESC) WHERE ((archived_at IS NULL) AND is_published AND (lowest_price_idr > 0));
CREATE INDEX products_in_store_name ON products USING btree (shop_id, lower(name), id) WHERE ((archived_at IS NULL) AND is_published AND (lowest_price_idr > 0));
CREATE INDEX products_in_store_price ON products USING btree (shop_id, lowest_price_idr, id) WHERE ((archived_at IS NULL) AND is_published AND (lowest_price_idr > 0));
CREATE INDEX products_name ON products USING btree (shop_id, lower(name), id) WHERE (archived_at IS NULL);
CREATE INDEX products_newest ON products USING btree (shop_id, created_at DESC, id DESC) WHERE (archived_at IS NULL);
CREATE INDEX products_of_category ON products USING btree (shop_id, category_id) WHERE (category_id IS NOT NULL);
CREATE INDEX products_price ON products USING btree (shop_id, lowest_price_idr, id) WHERE (archived_at IS NULL);
CREATE INDEX products_type ON products USING btree (shop_id, product_type, created_at DESC, id DESC) WHERE (archived_at IS NULL);
CREATE INDEX products_without_price ON products USING btree (shop_id, created_at DESC, id DESC) WHERE ((archived_at IS NULL) AND (lowest_price_idr = 0));
CREATE INDEX products_without_profit ON products USING btree (shop_id, created_at DESC, id DESC) WHERE ((archived_at IS NULL) AND (lowest_margin_idr <= 0));

create table promo_customers (
  shop_id bigint not null,
  promo_id bigint not null,
  customer_id bigint not null,
  is_guest boolean not null default false,
  used integer not null,
  usage_limit smallint,
  constraint promo_customers_pkey PRIMARY KEY (shop_id, promo_id, customer_id, is_guest),
  constraint promo_customers_shop_id_customer_id_fkey FOREIGN KEY (shop_id, customer_id) REFERENCES customers(shop_id, id),
  constraint promo_customers_shop_id_promo_id_fkey FOREIGN KEY (shop_id, promo_id) REFERENCES promos(shop_id, id),
  constraint promo_customers_limit_kept CHECK ((used <= usage_limit)),
  constraint promo_customers_used_check CHECK ((used >= 0))
);

create table promo_products (
  shop_id bigint not null,
  promo_id bigint not null,
  product_id bigint not null,
  constraint promo_products_pkey PRIMARY KEY (shop_id, promo_id, product_id),
  constraint promo_products_shop_id_product_id_fkey FOREIGN KEY (shop_id, product_id) REFERENCES products(shop_id, id),
  constraint promo_products_shop_id_promo_id_fkey FOREIGN KEY (shop_id, promo_id) REFERENCES promos(shop_id, id)
);
CREATE INDEX promo_products_product ON promo_products USING btree (shop_id, product_id, promo_id);

create table promo_uses (
  shop_id bigint not null,
  order_id bigint not null,
  promo_id bigint not null,
  customer_id bigint not null,
  is_guest boolean not null default false,
  created_at timestamp with time zone not null,
  constraint promo_uses_pkey PRIMARY KEY (shop_id, order_id, promo_id),
  constraint promo_uses_shop_id_customer_id_fkey FOREIGN KEY (shop_id, customer_id) REFERENCES customers(shop_id, id),
  constraint promo_uses_shop_id_order_id_fkey FOREIGN KEY (shop_id, order_id) REFERENCES orders(shop_id, id),
  constraint promo_uses_shop_id_promo_id_fkey FOREIGN KEY (shop_id, promo_id) REFERENCES promos(shop_id, id)
);

create table promos (
  shop_id bigint not null,
  id bigint not null generated always as identity,
  promo_group text not null,
  promo_type text not null,
  name text not null,
  coupon_code text,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone,
  discount_type text not null,
  discount_percentage smallint,
  discount_max_idr bigint,
  discount_idr bigint,
  usage_per_customer smallint,
  quota integer,
  used integer not null default 0,
  minimum_product integer,
  minimum_transaction_idr bigint,
  is_active boolean not null,
  customer_category_codes text[] not null,
  all_products boolean not null,
  platforms text[] not null,
  courier_service_ids integer[] not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  constraint promos_pkey PRIMARY KEY (shop_id, id),
  constraint promos_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id),
  constraint promos_check CHECK ((ends_at > starts_at)),
  constraint promos_check1 CHECK (((promo_group = 'COUPON'::text) = (coupon_code IS NOT NULL))),
  constraint promos_check2 CHECK (((discount_type = 'PERCENTAGE'::text) = (discount_percentage IS NOT NULL))),
  constraint promos_check3 CHECK (((discount_type = 'NOMINAL'::text) = (discount_idr IS NOT NULL))),
  constraint promos_check4 CHECK (((discount_max_idr IS NULL) OR (discount_type = 'PERCENTAGE'::text))),
  constraint promos_discount_idr_check CHECK ((discount_idr > 0)),
  constraint promos_discount_max_idr_check CHECK ((discount_max_idr > 0)),
  constraint promos_discount_percentage_check CHECK (((discount_percentage >= 1) AND (discount_percentage <= 100))),
  constraint promos_discount_type_check CHECK ((discount_type = ANY (ARRAY['PERCENTAGE'::text, 'NOMINAL'::text]))),
  constraint promos_minimum_product_check CHECK ((minimum_product >= 0)),
  constraint promos_minimum_transaction_idr_check CHECK ((minimum_transaction_idr >= 0)),
  constraint promos_promo_group_check CHECK ((promo_group = ANY (ARRAY['PROMO'::text, 'COUPON'::text]))),
  constraint promos_promo_type_check CHECK ((promo_type = ANY (ARRAY['PRODUCT'::text, 'EXPEDITION'::text]))),
  constraint promos_quota_check CHECK ((quota > 0)),
  constraint promos_quota_kept CHECK ((used <= quota)),
  constraint promos_usage_per_customer_check CHECK (((usage_per_customer >= 1) AND (usage_per_customer <= 9))),
  constraint promos_used_check CHECK ((used >= 0))
);
CREATE INDEX promos_active ON promos USING btree (shop_id, is_active, created_at DESC, id DESC) WHERE (deleted_at IS NULL);
CREATE INDEX promos_coupon ON promos USING btree (shop_id, lower(coupon_code)) WHERE (deleted_at IS NULL);
CREATE INDEX promos_newest ON promos USING btree (shop_id, created_at DESC, id DESC) WHERE (deleted_at IS NULL);
CREATE INDEX promos_of_products ON promos USING btree (shop_id, ends_at) WHERE ((promo_group = 'PROMO'::text) AND (promo_type = 'PRODUCT'::text) AND is_active AND (deleted_at IS NULL));

create table provinces (
  code integer not null,
  legacy_id integer,
  name text not null,
  constraint provinces_pkey PRIMARY KEY (code),
  constraint provinces_legacy_id_key UNIQUE (legacy_id)
);

create table push_devices (
  shop_id bigint not null,
  id bigint not null generated always as identity,
  user_id bigint not null,
  actor_kind text not null,
  credential_id bigint not null,
  kind text not null,
  device text not null,
  language text not null,
  address_hash text not null,
  address bytea not null,
  busy_until timestamp with time zone,
  created_at timestamp with time zone not null,
  used_at timestamp with time zone not null,
  constraint push_devices_pkey PRIMARY KEY (shop_id, id),
  constraint push_devices_address_unique UNIQUE (shop_id, address_hash),
  constraint push_devices_shop_id_user_id_fkey FOREIGN KEY (shop_id, user_id) REFERENCES users(shop_id, id),
  constraint push_devices_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['session'::text, 'api_key'::text]))),
  constraint push_devices_kind_check CHECK ((kind = ANY (ARRAY['WEB'::text, 'FCM'::text]))),
  constraint push_devices_language_check CHECK ((language = ANY (ARRAY['en'::text, 'id'::text])))
);
CREATE INDEX push_devices_of_user ON push_devices USING btree (shop_id, user_id, used_at DESC, id DESC);

create table push_sends (
  shop_id bigint not null,
  device_id bigint not null,
  feed text not null,
  number bigint not null,
  created_at timestamp with time zone not null,
  constraint push_sends_pkey PRIMARY KEY (shop_id, device_id, feed, number),
  constraint push_sends_shop_id_device_id_fkey FOREIGN KEY (shop_id, device_id) REFERENCES push_devices(shop_id, id) ON DELETE CASCADE,
  constraint push_sends_feed_check CHECK ((feed = ANY (ARRAY['ACTIVITY'::text, 'NEWS'::text])))
);
CREATE INDEX push_sends_age ON push_sends USING btree ((created_at AT TIME ZONE 'UTC'::text));

create table push_settings (
  shop_id bigint not null,
  user_id bigint not null,
  muted text[] not null,
  constraint push_settings_pkey PRIMARY KEY (shop_id, user_id),
  constraint push_settings_shop_id_user_id_fkey FOREIGN KEY (shop_id, user_id) REFERENCES users(shop_id, id)
);

create table sales_tallies (
  shop_id bigint not null,
  kind text not null,
  grain text not null,
  starts_on date not null,
  subject_id bigint not null,
  category_id bigint not null default 0,
  order_count bigint not null,
  product_orders bigint not null,
  category_orders bigint not null,
  quantity bigint not null,
  gross_idr bigint not null,
  net_idr bigint not null,
  cost_of_goods_idr bigint not null,
  constraint sales_tallies_pkey PRIMARY KEY (shop_id, kind, grain, starts_on, subject_id, category_id),
  constraint sales_tallies_grain CHECK ((grain = ANY (ARRAY['D'::text, 'M'::text, 'Q'::text, 'Y'::text]))),
  constraint sales_tallies_kind CHECK ((kind = ANY (ARRAY['CUSTOMER'::text, 'CITY'::text, 'VARIATION'::text, 'ACCOUNT'::text])))
);

create table sales_to_count /* with (autovacuum_vacuum_scale_factor=0, autovacuum_vacuum_threshold=2000) */ (
  shop_id bigint not null,
  order_id bigint not null,
  constraint sales_to_count_pkey PRIMARY KEY (shop_id, order_id)
);

create table sales_to_take_back /* with (autovacuum_vacuum_scale_factor=0, autovacuum_vacuum_threshold=2000) */ (
  shop_id bigint not null,
  id bigint not null generated always as identity,
  kind text not null,
  sold_on date not null,
  subject_id bigint not null,
  category_id bigint not null,
  order_count bigint not null,
  product_orders bigint not null,
  category_orders bigint not null,
  quantity bigint not null,
  gross_idr bigint not null,
  net_idr bigint not null,
  cost_of_goods_idr bigint not null,
  constraint sales_to_take_back_pkey PRIMARY KEY (shop_id, id)
);

create table sandbox_callbacks (
  id bigint not null generated always as identity,
  body text not null,
  attempts integer not null default 0,
  next_try_at timestamp with time zone,
  answer text,
  created_at timestamp with time zone not null,
  constraint sandbox_callbacks_pkey PRIMARY KEY (id)
);
CREATE INDEX sandbox_callbacks_age ON sandbox_callbacks USING btree ((created_at AT TIME ZONE 'UTC'::text));
CREATE INDEX sandbox_callbacks_due ON sandbox_callbacks USING btree (next_try_at) WHERE (next_try_at IS NOT NULL);

create table sandbox_charges (
  id bigint not null generated always as identity,
  key text not null,
  token text not null,
  channel text not null,
  amount_idr bigint not null,
  merchant_name text not null,
  payer_name text not null,
  description text not null,
  va_number text,
  return_url text,
  state text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  constraint sandbox_charges_pkey PRIMARY KEY (id),
  constraint sandbox_charges_key_key UNIQUE (key),
  constraint sandbox_charges_token_key UNIQUE (token),
  constraint sandbox_charges_va_number_key UNIQUE (va_number),
  constraint sandbox_charges_amount_idr_check CHECK ((amount_idr > 0)),
  constraint sandbox_charges_state_check CHECK ((state = ANY (ARRAY['OPEN'::text, 'PAID'::text, 'ENDED'::text])))
);
CREATE INDEX sandbox_charges_open ON sandbox_charges USING btree (expires_at) WHERE (state = 'OPEN'::text);

create table sandbox_clock (
  is_only boolean not null default true,
  ahead_ms bigint not null default 0,
  constraint sandbox_clock_pkey PRIMARY KEY (is_only),
  constraint sandbox_clock_ahead_ms_check CHECK ((ahead_ms >= 0)),
  constraint sandbox_clock_is_only_check CHECK (is_only)
);

create table sandbox_payments (
  id bigint not null generated always as identity,
  charge_id bigint not null,
  amount_idr bigint not null,
  paid_at timestamp with time zone not null,
  constraint sandbox_payments_pkey PRIMARY KEY (id),
  constraint sandbox_payments_charge_id_fkey FOREIGN KEY (charge_id) REFERENCES sandbox_charges(id),
  constraint sandbox_payments_amount_idr_check CHECK ((amount_idr > 0))
);
CREATE INDEX sandbox_payments_of_charge ON sandbox_payments USING btree (charge_id, id);

create table sandbox_payouts (
  id bigint not null generated always as identity,
  key text not null,
  bank_code text not null,
  account_number text not null,
  holder_name text not null,
  amount_idr bigint not null,
  description text not null,
  state text not null,
  failure text,
  created_at timestamp with time zone not null,
  constraint sandbox_payouts_pkey PRIMARY KEY (id),
  constraint sandbox_payouts_key_key UNIQUE (key),
  constraint sandbox_payouts_amount_idr_check CHECK ((amount_idr > 0)),
  constraint sandbox_payouts_state_check CHECK ((state = ANY (ARRAY['PENDING'::text, 'PAID'::text, 'FAILED'::text])))
);

create table saved_views (
  shop_id bigint not null,
  id bigint not null generated always as identity,
  list text not null,
  user_id bigint not null,
  title text not null,
  query text not null,
  is_shared boolean not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint saved_views_pkey PRIMARY KEY (shop_id, id),
  constraint saved_views_shop_id_user_id_fkey FOREIGN KEY (shop_id, user_id) REFERENCES users(shop_id, id)
);
CREATE INDEX saved_views_of_user ON saved_views USING btree (shop_id, user_id, list);
CREATE UNIQUE INDEX saved_views_own_title ON saved_views USING btree (shop_id, user_id, list, lower(title)) WHERE (NOT is_shared);
CREATE UNIQUE INDEX saved_views_shared_title ON saved_views USING btree (shop_id, list, lower(title)) WHERE is_shared;

create table search_words (
  shop_id bigint not null,
  id bigint not null generated always as identity,
  word text collate "C" not null,
  constraint search_words_pkey PRIMARY KEY (shop_id, id),
  constraint search_words_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id)
);
CREATE INDEX search_words_like ON search_words USING gin (shop_id, word gin_trgm_ops);
CREATE INDEX search_words_word ON search_words USING btree (shop_id, word);

create table sessions (
  shop_id bigint not null,
  id bigint not null generated always as identity,
  user_id bigint not null,
  token_hash bytea not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  last_used_at timestamp with time zone not null,
  password_confirmed_at timestamp with time zone not null,
  constraint sessions_pkey PRIMARY KEY (shop_id, id),
  constraint sessions_token_unique UNIQUE (shop_id, token_hash),
  constraint sessions_shop_id_user_id_fkey FOREIGN KEY (shop_id, user_id) REFERENCES users(shop_id, id)
);
CREATE INDEX sessions_expiry ON sessions USING btree ((expires_at AT TIME ZONE 'UTC'::text));
CREATE INDEX sessions_user ON sessions USING btree (shop_id, user_id);

create table shipments (
  shop_id bigint not null,
  order_id bigint not null,
  number smallint not null,
  warehouse_id bigint,
  shipping_status text,
  awb_number text,
  service text,
  requested_at timestamp with time zone,
  left_at timestamp with time zone,
  ended_at timestamp with time zone,
  promised_days smallint,
  received_at timestamp with time zone,
  label_prints integer not null default 0,
  removed_at timestamp with time zone,
  restarted_at timestamp with time zone,
  said_status text,
  said_by text,
  said_at timestamp with time zone,
  order_date date not null,
  courier_id integer not null,
  supplier_id bigint not null,
  is_cod boolean not null,
  warehouse_ids bigint[] not null default '{}'::bigint[],
  list_status text,
  customer_id bigint not null,
  province_code smallint,
  created_by bigint,
  constraint shipments_pkey PRIMARY KEY (shop_id, order_id, number),
  constraint shipments_shop_id_order_id_fkey FOREIGN KEY (shop_id, order_id) REFERENCES orders(shop_id, id) ON DELETE CASCADE,
  constraint shipments_label_prints_check CHECK ((label_prints >= 0)),
  constraint shipments_number_check CHECK ((number >= 1)),
  constraint shipments_promised_days_check CHECK ((promised_days >= 0)),
  constraint shipments_said_by_check CHECK ((said_by = ANY (ARRAY['STAFF'::text, 'COURIER'::text, 'JOB'::text]))),
  constraint shipments_said_status_check CHECK ((said_status = ANY (ARRAY['PICKUP_REQUEST'::text, 'DROPOFF'::text, 'ON_PROCESS'::text, 'DELIVERED'::text, 'UNPICK'::text, 'RETURNED'::text, 'LOST'::text, 'INVALID'::text, 'SHIPMENT_PROBLEM'::text]))),
  constraint shipments_service_check CHECK ((service = ANY (ARRAY['PICKUP'::text, 'DROP_OFF'::text]))),
  constraint shipments_shipping_status_check CHECK ((shipping_status = ANY (ARRAY['READY_TO_SHIP'::text, 'PICKUP_REQUEST'::text, 'DROPOFF'::text, 'ON_PROCESS'::text, 'DELIVERED'::text, 'UNPICK'::text, 'RETURNED'::text, 'LOST'::text, 'INVALID'::text, 'SHIPMENT_PROBLEM'::text])))
);
CREATE INDEX shipments_by_awb ON shipments USING btree (shop_id, upper(awb_number) text_pattern_ops) INCLUDE (awb_number, list_status, order_date, order_id, number) WHERE (awb_number IS NOT NULL);
CREATE INDEX shipments_by_courier ON shipments USING btree (shop_id, list_status, courier_id, is_cod, order_date DESC, order_id DESC, number DESC) INCLUDE (warehouse_ids) WHERE (list_status IS NOT NULL);
CREATE INDEX shipments_by_supplier ON shipments USING btree (shop_id, list_status, supplier_id, is_cod, order_date DESC, order_id DESC, number DESC) INCLUDE (warehouse_ids) WHERE (list_status IS NOT NULL);
CREATE INDEX shipments_by_supplier_courier ON shipments USING btree (shop_id, list_status, supplier_id, courier_id, is_cod, order_date DESC, order_id DESC, number DESC) INCLUDE (warehouse_ids) WHERE (list_status IS NOT NULL);
CREATE INDEX shipments_left ON shipments USING btree (shop_id, left_at) INCLUDE (order_id, number, shipping_status, courier_id, promised_days, ended_at, province_code, customer_id, created_by) WHERE (left_at IS NOT NULL);
CREATE INDEX shipments_listed ON shipments USING btree (shop_id, list_status, is_cod, order_date DESC, order_id DESC, number DESC) INCLUDE (warehouse_ids) WHERE (list_status IS NOT NULL);

create table shop_jobs (
  shop_id bigint not null,
  id bigint not null generated always as identity,
  name text not null,
  input jsonb not null,
  status text not null default 'QUEUED'::text,
  attempts smallint not null default 0,
  done integer not null default 0,
  total integer,
  result jsonb,
  failure jsonb,
  user_id bigint not null,
  actor_kind text not null,
  credential_id bigint not null,
  language text not null,
  base_url text not null,
  request_id text not null,
  created_at timestamp with time zone not null,
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  key text,
  constraint shop_jobs_pkey PRIMARY KEY (shop_id, id),
  constraint shop_jobs_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id),
  constraint shop_jobs_shop_id_user_id_fkey FOREIGN KEY (shop_id, user_id) REFERENCES users(shop_id, id),
  constraint shop_jobs_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['session'::text, 'api_key'::text, 'callback'::text]))),
  constraint shop_jobs_check CHECK (((status = 'SUCCESS'::text) = (result IS NOT NULL))),
  constraint shop_jobs_check1 CHECK (((status = 'FAILED'::text) = (failure IS NOT NULL))),
  constraint shop_jobs_check2 CHECK (((status = ANY (ARRAY['SUCCESS'::text, 'FAILED'::text])) = (finished_at IS NOT NULL))),
  constraint shop_jobs_done_check CHECK ((done >= 0)),
  constraint shop_jobs_language_check CHECK ((language = ANY (ARRAY['en'::text, 'id'::text]))),
  constraint shop_jobs_status_check CHECK ((status = ANY (ARRAY['QUEUED'::text, 'RUNNING'::text, 'SUCCESS'::text, 'FAILED'::text]))),
  constraint shop_jobs_total_check CHECK ((total >= 0))
);
CREATE INDEX shop_jobs_age ON shop_jobs USING btree ((created_at AT TIME ZONE 'UTC'::text));
CREATE UNIQUE INDEX shop_jobs_key ON shop_jobs USING btree (shop_id, name, key) WHERE (key IS NOT NULL);
CREATE INDEX shop_jobs_newest ON shop_jobs USING btree (shop_id, created_at DESC, id DESC);
CREATE INDEX shop_jobs_of_user ON shop_jobs USING btree (shop_id, user_id, status, created_at DESC, id DESC);
CREATE INDEX shop_jobs_unfinished ON shop_jobs USING btree (shop_id) WHERE (status = ANY (ARRAY['QUEUED'::text, 'RUNNING'::text]));

create table shop_packages (
  shop_id bigint not null,
  class text not null,
  package text not null,
  ends_on date,
  credit bigint,
  reminded_days smallint,
  started_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint shop_packages_pkey PRIMARY KEY (shop_id, class),
  constraint shop_packages_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id),
  constraint shop_packages_class_check CHECK ((class = ANY (ARRAY['app'::text, 'storefront'::text, 'shopee'::text, 'sms'::text, 'mutation'::text, 'woowa'::text]))),
  constraint shop_packages_credit_check CHECK ((credit >= 0)),
  constraint shop_packages_reminded_days_check CHECK ((reminded_days = ANY (ARRAY[7, 1, 0])))
);
CREATE INDEX shop_packages_ending ON shop_packages USING btree (ends_on) WHERE (reminded_days IS DISTINCT FROM 0);

create table shop_subdomains (
  subdomain text not null,
  shop_id bigint not null,
  constraint shop_subdomains_pkey PRIMARY KEY (subdomain),
  constraint shop_subdomains_shop_unique UNIQUE (shop_id)
);

create table shops (
  id bigint not null generated always as identity,
  subdomain text not null,
  name text not null,
  phone text not null,
  description text not null default ''::text,
  address text not null default ''::text,
  note text,
  logo_url text,
  time_zone text not null default 'Asia/Jakarta'::text,
  status text not null default 'ACTIVE'::text,
  class text not null default 'PLATINUM'::text,
  class_ends_on date,
  storefront_enabled boolean not null default true,
  allowed_origins text[] not null default '{}'::text[],
  created_at timestamp with time zone not null,
  active_supplier_id bigint,
  constraint shops_pkey PRIMARY KEY (id),
  constraint shops_id_active_supplier_id_fkey FOREIGN KEY (id, active_supplier_id) REFERENCES suppliers(shop_id, id),
  constraint shops_status_check CHECK ((status = ANY (ARRAY['ACTIVE'::text, 'SUSPENDED'::text]))),
  constraint shops_time_zone_check CHECK ((time_zone = ANY (ARRAY['Asia/Jakarta'::text, 'Asia/Makassar'::text, 'Asia/Jayapura'::text])))
);

create table signing_keys (
  purpose text not null,
  key bytea not null,
  created_at timestamp with time zone not null,
  constraint signing_keys_pkey PRIMARY KEY (purpose)
);

create table stock_ledger (
  shop_id bigint not null,
  variation_id bigint not null,
  id bigint not null generated always as identity,
  warehouse_id bigint not null,
  order_id bigint,
  reason text not null,
  description text not null,
  quantity_in bigint not null default 0,
  quantity_out bigint not null default 0,
  balance_after bigint not null,
  user_id bigint,
  created_at timestamp with time zone not null,
  constraint stock_ledger_pkey PRIMARY KEY (shop_id, variation_id, created_at, id),
  constraint stock_ledger_shop_id_order_id_fkey FOREIGN KEY (shop_id, order_id) REFERENCES orders(shop_id, id),
  constraint stock_ledger_shop_id_variation_id_warehouse_id_fkey FOREIGN KEY (shop_id, variation_id, warehouse_id) REFERENCES stock_levels(shop_id, variation_id, warehouse_id),
  constraint stock_ledger_balance_after_check CHECK ((balance_after >= 0)),
  constraint stock_ledger_quantity_in_check CHECK ((quantity_in >= 0)),
  constraint stock_ledger_quantity_out_check CHECK ((quantity_out >= 0)),
  constraint stock_ledger_reason_check CHECK ((reason = ANY (ARRAY['INITIAL'::text, 'ADJUSTMENT'::text, 'TRANSFER'::text, 'SYNC'::text, 'OPNAME'::text, 'IMPORT'::text, 'ORDER'::text, 'ORDER EDIT'::text, 'ORDER CANCEL'::text, 'ORDER RETURN'::text])))
);
CREATE INDEX stock_ledger_order ON stock_ledger USING btree (shop_id, order_id) WHERE (order_id IS NOT NULL);

create table stock_levels /* with (fillfactor=70) */ (
  shop_id bigint not null,
  variation_id bigint not null,
  warehouse_id bigint not null,
  quantity bigint not null,
  moved_at timestamp with time zone not null default '-infinity'::timestamp with time zone,
  constraint stock_levels_pkey PRIMARY KEY (shop_id, variation_id, warehouse_id),
  constraint stock_levels_shop_id_variation_id_fkey FOREIGN KEY (shop_id, variation_id) REFERENCES product_variations(shop_id, id),
  constraint stock_levels_shop_id_warehouse_id_fkey FOREIGN KEY (shop_id, warehouse_id) REFERENCES warehouses(shop_id, id),
  constraint stock_levels_not_negative CHECK ((quantity >= 0))
);

create table stock_notices (
  shop_id bigint not null,
  variation_id bigint not null,
  ledger_id bigint not null,
  created_at timestamp with time zone not null,
  constraint stock_notices_pkey PRIMARY KEY (shop_id, variation_id),
  constraint stock_notices_shop_id_variation_id_fkey FOREIGN KEY (shop_id, variation_id) REFERENCES product_variations(shop_id, id)
);

create table stock_opname_lines (
  shop_id bigint not null,
  opname_id bigint not null,
  id bigint not null generated always as identity,
  variation_id bigint not null,
  system_quantity bigint,
  counted_quantity bigint not null,
  seen_quantity bigint,
  constraint stock_opname_lines_pkey PRIMARY KEY (shop_id, opname_id, id),
  constraint stock_opname_lines_shop_id_opname_id_fkey FOREIGN KEY (shop_id, opname_id) REFERENCES stock_opnames(shop_id, id),
  constraint stock_opname_lines_shop_id_variation_id_fkey FOREIGN KEY (shop_id, variation_id) REFERENCES product_variations(shop_id, id),
  constraint stock_opname_lines_counted_quantity_check CHECK ((counted_quantity >= 0)),
  constraint stock_opname_lines_seen_quantity_check CHECK ((seen_quantity >= 0)),
  constraint stock_opname_lines_system_quantity_check CHECK ((system_quantity >= 0))
);
CREATE INDEX stock_opname_lines_open ON stock_opname_lines USING btree (shop_id, opname_id, id) WHERE (system_quantity IS NULL);

create table stock_opnames (
  shop_id bigint not null,
  id bigint not null generated always as identity,
  warehouse_id bigint not null,
  description text not null,
  variation_total integer not null,
  processed integer not null default 0,
  job_id bigint,
  finished_at timestamp with time zone,
  created_by bigint not null,
  created_at timestamp with time zone not null,
  constraint stock_opnames_pkey PRIMARY KEY (shop_id, id),
  constraint stock_opnames_shop_id_created_by_fkey FOREIGN KEY (shop_id, created_by) REFERENCES users(shop_id, id),
  constraint stock_opnames_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id),
  constraint stock_opnames_shop_id_warehouse_id_fkey FOREIGN KEY (shop_id, warehouse_id) REFERENCES warehouses(shop_id, id),
  constraint stock_opnames_check CHECK (((processed >= 0) AND (processed <= variation_total))),
  constraint stock_opnames_variation_total_check CHECK ((variation_total > 0))
);
CREATE INDEX stock_opnames_newest ON stock_opnames USING btree (shop_id, created_at DESC, id DESC);

create table stock_transfer_lines (
  shop_id bigint not null,
  transfer_id bigint not null,
  id bigint not null generated always as identity,
  variation_id bigint not null,
  quantity bigint not null,
  constraint stock_transfer_lines_pkey PRIMARY KEY (shop_id, transfer_id, id),
  constraint stock_transfer_lines_shop_id_transfer_id_fkey FOREIGN KEY (shop_id, transfer_id) REFERENCES stock_transfers(shop_id, id),
  constraint stock_transfer_lines_shop_id_variation_id_fkey FOREIGN KEY (shop_id, variation_id) REFERENCES product_variations(shop_id, id),
  constraint stock_transfer_lines_quantity_check CHECK ((quantity > 0))
);

create table stock_transfers (
  shop_id bigint not null,
  id bigint not null generated always as identity,
  origin_warehouse_id bigint not null,
  destination_warehouse_id bigint not null,
  description text not null,
  variation_total integer not null,
  job_id bigint,
  finished_at timestamp with time zone,
  created_by bigint not null,
  created_at timestamp with time zone not null,
  constraint stock_transfers_pkey PRIMARY KEY (shop_id, id),
  constraint stock_transfers_shop_id_created_by_fkey FOREIGN KEY (shop_id, created_by) REFERENCES users(shop_id, id),
  constraint stock_transfers_shop_id_destination_warehouse_id_fkey FOREIGN KEY (shop_id, destination_warehouse_id) REFERENCES warehouses(shop_id, id),
  constraint stock_transfers_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id),
  constraint stock_transfers_shop_id_origin_warehouse_id_fkey FOREIGN KEY (shop_id, origin_warehouse_id) REFERENCES warehouses(shop_id, id),
  constraint stock_transfers_check CHECK ((origin_warehouse_id <> destination_warehouse_id)),
  constraint stock_transfers_variation_total_check CHECK ((variation_total > 0))
);
CREATE INDEX stock_transfers_newest ON stock_transfers USING btree (shop_id, created_at DESC, id DESC);

create table suppliers (
  shop_id bigint not null,
  id bigint not null generated always as identity,
  name text not null,
  district_code integer,
  address text not null,
  phone text not null,
  description text not null default ''::text,
  created_at timestamp with time zone not null,
  constraint suppliers_pkey PRIMARY KEY (shop_id, id),
  constraint suppliers_district_code_fkey FOREIGN KEY (district_code) REFERENCES districts(code),
  constraint suppliers_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id)
);

create table tariff_import_rows (
  shop_id bigint not null,
  import_id bigint not null,
  row_number integer not null,
  cells jsonb not null,
  outcome text not null,
  faults jsonb not null default '[]'::jsonb,
  service_id bigint,
  destination text collate "C",
  origin_code integer,
  first_kg_idr bigint,
  next_kg_idr bigint,
  min_kg integer,
  min_days smallint,
  max_days smallint,
  constraint tariff_import_rows_pkey PRIMARY KEY (shop_id, import_id, row_number),
  constraint tariff_import_rows_shop_id_import_id_fkey FOREIGN KEY (shop_id, import_id) REFERENCES tariff_imports(shop_id, id) ON DELETE CASCADE,
  constraint tariff_import_rows_outcome_check CHECK ((outcome = ANY (ARRAY['NEW'::text, 'CHANGED'::text, 'UNCHANGED'::text, 'WRONG'::text])))
);
CREATE INDEX tariff_import_rows_outcome ON tariff_import_rows USING btree (shop_id, import_id, outcome, row_number);

create table tariff_imports (
  shop_id bigint not null,
  id bigint not null generated always as identity,
  file_name text not null,
  status text not null,
  titles jsonb not null,
  row_total integer not null default 0,
  created integer not null default 0,
  changed integer not null default 0,
  unchanged integer not null default 0,
  wrong integer not null default 0,
  job_id bigint,
  created_by bigint not null,
  created_at timestamp with time zone not null,
  applied_at timestamp with time zone,
  constraint tariff_imports_pkey PRIMARY KEY (shop_id, id),
  constraint tariff_imports_shop_id_created_by_fkey FOREIGN KEY (shop_id, created_by) REFERENCES users(shop_id, id),
  constraint tariff_imports_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id),
  constraint tariff_imports_status_check CHECK ((status = ANY (ARRAY['READY'::text, 'APPLYING'::text, 'APPLIED'::text])))
);
CREATE INDEX tariff_imports_newest ON tariff_imports USING btree (shop_id, created_at DESC, id DESC);

create table tariffs (
  shop_id bigint not null,
  service_id bigint not null,
  destination text collate "C" not null,
  origin_code integer not null,
  first_kg_idr bigint not null,
  next_kg_idr bigint not null,
  min_kg integer not null,
  min_days smallint,
  max_days smallint,
  updated_at timestamp with time zone not null,
  constraint tariffs_pkey PRIMARY KEY (shop_id, service_id, destination, origin_code),
  constraint tariffs_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id),
  constraint tariffs_check CHECK ((max_days >= min_days)),
  constraint tariffs_first_kg_idr_check CHECK ((first_kg_idr >= 0)),
  constraint tariffs_min_days_check CHECK ((min_days >= 0)),
  constraint tariffs_min_kg_check CHECK ((min_kg >= 1)),
  constraint tariffs_next_kg_idr_check CHECK ((next_kg_idr >= 0))
);

create table tracking_events (
  shop_id bigint not null,
  order_id bigint not null,
  number smallint not null,
  event_id text not null,
  source text not null,
  awb_number text,
  happened_at timestamp with time zone not null,
  code text not null,
  status text,
  is_returning boolean not null default false,
  description text not null,
  location text not null,
  user_id bigint,
  received_at timestamp with time zone not null,
  constraint tracking_events_pkey PRIMARY KEY (shop_id, order_id, number, event_id),
  constraint tracking_events_shop_id_order_id_number_fkey FOREIGN KEY (shop_id, order_id, number) REFERENCES shipments(shop_id, order_id, number) ON DELETE CASCADE,
  constraint tracking_events_shop_id_user_id_fkey FOREIGN KEY (shop_id, user_id) REFERENCES users(shop_id, id),
  constraint tracking_events_source_check CHECK ((source = ANY (ARRAY['VENDOR'::text, 'STAFF'::text]))),
  constraint tracking_events_status_check CHECK ((status = ANY (ARRAY['PICKUP_REQUEST'::text, 'DROPOFF'::text, 'ON_PROCESS'::text, 'DELIVERED'::text, 'UNPICK'::text, 'RETURNED'::text, 'LOST'::text, 'INVALID'::text, 'SHIPMENT_PROBLEM'::text])))
);

create table tracking_polls (
  shop_id bigint not null,
  order_id bigint not null,
  number smallint not null,
  next_poll_at timestamp with time zone,
  started_at timestamp with time zone not null,
  vendor text,
  polled_at timestamp with time zone,
  unchanged smallint not null default 0,
  failures smallint not null default 0,
  problem text,
  constraint tracking_polls_pkey PRIMARY KEY (shop_id, order_id, number),
  constraint tracking_polls_shop_id_order_id_number_fkey FOREIGN KEY (shop_id, order_id, number) REFERENCES shipments(shop_id, order_id, number) ON DELETE CASCADE,
  constraint tracking_polls_vendor_check CHECK ((vendor = ANY (ARRAY['biteship'::text, 'rajaongkir'::text, 'shipper'::text])))
);
CREATE INDEX tracking_polls_due ON tracking_polls USING btree (shop_id, next_poll_at, order_id, number);

create table unique_code_counters (
  shop_id bigint not null,
  bank_account_id bigint not null,
  last_code smallint not null,
  constraint unique_code_counters_pkey PRIMARY KEY (shop_id, bank_account_id),
  constraint unique_code_counters_shop_id_bank_account_id_fkey FOREIGN KEY (shop_id, bank_account_id) REFERENCES bank_accounts(shop_id, id),
  constraint unique_code_counters_last_code_check CHECK (((last_code >= 0) AND (last_code <= 999)))
);

create table unknown_callbacks (
  id bigint not null generated always as identity,
  account text not null,
  body text not null,
  body_hash bytea not null,
  times integer not null default 1,
  received_at timestamp with time zone not null,
  last_received_at timestamp with time zone not null,
  constraint unknown_callbacks_pkey PRIMARY KEY (id),
  constraint unknown_callbacks_body_hash_key UNIQUE (body_hash)
);
CREATE INDEX unknown_callbacks_age ON unknown_callbacks USING btree ((received_at AT TIME ZONE 'UTC'::text));

create table user_emails (
  email text not null,
  shop_id bigint not null,
  user_id bigint not null,
  constraint user_emails_pkey PRIMARY KEY (email),
  constraint user_emails_user_unique UNIQUE (shop_id, user_id)
);

create table user_preferences (
  shop_id bigint not null,
  user_id bigint not null,
  name text collate "C" not null,
  value text not null,
  updated_at timestamp with time zone not null,
  constraint user_preferences_pkey PRIMARY KEY (shop_id, user_id, name),
  constraint user_preferences_shop_id_user_id_fkey FOREIGN KEY (shop_id, user_id) REFERENCES users(shop_id, id)
);

create table user_warehouses (
  shop_id bigint not null,
  user_id bigint not null,
  warehouse_id bigint not null,
  constraint user_warehouses_pkey PRIMARY KEY (shop_id, user_id, warehouse_id),
  constraint user_warehouses_shop_id_user_id_fkey FOREIGN KEY (shop_id, user_id) REFERENCES users(shop_id, id),
  constraint user_warehouses_shop_id_warehouse_id_fkey FOREIGN KEY (shop_id, warehouse_id) REFERENCES warehouses(shop_id, id)
);

create table users (
  shop_id bigint not null,
  id bigint not null generated always as identity,
  email text not null,
  full_name text not null,
  phone text not null default ''::text,
  password_hash text,
  role text not null,
  status text not null,
  invitation_hash bytea,
  invitation_expires_at timestamp with time zone,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint users_pkey PRIMARY KEY (shop_id, id),
  constraint users_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id),
  constraint users_check CHECK (((status <> 'ACTIVE'::text) OR (password_hash IS NOT NULL))),
  constraint users_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'admin'::text, 'warehouse'::text]))),
  constraint users_status_check CHECK ((status = ANY (ARRAY['INVITED'::text, 'ACTIVE'::text, 'REMOVED'::text])))
);
CREATE UNIQUE INDEX users_invitation_unique ON users USING btree (shop_id, invitation_hash) WHERE (invitation_hash IS NOT NULL);
CREATE UNIQUE INDEX users_shop_email_unique ON users USING btree (shop_id, lower(email)) WHERE (status <> 'REMOVED'::text);

create table variation_shelves (
  shop_id bigint not null,
  variation_id bigint not null,
  warehouse_id bigint not null,
  shelf text not null,
  constraint variation_shelves_pkey PRIMARY KEY (shop_id, variation_id, warehouse_id),
  constraint variation_shelves_shop_id_variation_id_fkey FOREIGN KEY (shop_id, variation_id) REFERENCES product_variations(shop_id, id) ON DELETE CASCADE,
  constraint variation_shelves_shop_id_warehouse_id_fkey FOREIGN KEY (shop_id, warehouse_id) REFERENCES warehouses(shop_id, id),
  constraint variation_shelves_shelf_check CHECK ((shelf <> ''::text))
);

create table variation_texts (
  shop_id bigint not null,
  variation_id bigint not null,
  product_id bigint not null,
  "position" smallint not null,
  product_type text not null,
  product_created_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  search_text text collate "C" not null,
  constraint variation_texts_pkey PRIMARY KEY (shop_id, variation_id),
  constraint variation_texts_shop_id_variation_id_fkey FOREIGN KEY (shop_id, variation_id) REFERENCES product_variations(shop_id, id) ON DELETE CASCADE
);
CREATE INDEX variation_texts_newest ON variation_texts USING btree (shop_id, product_created_at DESC, product_id DESC, "position", variation_id) WHERE (archived_at IS NULL);
CREATE INDEX variation_texts_product ON variation_texts USING btree (shop_id, product_id);
CREATE INDEX variation_texts_search ON variation_texts USING gin (search_grams(shop_id, search_text)) WITH (gin_pending_list_limit='512');

create table vendor_rates (
  shop_id bigint not null,
  origin_code integer not null,
  destination_code integer not null,
  weight_class integer not null,
  content_class text collate "C" not null,
  is_cod boolean not null,
  vendor text not null,
  rates jsonb not null,
  expires_at timestamp with time zone not null,
  constraint vendor_rates_pkey PRIMARY KEY (shop_id, origin_code, destination_code, weight_class, content_class, is_cod, vendor),
  constraint vendor_rates_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id)
);
CREATE INDEX vendor_rates_expiry ON vendor_rates USING btree ((expires_at AT TIME ZONE 'UTC'::text));

create table warehouses (
  shop_id bigint not null,
  id bigint not null generated by default as identity,
  name text not null,
  supplier_id bigint,
  is_active boolean not null default true,
  created_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  constraint warehouses_pkey PRIMARY KEY (shop_id, id),
  constraint warehouses_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id),
  constraint warehouses_shop_id_supplier_id_fkey FOREIGN KEY (shop_id, supplier_id) REFERENCES suppliers(shop_id, id)
);
CREATE UNIQUE INDEX warehouses_name_unique ON warehouses USING btree (shop_id, lower(name)) WHERE (archived_at IS NULL);

create table webhook_attempts (
  shop_id bigint not null,
  delivery_id bigint not null,
  number integer not null,
  at timestamp with time zone not null,
  milliseconds integer not null,
  status smallint,
  error text,
  answer text not null,
  constraint webhook_attempts_pkey PRIMARY KEY (shop_id, delivery_id, number),
  constraint webhook_attempts_shop_id_delivery_id_fkey FOREIGN KEY (shop_id, delivery_id) REFERENCES webhook_deliveries(shop_id, id) ON DELETE CASCADE,
  constraint webhook_attempts_milliseconds_check CHECK ((milliseconds >= 0))
);

create table webhook_deliveries (
  shop_id bigint not null,
  id bigint not null generated always as identity,
  message_id bigint not null,
  endpoint_id bigint not null,
  type text not null,
  subject text not null,
  "position" bigint not null,
  part integer not null,
  state text not null,
  tries integer not null default 0,
  attempts integer not null default 0,
  status smallint,
  error text,
  retry_at timestamp with time zone,
  queued_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint webhook_deliveries_pkey PRIMARY KEY (shop_id, id),
  constraint webhook_deliveries_once UNIQUE (shop_id, message_id, endpoint_id),
  constraint webhook_deliveries_shop_id_endpoint_id_fkey FOREIGN KEY (shop_id, endpoint_id) REFERENCES webhook_endpoints(shop_id, id),
  constraint webhook_deliveries_shop_id_message_id_fkey FOREIGN KEY (shop_id, message_id) REFERENCES webhook_messages(shop_id, id) ON DELETE CASCADE,
  constraint webhook_deliveries_check CHECK (((state = 'WAITING'::text) = (ended_at IS NULL))),
  constraint webhook_deliveries_check1 CHECK (((retry_at IS NULL) OR (state = 'WAITING'::text))),
  constraint webhook_deliveries_state_check CHECK ((state = ANY (ARRAY['WAITING'::text, 'DELIVERED'::text, 'FAILED'::text])))
);
CREATE INDEX webhook_deliveries_newest ON webhook_deliveries USING btree (shop_id, endpoint_id, created_at DESC, id DESC);
CREATE INDEX webhook_deliveries_state ON webhook_deliveries USING btree (shop_id, endpoint_id, state, created_at DESC, id DESC);
CREATE INDEX webhook_deliveries_state_type ON webhook_deliveries USING btree (shop_id, endpoint_id, state, type, created_at DESC, id DESC);
CREATE INDEX webhook_deliveries_type ON webhook_deliveries USING btree (shop_id, endpoint_id, type, created_at DESC, id DESC);
CREATE INDEX webhook_deliveries_waiting ON webhook_deliveries USING btree (shop_id, endpoint_id, subject, "position", part) WHERE (state = 'WAITING'::text);

create table webhook_endpoints (
  shop_id bigint not null,
  id bigint not null generated always as identity,
  url text not null,
  description text not null,
  event_types text[],
  state text not null,
  off_reason text,
  off_at timestamp with time zone,
  secret bytea,
  previous_secret bytea,
  previous_ends_at timestamp with time zone,
  created_by bigint not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint webhook_endpoints_pkey PRIMARY KEY (shop_id, id),
  constraint webhook_endpoints_shop_id_created_by_fkey FOREIGN KEY (shop_id, created_by) REFERENCES users(shop_id, id),
  constraint webhook_endpoints_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id),
  constraint webhook_endpoints_check CHECK (((state = 'OFF'::text) = (off_reason IS NOT NULL))),
  constraint webhook_endpoints_check1 CHECK (((off_reason IS NULL) = (off_at IS NULL))),
  constraint webhook_endpoints_check2 CHECK (((previous_secret IS NULL) = (previous_ends_at IS NULL))),
  constraint webhook_endpoints_off_reason_check CHECK ((off_reason = ANY (ARRAY['OWNER'::text, 'GONE'::text, 'FAILING'::text]))),
  constraint webhook_endpoints_state_check CHECK ((state = ANY (ARRAY['ACTIVE'::text, 'OFF'::text, 'DELETED'::text])))
);
CREATE INDEX webhook_endpoints_listed ON webhook_endpoints USING btree (shop_id, created_at, id) WHERE (state <> 'DELETED'::text);

create table webhook_lanes (
  shop_id bigint not null,
  endpoint_id bigint not null,
  subject text not null,
  due_at timestamp with time zone not null,
  is_sending boolean not null default false,
  turn bigint not null default 0,
  touched_at timestamp with time zone not null,
  constraint webhook_lanes_pkey PRIMARY KEY (shop_id, endpoint_id, subject),
  constraint webhook_lanes_shop_id_endpoint_id_fkey FOREIGN KEY (shop_id, endpoint_id) REFERENCES webhook_endpoints(shop_id, id)
);
CREATE INDEX webhook_lanes_age ON webhook_lanes USING btree ((touched_at AT TIME ZONE 'UTC'::text));
CREATE INDEX webhook_lanes_due ON webhook_lanes USING btree (shop_id, endpoint_id, due_at);
CREATE INDEX webhook_lanes_sending ON webhook_lanes USING btree (shop_id, endpoint_id, due_at) WHERE is_sending;

create table webhook_messages (
  shop_id bigint not null,
  id bigint not null generated always as identity,
  webhook_id text not null,
  event_id bigint,
  type text not null,
  subject text not null,
  body text not null,
  created_at timestamp with time zone not null,
  constraint webhook_messages_pkey PRIMARY KEY (shop_id, id),
  constraint webhook_messages_once UNIQUE (shop_id, event_id, type, subject),
  constraint webhook_messages_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id)
);
CREATE INDEX webhook_messages_age ON webhook_messages USING btree ((created_at AT TIME ZONE 'UTC'::text));

create table webhook_queues (
  shop_id bigint not null,
  endpoint_id bigint not null,
  due_at timestamp with time zone,
  failures integer not null default 0,
  given_up integer not null default 0,
  failing_since timestamp with time zone,
  is_resting boolean not null default false,
  constraint webhook_queues_pkey PRIMARY KEY (shop_id, endpoint_id),
  constraint webhook_queues_shop_id_endpoint_id_fkey FOREIGN KEY (shop_id, endpoint_id) REFERENCES webhook_endpoints(shop_id, id)
);
CREATE INDEX webhook_queues_due ON webhook_queues USING btree (due_at) WHERE (NOT is_resting);
CREATE INDEX webhook_queues_resting ON webhook_queues USING btree (due_at) WHERE is_resting;

create table withdrawals (
  shop_id bigint not null,
  id bigint not null generated always as identity,
  key text not null,
  state text not null,
  bank_code text not null,
  bank_name text not null,
  account_number text not null,
  holder_name text not null,
  nominal_idr bigint not null,
  fee_idr bigint not null,
  may_be_sent boolean not null default false,
  vendor_payout_id text,
  attempts integer not null default 0,
  problem text,
  next_try_at timestamp with time zone,
  user_id bigint not null,
  created_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  ended_at timestamp with time zone,
  updated_at timestamp with time zone not null,
  constraint withdrawals_pkey PRIMARY KEY (shop_id, id),
  constraint withdrawals_key_unique UNIQUE (shop_id, key),
  constraint withdrawals_shop_id_fkey FOREIGN KEY (shop_id) REFERENCES shops(id),
  constraint withdrawals_shop_id_user_id_fkey FOREIGN KEY (shop_id, user_id) REFERENCES users(shop_id, id),
  constraint withdrawals_check CHECK (((state = ANY (ARRAY['REQUESTED'::text, 'SENT'::text])) <= (next_try_at IS NOT NULL))),
  constraint withdrawals_check1 CHECK (((state = ANY (ARRAY['PAID'::text, 'FAILED'::text])) = (ended_at IS NOT NULL))),
  constraint withdrawals_fee_idr_check CHECK ((fee_idr >= 0)),
  constraint withdrawals_nominal_idr_check CHECK ((nominal_idr > 0)),
  constraint withdrawals_state_check CHECK ((state = ANY (ARRAY['REQUESTED'::text, 'SENT'::text, 'PAID'::text, 'FAILED'::text])))
);
CREATE INDEX withdrawals_due ON withdrawals USING btree (shop_id, next_try_at) WHERE (next_try_at IS NOT NULL);
CREATE UNIQUE INDEX withdrawals_in_progress ON withdrawals USING btree (shop_id, bank_code, account_number, nominal_idr) WHERE (state = ANY (ARRAY['REQUESTED'::text, 'SENT'::text]));
CREATE INDEX withdrawals_newest ON withdrawals USING btree (shop_id, created_at DESC, id DESC);

CREATE OR REPLACE FUNCTION public.customer_search_text(name text, phone text, email text, address text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN search_form(concat(' ', translate(name, '	
'::text, '  '::text), '	 ', phone, '	 ', email, '	 ', translate(address, '	
'::text, '  '::text)));

CREATE OR REPLACE FUNCTION public.order_search_text(po_number bigint, sender_name text, receiver_name text, sender_phone text, receiver_phone text, awb_number text, marketplace_awb text, product_text text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN search_form(concat(' ', po_number, '	 ', sender_name, (' '::text || NULLIF(receiver_name, sender_name)), '	 ', sender_phone, (' '::text || NULLIF(receiver_phone, sender_phone)), '	 ', awb_number, (' '::text || marketplace_awb), (' '::text || NULLIF(translate(awb_number, '-./ '::text, ''::text), awb_number)), (' '::text || NULLIF(translate(marketplace_awb, '-./ '::text, ''::text), marketplace_awb)), '	 ', split_part(product_text, '	'::text, 1), '	 ', split_part(product_text, '	'::text, 2), (' '::text || NULLIF(translate(split_part(product_text, '	'::text, 2), '-_./#:+'::text, ''::text), split_part(product_text, '	'::text, 2)))));

CREATE OR REPLACE FUNCTION public.search_form(words text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN (octet_length(words) = char_length(words)) THEN lower(words) ELSE lower(regexp_replace(NORMALIZE(words, NFKD), '[\u0300-\u036f]'::text, ''::text, 'g'::text)) END;

CREATE OR REPLACE FUNCTION public.search_grams(shop_id bigint, form text)
 RETURNS bigint[]
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
AS $function$
declare
  shop constant bigint := (shop_id % 2097152) << 42;
  grams bigint[] := '{}';
  sign text;
  code bigint;
  before bigint := 0;
  before_that bigint := 0;
begin
  foreach sign in array string_to_array(form, null) loop
    if sign = ' ' then
      before := 0;
      before_that := 0;
      continue;
    end if;
    code := ascii(sign) % 16384;
    grams := grams || (shop + code);
    if before > 0 then grams := grams || (shop + (before << 14) + code); end if;
    if before_that > 0 then grams := grams || (shop + (before_that << 28) + (before << 14) + code); end if;
    before_that := before;
    before := code;
  end loop;
  return grams;
end $function$;

CREATE OR REPLACE FUNCTION public.variation_search_text(name text, color text, size text, sku text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN search_form(concat_ws(' '::text, name, color, size, sku, NULLIF(translate(sku, '-_./ #:+'::text, ''::text), sku)));

CREATE OR REPLACE FUNCTION public.word_grams(shop_id bigint, form text)
 RETURNS bigint[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (SELECT array_agg(longest.gram) AS array_agg FROM (SELECT GREATEST(1, LEAST(length(word_grams.form), 3)) AS size) word, LATERAL generate_series(0, ((length(word_grams.form) - 1) / word.size)) part(part), LATERAL (SELECT substr(word_grams.form, (LEAST((part.part * word.size), (length(word_grams.form) - word.size)) + 1), word.size) AS run) piece, LATERAL (SELECT max(gram.gram) AS gram FROM unnest(search_grams(word_grams.shop_id, piece.run)) gram(gram)) longest);
