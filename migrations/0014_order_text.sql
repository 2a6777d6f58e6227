-- Districts by their bare name, with or without its blanks, and by names that are nearly it: for addresses as
-- people write them in chats.
create index districts_name on districts (replace(lower(name), ' ', ''));
create index districts_name_like on districts using gin (lower(name) gin_trgm_ops);
create index districts_postal_codes on districts using gin (postal_codes);
