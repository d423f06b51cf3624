-- Slips whose page may be seen under the code on their paper: a hire for its worker, a job for its employer. Times are milliseconds UTC.
CREATE TABLE slip_page (
  about TEXT PRIMARY KEY,
  side TEXT NOT NULL CHECK (side IN ('employer', 'worker')),
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
-- What was marked there and followed here: what was followed is not followed again.
CREATE TABLE slip_mark (
  mark_id TEXT PRIMARY KEY,
  outcome TEXT NOT NULL CHECK (outcome IN ('taken', 'known', 'refused')),
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Made anew: the kinds of papers are named by the facts alone, so that a further paper needs no further table.
CREATE TABLE print_job_of_any_kind (
  print_job_id TEXT PRIMARY KEY,
  printer TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  copy INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'printed', 'unknown', 'failed')),
  at INTEGER NOT NULL,
  UNIQUE (kind, subject_id, copy)
) STRICT, WITHOUT ROWID;
INSERT INTO print_job_of_any_kind SELECT print_job_id, printer, kind, subject_id, copy, state, at FROM print_job;
DROP TABLE print_job;
ALTER TABLE print_job_of_any_kind RENAME TO print_job;
CREATE INDEX print_job_unfinished ON print_job (printer, at) WHERE state IN ('queued', 'sending');
CREATE INDEX print_job_in_trouble ON print_job (at) WHERE state IN ('queued', 'unknown', 'failed');
