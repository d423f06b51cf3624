-- What people want, the papers they showed, the tables' sessions, and the moves that the day's plan was made of.
CREATE TABLE worker_wish (
  worker_id TEXT PRIMARY KEY REFERENCES worker,
  wishes TEXT NOT NULL CHECK (json_valid(wishes)),
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE worker_certificate (
  worker_id TEXT NOT NULL REFERENCES worker,
  certificate TEXT NOT NULL,
  until_day TEXT NOT NULL,
  by_staff TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (worker_id, certificate)
) STRICT, WITHOUT ROWID;

CREATE TABLE job_application (
  ticket_id TEXT NOT NULL REFERENCES ticket,
  job_id TEXT NOT NULL REFERENCES job,
  at INTEGER NOT NULL,
  PRIMARY KEY (ticket_id, job_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX job_application_of_job ON job_application (job_id);

-- When the terms of a number were said (0) or asked for again (1): declines are counted from there.
CREATE TABLE restate (
  restate INTEGER PRIMARY KEY,
  ticket_id TEXT NOT NULL REFERENCES ticket,
  asked INTEGER NOT NULL CHECK (asked IN (0, 1)),
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX restate_of_ticket ON restate (ticket_id, at);

-- A job at a table: who comes there and why this job now.
CREATE TABLE table_session (
  session_id TEXT PRIMARY KEY,
  day TEXT NOT NULL REFERENCES business_day,
  table_id TEXT NOT NULL,
  job_id TEXT NOT NULL REFERENCES job,
  why TEXT NOT NULL CHECK (why IN ('plannedLong', 'workerWaitsLong', 'best')),
  scarce INTEGER NOT NULL CHECK (scarce IN (0, 1)),
  opened_at INTEGER NOT NULL,
  ended_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX table_session_open ON table_session (table_id) WHERE ended_at IS NULL;
CREATE INDEX table_session_of_job ON table_session (job_id, opened_at);
CREATE INDEX table_session_of_day ON table_session (day, opened_at);

-- Who parted from a job before its terms became better may come for it again.
ALTER TABLE job ADD COLUMN improved_at INTEGER NOT NULL DEFAULT 0;

-- The employer was not at the table: nobody is planned for the job until somebody is called for it by hand, or its terms change.
ALTER TABLE job ADD COLUMN employer_away INTEGER NOT NULL DEFAULT 0 CHECK (employer_away IN (0, 1));

-- The plan of the open day as the moves it was made of, so that a restart makes the same one again, bit for bit. Sealed: a head start tells of need.
CREATE TABLE plan_move (
  day TEXT NOT NULL,
  n INTEGER NOT NULL,
  move_sealed BLOB NOT NULL,
  PRIMARY KEY (day, n)
) STRICT, WITHOUT ROWID;
