-- Made anew: sheets to read and the catalogue of a day are papers too.
CREATE TABLE print_job_with_sheets (
  print_job_id TEXT PRIMARY KEY,
  printer TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('queueTicket', 'jobSlip', 'hireSlip', 'agreement', 'promise', 'disputeCopy', 'drawSheet', 'rules', 'readiness', 'leaflet', 'catalogue')),
  subject_id TEXT NOT NULL,
  copy INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'printed', 'unknown', 'failed')),
  at INTEGER NOT NULL,
  UNIQUE (kind, subject_id, copy)
) STRICT, WITHOUT ROWID;
INSERT INTO print_job_with_sheets SELECT print_job_id, printer, kind, subject_id, copy, state, at FROM print_job;
DROP TABLE print_job;
ALTER TABLE print_job_with_sheets RENAME TO print_job;
CREATE INDEX print_job_unfinished ON print_job (printer, at) WHERE state IN ('queued', 'sending');
CREATE INDEX print_job_in_trouble ON print_job (at) WHERE state IN ('queued', 'unknown', 'failed');
