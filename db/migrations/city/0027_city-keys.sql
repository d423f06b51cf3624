-- The city's keys by their public halves, in the order in which they were made; the newest is the last and the one by which is sealed. A key is gone when its row is. Times are milliseconds UTC.
ALTER TABLE city_key DROP COLUMN one;
ALTER TABLE city_key
  ADD COLUMN key_no bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- its number in the key file, which stands in the first byte of what it sealed
  ADD COLUMN ring_no integer NOT NULL DEFAULT 1 CHECK (ring_no BETWEEN 1 AND 15),
  -- nothing here and no hall has needed it since then; null while something does
  ADD COLUMN unneeded_at bigint,
  ADD UNIQUE (key_id);
-- For which key each hall says, in its journal's order, that it closes boxes now.
CREATE TABLE hall_city_key (hall_no integer PRIMARY KEY REFERENCES hall, key_id text NOT NULL, at bigint NOT NULL);
