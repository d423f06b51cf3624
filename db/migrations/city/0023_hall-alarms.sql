-- What a hall's hello told that a person must hear: the newest of each kind, whichever hub heard it. `value`: milliseconds that its clock is ahead. Times are milliseconds UTC.
CREATE TABLE hall_alarm (
  hall_no integer NOT NULL REFERENCES hall,
  kind text NOT NULL CHECK (kind IN ('copy', 'restored', 'clock')),
  first_at bigint NOT NULL,
  at bigint NOT NULL CHECK (at >= first_at),
  times integer NOT NULL DEFAULT 1 CHECK (times > 0),
  value bigint,
  PRIMARY KEY (hall_no, kind)
);
