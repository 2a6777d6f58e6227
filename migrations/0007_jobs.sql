-- Long work, mail and files made for download.

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
  actor_kind text not null check (actor_kind in ('session', 'api_key')),
  credential_id bigint not null,
  language text not null check (language in ('en', 'id')),
  base_url text not null,
  request_id text not null,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  primary key (shop_id, id),
  foreign key (shop_id, user_id) references users,
  check ((status = 'SUCCESS') = (result is not null)),
  check ((status = 'FAILED') = (failure is not null)),
  check ((status in ('SUCCESS', 'FAILED')) = (finished_at is not null))
);
create index shop_jobs_unfinished on shop_jobs (shop_id) where status in ('QUEUED', 'RUNNING');
create index shop_jobs_age on shop_jobs (created_at);

-- Mail that leaves by SMTP, and the only place where it can be read when there is none.
create table mails (
  shop_id bigint not null references shops,
  id bigint generated always as identity,
  -- The user it is for: others but the owner do not see it. Without one it is for a customer.
  user_id bigint,
  recipient text not null,
  subject text not null,
  body text not null,
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
create index mails_age on mails (created_at);

-- Files made for one user, handed out to who has the link until it ends. The row is older than its file, so
-- that no file is forgotten.
create table downloads (
  shop_id bigint not null references shops,
  id bigint generated always as identity,
  token_hash bytea not null constraint downloads_token_unique unique,
  storage_name text not null,
  file_name text not null,
  content_type text not null,
  user_id bigint not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (shop_id, id),
  foreign key (shop_id, user_id) references users
);
create index downloads_expiry on downloads (expires_at);
