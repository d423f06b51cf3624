-- An operation is in the journal once, whatever was restored and read back: the database itself refuses a second time.
CREATE UNIQUE INDEX journal_op ON journal (boot, counter);
-- Up to where this file holds everything that the city has of this hall; after a loss it is read back from here.
ALTER TABLE uplink ADD COLUMN own_position INTEGER;
ALTER TABLE uplink ADD COLUMN own_stamp TEXT;
-- Operations that the city has and that do not go together with what the hall did since it lost them: kept as they came, for staff to settle. Times are milliseconds UTC.
CREATE TABLE read_back_conflict (
  boot TEXT NOT NULL,
  counter INTEGER NOT NULL,
  table_name TEXT NOT NULL,
  key TEXT NOT NULL,
  kind TEXT NOT NULL,
  clock INTEGER NOT NULL,
  version INTEGER NOT NULL,
  body TEXT NOT NULL,
  -- notUnderstood: not even in the journal; notApplied: in the journal, and not in the tables
  reason TEXT NOT NULL CHECK (reason IN ('notUnderstood', 'notApplied')),
  at INTEGER NOT NULL,
  PRIMARY KEY (boot, counter)
) STRICT, WITHOUT ROWID;
CREATE INDEX read_back_conflict_at ON read_back_conflict (at);
