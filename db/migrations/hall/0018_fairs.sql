-- Fairs: hours, trades (JSON), tables (JSON) and where in the hall.
CREATE TABLE fair (
  fair_id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  from_at INTEGER NOT NULL,
  until_at INTEGER NOT NULL,
  trades TEXT NOT NULL CHECK (json_valid(trades)),
  tables TEXT NOT NULL CHECK (json_valid(tables)),
  place TEXT,
  by_staff TEXT NOT NULL,
  ended_at INTEGER,
  CHECK (from_at < until_at)
) STRICT, WITHOUT ROWID;
CREATE INDEX fair_live ON fair (until_at) WHERE ended_at IS NULL;
CREATE INDEX fair_newest ON fair (from_at);
