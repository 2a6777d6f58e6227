-- Answers and files are for who was given them, as long as they may still do what it took.

-- Answers were shared by all users of a shop: a key of before is a new one. The hash of a key now has in it whose it is.
delete from idempotency_keys;
-- The role that was answered: what a lesser one may not do, it is not told either.
alter table idempotency_keys
  add column role text not null check (role in ('owner', 'admin', 'warehouse'));

-- The first of the keys that came one after the other: what was asked with one can be asked again with the next.
alter table api_keys add column first_id bigint;

-- The role that the file was made in: what it had in it, a lesser one may not read.
alter table downloads add column role text check (role in ('owner', 'admin', 'warehouse'));
update downloads set role = users.role from users
  where users.shop_id = downloads.shop_id and users.id = downloads.user_id;
alter table downloads alter column role set not null;
