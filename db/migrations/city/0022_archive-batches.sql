-- Accepted rows as they came, a batch in one piece: the hall has packed it already, and a row of its own for each of them cost the database more than all else together.
-- Rows that somebody asks for one by one (of people, of postings, those that wait) stand in `archive_row`, as all did before; where both have a row, `archive_row` counts. Rows of people stand only there: they can be erased.
-- SQL cannot read `rows`: a later step that counts from the journals is a program (unpackRows in db/city/journal/archive/pack.ts).
-- The new name keeps a hub of the version before from giving half of a journal back: it answers "busy" until it is updated.
ALTER TABLE archive RENAME TO archive_row;
CREATE TABLE archive_batch (
  hall_no integer NOT NULL,
  -- the positions that it covers, both included; those of rows of people are missing in `rows`
  first bigint NOT NULL CHECK (first > 0),
  last bigint NOT NULL CHECK (last >= first),
  epoch text NOT NULL,
  -- which operation stands at `last`
  boot bytea NOT NULL CHECK (octet_length(boot) = 8),
  counter bigint NOT NULL CHECK (counter >= 0),
  -- zstd over JSON
  rows bytea NOT NULL,
  PRIMARY KEY (hall_no, first)
);
-- It is compressed already.
ALTER TABLE archive_batch ALTER COLUMN rows SET STORAGE EXTERNAL;
