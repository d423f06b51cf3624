-- How each machine of the hall fares, since when; and every trouble it had, with its end, for the month's figures.
CREATE TABLE device_state (
  device_id TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('link', 'reader', 'printer')), state TEXT NOT NULL, since INTEGER NOT NULL,
  PRIMARY KEY (device_id, kind)
) STRICT, WITHOUT ROWID;
CREATE TABLE device_trouble (
  device_id TEXT NOT NULL, kind TEXT NOT NULL, from_at INTEGER NOT NULL, state TEXT NOT NULL, until_at INTEGER,
  PRIMARY KEY (device_id, kind, from_at, state)
) STRICT, WITHOUT ROWID;
CREATE INDEX device_trouble_at ON device_trouble (from_at);

-- The checks before opening, as each machine told them last.
CREATE TABLE readiness (
  device_id TEXT NOT NULL, check_name TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('ok', 'soon', 'bad', 'unknown')), value INTEGER, since INTEGER NOT NULL,
  PRIMARY KEY (device_id, check_name)
) STRICT, WITHOUT ROWID;

-- Print jobs of one kind more. CHECKs cannot be altered, so the table is made anew.
CREATE TABLE print_job_with_readiness (
  print_job_id TEXT PRIMARY KEY,
  printer TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('queueTicket', 'jobSlip', 'hireSlip', 'agreement', 'promise', 'disputeCopy', 'drawSheet', 'rules', 'readiness')),
  subject_id TEXT NOT NULL,
  copy INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'printed', 'unknown', 'failed')),
  at INTEGER NOT NULL,
  UNIQUE (kind, subject_id, copy)
) STRICT, WITHOUT ROWID;
INSERT INTO print_job_with_readiness SELECT print_job_id, printer, kind, subject_id, copy, state, at FROM print_job;
DROP TABLE print_job;
ALTER TABLE print_job_with_readiness RENAME TO print_job;
CREATE INDEX print_job_unfinished ON print_job (printer, at) WHERE state IN ('queued', 'sending');
CREATE INDEX print_job_in_trouble ON print_job (at) WHERE state IN ('queued', 'unknown', 'failed');
