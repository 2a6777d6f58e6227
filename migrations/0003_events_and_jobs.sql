-- What the kernel needs: answers to repeated requests, events and their readers, long work, mail, and files made for
-- download.

-- The answer to a request that carried an Idempotency-Key, written by the business transaction itself.
-- scope is the shop (0: nobody signed in). The key is kept as a hash, which has in it whose it is, and the answer is
-- sealed with the key itself, so that tokens and customers' data in it can't be read from the database.
create table idempotency_keys (
  scope bigint not null,
  key_hash bytea not null,
  request_hash bytea not null,
  status smallint not null,
  sealed_body bytea not null,
  created_at timestamptz not null,
  -- That was answered: what a lesser one may not do, it is not told either.
  role text not null check (role in ('owner', 'admin', 'warehouse')),
  -- Those that the answer has by their names, where the statement that stored it drew them: the numbers of what was made.
  numbers jsonb,
  primary key (scope, key_hash)
);
create index idempotency_keys_age on idempotency_keys ((created_at at time zone 'UTC'));

-- What happened, in the transaction in which it happened, and who did it: notifications, webhooks and aggregates
-- read from here, and the owner. Other parts of the product read it in a total order: see
-- docs/decisions/0012-readers-of-events.md.
create table outbox_events (
  shop_id bigint not null,
  id bigint generated always as identity,
  -- Past tense with its noun, as 'product.created'
  name text not null,
  subject_id bigint not null,
  payload jsonb not null,
  user_id bigint not null,
  -- Where the user's key was used, not a session.
  api_key_id bigint,
  created_at timestamptz not null,
  -- Of the payload's shape: docs/events.md.
  version smallint not null default 1,
  -- Where it comes in the order in which readers get it; null until it has been given its place.
  position bigint,
  primary key (shop_id, id)
);
-- The audit log, in the order of time.
create index outbox_events_newest on outbox_events (shop_id, created_at, id);
create index outbox_events_user on outbox_events (shop_id, user_id, created_at, id);
create index outbox_events_subject on outbox_events (shop_id, subject_id, created_at, id);
create index outbox_events_age on outbox_events ((created_at at time zone 'UTC'));
create index outbox_events_position on outbox_events (position) where position is not null;
-- What was last changed in the shop: see kernel/shop-version.ts.
create index outbox_events_version on outbox_events (shop_id, position);
create index outbox_events_unplaced on outbox_events (id) where position is null;

-- The place that was given last. Who holds this row alone gives places.
create table event_places (
  is_only boolean primary key default true check (is_only),
  last_position bigint not null
);
insert into event_places (last_position) values (0);

-- How far each reader has come. Who holds its row alone reads for it.
create table event_readers (
  name text primary key,
  position bigint not null,
  -- Up to here it takes one event at a time: among these is one that it failed at.
  single_until bigint not null default 0,
  -- At the event after `position`, and why, and when it is tried again.
  failures integer not null default 0,
  error text,
  retry_at timestamptz
);

-- Events that a reader failed at so often that it went on without them.
create table events_set_aside (
  shop_id bigint not null references shops,
  reader text not null,
  event_id bigint not null,
  error text not null,
  created_at timestamptz not null,
  primary key (shop_id, event_id, reader),
  foreign key (shop_id, event_id) references outbox_events on delete cascade
);

-- What a person sees of long work: pg-boss keeps the queue (schema jobs), this row says what is asked, how
-- far it is and how it ended. It is queued in the transaction in which it is asked for.
create table shop_jobs (
  shop_id bigint not null references shops,
  id bigint generated always as identity,
  name text not null,
  input jsonb not null,
  status text not null default 'QUEUED' check (status in ('QUEUED', 'RUNNING', 'SUCCESS', 'FAILED')),
  -- Counts the runs begun: only the newest may write what follows.
  attempts smallint not null default 0,
  done integer not null default 0 check (done >= 0),
  total integer check (total >= 0),
  result jsonb,
  -- Parts of the refusal that ended it, as codes with values: read in the reader's language.
  failure jsonb,
  user_id bigint not null,
  -- callback: a service outside asked for it, by a signed callback.
  actor_kind text not null check (actor_kind in ('session', 'api_key', 'callback')),
  credential_id bigint not null,
  language text not null check (language in ('en', 'id')),
  base_url text not null,
  request_id text not null,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  -- Of work that is done once however often it is asked for, as once for each event of a service outside.
  key text,
  primary key (shop_id, id),
  foreign key (shop_id, user_id) references users,
  check ((status = 'SUCCESS') = (result is not null)),
  check ((status = 'FAILED') = (failure is not null)),
  check ((status in ('SUCCESS', 'FAILED')) = (finished_at is not null))
);
create index shop_jobs_unfinished on shop_jobs (shop_id) where status in ('QUEUED', 'RUNNING');
create index shop_jobs_newest on shop_jobs (shop_id, created_at desc, id desc);
-- What somebody's own work came to.
create index shop_jobs_of_user on shop_jobs (shop_id, user_id, status, created_at desc, id desc);
create index shop_jobs_age on shop_jobs ((created_at at time zone 'UTC'));
create unique index shop_jobs_key on shop_jobs (shop_id, name, key) where key is not null;

-- Mail that leaves by SMTP, and the only place where it can be read when there is none.
create table mails (
  shop_id bigint not null references shops,
  id bigint generated always as identity,
  -- The user it is for: others but the owner do not see it. Without one it is for a customer.
  user_id bigint,
  recipient text not null,
  subject text not null,
  body text not null,
  -- In place of the body where it holds a code or a link that opens something; gone when the mail has left.
  sealed_body bytea,
  -- KEPT: there was no SMTP server to give it to.
  status text not null check (status in ('WAITING', 'SENT', 'FAILED', 'KEPT')),
  -- The mail server's words of the last refusal.
  reply text,
  -- The same key twice is one mail, so that work that is run again sends none a second time.
  key text,
  created_at timestamptz not null,
  sent_at timestamptz,
  primary key (shop_id, id),
  unique (shop_id, key),
  foreign key (shop_id, user_id) references users,
  check ((status = 'SENT') = (sent_at is not null))
);
create index mails_newest on mails (shop_id, created_at desc, id desc);
create index mails_age on mails ((created_at at time zone 'UTC'));

-- Files made for one user, handed out to who has the link until it ends. The row is older than its file, so
-- that no file is forgotten.
create table downloads (
  shop_id bigint not null references shops,
  id bigint generated always as identity,
  token_hash bytea not null,
  storage_name text not null,
  file_name text not null,
  content_type text not null,
  user_id bigint not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  -- That the file was made in: what it had in it, a lesser one may not read.
  role text not null check (role in ('owner', 'admin', 'warehouse')),
  primary key (shop_id, id),
  constraint downloads_token_unique unique (shop_id, token_hash),
  foreign key (shop_id, user_id) references users
);
create index downloads_expiry on downloads (expires_at);
