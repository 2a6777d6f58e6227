-- What is unique among all shops stands in directories of their own, which belong to no shop; all else is unique within
-- its shop (docs/scale.md).

create table shop_subdomains (
  subdomain text primary key,
  shop_id bigint not null constraint shop_subdomains_shop_unique unique
);
insert into shop_subdomains (subdomain, shop_id) select subdomain, id from shops;
alter table shops drop constraint shops_subdomain_unique;

-- Who signs in by an email, in lower case: the users that are ACTIVE.
create table user_emails (
  email text primary key,
  shop_id bigint not null,
  user_id bigint not null,
  constraint user_emails_user_unique unique (shop_id, user_id)
);
insert into user_emails (email, shop_id, user_id) select lower(email), shop_id, id from users where status = 'ACTIVE';
drop index users_email_unique;

-- Tokens say their shop, and are looked up within it.
alter table sessions drop constraint sessions_token_unique;
alter table sessions add constraint sessions_token_unique unique (shop_id, token_hash);
alter table api_keys drop constraint api_keys_hash_unique;
alter table api_keys add constraint api_keys_hash_unique unique (shop_id, key_hash);
alter table downloads drop constraint downloads_token_unique;
alter table downloads add constraint downloads_token_unique unique (shop_id, token_hash);
drop index users_invitation_unique;
create unique index users_invitation_unique on users (shop_id, invitation_hash) where invitation_hash is not null;

-- Pictures are swept shop by shop.
create index product_pictures_due_of_shop on product_pictures (shop_id, check_at);
