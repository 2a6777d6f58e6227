-- Bank mutations: what bank statements and mutation services say of the shop's bank accounts, and the payments that it is of.

-- Deleted: no longer listed or selectable, while payments still refer to it. Its number is free.
alter table bank_accounts add column archived_at timestamptz;
alter table bank_accounts drop constraint bank_accounts_number_unique;
create unique index bank_accounts_number_unique on bank_accounts (shop_id, bank_type, account_number)
  where archived_at is null;
