-- Several hubs on one database: what only one process knew until now.
-- What a hall said last of its leftovers, as JSON. `hub`: the process that heard it; another one's goodbye does not undo it.
CREATE TABLE pool_left (
  hall_no integer PRIMARY KEY REFERENCES hall,
  hub text NOT NULL,
  body text NOT NULL,
  at bigint NOT NULL
);
-- Work that one hub does for all. The time is the database's own, so that clocks of hubs need not agree.
CREATE TABLE hub_lease (
  name text PRIMARY KEY,
  hub text NOT NULL,
  until timestamptz NOT NULL
);
-- The end of a hall's journal as its hello said it: what is missing here is how far it is behind.
ALTER TABLE hall ADD COLUMN claimed_seq bigint NOT NULL DEFAULT 0;
-- Large wake-ups between hubs (@socket.io/postgres-adapter): a notification holds 8,000 bytes.
CREATE TABLE socket_io_attachments (id bigserial PRIMARY KEY, created_at timestamptz NOT NULL DEFAULT now(), payload bytea NOT NULL);
