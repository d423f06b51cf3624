-- People: registered without a card, changed, merged, erased; crews; help; opinions; shifts; keeping. A record that was erased keeps its id and nothing else.
ALTER TABLE worker ALTER COLUMN name_sealed DROP NOT NULL;
ALTER TABLE worker ALTER COLUMN number_sealed DROP NOT NULL;
ALTER TABLE worker ALTER COLUMN number_index DROP NOT NULL;
ALTER TABLE worker ALTER COLUMN birth_sealed DROP NOT NULL;
ALTER TABLE worker ALTER COLUMN sex DROP NOT NULL;
ALTER TABLE worker ADD COLUMN age_band TEXT;
ALTER TABLE worker ADD COLUMN district_sealed BLOB;
ALTER TABLE worker ADD COLUMN name_index BLOB;
-- Name and birthday together: proposes merges.
ALTER TABLE worker ADD COLUMN person_index BLOB;
ALTER TABLE worker ADD COLUMN version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0);
ALTER TABLE worker ADD COLUMN source TEXT NOT NULL DEFAULT 'card' CHECK (source IN ('card', 'staff', 'self'));
ALTER TABLE worker ADD COLUMN changed_by TEXT;
ALTER TABLE worker ADD COLUMN from_at INTEGER NOT NULL DEFAULT 0;
-- The record that stands for the person; a star, never a chain.
ALTER TABLE worker ADD COLUMN merged_into TEXT REFERENCES worker;
ALTER TABLE worker ADD COLUMN erased_at INTEGER;
UPDATE worker SET from_at = registered_at;
CREATE INDEX worker_by_person ON worker (person_index) WHERE person_index IS NOT NULL;
CREATE INDEX worker_by_name ON worker (name_index) WHERE name_index IS NOT NULL;
CREATE INDEX worker_by_phone ON worker (phone_index) WHERE phone_index IS NOT NULL;
CREATE INDEX worker_merged ON worker (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX worker_by_age ON worker (registered_at) WHERE erased_at IS NULL AND merged_into IS NULL;

-- Earlier versions of a record, each with its days and where it came from.
CREATE TABLE profile_past (
  worker_id TEXT NOT NULL REFERENCES worker,
  version INTEGER NOT NULL CHECK (version > 0),
  layout TEXT NOT NULL,
  name_sealed BLOB,
  number_sealed BLOB,
  birth_sealed BLOB,
  sex TEXT CHECK (sex IN ('male', 'female')),
  age_band TEXT,
  phone_sealed BLOB,
  district_sealed BLOB,
  source TEXT NOT NULL CHECK (source IN ('card', 'staff', 'self')),
  changed_by TEXT,
  from_at INTEGER NOT NULL,
  until_at INTEGER NOT NULL,
  PRIMARY KEY (worker_id, version)
) STRICT, WITHOUT ROWID;
CREATE INDEX profile_past_over ON profile_past (until_at);

-- Every consent that was ever given, with its end; one stands a purpose.
CREATE TABLE consent_each (
  consent_id INTEGER PRIMARY KEY,
  worker_id TEXT NOT NULL REFERENCES worker,
  purpose TEXT NOT NULL,
  text_version TEXT NOT NULL,
  at INTEGER NOT NULL,
  ended_at INTEGER,
  ended_how TEXT CHECK (ended_how IN ('withdrawn', 'replaced')),
  CHECK ((ended_at IS NULL) = (ended_how IS NULL))
) STRICT;
INSERT INTO consent_each (worker_id, purpose, text_version, at) SELECT worker_id, purpose, text_version, at FROM consent;
DROP TABLE consent;
ALTER TABLE consent_each RENAME TO consent;
CREATE UNIQUE INDEX consent_stands ON consent (worker_id, purpose) WHERE ended_at IS NULL;
CREATE INDEX consent_of_worker ON consent (worker_id);
CREATE INDEX consent_over ON consent (ended_at) WHERE ended_at IS NOT NULL;

-- What one person was hired for, over the years.
CREATE INDEX hire_of_worker ON hire (worker_id, day);
-- A call that is taken back is looked for among the hires.
CREATE INDEX hire_of_call ON hire (call_id);

CREATE TABLE merge_proposal (
  proposal_id TEXT PRIMARY KEY,
  from_worker TEXT NOT NULL REFERENCES worker,
  into_worker TEXT NOT NULL REFERENCES worker,
  ground TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'merged', 'dismissed')),
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX merge_proposal_open ON merge_proposal (at) WHERE state = 'open';
CREATE TABLE merge (
  merge_id TEXT PRIMARY KEY,
  from_worker TEXT NOT NULL REFERENCES worker,
  into_worker TEXT NOT NULL REFERENCES worker,
  by_staff TEXT NOT NULL,
  at INTEGER NOT NULL,
  undone_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX merge_stands ON merge (from_worker) WHERE undone_at IS NULL;
CREATE INDEX merge_stands_into ON merge (into_worker) WHERE undone_at IS NULL;

CREATE TABLE erasure (
  worker_id TEXT PRIMARY KEY REFERENCES worker, receipt TEXT NOT NULL, day TEXT NOT NULL REFERENCES business_day, reason TEXT NOT NULL, by_staff TEXT, at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX erasure_by_receipt ON erasure (receipt);
CREATE INDEX erasure_by_day ON erasure (day);
CREATE TABLE training_wish (
  worker_id TEXT NOT NULL REFERENCES worker, trade TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (worker_id, trade)
) STRICT, WITHOUT ROWID;
CREATE INDEX training_wish_over ON training_wish (at);
CREATE INDEX training_wish_by_trade ON training_wish (trade);

CREATE TABLE crew (crew_id TEXT PRIMARY KEY, day TEXT NOT NULL REFERENCES business_day, formed_at INTEGER NOT NULL, dissolved_at INTEGER) STRICT, WITHOUT ROWID;
CREATE INDEX crew_by_day ON crew (day) WHERE dissolved_at IS NULL;
CREATE TABLE crew_member (
  crew_id TEXT NOT NULL REFERENCES crew, place INTEGER NOT NULL, visit_id TEXT NOT NULL REFERENCES visit, left_at INTEGER, PRIMARY KEY (crew_id, place)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX crew_member_stands ON crew_member (visit_id) WHERE left_at IS NULL;

-- Groups and levels exist in the sealed box only.
CREATE TABLE help_case (
  case_id TEXT PRIMARY KEY, worker_id TEXT NOT NULL REFERENCES worker, grounds_sealed BLOB NOT NULL,
  opened_at INTEGER NOT NULL, changed_at INTEGER NOT NULL, closed_at INTEGER, outcome TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX help_case_of_worker ON help_case (worker_id);
CREATE INDEX help_case_open ON help_case (opened_at) WHERE closed_at IS NULL;
CREATE INDEX help_case_over ON help_case (closed_at) WHERE closed_at IS NOT NULL;
CREATE TABLE help_visit (
  help_visit_id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES help_case, kind TEXT NOT NULL, on_day TEXT NOT NULL, note_sealed BLOB, by_staff TEXT NOT NULL, at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX help_visit_of_case ON help_visit (case_id, on_day);

CREATE TABLE opinion (
  opinion_id TEXT PRIMARY KEY, day TEXT NOT NULL REFERENCES business_day, stars INTEGER NOT NULL CHECK (stars BETWEEN 1 AND 5), reasons TEXT NOT NULL, text_sealed BLOB, at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX opinion_by_day ON opinion (day);
CREATE INDEX opinion_text_over ON opinion (at) WHERE text_sealed IS NOT NULL;

CREATE TABLE shift (
  shift_id TEXT PRIMARY KEY, staff_id TEXT NOT NULL, day TEXT NOT NULL REFERENCES business_day,
  place_kind TEXT NOT NULL CHECK (place_kind IN ('window', 'table')), place_id TEXT NOT NULL,
  started_at INTEGER NOT NULL, ended_at INTEGER, ended_how TEXT
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX shift_of_staff ON shift (staff_id) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX shift_at_place ON shift (place_kind, place_id) WHERE ended_at IS NULL;
CREATE INDEX shift_by_day ON shift (day);
CREATE INDEX shift_over ON shift (ended_at) WHERE ended_at IS NOT NULL;

CREATE TABLE retention_run (run INTEGER PRIMARY KEY, day TEXT NOT NULL, at INTEGER NOT NULL, more INTEGER NOT NULL CHECK (more IN (0, 1)), counts TEXT NOT NULL) STRICT;
-- How many erasures and which clearing there had been when the tables about people were last written anew. Counted, not timed: a clock may go back.
CREATE TABLE people_rewritten (id INTEGER PRIMARY KEY CHECK (id = 1), erasures INTEGER NOT NULL, run INTEGER NOT NULL) STRICT;
INSERT INTO people_rewritten VALUES (1, 0, 0);
ALTER TABLE answer ADD COLUMN at INTEGER NOT NULL DEFAULT 0;
UPDATE answer SET at = (SELECT coalesce(max(clock), 0) FROM journal);
