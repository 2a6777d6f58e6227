-- Words that many orders hold are looked up quarter by quarter (91 days), from the newest on, until there are enough; the
-- others, of which a quarter has next to none, in all quarters at once. One index serves both: each row of it is of the
-- shop, of the shop's quarter and of the pieces of its words.
create index order_texts_words on order_texts
  using gin ((shop_id + 0), (shop_id * 1000 + (order_date - date '2000-01-01') / 91), search_text gin_trgm_ops)
  with (gin_pending_list_limit = 512);
drop index order_texts_search;
