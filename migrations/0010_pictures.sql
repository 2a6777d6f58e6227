-- Pictures that the shop's products may show. A row is older than its files, and goes after them, so that no
-- file is forgotten. check_at is when it is looked whether any product still shows it: a picture that a product
-- was just saved with is not due. removed_at: its files are being removed, and no product may be given it.
create table product_pictures (
  shop_id bigint not null references shops,
  -- Name of its files without size and format, as '7/product/3f…'
  name text not null,
  -- Of the file that was sent, so that the same sent twice is kept once.
  content_hash bytea not null,
  width_px integer not null,
  height_px integer not null,
  stored_at timestamptz,
  check_at timestamptz not null,
  removed_at timestamptz,
  created_by bigint not null,
  created_at timestamptz not null,
  primary key (shop_id, name),
  foreign key (shop_id, created_by) references users
);
create index product_pictures_content on product_pictures (shop_id, content_hash);
create index product_pictures_due on product_pictures (check_at);
