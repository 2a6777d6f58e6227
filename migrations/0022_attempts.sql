-- Wrong passwords, per place that is watched: an account from one network, a network, an account from
-- anywhere, a device that the person is known on. No tenant: the account may not exist. A level leaks one
-- failure every `leaks_every_s`, and what it means for the next try is a rule of the application.
drop table login_attempts;
create table login_attempts (
  bucket text primary key,
  level double precision not null,
  leaks_every_s integer not null,
  counted_at timestamptz not null
);
create index login_attempts_age on login_attempts (counted_at);

-- Keys that sign what leaves the server and comes back, as the cookie of a known device: made once, the
-- same for all processes.
create table signing_keys (
  purpose text primary key,
  key bytea not null,
  created_at timestamptz not null
);

-- When the person behind a session last gave the password: at the login, or since.
alter table sessions add column password_confirmed_at timestamptz;
update sessions set password_confirmed_at = created_at;
alter table sessions alter column password_confirmed_at set not null;
