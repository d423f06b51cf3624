-- How far the hall has followed each order placed outside: what was followed is not followed again. Times are milliseconds UTC.
CREATE TABLE online_order (
  order_id TEXT PRIMARY KEY,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  outcome TEXT NOT NULL CHECK (outcome IN ('taken', 'changed', 'withdrawn', 'refused')),
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
