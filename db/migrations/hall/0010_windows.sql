-- Windows by one key, and papers that everybody may read.

-- Made anew: further kinds of paper.
CREATE TABLE print_job_of_all_kinds (
  print_job_id TEXT PRIMARY KEY,
  printer TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('queueTicket', 'jobSlip', 'hireSlip', 'agreement', 'promise', 'disputeCopy', 'drawSheet', 'rules')),
  subject_id TEXT NOT NULL,
  copy INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'printed', 'unknown', 'failed')),
  at INTEGER NOT NULL,
  UNIQUE (kind, subject_id, copy)
) STRICT, WITHOUT ROWID;
INSERT INTO print_job_of_all_kinds SELECT print_job_id, printer, kind, subject_id, copy, state, at FROM print_job;
DROP TABLE print_job;
ALTER TABLE print_job_of_all_kinds RENAME TO print_job;
CREATE INDEX print_job_unfinished ON print_job (printer, at) WHERE state IN ('queued', 'sending');
CREATE INDEX print_job_in_trouble ON print_job (at) WHERE state IN ('queued', 'unknown', 'failed');

-- The moment a number counts from, its virtual arrival without and with head starts. Numbers of a day that goes on have their place in the sequence for all three, and stand in front of every moment.
ALTER TABLE ticket ADD COLUMN arrival INTEGER NOT NULL DEFAULT 0;
ALTER TABLE ticket ADD COLUMN base_rank INTEGER NOT NULL DEFAULT 0;
ALTER TABLE ticket ADD COLUMN own_rank INTEGER NOT NULL DEFAULT 0;
UPDATE ticket SET arrival = place_in_day, base_rank = place_in_day, own_rank = place_in_day;
CREATE INDEX ticket_oldest ON ticket (day, queue, place_in_day) WHERE state = 'waiting' AND hold = '';

-- When the person stood at the window; until then the agent may call again.
ALTER TABLE call ADD COLUMN begun_at INTEGER;

-- A place at a window kept for somebody, or for whoever has the code.
CREATE TABLE appointment (
  appointment_id TEXT PRIMARY KEY,
  day TEXT NOT NULL,
  code TEXT NOT NULL,
  service TEXT NOT NULL,
  slot_at INTEGER NOT NULL,
  worker_id TEXT REFERENCES worker,
  state TEXT NOT NULL CHECK (state IN ('booked', 'used', 'cancelled')),
  at INTEGER NOT NULL,
  UNIQUE (day, code)
) STRICT, WITHOUT ROWID;
CREATE INDEX appointment_in_slot ON appointment (day, service, slot_at);
CREATE INDEX appointment_of_worker ON appointment (worker_id, day) WHERE state = 'booked';
