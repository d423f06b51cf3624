-- One person over many halls, as far as the person has agreed to it, and the erasures of the whole city. Nothing personal stands here in the clear: sealed columns are AES-256-GCM boxes by the city's key file, blind is an HMAC by it. Times are milliseconds UTC.
-- The key that this database is sealed with, by its public half: a hub with another key file must not write people into it.
CREATE TABLE city_key (one integer PRIMARY KEY CHECK (one = 1), key_id text NOT NULL, public_key text NOT NULL, made_at bigint NOT NULL);

CREATE TABLE person (
  person_no bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  blind bytea NOT NULL UNIQUE,
  number_sealed bytea NOT NULL,
  fields_sealed bytea NOT NULL,
  changed_at bigint NOT NULL
);
-- The records of halls that are this person, with what each hall counted itself. `told`: a digest of what that hall was told last.
CREATE TABLE person_hall (
  hall_no integer NOT NULL REFERENCES hall,
  worker_id text NOT NULL,
  person_no bigint NOT NULL REFERENCES person,
  registered_at bigint NOT NULL,
  hires integer NOT NULL, came integer NOT NULL, missed integer NOT NULL,
  hall_key text NOT NULL,
  told bytea,
  at bigint NOT NULL,
  PRIMARY KEY (hall_no, worker_id)
);
CREATE INDEX person_hall_person ON person_hall (person_no);
-- What a field said before another write won, for the city's staff; 90 days.
CREATE TABLE person_past (
  past_no bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  person_no bigint NOT NULL REFERENCES person,
  field text NOT NULL,
  lost_sealed bytea NOT NULL,
  lost_at bigint NOT NULL
);
CREATE INDEX person_past_person ON person_past (person_no);
CREATE INDEX person_past_over ON person_past (lost_at);

-- What the journals say of people and the people's own work has not done yet, in the journals' order.
CREATE TABLE people_due (
  due_no bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  hall_no integer NOT NULL REFERENCES hall,
  worker_id text NOT NULL,
  what text NOT NULL CHECK (what IN ('shared', 'withdrawn', 'erased')),
  key_id text, hall_key text, box text
);
CREATE INDEX people_due_worker ON people_due (hall_no, worker_id);
-- Boxes that did not open: another key, another hall, damaged. Only that it was so.
CREATE TABLE share_unopened (hall_no integer NOT NULL REFERENCES hall, worker_id text NOT NULL, reason text NOT NULL CHECK (reason IN ('otherKey', 'damaged', 'notAPerson')), at bigint NOT NULL, PRIMARY KEY (hall_no, worker_id));

-- Erasures of the whole city: the mark, never the number. Kept for ever, because a backup may come back.
CREATE TABLE erasure (
  erasure_id text PRIMARY KEY,
  quick text NOT NULL,
  mark text NOT NULL,
  -- who registered later has come anew
  before_at bigint NOT NULL,
  asked_by text NOT NULL,
  at bigint NOT NULL,
  -- done in the city's own tables
  done_at bigint
);
CREATE TABLE erasure_ack (erasure_id text NOT NULL REFERENCES erasure, hall_no integer NOT NULL REFERENCES hall, PRIMARY KEY (erasure_id, hall_no));
-- Appended like the city's other audit.
CREATE TABLE erasure_audit (
  no bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, erasure_id text NOT NULL, what text NOT NULL CHECK (what IN ('asked', 'doneHere', 'doneInHall', 'learntFromHall')), who text NOT NULL, at bigint NOT NULL
);
CREATE TRIGGER erasure_audit_appended BEFORE UPDATE OR DELETE OR TRUNCATE ON erasure_audit FOR EACH STATEMENT EXECUTE FUNCTION only_appended();

CREATE INDEX archive_share ON archive (hall_no, key) WHERE table_name = 'share';
