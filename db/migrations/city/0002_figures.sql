-- What the figures are counted from. Written only while rows of a journal are applied, so they are always the fold of a prefix of it.
CREATE TABLE visit (
  hall_no integer NOT NULL REFERENCES hall,
  visit_id text NOT NULL,
  day date NOT NULL,
  -- trades this visit was already counted for, separated by commas
  trades text NOT NULL,
  PRIMARY KEY (hall_no, visit_id)
);
CREATE TABLE ticket (
  hall_no integer NOT NULL REFERENCES hall,
  ticket_id text NOT NULL,
  day date NOT NULL,
  for_work boolean NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'called', 'served', 'missed')),
  PRIMARY KEY (hall_no, ticket_id)
);
CREATE TABLE job (
  hall_no integer NOT NULL REFERENCES hall,
  job_id text NOT NULL,
  day date NOT NULL,
  trade text NOT NULL,
  places_left integer NOT NULL CHECK (places_left >= 0),
  state text NOT NULL CHECK (state IN ('open', 'filled', 'takenDown')),
  valid_until bigint NOT NULL,
  PRIMARY KEY (hall_no, job_id)
);
CREATE INDEX job_open ON job (valid_until) INCLUDE (hall_no, places_left) WHERE state = 'open';

CREATE TABLE day_figures (
  hall_no integer NOT NULL REFERENCES hall,
  day date NOT NULL,
  seekers integer NOT NULL CHECK (seekers >= 0),
  waiting integer NOT NULL CHECK (waiting >= 0),
  jobs integer NOT NULL CHECK (jobs >= 0),
  places integer NOT NULL CHECK (places >= 0),
  hires integer NOT NULL CHECK (hires >= 0),
  PRIMARY KEY (hall_no, day)
);
CREATE TABLE trade_figures (
  hall_no integer NOT NULL REFERENCES hall,
  day date NOT NULL,
  trade text NOT NULL,
  seekers integer NOT NULL CHECK (seekers >= 0),
  places integer NOT NULL CHECK (places >= 0),
  hires integer NOT NULL CHECK (hires >= 0),
  PRIMARY KEY (hall_no, day, trade)
);
