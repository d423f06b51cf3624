-- People told to the city with their consent, and erased in every hall. Times are milliseconds UTC.
-- The journal is never changed but for one thing: what a row of table `share` said of a person gives way to its hash, which keeps the chain.
DROP TRIGGER journal_never_changed;
CREATE TRIGGER journal_never_changed BEFORE UPDATE ON journal
WHEN OLD.table_name <> 'share' OR NEW.body <> erased_body(OLD.kind, OLD.key, OLD.body)
  OR (NEW.seq, NEW.boot, NEW.counter, NEW.ends, NEW.command_id, NEW.table_name, NEW.key, NEW.kind, NEW.clock, NEW.version, NEW.hash)
    IS NOT (OLD.seq, OLD.boot, OLD.counter, OLD.ends, OLD.command_id, OLD.table_name, OLD.key, OLD.kind, OLD.clock, OLD.version, OLD.hash)
BEGIN SELECT RAISE(ABORT, 'the journal is never changed'); END;
CREATE INDEX journal_share ON journal (key) WHERE table_name = 'share';

-- Whom the city must be told of (again); one row a person.
CREATE TABLE share_due (worker_id TEXT PRIMARY KEY REFERENCES worker, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
-- What was told last, as a blind index: the same is not told twice. `told_to`: the key of the city.
CREATE TABLE share_told (worker_id TEXT PRIMARY KEY REFERENCES worker, told_to TEXT NOT NULL, told_index BLOB NOT NULL, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
-- When each field that may be written in two places was last written here. A record without a row is as old as its registration.
CREATE TABLE field_clock (
  worker_id TEXT NOT NULL REFERENCES worker,
  field TEXT NOT NULL CHECK (field IN ('name', 'phone', 'trades')),
  at INTEGER NOT NULL,
  n INTEGER NOT NULL CHECK (n >= 0),
  PRIMARY KEY (worker_id, field)
) STRICT, WITHOUT ROWID;
-- The newest of them, which a clock that was put back does not undercut.
CREATE TABLE hybrid_clock (id INTEGER PRIMARY KEY CHECK (id = 1), at INTEGER NOT NULL, n INTEGER NOT NULL) STRICT;
INSERT INTO hybrid_clock VALUES (1, 0, 0);

-- Erasures of the whole city that were done here. By its mark whoever holds the number knows it; nobody can tell the number from it.
CREATE TABLE erasure_heard (
  erasure_id TEXT PRIMARY KEY,
  quick TEXT NOT NULL,
  mark TEXT NOT NULL,
  at INTEGER NOT NULL,
  heard_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
