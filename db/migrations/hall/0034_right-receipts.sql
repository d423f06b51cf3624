-- Receipts of consent, withdrawal, correction and access copies: a row for each purpose or field, '' for a copy of everything. Ids, kinds and times, nothing that tells who it was. Times are milliseconds UTC.
CREATE TABLE right_receipt (
  receipt TEXT NOT NULL, what TEXT NOT NULL,
  right_name TEXT NOT NULL CHECK (right_name IN ('consent', 'withdrawal', 'correction', 'accessCopy')),
  text_version TEXT,
  worker_id TEXT NOT NULL REFERENCES worker, day TEXT NOT NULL REFERENCES business_day, at INTEGER NOT NULL,
  PRIMARY KEY (receipt, what)
) STRICT, WITHOUT ROWID;
CREATE INDEX right_receipt_by_day ON right_receipt (day, receipt);
CREATE INDEX right_receipt_over ON right_receipt (at);
