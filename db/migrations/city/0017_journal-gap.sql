-- Rows that never came and that the hall keeps no longer: between the `own` rows that were here and row `seq` of this epoch, recorded before `clock`. Happens when the city goes back further than halls keep. Never cleared.
CREATE TABLE journal_gap (
  hall_no integer NOT NULL REFERENCES hall,
  epoch text NOT NULL,
  seq bigint NOT NULL,
  boot bytea NOT NULL CHECK (octet_length(boot) = 8),
  counter bigint NOT NULL,
  clock bigint NOT NULL,
  own bigint NOT NULL,
  at bigint NOT NULL,
  PRIMARY KEY (hall_no, boot, counter)
);
