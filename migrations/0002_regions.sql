-- Regions of Indonesia, the same for all shops: codes of the Ministry of Home Affairs, legacy ids of the old
-- RajaOngkir list where they were imported.

create table provinces (
  code integer primary key,
  legacy_id integer unique,
  name text not null
);

create table cities (
  code integer primary key,
  legacy_id integer unique,
  name text not null,
  province_code integer not null references provinces
);
create index cities_province on cities (province_code);

create table districts (
  code integer primary key,
  legacy_id integer unique,
  name text not null,
  city_code integer not null references cities,
  postal_codes text[] not null default '{}',
  -- The id that clients see. Official codes have six digits and legacy ids at most four, so they never meet.
  public_id integer not null generated always as (coalesce(legacy_id, code)) stored,
  -- "district, city, province" in lower case.
  search_text text not null
);
create index districts_city on districts (city_code);
create index districts_search on districts using gin (search_text gin_trgm_ops);
