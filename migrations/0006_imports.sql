-- Products by sheet: the rows as they were sent, what they would do, and what they did.

create table product_imports (
  shop_id bigint not null references shops,
  id bigint generated always as identity,
  file_name text not null,
  status text not null check (status in ('CHECKING', 'READY', 'APPLYING', 'APPLIED', 'UNDOING', 'UNDONE')),
  -- What the columns mean and their titles in the file, as pairs in order; and titles that mean nothing to us.
  titles jsonb not null,
  unknown_columns text[] not null,
  row_total integer not null check (row_total >= 0),
  -- The job that works on it now, or did last.
  job_id bigint,
  created_by bigint not null,
  created_at timestamptz not null,
  applied_at timestamptz,
  undone_at timestamptz,
  -- The newest entry of the stock ledger when it had been applied: what is newer for its goods, others did.
  ledger_id bigint,
  primary key (shop_id, id),
  foreign key (shop_id, created_by) references users
);

create table product_import_rows (
  shop_id bigint not null,
  import_id bigint not null,
  row_number integer not null,
  cells jsonb not null,
  outcome text check (outcome in ('NEW', 'CHANGED', 'UNCHANGED', 'WRONG')),
  -- {column, en, id} for each cell at fault.
  faults jsonb not null default '[]',
  product_id bigint,
  variation_id bigint,
  -- What a changed variation and its product were, to be put back.
  before jsonb,
  primary key (shop_id, import_id, row_number),
  foreign key (shop_id, import_id) references product_imports on delete cascade
);
create index product_import_rows_outcome on product_import_rows (shop_id, import_id, outcome, row_number);
