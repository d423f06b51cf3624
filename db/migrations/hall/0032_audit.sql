-- Who did what: a row for each command that changed something or was refused, and for what staff do that is no command. Each row's hash is made of the one before it and all of its fields. Times are milliseconds UTC; ids, nobody's name or number.
CREATE TABLE audit (
  seq INTEGER PRIMARY KEY CHECK (seq > 0),
  at INTEGER NOT NULL,
  day TEXT NOT NULL CHECK (length(day) = 10),
  who TEXT NOT NULL CHECK (length(who) BETWEEN 1 AND 64),
  role TEXT NOT NULL CHECK (length(role) > 0),
  device TEXT CHECK (length(device) BETWEEN 1 AND 64),
  act TEXT NOT NULL CHECK (length(act) > 0),
  command_id TEXT CHECK (length(command_id) BETWEEN 1 AND 64),
  name TEXT CHECK (length(name) > 0),
  subject TEXT CHECK (length(subject) BETWEEN 1 AND 64),
  outcome TEXT NOT NULL CHECK (length(outcome) > 0),
  times INTEGER NOT NULL CHECK (times > 0),
  journal INTEGER CHECK (journal > 0),
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
-- Where the audit begins: the last row that was over its time and is gone, 0 while none is. `epoch`: that in which it goes on; another one begins when a backup is put back.
CREATE TABLE audit_base (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  seq INTEGER NOT NULL CHECK (seq >= 0),
  at INTEGER NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  epoch TEXT NOT NULL
) STRICT;
INSERT INTO audit_base VALUES (1, 0, 0, zeroblob(32), '');

CREATE TRIGGER audit_by_agent BEFORE INSERT ON audit BEGIN SELECT in_operation(); END;
CREATE TRIGGER audit_never_changed BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is never changed'); END;
CREATE TRIGGER audit_never_shortened BEFORE DELETE ON audit BEGIN
  SELECT RAISE(ABORT, 'the audit is never shortened behind its base') WHERE OLD.seq > (SELECT seq FROM audit_base);
END;
CREATE TRIGGER audit_base_forward BEFORE UPDATE ON audit_base BEGIN
  SELECT in_operation();
  SELECT RAISE(ABORT, 'the audit never begins earlier again') WHERE NEW.seq < OLD.seq OR NEW.at < OLD.at;
  SELECT RAISE(ABORT, 'the audit begins behind a row of its own') WHERE NEW.seq > OLD.seq AND NOT EXISTS (SELECT 1 FROM audit WHERE (seq, at, hash) = (NEW.seq, NEW.at, NEW.hash));
END;
CREATE TRIGGER audit_base_stays BEFORE DELETE ON audit_base BEGIN SELECT RAISE(ABORT, 'the beginning of the audit stays known'); END;
