-- Devices of the hall's network: whose key opens which door, until when. One that was sent away stays, so that its name is known.
CREATE TABLE enrolled_device (
  device_id TEXT PRIMARY KEY,
  role TEXT NOT NULL CHECK (role IN ('kiosk', 'board', 'console')),
  name TEXT NOT NULL,
  printer TEXT,
  fingerprint TEXT NOT NULL,
  proof TEXT NOT NULL CHECK (proof IN ('certificate', 'session')),
  enrolled_at INTEGER NOT NULL, until_at INTEGER NOT NULL, revoked_at INTEGER,
  CHECK ((printer IS NULL) = (role <> 'kiosk'))
) STRICT, WITHOUT ROWID;
