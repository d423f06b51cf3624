-- Employers with their standing, and jobs with all their states. Notes of staff may speak about people: sealed.
ALTER TABLE employer ADD COLUMN licence_number TEXT;
ALTER TABLE employer ADD COLUMN number_sealed BLOB;
ALTER TABLE employer ADD COLUMN verification TEXT NOT NULL DEFAULT 'none' CHECK (verification IN ('none', 'verified', 'declined'));
ALTER TABLE employer ADD COLUMN verified_at INTEGER;
ALTER TABLE employer ADD COLUMN verified_until TEXT;
ALTER TABLE employer ADD COLUMN standing TEXT NOT NULL DEFAULT 'normal' CHECK (standing IN ('normal', 'watched', 'banned'));
ALTER TABLE employer ADD COLUMN standing_until TEXT;
ALTER TABLE employer ADD COLUMN trust TEXT CHECK (trust IN ('given', 'withdrawn'));
ALTER TABLE employer ADD COLUMN last_dispute_at INTEGER;
-- What was verified before verifications had an end holds a year.
UPDATE employer SET verification = 'verified', verified_at = registered_at, verified_until = date(registered_at / 1000 + 8 * 3600, 'unixepoch', '+365 days') WHERE verified_by IS NOT NULL;
CREATE INDEX employer_by_standing ON employer (standing, registered_at) WHERE standing <> 'normal';
CREATE INDEX employer_newest ON employer (registered_at);

CREATE TABLE employer_decision (
  decision INTEGER PRIMARY KEY,
  employer_id TEXT NOT NULL REFERENCES employer,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  what TEXT NOT NULL,
  until TEXT,
  by_staff TEXT NOT NULL,
  note_id TEXT
) STRICT;
CREATE INDEX employer_decision_of ON employer_decision (employer_id, at);

CREATE TABLE note (
  note_id TEXT PRIMARY KEY,
  about_id TEXT NOT NULL,
  text_sealed BLOB NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX note_about ON note (about_id, at);
CREATE INDEX note_over ON note (at);

ALTER TABLE representative ADD COLUMN representative_id TEXT;
UPDATE representative SET representative_id = employer_id || '-r' ||
  (SELECT count(*) FROM representative AS other WHERE other.employer_id = representative.employer_id AND other.number_index <= representative.number_index);
CREATE UNIQUE INDEX representative_by_id ON representative (representative_id);
CREATE INDEX representative_of ON representative (employer_id);

CREATE TABLE contractor_crew (
  crew_id TEXT PRIMARY KEY,
  employer_id TEXT NOT NULL REFERENCES employer,
  trade TEXT NOT NULL,
  size INTEGER NOT NULL CHECK (size BETWEEN 2 AND 60),
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX contractor_crew_of ON contractor_crew (employer_id);
CREATE TABLE contractor_crew_member (
  crew_id TEXT NOT NULL REFERENCES contractor_crew ON DELETE CASCADE, worker_id TEXT NOT NULL REFERENCES worker,
  PRIMARY KEY (crew_id, worker_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX contractor_crew_of_worker ON contractor_crew_member (worker_id);

-- For whom a contractor or agency may post.
CREATE TABLE principal (
  employer_id TEXT NOT NULL REFERENCES employer, principal_id TEXT NOT NULL REFERENCES employer, at INTEGER NOT NULL,
  PRIMARY KEY (employer_id, principal_id)
) STRICT, WITHOUT ROWID;

-- A job has more states than the first check of its table knew, so the table is made anew.
CREATE TABLE job_anew (
  job_id TEXT PRIMARY KEY,
  day TEXT NOT NULL REFERENCES business_day,
  serial INTEGER NOT NULL,
  number TEXT NOT NULL,
  employer_id TEXT NOT NULL REFERENCES employer,
  real_employer_id TEXT REFERENCES employer,
  trade TEXT NOT NULL,
  job_kind TEXT NOT NULL CHECK (job_kind IN ('daily', 'steady')),
  headcount INTEGER NOT NULL CHECK (headcount > 0),
  places_left INTEGER NOT NULL CHECK (places_left >= 0 AND places_left <= headcount),
  state TEXT NOT NULL CHECK (state IN ('inReview', 'open', 'filled', 'closed', 'takenDown', 'expired')),
  check_after INTEGER NOT NULL CHECK (check_after IN (0, 1)),
  cause TEXT,
  findings TEXT NOT NULL,
  notices TEXT NOT NULL,
  approved_version TEXT,
  repeats TEXT,
  valid_until INTEGER NOT NULL,
  terms TEXT NOT NULL,
  posted_at INTEGER NOT NULL,
  -- when it was first shown: what nobody ever saw is counted nowhere
  shown_at INTEGER,
  ended_at INTEGER,
  UNIQUE (day, serial)
) STRICT, WITHOUT ROWID;
INSERT INTO job_anew
  SELECT job_id, day, serial, number, employer_id, NULL, trade, 'daily', headcount, places_left, state, 0, NULL, '[]', '[]', NULL, NULL, valid_until, terms, posted_at, posted_at, NULL FROM job;
DROP TABLE job;
ALTER TABLE job_anew RENAME TO job;
CREATE INDEX job_open ON job (valid_until) WHERE state = 'open';
CREATE INDEX job_overdue ON job (valid_until) WHERE state IN ('inReview', 'open');
CREATE INDEX job_in_review ON job (posted_at) WHERE state = 'inReview';
CREATE INDEX job_to_check ON job (posted_at) WHERE check_after = 1;
-- What the board counts, without a look at the postings themselves.
CREATE INDEX job_shown ON job (day, headcount) WHERE shown_at IS NOT NULL;
-- What of an employer's lives, without a look at the postings of years.
CREATE INDEX job_of_employer_by_state ON job (employer_id, state);
CREATE INDEX job_of_real_employer_by_state ON job (real_employer_id, state) WHERE real_employer_id IS NOT NULL;
CREATE INDEX job_by_employer ON job (employer_id, posted_at);
CREATE INDEX job_by_real_employer ON job (real_employer_id, posted_at) WHERE real_employer_id IS NOT NULL;

CREATE TABLE job_decision (
  decision INTEGER PRIMARY KEY,
  job_id TEXT NOT NULL REFERENCES job,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  what TEXT NOT NULL,
  rule_ids TEXT NOT NULL,
  by_staff TEXT,
  note_id TEXT
) STRICT;
CREATE INDEX job_decision_of ON job_decision (job_id, at);
