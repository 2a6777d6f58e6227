-- Work that a service outside asks for by a signed callback, once for each of its events.
alter table shop_jobs drop constraint shop_jobs_actor_kind_check;
alter table shop_jobs
  add constraint shop_jobs_actor_kind_check check (actor_kind in ('session', 'api_key', 'callback'));
-- Of work that is done once however often it is asked for.
alter table shop_jobs add column key text;
create unique index shop_jobs_key on shop_jobs (shop_id, name, key) where key is not null;
