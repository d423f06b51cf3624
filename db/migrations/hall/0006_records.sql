-- Figures, and the rows of the journal behind each of them. Nothing here is ever typed: the journal is the only thing that is counted.
-- Counting follows the journal a moment later instead of inside every tap, which it would make a third dearer; what is counted is always a prefix of the journal.
CREATE TABLE counting (id INTEGER PRIMARY KEY CHECK (id = 1), seq INTEGER NOT NULL CHECK (seq >= 0)) STRICT;
INSERT INTO counting VALUES (1, 0);
-- From a ticket, job or hire to every row of the journal about it.
CREATE TABLE journal_key (key TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (key, seq)) STRICT, WITHOUT ROWID;

-- The business days that were counted. A fact counts for the day that was open when it was recorded, or for the day it speaks of: a posting let through the next morning is yesterday's.
CREATE TABLE counted_day (day TEXT PRIMARY KEY, opened_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;

-- What a later fact of the same day or job needs to know of an earlier one. Tickets and visits are forgotten when the next day opens, but for tickets whose call is still open then.
CREATE TABLE counted_ticket (
  ticket_id TEXT PRIMARY KEY, service TEXT NOT NULL, at INTEGER NOT NULL, called INTEGER NOT NULL CHECK (called IN (0, 1)), open INTEGER NOT NULL CHECK (open IN (0, 1))
) STRICT, WITHOUT ROWID;
-- What an act at the queue added, and its tickets as they were before: taken back with the act.
CREATE TABLE counted_step (step TEXT PRIMARY KEY, added TEXT NOT NULL, before TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE counted_visit (visit_id TEXT PRIMARY KEY, trades TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE counted_job (
  job_id TEXT PRIMARY KEY, day TEXT NOT NULL, trade TEXT NOT NULL, places INTEGER NOT NULL,
  -- when it was first shown; what nobody ever saw is counted nowhere
  shown_at INTEGER,
  filled INTEGER NOT NULL CHECK (filled IN (0, 1))
) STRICT, WITHOUT ROWID;

-- What one row of the journal adds to a measure: the evidence under each figure. Amounts are people, things or milliseconds, as the measure says; an employer who wants fewer than before adds a negative one. A row of the journal that takes back several has as many parts.
CREATE TABLE counted (
  measure TEXT NOT NULL,
  seq INTEGER NOT NULL,
  -- 1; −1 takes one back; 0 corrects an amount
  times INTEGER NOT NULL CHECK (times BETWEEN -1 AND 1),
  amount INTEGER NOT NULL,
  day TEXT NOT NULL,
  hour INTEGER NOT NULL CHECK (hour BETWEEN 0 AND 23),
  -- 0: counts for its parts only, because the whole was counted by another row
  whole INTEGER NOT NULL CHECK (whole IN (0, 1)),
  -- what it counts for besides day and hour: JSON array of [slice, key], such as ["trade", "0201"]
  parts TEXT NOT NULL,
  part INTEGER NOT NULL,
  PRIMARY KEY (measure, day, seq, part)
) STRICT, WITHOUT ROWID;

-- The sums by day: over all (slice 'all', key ''), by hour, by service, by trade and whatever else a row names. Kept by the database itself, because three years are too many rows to add up each time.
CREATE TABLE figures (
  measure TEXT NOT NULL, slice TEXT NOT NULL, day TEXT NOT NULL, key TEXT NOT NULL,
  -- longest: of all that ever counted, what was taken back included
  times INTEGER NOT NULL, amount INTEGER NOT NULL, longest INTEGER NOT NULL,
  PRIMARY KEY (measure, slice, day, key)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER counted_summed AFTER INSERT ON counted BEGIN
  INSERT INTO figures
    SELECT NEW.measure, part.column1, NEW.day, part.column2, NEW.times, NEW.amount, max(0, NEW.amount)
    FROM (SELECT * FROM (VALUES ('all', ''), ('hour', printf('%02d', NEW.hour))) WHERE NEW.whole = 1 UNION ALL SELECT value ->> 0, value ->> 1 FROM json_each(NEW.parts)) AS part
    WHERE true
    ON CONFLICT DO UPDATE SET times = times + excluded.times, amount = amount + excluded.amount, longest = max(longest, excluded.longest);
END;

-- Only an operation of the agent moves a figure: no shell, no form, no hand. The cursor goes forward, row by row.
CREATE TRIGGER counting_forward BEFORE UPDATE ON counting WHEN NEW.seq <> OLD.seq + 1 BEGIN SELECT RAISE(ABORT, 'counted row by row, each once'); END;
CREATE TRIGGER counting_by_operation BEFORE UPDATE ON counting BEGIN SELECT in_operation(); END;
CREATE TRIGGER counted_by_operation BEFORE INSERT ON counted BEGIN SELECT in_operation(); END;
CREATE TRIGGER counted_never_changed BEFORE UPDATE ON counted BEGIN SELECT RAISE(ABORT, 'a counted row is never changed'); END;
CREATE TRIGGER figures_begun_by_operation BEFORE INSERT ON figures BEGIN SELECT in_operation(); END;
CREATE TRIGGER figures_moved_by_operation BEFORE UPDATE ON figures BEGIN SELECT in_operation(); END;
CREATE TRIGGER figures_never_erased BEFORE DELETE ON figures BEGIN SELECT RAISE(ABORT, 'a figure is never erased'); END;

-- The ledger's ways in. Tickets and hires are found by the sequence of their day, which has its index already.
CREATE INDEX job_by_day_trade ON job (day, trade, serial);
CREATE INDEX job_of_employer_by_day ON job (employer_id, day, serial);
CREATE INDEX hire_by_visit ON hire (visit_id);
CREATE INDEX hire_by_job ON hire (job_id, day, serial);
CREATE INDEX IF NOT EXISTS call_of_ticket ON call (ticket_id, at);

-- What left the hall as a file: by whom, who stood beside, and the digest by which the file is known again.
CREATE TABLE records_export (
  export_id TEXT PRIMARY KEY, at INTEGER NOT NULL,
  what TEXT NOT NULL, format TEXT NOT NULL CHECK (format IN ('csv', 'xlsx')),
  from_day TEXT NOT NULL, to_day TEXT NOT NULL,
  personal INTEGER NOT NULL CHECK (personal IN (0, 1)),
  rows INTEGER NOT NULL CHECK (rows >= 0),
  digest TEXT NOT NULL CHECK (length(digest) = 64),
  by_staff TEXT NOT NULL, approved_by TEXT
) STRICT, WITHOUT ROWID;
