-- What the hub must know of every hall: who it is, how far its journal has come, and every row that came. Times are milliseconds UTC.
CREATE TABLE hall (
  hall_no integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  hall_id text NOT NULL UNIQUE,
  name text NOT NULL,
  key_hash bytea NOT NULL,
  -- false when the configuration no longer names it: its rows stay, its figures are not shown
  enrolled boolean NOT NULL,
  -- the fence: one install a hall; `token` has been used by it, `next_token` was handed out and not yet seen again
  install text,
  token text,
  next_token text,
  epoch text,
  seen_at bigint,
  -- of the newest row that was applied
  newest_clock bigint,
  business_day date,
  quarantined integer NOT NULL DEFAULT 0
);

-- Tokens that were replaced. Who shows one is a copy of a machine that went on; who shows one that nobody ever gave out has met a hub restored from a backup.
CREATE TABLE retired_token (
  hall_no integer NOT NULL REFERENCES hall,
  token text NOT NULL,
  at bigint NOT NULL,
  PRIMARY KEY (hall_no, token)
);

-- Everything up to `seq` of this epoch is committed; `hash` is the chain's value there.
CREATE TABLE uplink_cursor (
  hall_no integer NOT NULL REFERENCES hall,
  epoch text NOT NULL,
  seq bigint NOT NULL CHECK (seq >= 0),
  hash bytea NOT NULL CHECK (octet_length(hash) = 32),
  PRIMARY KEY (hall_no, epoch)
);

-- The identity of rows over all epochs: sequence numbers are given again after a restore, these never.
CREATE TABLE op_seen (
  hall_no integer NOT NULL REFERENCES hall,
  boot bytea NOT NULL CHECK (octet_length(boot) = 8),
  counter bigint NOT NULL CHECK (counter >= 0),
  PRIMARY KEY (hall_no, boot, counter)
);

-- Accepted rows, verbatim. `escaped`: the texts are JSON strings, because they held what PostgreSQL's text cannot (a zero byte, half a surrogate).
CREATE TABLE archive (
  hall_no integer NOT NULL REFERENCES hall,
  epoch text NOT NULL,
  seq bigint NOT NULL,
  boot bytea NOT NULL,
  counter bigint NOT NULL,
  ends boolean NOT NULL,
  table_name text NOT NULL,
  key text NOT NULL,
  kind text NOT NULL,
  clock bigint NOT NULL,
  version bigint NOT NULL,
  body text NOT NULL,
  escaped boolean NOT NULL,
  PRIMARY KEY (hall_no, epoch, seq)
);

-- Which archived rows this program could not apply, and why; they wait here for a person or a newer program.
CREATE TABLE quarantine (
  hall_no integer NOT NULL,
  epoch text NOT NULL,
  seq bigint NOT NULL,
  -- notApplied: the tables refused what the fact says
  reason text NOT NULL CHECK (reason IN ('unknownTable', 'notJson', 'notAFact', 'wrongKind', 'notApplied')),
  at bigint NOT NULL,
  PRIMARY KEY (hall_no, epoch, seq),
  FOREIGN KEY (hall_no, epoch, seq) REFERENCES archive
);
