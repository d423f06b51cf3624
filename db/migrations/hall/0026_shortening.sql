-- What the city has acknowledged and is older than the hall keeps it goes out of the journal. The database itself refuses anything else. Times are milliseconds UTC.
-- The last row that is gone; 0 while none is. `clock` is that of the newest of them.
CREATE TABLE journal_base (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  seq INTEGER NOT NULL CHECK (seq >= 0),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  boot TEXT NOT NULL,
  counter INTEGER NOT NULL,
  clock INTEGER NOT NULL
) STRICT;
INSERT INTO journal_base VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000', '', 0, 0);
-- Which operations were in what is gone: what is read back from the city is still known by its name. Both ends included; ranges of one process start never touch each other.
CREATE TABLE journal_past (
  boot TEXT NOT NULL CHECK (length(boot) = 16), first INTEGER NOT NULL, last INTEGER NOT NULL CHECK (last >= first),
  PRIMARY KEY (boot, first)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER journal_base_forward BEFORE UPDATE ON journal_base BEGIN
  SELECT in_operation();
  SELECT RAISE(ABORT, 'the journal never begins earlier again') WHERE NEW.seq <= OLD.seq OR NEW.clock < OLD.clock;
  SELECT RAISE(ABORT, 'only what the city has acknowledged goes') WHERE NEW.seq > coalesce((SELECT acked_seq FROM uplink), 0);
  SELECT RAISE(ABORT, 'what is not counted yet stays') WHERE NEW.seq > (SELECT seq FROM counting);
  SELECT RAISE(ABORT, 'operations go whole') WHERE NOT EXISTS (SELECT 1 FROM journal WHERE seq = NEW.seq AND ends = 1 AND (hash, boot, counter) = (NEW.hash, NEW.boot, NEW.counter));
END;
CREATE TRIGGER journal_base_stays BEFORE DELETE ON journal_base BEGIN SELECT RAISE(ABORT, 'the beginning of the journal stays known'); END;
CREATE TRIGGER journal_past_by_operation BEFORE INSERT ON journal_past BEGIN SELECT in_operation(); END;
CREATE TRIGGER journal_past_grows BEFORE UPDATE ON journal_past BEGIN
  SELECT in_operation();
  SELECT RAISE(ABORT, 'an operation that is gone stays known') WHERE NEW.boot <> OLD.boot OR NEW.first <> OLD.first OR NEW.last < OLD.last;
END;
-- Ranges that come to touch each other become one; the one that takes the other in is there before that one goes.
CREATE TRIGGER journal_past_stays BEFORE DELETE ON journal_past BEGIN
  SELECT in_operation();
  SELECT RAISE(ABORT, 'an operation that is gone stays known') WHERE NOT EXISTS (SELECT 1 FROM journal_past WHERE boot = OLD.boot AND first < OLD.first AND last >= OLD.last);
END;
DROP TRIGGER journal_never_shortened;
CREATE TRIGGER journal_never_shortened BEFORE DELETE ON journal BEGIN
  SELECT RAISE(ABORT, 'the journal is never shortened behind its base') WHERE OLD.seq > (SELECT seq FROM journal_base);
  SELECT RAISE(ABORT, 'an operation that goes stays known') WHERE NOT EXISTS (SELECT 1 FROM journal_past WHERE boot = OLD.boot AND OLD.counter BETWEEN first AND last);
END;
CREATE TRIGGER journal_op_once BEFORE INSERT ON journal WHEN EXISTS (SELECT 1 FROM journal_past WHERE boot = NEW.boot AND NEW.counter BETWEEN first AND last)
BEGIN SELECT RAISE(ABORT, 'this operation was in the journal already'); END;
