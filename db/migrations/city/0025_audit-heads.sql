-- How far each hall's audit was, signed by the hall: whoever cuts or rewrites it there is found out by what was told here. Times are milliseconds UTC.
-- The key by which a hall signs, as it was first seen; another one is taken over by a person.
CREATE TABLE audit_key (
  hall_no integer PRIMARY KEY REFERENCES hall,
  key text NOT NULL CHECK (length(key) = 43),
  since bigint NOT NULL
);
-- `at`: by the hall's clock; `heard_at`: by the hub's. `doubt`: what speaks against it; it is kept as evidence.
CREATE TABLE audit_head (
  hall_no integer NOT NULL REFERENCES hall,
  epoch text NOT NULL CHECK (length(epoch) BETWEEN 16 AND 32),
  count bigint NOT NULL CHECK (count > 0),
  hash text NOT NULL CHECK (length(hash) = 64),
  key text NOT NULL CHECK (length(key) = 43),
  at bigint NOT NULL,
  signature text NOT NULL CHECK (length(signature) = 86),
  heard_at bigint NOT NULL,
  doubt text CHECK (doubt IN ('key', 'back', 'other')),
  PRIMARY KEY (hall_no, epoch, count, hash, key)
);
CREATE INDEX audit_head_heard ON audit_head (heard_at);
ALTER TABLE hall_alarm DROP CONSTRAINT hall_alarm_kind_check;
ALTER TABLE hall_alarm ADD CONSTRAINT hall_alarm_kind_check CHECK (kind IN ('copy', 'restored', 'clock', 'auditKey', 'auditBack', 'auditOther'));
