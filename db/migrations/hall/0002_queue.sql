-- Queues and windows whole: tickets that can be parked, moved, held, put back and closed; shifts at windows; acts that can be taken back; notes.
CREATE TABLE ticket_anew (
  ticket_id TEXT PRIMARY KEY,
  day TEXT NOT NULL REFERENCES business_day,
  place_in_day INTEGER NOT NULL CHECK (place_in_day > 0),
  visit_id TEXT REFERENCES visit,
  -- the service of the number and its series; what it waits for now is the queue
  service TEXT NOT NULL,
  serial INTEGER NOT NULL CHECK (serial > 0),
  number TEXT NOT NULL,
  ahead INTEGER NOT NULL,
  trades TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'called', 'parked', 'served', 'missed', 'closed')),
  at INTEGER NOT NULL,
  queue TEXT NOT NULL,
  -- services after this one, by commas
  later_queues TEXT NOT NULL,
  -- where it stands: place in the hall's sequence, then behind (> 0) or in front (< 0) of it, then its own place_in_day
  rank INTEGER NOT NULL,
  back INTEGER NOT NULL,
  -- '', or 'window:' or 'person:' and an id: nobody else calls it
  hold TEXT NOT NULL,
  priority INTEGER NOT NULL CHECK (priority IN (0, 1)),
  no_shows INTEGER NOT NULL,
  transfers INTEGER NOT NULL,
  returns INTEGER NOT NULL,
  missed_at INTEGER,
  -- the state that the closing of the day ended, so that it can be taken back
  closed_from TEXT CHECK (closed_from IN ('waiting', 'called', 'parked')),
  -- the act that touched it last, '' when that was none
  step TEXT NOT NULL,
  UNIQUE (day, place_in_day),
  UNIQUE (day, service, serial)
) STRICT, WITHOUT ROWID;
INSERT INTO ticket_anew SELECT ticket_id, day, place_in_day, visit_id, service, serial, number, ahead, trades, state, at, service, '', place_in_day, 0, '', 0, 0, 0, 0, NULL, NULL, '' FROM ticket;
DROP TABLE ticket;
ALTER TABLE ticket_anew RENAME TO ticket;
CREATE INDEX ticket_waiting ON ticket (day, queue, priority, rank, back, place_in_day) WHERE state = 'waiting' AND hold = '';
CREATE INDEX ticket_in_queue ON ticket (day, queue, rank, back, place_in_day) WHERE state = 'waiting';
CREATE INDEX ticket_held ON ticket (hold, priority, rank, back, place_in_day) WHERE state = 'waiting' AND hold <> '';
CREATE INDEX ticket_parked ON ticket (day, hold) WHERE state = 'parked';
CREATE INDEX ticket_by_visit ON ticket (visit_id, place_in_day);
CREATE INDEX ticket_by_number ON ticket (day, number);

CREATE TABLE ticket_trade_anew (
  trade TEXT NOT NULL, day TEXT NOT NULL, rank INTEGER NOT NULL, back INTEGER NOT NULL, place_in_day INTEGER NOT NULL, ticket_id TEXT NOT NULL REFERENCES ticket,
  PRIMARY KEY (day, trade, rank, back, place_in_day)
) STRICT, WITHOUT ROWID;
INSERT INTO ticket_trade_anew SELECT trade, day, place_in_day, 0, place_in_day, ticket_id FROM ticket_trade;
DROP TABLE ticket_trade;
ALTER TABLE ticket_trade_anew RENAME TO ticket_trade;
CREATE TRIGGER ticket_trade_comes AFTER INSERT ON ticket_trade BEGIN
  INSERT INTO waiting_by_trade VALUES (NEW.day, NEW.trade, 1) ON CONFLICT DO UPDATE SET waiting = waiting + 1;
END;
CREATE TRIGGER ticket_trade_moves AFTER UPDATE OF rank, back ON ticket WHEN NEW.trades <> '' AND (NEW.rank <> OLD.rank OR NEW.back <> OLD.back) BEGIN
  UPDATE ticket_trade SET rank = NEW.rank, back = NEW.back WHERE day = NEW.day AND rank = OLD.rank AND back = OLD.back AND place_in_day = NEW.place_in_day
    AND trade IN (SELECT value FROM json_each('["' || replace(NEW.trades, ',', '","') || '"]'));
END;

CREATE TRIGGER ticket_comes AFTER INSERT ON ticket WHEN NEW.state = 'waiting' BEGIN
  INSERT INTO waiting_by_service VALUES (NEW.day, NEW.queue, 1) ON CONFLICT DO UPDATE SET waiting = waiting + 1;
END;
CREATE TRIGGER ticket_leaves_queue AFTER UPDATE OF state, queue ON ticket WHEN OLD.state = 'waiting' AND (NEW.state <> 'waiting' OR NEW.queue <> OLD.queue) BEGIN
  UPDATE waiting_by_service SET waiting = waiting - 1 WHERE day = OLD.day AND service = OLD.queue;
  UPDATE waiting_by_trade SET waiting = waiting - 1 WHERE day = OLD.day AND trade IN (SELECT value FROM json_each('["' || replace(OLD.trades, ',', '","') || '"]'));
END;
CREATE TRIGGER ticket_returns AFTER UPDATE OF state, queue ON ticket WHEN NEW.state = 'waiting' AND (OLD.state <> 'waiting' OR NEW.queue <> OLD.queue) BEGIN
  INSERT INTO waiting_by_service VALUES (NEW.day, NEW.queue, 1) ON CONFLICT DO UPDATE SET waiting = waiting + 1;
  UPDATE waiting_by_trade SET waiting = waiting + 1 WHERE day = NEW.day AND trade IN (SELECT value FROM json_each('["' || replace(NEW.trades, ',', '","') || '"]'));
END;

CREATE TABLE call_anew (
  call_id TEXT PRIMARY KEY,
  ticket_id TEXT NOT NULL REFERENCES ticket,
  day TEXT NOT NULL REFERENCES business_day,
  place_kind TEXT NOT NULL CHECK (place_kind IN ('window', 'table')),
  place_id TEXT NOT NULL,
  job_id TEXT REFERENCES job,
  times INTEGER NOT NULL,
  -- requeued, parked: over without an end of its own; closed: with its ticket or the day
  state TEXT NOT NULL CHECK (state IN ('open', 'served', 'noAgreement', 'hired', 'jobGone', 'missed', 'requeued', 'parked', 'closed')),
  at INTEGER NOT NULL,
  last_at INTEGER NOT NULL,
  -- the service it was for, and whether it was the first call of its ticket
  queue TEXT NOT NULL,
  first INTEGER NOT NULL CHECK (first IN (0, 1)),
  result TEXT,
  step TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO call_anew SELECT call_id, ticket_id, day, place_kind, place_id, job_id, times, state, at, last_at, (SELECT service FROM ticket WHERE ticket.ticket_id = call.ticket_id),
  NOT EXISTS (SELECT 1 FROM call AS earlier WHERE earlier.ticket_id = call.ticket_id AND (earlier.at, earlier.call_id) < (call.at, call.call_id)), NULL, '' FROM call;
DROP TABLE call;
ALTER TABLE call_anew RENAME TO call;
CREATE INDEX call_open ON call (place_kind, place_id) WHERE state = 'open';
CREATE INDEX call_open_for_job ON call (job_id) WHERE state = 'open';
CREATE INDEX call_newest ON call (day, last_at);
CREATE INDEX call_parted ON call (job_id, ticket_id) WHERE state = 'noAgreement';
CREATE INDEX call_of_ticket ON call (ticket_id, at);
CREATE INDEX call_first ON call (day, queue, at) WHERE first = 1;

ALTER TABLE business_day ADD COLUMN closed_at INTEGER;
ALTER TABLE business_day ADD COLUMN closed_by TEXT;

-- A window on a day: by which profile it calls, the counts of its turns, what help it asked for. Who sits there is a shift.
CREATE TABLE window_day (
  day TEXT NOT NULL REFERENCES business_day,
  window_id TEXT NOT NULL,
  profile TEXT,
  turn_priority INTEGER NOT NULL CHECK (turn_priority >= 0),
  turn_normal INTEGER NOT NULL CHECK (turn_normal >= 0),
  passed INTEGER NOT NULL CHECK (passed >= 0),
  help TEXT,
  help_at INTEGER,
  step TEXT NOT NULL,
  PRIMARY KEY (day, window_id)
) STRICT, WITHOUT ROWID;

-- Sealed beside the ticket for its day: why it is in the priority class. The journal knows the class only. Texts of notes lie sealed in their own table.
CREATE TABLE ticket_priority (ticket_id TEXT PRIMARY KEY REFERENCES ticket, reasons_sealed BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE ticket_note (
  note_id TEXT PRIMARY KEY, ticket_id TEXT NOT NULL REFERENCES ticket, by_staff TEXT NOT NULL, at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX ticket_note_of ON ticket_note (ticket_id, at);
CREATE INDEX ticket_note_over ON ticket_note (at);

-- Acts of the open day that can be taken back, and every row they touched as it was before (NULL: it was not there). Gone with the day, and with their undoing.
CREATE TABLE queue_step (step TEXT PRIMARY KEY, act TEXT NOT NULL, by_staff TEXT NOT NULL, window_id TEXT, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE queue_step_row (step TEXT NOT NULL REFERENCES queue_step, kind TEXT NOT NULL CHECK (kind IN ('ticket', 'call', 'window', 'priority', 'note')), id TEXT NOT NULL, before TEXT,
  PRIMARY KEY (step, kind, id)) STRICT, WITHOUT ROWID;
