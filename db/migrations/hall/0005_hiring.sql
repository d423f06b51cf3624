-- From the call for a job to the evening after the work: talks, offers, sealed quotes, draws, hires with their states, disputes, the record of both sides.

-- Made anew: a hire has a life now, and an undone one may be followed by another of the same pair.
CREATE TABLE hire_with_life (
  hire_id TEXT PRIMARY KEY,
  day TEXT NOT NULL REFERENCES business_day,
  serial INTEGER NOT NULL,
  number TEXT NOT NULL,
  job_id TEXT NOT NULL REFERENCES job,
  employer_id TEXT NOT NULL REFERENCES employer,
  worker_id TEXT NOT NULL REFERENCES worker,
  visit_id TEXT NOT NULL REFERENCES visit,
  call_id TEXT NOT NULL REFERENCES call,
  crew_id TEXT,
  amount_fen INTEGER NOT NULL CHECK (amount_fen > 0),
  unit TEXT NOT NULL,
  settlement TEXT NOT NULL,
  at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('agreed', 'arrived', 'done', 'paid', 'unpaid', 'undone', 'released')),
  starts_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL CHECK (ends_at >= starts_at),
  settle_by INTEGER NOT NULL,
  keeps_place INTEGER NOT NULL CHECK (keeps_place IN (0, 1)),
  arrived_at INTEGER, arrived_by TEXT CHECK (arrived_by IN ('employer', 'staff', 'worker')),
  done_at INTEGER, done_by TEXT CHECK (done_by IN ('employer', 'staff', 'worker')),
  paid_at INTEGER, paid_by TEXT CHECK (paid_by IN ('employer', 'staff', 'worker')), paid_fen INTEGER CHECK (paid_fen > 0),
  said_arrived TEXT CHECK (said_arrived IN ('yes', 'no', 'notYet')),
  said_done TEXT CHECK (said_done IN ('yes', 'no', 'notYet')),
  said_paid TEXT CHECK (said_paid IN ('yes', 'no', 'notYet')),
  said_at INTEGER,
  UNIQUE (day, serial)
) STRICT, WITHOUT ROWID;
INSERT INTO hire_with_life (hire_id, day, serial, number, job_id, employer_id, worker_id, visit_id, call_id, amount_fen, unit, settlement, at, state, starts_at, ends_at, settle_by, keeps_place)
  SELECT hire_id, hire.day, hire.serial, hire.number, job_id, job.employer_id, worker_id, visit_id, call_id, amount_fen, unit, settlement, at, 'agreed', start_at, end_at,
    end_at + 86400000 * CASE settlement WHEN 'week' THEN 7 WHEN 'halfMonth' THEN 15 WHEN 'month' THEN 31 ELSE 0 END, 0
  FROM (SELECT *, CAST(json_extract(job_terms, '$.startAt') AS INTEGER) AS start_at,
      CAST(json_extract(job_terms, '$.startAt') + 86400000 * (json_extract(job_terms, '$.days') - 1) + 3600000 * json_extract(job_terms, '$.hoursPerDay') AS INTEGER) AS end_at
    FROM (SELECT hire.*, job.terms AS job_terms FROM hire JOIN job USING (job_id))) AS hire JOIN job USING (job_id);
DROP TABLE hire;
ALTER TABLE hire_with_life RENAME TO hire;
-- What the board counts.
CREATE INDEX hire_live ON hire (day) WHERE state NOT IN ('undone', 'released');
-- Whether an employer has hired often enough to be trusted.
CREATE INDEX hire_live_of_employer ON hire (employer_id, at) WHERE state NOT IN ('undone', 'released');
CREATE UNIQUE INDEX hire_once ON hire (job_id, worker_id) WHERE state NOT IN ('undone', 'released');
CREATE INDEX hire_by_worker ON hire (worker_id, ends_at);
CREATE INDEX hire_by_employer ON hire (employer_id, paid_at);
CREATE INDEX hire_by_call ON hire (call_id);
CREATE INDEX hire_by_crew ON hire (crew_id) WHERE crew_id IS NOT NULL;
CREATE INDEX hire_unsettled ON hire (settle_by) WHERE state IN ('agreed', 'arrived', 'done', 'unpaid');

-- What the called person answered; a call without a row here has not been answered.
CREATE TABLE talk (
  call_id TEXT PRIMARY KEY REFERENCES call,
  state TEXT NOT NULL CHECK (state IN ('accepted', 'refused', 'lapsed')),
  refused_by TEXT CHECK (refused_by IN ('worker', 'employer')),
  reason TEXT,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
-- Goes with its call, when the call is taken back.
CREATE TABLE named_request (call_id TEXT PRIMARY KEY REFERENCES call ON DELETE CASCADE, job_id TEXT NOT NULL REFERENCES job, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE offer (
  offer_id TEXT PRIMARY KEY,
  call_id TEXT NOT NULL REFERENCES call,
  side TEXT NOT NULL CHECK (side IN ('worker', 'employer')),
  amount_fen INTEGER NOT NULL CHECK (amount_fen > 0),
  unit TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX offer_by_call ON offer (call_id, at);

-- The price is in the sealed column until all of a job are opened together.
CREATE TABLE quote (
  quote_id TEXT PRIMARY KEY,
  job_id TEXT NOT NULL REFERENCES job,
  worker_id TEXT NOT NULL REFERENCES worker,
  state TEXT NOT NULL CHECK (state IN ('sealed', 'replaced', 'opened')),
  pay_sealed BLOB NOT NULL,
  amount_fen INTEGER CHECK (amount_fen > 0),
  unit TEXT,
  at INTEGER NOT NULL,
  opened_at INTEGER,
  CHECK ((state = 'opened') = (amount_fen IS NOT NULL AND unit IS NOT NULL AND opened_at IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX quote_that_counts ON quote (job_id, worker_id) WHERE state <> 'replaced';

CREATE TABLE draw (
  draw_id TEXT PRIMARY KEY,
  job_id TEXT NOT NULL REFERENCES job,
  numbers TEXT NOT NULL,
  list_hash TEXT NOT NULL CHECK (length(list_hash) = 64),
  after_order INTEGER NOT NULL,
  opened_at INTEGER NOT NULL,
  draw_values TEXT,
  seed TEXT CHECK (length(seed) = 64),
  drawn_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX draw_by_job ON draw (job_id, opened_at);
CREATE TABLE lot (draw_id TEXT NOT NULL REFERENCES draw, lot INTEGER NOT NULL CHECK (lot > 0), ticket_id TEXT NOT NULL REFERENCES ticket, PRIMARY KEY (draw_id, lot)) STRICT, WITHOUT ROWID;

CREATE TABLE dispute (
  dispute_id TEXT PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  day TEXT NOT NULL REFERENCES business_day,
  kind TEXT NOT NULL CHECK (kind IN ('wageArrears', 'falseJob', 'discrimination', 'unlicensedAgent', 'other')),
  state TEXT NOT NULL CHECK (state IN ('open', 'transferred', 'closed')),
  hire_id TEXT REFERENCES hire, job_id TEXT REFERENCES job, employer_id TEXT REFERENCES employer, worker_id TEXT REFERENCES worker, ticket_id TEXT REFERENCES ticket,
  since_day TEXT, owed_fen INTEGER CHECK (owed_fen > 0), evidence TEXT NOT NULL, statement_sealed BLOB,
  rules TEXT NOT NULL, answer_by TEXT NOT NULL, mediate_by TEXT NOT NULL,
  opened_at INTEGER NOT NULL, transferred_to TEXT, outcome TEXT CHECK (outcome IN ('settled', 'upheld', 'unfounded', 'withdrawn')), closed_at INTEGER,
  CHECK ((state = 'closed') = (outcome IS NOT NULL AND closed_at IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX dispute_open ON dispute (mediate_by) WHERE state <> 'closed';
CREATE INDEX dispute_by_hire ON dispute (hire_id) WHERE state <> 'closed';
CREATE INDEX dispute_by_day ON dispute (day);
CREATE INDEX dispute_by_employer ON dispute (employer_id, opened_at);
CREATE TABLE mediation (
  mediation_id TEXT PRIMARY KEY, dispute_id TEXT NOT NULL REFERENCES dispute, step TEXT NOT NULL, note_sealed BLOB, by TEXT NOT NULL, at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX mediation_by_dispute ON mediation (dispute_id, at);

-- The record of both sides: entries, stops, appeals.
CREATE TABLE standing_points (
  points_id TEXT PRIMARY KEY,
  side TEXT NOT NULL CHECK (side IN ('worker', 'employer')),
  who TEXT NOT NULL,
  cause TEXT NOT NULL,
  points INTEGER NOT NULL CHECK (points > 0),
  rules TEXT NOT NULL,
  call_id TEXT, hire_id TEXT, job_id TEXT, dispute_id TEXT,
  at INTEGER NOT NULL,
  removed_at INTEGER, removed_why TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX standing_points_of_call ON standing_points (call_id) WHERE call_id IS NOT NULL;
CREATE INDEX standing_points_of ON standing_points (side, who, at);
CREATE TABLE standing_stop (
  side TEXT NOT NULL CHECK (side IN ('worker', 'employer')), who TEXT NOT NULL, until INTEGER NOT NULL, points INTEGER NOT NULL, at INTEGER NOT NULL, lifted_at INTEGER,
  PRIMARY KEY (side, who)
) STRICT, WITHOUT ROWID;
CREATE TABLE appeal (
  appeal_id TEXT PRIMARY KEY, points_id TEXT NOT NULL UNIQUE REFERENCES standing_points, statement_sealed BLOB, by TEXT NOT NULL, at INTEGER NOT NULL,
  upheld INTEGER CHECK (upheld IN (0, 1)), decided_by TEXT, decided_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX appeal_open ON appeal (at) WHERE decided_at IS NULL;

-- Made anew: further kinds of paper.
CREATE TABLE print_job_of_more_kinds (
  print_job_id TEXT PRIMARY KEY,
  printer TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('queueTicket', 'jobSlip', 'hireSlip', 'agreement', 'promise', 'disputeCopy')),
  subject_id TEXT NOT NULL,
  copy INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'printed', 'unknown', 'failed')),
  at INTEGER NOT NULL,
  UNIQUE (kind, subject_id, copy)
) STRICT, WITHOUT ROWID;
INSERT INTO print_job_of_more_kinds SELECT print_job_id, printer, kind, subject_id, copy, state, at FROM print_job;
DROP TABLE print_job;
ALTER TABLE print_job_of_more_kinds RENAME TO print_job;
CREATE INDEX print_job_unfinished ON print_job (printer, at) WHERE state IN ('queued', 'sending');
CREATE INDEX print_job_in_trouble ON print_job (at) WHERE state IN ('queued', 'unknown', 'failed');
