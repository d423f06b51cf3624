-- Accounts of staff. Names and what is kept of PINs are sealed like people's fields and never stand in the journal: a journal goes to the city, is kept for years and cannot be changed, while a name is corrected and a PIN must not be tried out by whoever has a copy.
-- What came back from the city without its record has no name and no PIN: nobody signs in by it before an admin has set one.
CREATE TABLE account (
  staff_id TEXT PRIMARY KEY,
  role TEXT NOT NULL CHECK (role IN ('clerk', 'host', 'boardOperator', 'supervisor', 'admin', 'auditor')),
  name_sealed BLOB, pin_sealed BLOB, card_sealed BLOB,
  one_time INTEGER NOT NULL CHECK (one_time IN (0, 1)),
  opened_at INTEGER NOT NULL, closed_at INTEGER
) STRICT, WITHOUT ROWID;
-- What is kept of the code in the envelope: one at a time, gone when it was used.
CREATE TABLE recovery_code (
  whose TEXT PRIMARY KEY CHECK (whose = 'admin'),
  code_sealed BLOB NOT NULL,
  made_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
